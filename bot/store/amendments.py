"""What authors did with their wishes after filing: additions, and withdrawals with what was before them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.domain.amendments import Addition, Withdrawal, WithdrawalReason
from bot.domain.wishes import State
from bot.store.session import NotStored, Session
from bot.store.takedown_tables import additions, withdrawals

_ADDITIONS = select(additions).where(additions.c.wish_id == bindparam("wish")).order_by(additions.c.id)
_WITHDRAWAL = select(withdrawals).where(withdrawals.c.wish_id == bindparam("wish"))
_UNTOLD = (
    select(withdrawals)
    .where(
        withdrawals.c.bot_id == bindparam("bot"),
        withdrawals.c.told_at.is_(None),
        withdrawals.c.withdrawn_at <= bindparam("before"),
    )
    .order_by(withdrawals.c.withdrawn_at)
    .limit(bindparam("most"))
)


class SqlAmendments:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get_addition(self, addition_id: int) -> Addition:
        """Raises NotStored."""
        row = await self._session.first(
            select(additions).where(additions.c.bot_id == self._session.bot_id, additions.c.id == addition_id)
        )
        if row is None:
            raise NotStored(f"addition {addition_id}")
        return _addition_of(row)

    async def add(self, *, wish_id: int, words: str, photo: str | None, now: datetime) -> Addition:
        values = {
            "bot_id": self._session.bot_id,
            "wish_id": wish_id,
            "words": words,
            "photo": photo,
            "added_at": now,
        }
        added = await self._session.connection.execute(additions.insert().values(values).returning(additions))
        return _addition_of(added.one())

    async def of(self, wish_id: int) -> Sequence[Addition]:
        return [_addition_of(row) for row in await self._session.all(_ADDITIONS, {"wish": wish_id})]

    async def withdrawal(self, wish_id: int) -> Withdrawal | None:
        row = await self._session.first(_WITHDRAWAL, {"wish": wish_id})
        return _withdrawal_of(row) if row else None

    async def withdraw(self, withdrawal: Withdrawal) -> None:
        values = {
            "bot_id": self._session.bot_id,
            "wish_id": withdrawal.wish_id,
            "reason": withdrawal.reason.value if withdrawal.reason else None,
            "words": withdrawal.words,
            "withdrawn_at": withdrawal.withdrawn_at,
            "state_before": withdrawal.state_before.value,
            "next_date_before": withdrawal.next_date_before,
        }
        await self._session.run(withdrawals.insert().values(values))

    async def take_back_withdrawal(self, wish_id: int) -> None:
        await self._session.run(delete(withdrawals).where(withdrawals.c.wish_id == wish_id))

    async def untold(self, *, before: datetime, limit: int) -> Sequence[Withdrawal]:
        values = {"bot": self._session.bot_id, "before": before, "most": limit}
        return [_withdrawal_of(row) for row in await self._session.all(_UNTOLD, values)]

    async def told(self, wish_id: int, *, now: datetime) -> None:
        await self._session.run(update(withdrawals).where(withdrawals.c.wish_id == wish_id).values(told_at=now))


def _addition_of(row: Row[Any]) -> Addition:
    return Addition(row.id, row.wish_id, row.words, row.photo, row.added_at)


def _withdrawal_of(row: Row[Any]) -> Withdrawal:
    return Withdrawal(
        wish_id=row.wish_id,
        reason=WithdrawalReason(row.reason) if row.reason else None,
        words=row.words,
        withdrawn_at=row.withdrawn_at,
        state_before=State(row.state_before),
        next_date_before=row.next_date_before,
    )
