"""What many are told takes turns, and lets whoever talks to the bot go first; Telegram's limit holds for both."""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pacing import FARTHEST_TURN, YIELD_FOR, YIELDED, Limits, Pacer, Turns, Window
from bot.domain.broadcasts import BURST, SHARE
from tests.delivery.test_pacing import START, after, most_in

PER_S = 30
LONGEST_CALL_S = 0.2
AT_ONCE = 24  #: recipients that wait side by side
SECOND = timedelta(seconds=1)


@dataclass(order=True)
class Caller:
    """Wakes up at `at`, asks whether it may call, and sleeps on until the moment it is told."""

    at: datetime
    number: int
    chat: int = field(compare=False)
    takes_s: float = field(compare=False)
    gives_way: bool = field(compare=False)
    came_at: datetime = field(compare=False)
    calls: bool = field(default=False, compare=False)


@dataclass
class Day:
    """A broadcast under way, and people who talk to the bot meanwhile, as `Carrier` has them ask."""

    pacer: Pacer
    counted: list[datetime] = field(default_factory=list)  #: when Telegram counted each call, at the latest it could
    begun: list[datetime] = field(default_factory=list)  #: and at the earliest
    told: list[datetime] = field(default_factory=list)
    waited_s: list[float] = field(default_factory=list)  #: of those who talk
    _callers: list[Caller] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def passes(self, recipients: int, takes_s: list[float], talks_s: list[float]) -> None:
        left = itertools.chain(range(recipients))
        for chat, at_s in enumerate(talks_s):
            self._comes(after(at_s), 1_000_000 + chat, takes_s[chat % len(takes_s)], gives_way=False)
        for chat in itertools.islice(left, AT_ONCE):
            self._recipient(START, chat, takes_s)
        while self._callers:
            caller = heapq.heappop(self._callers)
            now = caller.at
            if caller.calls:
                self.pacer.end(caller.chat, group=False, now=now)
                self.counted.append(now)
                if caller.gives_way and (chat := next(left, None)) is not None:
                    self._recipient(now, chat, takes_s)
                continue
            moment = self.pacer.free_at(caller.chat, group=False, now=now, gives_way=caller.gives_way)
            if moment > now:
                caller.at = moment
                heapq.heappush(self._callers, caller)
                continue
            self.pacer.begin(caller.chat, group=False, now=now, gives_way=caller.gives_way)
            self.begun.append(now)
            if caller.gives_way:
                self.told.append(now)
            else:
                self.waited_s.append((now - caller.came_at).total_seconds())
            caller.at, caller.calls = now + timedelta(seconds=caller.takes_s), True
            heapq.heappush(self._callers, caller)

    def _recipient(self, now: datetime, chat: int, takes_s: list[float]) -> None:
        self._comes(self.pacer.turn(now), chat, takes_s[chat % len(takes_s)], gives_way=True)

    def _comes(self, at: datetime, chat: int, takes_s: float, *, gives_way: bool) -> None:
        caller = Caller(at, next(self._numbers), chat, takes_s, gives_way, came_at=at)
        heapq.heappush(self._callers, caller)


calls_s = st.lists(st.floats(0.001, LONGEST_CALL_S), min_size=1, max_size=20)


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 150), calls_s, st.lists(st.floats(0, 5), max_size=15))
def test_nobody_who_talks_waits_long_and_no_second_holds_more_than_the_limit(
    recipients: int, takes_s: list[float], talks_s: list[float]
) -> None:
    day = Day(Pacer(Limits(per_s=PER_S)))
    day.passes(recipients, takes_s, talks_s)
    assert len(day.told) == recipients
    assert most_in(day.counted, 1) <= PER_S
    assert most_in(day.begun, 1) <= PER_S
    assert max(day.waited_s, default=0) <= 1 + LONGEST_CALL_S + 0.001


@settings(max_examples=20, deadline=None)
@given(st.lists(st.floats(0.001, 0.02), min_size=1, max_size=20), st.lists(st.floats(1, 9), max_size=6))
def test_a_broadcast_loses_little_to_those_who_talk(takes_s: list[float], talks_s: list[float]) -> None:
    """Within 5% of the limit, and a call's length beside it, as one counts from its beginning to its end."""
    recipients = 300
    day = Day(Pacer(Limits(per_s=PER_S)))
    day.passes(recipients, takes_s, talks_s)
    took_s = (day.told[-1] - day.told[0]).total_seconds()
    assert took_s <= (recipients + len(talks_s)) / PER_S * (1 + max(takes_s)) * 1.05 + 0.1


