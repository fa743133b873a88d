"""Two processes of one bot on one PostgreSQL database: neighbours notice nothing of it, not even when one dies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.processes import BEAT_S, LEASE_S
from simulator.client import Message
from simulator.model import Json
from tests.scenarios.estate import Estate, estate
from tests.scenarios.scenes import answers, files

TAKEN_OVER_WITHIN = timedelta(seconds=10)
Opens = Callable[..., AbstractAsyncContextManager[Estate]]


@pytest.fixture
def opens(postgres_url: str, tmp_path: Path) -> Opens:
    @asynccontextmanager
    async def opening(**how: object) -> AsyncIterator[Estate]:
        async with estate(postgres_url, tmp_path, processes=2, **how) as built:  # type: ignore[arg-type]
            yield built

    return opening


@pytest.fixture
async def two(opens: Opens) -> AsyncIterator[Estate]:
    """The estate, with two processes behind one address."""
    async with opens(webhook=True) as built:
        yield built


def sender_of(town: Estate) -> int:
    [number] = [number for number, each in enumerate(town.running.apps) if each.membership.sends()]
    return number


async def becomes_sender(app: App) -> None:
    """Real seconds pass: a lease is measured by the clock of the database, which no story moves."""
    async with asyncio.timeout(60):
        await app.membership.until_sends()


async def _sent_to(town: Estate, chat_id: int) -> list[Json]:
    """The calls that sent a message there, whether it is still to be seen or not."""
    return [call for call in await town.world.calls("sendMessage") if int(call["params"]["chat_id"]) == chat_id]


async def test_both_work_and_everything_is_said_once(two: Estate) -> None:
    await files(two, two.wang, "三楼走廊的灯坏了")
    await files(two, two.liu, "楼下加一排晾衣架")
    for person in (two.chen, two.zhao):
        await person.presses("我家也是", to=two.building3, on=await person.sees("三楼走廊的灯", to=two.building3))
    await answers(two, two.foreman, "答应", day="3月20日", words="灯具已经订了", about="三楼走廊的灯")
    assert "2家也是" in (await two.wang.sees("第1件", to=two.building3)).text
    for place in (two.wang.id, two.liu.id, two.building3.id, two.staff.id):
        sent = [call["params"]["text"] for call in await _sent_to(two, place)]
        assert len(sent) == len(set(sent))
        assert sent
    assert len([each for each in await two.wang.reads() if "第1件有回音" in each.text]) == 1
    assert two.running.balancer is not None
    assert len(two.running.balancer.taken) == 2, "each of them was brought something"
    [_sender] = [each for each in two.running.apps if each.membership.sends()]


async def test_thirty_presses_at_once_count_once_each(two: Estate) -> None:
    await files(two, two.wang, "三楼走廊的灯坏了")
    card = await two.wang.sees("第1件", to=two.building3)
    two.world.autosettle = False
    people = [await two.world.person(f"邻居{number}") for number in range(30)]
    for person in people:
        await person.joins(two.building3)
    two.world.autosettle = True
    await two.world.settle()
    told = await asyncio.gather(*(person.presses("我家也是", card, wait_s=60, settle=False) for person in people))
    assert all("记上了" in (each.alert or each.toast or "") for each in told)
    await two.world.settle()
    assert "30家也是" in (await two.wang.sees("第1件", to=two.building3)).text


async def test_a_dialog_goes_on_in_the_other_process(two: Estate) -> None:
    await two.wang.presses("我想要", to=two.building3)
    await two.wang.says("三楼走廊的灯坏了")
    await two.running.stop_one(0)
    await two.wang.presses("发到群里")
    await two.chen.sees("第1件", to=two.building3)


async def test_a_reminder_comes_once_although_both_look_for_it(two: Estate) -> None:
    await two.wang.presses("我想要", to=two.building3)
    await two.wang.says("三楼走廊的灯坏了")
    await two.world.advances(minutes=61, settle=False)
    await asyncio.gather(*(each.meet_deadlines() for each in two.running.apps))
    await two.world.settle()
    assert len([each for each in await two.wang.reads() if "刚才这件还没说完" in each.text]) == 1


async def test_one_is_stopped_and_the_webhook_stays_until_the_last_goes(two: Estate) -> None:
    await two.running.stop_one(sender_of(two))
    await files(two, two.wang, "三楼走廊的灯坏了")
    await two.chen.sees("第1件", to=two.building3)
    assert not await two.world.calls("deleteWebhook")
    await two.running.stop()
    assert len(await two.world.calls("deleteWebhook")) == 1


async def test_both_are_stopped_at_once_and_the_webhook_is_removed(two: Estate) -> None:
    lives, two.running.lives = two.running.lives, []
    await asyncio.gather(*(life.end() for life in lives))
    assert len(await two.world.calls("deleteWebhook")) == 1
    await two.wang.act("press", chat=two.building3.id, message=(await _menu(two)).id, label="我想要")
    assert (await two.world.control("GET", "idle"))["pending_updates"] == 1
    await two.running.start()
    await two.world.settle()
    await two.wang.says("三楼走廊的灯坏了")
    await two.wang.presses("发到群里")
    await two.chen.sees("第1件", to=two.building3)


async def test_the_sender_is_killed_and_the_other_says_what_was_left_to_say(two: Estate) -> None:
    assert timedelta(seconds=LEASE_S + BEAT_S) < TAKEN_OVER_WITHIN
    await two.running.kill_one(sender_of(two))
    [left] = two.running.apps
    await two.wang.act("press", chat=two.building3.id, message=(await _menu(two)).id, label="我想要")
    await becomes_sender(left)
    await two.world.settle()
    await two.wang.says("三楼走廊的灯坏了")
    await two.wang.presses("发到群里")
    await two.chen.sees("第1件", to=two.building3)
    cards = [call for call in await _sent_to(two, two.building3.id) if "第1件" in call["params"]["text"]]
    assert len(cards) == 1


async def test_killed_while_it_sends_the_message_comes_at_most_twice_and_what_follows_is_not_lost(two: Estate) -> None:
    await two.wang.presses("我想要", to=two.building3)
    await two.world.fails("sendMessage", "slow", delay_s=2.0, chat=two.wang)
    sender = sender_of(two)
    await two.wang.act("say", chat=two.wang.id, text="三楼走廊的灯坏了")
    async with asyncio.timeout(60):
        while not two.running.apps[sender].delivery.sending:
            await asyncio.sleep(0.01)
    await two.running.kill_one(sender)
    [left] = two.running.apps
    killed_at = await two.world.now()
    await becomes_sender(left)
    await two.world.settle()
    waited = await two.world.now() - killed_at
    assert waited < TAKEN_OVER_WITHIN, "what it held has not to wait until its lease ends"
    previews = [each for each in await two.wang.reads() if "发到群里" in each.labels]
    assert 1 <= len(previews) <= 2
    await two.wang.presses("发到群里")
    await two.chen.sees("第1件", to=two.building3)


async def test_by_polling_one_of_them_polls_and_the_other_stands_by(opens: Opens) -> None:
    async with opens(webhook=False) as town:
        await files(town, town.wang, "三楼走廊的灯坏了")
        await town.running.stop_one(sender_of(town))
        [left] = town.running.apps
        await becomes_sender(left)
        await files(town, town.wang, "楼下加一排晾衣架")
        await town.chen.sees("第2件", to=town.building3)


async def test_a_second_one_of_the_same_name_takes_the_place_of_the_first(two: Estate) -> None:
    first = two.running.lives[0]
    again = two.running.another(first)
    await again.begin()
    async with asyncio.timeout(60):
        await first.ended()
    two.running.lives[0] = again
    await files(two, two.wang, "三楼走廊的灯坏了")
    await two.chen.sees("第1件", to=two.building3)
    assert not await two.world.calls("deleteWebhook")


async def _menu(town: Estate) -> Message:
    return next(each for each in await town.wang.reads(to=town.building3) if "我想要" in each.labels)
