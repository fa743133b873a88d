"""Of whose danger words the staff was told, and when; never the words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.domain.alarms import Alarm
from bot.domain.danger import Danger
from bot.store.author_tables import alarms
from bot.store.session import NotStored, Session


class SqlAlarms:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, alarm_id: int) -> Alarm:
        """Raises NotStored."""
        row = await self._session.first(
            select(alarms).where(alarms.c.bot_id == self._session.bot_id, alarms.c.id == alarm_id)
        )
        if row is None:
            raise NotStored(f"alarm {alarm_id}")
        return _alarm_of(row)

    async def raised_since(self, person_id: int, estate_key: str, moment: datetime) -> Sequence[Alarm]:
        raised = select(alarms).where(
            alarms.c.bot_id == self._session.bot_id,
            alarms.c.person_id == person_id,
            alarms.c.estate_key == estate_key,
            alarms.c.raised_at >= moment,
        )
        return [_alarm_of(row) for row in await self._session.all(raised.order_by(alarms.c.id))]

    async def add(self, *, person_id: int, estate_key: str, dangers: Sequence[Danger], now: datetime) -> Alarm:
        values = {
            "bot_id": self._session.bot_id,
            "person_id": person_id,
            "estate_key": estate_key,
            "dangers": [danger.value for danger in dangers],
            "raised_at": now,
        }
        added = await self._session.connection.execute(alarms.insert().values(values).returning(alarms))
        return _alarm_of(added.one())

    async def call_off(self, alarm_id: int, *, now: datetime) -> bool:
        standing = update(alarms).where(
            alarms.c.bot_id == self._session.bot_id, alarms.c.id == alarm_id, alarms.c.called_off_at.is_(None)
        )
        return bool(await self._session.run(standing.values(called_off_at=now)))


def _alarm_of(row: Row[Any]) -> Alarm:
    return Alarm(
        id=row.id,
        person_id=row.person_id,
        estate_key=row.estate_key,
        dangers=tuple(Danger(each) for each in row.dangers),
        raised_at=row.raised_at,
        called_off_at=row.called_off_at,
    )
