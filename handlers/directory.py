"""The list of services: a page, a search, one of them; questions about it; what the committee does with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain import errors
from bot.domain.buttons import data, number
from bot.domain.directory import Service
from bot.domain.directory_refusals import ServiceOff
from bot.domain.house import House
from bot.domain.rights import RIGHTS, Act
from bot.domain.script import simplified
from bot.messages import Actor, Arg, Button, Command, Line, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import directory, service_lines, service_questions, service_review
from bot.services.directory import Page
from bot.services.service_lines import BELOW
from conversations import ask_service, list_service
from conversations.engine import Dialog
from handlers.beginning import begin

LISTED, OFF = "all", "off"
_FILTERS = (LISTED, OFF)
_MAX_SEARCH_CHARS = 60
_LONGEST_NUMBER = 9  #: digits
_BACK = (Button("button-services", data("services", LISTED, 0)),)
_REVIEW_WORDS = frozenset({"review", "回头看", "回顾"})


async def on_services(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """`/services`; `/services 电梯` searches, `/services 3` opens one, `/services review` is the committee's."""
    actor, words = command.actor, " ".join(command.words.split())
    if not words:
        waited = await service_questions.waiting_for(actor, uow=uow)
        return (*waited, await _list(actor, filter_=LISTED, page=0, uow=uow))
    if len(words) > _MAX_SEARCH_CHARS:
        raise errors.TooLong(max_chars=_MAX_SEARCH_CHARS, chars=len(words))
    if simplified(words).casefold() in _REVIEW_WORDS and directory.may_run(actor):
        return (service_review.reply(await service_review.look_through(actor=actor, uow=uow, now=now)),)
    plain = words.lstrip("#")
    if plain.isdecimal() and len(plain) <= _LONGEST_NUMBER:
        service = await directory.by_number(actor=actor, number=int(plain), uow=uow)
        if service is not None:
            return (await show(service, actor, uow=uow, now=now),)
    return (await _found(actor, words, uow=uow),)


async def on_services_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """A page was pressed: the same message changes."""
    if len(press.args) != 2 or press.args[0] not in _FILTERS:
        raise errors.UnknownButton
    page = number(press.args, 1)
    return await _list(press.actor, filter_=press.args[0], page=page, uow=uow, edits=press.message_id)


async def _list(actor: Actor, *, filter_: str, page: int, uow: UnitOfWork, edits: int | None = None) -> Reply:
    found = await directory.page(actor=actor, listed=filter_ == LISTED, number=page, uow=uow)
    kept = directory.keeps(actor, found.estate.key)
    head = "services-head" if found.listed else "services-head-off"
    lines: list[Line] = [line(head, estate=found.estate.name, n=found.total)]
    lines += [service_lines.row(service) for service in found.services]
    if not found.services:
        lines.append(line("services-empty-kept" if kept and found.listed else "services-empty"))
    elif found.listed:
        lines.append(line("services-how"))
    if found.pages > 1:
        lines.append(line("list-page", page=str(found.number + 1), pages=str(found.pages)))
    rows = [*_opens(found), *_turns(found, filter_)]
    if kept:
        rows += await _kept_rows(found, uow)
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def _opens(found: Page) -> list[tuple[Button, ...]]:
    return [
        (Button("button-service", data("service", each.id), args={"number": str(each.number), "name": each.name}),)
        for each in found.services
    ]


def _turns(found: Page, filter_: str) -> list[tuple[Button, ...]]:
    row = []
    if found.number > 0:
        row.append(Button("button-page-back", data("services", filter_, found.number - 1)))
    if found.number + 1 < found.pages:
        row.append(Button("button-page-on", data("services", filter_, found.number + 1)))
    return [tuple(row)] if row else []


async def _kept_rows(found: Page, uow: UnitOfWork) -> list[tuple[Button, ...]]:
    """What those who keep the list can do with it."""
    if not found.listed:
        return [(Button("button-services", data("services", LISTED, 0)),)]
    rows: list[tuple[Button, ...]] = [(Button("button-service-add", data("service-do", 0, "add")),)]
    if found.total:
        rows.append((Button("button-service-review", data("service-review", 0, BELOW)),))
    if off := len(await uow.services.of_estate(found.estate.key, listed=False)):
        rows.append((Button("button-services-off", data("services", OFF, 0), args={"n": off}),))
    if waiting := len(await uow.service_questions.open_in(found.estate.key)):
        rows.append((Button("button-service-waiting", data("service-waiting", 0, BELOW), args={"n": waiting}),))
    return rows


