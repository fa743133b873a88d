"""Lines of the cards that come from somewhere else than the wish and its answer: additions, statements, takedowns."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain import referrals
from bot.domain.amendments import Addition, Withdrawal, WithdrawalReason
from bot.domain.buttons import data
from bot.domain.course import CourseStep
from bot.domain.course import Step as CourseStepKind
from bot.domain.items import Item
from bot.domain.people import Body, Person
from bot.domain.projects import Project
from bot.domain.referrals import Referral
from bot.domain.statements import SHOWN_STATEMENTS, Statement
from bot.domain.takedowns import Reason, Step, TakedownStep
from bot.domain.wishes import Display, State, Visibility, Wish
from bot.messages import Arg, Button, Day, Line, Term, line

SHOWN_ADDITIONS = 3  #: the newest

_STATE_WHEN_HIDDEN = {Display.CHECKING: "state-checking", Display.REMOVED: "state-removed"}


def state_term(wish: Wish) -> Term:
    """Where it stands, or that it is out of sight."""
    if wish.is_with_mediator:
        return Term("state-with-mediator")
    return Term(_STATE_WHEN_HIDDEN.get(wish.display) or f"state-{wish.state}")


def addition_lines(additions: Sequence[Addition]) -> tuple[Line, ...]:
    shown = tuple(line("card-addition", words=each.words) for each in additions[-SHOWN_ADDITIONS:])
    older = len(additions) - len(shown)
    return (line("card-additions-older", n=older), *shown) if older else shown


def statement_lines(statements: Sequence[Statement]) -> tuple[Line, ...]:
    return tuple(statement_line(each) for each in statements[-SHOWN_STATEMENTS:])


def statement_line(statement: Statement) -> Line:
    body = Term(f"body-{statement.speaker.body}")
    return line("card-statement", body=body, name=statement.speaker.name, words=statement.words)


def removal_reason(step: TakedownStep | None) -> Arg:
    """Why it was taken down: the reason, or the words where there is none in the list."""
    if step is None or step.reason is None or step.reason is Reason.OTHER:
        return step.words if step and step.words else Term("takedown-other")
    return Term(f"takedown-{step.reason}")


def withdrawn_line(number: str, withdrawal: Withdrawal | None) -> Line:
    if withdrawal is None or withdrawal.reason is None:
        return line("card-withdrawn", number=number)
    return line("card-withdrawn-reason", number=number, reason=withdrawal_reason(withdrawal))


def withdrawal_reason(withdrawal: Withdrawal) -> Arg:
    if withdrawal.reason is None or withdrawal.reason is WithdrawalReason.OTHER:
        return withdrawal.words
    return Term(f"withdrawal-{withdrawal.reason}")


def hidden_line(wish: Wish, removal: TakedownStep | None, withdrawal: Withdrawal | None) -> Line:
    """All that neighbours are told of a wish that is out of sight: no words, no photo, no place, no name."""
    number = str(wish.number)
    if wish.display is Display.REMOVED:
        return line("card-removed", number=number, reason=removal_reason(removal))
    if wish.state is State.WITHDRAWN:
        return withdrawn_line(number, withdrawal)
    return line("card-checking", number=number)


def desk_lines(wish: Wish, reports: int, last: TakedownStep | None, removal: TakedownStep | None) -> tuple[Line, ...]:
    """What the staff's card says of reports and rulings. Nobody is told who reported."""
    lines = [line("desk-reports", n=reports)] if reports else []
    if wish.display is Display.CHECKING:
        lines.append(line("desk-checking"))
    if wish.display is Display.REMOVED:
        lines.append(line("desk-removed", reason=removal_reason(removal)))
        if last is not None and last.step is Step.CONTESTED:
            lines.append(line("desk-contested", words=last.words))
    return tuple(lines)


