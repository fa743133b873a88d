"""Stories are played over real HTTP, with everything real but Telegram, on SQLite and on PostgreSQL.

`WISHWELL_STORIES=either`, as `make test` has it: each on one of the two, always the same, half of them on each; what is
marked `on_both_databases` on both. Otherwise, as `make stories` has it, all on both. See docs/decisions/0047.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from tests.scenarios.estate import Estate, estate

Open = Callable[..., AbstractAsyncContextManager[Estate]]

DATABASES = ("sqlite", "postgresql")
ON_EITHER = os.environ.get("WISHWELL_STORIES") == "either" and "TEST_DATABASE_URL" in os.environ


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave each story one database, see above. Where there is no PostgreSQL its plays stay, to be skipped aloud."""
    here = Path(__file__).parent
    left_out = [item for item in items if ON_EITHER and here in item.path.parents and is_played_elsewhere(item)]
    if left_out:
        gone = set(left_out)
        items[:] = [item for item in items if item not in gone]
        config.hook.pytest_deselected(items=left_out)


def is_played_elsewhere(item: pytest.Item) -> bool:
    call = getattr(item, "callspec", None)
    if call is None or "database_url" not in call.params or item.get_closest_marker("on_both_databases"):
        return False
    story = item.nodeid.replace(call.params["database_url"], "")
    return call.params["database_url"] != DATABASES[zlib.crc32(story.encode()) % 2]


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Estate]:
    """The estate, Chinese by default, its chats bound."""
    async with estate(database_url, tmp_path) as built:
        yield built


@pytest.fixture
async def small_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Estate]:
    """The estate on SQLite alone: for stories of words and of rights in front of the database, not of the database."""
    async with estate(sqlite_url, tmp_path) as built:
        yield built


@pytest.fixture
async def english_town(database_url: str, tmp_path: Path) -> AsyncIterator[Estate]:
    """The same estate where config.yaml says English."""
    async with estate(database_url, tmp_path, language="en") as built:
        yield built


@pytest.fixture
def open_estate(database_url: str, tmp_path: Path) -> Open:
    """For stories that need another beginning: `async with open_estate(bound=False) as town:`."""

    @asynccontextmanager
    async def opening(**how: object) -> AsyncIterator[Estate]:
        async with estate(database_url, tmp_path, **how) as built:  # type: ignore[arg-type]
            yield built

    return opening
