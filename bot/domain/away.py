"""When the bot was out of touch with Telegram for so long that presses are lost, and how that is said. Pure.

Telegram keeps what was written for a day and presses for 150 seconds (the Bot API server's queue of callback queries).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

AWAY_AFTER = timedelta(seconds=150)  #: out of touch for longer: presses are lost
WRITTEN_KEPT = timedelta(hours=24)  #: for longer: what was written is lost too
ONE_LINE_FOR = timedelta(hours=3)  #: so long after a line no other one is posted: it is changed


@dataclass(frozen=True, slots=True)
class AwayLine:
    """The line that was posted last in the groups; moments are aware."""

    since: datetime
    until: datetime
    said_at: datetime  #: when it was posted; changes do not count
    several: bool = False  #: it stands for more than one time

    @property
    def lost_words(self) -> bool:
        """Whether it was so long that not even all that was written can arrive."""
        return not self.several and self.until - self.since > WRITTEN_KEPT


@dataclass(frozen=True, slots=True)
class Contact:
    """What is kept of the contact with Telegram."""

    met_at: datetime  #: the last moment at which Telegram could have brought something
    line: AwayLine | None = None


def is_away(last: datetime, *, until: datetime) -> bool:
    """Whether presses are lost that were made between these two moments."""
    return until - last > AWAY_AFTER


def come_back(contact: Contact, *, since: datetime, now: datetime) -> Contact:
    """After having been away since then, with the line to say: a new one if its `said_at` is `now`, else the last."""
    line = contact.line
    again = line is not None and now - line.said_at < ONE_LINE_FOR and now - since <= WRITTEN_KEPT
    if line is None or not again:
        return Contact(now, AwayLine(since, now, said_at=now))
    return Contact(now, replace(line, until=now, several=True))
