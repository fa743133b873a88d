"""What a process believes of itself between two beats, by a clock that the test moves."""

from __future__ import annotations

import asyncio

import pytest

from bot.ports import Replaced, Standing
from bot.processes import LEASE_S, MARGIN_S, Membership


class ScriptedLeases:
    """`ports.Leases`; each beat gives what is next in `standings`, or raises it, and then waits to be let on."""

    def __init__(self, *standings: Standing | Exception) -> None:
        self.standings = list(standings)
        self.left: list[str] = []
        self.over, self.held = asyncio.Event(), asyncio.Event()

    async def join(self, *, lasts_s: float) -> None:
        assert lasts_s == LEASE_S

    async def beat(self, *, lasts_s: float) -> Standing:
        if not self.standings:
            self.over.set()
            await self.held.wait()
            self.left.append("beaten")
            return standing_alone()
        standing = self.standings.pop(0)
        if isinstance(standing, Exception):
            raise standing
        return standing

    def lets_on(self) -> None:
        """A beat that is under way comes to its end."""
        self.held.set()

    async def step_back(self) -> frozenset[str]:
        self.left.append("stepped back")
        return frozenset({"two"})

    async def leave(self) -> None:
        self.left.append("left")


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def standing(fence: int | None, *living: str) -> Standing:
    return Standing(fence, frozenset(living))


def standing_alone() -> Standing:
    return standing(1, "one")


async def beaten(membership: Membership, leases: ScriptedLeases) -> tuple[int, int]:
    """All of the script's beats; returns how often there was work to look for, and how often it was replaced."""
    changed, replaced = [], []
    run = asyncio.create_task(
        membership.run(changed=lambda: changed.append(1), replaced=lambda: (replaced.append(1), leases.over.set()))
    )
    async with asyncio.timeout(20):
        await leases.over.wait()
    run.cancel()
    await asyncio.wait([run])
    return len(changed), len(replaced)


async def test_alone_it_sends_and_needs_no_number():
    membership = Membership(None)
    await membership.join()
    await membership.run(changed=pytest.fail, replaced=pytest.fail)
    assert membership.sends()
    assert membership.fence is None
    assert await membership.step_back() is False
    await membership.leave()


async def test_it_stops_sending_before_its_lease_ends_elsewhere():
    seconds = Seconds()
    membership = Membership(ScriptedLeases(standing(3, "one")), real_time=seconds)
    assert not membership.sends()
    await membership.join()
    assert membership.fence == 3
    seconds.now += LEASE_S - MARGIN_S
    assert membership.fence is None, "it was stopped, or the database did not answer: others may send from now on"
    assert not membership.sends()


async def test_a_new_sender_and_the_death_of_another_are_work_to_look_for_and_nothing_else_is():
    both = standing(None, "one", "two")
    leases = ScriptedLeases(both, both, standing(None, "one"), standing(7, "one"), standing(7, "one"))
    membership = Membership(leases, beat_s=0.001)
    await membership.join()
    assert await beaten(membership, leases) == (2, 0)
    assert membership.fence == 7


async def test_when_the_database_does_not_answer_it_goes_on_asking():
    leases = ScriptedLeases(standing(1, "one"), ConnectionRefusedError(), standing(1, "one"))
    membership = Membership(leases, beat_s=0.001)
    await membership.join()
    await beaten(membership, leases)
    assert membership.sends()


async def test_replaced_it_sends_nothing_more_and_says_so():
    leases = ScriptedLeases(standing(1, "one"), Replaced())
    membership = Membership(leases, beat_s=0.001)
    await membership.join()
    assert await beaten(membership, leases) == (0, 1)
    assert not membership.sends()


async def test_whoever_waits_for_its_turn_gets_it_with_the_lease():
    leases = ScriptedLeases(standing(None, "one", "two"), standing(2, "one"))
    membership = Membership(leases, beat_s=0.001)
    await membership.join()
    turn = asyncio.create_task(membership.until_sends())
    await beaten(membership, leases)
    async with asyncio.timeout(5):
        await turn


async def test_stepping_back_it_sends_what_is_on_its_way_and_leaving_nothing_more():
    leases = ScriptedLeases(standing(1, "one"))
    membership = Membership(leases)
    await membership.join()
    assert await membership.step_back() is True
    assert membership.sends()
    await membership.leave()
    assert not membership.sends()
    assert leases.left == ["stepped back", "left"]


async def test_a_beat_that_is_under_way_does_not_undo_that_it_stepped_back():
    leases = ScriptedLeases(standing(1, "one"))
    membership = Membership(leases, beat_s=0.001)
    await membership.join()
    run = asyncio.create_task(membership.run(changed=lambda: None, replaced=pytest.fail))
    await leases.over.wait()
    stepping = asyncio.create_task(membership.step_back())
    await asyncio.sleep(0)
    assert leases.left == [], "it waits for the beat"
    leases.lets_on()
    await stepping
    await run
    assert leases.left == ["beaten", "stepped back"]
