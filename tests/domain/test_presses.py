"""A second press: nervous, a second thought, or a question. Whatever is pressed when, nobody counts twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.presses import CONFIRM_WITHIN, NERVOUS, SECOND_THOUGHT, LastPress, Meaning, Outcome, meaning

NOON = datetime(2026, 3, 11, 4, tzinfo=UTC)
COUNTED, BACK, ASKED = Outcome.COUNTED, Outcome.TAKEN_BACK, Outcome.ASKED
A_MOMENT = timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("held", "did", "ago", "expected"),
    [
        (False, None, None, Meaning.COUNT),
        (False, COUNTED, timedelta(seconds=1), Meaning.COUNT),  # taken back in private meanwhile
        (False, BACK, NERVOUS - A_MOMENT, Meaning.NERVOUS_TAKEN_BACK),
        (False, BACK, NERVOUS, Meaning.COUNT),
        (True, COUNTED, NERVOUS - A_MOMENT, Meaning.NERVOUS_COUNTED),
        (True, COUNTED, NERVOUS, Meaning.TAKE_BACK),
        (True, COUNTED, SECOND_THOUGHT, Meaning.TAKE_BACK),
        (True, COUNTED, SECOND_THOUGHT + A_MOMENT, Meaning.ASK),
        (True, ASKED, NERVOUS - A_MOMENT, Meaning.ASK),
        (True, ASKED, NERVOUS, Meaning.TAKE_BACK),
        (True, ASKED, CONFIRM_WITHIN, Meaning.TAKE_BACK),
        (True, ASKED, CONFIRM_WITHIN + A_MOMENT, Meaning.ASK),
        (True, None, None, Meaning.ASK),  # counted by the hint on a preview
        (True, BACK, timedelta(seconds=30), Meaning.ASK),  # taken back here, then counted by a hint
    ],
)
def test_what_a_press_means(held: bool, did: Outcome | None, ago: timedelta | None, expected: Meaning) -> None:
    last = LastPress(did, NOON - ago) if did is not None and ago is not None else None
    assert meaning(held=held, last=last, now=NOON) is expected


@given(st.lists(st.floats(min_value=0, max_value=400), max_size=25))
def test_presses_closer_than_three_seconds_change_nothing_and_nobody_is_counted_twice(gaps: list[float]) -> None:
    held, last, now = False, None, NOON
    for gap in gaps:
        now += timedelta(seconds=gap)
        before = held
        match meaning(held=held, last=last, now=now):
            case Meaning.COUNT:
                assert not held
                held, last = True, LastPress(COUNTED, now)
            case Meaning.TAKE_BACK:
                assert held
                held, last = False, LastPress(BACK, now)
            case Meaning.ASK:
                assert held
                last = LastPress(ASKED, now)
        if last is not None and last.at != now and now - last.at < NERVOUS:
            assert held == before