async def _found(actor: Actor, words: str, *, uow: UnitOfWork) -> Reply:
    found = await directory.search(actor=actor, words=words, uow=uow)
    if not found.services:
        return Reply((line("services-none", words=words),), buttons=(_BACK,), silent=True)
    lines = [line("services-found", words=words, n=found.total)]
    lines += [service_lines.row(service) for service in found.services]
    if found.pages > 1:
        lines.append(line("services-more", n=found.total - len(found.services)))
    return Reply(tuple(lines), buttons=(*_opens(found), _BACK), silent=True)


# ---- one service -----------------------------------------------------------------------------------------------------


async def on_service_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The list's message becomes the service, with the way back; other messages stay as they are."""
    service = await directory.to_read(actor=press.actor, service_id=number(press.args, 0), uow=uow)
    edits = None if BELOW in press.args[1:] else press.message_id
    waited = await service_questions.waiting_for(press.actor, uow=uow)
    return (*waited, await show(service, press.actor, uow=uow, now=now, edits=edits))


async def open_link(
    actor: Actor, service_id: int, *, message_id: int, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    """By the link in a group: the question is written in private."""
    service = await service_questions.to_ask_about(actor=actor, service_id=service_id, uow=uow)
    return await begin(
        ask_service.ASK_SERVICE, actor, ask_service.given(service), message_id=message_id, uow=uow, now=now, house=house
    )


async def show(service: Service, actor: Actor, *, uow: UnitOfWork, now: datetime, edits: int | None = None) -> Reply:
    """All that everybody may know; to those who keep the list, what they can do."""
    await directory.opened(service, actor, uow=uow, now=now)
    kept = directory.keeps(actor, service.estate_key)
    questions = await uow.service_questions.shown_with(service.id)
    rows: list[tuple[Button, ...]] = []
    if service.listed and actor.roles_in(service.estate_key) & RIGHTS[Act.ASK_ABOUT_SERVICE] and not kept:
        rows.append((_ask_button(service, actor),))
    if len(questions) > service_lines.SHOWN_AT_ONCE or (questions and kept):
        args: dict[str, Arg] = {"n": len(questions)}
        rows.append((Button("button-service-qa", data("service-qa", service.id, 0), args=args),))
    if kept:
        rows.append(_staff_row(service))
    back = LISTED if service.listed else OFF
    rows.append((Button("button-services-back", data("services", back, 0)),))
    lines = service_lines.view_lines(service, questions, kept=kept)
    return Reply(lines, buttons=tuple(rows), edits=edits, silent=True)


def _ask_button(service: Service, actor: Actor) -> Button:
    if actor.chat.private:
        return Button("button-service-ask", data("service-ask", service.id))
    return Button("button-service-ask", start=f"{service_lines.ASK_LINK}-{service.id}")


def _staff_row(service: Service) -> tuple[Button, ...]:
    if not service.listed:
        return (Button("button-service-back", data("service-do", service.id, "back")),)
    return (
        Button("button-service-change", data("service-do", service.id, "change")),
        Button("button-service-off", data("service-do", service.id, "off")),
    )


async def on_qa(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """All that was asked about a service and is for everybody, the newest first, a page of it."""
    service = await directory.to_read(actor=press.actor, service_id=number(press.args, 0), uow=uow)
    return await _qa(service, press.actor, number(press.args, 1), uow=uow, edits=press.message_id)


async def _qa(service: Service, actor: Actor, page: int, *, uow: UnitOfWork, edits: int | None) -> Reply:
    found = await uow.service_questions.shown_with(service.id)
    size = service_questions.PAGE
    pages = max(1, -(-len(found) // size))
    at = max(0, min(page, pages - 1))
    lines: list[Line] = [line("service-head", number=str(service.number), name=service.name)]
    hides = []
    for index, question in enumerate(found[at * size : (at + 1) * size], start=1):
        lines += service_lines.said(question)
        hides.append(Button("button-service-hide-no", data("service-question", question.id, "hide"), args={"n": index}))
    if not found:
        lines.append(line("service-qa-empty"))
    turns = []
    if at > 0:
        turns.append(Button("button-page-back", data("service-qa", service.id, at - 1)))
    if at + 1 < pages:
        turns.append(Button("button-page-on", data("service-qa", service.id, at + 1)))
    kept = directory.keeps(actor, service.estate_key)
    rows = [tuple(hides) if kept else (), tuple(turns)]
    rows.append((Button("button-service-look", data("service", service.id)),))
    return Reply(tuple(lines), buttons=tuple(row for row in rows if row), edits=edits, silent=True)


# ---- questions -------------------------------------------------------------------------------------------------------


async def on_ask(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    service = await service_questions.to_ask_about(actor=press.actor, service_id=number(press.args, 0), uow=uow)
    given = ask_service.given(service)
    return await begin(ask_service.ASK_SERVICE, press.actor, given, uow=uow, now=now, house=house)


async def on_answer(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    question, service = await service_questions.to_answer(actor=press.actor, question_id=number(press.args, 0), uow=uow)
    given = ask_service.given_answer(question, service)
    return await begin(ask_service.ANSWER_SERVICE, press.actor, given, uow=uow, now=now, house=house)


async def on_question(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """An answer is taken back; a question is shown with its service, or not any more."""
    what = press.args[1] if len(press.args) == 2 else ""
    question_id = number(press.args, 0)
    if what == "takeback":
        _, service = await service_questions.take_back(actor=press.actor, question_id=question_id, uow=uow)
        again = ((Button("button-service-answer", data("service-answer", question_id)),),)
        return (Reply((line("service-answer-taken-back", name=service.name),), buttons=again),)
    if what not in ("hide", "show"):
        raise errors.UnknownButton
    shown = what == "show"
    _, service = await service_questions.show(actor=press.actor, question_id=question_id, shown=shown, uow=uow)
    other = "hide" if shown else "show"
    undo = Button(f"button-service-{other}-again", data("service-question", question_id, other))
    key = "service-question-now-shown" if shown else "service-question-now-hidden"
    return (Toast("noted"), Reply((line(key, name=service.name),), buttons=((undo,),), silent=True))


async def on_waiting(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """What nobody answered, the oldest first."""
    found = await service_questions.waiting(actor=press.actor, page=number(press.args, 0), uow=uow)
    today = found.estate.local(now).date()
    lines = [line("service-waiting-head", estate=found.estate.name, n=found.total)]
    rows: list[tuple[Button, ...]] = []
    for index, (question, service) in enumerate(found.rows, start=1):
        lines.append(service_lines.waiting_lines(question, service, today=today))
        answer = Button("button-service-answer-no", data("service-answer", question.id), args={"n": index})
        rows.append((answer,))
    if found.pages > 1:
        lines.append(line("list-page", page=str(found.number + 1), pages=str(found.pages)))
    turns = []
    if found.number > 0:
        turns.append(Button("button-page-back", data("service-waiting", found.number - 1)))
    if found.number + 1 < found.pages:
        turns.append(Button("button-page-on", data("service-waiting", found.number + 1)))
    if turns:
        rows.append(tuple(turns))
    edits = None if BELOW in press.args[1:] else press.message_id
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


# ---- the committee ---------------------------------------------------------------------------------------------------


async def on_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """What a button of the committee's does with a service, or with the list."""
    actor, service_id = press.actor, number(press.args, 0)
    what = press.args[1] if len(press.args) > 1 else ""
    if what == "add":
        directory.estate_to_run(actor)
        given = list_service.given()
        return await begin(list_service.LIST_SERVICE, actor, given, uow=uow, now=now, house=house)
    service = await directory.to_run(actor=actor, service_id=service_id, uow=uow)
    args: dict[str, Arg] = {"number": str(service.number), "name": service.name}
    match what:
        case "keep":
            await directory.keep(actor=actor, service_id=service.id, uow=uow, now=now)
            review = await service_review.look_through(actor=actor, uow=uow, now=now)
            again = service_review.reply(review, page=number(press.args, 2), edits=press.message_id)
            return (Toast("service-kept", args), again)
        case "back":
            await directory.put_back(actor=actor, service_id=service.id, uow=uow, now=now)
            return Reply((Line("service-put-back", args),), buttons=((service_lines.look(service),),))
    dialog, given = _dialog_for(what, service)
    return await begin(dialog, actor, given, uow=uow, now=now, house=house)


def _dialog_for(what: str, service: Service) -> tuple[Dialog, dict[str, Any]]:
    if what not in ("change", "off"):
        raise errors.UnknownButton
    if not service.listed:
        raise ServiceOff(name=service.name)
    if what == "off":
        return list_service.TAKE_SERVICE_OFF, list_service.given_off(service)
    return list_service.LIST_SERVICE, list_service.given(service)


async def on_review(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """A page of the review, or the review below the list."""
    review = await service_review.look_through(actor=press.actor, uow=uow, now=now)
    edits = None if BELOW in press.args[1:] else press.message_id
    return service_review.reply(review, page=number(press.args, 0), edits=edits)
