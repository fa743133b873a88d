"""`/bulletin`: the weeks that were told, read again by residents; without names, in the group and in private."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import answers, files, starts
from tests.scenarios.test_i3_p07_quiet_group import MATTERS
from tests.scenarios.test_i5_p09_digest import SUNDAY, comes


async def two_weeks(town: Estate) -> None:
    """Two told in building 3, one in building 5."""
    for at, words in enumerate(MATTERS[:2]):
        await files(town, town.wang, words)
        if at == 0:
            await files(town, town.chen, "我家门口的灯坏了", how="发，不露姓名")
            await files(town, town.emma, "Gate squeaks", group=town.building5, how="Post")
        await answers(town, town.foreman, "办好了", photo=True, about=words)
        await comes(town, SUNDAY + timedelta(weeks=at))


async def test_a_resident_turns_the_pages_of_their_building_in_private(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await town.liu.says("/bulletin")
    empty = await town.liu.last()
    assert "阳光小区 · 简报" in empty.text
    assert "还没有简报" in empty.text
    await two_weeks(town)
    await town.liu.says("/bulletin")
    newest = await town.liu.last()
    assert newest.text.splitlines() == [
        "📰 3号楼这一周：新提1件，办好1件",
        "到3月15日（周日）为止的一周",
        "✅ 办好了",
        f"第4件 “{MATTERS[1]}”",
    ]
    assert newest.labels == ["◀ 前一周", "📊 看图", "5号楼"]
    await town.liu.presses("◀ 前一周", on=newest)
    first = await town.liu.last()
    assert first.id == newest.id, "the same message turns"
    assert "到3月8日（周日）为止的一周" in first.text
    assert "第2件 “我家门口的灯坏了”" in first.text
    assert "小陈" not in first.text
    assert "王阿姨" not in first.text
    assert first.labels == ["后一周 ▶", "📊 看图", "5号楼"]
    pressed = await town.liu.presses("📊 看图", on=first)
    assert "图这就来" in (pressed.text or "")
    shown = await town.liu.last()
    assert shown.photo
    assert shown.text == "📰 3号楼这一周：新提2件，办好1件"
    await town.liu.presses("5号楼", on=first)
    other = next(each for each in await town.liu.reads() if each.id == first.id)
    assert "📰 5号楼这一周：新提1件" in other.text
    assert other.labels == ["📊 看图", "3号楼"]


async def test_in_the_group_it_is_the_groups_own_and_says_nothing_of_what_went_out_of_sight(town: Estate) -> None:
    await two_weeks(town)
    there = await town.secretary.reads(to=town.building3)
    card = next(each for each in there if "第4件" in each.text and "有问题" in each.labels)
    await town.chen.says(f"/bulletin@{BOT}", to=town.building3)
    told = await town.chen.last(to=town.building3)
    assert told.silent
    assert not told.photo
    assert told.labels == ["◀ 前一周", "📊 看图"]
    await town.chen.presses("◀ 前一周", on=told, to=town.building3)
    second = next(each for each in await town.chen.reads(to=town.building3) if each.id == told.id)
    assert MATTERS[0] in second.text
    await town.bot_restarts()
    await town.chen.presses("后一周 ▶", on=second, to=town.building3)
    again = next(each for each in await town.chen.reads(to=town.building3) if each.id == told.id)
    assert again.text == told.text

    for _ in range(2):
        await town.secretary.presses("有问题", on=card)
        await town.world.advances(seconds=5)
    await town.chen.says(f"/bulletin@{BOT}", to=town.building3)
    hidden = await town.chen.last(to=town.building3)
    assert MATTERS[1] not in hidden.text
    assert "第4件现在看不到了" in hidden.text


async def test_who_may_not_and_made_up_buttons(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await two_weeks(town)
    await town.outsider.starts()
    await town.outsider.says("/bulletin")
    assert "📰" not in (await town.outsider.last()).text
    for data in ("bulletin:999", "bulletin", "bulletin:1:999", "bulletin-picture:1", "bulletin-picture:1:999"):
        assert "不认得" in await forges(town, town.liu, data)
    for number in (1, 2, 3, 4):
        assert "📰" not in await forges(town, town.outsider, f"bulletin:{number}")


async def test_in_english_in_traditional_characters_and_where_none_is_told(open_estate: Open) -> None:
    async with open_estate(extra={"bulletin": {"weekday": None, "agenda_day": None}}) as town:
        await starts(town.liu, town.building3)
        await town.liu.says("/bulletin")
        assert "这里不发每周的简报" in (await town.liu.last()).text
        await starts(town.emma, town.building5)
        await town.emma.says("/bulletin")
        assert "No weekly bulletin is sent here" in (await town.emma.last()).text
        await town.liu.says("/language zh-Hant")
        await town.liu.says("/bulletin")
        assert "這裡不發每週的簡報" in (await town.liu.last()).text
