"""Counted buttons: many neighbours at once, a bot that is away, a press that comes twice."""

from __future__ import annotations

import asyncio

import pytest

from tests.scenarios.estate import Estate
from tests.scenarios.scenes import files

pytestmark = pytest.mark.on_both_databases

CROWD = 30


async def crowd(town: Estate) -> list:
    """So many further neighbours of building 3, none of whom ever wrote to the bot."""
    people = [await town.world.person(f"邻居{number}") for number in range(CROWD)]
    for person in people:
        await person.joins(town.building3)
    return people


async def test_thirty_neighbours_press_at_once_and_each_counts_and_is_told(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    people = await crowd(town)
    card = await town.wang.sees("第1件", to=town.building3)
    edits = len([call for call in await town.world.calls() if call["method"] == "editMessageText"])

    told = await asyncio.gather(*(person.presses("我家也是", card, wait_s=20, settle=False) for person in people))
    assert ["记上了。您还没在私聊里按过“开始”，" in (each.alert or "") for each in told] == [True] * CROWD
    await town.world.settle()
    assert f"{CROWD}家也是" in (await town.wang.sees("第1件", to=town.building3)).text
    edited = len([call for call in await town.world.calls() if call["method"] == "editMessageText"]) - edits
    assert 1 <= edited <= CROWD // 2, "one edit shows many presses"

    # Whoever may not is told so, in the same breath; nobody's count suffers.
    own = await town.wang.presses("我家也是", card)
    assert own.alert
    assert "您" in own.alert
    assert f"{CROWD}家也是" in (await town.wang.sees("第1件", to=town.building3)).text


async def test_english_neighbours_read_their_answer_in_english(english_town: Estate) -> None:
    town = english_town
    await town.wang.presses("I want", to=town.building3)
    await town.wang.says("The lamp on the third floor is broken")
    await town.wang.presses("发到群里")  # in private she reads her own phone's language
    told = await town.zhao.presses("Same here", to=town.building3)
    assert (told.alert or "").startswith("Counted. You haven’t pressed Start")
    again = await town.zhao.presses("Same here", to=town.building3)
    assert again.alert
    assert "no. 1" in again.alert.lower()


async def test_what_is_pressed_while_the_bot_is_away_counts_once_when_it_is_back(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.sees("第1件", to=town.building3)
    await town.running.stop()
    for person in (town.chen, town.liu, town.zhao):
        await person.presses("我家也是", card, wait_s=0, settle=False)
    await town.running.start()
    await town.world.settle()
    assert "3家也是" in (await town.wang.sees("第1件", to=town.building3)).text
    for _ in range(2):
        await town.world.redelivers()
    assert "3家也是" in (await town.wang.sees("第1件", to=town.building3)).text


async def test_a_press_right_after_a_command_does_not_overtake_it(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.sees("第1件", to=town.building3)
    await town.running.stop()
    await town.chen.says("/want@wishwell_bot 门口的灯也坏了", to=town.building3, settle=False)
    await town.chen.presses("支持", card, wait_s=0, settle=False)
    await town.running.start()
    await town.world.settle()
    assert "1人支持" in (await town.wang.sees("第1件", to=town.building3)).text
    app = town.running.app
    assert app is not None
    assert await app.store.inbox.waiting() == 0
