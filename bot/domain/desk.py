"""The desk: which wishes wait for those who answer, in which order, and what the list of the morning counts. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import attention
from bot.domain.category import SHIPPED_CATEGORIES
from bot.domain.people import Body, Estate
from bot.domain.wishes import ENDED, Category, Display, State, Wish

WAITING = frozenset(State) - ENDED - {State.LATER}  #: what is put off waits for its day, not for the desk
NEW_FOR = timedelta(days=1)  #: how long a wish counts as new in the queue
NAMED = 12  #: wishes of one heading that the morning's list names; the queue has them all


class Heading(StrEnum):
    """What the queue is cut to."""

    ALL = "all"
    NEW = "new"  #: filed within the last day
    TODAY = "today"  #: due today
    OVERDUE = "overdue"
    UNASSIGNED = "unassigned"  #: nobody has it in hand, and nothing was promised
    MINE = "mine"  #: in one's own hands, or passed on to one's body and taken by nobody there


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks at the queue: for `MINE`."""

    person_id: int
    body: Body | None = None  #: for which they answer; None: as moderator of a group, or nobody's


@dataclass(frozen=True, slots=True)
class Cut:
    """What of the queue is looked at."""

    heading: Heading = Heading.ALL
    category: Category | None = None


def waits(wish: Wish) -> bool:
    """Whether somebody at the desk has to do with it: neither ended nor out of sight."""
    return wish.state in WAITING and wish.display is Display.SHOWN


def is_overdue(wish: Wish, *, today: date) -> bool:
    return wish.next_date is not None and wish.next_date < today


def is_unassigned(wish: Wish) -> bool:
    """Nobody has it in hand; what was promised is in the hands of who promised it."""
    return wish.taken_by is None and wish.state is not State.PROMISED


def belongs(
    wish: Wish, cut: Cut, *, today: date, new_since: datetime, looker: Looker, with_body: Body | None = None
) -> bool:
    """Whether a wish that waits belongs under the heading. `with_body`: to whom it was passed on last."""
    if cut.category is not None and wish.category is not cut.category:
        return False
    match cut.heading:
        case Heading.NEW:
            return wish.filed_at >= new_since
        case Heading.TODAY:
            return wish.next_date == today
        case Heading.OVERDUE:
            return is_overdue(wish, today=today)
        case Heading.UNASSIGNED:
            return is_unassigned(wish)
        case Heading.MINE:
            passed_to_us = wish.taken_by is None and with_body is not None and with_body is looker.body
            return wish.taken_by == looker.person_id or passed_to_us
    return True


def in_order(wishes: Sequence[Wish]) -> list[Wish]:
    """The most urgent first: by the day by which something is due, then by number; those without a day last."""
    return sorted(wishes, key=lambda wish: (wish.next_date is None, wish.next_date or date.max, wish.number))


def by_category(categories: Iterable[Category]) -> dict[Category, int]:
    """How many there are of each: those that come along in their order, then an installation's own."""
    counted = Counter(categories)
    order = [*SHIPPED_CATEGORIES, *sorted(set(counted) - set(SHIPPED_CATEGORIES))]
    return {category: counted[category] for category in order if counted[category]}


# ---- the list of the morning ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Morning:
    """When an estate's next list is due. `since`: of the list before, or when this was first looked at."""

    estate_key: str
    next_at: datetime
    since: datetime


@dataclass(frozen=True, slots=True)
class MorningList:
    """What the list says."""

    new: Mapping[Category, int]  #: filed since the list before, by category, in the order of `by_category`
    today: Sequence[Wish]
    overdue: Sequence[Wish]
    unassigned: int
    questions: int = 0  #: about services, overdue

    @property
    def says_nothing(self) -> bool:
        return not (self.new or self.today or self.overdue or self.unassigned or self.questions)


def next_list(now: datetime, estate: Estate) -> datetime:
    """The first moment after `now` at which the estate's clocks show `list_at`."""
    return attention.next_at(estate.list_at, after=now, zone=estate.time_zone)


def morning_list(wishes: Sequence[Wish], *, today: date, since: datetime, questions: int = 0) -> MorningList:
    """Count what waits. `questions`: about services, that nobody answered in time."""
    waiting = in_order([wish for wish in wishes if waits(wish)])
    return MorningList(
        new=by_category(wish.category for wish in waiting if wish.filed_at >= since),
        today=[wish for wish in waiting if wish.next_date == today],
        overdue=[wish for wish in waiting if is_overdue(wish, today=today)],
        unassigned=sum(is_unassigned(wish) for wish in waiting),
        questions=questions,
    )


def told(morning: Morning, estate: Estate, *, now: datetime) -> Morning:
    """The same, once its list was said: however often the bot was started meanwhile, the next is due the next day."""
    return replace(morning, next_at=next_list(now, estate), since=now)
