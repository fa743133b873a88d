"""The bot's clock and the simulator's, joined as in a story: over HTTP."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp

from bot.clock import FollowedClock
from simulator.server import serve
from simulator.world import World

MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


async def test_a_move_is_answered_only_after_the_bot_has_taken_it_over() -> None:
    woken: list[str] = []

    async def sleep_for_a_week(clock: FollowedClock) -> None:
        await clock.sleep_until(MORNING + timedelta(days=7))
        woken.append("after a week")

    async with serve(World(start=MORNING, rate=0)) as server, aiohttp.ClientSession() as session:
        clock = FollowedClock(f"{server.base_url}/clock")
        following = asyncio.create_task(clock.follow())
        await clock.ready()
        assert clock.now() == MORNING
        sleeping = asyncio.create_task(sleep_for_a_week(clock))
        for day in range(1, 8):
            async with session.post(f"{server.base_url}/control/clock", json={"advance_s": 86400}) as answer:
                assert answer.status == 200
            assert clock.now() == MORNING + timedelta(days=day)
            assert woken == (["after a week"] if day == 7 else [])
        following.cancel()
        await asyncio.gather(following, sleeping, return_exceptions=True)
