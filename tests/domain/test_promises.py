"""Each promise has exactly one fate, and the counts leave none out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import promises, publications
from bot.domain.course import CourseStep, Mover, Step
from bot.domain.people import Body, Speaker
from bot.domain.promises import Fate
from bot.domain.wishes import State

BEGAN = datetime(2026, 3, 2, 4, tzinfo=UTC)
FOREMAN = Speaker(1, "张师傅", Body.PROPERTY)
_AFTER = {
    Step.PROMISED: State.PROMISED,
    Step.MOVED: State.PROMISED,
    Step.DONE: State.DONE,
    Step.RETURNED: State.RETURNED,
    Step.DECLINED: State.DECLINED,
    Step.WITHDRAWN: State.WITHDRAWN,
    Step.UNWITHDRAWN: State.PROMISED,
    Step.PARKED: State.LATER,
    Step.TAKEN: State.PROMISED,
}


def step(kind: Step, on: int, day: int | None = None) -> CourseStep:
    """`on`, `day`: days after the first."""
    staff = kind in (Step.PROMISED, Step.MOVED, Step.DONE, Step.DECLINED, Step.PARKED, Step.TAKEN)
    return CourseStep(
        wish_id=1,
        step=kind,
        state=_AFTER[kind],
        mover=Mover.STAFF if staff else Mover.AUTHOR,
        at=BEGAN + timedelta(days=on),
        speaker=FOREMAN if staff else None,
        next_date=None if day is None else BEGAN.date() + timedelta(days=day),
    )


def fates(*steps: CourseStep, today: int = 100) -> list[Fate]:
    told = promises.of_steps(steps, zone=UTC, today=BEGAN.date() + timedelta(days=today))
    return [each.fate for each in told]


def test_kept_moved_missed_open_and_lifted() -> None:
    assert fates(step(Step.PROMISED, 0, 5), step(Step.DONE, 5)) == [Fate.KEPT]
    assert fates(step(Step.PROMISED, 0, 5), step(Step.DONE, 6)) == [Fate.MISSED]
    assert fates(step(Step.PROMISED, 0, 5), step(Step.MOVED, 4, 9), step(Step.DONE, 9)) == [Fate.MOVED, Fate.KEPT]
    assert fates(step(Step.PROMISED, 0, 5), step(Step.MOVED, 6, 9), today=7) == [Fate.MISSED, Fate.OPEN]
    assert fates(step(Step.PROMISED, 0, 5), today=5) == [Fate.OPEN]
    assert fates(step(Step.PROMISED, 0, 5), today=6) == [Fate.MISSED]
    assert fates(step(Step.PROMISED, 0, 5), step(Step.WITHDRAWN, 2)) == [Fate.LIFTED]
    assert fates(step(Step.PROMISED, 0, 5), step(Step.DECLINED, 9)) == [Fate.MISSED]


def test_what_residents_say_is_not_fixed_was_not_kept() -> None:
    assert fates(step(Step.PROMISED, 0, 5), step(Step.DONE, 4), step(Step.RETURNED, 5, 12)) == [Fate.MISSED]


def test_a_wish_that_is_not_withdrawn_after_all_is_promised_as_before() -> None:
    back = (step(Step.PROMISED, 0, 5), step(Step.WITHDRAWN, 1), step(Step.UNWITHDRAWN, 1, 5))
    assert fates(*back, today=3) == [Fate.OPEN]
    assert fates(*back, step(Step.DONE, 4)) == [Fate.KEPT]


STEPS = st.lists(st.tuples(st.sampled_from(list(_AFTER)), st.integers(0, 10), st.integers(0, 30)), max_size=12)


@given(steps=STEPS, today=st.integers(0, 200))
def test_the_fates_partition_the_promises(steps: list[tuple[Step, int, int]], today: int) -> None:
    told, on = [], 0
    for kind, later, ahead in steps:
        on += later
        told.append(step(kind, on, on + ahead))
    found = promises.of_steps(told, zone=UTC, today=BEGAN.date() + timedelta(days=max(today, on)))
    given_ = sum(kind in (Step.PROMISED, Step.MOVED) for kind, _, _ in steps)
    assert len(found) == given_
    counted = promises.counts(found)
    assert sum(counted.values()) == given_
    assert set(counted) == set(Fate)
    assert counted[Fate.OPEN] <= 1
    assert sum(len(theirs) for theirs in promises.by_body(found).values()) == given_


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_a_quarter_is_reviewed_in_its_last_months_or_in_the_month_after(today: date) -> None:
    begins = publications.quarter_begins(publications.quarter_of(today))
    assert begins <= today
    assert (today - begins).days <= 92 + 31
    assert publications.year_of(date(2026, 12, 1)) == "2027"
    assert publications.year_of(date(2026, 11, 30)) == "2026"
