"""Stories are played on both databases, over real HTTP, with everything real but Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from tests.scenarios.estate import Estate, estate

Open = Callable[..., AbstractAsyncContextManager[Estate]]


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
