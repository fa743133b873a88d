"""The only sources of time: this computer's clock, or the simulator's, followed over a WebSocket."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import msgspec
import structlog

log = structlog.get_logger(__name__)

#: A sleep is cut into pieces of at most this many seconds, so that a corrected computer clock is noticed.
LONGEST_NAP_S = 60.0
#: While both clocks run, a message that took its time must not set ours back by as much.
JITTER = timedelta(seconds=1)


class SystemClock:
    """This computer's time."""

    def now(self) -> datetime:
        """Aware, UTC."""
        return datetime.now(UTC)

    async def sleep_until(self, moment: datetime) -> None:
        """Return at or after `moment`."""
        while True:
            wait_s = (moment - self.now()).total_seconds()
            if wait_s <= 0:
                return
            await asyncio.sleep(min(wait_s, LONGEST_NAP_S))


class Tick(msgspec.Struct, frozen=True):
    """What the followed clock says on connecting and at every change (docs/simulator.md, "The clock")."""

    now: datetime
    rate: int  #: 1: as real time; 0: it stands still
    seq: int


class FollowedClock:
    """The time of another process. `follow` must run, in a nursery, as long as the clock is used.

    Before the first message there is no time: wait for `ready`. While the connection is lost, time goes on at the last
    known rate.
    """

    def __init__(self, url: str, *, reconnect_after_s: float = 0.2) -> None:
        self._url = url
        self._reconnect_after_s = reconnect_after_s
        self._base: datetime | None = None
        self._since_s = 0.0
        self._rate = 0
        self._lost = False
        self._known = asyncio.Event()
        self._changed = asyncio.Event()  #: replaced at every change, so that each sleeper is woken exactly once

    def now(self) -> datetime:
        """Aware, UTC.

        Raises:
            RuntimeError: the followed clock was never heard; `ready` was not awaited.
        """
        if self._base is None:
            raise RuntimeError("the followed clock has not been heard yet")
        return self._base + timedelta(seconds=self._rate * (asyncio.get_running_loop().time() - self._since_s))

    async def ready(self) -> None:
        """Return once the time is known."""
        await self._known.wait()

    async def sleep_until(self, moment: datetime) -> None:
        """Return at or after `moment` of the followed time. While that stands still, only a move brings it nearer."""
        await self._known.wait()
        while (wait_s := (moment - self.now()).total_seconds()) > 0:
            changed = self._changed
            try:
                async with asyncio.timeout(wait_s if self._rate else None):
                    await changed.wait()
            except TimeoutError:
                continue

    async def follow(self) -> None:
        """Take over every change until cancelled; connect again whenever the connection is lost."""
        async with aiohttp.ClientSession() as session:
            while True:
                try:
                    async with session.ws_connect(self._url, heartbeat=20.0) as socket:
                        await self._listen(socket)
                    problem = "closed"
                except (aiohttp.ClientError, OSError, msgspec.DecodeError) as error:
                    problem = type(error).__name__
                if not self._lost:
                    log.warning("clock_lost", error=problem)
                self._lost = True
                await asyncio.sleep(self._reconnect_after_s)

    async def _listen(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        async for message in socket:
            if message.type is not aiohttp.WSMsgType.TEXT:
                continue
            tick = msgspec.json.decode(message.data, type=Tick)
            self._take_over(tick)
            # The sleepers whose moment has come run up to their next wait before the move is confirmed.
            await asyncio.sleep(0)
            await socket.send_str(msgspec.json.encode({"ack": tick.seq}).decode())

    def _take_over(self, tick: Tick) -> None:
        now = tick.now if tick.now.tzinfo else tick.now.replace(tzinfo=UTC)
        if self._base is not None and tick.rate == self._rate == 1 and now < self.now() < now + JITTER:
            now = self.now()
        self._base = now.astimezone(UTC)
        self._since_s = asyncio.get_running_loop().time()
        self._rate = tick.rate
        self._lost = False
        self._known.set()
        self._changed.set()
        self._changed = asyncio.Event()
