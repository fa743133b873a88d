"""Several processes on one PostgreSQL database: who lives, who sends, and what becomes of a dead one's work."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from sqlalchemy import text

from bot.ports import InboxRow, Parcel, Replaced, TakenOver
from bot.store import Database, SqlBell, SqlLeases, Store
from tests.store.building import Building, StoppedClock
from tests.store.conftest import BOT_ID
from tests.store.post import LEASE_S, said, words

LASTS_S = 60.0


@dataclass
class Sender:
    """`ports.SenderLease` as it stands."""

    fence: int | None


@dataclass
class Process:
    """One of several on a database; what it believes of its fence is up to the test."""

    name: str
    leases: SqlLeases
    store: Store
    sender: Sender
    clock: StoppedClock

    async def beats(self) -> int | None:
        self.sender.fence = (await self.leases.beat(lasts_s=LASTS_S)).fence
        return self.sender.fence

    async def claims(self) -> list[str]:
        queue, now = self.store.queue, self.clock.now()
        return [said(each) for each in await queue.claim(owner=self.name, now=now, lease_s=LEASE_S, limit=10)]


class Cluster:
    def __init__(self, database: Database, clock: StoppedClock) -> None:
        self.database, self.clock = database, clock

    async def begins(self, name: str, *, holder: str | None = None, fence: int | None = None) -> Process:
        sender = Sender(fence)
        store = Store(self.database, BOT_ID, self.clock, owner=name, sender=sender)
        process = Process(
            name, SqlLeases(self.database, BOT_ID, name=name, holder=holder or name), store, sender, self.clock
        )
        await process.leases.join(lasts_s=LASTS_S)
        return process

    async def is_killed(self, process: Process) -> None:
        """All its leases end by the clock of the server, as they do some seconds after a SIGKILL."""
        async with self.database.writing() as connection:
            ended = text("UPDATE leases SET lease_until = clock_timestamp() WHERE holder = :holder")
            await connection.execute(ended, {"holder": process.name})


@pytest.fixture
async def cluster(postgres_url: str, clock: StoppedClock) -> AsyncIterator[Cluster]:
    database = Database.open(postgres_url)
    yield Cluster(database, clock)
    await database.close()


async def test_the_first_who_asks_sends_and_the_others_do_not(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    assert await one.beats() == 1
    assert await two.beats() is None
    assert await one.beats() == 1
    assert (await two.leases.beat(lasts_s=LASTS_S)).living == {"one", "two"}


async def test_ten_who_ask_at_once_have_one_sender(cluster):
    processes = [await cluster.begins(f"p{number}") for number in range(10)]
    fences = await asyncio.gather(*(process.beats() for process in processes))
    assert sorted(fences, key=str) == [1] + [None] * 9


async def test_the_next_sender_has_a_greater_number_and_the_former_can_claim_nothing(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    await one.beats()
    chat = await _chat(one)
    await cluster.is_killed(one)
    assert await two.beats() == 2
    await _say(two, chat, "hello")
    assert one.sender.fence == 1, "it slept, and knows nothing of it"
    assert await one.claims() == []
    assert await two.claims() == ["hello"]


async def test_what_is_said_in_a_unit_of_a_former_sender_is_not_born_claimed(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    await one.beats()
    chat = await _chat(one)
    await cluster.is_killed(one)
    await two.beats()
    offered: list[Parcel] = []
    one.store.units.hand_over_to(offered.extend)
    await _say(one, chat, "hello")
    assert offered == []
    assert await two.claims() == ["hello"]


async def test_a_process_that_does_not_send_leaves_what_it_says_to_the_one_that_does(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    await one.beats()
    await two.beats()
    offered: list[Parcel] = []
    two.store.units.hand_over_to(offered.extend)
    await _say(two, await _chat(two), "hello")
    assert offered == []
    assert await two.claims() == []
    assert await one.claims() == ["hello"]


async def test_what_a_dead_sender_had_on_its_way_is_sent_by_the_next_at_once(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    await one.beats()
    await _say(one, await _chat(one), "hello")
    assert await one.claims() == ["hello"]
    await two.beats()
    assert await two.claims() == []
    await cluster.is_killed(one)
    await two.beats()
    assert await two.claims() == ["hello"], "its lease of the row goes on, but nobody else may send"


async def test_started_again_under_its_name_it_sends_at_once(cluster):
    before, other = await cluster.begins("one", holder="a"), await cluster.begins("two")
    assert await before.beats() == 1
    after = await cluster.begins("one", holder="b")
    assert await after.beats() == 2
    assert await other.beats() is None
    with pytest.raises(Replaced):
        await before.beats()


async def test_who_leaves_is_followed_at_once_and_is_told_who_goes_on(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    await one.beats()
    assert await one.leases.step_back() == {"two"}
    assert await two.beats() is None, "what one has on its way comes to its end"
    await one.leases.leave()
    assert await two.beats() == 2
    assert await two.leases.step_back() == frozenset()


async def test_of_two_that_stop_at_once_the_last_knows_that_it_is_the_last(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    left = await asyncio.gather(one.leases.step_back(), two.leases.step_back())
    assert sorted(map(len, left)) == [0, 1]


async def test_a_row_in_the_hand_of_the_living_is_left_to_it_and_one_of_the_dead_is_taken_up(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    await one.store.inbox.keep([_update(1), _update(2)], now=cluster.clock.now())
    assert (await _next(one)).update_id == 1
    assert await _next(two) is None
    await cluster.is_killed(one)
    assert (await _next(two)).update_id == 1


async def test_who_seemed_dead_and_goes_on_commits_nothing_that_another_did(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    await one.store.inbox.keep([_update(1)], now=cluster.clock.now())
    await _next(one)
    await cluster.is_killed(one)
    await _next(two)
    inside, order = asyncio.Event(), []

    async def does_it() -> None:
        async with two.store.units.writing() as uow:
            await two.store.inbox.hold(uow, 1)
            inside.set()
            await uow.people.seen(telegram_id=11, name="王", username=None, client_language=None)
            await two.store.inbox.done(uow, 1)
            order.append("done")

    async def wakes_up() -> None:
        await inside.wait()
        with pytest.raises(TakenOver):
            await _holds_and_says(one)
        order.append("given up")

    await asyncio.gather(wakes_up(), does_it())
    assert order == ["done", "given up"]
    assert await one.store.queue.waiting() == 0


async def test_at_one_work_one_unit_at_a_time(cluster):
    one, two = await cluster.begins("one"), await cluster.begins("two")
    order: list[str] = []
    inside = asyncio.Event()

    async def first() -> None:
        async with one.store.units.writing() as uow:
            await uow.alone("deadline")
            inside.set()
            async with two.store.units.writing() as other:
                await other.alone("another")  # which does not wait
            order.append("first")

    async def second() -> None:
        await inside.wait()
        async with two.store.units.writing() as uow:
            await uow.alone("deadline")
            order.append("second")

    await asyncio.gather(second(), first())
    assert order == ["first", "second"]


async def test_a_ring_is_heard_by_the_others_and_again_after_the_connection_was_lost(cluster, postgres_url):
    one, two = SqlBell(postgres_url, BOT_ID, name="one"), SqlBell(postgres_url, BOT_ID, name="two")
    heard_one, heard_two = asyncio.Event(), asyncio.Event()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one.listen(heard_one.set)), group.create_task(two.listen(heard_two.set))]
        await _until_heard(one, heard_two)
        assert not heard_one.is_set(), "who rings does not hear it"
        async with cluster.database.writing() as connection:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname ="
            await connection.execute(text(f"{others} current_database()"))
        heard_two.clear()
        await _until_heard(one, heard_two)
        for task in tasks:
            task.cancel()


async def _until_heard(bell: SqlBell, heard: asyncio.Event) -> None:
    async with asyncio.timeout(20):
        while not heard.is_set():
            bell.ring()  # it may not listen yet
            await asyncio.sleep(0.02)


async def _chat(process: Process) -> int:
    building = Building(process.store, process.clock)
    return (await building.group(-1001, "3号楼")).id


async def _say(process: Process, chat_id: int, saying: str) -> None:
    async with process.store.units.writing() as uow:
        await uow.outbox.say(chat_id, words(saying), language="zh")


async def _next(process: Process) -> InboxRow | None:
    return await process.store.inbox.next(-1001, 11, now=process.clock.now())


async def _holds_and_says(process: Process) -> None:
    async with process.store.units.writing() as uow:
        await process.store.inbox.hold(uow, 1)
        chat = await uow.chats.seen(telegram_id=-1001, private=False, title="3号楼")
        await uow.outbox.say(chat.id, words("twice"), language="zh")
        await process.store.inbox.done(uow, 1)


def _update(update_id: int) -> InboxRow:
    return InboxRow(update_id, -1001, 11, "{}", StoppedClock().now(), 0)
