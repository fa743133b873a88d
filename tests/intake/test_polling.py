"""Long polling: an update is confirmed only after it is kept, and no bad day ends it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.intake import ALLOWED_UPDATES, Intake
from bot.ports import Ambiguous, Gone, Me, Rejected, Retry
from bot.store import Database, Store
from tests.delivery.fake_clock import START, FakeClock
from tests.delivery.fakes import until
from tests.intake.fakes import KeptRows, Poll, Touched
from tests.intake.updates import GROUP, PRIVATE, message, press

ME = Me(7, "wishwell_bot", "邻愿", sees_all=True)


def said(update_id: int, words: str = "三楼的灯坏了", **fields: object) -> dict[str, object]:
    return {**message(words, chat=PRIVATE, **fields), "update_id": update_id}


def talk(update_id: int) -> dict[str, object]:
    return {**message("老王家昨天吵架", chat=GROUP), "update_id": update_id}


class Desk:
    """An intake with its surroundings."""

    def __init__(self, *answers: object) -> None:
        self.diary: list[str] = []
        self.clock = FakeClock()
        self.poll, self.inbox = Poll(self.diary, *answers), KeptRows(self.diary)
        self.woken = 0
        self.touch = Touched()
        self.intake = Intake(
            transport=self.poll,
            inbox=self.inbox,
            clock=self.clock,
            me=ME,
            poll_timeout_s=25,
            kept=self._wake,
            touch=self.touch,
        )

    def _wake(self) -> None:
        self.woken += 1
        self.diary.append("lanes woken")

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        task = asyncio.create_task(self.intake.run())
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def works_off(self) -> None:
        async with self.running():
            await asyncio.wait_for(self.poll.answered_all.wait(), timeout=5)


async def test_the_offset_moves_only_after_keeping() -> None:
    desk = Desk([said(5), said(6)], [said(7)])
    await desk.works_off()
    assert desk.diary == [
        "poll None", "kept [5, 6]", "lanes woken", "poll 7", "kept [7]", "lanes woken", "poll 8",
    ]  # fmt: skip
    assert desk.poll.timeouts_s == [25] * 3


async def test_the_offset_follows_the_last_answer_and_is_no_maximum() -> None:
    """After a week without updates Telegram may number them anew, lower."""
    desk = Desk([said(900)], [said(3)], [])
    await desk.works_off()
    assert desk.poll.offsets == [None, 901, 4, 4]


async def test_what_is_not_for_us_is_confirmed_and_never_stored() -> None:
    desk = Desk([talk(5), said(6), talk(7)], [talk(8)])
    await desk.works_off()
    assert list(desk.inbox.rows) == [6]
    assert desk.poll.offsets == [None, 8, 9]
    assert desk.woken == 1


async def test_a_row_holds_the_update_as_telegram_sent_it() -> None:
    update = said(5, "灯😀\n<b>", unknown_field={"new": [1, 2]})
    desk = Desk([update, {**press(), "update_id": 6}])
    await desk.works_off()
    row = desk.inbox.rows[5]
    assert json.loads(row.payload) == update
    assert (row.chat_key, row.person_key, row.received_at, row.attempts) == (501, 501, START, 0)
    assert (desk.inbox.rows[6].chat_key, desk.inbox.rows[6].person_key) == (-1003, 501)


async def test_repeats_wake_nobody() -> None:
    desk = Desk([said(5)], [said(5)])
    await desk.works_off()
    assert desk.woken == 1


async def test_when_keeping_fails_nothing_is_confirmed_and_the_next_life_gets_it_again() -> None:
    desk = Desk([said(5)], [said(5), said(6)])
    desk.inbox.fails.append(OSError("disk full"))
    with pytest.raises(OSError, match="disk full"):
        await desk.intake.run()
    assert desk.diary == ["poll None", "keeping failed"]
    await desk.works_off()
    assert desk.poll.offsets == [None, None, 7]
    assert sorted(desk.inbox.rows) == [5, 6]


@pytest.mark.parametrize(
    ("trouble", "wait_s"),
    [
        (Retry(0.0, flood=False, reason="500"), 1),
        (Retry(17.0, flood=True, reason="429"), 17),
        (Ambiguous("no answer"), 1),
        (Gone("401"), 1),
        (Rejected("Conflict: terminated by other getUpdates request"), 1),
    ],
)
async def test_a_poll_that_fails_is_waited_out_on_the_clock_and_asked_again(trouble: Exception, wait_s: float) -> None:
    desk = Desk([said(5)], trouble, [said(6)])
    async with desk.running():
        await until(lambda: len(desk.poll.offsets) == 2)
        desk.clock.advance(wait_s - 0.01)
        for _ in range(50):
            await asyncio.sleep(0)
        assert desk.poll.offsets == [None, 6], "it waits"
        desk.clock.advance(0.01)
        await until(desk.poll.answered_all.is_set)
    assert desk.poll.offsets == [None, 6, 6, 7]
    assert sorted(desk.inbox.rows) == [5, 6]


async def test_pauses_grow_to_half_a_minute_and_begin_anew_after_an_answer() -> None:
    trouble = [Ambiguous()] * 7
    desk = Desk(*trouble, [said(5)], Ambiguous())
    waited = []
    async with desk.running():
        for polls in (*range(1, 8), 9):
            await until(lambda polls=polls: len(desk.poll.offsets) == polls)
            began = desk.clock.now()
            while len(desk.poll.offsets) == polls:
                desk.clock.advance(1)
                for _ in range(20):
                    await asyncio.sleep(0)
            waited.append((desk.clock.now() - began) / timedelta(seconds=1))
    assert waited == [1, 2, 4, 8, 16, 30, 30, 1]


async def test_what_is_logged_of_a_bad_poll_holds_its_reason_and_nobodys_words() -> None:
    desk = Desk([talk(4), said(5)], Rejected("Conflict"), [said(6)])
    with capture_logs() as lines:
        async with desk.running():
            await until(lambda: len(desk.poll.offsets) == 2)
            desk.clock.advance(1)
            await until(desk.poll.answered_all.is_set)
    assert lines == [{"event": "poll_failed", "log_level": "warning", "reason": "Conflict", "wait_s": 1.0}]


async def test_each_poll_is_a_contact_or_a_miss_and_after_a_miss_the_next_one_does_not_wait() -> None:
    desk = Desk([said(5)], Ambiguous("no answer"), [])
    async with desk.running():
        await until(lambda: len(desk.poll.offsets) == 2)
        desk.clock.advance(1)
        await until(desk.poll.answered_all.is_set)
    assert desk.touch.told == ["met", "missed", "met"]
    assert desk.poll.timeouts_s == [25, 25, 0, 25]


async def test_what_could_not_be_kept_is_a_miss() -> None:
    desk = Desk([said(5)])
    desk.inbox.fails.append(OSError("disk full"))
    with pytest.raises(OSError, match="disk full"):
        await desk.intake.run()
    assert desk.touch.told == ["missed"]


async def test_a_bug_is_no_bad_day_and_is_not_waited_out() -> None:
    desk = Desk(TypeError("a bug"))
    with pytest.raises(TypeError):
        await desk.intake.run()


def test_what_is_asked_for_is_what_is_understood() -> None:
    told_of_polls = {"poll", "poll_answer"}
    assert set(ALLOWED_UPDATES) == {"message", "callback_query", "my_chat_member", "chat_member"} | told_of_polls


async def test_into_the_store_and_back(sqlite_url: str) -> None:
    clock = FakeClock()
    store = Store(Database.open(sqlite_url), ME.id, clock)
    try:
        woken: list[int] = []
        intake = Intake(
            transport=Poll([]),
            inbox=store.inbox,
            clock=clock,
            me=ME,
            poll_timeout_s=25,
            kept=lambda: woken.append(1),
            touch=Touched(),
        )
        await intake.keep([talk(4), said(5), {**press(), "update_id": 6}, said(7)])
        await intake.keep([said(5), said(7)])
        assert (await store.inbox.waiting(), woken) == (3, [1])
        assert list(await store.inbox.lanes()) == [(501, 501), (-1003, 501)]
        row = await store.inbox.next(501, 501, now=clock.now())
        assert row is not None
        assert json.loads(row.payload) == {**said(5)} | {"update_id": 5}
    finally:
        await store.close()
