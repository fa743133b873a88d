"""What a building's group is used for: told to the staff after 60 days; some of it is stopped there, and used again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypedDict

from bot.domain import chat_functions as rules
from bot.domain import errors
from bot.domain.buttons import data
from bot.domain.chat_functions import SWITCHED, Advice, Function, FunctionReview
from bot.domain.people import Body, Chat, Estate, Office, Purpose
from bot.domain.rights import Act
from bot.messages import Actor, Arg, Button, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import desks, standing

PAGE = 6  #: groups a page, each with a row of buttons
REVIEW = "review"  #: in place of a page: the button stands below what was told after 60 days
KEEP, STOP, AGAIN = "keep", "stop", "again"
_WORK = "function-reviews"


# ---- who respects it ------------------------------------------------------------------------------------------------


async def where_used(function: Function, chats: Iterable[Chat], *, uow: UnitOfWork) -> list[Chat]:
    """The groups among these in which it was not stopped."""
    chats = list(chats)
    stopped = await uow.functions.stopped([chat.id for chat in chats])
    return [chat for chat in chats if function not in stopped.get(chat.id, ())]


# ---- after 60 days --------------------------------------------------------------------------------------------------


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    if await uow.functions.unmet(estates):
        return True
    due = await uow.functions.due(estates, now=now)
    return any(not _sleeps(estates[each.estate_key], now) for each in due)


def _sleeps(estate: Estate, now: datetime) -> bool:
    return estate.courtesy.sleeps_at(estate.local(now).time())


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Tell what is due, once each; begin to count for groups that are new. Returns of how many groups."""
    await uow.alone(_WORK)
    unmet = await uow.functions.unmet(estates)
    for chat in unmet:
        await uow.functions.save(rules.begun(chat.id, estates[chat.estate_key or ""], now=now))
    met = len(unmet)
    due = await uow.functions.due(estates, now=now)
    for estate in estates.values():
        theirs = [each for each in due if each.estate_key == estate.key]
        if theirs and not _sleeps(estate, now):
            met += await _meet(estate, theirs, uow=uow, now=now)
    return met


async def _meet(estate: Estate, due: Sequence[FunctionReview], *, uow: UnitOfWork, now: datetime) -> int:
    here = {}
    for each in due:
        chat = await uow.chats.get(each.chat_id)
        if chat.present and chat.purpose is Purpose.BUILDING and chat.estate_key == estate.key:
            here[chat.id] = chat
        else:  # should it come back, it begins anew
            await uow.functions.forget(each.chat_id)
    today, later = rules.split(each for each in due if each.chat_id in here)
    for each in today:
        await _tell(here[each.chat_id], each, estate, uow=uow, now=now)
    for each in later:
        await uow.functions.save(rules.waiting(each, estate=estate, now=now))
    return len(due)


