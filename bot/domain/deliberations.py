"""Arguing a wish through before it is decided: who says what, for and against, and what came of it. Pure.

A deliberation stands beside the course of its wish: the wish stays where it is, and goes on by an answer as ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import deliberation_refusals as refusals
from bot.domain import errors
from bot.domain.people import Body, Estate
from bot.domain.places import Place

MAX_QUESTION_CHARS = 200
MAX_BACKGROUND_CHARS = 1000
MAX_AGENDA_CHARS = 600
MAX_CHARS = 600  #: of one thing that somebody says
MAX_MINUTES_CHARS = 1500
MOST_EACH = 3  #: arguments, or questions, of one person in one deliberation
FARTHEST_DAYS = 90
CLOSES_AT = time(20, 0)  #: on the estate's clocks, of the day that was named: nobody is told of it at night
SHORTEST = timedelta(hours=1)
NAGS_AT = time(9, 0)
NAG_AFTER_DAYS = (3, 7)  #: without minutes, once each


class Form(StrEnum):
    COUNCIL = "council"  #: 议事会: residents, for and against
    COORDINATION = "coordination"  #: 协调会: the bodies among themselves, in the staff chat
    HEARING = "hearing"  #: 听证会: residents ask, a named officer answers


class Outcome(StrEnum):
    """What came of it, as the minutes say."""

    AGREED = "agreed"
    PARTLY = "partly"
    NOT_AGREED = "not-agreed"
    HANDED_UP = "handed-up"


class Voice(StrEnum):
    """As whom somebody speaks."""

    RESIDENT = "resident"
    COMMITTEE = "committee"
    PROPERTY = "property"
    OWNERS = "owners"
    DEVELOPER = "developer"
    EXPERT = "expert"
    DEPARTMENT = "department"


PANEL = (Voice.EXPERT, Voice.DEVELOPER, Voice.DEPARTMENT)  #: voices that answer no wishes

_VOICE_OF_BODY = {
    Body.COMMITTEE: Voice.COMMITTEE,
    Body.PROPERTY: Voice.PROPERTY,
    Body.OWNERS: Voice.OWNERS,
}


class Part(StrEnum):
    """What somebody contributes."""

    ARGUMENT = "argument"  #: of a resident, for or against
    STATEMENT = "statement"  #: of a voice, with where it stands; a later one takes its place
    NOTE = "note"  #: of an expert, from a look on the spot, with photos
    QUESTION = "question"  #: of a resident at a hearing, for the named officer


class Side(StrEnum):
    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"  #: a voice alone may stand there


class Tap(StrEnum):
    """How somebody finds one thing that was said."""

    AGREE = "agree"
    DISAGREE = "disagree"
    PASS = "pass"


@dataclass(frozen=True, slots=True)
class By:
    """In whose name something of a deliberation was done. `body`: a `Body`, of those who open and write minutes."""

    name: str
    body: Body


@dataclass(frozen=True, slots=True)
class Officer:
    """Who answers at a hearing. `telegram_id` is 0 once they asked to be forgotten."""

    telegram_id: int
    name: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Deliberation:
    id: int
    wish_id: int
    form: Form
    question: str
    background: str  #: may be empty
    agenda: str  #: of a hearing, else empty
    opened_at: datetime
    until: date  #: its last day, on the estate's clocks
    closes_at: datetime
    opener_id: int  #: person id
    opener: By
    officer: Officer | None = None  #: of a hearing
    closed_at: datetime | None = None
    ended_by: By | None = None  #: who closed it before its day
    outcome: Outcome | None = None  #: None: there are no minutes (yet)
    minutes: str = ""
    minutes_at: datetime | None = None
    minutes_by_id: int | None = None
    minutes_by: By | None = None
    nags: int = 0  #: how often those who owe the minutes were reminded
    next_at: datetime | None = None  #: when something falls due: its end, then each reminder

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def waits_for_minutes(self) -> bool:
        return not self.is_open and self.outcome is None

    @property
    def was_dropped(self) -> bool:
        """It ended because what it was about went out of sight: nobody owes minutes."""
        return self.waits_for_minutes and self.next_at is None and not self.nags

    @property
    def counts_for_residents(self) -> bool:
        """Residents were heard, and what came of it is told."""
        return self.form is not Form.COORDINATION and self.outcome is not None


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing that was said, numbered within its deliberation. `name` is empty for residents: words weigh alone."""

    id: int
    deliberation_id: int
    wish_id: int
    number: int
    person_id: int
    part: Part
    voice: Voice
    side: Side | None  #: of arguments and statements
    name: str
    words: str
    photos: tuple[str, ...]  #: keys of `files`
    said_at: datetime
    off_by: str | None = None  #: "author" or "staff", once it is not shown any more
    reply: str = ""  #: of the officer, to a question
    replied_at: datetime | None = None

    @property
    def is_shown(self) -> bool:
        return self.off_by is None

    @property
    def is_tapped(self) -> bool:
        """Whether others say how they find it; a question is answered instead."""
        return self.is_shown and self.part is not Part.QUESTION


@dataclass(frozen=True, slots=True)
class Dissents:
    """How many see a wish differently. `needed_from`: as the estate had it when the last of them pressed; 0: never."""

    n: int = 0
    needed_from: int = 0

    @property
    def are_many(self) -> bool:
        """So many that residents are heard before anything is decided."""
        return 0 < self.needed_from <= self.n


NO_DISSENTS = Dissents()


@dataclass(frozen=True, slots=True)
class Taps:
    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @property
    def total(self) -> int:
        return self.agree + self.disagree + self.passed


