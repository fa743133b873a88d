"""Broadcasts under way as stored: corrected, retracted, cancelled, read, several at the same time."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.domain import broadcasts as rules
from bot.domain.broadcasts import BroadcastState, Content, Progress

# ---- correcting, retracting, cancelling -----------------------------------------------------------------------------


async def test_a_correction_goes_to_whoever_was_told_and_to_those_whose_turn_had_not_come(office, groups, clock):
    broadcast = await office.sends(*groups)
    await office.puts(broadcast, limit=3)
    await office.arrives(failing={groups[1].id: "Forbidden"})
    await office.settles(broadcast)
    corrected = await office.saves(rules.correct(broadcast, Content({"zh": "改了"}), now=clock.now()))
    assert (corrected.revision, corrected.content.words) == (2, {"zh": "改了"})
    progress = await office.progress(corrected)
    assert (progress.waiting, progress.failed) == (4, {"Forbidden": 1}), "who was never told is not tried again"
    assert await office.puts(corrected, limit=2) == [groups[3].id, groups[4].id], "first those who know nothing"
    assert await office.puts(corrected) == [groups[0].id, groups[2].id]
    first_at = clock.now()
    clock.advance(hours=1)
    await office.arrives()
    assert await office.settles(corrected) == (0, 0)
    async with office.store.units.reading() as uow:
        assert await uow.broadcasts.sent_at(broadcast.id, groups[0].id) == first_at, "the first time"


async def test_where_a_correction_failed_a_retraction_is_tried_all_the_same(office, groups, clock):
    """The message still stands there."""
    broadcast = await office.sends(*groups[:2])
    await office.puts(broadcast)
    await office.arrives()
    await office.settles(broadcast)
    corrected = await office.saves(rules.correct(broadcast, Content({"zh": "改了"}), now=clock.now()))
    await office.puts(corrected)
    await office.arrives(failing={groups[0].id: "no answer, 6 times"})
    await office.settles(corrected)
    assert (await office.progress(corrected)).failed == {"no answer, 6 times": 1}
    retracted = await office.saves(rules.retract(corrected, now=clock.now()))
    assert sorted(await office.puts(retracted)) == [groups[0].id, groups[1].id]


async def test_a_message_that_arrives_after_its_recipient_was_put_again_is_settled_with_the_newer_one(office, groups):
    broadcast = await office.sends(groups[0])
    await office.puts(broadcast)
    [parcel] = (await office.claimed()).values()
    now = office.building.clock.now()
    corrected = await office.saves(rules.correct(broadcast, Content({"zh": "改了"}), now=now))
    assert await office.settles(corrected) == (1, 0)
    assert await office.puts(corrected) == [groups[0].id]
    await office.post.sent(parcel, message_id=7)
    assert await office.settles(corrected) == (1, 0)
    assert (await office.progress(corrected)).waiting == 1
    [edit] = (await office.claimed()).values()
    assert edit.slot_message_id == 7
    await office.post.sent(edit, message_id=7, text_hash="newer")
    assert await office.settles(corrected) == (0, 0)


async def test_whose_turn_had_not_come_when_it_was_cancelled_is_never_told(office, groups, clock):
    broadcast = await office.sends(*groups)
    await office.puts(broadcast, limit=2)
    async with office.store.units.writing() as uow:
        assert await uow.broadcasts.drop_waiting(broadcast) == 3
        assert await uow.broadcasts.drop_waiting(broadcast) == 0
        await uow.broadcasts.save(rules.cancel(broadcast, now=clock.now()), feed_at=clock.now())
        cancelled = await uow.broadcasts.get(broadcast.id)
    assert (cancelled.state, cancelled.ended_at) == (BroadcastState.CANCELLED, clock.now())
    await office.arrives()
    await office.settles(cancelled)
    assert await office.progress(cancelled) == Progress(5, sent=2, dropped=3)
    corrected = await office.saves(rules.correct(cancelled, Content({"zh": "改了"}), now=clock.now()))
    assert sorted(await office.puts(corrected)) == [groups[0].id, groups[1].id], "nor are they told the newer words"


async def test_a_correction_stopped_halfway_leaves_the_older_words_and_nothing_to_wait_for(office, groups, clock):
    broadcast = await office.sends(*groups[:3])
    await office.puts(broadcast)
    await office.arrives()
    await office.settles(broadcast)
    corrected = await office.saves(rules.correct(broadcast, Content({"zh": "改了"}), now=clock.now()))
    await office.puts(corrected, limit=1)
    async with office.store.units.writing() as uow:
        assert await uow.broadcasts.drop_waiting(corrected) == 0
        await uow.broadcasts.save(rules.cancel(corrected, now=clock.now()), feed_at=clock.now())
    assert (await office.progress(corrected)).waiting == 1, "the one on its way"
    await office.arrives()
    assert await office.settles(corrected) == (0, 0)
    assert await office.progress(corrected) == Progress(3, sent=3)
    retracted = await office.saves(rules.retract(corrected, now=clock.now()))
    assert len(await office.puts(retracted)) == 3, "and from all of them it can still be withdrawn"


# ---- reading --------------------------------------------------------------------------------------------------------


async def test_who_read_it_is_counted_once_and_the_others_are_listed_by_name(office, building, clock):
    zhao, wang, li = [(await building.person(100 + n, name)).id for n, name in enumerate(("C赵", "A王", "B李"))]
    broadcast = await office.sends(building.chat)
    async with building.store.units.writing() as uow:
        assert await uow.broadcasts.read(broadcast.id, li, now=clock.now())
        assert not await uow.broadcasts.read(broadcast.id, li, now=clock.now())
        left = await uow.broadcasts.unread(broadcast.id, [zhao, wang, li])
        assert [person.id for person in left] == [wang, zhao]
        assert await uow.broadcasts.unread(broadcast.id, []) == []
    assert (await office.progress(broadcast)).read == 1


# ---- several at the same time ---------------------------------------------------------------------------------------


async def test_a_pause_and_a_feed_at_the_same_time_come_one_after_the_other(office, groups):
    """Whichever is second sees what the first has left."""
    broadcast = await office.sends(*groups)
    holds = asyncio.Event()

    async def feeds() -> int:
        async with office.store.units.writing() as uow:
            locked = await uow.broadcasts.lock(broadcast.id)
            holds.set()
            assert locked.state is BroadcastState.SENDING
            return len(await uow.broadcasts.put(locked, limit=2))

    async def cancels() -> int:
        await holds.wait()
        async with office.store.units.writing() as uow:
            locked = await uow.broadcasts.lock(broadcast.id)
            await uow.broadcasts.save(rules.cancel(locked, now=office.building.clock.now()))
            return await uow.broadcasts.drop_waiting(locked)

    assert await asyncio.gather(feeds(), cancels()) == [2, 3]


async def test_what_is_put_while_others_arrive_locks_nobody_out(office, groups):
    broadcast = await office.sends(*groups)
    await office.puts(broadcast)
    parcels = await office.claimed()
    now = office.building.clock.now()
    corrected = await office.saves(rules.correct(broadcast, Content({"zh": "改了"}), now=now))
    arriving = [office.post.sent(parcel, message_id=n) for n, parcel in enumerate(parcels.values(), 1)]
    put, *_ = await asyncio.gather(office.puts(corrected), *arriving)
    assert len(put) == len(groups)
    await office.arrives()
    assert await office.settles(replace(corrected)) == (0, 0)
    assert (await office.progress(corrected)).sent == len(groups)
