"""Taking a wish out of sight and putting it back: reports, the look at it, the ruling, the author's one contest. Pure.

Criticism is no reason: `Reason` does not hold it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain import errors
from bot.domain.people import Body
from bot.domain.wishes import Display, State, Wish

FOLD_AFTER = 3  #: neighbours who report it; of those who answer wishes, one
SETTLING = timedelta(seconds=2)  #: a second press within it is a nervous thumb
REMEMBERED = timedelta(minutes=10)  #: how long a first press waits for the second
MAX_RULING_CHARS = 300
MAX_CONTEST_CHARS = 500


class Step(StrEnum):
    """What can happen to a wish that is looked at."""

    FOLDED = "folded"  #: out of sight until somebody has looked
    RESTORED = "restored"
    REMOVED = "removed"
    CONTESTED = "contested"  #: its author says why it should come back
    UPHELD = "upheld"  #: somebody else has looked, and it stays away for good


class Reason(StrEnum):
    """Why a wish may be removed."""

    PRIVATE = "private"  #: somebody's private matters
    INSULT = "insult"  #: or a threat
    ADVERTISING = "advertising"
    UNTRUE = "untrue"  #: not true and hurting somebody
    DUPLICATE = "duplicate"
    OTHER = "other"  #: in words


@dataclass(frozen=True, slots=True)
class Report:
    """One person's presses on one wish. It counts while `reported_at` is set and `used_at` is not."""

    asked_at: datetime | None = None  #: of a first press that waits for its second
    reported_at: datetime | None = None
    used_at: datetime | None = None  #: a moderator has looked: it folds this wish no more


class Pressed(StrEnum):
    """What a press came to."""

    ASKED = "asked"  #: told what a second press does
    REPORTED = "reported"
    ASKED_BACK = "asked-back"  #: told that a second press takes the report back
    TAKEN_BACK = "taken-back"


@dataclass(frozen=True, slots=True)
class TakedownStep:
    """A line of what happened, in order."""

    id: int
    wish_id: int
    step: Step
    at: datetime
    person_id: int | None = None  #: who did it; None: the neighbours' reports, of which nobody is told who
    name: str = ""  #: of a speaker; neighbours are not named
    body: Body | None = None
    reason: Reason | None = None  #: of a removal
    words: str = ""
    reports: int = 0  #: how many there were when it was folded


def press(report: Report | None, *, now: datetime, may_again: bool, number: int) -> tuple[Report, Pressed]:
    """What the next press on [something is wrong] does: the first asks, a deliberate second acts.

    `may_again`: of those who rule on it; they may fold what was looked at before.

    Raises:
        AlreadyLookedAt: this person's report was used up.
    """
    report = report or Report()
    if report.used_at is not None:
        if not may_again:
            raise errors.AlreadyLookedAt(number=str(number))
        report = Report()
    reported = report.reported_at is not None
    waited = None if report.asked_at is None else now - report.asked_at
    if waited is None or waited > REMEMBERED:
        return replace(report, asked_at=now), Pressed.ASKED_BACK if reported else Pressed.ASKED
    if waited < SETTLING:
        return report, Pressed.ASKED_BACK if reported else Pressed.ASKED
    if reported:
        return Report(), Pressed.TAKEN_BACK
    return Report(reported_at=now), Pressed.REPORTED


def folds(reports: int, *, by_desk: bool) -> bool:
    return by_desk or reports >= FOLD_AFTER


def fold(wish: Wish) -> Wish:
    return replace(wish, display=Display.CHECKING)


def rule(wish: Wish, step: Step, *, so_far: Sequence[TakedownStep], person_id: int) -> Wish:
    """Return the wish after a ruling: restored, removed, or upheld.

    A removal may be put right by anybody who rules, until a contest was decided; a contest is turned down only by
    somebody other than who removed it.

    Raises:
        AlreadyRuled: nothing waits for this ruling (any more).
        OwnRuling: who removed it turns its contest down.
    """
    last = so_far[-1] if so_far else None
    match step:
        case Step.RESTORED if wish.display is Display.CHECKING:
            return replace(wish, display=Display.SHOWN)
        case Step.RESTORED if wish.display is Display.REMOVED and (last is None or last.step is not Step.UPHELD):
            return replace(wish, display=Display.SHOWN)
        case Step.REMOVED if wish.display is Display.CHECKING:
            return replace(wish, display=Display.REMOVED)
        case Step.UPHELD if wish.display is Display.REMOVED and last is not None and last.step is Step.CONTESTED:
            if remover(so_far) == person_id:
                raise errors.OwnRuling(number=str(wish.number))
            return wish
    name = last.name if last else ""
    raise errors.AlreadyRuled(number=str(wish.number), name=name)


def remover(so_far: Sequence[TakedownStep]) -> int | None:
    """Who took it down last."""
    return next((each.person_id for each in reversed(so_far) if each.step is Step.REMOVED), None)


def check_contest(wish: Wish, so_far: Sequence[TakedownStep]) -> None:
    """Let the author contest, or refuse.

    Raises:
        NothingToContest: it is not taken down (any more).
        AlreadyContested: once is all.
    """
    if wish.display is not Display.REMOVED:
        raise errors.NothingToContest(number=str(wish.number))
    if so_far and so_far[-1].step in (Step.CONTESTED, Step.UPHELD):
        raise errors.AlreadyContested(number=str(wish.number))


def waits_for_ruling(wish: Wish, last: TakedownStep | None) -> bool:
    return wish.display is Display.CHECKING or (
        wish.display is Display.REMOVED and last is not None and last.step is Step.CONTESTED
    )


def check_in_sight(wish: Wish) -> None:
    """Refuse what is done with a wish that is out of sight.

    Raises:
        WishBeingChecked, WishTakenDown: see `Display`.
        WishClosed: its author withdrew it.
    """
    if wish.display is Display.CHECKING:
        raise errors.WishBeingChecked(number=str(wish.number))
    if wish.display is Display.REMOVED:
        raise errors.WishTakenDown(number=str(wish.number))
    if wish.state is State.WITHDRAWN:
        raise errors.WishClosed(number=str(wish.number))
