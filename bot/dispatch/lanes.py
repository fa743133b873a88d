"""Lanes: each person's updates in a chat one after the other, people side by side."""

from __future__ import annotations

import asyncio

import structlog

from bot.dispatch.dispatcher import Dispatcher, NotMetYet
from bot.ports import Clock, Inbox, InboxRow, Nursery, TakenOver

STRANGERS_WAIT_S = 1.0  #: real seconds: how much later another connection may bring what happened before

_log = structlog.get_logger(__name__)


class Lanes:
    """Works off the inbox. `wake()` after something was kept; `idle()` for whoever waits for quiet."""

    def __init__(
        self,
        *,
        inbox: Inbox,
        dispatcher: Dispatcher,
        clock: Clock,
        nursery: Nursery,
        attempts: int,
        at_once: int = 16,
        strangers_wait_s: float = STRANGERS_WAIT_S,
    ) -> None:
        self._strangers_wait_s = strangers_wait_s
        self._inbox, self._dispatcher, self._clock, self._nursery = inbox, dispatcher, clock, nursery
        self._attempts = attempts
        self._places = asyncio.Semaphore(at_once)
        self._running: set[tuple[int, int]] = set()
        self._woken = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        self._woken.set()

    def stop(self) -> None:
        """Start no further row; those under way end in their transaction."""
        self._stopping = True
        self._woken.set()

    @property
    def busy(self) -> bool:
        return bool(self._running) or self._woken.is_set()

    async def run(self) -> None:
        """Until stopped: give every lane with waiting rows a task of its own."""
        self._woken.set()
        while not self._stopping:
            await self._woken.wait()
            self._woken.clear()
            for lane in await self._inbox.lanes():
                if lane not in self._running and not self._stopping:
                    self._running.add(lane)
                    self._nursery.start(self._work(lane), name="lane")
        while self._running:
            await self._woken.wait()
            self._woken.clear()

    async def _work(self, lane: tuple[int, int]) -> None:
        try:
            async with self._places:
                while not self._stopping and (row := await self._inbox.next(*lane, now=self._clock.now())):
                    await self._handle(row)
        finally:
            self._running.discard(lane)
            self._woken.set()  # a row kept while this lane was ending is seen by the next round

    async def _handle(self, row: InboxRow) -> None:
        try:
            await self._dispatcher.handle(row)
        except NotMetYet:
            await asyncio.sleep(self._strangers_wait_s)
        except TakenOver:
            _log.warning("update_taken_over", update_id=row.update_id)
        except Exception as why:  # noqa: BLE001 - the boundary: one bad update must not stop a person's lane
            _log.error("update_failed", update_id=row.update_id, attempt=row.attempts, exc_info=why)
            if row.attempts >= self._attempts:
                await self._inbox.fail(row.update_id, error=type(why).__name__, now=self._clock.now())
                await self._apologise(row)

    async def _apologise(self, row: InboxRow) -> None:
        try:
            await self._dispatcher.apologise(row)
        except Exception as why:  # noqa: BLE001 - what broke the update may break the apology too; it is kept as failed
            _log.error("apology_failed", update_id=row.update_id, exc_info=why)
