"""What waited for its moment: told to each person in as few messages as it fits into, and never lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

import structlog

from bot.delivery.facts import Facts, facts_of
from bot.delivery.fan_out import MUTED, with_settings
from bot.delivery.letters import Letters
from bot.delivery.notices import HEARINGS, Entry, Hearing
from bot.domain import attention
from bot.domain.attention import Attention
from bot.domain.buttons import data
from bot.domain.people import Person
from bot.messages import Button, Line, Reply, Term, Texts, line
from bot.ports import Clock, Telling, UnitOfWork, UnitsOfWork
from bot.services import roster
from bot.services.attention import attention_of
from bot.texts.fitting import units

AT_ONCE = 20  #: people in one look
RETRY_S = 30.0
MOST_UNITS = 3000  #: of a message's words; its own texts and the numbers in them have the rest of Telegram's 4096
MOST_ENTRIES = 12  #: of a message
MOST_TOGETHER = 30  #: notices in one entry
#: Why somebody is not told after all: what it was about is gone; they have nothing to do with it any more.
FORGOTTEN, UNCONCERNED = "forgotten", "not-concerned"

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class News:
    """One notice that is due for somebody."""

    telling: Telling
    facts: Facts
    hearing: Hearing

    @property
    def told_beside(self) -> tuple[object, ...]:
        """Neighbours with the same key are one entry."""
        return (self.telling.wish_id, type(self.telling.notice) if self.hearing.together else self.telling.id)


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a digest, with all the notices in it."""

    news: tuple[News, ...]
    entries: tuple[Entry, ...]


class Digests:
    """For each person and estate what is due is told in one transaction, so that nothing is told twice."""

    def __init__(self, *, letters: Letters, units: UnitsOfWork, clock: Clock) -> None:
        self._letters, self._units, self._clock = letters, units, clock
        self._failed: dict[
            tuple[int, str], datetime
        ] = {}  #: whose digest could not be told, and when it is tried again

    async def next_due(self, first: datetime | None) -> datetime | None:
        """When something is to be told next, of which the `first` is due then; in the past if it waits for nothing."""
        if first is None or not self._failed:
            return first
        async with self._units.reading() as uow:
            waiting = await uow.tellings.moments(limit=len(self._failed) + 1)
        moments = [max(due, self._failed.get((person_id, key), due)) for person_id, key, due in waiting]
        return min(moments, default=None)

    async def tell_due(self) -> bool:
        """Tell it. False if there may be more."""
        now, limit = self._clock.now(), AT_ONCE + len(self._failed)
        async with self._units.reading() as uow:
            waiting = await uow.tellings.moments(limit=limit)
        due = [(person_id, key) for person_id, key, moment in waiting if moment <= now]
        self._failed = {who: self._failed[who] for who in due if who in self._failed}
        for who in due:
            if self._failed.get(who, now) <= now:
                await self._tell_apart(who)
        return len(due) < limit

    async def _tell_apart(self, who: tuple[int, str]) -> None:
        try:
            async with self._units.writing() as uow:
                await self._tell(*who, uow)
        except Exception as error:  # the last boundary: one bad digest must not silence the others
            log.error("digest_failed", person_id=who[0], exc_info=error)
            self._failed[who] = self._clock.now() + timedelta(seconds=RETRY_S)
        else:
            self._failed.pop(who, None)

    async def _tell(self, person_id: int, estate_key: str, uow: UnitOfWork) -> None:
        now = self._clock.now()
        waiting = await uow.tellings.take_due(person_id, estate_key, now=now)
        if (morning := self._morning(estate_key, now)) is not None:  # it fell due by day, while nobody was there
            for telling in waiting:
                await uow.tellings.put_off(telling.id, morning)
            return
        person = await uow.people.get(person_id)
        reason = await self._letters.why_not(person, uow)
        news: list[News] = []
        for telling in waiting:
            came = reason or await self._what_came(telling, person, uow)
            if isinstance(came, str):
                await self._letters.skip(person, notice_id=telling.notice_id, reason=came, uow=uow)
                await uow.tellings.told([telling.id], told_with=telling.notice_id, now=now)
            else:
                news.append(came)
        parts = [Part((each,), ()) for each in news if each.telling.urgent]
        parts += parts_of([each for each in news if not each.telling.urgent])
        for number, part in enumerate(parts, 1):
            told_with = part.news[0].telling.notice_id
            reply = message_of(part, number=number, parts=len(parts))
            await self._letters.write(person, reply, notice_id=told_with, estate_key=estate_key, uow=uow)
            await uow.tellings.told([each.telling.id for each in part.news], told_with=told_with, now=now)

    def _morning(self, estate_key: str, now: datetime) -> datetime | None:
        """When the estate wakes, if it sleeps."""
        estate = self._letters.estates.get(estate_key)
        if estate is None:
            return None
        wakes = attention.awake(now, zone=estate.time_zone, courtesy=estate.courtesy)
        return wakes if wakes > now else None

    async def _what_came(self, telling: Telling, person: Person, uow: UnitOfWork) -> News | str:
        """The news, or why it is not told after all."""
        hearing = HEARINGS[type(telling.notice)]
        if hearing is None:
            return FORGOTTEN
        if not telling.urgent and await attention_of(person.id, telling.wish_id, uow) is Attention.MUTED:
            return MUTED
        try:
            estates = await roster.estates_now(self._letters.estates, uow=uow, now=self._clock.now())
            facts = await facts_of(telling.notice, uow, estates=estates)
            concerned = {each.id for each in await hearing.hearers(facts, uow)}
        except LookupError:
            return FORGOTTEN
        return News(telling, facts, hearing) if person.id in concerned else UNCONCERNED


