"""Answered once, then silence until they calm down; and nobody else is taken for a flood."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.floods import FloodLimits, Flow, Stream

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
LIMITS = FloodLimits(in_10_s=20, in_a_minute=60)


def sent(stream: Stream, *seconds: float) -> list[Flow]:
    return [stream.take(NOON + timedelta(seconds=each)) for each in seconds]


def test_the_twenty_first_in_ten_seconds_is_asked_to_slow_down_and_the_rest_dropped():
    flows = sent(Stream(LIMITS), *(n / 10 for n in range(30)))
    assert flows == [Flow.HEARD] * 20 + [Flow.TOLD] + [Flow.DROPPED] * 9


def test_the_sixty_first_in_a_minute_likewise():
    flows = sent(Stream(LIMITS), *(n * 0.7 for n in range(70)))
    assert flows.index(Flow.TOLD) == 60
    assert flows.count(Flow.TOLD) == 1


@pytest.mark.parametrize("pause_s", [0.0, 0.2])
def test_a_nervous_thumb_is_no_flood(pause_s):
    assert set(sent(Stream(LIMITS), *(n * pause_s for n in range(8)))) == {Flow.HEARD}


def test_hammering_on_stays_unheard_and_untold_until_it_stops():
    stream = Stream(LIMITS)
    flows = sent(stream, *(n * 0.3 for n in range(600)))  # three minutes
    assert flows.count(Flow.TOLD) == 1
    assert set(flows[80:]) == {Flow.DROPPED}
    assert sent(stream, 181) == [Flow.DROPPED]
    assert sent(stream, 242) == [Flow.HEARD]
    assert stream.at_rest(NOON + timedelta(seconds=302))


def test_what_seems_older_than_the_last_is_not_counted_twice_over():
    """Presses are dated by our clock, messages by Telegram's, which may lag."""
    stream = Stream(LIMITS)
    flows = [flow for n in range(15) for flow in sent(stream, n * 12, n * 12 - 100)]
    assert set(flows) == {Flow.HEARD}


@given(st.lists(st.floats(0.0, 30.0), max_size=200))
def test_whoever_is_told_was_over_a_limit_and_is_told_once_for_each_flood(pauses):
    stream, at = Stream(LIMITS), 0.0
    times: list[float] = []
    told_before_calm = False
    for pause in pauses:
        at += pause
        times.append(at)
        [flow] = sent(stream, at)
        short, long = sum(each > at - 10 for each in times), sum(each > at - 60 for each in times)
        if flow is Flow.TOLD:
            assert short > 20 or long > 60
            assert not told_before_calm
        if flow is Flow.HEARD:
            assert short <= 20
            assert long <= 60
        told_before_calm = flow is not Flow.HEARD
