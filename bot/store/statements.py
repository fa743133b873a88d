"""What bodies stated on cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select

from bot.domain.people import Body, Speaker
from bot.domain.statements import Statement
from bot.store.session import NotStored, Session
from bot.store.takedown_tables import statements
from bot.store.wish_tables import wishes

_IN_ORDER = select(statements).where(statements.c.wish_id == bindparam("wish")).order_by(statements.c.id)


class SqlStatements:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, statement_id: int) -> Statement:
        """Raises NotStored."""
        found = select(statements).join(wishes, wishes.c.id == statements.c.wish_id)
        row = await self._session.first(
            found.where(wishes.c.bot_id == self._session.bot_id, statements.c.id == statement_id)
        )
        if row is None:
            raise NotStored(f"statement {statement_id}")
        return _statement_of(row)

    async def add(self, *, wish_id: int, words: str, speaker: Speaker, speaker_id: int, now: datetime) -> Statement:
        values = {
            "wish_id": wish_id,
            "words": words,
            "speaker_telegram_id": speaker.telegram_id,
            "speaker_name": speaker.name,
            "speaker_body": speaker.body.value,
            "speaker_id": speaker_id,
            "stated_at": now,
        }
        added = await self._session.connection.execute(statements.insert().values(values).returning(statements))
        return _statement_of(added.one())

    async def of(self, wish_id: int) -> Sequence[Statement]:
        return [_statement_of(row) for row in await self._session.all(_IN_ORDER, {"wish": wish_id})]


def _statement_of(row: Row[Any]) -> Statement:
    return Statement(
        id=row.id,
        wish_id=row.wish_id,
        words=row.words,
        speaker=Speaker(row.speaker_telegram_id, row.speaker_name, Body(row.speaker_body)),
        speaker_id=row.speaker_id,
        stated_at=row.stated_at,
    )
