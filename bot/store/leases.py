"""Leases on PostgreSQL, measured by the server's own clock: those of two computers need not agree.

SQLite has one process at work and keeps none. A process that is killed leaves its lease to end; all it had in hand is
free then, see `is_of_the_dead`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import BindParameter, DateTime, case, delete, exists, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from bot.ports import Replaced, Standing
from bot.store.database import Database, Transaction
from bot.store.process_tables import LeaseKind, leases

FORGOTTEN_AFTER = timedelta(days=7)  #: a process that is gone; its rows are long taken up by then

_PROCESS, _SENDER = LeaseKind.PROCESS.value, LeaseKind.SENDER.value
_FIRST_FENCE = 1


def server_time() -> Any:
    """The moment at which it is asked, not that of the transaction's beginning."""
    return func.clock_timestamp(type_=DateTime(timezone=True))


def is_of_the_dead(bot_id: Any, owner: Any) -> Any:
    """Whether the process that a row is marked with has ended without leaving. PostgreSQL only."""
    return exists().where(
        leases.c.bot_id == bot_id,
        leases.c.kind == _PROCESS,
        leases.c.name == owner,
        leases.c.lease_until <= server_time(),
    )


def holds(bot_id: int, fence: int | BindParameter[int]) -> Any:
    """Whether the sender's lease still bears this number. PostgreSQL only."""
    return exists().where(
        leases.c.bot_id == bot_id,
        leases.c.kind == _SENDER,
        leases.c.fence == fence,
        leases.c.lease_until > server_time(),
    )


class SqlLeases:
    """`name` is this process's among all at work, `holder` this very start of it."""

    def __init__(self, database: Database, bot_id: int, *, name: str, holder: str) -> None:
        self._database, self._bot_id, self._name, self._holder = database, bot_id, name, holder

    async def join(self, *, lasts_s: float) -> None:
        async with self._database.writing() as connection:
            before = select(leases.c.holder).where(self._is(_PROCESS, self._name)).with_for_update()
            former = (await connection.execute(before)).scalar()
            await connection.execute(self._taken(_PROCESS, self._name, lasts_s))
            if former is not None and former != self._holder:
                its = update(leases).where(self._is(_SENDER, ""), leases.c.holder == former)
                await connection.execute(its.values(lease_until=server_time()))

    async def beat(self, *, lasts_s: float) -> Standing:
        async with self._database.writing() as connection:
            mine = leases.c.holder == self._holder
            renewed = update(leases).where(self._is(_PROCESS, self._name), mine)
            if not (await connection.execute(renewed.values(lease_until=_in(lasts_s)))).rowcount:
                raise Replaced
            free = or_(mine, leases.c.lease_until <= server_time())
            sender = self._taken(_SENDER, "", lasts_s, where=free).returning(leases.c.fence)
            fence = (await connection.execute(sender)).scalar()
            return Standing(fence=fence, living=await self._living(connection))

    async def step_back(self) -> frozenset[str]:
        async with self._database.writing() as connection:
            # One after the other: of two that stop at once the second must see that the first is gone.
            all_of_them = select(leases.c.name).where(leases.c.bot_id == self._bot_id, leases.c.kind == _PROCESS)
            await connection.execute(all_of_them.order_by(leases.c.name).with_for_update())
            await connection.execute(self._given_back().where(leases.c.kind == _PROCESS))
            return await self._living(connection)

    async def leave(self) -> None:
        async with self._database.writing() as connection:
            await connection.execute(self._given_back())
            long_gone = leases.c.lease_until <= server_time() - FORGOTTEN_AFTER
            old = delete(leases).where(leases.c.bot_id == self._bot_id, leases.c.kind == _PROCESS, long_gone)
            await connection.execute(old)

    def _given_back(self) -> Any:
        ours = update(leases).where(leases.c.bot_id == self._bot_id, leases.c.holder == self._holder)
        return ours.values(lease_until=server_time())

    def _taken(self, kind: str, name: str, lasts_s: float, *, where: Any = None) -> Any:
        """The lease in our hands; a former holder's number is one behind ours. Nothing, if `where` forbids it."""
        values = {"holder": self._holder, "lease_until": _in(lasts_s)}
        first = insert(leases).values(bot_id=self._bot_id, kind=kind, name=name, fence=_FIRST_FENCE, **values)
        is_new = case((leases.c.holder != self._holder, 1), else_=0)
        return first.on_conflict_do_update(
            index_elements=["bot_id", "kind", "name"], set_={**values, "fence": leases.c.fence + is_new}, where=where
        )

    def _is(self, kind: str, name: str) -> Any:
        return (leases.c.bot_id == self._bot_id) & (leases.c.kind == kind) & (leases.c.name == name)

    async def _living(self, connection: Transaction) -> frozenset[str]:
        alive = select(leases.c.name).where(
            leases.c.bot_id == self._bot_id, leases.c.kind == _PROCESS, leases.c.lease_until > server_time()
        )
        return frozenset((await connection.execute(alive)).scalars())


def _in(lasts_s: float) -> Any:
    return server_time() + literal(timedelta(seconds=lasts_s))
