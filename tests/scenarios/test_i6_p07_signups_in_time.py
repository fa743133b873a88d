"""接龙报名 as time goes by: it closes, the evening before, another time, called off, and forgotten."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import starts
from tests.scenarios.signing import asks, card, list_of, opens, ready, rows, taps, until

# ---- closing, the list, others ---------------------------------------------------------------------------------------


async def test_it_closes_at_its_time_also_when_the_bot_was_down(town: Estate) -> None:
    await ready(town)
    await starts(town.liu, town.building3)
    await asks(town.secretary, places="不限", 能带几人="1")
    await taps(town.liu, "带一人", town.building3)
    trick = await town.world.person("=HYPERLINK(1)")
    await trick.joins(town.building3)
    await taps(trick, "我报名", town.building3)
    await until(town, day=6, hour=17, minute=50)
    await town.running.stop()
    await town.world.advances(minutes=20, settle=False)
    await town.running.start()
    await town.world.settle()
    listed = await town.secretary.sees("的名单，一共3人")
    assert listed.silent
    said = await rows(town, listed)
    assert "1|刘敏|2||有名额|2026-03-02 09:" in said
    assert "2|=HYPERLINK(1)|1" in said
    assert "|合计|3" in said
    shown = await card(town.wang, town.building3)
    assert shown.labels == []
    assert "报名截止了" in shown.text
    late = await forges(town, town.wang, "attend:1:in", to=town.building3)
    assert "报名截止了" in late
    out = await forges(town, town.liu, "attend:1:out", to=town.building3)
    assert "报名截止了" in out, "no tap on the card counts any more"
    assert "1. 刘敏，带1人" in (await card(town.wang, town.building3)).text


async def test_the_evening_before_and_who_gives_back_after_it_closed(town: Estate) -> None:
    await ready(town)
    for each in (town.liu, town.chen):
        await starts(each, town.building3)
    await asks(town.secretary, places="1")
    await taps(town.liu, "我报名", town.building3)
    await taps(town.chen, "我报名", town.building3)
    await until(town, day=6, hour=19)
    reminded = await town.liu.sees("提醒您一声，“端午包粽子”快到了")
    assert "3号楼门口" in reminded.text
    await town.chen.does_not_see("提醒您一声")
    await town.liu.presses("不去了", on=reminded)
    await town.chen.sees("有空位了")
    await town.secretary.sees("截止以后又有人不去了：“端午包粽子”，现在一共1人")
    await town.secretary.presses("要名单")
    assert "小陈" in await rows(town, await town.secretary.last())


async def test_somebody_without_a_phone_is_signed_up_by_the_captain(town: Estate) -> None:
    await ready(town)
    await asks(town.secretary, places="1", 能带几人="1")
    await taps(town.wang, "我报名", town.building3)
    captain = await town.world.person("李姐", id=9004)
    await captain.starts()
    await captain.presses("替没手机的邻居报", on=await opens(captain))
    await captain.says("孙奶奶")
    await captain.presses("一个人")
    assert "孙奶奶排在候补第1个" in (await captain.last()).text
    assert "候补：\n1. 孙奶奶" in (await card(town.wang, town.building3)).text
    await taps(town.wang, "不去了", town.building3)
    told = await captain.sees("您替孙奶奶报的，请转告")
    assert "有空位了" in told.text
    assert "孙奶奶|1||有名额" in (said := await rows(town, await list_of(town)))
    assert "李姐" in said
    pressed = await captain.presses("孙奶奶不去了", on=told)
    assert "孙奶奶不去了" in pressed.text
    assert "孙奶奶" not in (await card(town.wang, town.building3)).text
    assert "不是您报的" in await forges(town, captain, "signup-for:1:2")


# ---- changed, called off, forgotten ----------------------------------------------------------------------------------


async def test_another_time_is_told_to_everybody_on_the_list(town: Estate) -> None:
    await ready(town)
    await starts(town.liu, town.building3)
    await asks(town.secretary)
    await taps(town.liu, "我报名", town.building3)
    await taps(town.zhao, "我报名", town.building3)
    view = await opens(town.secretary)
    await town.secretary.presses("改", on=view)
    await town.secretary.presses("改日子")
    await town.secretary.says("3月8日")
    assert "报名到3月7日（周六）18:00为止" in (await town.secretary.last()).text
    await town.secretary.presses("就这样改")
    await town.secretary.sees("我会告诉报了名的2位")
    told = await town.liu.sees("“端午包粽子”改了")
    assert "3月8日（周日）14:00" in told.text
    assert "不去了" in told.labels
    line = (await town.zhao.reads(to=town.building3))[-1]
    assert "“端午包粽子”改了" in line.text, "who cannot be written to reads it in the group"
    assert line.silent
    assert "3月8日" in (await card(town.zhao, town.building3)).text
    # Fewer places than people is refused; another number is told to nobody.
    await town.secretary.presses("改", on=await opens(town.secretary))
    await town.secretary.presses("改名额")
    await town.secretary.says("1")
    pressed = await town.secretary.presses("就这样改")
    assert "已经有2人报上了" in (pressed.alert or (await town.secretary.last()).text)
    await town.secretary.presses("改名额")
    await town.secretary.says("9")
    await town.secretary.presses("就这样改")
    await town.secretary.sees("第1个接龙改好了。")
    assert "还剩7个名额" in (await card(town.zhao, town.building3)).text
    assert len([each for each in await town.liu.reads() if "改了" in each.text]) == 1


async def test_called_off_in_the_evening_it_is_told_in_the_morning_with_the_reason(town: Estate) -> None:
    await ready(town)
    await starts(town.liu, town.building3)
    await asks(town.secretary)
    await taps(town.liu, "我报名", town.building3)
    await until(town, day=2, hour=23)
    await town.secretary.presses("取消这个接龙", on=await opens(town.secretary))
    await town.secretary.says("那天停电")
    await town.secretary.sees("告诉报了名的1位：“那天停电”")
    await town.secretary.presses("取消接龙")
    await town.secretary.sees("第1个接龙取消了")
    shown = await card(town.wang, town.building3)
    assert "取消了：那天停电" in shown.text
    assert shown.labels == []
    await town.liu.does_not_see("那天停电")
    assert "这个接龙取消了" in await forges(town, town.wang, "attend:1:in", to=town.building3)
    await until(town, day=3, hour=8)
    told = await town.liu.sees("取消了：那天停电")
    assert told.labels == []
    assert "原定3月7日" in (await town.wang.reads(to=town.building3))[-1].text
    await until(town, day=6, hour=19, minute=30)
    await town.liu.does_not_see("提醒您一声")
    assert "取消了" in await forges(town, town.secretary, "signup-do:1:change")


async def test_sixty_days_later_nothing_is_left_of_who_came(town: Estate) -> None:
    await ready(town)
    await asks(town.secretary)
    await taps(town.wang, "我报名", town.building3)
    await town.world.advances(days=66)
    await town.world.settle()
    shown = await card(town.wang, town.building3)
    assert "王阿姨" not in shown.text
    assert "李书记" not in shown.text
    assert "已经有1人" in shown.text
    assert (
        "名单已经删掉" in await forges(town, town.secretary, "signup-do:1:list")
        or "名单已经删掉" in (await town.secretary.last()).text
    )


async def test_whoever_asks_to_be_forgotten_gives_their_place_to_who_waits(town: Estate) -> None:
    await ready(town)
    for each in (town.liu, town.chen):
        await starts(each, town.building3)
    await asks(town.secretary, places="1")
    await taps(town.liu, "我报名", town.building3)
    await taps(town.chen, "我报名", town.building3)
    await town.liu.says("/mydata")
    await town.liu.sees("您报的名：1个")
    await town.liu.says("/forgetme")
    await town.liu.presses("把我忘了")
    await town.liu.presses("是的，忘了我")
    await town.chen.sees("有空位了")
    assert "1. 小陈" in (await card(town.chen, town.building3)).text


async def test_a_group_that_the_bot_was_out_of_reads_the_list_when_it_is_back(town: Estate) -> None:
    await ready(town)
    await asks(town.secretary)
    await town.secretary.removes_bot(town.building5)
    await taps(town.wang, "我报名", town.building3)
    assert "王阿姨" not in (await card(town.emma, town.building5)).text
    await town.secretary.adds_bot(town.building5)
    await town.world.advances(minutes=1)
    shown = await card(town.emma, town.building5)
    assert "1. 王阿姨" in shown.text
    assert await taps(town.emma, "我报名", town.building5) == "报上了，您是第2个。"
