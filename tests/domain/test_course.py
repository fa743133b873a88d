"""The course of a wish: no dead ends, nobody acts without the right, what was kept gives the state."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain import amendments, course, errors, wishes
from bot.domain.amendments import Withdrawal
from bot.domain.course import COURSE, BrokenCourse, CourseStep, Mover, Step
from bot.domain.people import Body, Speaker
from bot.domain.places import Place
from bot.domain.rights import RIGHTS
from bot.domain.wishes import ENDED, AnswerKind, Category, Kind, State, Visibility, Wish

BEGAN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ZHANG = Speaker(9002, "张师傅", Body.PROPERTY)
DOCS = Path(__file__).resolve().parents[2] / "docs" / "course.md"


def a_wish() -> Wish:
    return Wish(
        id=1,
        estate_key="sunny",
        number=1,
        kind=Kind.WANT,
        words="三楼走廊的灯坏了",
        place=Place(building="3"),
        category=Category.REPAIR,
        visibility=Visibility.PUBLIC,
        state=State.OPEN,
        author_id=5,
        author_name="王阿姨",
        chat_id=7,
        filed_at=BEGAN,
        next_date=BEGAN.date() + timedelta(days=3),
    )


def test_every_state_is_reached_and_left_by_somebody_who_may() -> None:
    reached = {course.FIRST} | {each.after for each in COURSE if each.after is not None}
    assert reached == set(State)
    for each in COURSE:
        assert each.before, each
        assert (each.act is None) == (each.mover is Mover.CLOCK), f"{each.step}: somebody needs a right for it"
        assert each.act is None or RIGHTS[each.act], f"{each.step}: nobody has the right to it"


def test_no_state_is_a_dead_end() -> None:
    """From wherever a wish stands, people can bring it to an end; and from every end but its author's, back to life."""
    ways: dict[State, set[State]] = {state: set() for state in State}
    for each in COURSE:
        if each.step is not Step.CARRIED_OVER and each.mover is not Mover.CLOCK and each.after is not None:
            for before in each.before:
                ways[before].add(each.after)

    def within_reach(state: State) -> set[State]:
        found, edge = {state}, {state}
        while edge := {after for each in edge for after in ways[each]} - found:
            found |= edge
        return found

    for state in State:
        assert within_reach(state) & ENDED, f"{state} never ends"
    for state in ENDED:
        assert within_reach(state) - ENDED, f"nothing leads on from {state}"


@pytest.mark.parametrize(
    ("step", "before", "after"),
    [
        (Step.CAME_BACK, State.OPEN, State.OPEN),
        (Step.RETURNED, State.PROMISED, State.RETURNED),
        (Step.PROMISED, State.WITHDRAWN, State.PROMISED),
        (Step.WITHDRAWN, State.DONE, State.WITHDRAWN),
        (Step.TAKEN, State.DONE, State.TAKEN),
    ],
)
def test_a_step_that_the_table_does_not_have_is_refused_with_a_reason(step: Step, before: State, after: State) -> None:
    wish = replace(a_wish(), state=before)
    with pytest.raises(errors.StepNotNow) as refused:
        course.check(step, wish, replace(wish, state=after))
    assert refused.value.variables == {"number": "1"}


def test_steps_that_cannot_have_happened_are_not_played() -> None:
    done = CourseStep(1, Step.DONE, State.DONE, Mover.STAFF, BEGAN, speaker=ZHANG)
    assert course.replay([done]) is State.DONE
    with pytest.raises(BrokenCourse):
        course.replay([done, CourseStep(1, Step.TAKEN, State.TAKEN, Mover.STAFF, BEGAN, speaker=ZHANG)])
    with pytest.raises(BrokenCourse):
        course.replay([replace(done, mover=Mover.AUTHOR)])


def test_the_docs_show_the_table_as_it_is() -> None:
    written = DOCS.read_text(encoding="utf-8")
    for part in (course.diagram(), course.table()):
        assert part in written, f"docs/course.md is not drawn from the code any more; put this in:\n{part}"


