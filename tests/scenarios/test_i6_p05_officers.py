"""Planned broadcasts and who answers for them: a second officer, a role that ends, whom it is for by then."""

from __future__ import annotations

from pathlib import Path

from tests.scenarios.appointed import appoints, takes
from tests.scenarios.broadcasting import ready, told
from tests.scenarios.estate import Estate, estate
from tests.scenarios.planning import BINS, calendar, card, planned, plans, times_told

SECOND: dict[str, object] = {"broadcasts": {"second_officer": "unless-emergency"}}


async def test_a_second_officer_agrees_once_for_all_its_times(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, extra=SECOND) as town:
        await ready(town)
        await plans(town.secretary, "每周", "周三 10:00", "照发", "跳过")
        await town.secretary.presses("定下来")
        await town.secretary.sees("要请工作群里另一位同意，同意一次就行")
        assert "⏳ 等另一位同意" in (await calendar(town.secretary)).text
        shown = await card(town.foreman, to=town.staff)
        own = await town.secretary.presses("同意", on=shown, to=town.staff)
        assert "写的人自己不算" in own.alert
        await town.world.advances(days=2, hours=2)
        assert await times_told(town) == 0, "nobody agreed by then"
        said = await town.foreman.sees("还没有另一位同意，这次没发", to=town.staff)
        none = await town.secretary.presses("现在发", on=said, to=town.staff)
        assert "写的人自己不算" in none.alert
        await town.foreman.presses("同意", on=said, to=town.staff)
        again = await town.chair.presses("同意", on=said, to=town.staff)
        assert "不用再同意了" in again.alert
        assert "张师傅同意了" in (await card(town.foreman, to=town.staff)).text
        for times in (1, 2):
            await town.world.advances(days=7)
            assert await times_told(town) == times
        await town.secretary.presses("1", on=await calendar(town.secretary))
        await town.secretary.presses("改公告", on=await town.secretary.sees("🗓 3月25日"))
        await town.secretary.presses("改内容")
        await town.secretary.says("改到周四收")
        await town.secretary.presses("就这样改")
        await town.secretary.sees("要请工作群里另一位再看一次")
        assert "要请另一位过目" in (await card(town.foreman, to=town.staff)).text, "other words are another matter"


async def test_whoever_planned_it_is_an_officer_no_more_and_another_takes_it_over(town: Estate) -> None:
    await ready(town)
    await appoints(town, town.chen, "物业", name="陈师傅")
    await planned(town.chen, "每周", "周三 10:00", "照发", "跳过")
    await takes(town.secretary, "陈师傅")
    await town.world.advances(days=2, hours=2)
    assert await times_told(town) == 0
    said = await town.foreman.sees("哪位同事接过去", to=town.staff)
    assert "陈师傅已经不管这件事了，我没发，先停着" in said.text
    assert "第1个预定公告停着，要人接" in (await calendar(town.secretary)).text
    refused = await town.chen.presses("我来接", on=await card(town.chen))
    assert "归您了" not in refused.text
    pressed = await town.foreman.presses("我来接", on=said, to=town.staff)
    assert "归您了" in pressed.text
    again = await town.chair.presses("我来接", on=said, to=town.staff)
    assert "不用谁来接" in again.alert
    await town.world.advances(days=7)
    (one,) = await told(town.liu, BINS, to=town.building3)
    assert one.text.startswith("📢 物业公告")


async def test_whom_it_is_for_is_counted_each_time(town: Estate) -> None:
    await ready(town)
    await planned(town.secretary, "每周", "周三 10:00", "照发", "跳过")
    await town.secretary.removes_bot(town.building5)
    await town.world.advances(days=2, hours=2)
    assert "送到1，等着0" in (await town.secretary.sees("第1则公告 · ")).text
    await town.secretary.removes_bot(town.building3)
    await town.world.advances(days=7)
    said = await town.foreman.sees("一个人也收不到，没发", to=town.staff)
    assert BINS in said.text
    assert "下一次：3月18日（周三） 10:00" in (await card(town.secretary)).text


async def test_it_is_told_in_private_and_asks_who_read_it(town: Estate) -> None:
    await ready(town)
    await plans(town.secretary, "过后发", "明天 10:00", where="私聊")
    await town.secretary.presses("要大家说看过了")
    await town.secretary.presses("定下来")
    shown = await card(town.secretary)
    await town.secretary.presses("看全文", on=shown)
    whole = await town.secretary.sees("看完了请按一下")
    assert BINS in whole.text
    await town.world.advances(days=1, hours=2)
    (one,) = await told(town.liu, BINS)
    assert one.labels == ["👌 我看过了"]
