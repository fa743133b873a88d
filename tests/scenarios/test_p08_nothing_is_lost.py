"""Intake, dispatch, lanes, outbox and slots on a bad day: repeats, time-outs, refusals, floods, restarts."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.client import Message
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers, files, starts

pytestmark = pytest.mark.on_both_databases


def about(words: str, messages: list[Message]) -> list[Message]:
    return [message for message in messages if words in message.text]


async def test_the_same_update_twice_does_its_work_once(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await town.world.redelivers()
    await town.world.redelivers()
    assert "1家也是" in (await town.wang.sees("第1件", to=town.building3)).text
    await town.wang.says("我的")
    said = len(await town.wang.reads())
    await town.world.redelivers()
    assert len(await town.wang.reads()) == said


async def test_an_update_repeated_after_a_restart_is_still_known(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.presses("发到群里")
    await town.bot_restarts()
    await town.world.redelivers()
    assert len(about("第1件", await town.chen.reads(to=town.building3))) == 1
    await town.chen.does_not_see("第2件", to=town.building3)


async def test_a_message_whose_answer_was_lost_is_sent_again_at_most_once(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await town.world.fails("sendMessage", kind="drop_after", chat=town.wang)
    await town.wang.says("三楼走廊的灯坏了")
    previews = about("这样写对吗", await town.wang.reads())
    assert 1 <= len(previews) <= 2
    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第1件")
    assert len(about("第1件", await town.chen.reads(to=town.building3))) == 1


async def test_a_message_that_never_arrived_is_sent_once(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await town.world.fails("sendMessage", kind="drop_before", chat=town.wang)
    await town.wang.says("三楼走廊的灯坏了")
    assert len(about("这样写对吗", await town.wang.reads())) == 1


async def test_a_server_error_and_a_flood_wait_delay_and_lose_nothing(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await town.world.fails("sendMessage", kind="500", times=2, chat=town.wang)
    await town.world.fails("sendMessage", kind="429", retry_after_s=30, chat=town.building3)
    asked_at = await town.world.now()
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.presses("发到群里")
    await town.chen.sees("第1件", to=town.building3)
    assert (await town.world.now() - asked_at).total_seconds() >= 30
    sends = [
        call for call in await town.world.calls("sendMessage") if int(call["params"]["chat_id"]) == town.building3.id
    ]
    waited = [call for call in sends if not call["ok"]]
    assert [call["error_code"] for call in waited] == [429]


async def test_while_one_chat_waits_the_others_go_on(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await starts(town.emma, town.building5)
    await town.world.fails("sendMessage", kind="429", retry_after_s=600, chat=town.wang)
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.does_not_see("这样写对吗")
    await town.emma.says("The gate is broken")
    await town.emma.sees("Is this right?")
    await town.world.advances(minutes=11)
    await town.wang.sees("这样写对吗")


async def test_the_bot_itself_never_runs_into_the_flood_limit(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    for person in (town.chen, town.liu, town.zhao, town.secretary):
        for label in ("我家也是", "支持", "我来帮"):
            await person.presses(label, to=town.building3)
    assert "4家也是、4人支持、4人来帮" in (await town.wang.sees("第1件", to=town.building3)).text
    assert not [call for call in await town.world.calls() if call.get("error_code") == 429]


async def test_a_card_pressed_many_times_at_once_is_edited_few_times_and_ends_true(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.sees("第1件", to=town.building3)
    before = len(await town.world.calls("editMessageText"))
    for person in (town.chen, town.liu, town.zhao, town.secretary):
        for label in ("我家也是", "支持", "我来帮"):
            await person.act("press", chat=card.chat_id, message=card.id, label=label)
    await town.world.settle()
    assert "4家也是、4人支持、4人来帮" in (await town.wang.sees("第1件", to=town.building3)).text
    edits = len(await town.world.calls("editMessageText")) - before
    assert edits < 12  # the group's card and the staff's, for twelve presses


async def test_one_person_is_answered_in_order(town: Estate) -> None:
    await starts(town.wang, town.building3)
    for number in range(5):
        await town.wang.says(f"/find 第{number}样", settle=False)
    await town.world.settle()
    replies = [message.text for message in await town.wang.reads() if "没找到带" in message.text]
    assert [text[6] for text in replies] == list("01234")


async def test_what_was_said_while_the_bot_was_down_is_answered_when_it_is_back(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await town.running.stop()
    await town.wang.says("三楼走廊的灯坏了", settle=False)
    await town.running.start()
    await town.world.settle()
    await town.wang.sees("这样写对吗")


async def test_news_for_who_blocked_the_bot_is_skipped_with_its_reason_and_the_rest_hear_it(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await town.chen.blocks()
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.wang.sees("第1件有回音")
    await town.chen.unblocks()
    await town.chen.does_not_see("第1件有回音")
    await town.chen.sees("答应3月20日", to=town.building3)


async def test_a_card_deleted_by_an_administrator_comes_back_with_the_next_change(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.sees("第1件", to=town.building3)
    await town.secretary.deletes(card)
    await town.chen.does_not_see("第1件", to=town.building3)
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.chen.sees("答应3月20日", to=town.building3)


async def test_the_bot_thrown_out_of_the_group_goes_on_elsewhere_and_comes_back(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.secretary.removes_bot(town.building3)
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.wang.sees("第1件有回音")
    await town.wang.says("楼道里有积水")
    await town.wang.sees("我现在不在您楼里的群")
    await town.secretary.adds_bot(town.building3)
    await town.secretary.sees("我回来了", to=town.building3)
    await town.wang.says("楼道里有积水")
    await town.wang.presses("发到群里")
    await town.chen.sees("楼道里有积水", to=town.building3)


async def test_talk_that_is_not_for_the_bot_is_never_stored(town: Estate, database_url: str, tmp_path: Path) -> None:
    await town.secretary.promotes(town.world.bot(), in_=town.building3)  # now Telegram shows it everything
    await town.chen.says("老王家昨天吵架了", to=town.building3)
    await town.chen.says(f"@{BOT} 你好", to=town.building3)
    await town.liu.says("/other@somebody_else_bot 买菜", to=town.building3)
    found = [path for path in tmp_path.rglob("*sqlite3*") if "吵架".encode() in path.read_bytes()]
    assert not found
    assert town.running.app is not None
    assert await town.running.app.store.inbox.waiting() == 0
