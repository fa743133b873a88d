"""After an outage: presses of that time are lost, and each group is told so once, quietly."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from simulator.client import Group, Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BY_WEBHOOK, Estate
from tests.scenarios.scenes import files, starts, until, until_it_polls

AWAY = ("不在", "时断时续", "I was away")


async def lines(person: Person, to: Group | None = None) -> list[Message]:
    return [message for message in await person.reads(to=to) if any(words in message.text for words in AWAY)]


async def is_out(town: Estate, *, hours: float = 0, seconds: float = 0) -> None:
    """No process runs."""
    await town.running.stop()
    await town.world.advances(hours=hours, seconds=seconds, settle=False)


async def is_back(town: Estate) -> None:
    await town.running.start()
    await town.world.settle()


async def is_cut_off(town: Estate, *, hours: float) -> None:
    """The process runs, and nothing gets through."""
    await town.world.cuts_off(hours=hours)
    await town.wang.says("/find 长椅", settle=False)  # a poll under way still brings it
    while not (BY_WEBHOOK or await town.world.calls("getUpdates")):
        await town.world.control("GET", "idle", query={"wait_s": 0.05})


async def test_a_press_while_no_process_ran_is_pressed_again(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.running.stop()
    pressed = await town.chen.presses("我家也是", to=town.building3, wait_s=0, settle=False)
    assert not pressed.answered
    await town.world.advances(hours=1, settle=False)
    await is_back(town)
    (said,) = await lines(town.chen, town.building3)
    assert said.text == (
        "我刚才不在（09:00—10:00），现在回来了。这段时间写给我的，我正一件件看；按的按钮没收到，请再按一下。"
    )
    assert said.silent
    assert "也是" not in (await town.chen.sees("第1件 · 我想要", to=town.building3)).text
    await town.chen.presses("我家也是", to=town.building3)
    assert "1家也是" in (await town.chen.sees("第1件 · 我想要", to=town.building3)).text


async def test_each_group_is_told_once_and_nobody_in_private(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await starts(town.emma, town.building5)
    await is_out(town, hours=1)
    await is_back(town)
    await town.bot_restarts()
    for person, group in ((town.wang, town.building3), (town.emma, town.building5), (town.foreman, town.staff)):
        assert len(await lines(person, group)) == 1
    assert not await lines(town.wang)
    assert not await lines(town.emma)


async def test_the_first_start_and_short_absences_say_nothing(town: Estate) -> None:
    await is_out(town, seconds=149)
    await is_back(town)
    await town.bot_restarts()
    assert not await lines(town.wang, town.building3)
    await is_out(town, seconds=152)
    await is_back(town)
    assert len(await lines(town.wang, town.building3)) == 1


async def test_an_hour_in_which_nothing_got_through(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    end = await town.world.now() + timedelta(hours=1)
    await is_cut_off(town, hours=1)
    await town.chen.presses("我家也是", to=town.building3, wait_s=0, settle=False)
    await until(town, end)
    await until_it_polls(town)
    (said,) = await lines(town.chen, town.building3)
    assert said.text.startswith("我刚才不在（09:0")
    assert "—10:0" in said.text
    assert "也是" not in (await town.chen.sees("第1件 · 我想要", to=town.building3)).text
    await town.wang.sees("没找到带“长椅”")
    await town.chen.presses("我家也是", to=town.building3)
    assert "1家也是" in (await town.chen.sees("第1件 · 我想要", to=town.building3)).text


async def test_hours_in_which_people_are_just_quiet(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.world.advances(hours=9)
    await town.chen.presses("我家也是", to=town.building3)
    await town.world.advances(hours=9)
    await town.bot_restarts()
    await town.wang.says("/find 长椅")
    assert not await lines(town.wang, town.building3)


async def test_a_try_that_fails_now_and_then_is_no_absence(town: Estate) -> None:
    await starts(town.wang, town.building3)
    for _ in range(5):
        await town.world.fails("getUpdates", kind="502")
        await town.world.fails("getWebhookInfo", kind="502")
        await town.wang.says("/find 长椅", settle=False)
        await town.world.advances(seconds=61, settle=False)
        await until_it_polls(town)
    assert not await lines(town.wang, town.building3)


async def test_soon_away_again_changes_the_line_and_posts_no_other(town: Estate) -> None:
    await is_out(town, hours=1)
    await is_back(town)
    await town.world.advances(minutes=30)
    await is_out(town, hours=1)
    await is_back(town)
    (said,) = await lines(town.wang, town.building3)
    assert said.text.startswith("我这阵子时断时续（09:00—11:30）")
    await town.world.advances(hours=3)
    await is_out(town, hours=1)
    await is_back(town)
    assert [line.text[:18] for line in await lines(town.wang, town.building3)] == [
        "我这阵子时断时续（09:00—11:",
        "我刚才不在（14:30—15:30）",
    ]


async def test_in_the_language_of_each_group(town: Estate) -> None:
    await town.secretary.says("/language@wishwell_bot English", to=town.building5)
    await town.secretary.says("/language@wishwell_bot 繁體", to=town.staff)
    await is_out(town, hours=1)
    await is_back(town)
    (english,) = await lines(town.emma, town.building5)
    assert english.text == (
        "I was away (09:00 – 10:00) and am back. I’m now going through what you wrote to me; "
        "taps on buttons didn’t reach me, so please tap again."
    )
    assert "這段時間寫給我的" in (await town.foreman.sees("我剛才不在", to=town.staff)).text


async def test_over_a_day_even_words_are_lost_and_that_is_said(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await town.running.stop()
    await town.wang.says("/find 前天", settle=False)
    await town.world.advances(hours=25, settle=False)
    await town.wang.says("/find 今天", settle=False)
    await is_back(town)
    (said,) = await lines(town.wang, town.building3)
    assert said.text.startswith(
        "我有一天多不在（3月2日（周一）09:00—3月3日（周二）10:00），现在回来了。最近一天写给我的"
    )
    await town.wang.sees("没找到带“今天”")
    await town.wang.does_not_see("没找到带“前天”")


async def test_a_press_that_was_kept_long_enough_stays_when_pressed_again(town: Estate) -> None:
    """Nobody can tell whether their press arrived: who was told to press again does not mean to take it back."""
    await files(town, town.wang, "三楼走廊的灯坏了")
    await is_out(town, hours=1)
    await town.chen.presses("我家也是", to=town.building3, wait_s=0, settle=False)
    await town.world.advances(seconds=100, settle=False)
    await is_back(town)
    assert "1家也是" in (await town.chen.sees("第1件 · 我想要", to=town.building3)).text
    await town.world.advances(seconds=30)
    pressed = await town.chen.presses("我家也是", to=town.building3)
    assert "已经" in (pressed.toast or pressed.alert or "")
    assert "1家也是" in (await town.chen.sees("第1件 · 我想要", to=town.building3)).text


async def test_where_wishes_are_not_taken_yet_nothing_is_said(open_estate: Open) -> None:
    async with open_estate(trial=True) as town:
        await is_out(town, hours=1)
        await is_back(town)
        assert not await lines(town.wang, town.building3)


async def test_a_group_the_bot_is_not_in_is_not_written_to(town: Estate) -> None:
    await town.secretary.removes_bot(town.building5)
    await is_out(town, hours=1)
    await is_back(town)
    assert not await lines(town.emma, town.building5)
    assert len(await lines(town.wang, town.building3)) == 1
    refused = [call for call in await town.world.calls("sendMessage") if not call["ok"]]
    assert not refused


@pytest.mark.parametrize("webhook", [False, True])
async def test_a_database_that_is_away_loses_presses_too(open_estate: Open, webhook: bool) -> None:
    """It is broken for real: a table that keeping needs is away."""
    async with open_estate(webhook=webhook) as town:
        await files(town, town.wang, "三楼走廊的灯坏了")
        app = town.running.app
        assert app is not None

        async def rename(table: str, to: str) -> None:
            async with app.store.database.writing() as transaction:
                await transaction.execute(text(f"ALTER TABLE {table} RENAME TO {to}"))

        await rename("inbox_keys", "inbox_keys_away")
        end = await town.world.now() + timedelta(hours=1)
        await town.wang.says("/find 长椅", settle=False)
        await town.chen.presses("我家也是", to=town.building3, wait_s=1, settle=False)
        await until(town, end)
        await town.chen.presses("支持", to=town.building3, wait_s=3, settle=False)
        await rename("inbox_keys_away", "inbox_keys")
        await town.world.settle()
        card = (await town.chen.sees("第1件 · 我想要", to=town.building3)).text
        assert "1人支持" in card
        assert "也是" not in card
        assert len(await lines(town.chen, town.building3)) == 1
