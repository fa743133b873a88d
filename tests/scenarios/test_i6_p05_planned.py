"""Planned broadcasts: told later, or again and again; skipped, moved, stopped; days off, quiet hours, the calendar."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.scenarios.broadcasting import ready, told
from tests.scenarios.estate import Estate, estate
from tests.scenarios.planning import BINS, calendar, card, days_pass, planned, plans, times_told

# The stories begin on Monday, 2 March 2026, at nine; the country is China: 6 April is a day off.


async def test_every_week_it_is_told_anew_and_the_calendar_says_so(town: Estate) -> None:
    await ready(town)
    look = await plans(town.secretary, "每周", "周三上午10点", "照发", "跳过")
    assert "🗓 每周三10:00，从3月4日（周三）起" in look.text
    assert "碰上放假照发" in look.text
    assert "一直发，停了为止" in look.text
    rows = [line for line in look.text.splitlines() if line.startswith("· 3月")]
    assert rows == ["· 3月4日（周三） 10:00", "· 3月11日（周三） 10:00", "· 3月18日（周三） 10:00"]
    await town.secretary.presses("定下来")
    assert "第1个预定公告定好了" in (await town.secretary.sees("定好了")).text
    shown = await card(town.secretary)
    assert "🗓 第1个预定公告 · 李书记 · 全小区 · 群里" in shown.text
    assert "下一次：3月4日（周三） 10:00" in shown.text
    assert await times_told(town) == 0
    await town.world.advances(days=2, hours=2)
    assert await times_told(town) == 1
    assert (await town.emma.sees(BINS, to=town.building5)).text.startswith("📢 居委会公告")
    shown = await card(town.secretary)
    assert "下一次：3月11日（周三） 10:00" in shown.text
    assert "已经发过1次" in shown.text
    assert "第1则公告 · 李书记" in (await town.secretary.sees("则公告 · ")).text, "with a card of its own"
    await town.world.advances(days=7)
    assert await times_told(town) == 2
    entries = (await calendar(town.secretary)).text.splitlines()
    assert [each[:15] for each in entries if each[:1].isdigit()] == [
        "1 3月18日（周三） 10:",
        "2 3月25日（周三） 10:",
        "3 4月1日（周三） 10:0",
        "4 4月8日（周三） 10:0",
    ]


async def test_a_month_has_a_last_day_and_a_day_off_moves_it(town: Estate) -> None:
    await ready(town)
    look = await plans(town.secretary, "每月", "3月31日 9:00", "提前", "跳过")
    assert "每月31日09:00" in look.text
    assert "碰上放假，提前到前一个工作日" in look.text
    await town.secretary.presses("返回")
    await town.secretary.presses("什么时候发")
    for said in ("每周", "3月9日 9点", "5月1日"):
        await town.secretary.says(said)
    look = await town.secretary.sees("发给")
    assert "每周一09:00，从3月9日（周一）起" in look.text
    assert "发到5月1日（周五）为止" in look.text
    await town.secretary.presses("定下来")
    shown = await calendar(town.secretary)
    assert "4月6日" not in shown.text, "that is five weeks ahead"
    await town.world.advances(days=7, hours=1)
    shown = await calendar(town.secretary)
    assert "4月3日（周五） 09:00" in shown.text
    assert "4月6日（周一）是清明节（补假），改在4月3日（周五）发" in shown.text
    assert "🏮 4月5日（周日）：清明节" in shown.text
    assert await times_told(town) == 1
    await days_pass(town, 25)  # until 3 April
    assert await times_told(town) == 5, "9, 16, 23 and 30 March, 3 April"
    await days_pass(town, 4)
    assert await times_told(town) == 5, "and not again on the sixth"


async def test_one_is_skipped_and_had_back_another_moved_and_then_it_is_stopped(town: Estate) -> None:
    await ready(town)
    await planned(town.secretary, "每周", "周三 10:00", "照发", "跳过")
    await town.secretary.presses("1", on=await calendar(town.secretary))
    turn = await town.secretary.sees("🗓 3月4日")
    assert turn.labels == ["⏭ 跳过这一次", "🔀 改这一次的时间", "👁 看全文", "✏️ 改公告", "✋ 停掉"]
    await town.secretary.presses("跳过这一次", on=turn)
    assert "⏭ 这一次跳过，不发" in (await town.secretary.sees("🗓 3月4日")).text
    await town.secretary.presses("不跳过了")
    await town.secretary.presses("跳过这一次")
    assert "⏭ 这一次跳过，不发" in (await calendar(town.secretary)).text
    await town.world.advances(days=2, hours=2)
    assert await times_told(town) == 0
    gone = await town.secretary.presses("不跳过了", on=await town.secretary.sees("🗓 3月4日"))
    assert "这一次已经过了" in gone.alert
    await town.secretary.presses("1", on=await calendar(town.secretary))
    await town.secretary.presses("改这一次的时间", on=await town.secretary.sees("🗓 3月11日"))
    await town.secretary.says("3月19日 9点")
    assert "颠倒" in (await town.secretary.reads())[-1].text
    await town.secretary.says("3月12日下午3点")
    assert "🔀 本来排在3月11日（周三），改过时间" in (await town.secretary.sees("🗓 3月12日")).text
    await town.world.advances(days=7)  # Wednesday the 11th, 11:00
    assert await times_told(town) == 0
    await town.world.advances(days=1, hours=5)
    assert await times_told(town) == 1
    await town.secretary.presses("停掉", on=await card(town.secretary))
    await town.secretary.presses("不，留着")
    await town.secretary.presses("停掉", on=await card(town.secretary))
    await town.secretary.presses("对，停掉")
    assert "✋ 停了，不再发" in (await card(town.secretary)).text
    await town.world.advances(days=14)
    assert await times_told(town) == 1
    assert "没有要发的" in (await calendar(town.secretary)).text


async def test_away_at_its_moment_the_same_day_it_is_sent_late(town: Estate) -> None:
    await ready(town)
    await planned(town.secretary, "过后发", "明天 10:00")
    await town.running.stop()
    await town.world.advances(days=1, hours=5, settle=False)
    await town.running.start()
    await town.world.settle()
    assert await times_told(town) == 1
    assert "✅ 都发完了" in (await card(town.secretary)).text


async def test_away_until_the_next_day_it_is_not_sent_by_itself_but_told_and_sent_by_a_press(town: Estate) -> None:
    await ready(town)
    await planned(town.secretary, "过后发", "明天 10:00")
    await town.running.stop()
    await town.world.advances(days=2, settle=False)
    await town.running.start()
    await town.world.settle()
    assert await times_told(town) == 0
    said = await town.foreman.sees("那次没发", to=town.staff)
    assert "第1个预定公告，3月3日（周二）那次没发：到时间的时候我不在" in said.text
    assert "隔了一天，话也许不对了" in said.text
    pressed = await town.foreman.presses("现在发", on=said, to=town.staff)
    assert "作为第1则公告发出去了" in pressed.text
    (one,) = await told(town.liu, BINS, to=town.building3)
    assert one.text.startswith("📢 物业公告"), "in the name of whoever has it sent"
    again = await town.foreman.presses("现在发", on=said, to=town.staff)
    assert "没有要补的" in again.alert
    assert await times_told(town) == 1


async def test_away_for_days_every_day_has_its_own_and_only_todays_goes_out(town: Estate) -> None:
    await ready(town)
    await planned(town.secretary, "每个工作日", "明天 10:00", "跳过")
    await town.running.stop()
    await town.world.advances(days=3, hours=3, settle=False)  # Thursday, 12:00
    await town.running.start()
    await town.world.settle()
    assert await times_told(town) == 1
    assert "有2次没发，最后一次是3月4日" in (await town.foreman.sees("次没发", to=town.staff)).text
    await days_pass(town, 3)  # until Sunday
    assert await times_told(town) == 2, "on Friday, and not at the weekend"


async def test_in_the_night_it_says_at_once_that_it_waits_for_the_morning(town: Estate) -> None:
    await ready(town)
    look = await plans(town.secretary, "过后发", "明天 23:00")
    assert "🌙 23:00大家在休息，改在08:00发" in look.text
    assert "3月4日（周三） 08:00发一次" in look.text
    await town.secretary.presses("改几点")
    await town.secretary.says("晚上8点")
    look = await town.secretary.sees("发给")
    assert "3月3日（周二） 20:00发一次" in look.text
    assert "🌙" not in look.text
    await town.secretary.presses("改几点")
    await town.secretary.says("23:00")
    await town.secretary.presses("标成紧急")
    assert "3月3日（周二） 23:00发一次" in (await town.secretary.sees("发给")).text
    await town.secretary.presses("定下来")
    await town.world.advances(days=1, hours=14, minutes=30)
    (one,) = await told(town.liu, BINS, to=town.building3)
    assert "紧急通知" in one.text


async def test_what_was_due_while_the_bot_was_away_is_not_sent_at_night(town: Estate) -> None:
    await ready(town)
    await planned(town.secretary, "过后发", "明天 20:00")
    await town.running.stop()
    await town.world.advances(days=1, hours=14, settle=False)  # 23:00 of that day
    await town.running.start()
    await town.world.settle()
    assert await times_told(town) == 0
    assert "那次没发" in (await town.foreman.sees("那次没发", to=town.staff)).text


async def test_what_is_planned_is_changed_in_all(town: Estate) -> None:
    await ready(town)
    await planned(town.secretary, "每周", "周三 10:00", "照发", "跳过")
    await town.secretary.presses("改公告", on=await card(town.secretary))
    look = await town.secretary.sees("发给")
    assert BINS in look.text
    assert "从3月4日（周三）起" in look.text
    await town.secretary.presses("改内容")
    await town.secretary.says("大件垃圾改到下午收")
    await town.secretary.presses("改几点")
    await town.secretary.says("8:00")
    await town.secretary.presses("就这样改")
    await town.secretary.sees("改好了")
    await town.world.advances(days=2, hours=2)
    assert await times_told(town) == 0
    assert await times_told(town, "大件垃圾改到下午收") == 1


async def test_what_has_passed_or_cannot_be_is_said_and_nothing_is_lost(town: Estate) -> None:
    await ready(town)
    look = await plans(town.secretary, "过后发", "今天 8:00")
    assert "一次也发不了" in look.text
    refused = await town.secretary.presses("定下来")
    assert "这个时间已经过了" in refused.alert
    await town.secretary.presses("什么时候发")
    for said in ("每天", "昨天"):
        await town.secretary.says(said)
    assert "过去" in (await town.secretary.reads())[-1].text
    await town.secretary.says("后天")
    await town.secretary.says("明天")
    assert "最后一天比第一天还早" in (await town.secretary.reads())[-1].text
    await town.secretary.says("后天")
    assert "每天08:00，从3月4日（周三）起" in (await town.secretary.sees("发给")).text
    await town.secretary.presses("什么时候发")
    await town.secretary.presses("现在")
    await town.secretary.presses("发出去")
    assert await times_told(town) == 1, "it can still be told at once"


async def test_a_restart_in_the_middle_loses_nothing(town: Estate) -> None:
    await ready(town)
    await plans(town.secretary, "每周", "周三")
    await town.bot_restarts()
    await town.secretary.says("10点")
    await town.bot_restarts()
    await town.secretary.says("不发")
    await town.bot_restarts()
    await town.secretary.says("跳过")
    look = await town.secretary.sees("发给")
    assert "每周三10:00" in look.text
    assert "碰上放假，那次不发" in look.text
    await town.secretary.presses("定下来")
    await town.bot_restarts()
    await town.world.advances(days=2, hours=2)
    assert await times_told(town) == 1


async def test_the_empty_calendar_and_a_full_one_with_what_waits(town: Estate) -> None:
    await ready(town)
    shown = await calendar(town.secretary)
    assert "阳光小区 · 发送日历，到3月30日（周一）为止" in shown.text
    assert "这四个星期没有要发的" in shown.text
    await planned(town.secretary, "每天", "明天 10:00", "跳过")
    await planned(town.secretary, "过后发", "6月1日 10:00", words="儿童节快乐")
    shown = await calendar(town.foreman, to=town.staff)
    assert "第1页，共4页" in shown.text
    assert "第2个预定公告，这四个星期轮不到 · “儿童节快乐”" in shown.text
    await town.foreman.presses("下一页", on=shown, to=town.staff)
    assert "第2页，共4页" in (await town.foreman.sees("发送日历", to=town.staff)).text
    await town.world.advances(hours=14)  # 23:00
    await town.secretary.says("/broadcast 明早做操")
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里")
    await town.secretary.presses("发出去")
    shown = await calendar(town.secretary)
    assert "1 3月3日（周二） 08:00 · 🌙 第1则公告，天亮了发 · “明早做操”" in shown.text
    await town.secretary.presses("1", on=shown)
    await town.secretary.sees("第1则公告 · ")
    await town.liu.says("/calendar")
    assert "发送日历" not in (await town.liu.reads())[-1].text


async def test_with_two_looking_at_once_it_is_told_once(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, processes=2) as town:
        await ready(town)
        await planned(town.secretary, "每周", "周三 10:00", "照发", "跳过")
        town.running.stride = timedelta(seconds=1)
        await town.world.advances(days=2, hours=2)
        await town.world.advances(days=7)
        assert await times_told(town) == 2


async def test_an_english_speaking_officer_plans_one_too(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/language")
    await town.secretary.presses("English")
    await town.secretary.says("/broadcast Please move your bikes")
    await town.secretary.presses("The whole estate")
    await town.secretary.presses("In the groups")
    await town.secretary.presses("When")
    await town.secretary.presses("Every month")
    await town.secretary.says("6 March 9 am")
    await town.secretary.presses("The working day before")
    await town.secretary.says("skip")
    look = await town.secretary.sees("To: ")
    assert "On day 6 of every month at 09:00, from Fri 6 March on" in look.text
    assert "6 April is a holiday (Tomb-Sweeping Day (observed)); it goes out on Fri 3 April" in look.text
    await town.secretary.presses("Plan it")
    shown = await town.secretary.sees("Planned notice 1 · ")
    assert "Next: Fri 6 March, 09:00" in shown.text
    await town.secretary.says("/calendar")
    shown = (await town.secretary.reads())[-1]
    assert "1 Fri 6 March, 09:00 · “Please move your bikes” · the whole estate" in shown.text
    await town.world.advances(days=4, hours=1)
    assert await times_told(town, "Please move your bikes") == 1
