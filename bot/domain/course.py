"""The course of a wish from filing to its end: the one table of its steps. Pure.

A step is refused where the table does not have it. What is kept of a step says who took it and when; why is in the
answer, the withdrawal or the verdict it came with. Played from the beginning, the steps give the state.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain import errors
from bot.domain.people import Speaker
from bot.domain.rights import Act
from bot.domain.wishes import ENDED, AnswerKind, State, Wish

FIRST = State.OPEN  #: of every wish, from the moment it is filed


class Mover(StrEnum):
    """Who takes a step."""

    STAFF = "staff"
    AUTHOR = "author"
    AFFECTED = "affected"  #: the author, and whoever said "same here"
    MEDIATOR = "mediator"
    CLAIMER = "claimer"  #: the neighbour or organisation that claimed it
    CLOCK = "clock"  #: nobody: its day has come


class Step(StrEnum):
    TAKEN = "taken"
    HANDED_BACK = "handed-back"
    CLASSED = "classed"  #: of another class, level or category, as `CourseStep.detail` says
    PROMISED = "promised"
    MOVED = "moved"  #: promised already, and now for another day
    PARKED = "parked"  #: later, with the day on which it is looked at again
    CAME_BACK = "came-back"  #: that day has come
    DECLINED = "declined"
    REPLIED = "replied"
    DONE = "done"  #: reported done
    CLAIMED = "claimed"  #: its author said yes to a neighbour who will do it
    UNCLAIMED = "unclaimed"  #: that neighbour has it no more: it is open again
    FULFILLED = "fulfilled"  #: its author says that the neighbour did it
    RETURNED = "returned"  #: those affected said "not yet"
    REOPENED = "reopened"  #: it broke again
    SAME = "same"  #: its author said that it is the same as another
    WITHDRAWN = "withdrawn"
    UNWITHDRAWN = "unwithdrawn"
    TO_MEDIATOR = "to-mediator"  #: its author filed it as a quarrel: what it says is the mediator's alone
    AS_QUARREL = "as-quarrel"  #: the staff sees that it is one
    NO_QUARREL = "no-quarrel"  #: the staff sees that it is none after all
    FROM_MEDIATOR = "from-mediator"  #: the mediator gives it to the committee
    UNMEDIATED = "unmediated"  #: its author wants no mediator
    UNASKED = "unasked"  #: its author said nothing to that
    GONE = "gone"  #: its author asked to be forgotten and took it along
    CARRIED_OVER = "carried-over"  #: how it stood when steps began to be kept


@dataclass(frozen=True, slots=True)
class Rule:
    """`after` None: the step leaves the state as it is. `act`: the right it needs; None: nobody's, the clock moves."""

    step: Step
    before: frozenset[State]
    after: State | None
    mover: Mover
    act: Act | None


_ALL = frozenset(State)
_LIVE = _ALL - ENDED
_ANSWERABLE = _ALL - {State.WITHDRAWN, State.DONE}
_OPEN = frozenset({State.OPEN})
_MEDIATED = frozenset({State.ANSWERED})  #: with a mediator: an end, as far as the staff is concerned
_NOT_PROMISED = _ANSWERABLE - {State.PROMISED}

