"""Requests that arrive together are kept together: one transaction, and only then each is confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog

from bot.ports import Touch
from bot.webhook.metrics import Metrics

MOST_WAITING = 500  #: requests; Telegram opens 100 at most, so this is somebody else's flood or a very slow disk

Update = Mapping[str, Any]
Keep = Callable[[Sequence[Update]], Awaitable[int]]
Waiting = tuple[Update, "asyncio.Future[None]"]

#: What an update of a shape nobody expects is met with; the others of its group need not suffer for it.
_ODD_SHAPE = (KeyError, TypeError, AttributeError, ValueError)

_log = structlog.get_logger(__name__)


class Overloaded(Exception):
    """Too many wait already; this one was not even looked at."""


class NotKept(Exception):
    """The database did not take it. Telegram brings it again."""


class Gathering:
    """`keep` stores updates in one transaction and returns how many of them were addressed to the bot.

    `touch` is told of what Telegram brought, and of what could not be kept.
    """

    def __init__(self, keep: Keep, metrics: Metrics, touch: Touch, *, most_waiting: int = MOST_WAITING) -> None:
        self._keep, self._metrics, self._touch, self._most_waiting = keep, metrics, touch, most_waiting
        self._gathered: list[Waiting] = []
        self._came = asyncio.Event()
        self._waiting = 0

    @property
    def waiting(self) -> int:
        """Requests whose update is not kept yet."""
        return self._waiting

    @property
    def full(self) -> bool:
        return self._waiting >= self._most_waiting

    async def keep(self, update: Update) -> None:
        """Returns after the commit.

        Raises:
            Overloaded, NotKept
        """
        if self.full:
            raise Overloaded
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._gathered.append((update, kept))
        self._came.set()
        self._waiting += 1
        try:
            await kept
        finally:
            self._waiting -= 1

    async def run(self) -> None:
        """Until cancelled: one group after the other, each of all that came while the one before was written."""
        while True:
            await self._came.wait()
            self._came.clear()
            # In the order in which they happened, whichever connection was quicker.
            group = sorted(self._gathered, key=lambda waiting: waiting[0]["update_id"])
            self._gathered = []
            try:
                await self._keep_group(group)
            finally:  # also when we are cancelled in the middle: nobody is left waiting
                _settle(group, NotKept())

    async def _keep_group(self, group: list[Waiting]) -> None:
        try:
            addressed = await self._keep([update for update, _ in group])
        except _ODD_SHAPE as error:
            if len(group) > 1:
                for waiting in group:
                    await self._keep_group([waiting])
                return
            _log.error("update_not_kept", error=type(error).__name__, update_id=group[0][0]["update_id"])
        except Exception as error:  # noqa: BLE001 - whatever the driver raises: Telegram brings them again
            _log.error("updates_not_kept", error=type(error).__name__, updates=len(group))
            self._touch.missed()
            return
        else:
            self._metrics.kept.inc(addressed)
            self._metrics.dropped.inc(len(group) - addressed)
            _settle(group, None)
        await self._touch.met()


def _settle(group: list[Waiting], failure: NotKept | None) -> None:
    for _, kept in group:
        if kept.done():  # also one whose client went away
            continue
        if failure is None:
            kept.set_result(None)
        else:
            kept.set_exception(failure)
