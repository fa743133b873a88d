"""What use cases need of the database for quarrels between neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.people import Person
from bot.domain.places import Place
from bot.domain.quarrels import Quarrel


class Quarrels(Protocol):
    """What is with a mediator. Whoever changes one has locked its wish before."""

    async def get(self, quarrel_id: int) -> Quarrel: ...
    async def add(self, quarrel: Quarrel, *, author_id: int, now: datetime) -> Quarrel:
        """Kept under a number and a link of its own, whatever `id` and `code` say. The wish has no open one."""

    async def save(self, quarrel: Quarrel) -> None: ...
    async def last(self, wish_id: int) -> Quarrel | None:
        """The newest of a wish, ended or not."""

    async def by_code(self, code: str) -> Quarrel | None: ...
    async def of_mediator(self, person_id: int, estate_key: str, *, limit: int) -> Sequence[Quarrel]:
        """Open ones of the estate that wait for a mediator or are with this one, oldest first; those whose author is
        still asked are not among them."""

    async def of_side(self, person_id: int, *, limit: int) -> Sequence[Quarrel]:
        """Open ones in which the person is a side, newest first."""

    async def open_with(self, person_id: int) -> Sequence[Quarrel]:
        """Open ones in which the person is a side or the mediator."""

    async def known_at(self, place: Place, estate_key: str, *, but: int, limit: int) -> Sequence[Person]:
        """Neighbours who filed something under their name for exactly this door, and can be written to."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[Quarrel]:
        """Those for which something has fallen due, the longest first."""

    async def next_due(self) -> datetime | None: ...
