"""The month's agenda: what was filed by its day, the most supported first; to the staff and to resident moderators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

import msgspec

from bot.domain.bulletin_times import is_due, last_due, next_agenda
from bot.domain.bulletins import on_agenda
from bot.domain.buttons import data
from bot.domain.people import Estate, Office, Person, Purpose, language_for
from bot.domain.scopes import of_place
from bot.domain.wishes import Wish
from bot.messages import Button, Day, Line, Moment, Reply, line
from bot.ports import UnitOfWork
from bot.services import announcing, boards, standing

WORDS_COLUMNS = 60  #: of a wish's words in a line
BUTTONS_A_ROW = 4


def round_of(estate: Estate) -> str:
    return f"agenda:{estate.key}"


def awaited(estate: Estate) -> str | None:
    """Its round, where the staff is to have one."""
    return None if estate.bulletin.agenda_day is None else round_of(estate)


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    moments = await uow.bulletins.moments()
    return any(_is_due(estate, moments.get(round_of(estate)), now) for estate in estates.values())


def _is_due(estate: Estate, moment: datetime | None, now: datetime) -> bool:
    return awaited(estate) is not None and is_due(moment, now=now, zone=estate.time_zone, courtesy=estate.courtesy)


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Settle the agendas that are due, as of the moment they were due; returns how many were told to somebody."""
    moments, settled = await uow.bulletins.moments(), 0
    for estate in estates.values():
        moment = moments.get(round_of(estate))
        if not _is_due(estate, moment, now):
            continue
        after = partial(_following, estate)
        following = after(now)
        await uow.bulletins.set_moment(round_of(estate), following)
        if moment is not None:
            frozen_at = last_due(after, waited_for=moment, now=now)
            settled += await _settle(estate, frozen_at, following, uow)
    return settled


def _following(estate: Estate, moment: datetime) -> datetime:
    following = next_agenda(estate.bulletin, after=moment, zone=estate.time_zone)
    assert following is not None, "it is due, so it has a day"
    return following


async def _settle(estate: Estate, frozen_at: datetime, following: datetime, uow: UnitOfWork) -> bool:
    """False: nothing waits, so nobody is told anything."""
    waiting = await uow.bulletins.waiting(estate.key, until=frozen_at)
    if not waiting:
        return False
    supporters = await uow.bulletins.supporters([wish.id for wish in waiting])

    def told_of(these: Sequence[Wish]) -> tuple[Reply, tuple[tuple[Button, ...], ...]]:
        supported, oldest = on_agenda(these, supporters)
        lines = _lines(estate, frozen_at, following, supported, oldest)
        return Reply(lines, silent=True), _opens([*(wish for wish, _ in supported), *oldest])

    await announcing.tell_all(Purpose.STAFF, told_of(waiting)[0], estate=estate, uow=uow)
    for person, all_of_it in await resident_moderators(estate, uow):
        theirs = [wish for wish in waiting if all_of_it or _is_theirs(wish, person, estate)]
        if theirs:
            said, opens = told_of(theirs)
            await _write(person, msgspec.structs.replace(said, buttons=opens), estate, uow)
    return True


def _is_theirs(wish: Wish, person: Person, estate: Estate) -> bool:
    return estate.counts(person.telegram_id, Office.RESIDENT_MODERATOR, of_place(wish.place))


def _lines(
    estate: Estate,
    frozen_at: datetime,
    following: datetime,
    supported: Sequence[tuple[Wish, int]],
    oldest: Sequence[Wish],
) -> tuple[Line, ...]:
    frozen = Moment(frozen_at, estate.time_zone.key)
    lines = [line("agenda-head", estate=estate.name, frozen=frozen)]
    if supported:
        lines.append(Line("agenda-supported"))
        lines += [line("agenda-line-supported", **_args(wish), n=n) for wish, n in supported]
    if oldest:
        lines.append(Line("agenda-oldest"))
        lines += [
            line("agenda-line-oldest", **_args(wish), day=Day(estate.local(wish.filed_at).date())) for wish in oldest
        ]
    lines.append(line("agenda-foot", day=Day(estate.local(following).date())))
    return tuple(lines)


def _args(wish: Wish) -> dict[str, str]:
    return {"number": str(wish.number), "words": boards.shortened(wish.words, columns=WORDS_COLUMNS)}


def _opens(wishes: Sequence[Wish]) -> tuple[tuple[Button, ...], ...]:
    """In private a press opens a wish; in the staff chat people type /wish 12, or look at its card."""
    row = [Button("button-number", data("wish", wish.id), args={"number": str(wish.number)}) for wish in wishes]
    return tuple(tuple(row[at : at + BUTTONS_A_ROW]) for at in range(0, len(row), BUTTONS_A_ROW))


async def resident_moderators(estate: Estate, uow: UnitOfWork) -> Sequence[tuple[Person, bool]]:
    """Administrators of its buildings' groups who speak for no body, and those it was given to; each once.

    With whether they hear of all of the estate, or of the part their role holds in.
    """
    found: dict[int, tuple[Person, bool]] = {}
    for telegram_id, offices in estate.offices.items():
        person = await uow.people.known(telegram_id) if Office.RESIDENT_MODERATOR in offices else None
        if person is not None:
            found[person.id] = (person, not estate.scopes_of(telegram_id, Office.RESIDENT_MODERATOR))
    for chat in await uow.chats.of_estate(estate.key, Purpose.BUILDING):
        for person in await uow.chats.administrators_of(chat.id):
            if person.telegram_id not in estate.speakers:
                found[person.id] = (person, True)
    return list(found.values())


async def _write(person: Person, reply: Reply, estate: Estate, uow: UnitOfWork) -> None:
    if not await standing.can_be_told(person, uow):
        return
    chat = await uow.chats.private_of(person)
    language = language_for(person=person, chat=chat, estate=estate, default=estate.language)
    await uow.outbox.say(chat.id, reply, language=language)
