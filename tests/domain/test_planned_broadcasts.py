"""What is planned: each turn goes out once, on its day or not at all; skipped, moved, taken over, changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import broadcast_refusals
from bot.domain import planned_broadcasts as rules
from bot.domain import planned_refusals as refusals
from bot.domain.broadcasts import Audience, Channel, Content, Whom
from bot.domain.errors import Refused
from bot.domain.people import Body, Estate, Speaker
from bot.domain.planned_broadcasts import PlannedBroadcast, PlannedState
from bot.domain.sending_days import Repeat, Rule

ZONE = ZoneInfo("Asia/Shanghai")
ESTATE = Estate("sunny", "阳光小区", ZONE, "zh", 3)
NOW = datetime(2026, 3, 2, 9, tzinfo=ZONE)  #: a Monday
MONDAY = NOW.date()
LI = Speaker(1, "李书记", Body.COMMITTEE)
WEEK = timedelta(days=7)


def planned(
    repeat: Repeat = Repeat.WEEKLY, *, first: date = MONDAY, at: time = time(10), until: date | None = None
) -> PlannedBroadcast:
    drafted = PlannedBroadcast(
        *(1, "sunny", 1, Content({"zh": "停水"}), Audience(Whom.ALL, ("sunny",)), Channel.GROUPS),
        ask_read=False,
        emergency=False,
        rule=Rule(repeat, first, at, until),
        state=PlannedState.PLANNED,
        by=LI,
        by_id=1,
        at=NOW,
        zone=ZONE.key,
        desk_chat_id=1,
        desk_language="",
    )
    return rules.begun(drafted, ESTATE, now=NOW)


def due(one: PlannedBroadcast) -> datetime:
    assert one.due_at is not None
    return one.due_at


def runs(one: PlannedBroadcast, looks: list[timedelta]) -> tuple[list[date], list[date]]:
    """Looked at so often, each time so much later: the days on which it went out, and those that were missed."""
    went: list[date] = []
    missed: list[date] = []
    now = NOW
    for later in looks:
        now += later
        if one.due_at is None or one.due_at > now:
            continue
        what = rules.due_of(one, ESTATE, now=now)
        if what.now is not None:
            assert what.now.on == now.date(), "on its own day alone"
            went.append(what.now.on)
        missed += what.missed
        one = rules.scheduled(rules.settled(one, what), ESTATE, now=now)
        assert one.due_at is None or one.due_at > now
    return went, missed


@given(
    st.sampled_from([each for each in Repeat if each is not Repeat.ONCE]),
    st.lists(st.integers(1, 60 * 24 * 9), min_size=1, max_size=40),
)
def test_however_it_is_looked_at_nothing_goes_out_twice_and_nothing_is_lost(repeat: Repeat, minutes: list[int]) -> None:
    one = planned(repeat)
    looks = [timedelta(minutes=each) for each in minutes]
    went, missed = runs(one, looks)
    assert len(set(went)) == len(went)
    assert not set(went) & set(missed)
    last = NOW + sum(looks, timedelta())
    wanted = [each.on for each in rules.within(one, ESTATE, now=NOW, until=last)]
    assert sorted(went + missed) == wanted


def test_a_turn_goes_out_late_on_its_day_but_not_once_the_estate_sleeps() -> None:
    one = planned()
    assert rules.due_of(one, ESTATE, now=NOW.replace(hour=21)).now is not None
    late = rules.due_of(one, ESTATE, now=NOW.replace(hour=23))
    assert (late.now, late.missed) == (None, (MONDAY,))
    urgent = replace(one, emergency=True)
    assert rules.due_of(urgent, ESTATE, now=NOW.replace(hour=23)).now is not None
    evening = planned(at=time(21, 59))
    assert rules.due_of(evening, ESTATE, now=NOW.replace(hour=22, minute=1)).now is not None, "a tick comes later"


def test_what_was_missed_is_known_until_it_is_sent() -> None:
    one = planned()
    late = rules.settled(one, rules.due_of(one, ESTATE, now=NOW + timedelta(days=1)))
    assert (late.missed_on, late.past) == (MONDAY, MONDAY)
    later = rules.scheduled(late, ESTATE, now=NOW + timedelta(days=1))
    assert later.due_day == MONDAY + WEEK
    sent = rules.settled(later, rules.due_of(later, ESTATE, now=NOW + WEEK + timedelta(hours=2)))
    assert (sent.missed_on, sent.sent) == (None, 1)


def test_skipped_it_can_be_had_back_until_its_moment_even_the_only_one() -> None:
    one = planned(Repeat.ONCE)
    skipped = rules.skip(one, MONDAY, ESTATE, now=NOW)
    assert skipped.state is PlannedState.PLANNED
    assert rules.unskip(skipped, MONDAY, ESTATE, now=NOW).due_at == one.due_at
    with pytest.raises(refusals.PlannedTurnGone):
        rules.skip(skipped, MONDAY, ESTATE, now=NOW)
    past = NOW + timedelta(hours=2)
    assert rules.due_of(skipped, ESTATE, now=past).now is None
    over = rules.scheduled(rules.settled(skipped, rules.due_of(skipped, ESTATE, now=past)), ESTATE, now=past)
    assert (over.state, over.missed_on) == (PlannedState.OVER, None)


def test_a_turn_moves_between_its_neighbours_alone() -> None:
    one = planned()
    wall = datetime.combine(MONDAY + timedelta(days=2), time(15))
    moved = rules.move(one, MONDAY, wall, ESTATE, now=NOW)
    assert due(moved).astimezone(ZONE) == wall.replace(tzinfo=ZONE)
    assert moved.due_day == MONDAY
    for wrong, refused in (
        (datetime.combine(MONDAY + WEEK, time(10)), refusals.PlannedTurnOutOfOrder),
        (datetime.combine(MONDAY, time(8)), refusals.PlannedInPast),
    ):
        with pytest.raises(refused):
            rules.move(one, MONDAY, wrong, ESTATE, now=NOW)
    with pytest.raises(refusals.PlannedTurnOutOfOrder):
        rules.move(moved, MONDAY + WEEK, datetime.combine(MONDAY + timedelta(days=1), time(9)), ESTATE, now=NOW)
    with pytest.raises(refusals.PlannedTurnGone):
        rules.move(one, MONDAY + timedelta(days=1), wall, ESTATE, now=NOW)


def test_moved_it_goes_out_then_and_not_on_its_own_day() -> None:
    wall = datetime.combine(MONDAY + timedelta(days=2), time(15))
    moved = rules.move(planned(), MONDAY, wall, ESTATE, now=NOW)
    hours = [timedelta(hours=1)] * 24 * 9
    went, missed = runs(moved, hours)
    assert went == [wall.date(), MONDAY + WEEK]
    assert missed == []


def test_a_second_officer_agrees_and_never_whoever_planned_it() -> None:
    one = replace(planned(), state=PlannedState.PROPOSED)
    with pytest.raises(broadcast_refusals.SecondOfficerNeeded):
        rules.agree(one, ESTATE, by_id=1, name="李", now=NOW)
    agreed = rules.agree(one, ESTATE, by_id=2, name="张", now=NOW)
    assert (agreed.state, agreed.confirmed_by) == (PlannedState.PLANNED, "张")
    with pytest.raises(refusals.PlannedNotProposed):
        rules.agree(agreed, ESTATE, by_id=2, name="张", now=NOW)


def test_paused_another_takes_it_over_in_their_own_name() -> None:
    one = rules.paused(planned())
    assert one.due_at is None
    zhang = Speaker(2, "张师傅", Body.PROPERTY)
    taken = rules.take_over(one, ESTATE, by=zhang, by_id=2, now=NOW)
    assert (taken.by, taken.by_id, taken.due_day) == (zhang, 2, MONDAY)
    with pytest.raises(refusals.PlannedNotPaused):
        rules.take_over(taken, ESTATE, by=LI, by_id=1, now=NOW)


def test_changed_it_keeps_its_exceptions_only_under_the_same_rule() -> None:
    one = rules.skip(planned(), MONDAY, ESTATE, now=NOW)
    words = replace(one, content=Content({"zh": "停电"}))
    same = rules.changed(one, words, ESTATE, proposed=False, now=NOW)
    assert same.skipped == {MONDAY}
    assert same.content.words == {"zh": "停电"}
    other = replace(words, rule=replace(one.rule, at=time(11)))
    assert rules.changed(one, other, ESTATE, proposed=True, now=NOW).skipped == frozenset()


@pytest.mark.parametrize("state", [PlannedState.STOPPED, PlannedState.OVER])
def test_nothing_is_done_with_what_is_over(state: PlannedState) -> None:
    over = replace(planned(), state=state, due_at=None, due_day=None, ended_at=NOW)
    for act in (
        lambda: rules.stop(over, now=NOW),
        lambda: rules.skip(over, MONDAY, ESTATE, now=NOW),
        lambda: rules.changed(over, over, ESTATE, proposed=False, now=NOW),
    ):
        with pytest.raises(Refused):
            act()


def test_what_has_no_moment_left_is_not_planned() -> None:
    with pytest.raises(refusals.PlannedInPast):
        planned(Repeat.ONCE, at=time(8, 30))
    with pytest.raises(refusals.PlannedUntilTooSoon):
        planned(until=MONDAY - timedelta(days=1))
