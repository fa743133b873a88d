"""Dialogs: every kind of question, back, skip, cancel, start over, a reminder, expiry, leaving, and restarts."""

from __future__ import annotations

from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import files, starts


async def test_a_restart_at_any_step_loses_nothing(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.bot_restarts()
    await town.wang.says("三楼走廊的灯坏了")
    await town.bot_restarts()
    await town.wang.presses("改")
    await town.bot_restarts()
    await town.wang.presses("地点")
    await town.bot_restarts()
    await town.wang.says("5楼")
    await town.bot_restarts()
    await town.wang.presses("发到群里")
    card = await town.chen.sees("第1件", to=town.building3)
    assert "三楼走廊的灯坏了" in card.text
    assert "5楼" in card.text


async def test_the_answer_dialog_walks_through_choice_date_words_photos_and_a_last_look(town: Estate) -> None:
    await town.foreman.starts()
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.says("/wish 1")
    await town.foreman.presses("答复")
    await town.foreman.presses("答应")
    await town.foreman.says("昨天")
    assert "过去" in (await town.foreman.last()).text or "已经过" in (await town.foreman.last()).text
    await town.foreman.presses("返回")
    await town.foreman.presses("办好了")
    await town.foreman.presses("跳过")
    await town.foreman.photographs()
    await town.foreman.photographs()
    await town.foreman.sees("收到2张")
    await town.foreman.presses("好了")
    await town.foreman.sees("第1件这样答复，对吗")
    await town.foreman.presses("对")
    await town.wang.sees("第1件办好了")


async def test_a_date_is_understood_as_people_write_it(town: Estate) -> None:
    await town.foreman.starts()
    await files(town, town.wang, "三楼走廊的灯坏了")
    for written, understood in (("3月20日", "3月20日"), ("后天", "3月4日"), ("下周五", "3月13日"), ("20/3", "3月20日")):
        await town.foreman.says("/wish 1")
        await town.foreman.presses("答复")
        await town.foreman.presses("答应")
        await town.foreman.says(written)
        await town.foreman.presses("跳过")
        assert understood in (await town.foreman.sees("第1件这样答复")).text, written
        await town.foreman.presses("取消")


async def test_start_over_and_cancel(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.presses("重来")
    await town.wang.sees("想要什么")
    await town.wang.says("四楼走廊的灯坏了")
    await town.wang.says("/cancel")
    await town.wang.sees("好，取消了，没有发出去")
    await town.wang.says("/cancel")
    await town.wang.sees("没有")
    await town.chen.does_not_see("第1件", to=town.building3)


async def test_one_reminder_after_an_idle_hour_and_expiry_after_a_day(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    await town.world.advances(minutes=61)
    reminder = await town.wang.sees("刚才这件还没说完")
    assert "三楼走廊的灯坏了" in reminder.text
    await town.world.advances(hours=5)
    reminders = [message for message in await town.wang.reads() if "刚才这件还没说完" in message.text]
    assert len(reminders) == 1
    await town.world.advances(hours=20)
    await town.wang.sees("隔了一天，上次没说完的我先收起来了")
    await town.wang.presses("发到群里")
    await town.chen.does_not_see("第1件", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.presses("发到群里")
    await town.chen.sees("第1件", to=town.building3)


async def test_a_reminder_that_fell_due_while_the_bot_was_down_comes_once_it_is_back(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    await town.running.stop()
    await town.world.advances(hours=2, settle=False)
    await town.running.start()
    await town.world.settle()
    assert len([m for m in await town.wang.reads() if "刚才这件还没说完" in m.text]) == 1


async def test_a_new_command_in_the_middle_asks_whether_to_leave(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.says("/wishes")
    await town.wang.sees("刚才那件还没说完。要放下它，去看 /wishes 吗？")
    await town.wang.presses("接着写")
    await town.wang.presses("发到群里")
    await town.chen.sees("第1件", to=town.building3)

    await town.wang.says("四楼走廊的灯坏了")
    await town.wang.says("/wishes")
    await town.wang.presses("不写了")
    await town.wang.sees("好，刚才那件放下了，没有发出去")
    await town.wang.sees("第1件 “三楼走廊的灯坏了”")
    await town.chen.does_not_see("第2件", to=town.building3)


async def test_a_stale_button_is_told_so_and_gets_a_fresh_prompt(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    old = await town.wang.sees("这样写对吗")
    await town.wang.says("四楼走廊的灯坏了")  # a correction: a new preview stands below
    pressed = await town.wang.presses("发到群里", on=old)
    assert pressed.toast is not None or pressed.alert is not None
    cards = [m for m in await town.chen.reads(to=town.building3) if "第1件" in m.text]
    assert all("四楼" in card.text for card in cards)


async def test_a_picture_where_a_date_is_asked_is_refused_and_the_question_stands(town: Estate) -> None:
    await town.foreman.starts()
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.says("/wish 1")
    await town.foreman.presses("答复")
    await town.foreman.presses("答应")
    await town.foreman.photographs()
    assert "哪天前办好" in (await town.foreman.last()).text
    await town.foreman.presses("明天")
    await town.foreman.presses("跳过")
    await town.foreman.presses("对")
    await town.wang.sees("答应3月3日")


async def test_in_a_group_two_people_are_asked_side_by_side(town: Estate) -> None:
    await town.chen.says(f"/want@{BOT}", to=town.building3)
    question_for_chen = await town.chen.sees("想要什么", to=town.building3)
    await town.liu.says(f"/willdo@{BOT}", to=town.building3)
    question_for_liu = await town.liu.sees("能帮什么", to=town.building3)
    await town.liu.says("周末可以教手机", to=town.building3, reply_to=question_for_liu)
    await town.chen.says("单元门关不上", to=town.building3, reply_to=question_for_chen)
    await town.chen.presses("发到群里", to=town.building3, on=await town.chen.sees("“单元门关不上”", to=town.building3))
    await town.liu.presses("发到群里", to=town.building3, on=await town.liu.sees("“周末可以教手机”", to=town.building3))
    await town.wang.sees("第1件", to=town.building3)
    await town.wang.sees("第2件", to=town.building3)


async def test_an_answer_to_a_card_or_to_somebody_elses_preview_is_neighbours_talk(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.sees("第1件", to=town.building3)
    await town.chen.says(f"/want@{BOT} 单元门关不上", to=town.building3)
    await town.liu.says(f"/willdo@{BOT} 周末可以教手机", to=town.building3)
    preview_of_liu = await town.liu.sees("周末可以教手机", to=town.building3)
    await town.chen.says("我家那层也暗", to=town.building3, reply_to=card)
    await town.chen.says("你会修电脑吗", to=town.building3, reply_to=preview_of_liu)
    preview = await town.chen.sees("“单元门关不上”", to=town.building3)
    await town.chen.presses("发到群里", to=town.building3, on=preview)
    assert "单元门关不上" in (await town.wang.sees("第2件", to=town.building3)).text


async def test_a_voice_note_or_sticker_is_answered_kindly(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await town.wang.says("😀")
    await town.wang.sees("这样写对吗")
