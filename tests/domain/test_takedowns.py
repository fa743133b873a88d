"""Reports, rulings and contests: what counts, what follows from what, and what never happens in any order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import errors, takedowns
from bot.domain.errors import Refused
from bot.domain.takedowns import FOLD_AFTER, REMEMBERED, SETTLING, Pressed, Report, Step, TakedownStep
from bot.domain.wishes import Display, Wish
from tests.services.wishes_made import made

NOON = datetime(2026, 3, 11, 4, 0, tzinfo=UTC)
LI, ZHOU, WU = 2, 3, 4
WAITS = st.integers(0, 1200).map(lambda seconds: timedelta(seconds=seconds))


@settings(deadline=None)
@given(st.lists(WAITS, max_size=12))
def test_a_report_takes_two_deliberate_presses_and_so_does_taking_it_back(waits: list[timedelta]) -> None:
    """Whenever somebody presses: nothing is acted on that was not explained at least `SETTLING` before."""
    report: Report | None = None
    now, explained = NOON, None
    for wait in waits:
        now += wait
        before = report or Report()
        report, pressed = takedowns.press(report, now=now, may_again=False, number=12)
        acted = pressed in (Pressed.REPORTED, Pressed.TAKEN_BACK)
        assert acted == (before.reported_at != report.reported_at)
        if acted:
            assert explained is not None
            assert SETTLING <= now - explained <= REMEMBERED
            explained = None
        elif explained is None or now - explained > REMEMBERED:
            explained = now
        assert report.used_at is None


def test_a_nervous_thumb_is_told_once_more_and_no_more() -> None:
    report, first = takedowns.press(None, now=NOON, may_again=False, number=12)
    again, second = takedowns.press(report, now=NOON + timedelta(seconds=1), may_again=False, number=12)
    assert (first, second) == (Pressed.ASKED, Pressed.ASKED)
    assert again == report


def test_what_was_looked_at_is_reported_again_only_by_those_who_rule() -> None:
    used = Report(reported_at=NOON, used_at=NOON)
    with pytest.raises(errors.AlreadyLookedAt):
        takedowns.press(used, now=NOON, may_again=False, number=12)
    assert takedowns.press(used, now=NOON, may_again=True, number=12) == (Report(asked_at=NOON), Pressed.ASKED)


@pytest.mark.parametrize("reports", range(6))
def test_three_fold_it_or_one_who_answers_wishes(reports: int) -> None:
    assert takedowns.folds(reports, by_desk=True)
    assert takedowns.folds(reports, by_desk=False) == (reports >= FOLD_AFTER == 3)


class Life:
    """One wish and its steps; whatever is tried, in whatever order."""

    def __init__(self) -> None:
        self.wish: Wish = made()
        self.steps: list[TakedownStep] = []

    def acts(self, step: Step, person_id: int) -> None:
        before = self.wish
        try:
            if step is Step.FOLDED:
                if self.wish.display is not Display.SHOWN:
                    return
                self.wish = takedowns.fold(self.wish)
            elif step is Step.CONTESTED:
                takedowns.check_contest(self.wish, self.steps)
            else:
                self.wish = takedowns.rule(self.wish, step, so_far=self.steps, person_id=person_id)
        except Refused:
            assert self.wish is before
            return
        self.steps.append(TakedownStep(len(self.steps) + 1, 40, step, NOON, person_id=person_id))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(Step), st.sampled_from([LI, ZHOU, WU])), max_size=25))
def test_in_any_order(acts: list[tuple[Step, int]]) -> None:
    life = Life()
    for step, person_id in acts:
        life.acts(step, person_id)
        last = life.steps[-1].step if life.steps else None
        expected = {
            None: Display.SHOWN,
            Step.RESTORED: Display.SHOWN,
            Step.FOLDED: Display.CHECKING,
            Step.REMOVED: Display.REMOVED,
            Step.CONTESTED: Display.REMOVED,
            Step.UPHELD: Display.REMOVED,
        }
        assert life.wish.display is expected[last]
        assert replace(life.wish, display=Display.SHOWN) == made(), "its state and all else stay"
    names = [each.step for each in life.steps]
    for at, each in enumerate(life.steps):
        after = names[at + 1] if at + 1 < len(names) else None
        match each.step:
            case Step.UPHELD:
                assert after is None, "final"
                assert names[at - 1] is Step.CONTESTED
                assert takedowns.remover(life.steps[:at]) != each.person_id, "somebody else decides"
            case Step.CONTESTED:
                assert names[at - 1] is Step.REMOVED
                assert after in (None, Step.RESTORED, Step.UPHELD), "once"


@pytest.mark.parametrize(
    ("display", "refusal"),
    [(Display.CHECKING, errors.WishBeingChecked), (Display.REMOVED, errors.WishTakenDown)],
)
def test_what_is_out_of_sight_says_which(display: Display, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        takedowns.check_in_sight(made(display=display))
    takedowns.check_in_sight(made())
