"""A simulated Telegram for each test: standing clock, one bot, spoken to over HTTP as a real bot would."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from simulator.client import World as Story
from simulator.server import RunningServer, serve
from simulator.world import World

Json = dict[str, Any]
TOKEN = "7000000001:local-secret"
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class Refused(Exception):
    def __init__(self, status: int, body: Json) -> None:
        super().__init__(body.get("description"))
        self.status = status
        self.body = body
        self.text = str(body.get("description"))


class Api:
    """The Bot API as a bot calls it: JSON bodies, results or `Refused`."""

    def __init__(self, base_url: str, token: str, session: aiohttp.ClientSession) -> None:
        self.base_url, self.token, self.session = base_url, token, session
        self.offset = 0

    async def raw(self, method: str, **request: Any) -> tuple[int, Json]:
        async with self.session.post(f"{self.base_url}/bot{self.token}/{method}", **request) as response:
            return response.status, await response.json()

    async def __call__(self, method: str, /, **params: Any) -> Any:
        status, body = await self.raw(method, json=params)
        if not body["ok"]:
            raise Refused(status, body)
        return body["result"]

    async def updates(self, **params: Any) -> list[Json]:
        """Everything pending, confirmed by the next call."""
        found: list[Json] = await self("getUpdates", offset=self.offset, **params)
        if found:
            self.offset = found[-1]["update_id"] + 1
        return found

    async def refusal(self, method: str, /, **params: Any) -> str:
        """The description of a call that must be refused."""
        try:
            result = await self(method, **params)
        except Refused as refused:
            return refused.text
        raise AssertionError(f"{method} was not refused: {result}")


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
def another_bot(world: World, running: RunningServer, session: aiohttp.ClientSession) -> Callable[..., Awaitable[Api]]:
    async def make(username: str = "other_bot", *, sees_all: bool = False) -> Api:
        token = f"{7000000001 + len(world.bots)}:other-secret"
        world.add_bot(token=token, name="别的", username=username, sees_all=sees_all)
        return Api(running.base_url, token, session)

    return make
