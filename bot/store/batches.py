"""A transaction in which nothing is awaited: many small units of work in one, without a turn of the loop for each row.

The repositories are written for connections that are awaited. Here `execute` answers at once, so a coroutine made of
nothing else runs from its beginning to its end in one go: the same repositories and services, several times as fast.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Executable

from bot.store.database import Transaction

Result = TypeVar("Result")


class MayNotWait(RuntimeError):
    """Something in a batch waits for the world: a bug, and on SQLite everybody would stand still meanwhile."""


class BatchTransaction(Transaction):
    """What a batch's statements are executed on, at once. `before` hears of each of them; None: of anything."""

    def __init__(self, connection: Connection, *, before: Callable[[Executable | None], None]) -> None:
        self._sync_connection, self._before = connection, before
        self.dialect = connection.dialect

    async def execute(
        self, statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> CursorResult[Any]:
        self._before(statement)
        return self._sync_connection.execute(statement, values)

    async def run_sync(self, function: Callable[[Connection], Result]) -> Result:
        self._before(None)
        return function(self._sync_connection)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        self._before(None)
        with self._sync_connection.begin_nested():
            yield


class Moment:
    """A clock that stands: a batch happens at one moment, and no loop runs in its thread."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        """Aware, UTC."""
        return self._now

    async def sleep_until(self, moment: datetime) -> None:
        """Raises MayNotWait."""
        raise MayNotWait(f"until {moment.isoformat()}")


def run_through(work: Coroutine[Any, Any, Result]) -> Result:
    """What the coroutine returns, which must wait for nothing.

    Raises:
        MayNotWait: it does.
    """
    try:
        work.send(None)
    except StopIteration as end:
        result: Result = end.value
        return result
    work.close()
    raise MayNotWait
