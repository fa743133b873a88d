"""What use cases need of the database for reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.filed_for import Way
from bot.domain.reports import Met, Stairwell, VerdictCounts
from bot.domain.triage import Triage
from bot.domain.wishes import Wish


@dataclass(frozen=True, slots=True)
class FiledWish:
    """A wish with what a report asks of it. `triage` None: nobody has chosen one."""

    wish: Wish
    triage: Triage | None
    way: Way | None
    heard_at: datetime | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reported:
    """What is reported on: filed, or asked, from `since` on and before `until`. `building` None: the whole estate.

    Wishes of which only the number is left are the whole estate's alone.
    """

    estate_key: str
    since: datetime
    until: datetime
    building: str | None = None


class Reports(Protocol):
    """Whatever the visibility: for the eyes of the staff."""

    async def filed(self, which: Reported) -> Sequence[FiledWish]:
        """In the order of filing."""

    async def verdicts(self, which: Reported) -> VerdictCounts:
        """Of what was asked first after a report that a wish is done, not of the question weeks later."""

    async def met(self, which: Reported, *, by_role: Mapping[int, str]) -> Sequence[Met]:
        """Who is known in the groups of buildings now, whenever they were met; the time does not matter.

        `by_role`: who lives there by a role, by person's id, with the building.
        """

    async def stairwells(self, which: Reported) -> tuple[Sequence[Stairwell], Sequence[Stairwell]]:
        """All that are known, by a wish of any time or by a group of their own; and those a wish came from in time."""

    async def first_filed(self, estate_key: str) -> datetime | None:
        """When the estate's first wish was filed."""

    async def buildings(self, estate_key: str) -> Sequence[str]:
        """Those with a group of their own."""

    async def old_pictures(self, before: str, *, limit: int) -> Sequence[str]:
        """Keys of pictures of reports that come before this key; see `services/report_drawings.py`."""
