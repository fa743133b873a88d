"""Whoever claimed a want asks for a later day, once, before it passes: the wisher is told, the card shows it."""

from __future__ import annotations

from simulator.client import Message
from tests.scenarios.claimed import card_of, claimed_in_english, claims, count, days, runs
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges

LATER, BACK = "要晚几天", "办不了，交回去"


async def _asks(town: Estate, *, day: str = "3月14日", because: str | None = None, on: Message | None = None) -> None:
    await town.chen.presses(LATER, on=on or await town.chen.sees("提第1件的人说好"))
    await town.chen.says(day)
    if because is None:
        await town.chen.presses("跳过")
    else:
        await town.chen.says(because)
    await town.chen.presses("对")


async def test_from_the_reminder_to_the_wisher_and_the_card(town: Estate) -> None:
    await runs(town)
    await days(town, 7)
    reminded = await town.chen.sees("提醒您一声：第1件您说3月10日（周二）前办好")
    assert reminded.labels == ["办好了", LATER, BACK]
    await town.chen.presses(LATER, on=reminded)
    asked = await town.chen.sees("第1件说好3月10日（周二）前。改到哪天？只能改这一次。")
    assert asked.labels[:4] == ["3月11日（周三）", "3月13日（周五）", "3月17日（周二）", "3月24日（周二）"]
    await town.chen.presses("3月13日（周五）")
    await town.chen.says("木板还没到货")
    look = await town.chen.sees("第1件从3月10日（周二）前改到3月13日（周五）前")
    assert "木板还没到货" in look.text
    await town.wang.does_not_see("要晚几天")
    await town.chen.presses("对")
    await town.chen.sees("好，第1件改到3月13日（周五）前。我跟提的人说一声，您慢慢来。")

    told = await town.wang.sees("第1件，小陈要晚几天：本来3月10日（周二）前，现在3月13日（周五）前办好。")
    assert "他说：木板还没到货" in told.text
    assert told.labels == ["告诉他门牌或电话", "办好了，谢谢", "不用他办了"]
    card = await card_of(town)
    assert "🙋 一位邻居认领了，3月13日（周五）前办好" in card.text
    assert "木板" not in card.text, "why is the wisher's alone to read"
    desk = await town.secretary.sees("小陈认领了，3月13日（周五）前办好", to=town.staff)
    assert "木板" not in desk.text

    await days(town, 3)
    again = await town.chen.sees("提醒您一声：第1件您说3月13日（周五）前办好")
    assert again.labels == ["办好了", BACK], "a second time is not offered"
    await days(town, 2)
    await town.chen.presses("办好了", on=await town.chen.sees("第1件说好3月13日（周五）前。办好了吗？"))
    await town.wang.presses("办好了，谢谢", on=await town.wang.sees("小陈说办好了。您看呢？"))
    assert "✅ 办好了，一位邻居帮的忙" in (await card_of(town)).text


async def test_a_second_time_is_refused_kindly_with_what_to_do_instead(town: Estate) -> None:
    await runs(town)
    told = await town.chen.sees("提第1件的人说好")
    await _asks(town, on=told)
    pressed = await town.chen.presses(LATER, on=told)
    said = pressed.alert or (await town.chen.last()).text
    assert "第1件的日子改过一次了。办好了就按“办好了”；办不了也没关系，按“办不了，交回去”。" in said
    await town.chen.says("第1件")
    assert "您认领的，3月14日（周六）前办好" in (await town.chen.last()).text
    assert LATER not in (await town.chen.last()).labels
    await town.chen.presses(BACK)
    await town.wang.sees("愿意帮忙的邻居这回来不了")


async def test_a_day_that_is_no_later_and_one_too_far_are_asked_for_again_and_a_double_press_counts_once(
    town: Estate,
) -> None:
    await runs(town)
    await town.chen.presses(LATER, on=await town.chen.sees("提第1件的人说好"))
    for said, answer in (
        ("3月10日", "这一天不比原来晚"),
        ("3月9日", "这一天不比原来晚"),
        ("2月1日", "这一天不比原来晚|太远|已经过去了"),
        ("12月1日", "太远了，最多写到60天以内"),
        ("随便", "没看懂|日子|看不懂"),
    ):
        await town.chen.says(said)
        heard = (await town.chen.last()).text
        assert any(each in heard for each in answer.split("|")), heard
    await town.chen.says("3月14日")
    await town.chen.says("字" * 201)
    assert "200" in (await town.chen.last()).text
    await town.chen.presses("返回")
    await town.chen.says("3月15日")
    await town.chen.presses("跳过")
    look = await town.chen.sees("改到3月15日（周日）前")
    for _ in range(2):
        await town.chen.act("press", chat=look.chat_id, message=look.id, label="对")
    await town.world.settle()
    assert count(await town.wang.reads(), "小陈要晚几天") == 1
    assert "他说" not in (await town.wang.sees("小陈要晚几天")).text
    assert "3月15日（周日）前办好" in (await card_of(town)).text


