"""An answer sent too early: for two minutes it can be taken back, and no neighbour has seen anything of it."""

from __future__ import annotations

from datetime import timedelta

from simulator.client import Message
from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files, starts

CONFIRMED = "2分钟后告诉跟着第1件的人"


async def _slow(town: Estate) -> None:
    """From now on nobody moves the clock but the story."""
    await town.world.settle()
    town.running.patience = timedelta(seconds=30)


async def _confirmation(town: Estate) -> Message:
    return await town.foreman.sees(CONFIRMED, to=town.staff)


async def test_a_wrong_answer_taken_back_in_time_is_seen_by_nobody(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await _slow(town)
    before = (await town.liu.sees("第1件", to=town.building3)).text

    await answers(town, town.foreman, "这次办不了", words="这是别家的事")
    confirmation = await _confirmation(town)
    assert confirmation.labels == ["撤回"]
    desk = await town.secretary.sees("三楼走廊的灯坏了", to=town.staff)
    assert "这次办不了，因为这是别家的事" in desk.text
    assert "邻居还看不到，张师傅还能撤回" in desk.text
    assert "等答复" in desk.text
    await town.bot_restarts()

    await town.chen.says("/wish 1")
    assert "等答复" in (await town.chen.last()).text
    await town.wang.says("/mine")
    assert "等答复" in (await town.wang.last()).text
    assert (await town.liu.sees("第1件", to=town.building3)).text == before

    not_hers = await town.secretary.presses("撤回", to=town.staff, on=confirmation)
    assert not_hers.alert == "这是张师傅的答复，要张师傅自己撤回。"
    taken = await town.foreman.presses("撤回", to=town.staff, on=confirmation)
    assert taken.toast == "第1件的答复撤回了，邻居没看到。"
    assert (await town.foreman.sees("第1件的答复撤回了", to=town.staff)).labels == ["答复"]
    assert "办不了" not in (await town.secretary.sees("三楼走廊的灯坏了", to=town.staff)).text

    await town.world.advances(minutes=5)
    assert (await town.liu.sees("第1件", to=town.building3)).text == before
    for person in (town.wang, town.chen):
        await person.does_not_see("这次办不了")

    await answers(town, town.foreman, "答应", day="3月20日", words="灯具已经订了")
    await town.world.advances(minutes=2)
    for person in (town.wang, town.chen):
        assert "答应3月20日（周五）前办好" in (await person.sees("第1件有回音")).text
    assert "答应3月20日（周五）前办好" in (await town.liu.sees("第1件", to=town.building3)).text


async def test_after_two_minutes_it_is_out_though_the_bot_was_down_then(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await _slow(town)
    await answers(town, town.foreman, "只答复", words="下周看看")
    confirmation = await _confirmation(town)
    await town.world.advances(seconds=80)
    await town.wang.does_not_see("下周看看")

    await town.running.stop()
    await town.world.advances(minutes=10, settle=False)
    await town.running.start()
    await town.world.settle()
    told = [message for message in await town.wang.reads() if "下周看看" in message.text]
    assert len(told) == 1
    late = await town.foreman.presses("撤回", to=town.staff, on=confirmation)
    assert late.alert == "第1件的答复已经告诉大家了，撤不回来。要改就再答复一次。"
    desk = await town.secretary.sees("三楼走廊的灯坏了", to=town.staff)
    assert "还能撤回" not in desk.text


async def test_answers_given_one_after_the_other_come_out_in_that_order(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    await _slow(town)
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.world.advances(minutes=1)
    await answers(town, town.foreman, "办好了", words="换成感应的了", photo=True)
    promise, done = (message for message in await town.foreman.reads(to=town.staff) if CONFIRMED in message.text)
    await town.foreman.presses("撤回", to=town.staff, on=promise)
    await town.world.advances(minutes=2)
    await town.wang.does_not_see("答应3月20日")
    assert (await town.wang.sees("第1件办好了")).photo
    assert "撤不回来" in ((await town.foreman.presses("撤回", to=town.staff, on=done)).alert or "")


async def test_in_english_and_without_the_wait_where_config_yaml_says_so(open_estate: Open) -> None:
    async with open_estate(language="en") as town:
        await town.emma.presses("I want", to=town.building5)
        await town.emma.says("The gate squeaks")
        await town.emma.presses("Post")
        await _slow(town)
        await town.secretary.presses("Answer", to=town.staff)
        await town.secretary.presses("Just answer", to=town.staff)
        question = await town.secretary.last(to=town.staff)
        await town.secretary.says("We will oil it", to=town.staff, reply_to=question)
        await town.secretary.presses("Yes", to=town.staff)
        held = await town.secretary.sees("hear it in 2 minutes; until then you can take it back", to=town.staff)
        await town.emma.does_not_see("oil it")
        taken = await town.secretary.presses("Take it back", to=town.staff, on=held)
        assert taken.toast == "The answer to no. 1 is taken back; no neighbour saw it."
