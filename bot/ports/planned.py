"""Planned broadcasts and templates as the use cases ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.broadcast_templates import Template
from bot.domain.people import Speaker
from bot.domain.planned_broadcasts import PlannedBroadcast


class PlannedBroadcasts(Protocol):
    async def add(self, planned: PlannedBroadcast) -> PlannedBroadcast:
        """With its id and number."""

    async def get(self, planned_id: int) -> PlannedBroadcast:
        """Raises LookupError."""

    async def lock(self, planned_id: int) -> PlannedBroadcast:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def save(self, planned: PlannedBroadcast) -> None: ...
    async def agreed(self, planned_id: int, *, by: Speaker, now: datetime) -> None:
        """A second officer did; it stays when what is planned is changed."""

    async def under_way(self, estate_key: str) -> Sequence[PlannedBroadcast]:
        """Those that are neither stopped nor over, oldest first."""

    async def due(self, now: datetime, *, limit: int) -> Sequence[int]:
        """Ids, the longest due first."""

    async def next_due(self) -> datetime | None: ...


class BroadcastTemplates(Protocol):
    async def add(self, template: Template) -> Template: ...
    async def get(self, template_id: int) -> Template:
        """Raises LookupError."""

    async def save(self, template: Template) -> None:
        """Its name and words, and who changed it when."""

    async def remove(self, template_id: int) -> None: ...
    async def of_estate(self, estate_key: str) -> Sequence[Template]:
        """By name."""
