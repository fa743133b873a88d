"""Sign-ups, as the use cases ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.people import Chat, Speaker
from bot.domain.signups import Roll, Signup, SignupNews, SignupStep


@dataclass(frozen=True, slots=True)
class SignupTelling:
    """What somebody is still to be told. `entry_id` 0: whoever opened it; -1: a line in each of its groups."""

    signup_id: int
    entry_id: int
    news: SignupNews
    due_at: datetime


class Signups(Protocol):
    async def open(self, signup: Signup, chat_ids: Sequence[int]) -> Signup:
        """Give it its id and the estate's next number."""

    async def get(self, signup_id: int) -> Roll:
        """Raises LookupError."""

    async def lock(self, signup_id: int) -> Roll:
        """As `get`, and nobody else changes it or its list until this unit of work ends."""

    async def by_number(self, estate_key: str, number: int) -> Signup | None: ...
    async def ahead(self, estate_key: str, *, now: datetime) -> Sequence[Signup]:
        """Those that have not begun and were not called off, the next first."""

    async def opened_by(self, person_id: int, estate_key: str) -> Sequence[Signup]:
        """Those of which the list is still there, the newest first."""

    async def chats_of(self, signup_id: int) -> Sequence[Chat]:
        """Groups in which it was posted, also those that cannot be written to."""

    async def with_entries_of(self, person_id: int) -> Sequence[int]:
        """Ids of sign-ups on whose list they stand, or somebody whom they signed up."""

    async def save(self, before: Roll, after: Roll) -> Roll:
        """Keep what changed; entries that are new get their ids."""

    async def record(self, signup_id: int, step: SignupStep, *, by: Speaker, now: datetime) -> None:
        """It was done in the name of a body."""

    async def forget(self, signup_id: int) -> None:
        """Nothing is left of who came."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[int]:
        """Ids of those of which something is due, the first first."""

    async def next_due(self) -> datetime | None:
        """When the first of them has something due, or somebody is to be told something."""

    async def tell(self, signup_id: int, entry_ids: Sequence[int], news: SignupNews, *, due_at: datetime) -> None:
        """To be told then, unless the same is to be told already."""

    async def tellings(self, now: datetime, *, limit: int) -> Sequence[SignupTelling]:
        """Those that are due, the first first."""

    async def told(self, telling: SignupTelling) -> bool:
        """It is told, or needs not be. False: another was quicker."""

    async def put_off(self, telling: SignupTelling, due_at: datetime) -> None:
        """It is told later."""

    async def untell(self, signup_id: int) -> None:
        """Nobody is told anything of it that still waits."""
