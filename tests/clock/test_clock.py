"""The system's clock, and the one that follows a simulator."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from bot.clock import FollowedClock, SystemClock
from bot.ports import Clock

MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class ClockServer:
    """Speaks the server's side of `GET /clock`: tells every change, collects what is confirmed."""

    def __init__(self) -> None:
        self.now, self.rate, self.seq = MORNING, 0, 0
        self.acks: asyncio.Queue[int] = asyncio.Queue()
        self.sockets: list[web.WebSocketResponse] = []
        self.port = 0
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/clock"

    async def start(self) -> None:
        app = web.Application()
        app.router.add_get("/clock", self._follower)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        for socket in self.sockets:
            await socket.close()
        self.sockets.clear()
        if self._runner:
            await self._runner.cleanup()

    async def says(self, now: datetime, *, rate: int = 0) -> int:
        """Move the clock, return the number the follower confirmed."""
        self.now, self.rate, self.seq = now, rate, self.seq + 1
        for socket in self.sockets:
            await self._tell(socket)
        return await self.acks.get()

    async def _tell(self, socket: web.WebSocketResponse) -> None:
        await socket.send_json({"now": self.now.isoformat(), "rate": self.rate, "seq": self.seq})

    async def _follower(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await self._tell(socket)
        async for message in socket:
            self.acks.put_nowait(message.json()["ack"])
        return socket


@asynccontextmanager
async def following(server: ClockServer) -> AsyncIterator[FollowedClock]:
    clock = FollowedClock(server.url, reconnect_after_s=0.01)
    task = asyncio.create_task(clock.follow())
    try:
        async with asyncio.timeout(10):
            await clock.ready()
            assert await server.acks.get() == server.seq
            yield clock
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def server() -> AsyncIterator[ClockServer]:
    served = ClockServer()
    await served.start()
    yield served
    await served.stop()


async def test_the_system_clock_is_aware_and_wakes_at_the_moment() -> None:
    clock: Clock = SystemClock()
    moment = clock.now() + timedelta(milliseconds=5)
    assert moment.tzinfo is UTC
    await clock.sleep_until(moment)
    assert clock.now() >= moment
    await clock.sleep_until(moment - timedelta(days=1))


async def test_the_time_stands_still_until_it_is_moved(server: ClockServer) -> None:
    async with following(server) as clock:
        assert clock.now() == MORNING
        confirmed = await server.says(MORNING + timedelta(hours=1))
        assert confirmed == server.seq
        assert clock.now() == MORNING + timedelta(hours=1)


async def test_there_is_no_time_before_the_first_message() -> None:
    with pytest.raises(RuntimeError, match="not been heard"):
        FollowedClock("ws://127.0.0.1:9/clock").now()


async def test_a_move_wakes_those_whose_moment_has_come_before_it_is_confirmed(server: ClockServer) -> None:
    woken: list[str] = []

    async def sleeper(clock: Clock, name: str, hours: int) -> None:
        await clock.sleep_until(MORNING + timedelta(hours=hours))
        woken.append(name)

    async with following(server) as clock, asyncio.TaskGroup() as tasks:
        tasks.create_task(sleeper(clock, "noon", 3))
        tasks.create_task(sleeper(clock, "evening", 9))
        await server.says(MORNING + timedelta(hours=2))
        assert woken == []
        await server.says(MORNING + timedelta(hours=3))
        assert woken == ["noon"]
        await server.says(MORNING + timedelta(days=1))
        assert woken == ["noon", "evening"]


async def test_a_moment_that_is_past_needs_no_waiting(server: ClockServer) -> None:
    async with following(server) as clock:
        await clock.sleep_until(MORNING)


async def test_at_rate_one_the_time_runs_and_sleepers_wake_by_themselves(server: ClockServer) -> None:
    async with following(server) as clock:
        await server.says(MORNING, rate=1)
        moment = MORNING + timedelta(milliseconds=20)
        await clock.sleep_until(moment)
        assert clock.now() >= moment


async def test_a_sleeper_in_running_time_still_wakes_when_it_is_moved_far_ahead(server: ClockServer) -> None:
    async with following(server) as clock, asyncio.TaskGroup() as tasks:
        await server.says(MORNING, rate=1)
        tasks.create_task(clock.sleep_until(MORNING + timedelta(days=7)))
        await server.says(MORNING + timedelta(days=7), rate=1)


async def test_running_time_is_not_set_back_by_a_late_message(server: ClockServer) -> None:
    async with following(server) as clock:
        await server.says(MORNING, rate=1)
        await clock.sleep_until(MORNING + timedelta(milliseconds=20))
        before = clock.now()
        await server.says(MORNING + timedelta(milliseconds=1), rate=1)
        assert clock.now() >= before


async def test_a_lost_clock_is_found_again(server: ClockServer) -> None:
    async with following(server) as clock:
        await server.stop()
        server.now, server.seq = MORNING + timedelta(days=2), 9
        assert clock.now() == MORNING, "it keeps the last known time"
        waiting = asyncio.create_task(clock.sleep_until(MORNING + timedelta(days=2)))
        await server.start()
        await waiting
        assert await server.acks.get() == 9


async def test_a_server_that_talks_nonsense_is_left_and_tried_again(server: ClockServer) -> None:
    async with following(server) as clock:
        await server.sockets[0].send_str('{"now": "yesterday"}')
        assert await server.acks.get() == server.seq, "connected anew"
        assert clock.now() == MORNING
