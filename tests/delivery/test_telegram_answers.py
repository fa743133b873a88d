"""Whatever Telegram answers, or does not, nothing is lost and nobody else waits."""

from __future__ import annotations

import msgspec
import pytest

from bot.domain.topics import Topic, TopicUse
from bot.messages import Button, Line, Reply, say
from bot.ports import Ambiguous, Gone, MessageLost, Moved, Rejected, Retry, SendState, TopicLost
from tests.delivery.fakes import START, PostOffice

CARD = say("card", n=1, buttons=((Button("button-same", data="same:1"),),))


def flood(after_s: float) -> Retry:
    return Retry(after_s, flood=True, reason="Too Many Requests")


def away() -> Retry:
    return Retry(3.0, flood=False, reason="Bad Gateway")


async def test_after_a_429_the_chat_waits_as_long_as_told_and_others_go_on(office: PostOffice) -> None:
    chat, other = office.store.building(-1), office.store.building(-2)
    office.telegram.fails = [flood(37)]
    office.queue.say(chat, say("a"))
    await office.settles()
    office.queue.say(chat, say("b"))
    office.queue.say(other, say("beside"))
    await office.settles()
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


async def test_a_slot_that_cannot_even_be_sent_is_not_tried_for_ever(office: PostOffice) -> None:
    office.telegram.fails = [MessageLost("Bad Request: message to be replied not found")]
    row = office.queue.say(office.store.building(), Reply((Line("a"),), slot="dialog"))
    await office.settles()
    assert (row.state, len(office.telegram.calls)) == (SendState.FAILED, 1)


async def test_a_bug_in_one_message_is_tried_three_times_and_stops_no_other(office: PostOffice) -> None:
    chat, other = office.store.building(-1), office.store.building(-2)
    office.cards.fails = [KeyError("wish")] * 9
    row, fine = office.queue.touch(chat, "wish:1"), office.queue.say(other, say("fine"))
    await office.settles()
    assert (row.state, row.reason, fine.state) == (SendState.WAITING, "KeyError", SendState.SENT)
    await office.passes(120, step_s=5)
    assert (row.state, row.attempts) == (SendState.FAILED, 3)


async def test_a_card_whose_topic_is_lost_goes_to_the_group(office: PostOffice) -> None:
    chat = office.store.building()
    office.store.topics[chat.id] = {TopicUse.WISHES: Topic(77), TopicUse.NEWS: Topic(78)}
    office.cards.replies["wish:1"] = Reply((Line("a"),), topic=TopicUse.WISHES)
    office.telegram.fails = [TopicLost("Bad Request: TOPIC_CLOSED", topic_id=77, closed=True)]
    row = office.queue.touch(chat, "wish:1")
    await office.settles()
    assert row.state is SendState.SENT
    assert office.telegram.topics == [77, None]
    closed, other = office.store.topics[chat.id].values()
    assert (closed.id, closed.closed_at is not None, other) == (77, True, Topic(78))


async def test_an_answer_whose_topic_is_gone_goes_to_the_group_and_answers_nothing_there(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.fails = [TopicLost("Bad Request: message thread not found", topic_id=9, closed=False)]
    row = office.queue.say(chat, msgspec.structs.replace(say("a"), thread_id=9, answers=40))
    await office.settles()
    assert row.state is SendState.SENT
    assert office.telegram.topics == [9, None]
    assert office.telegram.shown[-1].reply.answers is None
