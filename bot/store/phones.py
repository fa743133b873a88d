"""The numbers on an estate's card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update

from bot.domain.directory import Entry, Phone
from bot.domain.people import Body, Speaker
from bot.store.directory_tables import phones
from bot.store.session import NotStored, Session


class SqlPhones:
    """Fulfils `ports.Phones`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, entry: Entry, *, estate_key: str, by: Speaker, by_id: int) -> Phone:
        values = {"bot_id": self._session.bot_id, "estate_key": estate_key, **_values_of(entry, True, by, by_id)}
        added = await self._session.connection.execute(phones.insert().values(values).returning(phones))
        return _phone_of(added.one())

    async def get(self, phone_id: int) -> Phone:
        """Raises NotStored."""
        return await self._one(select(phones).where(self._mine, phones.c.id == phone_id), phone_id)

    async def lock(self, phone_id: int) -> Phone:
        """Raises NotStored."""
        return await self._one(select(phones).where(self._mine, phones.c.id == phone_id).with_for_update(), phone_id)

    async def _one(self, statement: Any, phone_id: int) -> Phone:
        row = await self._session.first(statement)
        if row is None:
            raise NotStored(f"phone {phone_id}")
        return _phone_of(row)

    async def save(self, phone: Phone, *, by_id: int) -> None:
        values = _values_of(phone.entry, phone.listed, phone.by, by_id)
        await self._session.run(update(phones).where(self._mine, phones.c.id == phone.id).values(values))

    async def of_estate(self, estate_key: str, *, listed: bool = True) -> Sequence[Phone]:
        these = (self._mine, phones.c.estate_key == estate_key, phones.c.listed.is_(listed))
        rows = await self._session.all(select(phones).where(*these).order_by(phones.c.id))
        return [_phone_of(row) for row in rows]

    @property
    def _mine(self) -> ColumnElement[bool]:
        return phones.c.bot_id == self._session.bot_id


def _values_of(entry: Entry, listed: bool, by: Speaker, by_id: int) -> dict[str, Any]:
    return {
        "name": entry.name,
        "number": entry.number,
        "hours": entry.hours,
        "about": entry.about,
        "listed": listed,
        "by_id": by_id,
        "by_name": by.name,
        "by_body": by.body.value,
    }


def _phone_of(row: Row[Any]) -> Phone:
    entry = Entry(row.name, row.number, row.hours, row.about)
    return Phone(row.id, row.estate_key, entry, Speaker(0, row.by_name, Body(row.by_body)), row.listed)
