"""This process among several of one bot: it shows that it lives, and learns whether it is the one that sends.

Real seconds throughout, never those of a followed clock: what is measured here is whether a computer still answers.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import structlog

from bot.ports import Leases, Replaced

LEASE_S = 6.0  #: after which the others take over from a process that was killed
BEAT_S = 2.0
AGAIN_AFTER_S = 0.5  #: when the database did not answer
MARGIN_S = 1.0  #: we stop sending before the others may begin

_log = structlog.get_logger(__name__)


class Membership:
    """`leases` None: there are no others, this process does everything. `changed` is called when there is work to look
    for: another process died, or this one is the sender from now on. `replaced`: another works under our name.
    """

    def __init__(
        self,
        leases: Leases | None,
        *,
        lease_s: float = LEASE_S,
        beat_s: float = BEAT_S,
        real_time: Callable[[], float] = time.monotonic,
    ) -> None:
        self._leases, self._lease_s, self._beat_s, self._real_time = leases, lease_s, beat_s, real_time
        self._fence: int | None = None
        self._ours_until = 0.0  #: by `real_time`
        self._living: frozenset[str] = frozenset()
        self._beaten = asyncio.Event()
        self._beats_on = True
        self._asking = asyncio.Lock()  #: a beat under way must not undo that we stepped back

    @property
    def fence(self) -> int | None:
        return self._fence if self._real_time() < self._ours_until else None

    def sends(self) -> bool:
        """Whether this process is the one that speaks to Telegram of its own accord."""
        return self._leases is None or self.fence is not None

    async def join(self) -> None:
        """Be known to the others before anything is taken in hand."""
        if self._leases is not None:
            await self._leases.join(lasts_s=self._lease_s)
            await self._beat(self._leases)

    async def run(self, *, changed: Callable[[], None], replaced: Callable[[], None]) -> None:
        """Until cancelled, or replaced."""
        pause_s = self._beat_s
        while self._leases is not None and self._beats_on:
            await asyncio.sleep(pause_s)
            try:
                pause_s = self._beat_s if await self._beats(self._leases, changed) else AGAIN_AFTER_S
            except Replaced:
                self._ours_until = 0.0
                _log.critical("replaced", reason="another process runs under this name")
                replaced()
                return

    async def until_sends(self) -> None:
        """Return as soon as this process is the one that sends."""
        while not self.sends():
            self._beaten.clear()
            await self._beaten.wait()

    async def step_back(self) -> bool:
        """Work no longer among the others, but end what is on its way; True if some go on."""
        if self._leases is None:
            return False
        self._beats_on = False
        try:
            async with self._asking:
                return bool(await self._leases.step_back())
        except Exception as error:  # noqa: BLE001 - any driver: others may go on and need the webhook
            _log.warning("lease_not_given_back", error=type(error).__name__)
            return True

    async def leave(self) -> None:
        """Give back all that is ours, so that nobody has to wait until it ends."""
        self._beats_on, self._ours_until = False, 0.0
        if self._leases is None:
            return
        try:
            async with self._asking:
                await self._leases.leave()
        except Exception as error:  # noqa: BLE001 - whatever the driver raises: the lease ends by itself
            _log.warning("lease_not_given_back", error=type(error).__name__)

    async def _beats(self, leases: Leases, changed: Callable[[], None]) -> bool:
        before_sends, before_living = self.fence, self._living
        try:
            async with self._asking:
                if not self._beats_on:
                    return True
                await self._beat(leases)
        except Replaced:
            raise
        except Exception as error:  # noqa: BLE001 - whatever the driver raises: an outage of the database
            _log.warning("beat_failed", error=type(error).__name__)
            return False
        died = before_living - self._living
        if died:
            _log.warning("process_gone", names=sorted(died))
        if died or (self._fence is not None and self._fence != before_sends):
            changed()
        return True

    async def _beat(self, leases: Leases) -> None:
        asked_at = self._real_time()
        standing = await leases.beat(lasts_s=self._lease_s)
        self._ours_until = asked_at + self._lease_s - MARGIN_S if standing.fence is not None else 0.0
        if standing.fence is not None and standing.fence != self._fence:
            _log.info("sends_from_now_on", fence=standing.fence)
        self._fence, self._living = standing.fence, standing.living
        self._beaten.set()
