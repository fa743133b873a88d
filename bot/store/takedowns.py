"""Reports of a wish, and what came of them. Who reported is read for that person alone; others get a number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update

from bot.domain.people import Body
from bot.domain.takedowns import Reason, Report, Step, TakedownStep
from bot.store.session import NotStored, Session
from bot.store.takedown_tables import reports, takedowns
from bot.store.wish_tables import wishes

_LIVE = (reports.c.wish_id == bindparam("wish"), reports.c.reported_at.is_not(None), reports.c.used_at.is_(None))
_COUNT = select(func.count()).select_from(reports).where(*_LIVE)
_REPORT = select(reports).where(reports.c.wish_id == bindparam("wish"), reports.c.person_id == bindparam("person"))
_OF_WISH = select(takedowns).where(takedowns.c.wish_id == bindparam("wish"))
_IN_ORDER = _OF_WISH.order_by(takedowns.c.id)
_NEWEST = _OF_WISH.order_by(takedowns.c.id.desc()).limit(1)


class SqlTakedowns:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def report_of(self, wish_id: int, person_id: int) -> Report | None:
        row = await self._session.first(_REPORT, {"wish": wish_id, "person": person_id})
        return Report(row.asked_at, row.reported_at, row.used_at) if row else None

    async def save_report(self, wish_id: int, person_id: int, report: Report) -> None:
        values = {"asked_at": report.asked_at, "reported_at": report.reported_at, "used_at": report.used_at}
        insert = self._session.insert(reports).values(wish_id=wish_id, person_id=person_id, **values)
        await self._session.run(insert.on_conflict_do_update(index_elements=["wish_id", "person_id"], set_=values))

    async def reports(self, wish_id: int) -> int:
        return int(await self._session.value(_COUNT, {"wish": wish_id}))

    async def use_up_reports(self, wish_id: int, *, now: datetime) -> None:
        used = update(reports).where(*_LIVE).values(used_at=now, asked_at=None)
        await self._session.run(used, {"wish": wish_id})

    async def get(self, step_id: int) -> TakedownStep:
        """Raises NotStored."""
        found = select(takedowns).join(wishes, wishes.c.id == takedowns.c.wish_id)
        row = await self._session.first(found.where(wishes.c.bot_id == self._session.bot_id, takedowns.c.id == step_id))
        if row is None:
            raise NotStored(f"takedown step {step_id}")
        return _step_of(row)

    async def of(self, wish_id: int) -> Sequence[TakedownStep]:
        return [_step_of(row) for row in await self._session.all(_IN_ORDER, {"wish": wish_id})]

    async def last(self, wish_id: int) -> TakedownStep | None:
        row = await self._session.first(_NEWEST, {"wish": wish_id})
        return _step_of(row) if row else None

    async def add(
        self,
        *,
        wish_id: int,
        step: Step,
        now: datetime,
        person_id: int | None = None,
        name: str = "",
        body: Body | None = None,
        reason: Reason | None = None,
        words: str = "",
        reports: int = 0,
    ) -> TakedownStep:
        values = {
            "wish_id": wish_id,
            "step": step.value,
            "at": now,
            "person_id": person_id,
            "name": name,
            "body": body.value if body else None,
            "reason": reason.value if reason else None,
            "words": words,
            "reports": reports,
        }
        added = await self._session.connection.execute(takedowns.insert().values(values).returning(takedowns))
        return _step_of(added.one())


def _step_of(row: Row[Any]) -> TakedownStep:
    return TakedownStep(
        id=row.id,
        wish_id=row.wish_id,
        step=Step(row.step),
        at=row.at,
        person_id=row.person_id,
        name=row.name,
        body=Body(row.body) if row.body else None,
        reason=Reason(row.reason) if row.reason else None,
        words=row.words,
        reports=row.reports,
    )
