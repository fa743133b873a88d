"""Slots: a message that is sent once and edited after, however often its content changes meanwhile."""

from __future__ import annotations

import asyncio

from sqlalchemy import text

from bot.store import Database, Store
from bot.store.unit import session_of
from tests.store.post import LEASE_S, Post, said, words


def card(content: str, **options: object):
    return words(content, slot="card", **options)


async def touch(post: Post, chat, slot: str = "wish:1") -> None:
    async with post.store.units.writing() as uow:
        await uow.outbox.touch(chat.id, slot)


async def close(post: Post, chat, slot: str = "card") -> None:
    async with post.store.units.writing() as uow:
        await uow.outbox.close_slot(chat.id, slot)


async def test_sent_once_then_edited(post, building):
    await post.say(building.chat, card("1"))
    first = await post.one()
    assert (said(first), first.slot, first.slot_message_id, first.last_text_hash) == ("1", "card", None, None)
    await post.sent(first, message_id=70, text_hash="h1")
    await post.say(building.chat, card("2"))
    second = await post.one()
    assert (said(second), second.slot_message_id, second.last_text_hash) == ("2", 70, "h1")
    assert second.revision > first.revision


async def test_changed_ten_times_edited_once(post, building):
    for number in range(10):
        await post.say(building.chat, card(str(number)), language="en" if number == 9 else "zh")
    assert await post.queue.waiting() == 1
    parcel = await post.one()
    assert (said(parcel), parcel.language) == ("9", "en")


async def test_changed_while_in_flight_edited_once_more(post, building):
    await post.say(building.chat, card("1"))
    first = await post.one()
    for number in ("2", "3"):
        await post.say(building.chat, card(number))
    assert await post.claim() == []
    await post.sent(first, message_id=70)
    last = await post.one()
    assert (said(last), last.slot_message_id) == ("3", 70)
    await post.sent(last, message_id=70)
    assert await post.queue.waiting() == 0


async def test_what_came_back_shows_the_newest_and_the_other_row_has_nothing_left_to_do(post, building, clock):
    await post.say(building.chat, card("1"))
    first = await post.one()
    await post.say(building.chat, card("2"))
    await post.queue.again(first, not_before=clock.now(), reason="flood")
    again = await post.one()
    assert (again.id, said(again)) == (first.id, "2")
    await post.sent(again)
    await post.say(building.chat, words("after"))
    assert await post.send_all() == ["after"], "the row that shows nothing new is passed over"
    assert await post.queue.waiting() == 0


async def test_each_chat_has_its_own_slot_of_a_name(post, building):
    other = await building.group(-1003, "4号楼")
    await post.say(building.chat, card("a"))
    await post.sent(await post.one(), message_id=70)
    await post.say(other, card("b"))
    assert (await post.one()).slot_message_id is None


async def test_a_touched_slot_is_composed_when_sent(post, building):
    await touch(post, building.chat)
    await touch(post, building.chat)
    first = await post.one()
    assert (first.reply, first.slot, first.slot_message_id, first.language) == (None, "wish:1", None, "")
    await touch(post, building.chat)
    await post.sent(first, message_id=70, text_hash="h")
    second = await post.one()
    assert (second.reply, second.slot_message_id, second.last_text_hash) == (None, 70, "h")


async def test_fresh_sends_below_and_is_edited_there(post, building):
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await post.say(building.chat, card("2", fresh=True))
    fresh = await post.one()
    assert (said(fresh), fresh.slot_message_id, fresh.last_text_hash) == ("2", None, None)
    await post.sent(fresh, message_id=71)
    await post.say(building.chat, card("3"))
    assert (await post.one()).slot_message_id == 71


