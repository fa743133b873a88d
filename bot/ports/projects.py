"""Projects as the use cases ask for them, with all that is recorded of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.acceptances import Party, Said, Say
from bot.domain.people import Person, Speaker
from bot.domain.projects import Brief, Milestone, Money, Move, Project, ProjectStep, Report, Side, Source, Stage
from bot.domain.wishes import Wish


class Projects(Protocol):
    async def open(self, brief: Brief, *, estate_key: str) -> Project:
        """Give it the estate's next number, at the first stage."""

    async def get(self, project_id: int) -> Project:
        """Raises LookupError."""

    async def lock(self, project_id: int) -> Project:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def by_number(self, estate_key: str, number: int) -> Project | None: ...
    async def save(self, project: Project) -> None: ...
    async def count(self, estate_key: str) -> int: ...
    async def find(
        self, estate_key: str, *, limit: int, offset: int = 0, stages: Sequence[Stage] = ()
    ) -> Sequence[Project]:
        """Those that go on first, newest first. `stages`: only these."""

    async def wishes_of(self, project_id: int) -> Sequence[Wish]:
        """Linked ones, by number."""

    async def of_wish(self, wish_id: int) -> Sequence[Project]:
        """Those it is linked to, oldest first."""

    async def link(self, project_id: int, wish_ids: Sequence[int]) -> None: ...
    async def unlink(self, project_id: int, wish_ids: Sequence[int]) -> None: ...
    async def add_step(
        self,
        project: Project,
        move: Move,
        *,
        before: Stage,
        by: Speaker,
        by_id: int,
        words: str,
        day: date | None,
        now: datetime,
    ) -> ProjectStep: ...
    async def steps(self, project_id: int) -> Sequence[ProjectStep]:
        """Oldest first."""

    async def step(self, step_id: int) -> ProjectStep:
        """Raises LookupError."""

    async def next_late(self) -> datetime | None:
        """When the first planned end has passed without the staff knowing."""

    async def late(self, now: datetime, *, limit: int) -> Sequence[Project]: ...


class ProjectRecords(Protocol):
    """Money, milestones, progress and acceptance."""

    async def money(self, project_id: int) -> Money: ...
    async def add_money(
        self,
        project_id: int,
        *,
        source: Source,
        side: Side,
        cents: int,
        corrects: bool,
        words: str,
        by: Speaker,
        by_id: int,
        now: datetime,
    ) -> None:
        """`cents`: what it adds to the sum; corrections may take away."""

    async def milestones(self, project_id: int) -> Sequence[Milestone]:
        """By day."""

    async def put_milestone(self, project_id: int, *, name: str, day: date) -> None:
        """A new one, or another day for the one of this name."""

    async def drop_milestone(self, milestone_id: int) -> bool:
        """False: it was reached, or is not there (any more)."""

    async def reach(self, milestone_id: int, *, on: date) -> bool:
        """False: it was reached before."""

    async def add_report(
        self,
        project_id: int,
        *,
        percent: int,
        words: str,
        reason: str,
        milestone_id: int | None,
        photos: Sequence[str],
        by: Speaker,
        by_id: int,
        now: datetime,
    ) -> None: ...
    async def last_report(self, project_id: int) -> Report | None:
        """With its photos."""

    async def says(self, project_id: int, round_: int) -> Sequence[Say]:
        """The record of one round of the acceptance, oldest first, with photos."""

    async def add_say(
        self,
        project_id: int,
        round_: int,
        *,
        party: Party,
        said: Said,
        person_id: int | None,
        name: str = "",
        words: str = "",
        photos: Sequence[str] = (),
        ask_at: datetime | None = None,
        now: datetime,
    ) -> None: ...
    async def next_ask(self) -> datetime | None:
        """When the first resident is to be told in private that they are asked."""

    async def asks_due(self, now: datetime, *, limit: int) -> Sequence[Say]: ...
    async def asked(self, say_id: int) -> bool:
        """They are told, or cannot be. False: another process did it."""

    async def residents_named(
        self, chat_ids: Sequence[int], name: str, *, also: Sequence[int] = ()
    ) -> Sequence[Person]:
        """Known from these groups by exactly this name, or among these ids; two at most are looked for."""
