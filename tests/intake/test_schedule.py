"""Ticks: in their time, never two at once, and none less for one that failed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.schedule import ticking

SOON_S = 0.01


@asynccontextmanager
async def ticks(tick: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    scheduler = ticking(tick, every_s=SOON_S)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)


async def test_it_ticks_again_and_again() -> None:
    times, enough = [], asyncio.Event()

    async def tick() -> None:
        times.append(asyncio.get_running_loop().time())
        if len(times) == 3:
            enough.set()

    began = asyncio.get_running_loop().time()
    async with ticks(tick):
        await asyncio.wait_for(enough.wait(), timeout=10)
    assert times[0] - began >= SOON_S * 0.9, "the first comes after as long as every other"


async def test_a_tick_that_fails_is_not_the_last_one(caplog: pytest.LogCaptureFixture) -> None:
    calls, enough = [], asyncio.Event()

    async def tick() -> None:
        calls.append(1)
        if len(calls) == 2:
            enough.set()
        raise OSError("the database is away")

    with caplog.at_level(logging.ERROR):
        async with ticks(tick):
            await asyncio.wait_for(enough.wait(), timeout=10)
    assert "the database is away" in caplog.text


async def test_never_two_at_once(caplog: pytest.LogCaptureFixture) -> None:
    """A slow tick is caught up by one, not by as many as were missed."""
    running, most, skipped, go_on, again = 0, 0, 0, asyncio.Event(), asyncio.Event()

    async def tick() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if go_on.is_set():
            again.set()
        await go_on.wait()
        running -= 1

    class Skipped(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            nonlocal skipped
            skipped += "maximum number of running instances" in record.getMessage()
            if skipped == 3:
                go_on.set()

    logger, handler = logging.getLogger("apscheduler.scheduler"), Skipped()
    logger.addHandler(handler)
    try:
        async with ticks(tick):
            await asyncio.wait_for(again.wait(), timeout=10)
    finally:
        logger.removeHandler(handler)
    assert most == 1


def test_a_tick_that_is_late_is_not_dropped_and_many_are_one() -> None:
    async def tick() -> None:
        """Never called here."""

    [job] = ticking(tick, every_s=5).get_jobs()
    assert (job.func, job.trigger.interval) == (tick, timedelta(seconds=5))
    assert job.misfire_grace_time is None
    assert (job.coalesce, job.max_instances) == (True, 1)