COURSE: tuple[Rule, ...] = (
    Rule(Step.TAKEN, _OPEN, State.TAKEN, Mover.STAFF, Act.TAKE_WISH),
    Rule(Step.TAKEN, _LIVE - _OPEN - {State.TAKEN}, None, Mover.STAFF, Act.TAKE_WISH),
    Rule(Step.HANDED_BACK, frozenset({State.TAKEN}), State.OPEN, Mover.STAFF, Act.TAKE_WISH),
    Rule(Step.HANDED_BACK, _ALL - {State.OPEN, State.TAKEN}, None, Mover.STAFF, Act.TAKE_WISH),
    Rule(Step.CLASSED, _LIVE, None, Mover.STAFF, Act.ANSWER_WISH),
    Rule(Step.PROMISED, _NOT_PROMISED, State.PROMISED, Mover.STAFF, Act.ANSWER_WISH),
    Rule(Step.MOVED, frozenset({State.PROMISED}), None, Mover.STAFF, Act.ANSWER_WISH),
    Rule(Step.PARKED, _ANSWERABLE, State.LATER, Mover.STAFF, Act.ANSWER_WISH),
    Rule(Step.DECLINED, _ANSWERABLE, State.DECLINED, Mover.STAFF, Act.ANSWER_WISH),
    Rule(Step.REPLIED, _ANSWERABLE, State.ANSWERED, Mover.STAFF, Act.ANSWER_WISH),
    Rule(Step.DONE, _ALL - {State.WITHDRAWN}, State.DONE, Mover.STAFF, Act.ANSWER_WISH),
    Rule(Step.CAME_BACK, frozenset({State.LATER}), State.OPEN, Mover.CLOCK, None),
    Rule(Step.CAME_BACK, frozenset({State.LATER}), State.TAKEN, Mover.CLOCK, None),
    Rule(Step.CLAIMED, _OPEN, State.TAKEN, Mover.AUTHOR, Act.CHANGE_OWN_WISH),
    Rule(Step.UNCLAIMED, frozenset({State.TAKEN}), State.OPEN, Mover.CLAIMER, Act.CLAIM_WISH),
    Rule(Step.FULFILLED, frozenset({State.TAKEN}), State.DONE, Mover.AUTHOR, Act.CHANGE_OWN_WISH),
    Rule(Step.RETURNED, frozenset({State.DONE}), State.RETURNED, Mover.AFFECTED, Act.GIVE_VERDICT),
    Rule(Step.REOPENED, frozenset({State.DONE}), State.RETURNED, Mover.AFFECTED, Act.GIVE_VERDICT),
    Rule(Step.SAME, _LIVE, State.WITHDRAWN, Mover.AUTHOR, Act.FILE_WISH),
    Rule(Step.WITHDRAWN, _LIVE, State.WITHDRAWN, Mover.AUTHOR, Act.CHANGE_OWN_WISH),
    *(
        Rule(Step.UNWITHDRAWN, frozenset({State.WITHDRAWN}), state, Mover.AUTHOR, Act.CHANGE_OWN_WISH)
        for state in State
        if state in _LIVE
    ),
    Rule(Step.TO_MEDIATOR, _OPEN, State.ANSWERED, Mover.AUTHOR, Act.FILE_WISH),
    Rule(Step.AS_QUARREL, _LIVE, State.ANSWERED, Mover.STAFF, Act.HAND_TO_MEDIATOR),
    Rule(Step.NO_QUARREL, _MEDIATED, State.OPEN, Mover.STAFF, Act.HAND_TO_MEDIATOR),
    Rule(Step.FROM_MEDIATOR, _MEDIATED, State.OPEN, Mover.MEDIATOR, Act.MEDIATE),
    Rule(Step.UNMEDIATED, _MEDIATED, State.OPEN, Mover.AUTHOR, Act.CHANGE_OWN_WISH),
    Rule(Step.UNASKED, _MEDIATED, State.OPEN, Mover.CLOCK, None),
    Rule(Step.GONE, _LIVE, State.ANSWERED, Mover.AUTHOR, Act.ASK_HELP),
    Rule(Step.GONE, ENDED, None, Mover.AUTHOR, Act.ASK_HELP),
    *(Rule(Step.CARRIED_OVER, _OPEN, state, Mover.CLOCK, None) for state in State if state is not State.OPEN),
)

STEP_OF_ANSWER = {
    AnswerKind.PROMISE: Step.PROMISED,
    AnswerKind.LATER: Step.PARKED,
    AnswerKind.DECLINE: Step.DECLINED,
    AnswerKind.REPLY: Step.REPLIED,
    AnswerKind.DONE: Step.DONE,
}


