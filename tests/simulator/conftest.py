"""A simulated Telegram for each test: standing clock, one bot, spoken to over HTTP as a real bot would."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from simulator.client import World as Story
from simulator.server import RunningServer, serve
from simulator.world import World
from tests.simulator.bot_api import Api, MakeBot

TOKEN = "7000000001:local-secret"
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@pytest.fixture
def world() -> World:
    world = World(start=START, rate=0)
    world.add_bot(token=TOKEN, name="邻愿", username="wishwell_bot")
    return world


@pytest.fixture
async def running(world: World) -> AsyncIterator[RunningServer]:
    async with serve(world) as server:
        yield server


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def api(running: RunningServer, session: aiohttp.ClientSession) -> Api:
    return Api(running.base_url, TOKEN, session)


@pytest.fixture
async def story(running: RunningServer) -> AsyncIterator[Story]:
    """People acting; nothing settles by itself, as no bot listens unless a test polls."""
    async with await Story.connect(running.base_url) as story:
        story.autosettle = False
        yield story


@pytest.fixture
def another_bot(world: World, running: RunningServer, session: aiohttp.ClientSession) -> MakeBot:
    async def make(username: str = "other_bot", *, sees_all: bool = False) -> Api:
        token = f"{7000000001 + len(world.bots)}:other-secret"
        world.add_bot(token=token, name="别的", username=username, sees_all=sees_all)
        return Api(running.base_url, token, session)

    return make
