"""A message that is taken back: in order with what its chat is told, again when it fails, and never an error."""

from __future__ import annotations

import asyncio

import pytest

from bot.messages import Reply, absence, say
from bot.ports import Ambiguous, Moved, Rejected, Retry, SendState
from tests.delivery.fakes import PostOffice, until

QUESTION = Reply(say("question").lines, slot="jot:1")
GONE = Reply((), slot="jot:1", absent=True)


async def asked(office: PostOffice):
    chat = office.store.building()
    office.queue.say(chat, QUESTION)
    await office.settles()
    return chat


async def test_it_is_deleted_and_recorded(office: PostOffice) -> None:
    chat = await asked(office)
    row = office.queue.say(chat, GONE)
    await office.settles()
    assert office.telegram.texts(chat) == []
    assert row.state is SendState.SENT
    assert office.queue.slots[chat.id, "jot:1"].message_id is None


async def test_what_was_said_before_is_read_before(office: PostOffice) -> None:
    chat = await asked(office)
    for reply in (say("before"), GONE, say("after")):
        office.queue.say(chat, reply)
    await office.settles()
    await office.passes(10, step_s=1)
    assert [name for name, *_ in office.telegram.calls] == ["text", "text", "delete", "text"]
    assert office.telegram.texts(chat) == ["zh|before", "zh|after"]


async def test_what_was_never_sent_is_not_deleted(office: PostOffice) -> None:
    row = office.queue.say(office.store.building(), GONE)
    await office.settles()
    assert office.telegram.calls == []
    assert row.state is SendState.SENT


async def test_a_message_named_by_its_id_is_deleted_without_a_slot(office: PostOffice) -> None:
    chat = office.store.building()
    office.queue.say(chat, say("hello"))
    await office.settles()
    office.queue.say(chat, absence(edits=office.telegram.shown[0].id))
    await office.settles()
    assert office.telegram.texts(chat) == []


@pytest.mark.parametrize("failure", [Retry(3, flood=True, reason="Too Many Requests"), Ambiguous("ReadTimeout")])
async def test_it_is_tried_again(office: PostOffice, failure: Exception) -> None:
    chat = await asked(office)
    office.telegram.fails = [failure]
    office.queue.say(chat, GONE)
    await office.settles()
    assert office.telegram.texts(chat) == ["zh|question"]
    await office.passes(10, step_s=1)
    assert office.telegram.texts(chat) == []


async def test_one_that_arrived_though_no_answer_came_is_deleted_once(office: PostOffice) -> None:
    chat = await asked(office)
    office.telegram.drops = [Ambiguous("ReadTimeout")]
    row = office.queue.say(chat, GONE)
    await office.settles()
    await office.passes(10, step_s=1)
    assert office.telegram.texts(chat) == []
    assert row.state is SendState.SENT


async def test_a_group_that_moved_and_a_refusal(office: PostOffice) -> None:
    chat = await asked(office)
    office.telegram.fails = [Moved(-200), Rejected("Bad Request: not enough rights")]
    row = office.queue.say(chat, GONE)
    await office.settles()
    await office.passes(5, step_s=1)
    assert row.state is SendState.FAILED
    assert [chat_id for name, chat_id, _ in office.telegram.calls if name == "delete"] == [chat.telegram_id, -200]


async def test_a_new_process_goes_on_with_it(office: PostOffice) -> None:
    chat = await asked(office)
    office.telegram.gate = asyncio.Event()
    office.queue.say(chat, GONE)
    office.delivery.wake()
    await until(lambda: office.telegram.at_once == 1)
    office.delivery.stop()
    office.telegram.gate.set()
    await until(lambda: not office.delivery.sending)
    office.begins()
    await office.settles()
    assert office.telegram.texts(chat) == []