async def test_the_last_edit_of_the_old_message_still_reaches_it(post, building):
    """A prompt shows the answer that was given, and the next prompt follows below: both in one unit."""
    await post.say(building.chat, card("prompt"))
    await post.sent(await post.one(), message_id=70)
    await post.say(building.chat, card("prompt, answered"), card("next prompt", fresh=True))
    edit = await post.one()
    assert (said(edit), edit.slot_message_id) == ("prompt, answered", 70)
    await post.sent(edit, message_id=70)
    below = await post.one()
    assert (said(below), below.slot_message_id) == ("next prompt", None)
    await post.sent(below, message_id=71)
    await post.say(building.chat, card("next prompt, answered"))
    assert (await post.one()).slot_message_id == 71


async def test_a_message_in_flight_does_not_become_the_fresh_one(post, building):
    await post.say(building.chat, card("1"))
    old = await post.one()
    await post.say(building.chat, card("2", fresh=True))
    await post.sent(old, message_id=70)
    fresh = await post.one()
    assert (said(fresh), fresh.slot_message_id) == ("2", None)


async def test_an_old_message_that_came_back_stays_the_old_one(post, building, clock):
    await post.say(building.chat, card("1"))
    old = await post.one()
    await post.say(building.chat, card("2", fresh=True))
    await post.queue.again(old, not_before=clock.now(), reason="flood")
    assert await post.send_all() == ["1", "2"]


async def test_a_force_reply_is_always_sent_anew_and_never_edited(post, building):
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await post.say(building.chat, card("2", ask=True))
    asked = await post.one()
    assert (said(asked), asked.slot_message_id) == ("2", None)
    await post.sent(asked, message_id=71)
    await post.say(building.chat, card("3"))
    after = await post.one()
    assert (said(after), after.slot_message_id) == ("3", None)


async def test_a_closed_slot_sends_a_new_message(post, building):
    await close(post, building.chat)
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await close(post, building.chat)
    assert await post.queue.waiting() == 0
    await post.say(building.chat, card("2"))
    assert (await post.one()).slot_message_id is None


async def test_closing_lets_the_last_edit_through(post, building):
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await post.say(building.chat, card("last"))
    await close(post, building.chat)
    edit = await post.one()
    assert (said(edit), edit.slot_message_id) == ("last", 70)
    await post.sent(edit, message_id=70)
    await post.say(building.chat, card("new"))
    assert (await post.one()).slot_message_id is None


async def test_a_lost_message_is_sent_anew(post, building):
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await post.say(building.chat, card("2"))
    await post.queue.lost_message(await post.one())
    anew = await post.one()
    assert (said(anew), anew.slot_message_id, anew.last_text_hash) == ("2", None, None)


async def test_an_edit_of_a_lost_old_message_is_dropped(post, building):
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await post.say(building.chat, card("1, answered"), card("2", fresh=True))
    await post.queue.lost_message(await post.one())
    assert await post.send_all() == ["2"]
    assert await post.queue.problems() == []


async def test_a_crash_between_sending_and_recording_costs_one_duplicate(post, building, clock):
    await post.say(building.chat, card("1"))
    await post.one()  # sent, and killed before it was recorded
    clock.advance(seconds=LEASE_S)
    again = await post.one()
    assert (said(again), again.slot_message_id) == ("1", None)
    await post.sent(again, message_id=71)
    await post.say(building.chat, card("2"))
    assert (await post.one()).slot_message_id == 71


async def test_what_changes_while_it_is_claimed_is_shown_in_the_end(building, store, clock, database_url):
    """Two processes: one changes the card, the other sends it; no change is forgotten between them."""
    sender = Post(Store(Database.open(database_url), 4242, clock, owner="second"), clock)
    writer = Post(store, clock)
    shown = ""

    async def change() -> None:
        for number in range(12):
            await writer.say(building.chat, card(str(number)))

    async def send() -> None:
        nonlocal shown
        while not changing.done() or await sender.queue.waiting():
            for parcel in await sender.claim(owner="second"):
                shown = said(parcel)
                await sender.sent(parcel)

    changing = asyncio.create_task(change())
    await asyncio.gather(changing, send())
    assert shown == "11"
    async with store.units.reading() as uow:
        [slot] = await session_of(uow).all(text("SELECT wanted_rev, sent_rev FROM slots"))
    assert slot.wanted_rev == slot.sent_rev
    await sender.store.close()


