"""What use cases need of the database for wishes that are looked at, stated on, or changed by their author."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.amendments import Addition, Withdrawal
from bot.domain.people import Body, Speaker
from bot.domain.statements import Statement
from bot.domain.takedowns import Reason, Report, Step, TakedownStep


class Takedowns(Protocol):
    async def report_of(self, wish_id: int, person_id: int) -> Report | None: ...
    async def save_report(self, wish_id: int, person_id: int, report: Report) -> None: ...
    async def reports(self, wish_id: int) -> int:
        """How many count now."""

    async def use_up_reports(self, wish_id: int, *, now: datetime) -> None:
        """Somebody has looked: those that counted fold this wish no more."""

    async def get(self, step_id: int) -> TakedownStep: ...
    async def of(self, wish_id: int) -> Sequence[TakedownStep]:
        """Oldest first."""

    async def last(self, wish_id: int) -> TakedownStep | None: ...
    async def add(
        self,
        *,
        wish_id: int,
        step: Step,
        now: datetime,
        person_id: int | None = None,
        name: str = "",
        body: Body | None = None,
        reason: Reason | None = None,
        words: str = "",
        reports: int = 0,
    ) -> TakedownStep: ...


class Statements(Protocol):
    async def get(self, statement_id: int) -> Statement: ...
    async def add(self, *, wish_id: int, words: str, speaker: Speaker, speaker_id: int, now: datetime) -> Statement: ...
    async def of(self, wish_id: int) -> Sequence[Statement]:
        """Oldest first."""


class Amendments(Protocol):
    async def get_addition(self, addition_id: int) -> Addition: ...
    async def add(self, *, wish_id: int, words: str, photo: str | None, now: datetime) -> Addition: ...
    async def of(self, wish_id: int) -> Sequence[Addition]:
        """Oldest first."""

    async def withdrawal(self, wish_id: int) -> Withdrawal | None: ...
    async def withdraw(self, withdrawal: Withdrawal) -> None: ...
    async def take_back_withdrawal(self, wish_id: int) -> None: ...
    async def untold(self, *, before: datetime, limit: int) -> Sequence[Withdrawal]:
        """Those of `before` or earlier that nobody was told of, oldest first."""

    async def told(self, wish_id: int, *, now: datetime) -> None: ...
