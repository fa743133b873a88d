"""A question about a service: to the staff, back to who asked, and to the others if it helps them."""

from __future__ import annotations

from datetime import timedelta

from simulator.client import Message
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.listed import adds, asks, ready, replies, services
from tests.scenarios.rights_tried import refuses
from tests.scenarios.scenes import files, presses_twice


async def _in_staff_chat(town: Estate) -> Message:
    return await town.foreman.sees("有人问服务1“代办老年卡”", to=town.staff)


async def test_it_is_asked_answered_and_shown_without_a_name(town: Estate) -> None:
    await ready(town)
    await adds(town)
    said = await asks(town.liu, "周末能办吗？")
    assert "问过去了" in said
    assert "到3月5日" in said, "three working days"
    question = await _in_staff_chat(town)
    assert "“周末能办吗？”" in question.text
    assert "刘敏" not in question.text
    await replies(town, town.foreman, "周六上午也能办")
    await town.world.advances(minutes=3)
    told = await town.liu.sees("您问过“代办老年卡”")
    assert "物业张师傅：“周六上午也能办”" in told.text
    shown = (await services(town.zhao, "1", to=town.building3)).text
    assert "❓ 周末能办吗？" in shown
    assert "💬 物业张师傅：周六上午也能办" in shown
    assert "刘敏" not in shown
    settled = await _in_staff_chat(town)
    assert settled.id == question.id, "the staff chat's message changes"
    assert settled.labels == []
    assert "（给大家看）" in settled.text
    late = await forges(town, town.chair, "service-answer:1", to=town.staff)
    assert late == "张师傅已经答过了。"


async def test_only_who_asked_is_told_if_the_staff_says_so(town: Estate) -> None:
    await ready(town)
    await adds(town)
    await asks(town.liu, "我妈行动不便，能上门吗？")
    await replies(town, town.foreman, "能，周三上午去", how="只告诉提问的人")
    await town.world.advances(minutes=3)
    await town.liu.sees("能，周三上午去")
    assert "上门" not in (await services(town.zhao, "1", to=town.building3)).text


async def test_the_committee_hides_what_is_shown_and_shows_it_again(town: Estate) -> None:
    await ready(town)
    await adds(town)
    for words in ("周末能办吗？", "要钱吗？", "要等多久？"):
        await asks(town.liu, words)
        await replies(town, town.foreman, f"关于{words}")
        await town.world.advances(minutes=3)
    opened = await services(town.liu, "1")
    assert "周末能办吗？" not in opened.text, "the newest two; the others behind a button"
    await town.liu.presses("问答3条", on=opened)
    assert "周末能办吗？" in (page := await town.liu.last()).text
    assert page.labels == ["看这项服务"]
    kept = await services(town.secretary, "1")
    await town.secretary.presses("问答3条", on=kept)
    await town.secretary.presses("收起第1条")
    assert "收起来了" in (await town.secretary.last()).text
    assert "要等多久" not in (await services(town.liu, "1")).text
    await town.secretary.presses("还是给大家看")
    assert "要等多久" in (await services(town.liu, "1")).text
    assert refuses(await forges(town, town.foreman, "service-question:1:hide", to=town.staff))


async def test_an_answer_is_taken_back_before_anybody_heard_and_not_after(town: Estate) -> None:
    await ready(town)
    await adds(town)
    await asks(town.liu, "周末能办吗？")
    await town.world.settle()
    town.running.patience = timedelta(seconds=30)
    given = await replies(town, town.foreman, "不能")
    assert "周末" not in (await services(town.zhao, "1", to=town.building3)).text
    not_hers = await town.chair.presses("撤回", to=town.staff, on=given)
    assert not_hers.alert == "这是张师傅的答复，要张师傅自己撤回。"
    await town.bot_restarts()
    await town.foreman.presses("撤回", to=town.staff, on=given)
    await town.foreman.sees("回答撤回了（代办老年卡）", to=town.staff)
    assert (await _in_staff_chat(town)).labels == ["回答", "看这项服务"]
    await town.world.advances(minutes=5)
    await town.liu.does_not_see("不能")
    given = await replies(town, town.foreman, "周六上午能办")
    await town.world.advances(minutes=3)
    await town.liu.sees("周六上午能办")
    late = await town.foreman.presses("撤回", to=town.staff, on=given)
    assert "撤不回来了" in (late.alert or "")


async def test_at_night_nobody_is_woken_by_an_answer(town: Estate) -> None:
    await ready(town)
    await adds(town)
    await asks(town.liu, "周末能办吗？")
    await town.world.advances(hours=14)
    await replies(town, town.foreman, "周六上午能办")
    await town.world.advances(minutes=30)
    await town.liu.does_not_see("周六上午能办")
    await town.world.advances(hours=9)
    await town.liu.sees("周六上午能办")


async def test_who_blocked_the_bot_finds_the_answer_when_they_come_back(town: Estate) -> None:
    await ready(town)
    await adds(town)
    await asks(town.liu, "周末能办吗？")
    await town.liu.blocks()
    await replies(town, town.foreman, "周六上午能办")
    await town.world.advances(minutes=3)
    await town.liu.unblocks()
    await town.liu.does_not_see("周六上午能办")
    await town.liu.says("/services")
    await town.liu.sees("周六上午能办")
    await town.liu.says("/services")
    answers = [each for each in await town.liu.reads() if "您问过" in each.text]
    assert len(answers) == 1


