"""Migrations: up, down, up; equal to the tables; and no row lost when tables are rebuilt."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError

from bot.store import Database, Store, current_revision, head_revision, migrate
from bot.store.revisions import SCRIPTS, BrokenReferences, downgrade
from bot.store.tables import metadata
from bot.store.unit import session_of
from tests.store.a_row_everywhere import fill
from tests.store.building import Building

REVISION = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade():
{body}


def downgrade():
    pass
"""

REBUILD_EVERYTHING = """
    always = "always" if op.get_bind().dialect.name == "sqlite" else "auto"
    for table in {tables}:
        with op.batch_alter_table(table, recreate=always) as batch:
            batch.add_column(sa.Column("extra", sa.Text(), nullable=False, server_default="x"))
"""


@pytest.fixture
def next_revision(tmp_path: Path) -> Callable[[str], Path]:
    """Alembic's folder with one more revision on top."""

    def make(body: str) -> Path:
        scripts = tmp_path / "migrations"
        shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        (scripts / "versions" / "9999_next.py").write_text(REVISION.format(head=head_revision(), body=body))
        return scripts

    return make


async def _inspected(url: str, read: Callable[[Connection], Any]) -> Any:
    database = Database.open(url)
    async with database.reading() as connection:
        found = await connection.run_sync(read)
    await database.close()
    return found


async def test_up_down_up(bare_database_url):
    assert await current_revision(bare_database_url) is None
    for _ in range(2):
        await migrate(bare_database_url)
        assert await current_revision(bare_database_url) == head_revision()
        await migrate(bare_database_url)
        await downgrade(bare_database_url, "base")
        assert await current_revision(bare_database_url) is None
    left = await _inspected(bare_database_url, lambda connection: inspect(connection).get_table_names())
    assert left == ["alembic_version"]


async def test_two_processes_migrate_at_the_same_time(bare_database_url):
    await asyncio.gather(*(migrate(bare_database_url) for _ in range(2)))
    assert await current_revision(bare_database_url) == head_revision()


async def test_migrated_is_equal_to_the_tables(database_url):
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    assert await _inspected(database_url, differences) == []


async def test_constraints_and_indexes_are_equal_to_the_tables(bare_database_url):
    """What Alembic's comparison leaves out: checks, and the conditions of indexes."""
    await migrate(bare_database_url)
    migrated = await _inspected(bare_database_url, _schema)
    await downgrade(bare_database_url, "base")
    database = Database.open(bare_database_url)
    async with database.writing() as connection:
        await connection.run_sync(metadata.create_all)
    await database.close()
    assert migrated == await _inspected(bare_database_url, _schema)


def _schema(connection: Connection) -> dict[str, Any]:
    inspector = inspect(connection)
    tables = sorted(set(inspector.get_table_names()) - {"alembic_version"})
    assert tables == sorted(metadata.tables)
    return {table: _table(inspector, table) for table in tables}


def _table(inspector: Any, table: str) -> dict[str, Any]:
    columns = [
        (column["name"], str(column["type"]), column["nullable"], column["default"])
        for column in inspector.get_columns(table)
    ]
    indexes = [
        (index["name"], index["column_names"], index["unique"], _conditions(index))
        for index in inspector.get_indexes(table)
        if not index["name"].startswith("sqlite_autoindex")
    ]
    return {
        "columns": columns,
        "indexes": sorted(indexes),
        "checks": sorted((check["name"], check["sqltext"]) for check in inspector.get_check_constraints(table)),
        "uniques": sorted((each["name"], each["column_names"]) for each in inspector.get_unique_constraints(table)),
        "key": inspector.get_pk_constraint(table)["constrained_columns"],
        "foreign": sorted((each["name"], each["referred_table"]) for each in inspector.get_foreign_keys(table)),
    }


def _conditions(index: dict[str, Any]) -> list[str]:
    return [str(value) for key, value in index.get("dialect_options", {}).items() if key.endswith("_where")]


async def test_every_constraint_has_a_name():
    """Without one, a later migration on SQLite could not change it."""
    nameless = [(table, each) for table in metadata.tables.values() for each in table.constraints if not each.name]
    assert nameless == []


# ---- with rows --------------------------------------------------------------------------------------------------


async def _rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    async with store.units.reading() as uow:
        session = session_of(uow)
        return {
            name: sorted(map(tuple, await session.all(table.select())), key=str)
            for name, table in metadata.tables.items()
        }


@pytest.fixture
async def used(bare_database_url, committee, clock) -> AsyncIterator[Store]:
    """A store that was in use, on a database that may be spoilt."""
    await migrate(bare_database_url)
    store = Store(Database.open(bare_database_url), 1, clock)
    building = Building(store, clock)
    await building.open()
    await fill(building, committee)
    yield store
    await store.close()


async def test_rebuilding_every_table_loses_no_row(used, bare_database_url, next_revision):
    before = await _rows(used)
    assert [name for name, rows in before.items() if not rows] == [], "a new table needs a row in _fill"
    await used.close()
    await migrate(bare_database_url, scripts=next_revision(REBUILD_EVERYTHING.format(tables=sorted(metadata.tables))))
    assert await _rows(used) == before
    async with used.units.reading() as uow:
        assert await session_of(uow).value(text("SELECT extra FROM wishes")) == "x"


async def test_a_migration_that_orphans_rows_is_rolled_back(used, bare_database_url, next_revision):
    before = await _rows(used)
    # SQLite has foreign keys off meanwhile and checks at the end; PostgreSQL refuses at once.
    with pytest.raises((BrokenReferences, IntegrityError), match="answers"):
        await migrate(bare_database_url, scripts=next_revision('    op.execute("DELETE FROM wishes")'))
    assert await current_revision(bare_database_url) == head_revision()
    assert await _rows(used) == before


async def test_a_migration_that_fails_half_way_leaves_nothing(used, bare_database_url, next_revision):
    body = '    op.add_column("people", sa.Column("extra", sa.Text()))\n    raise ZeroDivisionError'
    with pytest.raises(ZeroDivisionError):
        await migrate(bare_database_url, scripts=next_revision(body))
    columns = await _inspected(bare_database_url, lambda connection: inspect(connection).get_columns("people"))
    assert "extra" not in {column["name"] for column in columns}
    assert await current_revision(bare_database_url) == head_revision()


async def test_going_back_with_rows_everywhere(used, bare_database_url):
    await used.close()
    await downgrade(bare_database_url, "base")
    await migrate(bare_database_url)
    assert not any((await _rows(used)).values())
