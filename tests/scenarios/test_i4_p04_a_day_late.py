"""Words that lay at Telegram over night: "tomorrow" is the day after they were written."""

from __future__ import annotations

import pytest

from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import files, starts


async def asked_for_a_day(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.presses("答复", to=town.staff)
    await town.foreman.presses("答应", to=town.staff)


async def over_night(town: Estate, words: str) -> None:
    """Said to the question in the staff chat while no process runs, and heard 20 hours later."""
    asked = await town.foreman.last(to=town.staff)
    await town.running.stop()
    await town.foreman.says(words, to=town.staff, reply_to=asked, settle=False)
    await town.world.advances(hours=20, settle=False)
    await town.running.start()
    await town.world.settle()


@pytest.mark.parametrize(
    ("words", "day"), [("后天", "3月4日（周三）"), ("明天", "3月3日（周二）"), ("周五", "3月6日（周五）")]
)
async def test_a_day_is_meant_as_of_the_day_it_was_written_on(town: Estate, words: str, day: str) -> None:
    await asked_for_a_day(town)
    await over_night(town, words)
    asked = await town.foreman.sees("要补一句吗", to=town.staff)
    assert "这句是您3月2日（周一）写的" in asked.text
    await town.foreman.says("跳过", to=town.staff, reply_to=asked)
    assert f"答应{day}前办好" in (await town.foreman.sees("这样答复，对吗", to=town.staff)).text


async def test_a_day_that_went_by_meanwhile_is_asked_for_again(town: Estate) -> None:
    await asked_for_a_day(town)
    await over_night(town, "今天")
    asked = await town.foreman.sees("今天已经过去了", to=town.staff)
    await town.foreman.says("今天", to=town.staff, reply_to=asked)
    await town.foreman.says("跳过", to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    assert "答应3月3日（周二）前办好" in (await town.foreman.sees("这样答复，对吗", to=town.staff)).text


async def test_in_english_too(small_town: Estate) -> None:
    town = small_town
    await town.secretary.says(f"/language@{BOT} English", to=town.staff)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.presses("Answer", to=town.staff)
    await town.foreman.presses("Promise", to=town.staff)
    await over_night(town, "tomorrow")
    asked = await town.foreman.sees("You wrote this on Mon 2 March", to=town.staff)
    await town.foreman.says("Skip", to=town.staff, reply_to=asked)
    assert "Tue 3 March" in (await town.foreman.last(to=town.staff)).text


@pytest.mark.parametrize("command", ["", "/want "])
async def test_a_wish_that_says_tomorrow_says_also_when_it_was_written(town: Estate, command: str) -> None:
    await starts(town.wang, town.building3)
    await town.running.stop()
    await town.wang.says(f"{command}明天停水，请早点通知大家", settle=False)
    await town.world.advances(hours=20, settle=False)
    await town.running.start()
    await town.world.settle()
    preview = await town.wang.sees("这样写对吗")
    assert preview.text.startswith("这句是您3月2日（周一）写的。")
    await town.wang.says("今天停水，请早点通知大家")
    assert "写的。" not in (await town.wang.last()).text
    await town.wang.presses("发到群里")
    assert "今天停水" in (await town.chen.sees("第1件", to=town.building3)).text


async def test_what_was_written_today_is_taken_as_it_is(small_town: Estate) -> None:
    town = small_town
    await starts(town.wang, town.building3)
    await town.running.stop()
    await town.wang.says("明天停水，请早点通知大家", settle=False)
    await town.world.advances(hours=10, settle=False)
    await town.running.start()
    await town.world.settle()
    await town.wang.sees("这样写对吗")
    await town.wang.does_not_see("写的。")
