"""Claims, leases, restarts, jumps of the clock: each message is sent, and once."""

from __future__ import annotations

import asyncio

from bot.delivery import Limits
from bot.messages import say
from bot.nursery import Nursery
from bot.ports import Retry, SendState
from tests.delivery.fakes import START, PostOffice, until


def flood(after_s: float) -> Retry:
    return Retry(after_s, flood=True, reason="Too Many Requests")


async def test_what_a_dead_process_had_claimed_is_taken_over_after_its_lease(office: PostOffice) -> None:
    chat = office.store.building()
    row = office.queue.say(chat, say("a"))
    await office.queue.claim(owner="dead", now=START, lease_s=60, limit=10)
    await office.passes(59)
    assert office.telegram.calls == []
    await office.passes(2)
    assert (row.state, office.telegram.texts(chat)) == (SendState.SENT, ["zh|a"])


async def test_a_message_on_its_way_is_not_sent_twice_when_the_clock_jumps(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.gate = asyncio.Event()
    office.queue.say(chat, say("a"))
    office.delivery.wake()
    await until(lambda: office.telegram.at_once == 1)
    office.clock.advance(7 * 86400)
    office.delivery.wake()
    for _ in range(50):
        await asyncio.sleep(0)
    office.telegram.gate.set()
    await office.settles()
    assert office.telegram.texts(chat) == ["zh|a"]


async def test_a_refusal_that_comes_after_the_lease_ended_is_not_forgotten(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.gate = asyncio.Event()
    office.telegram.fails = [flood(37)]
    row = office.queue.say(chat, say("a"))
    office.delivery.wake()
    await until(lambda: office.telegram.at_once == 1)
    office.clock.advance(7 * 86400)
    office.delivery.wake()
    await until(lambda: row.attempts == 2)
    office.telegram.gate.set()
    await office.settles()
    assert office.telegram.shown == []
    await office.passes(38, step_s=1)
    assert (row.state, office.telegram.texts(chat)) == (SendState.SENT, ["zh|a"])


async def test_what_was_born_claimed_is_sent_from_memory(office: PostOffice) -> None:
    chat = office.store.building()
    await office.settles()
    claims = office.queue.claims
    row = office.queue.say(chat, say("a"))
    (parcel,) = await office.queue.claim(owner="us", now=START, lease_s=60, limit=1)
    office.delivery.take_over([parcel])
    await until(lambda: row.state is SendState.SENT)
    assert office.queue.claims == claims + 1  # the one above: no second look was needed
    assert office.telegram.texts(chat) == ["zh|a"]


async def test_more_than_may_be_in_flight_can_be_taken_over(nursery: Nursery) -> None:
    office = PostOffice(nursery, limits=Limits(1000, 1000, 1000, 60_000), at_once=5)
    await office.settles()
    rows = [office.queue.say(office.store.building(-n - 1), say("m")) for n in range(40)]
    office.delivery.take_over(await office.queue.claim(owner="us", now=START, lease_s=60, limit=100))
    await until(lambda: all(row.state is SendState.SENT for row in rows))
    assert office.telegram.most_at_once == 5


async def test_when_stopping_what_was_born_claimed_is_left_to_the_next_start(office: PostOffice) -> None:
    office.delivery.stop()
    chat = office.store.building()
    row = office.queue.say(chat, say("a"))
    office.delivery.take_over(await office.queue.claim(owner="us", now=START, lease_s=60, limit=1))
    await until(lambda: not office.delivery.sending and "delivery" not in office.nursery.running())
    assert (row.state, office.telegram.calls) == (SendState.WAITING, [])
    office.begins()
    await office.settles()
    assert office.telegram.texts(chat) == ["zh|a"]


async def test_told_to_stop_it_ends_what_is_on_its_way_and_begins_nothing(office: PostOffice) -> None:
    first, second = office.store.building(-1), office.store.building(-2)
    office.telegram.gate = asyncio.Event()
    row = office.queue.say(first, say("a"))
    office.delivery.wake()
    await until(lambda: office.telegram.at_once == 1)
    office.delivery.stop()
    later = office.queue.say(second, say("b"))
    office.delivery.wake()
    for _ in range(50):
        await asyncio.sleep(0)
    assert "delivery" in office.nursery.running()
    office.telegram.gate.set()
    await until(lambda: "delivery" not in office.nursery.running())
    assert (row.state, later.state) == (SendState.SENT, SendState.WAITING)
    assert not office.delivery.sending


async def test_it_outlives_an_outage_of_the_database(nursery: Nursery) -> None:
    async def no_pause(seconds: float) -> None:
        await asyncio.sleep(0)

    async with Nursery(pause=no_pause) as patient:
        office = PostOffice(patient)
        office.queue.broken = True
        row = office.queue.say(office.store.building(), say("a"))
        office.delivery.wake()
        for _ in range(50):
            await asyncio.sleep(0)
        assert row.state is SendState.WAITING
        office.queue.broken = False
        await office.settles()
        assert row.state is SendState.SENT
        patient.cancel()


async def test_it_is_not_quiet_while_something_is_on_its_way(office: PostOffice) -> None:
    office.telegram.gate = asyncio.Event()
    office.queue.say(office.store.building(), say("a"))
    office.delivery.wake()
    await until(lambda: office.telegram.at_once == 1)
    assert not await office.delivery.quiet()
    office.telegram.gate.set()
    await office.settles()
    assert await office.delivery.quiet()
