"""The engine and its transactions: who may write when, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import contextlib
import weakref
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, CursorResult, Engine, Executable, event, make_url, text
from sqlalchemy import create_engine as create_sync_engine
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncTransaction, create_async_engine
from sqlalchemy.pool import NullPool

from bot.store import one_hop

BUSY_TIMEOUT_MS = 10_000  #: how long SQLite waits for another process's writer, a command line at work, say
POOL_SIZE = 10  #: connections kept to PostgreSQL; as many again come and go with the load
#: A process that hangs in the middle of a transaction must not keep its locks from the others for ever.
IDLE_IN_TRANSACTION_MS = 30_000

Result = TypeVar("Result")

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


def create_engine(
    url: str, *, pooled: bool = True, foreign_keys: bool = True, busy_timeout_ms: int = BUSY_TIMEOUT_MS
) -> AsyncEngine:
    """An engine whose transactions are the ones we write.

    `foreign_keys` False is for migrations on SQLite, which rebuild tables.
    `busy_timeout_ms`: how long SQLite waits for another process's writer.
    """
    parsed = parse_url(url)
    options: dict[str, Any] = {} if pooled else {"poolclass": NullPool}
    if parsed.drivername.startswith("postgresql"):
        if pooled:  # after a restart of the server the first to come must not be the one who finds out
            given_up = {"idle_in_transaction_session_timeout": str(IDLE_IN_TRANSACTION_MS)}
            connect = {"server_settings": given_up}
            options = {"pool_size": POOL_SIZE, "pool_pre_ping": True, "connect_args": connect}
        return create_async_engine(parsed, isolation_level="READ COMMITTED", **options)
    Path(parsed.database or "").absolute().parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(parsed, module=one_hop.driver, **options)
    _prepare_sqlite(engine.sync_engine, foreign_keys=foreign_keys, busy_timeout_ms=busy_timeout_ms)
    return engine


def _prepare_sqlite(engine: Engine, *, foreign_keys: bool = True, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> None:
    pragmas = (
        f"PRAGMA busy_timeout = {busy_timeout_ms}",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}",
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # The driver would begin only before the first write, so that what was read before it may be stale by then.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


class Transaction:
    """What statements are executed on. None of its methods is ever left half done, see `finish`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self.dialect = connection.dialect

    async def execute(
        self, statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> CursorResult[Any]:
        return await finish(self._connection.execute(statement, values))

    async def run_sync(self, function: Callable[[Connection], Result]) -> Result:
        """Call `function` with SQLAlchemy's own connection."""
        return await finish(self._connection.run_sync(function))

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What is done inside is undone when it raises."""
        nested = self._connection.begin_nested()
        await finish(_started(nested))
        try:
            yield
        except BaseException:
            await finish(nested.rollback())
            raise
        await finish(nested.commit())


async def _started(transaction: AsyncTransaction) -> None:
    await transaction.start()


@dataclass(eq=False)
class _Written:
    times: int = 0


#: By address: whoever asks whether anything was written means by all who have the database open here.
_WRITTEN: weakref.WeakValueDictionary[str, _Written] = weakref.WeakValueDictionary()


class Database:
    """One database of however many bots; `bot.store.Store` is one bot's view of it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writing_engine = engine.execution_options(writing=True)
        self.is_sqlite = engine.dialect.name == "sqlite"
        self._batch_engine: Engine | None = None  #: SQLite, for threads; made when the first batch comes
        self._writer = asyncio.Lock()
        self._writer_task: asyncio.Task[Any] | None = None
        self._written = _WRITTEN.setdefault(engine.url.render_as_string(), _Written())

    @classmethod
    def open(cls, url: str) -> Database:
        """Prepare the engine; the first transaction connects.

        Raises:
            DatabaseUrlRefused: see `parse_url`.
        """
        return cls(create_engine(url))

    async def close(self) -> None:
        if self._batch_engine is not None:
            self._batch_engine.dispose()
        await finish(self._engine.dispose())

    @property
    def writings(self) -> int:
        """Of this process to this database so far: where it stands still, this process has changed nothing."""
        return self._written.times

    async def ping(self) -> None:
        """Answer if the database does. Raises what the driver raises."""
        async with self.reading() as transaction:
            await transaction.execute(text("SELECT 1"))

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """A transaction that is rolled back at the end. On SQLite it sees one moment and waits for nobody."""
        async with _transaction(self._engine, commits=False) as transaction:
            yield transaction

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        """A transaction that commits at the end, or is rolled back when the body raises.

        On SQLite one at a time: within the process by a lock, which is fair and costs no polling, between processes
        by BEGIN IMMEDIATE.

        Raises:
            NestedWriting: this task has one open already.
        """
        if not self.is_sqlite:
            async with _transaction(self._writing_engine, commits=True) as transaction:
                yield transaction
            self._written.times += 1
            return
        if self._writer_task is not None and self._writer_task is asyncio.current_task():
            raise NestedWriting
        async with self._writer:
            self._writer_task = asyncio.current_task()
            try:
                async with _transaction(self._writing_engine, commits=True) as transaction:
                    yield transaction
                self._written.times += 1
            finally:
                self._writer_task = None

    async def batch(self, work: Callable[[Connection], Result]) -> Result:
        """Call `work` in one writing transaction, which commits when it returns; nothing in it can be awaited.

        On SQLite it runs in a thread, so that the loop goes on meanwhile; on PostgreSQL between the loop's turns.
        """
        if not self.is_sqlite:
            async with self.writing() as transaction:
                return await transaction.run_sync(work)
        async with self._writer:
            done = await finish(asyncio.to_thread(self._in_one_go, work))
            self._written.times += 1
            return done

    def _in_one_go(self, work: Callable[[Connection], Result]) -> Result:
        if self._batch_engine is None:
            self._batch_engine = create_sync_engine(self._engine.url.set(drivername="sqlite+pysqlite"))
            _prepare_sqlite(self._batch_engine)
        with self._batch_engine.connect() as connection:
            connection.execution_options(writing=True)
            with connection.begin():
                return work(connection)


@asynccontextmanager
async def _transaction(engine: AsyncEngine, *, commits: bool) -> AsyncIterator[Transaction]:
    opened: list[AsyncConnection] = []

    async def open_one() -> None:
        connection = await engine.connect()
        opened.append(connection)
        await connection.begin()

    try:
        await finish(open_one())
        yield Transaction(opened[0])
        if commits:
            await finish(opened[0].commit())
    finally:
        if opened:
            await finish(opened[0].close())  # rolls back what was not committed


async def finish(work: Coroutine[Any, Any, Result]) -> Result:
    """Await the work to its end even when cancelled meanwhile, and be cancelled then.

    A driver that is interrupted half way leaves a connection of which nobody knows the state: SQLAlchemy gives it up,
    and on SQLite, as long as any cursor of it is referred to, its transaction keeps everybody else from writing.
    """
    ended = asyncio.Event()

    async def to_its_end() -> Result:
        try:
            return await work
        finally:
            ended.set()

    try:
        return await asyncio.shield(to_its_end())
    except asyncio.CancelledError:
        while not ended.is_set():
            with contextlib.suppress(asyncio.CancelledError):
                await ended.wait()
        raise
