"""Quiet from one person's side: three public wishes a day, two alike, and a flood that is answered once."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, QUIET, WITHOUT_PACE, Estate, estate
from tests.scenarios.scenes import files, starts
from tests.scenarios.test_i3_p07_quiet_group import MATTERS, cards_in, only


@pytest.fixture
async def quiet_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Estate]:
    """With config.yaml's own limits, on SQLite."""
    async with estate(sqlite_url, tmp_path, extra=QUIET) as built:
        yield built


# ---- what one person posts ------------------------------------------------------------------------------------------


async def test_the_fourth_of_a_day_goes_to_the_committee_and_nothing_is_lost(quiet_town: Estate) -> None:
    town = quiet_town
    for words in MATTERS[:3]:
        await files(town, town.wang, words)
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says(MATTERS[3])
    preview = await town.wang.last()
    assert "您今天已经发到群里3件了，这件只给居委会。" in preview.text
    assert preview.labels[:2] == ["只给居委会", "改"]
    await town.wang.says("发到群里")
    await town.wang.sees("请按下面的一个按钮来选")
    await town.wang.presses("只给居委会")
    assert "记好了，第4件。" in (await town.wang.last()).text
    assert "这件只给居委会看" in (await town.wang.last()).text
    assert "只给居委会看" in (await town.foreman.sees(MATTERS[3], to=town.staff)).text
    await town.chen.does_not_see(MATTERS[3], to=town.building3)

    # In the group the preview says so too, and what is pressed there holds.
    await town.wang.says(f"/want@{BOT} {MATTERS[4]}", to=town.building3)
    asked = await town.wang.last(to=town.building3)
    assert "这件只给居委会" in asked.text
    assert asked.labels[:2] == ["只给居委会", "改"]
    await town.wang.presses("只给居委会", to=town.building3)
    await town.foreman.sees(MATTERS[4], to=town.staff)
    assert len(await cards_in(town.building3, town.chen)) == 3

    await town.world.advances(hours=16)
    await files(town, town.wang, MATTERS[5])
    assert MATTERS[5] in (await cards_in(town.building3, town.chen))[-1].text


async def test_two_previews_open_at_once_make_three_public_wishes_and_no_fourth(open_estate: Open) -> None:
    async with open_estate(extra=only(public_wishes_a_day=3)) as town:
        wang, group = town.wang, town.building3
        for words in MATTERS[:2]:
            await files(town, wang, words)
        await wang.presses("我想要", to=group)
        await wang.says(MATTERS[2])
        await wang.says(f"/want@{BOT} {MATTERS[3]}", to=group)
        mine, ours = await wang.last(), await wang.last(to=group)
        assert "发到群里" in mine.labels
        assert "发到群里" in ours.labels
        for asked in (mine, ours):
            await wang.act("press", chat=asked.chat_id, message=asked.id, label="发到群里")
        await town.world.settle()
        assert len(await cards_in(group, town.chen)) == 3
        for number in (3, 4):
            await town.foreman.sees(f"第{number}件", to=town.staff)
        told = [each.text for each in (*await wang.reads(), *await wang.reads(to=group))]
        assert sum("您今天发到群里的够多了，这件就只给居委会看，一样有答复。" in each for each in told) == 1


async def test_the_same_said_a_third_time_goes_to_the_committee_in_english(sqlite_url: str, tmp_path: Path) -> None:
    async with estate(sqlite_url, tmp_path, language="en", extra=QUIET) as town:
        await town.emma.presses("I want", to=town.building5)
        for words in ("The lift is broken", "the lift is broken!"):
            await town.emma.says(words)
            await town.emma.presses("Post")
        await town.emma.says("The lift is broken again")
        assert "You’ve posted much the same 2 times today, so this one goes to" in (await town.emma.last()).text
        await town.emma.says("The bins are overflowing")  # the words are changed: another matter may be posted
        assert (await town.emma.last()).labels[0] == "Post"
        await town.emma.says("The lift is broken once more")
        await town.emma.presses("Committee only")
        assert "Only the committee sees this one" in (await town.emma.last()).text


# ---- floods ---------------------------------------------------------------------------------------------------------


async def test_a_flood_is_answered_once_and_then_there_is_silence(sqlite_url: str, tmp_path: Path) -> None:
    async with estate(sqlite_url, tmp_path, extra={**QUIET, **WITHOUT_PACE}) as town:
        await town.world.limits(False)
        await files(town, town.wang, MATTERS[0])
        await starts(town.liu, town.building3)
        [card] = await cards_in(town.building3, town.liu)
        before = len(await town.world.calls("answerCallbackQuery"))
        for _ in range(50):
            await town.chen.act("press", chat=town.building3.id, message=card.id, label="我家也是")
        await town.world.settle()
        answered = (await town.world.calls("answerCallbackQuery"))[before:]
        assert len(answered) == 50, "no press goes on spinning"
        said = Counter(call["params"].get("text") for call in answered)
        assert said["慢一点，我一条一条看。刚才多出来的几下我没接，歇一分钟再来。"] == 1
        assert said[None] == 29, "the rest is silence"
        assert "1家也是" in (await cards_in(town.building3, town.liu))[0].text

        for n in range(40):
            await town.liu.says(f"{MATTERS[n % 20]}，第{n}遍", settle=False)
        await town.world.settle()
        heard = [each.text for each in await town.liu.reads() if not each.mine]
        assert sum("慢一点" in each for each in heard) == 1
        assert "第39遍" not in heard[-1]
        assert "慢一点" in heard[-1], "the last word"
        await town.wang.says("我的")
        await town.wang.sees(MATTERS[0])  # nobody else waits for it

        await town.world.advances(minutes=1)
        await town.liu.says("取消")
        await town.liu.sees("取消了")
        await town.chen.presses("支持", to=town.building3)
        assert "1人支持" in (await cards_in(town.building3, town.liu))[0].text
