"""Quarrels between neighbours: with a mediator (老娘舅) alone, both sides asked, nothing public. Pure.

Neither side learns anything of the other before both said yes, and nothing of what the other said even then: the
mediator speaks with both. What a quarrel says is kept here and never in a wish.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import quarrel_refusals as refusals
from bot.domain import workdays
from bot.domain.attention import Courtesy, awake
from bot.domain.workdays import Workdays

MAX_WHERE_CHARS = 60  #: who the other side is, as the author names them: a place or a door
MAX_VIEW_CHARS = 800  #: of how one side sees it
MAX_TIME_CHARS = 80  #: when and where they meet
MAX_NOTE_CHARS = 300  #: of the mediator's line at the end
REMIND_AFTER_WORKDAYS = 3  #: without anything happening; then the mediator is reminded, once
ASK_FOR = timedelta(days=7)  #: how long its author has to say whether they want a mediator
HOLDS_AFTER = timedelta(days=14)  #: when both are asked whether what was settled holds
WORDS_FOR = timedelta(days=60)  #: after its end; then nothing is left of what was said
MORNING = time(9)  #: when a mediator is reminded, on the estate's clocks
NO_WORDS = "—"


class Side(StrEnum):
    AUTHOR = "author"
    OTHER = "other"

    @property
    def opposite(self) -> Side:
        return Side.OTHER if self is Side.AUTHOR else Side.AUTHOR


class QuarrelPhase(StrEnum):
    ASKED = "asked"  #: the staff thinks it is a quarrel: its author is asked whether they want a mediator
    WAITING = "waiting"  #: for a mediator
    TAKEN = "taken"  #: a mediator has it


class QuarrelOutcome(StrEnum):
    SETTLED = "settled"
    NOT_SETTLED = "not-settled"
    WITHDRAWN = "withdrawn"  #: by its author, before or after the mediator had it
    DECLINED = "declined"  #: one of the sides does not want a mediator: nobody is told which
    REFERRED = "referred"  #: to the police or a court
    GIVEN_BACK = "given-back"  #: to the committee, as a wish that the committee alone sees
    FORGOTTEN = "forgotten"  #: one of the sides asked to be


#: What a mediator may record as the end.
RECORDED = (QuarrelOutcome.SETTLED, QuarrelOutcome.NOT_SETTLED, QuarrelOutcome.WITHDRAWN, QuarrelOutcome.REFERRED)
#: What needs the yes of both before.
_OF_BOTH = frozenset({QuarrelOutcome.SETTLED, QuarrelOutcome.NOT_SETTLED})


class QuarrelDue(StrEnum):
    """What falls due by itself."""

    LAPSE = "lapse"  #: its author said nothing: it goes back to the committee
    REMIND = "remind"
    ASK_WHETHER_HOLDS = "ask-whether-holds"
    FORGET_WORDS = "forget-words"


@dataclass(frozen=True, slots=True)
class Party:
    """One side. `person_id` None: not known to the bot, the mediator asks at the door."""

    person_id: int | None = None
    asked: bool = False
    at_door: bool = False  #: the mediator asked, and noted what was said
    agrees: bool | None = None  #: to a mediator
    view: str = ""  #: how they see it; for the mediator alone
    time_fits: bool | None = None  #: the time that is proposed now
    holds: bool | None = None  #: what was settled, some days later


@dataclass(frozen=True, slots=True)
class Quarrel:
    id: int
    wish_id: int  #: the number it goes by; that wish says nothing
    code: str  #: the part of the other side's link that cannot be guessed
    words: str
    photo: str | None  #: key of `files`
    where: str  #: who the other side is, as the author named them; may be empty
    before: str  #: what the wish was, JSON; "": it was filed as a quarrel
    phase: QuarrelPhase
    moved_at: datetime  #: when somebody did something about it last
    author: Party
    other: Party
    mediator_id: int | None = None  #: person id
    mediator_name: str = ""
    time: str = ""  #: when and where they meet, as the mediator proposed it last
    nudges: int = 0  #: how much fell due since somebody did something
    next_at: datetime | None = None  #: when something falls due next
    outcome: QuarrelOutcome | None = None
    note: str = ""  #: the mediator's line at the end

    @property
    def is_open(self) -> bool:
        return self.outcome is None

    @property
    def both_agree(self) -> bool:
        return self.author.agrees is True and self.other.agrees is True

    @property
    def time_is_agreed(self) -> bool:
        return bool(self.time) and self.author.time_fits is True and self.other.time_fits is True

    def party(self, side: Side) -> Party:
        return self.author if side is Side.AUTHOR else self.other

    def side_of(self, person_id: int) -> Side | None:
        if self.author.person_id == person_id:
            return Side.AUTHOR
        return Side.OTHER if self.other.person_id == person_id else None


@dataclass(frozen=True, slots=True)
class Clocks:
    """What days and nights an estate has."""

    zone: ZoneInfo
    courtesy: Courtesy
    workdays: Workdays


# ---- its way -------------------------------------------------------------------------------------------------------


def begun(quarrel: Quarrel, *, now: datetime, clocks: Clocks) -> Quarrel:
    return _acted(quarrel, now=now, clocks=clocks)


def _acted(quarrel: Quarrel, *, now: datetime, clocks: Clocks) -> Quarrel:
    """Somebody did something: the time until a reminder begins anew."""
    quarrel = replace(quarrel, moved_at=now, nudges=0)
    return replace(quarrel, next_at=moment_of(quarrel, clocks=clocks))


def _set(quarrel: Quarrel, side: Side, party: Party) -> Quarrel:
    return replace(quarrel, author=party) if side is Side.AUTHOR else replace(quarrel, other=party)


def require_open(quarrel: Quarrel) -> None:
    """Raises QuarrelOver."""
    if not quarrel.is_open:
        raise refusals.QuarrelOver


def require_mediator(quarrel: Quarrel, person_id: int) -> None:
    """Raises QuarrelOver: it has ended. NotYourQuarrel: another has it, or nobody."""
    require_open(quarrel)
    if quarrel.mediator_id is None or quarrel.mediator_id != person_id:
        raise refusals.NotYourQuarrel


def take(quarrel: Quarrel, *, person_id: int, name: str, now: datetime, clocks: Clocks) -> Quarrel:
    """Return it in this mediator's hands.

    Raises:
        QuarrelOver: it has ended. HasMediator: somebody has it. MediatorIsSide: it is their own.
        AuthorNotAskedYet: its author has not said that they want one.
    """
    require_open(quarrel)
    if quarrel.side_of(person_id) is not None:
        raise refusals.MediatorIsSide
    if quarrel.mediator_id is not None:
        raise refusals.HasMediator(name=quarrel.mediator_name)
    if quarrel.author.agrees is not True:
        raise refusals.AuthorNotAskedYet
    taken = replace(quarrel, phase=QuarrelPhase.TAKEN, mediator_id=person_id, mediator_name=name)
    return _acted(taken, now=now, clocks=clocks)


def hand_back(quarrel: Quarrel, *, person_id: int, now: datetime, clocks: Clocks) -> Quarrel:
    """Return it waiting for another mediator; what was agreed stays agreed.

    Raises: see `require_mediator`.
    """
    require_mediator(quarrel, person_id)
    free = replace(quarrel, phase=QuarrelPhase.WAITING, mediator_id=None, mediator_name="")
    return _acted(free, now=now, clocks=clocks)


def ask_other(quarrel: Quarrel, *, person_id: int, whom: int | None, now: datetime, clocks: Clocks) -> Quarrel:
    """Return it with the other side asked. `whom`: person id; None: the mediator goes to the door.

    Raises:
        OtherAskedAlready: they were asked, or answered. MediatorIsSide: it would be the mediator, or the author.
        QuarrelOver, NotYourQuarrel: see `require_mediator`.
    """
    require_mediator(quarrel, person_id)
    return _asked(quarrel, whom=whom, now=now, clocks=clocks)


def _asked(quarrel: Quarrel, *, whom: int | None, now: datetime, clocks: Clocks) -> Quarrel:
    if quarrel.other.agrees is not None or quarrel.other.person_id is not None:
        raise refusals.OtherAskedAlready
    if whom is not None and whom in (quarrel.author.person_id, quarrel.mediator_id):
        raise refusals.MediatorIsSide
    asked = replace(quarrel.other, asked=True, person_id=whom, at_door=whom is None)
    return _acted(replace(quarrel, other=asked), now=now, clocks=clocks)


def came_by_link(quarrel: Quarrel, *, person_id: int, now: datetime, clocks: Clocks) -> Quarrel:
    """Return it with whoever opened the other side's link as that side; again, for them, is no other.

    Raises:
        NotYourQuarrel: its author, its mediator, somebody else is that side already, or no mediator has it.
        QuarrelOver: it has ended.
    """
    require_open(quarrel)
    if quarrel.other.person_id == person_id:
        return quarrel
    taken = quarrel.other.person_id is not None
    if taken or person_id in (quarrel.author.person_id, quarrel.mediator_id) or quarrel.mediator_id is None:
        raise refusals.NotYourQuarrel
    if quarrel.other.agrees is not None:  # asked at the door before: now they are known as well
        return _acted(replace(quarrel, other=replace(quarrel.other, person_id=person_id)), now=now, clocks=clocks)
    return _asked(quarrel, whom=person_id, now=now, clocks=clocks)


def agree(quarrel: Quarrel, side: Side, *, yes: bool, now: datetime, clocks: Clocks) -> Quarrel:
    """Return it with this side's answer; a no ends it, and nobody learns whose it was.

    The author's no to a quarrel that the staff saw gives the wish back to the committee: nothing of it is lost.

    Raises:
        QuarrelOver: it has ended, or they answered. OtherNotAskedYet: the other side, before it was asked.
    """
    require_open(quarrel)
    party = quarrel.party(side)
    if party.agrees is not None:
        raise refusals.QuarrelOver
    if side is Side.OTHER and not party.asked:
        raise refusals.OtherNotAskedYet
    answered = _set(quarrel, side, replace(party, agrees=yes))
    if yes:
        phase = QuarrelPhase.WAITING if answered.phase is QuarrelPhase.ASKED else answered.phase
        return _acted(replace(answered, phase=phase), now=now, clocks=clocks)
    back = side is Side.AUTHOR and quarrel.before
    outcome = QuarrelOutcome.GIVEN_BACK if back else QuarrelOutcome.DECLINED
    return ended(answered, outcome, note="", now=now, clocks=clocks)


def say_view(quarrel: Quarrel, side: Side, *, words: str, now: datetime, clocks: Clocks) -> Quarrel:
    """Return it with how this side sees it; said again, the newer words stand.

    Raises: QuarrelOver: it has ended. OtherNotAskedYet: they have not said yes themselves.
    """
    check_view(quarrel, side)
    return _acted(_set(quarrel, side, replace(quarrel.party(side), view=words)), now=now, clocks=clocks)


def check_view(quarrel: Quarrel, side: Side) -> None:
    """Raises: as `say_view`."""
    require_open(quarrel)
    if quarrel.party(side).agrees is not True:
        raise refusals.OtherNotAskedYet


def require_both(quarrel: Quarrel) -> None:
    """Raises OtherNotAskedYet: not both sides have said yes."""
    if not quarrel.both_agree:
        raise refusals.OtherNotAskedYet


def propose_time(quarrel: Quarrel, *, person_id: int, words: str, now: datetime, clocks: Clocks) -> Quarrel:
    """Return it with a time that both are asked about; a side at whose door the mediator asks agreed there.

    Raises: OtherNotAskedYet: not both have said yes. QuarrelOver, NotYourQuarrel: see `require_mediator`.
    """
    require_mediator(quarrel, person_id)
    require_both(quarrel)
    author, other = (
        replace(party, time_fits=True if party.person_id is None else None) for party in (quarrel.author, quarrel.other)
    )
    return _acted(replace(quarrel, time=words, author=author, other=other), now=now, clocks=clocks)


def answer_time(quarrel: Quarrel, side: Side, *, fits: bool, now: datetime, clocks: Clocks) -> Quarrel:
    """Return it with whether the time fits this side; it may be said anew as long as it is the same time.

    Raises: QuarrelOver: it has ended, or no time is proposed.
    """
    require_open(quarrel)
    if not quarrel.time:
        raise refusals.QuarrelOver
    return _acted(_set(quarrel, side, replace(quarrel.party(side), time_fits=fits)), now=now, clocks=clocks)


def check_record(quarrel: Quarrel, outcome: QuarrelOutcome, *, person_id: int) -> None:
    """Raises: OtherNotAskedYet: nothing is settled, or not, between people who did not both say yes.
    QuarrelOver, NotYourQuarrel: see `require_mediator`, or no end that a mediator records."""
    require_mediator(quarrel, person_id)
    if outcome not in RECORDED:
        raise refusals.QuarrelOver
    if outcome in _OF_BOTH:
        require_both(quarrel)


def ended(quarrel: Quarrel, outcome: QuarrelOutcome, *, note: str, now: datetime, clocks: Clocks) -> Quarrel:
    """Raises: QuarrelOver: it has ended before."""
    require_open(quarrel)
    over = replace(quarrel, outcome=outcome, note=note)
    return _acted(over, now=now, clocks=clocks)


def say_whether_holds(quarrel: Quarrel, side: Side, *, holds: bool) -> Quarrel:
    """Return it with whether, for this side, what was settled holds; the newer word stands.

    Raises: QuarrelOver: it was not settled, or nobody was asked yet.
    """
    if quarrel.outcome is not QuarrelOutcome.SETTLED or quarrel.nudges == 0:
        raise refusals.QuarrelOver
    return _set(quarrel, side, replace(quarrel.party(side), holds=holds))


def without_words(quarrel: Quarrel) -> Quarrel:
    """Return it with nothing of what anybody said; what came of it stays as a count."""
    return replace(
        quarrel,
        words=NO_WORDS,
        photo=None,
        where="",
        before="",
        time="",
        note="",
        author=replace(quarrel.author, view=""),
        other=replace(quarrel.other, view=""),
    )


# ---- what falls due ------------------------------------------------------------------------------------------------


def _ladder(quarrel: Quarrel) -> tuple[QuarrelDue, ...]:
    if quarrel.outcome is QuarrelOutcome.SETTLED:
        return (QuarrelDue.ASK_WHETHER_HOLDS, QuarrelDue.FORGET_WORDS)
    if not quarrel.is_open:
        return (QuarrelDue.FORGET_WORDS,)
    return (QuarrelDue.LAPSE,) if quarrel.phase is QuarrelPhase.ASKED else (QuarrelDue.REMIND,)


def due_of(quarrel: Quarrel, *, now: datetime) -> QuarrelDue | None:
    """What is due now; None: nothing."""
    if quarrel.next_at is None or quarrel.next_at > now:
        return None
    ladder = _ladder(quarrel)
    return ladder[quarrel.nudges] if quarrel.nudges < len(ladder) else None


def nudged(quarrel: Quarrel, *, clocks: Clocks) -> Quarrel:
    """Return it after what fell due was seen to."""
    quarrel = replace(quarrel, nudges=quarrel.nudges + 1)
    return replace(quarrel, next_at=moment_of(quarrel, clocks=clocks))


def moment_of(quarrel: Quarrel, *, clocks: Clocks) -> datetime | None:
    """When the next thing falls due, UTC; None: nothing does any more."""
    ladder = _ladder(quarrel)
    if quarrel.nudges >= len(ladder):
        return None
    match ladder[quarrel.nudges]:
        case QuarrelDue.LAPSE:
            moment = quarrel.moved_at + ASK_FOR
        case QuarrelDue.ASK_WHETHER_HOLDS:
            moment = quarrel.moved_at + HOLDS_AFTER
        case QuarrelDue.FORGET_WORDS:
            moment = quarrel.moved_at + WORDS_FOR
        case QuarrelDue.REMIND:
            day: date | None = workdays.nth_after(
                quarrel.moved_at.astimezone(clocks.zone).date(), REMIND_AFTER_WORKDAYS, workdays=clocks.workdays
            )
            if day is None:
                return None
            moment = datetime.combine(day, MORNING, tzinfo=clocks.zone).astimezone(UTC)
    return awake(moment, zone=clocks.zone, courtesy=clocks.courtesy)
