"""What use cases need of the database for arguing a wish through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.deliberations import Contribution, Deliberation, Tap, Taps
from bot.domain.deliberations import Dissents as Counted


class Deliberations(Protocol):
    """Deliberations and what was said in them. Whoever changes one has locked its wish before."""

    async def get(self, deliberation_id: int) -> Deliberation: ...
    async def of(self, wish_id: int) -> Sequence[Deliberation]:
        """Oldest first."""

    async def add(self, deliberation: Deliberation) -> Deliberation:
        """Keep it; returns it with its `id`."""

    async def save(self, deliberation: Deliberation) -> None: ...
    async def due(self, now: datetime, *, limit: int) -> Sequence[Deliberation]:
        """Those for which something has fallen due, the longest first."""

    async def next_due(self) -> datetime | None: ...

    async def say(self, contribution: Contribution) -> Contribution:
        """Keep it; returns it with its `id` and its `number`."""

    async def contribution(self, contribution_id: int) -> Contribution: ...
    async def said_in(self, deliberation_id: int) -> Sequence[Contribution]:
        """Oldest first, also what is not shown any more."""

    async def heard_from(self, person_id: int) -> Sequence[int]:
        """Ids of the wishes of which this person said something, or which they see differently."""

    async def save_contribution(self, contribution: Contribution) -> None: ...

    async def set_tap(self, contribution_id: int, person_id: int, tap: Tap, *, now: datetime) -> Tap | None:
        """Each person has one tap; returns the one before."""

    async def taps_in(self, deliberation_id: int) -> Mapping[int, Taps]:
        """By contribution id."""

    async def taps_of(self, deliberation_id: int, person_id: int) -> Mapping[int, Tap]:
        """What this person tapped there, by contribution id."""

    async def took_side(self, deliberation_id: int) -> Sequence[int]:
        """Ids of the people who said or tapped something there."""


class Dissents(Protocol):
    """Who sees a wish differently. Who it is is shown to nobody."""

    async def toggle(self, wish_id: int, person_id: int, *, needed_from: int, now: datetime) -> bool:
        """True: they do now; False: not any more."""

    async def on(self, wish_id: int) -> Counted: ...
    async def of(self, wish_id: int) -> Sequence[int]:
        """Ids of people."""
