"""Sign-ups (接龙报名): who comes to something, in the order in which they said so; who waits for a place. Pure.

Places go to whom they are enough for, in order: a family of three that waits lets a single neighbour pass where one
place is left. A place that somebody has is never taken from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import attention
from bot.domain import signup_refusals as refusals
from bot.domain.attention import Courtesy
from bot.domain.people import Chat
from bot.domain.rights import Role

MAX_WHAT_CHARS = 200
MAX_WHERE_CHARS = 60
MAX_REASON_CHARS = 200
MAX_NAME_CHARS = 20  #: of somebody who is signed up by another
MAX_GUEST_NAMES_CHARS = 60
MOST_PLACES = 999
MOST_GUESTS = 5  #: that one person may bring, where any may be brought
CLOSES_AT = time(18)  #: of the day on which it closes, so that the list is there before the evening
KEPT_FOR = timedelta(days=60)  #: after it took place: then nothing is left of who came
DAY_BEFORE, AT_START = "day-before", "start"  #: when it closes, as chosen; else a day (ISO 8601)


class SignupState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class SignupDue(StrEnum):
    """What falls due by itself."""

    CLOSE = "close"
    REMIND = "remind"
    FORGET = "forget"


class SignupNews(StrEnum):
    """What somebody is told in private. The last two are for whoever opened it."""

    MOVED_UP = "moved-up"
    CHANGED = "changed"  #: another time or another place
    CANCELLED = "cancelled"
    REMINDER = "reminder"
    LIST = "list"  #: it closed
    LEFT = "left"  #: somebody gave their place back after it closed


@dataclass(frozen=True, slots=True)
class Event:
    """What one signs up for. `places` None: as many as like."""

    what: str
    where: str  #: "" : not said
    starts_at: datetime  #: aware
    closes_at: datetime  #: aware; not after `starts_at`
    places: int | None = None
    guests: int = 0  #: how many each may bring
    names: bool = True  #: the card shows them, not only how many they are


class SignupStep(StrEnum):
    """What is done with one in the name of a body."""

    OPENED = "opened"
    CHANGED = "changed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Signup:
    id: int
    estate_key: str
    number: int  #: counted within the estate from 1
    event: Event
    zone: str  #: IANA name of the clocks on which people were told the time
    organiser_id: int  #: person id
    organiser: str  #: their name; "" once it is forgotten
    opened_at: datetime
    state: SignupState = SignupState.OPEN
    reason: str = ""  #: why it was called off
    remind_at: datetime | None = None  #: None: reminded, or too late for it
    next_at: datetime | None = None  #: when something falls due; None: nothing is left of who came
    taken: int = 0  #: places

    @property
    def is_forgotten(self) -> bool:
        return self.next_at is None

    @property
    def starts_on(self) -> date:
        return self.event.starts_at.astimezone(ZoneInfo(self.zone)).date()

    @property
    def left(self) -> int | None:
        """Places; None: there is no limit."""
        return None if self.event.places is None else self.event.places - self.taken


@dataclass(frozen=True, slots=True)
class SignupEntry:
    """One on the list, with whom they bring. `person_id` None: somebody without a phone, entered by `by_id`."""

    id: int
    person_id: int | None
    by_id: int
    name: str
    at: datetime
    guests: int = 0
    guest_names: str = ""  #: first names of children, for the organiser's list alone
    placed: bool = False  #: has a place; else waits for one
    chat_id: int | None = None  #: of the group in which they pressed

    @property
    def heads(self) -> int:
        return 1 + self.guests

    @property
    def hearer_id(self) -> int:
        """Who is told what becomes of it."""
        return self.by_id if self.person_id is None else self.person_id


@dataclass(frozen=True, slots=True)
class Roll:
    """A sign-up with its list, in the order in which people came."""

    signup: Signup
    entries: tuple[SignupEntry, ...] = ()

    @property
    def placed(self) -> tuple[SignupEntry, ...]:
        return tuple(each for each in self.entries if each.placed)

    @property
    def waiting(self) -> tuple[SignupEntry, ...]:
        return tuple(each for each in self.entries if not each.placed)

    @property
    def heads_waiting(self) -> int:
        return sum(each.heads for each in self.waiting)

    def of(self, person_id: int) -> SignupEntry | None:
        return next((each for each in self.entries if each.person_id == person_id), None)

    def entry(self, entry_id: int) -> SignupEntry | None:
        return next((each for each in self.entries if each.id == entry_id), None)

    def rank(self, entry: SignupEntry) -> int:
        """From 1, among those with a place, or among those who wait."""
        among = self.placed if entry.placed else self.waiting
        return [each.id for each in among].index(entry.id) + 1


# ---- the list -------------------------------------------------------------------------------------------------------


def settled(roll: Roll) -> Roll:
    """Places given, in order, to whom they are enough for."""
    most, taken, entries = roll.signup.event.places, _heads(roll.entries), []
    for each in roll.entries:
        if not each.placed and (most is None or taken + each.heads <= most):
            each, taken = replace(each, placed=True), taken + each.heads
        entries.append(each)
    return Roll(replace(roll.signup, taken=taken), tuple(entries))


def _heads(entries: Iterable[SignupEntry]) -> int:
    return sum(each.heads for each in entries if each.placed)


def moved_up(before: Roll, after: Roll) -> tuple[SignupEntry, ...]:
    """Those who waited before and have a place now."""
    waited = {each.id for each in before.waiting}
    return tuple(each for each in after.placed if each.id in waited)


def sign(roll: Roll, entry: SignupEntry) -> Roll:
    """With this one at the end, unless they are on it. `entry`: new, its id 0."""
    if entry.person_id is not None and roll.of(entry.person_id) is not None:
        return roll
    return settled(Roll(roll.signup, (*roll.entries, replace(entry, placed=False))))


def bring(roll: Roll, entry: SignupEntry, guests: int) -> Roll:
    """With so many beside them.

    Raises:
        NobodyMayBeBrought, NoMoreMayBeBrought: more than each may bring.
        NoPlaceForGuest: there are no places for them; the one they have is theirs.
    """
    most = roll.signup.event.guests
    if guests > entry.guests:
        check_guests(guests, most=most)
    left = roll.signup.left
    if entry.placed and left is not None and guests - entry.guests > left:
        raise refusals.NoPlaceForGuest
    names = entry.guest_names if guests else ""
    return settled(_with(roll, replace(entry, guests=max(0, guests), guest_names=names)))


def check_guests(guests: int, *, most: int) -> None:
    """Raises NobodyMayBeBrought, NoMoreMayBeBrought."""
    if guests > 0 and most == 0:
        raise refusals.NobodyMayBeBrought
    if guests > most:
        raise refusals.NoMoreMayBeBrought(most=most)


def leave(roll: Roll, entry: SignupEntry) -> Roll:
    """Without them; whoever waits moves up."""
    return settled(without(roll, entry))


def without(roll: Roll, entry: SignupEntry) -> Roll:
    """Without them, and their places nobody's."""
    left = tuple(each for each in roll.entries if each.id != entry.id)
    return Roll(replace(roll.signup, taken=_heads(left)), left)