async def _tell(chat: Chat, review: FunctionReview, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    uses = await uow.functions.uses(chat.id, since=rules.counted_from(review, now=now), until=now)
    known = await uow.functions.known(chat.id)
    told = rules.told(review, uses, known=known, estate=estate, now=now)
    stopped = (await uow.functions.stopped([chat.id])).get(chat.id, frozenset())
    if not await desks.tell(estate, review_reply(told, chat, stopped), uow=uow):
        told = rules.waiting(review, estate=estate, now=now)
    await uow.functions.save(told)


def review_reply(
    review: FunctionReview, chat: Chat, stopped: frozenset[Function], *, edits: int | None = None
) -> Reply:
    """What is told, with buttons for what can be stopped and is not decided yet."""
    lines = [line("function-review-head", chat=chat.title, days=review.days, known=review.known)]
    rows: list[tuple[Button, ...]] = []
    hints: list[Line] = []
    for function, use, advice in review.rows():
        verdict = Term(f"function-advice-{advice}")
        if advice is Advice.STOP and function not in SWITCHED:
            verdict = Term("function-is-unused")  # the hint says what can be done about it
        if function in stopped:
            verdict = Term("function-is-stopped")
        elif function in review.kept:
            verdict = Term("function-is-kept")
        args: dict[str, Arg] = {"offered": use.offered, "times": use.times, "persons": use.persons}
        lines.append(Line(f"function-review-{function}", {**args, "verdict": verdict}))
        if function in SWITCHED:
            rows += _choices(function, advice, review, chat, stopped)
        elif advice is not Advice.KEEP:
            hints.append(line(f"function-hint-{function}"))
    return Reply((*lines, *hints, line("function-review-foot")), buttons=tuple(rows), edits=edits)


def _choices(
    function: Function, advice: Advice, review: FunctionReview, chat: Chat, stopped: frozenset[Function]
) -> list[tuple[Button, ...]]:
    if function in stopped:
        return [(_button(AGAIN, function, chat, REVIEW),)]
    if function in review.kept or advice is Advice.KEEP:
        return []
    return [(_button(STOP, function, chat, REVIEW), _button(KEEP, function, chat, REVIEW))]


def _button(what: str, function: Function, chat: Chat, origin: str | int) -> Button:
    args: dict[str, Arg] = {"function": Term(f"chat-function-{function}"), "chat": chat.title}
    key = f"button-function-{what}" if origin == REVIEW else f"button-function-{what}-there"
    return Button(key, data("function", chat.id, function.value, what, origin), args=args)


# ---- stopped, and used again ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """Of the groups of an estate, with what was stopped in each."""

    estate: Estate
    chats: Sequence[Chat]
    stopped: Mapping[int, frozenset[Function]]
    number: int  #: from 0
    pages: int  #: at least 1


def estate_of(actor: Actor) -> Estate:
    """Where the actor may stop functions.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        ChatNotBound, NotAResident, NotAllowed: see `standing.estate_allowing`.
    """
    estate = standing.estate_allowing(actor, Act.RUN_FUNCTIONS)
    standing.require_away_from_neighbours(actor)
    return estate


async def page(*, actor: Actor, number: int, uow: UnitOfWork) -> Page:
    """A page past the end is the last one. Raises as `estate_of`."""
    return await _page(estate_of(actor), number, uow)


async def _page(estate: Estate, number: int, uow: UnitOfWork) -> Page:
    chats = await uow.chats.of_estate(estate.key, Purpose.BUILDING)
    pages = max(1, -(-len(chats) // PAGE))
    at = max(0, min(number, pages - 1))
    shown = chats[at * PAGE : (at + 1) * PAGE]
    return Page(estate, shown, await uow.functions.stopped([chat.id for chat in shown]), at, pages)


def page_reply(found: Page, *, edits: int | None = None) -> Reply:
    lines = [line("functions-head", estate=found.estate.name)]
    rows: list[tuple[Button, ...]] = []
    for chat in found.chats:
        stopped = found.stopped.get(chat.id, frozenset())
        states = {each.value: Term("function-off" if each in stopped else "function-on") for each in SWITCHED}
        lines.append(Line("functions-row", {"chat": chat.title, **states}))
        rows += [(_button(AGAIN if each in stopped else STOP, each, chat, found.number),) for each in SWITCHED]
    if not found.chats:
        lines.append(line("functions-none"))
    else:
        lines.append(line("functions-foot"))
    turns = [
        Button(key, data("functions", to))
        for key, to in (("button-page-back", found.number - 1), ("button-page-on", found.number + 1))
        if 0 <= to < found.pages
    ]
    if found.pages > 1:
        lines.append(line("list-page", page=str(found.number + 1), pages=str(found.pages)))
    return Reply(tuple(lines), buttons=(*rows, tuple(turns)) if turns else tuple(rows), edits=edits)


async def change(
    *, actor: Actor, chat_id: int, name: str, what: str, origin: str, edits: int | None, uow: UnitOfWork, now: datetime
) -> tuple[Line, Reply]:
    """Stop a function in a group, use it again, or keep it in spite of what was recommended; pressed twice it stays so.

    Returns what became of it, and the message as it is now.

    Raises:
        UnknownButton: it names nothing that can be stopped, or no group of this actor's.
        OnlyInPrivate, NotAllowed, …: see `estate_of`.
    """
    standing.require_away_from_neighbours(actor)
    function = next((each for each in SWITCHED if each.value == name), None)
    try:
        chat = await uow.chats.get(chat_id)
    except LookupError:
        raise errors.UnknownButton from None
    if function is None or chat.estate_key is None or chat.purpose is not Purpose.BUILDING:
        raise errors.UnknownButton
    standing.check_estate(actor, chat.estate_key, Act.RUN_FUNCTIONS, gone=errors.UnknownButton())
    review = await uow.functions.of(chat.id)
    by = _by(actor, standing.estate_of(chat.estate_key, actor))
    if what == STOP:
        await uow.functions.stop(chat.id, function, **by, now=now)
    elif what == AGAIN:
        await uow.functions.use_again(chat.id, function, **by, now=now)
    elif what == KEEP and review is not None and origin == REVIEW:
        review = replace(review, kept=review.kept | {function})
        await uow.functions.save(review)
    else:
        raise errors.UnknownButton
    done = Line(f"function-done-{what}", {"function": Term(f"chat-function-{function}"), "chat": chat.title})
    if origin == REVIEW and review is not None and review.told_at is not None:
        stopped = (await uow.functions.stopped([chat.id])).get(chat.id, frozenset())
        return done, review_reply(review, chat, stopped, edits=edits)
    shown = await _page(standing.estate_of(chat.estate_key, actor), int(origin) if origin.isdecimal() else 0, uow)
    return done, page_reply(shown, edits=edits)


class _By(TypedDict):
    name: str
    body: Body | None


def _by(actor: Actor, estate: Estate) -> _By:
    """An administrator speaks for no body."""
    if (speaker := standing.acts_as(actor, estate)) is not None:
        return {"name": speaker.name, "body": speaker.body}
    offices = estate.offices.get(actor.person.telegram_id, {})
    return {"name": offices.get(Office.ADMINISTRATOR, actor.person.name), "body": None}