@dataclass(frozen=True, slots=True)
class CourseStep:
    """A step that was taken."""

    wish_id: int
    step: Step
    state: State  #: after it
    mover: Mover
    at: datetime
    speaker: Speaker | None = None  #: who of the staff, in whose name
    answer_id: int | None = None  #: the answer that says why
    detail: str = ""  #: what it was classed as: `matter-talk`, `level-above`, `category-noise`; `-level-above`: no more
    next_date: date | None = None  #: of the wish after it: answer due, promised, or looked at again


class BrokenCourse(ValueError):
    """These steps cannot have happened one after the other."""


def step_of_answer(wish: Wish, kind: AnswerKind) -> Step:
    """A promise to whom something is promised already moves its day."""
    if kind is AnswerKind.PROMISE and wish.state is State.PROMISED:
        return Step.MOVED
    return STEP_OF_ANSWER[kind]


def rule_for(step: Step, *, before: State, after: State) -> Rule | None:
    """The row of the table by which the step leads from one state to the other."""
    return next(
        (
            rule
            for rule in COURSE
            if rule.step is step and before in rule.before and after is (before if rule.after is None else rule.after)
        ),
        None,
    )


def check(step: Step, before: Wish, after: Wish) -> Rule:
    """Let the wish take the step, or refuse.

    Raises:
        StepNotNow: the table does not lead from where it stands to where it would stand.
    """
    rule = rule_for(step, before=before.state, after=after.state)
    if rule is None:
        raise errors.StepNotNow(number=str(before.number))
    return rule


def from_here(state: State) -> Sequence[Rule]:
    """All that can happen to a wish in this state."""
    return [rule for rule in COURSE if state in rule.before and rule.step is not Step.CARRIED_OVER]


def replay(steps: Iterable[CourseStep]) -> State:
    """The state in which these steps, oldest first, leave a wish.

    Raises:
        BrokenCourse: one of them does not follow from those before it.
    """
    state = FIRST
    for taken in steps:
        rule = rule_for(taken.step, before=state, after=taken.state)
        if rule is None or rule.mover is not taken.mover:
            raise BrokenCourse(f"{taken.step} by {taken.mover} from {state} to {taken.state}")
        state = taken.state
    return state


def came_back(wish: Wish, *, answer_due: date | None) -> Wish:
    """Return the wish that was put off, as open as it was, due for an answer again.

    `answer_due`: None where no clock runs.

    Raises:
        StepNotNow: nobody put it off.
    """
    if wish.state is not State.LATER:
        raise errors.StepNotNow(number=str(wish.number))
    state = State.OPEN if wish.taken_by is None else State.TAKEN
    return replace(wish, state=state, next_date=answer_due)


def diagram() -> str:
    """The table as a Mermaid state diagram; steps that change no state are left out."""
    lines = ["stateDiagram-v2", f"    [*] --> {FIRST}: filed"]
    arrows: dict[tuple[State, State], list[str]] = {}
    for rule in COURSE:
        if rule.after is None or rule.step is Step.CARRIED_OVER:
            continue
        for before in sorted(rule.before):
            if before is not rule.after or rule.step in STEP_OF_ANSWER.values():
                arrows.setdefault((before, rule.after), []).append(f"{rule.step} ({rule.mover})")
    lines += [f"    {before} --> {after}: {', '.join(names)}" for (before, after), names in arrows.items()]
    return "\n".join(lines)


def table() -> str:
    """The table for reading: a row a rule."""
    rows = ["| step | from | to | by | right |", "|---|---|---|---|---|"]
    for rule in COURSE:
        before = ", ".join(sorted(rule.before))
        rows.append(f"| {rule.step} | {before} | {rule.after or 'as it was'} | {rule.mover} | {rule.act or '—'} |")
    return "\n".join(rows)
