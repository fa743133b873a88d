"""Whose filing is paused, by whom, from which wish, until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update

from bot.domain.pauses import Pause, Reason
from bot.store.author_tables import filing_pauses as pauses
from bot.store.session import NotStored, Session


class SqlFilingPauses:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, pause_id: int) -> Pause:
        """Raises NotStored."""
        found = await self._those(pauses.c.id == pause_id)
        if not found:
            raise NotStored(f"pause {pause_id}")
        return found[0]

    async def add(
        self,
        *,
        wish_id: int,
        person_id: int,
        estate_key: str,
        by_id: int,
        reason: Reason,
        since: datetime,
        until: datetime,
    ) -> Pause:
        values = {
            "bot_id": self._session.bot_id,
            "wish_id": wish_id,
            "person_id": person_id,
            "estate_key": estate_key,
            "paused_by": by_id,
            "reason": reason.value,
            "since": since,
            "until": until,
        }
        added = await self._session.connection.execute(pauses.insert().values(values).returning(pauses))
        return _pause_of(added.one())

    async def lift(self, pause_id: int, *, by_id: int, now: datetime) -> None:
        """Raises NotStored."""
        running = update(pauses).where(
            pauses.c.bot_id == self._session.bot_id, pauses.c.id == pause_id, pauses.c.lifted_at.is_(None)
        )
        if not await self._session.run(running.values(lifted_at=now, lifted_by=by_id)):
            raise NotStored(f"running pause {pause_id}")

    async def of_wish(self, wish_id: int) -> Sequence[Pause]:
        return await self._those(pauses.c.wish_id == wish_id)

    async def of_person(self, person_id: int, estate_key: str) -> Sequence[Pause]:
        return await self._those(pauses.c.person_id == person_id, pauses.c.estate_key == estate_key)

    async def _those(self, *conditions: ColumnElement[bool]) -> list[Pause]:
        found = select(pauses).where(pauses.c.bot_id == self._session.bot_id, *conditions).order_by(pauses.c.id)
        return [_pause_of(row) for row in await self._session.all(found)]


def _pause_of(row: Row[Any]) -> Pause:
    return Pause(
        id=row.id,
        wish_id=row.wish_id,
        person_id=row.person_id,
        estate_key=row.estate_key,
        by_id=row.paused_by,
        reason=Reason(row.reason),
        since=row.since,
        until=row.until,
        lifted_at=row.lifted_at,
    )
