"""The inbox: kept once, worked off in order, by one process at a time, and nothing lost when one dies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

import pytest

from bot.ports import InboxRow
from bot.store import Database, Store
from bot.store.inbox import LEASE_S

WANG, LI = (-1001, 11), (-1001, 12)


@pytest.fixture
def update(clock) -> Callable[..., InboxRow]:
    def make(update_id: int, lane: tuple[int, int] = WANG) -> InboxRow:
        payload = f'{{"update_id": {update_id}, "文": "灯"}}'
        return InboxRow(update_id, *lane, payload=payload, received_at=clock.now(), attempts=0)

    return make


@pytest.fixture
async def second(database_url, clock) -> AsyncIterator[Store]:
    """The same bot in another process."""
    opened = Store(Database.open(database_url), 4242, clock, owner="second")
    yield opened
    await opened.close()


async def test_an_update_comes_back_as_it_was_kept(store, update, clock):
    row = update(2**40, (-(2**45), 2**41))
    assert await store.inbox.keep([row], now=clock.now()) == 1
    found = await store.inbox.next(row.chat_key, row.person_key, now=clock.now())
    assert (found.payload, found.received_at, found.attempts) == (row.payload, row.received_at, 1)
    assert await store.inbox.keep([], now=clock.now()) == 0


async def test_a_repeat_is_a_no_op_even_after_the_row_went(store, update, clock):
    assert await store.inbox.keep([update(1), update(2), update(1)], now=clock.now()) == 2
    assert await store.inbox.keep([update(2), update(3)], now=clock.now()) == 1
    await _work_off(store, WANG, clock)
    assert await store.inbox.keep([update(1), update(2), update(3)], now=clock.now()) == 0
    assert await store.inbox.waiting() == 0


async def test_keys_are_numbered_for_each_bot(store, update, database_url, clock):
    other = Store(Database.open(database_url), 77, clock)
    await store.inbox.keep([update(1)], now=clock.now())
    assert await other.inbox.keep([update(1, LI)], now=clock.now()) == 1
    assert await other.inbox.lanes() == [LI]
    assert await other.inbox.next(*WANG, now=clock.now()) is None
    await other.close()


async def test_a_lane_is_worked_off_in_the_order_of_arrival(store, update, clock):
    """Telegram's numbers may jump backwards after a quiet week."""
    await store.inbox.keep([update(900), update(5, LI), update(3), update(4)], now=clock.now())
    assert await store.inbox.lanes() == [WANG, LI]
    assert await _work_off(store, WANG, clock) == [900, 3, 4]
    assert await store.inbox.lanes() == [LI]
    assert await store.inbox.waiting() == 1


async def test_an_attempt_is_counted_before_the_handler_runs(store, update, clock):
    await store.inbox.keep([update(1), update(2)], now=clock.now())
    attempts = [(await store.inbox.next(*WANG, now=clock.now())).attempts for _ in range(3)]
    assert attempts == [1, 2, 3]


async def test_the_row_goes_only_with_its_effects(store, update, clock, building):
    await store.inbox.keep([update(1)], now=clock.now())
    await store.inbox.next(*WANG, now=clock.now())

    async def handle(*, fails: bool) -> None:
        async with store.units.writing() as uow:
            await uow.people.set_started(building.wang.id, True)
            await store.inbox.done(uow, 1)
            if fails:
                raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await handle(fails=True)
    async with store.units.reading() as uow:
        assert not (await uow.people.get(building.wang.id)).started
    assert await store.inbox.waiting() == 1
    await handle(fails=False)
    async with store.units.reading() as uow:
        assert (await uow.people.get(building.wang.id)).started
    assert await store.inbox.waiting() == 0


async def test_a_failed_row_steps_aside_and_may_be_tried_again(store, update, clock):
    await store.inbox.keep([update(1), update(2)], now=clock.now())
    await store.inbox.next(*WANG, now=clock.now())
    await store.inbox.fail(1, error="ZeroDivisionError", now=clock.now())
    assert [(row.update_id, error) for row, error in await store.inbox.failed()] == [(1, "ZeroDivisionError")]
    assert (await store.inbox.next(*WANG, now=clock.now())).update_id == 2
    assert await store.inbox.waiting() == 1
    assert not await store.inbox.retry(2)
    assert not await store.inbox.retry(404)
    assert await store.inbox.retry(1)
    assert await store.inbox.failed() == []
    retried = await store.inbox.next(*WANG, now=clock.now())
    assert (retried.update_id, retried.attempts) == (1, 1)


