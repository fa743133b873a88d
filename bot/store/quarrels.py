"""Quarrels between neighbours, and what each side says."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select, update

from bot.domain.people import Person
from bot.domain.places import Place
from bot.domain.quarrels import Party, Quarrel, QuarrelOutcome, QuarrelPhase, Side
from bot.domain.wishes import Visibility
from bot.store.for_others_tables import filed_for
from bot.store.people import person_of
from bot.store.quarrel_tables import quarrel_sides, quarrels
from bot.store.session import NotStored, Session
from bot.store.tables import people
from bot.store.wish_tables import wishes

_CODE_BYTES = 8  #: of the other side's link


class SqlQuarrels:
    """Fulfils `ports.Quarrels`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, quarrel_id: int) -> Quarrel:
        """Raises NotStored."""
        found = await self._where(quarrels.c.id == quarrel_id)
        if not found:
            raise NotStored(f"quarrel {quarrel_id}")
        return found[0]

    async def add(self, quarrel: Quarrel, *, author_id: int, now: datetime) -> Quarrel:
        fixed = {
            "bot_id": self._session.bot_id,
            "wish_id": quarrel.wish_id,
            "author_id": author_id,
            "code": secrets.token_hex(_CODE_BYTES),
            "filed_at": now,
        }
        added = await self._session.connection.execute(
            quarrels.insert().values({**fixed, **_values(quarrel)}).returning(quarrels.c.id)
        )
        quarrel_id = int(added.scalar_one())
        for side in Side:
            row = {"quarrel_id": quarrel_id, "side": side.value, **_party_values(quarrel.party(side))}
            await self._session.run(quarrel_sides.insert().values(row))
        return await self.get(quarrel_id)

    async def save(self, quarrel: Quarrel) -> None:
        theirs = self._mine & (quarrels.c.id == quarrel.id)
        await self._session.run(update(quarrels).where(theirs).values(_values(quarrel)))
        for side in Side:
            row = (quarrel_sides.c.quarrel_id == quarrel.id) & (quarrel_sides.c.side == side.value)
            await self._session.run(update(quarrel_sides).where(row).values(_party_values(quarrel.party(side))))

    async def last(self, wish_id: int) -> Quarrel | None:
        found = await self._where(quarrels.c.wish_id == wish_id, newest_first=True, limit=1)
        return found[0] if found else None

    async def by_code(self, code: str) -> Quarrel | None:
        found = await self._where(quarrels.c.code == code, limit=1)
        return found[0] if found else None

    async def of_mediator(self, person_id: int, estate_key: str, *, limit: int) -> Sequence[Quarrel]:
        of_estate = quarrels.c.wish_id.in_(select(wishes.c.id).where(wishes.c.estate_key == estate_key))
        waits = quarrels.c.phase == QuarrelPhase.WAITING.value
        theirs = of_estate & self._open & or_(waits, quarrels.c.mediator_id == person_id)
        return await self._where(theirs, limit=limit)

    async def of_side(self, person_id: int, *, limit: int) -> Sequence[Quarrel]:
        return await self._where(self._open & self._has_side(person_id), newest_first=True, limit=limit)

    async def open_with(self, person_id: int) -> Sequence[Quarrel]:
        return await self._where(self._open & or_(self._has_side(person_id), quarrels.c.mediator_id == person_id))

    async def known_at(self, place: Place, estate_key: str, *, but: int, limit: int) -> Sequence[Person]:
        if place.building is None or place.door is None:
            return ()
        here = select(wishes.c.author_id).where(
            wishes.c.bot_id == self._session.bot_id,
            wishes.c.estate_key == estate_key,
            wishes.c.building == place.building,
            wishes.c.door == place.door,
            wishes.c.visibility == Visibility.PUBLIC.value,
            wishes.c.id.not_in(select(filed_for.c.wish_id)),  # its author lives elsewhere
        )
        if place.unit is not None:
            here = here.where(or_(wishes.c.unit == place.unit, wishes.c.unit.is_(None)))
        known = select(people).where(people.c.id.in_(here), people.c.id != but, people.c.started)
        return [person_of(row) for row in await self._session.all(known.order_by(people.c.id).limit(limit))]

    async def due(self, now: datetime, *, limit: int) -> Sequence[Quarrel]:
        due = select(quarrels.c.id).where(self._mine, quarrels.c.next_at <= now)
        rows = await self._session.all(due.order_by(quarrels.c.next_at, quarrels.c.id).limit(limit))
        return [await self.get(row.id) for row in rows]

    async def next_due(self) -> datetime | None:
        moment: datetime | None = await self._session.value(
            select(func.min(quarrels.c.next_at)).where(self._mine, quarrels.c.next_at.is_not(None))
        )
        return moment

    @property
    def _mine(self) -> ColumnElement[bool]:
        return quarrels.c.bot_id == self._session.bot_id

    @property
    def _open(self) -> ColumnElement[bool]:
        return quarrels.c.outcome.is_(None)

    def _has_side(self, person_id: int) -> ColumnElement[bool]:
        return quarrels.c.id.in_(select(quarrel_sides.c.quarrel_id).where(quarrel_sides.c.person_id == person_id))

    async def _where(
        self, which: ColumnElement[bool], *, newest_first: bool = False, limit: int | None = None
    ) -> list[Quarrel]:
        order = quarrels.c.id.desc() if newest_first else quarrels.c.id
        rows = await self._session.all(select(quarrels).where(self._mine, which).order_by(order).limit(limit))
        ids = [row.id for row in rows]
        if not ids:
            return []
        said = await self._session.all(select(quarrel_sides).where(quarrel_sides.c.quarrel_id.in_(ids)))
        parties = {(row.quarrel_id, row.side): _party_of(row) for row in said}
        return [_quarrel_of(row, parties[row.id, Side.AUTHOR.value], parties[row.id, Side.OTHER.value]) for row in rows]