#: Steps that nothing else behind [more] tells of.
OWN_LINE = frozenset(
    {
        *(CourseStepKind.TAKEN, CourseStepKind.HANDED_BACK, CourseStepKind.CAME_BACK, CourseStepKind.UNWITHDRAWN),
        *(CourseStepKind.RETURNED, CourseStepKind.REOPENED, CourseStepKind.CLASSED),
        *(CourseStepKind.CLAIMED, CourseStepKind.UNCLAIMED, CourseStepKind.FULFILLED),
        *(CourseStepKind.TO_MEDIATOR, CourseStepKind.AS_QUARREL, CourseStepKind.NO_QUARREL),
        *(CourseStepKind.FROM_MEDIATOR, CourseStepKind.UNMEDIATED, CourseStepKind.UNASKED),
    }
)


def course_line(step: CourseStep) -> Line | None:
    """A step of the wish's course as the history behind [more] tells it; None: an answer tells it already."""
    if step.step not in OWN_LINE:
        return None
    by: dict[str, Arg] = {}
    if step.speaker is not None:
        by = {"body": Term(f"body-{step.speaker.body}"), "name": step.speaker.name}
    if step.step is CourseStepKind.CLASSED:
        key = "more-step-unclassed" if step.detail.startswith("-") else "more-step-classed"
        return Line(key, {**by, "what": Term(step.detail.lstrip("-"))})
    return Line(f"more-step-{step.step}", by)


def step_line(step: TakedownStep) -> Line:
    """A step as the history behind [more] tells it; what a neighbour did bears no name."""
    by: dict[str, Arg] = {"body": Term(f"body-{step.body}"), "name": step.name} if step.body else {}
    match step.step:
        case Step.FOLDED if by:
            return Line("more-folded-by", by)
        case Step.FOLDED:
            return line("more-folded", n=step.reports)
        case Step.CONTESTED:
            return line("more-contested", words=step.words)
        case Step.REMOVED:
            return Line("more-removed", {**by, "reason": removal_reason(step)})
        case Step.UPHELD:
            return Line("more-upheld", by)
    return Line("more-restored", by)


def referral_lines(passed_on: Sequence[Referral]) -> tuple[Line, ...]:
    """To which body it was passed on, by whom, with which words; for staff alone."""
    lines = []
    for each in passed_on:
        args: dict[str, Arg] = {
            "to": Term(f"body-{each.to}"),
            "body": Term(f"body-{each.by.body}"),
            "name": each.by.name,
        }
        key = "desk-referred-words" if each.words else "desk-referred"
        lines.append(Line(key, {**args, "words": each.words} if each.words else args))
    return tuple(lines)


def refer_button(wish: Wish, passed_on: Sequence[Referral]) -> tuple[Button, ...]:
    """[pass to the property company], unless it is theirs, or stays where it is."""
    if len(passed_on) >= referrals.MOST or referrals.with_body(passed_on) is Body.PROPERTY:
        return ()
    return (Button("button-refer-property", data("refer", wish.id, Body.PROPERTY)),)


def desk_author_line(wish: Wish, author: Person) -> Line:
    if author.is_forgotten:
        return line("desk-author-gone")
    if wish.visibility is Visibility.NAMELESS or not wish.author_name:
        return line("desk-nameless")
    return line("card-author", name=wish.author_name)


def project_lines(projects: Sequence[Project], item: Item | None = None) -> tuple[Line, ...]:
    """What came of the wish: the item of the plan it is in, its projects and at which stage they are."""
    return item_line(item) + tuple(
        line("card-project", number=str(each.number), name=each.name, stage=Term(f"stage-{each.stage}"))
        for each in projects
    )


def item_line(item: Item | None) -> tuple[Line, ...]:
    """That it is on the plan, for which day."""
    if item is None:
        return ()
    args: dict[str, Arg] = {"number": str(item.number), "name": item.name}
    if item.plan.day is None:
        return (Line("card-item-undated", args),)
    return (Line("card-item", {**args, "day": Day(item.plan.day)}),)
