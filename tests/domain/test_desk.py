"""The desk: headings, the order of the queue, the list of the morning, and passing on."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import desk, desk_refusals, errors, referrals
from bot.domain.desk import Cut, Heading, Looker, Morning
from bot.domain.people import Body, Estate, Speaker
from bot.domain.places import Place
from bot.domain.referrals import Referral
from bot.domain.wishes import ENDED, Category, Display, Kind, State, Visibility, Wish

NOW = datetime(2026, 3, 11, 4, tzinfo=UTC)
TODAY = date(2026, 3, 11)
SHANGHAI = ZoneInfo("Asia/Shanghai")
US = Looker(7, Body.PROPERTY)


def _wish(number: int, state: State, due_in: int | None, taken_by: int | None, display: Display, age_h: int) -> Wish:
    return Wish(
        id=number,
        estate_key="sunny",
        number=number,
        kind=Kind.WANT,
        words="灯坏了",
        place=Place(),
        category=list(Category)[number % len(Category)],
        visibility=Visibility.PUBLIC,
        state=state,
        author_id=1,
        author_name="王",
        chat_id=1,
        filed_at=NOW - timedelta(hours=age_h),
        next_date=None if due_in is None else TODAY + timedelta(days=due_in),
        taken_by=taken_by,
        display=display,
    )


WISHES = st.lists(
    st.builds(
        _wish,
        st.integers(1, 99),
        st.sampled_from(State),
        st.none() | st.integers(-5, 5),
        st.none() | st.integers(6, 8),
        st.sampled_from(Display),
        st.integers(0, 72),
    ),
    unique_by=lambda wish: wish.number,
)


def _under(heading: Heading, wishes: list[Wish], *, body: Body | None = None) -> set[int]:
    since = NOW - desk.NEW_FOR
    return {
        wish.number
        for wish in wishes
        if desk.belongs(wish, Cut(heading), today=TODAY, new_since=since, looker=US, with_body=body)
    }


@given(WISHES)
def test_no_wish_is_both_due_today_and_overdue_and_every_one_is_under_all(wishes: list[Wish]) -> None:
    by_heading = {heading: _under(heading, wishes) for heading in Heading}
    assert not by_heading[Heading.TODAY] & by_heading[Heading.OVERDUE]
    assert not by_heading[Heading.UNASSIGNED] & by_heading[Heading.MINE]
    assert all(numbers <= by_heading[Heading.ALL] for numbers in by_heading.values())


@given(WISHES)
def test_what_was_passed_on_to_us_is_ours_until_one_of_us_takes_it(wishes: list[Wish]) -> None:
    ours = _under(Heading.MINE, wishes, body=Body.PROPERTY)
    assert ours == {wish.number for wish in wishes if wish.taken_by in (None, 7)}
    assert _under(Heading.MINE, wishes, body=Body.OWNERS) == {each.number for each in wishes if each.taken_by == 7}


@given(WISHES)
def test_the_queue_is_in_the_order_of_its_days(wishes: list[Wish]) -> None:
    days = [wish.next_date or date.max for wish in desk.in_order(wishes)]
    assert days == sorted(days)


@given(WISHES)
def test_the_list_of_the_morning_counts_what_waits_and_nothing_else(wishes: list[Wish]) -> None:
    found = desk.morning_list(wishes, today=TODAY, since=NOW - timedelta(days=1))
    waiting = [wish for wish in wishes if wish.state not in {*ENDED, State.LATER} and wish.display is Display.SHOWN]
    assert found.says_nothing == (not (found.new or found.today or found.overdue or found.unassigned))
    assert sum(found.new.values()) == sum(wish.filed_at >= NOW - timedelta(days=1) for wish in waiting)
    assert found.unassigned == sum(wish.taken_by is None and wish.state is not State.PROMISED for wish in waiting)
    assert {each.number for each in (*found.today, *found.overdue)} <= {each.number for each in waiting}


@given(hours=st.integers(0, 24 * 400))
def test_the_next_list_is_at_half_past_eight_within_a_day(hours: int) -> None:
    estate = Estate("sunny", "阳光小区", SHANGHAI, "zh", 3)
    now = NOW + timedelta(hours=hours)
    moment = desk.next_list(now, estate)
    assert now < moment <= now + timedelta(days=1)
    assert moment.astimezone(SHANGHAI).time() == time(8, 30)
    later = desk.told(Morning("sunny", moment, now), estate, now=moment + timedelta(minutes=7))
    assert (later.next_at - moment, later.since) == (timedelta(days=1), moment + timedelta(minutes=7))


# ---- passing on -----------------------------------------------------------------------------------------------------

OPEN = _wish(12, State.OPEN, 3, None, Display.SHOWN, 1)
STEPS = st.lists(st.tuples(st.sampled_from(Body), st.sampled_from(Body), st.booleans()), max_size=12)


@given(STEPS)
def test_a_matter_is_passed_on_twice_at_most_and_never_to_where_it_lies(
    steps: list[tuple[Body, Body, bool]],
) -> None:
    passed: list[Referral] = []
    for by, to, listed in steps:
        speaker = Speaker(70, "张", by)
        try:
            referrals.check(OPEN, passed, to=to, by=speaker, person_id=7, listed=listed)
        except errors.Refused:
            continue
        passed.append(Referral(len(passed), OPEN.id, 7, speaker, to, "", NOW))
    ways = [each.to for each in passed]
    assert len(ways) <= referrals.MOST
    assert all(first is not second for first, second in itertools.pairwise(ways))
    assert referrals.with_body(passed) is (ways[-1] if ways else None)


@pytest.mark.parametrize(
    ("wish", "refusal"),
    [
        (_wish(1, State.DONE, None, None, Display.SHOWN, 1), errors.WishClosed),
        (_wish(1, State.TAKEN, 1, 8, Display.SHOWN, 1), errors.AlreadyTaken),
    ],
)
def test_what_has_ended_or_is_in_other_hands_is_not_passed_on(wish: Wish, refusal: type[errors.Refused]) -> None:
    with pytest.raises(refusal):
        referrals.check(wish, [], to=Body.PROPERTY, by=Speaker(70, "李", Body.COMMITTEE), person_id=7, listed=True)


def test_nobody_listed_no_passing_on() -> None:
    with pytest.raises(desk_refusals.NobodyThere):
        referrals.check(OPEN, [], to=Body.OWNERS, by=Speaker(70, "李", Body.COMMITTEE), person_id=7, listed=False)