async def test_only_what_is_old_is_forgotten(store, update, clock):
    await store.inbox.keep([update(1), update(2)], now=clock.now())
    await store.inbox.fail(1, error="e", now=clock.now())
    clock.advance(days=3)
    await store.inbox.keep([update(3)], now=clock.now())
    await _work_off(store, WANG, clock)
    await store.inbox.forget_old(keys_before=clock.now(), failed_before=clock.now() - timedelta(days=7))
    repeats = [await store.inbox.keep([update(number)], now=clock.now()) for number in (1, 2, 3)]
    assert repeats == [0, 1, 0], "a failed row keeps its key, a key of three days ago went, today's stays"
    clock.advance(days=7)
    await store.inbox.forget_old(keys_before=clock.now(), failed_before=clock.now())
    assert await store.inbox.failed() == []
    assert await store.inbox.keep([update(1)], now=clock.now()) == 1


async def test_another_process_neither_takes_the_row_nor_overtakes_it(store, second, update, clock):
    await store.inbox.keep([update(1), update(2)], now=clock.now())
    assert (await store.inbox.next(*WANG, now=clock.now())).update_id == 1
    assert await second.inbox.next(*WANG, now=clock.now()) is None
    async with store.units.writing() as uow:
        await store.inbox.done(uow, 1)
    assert (await second.inbox.next(*WANG, now=clock.now())).update_id == 2


# SQLite has one writer at a time: there nobody could overtake.
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_while_its_effects_are_written_nobody_overtakes_it(store, second, update, clock):
    """The row is locked and still there: skipping it must not mean taking the next."""
    await store.inbox.keep([update(1), update(2)], now=clock.now())
    await store.inbox.next(*WANG, now=clock.now())
    clock.advance(seconds=LEASE_S)  # even when its lease is over
    async with store.units.writing() as uow:
        await store.inbox.done(uow, 1)
        assert await second.inbox.next(*WANG, now=clock.now()) is None
    assert (await second.inbox.next(*WANG, now=clock.now())).update_id == 2


async def test_a_dead_process_gives_its_row_up_when_the_lease_ends(store, second, update, clock):
    await store.inbox.keep([update(1)], now=clock.now())
    await store.inbox.next(*WANG, now=clock.now())
    clock.advance(seconds=LEASE_S - 1)
    assert await second.inbox.next(*WANG, now=clock.now()) is None
    clock.advance(seconds=1)
    taken = await second.inbox.next(*WANG, now=clock.now())
    assert (taken.update_id, taken.attempts) == (1, 2)


async def test_a_restart_under_the_same_name_takes_its_rows_up_at_once(store, update, clock, database_url):
    await store.inbox.keep([update(1)], now=clock.now())
    await store.inbox.next(*WANG, now=clock.now())
    restarted = Store(Database.open(database_url), 4242, clock)
    assert (await restarted.inbox.next(*WANG, now=clock.now())).attempts == 2
    await restarted.close()


async def test_two_processes_share_the_lanes_and_each_lane_stays_in_order(store, second, update, clock):
    lanes = [(-1001, person) for person in range(8)]
    rows = [update(number * 100 + person, (-1001, person)) for number in range(5) for person in range(8)]
    await store.inbox.keep(rows, now=clock.now())
    handled: list[int] = []

    async def work(process: Store) -> None:
        while await process.inbox.waiting():
            for lane in lanes:
                row = await process.inbox.next(*lane, now=clock.now())
                if row is not None:
                    async with process.units.writing() as uow:
                        handled.append(row.update_id)
                        await process.inbox.done(uow, row.update_id)

    await asyncio.gather(work(store), work(second))
    assert sorted(handled) == sorted(row.update_id for row in rows), "none lost, none twice"
    for person in range(8):
        assert [each for each in handled if each % 100 == person] == [number * 100 + person for number in range(5)]


async def test_everything_kept_at_once_is_kept_once(store, second, update, clock):
    async def keep(process: Store, first: int) -> int:
        return await process.inbox.keep([update(first + number) for number in range(20)], now=clock.now())

    kept = await asyncio.gather(*(keep(process, first) for first in (0, 10, 20) for process in (store, second)))
    assert sum(kept) == 40
    assert await store.inbox.waiting() == 40


async def _work_off(store: Store, lane: tuple[int, int], clock: object) -> list[int]:
    now: datetime = clock.now()
    handled = []
    while (row := await store.inbox.next(*lane, now=now)) is not None:
        async with store.units.writing() as uow:
            await store.inbox.done(uow, row.update_id)
        handled.append(row.update_id)
    return handled
