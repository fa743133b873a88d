"""Projects: what comes of wishes, from the proposal to the acceptance. Pure: time is passed in, nothing is stored here.

A project stands at one stage. `advance` is the one table of how it gets to another; whoever changes a stage otherwise
has found a bug.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain import project_refusals as refusals
from bot.domain.people import Speaker

MAX_NAME_CHARS = 60
MAX_WORDS_CHARS = 500
MOST_INDICATORS = 5
MOST_MILESTONES = 12
MOST_PHOTOS = 10  #: of one report of progress, as many as an album holds
FARTHEST_END_DAYS = 730


class ProjectKind(StrEnum):
    WORKS = "works"
    SELF_SERVICE = "self-service"  #: run by residents, for others than themselves


class Stage(StrEnum):
    PROPOSED = "proposed"
    COSTED = "costed"  #: feasibility and cost are checked
    APPROVED = "approved"
    FUNDED = "funded"
    UNDER_WAY = "under-way"
    ACCEPTANCE = "acceptance"
    DONE = "done"
    STOPPED = "stopped"  #: with a reason; it may be taken up again


#: One after the other.
ORDER = tuple(stage for stage in Stage if stage is not Stage.STOPPED)
#: The linked wishes have been promised the planned end.
PROMISING = frozenset({Stage.APPROVED, Stage.FUNDED, Stage.UNDER_WAY, Stage.ACCEPTANCE})
OVER = frozenset({Stage.DONE, Stage.STOPPED})


class Move(StrEnum):
    OPENED = "opened"
    ON = "on"
    BACK = "back"
    STOPPED = "stopped"
    RESUMED = "resumed"
    RESCHEDULED = "rescheduled"  #: another planned end; the stage stays


class Source(StrEnum):
    """Where money comes from."""

    GOVERNMENT = "government"
    ENTERPRISE = "enterprise"
    SOCIETY = "society"
    RESIDENTS = "residents"


class Side(StrEnum):
    PLANNED = "planned"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a self-service project is measured by: 每月送餐120份, 120 meals a month."""

    number: int
    unit: str
    words: str  #: the whole line, as it was written


@dataclass(frozen=True, slots=True)
class Brief:
    """What somebody says who opens a project."""

    kind: ProjectKind
    name: str
    building: str | None  #: the number alone; None: the whole estate
    planned_end: date
    serves: str = ""  #: of self-service: whom, other than those who run it
    mentor: str = ""
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    id: int
    estate_key: str
    number: int  #: counted within the estate from 1
    brief: Brief
    stage: Stage
    percent: int = 0
    round: int = 0  #: of the acceptance; 0: there was none yet
    late_told: bool = False  #: the staff heard that this planned end has passed
    late_at: datetime | None = None  #: when they will

    @property
    def name(self) -> str:
        return self.brief.name

    @property
    def awaits_end(self) -> bool:
        """The planned end means something: neither done nor being accepted."""
        return self.stage not in (Stage.ACCEPTANCE, *OVER)


@dataclass(frozen=True, slots=True)
class ProjectStep:
    """One line of what happened to it; nothing of it is ever changed."""

    id: int
    project_id: int
    move: Move
    before: Stage
    after: Stage
    at: datetime
    by: Speaker
    by_id: int  #: person id
    words: str = ""
    day: date | None = None  #: the planned end as it is from then on


@dataclass(frozen=True, slots=True)
class Money:
    """Cents by source and side, as they stand."""

    sums: dict[tuple[Source, Side], int]

    def of(self, source: Source, side: Side) -> int:
        return self.sums.get((source, side), 0)

    def total(self, side: Side) -> int:
        return sum(cents for (_, of_side), cents in self.sums.items() if of_side is side)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Those that give, or are to give, anything."""
        return tuple(each for each in Source if any(self.of(each, side) for side in Side))


@dataclass(frozen=True, slots=True)
class Milestone:
    id: int
    project_id: int
    name: str
    day: date
    reached_on: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What was said of the progress, and when."""

    id: int
    project_id: int
    percent: int
    words: str
    reason: str  #: why it is less than before
    milestone_id: int | None
    photos: tuple[str, ...]  #: keys of `files`
    at: datetime
    by: Speaker


def next_stage(stage: Stage) -> Stage | None:
    """None: done, or stopped."""
    return None if stage in OVER else ORDER[ORDER.index(stage) + 1]


def stage_before(stage: Stage) -> Stage | None:
    """Where a step back leads: what is done is under way again, to be accepted anew."""
    if stage is Stage.DONE:
        return Stage.UNDER_WAY
    return None if stage in (Stage.PROPOSED, Stage.STOPPED) else ORDER[ORDER.index(stage) - 1]


def leads_to(stage: Stage, move: Move) -> Stage | None:
    """Where a move leads from this stage; None: nowhere."""
    match move:
        case Move.ON:
            return next_stage(stage)
        case Move.BACK:
            return stage_before(stage)
        case Move.STOPPED:
            return None if stage in OVER else Stage.STOPPED
        case Move.RESUMED:
            return Stage.PROPOSED if stage is Stage.STOPPED else None
        case Move.RESCHEDULED:
            return None if stage in OVER else stage
    return None


