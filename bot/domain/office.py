"""The list of the office above: what is to be decided there, what is overdue and by whom, what bounced. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import attention, desk
from bot.domain.course import CourseStep, Step
from bot.domain.people import Body, Estate
from bot.domain.triage import Level, Matter
from bot.domain.wishes import State, Wish

NAMED = 8  #: wishes of one heading that the list names; of the others it says how many
MOST_PASSED_ON = 2  #: a wish that was passed on so often has bounced
_UNDECIDED = frozenset({State.OPEN, State.TAKEN})


@dataclass(frozen=True, slots=True)
class Waiting:
    """A wish that waits, with what the list asks of it. `went_up_to`: levels that were told that its day was missed."""

    wish: Wish
    matter: Matter
    levels: frozenset[Level]
    went_up_to: frozenset[Level] = frozenset()
    passed_on: int = 0
    body: Body | None = None  #: that has it; None: nobody has


@dataclass(frozen=True, slots=True)
class OfficeList:
    to_decide: Sequence[Wish]
    overdue: Mapping[Body | None, Sequence[Wish]]  #: None: nobody has it
    bounced: Sequence[Wish]

    @property
    def says_nothing(self) -> bool:
        return not (self.to_decide or self.overdue or self.bounced)


def office_list(waiting: Iterable[Waiting], *, level: Level, today: date) -> OfficeList:
    """What the office of this level is told.

    To be decided there are demands that nobody has decided, of which the committee said that this level handles them,
    or of which this level was told that their day was missed. Overdue is what still waits after a missed day went up,
    by the body that has it: until then the staff has its further working days. Bounced is what was passed on twice,
    and what those affected sent back as not done.
    """
    found = sorted(waiting, key=lambda each: (each.wish.next_date or date.max, each.wish.number))
    found = [each for each in found if desk.waits(each.wish)]
    late = [each for each in found if each.went_up_to and desk.is_overdue(each.wish, today=today)]
    by_body = {body: [each.wish for each in late if each.body is body] for body in (*Body, None)}
    return OfficeList(
        to_decide=[
            each.wish
            for each in found
            if each.matter is Matter.DEMAND and each.wish.state in _UNDECIDED and level in each.levels | each.went_up_to
        ],
        overdue={body: theirs for body, theirs in by_body.items() if theirs},
        bounced=[each.wish for each in found if each.wish.state is State.RETURNED or each.passed_on >= MOST_PASSED_ON],
    )


def body_of(steps: Iterable[CourseStep], *, passed_on_to: Body | None) -> Body | None:
    """Which body has the wish: whoever took or promised it last, else whoever it was passed on to; None: nobody."""
    body: Body | None = None
    for each in steps:
        if each.step is Step.HANDED_BACK:
            body = None
        elif each.speaker is not None and each.step is not Step.CLASSED:
            body = each.speaker.body
    return body or passed_on_to


def next_list(now: datetime, estate: Estate) -> datetime:
    """The first moment after `now` at which the estate's clocks show `list_at` on a working day."""
    moment = desk.next_list(now, estate)
    while not is_working(moment, estate):
        moment = attention.next_at(estate.list_at, after=moment, zone=estate.time_zone)
    return moment


def is_working(moment: datetime, estate: Estate) -> bool:
    return estate.workdays.is_working(estate.local(moment).date())
