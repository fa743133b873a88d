"""The desk of those who answer: what waits, the list of the morning, what was passed on to another body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.desk import Morning
from bot.domain.people import Body, Speaker
from bot.domain.referrals import Referral
from bot.domain.wishes import Wish


class Mornings(Protocol):
    """When each estate's list of the morning is due."""

    async def all(self) -> Sequence[Morning]: ...
    async def lock(self, estate_key: str) -> Morning | None:
        """Nobody else says this list until this unit of work ends."""

    async def save(self, morning: Morning) -> None: ...
    async def waiting(self, estate_key: str) -> Sequence[Wish]:
        """Wishes of the estate that wait (`desk.waits`), whoever may see them, by number."""


class Referrals(Protocol):
    """What was passed on to another body."""

    async def add(self, *, wish_id: int, by: Speaker, by_id: int, to: Body, words: str, now: datetime) -> Referral: ...
    async def of(self, wish_id: int) -> Sequence[Referral]:
        """Oldest first."""

    async def standing(self, wish_ids: Sequence[int]) -> Mapping[int, Body]:
        """With whom each of these lies; what was never passed on is left out."""

    async def times(self, wish_ids: Sequence[int]) -> Mapping[int, int]:
        """How often each of these was passed on; what never was is left out."""

    async def take_back(self, referral_id: int) -> bool:
        """False if it was taken back before."""
