"""Sentences that wait for their authors' press, and how authors stand to being asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, or_, select

from bot.domain.jots import ANSWER_WITHIN, Asked, Jot
from bot.messages import Quoted
from bot.store.for_others_tables import jot_authors, jots
from bot.store.session import Session

_LOCKED = select(jots).where(jots.c.bot_id == bindparam("bot"), jots.c.id == bindparam("key")).with_for_update()
_AUTHOR = select(jot_authors).where(
    jot_authors.c.bot_id == bindparam("bot"), jot_authors.c.telegram_id == bindparam("key")
)


def jot_of(row: Row[Any]) -> Jot:
    return Jot(
        id=row.id,
        chat_id=row.chat_id,
        message_id=row.message_id,
        author_telegram_id=row.author_telegram_id,
        author_name=row.author_name,
        words=row.words,
        photo_file_id=row.photo_file_id,
        photo_key=row.photo_key,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        expires_at=row.expires_at,
    )


class SqlJots:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(
        self, quoted: Quoted, *, author_telegram_id: int, chat_id: int, asked_by: int, now: datetime
    ) -> Jot | None:
        values = self._session.insert(jots).values(
            bot_id=self._session.bot_id,
            chat_id=chat_id,
            message_id=quoted.message_id,
            author_telegram_id=author_telegram_id,
            author_name=quoted.name,
            words=quoted.words,
            photo_file_id=quoted.photo.file_id if quoted.photo else None,
            photo_key=quoted.photo.unique_id if quoted.photo else None,
            asked_by=asked_by,
            asked_at=now,
            expires_at=now + ANSWER_WITHIN,
        )
        once = values.on_conflict_do_nothing(index_elements=["chat_id", "message_id"]).returning(jots)
        row = await self._session.first(once)
        return jot_of(row) if row else None

    async def waits(self, chat_id: int, message_id: int) -> bool:
        this = and_(jots.c.chat_id == chat_id, jots.c.message_id == message_id)
        return await self._session.first(select(jots.c.id).where(this)) is not None

    async def lock(self, jot_id: int) -> Jot | None:
        row = await self._session.first(_LOCKED, {"bot": self._session.bot_id, "key": jot_id})
        return jot_of(row) if row else None

    async def drop(self, jot_id: int) -> None:
        await self._session.run(delete(jots).where(jots.c.bot_id == self._session.bot_id, jots.c.id == jot_id))

    async def due(self, now: datetime, *, limit: int) -> Sequence[Jot]:
        over = and_(jots.c.bot_id == self._session.bot_id, jots.c.expires_at <= now)
        rows = await self._session.all(select(jots).where(over).order_by(jots.c.expires_at, jots.c.id).limit(limit))
        return [jot_of(row) for row in rows]

    async def asked(self, telegram_id: int) -> Asked:
        row = await self._session.first(_AUTHOR, {"bot": self._session.bot_id, "key": telegram_id})
        return Asked(row.asked_on, never_again=row.refused_at is not None) if row else Asked()

    async def note_asked(self, telegram_id: int, *, on: date) -> bool:
        mine = jot_authors.c.bot_id == self._session.bot_id
        past = and_(mine, jot_authors.c.asked_on < on, jot_authors.c.refused_at.is_(None))
        await self._session.run(delete(jot_authors).where(past))
        insert = self._session.insert(jot_authors).values(
            bot_id=self._session.bot_id, telegram_id=telegram_id, asked_on=on
        )
        allowed = and_(
            jot_authors.c.refused_at.is_(None), or_(jot_authors.c.asked_on.is_(None), jot_authors.c.asked_on < on)
        )
        once = insert.on_conflict_do_update(
            index_elements=["bot_id", "telegram_id"], set_={"asked_on": on}, where=allowed
        )
        return await self._session.value(once.returning(jot_authors.c.telegram_id)) is not None

    async def set_never_again(self, telegram_id: int, never: bool, *, now: datetime) -> None:
        this = {"bot_id": self._session.bot_id, "telegram_id": telegram_id}
        if never:
            insert = self._session.insert(jot_authors).values(**this, refused_at=now)
            await self._session.run(
                insert.on_conflict_do_update(index_elements=["bot_id", "telegram_id"], set_={"refused_at": now})
            )
            return
        theirs = and_(jot_authors.c.bot_id == self._session.bot_id, jot_authors.c.telegram_id == telegram_id)
        await self._session.run(delete(jot_authors).where(theirs))
