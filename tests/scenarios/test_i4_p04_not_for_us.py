"""What looks meant for the bot and is not: edits, other bots' commands, old and forged links; and albums."""

from __future__ import annotations

import pytest

from simulator.client import Message
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import files, starts


def by_the_bot(messages: list[Message]) -> list[str]:
    return [message.text for message in messages if message.body["from"]["is_bot"]]


async def test_an_edited_command_or_answer_does_nothing_more(town: Estate) -> None:
    said = await town.wang.says(f"/want@{BOT} 三楼走廊的灯坏了", to=town.building3)
    before = by_the_bot(await town.wang.reads(to=town.building3))
    await town.wang.edits(said, f"/want@{BOT} 四楼走廊的灯坏了")
    assert by_the_bot(await town.wang.reads(to=town.building3)) == before
    await town.wang.presses("发到群里", to=town.building3)
    assert "三楼" in (await town.chen.sees("第1件 · 我想要", to=town.building3)).text
    await town.chen.does_not_see("第2件", to=town.building3)
    talk = await town.chen.says("晚上好", to=town.building3)
    before = by_the_bot(await town.wang.reads(to=town.building3))
    await town.chen.edits(talk, f"/want@{BOT} 长椅")
    assert by_the_bot(await town.wang.reads(to=town.building3)) == before


async def test_another_bots_commands_are_its_own(town: Estate) -> None:
    await town.world.new_bot(token="7000000002:other", name="别家", username="other_bot")
    await files(town, town.wang, "三楼走廊的灯坏了")
    before = by_the_bot(await town.wang.reads(to=town.building3))
    for words in ("/want@other_bot 长椅", "/start@other_bot", "/weather", "/help@OTHER_bot"):
        await town.chen.says(words, to=town.building3)
    assert by_the_bot(await town.wang.reads(to=town.building3)) == before
    await town.chen.says("/want 大堂放一张长椅", to=town.building3)  # bare, and this bot spoke last
    await town.chen.sees("“大堂放一张长椅”", to=town.building3)


@pytest.mark.parametrize("payload", ["w-000000000000", "want", "x" * 64, "-", "w", "m-zzzz", "0", "start", "null"])
async def test_a_forged_or_stale_link_opens_the_door_and_nothing_more(small_town: Estate, payload: str) -> None:
    town = small_town
    await town.outsider.starts(payload)
    told = await town.outsider.last()
    assert told.body["from"]["is_bot"]
    assert "对不起" not in told.text
    await town.outsider.says("三楼走廊的灯坏了")
    await town.outsider.does_not_see("这样写对吗")
    await town.chen.does_not_see("第1件", to=town.building3)


async def test_an_album_is_taken_photo_by_photo_and_answered_once(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.starts()
    await town.foreman.says("/wish 1")
    await town.foreman.presses("答复")
    await town.foreman.presses("办好了")
    await town.foreman.presses("跳过")
    before = len(by_the_bot(await town.foreman.reads()))
    for _ in range(3):
        await town.foreman.photographs(album="a", settle=False)
    await town.world.settle()
    assert len(by_the_bot(await town.foreman.reads())) <= before + 1
    await town.foreman.sees("收到3张")
    await town.foreman.presses("好了")
    await town.foreman.presses("对")
    await town.wang.sees("第1件办好了")


async def test_a_forwarded_card_is_nobodys_new_wish_and_has_no_buttons(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await starts(town.chen, town.building3)
    await starts(town.emma, town.building5)
    card = await town.chen.sees("第1件", to=town.building3)
    passed_on = await town.chen.forwards(card)
    assert passed_on.labels == []
    await town.chen.sees("转给我不算新的一件")
    await town.chen.does_not_see("这样写对吗")
    before = by_the_bot(await town.chen.reads(to=town.building5))
    there = await town.chen.forwards(card, to=town.building5)
    await town.emma.says("Same with us", to=town.building5, reply_to=there)
    assert by_the_bot(await town.chen.reads(to=town.building5)) == before
    await town.emma.forwards(await town.emma.last())
    await town.emma.sees("I said this myself")
    await town.chen.says("四楼走廊的灯也坏了")
    await town.chen.sees("这样写对吗")
