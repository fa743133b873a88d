"""The simulator's time: it runs like real time (rate 1) or stands still (rate 0), and only ever moves forward."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from simulator.errors import Impossible


class Clock:
    """Aware UTC time that tests can move.

    `monotonic` is the source of real seconds; tests of the clock itself pass their own.
    """

    def __init__(self, *, start: datetime, rate: int, monotonic: Callable[[], float]) -> None:
        self._base = _aware(start)
        self._monotonic = monotonic
        self._since = monotonic()
        self._rate = _known(rate)
        self.seq = 0  #: counts the changes; followers acknowledge it

    @property
    def rate(self) -> int:
        return self._rate

    def now(self) -> datetime:
        if self._rate == 0:
            return self._base
        return self._base + timedelta(seconds=self._monotonic() - self._since)

    def timestamp(self) -> int:
        """Whole seconds since 1970, as Telegram dates its messages."""
        return int(self.now().timestamp())

    def seconds(self) -> float:
        return self.now().timestamp()

    def change(self, *, advance_s: float = 0.0, to: datetime | None = None, rate: int | None = None) -> None:
        """Move forward by `advance_s` seconds or to a moment, and/or set the rate.

        Raises:
            Impossible: backwards, or a rate other than 0 and 1.
        """
        now = self.now()
        if advance_s < 0:
            raise Impossible("the clock never runs backwards")
        target = now + timedelta(seconds=advance_s)
        if to is not None:
            target = _aware(to)
            if target < now:
                raise Impossible(f"the clock never runs backwards: it is {now.isoformat()} already")
        self._rate = self._rate if rate is None else _known(rate)
        self._base = target
        self._since = self._monotonic()
        self.seq += 1


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise Impossible("a moment needs a UTC offset, such as 2026-03-02T01:00:00+00:00")
    return moment.astimezone(UTC)


def _known(rate: int) -> int:
    if rate not in (0, 1):
        raise Impossible(f"the clock's rate is 0 (stands still) or 1 (real time), not {rate}")
    return rate