def _with(roll: Roll, entry: SignupEntry) -> Roll:
    return Roll(roll.signup, tuple(entry if each.id == entry.id else each for each in roll.entries))


def named(roll: Roll, entry: SignupEntry, names: str) -> Roll:
    """With the first names of those they bring."""
    return _with(roll, replace(entry, guest_names=names))


# ---- what may still be done -----------------------------------------------------------------------------------------


def check_open(signup: Signup, *, now: datetime) -> None:
    """Raises SignupCancelled, SignupOver, SignupClosed: nobody signs up any more."""
    check_ahead(signup, now=now)
    if signup.state is not SignupState.OPEN or now >= signup.event.closes_at:
        raise refusals.SignupClosed


def check_ahead(signup: Signup, *, now: datetime) -> None:
    """Raises SignupCancelled, SignupOver."""
    if signup.state is SignupState.CANCELLED:
        raise refusals.SignupCancelled
    if now >= signup.event.starts_at:
        raise refusals.SignupOver


def check_event(event: Event, *, now: datetime) -> None:
    """Let what is to be posted pass.

    Raises:
        SignupBeginsTooSoon, SignupClosesTooLate, SignupClosesInPast: its times do not fit each other.
    """
    if event.starts_at <= now:
        raise refusals.SignupBeginsTooSoon
    if event.closes_at > event.starts_at:
        raise refusals.SignupClosesTooLate
    if event.closes_at <= now:
        raise refusals.SignupClosesInPast