def advance(
    project: Project, move: Move, *, words: str, today: date, money: Money, accepted: bool, day: date | None = None
) -> Project:
    """Return the project after the move. `accepted`: see `acceptances.Standing.is_complete`.

    Raises:
        NoStepThere: from this stage nothing leads that way.
        ReasonNeeded: a step back, a stop or another day without words.
        CostUnknown: works that nobody has planned any money for.
        EndIsPast: approving would promise a day that is over.
        NothingReceived: funded, while money is planned and none came.
        NotAccepted: done, before it is.
    """
    after = leads_to(project.stage, move)
    if after is None or (move is Move.RESCHEDULED and day is None):
        raise refusals.NoStepThere(name=project.name, stage=project.stage.value)
    if move in (Move.BACK, Move.STOPPED, Move.RESCHEDULED) and not words.strip():
        raise refusals.ReasonNeeded
    if move is Move.RESCHEDULED and day is not None:
        if day < today:
            raise refusals.EndIsPast(day=day.isoformat())
        return replace(project, brief=replace(project.brief, planned_end=day), late_told=False)
    if move is Move.ON:
        _check_on(project, after, today=today, money=money, accepted=accepted)
    opens_round = move is Move.ON and after is Stage.ACCEPTANCE
    return replace(
        project,
        stage=after,
        round=project.round + 1 if opens_round else project.round,
        percent=100 if after is Stage.DONE else project.percent,
    )


def _check_on(project: Project, after: Stage, *, today: date, money: Money, accepted: bool) -> None:
    planned, received = money.total(Side.PLANNED), money.total(Side.RECEIVED)
    if after is Stage.COSTED and project.brief.kind is ProjectKind.WORKS and not planned:
        raise refusals.CostUnknown
    if after is Stage.APPROVED and project.brief.planned_end < today:
        raise refusals.EndIsPast(day=project.brief.planned_end.isoformat())
    if after is Stage.FUNDED and planned and not received:
        raise refusals.NothingReceived
    if after is Stage.DONE and not accepted:
        raise refusals.NotAccepted(name=project.name)


def replay(steps: Iterable[ProjectStep]) -> Stage:
    """The stage that a history leads to.

    Raises:
        ValueError: a step does not go on where the one before ended, or leads where no move does.
    """
    stage = Stage.PROPOSED
    for at, step in enumerate(steps):
        leads = Stage.PROPOSED if at == 0 and step.move is Move.OPENED else leads_to(stage, step.move)
        if step.before is not stage or step.after is not leads:
            raise ValueError(f"{step.move} from {step.before} to {step.after} does not follow {stage}")
        stage = step.after
    return stage


def report(project: Project, *, percent: int, reason: str) -> Project:
    """Return the project with its progress.

    Raises:
        NotUnderWay: it is at another stage.
        NotAPercentage: not 0 to 100.
        LowerNeedsReason: less than before, and nobody says why.
    """
    if project.stage is not Stage.UNDER_WAY:
        raise refusals.NotUnderWay(name=project.name)
    if not 0 <= percent <= 100:
        raise refusals.NotAPercentage(words=str(percent))
    if percent < project.percent and not reason.strip():
        raise refusals.LowerNeedsReason(percent=project.percent)
    return replace(project, percent=percent)


def change_of(money: Money, source: Source, side: Side, cents: int, *, corrects: bool) -> int:
    """What is to be added so that the sum is as said: what is received adds up, all else is the whole sum.

    Raises:
        LessThanNothing: cents are less than none.
    """
    if cents < 0:
        raise refusals.LessThanNothing
    if side is Side.RECEIVED and not corrects:
        return cents
    return cents - money.of(source, side)


_INDICATOR = re.compile(r"(?P<number>\d[\d,]*)\s*(?P<unit>[^\W\d_]+)")


def read_indicators(words: str) -> tuple[Indicator, ...]:
    """One a line: a number, its unit, and words that say of what.

    Raises:
        NotAnIndicator: a line without a number above nothing, or without a unit; or too many lines.
    """
    lines = [" ".join(each.split()) for each in words.splitlines() if each.strip()]
    if not 1 <= len(lines) <= MOST_INDICATORS:
        raise refusals.NotAnIndicator(words=words[:40])
    return tuple(_indicator(each) for each in lines)


def _indicator(line: str) -> Indicator:
    found = _INDICATOR.search(unicodedata.normalize("NFKC", line))
    if found is None or not (number := int(found["number"].replace(",", "")[:12])):
        raise refusals.NotAnIndicator(words=line[:40])
    return Indicator(number=number, unit=found["unit"], words=line)


def read_percent(words: str) -> int:
    """40, 40%, 百分之40.

    Raises:
        NotAPercentage: not 0 to 100.
    """
    plain = unicodedata.normalize("NFKC", words).strip().removeprefix("百分之").removesuffix("%").strip()
    if not plain.isdecimal() or len(plain) > 3 or int(plain) > 100:
        raise refusals.NotAPercentage(words=words[:40])
    return int(plain)


def read_numbers(words: str, *, most: int = 20) -> tuple[int, ...]:
    """第3件、第5件 as (3, 5), each once.

    Raises:
        NotWishNumbers: there is none, or too many.
    """
    numbers = tuple(dict.fromkeys(int(each[:9]) for each in re.findall(r"\d+", unicodedata.normalize("NFKC", words))))
    if not 1 <= len(numbers) <= most or 0 in numbers:
        raise refusals.NotWishNumbers(words=words[:40])
    return numbers
