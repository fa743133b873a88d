"""The council: residents for and against, voices under their names, taps, minutes that are nagged for."""

from __future__ import annotations

from tests.scenarios.deliberating import (
    QUESTION,
    WORDS,
    argues,
    days_pass,
    living_message,
    more,
    opens_deliberation,
    types,
    writes_minutes,
)
from tests.scenarios.estate import EXPERT, Estate
from tests.scenarios.scenes import files, starts

# ---- the council ----------------------------------------------------------------------------------------------------


async def test_a_council_is_one_silent_message_in_the_group_with_what_is_asked_and_until_when(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town, background="有老人说走不动，也有人嫌门口挤。")
    await town.secretary.sees("议事会开始了，已经发到楼群", to=town.staff)
    living = await living_message(town)
    assert f"第1件 · 议事会\n{QUESTION}" in living.text
    assert "有老人说走不动" in living.text
    assert "议到3月10日" in living.text
    assert living.labels == ["说赞成的理由", "说反对的理由", "逐条表态", "看全部"]
    assert "正在商议，到3月10日" in (await town.liu.sees(WORDS, to=town.building3)).text


async def test_arguments_stand_in_two_blocks_on_the_one_message_and_bear_no_name(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    await argues(town, town.chen, "赞成", "老人等车要坐一坐")
    await argues(town, town.liu, "反对", "门口本来就挤，婴儿车过不去")
    living = await living_message(town)
    assert "👍 赞成的理由 1\n1. 老人等车要坐一坐" in living.text
    assert "👎 反对的理由 1\n2. 门口本来就挤，婴儿车过不去" in living.text
    assert "小陈" not in living.text
    assert "刘敏" not in living.text
    assert "大家看得到这句话，看不到是谁写的" in (await town.chen.sees("您赞成，为什么？")).text


async def test_somebody_who_never_pressed_start_comes_by_the_message_and_can_go_back_and_cancel(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    await town.zhao.presses("说赞成的理由", to=town.building3, on=await living_message(town))
    await town.zhao.says("走不动")
    await town.zhao.presses("返回")
    await town.zhao.says("腿脚不好，走不动")
    assert "腿脚不好，走不动" in (await town.zhao.last()).text
    await town.bot_restarts()
    await town.zhao.presses("取消")
    assert "赞成的理由" not in (await living_message(town)).text
    await argues(town, town.zhao, "赞成", "腿脚不好")
    assert "腿脚不好" in (await living_message(town)).text


async def test_the_group_shows_the_newest_three_and_the_whole_is_read_in_private_page_by_page(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    long = "很长的一句话" * 40
    for person, words in ((town.wang, "甲"), (town.chen, "乙"), (town.zhao, "丙")):
        await argues(town, person, "赞成", words + "一")
        await argues(town, person, "赞成", words + long)
    living = await living_message(town)
    assert "赞成的理由 6" in living.text
    assert "还有3条，按“看全部”" in living.text
    assert long not in living.text
    await town.liu.presses("看全部", to=town.building3, on=living)
    first = await town.liu.last()
    assert "第1页，共2页" in first.text
    assert "乙" + long in first.text
    await town.liu.presses("下一页 ▶")
    assert "丙" + long in (await town.liu.last()).text


async def test_three_things_each_and_what_is_taken_back_is_gone(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    for words in ("一", "二", "三"):
        await argues(town, town.chen, "反对", words + "号理由")
    await town.chen.presses("说反对的理由", to=town.building3, on=await living_message(town))
    assert "一个人最多说3条" in (await town.chen.last()).text
    await town.chen.presses("看全部", to=town.building3, on=await living_message(town))
    pressed = await town.chen.presses("收回第2条")
    assert "收回了" in (pressed.alert or "")
    living = await living_message(town)
    assert "二号理由" not in living.text
    assert "反对的理由 2" in living.text
    await argues(town, town.chen, "反对", "四号理由")
    assert "4. 四号理由" in (await living_message(town)).text


async def test_staff_folds_what_does_not_belong_there_and_puts_it_back(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    await argues(town, town.chen, "反对", "某某最讨厌")
    desk = await town.secretary.sees("议事会", to=town.staff)
    await town.secretary.presses("看全部", to=town.staff, on=desk)
    await town.secretary.presses("收起第1条", to=town.staff)
    assert "某某最讨厌" not in (await living_message(town)).text
    await town.liu.presses("看全部", to=town.building3, on=await living_message(town))
    assert "还没有人说" in (await town.liu.last()).text
    await town.secretary.presses("收起第1条", to=town.staff)
    assert "某某最讨厌" in (await living_message(town)).text


async def test_only_the_committee_opens_one_and_only_one_at_a_time(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    card = await town.foreman.sees(WORDS, to=town.staff)
    await town.foreman.presses("更多", to=town.staff, on=card)
    assert "发起商议" not in (await town.foreman.last(to=town.staff)).labels
    await opens_deliberation(town)
    card = await town.secretary.sees(WORDS, to=town.staff)
    await town.secretary.presses("更多", to=town.staff, on=card)
    more = (await town.secretary.reads(to=town.staff))[-1]
    again = await town.secretary.presses("发起商议", to=town.staff, on=more)
    assert again.alert == "第1件正在商议，或者还等着写纪要。"


async def test_today_is_too_soon_in_the_evening(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await town.world.advances(hours=10.5)  # 19:30
    await more(town, town.secretary, "发起商议")
    await town.secretary.presses("议事会", to=town.staff)
    await types(town, town.secretary, QUESTION)
    await types(town, town.secretary, "跳过")
    await types(town, town.secretary, "今天")
    refused = await town.secretary.presses("对", to=town.staff)
    assert refused.alert == "今天来不及了，请选晚一点的日子，让大家有时间说。"


# ---- taps -----------------------------------------------------------------------------------------------------------


async def test_what_was_said_is_tapped_one_by_one_in_private_and_a_tap_counts_once(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    await argues(town, town.chen, "赞成", "老人要坐一坐")
    await argues(town, town.liu, "反对", "门口挤")
    await town.zhao.presses("逐条表态", to=town.building3, on=await living_message(town))
    shown = await town.zhao.last()
    assert "1. 老人要坐一坐" in shown.text
    assert shown.labels[:3] == ["同意", "不同意", "说不好"]
    pressed = await town.zhao.presses("同意")
    assert pressed.toast == "记下了：第1条，同意。改主意了，按别的就行。"
    assert "2. 门口挤" in (await town.zhao.last()).text
    await town.zhao.presses("不同意")
    assert "都看过了" in (await town.zhao.last()).text
    living = await living_message(town)
    assert "1. 老人要坐一坐（1人同意）" in living.text
    assert "2. 门口挤（1人不同意）" in living.text
    await town.chen.presses("逐条表态", to=town.building3, on=living)
    assert "门口挤" in (await town.chen.last()).text, "what one said oneself is not put to one"


async def test_a_voice_states_under_its_name_and_the_group_taps_it_there_without_start(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    desk = await town.foreman.sees("议事会", to=town.staff)
    await town.foreman.presses("说我方的意见", to=town.staff, on=desk)
    await town.foreman.presses("反对", to=town.staff)
    await types(town, town.foreman, "门口要过消防车")
    await town.foreman.presses("对", to=town.staff)
    living = await living_message(town)
    assert "🏛 各方的意见 1\n1. 物业张师傅反对：门口要过消防车" in living.text
    assert living.labels[2:5] == ["1 同意", "1 不同意", "1 说不好"]
    assert (await town.zhao.presses("1 同意", to=town.building3, on=living)).toast == (
        "记下了：第1条，同意。改主意了，按别的就行。"
    )
    await town.zhao.presses("1 不同意", to=town.building3, on=await living_message(town))
    await town.zhao.presses("1 不同意", to=town.building3, on=await living_message(town))
    assert "（1人不同意）" in (await living_message(town)).text
    await town.foreman.presses("说我方的意见", to=town.staff, on=await town.foreman.sees("议事会", to=town.staff))
    await town.foreman.presses("都不是，只说情况", to=town.staff)
    await types(town, town.foreman, "靠墙放就不挡")
    await town.foreman.presses("对", to=town.staff)
    living = await living_message(town)
    assert "2. 物业张师傅：靠墙放就不挡" in living.text
    assert "消防车" not in living.text, "a body says one thing at a time"


async def test_an_expert_from_nowhere_writes_what_was_seen_with_photos(town: Estate) -> None:
    expert = await town.world.person("陈工", id=EXPERT)
    await expert.starts()
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    await town.world.advances(hours=12)  # whatever waited for the evening
    await expert.presses("去看看", on=await expert.sees("第1件开议事会"))
    assert "写现场看到的" in (await expert.last()).labels
    await expert.presses("写现场看到的")
    await expert.says("门口宽3米2，放椅子还剩2米4")
    await expert.photographs()
    await expert.photographs()
    await expert.presses("好了")
    await expert.sees("2张照片")
    await expert.presses("对")
    assert "🔎 专家现场看过 1\n1. 专家陈工：门口宽3米2" in (await living_message(town)).text
    await town.liu.presses("看全部", to=town.building3, on=await living_message(town))
    await town.liu.presses("看第1条的照片")
    assert any(each.photo for each in await town.liu.reads())


# ---- the end, minutes -----------------------------------------------------------------------------------------------


async def test_minutes_are_posted_and_everybody_who_took_a_side_is_told(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    await argues(town, town.chen, "赞成", "老人要坐一坐")
    await town.zhao.presses("逐条表态", to=town.building3, on=await living_message(town))
    await town.zhao.presses("同意")
    await town.secretary.presses("现在结束", to=town.staff, on=await town.secretary.sees("议事会", to=town.staff))
    await town.secretary.presses("是的，结束", to=town.staff)
    await town.liu.presses("看全部", to=town.building3, on=await living_message(town))
    assert "说赞成的理由" not in (await living_message(town)).labels
    await writes_minutes(town)
    posted = await town.liu.sees("纪要\n", to=town.building3)
    assert "谈拢了" in posted.text
    assert "装在花园，四把" in posted.text
    assert "居委会李书记写" in posted.text
    assert "谈拢了" in (await living_message(town)).text
    assert "商议过了：谈拢了" in (await town.liu.sees(WORDS, to=town.building3)).text
    await days_pass(town, 1)
    for person in (town.wang, town.chen, town.zhao):
        assert "装在花园，四把" in (await person.sees("第1件 · 纪要")).text
    await town.liu.does_not_see("第1件 · 纪要")  # she read it, and took no side
    minuted = await town.secretary.sees("第1件 · 纪要", to=town.staff)
    assert minuted.labels == ["定下来"]


async def test_it_ends_on_its_day_and_minutes_are_nagged_for_after_three_and_seven_days_once_each(town: Estate) -> None:
    await town.secretary.starts()
    await files(town, town.wang, WORDS)
    await opens_deliberation(town, until="3月4日")
    await argues(town, town.chen, "赞成", "老人要坐一坐")
    await days_pass(town, 2)
    assert "时间到了" not in (await living_message(town)).text
    await days_pass(town, 1)
    assert "时间到了，等纪要" in (await living_message(town)).text
    assert "请居委会写纪要" in (await town.secretary.sees("议完了，请", to=town.staff)).text
    late = await town.chen.presses("看全部", to=town.building3, on=await living_message(town))
    assert late is not None
    assert "说赞成的理由" not in (await town.chen.last()).labels

    async def nags() -> int:
        return len([each for each in await town.secretary.reads(to=town.staff) if "还没有纪要" in each.text])

    await days_pass(town, 1.5)
    assert await nags() == 0
    await days_pass(town, 1)
    await town.bot_restarts()
    assert await nags() == 1
    assert "议完3天了" in (await town.secretary.sees("还没有纪要", to=town.staff)).text
    await days_pass(town, 3)
    assert await nags() == 1
    await days_pass(town, 1)
    assert await nags() == 2
    await days_pass(town, 10)
    assert await nags() == 2
    assert len([each for each in await town.secretary.reads() if "还没有纪要" in each.text]) == 2
    await town.secretary.presses("写纪要", on=await town.secretary.sees("还没有纪要"))
    await town.secretary.presses("没谈拢")
    await town.secretary.says("两边说法差得远")
    await town.secretary.presses("对")
    assert "没谈拢" in (await town.liu.sees("纪要\n", to=town.building3)).text


async def test_with_the_wish_out_of_sight_what_was_said_of_it_is_too(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town, until="3月4日")
    await argues(town, town.chen, "反对", "门口挤")
    await town.wang.says("/wish 1")
    await town.wang.presses("撤回")
    await town.wang.presses("已经解决了")
    await town.wang.presses("对")
    await town.liu.does_not_see("门口挤", to=town.building3)
    await town.liu.sees("第1件现在看不到", to=town.building3)
    await days_pass(town, 12)
    await town.secretary.does_not_see("还没有纪要", to=town.staff)


async def test_somebody_who_asks_to_be_forgotten_leaves_no_words_there(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    await opens_deliberation(town)
    await argues(town, town.chen, "反对", "门口挤")
    await town.chen.says("/mydata")
    assert "您在商议里说的：1条" in (await town.chen.sees("和您有关的都在这里")).text
    await town.chen.says("/forgetme")
    await town.chen.presses("把我忘了")
    await town.chen.presses("是的，忘了我")
    await argues(town, town.liu, "赞成", "好看")
    assert "门口挤" not in (await living_message(town)).text
