"""Days that were missed: noted, shown to the staff, and after further working days told one level up. Once each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.domain import clocks, desk, workdays
from bot.domain.buttons import data
from bot.domain.clocks import Missed, What
from bot.domain.notices import DayMissed, WishChanged
from bot.domain.people import Body, Estate, Person
from bot.domain.triage import Level, Matter
from bot.domain.wishes import PROMISE_WITHIN_DAYS, Wish
from bot.messages import Arg, Button, Day, Line, Reply, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import cards, desks, standing
from bot.services import clocks as clock_service
from bot.services.course import day_begun

MOST_AT_ONCE = 20


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    return any([await _is_due(estate, uow=uow, now=now) for estate in estates.values()])


async def _is_due(estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    if _asleep(estate, now):
        return False
    today = day_begun(estate, now)
    if await uow.misses.unnoticed(estate.key, today=today, limit=1):
        return True
    return bool(await uow.misses.going_up(estate.key, today=today, limit=1))


def _asleep(estate: Estate, now: datetime) -> bool:
    return estate.courtesy.sleeps_at(estate.local(now).time())


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Note what was missed, and tell one level up what still is. Returns how many."""
    met = 0
    for estate in estates.values():
        if _asleep(estate, now):
            continue
        today = day_begun(estate, now)
        for found in await uow.misses.unnoticed(estate.key, today=today, limit=MOST_AT_ONCE):
            met += await _note(found.id, estate, today, uow=uow, now=now)
        for missed in await uow.misses.going_up(estate.key, today=today, limit=MOST_AT_ONCE):
            await _go_up(missed, estate, uow=uow, now=now)
            met += 1
    return met


async def _note(wish_id: int, estate: Estate, today: date, *, uow: UnitOfWork, now: datetime) -> bool:
    """Noted, and seen on the staff card; the list of the morning names it anyway."""
    wish = await uow.wishes.lock(wish_id)
    if not desk.waits(wish) or wish.next_date is None or wish.next_date >= today:  # answered in this very moment
        return False
    claimed = await clock_service.is_claimed(wish, uow)
    is_demand = not claimed and (await clock_service.triage_of(wish, uow)).matter is Matter.DEMAND
    since, events = await clock_service.since(wish, uow), await clock_service.events_of(wish, uow)
    noted = await uow.misses.add(
        wish.id,
        due_on=wish.next_date,
        what=What.PROMISE if claimed else clocks.what_passed(wish, since, events),
        up_on=clocks.goes_up_on(wish.next_date, estate, today=today) if is_demand else None,
        now=now,
    )
    await uow.outbox.put(WishChanged(wish.id))
    return noted


async def _go_up(missed: Missed, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """One level up, unless it was met meanwhile."""
    wish = await uow.wishes.lock(missed.wish_id)
    missed = await uow.misses.get(missed.id)  # another process may have been quicker
    if missed.settled:
        return
    if not is_missed_still(wish, missed):
        await uow.misses.save(replace(missed, settled=True))
        return
    level = (await clock_service.triage_of(wish, uow)).level_up
    missed = replace(missed, level=level.value, went_up_at=now, settled=True)
    await uow.misses.save(missed)
    await uow.outbox.put(DayMissed(wish.id, missed.id))
    await uow.outbox.put(WishChanged(wish.id))
    await desks.tell(estate, await _told_the_desk(wish, missed, level, estate, uow=uow), uow=uow)


def is_missed_still(wish: Wish, missed: Missed) -> bool:
    return desk.waits(wish) and wish.next_date == missed.due_on


async def listed_at(level: Level, estate: Estate, uow: UnitOfWork) -> list[tuple[str, Person | None]]:
    """Name and person of everybody listed for the level; None: the bot never met them."""
    listed = [each for each in estate.contacts.values() if each.level == level.value]
    return [(each.name, await uow.people.known(each.telegram_id)) for each in listed]


async def who_hears(level: Level, estate: Estate, uow: UnitOfWork) -> list[Person]:
    """Those listed for the level; where nobody is, those of the committee, who have to carry it there themselves."""
    if listed := await listed_at(level, estate, uow):
        return [person for _, person in listed if person is not None]
    committee = [each for each in estate.speakers.values() if each.body is Body.COMMITTEE]
    known = [await uow.people.known(each.telegram_id) for each in committee]
    return [person for person in known if person is not None]


def args_of(wish: Wish, missed: Missed) -> dict[str, Arg]:
    return {
        "number": str(wish.number),
        "what": Term(f"missed-{missed.what}"),
        "day": Day(missed.due_on),
        "level": Term(f"level-{missed.level}"),
    }


async def _told_the_desk(wish: Wish, missed: Missed, level: Level, estate: Estate, *, uow: UnitOfWork) -> Reply:
    """What went up, who hears of it, and whom somebody has to tell by word of mouth."""
    lines = [Line("desk-went-up", {**args_of(wish, missed), "wish": cards.words_of(wish)})]
    listed = await listed_at(level, estate, uow)
    told = [name for name, person in listed if person and await standing.can_be_told(person, uow)]
    untold = [name for name, _ in listed if name not in told]
    if told:
        lines.append(line("desk-went-up-told", names=Texts(tuple(told))))
    if untold:
        lines.append(line("desk-went-up-untold", names=Texts(tuple(untold))))
    if not listed:
        lines.append(line("desk-went-up-nobody", level=Term(f"level-{level}")))
    row = (Button("button-answer", data("answer", wish.id)), Button("button-more", data("more", wish.id)))
    return Reply(tuple(lines), buttons=(row,))


# ---- years whose days off nobody knows yet --------------------------------------------------------------------------


def _unknown(estate: Estate, now: datetime) -> int | None:
    today = estate.local(now).date()
    return workdays.first_unknown_year(estate.workdays, today=today, ahead_days=PROMISE_WITHIN_DAYS)


async def any_unknown(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    return any([await _to_tell(estate, uow=uow, now=now) is not None for estate in estates.values()])


async def _to_tell(estate: Estate, *, uow: UnitOfWork, now: datetime) -> int | None:
    """The year its staff is to hear of now; None: none, or nobody is there to hear."""
    year = None if _asleep(estate, now) else _unknown(estate, now)
    if year is None or await uow.unknown_years.told(estate.key, year):
        return None
    return year if await desks.of(estate, uow=uow) else None


async def tell_unknown(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """The staff hears once that weekends alone count as long as a year's days off are not known."""
    told = 0
    for estate in estates.values():
        year = await _to_tell(estate, uow=uow, now=now)
        if year is not None and await uow.unknown_years.tell(estate.key, year, now=now):
            await desks.tell(estate, Reply((line("desk-unknown-year", year=str(year)),), silent=True), uow=uow)
            told += 1
    return told
