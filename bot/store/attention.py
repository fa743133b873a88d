"""How people want to be told of news: for all wishes, or for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, select

from bot.domain.attention import Attention
from bot.domain.wishes import Wish
from bot.store.attention_tables import notice_settings
from bot.store.session import Session
from bot.store.wish_tables import wishes
from bot.store.wishes import wish_of


class SqlAttentionSettings:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, person_id: int, wish_id: int | None = None) -> Attention | None:
        setting = await self._session.value(select(notice_settings.c.setting).where(_is(person_id, wish_id)))
        return Attention(setting) if setting else None

    async def choose(self, person_id: int, wish_id: int | None, setting: Attention, *, now: datetime) -> None:
        chosen = {"setting": setting.value, "chosen_at": now}
        insert = self._session.insert(notice_settings).values(person_id=person_id, wish_id=wish_id, **chosen)
        if wish_id is None:
            for_all = notice_settings.c.wish_id.is_(None)
            upsert = insert.on_conflict_do_update(index_elements=["person_id"], index_where=for_all, set_=chosen)
        else:
            upsert = insert.on_conflict_do_update(index_elements=["person_id", "wish_id"], set_=chosen)
        await self._session.run(upsert)

    async def forget(self, person_id: int, wish_id: int) -> None:
        await self._session.run(delete(notice_settings).where(_is(person_id, wish_id)))

    async def of_wishes(self, person_id: int, *, limit: int, offset: int = 0) -> Sequence[tuple[Wish, Attention]]:
        own = (
            select(wishes, notice_settings.c.setting)
            .join(notice_settings, notice_settings.c.wish_id == wishes.c.id)
            .where(notice_settings.c.person_id == person_id)
            .order_by(wishes.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return [(wish_of(row), Attention(row.setting)) for row in await self._session.all(own)]

    async def count_of_wishes(self, person_id: int) -> int:
        own = and_(notice_settings.c.person_id == person_id, notice_settings.c.wish_id.is_not(None))
        return int(await self._session.value(select(func.count()).select_from(notice_settings).where(own)))


def _is(person_id: int, wish_id: int | None) -> ColumnElement[bool]:
    about = notice_settings.c.wish_id.is_(None) if wish_id is None else notice_settings.c.wish_id == wish_id
    return and_(notice_settings.c.person_id == person_id, about)
