"""No decision past those who see it differently; what came back twice; coordination and hearing."""

from __future__ import annotations

from datetime import timedelta

from simulator.client import Person
from tests.scenarios.conftest import Open
from tests.scenarios.deliberating import QUESTION, WORDS, days_pass, living_message, more, types, writes_minutes
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files

# ---- I see it differently -------------------------------------------------------------------------------------------


async def _differ(town: Estate, person: Person) -> str:
    pressed = await person.presses("我有不同看法", to=town.building3, on=await person.sees(WORDS, to=town.building3))
    return pressed.alert or ""


async def test_a_private_press_counts_for_staff_alone_until_there_are_many(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    assert "谁也不知道是您" in await _differ(town, town.chen)
    assert "1人有不同看法" in (await town.secretary.sees(WORDS, to=town.staff)).text
    assert "有不同看法，先商议" not in (await town.liu.sees(WORDS, to=town.building3)).text
    assert "收回了" in await _differ(town, town.chen)
    assert "有不同看法" not in (await town.secretary.sees(WORDS, to=town.staff)).text
    assert "是您自己提的" in await _differ(town, town.wang)
    for person in (town.chen, town.liu, town.zhao):
        await _differ(town, person)
    assert "有3位邻居有不同看法，先商议，再定" in (await town.liu.sees(WORDS, to=town.building3)).text


async def test_with_many_nothing_is_promised_or_declined_before_residents_were_heard(town: Estate) -> None:
    await files(town, town.wang, WORDS)
    for person in (town.chen, town.liu, town.zhao):
        await _differ(town, person)
    card = await town.foreman.sees(WORDS, to=town.staff)
    await town.foreman.presses("答复", to=town.staff, on=card)
    said = await town.foreman.sees("有3位邻居有不同看法", to=town.staff)
    assert "要先商议、写好纪要" in said.text
    assert said.labels == ["发起商议"]
    offered = (await town.foreman.last(to=town.staff)).labels
    assert offered == ["先记着，过些日子再议", "只答复", "办好了", "取消"]
    await town.foreman.presses("取消", to=town.staff)
    await more(town, town.secretary, "定下来")
    barred = (await town.secretary.reads(to=town.staff))[-1]
    await town.secretary.presses("发起商议", to=town.staff, on=barred)
    await town.secretary.presses("议事会", to=town.staff)
    await types(town, town.secretary, QUESTION)
    await types(town, town.secretary, "跳过")
    await types(town, town.secretary, "3月10日")
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.presses("现在结束", to=town.staff, on=await town.secretary.sees("议事会", to=town.staff))
    await town.secretary.presses("是的，结束", to=town.staff)
    await writes_minutes(town)
    await town.secretary.presses("定下来", to=town.staff, on=await town.secretary.sees("· 纪要", to=town.staff))
    kinds = (await town.secretary.last(to=town.staff)).labels
    assert kinds == ["答应办", "这次办不了", "先记着，过些日子再议", "取消"]
    await town.secretary.presses("取消", to=town.staff)
    await answers(town, town.foreman, "答应办", day="3月20日", about=WORDS)
    assert "答应3月20日" in (await town.liu.sees(WORDS, to=town.building3)).text


async def test_without_a_threshold_nothing_waits(open_estate: Open) -> None:
    async with open_estate(extra={"deliberation": {"needed_from": 0}}) as town:
        await files(town, town.wang, WORDS)
        for person in (town.chen, town.liu, town.zhao):
            await _differ(town, person)
        assert "先商议" not in (await town.liu.sees(WORDS, to=town.building3)).text
        await answers(town, town.foreman, "答应办", day="3月20日", about=WORDS)
        assert "答应3月20日" in (await town.liu.sees(WORDS, to=town.building3)).text


# ---- the second return ----------------------------------------------------------------------------------------------


async def test_what_came_back_twice_has_the_button_to_open_one(town: Estate) -> None:
    await town.secretary.starts()
    await files(town, town.wang, WORDS)
    for _ in range(2):
        await answers(town, town.foreman, "办好了", words="装好了", photo=True, about=WORDS)
        await town.wang.presses("还没好", on=(await town.wang.reads())[-1])
        await town.world.advances(minutes=5)
    assert (await town.secretary.sees("这是第2次退回", to=town.staff)).labels == ["答复", "发起商议"]
    told = await town.secretary.sees("又退回给物业了")
    assert told.labels == ["看一看", "发起商议"]
    town.running.patience = timedelta(seconds=30)
    await town.secretary.presses("发起商议", on=told)
    await town.secretary.presses("议事会")
    await town.secretary.says(QUESTION)
    await town.secretary.presses("跳过")
    await town.secretary.says("3月10日")
    await town.secretary.presses("对")
    await living_message(town)


# ---- other forms ----------------------------------------------------------------------------------------------------


async def test_a_coordination_stays_in_the_staff_chat(town: Estate) -> None:
    await files(town, town.wang, WORDS, how="只给居委会")
    await more(town, town.secretary, "发起商议")
    assert (await town.secretary.last(to=town.staff)).labels[:2] == ["协调会", "取消"]
    await town.secretary.presses("协调会", to=town.staff)
    await types(town, town.secretary, QUESTION)
    await types(town, town.secretary, "跳过")
    await types(town, town.secretary, "3月10日")
    await town.secretary.presses("对", to=town.staff)
    living = await town.chair.sees("第1件 · 协调会", to=town.staff)
    await town.chair.presses("说我方的意见", to=town.staff, on=living)
    await town.chair.presses("赞成", to=town.staff)
    await types(town, town.chair, "业委会出钱")
    await town.chair.presses("对", to=town.staff)
    assert "业委会钱主任赞成：业委会出钱" in (await town.secretary.sees("第1件 · 协调会", to=town.staff)).text
    await town.liu.does_not_see(QUESTION, to=town.building3)
    await town.secretary.presses("现在结束", to=town.staff, on=await town.secretary.sees("协调会", to=town.staff))
    await town.secretary.presses("是的，结束", to=town.staff)
    await writes_minutes(town, "业委会出钱，物业装")
    await town.secretary.sees("第1件 · 纪要", to=town.staff)
    await town.liu.does_not_see("纪要", to=town.building3)
    await days_pass(town, 1)
    await town.wang.does_not_see("纪要")


async def test_at_a_hearing_residents_ask_and_the_named_officer_answers_before_everybody(town: Estate) -> None:
    await town.foreman.starts()
    await files(town, town.wang, WORDS)
    await more(town, town.secretary, "发起商议")
    await town.secretary.presses("听证会", to=town.staff)
    await types(town, town.secretary, QUESTION)
    await types(town, town.secretary, "跳过")
    await types(town, town.secretary, "一、装在哪\n二、谁出钱")
    await town.secretary.presses("物业 张师傅", to=town.staff)
    await types(town, town.secretary, "3月10日")
    await town.secretary.presses("对", to=town.staff)
    living = await town.liu.sees("第1件 · 听证会", to=town.building3)
    assert "议程：\n一、装在哪\n二、谁出钱" in living.text
    assert "由物业张师傅来答" in living.text
    await town.chen.presses("我要提问", to=town.building3, on=living)
    await town.chen.says("钱从哪儿来？")
    await town.chen.presses("对")
    assert "还没答" in (await town.liu.sees("第1件 · 听证会", to=town.building3)).text
    asked = await town.foreman.sees("邻居问您")
    assert "小陈" not in asked.text
    await town.foreman.presses("答第1条", on=asked)
    await town.foreman.says("从维修基金出")
    await town.foreman.presses("对")
    assert "张师傅答：从维修基金出" in (await town.liu.sees("第1件 · 听证会", to=town.building3)).text
    assert "从维修基金出" in (await town.chen.sees("有回答了")).text
    again = await town.foreman.presses("答第1条", on=asked)
    assert again.alert == "这一条已经答过了。"


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.says("Chairs at the door")
    await town.emma.presses("Post")
    staff, secretary = town.staff, town.secretary
    await secretary.presses("More", to=staff)
    await secretary.presses("Open a deliberation", to=staff)
    await secretary.presses("Council", to=staff)
    for words in ("Where do the chairs go?", "skip", "10 March"):
        await secretary.says(words, to=staff, reply_to=await secretary.last(to=staff))
    await secretary.presses("Yes", to=staff)
    living = await town.emma.sees("No. 1 · council", to=town.building5)
    assert living.labels == ["Say why for", "Say why against", "Rate one by one", "See all"]
    await town.chen.presses("Say why against", to=town.building5, on=living)
    await town.chen.says("/language en")
    await town.emma.presses("Say why for", to=town.building5, on=living)
    await town.emma.says("My legs")
    await town.emma.presses("Yes")
    assert "👍 For: 1\n1. My legs" in (await town.emma.sees("No. 1 · council", to=town.building5)).text
    await secretary.presses("End it now", to=staff, on=await secretary.sees("· council", to=staff))
    await secretary.presses("Yes, end it", to=staff)
    await secretary.presses("Write the minutes", to=staff)
    await secretary.presses("agreed in part", to=staff)
    await secretary.says("Two chairs", to=staff, reply_to=await secretary.last(to=staff))
    await secretary.presses("Yes", to=staff)
    assert "Written by the committee 李书记" in (await town.emma.sees("minutes\n", to=town.building5)).text
