"""What administrators said who hide, until one of them shows themselves by a press."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, select, update

from bot.domain.unsigned import Unsigned
from bot.store.group_tables import unsigned
from bot.store.session import Session

_LOCKED = (
    select(unsigned).where(unsigned.c.bot_id == bindparam("bot"), unsigned.c.id == bindparam("key")).with_for_update()
)


def _unsigned_of(row: Row[Any]) -> Unsigned:
    return Unsigned(row.id, row.chat_id, row.message_id, row.body, row.expires_at, row.done)


class SqlUnsignedWords:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, *, chat_id: int, message_id: int, body: str, expires_at: datetime) -> Unsigned:
        values = {"chat_id": chat_id, "message_id": message_id, "body": body, "expires_at": expires_at, "done": False}
        added = unsigned.insert().values(bot_id=self._session.bot_id, **values).returning(unsigned)
        return _unsigned_of((await self._session.connection.execute(added)).one())

    async def lock(self, unsigned_id: int) -> Unsigned | None:
        row = await self._session.first(_LOCKED, {"bot": self._session.bot_id, "key": unsigned_id})
        return _unsigned_of(row) if row else None

    async def done(self, unsigned_id: int) -> None:
        await self._session.run(update(unsigned).where(self._is(unsigned_id)).values(done=True, body=""))

    async def due(self, now: datetime, *, limit: int) -> Sequence[Unsigned]:
        over = and_(unsigned.c.bot_id == self._session.bot_id, unsigned.c.expires_at <= now)
        rows = await self._session.all(
            select(unsigned).where(over).order_by(unsigned.c.expires_at, unsigned.c.id).limit(limit)
        )
        return [_unsigned_of(row) for row in rows]

    async def drop(self, unsigned_id: int) -> None:
        await self._session.run(delete(unsigned).where(self._is(unsigned_id)))

    def _is(self, unsigned_id: int) -> Any:
        return and_(unsigned.c.bot_id == self._session.bot_id, unsigned.c.id == unsigned_id)