def parts_of(news: Sequence[News]) -> list[Part]:
    """Wish by wish, in the order in which they first came up; as many messages as it takes."""
    parts: list[Part] = []
    room, size = 0, 0
    for together in _entries(news):
        entry = together[0].hearing.entry_of([each.facts for each in together])
        length = sum(_units(each) for each in entry.lines)
        if room == 0 or size + length > MOST_UNITS:
            parts.append(Part((), ()))
            room, size = MOST_ENTRIES, 0
        last = parts[-1]
        parts[-1] = Part((*last.news, *together), (*last.entries, entry))
        room, size = room - 1, size + length
    return parts


def _entries(news: Sequence[News]) -> Iterator[tuple[News, ...]]:
    """What stands in one entry, in order."""
    wish_came: dict[int, int] = {}
    entry_came: dict[tuple[object, ...], int] = {}
    for place, each in enumerate(news):
        wish_came.setdefault(each.telling.wish_id, place)
        entry_came.setdefault(each.told_beside, place)
    in_order = sorted(news, key=lambda each: (wish_came[each.telling.wish_id], entry_came[each.told_beside]))
    for _, group in groupby(in_order, key=lambda each: each.told_beside):
        together = tuple(group)
        yield from (together[start : start + MOST_TOGETHER] for start in range(0, len(together), MOST_TOGETHER))


def message_of(part: Part, *, number: int, parts: int) -> Reply:
    """A single piece of news reads as it would have read by itself."""
    if len(part.news) == 1:
        (only,) = part.news
        words = only.hearing.words(only.facts)
        return words if only.telling.urgent else with_settings(words, only.facts.wish)
    head = line("digest-head", n=len(part.news))
    if parts > 1:
        head = line("digest-head-part", n=len(part.news), part=str(number), parts=str(parts))
    lines = tuple(each for entry in part.entries for each in entry.lines)
    buttons = tuple(row for entry in part.entries for row in entry.buttons)
    return Reply((head, *lines), buttons=(*buttons, (Button("button-notices", data("notices")),)))


def _units(said: Line) -> int:
    """Roughly how long a line is, counted as Telegram counts."""
    return 100 + sum(_length(arg) for arg in said.args.values())


def _length(arg: object) -> int:
    match arg:
        case str():
            return units(arg)
        case Texts():
            return sum(_length(item) + 2 for item in arg.items)
        case Term():
            return 20 + sum(_length(each) for each in arg.args.values())
        case _:
            return 30