async def test_what_nobody_answers_is_in_the_morning_list_and_in_the_queue(town: Estate) -> None:
    await ready(town)
    await adds(town)
    await asks(town.liu, "周末能办吗？")
    await town.world.advances(days=3, hours=1)  # Thursday, its last working day
    await town.foreman.does_not_see("过了日子还没人答", to=town.staff)
    await town.foreman.says(f"/queue@{BOT}", to=town.staff)
    assert "过了日子" not in (await town.foreman.last(to=town.staff)).text
    await town.world.advances(days=1)
    morning = await town.foreman.sees("3月6日", to=town.staff)
    assert "关于服务的问题，过了日子还没人答：1个" in morning.text
    await town.foreman.says(f"/queue@{BOT}", to=town.staff)
    queue = await town.foreman.last(to=town.staff)
    assert "过了日子还没人答：1个" in queue.text
    await town.foreman.presses("没人答的问题 1", to=town.staff, on=morning)
    waiting = await town.foreman.last(to=town.staff)
    assert waiting.id != morning.id
    assert "⚠️ 1 代办老年卡：“周末能办吗？”，原来说3月5日" in waiting.text
    await town.foreman.presses("回答第1个", to=town.staff, on=waiting)
    await town.foreman.says("能", to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    await town.foreman.presses("给大家看", to=town.staff)
    await town.foreman.presses("对", to=town.staff)
    await town.world.advances(days=1)
    assert "3月7日" not in (await town.foreman.last(to=town.staff)).text, "nothing waits: no list"
    await town.liu.sees("物业张师傅：“能”")


async def test_from_the_group_it_is_written_in_private(town: Estate) -> None:
    await ready(town)
    await adds(town)
    opened = await services(town.liu, "1", to=town.building3)
    await town.liu.presses("问一句", to=town.building3, on=opened)
    assert "关于“代办老年卡”，想问什么" in (await town.liu.last()).text
    await town.liu.presses("取消")
    assert refuses(await forges(town, town.liu, "service-ask:1", to=town.building3))
    await files(town, town.wang, "三楼走廊的灯坏了")
    assert "关于" not in (await town.liu.last(to=town.building3)).text


async def test_back_cancel_long_words_a_second_press_and_no_more_than_three(town: Estate) -> None:
    await ready(town)
    await adds(town)
    opened = await services(town.liu, "1")
    await town.liu.presses("问一句", on=opened)
    await town.liu.says("长" * 201)
    assert "最多200个" in (await town.liu.last()).text
    await town.liu.says("要钱吗")
    await town.liu.presses("返回")
    await town.liu.says("要钱吗？")
    await town.bot_restarts()
    await presses_twice(town.liu, await town.liu.last(), "对")
    questions = [each for each in await town.foreman.reads(to=town.staff) if "有人问服务1" in each.text]
    assert len(questions) == 1
    for words in ("周末能办吗？", "要等多久？"):
        assert "问过去了" in await asks(town.liu, words)
    assert "3个问题还没人答" in await asks(town.liu, "还有一个")


async def test_without_a_staff_chat_the_committee_is_told_in_private(town: Estate) -> None:
    await ready(town)
    await adds(town)
    await town.secretary.removes_bot(town.staff)
    said = await asks(town.liu, "周末能办吗？")
    assert "问过去了" in said
    question = await town.secretary.sees("有人问服务1“代办老年卡”")
    await town.secretary.presses("回答", on=question)
    await town.secretary.says("能")
    await town.secretary.presses("给大家看")
    await town.secretary.presses("对")
    await town.world.advances(minutes=3)
    await town.liu.sees("居委会李书记：“能”")
    await town.secretary.blocks()
    assert "工作群还没接好" in await asks(town.liu, "要钱吗？")


async def test_who_is_forgotten_takes_what_was_not_shown_along(town: Estate) -> None:
    await ready(town)
    await adds(town)
    await asks(town.liu, "我妈行动不便，能上门吗？")
    await town.liu.says("/forgetme")
    await town.liu.presses("把我忘了")
    await town.liu.presses("是的，忘了我")
    await town.world.settle()
    assert "行动不便" not in "".join(each.text for each in await town.foreman.reads(to=town.staff))
    assert "没找到这个问题" in await forges(town, town.foreman, "service-answer:1", to=town.staff)


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.presses("Cancel")
    await town.secretary.starts()
    await town.secretary.says("/language en")
    await town.secretary.says("/services")
    await town.secretary.presses("Add a service")
    for words in ("Senior card", "committee", "must", "skip", "skip", "skip"):
        await town.secretary.says(words)
    await town.secretary.presses("Yes")
    await town.emma.says("/services 1")
    await town.emma.presses("Ask something")
    await town.emma.says("Is it open at weekends?")
    await town.emma.presses("Yes")
    assert "I’ve asked. I’ll tell you as soon as there’s an answer." in (await town.emma.last()).text
    question = await town.secretary.sees("Somebody asks about service 1", to=town.staff)
    await town.secretary.presses("Answer", to=town.staff, on=question)
    await town.secretary.says("Saturdays", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("Show it to everybody", to=town.staff)
    await town.secretary.presses("Yes", to=town.staff)
    await town.world.advances(minutes=3)
    told = await town.emma.sees("You asked about “Senior card”")
    assert "Saturdays" in told.text
