"""A file is made when it is sent: its content is never in the outbox, and what is no more is not sent."""

from __future__ import annotations

import pytest

from bot.messages import Line, Reply
from bot.ports import Ambiguous, Rejected, Retry, SendState
from tests.delivery.fakes import PostOffice

FILE = Reply((Line("here"),), document="mydata:1")


@pytest.fixture
def office(roomy: PostOffice) -> PostOffice:
    return roomy


async def test_it_is_made_at_the_last_moment_with_its_words_as_caption(office: PostOffice) -> None:
    chat = office.store.private(office.store.person("王"))
    row = office.queue.say(chat, FILE)
    await office.settles()
    (shown,) = office.telegram.shown
    assert (shown.photo, shown.message.text) == (b"{}", "zh|here")
    assert office.documents.asked == [("mydata:1", chat.telegram_id)]
    assert row.state is SendState.SENT


@pytest.mark.parametrize("error", [None, Retry(3, flood=True, reason="Too Many Requests"), Ambiguous(), Rejected("no")])
async def test_whoever_waits_sees_that_it_is_being_made(office: PostOffice, error: Exception | None) -> None:
    office.telegram.busy_fails = error
    chat = office.store.private(office.store.person("王"))
    row = office.queue.say(chat, FILE)
    await office.settles()
    assert office.telegram.busy == [(chat.telegram_id, "file")]
    assert row.state is SendState.SENT, "whatever becomes of that"


async def test_what_is_no_more_is_skipped_with_a_reason(office: PostOffice) -> None:
    office.documents.content = None
    row = office.queue.say(office.store.private(office.store.person("王")), FILE)
    await office.settles()
    assert office.telegram.shown == []
    assert (row.state, row.reason) == (SendState.SKIPPED, "nothing-to-show")


@pytest.mark.parametrize("error", [Retry(3, flood=True, reason="Too Many Requests"), Ambiguous()])
async def test_a_failed_send_is_tried_again_with_the_file_as_it_is_then(office: PostOffice, error: Exception) -> None:
    office.telegram.fails = [error]
    row = office.queue.say(office.store.private(office.store.person("王")), FILE)
    await office.settles()
    office.documents.content = b'{"newer": true}'
    await office.passes(60, step_s=1)
    assert [shown.photo for shown in office.telegram.shown] == [b'{"newer": true}']
    assert row.state is SendState.SENT


async def test_a_refused_file_is_noted(office: PostOffice) -> None:
    office.telegram.fails = [Rejected("Bad Request: file must be non-empty")]
    row = office.queue.say(office.store.private(office.store.person("王")), FILE)
    await office.settles()
    assert row.state is SendState.FAILED


async def test_a_file_that_telegram_has_is_sent_from_there_and_from_its_bytes_once_it_has_it_no_more(
    office: PostOffice,
) -> None:
    office.documents.file_id = "kept"
    chat = office.store.private(office.store.person("王"))
    office.queue.say(chat, FILE)
    await office.settles()
    office.telegram.fails = [Rejected("Bad Request: wrong file identifier")]
    row = office.queue.say(chat, FILE)
    await office.settles()
    await office.passes(60, step_s=1)
    assert [shown.photo for shown in office.telegram.shown] == ["kept", b"{}"]
    assert row.state is SendState.SENT
    office.documents.content = b""
    office.telegram.fails = [Rejected("Bad Request: wrong file identifier")]
    row = office.queue.say(chat, FILE)
    await office.settles()
    await office.passes(60, step_s=1)
    assert row.state is SendState.FAILED
