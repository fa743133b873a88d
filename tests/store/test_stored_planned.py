"""Planned broadcasts and templates as they are kept: read back whole, due once, the bounds of the database itself."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from bot.domain.broadcast_templates import Template
from bot.domain.broadcasts import Audience, Channel, Content, Whom
from bot.domain.ledger import EntryFile
from bot.domain.people import Body, Estate, Speaker
from bot.domain.planned_broadcasts import PlannedBroadcast, PlannedState
from bot.domain.sending_days import OnDayOff, Repeat, Rule
from bot.messages import Photo
from bot.services import planned_deadlines
from bot.store.broadcast_tables import broadcasts
from bot.store.planned_tables import planned_broadcasts
from bot.store.unit import session_of
from tests.store.building import Building

ESTATE = Estate("east", "东苑", ZoneInfo("Asia/Shanghai"), "zh", 3)


async def kept(building: Building, *, due_in: timedelta = timedelta(0), photo: str | None = None) -> PlannedBroadcast:
    """In the building's group, every week."""
    now = building.clock.now()
    local = ESTATE.local(now + due_in)
    async with building.store.units.writing() as uow:
        files = (EntryFile(await uow.files.keep(Photo(photo, photo))),) if photo else ()
        planned = PlannedBroadcast(
            *(0, "east", 0, Content({"zh": "<b>停水</b>", "en": "off"}, files), Audience(Whom.ALL, ("east",))),
            channel=Channel.GROUPS,
            ask_read=True,
            emergency=True,
            rule=Rule(Repeat.WEEKLY, local.date(), local.time().replace(second=0), None, OnDayOff.AFTER),
            state=PlannedState.PLANNED,
            by=Speaker(0, "李", Body.COMMITTEE),
            by_id=building.li.id,
            at=now,
            zone="Asia/Shanghai",
            desk_chat_id=building.chat.id,
            desk_language="",
            due_day=local.date(),
            due_at=now + due_in,
        )
        return await uow.planned_broadcasts.add(planned)


async def test_what_is_kept_is_read_back_and_changed(building: Building) -> None:
    planned = await kept(building, photo="p1")
    other = replace(
        planned,
        content=Content({"zh": "停电"}),
        audience=Audience(Whom.BUILDINGS, ("east",), ("3",)),
        rule=Rule(Repeat.MONTHLY, date(2026, 3, 31), time(9, 30), date(2027, 1, 1), OnDayOff.LEAVE_OUT),
        skipped=frozenset({date(2026, 4, 30)}),
        moved={date(2026, 5, 31): datetime(2026, 5, 30, 8)},  # noqa: DTZ001  wall time
        past=date(2026, 3, 31),
        missed_on=date(2026, 3, 31),
        sent=3,
        confirmed_by="张",
    )
    async with building.store.units.writing() as uow:
        assert await uow.planned_broadcasts.get(planned.id) == replace(planned, by=planned.by)
        assert planned.number == 1
        await uow.planned_broadcasts.save(other)
        assert await uow.planned_broadcasts.lock(planned.id) == other
        assert list(await uow.planned_broadcasts.under_way("east")) == [other]
        assert list(await uow.planned_broadcasts.under_way("west")) == []
        with pytest.raises(LookupError):
            await uow.planned_broadcasts.get(404)


async def test_what_is_due_comes_first_and_what_is_over_never(building: Building) -> None:
    now = building.clock.now()
    later = await kept(building, due_in=timedelta(hours=1))
    first = await kept(building)
    async with building.store.units.writing() as uow:
        assert await uow.planned_broadcasts.next_due() == now
        assert await uow.planned_broadcasts.due(now, limit=9) == [first.id]
        assert await uow.planned_broadcasts.due(now + timedelta(hours=2), limit=9) == [first.id, later.id]
        over = replace(first, state=PlannedState.STOPPED, due_at=None, due_day=None, ended_at=now)
        await uow.planned_broadcasts.save(over)
        assert await uow.planned_broadcasts.next_due() == now + timedelta(hours=1)
        assert [each.id for each in await uow.planned_broadcasts.under_way("east")] == [later.id]


async def test_however_many_look_at_once_a_turn_goes_out_once(building: Building) -> None:
    planned = await kept(building)
    now = building.clock.now()
    speaks = replace(ESTATE, speakers={building.li.telegram_id: Speaker(building.li.telegram_id, "李", Body.COMMITTEE)})

    async def look() -> int:
        async with building.store.units.writing() as uow:
            return await planned_deadlines.meet({"east": speaks}, uow=uow, now=now)

    assert sum(await asyncio.gather(*(look() for _ in range(4)))) == 1
    async with building.store.units.reading() as uow:
        rows = await session_of(uow).all(select(broadcasts))
        told = await uow.planned_broadcasts.get(planned.id)
    assert [row.state for row in rows] == ["sending"]
    assert (told.sent, told.missed_on) == (1, None)
    assert told.due_at == now + timedelta(days=7)


@pytest.mark.parametrize("wrong", [{"due_at": None}, {"state": "paused"}, {"state": "over"}, {"repeat": "yearly"}])
async def test_the_database_itself_keeps_it_whole(building: Building, wrong: dict[str, object]) -> None:
    await kept(building)
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await session_of(uow).run(update(planned_broadcasts).values(wrong))


async def test_templates_have_one_name_each(building: Building) -> None:
    now = building.clock.now()
    template = Template(0, "east", "停水", {"zh": "{哪天}停水"}, building.li.id, "李", now)
    async with building.store.units.writing() as uow:
        first = await uow.broadcast_templates.add(template)
        await uow.broadcast_templates.save(replace(first, name="停电", words={"zh": "停电", "en": "off"}))
        assert (await uow.broadcast_templates.get(first.id)).words == {"zh": "停电", "en": "off"}
        second = await uow.broadcast_templates.add(template)
        assert [each.name for each in await uow.broadcast_templates.of_estate("east")] == sorted(["停水", "停电"])
        await uow.broadcast_templates.remove(second.id)
        with pytest.raises(LookupError):
            await uow.broadcast_templates.get(second.id)
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.broadcast_templates.add(replace(template, name="停电"))
