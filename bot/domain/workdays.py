"""Working days: which days count for a clock, and how far it has run. Pure; which days are off is told by a library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

ONE_DAY = timedelta(days=1)
SATURDAY = 5
FARTHEST = 3660  #: days after which a search for the next working day is given up: ten years


class Workdays(Protocol):
    """The working days of a country."""

    def is_working(self, day: date) -> bool: ...

    def knows(self, year: int) -> bool:
        """Whether that year's days off are published; else weekends count, and whatever needs no announcing."""

    def holiday(self, day: date, language: str) -> str | None:
        """What the country calls that day, in this language of the catalogs as far as it is known; None: nothing."""


@dataclass(frozen=True, slots=True)
class WeekendsOnly:
    """Monday to Friday, for whoever names no country."""

    def is_working(self, day: date) -> bool:
        return day.weekday() < SATURDAY

    def knows(self, year: int) -> bool:
        return True

    def holiday(self, day: date, language: str) -> str | None:
        return None


@dataclass(frozen=True, slots=True)
class Stop:
    """While a clock stands still: from the day after `first` to `last`, whole days; None: until further notice.

    What is asked and answered on one day costs nobody a day.
    """

    first: date
    last: date | None = None

    def holds(self, day: date) -> bool:
        return day > self.first and (self.last is None or day <= self.last)


def nth_after(began: date, count: int, *, workdays: Workdays, stops: Sequence[Stop] = ()) -> date | None:
    """The working day on which a clock that began on `began` has run `count` working days.

    The day it began does not count, nor does one that a stop holds. None: it stands still for now, as a stop without
    an end comes before that day.
    """
    if count < 1:
        raise ValueError("a clock runs at least a day")
    endless = min((stop.first for stop in stops if stop.last is None), default=None)
    day, run = began, 0
    for _ in range(FARTHEST):
        day += ONE_DAY
        if endless is not None and day > endless:
            return None
        if workdays.is_working(day) and not any(stop.holds(day) for stop in stops):
            run += 1
        if run == count:
            return day
    return None


def first_unknown_year(workdays: Workdays, *, today: date, ahead_days: int) -> int | None:
    """The first year, from today's to the one `ahead_days` later, whose days off are not known."""
    years = range(today.year, (today + timedelta(days=ahead_days)).year + 1)
    return next((year for year in years if not workdays.knows(year)), None)
