"""Somebody answers a wish's card, perhaps marking a part of it: neighbours' talk, or a command about that wish."""

from __future__ import annotations

import pytest

from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import files, starts
from tests.scenarios.test_i4_p04_not_for_us import by_the_bot


@pytest.mark.parametrize("quote", [None, "走廊的灯"])
async def test_words_below_a_card_are_talk_among_neighbours(town: Estate, quote: str | None) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.sees("第1件 · 我想要", to=town.building3)
    before = by_the_bot(await town.chen.reads(to=town.building3))
    private = len(await town.wang.reads())
    await town.chen.says("我这层也坏了，明天谁去说一声？", to=town.building3, reply_to=card, quote=quote)
    await town.wang.says("取消", to=town.building3, reply_to=card, quote=quote)
    assert by_the_bot(await town.chen.reads(to=town.building3)) == before
    assert len(await town.wang.reads()) == private


@pytest.mark.parametrize("quote", [None, "走廊的灯"])
async def test_a_command_about_a_card_means_its_wish(town: Estate, quote: str | None) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    first = await town.chen.sees("第1件 · 我想要", to=town.building3)
    await files(town, town.wang, "楼下加一排晾衣架")
    await town.chen.says(f"/wish@{BOT}", to=town.building3, reply_to=first, quote=quote)
    shown = await town.chen.last(to=town.building3)
    assert shown.text.startswith("第1件 · 我想要")
    assert shown.id != first.id
    await town.chen.presses("我家也是", to=town.building3, on=shown)
    assert "1家也是" in (await town.foreman.sees("第1件", to=town.staff)).text
    await town.chen.says(f"/wish@{BOT} 2", to=town.building3, reply_to=first, quote=quote)
    assert (await town.chen.last(to=town.building3)).text.startswith("第2件"), "a number says more than the card"


async def test_in_the_staff_chat_it_is_the_staffs_view_of_it(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了", how="只给居委会")
    card = await town.foreman.sees("第1件", to=town.staff)
    await town.foreman.says(f"/wish@{BOT}", to=town.staff, reply_to=card)
    shown = await town.foreman.last(to=town.staff)
    assert shown.id != card.id
    assert "三楼走廊的灯坏了" in shown.text
    assert "答复" in shown.labels


async def test_answering_anything_else_it_is_asked_for_the_number(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    menu = await town.chen.sees("有事说一声", to=town.building3)
    talk = await town.liu.says("第1件怎么样了", to=town.building3)
    for answered in (menu, talk):
        await town.chen.says(f"/wish@{BOT}", to=town.building3, reply_to=answered)
        assert "请写上号码" in (await town.chen.last(to=town.building3)).text


async def test_a_new_wish_given_as_an_answer_to_a_card_is_a_wish_of_its_own(small_town: Estate) -> None:
    town = small_town
    await starts(town.chen, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.sees("第1件 · 我想要", to=town.building3)
    await town.chen.says(f"/want@{BOT} 大堂放一张长椅", to=town.building3, reply_to=card, quote="走廊的灯")
    await town.chen.presses("发到群里", to=town.building3)
    posted = await town.wang.sees("第2件 · 我想要", to=town.building3)
    assert "大堂放一张长椅" in posted.text
    assert "走廊" not in posted.text


async def test_the_card_itself_cannot_be_noted_down_as_a_neighbours_sentence(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.sees("第1件 · 我想要", to=town.building3)
    await town.chen.says(f"/jot@{BOT}", to=town.building3, reply_to=card, quote="走廊的灯")
    assert "不是哪位邻居写的" in (await town.chen.last(to=town.building3)).text
    await town.chen.does_not_see("第2件", to=town.building3)
