"""Bringing a database to the newest revision, from within the program."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import create_engine

SCRIPTS = Path(__file__).parent / "migrations"
_BUSY_TIMEOUT_MS = 120_000  #: all revisions are one transaction, and on a slow machine another process waits long
_LOCK_KEY = 7_146_501  #: of the advisory lock on PostgreSQL; any number that nobody else in this database uses


class BrokenReferences(RuntimeError):
    """A migration on SQLite left rows that refer to nothing; it was rolled back. Names the tables."""


def _config(
    scripts: Path, connection: Connection | None = None, on_step: Callable[[str], None] | None = None
) -> Config:
    config = Config()
    config.attributes["on_step"] = on_step
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@cache
def head_revision() -> str:
    """The newest revision that this program knows."""
    head = ScriptDirectory.from_config(_config(SCRIPTS)).get_current_head()
    if head is None:
        raise LookupError("no migrations were found beside the program")
    return head


def steps_from(current: str | None) -> int:
    """How many revisions lie between this one and the newest; None: of an empty database."""
    scripts = ScriptDirectory.from_config(_config(SCRIPTS))
    return sum(1 for _ in scripts.iterate_revisions(head_revision(), current or "base"))


async def current_revision(url: str) -> str | None:
    """The database's revision; None if it is empty."""

    def read(connection: Connection) -> str | None:
        return MigrationContext.configure(connection).get_current_revision()

    async with _transaction(url, writing=False) as connection:
        return await connection.run_sync(read)


async def migrate(
    url: str,
    revision: str = "head",
    *,
    scripts: Path = SCRIPTS,
    on_step: Callable[[str], None] | None = None,
) -> None:
    """Upgrade to `revision`, in one transaction. Two processes may try at the same time.

    `scripts`: Alembic's folder, another one to try a revision that is not there yet. `on_step`: is called with the name
    of each revision once its steps are taken.

    Raises:
        BrokenReferences: see there.
    """
    if (revision, scripts) == ("head", SCRIPTS) and await current_revision(url) == head_revision():
        return  # as at most starts
    await _run(url, lambda connection: command.upgrade(_config(scripts, connection, on_step), revision))


async def downgrade(url: str, revision: str, *, scripts: Path = SCRIPTS) -> None:
    """Go back to `revision`; "base" is the empty database. Raises as `migrate`."""
    await _run(url, lambda connection: command.downgrade(_config(scripts, connection), revision))


async def _run(url: str, migration: Callable[[Connection], None]) -> None:
    async with _transaction(url) as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK_KEY})"))
        await connection.run_sync(migration)
        if connection.dialect.name == "sqlite":
            broken = {row[0] for row in await connection.execute(text("PRAGMA foreign_key_check"))}
            if broken:
                raise BrokenReferences(", ".join(sorted(broken)))


@asynccontextmanager
async def _transaction(url: str, *, writing: bool = True) -> AsyncIterator[AsyncConnection]:
    """Rebuilding a table on SQLite drops it: with foreign keys on, the rows that refer to it would go, too."""
    engine = create_engine(url, pooled=False, foreign_keys=False, busy_timeout_ms=_BUSY_TIMEOUT_MS)
    try:
        async with engine.execution_options(writing=writing).begin() as connection:
            yield connection
    finally:
        await engine.dispose()
