"""What is in the outbox reaches its chat: once, in order, in the reader's language."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.delivery import Limits
from bot.messages import Button, Line, Reply, say
from bot.nursery import Nursery
from bot.ports import Ambiguous, Gone, MessageLost, Moved, Rejected, Retry, SendState
from tests.delivery.fakes import START, PostOffice, until

CARD = say("card", n=1, buttons=((Button("button-same", data="same:1"),),))


def flood(after_s: float) -> Retry:
    return Retry(after_s, flood=True, reason="Too Many Requests")


def away() -> Retry:
    return Retry(3.0, flood=False, reason="Bad Gateway")


async def test_a_message_is_sent_in_its_language_and_recorded(office: PostOffice) -> None:
    chat = office.store.building()
    row = office.queue.say(chat, say("hello"), language="en")
    await office.settles()
    assert office.telegram.texts(chat) == ["en|hello"]
    assert (row.state, row.message_id) == (SendState.SENT, office.telegram.shown[0].id)


async def test_what_is_not_due_waits(office: PostOffice) -> None:
    chat = office.store.building()
    office.queue.say(chat, say("later")).not_before = START + timedelta(hours=1)
    await office.settles()
    assert office.telegram.shown == []
    assert await office.delivery.next_due() == START + timedelta(hours=1)
    await office.passes(3600)
    assert office.telegram.texts(chat) == ["zh|later"]


async def test_a_chat_reads_in_order_with_one_in_flight(office: PostOffice) -> None:
    chat, other = office.store.building(-1), office.store.building(-2)
    for n in range(3):
        office.queue.say(chat, say("m", n=n))
    office.queue.say(other, say("beside"))
    office.telegram.gate = asyncio.Event()
    office.delivery.wake()
    await until(lambda: office.telegram.at_once == 2)
    assert [call[1] for call in office.telegram.calls] == [-1, -2]
    office.telegram.gate.set()
    await office.settles()
    assert office.telegram.texts(chat) == ["zh|m n=0", "zh|m n=1", "zh|m n=2"]


async def test_no_more_calls_are_in_flight_than_allowed(nursery: Nursery) -> None:
    office = PostOffice(nursery, limits=Limits(1000, 1000, 1000, 60_000), at_once=5)
    for n in range(40):
        office.queue.say(office.store.building(-n - 1), say("m"))
    await office.settles()
    assert len(office.telegram.shown) == 40
    assert office.telegram.most_at_once == 5


# ---- slots --------------------------------------------------------------------------------------------------------


async def test_a_slot_is_sent_once_and_then_edited(office: PostOffice) -> None:
    chat = office.store.building()
    office.cards.replies["wish:1"] = CARD
    office.queue.touch(chat, "wish:1")
    await office.settles()
    office.cards.replies["wish:1"] = say("card", n=2)
    office.queue.touch(chat, "wish:1")
    await office.settles()
    (shown,) = office.telegram.shown
    assert (shown.message.text, shown.message.buttons, shown.edits) == ("zh|card n=2", (), 1)


async def test_a_slot_touched_ten_times_is_edited_once(office: PostOffice) -> None:
    chat = office.store.building()
    office.queue.say(chat, Reply(CARD.lines, slot="wish:1"))
    await office.settles()
    for n in range(10):
        office.cards.replies["wish:1"] = say("card", n=n)
        office.queue.touch(chat, "wish:1")
    await office.settles()
    assert office.telegram.shown[0].edits == 1
    assert office.telegram.texts(chat) == ["zh|card n=9"]


async def test_nothing_is_called_when_nothing_changed(office: PostOffice) -> None:
    chat = office.store.building()
    office.cards.replies["wish:1"] = CARD
    for _ in range(2):
        row = office.queue.touch(chat, "wish:1")
        await office.settles()
    assert len(office.telegram.calls) == 1
    assert (row.state, row.message_id) == (SendState.SENT, office.telegram.shown[0].id)


@pytest.mark.parametrize(
    "changed", [say("card", n=1), say("card", n=1, buttons=((Button("button-same", data="same:2"),),))]
)
async def test_changed_buttons_alone_are_a_change(office: PostOffice, changed: Reply) -> None:
    chat = office.store.building()
    for reply in (CARD, changed):
        office.cards.replies["wish:1"] = reply
        office.queue.touch(chat, "wish:1")
        await office.settles()
    assert office.telegram.shown[0].edits == 1


async def test_a_slot_with_nothing_to_show_is_skipped(office: PostOffice) -> None:
    row = office.queue.touch(office.store.building(), "wish:7")
    await office.settles()
    assert (row.state, row.reason) == (SendState.SKIPPED, "nothing-to-show")
    assert office.telegram.calls == []


async def test_a_composed_message_speaks_the_language_of_its_chat(office: PostOffice) -> None:
    office.cards.replies["wish:1"] = CARD
    chats = [office.store.building(-1), office.store.building(-2, language="en")]
    for chat in chats:
        office.queue.touch(chat, "wish:1")
    await office.settles()
    assert [office.telegram.texts(chat) for chat in chats] == [["zh|card n=1"], ["en|card n=1"]]


async def test_a_fresh_slot_is_sent_below(office: PostOffice) -> None:
    chat = office.store.building()
    for n in range(2):
        office.queue.say(chat, Reply((Line("menu", {"n": n}),), slot="menu", fresh=True))
        await office.settles()
    assert office.telegram.texts(chat) == ["zh|menu n=0", "zh|menu n=1"]
    assert office.queue.slots[chat.id, "menu"].message_id == office.telegram.shown[1].id


async def test_a_question_that_forces_a_reply_is_never_edited(office: PostOffice) -> None:
    chat = office.store.building()
    for reply in (
        Reply((Line("ask-place"),), slot="dialog", ask=True),
        Reply((Line("ask-day"),), slot="dialog", ask=True),
        Reply((Line("thanks"),), slot="dialog"),
    ):
        office.queue.say(chat, reply)
        await office.settles()
    assert [call[0] for call in office.telegram.calls] == ["text", "text", "text"]


async def test_a_slot_whose_message_was_deleted_sends_a_new_one(office: PostOffice) -> None:
    chat = office.store.building()
    office.cards.replies["wish:1"] = CARD
    office.queue.touch(chat, "wish:1")
    await office.settles()
    office.telegram.delete(office.telegram.shown[0].id)
    office.cards.replies["wish:1"] = say("card", n=2)
    office.queue.touch(chat, "wish:1")
    await office.settles()
    assert office.telegram.texts(chat) == ["zh|card n=2"]
    assert office.queue.slots[chat.id, "wish:1"].message_id == office.telegram.shown[0].id


async def test_a_message_named_by_its_id_is_changed_or_else_said_anew(office: PostOffice) -> None:
    chat = office.store.building()
    office.queue.say(chat, say("list", page=1))
    await office.settles()
    message_id = office.telegram.shown[0].id
    office.queue.say(chat, Reply((Line("list", {"page": 2}),), edits=message_id))
    await office.settles()
    assert office.telegram.texts(chat) == ["zh|list page=2"]
    row = office.queue.say(chat, Reply((Line("list", {"page": 3}),), edits=4711))
    await office.settles()
    await office.passes(1)  # the vain edit counted too
    assert [call[0] for call in office.telegram.calls] == ["text", "edit", "edit", "text"]
    assert office.telegram.texts(chat) == ["zh|list page=2", "zh|list page=3"]
    assert row.state is SendState.SENT


async def test_a_message_is_pinned_and_stays_sent_if_that_fails(office: PostOffice) -> None:
    chat = office.store.building()
    office.queue.say(chat, Reply((Line("menu"),), pin=True))
    await office.settles()
    assert office.telegram.pinned == [office.telegram.shown[0].id]
    office.telegram.pin_fails = Rejected("not enough rights to manage pinned messages in the chat")
    row = office.queue.say(chat, Reply((Line("menu"),), pin=True))
    await office.settles()
    assert row.state is SendState.SENT


# ---- what Telegram may answer ---------------------------------------------------------------------------------------


async def test_after_a_429_the_chat_waits_as_long_as_told_and_others_go_on(office: PostOffice) -> None:
    chat, other = office.store.building(-1), office.store.building(-2)
    office.telegram.fails = [flood(37)]
    office.queue.say(chat, say("a"))
    await office.settles()
    office.queue.say(chat, say("b"))
    office.queue.say(other, say("beside"))
    await office.passes(36.9, step_s=0.5)
    assert [call[1] for call in office.telegram.calls] == [-1, -2]
    await office.passes(0.2)
    assert office.telegram.texts(chat) == ["zh|a", "zh|b"]


async def test_an_outage_is_waited_out_with_growing_pauses(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.fails = [away(), away(), away()]
    row = office.queue.say(chat, say("a"))
    await office.settles()
    await office.passes(60, step_s=1)
    assert office.telegram.texts(chat) == ["zh|a"]
    assert [(call[2] - START).total_seconds() for call in office.telegram.calls] == [0, 3, 9, 21]
    assert row.state is SendState.SENT


async def test_a_lost_answer_makes_one_duplicate_at_most(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.drops = [Ambiguous("ReadTimeout")]
    row = office.queue.say(chat, say("a"))
    await office.settles()
    assert row.state is SendState.UNSURE
    await office.passes(120, step_s=5)
    assert office.telegram.texts(chat) == ["zh|a", "zh|a"]


async def test_an_edit_whose_answer_was_lost_is_repeated_in_place(office: PostOffice) -> None:
    chat = office.store.building()
    office.cards.replies["wish:1"] = CARD
    office.queue.touch(chat, "wish:1")
    await office.settles()
    office.telegram.drops = [Ambiguous("ReadTimeout")]
    office.cards.replies["wish:1"] = say("card", n=2)
    row = office.queue.touch(chat, "wish:1")
    await office.settles()
    await office.passes(10)
    assert office.telegram.texts(chat) == ["zh|card n=2"]
    assert row.state is SendState.SENT


async def test_a_message_that_is_never_answered_for_ends_as_failed(office: PostOffice) -> None:
    office.telegram.fails = [Ambiguous("ReadTimeout")] * 20
    row = office.queue.say(office.store.building(), say("a"))
    await office.settles()
    await office.passes(3600, step_s=5)
    assert (row.state, row.reason) == (SendState.FAILED, "no answer, 6 times")
    assert len(office.telegram.calls) == 6


async def test_a_chat_that_is_gone_is_not_written_to_again(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.fails = [Gone("Forbidden: bot was kicked from the supergroup chat")]
    rows = [office.queue.say(chat, say("a")), office.queue.say(chat, say("b"))]
    await office.settles()
    assert {(row.state, row.reason) for row in rows} == {
        (SendState.SKIPPED, "Forbidden: bot was kicked from the supergroup chat")
    }
    assert len(office.telegram.calls) == 1


async def test_a_group_that_moved_gets_its_message_at_the_new_place(office: PostOffice) -> None:
    chat = office.store.building(-5)
    office.telegram.fails = [Moved(-1005)]
    office.queue.say(chat, say("a"))
    await office.settles()
    assert [(shown.chat, shown.message.text) for shown in office.telegram.shown] == [(-1005, "zh|a")]


@pytest.mark.parametrize("error", [Rejected("Bad Request: can't parse entities"), MessageLost("message lost")])
async def test_what_telegram_refuses_fails_with_its_reason_and_blocks_nobody(
    office: PostOffice, error: Rejected
) -> None:
    chat = office.store.building()
    office.telegram.fails = [error]
    refused, next_one = office.queue.say(chat, say("a")), office.queue.say(chat, say("b"))
    await office.settles()
    assert (refused.state, refused.reason) == (SendState.FAILED, error.reason)
    assert next_one.state is SendState.SENT


async def test_a_bug_in_one_message_is_tried_three_times_and_stops_no_other(office: PostOffice) -> None:
    chat, other = office.store.building(-1), office.store.building(-2)
    office.cards.fails = [KeyError("wish")] * 9
    row, fine = office.queue.touch(chat, "wish:1"), office.queue.say(other, say("fine"))
    await office.settles()
    assert (row.state, row.reason, fine.state) == (SendState.WAITING, "KeyError", SendState.SENT)
    await office.passes(120, step_s=5)
    assert (row.state, row.attempts) == (SendState.FAILED, 3)


# ---- pace -----------------------------------------------------------------------------------------------------------


async def test_a_group_is_written_to_twenty_times_a_minute(office: PostOffice) -> None:
    chat = office.store.building()
    for n in range(30):
        office.queue.say(chat, say("m", n=n))
    await office.settles()
    assert len(office.telegram.shown) == 3
    await office.passes(59, step_s=1)
    assert len(office.telegram.shown) == 20
    await office.passes(60, step_s=1)
    assert office.telegram.texts(chat) == [f"zh|m n={n}" for n in range(30)]


async def test_a_broadcast_goes_out_at_thirty_a_second(office: PostOffice) -> None:
    people = [office.store.person(f"人{n}") for n in range(75)]
    for person in people:
        office.queue.say(office.store.private(person), say("m"))
    await office.settles()
    assert len(office.telegram.shown) == 30
    await office.passes(0.99)
    assert len(office.telegram.shown) == 30
    await office.passes(1.02, step_s=0.01)
    assert len(office.telegram.shown) == 75


async def test_edits_count_like_messages(office: PostOffice) -> None:
    chat = office.store.building()
    for n in range(6):
        office.cards.replies["wish:1"] = say("card", n=n)
        office.queue.touch(chat, "wish:1")
        await office.settles()
    assert [call[0] for call in office.telegram.calls] == ["text", "edit", "edit"]
    await office.passes(1)
    assert office.telegram.texts(chat) == ["zh|card n=5"]


# ---- beginnings and ends --------------------------------------------------------------------------------------------


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
