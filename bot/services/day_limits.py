"""What a person may still post to the groups today. More than that is never refused: it goes to the committee only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain.daily import DayFull, beginning_of, day_full
from bot.domain.people import Estate, Person
from bot.domain.whereabouts import Whereabouts
from bot.domain.wishes import Kind, Wish
from bot.ports import UnitOfWork, WishFilter


async def fullness(
    *, person: Person, estate: Estate, words: str, kind: Kind, where: Whereabouts, uow: UnitOfWork, now: datetime
) -> DayFull | None:
    """Why this wish of the person would go to the committee only; None: it may be posted."""
    posted = await _posted_today(person, estate, uow, now)
    alike = await uow.similar.alike(posted, words=words, kind=kind, where=where)
    return day_full(public=len(posted), alike=len(alike), limits=estate.daily)


async def _posted_today(person: Person, estate: Estate, uow: UnitOfWork, now: datetime) -> Sequence[Wish]:
    """What counts as the person's own of the day, as many as matter."""
    day = estate.local(now).date()
    own = WishFilter(author_id=person.id, posted=True, filed_since=beginning_of(day, estate.time_zone))
    return await uow.wishes.find(estate.key, own, limit=estate.daily.public_wishes_a_day)
