"""Whatever is asked when: no window of Telegram's ever holds more than its limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pacing import FORGET_ABOVE, Limits, Pacer

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
LIMITS = Limits(per_s=30, per_chat_per_s=1, chat_burst=3, per_group_per_min=20)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


@dataclass(frozen=True)
class Wish:
    """A call to `chat`, wanted this long after the one before; Telegram counts it at `counted` of its way."""

    gap_s: float
    chat: int
    takes_s: float
    counted: float


wishes = st.builds(
    Wish,
    gap_s=st.sampled_from([0.0, 0.0, 0.0, 0.001, 0.02, 0.3, 1.0, 7.5, 61.0]),
    chat=st.integers(1, 4),
    takes_s=st.sampled_from([0.0, 0.01, 0.2, 3.0]),
    counted=st.sampled_from([0.0, 0.5, 1.0]),
)


def call_one_after_the_other(pacer: Pacer, wanted: list[Wish]) -> list[tuple[int, datetime]]:
    """Each call begins as early as the pacer allows; odd chats are groups. Returns (chat, when it was counted)."""
    now, counted = START, []
    for wish in wanted:
        now += timedelta(seconds=wish.gap_s)
        group = wish.chat % 2 == 1
        asked = 0
        while (moment := pacer.free_at(wish.chat, group=group, now=now)) > now:
            now, asked = moment, asked + 1
            assert asked < 4, "waiting until the moment named must soon be enough"
        pacer.begin(wish.chat, group=group, now=now)
        counted.append((wish.chat, now + timedelta(seconds=wish.takes_s * wish.counted)))
        now += timedelta(seconds=wish.takes_s)
        pacer.end(wish.chat, group=group, now=now)
    return counted


def most_in(times: list[datetime], span_s: float) -> int:
    """The fullest half-open window of this length that begins at one of the times."""
    span = timedelta(seconds=span_s)
    return max((sum(first <= time < first + span for time in times) for first in times), default=0)


@settings(max_examples=150, deadline=None)
@given(st.lists(wishes, max_size=90))
def test_no_window_holds_more_than_the_limit(wanted: list[Wish]) -> None:
    counted = call_one_after_the_other(Pacer(LIMITS), wanted)
    everything = [time for _, time in counted]
    assert most_in(everything, 1) <= 30
    for chat in {chat for chat, _ in counted}:
        times = [time for each, time in counted if each == chat]
        if chat % 2 == 1:
            assert most_in(times, 60) <= 20
        for seconds in (0.001, 0.5, 1, 2, 5, 30):
            assert most_in(times, seconds) <= 3 + seconds


@settings(max_examples=60, deadline=None)
@given(st.lists(wishes, max_size=60), st.floats(0.5, 90), st.integers(0, 59))
def test_a_halted_chat_is_silent_until_the_halt_is_over(wanted: list[Wish], halt_s: float, at: int) -> None:
    pacer = Pacer(LIMITS)
    before = call_one_after_the_other(pacer, wanted[:at])
    now = max((time for _, time in before), default=START) + timedelta(seconds=4)
    until = now + timedelta(seconds=halt_s)
    pacer.halt(1, group=True, until=until, now=now)
    assert pacer.free_at(1, group=True, now=now) >= until
    assert pacer.free_at(1, group=True, now=until - timedelta(milliseconds=1)) >= until
    assert pacer.free_at(99, group=False, now=now + timedelta(seconds=1)) == now + timedelta(seconds=1)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=8))
def test_a_halt_is_never_shortened(halts_s: list[float]) -> None:
    pacer = Pacer(LIMITS)
    for halt_s in halts_s:
        pacer.halt(1, group=False, until=after(halt_s), now=START)
    assert pacer.free_at(1, group=False, now=START) == after(max(halts_s))


def test_calls_still_under_way_count() -> None:
    pacer = Pacer(Limits(per_s=2))
    for chat in (1, 2):
        pacer.begin(chat, group=False, now=START)
    assert pacer.room(after(5)) == 0
    assert pacer.free_at(3, group=False, now=after(5)) > after(5)
    pacer.end(1, group=False, now=after(5))
    assert pacer.room(after(5.5)) == 0
    assert pacer.room(after(6)) == 1


def test_a_slow_call_earns_nothing_while_it_lasts() -> None:
    pacer = Pacer(LIMITS)
    pacer.begin(2, group=False, now=START)
    pacer.end(2, group=False, now=after(10))  # Telegram may have counted it just now
    for _ in range(2):
        assert pacer.free_at(2, group=False, now=after(10)) == after(10)
        pacer.begin(2, group=False, now=after(10))
        pacer.end(2, group=False, now=after(10))
    assert pacer.free_at(2, group=False, now=after(10)) == after(11)


def test_a_burst_passes_and_then_one_a_second() -> None:
    pacer = Pacer(LIMITS)
    begun = []
    now = START
    while len(begun) < 6:
        if (moment := pacer.free_at(2, group=False, now=now)) > now:
            now = moment
            continue
        pacer.begin(2, group=False, now=now)
        pacer.end(2, group=False, now=now)
        begun.append((now - START).total_seconds())
    assert begun == [0, 0, 0, 1, 2, 3]


def test_a_group_gets_twenty_in_a_minute_and_a_private_chat_more() -> None:
    for group, most in ((True, 20), (False, 62)):
        pacer = Pacer(LIMITS)
        sent, now = 0, START
        while (now := pacer.free_at(1, group=group, now=now)) < after(60):
            pacer.begin(1, group=group, now=now)
            pacer.end(1, group=group, now=now)
            sent += 1
        assert sent == most


@pytest.mark.parametrize(("per_s", "most", "span_s"), [(30, 30, 1), (2.5, 2, 0.8), (0.5, 1, 2), (0.3, 1, 1 / 0.3)])
def test_rates_need_not_be_whole(per_s: float, most: int, span_s: float) -> None:
    pacer = Pacer(Limits(per_s=per_s))
    begun = 0
    while pacer.room(START):
        pacer.begin(begun, group=False, now=START)
        pacer.end(begun, group=False, now=START)
        begun += 1
    assert begun == most
    assert pacer.room_at(START) == after(span_s)


def test_a_clock_set_back_halts_nobody_for_long() -> None:
    pacer = Pacer(LIMITS)
    for _ in range(3):
        pacer.begin(1, group=True, now=after(3600))
        pacer.end(1, group=True, now=after(3600))
    assert pacer.free_at(1, group=True, now=START) <= after(1)
    assert pacer.room(after(1)) == 30


def test_chats_at_rest_are_forgotten_and_halted_ones_are_not() -> None:
    pacer = Pacer(LIMITS)
    pacer.halt(1, group=True, until=after(3600), now=START)
    for chat in range(2, FORGET_ABOVE + 100):
        pacer.free_at(chat, group=False, now=START)
    assert len(pacer._chats) < FORGET_ABOVE
    assert pacer.free_at(1, group=True, now=START) == after(3600)
