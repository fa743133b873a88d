"""What use cases need of the database for classes and levels, for days that were missed, and for unknown years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.clocks import Missed, What
from bot.domain.triage import Level, Triage
from bot.domain.wishes import Wish


class Triages(Protocol):
    """Class and levels of wishes, where somebody chose them."""

    async def of(self, wish_id: int) -> Triage | None: ...
    async def of_all(self, wish_ids: Sequence[int]) -> Mapping[int, Triage]:
        """By wish id; of those where nobody chose one nothing is there."""

    async def save(self, wish_id: int, triage: Triage) -> None: ...


class Misses(Protocol):
    """Days that passed. Whoever writes one has locked its wish before."""

    async def unnoticed(self, estate_key: str, *, today: date, limit: int) -> Sequence[Wish]:
        """Wishes of the estate whose day lies before `today` and was not noted as missed, the longest first."""

    async def add(self, wish_id: int, *, due_on: date, what: What, up_on: date | None, now: datetime) -> bool:
        """False: it was noted before."""

    async def going_up(self, estate_key: str, *, today: date, limit: int) -> Sequence[Missed]:
        """Those that go one level up by `today`, the longest first."""

    async def get(self, missed_id: int) -> Missed: ...
    async def of(self, wish_id: int) -> Sequence[Missed]:
        """Oldest first."""

    async def told_of(self, wish_ids: Sequence[int]) -> Mapping[int, frozenset[Level]]:
        """By wish id, the levels that were told that the day which still is on it was missed; of others nothing."""

    async def save(self, missed: Missed) -> None: ...


class UnknownYears(Protocol):
    """Years of which the staff of an estate was told that their days off are not known yet."""

    async def told(self, estate_key: str, year: int) -> bool: ...
    async def tell(self, estate_key: str, year: int, *, now: datetime) -> bool:
        """False: they were told before."""
