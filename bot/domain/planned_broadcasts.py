"""A planned broadcast (预定公告): what an office will tell many, once or again and again. Pure: time is passed in.

It is a rule and what becomes a broadcast of its own at each turn. One turn may be skipped or moved; whoever is not told
at the day of a turn is not told it later: that the water is off tomorrow would be wrong a day after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain import attention, broadcast_refusals, sending_days
from bot.domain import planned_refusals as refusals
from bot.domain.broadcasts import Audience, Channel, Content
from bot.domain.people import Speaker
from bot.domain.sending_days import Rule

if TYPE_CHECKING:
    from bot.domain.people import Estate

MOST_OF_ESTATE = 50  #: planned at the same time
AHEAD = timedelta(weeks=4)  #: of the calendar
#: As late as this it still goes out where the quiet hours have just begun: a tick comes a little after its moment.
GRACE = timedelta(minutes=10)
_LONGEST_MOVE = timedelta(days=40)  #: a day off may move a turn so far: a month's last one is seen from the next


class PlannedState(StrEnum):
    PROPOSED = "proposed"  #: a second officer has to agree, once for all turns
    PLANNED = "planned"
    PAUSED = "paused"  #: whoever planned it speaks for nobody any more: another officer has to take it over
    STOPPED = "stopped"
    OVER = "over"


#: Those that have a next turn.
AHEAD_OF = frozenset({PlannedState.PROPOSED, PlannedState.PLANNED})
UNDER_WAY = AHEAD_OF | {PlannedState.PAUSED}


@dataclass(frozen=True, slots=True)
class PlannedBroadcast:
    id: int
    estate_key: str
    number: int  #: counted within the estate from 1
    content: Content
    audience: Audience
    channel: Channel
    ask_read: bool
    emergency: bool
    rule: Rule
    state: PlannedState
    by: Speaker
    by_id: int
    at: datetime
    zone: str  #: IANA name of the clocks that `due_at` was last reckoned on
    desk_chat_id: int | None  #: where the cards of its broadcasts stand; None: nowhere any more
    desk_language: str  #: of the one officer who reads them there; "": the chat's
    skipped: frozenset[date] = frozenset()  #: by the days of the rule
    moved: Mapping[date, datetime] = field(default_factory=dict)  #: likewise; naive, the estate's wall time
    past: date | None = None  #: day of the rule's last turn that is over
    due_day: date | None = None  #: day of the rule's next turn
    due_at: datetime | None = None  #: when that is; None: there is none
    missed_on: date | None = None  #: on which it should have gone out and did not, until it is sent after all
    sent: int = 0  #: turns that went out
    confirmed_by: str = ""  #: name of the second officer
    ended_at: datetime | None = None

    @property
    def is_over(self) -> bool:
        return self.state not in UNDER_WAY


@dataclass(frozen=True, slots=True)
class Sending:
    """A turn as it stands. `at` None: a day off leaves it out, or it goes with the one before."""

    day: date
    on: date | None
    at: datetime | None
    skipped: bool = False
    moved: bool = False  #: by an officer, not by a day off

    @property
    def goes_out(self) -> bool:
        return self.at is not None and not self.skipped


def sendings(planned: PlannedBroadcast, estate: Estate) -> Iterator[Sending]:
    """Its turns that are not over, in order."""
    for turn in sending_days.turns(planned.rule, workdays=estate.workdays, after=planned.past):
        moved = planned.moved.get(turn.day)
        wall = moved or (None if turn.on is None else datetime.combine(turn.on, planned.rule.at))
        at = None if wall is None else _moment(wall, planned, estate)
        on = None if at is None else estate.local(at).date()
        yield Sending(turn.day, on, at, skipped=turn.day in planned.skipped, moved=moved is not None)


def _moment(wall: datetime, planned: PlannedBroadcast, estate: Estate) -> datetime:
    zone, courtesy = estate.time_zone, estate.courtesy
    return sending_days.moment(wall, zone=zone, courtesy=courtesy, emergency=planned.emergency)


def ahead(planned: PlannedBroadcast, estate: Estate, *, now: datetime) -> Iterator[Sending]:
    """What of it is to come, the next first; also what is skipped or left out, as long as its day is not over."""
    today = estate.local(now).date()
    for each in sendings(planned, estate):
        if (each.day >= today) if each.at is None else (each.at > now):
            yield each


def within(planned: PlannedBroadcast, estate: Estate, *, now: datetime, until: datetime) -> Iterator[Sending]:
    """What of `ahead` comes before `until`."""
    last = estate.local(until).date()
    for each in ahead(planned, estate, now=now):
        if each.day > last + _LONGEST_MOVE:
            return
        if (each.day <= last) if each.at is None else (each.at <= until):
            yield each


def scheduled(planned: PlannedBroadcast, estate: Estate, *, now: datetime) -> PlannedBroadcast:
    """Return it with its next turn after `now`; without one it is over."""
    if planned.state not in AHEAD_OF:
        return replace(planned, due_day=None, due_at=None, zone=estate.time_zone.key)
    for each in ahead(planned, estate, now=now):
        if each.goes_out:
            return replace(planned, due_day=each.day, due_at=each.at, zone=estate.time_zone.key)
    over = replace(planned, state=PlannedState.OVER, ended_at=now, zone=estate.time_zone.key)
    return replace(over, due_day=None, due_at=None)


def begun(planned: PlannedBroadcast, estate: Estate, *, now: datetime) -> PlannedBroadcast:
    """As it is planned.

    Raises:
        PlannedUntilTooSoon, PlannedInPast.
    """
    rule = sending_days.awake(planned.rule, courtesy=estate.courtesy, emergency=planned.emergency)
    if planned.rule.until is not None and planned.rule.until < planned.rule.first:
        raise refusals.PlannedUntilTooSoon
    begun = scheduled(replace(planned, rule=rule), estate, now=now)
    if begun.due_at is None:
        raise refusals.PlannedInPast
    return begun


# ---- what falls due -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Due:
    """What is due at once. `now`: the turn that goes out; None: none. `missed`: days on which it did not, by then."""

    now: Sending | None
    missed: tuple[date, ...]
    past: date | None  #: day of the last turn that this settles; None: nothing is due


def due_of(planned: PlannedBroadcast, estate: Estate, *, now: datetime) -> Due:
    """What is due of it, after however long a sleep.

    A turn still goes out on its own day, unless the estate sleeps by then.
    """
    today = estate.local(now).date()
    goes: Sending | None = None
    missed: list[date] = []
    past: date | None = None
    for each in sendings(planned, estate):
        if (each.day >= today) if each.at is None else (each.at > now):
            break
        past = each.day
        if not each.goes_out or each.at is None or each.on is None:
            continue
        if goes is not None and goes.on is not None:
            missed.append(goes.on)
        goes = each if each.on == today and _may_still(each.at, planned, estate, now=now) else None
        if goes is None:
            missed.append(each.on)
    return Due(goes, tuple(missed), past)


def _may_still(at: datetime, planned: PlannedBroadcast, estate: Estate, *, now: datetime) -> bool:
    if planned.emergency or now - at <= GRACE:
        return True
    return not attention.is_quiet(now, zone=estate.time_zone, courtesy=estate.courtesy)


def settled(planned: PlannedBroadcast, due: Due) -> PlannedBroadcast:
    """With what was due behind it. What is behind it needs no exception any more."""
    past = due.past if due.past is not None else planned.past
    kept = replace(
        planned,
        past=past,
        skipped=frozenset(day for day in planned.skipped if past is None or day > past),
        moved={day: wall for day, wall in planned.moved.items() if past is None or day > past},
    )
    if due.now is not None:
        return replace(kept, sent=kept.sent + 1, missed_on=None)
    return replace(kept, missed_on=due.missed[-1]) if due.missed else kept


def paused(planned: PlannedBroadcast) -> PlannedBroadcast:
    """Until another officer takes it over."""
    return replace(planned, state=PlannedState.PAUSED, due_day=None, due_at=None)


# ---- what officers do with one --------------------------------------------------------------------------------------


def check_under_way(planned: PlannedBroadcast) -> None:
    """Raises PlannedOver."""
    if planned.is_over:
        raise refusals.PlannedOver(number=str(planned.number))


def agree(planned: PlannedBroadcast, estate: Estate, *, by_id: int, name: str, now: datetime) -> PlannedBroadcast:
    """A second officer says yes, for all its turns.

    Raises:
        PlannedNotProposed. SecondOfficerNeeded: it is their own. PlannedInPast: it waited too long.
    """
    if planned.state is not PlannedState.PROPOSED:
        raise refusals.PlannedNotProposed(number=str(planned.number))
    if by_id == planned.by_id:
        raise broadcast_refusals.SecondOfficerNeeded
    agreed = scheduled(replace(planned, state=PlannedState.PLANNED, confirmed_by=name), estate, now=now)
    if agreed.due_at is None:
        raise refusals.PlannedInPast
    return agreed


def stop(planned: PlannedBroadcast, *, now: datetime) -> PlannedBroadcast:
    """Raises PlannedOver."""
    check_under_way(planned)
    return replace(planned, state=PlannedState.STOPPED, due_day=None, due_at=None, ended_at=now)


def take_over(planned: PlannedBroadcast, estate: Estate, *, by: Speaker, by_id: int, now: datetime) -> PlannedBroadcast:
    """In this officer's name from now on; over, if nothing of it is left.

    Raises:
        PlannedNotPaused.
    """
    if planned.state is not PlannedState.PAUSED:
        raise refusals.PlannedNotPaused(number=str(planned.number))
    return scheduled(replace(planned, state=PlannedState.PLANNED, by=by, by_id=by_id), estate, now=now)


def turn_of(planned: PlannedBroadcast, day: date, estate: Estate, *, now: datetime) -> Sending:
    """That turn, as long as it is to come.

    Raises:
        PlannedTurnGone, PlannedOver.
    """
    check_under_way(planned)
    for each in ahead(planned, estate, now=now):
        if each.day == day:
            return each
        if each.day > day:
            break
    raise refusals.PlannedTurnGone


def skip(planned: PlannedBroadcast, day: date, estate: Estate, *, now: datetime) -> PlannedBroadcast:
    """Without that turn. It can be had back until its moment, so what has nothing but skipped turns left stays.

    Raises:
        PlannedTurnGone, PlannedOver.
    """
    turn = turn_of(planned, day, estate, now=now)
    if not turn.goes_out:
        raise refusals.PlannedTurnGone
    return _again(replace(planned, skipped=planned.skipped | {day}), estate, now=now)


def unskip(planned: PlannedBroadcast, day: date, estate: Estate, *, now: datetime) -> PlannedBroadcast:
    """Raises PlannedTurnGone, PlannedOver."""
    turn = turn_of(planned, day, estate, now=now)
    if not turn.skipped:
        raise refusals.PlannedTurnGone
    return _again(replace(planned, skipped=planned.skipped - {day}), estate, now=now)


def move(planned: PlannedBroadcast, day: date, wall: datetime, estate: Estate, *, now: datetime) -> PlannedBroadcast:
    """With that turn at another moment; `wall`: naive, the estate's.

    Raises:
        PlannedInPast. PlannedTurnOutOfOrder: a turn is passed by. PlannedTurnGone, PlannedOver.
    """
    turn = turn_of(planned, day, estate, now=now)
    if not turn.goes_out:
        raise refusals.PlannedTurnGone
    at = _moment(wall, planned, estate)
    if at <= now:
        raise refusals.PlannedInPast
    others: list[Sending] = []
    for each in ahead(planned, estate, now=now):
        if each.goes_out and each.day != day:
            others.append(each)
        if each.day > day and each.goes_out:
            break
    if any((each.at <= at) if each.day > day else (each.at >= at) for each in others if each.at is not None):
        raise refusals.PlannedTurnOutOfOrder
    return _again(replace(planned, moved={**planned.moved, day: wall}), estate, now=now)


def _again(planned: PlannedBroadcast, estate: Estate, *, now: datetime) -> PlannedBroadcast:
    """Scheduled anew. With nothing but skipped turns left, the last of these is waited for: it may be had back."""
    if planned.state is PlannedState.PAUSED:
        return planned
    found = scheduled(planned, estate, now=now)
    if found.state is not PlannedState.OVER:
        return found
    left = [each for each in ahead(planned, estate, now=now) if each.at is not None]
    if not left:
        return found
    return replace(planned, due_day=left[-1].day, due_at=left[-1].at, zone=estate.time_zone.key)


def changed(
    planned: PlannedBroadcast, wanted: PlannedBroadcast, estate: Estate, *, proposed: bool, now: datetime
) -> PlannedBroadcast:
    """With what `wanted` says, to whom, where and when; by whoever changed it. Another rule has no exceptions yet.

    Raises:
        PlannedOver, PlannedUntilTooSoon, PlannedInPast.
    """
    check_under_way(planned)
    state = PlannedState.PROPOSED if proposed else PlannedState.PLANNED
    same = planned.rule == wanted.rule
    new = replace(
        planned,
        content=wanted.content,
        audience=wanted.audience,
        channel=wanted.channel,
        ask_read=wanted.ask_read,
        emergency=wanted.emergency,
        rule=wanted.rule,
        by=wanted.by,
        by_id=wanted.by_id,
        state=state,
        confirmed_by="",
        skipped=planned.skipped if same else frozenset(),
        moved=planned.moved if same else {},
        past=planned.past if same else None,
        missed_on=None,
    )
    return begun(new, estate, now=now)