class Life(RuleBasedStateMachine):
    """Whatever staff, author, neighbours and the clock do to a wish, by the functions that do it."""

    @initialize()
    def filed(self) -> None:
        self.wish = a_wish()
        self.now = BEGAN
        self.kept: list[CourseStep] = []
        self.withdrawal: Withdrawal | None = None

    def moves(self, after: Wish, step: Step) -> None:
        found = course.check(step, self.wish, after)
        speaker = ZHANG if found.mover is Mover.STAFF else None
        self.kept.append(CourseStep(1, step, after.state, found.mover, self.now, speaker, next_date=after.next_date))
        self.wish = after

    def tries(self, after: Any, step: Step) -> None:
        """What the domain lets pass, the table has; what it refuses, says why."""
        with contextlib.suppress(errors.Refused):
            self.moves(after(), step)

    @property
    def today(self) -> date:
        return self.now.date()

    @rule()
    def somebody_takes_it(self) -> None:
        self.tries(lambda: wishes.take(self.wish, person_id=3, name="张师傅"), Step.TAKEN)

    @rule()
    def they_hand_it_back(self) -> None:
        self.tries(lambda: wishes.hand_back(self.wish, person_id=3), Step.HANDED_BACK)

    @rule(kind=st.sampled_from(AnswerKind), days=st.integers(0, 400))
    def a_body_answers(self, kind: AnswerKind, days: int) -> None:
        due_on = self.today + timedelta(days=days) if kind in wishes.DATED else None
        step = course.step_of_answer(self.wish, kind)
        photos = ("photo",) if kind is AnswerKind.DONE else ()
        self.tries(
            lambda: wishes.answer(self.wish, kind=kind, words="有原因", due_on=due_on, photos=photos, today=self.today),
            step,
        )

    @rule()
    def the_author_withdraws(self) -> None:
        before = self.wish
        self.tries(lambda: amendments.withdraw(before), Step.WITHDRAWN)
        if self.wish is not before:
            self.withdrawal = Withdrawal(1, None, "", self.now, before.state, before.next_date)

    @rule()
    def the_author_takes_that_back(self) -> None:
        self.tries(lambda: amendments.take_back_withdrawal(self.wish, self.withdrawal, now=self.now), Step.UNWITHDRAWN)

    @rule(step=st.sampled_from([Step.RETURNED, Step.REOPENED]))
    @precondition(lambda self: self.wish.state is State.DONE)
    def those_affected_send_it_back(self, step: Step) -> None:
        self.moves(replace(self.wish, state=State.RETURNED, next_date=self.today + timedelta(days=3)), step)

    @rule()
    def its_author_is_forgotten(self) -> None:
        self.moves(wishes.gone(self.wish, photo=None), Step.GONE)

    @rule(hours=st.integers(0, 24 * 200))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        if self.wish.state is State.LATER and self.wish.next_date is not None and self.wish.next_date <= self.today:
            self.moves(course.came_back(self.wish, answer_due=self.today + timedelta(days=3)), Step.CAME_BACK)
            assert self.wish.state in (State.OPEN, State.TAKEN)
            assert self.wish.next_date == self.today + timedelta(days=3)

    @invariant()
    def the_history_gives_the_state(self) -> None:
        assert course.replay(self.kept) is self.wish.state
        assert all((each.speaker is not None) == (each.mover is Mover.STAFF) for each in self.kept)

    @invariant()
    def it_has_a_date_or_an_end(self) -> None:
        assert (self.wish.next_date is None) == self.wish.has_ended

    @invariant()
    def something_can_still_happen(self) -> None:
        assert any(each.mover is not Mover.CLOCK for each in course.from_here(self.wish.state))

    @invariant()
    def what_is_put_off_is_not_forgotten(self) -> None:
        if self.wish.state is State.LATER:
            assert self.wish.next_date is not None
            assert self.wish.next_date > self.today or self.kept[-1].at >= self.now - timedelta(hours=24)


TestLife = Life.TestCase
