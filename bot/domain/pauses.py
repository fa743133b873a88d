"""Pausing somebody's filing for a week, without learning who it is. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from bot.domain.people import Estate

PAUSED_FOR = timedelta(days=7)  #: and to the end of that day, so that a day can be named


class Reason(StrEnum):
    """Why; the author is told."""

    FLOOD = "flood"  #: too many, too often
    INSULT = "insult"
    EXPOSING = "exposing"  #: somebody else's private matters
    ADVERTISING = "advertising"


@dataclass(frozen=True, slots=True)
class Pause:
    """Made from one wish, and shown on that wish alone: on another one it would tell that both have one author."""

    id: int
    wish_id: int
    person_id: int  #: the author
    estate_key: str
    by_id: int  #: person id of who paused
    reason: Reason
    since: datetime
    until: datetime
    lifted_at: datetime | None = None

    def runs(self, now: datetime) -> bool:
        return self.lifted_at is None and self.since <= now < self.until


def last_end(pauses: Iterable[Pause], *, now: datetime) -> datetime | None:
    """When the last of these that run is over; None: nothing is paused."""
    return max((pause.until for pause in pauses if pause.runs(now)), default=None)


def end_of_pause(now: datetime, estate: Estate) -> datetime:
    """The midnight on the estate's clocks at which a pause that begins now is over; in UTC."""
    last_day = estate.local(now + PAUSED_FOR).date()
    return datetime.combine(last_day + timedelta(days=1), time(), tzinfo=estate.time_zone).astimezone(UTC)
