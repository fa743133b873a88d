"""The card in the group: silent, true, counted once; taking back is a separate, confirmed act."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.scenes import files


async def test_counts_grow_on_the_one_card_and_zero_is_never_shown(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.sees("第1件", to=town.building3)
    assert card.silent
    assert "家也是" not in card.text
    assert card.labels == ["我家也是", "支持", "我来帮", "有问题", "我有不同看法"]

    pressed = await town.chen.presses("我家也是", to=town.building3)
    assert "记上了" in (pressed.alert or pressed.toast or "")
    await town.liu.presses("支持", to=town.building3)
    await town.zhao.presses("我来帮", to=town.building3)

    card = await town.wang.sees("第1件", to=town.building3)
    assert "1家也是、1人支持、1人来帮" in card.text
    cards = [message for message in await town.wang.reads(to=town.building3) if "第1件" in message.text]
    assert len(cards) == 1


async def test_pressing_again_says_it_is_already_counted(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    again = await town.chen.presses("我家也是", to=town.building3)
    assert again.alert == "第1件已经给您记过了，有进展告诉您。"
    assert "1家也是" in (await town.chen.sees("第1件", to=town.building3)).text


async def test_the_author_is_told_that_it_is_theirs_already(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    pressed = await town.wang.presses("我家也是", to=town.building3)
    assert "就是您提的" in (pressed.alert or "")


async def test_who_cannot_be_written_to_is_told_where_the_news_will_be(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    pressed = await town.zhao.presses("我家也是", to=town.building3)
    assert "请看这张卡片" in (pressed.alert or "")


async def test_taking_back_is_a_separate_confirmed_act(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我想要", to=town.building3)
    await town.chen.presses("取消")
    await town.chen.presses("我家也是", to=town.building3)

    await town.chen.says("第1件")
    await town.chen.presses("收回“我家也是”")
    await town.chen.sees("要收回“我家也是”吗")
    assert "1家也是" in (await town.wang.sees("第1件", to=town.building3)).text
    await town.chen.presses("收回")
    await town.chen.sees("第1件收回了")
    assert "家也是" not in (await town.wang.sees("第1件", to=town.building3)).text
    await town.chen.says("我的")
    await town.chen.sees("您还没提过")


async def test_thinking_better_of_taking_back_keeps_it(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我想要", to=town.building3)
    await town.chen.presses("取消")
    await town.chen.presses("支持", to=town.building3)
    await town.chen.says("第1件")
    await town.chen.presses("收回“支持”")
    await town.chen.presses("不收回")
    assert "1人支持" in (await town.wang.sees("第1件", to=town.building3)).text


async def test_peoples_words_are_never_markup_and_call_nobody(town: Estate) -> None:
    await files(town, town.wang, "<b>三楼</b> & @laozhao 的灯 <a href='x'>坏了</a>")
    card = await town.chen.sees("第1件", to=town.building3)
    assert "<b>三楼</b> &" in card.text
    assert "@laozhao" not in card.text


async def test_a_very_long_wish_is_refused_kindly_and_a_long_one_fits(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("灯" * 1200)
    await town.wang.sees("您写了1,200个字，最多1,000个")
    await town.wang.says("灯" * 1000)
    await town.wang.presses("发到群里")
    assert "灯" * 1000 in (await town.chen.sees("第1件", to=town.building3)).text


async def test_in_english_counts_have_their_plurals(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.says("The gate is broken")
    await town.emma.presses("Post")
    await town.chen.presses("Same here", to=town.building5)
    assert "1 home has the same" in (await town.emma.sees("No. 1 · I want", to=town.building5)).text
    await town.secretary.presses("Same here", to=town.building5)
    assert "2 homes have the same" in (await town.emma.sees("No. 1 · I want", to=town.building5)).text
