"""The only place that starts tasks: each has a name, none is forgotten, and none dies in silence."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from types import TracebackType
from typing import Any, Self

import structlog

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 60.0  #: between restarts of a loop, doubling
STEADY_S = 300.0  #: a loop that ran this long has recovered: the next pause is the first one again

log = structlog.get_logger(__name__)

Work = Coroutine[Any, Any, None]


class Nursery:
    """A group of tasks that ends as one; fulfils `ports.Nursery`. Use it as `async with Nursery() as nursery:`.

    Leaving the block waits for all tasks. Leaving it by an exception, or the failure of a required task, cancels the
    others; that failure is then raised as an `ExceptionGroup`.
    """

    def __init__(self, *, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._group = asyncio.TaskGroup()
        self._tasks: set[asyncio.Task[None]] = set()
        self._pause = pause

    async def __aenter__(self) -> Self:
        await self._group.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._group.__aexit__(kind, error, trace)

    def start(self, work: Work, *, name: str) -> None:
        """Run it beside the others; what it raises is logged."""
        self._begin(self._logged(work, name), name).add_done_callback(lambda _: work.close())

    def require(self, work: Work, *, name: str) -> None:
        """Run it; when it raises, the whole nursery fails, loudly."""
        self._begin(self._required(work, name), name).add_done_callback(lambda _: work.close())

    def keep(self, loop: Callable[[], Work], *, name: str) -> None:
        """Run a loop for as long as the nursery lives: when it raises it is logged and begun anew after a pause.

        A loop that returns has ended and is not begun again.
        """
        self._begin(self._kept(loop, name), name)

    def running(self) -> frozenset[str]:
        """The names of the tasks that have not ended."""
        return frozenset(task.get_name() for task in self._tasks)

    def cancel(self) -> None:
        """Cancel all tasks; leaving the block then waits until they have ended."""
        for task in tuple(self._tasks):
            task.cancel()

    async def drain(self, timeout_s: float) -> bool:
        """Wait until all tasks have ended by themselves; False if some had not after `timeout_s` real seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_s):
                while self._tasks:
                    await asyncio.wait(tuple(self._tasks))
        return not self._tasks

    # Work that is cancelled before its first step was never awaited: closing it says that this is meant.

    def _begin(self, work: Work, name: str) -> asyncio.Task[None]:
        task = self._group.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _logged(self, work: Work, name: str) -> None:
        try:
            await work
        except Exception as error:  # the last boundary of a task
            log.error("task_failed", task=name, exc_info=error)

    async def _required(self, work: Work, name: str) -> None:
        try:
            await work
        except Exception as error:
            log.critical("required_task_failed", task=name, exc_info=error)
            raise

    async def _kept(self, loop: Callable[[], Work], name: str) -> None:
        pause_s = FIRST_PAUSE_S
        while True:
            began_s = asyncio.get_running_loop().time()
            try:
                await loop()
            except Exception as error:  # the last boundary of a loop: the bot lives on
                if asyncio.get_running_loop().time() - began_s >= STEADY_S:
                    pause_s = FIRST_PAUSE_S
                log.error("loop_failed", task=name, again_in_s=pause_s, exc_info=error)
            else:
                return
            await self._pause(pause_s)
            pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
