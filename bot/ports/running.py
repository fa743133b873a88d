"""Time and tasks."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Protocol


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Aware, UTC."""

    async def sleep_until(self, moment: datetime) -> None:
        """Return at or after `moment`, also when the clock is moved there."""


class Nursery(Protocol):
    """The only place that starts tasks; it waits for them or cancels them at the end."""

    def start(self, work: Coroutine[Any, Any, None], *, name: str) -> None:
        """Run it beside the others; what it raises is logged."""

    def keep(self, loop: Callable[[], Coroutine[Any, Any, None]], *, name: str) -> None:
        """Run a loop for as long as the nursery lives: when it raises it is logged and begun anew after a pause."""
