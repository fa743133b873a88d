"""Who filed for a neighbour, and of which answers that neighbour was told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select

from bot.domain.filed_for import FiledFor, Filer, PassedOn, Way
from bot.store.for_others_tables import filed_for, passed_on
from bot.store.session import Session
from bot.store.wish_tables import answers

_OF_WISH = select(filed_for).where(filed_for.c.bot_id == bindparam("bot"), filed_for.c.wish_id == bindparam("wish"))
_PASSED_ON = select(passed_on).where(passed_on.c.answer_id == bindparam("answer"))
_ALL_PASSED_ON = (
    select(passed_on)
    .join(answers, answers.c.id == passed_on.c.answer_id)
    .where(answers.c.wish_id == bindparam("wish"))
    .order_by(passed_on.c.answer_id)
)


def _passed_on_of(row: Row[Any]) -> PassedOn:
    return PassedOn(row.answer_id, row.person_id, row.told_at)


class SqlFiledForOthers:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, filed: FiledFor) -> None:
        values = {
            "wish_id": filed.wish_id,
            "filer_id": filed.filer_id,
            "filer_name": filed.filer_name,
            "filer": filed.filer.value,
            "way": filed.way.value,
            "neighbour_name": filed.neighbour_name,
            "neighbour_door": filed.neighbour_door,
            "bot_id": self._session.bot_id,
            "slip": filed.slip,
        }
        await self._session.run(filed_for.insert().values(values))

    async def of(self, wish_id: int) -> FiledFor | None:
        row = await self._session.first(_OF_WISH, {"bot": self._session.bot_id, "wish": wish_id})
        if row is None:
            return None
        return FiledFor(
            wish_id=row.wish_id,
            filer_id=row.filer_id,
            filer_name=row.filer_name,
            filer=Filer(row.filer),
            way=Way(row.way),
            neighbour_name=row.neighbour_name,
            neighbour_door=row.neighbour_door,
            slip=row.slip,
        )

    async def pass_on(self, answer_id: int, person_id: int, *, now: datetime) -> bool:
        values = self._session.insert(passed_on).values(answer_id=answer_id, person_id=person_id, told_at=now)
        once = values.on_conflict_do_nothing(index_elements=["answer_id"]).returning(passed_on.c.answer_id)
        return await self._session.value(once) is not None

    async def take_back(self, answer_id: int) -> None:
        await self._session.run(delete(passed_on).where(passed_on.c.answer_id == answer_id))

    async def passed_on(self, answer_id: int) -> PassedOn | None:
        row = await self._session.first(_PASSED_ON, {"answer": answer_id})
        return _passed_on_of(row) if row else None

    async def all_passed_on(self, wish_id: int) -> Mapping[int, PassedOn]:
        rows = await self._session.all(_ALL_PASSED_ON, {"wish": wish_id})
        return {row.answer_id: _passed_on_of(row) for row in rows}
