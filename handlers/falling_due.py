"""Doing what falls due by itself: looked for in few statements, met in a transaction for each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import structlog

from bot.domain.house import House
from bot.ports import Clock, UnitsOfWork
from bot.services import roster
from handlers.deadlines import DEADLINES, Deadline

_log = structlog.get_logger(__name__)

Moment = tuple[datetime, int]
"""When somebody looked, after how many writings of this process. While a clock that somebody steers stands still and
nothing is written, there is nothing new to see."""


class FallingDue:
    def __init__(self, *, units: UnitsOfWork, clock: Clock, house: House) -> None:
        self._units, self._clock, self._house = units, clock, house
        self._nothing_was_due: Moment | None = None
        self._first_seen: tuple[Moment, Mapping[str, datetime | None]] | None = None

    async def meet(self) -> int:
        """Do what is due; returns how many things were."""
        seen = self._moment()
        if seen == self._nothing_was_due:
            return 0
        due = await self._due(seen)
        if not due:
            self._nothing_was_due = seen
        return sum([await self._meet(each) for each in due])

    async def next_due(self) -> datetime | None:
        """When something is due next that people wait for."""
        seen = self._moment()
        if self._first_seen is None or self._first_seen[0] != seen:
            async with self._units.reading() as uow:
                self._first_seen = seen, await uow.first_moments.all()
        first = self._first_seen[1]
        moments = [first[each.name] for each in DEADLINES if each.waited_for]
        return min((moment for moment in moments if moment is not None), default=None)

    def _moment(self) -> Moment:
        return self._clock.now(), self._units.writings

    async def _due(self, seen: Moment) -> Sequence[Deadline]:
        now = seen[0]
        async with self._units.reading() as uow:
            first, rounds = await uow.first_moments.all(), await uow.first_moments.rounds()
            self._first_seen = seen, first
            near = [each for each in DEADLINES if may_be_due(each, first, rounds, house=self._house, now=now)]
            house = await roster.house_now(self._house, uow=uow, now=now) if near else self._house
            return [each for each in near if await each.is_due(uow=uow, now=now, house=house)]

    async def _meet(self, deadline: Deadline) -> int:
        async with self._units.writing() as uow:
            await uow.alone(f"deadline {deadline.name}")
            now = self._clock.now()
            met = await deadline.meet(uow=uow, now=now, house=await roster.house_now(self._house, uow=uow, now=now))
        if met:
            _log.info("deadlines_met", kind=deadline.name, n=met)
        return met


def may_be_due(
    deadline: Deadline,
    first: Mapping[str, datetime | None],
    rounds: Mapping[str, datetime],
    *,
    house: House,
    now: datetime,
) -> bool:
    """Whether something may be due, as far as one can see without a closer look."""
    if deadline.rounds is not None:
        return any(name not in rounds or rounds[name] <= now for name in deadline.rounds(house))
    if deadline.name not in first:
        return True
    moment = first[deadline.name]
    return moment is not None and moment <= now
