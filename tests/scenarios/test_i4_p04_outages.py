"""Telegram itself on a bad day: an hour without it, a day without the bot, and numbers of updates that jump."""

from __future__ import annotations

from datetime import datetime

import pytest

from simulator.client import Person
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers, files, starts, until, until_it_polls

pytestmark = pytest.mark.on_both_databases


async def down_for_an_hour(town: Estate) -> datetime:
    """The end of the hour."""
    await town.world.is_down(hours=1)
    return datetime.fromtimestamp((await town.world.now()).timestamp() + 3600, tz=(await town.world.now()).tzinfo)


async def said(person: Person, words: str) -> list[str]:
    return [message.text for message in await person.reads() if words in message.text]


async def test_an_hour_without_telegram_delays_a_dialog_and_loses_nothing_of_it(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    end = await down_for_an_hour(town)
    await town.wang.says("三楼走廊的灯坏了", settle=False)
    await town.wang.says("四楼走廊的灯也坏了", settle=False)
    await until(town, end)
    await until_it_polls(town)
    assert [message.text for message in await town.wang.reads() if message.mine][-1] == "四楼走廊的灯也坏了"
    assert "四楼" in (await town.wang.sees("这样写对吗")).text
    await town.wang.presses("发到群里")
    cards = [m for m in await town.chen.reads(to=town.building3) if "第1件 · 我想要" in m.text]
    assert len(cards) == 1
    assert "四楼" in cards[0].text
    await town.wang.does_not_see("对不起")


async def test_what_waited_to_be_said_is_said_once_and_in_order(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await starts(town.chen, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    end = await down_for_an_hour(town)
    for number in range(5):
        await town.wang.says(f"/find 第{number}样", settle=False)
    await town.foreman.says(f"/wish@{BOT} 1", to=town.staff, settle=False)
    await until(town, end)
    await until_it_polls(town)
    assert [text[6] for text in await said(town.wang, "没找到带")] == list("01234")
    assert len([m for m in await town.foreman.reads(to=town.staff) if m.text.startswith("第1件") and not m.mine]) >= 1
    await answers(town, town.foreman, "答应", day="3月20日")
    for person in (town.wang, town.chen):
        assert len(await said(person, "第1件有回音")) == 1


async def test_news_on_its_way_when_telegram_goes_down_arrives_once(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await town.foreman.presses("答复", to=town.staff)
    await town.foreman.presses("答应", to=town.staff)
    for words in ("3月20日", "灯管已经买好"):
        await town.foreman.says(words, to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    end = await down_for_an_hour(town)
    await town.foreman.presses("对", to=town.staff, wait_s=0, settle=False)  # the poll under way still brings it
    await until(town, end)
    await until_it_polls(town)
    for person in (town.wang, town.chen):
        assert len(await said(person, "第1件有回音")) == 1
    assert "灯管已经买好" in (await town.liu.sees("第1件 · 我想要", to=town.building3)).text


async def test_ids_of_updates_jump_ahead_and_back(town: Estate) -> None:
    await starts(town.wang, town.building3)
    for first in (1_999_999_999, 17, 500_000):
        await town.world.numbers_updates_from(first)
        await town.wang.says(f"/find 第{first}样")
        await town.wang.says(f"/find 又{first}样")
        assert len(await said(town.wang, f"第{first}样")) == 2, "what was said and the answer to it"
        assert len(await said(town.wang, f"又{first}样")) == 2
    await town.world.numbers_updates_from(40)
    await town.wang.says("三楼走廊的灯坏了", settle=False)
    await town.wang.says("四楼走廊的灯坏了")
    await town.world.redelivers()
    await town.wang.presses("发到群里")
    assert "四楼" in (await town.chen.sees("第1件", to=town.building3)).text


async def test_a_day_of_backlog_is_handled_in_order_and_presses_of_that_day_are_lost(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await starts(town.emma, town.building5)
    await town.running.stop()
    await town.chen.presses("支持", to=town.building3, wait_s=0, settle=False)
    for number in range(3):
        await town.wang.says(f"/find 第{number}样", settle=False)
        await town.world.advances(hours=7, settle=False)
    await town.emma.says("The gate is broken", settle=False)
    await town.liu.presses("我家也是", to=town.building3, wait_s=0, settle=False)  # a press the bot still gets
    await town.world.advances(seconds=140, settle=False)
    await town.running.start()
    await town.world.settle()
    assert [text[6] for text in await said(town.wang, "没找到带")] == list("012")
    await town.emma.sees("Is this right?")
    card = (await town.chen.sees("第1件 · 我想要", to=town.building3)).text
    assert "1家也是" in card
    assert "支持" not in card, "that press was never heard of"
    await town.chen.presses("支持", to=town.building3)
    assert "1人支持" in (await town.chen.sees("第1件 · 我想要", to=town.building3)).text


async def test_what_is_older_than_a_day_never_arrives(small_town: Estate) -> None:
    town = small_town
    await starts(town.wang, town.building3)
    await town.running.stop()
    await town.wang.says("/find 前天", settle=False)
    await town.world.advances(hours=24, settle=False)
    await town.wang.says("/find 今天", settle=False)
    await town.running.start()
    await town.world.settle()
    await town.wang.sees("没找到带“今天”")
    await town.wang.does_not_see("没找到带“前天”")
