"""Whether what was reported done is done: asked of those affected, and nobody else's word counts. Pure.

Silence is nobody's yes: what nobody answers ends as unanswered, never as fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain import verdict_errors
from bot.domain.presses import NERVOUS, SECOND_THOUGHT

MAX_CHARS = 500  #: of what somebody adds in words


@dataclass(frozen=True, slots=True)
class Terms:
    """How long an installation waits for what."""

    answer_within: timedelta = timedelta(days=7)  #: after that the question is closed
    return_within_days: int = 3  #: working days, for the body a wish went back to
    reopen_within: timedelta = timedelta(days=30)  #: of the report that it is done
    ask_again_after: timedelta = timedelta(days=28)  #: from the first "fixed"


class Finding(StrEnum):
    """What somebody affected found."""

    FIXED = "fixed"
    HALF = "half"
    NOT_YET = "not-yet"
    UNCLEAR = "unclear"


class Round(StrEnum):
    FIRST = "first"
    AGAIN = "again"  #: weeks after somebody found it fixed: does it hold?


class Outcome(StrEnum):
    """How a question ended."""

    HEARD = "heard"  #: its time was over, and somebody had answered
    NOBODY = "nobody"  #: its time was over, and nobody had
    RETURNED = "returned"  #: the wish went back to the body that reported it done
    OVERTAKEN = "overtaken"  #: the wish is not done any more, for another reason


@dataclass(frozen=True, slots=True)
class Asking:
    """One question about one report that a wish is done. A moment that is None is not waited for."""

    id: int
    wish_id: int
    answer_id: int  #: the report
    round: Round
    asked_at: datetime
    closes_at: datetime
    reopen_until: datetime | None = None
    return_at: datetime | None = None  #: enough of them say "not yet"; until then they may think better of it
    again_at: datetime | None = None
    outcome: Outcome | None = None

    @property
    def is_open(self) -> bool:
        return self.outcome is None

    @property
    def may_be_reopened(self) -> bool:
        """Nobody is being asked, but whoever was may say that it broke again."""
        return not self.is_open and self.reopen_until is not None

    @property
    def next_at(self) -> datetime | None:
        """When something falls due: by this it is found again."""
        moments = (self.closes_at if self.is_open else None, self.return_at, self.again_at, self.reopen_until)
        return min((moment for moment in moments if moment is not None), default=None)


@dataclass(frozen=True, slots=True)
class Affected:
    """Somebody who was asked, and what came of it."""

    asking_id: int
    person_id: int
    is_author: bool
    reached: bool  #: could be written to in private, or answered
    finding: Finding | None = None
    found_at: datetime | None = None
    broke_at: datetime | None = None  #: when they said that it broke again
    words: str = ""
    photo: str | None = None  #: key of `files`
    may_contact: bool | None = None  #: whether the staff may know who they are; None: they did not say
    told_how: bool = False  #: they were told in private how to say more


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were asked, could be told, answered, and what."""

    asked: int = 0
    reached: int = 0
    fixed: int = 0
    half: int = 0
    not_yet: int = 0
    unclear: int = 0

    @property
    def answered(self) -> int:
        return self.fixed + self.half + self.not_yet + self.unclear


def tally(people: Iterable[Affected]) -> Tally:
    people = tuple(people)
    found = [each.finding for each in people]
    return Tally(
        asked=len(people),
        reached=sum(each.reached for each in people),
        fixed=found.count(Finding.FIXED),
        half=found.count(Finding.HALF),
        not_yet=found.count(Finding.NOT_YET),
        unclear=found.count(Finding.UNCLEAR),
    )


def is_enough(people: Iterable[Affected]) -> bool:
    """Whether the wish goes back: its author says "not yet", or at least as many as say "fixed".

    On a tie it goes back: looking once more costs less than a lamp that stays dark. "Half" and "not sure" weigh on
    neither side, and silence on none.
    """
    people = tuple(people)
    counts = tally(people)
    author_says_so = any(each.is_author and each.finding is Finding.NOT_YET for each in people)
    return author_says_so or 0 < counts.not_yet >= counts.fixed


def find(asking: Asking, affected: Affected, finding: Finding, *, number: int, now: datetime) -> Affected:
    """Return what they found; it may be changed until the question is closed.

    Raises:
        WentBack: the wish went back already.
        VerdictOver: it is closed.
        VerdictCounted: they said the same before.
    """
    _check_not_returned(asking, number)
    if not asking.is_open or now >= asking.closes_at:
        raise verdict_errors.VerdictOver(number=str(number))
    if affected.finding is finding:
        raise verdict_errors.VerdictCounted(number=str(number))
    return replace(affected, finding=finding, found_at=now, reached=True)


def break_again(asking: Asking, affected: Affected, *, number: int, now: datetime) -> Affected:
    """Return that it broke again for them; said once more within moments, it is taken back.

    Raises:
        WentBack: the wish did already.
        StillAsked: a question is open; "not yet" says the same.
        TooLateToReopen: the time for it is over.
        VerdictCounted: a nervous thumb.
    """
    _check_not_returned(asking, number)
    if asking.is_open:
        raise verdict_errors.StillAsked(number=str(number))
    if asking.reopen_until is None or now >= asking.reopen_until:
        raise verdict_errors.TooLateToReopen(number=str(number))
    if affected.broke_at is not None and now - affected.broke_at < NERVOUS:
        raise verdict_errors.VerdictCounted(number=str(number))
    return replace(affected, broke_at=None if affected.broke_at else now, reached=True)


def _check_not_returned(asking: Asking, number: int) -> None:
    if asking.outcome is Outcome.RETURNED:
        raise verdict_errors.WentBack(number=str(number))


def weigh(asking: Asking, people: Sequence[Affected], *, terms: Terms, now: datetime) -> Asking:
    """Return the asking with what follows from what those affected say now."""
    goes_back = is_enough(people) if asking.is_open else any(each.broke_at for each in people)
    again_at = asking.again_at
    if asking.round is Round.FIRST and again_at is None and any(each.finding is Finding.FIXED for each in people):
        again_at = now + terms.ask_again_after
    return replace(
        asking, return_at=(asking.return_at or now + SECOND_THOUGHT) if goes_back else None, again_at=again_at
    )


def close(asking: Asking, people: Iterable[Affected]) -> Asking:
    """Return it with its time over."""
    outcome = Outcome.HEARD if tally(people).answered else Outcome.NOBODY
    again_at = asking.again_at if outcome is Outcome.HEARD else None
    return replace(asking, outcome=outcome, again_at=again_at)


def end(asking: Asking, outcome: Outcome) -> Asking:
    """Return it with nothing left to wait for."""
    return replace(asking, outcome=outcome, reopen_until=None, return_at=None, again_at=None)
