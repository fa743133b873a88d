"""Native polls on their way: sent once, their numbers kept at once, refused by a group, closed, lost on the way."""

from __future__ import annotations

import pytest

from bot.messages import Line, PollStood, Reply
from bot.ports import Ambiguous, MayNotWrite, Rejected, SendState
from tests.delivery.fake_polls import KeptPolls
from tests.delivery.fakes import PostOffice


@pytest.fixture
def kept(roomy: PostOffice) -> KeptPolls:
    return roomy.polls


async def test_it_is_sent_once_and_its_number_is_kept_before_the_row_counts_as_sent(
    roomy: PostOffice, kept: KeptPolls
) -> None:
    chat = roomy.store.building()
    row = roomy.queue.say(chat, Reply((), poll=7))
    await roomy.settles()
    (shown,) = roomy.telegram.shown
    assert kept.told == [("asked", 7, "zh"), ("sent", 7, shown.id, f"poll-{shown.id}")]
    assert (row.state, row.message_id) == (SendState.SENT, shown.id)


async def test_what_was_sent_before_a_crash_is_not_sent_again(roomy: PostOffice, kept: KeptPolls) -> None:
    kept.ready = 55
    row = roomy.queue.say(roomy.store.building(), Reply((), poll=7))
    await roomy.settles()
    assert roomy.telegram.shown == []
    assert (row.state, row.message_id) == (SendState.SENT, 55)


async def test_a_lost_answer_makes_one_more_at_most(roomy: PostOffice, kept: KeptPolls) -> None:
    roomy.telegram.drops = [Ambiguous("lost")]
    row = roomy.queue.say(roomy.store.building(), Reply((), poll=7))
    await roomy.settles()
    await roomy.passes(60, step_s=5)
    assert len(roomy.telegram.shown) == 2
    assert kept.told[-1] == ("sent", 7, roomy.telegram.shown[1].id, f"poll-{roomy.telegram.shown[1].id}")
    assert row.state is SendState.SENT


async def test_what_is_over_meanwhile_is_skipped(roomy: PostOffice, kept: KeptPolls) -> None:
    kept.ready = None
    row = roomy.queue.say(roomy.store.building(), Reply((), poll=7))
    await roomy.settles()
    assert (row.state, row.reason) == (SendState.SKIPPED, "nothing-to-show")


async def test_a_group_that_takes_no_polls_holds_nothing_else_up(roomy: PostOffice, kept: KeptPolls) -> None:
    chat = roomy.store.building()
    roomy.telegram.fails = [Rejected("Bad Request: not enough rights to send polls to the chat")]
    row = roomy.queue.say(chat, Reply((), poll=7))
    after = roomy.queue.say(chat, Reply((Line("here"),)))
    await roomy.settles()
    assert kept.told[-1] == ("refused", 7)
    assert row.state is SendState.SKIPPED
    assert after.state is SendState.SENT


async def test_where_it_may_not_write_at_all_it_waits(roomy: PostOffice, kept: KeptPolls) -> None:
    roomy.telegram.fails = [MayNotWrite("Bad Request: have no rights to send a message")]
    row = roomy.queue.say(roomy.store.building(), Reply((), poll=7))
    await roomy.settles()
    assert row.state is SendState.WAITING
    await roomy.passes(3700, step_s=100)
    assert row.state is SendState.SENT


@pytest.mark.parametrize("stood", [PollStood((2, 1), 3), None])
async def test_closing_it_keeps_how_it_ended(roomy: PostOffice, kept: KeptPolls, stood: PollStood | None) -> None:
    kept.message_id, roomy.telegram.stood = 55, stood
    row = roomy.queue.say(roomy.store.building(), Reply((), closes_poll=7))
    await roomy.settles()
    assert kept.told == [("stopped", 7, stood)]
    assert row.state is SendState.SENT


async def test_what_was_never_sent_need_not_be_closed(roomy: PostOffice, kept: KeptPolls) -> None:
    row = roomy.queue.say(roomy.store.building(), Reply((), closes_poll=7))
    await roomy.settles()
    assert roomy.telegram.calls == []
    assert row.state is SendState.SKIPPED
