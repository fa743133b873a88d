"""The store: a whole day survives restarts, on SQLite and PostgreSQL alike, and nobody's counts are lost in a crowd."""

from __future__ import annotations

import asyncio

import pytest

from bot.ports import WishFilter
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files

pytestmark = pytest.mark.on_both_databases


async def test_a_day_is_all_there_after_a_restart(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await answers(town, town.foreman, "答应", day="3月20日", words="灯具已经订了")
    await town.bot_restarts()
    await town.wang.says("第1件")
    shown = await town.wang.sees("这件是您提的")
    assert "1家也是" in shown.text
    assert "答应3月20日" in shown.text
    await town.liu.presses("支持", to=town.building3)
    assert "1家也是、1人支持" in (await town.wang.sees("第1件", to=town.building3)).text


async def test_forty_neighbours_at_once_are_forty_in_the_count(town: Estate) -> None:
    await files(town, town.wang, "电梯又停了")
    card = await town.chen.sees("第1件", to=town.building3)
    crowd = [await town.world.person(f"邻居{number}") for number in range(40)]
    town.world.autosettle = False
    for neighbour in crowd:
        await neighbour.joins(town.building3)
    await asyncio.gather(*(one.act("press", chat=card.chat_id, message=card.id, label="我家也是") for one in crowd))
    town.world.autosettle = True
    await town.world.settle()
    assert "40家也是" in (await town.wang.sees("第1件", to=town.building3)).text


async def test_wishes_filed_at_once_get_numbers_without_gaps(town: Estate) -> None:
    people = (town.wang, town.chen, town.liu, town.zhao)
    for person in people:
        await person.presses("我想要", to=town.building3)
        await person.says(f"{person.name}的一件事")
    for person in people:
        preview = await person.sees("这样写对吗")
        await person.act("press", chat=preview.chat_id, message=preview.id, label="发到群里")
    await town.world.settle()
    assert town.running.app is not None
    async with town.running.app.store.units.reading() as uow:
        found = await uow.wishes.find("sunny", WishFilter(), limit=10)
    assert sorted(wish.number for wish in found) == [1, 2, 3, 4]
