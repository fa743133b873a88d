"""Class, level and routing: clocks in working days that stop while somebody is asked, a day moved once, missed days."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.client import Message
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, ESTATES, Estate
from tests.scenarios.moved_days import more, says
from tests.scenarios.scenes import answers, files

UP, HIGHER = 9301, 9302  #: at the sub-district and above it; in no group
LEVELS: dict[str, object] = {
    "levels": {"sub_district": [{"id": UP, "name": "街道张科长"}], "above": [{"id": HIGHER, "name": "区里赵主任"}]}
}


def with_levels(**further: object) -> dict[str, object]:
    """The estate with somebody listed above the committee."""
    return {"estates": [{**ESTATES[0], **LEVELS, **further}]}


async def _days_pass(town: Estate, days: int) -> None:
    """One by one, as days do: a bot that was away gives the staff their further working day when it is back."""
    for _ in range(days):
        await town.world.advances(days=1)


def _saying(messages: list[Message], words: str) -> list[Message]:
    return [message for message in messages if words in message.text]


# ---- classes --------------------------------------------------------------------------------------------------------


async def test_only_what_asks_for_something_has_a_day(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    assert "记好了，第1件。最晚周四答复您" in (await town.wang.sees("第1件")).text  # Monday, three working days
    await files(town, town.chen, "有没有人一起跳舞")
    assert "第2件。有人接话，我就告诉您" in (await town.chen.sees("记好了，第2件")).text
    await files(town, town.liu, "谢谢物业的师傅们")
    assert "第3件。有人接话" in (await town.liu.sees("记好了，第3件")).text

    assert "3月5日" in (await town.chen.sees("走廊的灯坏了", to=town.building3)).text
    assert "答复" not in (await town.chen.sees("一起跳舞", to=town.building3)).text
    desk = await town.secretary.sees("一起跳舞", to=town.staff)
    assert "邻里之间，不算日子" in desk.text
    assert "说说心里话，不算日子" in (await town.secretary.sees("谢谢物业", to=town.staff)).text
    assert "🏷" not in (await town.secretary.sees("走廊的灯坏了", to=town.staff)).text

    await town.world.advances(days=14)
    said = _saying(await town.secretary.reads(to=town.staff), "☀️")[-1]
    assert "过期的1件：第1件" in said.text


async def test_class_levels_and_category_are_changed_with_one_tap(town: Estate) -> None:
    await files(town, town.wang, "有没有人一起唱歌")
    await files(town, town.chen, "门口马路上有摊贩占道")
    assert "谁来办：居委会、街道" in (await town.secretary.sees("摊贩", to=town.staff)).text

    await town.secretary.presses("归归类", to=town.staff, on=await more(town.secretary, town, "一起唱歌"))
    sorting = await town.secretary.last(to=town.staff)
    assert "第1件归在哪儿" in sorting.text
    assert {"✅ 邻里之间", "要解决的事", "✅ 居委会", "街道", "🌳 绿化"} <= set(sorting.labels)
    await town.secretary.presses("要解决的事", to=town.staff, on=sorting)
    await town.secretary.presses("街道以上", to=town.staff, on=sorting)
    await town.secretary.presses("🌳 绿化", to=town.staff, on=sorting)
    await town.bot_restarts()
    await town.secretary.presses("✅ 居委会", to=town.staff, on=sorting)
    now = await town.secretary.sees("归在哪儿", to=town.staff)
    assert now.id == sorting.id
    assert now.text.splitlines()[1:4] == ["是什么：要解决的事", "谁来办：街道以上", "分类：🌳 绿化"]
    last = await town.secretary.presses("✅ 街道以上", to=town.staff, on=now)
    assert "至少留一个" in (last.alert or (await town.secretary.last(to=town.staff)).text)

    # From now on it has a day, counted from now.
    card = await town.wang.sees("一起唱歌", to=town.building3)
    assert "3月5日" in card.text
    assert "绿化" in card.text
    assert "街道" not in card.text
    assert "谁来办：街道以上" in (await town.secretary.sees("一起唱歌", to=town.staff)).text


async def test_categories_of_ones_own(open_estate: Open) -> None:
    own: list[dict[str, Any]] = [
        {"key": "lift", "zh": "🛗 电梯", "en": "🛗 Lift", "words": ["电梯", "lift"]},
        {"key": "repair"},
    ]
    async with open_estate(extra={"categories": own}) as town:
        await town.wang.presses("我想要", to=town.building3)
        await town.wang.says("电梯老是停在五楼")
        assert "🛗 电梯" in (await town.wang.sees("这样写对吗")).text
        await town.wang.presses("发到群里")
        assert "🛗 电梯" in (await town.chen.sees("停在五楼", to=town.building3)).text
        await files(town, town.chen, "楼下垃圾没人扫")  # cleaning is not offered here
        assert "💬 其他" in (await town.wang.sees("没人扫", to=town.building3)).text
        await town.emma.presses("我想要", to=town.building5)
        await town.emma.says("The lift is broken")
        assert "🛗 Lift" in (await town.emma.last()).text
        await town.emma.presses("Change")
        await town.emma.presses("Category")
        assert {"✅ 🛗 Lift", "💬 Other"} <= set((await town.emma.last()).labels)
        await town.emma.presses("Cancel")
        await town.secretary.says(f"/queue@{BOT}", to=town.staff)
        shown = await town.secretary.last(to=town.staff)
        assert {"🛗 电梯 1", "💬 其他 1"} <= set(shown.labels)
        await town.world.advances(days=1)
        assert "🛗 电梯1" in _saying(await town.secretary.reads(to=town.staff), "☀️")[-1].text


async def test_a_category_that_is_named_no_more_still_shows(open_estate: Open) -> None:
    own: list[dict[str, Any]] = [{"key": "lift", "zh": "🛗 电梯", "en": "🛗 Lift", "words": ["电梯"]}]
    async with open_estate(extra={"categories": own}) as town:
        await files(town, town.wang, "电梯老是停在五楼")
        await town.running.stop()
        town.running.settings = town.running.settings.model_copy(update={"categories": None})
        await town.running.start()
        await town.world.settle()
        await town.chen.presses("我家也是", to=town.building3, on=await town.chen.sees("五楼", to=town.building3))
        assert "💬 lift" in (await town.chen.sees("五楼", to=town.building3)).text
        await town.secretary.says(f"/queue@{BOT}", to=town.staff)
        assert "电梯老是停在五楼" in (await town.secretary.last(to=town.staff)).text


# ---- clocks ---------------------------------------------------------------------------------------------------------


async def test_holidays_and_worked_weekends_count(open_estate: Open) -> None:
    async with open_estate() as town:
        await town.world.advances(days=59)  # Thursday 30 April 2026: 1 to 5 May are off, Saturday the 9th is worked
        await files(town, town.wang, "三楼走廊的灯坏了")
        assert "5月8日" in (await town.chen.sees("走廊的灯坏了", to=town.building3)).text
        await town.foreman.presses("我来办", to=town.staff)  # the first answer; the decision is due after eight days
        assert "张师傅在办，最晚5月14日" in (await town.chen.sees("走廊的灯坏了", to=town.building3)).text


@pytest.mark.parametrize(
    ("workdays", "day"),
    [({"country": None}, "5月5日"), ({"country": "HK"}, "5月6日"), ({"off": ["2026-05-08"]}, "5月9日")],
)
async def test_another_country_and_no_country(open_estate: Open, workdays: dict[str, object], day: str) -> None:
    async with open_estate(extra={"estates": [{**ESTATES[0], "workdays": workdays}]}) as town:
        await town.world.advances(days=59)
        await files(town, town.wang, "三楼走廊的灯坏了")
        assert day in (await town.chen.sees("走廊的灯坏了", to=town.building3)).text


async def test_the_clock_stands_still_while_the_author_is_asked(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了", how="不露姓名")
    await town.secretary.presses("问提的人", to=town.staff, on=await more(town.secretary, town, "灯坏了"))
    await says(town.secretary, town, "是哪一盏？")
    await town.secretary.presses("对", to=town.staff)
    card = await town.chen.sees("灯坏了", to=town.building3)
    assert "正在问提的人，等回话了再算日子" in card.text
    assert "3月" not in card.text
    await town.world.advances(days=21)
    assert "过期" not in _saying(await town.secretary.reads(to=town.staff), "☀️")[-1].text
    await town.wang.presses("回一句")
    await town.wang.says("靠电梯那一盏")
    await town.wang.presses("对")
    # Asked on Monday 2 March, answered on Monday 23 March: eight working days, of which none had run.
    card = await town.chen.sees("灯坏了", to=town.building3)
    assert "正在问" not in card.text
    assert "4月2日" in card.text
    await town.world.advances(days=11)
    assert "过期的1件：第1件" in _saying(await town.secretary.reads(to=town.staff), "☀️")[-1].text


async def test_the_clock_stands_still_while_another_body_is_asked_and_no_longer_than_it_may_take(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.secretary.presses("转给物业", to=town.staff)
    # The property company has three working days, Tuesday to Thursday; then three run for the first answer.
    assert "3月10日" in (await town.chen.sees("灯坏了", to=town.building3)).text
    await town.world.advances(days=1)
    await town.foreman.presses("我来办", to=town.staff, on=await town.foreman.sees("灯坏了", to=town.staff))
    # It acted after one of them: eight working days and that one.
    assert "张师傅在办，最晚3月13日" in (await town.chen.sees("灯坏了", to=town.building3)).text


async def test_a_matter_passed_on_twice_stays_with_the_third(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.secretary.presses("转给物业", to=town.staff)
    await town.foreman.presses("转给别家", to=town.staff, on=await more(town.foreman, town, "三楼走廊的灯坏了"))
    await town.foreman.presses("业委会", to=town.staff)
    await says(town.foreman, town, "跳过")
    await town.foreman.presses("对", to=town.staff)
    history = await more(town.chair, town, "三楼走廊的灯坏了")
    refused = await town.chair.presses("转给别家", to=town.staff, on=history)
    assert "转过两次" in (refused.alert or (await town.chair.last(to=town.staff)).text)


# ---- promised days --------------------------------------------------------------------------------------------------


async def test_nothing_but_later_lies_further_off_than_45_days(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.presses("答复", to=town.staff)
    await town.foreman.presses("答应办", to=town.staff)
    await says(town.foreman, town, "4月17日")
    assert "最多45天以内" in (await town.foreman.last(to=town.staff)).text
    assert "先记着" in (await town.foreman.last(to=town.staff)).text
    await says(town.foreman, town, "4月16日")
    await says(town.foreman, town, "跳过")
    await town.foreman.presses("对", to=town.staff)
    await town.world.advances(minutes=3)
    assert "答应4月16日" in (await town.wang.sees("第1件有回音")).text
    await answers(town, town.foreman, "先记着，过些日子再议", day="9月1日", words="要等预算", about="灯坏了")
    await town.world.advances(minutes=3)
    assert "9月1日（周二）再议" in (await town.chen.sees("灯坏了", to=town.building3)).text


# ---- missed days ----------------------------------------------------------------------------------------------------


async def test_a_missed_day_is_shown_to_staff_and_then_told_one_level_up_once(open_estate: Open) -> None:
    async with open_estate(extra=with_levels(trial=False)) as town:
        above = await town.world.person("张科长", id=UP)
        await above.starts()
        await files(town, town.wang, "三楼走廊的灯坏了", how="不露姓名")
        await town.chen.presses("我家也是", to=town.building3)
        await town.world.advances(days=3)  # Thursday 5 March, 09:00: due today
        assert "⚠️" not in (await town.secretary.sees("灯坏了", to=town.staff)).text
        await town.world.advances(days=1)  # Friday
        assert (
            "⚠️ 过了3月5日（周四）：还没有头一次答复" in (await town.secretary.sees("走廊的灯坏了", to=town.staff)).text
        )
        assert "⚠️" not in (await town.chen.sees("走廊的灯坏了", to=town.building3)).text
        await above.does_not_see("第1件")

        await town.world.advances(days=2, hours=23)  # Monday, 08:00: Friday was the further working day
        await above.does_not_see("第1件")
        await town.running.stop()
        await town.world.advances(minutes=45, settle=False)
        await town.running.start()
        await town.world.settle()
        await town.bot_restarts()
        told = await above.sees("第1件过了3月5日")
        assert "阳光小区第1件过了3月5日（周四）：还没有头一次答复。照规矩报给街道" in told.text
        assert "三楼走廊的灯坏了" in told.text
        assert "王阿姨" not in told.text
        (said,) = _saying(await town.secretary.reads(to=town.staff), "现在往上报给街道")
        assert "已经告诉：街道张科长" in said.text
        assert "已经报给街道" in (await town.secretary.sees("第1件 · 我想要", to=town.staff)).text

        await town.world.advances(days=7)
        assert len(_saying(await above.reads(), "第1件过了")) == 1
        assert len(_saying(await town.secretary.reads(to=town.staff), "现在往上报给街道")) == 1
        assert _saying(await town.chen.reads(to=town.building3), "往上报") == []
        assert "已经报给街道" in (await more(town.secretary, town, "第1件 · 我想要")).text


async def test_what_was_met_in_time_goes_nowhere(open_estate: Open) -> None:
    async with open_estate(extra=with_levels(trial=False)) as town:
        above = await town.world.person("张科长", id=UP)
        await above.starts()
        await files(town, town.wang, "三楼走廊的灯坏了")
        await town.world.advances(days=4)
        await answers(town, town.foreman, "只答复", words="换好了", about="走廊的灯坏了")
        await town.world.advances(days=10)
        await above.does_not_see("第1件")
        assert _saying(await town.secretary.reads(to=town.staff), "现在往上报") == []


async def test_a_promise_at_the_sub_district_goes_above_it_and_committee_matters_are_not_quoted(
    open_estate: Open,
) -> None:
    async with open_estate(extra=with_levels(trial=False)) as town:
        higher = await town.world.person("赵主任", id=HIGHER)
        await higher.starts()
        await files(town, town.wang, "门口马路上有摊贩占道", how="只给居委会")
        await answers(town, town.secretary, "答应", day="3月4日", about="摊贩")
        await _days_pass(town, 7)
        told = await higher.sees("照规矩报给")
        assert "过了3月4日（周三）：答应的没有办好。照规矩报给街道以上" in told.text
        assert "摊贩" not in told.text
        assert "原话只给居委会看" in told.text


async def test_where_nobody_is_listed_the_committee_carries_it(open_estate: Open) -> None:
    async with open_estate() as town:
        await town.secretary.starts()
        await files(town, town.wang, "三楼走廊的灯坏了")
        await _days_pass(town, 8)
        (said,) = _saying(await town.secretary.reads(to=town.staff), "现在往上报给街道")
        assert "名单里没有写街道的人，请居委会转告" in said.text
        carry = await town.secretary.sees("请您转告他们")
        await town.secretary.presses("看一看", on=carry)
        assert "三楼走廊的灯坏了" in (await town.secretary.last()).text


async def test_somebody_listed_who_never_pressed_start_is_told_by_word_of_mouth(open_estate: Open) -> None:
    async with open_estate(extra=with_levels(trial=False)) as town:
        await files(town, town.wang, "三楼走廊的灯坏了")
        await _days_pass(town, 8)
        (said,) = _saying(await town.secretary.reads(to=town.staff), "现在往上报给街道")
        assert "请当面转告：街道张科长" in said.text


async def test_the_first_four_weeks_of_a_chat_show_missed_days_to_staff_alone(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await answers(town, town.foreman, "答应", day="3月4日", about="灯坏了")
    await files(town, town.chen, "楼下垃圾没人扫")
    await town.world.advances(days=20)
    assert "过期的2件" in _saying(await town.secretary.reads(to=town.staff), "☀️")[-1].text
    shown = [message.text for message in await town.chen.reads(to=town.building3)]
    assert [
        text for text in shown if "过期" in text or "日子过了" in text or "没办好" in text or "往上报" in text
    ] == []


async def test_the_staff_hears_once_of_a_year_whose_days_off_nobody_knows(town: Estate) -> None:
    assert _saying(await town.secretary.reads(to=town.staff), "放假安排") == []
    await town.world.advances(days=285)  # December: days may be promised into 2027
    for _ in range(2):
        await town.bot_restarts()
        await town.world.advances(days=3)
    (said,) = _saying(await town.secretary.reads(to=town.staff), "放假安排")
    assert "2027年的放假安排我还不知道" in said.text


async def test_in_english(open_estate: Open) -> None:
    async with open_estate(language="en", extra=with_levels(trial=False)) as town:
        above = await town.world.person("Zhang", id=UP, language="en")
        await above.starts()
        await town.emma.presses("I want", to=town.building5)
        await town.emma.says("The hall light is broken")
        await town.emma.presses("Post")
        assert "answer by" in (await town.emma.sees("Noted: no. 1")).text
        await _days_pass(town, 8)
        assert "no. 1" in (await above.sees("no first answer yet")).text
        desk = await town.secretary.sees("No. 1 · I want", to=town.staff)
        await town.secretary.presses("More", to=town.staff, on=desk)
        await town.secretary.presses("Sort it", to=town.staff)
        assert "✅ something to solve" in (await town.secretary.last(to=town.staff)).labels
