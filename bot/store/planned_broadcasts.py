"""What is going to be told many, and when next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, func, insert, select, update

from bot.domain.broadcasts import Channel, Content
from bot.domain.ledger import EntryFile
from bot.domain.people import Body, Speaker
from bot.domain.planned_broadcasts import UNDER_WAY, PlannedBroadcast, PlannedState
from bot.domain.sending_days import OnDayOff, Repeat, Rule
from bot.store import counters
from bot.store.broadcasts import audience_of, audience_values
from bot.store.planned_tables import planned_agreements, planned_broadcasts, planned_files
from bot.store.session import NotStored, Session

_KEPT = ("state", "by_id", "zone", "due_day", "due_at", "missed_on", "sent", "confirmed_by", "ended_at")
_SENT = ("ask_read", "emergency")


class SqlPlannedBroadcasts:
    """Fulfils `ports.PlannedBroadcasts`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, planned: PlannedBroadcast) -> PlannedBroadcast:
        number = await counters.next_value(self._session, f"planned:{planned.estate_key}")
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": planned.estate_key,
            "number": number,
            "at": planned.at,
            **_changing(planned),
        }
        added = insert(planned_broadcasts).values(values).returning(planned_broadcasts.c.id)
        planned_id = int((await self._session.connection.execute(added)).scalar_one())
        kept = replace(planned, id=planned_id, number=number)
        await self._keep_files(kept)
        return kept

    async def _keep_files(self, planned: PlannedBroadcast) -> None:
        for position, file in enumerate(planned.content.files):
            kept = {"bot_id": self._session.bot_id, "planned_id": planned.id, "position": position}
            await self._session.run(insert(planned_files).values(**kept, file=file.key, name=file.name))

    async def get(self, planned_id: int) -> PlannedBroadcast:
        """Raises NotStored."""
        return await self._one(select(planned_broadcasts), planned_id)

    async def lock(self, planned_id: int) -> PlannedBroadcast:
        """Raises NotStored."""
        return await self._one(select(planned_broadcasts).with_for_update(), planned_id)

    async def _one(self, wanted: Select[Any], planned_id: int) -> PlannedBroadcast:
        row = await self._session.first(wanted.where(self._mine, planned_broadcasts.c.id == planned_id))
        if row is None:
            raise NotStored(f"planned broadcast {planned_id}")
        return await self._planned(row)

    async def save(self, planned: PlannedBroadcast) -> None:
        this = (self._mine, planned_broadcasts.c.id == planned.id)
        await self._session.run(update(planned_broadcasts).where(*this).values(_changing(planned)))
        await self._session.run(delete(planned_files).where(planned_files.c.planned_id == planned.id))
        await self._keep_files(planned)

    async def agreed(self, planned_id: int, *, by: Speaker, now: datetime) -> None:
        row = {"bot_id": self._session.bot_id, "planned_id": planned_id, "at": now}
        await self._session.run(insert(planned_agreements).values(**row, by_name=by.name, by_body=by.body.value))

    async def under_way(self, estate_key: str) -> Sequence[PlannedBroadcast]:
        states = sorted(state.value for state in UNDER_WAY)
        theirs = (planned_broadcasts.c.estate_key == estate_key, planned_broadcasts.c.state.in_(states))
        found = select(planned_broadcasts).where(self._mine, *theirs).order_by(planned_broadcasts.c.id)
        return [await self._planned(row) for row in await self._session.all(found)]

    async def due(self, now: datetime, *, limit: int) -> Sequence[int]:
        found = select(planned_broadcasts.c.id).where(self._mine, planned_broadcasts.c.due_at <= now)
        found = found.order_by(planned_broadcasts.c.due_at, planned_broadcasts.c.id).limit(limit)
        return [row.id for row in await self._session.all(found)]

    async def next_due(self) -> datetime | None:
        first: datetime | None = await self._session.value(
            select(func.min(planned_broadcasts.c.due_at)).where(self._mine)
        )
        return first

    @property
    def _mine(self) -> ColumnElement[bool]:
        return planned_broadcasts.c.bot_id == self._session.bot_id

    async def _planned(self, row: Row[Any]) -> PlannedBroadcast:
        kept = select(planned_files).where(planned_files.c.planned_id == row.id).order_by(planned_files.c.position)
        files = await self._session.all(kept)
        at = time.fromisoformat(row.at_time)
        return PlannedBroadcast(
            id=row.id,
            estate_key=row.estate_key,
            number=row.number,
            content=Content(row.words, tuple(EntryFile(each.file, each.name) for each in files)),
            audience=audience_of(row),
            channel=Channel(row.channel),
            ask_read=row.ask_read,
            emergency=row.emergency,
            rule=Rule(Repeat(row.repeat), row.first_on, at, row.until_on, OnDayOff(row.on_day_off)),
            state=PlannedState(row.state),
            by=Speaker(0, row.by_name, Body(row.by_body)),
            by_id=row.by_id,
            at=row.at,
            zone=row.zone,
            desk_chat_id=row.desk_chat_id,
            desk_language=row.desk_language,
            skipped=frozenset(date.fromisoformat(day) for day in row.skipped),
            moved={date.fromisoformat(day): datetime.fromisoformat(wall) for day, wall in row.moved.items()},
            past=row.past_day,
            due_day=row.due_day,
            due_at=row.due_at,
            missed_on=row.missed_on,
            sent=row.sent,
            confirmed_by=row.confirmed_by,
            ended_at=row.ended_at,
        )


def _changing(planned: PlannedBroadcast) -> dict[str, Any]:
    rule = planned.rule
    return {
        **{name: getattr(planned, name) for name in (*_KEPT, *_SENT)},
        "words": dict(planned.content.words),
        **audience_values(planned.audience),
        "channel": planned.channel.value,
        "repeat": rule.repeat.value,
        "first_on": rule.first,
        "at_time": f"{rule.at:%H:%M}",
        "until_on": rule.until,
        "on_day_off": rule.on_day_off.value,
        "state": planned.state.value,
        "by_name": planned.by.name,
        "by_body": planned.by.body.value,
        "desk_chat_id": planned.desk_chat_id,
        "desk_language": planned.desk_language,
        "skipped": sorted(day.isoformat() for day in planned.skipped),
        "moved": {day.isoformat(): wall.isoformat() for day, wall in planned.moved.items()},
        "past_day": planned.past,
    }
