"""Wishes of a whole building, and the wishes on its floors that say the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import select

from bot.domain.wishes import Visibility, Wish
from bot.store.keeping_tables import gathered
from bot.store.session import Session
from bot.store.wish_tables import wishes
from bot.store.wishes import wish_of


class SqlGathered:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, whole_id: int, part_ids: Collection[int]) -> None:
        for part_id in sorted(part_ids):
            values = self._session.insert(gathered).values(whole_id=whole_id, part_id=part_id)
            await self._session.run(values.on_conflict_do_nothing())

    async def parts_of(self, whole_id: int) -> Sequence[Wish]:
        public = (wishes.c.bot_id == self._session.bot_id, wishes.c.visibility != Visibility.COMMITTEE.value)
        parts = select(wishes).join(gathered, gathered.c.part_id == wishes.c.id)
        rows = await self._session.all(parts.where(gathered.c.whole_id == whole_id, *public).order_by(wishes.c.number))
        return [wish_of(row) for row in rows]
