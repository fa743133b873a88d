"""The clocks of a demand: until the first answer, until the decision, and when they stand still. Pure.

Nothing is counted up: what is due is read each time from when it was filed and asked, and from who has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain import clock_refusals, workdays
from bot.domain.course import CourseStep, Step
from bot.domain.people import Estate
from bot.domain.questions import Question
from bot.domain.referrals import Referral
from bot.domain.wishes import State, Wish
from bot.domain.workdays import Stop

RUNS_IN = frozenset({State.OPEN, State.TAKEN})  #: from then on the day that was promised counts


class What(StrEnum):
    """What a day was for that passed."""

    FIRST_ANSWER = "first-answer"
    DECISION = "decision"
    PROMISE = "promise"
    RETURNED = "returned"  #: to put right what those affected found not done


@dataclass(frozen=True, slots=True)
class Events:
    """What bears on a wish's clock."""

    questions: Sequence[Question] = ()
    referrals: Sequence[Referral] = ()  #: oldest first
    said: Sequence[datetime] = ()  #: statements on the card
    acts: Sequence[datetime] = ()  #: whatever a body did: took it, stated something, answered
    argued: Sequence[tuple[datetime, datetime]] = ()  #: deliberations: opened, and over or to be over


@dataclass(frozen=True, slots=True)
class Missed:
    """A day that passed. `up_on`: when it goes one level up; None: it does not."""

    id: int
    wish_id: int
    due_on: date
    what: What
    up_on: date | None
    level: str | None = None  #: to which it went; None: not yet, or it was met meanwhile
    went_up_at: datetime | None = None
    settled: bool = False  #: nothing is left to do about it


def began(wish: Wish, steps: Iterable[CourseStep], *, demand_since: datetime | None = None) -> datetime:
    """From when on time is counted: filing, or the day on which it came back or became a demand."""
    back = [each.at for each in steps if each.step is Step.CAME_BACK]
    return max([wish.filed_at, *back, *([demand_since] if demand_since else [])])


def is_heard(wish: Wish, since: datetime, events: Events) -> bool:
    """Whether the first answer was given: somebody has it in hand, or said or asked something in a body's name, or
    has it argued."""
    asked = (question.asked_at for question in events.questions)
    argued = (opened for opened, _ in events.argued)
    return wish.taken_by is not None or any(moment >= since for moment in (*events.said, *asked, *argued))


def stops(events: Events, estate: Estate) -> tuple[Stop, ...]:
    """While the author is asked: until they answer, or would rather not. While another body is: until it acts, but no
    longer than it has for a first answer, or passing on would put a clock off for good. While it is argued: until the
    day that everybody was told, for nothing is to be decided before."""

    def day(moment: datetime) -> date:
        return estate.local(moment).date()

    found = [
        Stop(day(each.asked_at), None if each.answered_at is None else day(each.answered_at))
        for each in events.questions
    ]
    asked = [each.asked_at for each in events.questions]
    for at, each in enumerate(events.referrals):
        ends = [moment for moment in (*events.acts, *asked) if moment > each.at]
        ends += [later.at for later in events.referrals[at + 1 :]]
        longest = workdays.nth_after(day(each.at), estate.answer_within_days, workdays=estate.workdays)
        last = min([day(min(ends))] if ends else [], default=longest)
        found.append(Stop(day(each.at), last if longest is None or last is None else min(last, longest)))
    found += [Stop(day(opened), day(over)) for opened, over in events.argued]
    return tuple(found)


def due(wish: Wish, since: datetime, events: Events, estate: Estate) -> date | None:
    """The day by which something is due for a demand that is open or in hand; None: the clock stands still."""
    days = estate.decide_within_days if is_heard(wish, since, events) else estate.answer_within_days
    return workdays.nth_after(estate.local(since).date(), days, workdays=estate.workdays, stops=stops(events, estate))


def what_passed(wish: Wish, since: datetime, events: Events) -> What:
    """What the wish's day was for."""
    if wish.state is State.PROMISED:
        return What.PROMISE
    if wish.state is State.RETURNED:
        return What.RETURNED
    return What.DECISION if is_heard(wish, since, events) else What.FIRST_ANSWER


def goes_up_on(due_on: date, estate: Estate, *, today: date) -> date | None:
    """When a missed day goes one level up: after so many working days on which the staff could still see to it.

    `today`: when it was noticed; the staff have their days from then on, however long the bot was away.
    """
    noticed = max(due_on, today - workdays.ONE_DAY)
    return workdays.nth_after(noticed, estate.escalate_after_days + 1, workdays=estate.workdays)


# ---- moving a promised day ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Promised:
    """The promise as it stands: `moved_from` is the day before, if it was moved."""

    day: date
    moved_from: date | None = None

    def then(self, day: date) -> Promised:
        return self if day == self.day else Promised(day, moved_from=self.day)


def promised(steps: Iterable[CourseStep]) -> Promised | None:
    """The promise that these steps, oldest first, leave standing; None: there is none."""
    standing: Promised | None = None
    for each in steps:
        if each.state is not State.PROMISED or each.next_date is None:
            standing = None
        elif each.step is Step.MOVED and standing is not None:
            standing = standing.then(each.next_date)
        elif standing is None or each.step is Step.PROMISED:
            standing = Promised(each.next_date)
    return standing


def moved_by(steps: Sequence[CourseStep], answer_id: int) -> date | None:
    """The day that this answer moved; None: it moved none."""
    for at, each in enumerate(steps):
        if each.answer_id == answer_id and each.step is Step.MOVED:
            before, after = promised(steps[:at]), promised(steps[: at + 1])
            return before.day if before and after and before.day != after.day else None
    return None


def check_move(standing: Promised | None, *, to: date, words: str, number: int, today: date) -> None:
    """Let a promise stand or move, or refuse. The same day said again moves nothing.

    Raises:
        MovedAlready: once is all.
        TooLateToMove: the day has passed.
        ReasonToMove: without words.
    """
    if standing is None or to == standing.day:
        return
    check_may_move(standing, number=number, today=today)
    if not words.strip():
        raise clock_refusals.ReasonToMove(number=str(number))


def check_may_move(standing: Promised | None, *, number: int, today: date) -> None:
    """Before it is asked to which day.

    Raises:
        NothingToMove: nothing is promised.
        MovedAlready, TooLateToMove: see `check_move`.
    """
    if standing is None:
        raise clock_refusals.NothingToMove(number=str(number))
    if standing.day < today:
        raise clock_refusals.TooLateToMove(number=str(number))
    if standing.moved_from is not None:
        raise clock_refusals.MovedAlready(number=str(number))
