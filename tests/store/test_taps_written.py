"""A batch of taps is one transaction: each counts once, a bad one goes alone, and whoever waits is not overtaken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.domain.errors import AlreadyCounted
from bot.domain.notices import WishChanged
from bot.domain.wishes import Stance
from bot.messages import Toast
from bot.ports import CountedTap, InboxRow, TapAnswer, UnitOfWork
from bot.store import Database, Store
from bot.store.batches import MayNotWait, run_through
from bot.store.taps import SqlTapWriter
from tests.store.building import Building, StoppedClock


def tap(update_id: int, wish_id: int, *, person: int = 11, button: str = "join") -> CountedTap:
    return CountedTap(
        update_id=update_id,
        query_id=f"q{update_id}",
        data=f"{button}:{wish_id}",
        message_id=40,
        chat_telegram_id=-1001,
        private=False,
        title="3号楼",
        person_telegram_id=person,
        name="王",
        username=None,
        language_code=None,
        raw={"update_id": update_id},
    )


class Counting:
    """A judge that counts "same here"; `bad`: update ids at which it breaks, after it has written something."""

    def __init__(self, *bad: int) -> None:
        self.bad, self.judged = set(bad), []

    async def __call__(self, tap: CountedTap, uow: UnitOfWork, now: datetime) -> TapAnswer:
        self.judged.append(tap.update_id)
        person = await uow.people.seen(
            telegram_id=tap.person_telegram_id, name=tap.name, username=None, client_language=None
        )
        wish = await uow.wishes.lock(int(tap.data.partition(":")[2]))
        try:
            async with uow.savepoint():
                if not await uow.followers.add(wish.id, person.id, Stance.JOIN, now=now):
                    raise AlreadyCounted(number=str(wish.number))
                await uow.outbox.put(WishChanged(wish.id))
                if tap.update_id in self.bad:
                    raise ZeroDivisionError
        except AlreadyCounted:
            return TapAnswer(tap.query_id, Toast("refused-already-counted"), "zh")
        return TapAnswer(tap.query_id, Toast("counted-join"), "zh")


async def joined(store: Store, wish_id: int) -> int:
    async with store.units.reading() as uow:
        return (await uow.followers.counts(wish_id)).joined


def keys(answers: object) -> list[str]:
    return [answer.toast.key for answer in answers]


async def test_everybody_in_a_batch_counts_once(store: Store, building: Building, clock: StoppedClock) -> None:
    wish = await building.wish()
    taps = [tap(number, wish.id, person=100 + number) for number in range(50)]
    written = await store.taps.write(taps, Counting(), now=clock.now())
    assert keys(written.answers) == ["counted-join"] * 50
    assert not written.left
    assert await joined(store, wish.id) == 50


async def test_a_card_is_marked_once_for_all_its_taps(store: Store, building: Building, clock: StoppedClock) -> None:
    first, second = await building.wish(), await building.wish("电梯坏了")
    taps = [tap(number, [first.id, second.id][number % 2], person=100 + number) for number in range(20)]
    await store.taps.write(taps, Counting(), now=clock.now())
    notices = await store.queue.notices(limit=50)
    assert sorted(row.notice.wish_id for row in notices) == [first.id, second.id]


async def test_a_card_that_waits_to_be_changed_is_marked_no_more(
    store: Store, building: Building, clock: StoppedClock
) -> None:
    first, second = await building.wish(), await building.wish("电梯坏了")
    await store.taps.write([tap(1, first.id)], Counting(), now=clock.now())
    await store.taps.write([tap(2, first.id, person=12), tap(3, second.id)], Counting(), now=clock.now())
    waiting = await store.queue.notices(limit=50)
    assert [row.notice.wish_id for row in waiting] == [first.id, second.id]
    async with store.units.writing() as uow:
        await store.queue.settle_notice(uow, waiting[0].id)
    await store.taps.write([tap(4, first.id, person=13)], Counting(), now=clock.now())
    assert [row.notice.wish_id for row in await store.queue.notices(limit=50)] == [second.id, first.id]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_change_that_somebody_is_telling_already_is_told_again(
    store: Store, building: Building, clock: StoppedClock
) -> None:
    """On PostgreSQL they may have read the counts before; SQLite lets nobody in between."""
    wish = await building.wish()
    await store.taps.write([tap(1, wish.id)], Counting(), now=clock.now())
    async with store.units.writing() as uow:
        await store.queue.settle_notice(uow, (await store.queue.notices(limit=1))[0].id)
        await store.taps.write([tap(2, wish.id, person=12)], Counting(), now=clock.now())
    assert len(await store.queue.notices(limit=50)) == 1


async def test_a_second_press_is_refused_and_answered(store: Store, building: Building, clock: StoppedClock) -> None:
    wish = await building.wish()
    written = await store.taps.write([tap(1, wish.id), tap(2, wish.id)], Counting(), now=clock.now())
    assert keys(written.answers) == ["counted-join", "refused-already-counted"]
    assert await joined(store, wish.id) == 1


async def test_the_same_update_again_is_neither_counted_nor_answered(
    store: Store, building: Building, clock: StoppedClock
) -> None:
    wish = await building.wish()
    await store.taps.write([tap(1, wish.id)], Counting(), now=clock.now())
    again = await store.taps.write([tap(1, wish.id), tap(2, wish.id, person=12)], Counting(), now=clock.now())
    twice_at_once = await store.taps.write([tap(3, wish.id, person=13)] * 2, Counting(), now=clock.now())
    assert [answer.query_id for answer in (*again.answers, *twice_at_once.answers)] == ["q2", "q3"]
    assert not again.left


async def test_a_bad_tap_is_undone_alone_and_left_to_the_inbox(
    store: Store, building: Building, clock: StoppedClock
) -> None:
    wish = await building.wish()
    taps = [tap(number, wish.id, person=100 + number) for number in range(5)]
    written = await store.taps.write(taps, Counting(2), now=clock.now())
    assert [each.update_id for each in written.left] == [2]
    assert await joined(store, wish.id) == 4
    row = InboxRow(2, -1001, 102, "{}", clock.now(), 0)
    assert await store.inbox.keep([row], now=clock.now()) == 1, "its key was given back with it"


class FailingDatabase(Database):
    """The real one, whose batches of these numbers break at their commit."""

    def __init__(self, database: Database, *fails: int) -> None:
        self._real, self._fails, self.batches = database, fails, 0

    async def batch(self, work: Callable[[Connection], Any]) -> Any:
        self.batches += 1
        if self.batches in self._fails:
            raise ConnectionError
        return await self._real.batch(work)


async def test_a_batch_that_cannot_be_committed_is_tried_tap_by_tap(
    store: Store, building: Building, clock: StoppedClock
) -> None:
    wish = await building.wish()
    database = FailingDatabase(store.database, 1, 3)  # all three together, then the second alone
    taps = [tap(number, wish.id, person=100 + number) for number in range(3)]
    written = await SqlTapWriter(database, store.bot_id).write(taps, Counting(), now=clock.now())
    assert database.batches == 4
    assert [answer.query_id for answer in written.answers] == ["q0", "q2"]
    assert [each.update_id for each in written.left] == [1]


async def test_a_tap_does_not_overtake_what_its_person_sent_before(
    store: Store, building: Building, clock: StoppedClock
) -> None:
    wish = await building.wish()
    await store.inbox.keep([InboxRow(1, -1001, 11, "{}", clock.now(), 0)], now=clock.now())
    written = await store.taps.write([tap(2, wish.id), tap(3, wish.id, person=12)], Counting(), now=clock.now())
    assert [each.update_id for each in written.left] == [2]
    assert [answer.query_id for answer in written.answers] == ["q3"]


async def test_two_writers_at_once_lose_nothing(store: Store, building: Building, clock: StoppedClock) -> None:
    wishes = [await building.wish(f"第{number}盏灯坏了") for number in range(4)]
    batches = [
        [tap(1000 * side + number, wishes[(number * side) % 4].id, person=1000 * side + number) for number in range(40)]
        for side in (1, 3)
    ]
    both = await asyncio.gather(*(store.taps.write(taps, Counting(), now=clock.now()) for taps in batches))
    assert sum(len(written.answers) for written in both) == 80
    assert sum([await joined(store, wish.id) for wish in wishes]) == 80


async def test_who_waits_for_the_world_in_a_batch_is_told_so() -> None:
    async def waits() -> None:
        await asyncio.get_running_loop().create_future()

    with pytest.raises(MayNotWait):
        run_through(waits())
