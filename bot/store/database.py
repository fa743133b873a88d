"""The engine and its transactions: who may write when, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

BUSY_TIMEOUT_MS = 10_000  #: how long SQLite waits for another process's writer, a command line at work, say
_DRIVERS = {"sqlite+aiosqlite", "postgresql+asyncpg"}


class DatabaseUrlRefused(ValueError):
    """The address names no database that Wishwell can work with; the message says why."""


class NestedWriting(RuntimeError):
    """A task that is writing wants to open a second writing transaction: on SQLite it would wait for itself."""


def parse_url(url: str) -> URL:
    """Read and check a database address.

    Raises:
        DatabaseUrlRefused: not SQLite in a file (aiosqlite) and not PostgreSQL (asyncpg).
    """
    parsed = make_url(url)
    if parsed.drivername not in _DRIVERS:
        raise DatabaseUrlRefused(f"{parsed.drivername} is not one of {', '.join(sorted(_DRIVERS))}")
    if parsed.drivername.startswith("sqlite") and (not parsed.database or ":memory:" in parsed.database):
        raise DatabaseUrlRefused("SQLite in memory is a different database for each connection: name a file")
    return parsed


def create_engine(url: str, *, pooled: bool = True, foreign_keys: bool = True) -> AsyncEngine:
    """An engine whose transactions are the ones we write.

    `foreign_keys` False is for migrations on SQLite, which rebuild tables.
    """
    parsed = parse_url(url)
    options: dict[str, Any] = {} if pooled else {"poolclass": NullPool}
    if parsed.drivername.startswith("postgresql"):
        return create_async_engine(parsed, isolation_level="READ COMMITTED", **options)
    Path(parsed.database or "").absolute().parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(parsed, **options)
    pragmas = (
        f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}",
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # The driver would begin only before the first write, so that what was read before it may be stale by then.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")

    return engine


class Database:
    """One database of however many bots; `bot.store.Store` is one bot's view of it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writing_engine = engine.execution_options(writing=True)
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._writer = asyncio.Lock()
        self._writer_task: asyncio.Task[Any] | None = None

    @classmethod
    def open(cls, url: str) -> Database:
        """Prepare the engine; the first transaction connects.

        Raises:
            DatabaseUrlRefused: see `parse_url`.
        """
        return cls(create_engine(url))

    async def close(self) -> None:
        await self._engine.dispose()

    async def ping(self) -> None:
        """Answer if the database does. Raises what the driver raises."""
        async with self.reading() as connection:
            await connection.execute(text("SELECT 1"))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that is rolled back at the end. On SQLite it sees one moment and waits for nobody."""
        async with self._engine.connect() as connection, connection.begin() as transaction:
            try:
                yield connection
            finally:
                await transaction.rollback()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that commits at the end, or is rolled back when the body raises.

        On SQLite one at a time: within the process by a lock, which is fair and costs no polling, between processes
        by BEGIN IMMEDIATE.

        Raises:
            NestedWriting: this task has one open already.
        """
        if not self.is_sqlite:
            async with self._writing_engine.begin() as connection:
                yield connection
            return
        if self._writer_task is not None and self._writer_task is asyncio.current_task():
            raise NestedWriting
        async with self._writer:
            self._writer_task = asyncio.current_task()
            try:
                async with self._writing_engine.begin() as connection:
                    yield connection
            finally:
                self._writer_task = None
