"""What a report of one estate says: counts, waiting times, verdicts, reach, stairwells. Pure.

A report is of one estate, always: estates are not held against each other by how fast they answer.

**Waiting times** are those of demands alone, for only these have a clock. They run from filing (or from when a wish
became a demand) to the first answer, which is whatever a body did or said before the author, and to the decision: a
day, a no, a reply, "later" or "done". Both are counted in working days of the estate, the day of filing not among them,
as for `workdays.nth_after`, and in whole hours by the clock; what stands the estate's own clock still is not taken off,
as those who wait do not feel it. What still waits has no waiting time yet (it is censored): leaving it out makes a
median look better than it is, so a `Spread` always says it too.

**Percentiles** are by nearest rank: the smallest waiting time that so many percent do not exceed, one that somebody did
wait. It is definition 1 of R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American
Statistician 50 (1996), 361-365.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain import desk
from bot.domain.course import CourseStep, Step
from bot.domain.filed_for import Way
from bot.domain.people import Body, Estate
from bot.domain.promises import Fate
from bot.domain.report_spans import Span
from bot.domain.tallies import Tally
from bot.domain.triage import Matter
from bot.domain.verdicts import Finding
from bot.domain.wishes import Category, Kind
from bot.domain.workdays import ONE_DAY, Workdays

FEW = 5  #: of fewer no percentage and no percentile is told: one person would move it too far, or be known by it
MEDIAN, NINETY = 50, 90  #: percent
_HOUR = timedelta(hours=1)

#: What decides a wish, and what merely says that somebody has it.
DECIDES = frozenset({Step.PROMISED, Step.PARKED, Step.DECLINED, Step.REPLIED, Step.DONE, Step.FULFILLED})
HEARS = frozenset({Step.TAKEN})


def share(part: int, whole: int) -> int | None:
    """Percent, rounded; None: of too few. Never 0 where there is one, never 100 where there is another."""
    if whole < FEW:
        return None
    if part in (0, whole):
        return 100 if part else 0
    return min(99, max(1, round(100 * part / whole)))


def percentile(values: Sequence[int], percent: int) -> int:
    """By nearest rank; see above. `percent`: 1 to 100.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("a percentile of nothing")
    return sorted(values)[max(1, -(-percent * len(values) // 100)) - 1]


# ---- waiting --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Filed:
    """A wish as reports see it. Moments are aware; None: it has not come to that.

    `matter`, `category` None: only its number is left, as its author took it along, or it is a quarrel.
    """

    kind: Kind
    matter: Matter | None
    category: Category | None
    building: str | None
    way: Way | None  #: it was filed for a neighbour
    began_at: datetime  #: from when on it waits: it was filed, or became a demand
    heard_at: datetime | None
    decided_at: datetime | None
    is_over: bool  #: it has ended, or was taken down: nobody will answer it any more


def first_moments(
    steps: Iterable[CourseStep], *, answered: Iterable[datetime], said: Iterable[datetime]
) -> tuple[datetime | None, datetime | None]:
    """When a wish was first answered, and when it was first decided. The database says the same of many at once.

    `answered`: each answer that cannot be taken back any more; also of wishes whose steps were not kept yet. `said`:
    statements on the card, questions to the author, deliberations opened.
    """
    taken = [(each.step, each.at) for each in steps]
    decided = [at for step, at in taken if step in DECIDES] + [*answered]
    heard = [*decided, *said, *(at for step, at in taken if step in HEARS)]
    return min(heard, default=None), min(decided, default=None)


@dataclass(frozen=True, slots=True)
class Wait:
    """How long something took, or has taken so far."""

    workdays: int
    hours: int  #: whole ones, by the clock


@dataclass(frozen=True, slots=True)
class Spread:
    """How long it took. `waiting`: those it has not come to, with their time so far; `over`: nor ever will."""

    came: tuple[Wait, ...] = ()
    waiting: tuple[Wait, ...] = ()
    over: int = 0

    @property
    def is_enough(self) -> bool:
        """For percentiles."""
        return len(self.came) >= FEW

    def at(self, percent: int) -> Wait:
        """Days and hours each by themselves. Raises ValueError: it came to none."""
        return Wait(
            percentile([each.workdays for each in self.came], percent),
            percentile([each.hours for each in self.came], percent),
        )

    @property
    def range(self) -> tuple[Wait, Wait]:
        """The shortest and the longest. Raises ValueError: it came to none."""
        return self.at(1), self.at(100)

    @property
    def longest_waiting(self) -> Wait:
        """Raises ValueError: nothing waits."""
        return Wait(max(each.workdays for each in self.waiting), max(each.hours for each in self.waiting))

    @property
    def waiting_beyond_median(self) -> int:
        """How many of those that wait have waited longer already than half of those it came to."""
        if not self.is_enough:
            return 0
        median = self.at(MEDIAN)
        return sum((each.workdays, each.hours) > (median.workdays, median.hours) for each in self.waiting)


class Calendar:
    """The working days from one day to another, counted once for all waiting times of a report."""

    def __init__(self, workdays: Workdays, *, first: date, last: date) -> None:
        self._run = {first: 0}
        day, run = first, 0
        while day < last:
            day += ONE_DAY
            run += workdays.is_working(day)
            self._run[day] = run

    def between(self, began: date, ended: date) -> int:
        """Working days after `began`, up to and with `ended`."""
        return self._run[ended] - self._run[began]


def waits(
    filed: Iterable[Filed], moment_of: Callable[[Filed], datetime | None], *, estate: Estate, now: datetime
) -> Spread:
    """How long demands waited for the moment that `moment_of` names."""
    demands = [each for each in filed if each.matter is Matter.DEMAND]
    if not demands:
        return Spread()
    ends = [moment for each in demands if (moment := moment_of(each))]
    first, last = min(each.began_at for each in demands), max([now, *ends])
    calendar = Calendar(estate.workdays, first=estate.local(first).date(), last=estate.local(last).date())

    def waited(began: datetime, ended: datetime) -> Wait:
        ended = max(began, ended)
        run = calendar.between(estate.local(began).date(), estate.local(ended).date())
        return Wait(run, (ended - began) // _HOUR)

    came = tuple(waited(each.began_at, moment) for each in demands if (moment := moment_of(each)))
    open_ = [each for each in demands if moment_of(each) is None]
    waiting = tuple(waited(each.began_at, now) for each in open_ if not each.is_over)
    return Spread(came, waiting, over=len(open_) - len(waiting))


@dataclass(frozen=True, slots=True)
class Cut:
    """The wishes of one kind, class, category or place. `by`: of which; None: of none that is known."""

    by: Hashable
    filed: int
    for_others: int
    heard: Spread
    decided: Spread


def cut(by: Hashable, filed: Sequence[Filed], *, estate: Estate, now: datetime) -> Cut:
    return Cut(
        by,
        filed=len(filed),
        for_others=sum(each.way is not None for each in filed),
        heard=waits(filed, lambda each: each.heard_at, estate=estate, now=now),
        decided=waits(filed, lambda each: each.decided_at, estate=estate, now=now),
    )


def _cuts(
    filed: Sequence[Filed], of: Callable[[Filed], Hashable], order: Sequence[Hashable], *, estate: Estate, now: datetime
) -> tuple[Cut, ...]:
    """In this order, and what is of none of these last; only those there are."""
    parts = {by: [each for each in filed if of(each) == by] for by in (*order, None)}
    return tuple(cut(by, theirs, estate=estate, now=now) for by, theirs in parts.items() if theirs)


def in_order(buildings: Iterable[str]) -> list[str]:
    """Numbers before letters, 3 before 12."""
    return sorted(set(buildings), key=lambda name: (not name.isdecimal(), int(name) if name.isdecimal() else 0, name))


# ---- verdicts, reach, stairwells ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VerdictCounts:
    """Of wishes that were reported done: how many, how many people were asked, and what those said who answered."""

    wishes: int = 0
    asked: int = 0
    found: Mapping[Finding, int] = field(default_factory=dict)

    @property
    def answers(self) -> int:
        return sum(self.found.values())


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody known in a building's group, who has not left it, or who lives in a building by a role.

    `acted`: ever filed, joined or pressed something.
    """

    chat_id: int | None  #: None: by a role
    building: str | None  #: of the group; None: it is for several
    person_id: int
    acted: bool
    can_be_told: bool  #: in private


@dataclass(frozen=True, slots=True)
class Reach:
    """People. Telegram tells a bot of nobody who neither says nor presses anything: these are unknown to it."""

    known: int = 0
    acted: int = 0
    can_be_told: int = 0


def reach(met: Iterable[Met]) -> Reach:
    """Who is known in two groups counts once."""
    people: dict[int, tuple[bool, bool]] = {}
    for each in met:
        acted, told = people.get(each.person_id, (False, False))
        people[each.person_id] = (acted or each.acted, told or each.can_be_told)
    return Reach(len(people), sum(acted for acted, _ in people.values()), sum(told for _, told in people.values()))


@dataclass(frozen=True, slots=True)
class Stairwell:
    """`unit` None: the building as a whole."""

    building: str
    unit: str | None = None


def silent(known: Iterable[Stairwell], spoke: Iterable[Stairwell]) -> tuple[Stairwell, ...]:
    """Of the known ones those from which nothing came; where nothing came from a whole building, the building."""
    heard = set(spoke)
    heard_buildings = {each.building for each in heard}
    found: set[Stairwell] = set()
    for each in known:
        if each.building not in heard_buildings:
            found.add(Stairwell(each.building))
        elif each.unit is not None and each not in heard:
            found.add(each)
    order = in_order(each.building for each in found)
    units = in_order(each.unit or "" for each in found)
    return tuple(sorted(found, key=lambda each: (order.index(each.building), units.index(each.unit or ""))))


# ---- the report -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a report is made of; of one estate, and of one building where that is asked for."""

    filed: Sequence[Filed]
    tally: Tally
    promises: Mapping[Body, Mapping[Fate, int]]
    verdicts: VerdictCounts
    met: Sequence[Met]
    known: Sequence[Stairwell]
    spoke: Sequence[Stairwell]


@dataclass(frozen=True, slots=True)
class Report:
    whole: Cut
    kinds: tuple[Cut, ...]
    matters: tuple[Cut, ...]
    categories: tuple[Cut, ...]
    places: tuple[Cut, ...]
    tally: Tally
    promises: Mapping[Body, Mapping[Fate, int]]  #: of days within the span; who promised none is not there
    verdicts: VerdictCounts
    reach: Reach
    reach_by_building: Mapping[str | None, Reach]
    known: int  #: stairwells, buildings without known stairwells among them
    silent: tuple[Stairwell, ...]

    @property
    def fates(self) -> Mapping[Fate, int]:
        """Of all bodies together."""
        return {fate: sum(theirs.get(fate, 0) for theirs in self.promises.values()) for fate in Fate}


def report_of(facts: Facts, *, estate: Estate, now: datetime) -> Report:
    filed = facts.filed
    categories = tuple(desk.by_category(each.category for each in filed if each.category is not None))
    buildings = in_order(each.building for each in filed if each.building is not None)
    by_building = {name: [each for each in facts.met if each.building == name] for name in _buildings(facts.met)}

    def parts(of: Callable[[Filed], Hashable], order: Sequence[Hashable]) -> tuple[Cut, ...]:
        return _cuts(filed, of, order, estate=estate, now=now)

    return Report(
        whole=cut(None, filed, estate=estate, now=now),
        kinds=parts(lambda each: each.kind, tuple(Kind)),
        matters=parts(lambda each: each.matter, tuple(Matter)),
        categories=parts(lambda each: each.category, categories),
        places=parts(lambda each: each.building, buildings),
        tally=facts.tally,
        promises=facts.promises,
        verdicts=facts.verdicts,
        reach=reach(facts.met),
        reach_by_building={name: reach(theirs) for name, theirs in by_building.items()},
        known=len(_stairwells(facts.known)),
        silent=silent(facts.known, facts.spoke),
    )


def _buildings(met: Sequence[Met]) -> list[str | None]:
    named = in_order(each.building for each in met if each.building is not None)
    return [*named, *([None] if any(each.building is None for each in met) else [])]


def _stairwells(known: Iterable[Stairwell]) -> set[Stairwell]:
    """A building counts by itself only where none of its stairwells is known."""
    known = set(known)
    with_units = {each.building for each in known if each.unit is not None}
    return {each for each in known if each.unit is not None or each.building not in with_units}


def promises_within(span: Span, told: Iterable[tuple[date, Body, Fate]]) -> Mapping[Body, Mapping[Fate, int]]:
    """Days promised within the span, counted by who promised and what became of them. `told`: day, body, fate."""
    counted: dict[Body, dict[Fate, int]] = {}
    for day, body, fate in told:
        if span.holds(day):
            theirs = counted.setdefault(body, {})
            theirs[fate] = theirs.get(fate, 0) + 1
    return {body: counted[body] for body in Body if body in counted}
