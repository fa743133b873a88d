"""What is known of the person who asks, and forgetting them: in private alone, a second thought before it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.personal import Entry, Reckoning, Section
from bot.messages import Actor, Button, Command, Line, Moment, Press, Reply, Say, Term, line
from bot.ports import UnitOfWork
from bot.services import chats, forgetting, mydata, standing

_MOST_ROWS = 30  #: of a section on the page; the file has them all
_PAGE_CHARS = 2800  #: of people's words and what stands around them, well below Telegram's 4096
_AROUND = 60  #: characters of a row besides people's words
NOT_ON_THE_PAGE = frozenset({"person", "private_chat", "residences"})  #: told in words of their own


async def on_mydata(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """`/mydata`: a page to read and a file; in a group only the way into the private chat."""
    if not command.actor.chat.private:
        return (_in_private("mydata"),)
    return await show(command.actor, uow=uow)


async def on_mydata_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    return await show(press.actor, uow=uow)


def _in_private(payload: str) -> Reply:
    return Reply((line("data-in-private"),), buttons=((Button("button-open-private", start=payload),),))


async def show(actor: Actor, *, uow: UnitOfWork) -> tuple[Say, ...]:
    """Everything, in as many messages as it takes, and the file last."""
    sections = await mydata.of(actor=actor, uow=uow)
    zone = actor.estate.time_zone.key if actor.estate else "UTC"
    lines = [*await _about(actor, uow), *_rows(sections, zone)]
    pages = tuple(Reply(page, silent=bool(at)) for at, page in enumerate(_pages(lines)))
    file = Reply((line("mydata-file"),), document=mydata.document_of(actor.person.id), silent=True)
    return (*pages, file)


async def _about(actor: Actor, uow: UnitOfWork) -> list[Line]:
    person = actor.person
    lines = [line("mydata-head"), line("mydata-name", name=person.name, id=str(person.telegram_id))]
    if person.username:
        lines.append(line("mydata-username", username=person.username))
    lines.append(line("mydata-language", language=Term(f"language-{person.language or actor.language}")))
    lines.append(line("privacy-mention-on" if person.may_be_mentioned else "privacy-mention-off"))
    lines += [line("mydata-home", title=chat.title) for chat in await chats.known_to(actor, uow=uow)]
    return lines


def _rows(sections: Sequence[Section], zone: str) -> Iterator[Line]:
    for section in sections:
        if section.name in NOT_ON_THE_PAGE:
            continue
        yield Line(f"mydata-section-{section.name.replace('_', '-')}", {"n": len(section.entries)})
        told = [row for entry in section.entries if (row := _row(entry, zone)) is not None]
        yield from told[:_MOST_ROWS]
        if len(told) > _MOST_ROWS:
            yield line("mydata-more", n=len(told) - _MOST_ROWS)


def _row(entry: Entry, zone: str) -> Line | None:
    """What a row says to somebody who reads; None: its number among others is all there is to tell."""
    if "stance" in entry.values and entry.number is not None:
        return line("mydata-row-stance", number=entry.number, stance=Term(f"stance-{entry.values['stance']}"))
    if entry.number is not None and entry.words:
        return line("mydata-row-wish", number=entry.number, words=entry.words)
    if entry.words and entry.at is not None:
        return line("mydata-row-words", words=entry.words, moment=Moment(entry.at, zone))
    if entry.number is not None:
        return line("mydata-row-number", number=entry.number)
    return None


def _pages(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Cut between rows, never inside one."""
    page: list[Line] = []
    length = 0
    for each in lines:
        chars = _AROUND + sum(len(arg) for arg in each.args.values() if isinstance(arg, str))
        if page and length + chars > _PAGE_CHARS:
            yield tuple(page)
            page, length = [], 0
        page.append(each)
        length += chars
    if page:
        yield tuple(page)


async def on_forgetme(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`/forgetme`: what would go, what would stay and why, in this person's own numbers."""
    if not command.actor.chat.private:
        return _in_private("forgetme")
    return await ask(command.actor, uow=uow)


async def ask(actor: Actor, *, uow: UnitOfWork) -> Reply:
    reckoning = await forgetting.reckon(actor=actor, uow=uow)
    lines = (
        line("forget-head"),
        *_goes(reckoning),
        *_stays(reckoning),
        line("forget-telegram"),
        line("forget-for-good"),
    )
    return Reply(
        lines,
        buttons=(
            (Button("button-forget", data("forget", actor.person.id)),),
            (Button("button-mydata", data("mydata")), Button("button-forget-not", data("forget-no"))),
        ),
    )


def _goes(reckoning: Reckoning) -> Iterator[Line]:
    yield line("forget-goes")
    pairs = (
        ("forget-goes-wishes", reckoning.wishes_go),
        ("forget-goes-photos", reckoning.photos_go),
        ("forget-goes-stances", reckoning.stances_go),
    )
    yield from (Line(key, {"n": n}) for key, n in pairs if n)


def _stays(reckoning: Reckoning) -> Iterator[Line]:
    pairs = (
        ("forget-stays-wishes", reckoning.wishes_stay),
        ("forget-stays-stances", reckoning.stances_stay + reckoning.thanks_stay),
        ("forget-stays-answers", reckoning.answers_stay),
        ("forget-stays-questions", reckoning.questions_stay),
        ("forget-stays-roles", reckoning.roles_stay),
    )
    staying = [Line(key, {"n": n}) for key, n in pairs if n]
    yield line("forget-stays" if staying else "forget-stays-nothing")
    yield from staying
    if reckoning.speaks:
        yield line("forget-speaker")
    if reckoning.administers:
        yield line("forget-administrator")


async def on_forget(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """The second thought."""
    _check_own(press)
    yes = Button("button-forget-yes", data("forget-yes", press.actor.person.id))
    return Reply(
        (line("forget-sure"),),
        buttons=((yes,), (Button("button-forget-not", data("forget-no")),)),
        edits=press.message_id,
    )


async def on_forget_confirmed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    _check_own(press)
    await forgetting.forget_me(actor=press.actor, uow=uow, now=now)
    return Reply((line("forgotten"),), edits=press.message_id)


async def on_forget_not(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    standing.require_private(press.actor)
    return Reply((line("forget-not-done"),), edits=press.message_id)


def _check_own(press: Press) -> None:
    """A button left over from before they were forgotten must not forget who they are now."""
    standing.require_private(press.actor)
    if number(press.args, 0) != press.actor.person.id:
        raise errors.ButtonTooOld