def test_whoever_talks_waits_for_one_place_while_the_broadcast_waits_for_more() -> None:
    pacer = Pacer(Limits(per_s=PER_S))
    for chat in range(PER_S):
        pacer.begin(chat, group=False, now=after(chat / 100))
        pacer.end(chat, group=False, now=after(chat / 100))
    now = after(0.5)
    assert pacer.free_at(901, group=False, now=now, gives_way=True) == after(1), "nobody who talks had to wait"
    assert pacer.free_at(900, group=False, now=now) == after(1)
    assert pacer.free_at(901, group=False, now=now, gives_way=True) == after(1 + YIELDED / 100)
    pacer.begin(900, group=False, now=after(1))
    pacer.end(900, group=False, now=after(1))
    assert pacer.free_at(901, group=False, now=after(1), gives_way=True) == after(1.01), "nobody waits any more"


def test_whoever_waited_and_never_came_back_holds_up_nothing_for_long() -> None:
    pacer = Pacer(Limits(per_s=PER_S))
    for chat in range(PER_S - 1):
        pacer.begin(chat, group=False, now=START)
    pacer.begin(900, group=False, now=START)
    assert pacer.free_at(901, group=False, now=START) > START
    for chat in (*range(PER_S - 1), 900):
        pacer.end(chat, group=False, now=START)
    later = after(1) + YIELD_FOR
    for chat in range(PER_S - 1):
        pacer.begin(chat, group=False, now=later, gives_way=True)
    assert pacer.free_at(902, group=False, now=later, gives_way=True) == later


@pytest.mark.parametrize(("made", "spare", "free_s"), [(29, 0, 0.5), (28, 1, 0.5), (29, 1, 1), (30, 2, 1.02)])
def test_room_is_left_beside_it(made: int, spare: int, free_s: float) -> None:
    window = Window(PER_S, SECOND)
    for number in range(made):
        window.begin()
        window.end(after(number / 100))
    assert window.free_at(after(0.5), spare=spare) == after(free_s)


@given(st.floats(0.3, 40), st.integers(0, 50), st.integers(0, 50))
def test_room_that_there_never_is_is_not_waited_for(rate: float, made: int, spare: int) -> None:
    """Otherwise an album, or a bot of few messages a second, would wait for ever."""
    window = Window(rate, SECOND)
    for _ in range(min(made, window.most)):
        window.begin()
        window.end(START)
    assert window.free_at(START + window.span, spare=spare) == START + window.span


@given(st.floats(0.2, 60), st.integers(1, 12), st.lists(st.sampled_from([0, 0, 0, 0.01, 0.4, 3.0]), max_size=80))
def test_turns_come_one_after_the_other_and_no_faster_than_their_rate(
    rate: float, burst: int, gaps_s: list[float]
) -> None:
    turns, now, booked = Turns(rate, burst), START, []
    for gap_s in gaps_s:
        now += timedelta(seconds=gap_s)
        moment = turns.book(now)
        assert moment >= now
        booked.append(moment)
        if moment - now > timedelta(seconds=50):
            break  # nobody books so far ahead; beyond FARTHEST_TURN it is taken for a clock set back
    assert booked == sorted(booked)
    for seconds in (0.001, 0.5, 1, 10):
        assert most_in(booked, seconds) <= burst + math.ceil(seconds * rate)


def test_turns_after_a_rest_begin_with_a_burst() -> None:
    turns = Turns(10, 3)
    moments = [(turns.book(START) - START).total_seconds() for _ in range(5)]
    assert moments == pytest.approx([0, 0, 0, 0.1, 0.2])
    assert [turns.book(after(60)) for _ in range(3)] == [after(60)] * 3


def test_a_clock_set_back_keeps_no_turn_waiting() -> None:
    turns = Turns(10, 1)
    turns.book(after(3600))
    assert turns.book(START) - START <= FARTHEST_TURN


def test_broadcasts_leave_a_little_of_the_rate_to_the_others() -> None:
    pacer = Pacer(Limits(per_s=PER_S))
    moments = [pacer.turn(START) for _ in range(BURST + 100)]
    assert moments[BURST - 1] == START
    assert (moments[-1] - START).total_seconds() == pytest.approx(100 / (PER_S * SHARE), abs=0.001)
    assert SHARE < 1
