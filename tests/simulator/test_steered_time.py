"""The clock: moved, never backwards, followed."""

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from simulator.client import Refused
from simulator.client import World as Story
from simulator.clock import Clock
from simulator.errors import Impossible
from simulator.server import RunningServer

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class Ticks:
    """Real seconds that a test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_time_runs_or_stands() -> None:
    ticks = Ticks()
    clock = Clock(start=START, rate=1, monotonic=ticks)
    ticks.seconds += 5
    assert clock.now() == START + timedelta(seconds=5)
    clock.change(rate=0)
    ticks.seconds += 5
    assert clock.now() == START + timedelta(seconds=5)
    clock.change(advance_s=60, rate=1)
    ticks.seconds += 1
    assert clock.now() == START + timedelta(seconds=66)
    assert clock.seq == 2


def test_time_never_runs_backwards() -> None:
    clock = Clock(start=START, rate=0, monotonic=Ticks())
    with pytest.raises(Impossible, match="backwards"):
        clock.change(advance_s=-1)
    with pytest.raises(Impossible, match="backwards"):
        clock.change(to=START - timedelta(seconds=1))
    with pytest.raises(Impossible, match="rate is 0"):
        clock.change(rate=2)
    with pytest.raises(Impossible, match="offset"):
        clock.change(to=START.replace(tzinfo=None))
    assert clock.now() == START


async def test_stories_move_the_clock(story: Story) -> None:
    assert await story.now() == START
    assert await story.advances(days=1, hours=2, minutes=3) == START + timedelta(days=1, hours=2, minutes=3)
    later = (START + timedelta(days=2)).isoformat()
    assert (await story.control("POST", "clock", {"set": later}))["now"] == later
    with pytest.raises(Refused, match="never runs backwards"):
        await story.control("POST", "clock", {"set": START.isoformat()})
    with pytest.raises(Refused, match="not an ISO moment"):
        await story.control("POST", "clock", {"set": "tomorrow"})


async def test_people_may_take_their_time(story: Story) -> None:
    wang = await story.person("王阿姨")
    story.act_takes_s = 5
    await wang.starts()
    await wang.says("慢慢来")
    assert await story.now() == START + timedelta(seconds=10)


async def test_messages_are_dated_by_it(story: Story) -> None:
    wang = await story.person("王阿姨")
    first = await wang.starts()
    await story.advances(hours=1)
    second = await wang.says("一小时后")
    assert second.body["date"] - first.body["date"] == 3600


async def test_a_change_waits_until_the_follower_has_taken_it(
    story: Story, running: RunningServer, session: aiohttp.ClientSession
) -> None:
    async with session.ws_connect(f"{running.base_url}/clock") as follower:
        assert await follower.receive_json() == {"now": START.isoformat(), "rate": 0, "seq": 0}
        await follower.send_json({"ack": 0})
        world = running.world
        before = world.clock.seq

        async def take() -> None:
            change = await follower.receive_json()
            assert change == {"now": (START + timedelta(hours=1)).isoformat(), "rate": 0, "seq": before + 1}
            await follower.send_json({"ack": change["seq"]})

        taking = asyncio.ensure_future(take())
        await story.advances(hours=1)
        assert list(world.followers.acknowledged.values()) == [before + 1]
        await taking


async def test_a_follower_that_went_away_holds_nobody_up(
    story: Story, running: RunningServer, session: aiohttp.ClientSession
) -> None:
    follower = await session.ws_connect(f"{running.base_url}/clock")
    await follower.receive_json()
    await follower.close()
    async with asyncio.timeout(1.5):
        await story.advances(hours=1)
