"""Whether an estate takes new wishes: not before two named people have tried it, not while nobody answers. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import Estate

NAMED_STAFF = 2  #: so many people of config.yaml have to have tried it


class IntakeState(StrEnum):
    TRIAL = "trial"  #: not begun: the staff try it first
    OPEN = "open"
    PAUSED = "paused"  #: wishes waited and nobody acted


@dataclass(frozen=True, slots=True)
class Intake:
    """How it stands with an estate's wishes; moments are aware."""

    estate_key: str
    state: IntakeState
    last_act_at: datetime  #: of the staff: taken, answered, handed back, a group bound, [we are here]
    opened_at: datetime | None = None
    warned_at: datetime | None = None  #: the staff were told that it will pause
    paused_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody listed in config.yaml who took part in the trial."""

    person_id: int
    telegram_id: int
    joined_at: datetime
    answered_at: datetime | None = None


class Silence(StrEnum):
    """What is due when nobody answers."""

    WARN = "warn"
    PAUSE = "pause"


def beginning(estate: Estate, *, used: bool, now: datetime) -> Intake:
    """How an estate begins. `used`: it had wishes before this was kept, so nobody is locked out."""
    if estate.trial and not used:
        return Intake(estate.key, IntakeState.TRIAL, now)
    return Intake(estate.key, IntakeState.OPEN, now, opened_at=now)


def as_configured(intake: Intake, estate: Estate, *, now: datetime) -> Intake:
    """With `trial: false` nothing waits for a trial (any more)."""
    if intake.state is IntakeState.TRIAL and not estate.trial:
        return opened(intake, now=now)
    return intake


def opened(intake: Intake, *, now: datetime) -> Intake:
    return replace(intake, state=IntakeState.OPEN, opened_at=now, last_act_at=now)


def acted(intake: Intake, *, now: datetime) -> Intake:
    """One of the staff did something: a pause is over. A trial is not ended by it."""
    state = IntakeState.OPEN if intake.state is IntakeState.PAUSED else intake.state
    return replace(intake, state=state, last_act_at=now, warned_at=None, paused_at=None)


def have_tried(hands: Collection[Hand], estate: Estate) -> list[Hand]:
    """Those who count: listed now, and their trial answer is there. In order of answering."""
    done = [hand for hand in hands if hand.answered_at is not None and hand.telegram_id in estate.speakers]
    return sorted(done, key=lambda hand: (hand.answered_at or hand.joined_at, hand.person_id))


def may_open(hands: Collection[Hand], estate: Estate) -> bool:
    return len(have_tried(hands, estate)) >= NAMED_STAFF


def can_ever_open(estate: Estate) -> bool:
    """Whether enough people are listed for a trial."""
    return not estate.trial or len(estate.speakers) >= NAMED_STAFF


def silence(intake: Intake, estate: Estate, *, waiting_since: datetime | None, now: datetime) -> Silence | None:
    """What is due, if wishes wait and nobody acts.

    `waiting_since`: filing of the oldest wish that waits for an answer; None: none waits. The days count from then or
    from the last act, whichever is later: a wish that comes after a quiet month starts them anew.
    """
    if intake.state is not IntakeState.OPEN or waiting_since is None:
        return None
    silent = now - max(intake.last_act_at, waiting_since)
    if silent >= timedelta(days=estate.pause_after_days):
        return Silence.PAUSE
    if silent >= timedelta(days=estate.warn_after_days) and intake.warned_at is None:
        return Silence.WARN
    return None


def warned(intake: Intake, *, now: datetime) -> Intake:
    return replace(intake, warned_at=now)


def paused(intake: Intake, *, now: datetime) -> Intake:
    return replace(intake, state=IntakeState.PAUSED, paused_at=now)
