"""What is refused about reports; see `errors.Refused`."""

from __future__ import annotations

from bot.domain.errors import Refused


class ReportNotRead(Refused):
    """Neither a time nor a building. Variable: `words`, as they were written."""


class ReportDaysAhead(Refused):
    """All of these days are yet to come."""


class ReportDaysTurned(Refused):
    """The last day is before the first."""
