"""Speaking to one person in a group: asking the server once, falling step by step, and losing nothing on the way."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from msgspec.structs import replace

from bot.delivery import Limits
from bot.domain.people import Chat
from bot.messages import Button, Reply, Whisper, say
from bot.nursery import Nursery
from bot.ports import Ambiguous, Gone, Retry, SendState
from tests.delivery.fakes import START, PostOffice, Row

PROBE = "zh|whisper-probe"
WANG = Whisper(501, "王阿姨", link="on-1", since=START, query_id="q", written=3, secret=True)
KEYS = ((Button("button-post", data="d:1"),),)


@pytest.fixture
def office(nursery: Nursery) -> PostOffice:
    return PostOffice(nursery, limits=Limits(1000, 1000, 1000, 60_000), whispers=True)


def whispers(office: PostOffice, key: str, *, whisper: Whisper = WANG, buttons=KEYS, chat: int = -1, **flags) -> Row:
    reply = replace(say(key, buttons=buttons), slot="dialog-1", whisper=whisper, **flags)
    return office.queue.say(group(office, chat), reply)


def group(office: PostOffice, telegram_id: int = -1) -> Chat:
    """Made once."""
    known = next((chat for chat in office.store.chats.values() if chat.telegram_id == telegram_id), None)
    return known or office.store.building(telegram_id)


def acts(office: PostOffice) -> list[str]:
    return [name for name, _, _ in office.telegram.calls]


async def test_the_server_is_asked_first_and_only_once(office: PostOffice) -> None:
    for chat in (-1, -2, -3):
        whispers(office, "ask", chat=chat)
    await office.settles()
    assert acts(office).count("whisper") == 1 + 3
    assert sorted(office.telegram.whispered.values()) == ["zh|ask"] * 3  # the probe was taken away
    assert office.telegram.shown == []


async def test_what_stands_is_edited_and_what_is_the_same_costs_no_call(office: PostOffice) -> None:
    whispers(office, "ask")
    await office.settles()
    row = whispers(office, "changed")
    await office.settles()
    assert list(office.telegram.whispered.values()) == ["zh|changed"]
    assert row.message_id is not None
    assert row.message_id < 0
    calls = len(office.telegram.calls)
    whispers(office, "changed")
    await office.settles()
    assert len(office.telegram.calls) == calls
    whispers(office, "anew", fresh=True)
    await office.settles()
    assert sorted(office.telegram.whispered.values()) == ["zh|anew", "zh|changed"]


async def test_an_older_server_sees_the_neutral_sentence_and_then_the_ladder(office: PostOffice) -> None:
    office.telegram.knows_whispers = False
    openly = replace(WANG, secret=False)
    whispers(office, "ask", whisper=openly)
    whispers(office, "ask", whisper=openly, chat=-2)
    await office.settles()
    assert acts(office).count("whisper") == 1
    assert [shown.message.text for shown in office.telegram.shown] == ["zh|ask", "zh|ask"]
    office.telegram.knows_whispers = True
    await office.passes(8 * 24 * 3600, step_s=24 * 3600)
    whispers(office, "later", whisper=replace(openly, since=office.clock.now()), fresh=True)
    await office.settles()
    assert list(office.telegram.whispered.values()) == ["zh|later"]


async def test_switched_off_nothing_is_asked(nursery: Nursery) -> None:
    office = PostOffice(nursery)
    whispers(office, "ask", whisper=replace(WANG, secret=False))
    await office.settles()
    assert acts(office) == ["text"]


async def test_where_the_window_is_insisted_on_it_is_not_tried_again_for_an_hour(office: PostOffice) -> None:
    office.telegram.insists_on_window = True
    late = replace(WANG, since=None, secret=False)
    whispers(office, "one", whisper=late, fresh=True)
    await office.settles()
    tried = acts(office).count("whisper")
    whispers(office, "two", whisper=late, fresh=True)
    await office.settles()
    assert acts(office).count("whisper") == tried
    assert [shown.message.text for shown in office.telegram.shown] == ["zh|one", "zh|two"]
    office.telegram.insists_on_window = False
    await office.passes(3601)
    whispers(office, "three", whisper=late, fresh=True)
    await office.settles()
    assert list(office.telegram.whispered.values()) == ["zh|three"]


@pytest.mark.parametrize("why", [Retry(3, flood=True, reason="Too Many Requests"), Ambiguous("no answer")])
async def test_what_was_not_said_is_said_later(office: PostOffice, why: Exception) -> None:
    office.telegram.fails = [why]
    row = whispers(office, "ask")
    await office.settles()
    assert row.state is not SendState.SENT
    await office.passes(6, step_s=1)
    assert row.state is SendState.SENT
    assert list(office.telegram.whispered.values()) == ["zh|ask"]


async def test_after_the_window_a_question_leads_into_the_private_chat(office: PostOffice) -> None:
    office.telegram.insists_on_window = True
    late = replace(WANG, since=START - timedelta(minutes=1), started=True)
    whispers(office, "ask", whisper=replace(late, since=None))
    await office.settles()
    (told,) = office.telegram.shown
    assert (told.chat, told.message.text) == (501, "zh|whisper-go-on-from title=")


async def test_who_stopped_the_bot_finds_the_link_in_the_group_and_the_group_is_well(office: PostOffice) -> None:
    late = replace(WANG, since=None, started=True)
    office.telegram.insists_on_window = True
    office.telegram.fails = [None, Gone("Forbidden: bot was blocked by the user")]  # the probe; the private message
    row = whispers(office, "ask", whisper=late)
    await office.settles()
    (told,) = office.telegram.shown
    assert told.chat == -1
    assert told.message.text == "zh|dialog-for name=王阿姨\nwhisper-go-on"
    assert row.state is SendState.SENT
    assert row.message_id is None
    assert group(office).present


async def test_a_few_words_after_a_press_come_as_an_alert_when_they_can_come_no_other_way(office: PostOffice) -> None:
    office.telegram.insists_on_window = True
    pressed = replace(WANG, since=None, holds_query=True, written=None)
    whispers(office, "done", whisper=pressed, buttons=())
    await office.settles()
    assert office.telegram.answered == [("q", "zh|done")]
    assert office.telegram.shown == []


async def test_a_press_too_old_for_an_alert_is_told_of_in_private(office: PostOffice) -> None:
    office.telegram.insists_on_window, office.telegram.queries_too_old = True, True
    pressed = replace(WANG, since=None, holds_query=True, written=None, started=True)
    whispers(office, "done", whisper=pressed, buttons=(), fresh=True)
    await office.settles()
    assert [(shown.chat, shown.message.text) for shown in office.telegram.shown] == [(501, "zh|done")]


async def test_an_answered_question_whose_message_vanished_is_not_repeated_anywhere(office: PostOffice) -> None:
    whispers(office, "preview")
    await office.settles()
    office.telegram.whispered.clear()
    office.telegram.insists_on_window = True
    row = whispers(office, "preview", whisper=replace(WANG, since=None), buttons=())
    await office.settles()
    assert row.state is SendState.SKIPPED
    assert office.telegram.shown == []


async def test_a_press_does_not_wait_for_as_long_as_the_group_has_to(nursery: Nursery) -> None:
    office = PostOffice(nursery, limits=Limits(1000, 1000, per_group_per_min=2), whispers=True)
    chat = group(office)
    for n in range(2):
        office.queue.say(chat, say("talk", n=n))
    await office.settles()
    whispers(office, "done", whisper=replace(WANG, holds_query=True), buttons=())
    await office.settles()
    assert office.telegram.answered == [("q", None)]
    assert office.telegram.whispered == {}


async def test_two_chats_that_ask_at_once_ask_once(office: PostOffice) -> None:
    office.telegram.gate = asyncio.Event()
    whispers(office, "ask", chat=-1)
    whispers(office, "ask", chat=-2)
    office.delivery.wake()
    await asyncio.sleep(0.01)
    assert acts(office) == ["whisper"]
    office.telegram.gate.set()
    await office.settles()
    assert sorted(office.telegram.whispered.values()) == ["zh|ask", "zh|ask"]


async def test_photos_are_shown_to_all_or_not_at_all(office: PostOffice) -> None:
    office.shelf.put("p", file_id="f")
    reply = replace(Reply(say("look").lines, photos=("p",)), whisper=replace(WANG, secret=False))
    office.queue.say(group(office), reply)
    await office.settles()
    assert acts(office) == ["photo"]
