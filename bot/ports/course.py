"""What use cases need of the database for the course of wishes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.domain.course import CourseStep
from bot.domain.wishes import Wish


class Course(Protocol):
    async def add(self, step: CourseStep) -> None: ...
    async def of(self, wish_id: int) -> Sequence[CourseStep]:
        """Oldest first."""

    async def later_due(self, estate_key: str, *, today: date, limit: int) -> Sequence[Wish]:
        """Wishes that were put off until this day or an earlier one, the earliest first."""

    async def next_later(self, estate_key: str) -> date | None:
        """The day on which the next of them comes back."""
