"""How an estate begins, whether anybody answers, and what people thought better of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.intakes import Hand, Intake
from bot.domain.onboarding import Onboarding
from bot.domain.people import Person
from bot.domain.presses import CardButton, LastPress, Outcome


class CardPresses(Protocol):
    """The last press of each counted button by each person that did something; for second thoughts."""

    async def last(self, wish_id: int, person_id: int, button: CardButton) -> LastPress | None: ...
    async def put(self, wish_id: int, person_id: int, button: CardButton, outcome: Outcome, *, now: datetime) -> None:
        """In place of the one before."""

    async def any_old(self, *, before: datetime) -> bool: ...
    async def forget_old(self, *, before: datetime) -> int:
        """Of no use any more; returns how many."""


class Onboardings(Protocol):
    """The one message of each group that says what the bot is and asks where it belongs."""

    async def of(self, chat_id: int) -> Onboarding | None:
        """Locked until the unit of work ends, if it writes."""

    async def save(self, onboarding: Onboarding) -> None: ...
    async def asked_by(self, person_id: int) -> int:
        """For how many groups this person waits for an estate's staff."""


class Intakes(Protocol):
    """Whether each estate takes new wishes."""

    async def of(self, estate_key: str) -> Intake | None:
        """To read it: nobody who files waits for another, nor for who changes it."""

    async def lock(self, estate_key: str) -> Intake | None:
        """To change it: nobody else does until the unit of work ends."""

    async def all(self) -> Sequence[Intake]: ...
    async def save(self, intake: Intake) -> None: ...
    async def join_trial(self, estate_key: str, person_id: int, *, now: datetime) -> None:
        """They take part in the trial. Idempotent."""

    async def answer_trial(self, estate_key: str, person_id: int, *, now: datetime) -> None:
        """They gave their trial answer; the first one counts. Idempotent."""

    async def hands(self, estate_key: str) -> Sequence[tuple[Hand, Person]]:
        """Who took part in the trial, in order of coming."""
