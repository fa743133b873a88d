"""What stands in the bot's database, read from beside it while it works."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, Row, text

from bot.domain.house import House
from bot.store import Database, Store
from handlers.deadlines import DEADLINES
from simulator.world import World as Telegram


class TelegramTime:
    """`ports.Clock` for whoever only reads."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def now(self) -> datetime:
        return self._telegram.clock.now()

    async def sleep_until(self, moment: datetime) -> None:
        raise NotImplementedError("who reads the books does not wait")


@dataclass(frozen=True, slots=True)
class Left:
    """What the bot has still to do."""

    updates: int
    messages: int  #: not yet sent, and notices not yet told
    next_due: datetime | None  #: of the messages
    deadlines: tuple[str, ...]  #: of what falls due by itself, such as a dialog to be reminded of: by now
    news: int  #: people whose digest is due by now
    broadcasts: bool  #: there are recipients to be fed or looked after by now

    @property
    def nothing(self) -> bool:
        return not (self.updates or self.messages or self.deadlines or self.news or self.broadcasts)


class Books:
    def __init__(self, database_url: str, bot_id: int, house: House, telegram: Telegram) -> None:
        self.house = house
        self._clock = TelegramTime(telegram)
        self._database = Database.open(database_url)
        self.store = Store(self._database, bot_id, self._clock, owner="reader")

    async def close(self) -> None:
        await self._database.close()

    async def left(self) -> Left:
        now = self._clock.now()
        updates = await self.store.inbox.waiting()  # first: what comes of them is counted below
        async with self.store.units.reading() as uow:
            due = [each.name for each in DEADLINES if await each.is_due(uow=uow, now=now, house=self.house)]
            waiting = await uow.tellings.moments(limit=99)
        messages = await self.store.queue.waiting()
        outlook = await self.store.queue.outlook()
        return Left(
            updates=updates,
            messages=messages,
            next_due=outlook.parcel_due if messages else None,
            deadlines=tuple(due),
            news=sum(moment <= now for *_, moment in waiting),
            broadcasts=outlook.broadcast_due is not None and outlook.broadcast_due <= now,
        )

    @asynccontextmanager
    async def held(self, table: str) -> AsyncIterator[None]:
        """Nobody else writes meanwhile (on PostgreSQL: to this table). The bot stands still before its next
        transaction, or in the middle of one: a kill then falls between the two."""
        async with self._database.writing() as transaction:
            if not self._database.is_sqlite:
                await transaction.execute(text(f"LOCK TABLE {table} IN EXCLUSIVE MODE"))
            yield

    async def rows(self, statement: Executable) -> Sequence[Row[Any]]:
        async with self._database.reading() as connection:
            return (await connection.execute(statement)).all()
