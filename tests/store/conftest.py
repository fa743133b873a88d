"""A store on each database, and a small building to put into it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.domain.people import Body, Chat, Speaker
from bot.store import Database, Store
from tests.store.broadcast_office import Office
from tests.store.building import Building, StoppedClock
from tests.store.post import Post

BOT_ID = 4242


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
async def store(database_url: str, clock: StoppedClock) -> AsyncIterator[Store]:
    opened = Store(Database.open(database_url), BOT_ID, clock)
    yield opened
    await opened.close()


@pytest.fixture
def post(store: Store, clock: StoppedClock) -> Post:
    return Post(store, clock)


@pytest.fixture
async def building(store: Store, clock: StoppedClock) -> Building:
    opened = Building(store, clock)
    await opened.open()
    return opened


@pytest.fixture
def committee() -> Speaker:
    return Speaker(telegram_id=12, name="李主任", body=Body.COMMITTEE)


@pytest.fixture
def office(building: Building, post: Post) -> Office:
    return Office(building, post)


@pytest.fixture
async def groups(building: Building) -> list[Chat]:
    return [building.chat, *[await building.group(-2000 - number, f"{number}号楼") for number in range(4)]]
