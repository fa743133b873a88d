"""At the desk: ready answers of an estate's own and in traditional Chinese; a photo reports a wish done."""

from __future__ import annotations

from tests.scenarios.conftest import Open
from tests.scenarios.estate import ESTATES, Estate
from tests.scenarios.scenes import files, starts

READY = ["师傅{哪天}上门，请家里留个人。", "看过了，一切正常。"]


async def test_ready_answers_of_the_estates_own(open_estate: Open) -> None:
    async with open_estate(extra={"estates": [{**ESTATES[0], "ready_answers": READY}]}) as town:
        await files(town, town.wang, "三楼走廊的灯坏了")
        await town.foreman.presses("答复", to=town.staff)
        await town.foreman.presses("只答复", to=town.staff)
        asked = await town.foreman.last(to=town.staff)
        assert "师傅___上门，请家里留个人。" in asked.text
        assert "看过了，一切正常。" in asked.text
        await town.foreman.presses("2", to=town.staff)  # no blank in it: nothing more is asked
        assert "看过了，一切正常。" in (await town.foreman.sees("这样答复，对吗", to=town.staff)).text
        await town.foreman.presses("对", to=town.staff)
        await town.world.advances(minutes=3)
        await town.wang.sees("看过了，一切正常。")


async def test_ready_answers_in_traditional_chinese(open_estate: Open) -> None:
    async with open_estate(language="zh-Hant") as town:
        await files(town, town.wang, "三楼走廊的灯坏了")  # his phone speaks simplified Chinese
        await town.foreman.presses("答覆", to=town.staff)
        await town.foreman.presses("只答覆", to=town.staff)
        asked = await town.foreman.last(to=town.staff)
        assert "師傅___上門，請家裡留個人。" in asked.text
        await town.foreman.presses("1", to=town.staff)
        await town.foreman.says("週四上午", to=town.staff, reply_to=await town.foreman.last(to=town.staff))
        assert "師傅週四上午上門" in (await town.foreman.last(to=town.staff)).text


async def test_a_photo_counts_below_whatever_the_staff_was_told_of_that_wish_later(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await files(town, town.wang, "大堂的门关不上")
    card = await town.secretary.sees("灯坏了", to=town.staff)
    await town.secretary.presses("转给物业", to=town.staff, on=card)
    passed_on = await town.foreman.sees("第1件转给", to=town.staff)
    await town.foreman.presses("我来办", to=town.staff, on=passed_on)
    await town.foreman.photographs(town.staff, "换好了", reply_to=passed_on)
    look = await town.foreman.sees("这样答复，对吗", to=town.staff)
    assert "办好了，照片1张" in look.text
    await town.foreman.presses("取消", to=town.staff, on=look)

    await town.foreman.presses("更多", to=town.staff, on=passed_on)
    await town.foreman.photographs(to=town.staff, reply_to=await town.foreman.sees("来龙去脉", to=town.staff))
    assert "办好了，照片1张" in (await town.foreman.last(to=town.staff)).text


async def test_in_private_a_photo_below_the_wish_reports_it_done_by_who_has_it_in_hand(town: Estate) -> None:
    await town.foreman.starts()
    await starts(town.liu, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.presses("我来办", to=town.staff)
    await town.foreman.says("第1件")
    await town.foreman.photographs(caption="换好了", reply_to=await town.foreman.last())
    look = await town.foreman.sees("这样答复，对吗")
    assert "办好了，照片1张" in look.text
    await town.foreman.presses("对，照片里没有", on=look)
    await town.world.advances(minutes=3)
    assert (await town.wang.sees("第1件办好了")).photo

    await town.liu.says("第1件")
    await town.liu.photographs(caption="我家门口的灯也坏了", reply_to=await town.liu.last())
    assert "这样写对吗" in (await town.liu.last()).text, "a neighbour's photo is a wish of theirs"
