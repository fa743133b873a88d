"""Roles that people gave each other, and what the staff did, as the use cases ask for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.grants import Grant, GrantState, Terms
from bot.domain.people import Body
from bot.domain.scopes import GridOf
from bot.domain.staff_acts import StaffActKind


@dataclass(frozen=True, slots=True)
class StaffAct:
    """Something that was done in the name of a body. `number`: of what it was done to, as the kind says.

    A publication has none; its number is 0, and so is that of a function of a group, which is `about` its title.
    `body` None: an administrator, who speaks for none.
    """

    at: datetime
    kind: StaffActKind
    number: int
    name: str
    body: Body | None
    about: str = ""


@dataclass(frozen=True, slots=True)
class LetterDue:
    """`to_giver`: to whoever offered it; else to whom it was offered."""

    grant: Grant
    to_giver: bool


class Grants(Protocol):
    async def accepted(self) -> Sequence[Grant]:
        """All that were accepted and not ended, of whatever estate, by id; also those that are yet to begin, and those
        whose last day has passed. Asked once in a unit of work, and again after a change."""

    async def grids_of_buildings(self) -> Mapping[str, GridOf]:
        """By estate key, of all buildings that are in a grid now."""

    async def offer(
        self,
        terms: Terms,
        *,
        estate_key: str,
        by_id: int,
        by: str,
        person_id: int | None,
        link: bool,
        now: datetime,
    ) -> Grant:
        """`link`: with a code that nobody guesses. For a certain person nobody else can follow it."""

    async def get(self, grant_id: int) -> Grant:
        """Raises LookupError."""

    async def lock(self, grant_id: int) -> Grant:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def by_code(self, code: str) -> Grant | None: ...
    async def save(self, grant: Grant) -> None:
        """What was answered or ended."""

    async def tell(self, grant_id: int, *, holder_at: datetime | None = None, giver_at: datetime | None = None) -> None:
        """When they are to be told how it stands; None: they know."""

    async def told(self, letter: LetterDue) -> None:
        """They know."""

    async def letters(self, now: datetime, *, limit: int) -> Sequence[LetterDue]: ...
    async def next_letter(self) -> datetime | None: ...
    async def of_estate(self, estate_key: str, *states: GrantState) -> Sequence[Grant]:
        """In these states, or in any; the newest first."""

    async def of_person(self, person_id: int, *states: GrantState) -> Sequence[Grant]: ...

    async def staff_acts(self, estate_key: str, *, limit: int | None, offset: int = 0) -> Sequence[StaffAct]:
        """What was done in the name of bodies: steps of wishes, takedowns, statements, entries of the ledger, steps of
        projects and of the plan; the newest first."""

    async def count_staff_acts(self, estate_key: str) -> int: ...
