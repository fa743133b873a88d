"""Staff and the author who stays unknown: questions, pauses of filing; and alarms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.alarms import Alarm
from bot.domain.danger import Danger
from bot.domain.pauses import Pause, Reason
from bot.domain.people import Speaker
from bot.domain.questions import Question


class Questions(Protocol):
    """What was asked of the authors of wishes."""

    async def get(self, question_id: int) -> Question: ...
    async def lock(self, question_id: int) -> Question:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def add(
        self,
        *,
        wish_id: int,
        asker: Speaker,
        asker_id: int,
        words: str,
        told: bool,
        now: datetime,
        same_as: int | None = None,
    ) -> Question:
        """`same_as`: id of the wish which this one may be the same as, if that is the question."""

    async def save(self, question: Question) -> None:
        """Keep what changes: whether it was told, and what was answered."""

    async def of(self, wish_id: int) -> Sequence[Question]:
        """Oldest first."""

    async def untold(self, author_id: int) -> Sequence[Question]:
        """Open questions that this author of wishes was never told of, oldest first."""


class FilingPauses(Protocol):
    async def get(self, pause_id: int) -> Pause: ...
    async def add(
        self,
        *,
        wish_id: int,
        person_id: int,
        estate_key: str,
        by_id: int,
        reason: Reason,
        since: datetime,
        until: datetime,
    ) -> Pause: ...
    async def lift(self, pause_id: int, *, by_id: int, now: datetime) -> None: ...
    async def of_wish(self, wish_id: int) -> Sequence[Pause]:
        """Made from this wish, oldest first, over or not."""

    async def of_person(self, person_id: int, estate_key: str) -> Sequence[Pause]:
        """All of a person's in an estate, whatever wish they were made from, over or not."""


class Alarms(Protocol):
    async def get(self, alarm_id: int) -> Alarm: ...
    async def raised_since(self, person_id: int, estate_key: str, moment: datetime) -> Sequence[Alarm]:
        """What the estate's staff was told of this person's words since then, oldest first."""

    async def add(self, *, person_id: int, estate_key: str, dangers: Sequence[Danger], now: datetime) -> Alarm: ...
    async def call_off(self, alarm_id: int, *, now: datetime) -> bool:
        """False if it was called off before."""
