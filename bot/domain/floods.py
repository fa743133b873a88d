"""When somebody sends more than anybody can mean: answered once, then silence until they calm down. Pure."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

_SHORT, _LONG = timedelta(seconds=10), timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class FloodLimits:
    """Messages and presses of one person in one chat; a nervous thumb stays far below."""

    in_10_s: int = 20
    in_a_minute: int = 60


class Flow(StrEnum):
    """What becomes of one message or press."""

    HEARD = "heard"
    TOLD = "told"  #: the first too many: they are asked to slow down
    DROPPED = "dropped"


@dataclass(slots=True)
class Stream:
    """What one person sent to one chat of late.

    What is dropped counts too, so that silence lasts until they stop. It ends at half the limits: somebody who goes on
    just below them is not told again and again.
    """

    limits: FloodLimits
    flooding: bool = False
    _sent: deque[datetime] = field(init=False)

    def __post_init__(self) -> None:
        self._sent = deque(maxlen=2 * self.limits.in_a_minute)

    def take(self, at: datetime) -> Flow:
        """Count one that was sent at this moment; one that seems older than the last counts as of the same moment."""
        at = max(at, self._sent[-1]) if self._sent else at
        self._sent.append(at)
        short, long = self._count(at)
        if self.flooding:
            self.flooding = 2 * short > self.limits.in_10_s or 2 * long > self.limits.in_a_minute
            return Flow.DROPPED if self.flooding else Flow.HEARD
        self.flooding = short > self.limits.in_10_s or long > self.limits.in_a_minute
        return Flow.TOLD if self.flooding else Flow.HEARD

    def at_rest(self, now: datetime) -> bool:
        return not self._sent or self._sent[-1] <= now - _LONG

    def _count(self, now: datetime) -> tuple[int, int]:
        while self._sent and self._sent[0] <= now - _LONG:
            self._sent.popleft()
        return sum(at > now - _SHORT for at in self._sent), len(self._sent)
