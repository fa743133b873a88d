"""The list of services and the card of phone numbers, as the use cases ask for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.domain.directory import Entry, Particulars, Phone, Service
from bot.domain.people import Speaker
from bot.domain.service_questions import ServiceQuestion


class Services(Protocol):
    async def add(self, particulars: Particulars, *, estate_key: str, today: date, by: Speaker, by_id: int) -> Service:
        """Give it the estate's next number."""

    async def get(self, service_id: int) -> Service:
        """Raises LookupError."""

    async def lock(self, service_id: int) -> Service:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def save(self, service: Service, *, by_id: int) -> None: ...
    async def of_estate(self, estate_key: str, *, listed: bool = True) -> Sequence[Service]:
        """Those on the list, or those taken off it, by number."""

    async def opened(self, service_id: int, person_id: int, *, day: date) -> bool:
        """Count it; False: this person was counted that day."""

    async def uses_since(self, estate_key: str, since: date) -> Mapping[int, int]:
        """By id; a service that nobody used is left out."""

    async def forget_openings(self, *, before: date) -> int:
        """Who opened what on days before; how many they were stays."""

    async def reviews(self) -> Mapping[str, datetime]:
        """When the next is due, by estate."""

    async def lock_review(self, estate_key: str) -> datetime | None:
        """Nobody else tells it until this unit of work ends."""

    async def set_review(self, estate_key: str, next_at: datetime) -> None: ...


class ServiceQuestions(Protocol):
    async def add(
        self, *, service_id: int, estate_key: str, asker_id: int, words: str, due_on: date | None, now: datetime
    ) -> ServiceQuestion: ...
    async def get(self, question_id: int) -> ServiceQuestion:
        """Raises LookupError."""

    async def lock(self, question_id: int) -> ServiceQuestion:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def save(self, question: ServiceQuestion) -> None: ...
    async def open_in(self, estate_key: str) -> Sequence[ServiceQuestion]:
        """Those nobody answered, oldest first."""

    async def open_of(self, asker_id: int) -> Sequence[ServiceQuestion]: ...
    async def shown_with(self, service_id: int) -> Sequence[ServiceQuestion]:
        """Those out and for everybody, newest first."""

    async def next_out(self) -> datetime | None:
        """When the first held answer is due to go out."""

    async def to_let_out(self, now: datetime, *, limit: int) -> Sequence[ServiceQuestion]: ...
    async def untold(self, asker_id: int) -> Sequence[ServiceQuestion]:
        """Answers that are out and that this person does not have yet, oldest first."""

    async def unseen_of(self, asker_id: int) -> Sequence[ServiceQuestion]:
        """All questions of this person that are not shown to everybody."""


class Phones(Protocol):
    async def add(self, entry: Entry, *, estate_key: str, by: Speaker, by_id: int) -> Phone: ...
    async def get(self, phone_id: int) -> Phone:
        """Raises LookupError."""

    async def lock(self, phone_id: int) -> Phone:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def save(self, phone: Phone, *, by_id: int) -> None: ...
    async def of_estate(self, estate_key: str, *, listed: bool = True) -> Sequence[Phone]:
        """Those on the card, or those taken off it, oldest first."""
