"""Claims (认领): a neighbour, several, or an organisation take a want upon themselves until a day. Pure.

A claim runs once its wisher has said yes and, where it needs somebody's word, that was given. Only the wisher's word
ends it as done: silence is nobody's yes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import claim_refusals, errors
from bot.domain.attention import Courtesy, awake
from bot.domain.claim_terms import ClaimTerms
from bot.domain.wishes import Category, Kind, State, Wish

MAX_NAMES_CHARS = 100  #: of the neighbours who come along, and of an organisation's name
MAX_BECAUSE_CHARS = 200  #: of why somebody needs a later day
MAX_CONTACT_CHARS = 100  #: of the door and telephone number that a wisher passes on
MORNING = time(9)  #: when somebody is reminded of a day, on the estate's clocks


class ClaimKind(StrEnum):
    RESIDENT = "resident"
    GROUP = "group"  #: several neighbours, named by the one who claims
    FIRM = "firm"


class Phase(StrEnum):
    VOUCHING = "vouching"  #: the committee, or a captain, is asked whether they know who claims
    ASKED = "asked"  #: its wisher is
    RUNNING = "running"
    REPORTED = "reported"  #: the claimer says that it is done


class ClaimOutcome(StrEnum):
    CONFIRMED = "confirmed"
    REFUSED = "refused"  #: by its wisher
    UNANSWERED = "unanswered"
    NOT_VOUCHED = "not-vouched"
    HANDED_BACK = "handed-back"
    CALLED_OFF = "called-off"  #: by its wisher, while it ran
    RELEASED = "released"  #: by the staff
    OVERTAKEN = "overtaken"  #: the wish has gone on in another way
    LEFT = "left"  #: the claimer left the estate's groups before it ran


class ClaimDue(StrEnum):
    """What falls due when a phase lasts."""

    REMIND_WISHER = "remind-wisher"
    LAPSE = "lapse"
    REMIND_CLAIMER = "remind-claimer"
    ASK_CLAIMER = "ask-claimer"  #: its day went by
    TELL_STAFF = "tell-staff"


@dataclass(frozen=True, slots=True)
class Claim:
    id: int
    wish_id: int
    claimer_id: int  #: person id
    kind: ClaimKind
    helpers: str  #: who comes along, as the claimer named them; "" but for a group
    firm: str  #: "" but for a firm
    due_on: date
    claimed_at: datetime
    enters_home: bool
    needs_word: bool  #: somebody must say that they know who claims
    phase: Phase
    phase_at: datetime
    nudges: int = 0  #: how often something fell due in this phase
    next_at: datetime | None = None  #: when something falls due next
    word_given: bool = False
    told: bool = True  #: the wisher has the question in private; otherwise the public card says that there is one
    accepted_at: datetime | None = None
    contact: str | None = None  #: door or telephone, from the wisher alone; gone with the claim
    outcome: ClaimOutcome | None = None
    offer_id: int | None = None  #: the offer that was matched
    due_before: date | None = None  #: the day they had named before they asked for a later one
    put_off_because: str | None = None  #: why, to its wisher alone; gone with the claim

    @property
    def is_open(self) -> bool:
        return self.outcome is None

    @property
    def runs(self) -> bool:
        return self.is_open and self.phase in (Phase.RUNNING, Phase.REPORTED)


_LADDER: dict[Phase, tuple[ClaimDue, ...]] = {
    Phase.VOUCHING: (ClaimDue.LAPSE,),
    Phase.ASKED: (ClaimDue.REMIND_WISHER, ClaimDue.LAPSE),
    Phase.RUNNING: (ClaimDue.REMIND_CLAIMER, ClaimDue.ASK_CLAIMER, ClaimDue.TELL_STAFF),
    Phase.REPORTED: (ClaimDue.REMIND_WISHER, ClaimDue.TELL_STAFF),
}

_AT_HOME = re.compile(
    r"家里|屋里|上门|进门|我家(?!也是)|入户|府上|到家|卧室|厨房|卫生间"
    r"|\b(?:at|to|in) (?:my|our) (?:home|flat|place|house|kitchen|bathroom)\b"
    r"|\b(?:my|our) (?:flat|apartment|kitchen|bathroom|bedroom)\b|\bcome (?:in|over|round)\b",
    re.IGNORECASE,
)


def enters_home(wish: Wish) -> bool:
    """Whether whoever does it will stand in somebody's home, as far as the wish says: on the safe side.

    A door, a word for home, or care for people.
    """
    stated = wish.place.door is not None or wish.where.door is not None
    return stated or wish.category is Category.CARE or _AT_HOME.search(wish.words) is not None


def check_claimable(wish: Wish, *, person_id: int) -> None:
    """Let somebody claim the wish, or refuse.

    Raises:
        OwnWish: the author.
        NotToClaim: an offer or a suggestion, or what only the committee sees.
        WishClosed: it has ended.
        InOtherHands: a body has it in hand, promised it or put it off.
    """
    number = str(wish.number)
    if wish.author_id == person_id:
        raise errors.OwnWish(number=number)
    if wish.has_ended:
        raise errors.WishClosed(number=number)
    if wish.kind is not Kind.WANT or not wish.is_public:
        raise claim_refusals.NotToClaim(number=number)
    if wish.state is not State.OPEN or wish.taken_by is not None:
        raise claim_refusals.InOtherHands(number=number)


def is_claimable(wish: Wish, *, person_id: int) -> bool:
    """As `check_claimable`."""
    try:
        check_claimable(wish, person_id=person_id)
    except errors.Refused:
        return False
    return True


def begun(claim: Claim, phase: Phase, *, now: datetime, terms: ClaimTerms, zone: ZoneInfo, courtesy: Courtesy) -> Claim:
    """Return the claim at the beginning of this phase.

    A running claim whose reminder would lie behind `now` has had it.
    """
    claim = replace(claim, phase=phase, phase_at=now, nudges=0)
    moment = moment_of(claim, terms=terms, zone=zone, courtesy=courtesy)
    if phase is Phase.RUNNING and moment is not None and moment <= now:
        claim = replace(claim, nudges=1)
    return replace(claim, next_at=moment_of(claim, terms=terms, zone=zone, courtesy=courtesy))


def nudged(claim: Claim, *, terms: ClaimTerms, zone: ZoneInfo, courtesy: Courtesy) -> Claim:
    """Return the claim after what fell due was seen to."""
    claim = replace(claim, nudges=claim.nudges + 1)
    return replace(claim, next_at=moment_of(claim, terms=terms, zone=zone, courtesy=courtesy))


def due_of(claim: Claim, *, now: datetime, terms: ClaimTerms, zone: ZoneInfo, courtesy: Courtesy) -> ClaimDue | None:
    """What is due for this claim now; None: nothing.

    Where the day itself has gone by unseen, the claimer is asked and not reminded of a day that lies behind them.
    """
    if not claim.is_open or claim.next_at is None or claim.next_at > now:
        return None
    if claim.phase is Phase.RUNNING and claim.nudges == 0:
        asked = moment_of(replace(claim, nudges=1), terms=terms, zone=zone, courtesy=courtesy)
        if asked is not None and asked <= now:
            return ClaimDue.ASK_CLAIMER
    return _LADDER[claim.phase][claim.nudges]


def moment_of(claim: Claim, *, terms: ClaimTerms, zone: ZoneInfo, courtesy: Courtesy) -> datetime | None:
    """When the next thing of this phase falls due, UTC; None: nothing does any more."""
    if not claim.is_open or claim.nudges >= len(_LADDER[claim.phase]):
        return None
    if claim.phase is Phase.RUNNING:
        days = (-1, 1, 1 + terms.staff_after_days)[claim.nudges]
        day = claim.due_on + timedelta(days=days)
        moment = datetime.combine(day, MORNING, tzinfo=zone).astimezone(UTC)
    else:
        waits = 2 if claim.phase is Phase.VOUCHING else claim.nudges + 1
        moment = claim.phase_at + waits * terms.answer_within
    return awake(moment, zone=zone, courtesy=courtesy)


def ended(claim: Claim, outcome: ClaimOutcome) -> Claim:
    """Return the claim with nothing left to wait for; what the two told each other is gone."""
    return replace(claim, outcome=outcome, next_at=None, contact=None, put_off_because=None)


def check_may_put_off(claim: Claim, *, number: int, today: date) -> None:
    """Before it is asked to which day.

    Raises:
        ClaimOver: it does not run, or was reported done.
        PutOffAlready: once is all.
        TooLateToPutOff: its day has passed.
    """
    if not claim.is_open or claim.phase is not Phase.RUNNING:
        raise claim_refusals.ClaimOver(number=str(number))
    if claim.due_before is not None:
        raise claim_refusals.PutOffAlready(number=str(number))
    if claim.due_on < today:
        raise claim_refusals.TooLateToPutOff(number=str(number))


def may_put_off(claim: Claim, *, today: date) -> bool:
    """As `check_may_put_off`."""
    try:
        check_may_put_off(claim, number=0, today=today)
    except errors.Refused:
        return False
    return True


def put_off(claim: Claim, *, to: date, because: str, number: int, today: date, farthest_days: int) -> Claim:
    """Return the claim with a later day. What falls due is not counted anew by this: see `begun`.

    Raises:
        NotLater: the same day, or an earlier one. DateTooFar: see `ClaimTerms.farthest_days`.
        ClaimOver, PutOffAlready, TooLateToPutOff: see `check_may_put_off`.
    """
    check_may_put_off(claim, number=number, today=today)
    if to <= claim.due_on:
        raise claim_refusals.NotLater
    if to > today + timedelta(days=farthest_days):
        raise errors.DateTooFar(days=farthest_days)
    return replace(claim, due_on=to, due_before=claim.due_on, put_off_because=because or None)


def taken_on(wish: Wish, claim: Claim, *, name: str) -> Wish:
    """Return the wish in its claimer's hands, until the day they named."""
    return replace(wish, state=State.TAKEN, taken_by=claim.claimer_id, taken_by_name=name, next_date=claim.due_on)


def let_go(wish: Wish, *, answer_due: date | None) -> Wish:
    """Return the wish open again, due for an answer as if filed now; None: its clock does not run."""
    return replace(wish, state=State.OPEN, taken_by=None, taken_by_name=None, next_date=answer_due)


def fulfilled(wish: Wish) -> Wish:
    """Return the wish, done as its wisher says."""
    return replace(wish, state=State.DONE, taken_by=None, taken_by_name=None, next_date=None)


def in_hands_of(wish: Wish, claim: Claim) -> bool:
    """Whether the wish is with this claim's claimer."""
    return claim.runs and wish.state is State.TAKEN and wish.taken_by == claim.claimer_id
