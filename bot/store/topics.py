"""The forum topics of a building's group by what they are for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, select, update

from bot.domain.topics import Topic, TopicUse
from bot.store.group_tables import topics
from bot.store.session import Session

_OF = select(topics.c.use, topics.c.topic_id, topics.c.closed_at).where(topics.c.chat_id == bindparam("chat"))


class SqlTopics:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, chat_id: int) -> Mapping[TopicUse, Topic]:
        rows = await self._session.all(_OF, {"chat": chat_id})
        return {TopicUse(row.use): Topic(row.topic_id, row.closed_at) for row in rows}

    async def choose(self, chat_id: int, use: TopicUse, topic_id: int) -> None:
        shown = {"topic_id": topic_id, "closed_at": None}
        insert = self._session.insert(topics).values(chat_id=chat_id, use=use.value, **shown)
        await self._session.run(insert.on_conflict_do_update(index_elements=["chat_id", "use"], set_=shown))

    async def clear(self, chat_id: int, use: TopicUse | None = None) -> None:
        those = topics.c.chat_id == chat_id
        await self._session.run(delete(topics).where(those if use is None else and_(those, topics.c.use == use.value)))

    async def opened(self, chat_id: int, topic_id: int | None = None) -> None:
        await self._session.run(update(topics).where(_shut(chat_id, topic_id)).values(closed_at=None))


def _shut(chat_id: int, topic_id: int | None) -> Any:
    those = and_(topics.c.chat_id == chat_id, topics.c.closed_at.is_not(None))
    return those if topic_id is None else and_(those, topics.c.topic_id == topic_id)


async def lost(session: Session, chat_id: int, topic_id: int, *, closed: bool, now: datetime) -> None:
    """Telegram takes nothing there: a closed topic stays chosen, one that is gone is forgotten; others stay as they
    are."""
    this = and_(topics.c.chat_id == chat_id, topics.c.topic_id == topic_id)
    await session.run(update(topics).where(this).values(closed_at=now) if closed else delete(topics).where(this))
