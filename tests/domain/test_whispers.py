"""The ladder down which one person in a group is spoken to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.whispers import ALERT_MAX, Footing, Rung, ephemeral_id, in_time, ladder, slot_number

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
#: a question to somebody who wrote to the bot alone, a moment ago
ASKED = Footing(
    knows=True,
    text_only=True,
    stands=False,
    since=NOON,
    at_any_time=False,
    press_waits=False,
    chars=40,
    asks=True,
    secret=True,
    goes_on=True,
)
FOOTINGS = st.builds(
    Footing,
    knows=st.booleans(),
    text_only=st.booleans(),
    stands=st.booleans(),
    since=st.none() | st.integers(0, 60).map(lambda seconds: NOON - timedelta(seconds=seconds)),
    at_any_time=st.booleans(),
    press_waits=st.booleans(),
    chars=st.integers(1, 4096),
    asks=st.booleans(),
    secret=st.booleans(),
    goes_on=st.booleans(),
)


def test_a_question_goes_from_the_one_person_to_their_private_chat():
    assert ladder(ASKED, NOON) == (Rung.EPHEMERAL, Rung.PRIVATE)


@pytest.mark.parametrize(("seconds", "arrives"), [(0, True), (14, True), (14.5, False), (15, False), (3600, False)])
def test_what_is_sent_within_the_window_must_still_arrive_in_it(seconds, arrives):
    later = NOON + timedelta(seconds=seconds)
    assert in_time(NOON, later) is arrives
    assert (Rung.EPHEMERAL in ladder(ASKED, later)) is arrives


def test_what_stands_is_edited_and_an_administrator_speaks_at_any_time():
    later = NOON + timedelta(hours=1)
    assert ladder(replace(ASKED, stands=True), later)[0] is Rung.EPHEMERAL
    assert ladder(replace(ASKED, at_any_time=True), later)[0] is Rung.EPHEMERAL
    assert ladder(replace(ASKED, since=None), NOON) == (Rung.PRIVATE,)


def test_a_few_words_after_a_press_may_be_an_alert():
    told = replace(ASKED, asks=False, press_waits=True, chars=ALERT_MAX)
    assert ladder(told, NOON) == (Rung.EPHEMERAL, Rung.ALERT, Rung.PRIVATE)
    assert Rung.ALERT not in ladder(replace(told, chars=ALERT_MAX + 1), NOON)
    assert Rung.ALERT not in ladder(replace(told, asks=True), NOON)


@given(FOOTINGS)
def test_what_nobody_saw_is_not_answered_for_all_to_see_while_it_can_go_on_in_private(footing):
    rungs = ladder(footing, NOON)
    assert rungs[-1] in (Rung.PRIVATE, Rung.GROUP)
    assert (Rung.GROUP in rungs) is not (footing.secret and footing.goes_on)
    assert list(rungs) == sorted(rungs, key=list(Rung).index)
    assert len(set(rungs)) == len(rungs)


@given(FOOTINGS)
def test_an_older_server_is_never_given_what_one_person_alone_should_see(footing):
    assert Rung.EPHEMERAL not in ladder(replace(footing, knows=False), NOON)


@given(st.integers(1, 2**40))
def test_a_slot_tells_an_ephemeral_message_from_any_other(number):
    assert ephemeral_id(slot_number(number)) == number
    assert ephemeral_id(number) is None
    assert ephemeral_id(None) is None
