"""Edits of cards and boards: after all else in their chat, six in any minute, whoever sends and whatever restarts."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.ports import EditPace, Parcel
from bot.store import Database, Store
from tests.store.building import Building, StoppedClock
from tests.store.post import Post, words

BOT_ID = 4242
PACE = EditPace(("wish:", "board:"), most=2)


@pytest.fixture
async def paced(database_url: str, clock: StoppedClock):
    store = Store(Database.open(database_url), BOT_ID, clock, edit_pace=PACE)
    yield Post(store, clock)
    await store.close()


async def touch(post: Post, building: Building, *slots: str) -> None:
    async with post.store.units.writing() as uow:
        for slot in slots:
            await uow.outbox.touch(building.chat.id, slot)


async def shown(post: Post, building: Building, *slots: str) -> None:
    """Messages with these slots stand in the chat."""
    await touch(post, building, *slots)
    for slot in slots:
        parcel = await post.one()
        assert parcel.slot == slot, "first sends go in order"
        await post.sent(parcel, message_id=100 + slots.index(slot), text_hash="as sent")


async def edited(post: Post, parcel: Parcel, text_hash: str = "changed") -> None:
    assert parcel.slot_message_id is not None
    await post.sent(parcel, message_id=parcel.slot_message_id, text_hash=text_hash)


async def test_an_edit_lets_replies_and_first_sends_go_first(paced, building):
    await shown(paced, building, "wish:1", "wish:2")
    await touch(paced, building, "wish:1", "wish:2")
    await paced.say(building.chat, words("hello"))
    await touch(paced, building, "board:2026-03-02:1")
    order = []
    while parcels := await paced.claim():
        [parcel] = parcels
        order.append(parcel.slot or "hello")
        await paced.sent(parcel, message_id=parcel.slot_message_id or 200, text_hash="new")
    assert order == ["hello", "board:2026-03-02:1", "wish:1", "wish:2"]


async def test_a_third_edit_waits_its_minute_and_holds_nobody_up(paced, building, clock):
    await shown(paced, building, "wish:1", "wish:2", "wish:3")
    began = clock.now()
    await touch(paced, building, "wish:1", "wish:2", "wish:3")
    await edited(paced, await paced.one())
    clock.advance(seconds=20)
    await edited(paced, await paced.one())
    assert await paced.claim() == []
    assert (await paced.queue.outlook()).parcel_due == began + timedelta(minutes=1)
    await paced.say(building.chat, words("hello"))
    assert (await paced.queue.outlook()).parcel_due == clock.now()
    await paced.sent(await paced.one())

    for _ in range(5):  # taps meanwhile: one row stands for all of them
        await touch(paced, building, "wish:3")
    assert await paced.queue.waiting() == 1
    clock.advance(seconds=39)
    assert await paced.claim() == []
    clock.advance(seconds=1)
    last = await paced.one()
    assert (last.slot, last.revision) == ("wish:3", 7)
    await edited(paced, last)
    await touch(paced, building, "wish:1")
    assert (await paced.queue.outlook()).parcel_due == began + timedelta(seconds=80)


async def test_other_groups_and_other_slots_have_nothing_to_do_with_it(paced, building):
    other = await building.group(-1003, "4号楼")
    await shown(paced, building, "wish:1", "wish:2", "desk:1")
    await touch(paced, building, "wish:1", "wish:2")
    for _ in range(2):
        await edited(paced, await paced.one())
    await touch(paced, building, "wish:1", "desk:1")
    await paced.say(other, words("there"))
    here, there = sorted(await paced.claim(), key=lambda parcel: parcel.chat.id)
    assert (here.slot, there.chat) == ("desk:1", other)


async def test_what_looked_as_wanted_was_no_edit(paced, building):
    await shown(paced, building, "wish:1")
    for _ in range(4):
        await touch(paced, building, "wish:1")
        await edited(paced, await paced.one(), text_hash="as sent")


async def test_the_count_outlives_the_process_and_holds_for_all_of_them(paced, building, clock, database_url):
    await shown(paced, building, "wish:1", "wish:2", "wish:3")
    await touch(paced, building, "wish:1", "wish:2", "wish:3")
    for _ in range(2):
        await edited(paced, await paced.one())
    second = Store(Database.open(database_url), BOT_ID, clock, owner="second", edit_pace=PACE)
    others = Post(second, clock)
    assert await others.claim(owner="second") == []
    clock.advance(seconds=60)
    claimed = await asyncio.gather(paced.claim(), others.claim(owner="second"))
    assert sum(map(len, claimed)) == 1, "one in flight in each chat, as ever"
    await second.close()


async def test_an_edit_whose_sender_died_is_taken_up_again(paced, building, clock):
    await shown(paced, building, "wish:1")
    await touch(paced, building, "wish:1")
    lost = await paced.one()
    await touch(paced, building, "wish:1")
    assert await paced.queue.take_over() == 1
    again = await paced.one()
    assert (again.id, again.revision) == (lost.id, 3)
    await edited(paced, again)
    assert await paced.claim() == [], "what waited behind it is shown already"


async def test_a_card_whose_message_is_lost_is_sent_anew_without_waiting_for_room(paced, building):
    await shown(paced, building, "wish:1", "wish:2")
    await touch(paced, building, "wish:1", "wish:2")
    await edited(paced, await paced.one())
    await paced.queue.lost_message(await paced.one())
    parcel = await paced.one()
    assert (parcel.slot, parcel.slot_message_id) == ("wish:2", None)
