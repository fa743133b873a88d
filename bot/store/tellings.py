"""One notice for one person: told, or waiting for its moment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Row, Select, and_, delete, func, select, update

from bot.domain.notices import Notice
from bot.ports import Telling
from bot.store.attention_tables import tellings
from bot.store.session import Session
from bot.store.tables import notices

_decode_notice = msgspec.json.Decoder[Notice](Notice).decode


class SqlTellings:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._waits = and_(tellings.c.bot_id == session.bot_id, tellings.c.told_at.is_(None))

    async def add(
        self,
        *,
        notice_id: int,
        person_id: int,
        estate_key: str,
        wish_id: int,
        urgent: bool,
        due_at: datetime,
        told: bool,
    ) -> None:
        values = {
            "bot_id": self._session.bot_id,
            "notice_id": notice_id,
            "person_id": person_id,
            "estate_key": estate_key,
            "wish_id": wish_id,
            "urgent": urgent,
            "due_at": due_at,
            "told_at": due_at if told else None,
            "told_with": notice_id if told else None,
        }
        insert = self._session.insert(tellings).values(values)
        await self._session.run(insert.on_conflict_do_nothing(index_elements=["notice_id", "person_id"]))

    async def told_since(self, person_id: int, since: datetime) -> int:
        moments = select(func.count(tellings.c.told_at.distinct())).where(
            tellings.c.person_id == person_id, tellings.c.told_at >= since, ~tellings.c.urgent
        )
        return int(await self._session.value(moments))

    async def moments(self, *, limit: int) -> Sequence[tuple[int, str, datetime]]:
        earliest = func.min(tellings.c.due_at)
        waiting = (
            select(tellings.c.person_id, tellings.c.estate_key, earliest.label("due_at"))
            .where(self._waits)
            .group_by(tellings.c.person_id, tellings.c.estate_key)
            .order_by(earliest, tellings.c.person_id)
            .limit(limit)
        )
        return [(row.person_id, row.estate_key, row.due_at) for row in await self._session.all(waiting)]

    async def take_due(self, person_id: int, estate_key: str, *, now: datetime) -> Sequence[Telling]:
        theirs = and_(tellings.c.person_id == person_id, tellings.c.estate_key == estate_key)
        due = self._stored.where(self._waits, theirs, tellings.c.due_at <= now)
        return await self._tellings(due.with_for_update(of=tellings))

    async def waiting_for(self, person_id: int, *, wish_id: int | None = None) -> Sequence[Telling]:
        theirs = self._stored.where(self._waits, tellings.c.person_id == person_id)
        if wish_id is not None:
            theirs = theirs.where(tellings.c.wish_id == wish_id)
        return await self._tellings(theirs.with_for_update(of=tellings))

    async def put_off(self, telling_id: int, due_at: datetime) -> None:
        await self._session.run(update(tellings).where(tellings.c.id == telling_id).values(due_at=due_at))

    async def told(self, telling_ids: Iterable[int], *, told_with: int, now: datetime) -> None:
        these = tellings.c.id.in_(list(telling_ids))
        await self._session.run(update(tellings).where(these).values(told_at=now, told_with=told_with))

    @property
    def _stored(self) -> Select[Any]:
        stored = select(tellings, notices.c.body).join(notices, notices.c.id == tellings.c.notice_id)
        return stored.order_by(tellings.c.id)

    async def _tellings(self, wanted: Select[Any]) -> list[Telling]:
        return [_telling_of(row) for row in await self._session.all(wanted)]


async def forget_told(session: Session, *, before: datetime) -> None:
    """Rows are kept as long as the messages they tell of."""
    old = and_(tellings.c.bot_id == session.bot_id, tellings.c.told_at < before)
    await session.run(delete(tellings).where(old))


def _telling_of(row: Row[Any]) -> Telling:
    return Telling(
        id=row.id,
        notice_id=row.notice_id,
        notice=_decode_notice(row.body),
        person_id=row.person_id,
        estate_key=row.estate_key,
        wish_id=row.wish_id,
        urgent=row.urgent,
        due_at=row.due_at,
    )