# ---- moments --------------------------------------------------------------------------------------------------------


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def closing(chosen: str | None, *, starts_at: datetime, zone: ZoneInfo, now: datetime) -> datetime:
    """When it closes. None: the evening of the day before; where that is over, when it begins. Never after that."""
    day = starts_at.astimezone(zone).date()
    if chosen == AT_START:
        return starts_at
    if chosen is None or chosen == DAY_BEFORE:
        evening = moment(day - timedelta(days=1), CLOSES_AT, zone)
        return evening if evening > now else starts_at
    return min(moment(date.fromisoformat(chosen), CLOSES_AT, zone), starts_at)


def reminder(event: Event, *, zone: ZoneInfo, courtesy: Courtesy, now: datetime) -> datetime | None:
    """The evening before it; None: that is over, or in the night until it begins."""
    eve = event.starts_at.astimezone(zone).date() - timedelta(days=1)
    at = attention.awake(moment(eve, courtesy.digest_at, zone), zone=zone, courtesy=courtesy)
    return at if now < at < event.starts_at else None


def scheduled(signup: Signup) -> Signup:
    """Return it with the moment at which something falls due next."""
    moments = [signup.event.starts_at + KEPT_FOR]
    if signup.state is SignupState.OPEN:
        moments.append(signup.event.closes_at)
    if signup.remind_at is not None and signup.state is not SignupState.CANCELLED:
        moments.append(signup.remind_at)
    return replace(signup, next_at=min(moments))


def due_of(signup: Signup, *, now: datetime) -> SignupDue | None:
    """What is due, one thing after the other."""
    if signup.next_at is None or signup.next_at > now:
        return None
    if signup.state is SignupState.OPEN and signup.event.closes_at <= now:
        return SignupDue.CLOSE
    if signup.remind_at is not None and signup.remind_at <= now and signup.state is not SignupState.CANCELLED:
        return SignupDue.REMIND
    return SignupDue.FORGET if signup.event.starts_at + KEPT_FOR <= now else None


def changed(roll: Roll, event: Event, *, zone: ZoneInfo, courtesy: Courtesy, now: datetime) -> tuple[Roll, bool]:
    """With what it is now, and whether time or place are others.

    Closed before, it is open again if it closes later now.

    Raises:
        FewerThanTaken: more have a place than there are to be.
        SignupBeginsTooSoon, SignupClosesTooLate: see `check_event`; SignupCancelled, SignupOver.
    """
    signup, old = roll.signup, roll.signup.event
    check_ahead(signup, now=now)
    if event.places is not None and event.places < signup.taken:
        raise refusals.FewerThanTaken(n=signup.taken)
    stays_closed = signup.state is SignupState.CLOSED and event.closes_at == old.closes_at
    if not stays_closed:
        check_event(event, now=now)
    elif event.starts_at <= now:
        raise refusals.SignupBeginsTooSoon
    state = SignupState.CLOSED if stays_closed else SignupState.OPEN
    remind_at = signup.remind_at
    if event.starts_at != old.starts_at:
        remind_at = reminder(event, zone=zone, courtesy=courtesy, now=now)
    moved = replace(signup, event=event, state=state, remind_at=remind_at, zone=zone.key)
    is_other = (event.starts_at, event.where) != (old.starts_at, old.where)
    return settled(Roll(scheduled(moved), roll.entries)), is_other


def cancelled(signup: Signup, *, reason: str, now: datetime) -> Signup:
    """Raises SignupCancelled, SignupOver."""
    check_ahead(signup, now=now)
    return scheduled(replace(signup, state=SignupState.CANCELLED, reason=reason, remind_at=None))


# ---- where it is posted ---------------------------------------------------------------------------------------------


#: Who asks in every group, or in every one of the part of the estate where their role holds.
_EVERY_GROUP = frozenset({Role.COMMITTEE, Role.VOLUNTEER, Role.CAPTAIN})


def groups_for(
    chats: Iterable[Chat], *, roles_at: Callable[[Chat], frozenset[Role]], administers: Callable[[Chat], bool]
) -> list[Chat]:
    """Of an estate's building groups those in which somebody may ask who comes.

    The committee, volunteers and captains where their role holds, moderators in the groups they administer.
    """
    return [chat for chat in chats if roles_at(chat) & _EVERY_GROUP or administers(chat)]
