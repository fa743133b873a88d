"""What is in the outbox reaches its chat: once, in order, in the reader's language."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.delivery import Limits
from bot.messages import Button, Line, Reply, say
from bot.nursery import Nursery
from bot.ports import Rejected, SendState
from tests.delivery.fakes import START, PostOffice, until

CARD = say("card", n=1, buttons=((Button("button-same", data="same:1"),),))


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
    office.telegram.vanishes(office.telegram.shown[0].id)
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


async def test_another_message_than_the_slots_is_changed_whatever_the_slot_shows(roomy: PostOffice) -> None:
    chat = roomy.store.building()
    old = roomy.queue.say(chat, say("list", page=1))
    roomy.queue.say(chat, Reply((Line("list", {"page": 2}),), slot="list"))
    await roomy.settles()
    roomy.queue.say(chat, Reply((Line("list", {"page": 2}),), slot="list", edits=old.message_id))
    await roomy.settles()
    assert roomy.telegram.texts(chat) == ["zh|list page=2", "zh|list page=2"]


async def test_a_message_is_pinned_and_stays_sent_if_that_fails(office: PostOffice) -> None:
    chat = office.store.building()
    office.queue.say(chat, Reply((Line("menu"),), pin=True))
    await office.settles()
    assert office.telegram.pinned == [office.telegram.shown[0].id]
    office.telegram.pin_fails = Rejected("not enough rights to manage pinned messages in the chat")
    row = office.queue.say(chat, Reply((Line("menu"),), pin=True))
    await office.settles()
    assert row.state is SendState.SENT


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


async def test_nothing_is_composed_before_it_may_be_sent(office: PostOffice) -> None:
    chat = office.store.building()
    for n in range(3):
        office.queue.say(chat, say("m", n=n))
    await office.settles()
    office.cards.replies["wish:1"] = CARD
    office.queue.touch(chat, "wish:1")
    await office.settles()
    assert office.cards.composed == 0
    await office.passes(1)
    assert office.cards.composed == 1


async def test_edits_count_like_messages(office: PostOffice) -> None:
    chat = office.store.building()
    for n in range(6):
        office.cards.replies["wish:1"] = say("card", n=n)
        office.queue.touch(chat, "wish:1")
        await office.settles()
    assert [call[0] for call in office.telegram.calls] == ["text", "edit", "edit"]
    await office.passes(1)
    assert office.telegram.texts(chat) == ["zh|card n=5"]
