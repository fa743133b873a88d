"""Classes and levels of wishes, days that were missed, and years of which nobody knows the days off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, select, update

from bot.domain.clocks import Missed, What
from bot.domain.desk import WAITING
from bot.domain.triage import Level, Matter, Triage
from bot.domain.wishes import Display, Wish
from bot.store.clock_tables import misses, triages, unknown_years
from bot.store.session import NotStored, Session
from bot.store.wish_tables import wishes
from bot.store.wishes import wish_of


class SqlTriages:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, wish_id: int) -> Triage | None:
        mine = (triages.c.bot_id == self._session.bot_id, triages.c.wish_id == wish_id)
        row = await self._session.first(select(triages).where(*mine))
        return None if row is None else _triage_of(row)

    async def of_all(self, wish_ids: Sequence[int]) -> Mapping[int, Triage]:
        mine = (triages.c.bot_id == self._session.bot_id, triages.c.wish_id.in_(list(wish_ids)))
        return {row.wish_id: _triage_of(row) for row in await self._session.all(select(triages).where(*mine))}

    async def save(self, wish_id: int, triage: Triage) -> None:
        shown = {
            "matter": triage.matter.value,
            "levels": " ".join(triage.in_order),
            "demand_since": triage.demand_since,
        }
        insert = self._session.insert(triages).values(wish_id=wish_id, bot_id=self._session.bot_id, **shown)
        await self._session.run(insert.on_conflict_do_update(index_elements=["wish_id"], set_=shown))


class SqlMisses:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def unnoticed(self, estate_key: str, *, today: date, limit: int) -> Sequence[Wish]:
        noted = exists().where(misses.c.wish_id == wishes.c.id, misses.c.due_on == wishes.c.next_date)
        found = select(wishes).where(
            wishes.c.bot_id == self._session.bot_id,
            wishes.c.estate_key == estate_key,
            wishes.c.state.in_(sorted(state.value for state in WAITING)),
            wishes.c.display == Display.SHOWN.value,
            wishes.c.next_date < today,
            ~noted,
        )
        rows = await self._session.all(found.order_by(wishes.c.next_date, wishes.c.id).limit(limit))
        return [wish_of(row) for row in rows]

    async def add(self, wish_id: int, *, due_on: date, what: What, up_on: date | None, now: datetime) -> bool:
        values = {
            "bot_id": self._session.bot_id,
            "wish_id": wish_id,
            "due_on": due_on,
            "what": what.value,
            "noticed_at": now,
            "up_on": up_on,
            "settled": up_on is None,
        }
        once = ["wish_id", "due_on"]
        insert = self._session.insert(misses).values(**values).on_conflict_do_nothing(index_elements=once)
        return bool(await self._session.run(insert))

    async def going_up(self, estate_key: str, *, today: date, limit: int) -> Sequence[Missed]:
        due = (
            select(misses)
            .join(wishes, wishes.c.id == misses.c.wish_id)
            .where(self._mine, wishes.c.estate_key == estate_key, ~misses.c.settled, misses.c.up_on <= today)
        )
        rows = await self._session.all(due.order_by(misses.c.up_on, misses.c.id).limit(limit))
        return [_missed_of(row) for row in rows]

    async def get(self, missed_id: int) -> Missed:
        """Raises NotStored."""
        row = await self._session.first(select(misses).where(self._mine, misses.c.id == missed_id))
        if row is None:
            raise NotStored(f"missed day {missed_id}")
        return _missed_of(row)

    async def of(self, wish_id: int) -> Sequence[Missed]:
        of_it = select(misses).where(self._mine, misses.c.wish_id == wish_id)
        return [_missed_of(row) for row in await self._session.all(of_it.order_by(misses.c.id))]

    async def told_of(self, wish_ids: Sequence[int]) -> Mapping[int, frozenset[Level]]:
        still = misses.join(wishes, and_(wishes.c.id == misses.c.wish_id, wishes.c.next_date == misses.c.due_on))
        went_up = (misses.c.wish_id.in_(list(wish_ids)), misses.c.level.is_not(None))
        found = select(misses.c.wish_id, misses.c.level).select_from(still).where(self._mine, *went_up)
        told: dict[int, frozenset[Level]] = {}
        for row in await self._session.all(found):
            told[row.wish_id] = told.get(row.wish_id, frozenset()) | {Level(row.level)}
        return told

    async def save(self, missed: Missed) -> None:
        values = {"level": missed.level, "went_up_at": missed.went_up_at, "settled": missed.settled}
        await self._session.run(update(misses).where(self._mine, misses.c.id == missed.id).values(values))

    @property
    def _mine(self) -> ColumnElement[bool]:
        return misses.c.bot_id == self._session.bot_id


class SqlUnknownYears:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def told(self, estate_key: str, year: int) -> bool:
        mine = (unknown_years.c.bot_id == self._session.bot_id, unknown_years.c.estate_key == estate_key)
        found = select(unknown_years.c.year).where(*mine, unknown_years.c.year == year)
        return await self._session.value(found) is not None

    async def tell(self, estate_key: str, year: int, *, now: datetime) -> bool:
        key = {"bot_id": self._session.bot_id, "estate_key": estate_key, "year": year}
        insert = self._session.insert(unknown_years).values(**key, told_at=now)
        return bool(await self._session.run(insert.on_conflict_do_nothing(index_elements=list(key))))


def _triage_of(row: Row[Any]) -> Triage:
    return Triage(Matter(row.matter), frozenset(map(Level, row.levels.split())), row.demand_since)


def _missed_of(row: Row[Any]) -> Missed:
    return Missed(
        id=row.id,
        wish_id=row.wish_id,
        due_on=row.due_on,
        what=What(row.what),
        up_on=row.up_on,
        level=row.level,
        went_up_at=row.went_up_at,
        settled=row.settled,
    )
