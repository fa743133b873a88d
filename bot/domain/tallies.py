"""The tally: how much was filed in an estate, how much of it for others, and whether they were told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.filed_for import Way
from bot.domain.wishes import Kind


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one estate over one period; whatever the visibility, for the eyes of the staff."""

    filed: Mapping[Kind, int] = field(default_factory=dict)
    for_others: Mapping[Way, int] = field(default_factory=dict)  #: among `filed`
    answers: int = 0  #: given so far to those filed for others
    told: int = 0  #: of these answers, the ones the neighbour was told of

    @property
    def total(self) -> int:
        return sum(self.filed.values())

    @property
    def total_for_others(self) -> int:
        return sum(self.for_others.values())

    @property
    def share_percent(self) -> int:
        """Of all that was filed, rounded; never 0 where there was one, never 100 where there was another."""
        if not self.total or not self.total_for_others:
            return 0
        if self.total_for_others == self.total:
            return 100
        return min(99, max(1, round(100 * self.total_for_others / self.total)))