async def test_cancelled_nothing_has_changed_and_it_may_still_be_asked(town: Estate) -> None:
    await runs(town)
    told = await town.chen.sees("提第1件的人说好")
    await town.chen.presses(LATER, on=told)
    await town.chen.says("3月14日")
    await town.chen.says("/cancel")
    await town.wang.does_not_see("要晚几天")
    assert "3月10日（周二）前办好" in (await card_of(town)).text
    await _asks(town, on=told)
    await town.wang.sees("现在3月14日（周六）前办好")


async def test_after_the_day_it_is_too_late(town: Estate) -> None:
    await runs(town)
    told = await town.chen.sees("提第1件的人说好")
    await days(town, 9)
    overdue = await town.chen.sees("第1件说好3月10日（周二）前。办好了吗？")
    assert overdue.labels == ["办好了", BACK]
    pressed = await town.chen.presses(LATER, on=told)
    assert "第1件的日子已经过了，改不了了" in (pressed.alert or (await town.chen.last()).text)
    await town.chen.says("第1件")
    assert LATER not in (await town.chen.last()).labels


async def test_on_the_day_itself_it_may_still_be_asked(town: Estate) -> None:
    await runs(town)
    await days(town, 8)
    await _asks(town, on=await town.chen.sees("提第1件的人说好"), day="3月12日")
    await town.wang.sees("现在3月12日（周四）前办好")
    await days(town, 1)
    assert count(await town.chen.reads(), "办好了吗？") == 0, "the day that was put off asks nothing any more"


async def test_after_handing_back_or_reporting_it_done_and_by_somebody_else(town: Estate) -> None:
    await runs(town)
    told = await town.chen.sees("提第1件的人说好")
    await town.secretary.starts()
    for other in (town.wang, town.liu, town.secretary):
        assert "没找到这一件" in await forges(town, other, "claim-later:1")
    assert "没找到这一件" in await forges(town, town.chen, "claim-later:404")
    await town.chen.presses("办好了", on=told)
    assert "这一步已经过去了" in await forges(town, town.chen, "claim-later:1")
    await town.wang.presses("还没好", on=await town.wang.sees("您看呢"))
    longer = await town.chen.sees("再看看，行吗")
    assert longer.labels == ["办好了", LATER, BACK]
    await town.chen.presses(LATER, on=longer)
    await town.chen.says("3月20日")
    await town.chen.presses("跳过")
    look = await town.chen.sees("改到3月20日（周五）前")
    await town.wang.says("第1件")
    await town.wang.presses("不用他办了")  # while the last look stands
    await town.chen.presses("对", on=look)
    await town.chen.sees("这一步已经过去了")
    await town.wang.does_not_see("要晚几天")
    assert "这一步已经过去了" in await forges(town, town.chen, "claim-later:1")


async def test_who_claims_it_again_has_a_later_day_again(town: Estate) -> None:
    await runs(town)
    await _asks(town)
    await town.chen.says("第1件")
    await town.chen.presses(BACK)
    await town.chen.says("第1件")
    await town.chen.presses("我来认领")
    await town.chen.presses("我自己")
    await town.chen.says("3月12日")
    await town.chen.presses("对")
    await town.wang.presses("好，请他来办")
    assert LATER in (await town.chen.sees("提第1件的人说好，谢谢您！3月12日")).labels


