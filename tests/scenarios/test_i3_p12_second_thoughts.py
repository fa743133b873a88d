"""Second thoughts: a wrong press, the same thing said twice, an old button, a picture instead of a word."""

from __future__ import annotations

from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, WITHOUT_PACE, Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import answers, files, presses_twice, starts


async def counts(town: Estate) -> str:
    text = (await town.wang.sees("第1件", to=town.building3)).text
    return next((line for line in text.splitlines() if "家也是" in line or "人" in line[:4]), "")


async def test_a_wrong_press_is_taken_back_by_pressing_once_more(town: Estate) -> None:
    """By somebody who never pressed Start: soon after by one more press, later after being told. Counts stay exact."""
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.zhao.sees("第1件", to=town.building3)

    # A nervous thumb counts once, and takes nothing back.
    await presses_twice(town.zhao, card, "我家也是")
    assert await counts(town) == "1家也是"

    # A second thought within two minutes.
    await town.world.advances(seconds=40)
    back = await town.zhao.presses("我家也是", to=town.building3)
    assert back.alert == "收回了，第1件不再算上您。再按一次又算上。"
    assert await counts(town) == ""
    await presses_twice(town.zhao, card, "我家也是")  # nervous again: nothing comes of it
    assert await counts(town) == ""
    await town.world.advances(seconds=5)
    assert "记上了" in ((await town.zhao.presses("我家也是", to=town.building3)).alert or "")
    assert await counts(town) == "1家也是"

    # Later it is a question first: told how; pressed again soon after, it is done; left alone, it stands.
    await town.world.advances(minutes=10)
    told = await town.zhao.presses("我家也是", to=town.building3)
    assert told.alert == "第1件已经给您记过了。不想算了，请在半分钟里再按一次。"
    await town.world.advances(minutes=1)
    await town.zhao.presses("我家也是", to=town.building3)
    assert await counts(town) == "1家也是"
    await town.world.advances(seconds=8)
    assert "收回了" in ((await town.zhao.presses("我家也是", to=town.building3)).alert or "")
    assert await counts(town) == ""

    # Whoever can be written to is told where to take it back, and pressing on changes nothing.
    await starts(town.liu, town.building3)
    await town.liu.presses("支持", to=town.building3)
    await town.world.advances(minutes=10)
    for _ in range(3):
        said = await town.liu.presses("支持", to=town.building3)
        assert said.alert == "第1件已经给您记过了，有进展告诉您。要收回，私下给我发“第1件”。"
        await town.world.advances(seconds=8)
    assert "1人支持" in await counts(town)
    await town.liu.says("第1件")
    await town.liu.presses("收回“支持”")
    await town.liu.presses("收回")
    assert await counts(town) == ""


