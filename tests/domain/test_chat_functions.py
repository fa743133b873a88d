"""What is recommended of a group's functions by how many use them; when, and for how many groups in a morning."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import chat_functions as rules
from bot.domain.chat_functions import Advice, Function, FunctionReview, Use, advise
from bot.domain.people import Estate

ESTATE = Estate("garden", "花园小区", ZoneInfo("Asia/Shanghai"), "zh", 3)
BOUND = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ORDER = [Advice.STOP, Advice.TALK, Advice.KEEP]

uses = st.builds(Use, st.integers(0, 50), st.integers(0, 500), st.integers(0, 300))


@pytest.mark.parametrize(
    ("persons", "known", "advice"),
    [
        (0, 0, Advice.STOP),
        (0, 500, Advice.STOP),
        (1, 5, Advice.KEEP),  # a small group: one of five
        (1, 11, Advice.TALK),
        (2, 100, Advice.TALK),
        (3, 100, Advice.KEEP),
        (3, 300, Advice.KEEP),
        (3, 301, Advice.TALK),  # lost in a large group
        (9, 0, Advice.KEEP),  # the bot knows of fewer than used it: some have left
    ],
)
def test_by_how_many_use_it_among_those_known(persons: int, known: int, advice: Advice) -> None:
    assert advise(Use(1, persons, persons), known=known) is advice


@given(uses, uses, st.integers(0, 1000))
def test_more_people_never_make_it_worse_and_presses_alone_change_nothing(one: Use, other: Use, known: int) -> None:
    fewer, more = sorted((one, other), key=lambda use: use.persons)
    assert ORDER.index(advise(fewer, known=known)) <= ORDER.index(advise(more, known=known))
    busy = Use(one.offered + 9, one.times + 99, one.persons)
    assert advise(busy, known=known) is advise(one, known=known), "who is busy is not counted"
    assert (advise(one, known=known) is Advice.STOP) == (one.persons == 0)


@given(st.dictionaries(st.sampled_from(Function), uses), st.integers(0, 1000))
def test_nothing_is_said_of_what_nobody_could_have_used(counted: dict[Function, Use], known: int) -> None:
    review = FunctionReview(1, "garden", BOUND, BOUND, known=known, uses=counted)
    told = [function for function, _, _ in review.rows()]
    assert told == [each for each in Function if each in told], "in one order"
    for function, use in counted.items():
        could = use.offered > 0 or function in (Function.WISHES, Function.SIGNUPS, Function.POLLS)
        assert (function in told) == could


@given(st.integers(0, 500 * 24).map(lambda hours: BOUND + timedelta(hours=hours)))
def test_it_is_told_by_day_on_a_working_day_once_sixty_days_are_full(bound: datetime) -> None:
    moment = rules.begun(1, ESTATE, now=bound).next_at
    assert moment > bound + timedelta(days=60)
    assert moment <= bound + timedelta(days=75), "however long a holiday is"
    assert ESTATE.local(moment).time() == ESTATE.list_at
    assert ESTATE.workdays.is_working(ESTATE.local(moment).date())
    begun = rules.begun(1, ESTATE, now=bound)
    again = rules.told(begun, {}, known=3, estate=ESTATE, now=moment)
    assert rules.counted_from(begun, now=moment) == bound, "the first time, all of it"
    assert 60 <= again.days <= 75
    assert rules.counted_from(again, now=again.next_at) == again.next_at - timedelta(days=60)
    assert again.told_at == moment
    assert again.next_at > moment + timedelta(days=180)


@given(st.lists(st.tuples(st.integers(1, 99), st.integers(0, 9)), max_size=9, unique_by=lambda each: each[0]))
def test_a_few_groups_a_morning_the_longest_waiting_first(due: list[tuple[int, int]]) -> None:
    reviews = [FunctionReview(chat_id, "garden", BOUND, BOUND + timedelta(days=late)) for chat_id, late in due]
    today, later = rules.split(reviews)
    assert len(today) == min(rules.MOST_A_DAY, len(due))
    assert sorted(each.chat_id for each in (*today, *later)) == sorted(chat_id for chat_id, _ in due)
    if today and later:
        assert max(each.next_at for each in today) <= min(each.next_at for each in later)
