"""`telegram.ephemeral: auto` on a server that can: a wish is filed in the group, and one resident alone sees how."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from simulator.client import Group, Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, Estate

AUTO: dict[str, object] = {"telegram": {"ephemeral": "auto"}}


@pytest.fixture
async def whispering(open_estate: Open) -> AsyncIterator[Estate]:
    async with open_estate(extra=AUTO) as town:
        town.world.act_takes_s = 2
        yield town


async def after_the_pinned_card(person: Person, group: Group) -> list[Message]:
    """What came since the chat was bound."""
    messages = await person.reads(to=group)
    at = max(index for index, message in enumerate(messages) if "我想要" in message.labels)
    return [message for message in messages[at + 1 :] if "pinned_message" not in message.body]


async def test_the_whole_dialog_is_seen_by_one_resident_and_its_card_by_all(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    asked = await town.wang.sees("想要什么", to=town.building3)
    assert (asked.only_me, asked.asks_me) == (True, True)
    await town.wang.says("三楼走廊的灯坏了", to=town.building3)
    preview = await town.wang.sees("这样写对吗", to=town.building3)
    assert preview.only_me
    for neighbour in (town.chen, town.secretary):
        assert await after_the_pinned_card(neighbour, town.building3) == []
    await town.wang.presses("发到群里", to=town.building3)
    receipt = await town.wang.sees("记好了，第1件", to=town.building3)
    assert receipt.only_me
    for neighbour in (town.chen, town.secretary):
        (card,) = await after_the_pinned_card(neighbour, town.building3)
        assert card.text.startswith("第1件 · 我想要")
        assert not card.only_me
    assert not (await town.wang.sees("第1件 · 我想要", to=town.building3)).only_me
    await town.wang.does_not_see("请稍等", to=town.building3)


async def test_changing_going_back_and_undoing_stay_between_the_two(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT} 走廊的灯坏了", to=town.building3)
    preview = await town.wang.sees("这样写对吗", to=town.building3)
    await town.wang.presses("改", to=town.building3)
    assert [m.id for m in await town.wang.reads(to=town.building3) if m.only_me and not m.mine] == [preview.id]
    await town.wang.presses("返回", to=town.building3)
    assert "走廊的灯坏了" in (await town.wang.sees("这样写对吗", to=town.building3)).text
    await town.wang.presses("改", to=town.building3)
    await town.wang.presses("文字", to=town.building3)
    await town.wang.says("四楼走廊的灯坏了", to=town.building3)
    assert "四楼" in (await town.wang.last(to=town.building3)).text
    await town.wang.presses("返回", to=town.building3)  # undone
    undone = (await town.wang.last(to=town.building3)).text
    assert "“走廊的灯坏了”" in undone
    await town.wang.presses("改", to=town.building3)
    await town.wang.presses("类型", to=town.building3)
    await town.wang.presses("我建议", to=town.building3)
    assert await after_the_pinned_card(town.chen, town.building3) == []
    await town.wang.presses("发到群里", to=town.building3)
    (card,) = await after_the_pinned_card(town.chen, town.building3)
    assert "我建议" in card.text


@pytest.mark.parametrize("how", ["button", "word", "command"])
async def test_given_up_nobody_ever_knew(whispering: Estate, how: str) -> None:
    town = whispering
    await town.wang.says(f"/suggest@{BOT} 大堂放一张长椅", to=town.building3)
    preview = await town.wang.sees("这样写对吗", to=town.building3)
    if how == "button":
        await town.wang.presses("取消", to=town.building3)
    elif how == "word":
        await town.wang.says("取消", to=town.building3, reply_to=preview)
    else:
        await town.wang.says(f"/cancel@{BOT}", to=town.building3)
    assert (await town.wang.sees("好，取消了", to=town.building3)).only_me
    assert await after_the_pinned_card(town.chen, town.building3) == []
    await town.chen.does_not_see("长椅", to=town.building3)


async def test_two_residents_file_at_the_same_time_and_see_only_their_own(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.chen.says(f"/willdo@{BOT}", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了", to=town.building3)
    await town.chen.says("周末帮大家搬东西", to=town.building3)
    assert "灯坏了" in (await town.wang.sees("这样写对吗", to=town.building3)).text
    assert "搬东西" in (await town.chen.sees("这样写对吗", to=town.building3)).text
    await town.wang.does_not_see("搬东西", to=town.building3)
    await town.chen.does_not_see("灯坏了", to=town.building3)
    await town.wang.presses("发到群里", to=town.building3)
    await town.chen.presses("发到群里", to=town.building3)
    cards = [message.text for message in await after_the_pinned_card(town.liu, town.building3)]
    assert [card.split()[0] for card in cards] == ["第1件", "第2件"]
    await town.wang.does_not_see("记好了，第2件", to=town.building3)


async def test_a_restart_in_the_middle_changes_nothing(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.bot_restarts()
    await town.wang.says("三楼走廊的灯坏了", to=town.building3)
    assert (await town.wang.sees("这样写对吗", to=town.building3)).only_me
    await town.bot_restarts()
    await town.wang.presses("发到群里", to=town.building3)
    assert (await town.wang.sees("记好了，第1件", to=town.building3)).only_me
    (card,) = await after_the_pinned_card(town.chen, town.building3)
    assert card.text.startswith("第1件")


async def test_an_administrator_bot_answers_so_even_what_all_have_seen_and_however_late(whispering: Estate) -> None:
    town = whispering
    await town.secretary.promotes(town.world.bot(), in_=town.building3)
    await town.wang.says(f"/want@{BOT}", to=town.building3, openly=True)  # an app that knows no ephemeral commands
    await town.chen.sees("/want", to=town.building3)
    assert (await town.wang.sees("想要什么", to=town.building3)).only_me
    await town.world.advances(minutes=5)
    await town.running.stop()
    await town.wang.says("三楼走廊的灯坏了", to=town.building3, settle=False)
    await town.world.advances(seconds=40, settle=False)
    await town.running.start()
    await town.world.settle()
    assert (await town.wang.sees("这样写对吗", to=town.building3)).only_me
    await town.chen.does_not_see("灯坏了", to=town.building3)
    await town.wang.presses("发到群里", to=town.building3)
    await town.chen.sees("第1件", to=town.building3)


async def test_a_plain_member_bot_answers_openly_what_was_asked_openly(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT} 三楼走廊的灯坏了", to=town.building3, openly=True)
    preview = await town.chen.sees("这样写对吗", to=town.building3)
    assert not preview.only_me
    await town.wang.presses("发到群里", to=town.building3)
    await town.chen.sees("记好了，第1件", to=town.building3)
    await town.chen.says(f"/want@{BOT} 门口的路灯坏了", to=town.building3)  # an app that knows them
    assert (await town.chen.sees("门口的路灯", to=town.building3)).only_me
    await town.wang.does_not_see("门口的路灯", to=town.building3)


async def test_a_tap_begins_it_as_well(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT} 三楼走廊的灯坏了", to=town.building3)
    await town.wang.presses("发到群里", to=town.building3)
    await town.wang.says(f"/want@{BOT} 三楼走廊的灯坏了", to=town.building3)
    assert (await town.wang.last(to=town.building3)).only_me
    await town.wang.presses("不，是另一件", to=town.building3)
    assert (await town.wang.sees("这样写对吗", to=town.building3)).only_me
    await town.wang.presses("发到群里", to=town.building3)
    assert (await town.wang.sees("记好了，第2件", to=town.building3)).only_me
    shown_to_chen = [message.text.split()[0] for message in await after_the_pinned_card(town.chen, town.building3)]
    assert shown_to_chen == ["第1件", "第2件"]


async def test_a_voice_note_and_danger_words_are_heard_as_ever(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.wang.speaks(7, to=town.building3)
    assert (await town.wang.sees("语音", to=town.building3)).only_me
    await town.wang.presses("取消", to=town.building3)
    await town.liu.says(f"/want@{BOT} 三楼着火了", to=town.building3)
    await town.liu.sees("119", to=town.building3)
    await town.foreman.sees("着火", to=town.staff)


async def test_in_english(open_estate: Open) -> None:
    async with open_estate(language="en", extra=AUTO) as town:
        await town.emma.says(f"/want@{BOT}", to=town.building5)
        asked = await town.emma.last(to=town.building5)
        assert (asked.only_me, asked.asks_me) == (True, True)
        await town.emma.says("The lamp on floor 3 is out", to=town.building5)
        assert (await town.emma.last(to=town.building5)).only_me
        await town.chen.does_not_see("lamp", to=town.building5)
        await town.emma.presses("Post", to=town.building5)
        receipt = await town.emma.sees("no. 1", to=town.building5)
        assert receipt.only_me or (await town.emma.sees("Noted", to=town.building5)).only_me
        assert "lamp" in (await town.chen.sees("No. 1", to=town.building5)).text