async def test_thanks_and_taking_in_hand_have_a_way_back(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.starts()
    await town.foreman.presses("我来办", to=town.staff)
    again = await forges(town, town.foreman, "take:1", to=town.staff)
    assert again == "第1件就在您手上。不办了，请按“更多”，再按“我办不了，交回”。"
    await town.foreman.presses("更多", to=town.staff)
    await town.foreman.presses("我办不了，交回", to=town.staff)
    assert "我来办" in (await town.chair.sees("三楼走廊", to=town.staff)).labels

    await answers(town, town.foreman, "办好了", photo=True)
    await town.chen.presses("说声谢谢", to=town.building3)
    assert "1人道谢" in (await town.wang.sees("第1件", to=town.building3)).text
    await town.world.advances(seconds=30)
    back = await town.chen.presses("说声谢谢", to=town.building3)
    assert "不再算您这声谢" in (back.alert or "")
    assert "道谢" not in (await town.wang.sees("第1件", to=town.building3)).text
    await town.world.advances(seconds=30)
    await town.chen.presses("说声谢谢", to=town.building3)
    assert "1人道谢" in (await town.wang.sees("第1件", to=town.building3)).text
    thanked = [one for one in await town.foreman.reads() if "谢谢您" in one.text and "小陈" in one.text]
    assert len(thanked) == 1, "thanks given, taken back and given again reach the foreman once"


async def test_the_same_sentence_twice_is_filed_once(town: Estate) -> None:
    """A slow network: the sentence and the press come twice. Unless another matter is meant."""
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    preview = await town.wang.last()
    await presses_twice(town.wang, preview, "发到群里")
    await town.wang.says("三楼走廊的灯坏了")
    told = await town.wang.last()
    assert told.text == "第1件刚记好，就是这句，没有再记一遍。"
    assert told.labels == ["第1件", "不，是另一件"]
    await town.chen.does_not_see("第2件", to=town.building3)

    # It came by way of the group before the first was there: refused at the last moment, with the same way on.
    await town.wang.presses("不，是另一件")
    assert "三楼走廊的灯坏了" in (await town.wang.sees("这样写对吗")).text
    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第2件")

    # Another neighbour's same words, and the same words later, are wishes of their own.
    await files(town, town.chen, "三楼走廊的灯坏了")
    await town.chen.sees("记好了，第3件")
    await town.world.advances(minutes=3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.wang.sees("记好了，第4件")


async def test_one_matter_filed_twice_becomes_one(small_town: Estate) -> None:
    """The author says which; the card says so; those who followed are asked, and nobody's support is moved."""
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    await files(town, town.chen, "三层过道的灯不亮")
    await starts(town.liu, town.building3)
    await town.liu.presses("我家也是", to=town.building3, on=await town.liu.sees("三层过道", to=town.building3))
    await town.zhao.presses("支持", to=town.building3, on=await town.zhao.sees("三层过道", to=town.building3))

    await town.chen.says("第2件")
    await town.chen.presses("和别的一件是一回事")
    asked = await town.chen.sees("第2件和哪一件是一回事")
    assert "第1件 “三楼走廊的灯坏了”" in asked.text
    await town.chen.presses("第1件", on=asked)
    assert "要不要也算到第1件上" in (await town.chen.last()).text
    await town.chen.presses("不是")
    await town.chen.presses("第1件", on=await town.chen.sees("第2件和哪一件"))
    await town.chen.presses("是一回事")
    assert "都看第1件" in (await town.chen.last()).text

    card = await town.wang.sees("和第1件是一件事", to=town.building3)
    assert "第2件" in card.text
    assert card.labels == []
    assert "1家也是" in (await town.wang.sees("三楼走廊", to=town.building3)).text, "the author, and nobody else"
    told = await town.liu.sees("您那一票没有挪动")
    assert told.labels == ["我家也是"]
    await town.liu.presses("我家也是", on=told)
    assert "2家也是" in (await town.wang.sees("三楼走廊", to=town.building3)).text
    assert "和第1件是一件事" in (await town.chair.sees("三层过道", to=town.staff)).text

    # Over: its old buttons say so, in the group and in private, and change nothing.
    assert "已经了结了" in await forges(town, town.zhao, "join:2", to=town.building3)
    assert "已经了结了" in await forges(town, town.chen, "same-yes:2:1")
    assert "是别人提的" in await forges(town, town.liu, "same:1")
    assert "已经了结了" in await forges(town, town.foreman, "take:2", to=town.staff)


async def test_what_is_no_word_is_answered_and_the_question_stands(small_town: Estate) -> None:
    """A picture where words are asked, words where a picture is, nonsense where a button is."""
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.presses("答复", to=town.staff)
    await town.foreman.presses("答应办", to=town.staff)
    await town.foreman.photographs(to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    assert "这里要的是文字" in (await town.foreman.last(to=town.staff)).text
    await town.foreman.says("改天吧", to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    assert "没看懂“改天吧”是哪天" in (await town.foreman.last(to=town.staff)).text
    await town.foreman.says("取消", to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    assert "取消了" in (await town.foreman.last(to=town.staff)).text


async def test_in_english(open_estate: Open) -> None:
    async with open_estate(language="en", extra=WITHOUT_PACE) as town:
        await town.emma.says(f"/want@{BOT} The gate is broken", to=town.building5)
        await town.emma.presses("Post", to=town.building5)
        await town.chen.presses("Same here", to=town.building5)
        await town.world.advances(seconds=20)
        back = await town.chen.presses("Same here", to=town.building5)
        assert back.alert == "Taken back: you no longer count for no. 1. Tap once more to count again."
        await town.emma.says(f"/want@{BOT} The gate is broken", to=town.building5)
        again = await town.emma.last(to=town.building5)
        assert "No. 1 was noted just now in these very words" in again.text
        assert again.labels == ["No, another matter"]