async def test_restarts_in_the_middle_lose_nothing_and_tell_once(town: Estate) -> None:
    await runs(town)
    await town.chen.presses(LATER, on=await town.chen.sees("提第1件的人说好"))
    await town.bot_restarts()
    await town.chen.says("3月14日")
    await town.bot_restarts()
    await town.chen.says("木板还没到货")
    await town.bot_restarts()
    await town.chen.presses("对")
    await town.bot_restarts()
    assert count(await town.wang.reads(), "他说：木板还没到货") == 1
    await days(town, 30)
    assert count(await town.chen.reads(), "提醒您一声") == 1
    stuck = await town.secretary.sees("小陈说3月14日（周六）前办好，问过一次，没有回音", to=town.staff)
    await town.secretary.presses("请别人来办", to=town.staff, on=stuck)  # as ever
    await town.chen.sees("您不用再记着")


async def test_a_wisher_who_cannot_be_written_to_reads_it_on_the_card(town: Estate) -> None:
    await runs(town)
    await town.wang.blocks()
    await _asks(town)
    await town.chen.sees("好，第1件改到3月14日（周六）前")
    assert "3月14日（周六）前办好" in (await card_of(town)).text


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.presses("Cancel")
    await town.chen.presses("I want", to=town.building5)
    await town.chen.says("想要一个放雨伞的架子")
    await town.chen.presses("发到群里")
    await town.emma.presses("I can help", to=town.building5)
    await town.emma.presses("I’ll take it on", on=await town.emma.sees("If you would take all of it on"))
    await town.emma.presses("Just me")
    await town.emma.says("10 March")
    await town.emma.presses("Yes")
    await town.chen.presses("好，请他来办")
    told = await town.emma.sees("Whoever filed no. 1 says yes")
    assert told.labels == ["It is done", "I need a later day", "I can’t, hand it back"]
    await town.emma.presses("I need a later day", on=told)
    asked = await town.emma.sees("No. 1 was to be done by Tue 10 March. By which day instead?")
    assert asked.labels[0] == "Wed 11 March"
    await town.emma.says("9 March")
    await town.emma.sees("That is no later than the day it has now")
    await town.emma.says("14 March")
    await town.emma.says("The boards aren’t here yet")
    look = await town.emma.sees("No. 1 moves from Tue 10 March to Sat 14 March")
    await town.emma.presses(look.labels[0], on=look)
    await town.emma.sees("All right: no. 1 by Sat 14 March. I’ll tell whoever filed it. Take your time.")
    assert "他说：The boards aren’t here yet" in (await town.chen.sees("Emma要晚几天")).text
    assert "took this on, by Sat 14 March" in (await town.emma.reads(to=town.building5))[-1].text
    pressed = await town.emma.presses("I need a later day", on=told)
    assert "No. 1 was put off once already." in (pressed.alert or (await town.emma.last()).text)


async def test_a_wisher_reads_it_in_english(english_town: Estate) -> None:
    town = english_town
    await claimed_in_english(town)
    await town.emma.presses("Yes, please")
    await _asks(town, because="木板还没到货")
    said = (
        "No. 1: 小陈 needs a few days more. It was to be done by Tue 10 March, and is now to be done by Sat 14 March."
    )
    told = await town.emma.sees(said)
    assert "They say: 木板还没到货" in told.text
    assert told.labels == ["Pass on my door or phone", "Done, thank you", "No longer needed"]
    await town.chen.presses("办好了", on=await town.chen.sees("提第1件的人说好"))
    await town.emma.presses("Done, thank you", on=await town.emma.sees("小陈 says no. 1 is done"))
    assert "✅ Done, thanks to: A neighbour" in (await town.emma.reads(to=town.building5))[-1].text


async def test_why_is_in_their_data_while_it_runs_and_gone_after(town: Estate) -> None:
    await runs(town)
    await _asks(town, because="木板还没到货")
    await town.chen.says("/mydata")
    assert "您说过为什么要晚几天的：1条" in (await town.chen.sees("您认领的：1件")).text
    await town.chen.says("第1件")
    await town.chen.presses(BACK)
    await town.chen.says("/mydata")
    assert "您说过为什么要晚几天的" not in (await town.chen.last()).text


async def test_it_is_counted_from_the_claim_that_runs(town: Estate) -> None:
    """A later day of one neighbour takes none from the next."""
    await runs(town)
    await _asks(town)
    await town.chen.says("第1件")
    await town.chen.presses(BACK)
    await claims(town, town.liu, day="3月12日")
    await town.wang.presses("好，请他来办")
    assert LATER in (await town.liu.sees("提第1件的人说好")).labels
