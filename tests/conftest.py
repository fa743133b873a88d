"""A fresh, migrated database for each test that asks for one, once on SQLite and once on PostgreSQL.

PostgreSQL is used where TEST_DATABASE_URL names a server on which databases may be created; without one those tests are
skipped, or fail if WISHWELL_REQUIRE_POSTGRES=1.
"""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import URL, make_url

from bot.store import migrate
from bot.store.tables import metadata

#: A commit on SQLite waits for the disk, and the suite commits some hundred thousand times: in memory, where there is
#: room, what pytest keeps in files costs none of that.
_MEMORY, _ENOUGH_BYTES = Path("/dev/shm"), 1 << 30
if os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH_BYTES:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

_COUNTED = [table.name for table in metadata.sorted_tables if table.autoincrement_column is not None]
_END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


#: After so many tests what is still there is there for good: the collector need not look through it again and again,
#: which in the suite's second half takes a fifth of the time.
_SETTLED_AFTER = 400
_ended = 0


def pytest_runtest_logfinish() -> None:
    global _ended
    _ended += 1
    if _ended % _SETTLED_AFTER == 0:
        gc.collect()
        gc.freeze()


class Server:
    """A PostgreSQL server on which this test process has databases of its own, dropped at the end."""

    def __init__(self, url: URL) -> None:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        self._url, self._prefix = url, f"wishwell_test_{os.getpid()}_{worker}"
        self._names: list[str] = []

    def ping(self) -> None:
        """Raises what the driver raises if nothing answers."""
        self._run("SELECT 1")

    def create(self) -> str:
        """The address of a new database."""
        name = f"{self._prefix}_{len(self._names)}"
        self._run(f'CREATE DATABASE "{name}"', f'ALTER DATABASE "{name}" SET synchronous_commit = off')
        self._names.append(name)
        return self._url.set(database=name).render_as_string(hide_password=False)

    def empty(self, address: str) -> None:
        """Delete every row and begin counting anew: much faster than another database."""
        rows = [f'DELETE FROM "{table.name}"' for table in reversed(metadata.sorted_tables)]
        counts = [f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), 1, false)" for name in _COUNTED]
        self._run(_END_OTHERS, *rows, *counts, url=make_url(address))

    def clear(self, address: str) -> None:
        """Drop every table."""
        self._run(_END_OTHERS, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public", url=make_url(address))

    def drop(self) -> None:
        self._run(*(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)' for name in self._names))

    def _run(self, *statements: str, url: URL | None = None) -> None:
        async def run() -> None:
            dsn = (url or self._url).set(drivername="postgresql").render_as_string(hide_password=False)
            connection = await asyncpg.connect(dsn, timeout=10)
            try:
                for statement in statements:
                    await connection.execute(statement)
            finally:
                await connection.close()

        asyncio.run(run())


def _without_postgres(reason: str) -> None:
    if os.environ.get("WISHWELL_REQUIRE_POSTGRES") == "1":
        pytest.fail(f"PostgreSQL is required: {reason}")
    pytest.skip(f"PostgreSQL: {reason}")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    url = os.environ.get("TEST_DATABASE_URL")
    if not url:
        _without_postgres("TEST_DATABASE_URL is not set")
    server = Server(make_url(url or ""))
    try:
        server.ping()
    except (OSError, TimeoutError, asyncpg.PostgresError) as error:
        _without_postgres(f"nothing usable at TEST_DATABASE_URL: {error}")
    yield server
    server.drop()


@pytest.fixture(scope="session")
def postgres_database(postgres: Server) -> str:
    address = postgres.create()
    asyncio.run(migrate(address))
    return address


@pytest.fixture(scope="session")
def postgres_bare_database(postgres: Server) -> str:
    return postgres.create()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated database without a row, for this test alone."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    yield request.getfixturevalue("postgres_url")


@pytest.fixture
def postgres_url(postgres: Server, postgres_database: str) -> Iterator[str]:
    """As `database_url`, on PostgreSQL alone: for what only several processes do."""
    yield postgres_database
    postgres.empty(postgres_database)


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'bare.db'}"
    server: Server = request.getfixturevalue("postgres")
    address: str = request.getfixturevalue("postgres_bare_database")
    server.clear(address)
    return address


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """As `database_url`, on SQLite alone: for tests whose point is not the database."""
    path = tmp_path / "wishwell.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"