async def test_a_message_tells_which_slot_it_shows(post, building, store):
    other = await building.group(-1003, "4号楼")
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    async with store.units.reading() as uow:
        assert await uow.outbox.slot_showing(building.chat.id, 70) == "card"
        assert await uow.outbox.slot_showing(building.chat.id, 71) is None
        assert await uow.outbox.slot_showing(other.id, 70) is None, "ids are counted in each chat"
    await close(post, building.chat)
    async with store.units.reading() as uow:
        assert await uow.outbox.slot_showing(building.chat.id, 70) is None


# ---- taken away -------------------------------------------------------------------------------------------------


async def remove(post: Post, chat, slot: str = "card") -> None:
    async with post.store.units.writing() as uow:
        await uow.outbox.remove(chat.id, slot)


async def test_a_removed_slots_message_is_deleted_in_its_turn(post, building, clock):
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await post.say(building.chat, words("before"))
    await remove(post, building.chat)
    await post.say(building.chat, words("after"))
    before = await post.one()
    assert said(before) == "before"
    await post.sent(before, message_id=71)
    gone = await post.one()
    assert (gone.reply.absent, gone.slot_message_id) == (True, 70)
    await post.queue.removed(gone, now=clock.now())
    assert await post.send_all() == ["after"]
    async with post.store.units.reading() as uow:
        assert await uow.outbox.slot_showing(building.chat.id, 70) is None
    await post.say(building.chat, card("2"))
    assert (await post.one()).slot_message_id is None, "what is said into it later is a new message"


async def test_what_was_never_said_is_not_deleted(post, building, clock):
    await remove(post, building.chat)
    assert await post.queue.waiting() == 0
    await post.say(building.chat, card("1"))
    await remove(post, building.chat)
    parcel = await post.one()
    assert (parcel.reply.absent, parcel.slot_message_id) == (True, None), "one row: it is never even sent"
    await post.queue.removed(parcel, now=clock.now())
    assert await post.queue.waiting() == 0


async def test_removed_while_it_was_on_its_way(post, building, clock):
    await post.say(building.chat, card("1"))
    under_way = await post.one()
    await remove(post, building.chat)
    await post.sent(under_way, message_id=70)
    gone = await post.one()
    assert (gone.reply.absent, gone.slot_message_id) == (True, 70)


async def test_a_deletion_survives_a_crash_and_a_flood(post, building, clock):
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await remove(post, building.chat)
    await post.one()  # deleted, and killed before it was recorded
    clock.advance(seconds=LEASE_S)
    again = await post.one()
    assert (again.reply.absent, again.slot_message_id) == (True, 70)
    await post.queue.again(again, not_before=clock.now(), reason="flood")
    once_more = await post.one()
    await post.queue.removed(once_more, now=clock.now())
    assert await post.queue.waiting() == 0


async def test_what_is_said_before_the_deletion_was_made_stays(post, building):
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await remove(post, building.chat)
    await post.say(building.chat, card("2"))
    parcel = await post.one()
    assert (said(parcel), parcel.slot_message_id) == ("2", 70), "the newest wish of a slot is what counts"


async def test_an_older_message_is_deleted_though_the_slot_was_begun_anew(post, building, clock):
    await post.say(building.chat, card("1"))
    await post.sent(await post.one(), message_id=70)
    await remove(post, building.chat)
    await post.say(building.chat, card("2", fresh=True))
    gone = await post.one()
    assert (gone.reply.absent, gone.slot_message_id) == (True, 70)
    await post.queue.removed(gone, now=clock.now())
    below = await post.one()
    assert (said(below), below.slot_message_id) == ("2", None)
    await post.sent(below, message_id=71)
    await post.say(building.chat, card("3"))
    assert (await post.one()).slot_message_id == 71
