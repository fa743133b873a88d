"""What waits for people, and how they want to be told of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.attention import Attention
from bot.domain.notices import Notice
from bot.domain.wishes import Wish


class AttentionSettings(Protocol):
    """What people chose themselves; who chose nothing is told as `attention.DEFAULT` says."""

    async def of(self, person_id: int, wish_id: int | None = None) -> Attention | None:
        """Of this one wish; None: of all that have no setting of their own."""

    async def choose(self, person_id: int, wish_id: int | None, setting: Attention, *, now: datetime) -> None: ...
    async def forget(self, person_id: int, wish_id: int) -> None:
        """The wish goes with all the others again. Idempotent."""

    async def of_wishes(self, person_id: int, *, limit: int, offset: int = 0) -> Sequence[tuple[Wish, Attention]]:
        """Wishes with a setting of their own, newest first."""

    async def count_of_wishes(self, person_id: int) -> int: ...


@dataclass(frozen=True, slots=True)
class Telling:
    """One notice for one person that waits for its moment."""

    id: int
    notice_id: int
    notice: Notice
    person_id: int
    estate_key: str
    wish_id: int
    urgent: bool
    due_at: datetime


class Tellings(Protocol):
    async def add(
        self,
        *,
        notice_id: int,
        person_id: int,
        estate_key: str,
        wish_id: int,
        urgent: bool,
        due_at: datetime,
        told: bool,
    ) -> None:
        """Told at `due_at` with a message of its own, or waiting until then. A second one for the same notice and
        person is a no-op."""

    async def told_since(self, person_id: int, since: datetime) -> int:
        """At how many moments since then the person was told something; urgent ones do not count."""

    async def moments(self, *, limit: int) -> Sequence[tuple[int, str, datetime]]:
        """(person_id, estate_key, moment) of the first thing that waits for each, the earliest first."""

    async def take_due(self, person_id: int, estate_key: str, *, now: datetime) -> Sequence[Telling]:
        """What is due and was not told, oldest first; nobody else tells it until this unit of work ends."""

    async def waiting_for(self, person_id: int, *, wish_id: int | None = None) -> Sequence[Telling]:
        """All that waits for this person, or what is about this wish, locked as by `take_due`."""

    async def put_off(self, telling_id: int, due_at: datetime) -> None:
        """It waits for another moment."""

    async def told(self, telling_ids: Iterable[int], *, told_with: int, now: datetime) -> None:
        """They are in the message of the notice `told_with` to this person, or were skipped with it."""
