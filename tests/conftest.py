"""A fresh, migrated database for each test that asks for one, once on SQLite and once on PostgreSQL.

PostgreSQL is used where TEST_DATABASE_URL names a server on which databases may be created; without one those tests are
skipped, or fail if WISHWELL_REQUIRE_POSTGRES=1.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import URL, make_url

from bot.store import migrate

_numbers = itertools.count(1)


class Server:
    """A PostgreSQL server on which databases are made from a migrated template and dropped again."""

    def __init__(self, url: URL, prefix: str) -> None:
        self._url, self._prefix = url, prefix
        self._template = f"{prefix}_template"

    def address(self, name: str) -> str:
        return self._url.set(database=name).render_as_string(hide_password=False)

    def start(self) -> None:
        """Raises what the driver raises if nothing answers."""
        self._run(f'CREATE DATABASE "{self._template}"')
        asyncio.run(migrate(self.address(self._template)))

    def create(self) -> str:
        name = f"{self._prefix}_{next(_numbers)}"
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{self._template}"')
        return name

    def drop(self, name: str) -> None:
        self._run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def stop(self) -> None:
        self.drop(self._template)

    def _run(self, statement: str) -> None:
        async def run() -> None:
            dsn = self._url.set(drivername="postgresql").render_as_string(hide_password=False)
            connection = await asyncpg.connect(dsn, timeout=5)
            try:
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
def postgres(request: pytest.FixtureRequest) -> Iterator[Server]:
    url = os.environ.get("TEST_DATABASE_URL")
    if not url:
        _without_postgres("TEST_DATABASE_URL is not set")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    server = Server(make_url(url or ""), f"wishwell_test_{os.getpid()}_{worker}")
    try:
        server.start()
    except (OSError, TimeoutError, asyncpg.PostgresError) as error:
        _without_postgres(f"nothing answers at TEST_DATABASE_URL: {error}")
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated, empty database of this test's own."""
    if request.param == "sqlite":
        path = tmp_path / "wishwell.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite+aiosqlite:///{path}"
        return
    server: Server = request.getfixturevalue("postgres")
    name = server.create()
    yield server.address(name)
    server.drop(name)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """As `database_url`, on SQLite alone: for tests whose point is not the database."""
    path = tmp_path / "wishwell.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"