def _values(quarrel: Quarrel) -> dict[str, Any]:
    """What may change."""
    return {
        "words": quarrel.words,
        "photo": quarrel.photo,
        "where_named": quarrel.where,
        "before": quarrel.before,
        "phase": quarrel.phase.value,
        "moved_at": quarrel.moved_at,
        "mediator_id": quarrel.mediator_id,
        "mediator_name": quarrel.mediator_name,
        "time": quarrel.time,
        "nudges": quarrel.nudges,
        "next_at": quarrel.next_at,
        "outcome": quarrel.outcome and quarrel.outcome.value,
        "note": quarrel.note,
    }


def _party_values(party: Party) -> dict[str, Any]:
    return {
        "person_id": party.person_id,
        "asked": party.asked,
        "at_door": party.at_door,
        "agrees": party.agrees,
        "view": party.view,
        "time_fits": party.time_fits,
        "holds": party.holds,
    }


def _party_of(row: Row[Any]) -> Party:
    return Party(
        person_id=row.person_id,
        asked=row.asked,
        at_door=row.at_door,
        agrees=row.agrees,
        view=row.view,
        time_fits=row.time_fits,
        holds=row.holds,
    )


def _quarrel_of(row: Row[Any], author: Party, other: Party) -> Quarrel:
    return Quarrel(
        id=row.id,
        wish_id=row.wish_id,
        code=row.code,
        words=row.words,
        photo=row.photo,
        where=row.where_named,
        before=row.before,
        phase=QuarrelPhase(row.phase),
        moved_at=row.moved_at,
        author=author,
        other=other,
        mediator_id=row.mediator_id,
        mediator_name=row.mediator_name,
        time=row.time,
        nudges=row.nudges,
        next_at=row.next_at,
        outcome=None if row.outcome is None else QuarrelOutcome(row.outcome),
        note=row.note,
    )
