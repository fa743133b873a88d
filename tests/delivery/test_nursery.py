"""Tasks live and die together, and none dies in silence."""

from __future__ import annotations

import asyncio

import pytest
from structlog.typing import EventDict

from bot.nursery import FIRST_PAUSE_S, LONGEST_PAUSE_S, Nursery


class Pauses:
    """Pauses that take no time; notes how long they would have been."""

    def __init__(self) -> None:
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0)


async def forever() -> None:
    await asyncio.Event().wait()


async def fails() -> None:
    raise ValueError("broken")


async def test_leaving_waits_for_what_was_started() -> None:
    done = []

    async def work() -> None:
        await asyncio.sleep(0)
        done.append(True)

    async with Nursery() as nursery:
        nursery.start(work(), name="work")
        assert nursery.running() == {"work"}
    assert done == [True]


async def test_a_task_that_fails_is_logged_and_harms_no_other(logged: list[EventDict]) -> None:
    async with Nursery() as nursery:
        nursery.start(fails(), name="broken")
        nursery.start(asyncio.sleep(0), name="fine")
    assert [(line["event"], line["task"], type(line["exc_info"])) for line in logged] == [
        ("task_failed", "broken", ValueError)
    ]


async def test_a_required_task_that_fails_ends_all_loudly(logged: list[EventDict]) -> None:
    async def life() -> None:
        async with Nursery() as nursery:
            nursery.start(forever(), name="beside")
            nursery.require(fails(), name="needed")

    with pytest.raises(ExceptionGroup) as caught:
        await life()
    assert caught.group_contains(ValueError)
    assert [(line["log_level"], line["task"]) for line in logged] == [("critical", "needed")]


async def test_a_loop_is_begun_again_after_growing_pauses(logged: list[EventDict]) -> None:
    pauses, begun = Pauses(), 0

    async def loop() -> None:
        nonlocal begun
        begun += 1
        if begun <= 12:
            raise ConnectionError("away")

    async with Nursery(pause=pauses) as nursery:
        nursery.keep(loop, name="loop")
    assert begun == 13
    assert pauses.taken[:3] == [FIRST_PAUSE_S, FIRST_PAUSE_S * 2, FIRST_PAUSE_S * 4]
    assert pauses.taken[-1] == LONGEST_PAUSE_S
    assert len(logged) == 12


async def test_a_loop_that_ends_is_not_begun_again() -> None:
    begun = []

    async def loop() -> None:
        begun.append(True)

    async with Nursery() as nursery:
        nursery.keep(loop, name="loop")
    assert begun == [True]


async def test_cancelling_ends_loops_and_tasks_without_an_error() -> None:
    async with Nursery() as nursery:
        nursery.keep(forever, name="loop")
        nursery.start(forever(), name="task")
        await asyncio.sleep(0)
        nursery.cancel()
    assert nursery.running() == set()


async def test_a_task_may_clean_up_when_it_is_cancelled() -> None:
    cleaned = []

    async def work() -> None:
        try:
            await forever()
        finally:
            await asyncio.sleep(0)
            cleaned.append(True)

    async with Nursery() as nursery:
        nursery.start(work(), name="work")
        await asyncio.sleep(0)
        nursery.cancel()
    assert cleaned == [True]


async def test_an_error_in_the_block_cancels_the_tasks() -> None:
    nursery = Nursery()

    async def life() -> None:
        async with nursery:
            nursery.start(forever(), name="task")
            raise KeyError("block")

    with pytest.raises(ExceptionGroup) as caught:
        await life()
    assert caught.group_contains(KeyError)
    assert nursery.running() == set()


async def test_draining_tells_whether_all_came_to_an_end() -> None:
    gate = asyncio.Event()

    async def work() -> None:
        await gate.wait()

    async with Nursery() as nursery:
        nursery.start(work(), name="work")
        assert not await nursery.drain(0.01)
        assert nursery.running() == {"work"}
        gate.set()
        assert await nursery.drain(5)
