"""Public questions about entries of the open ledger, and their answers."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.ledgered import asks, corrects, entry, readers, writes
from tests.scenarios.scenes import starts


async def test_a_public_question_is_answered_publicly_and_who_asked_is_told(town: Estate) -> None:
    await readers(town)
    await writes(town.chair)
    assert "有回答我告诉您" in await asks(town.liu, 1, "哪家广告公司？")
    view = await entry(town.chair, 1)
    assert "大家问过1次" in view.text
    asked = await town.secretary.sees("有人问公开账本的第1条", to=town.staff)
    assert "一位邻居：“哪家广告公司？”" in asked.text
    assert "刘" not in asked.text
    refused = await town.secretary.presses("回答", on=asked, to=town.staff)
    assert "是业委会公开的" in (refused.alert or "")
    await town.chair.presses("回答", on=asked, to=town.staff)
    await town.chair.says("甲公司，三年合同", to=town.staff, reply_to=await town.chair.last(to=town.staff))
    await town.chair.presses("对", to=town.staff)
    assert "回答好了" in (await town.chair.last(to=town.staff)).text
    told = await town.liu.sees("您问的第1条有回答了")
    assert "业委会钱主任：“甲公司，三年合同”" in told.text
    refused = await town.chair.presses("回答", on=asked, to=town.staff)
    assert "已经回答过了" in (refused.alert or "")
    await starts(town.wang, town.building3)
    view = await entry(town.wang, 1)
    await town.wang.presses("大家问的（1次）", on=view)
    shown = (await town.wang.reads())[-1]
    assert "一位邻居：“哪家广告公司？”" in shown.text
    assert "甲公司，三年合同" in shown.text
    await corrects(town.chair, 1, "多写了", 改金额="5")
    view = await entry(town.wang, 2)
    await town.wang.presses("大家问的（1次）", on=view)
    assert "问的是第1条" in (await town.wang.last()).text


async def test_with_a_name_too_many_and_folded_away(town: Estate) -> None:
    await readers(town)
    await writes(town.chair)
    for words in ("一问", "二问", "三问"):
        await asks(town.liu, 1, words, "带名字问")
    assert "3次提问还没有回答" in await asks(town.liu, 1, "四问")
    asked = await town.secretary.sees("“三问”", to=town.staff)
    assert town.liu.name in asked.text
    folded = await town.chair.presses("收起来", on=asked, to=town.staff)
    assert "收起来了" in (folded.alert or "")
    view = await entry(town.liu, 1)
    await town.liu.presses("大家问的（2次）", on=view)
    shown = (await town.liu.reads())[-1]
    assert "三问" not in shown.text
    assert "另有1次提问收起来了" in shown.text
    back = await town.chair.presses("收起来", on=asked, to=town.staff)
    assert "放回去了" in (back.alert or "")
    await asks(town.liu, 1, "四问")  # refused again: three wait
    assert "大家问过3次" in (await entry(town.liu, 1)).text


async def test_without_a_staff_chat_the_publishers_are_asked_in_private(town: Estate) -> None:
    await readers(town)
    await writes(town.chair)
    await town.secretary.removes_bot(town.staff)
    await asks(town.liu, 1, "哪家？")
    asked = await town.chair.sees("有人问公开账本的第1条")
    assert not [each for each in await town.secretary.reads() if "有人问" in each.text]
    await town.chair.presses("回答", on=asked)
    await town.chair.says("甲公司")
    await town.chair.presses("对")
    await town.liu.sees("甲公司")
