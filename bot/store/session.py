"""What every repository of one unit of work shares: its connection, its bot, its clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Executable, Row
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.schema import Table

from bot.ports import Clock
from bot.store.database import Transaction


class NotStored(LookupError):
    """A row that must be there is not: a bug of the caller, or made-up button data."""


Insert = sqlite.Insert | postgresql.Insert


def insert_into(connection: Transaction, table: Table) -> Insert:
    """An INSERT that knows ON CONFLICT: the same words in both dialects."""
    return insert_for(connection.dialect.name, table)


def insert_for(dialect: str, table: Table) -> Insert:
    """As `insert_into`, for statements that are made once for each dialect and kept."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@dataclass(frozen=True, slots=True)
class Session:
    connection: Transaction
    bot_id: int
    clock: Clock
    writing: bool
    spoken_to: set[int] = field(default_factory=set)  #: ids of chats this unit said something in

    changed_wishes: set[int] = field(default_factory=set)  #: ids of wishes this unit told the world of

    async def all(self, statement: Executable, values: Mapping[str, Any] | None = None) -> list[Row[Any]]:
        return list((await self.connection.execute(statement, values)).all())

    async def first(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Row[Any] | None:
        return (await self.connection.execute(statement, values)).first()

    async def value(self, statement: Executable, values: Mapping[str, Any] | None = None) -> Any:
        return (await self.connection.execute(statement, values)).scalar()

    async def run(self, statement: Executable, values: Mapping[str, Any] | None = None) -> int:
        """Execute a change; return how many rows it touched."""
        return (await self.connection.execute(statement, values)).rowcount

    @property
    def dialect(self) -> str:
        return str(self.connection.dialect.name)

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        return insert_into(self.connection, table)
