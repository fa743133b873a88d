"""Who may be asked about a sentence, and until when a press counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.jots import ANSWER_WITHIN, Asked, Jot, fits

NOON = datetime(2026, 3, 11, 4, tzinfo=UTC)
DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 1, 1))


@given(asked_on=st.none() | DAYS, today=DAYS)
def test_once_a_day_and_never_for_those_who_said_so(asked_on: date | None, today: date) -> None:
    assert Asked(asked_on).may_be_asked(today) == (asked_on is None or asked_on < today)
    assert not Asked(asked_on, never_again=True).may_be_asked(today)


@given(days=st.lists(DAYS, max_size=12))
def test_however_often_neighbours_try_nobody_is_asked_twice_a_day(days: list[date]) -> None:
    asked, questions = Asked(), []
    for today in sorted(days):
        if asked.may_be_asked(today):
            questions.append(today)
            asked = Asked(today)
    assert questions == sorted(set(days))


def test_a_press_counts_within_the_hour() -> None:
    jot = Jot(1, 2, 3, 501, "王阿姨", "灯坏了", None, None, 4, NOON, NOON + ANSWER_WITHIN)
    assert not jot.is_over(NOON + timedelta(minutes=59, seconds=59))
    assert jot.is_over(NOON + timedelta(hours=1))


@pytest.mark.parametrize(("chars", "expected"), [(1, True), (1000, True), (1001, False)])
def test_what_can_be_noted_as_it_stands(chars: int, expected: bool) -> None:
    assert fits("灯" * chars) is expected
