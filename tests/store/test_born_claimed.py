"""Direct answers: claimed in the transaction that says them, handed over right after its commit."""

from __future__ import annotations

import asyncio

import pytest

from bot.ports import Parcel
from bot.store.unit import BORN_LEASE_S
from tests.store.post import said, words


async def test_a_direct_answer_is_handed_over_right_after_its_commit(post, building, store, clock):
    offered: list[Parcel] = []
    store.units.hand_over_to(offered.extend)
    await post.say(building.chat, words("a1"), words("a2"))
    [parcel] = offered
    assert (said(parcel), parcel.attempts) == ("a1", 1)
    assert await post.claim() == [], "nobody else takes it, nor overtakes it"
    await post.sent(parcel)
    assert said(await post.one()) == "a2"


async def test_a_busy_chats_answer_waits_its_turn(post, building, store):
    await post.say(building.chat, words("before"))
    offered: list[Parcel] = []
    store.units.hand_over_to(offered.extend)
    await post.say(building.chat, words("after"))
    assert [said(parcel) for parcel in offered] == ["before"]
    await post.say(building.chat, words("later"))
    assert len(offered) == 1
    assert await post.claim() == []


async def test_a_born_message_of_a_killed_process_is_sent_by_the_next(post, building, store, clock, database_url):
    store.units.hand_over_to(lambda _parcels: None)  # killed right after the commit
    await post.say(building.chat, words("a"))
    assert await post.claim() == []
    clock.advance(seconds=BORN_LEASE_S)
    assert said(await post.one()) == "a"


async def test_nothing_is_handed_over_that_was_not_committed(building, store):
    offered: list[Parcel] = []
    store.units.hand_over_to(offered.extend)

    async def fail() -> None:
        async with store.units.writing() as uow:
            await uow.outbox.say(building.chat.id, words("a"), language="zh")
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await fail()
    assert offered == []
    assert await store.queue.waiting() == 0


async def test_many_units_speak_into_one_chat_and_each_is_heard_once_one_at_a_time(post, building, store, clock):
    """What a unit says keeps its order; units side by side have none among each other."""
    offered: list[Parcel] = []
    store.units.hand_over_to(offered.extend)
    await asyncio.gather(*(post.say(building.chat, words(f"{n} a"), words(f"{n} b")) for n in range(20)))
    told: list[str] = []
    while offered or await post.queue.waiting():
        at_once = [*offered, *await post.claim()]
        offered.clear()
        assert len(at_once) == 1
        told.append(said(at_once[0]))
        await post.sent(at_once[0])
    assert sorted(told) == sorted(f"{n} {half}" for n in range(20) for half in "ab")
    assert all(told.index(f"{n} a") < told.index(f"{n} b") for n in range(20))
