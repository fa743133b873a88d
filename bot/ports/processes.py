"""Several processes of one bot on one database: who is at work, and which one of them sends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Standing:
    """What one beat found, by the clock of the database."""

    fence: int | None  #: the number of our lease as the sender; None: another process sends
    living: frozenset[str]  #: names of the processes at work, ours among them


class Replaced(Exception):
    """Another process works under our name since: this one has to stop."""


class Leases(Protocol):
    """Kept in the database and measured by its clock, which is the same for all. Each call is a transaction."""

    async def join(self, *, lasts_s: float) -> None:
        """Work under our name from now on. What a former process of this name held is free at once."""

    async def beat(self, *, lasts_s: float) -> Standing:
        """We live, for so long at least; be the sender, if nobody else is.

        Raises:
            Replaced
        """

    async def step_back(self) -> frozenset[str]:
        """We do not work any more; returns the names of those who do. The sender's lease stays until `leave`."""

    async def leave(self) -> None:
        """Give everything back."""


class SenderLease(Protocol):
    """One process sends for a token, so that Telegram's limits are kept by one account."""

    @property
    def fence(self) -> int | None:
        """The number under which we may send now; None: we may not.

        It grows with each new holder: what an older one still wants to claim is refused by the database.
        """


def always() -> bool:
    """Whether this process may send, where there is no other."""
    return True


class Bell(Protocol):
    """A hint from process to process that there is something to send. One that is lost costs only time."""

    def ring(self) -> None: ...

    async def listen(self, rung: Callable[[], None]) -> None:
        """Until cancelled: pass on what was rung here, and call `rung` when another process rang."""