@dataclass(frozen=True, slots=True)
class View:
    """A deliberation with all that was said, oldest first, and how it was tapped, by contribution id."""

    deliberation: Deliberation
    said: Sequence[Contribution] = ()
    taps: Mapping[int, Taps] = field(default_factory=dict)

    def shown(self, *parts: Part, side: Side | None = None) -> list[Contribution]:
        return [
            each
            for each in self.said
            if each.is_shown and (not parts or each.part in parts) and (side is None or each.side is side)
        ]

    def taps_on(self, said: Contribution) -> Taps:
        return self.taps.get(said.id, Taps())


def voice_of(telegram_id: int, estate: Estate, at: Place | None = None) -> tuple[Voice, str]:
    """As whom this person speaks of what is there, and under which name; a resident under none."""
    speaker = estate.spokesman(telegram_id, at) if estate.is_staff(telegram_id, at) else None
    if speaker is not None:
        return _VOICE_OF_BODY[speaker.body], speaker.name
    if guest := estate.panel.get(telegram_id):
        return Voice(guest.voice), guest.name
    return Voice.RESIDENT, ""


def closing_moment(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, CLOSES_AT, tzinfo=zone)


def check_closes(closes_at: datetime, *, now: datetime) -> None:
    """Refuse a time in which nobody could say anything.

    Raises:
        DeliberationTooShort: less than an hour.
    """
    if closes_at - now < SHORTEST:
        raise refusals.DeliberationTooShort


def close(deliberation: Deliberation, *, now: datetime, zone: ZoneInfo, by: By | None = None) -> Deliberation:
    """Return it closed: nothing more is said in it, and minutes are due. `by`: who did it before its day."""
    if not deliberation.is_open:
        return deliberation
    return replace(deliberation, closed_at=now, ended_by=by, next_at=_nag_at(now, 0, zone))


def drop(deliberation: Deliberation, *, now: datetime) -> Deliberation:
    """Return it closed, with nothing left to wait for: what it was about is out of sight."""
    return replace(deliberation, closed_at=deliberation.closed_at or now, next_at=None)


def nag(deliberation: Deliberation, *, zone: ZoneInfo) -> Deliberation:
    """Return it with one reminder more; after the last nothing falls due any more."""
    assert deliberation.closed_at is not None, "only what is over lacks minutes"
    nags = deliberation.nags + 1
    return replace(deliberation, nags=nags, next_at=_nag_at(deliberation.closed_at, nags, zone))


def _nag_at(closed_at: datetime, nags: int, zone: ZoneInfo) -> datetime | None:
    if nags >= len(NAG_AFTER_DAYS):
        return None
    day = closed_at.astimezone(zone).date() + timedelta(days=NAG_AFTER_DAYS[nags])
    return datetime.combine(day, NAGS_AT, tzinfo=zone)


def minute(
    deliberation: Deliberation, *, outcome: Outcome, words: str, by: By, by_id: int, number: str, now: datetime
) -> Deliberation:
    """Return it with its minutes; they are written once, and end it if it was still open.

    Raises:
        MinutesWritten: they stand already.
    """
    if deliberation.outcome is not None:
        raise refusals.MinutesWritten(number=number)
    return replace(
        deliberation,
        closed_at=deliberation.closed_at or now,
        outcome=outcome,
        minutes=words,
        minutes_at=now,
        minutes_by=by,
        minutes_by_id=by_id,
        next_at=None,
    )


def check_says(
    deliberation: Deliberation,
    said: Iterable[Contribution],
    *,
    part: Part,
    voice: Voice,
    person_id: int,
    number: str,
    now: datetime,
) -> None:
    """Refuse what this person cannot say there.

    Raises:
        DeliberationOver: it is closed, or its time is over.
        NotThisForm: residents at a coordination; questions elsewhere than at a hearing.
        SpeaksForABody: an argument or a question of somebody who speaks as a voice.
        NotAVoice: a statement of somebody who does not.
        NotAnExpert: a note of anybody else.
        SaidEnough: three arguments, or questions, already.
    """
    if not deliberation.is_open or now >= deliberation.closes_at:
        raise refusals.DeliberationOver(number=number)
    match part:
        case Part.ARGUMENT | Part.QUESTION if voice is not Voice.RESIDENT:
            raise refusals.SpeaksForABody
        case Part.STATEMENT if voice is Voice.RESIDENT:
            raise refusals.NotAVoice
        case Part.NOTE if voice is not Voice.EXPERT:
            raise refusals.NotAnExpert
    if deliberation.form is Form.COORDINATION and voice is Voice.RESIDENT:
        raise refusals.NotThisForm
    if part is Part.QUESTION and deliberation.form is not Form.HEARING:
        raise refusals.NotThisForm
    mine = [each for each in said if each.person_id == person_id and each.part is part and each.is_shown]
    if part is not Part.STATEMENT and len(mine) >= MOST_EACH:
        raise refusals.SaidEnough(most=MOST_EACH)


def check_tap(deliberation: Deliberation, said: Contribution, *, number: str, now: datetime) -> None:
    """Refuse a tap on what is not (any more) up for it.

    Raises:
        DeliberationOver: see `check_says`.
        ButtonTooOld: what it is about was taken back.
    """
    if not deliberation.is_open or now >= deliberation.closes_at:
        raise refusals.DeliberationOver(number=number)
    if not said.is_tapped:
        raise errors.ButtonTooOld


def is_needed(dissents: int, held: Iterable[Deliberation], *, needed_from: int) -> bool:
    """Whether so many see it differently that nothing is decided before residents were heard. 0: never."""
    return 0 < needed_from <= dissents and not any(each.counts_for_residents for each in held)
