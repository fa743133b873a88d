"""Fixtures: a town is settled once and copied for each test."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.services.cast import Cast
from tests.services.town import Town


@pytest.fixture(scope="session")
def settled_town(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("town") / "settled.db"
    shutil.copyfile(sqlite_template, path)
    asyncio.run(Town.settle(path))
    return path


@pytest.fixture
def cast() -> Cast:
    """Without a store."""
    return Cast()


@pytest.fixture
async def town(settled_town: Path, tmp_path: Path) -> AsyncIterator[Town]:
    path = tmp_path / "town.db"
    shutil.copyfile(settled_town, path)
    async with Town.opened(path) as town:
        yield town
