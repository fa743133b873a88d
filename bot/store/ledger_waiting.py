"""Tables of entries that officers sent, until they are published or put away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update

from bot.domain.ledger import Draft, EntryKind
from bot.ports.ledger import LedgerImport
from bot.store.ledger_tables import ledger_imports
from bot.store.session import NotStored, Session
from bot.store.tables import files


class TablesWaiting:
    """The part of `ports.Ledger` that is about these."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def take_table(
        self, *, estate_key: str, chat_id: int, person_id: int, language: str, file: str, name: str, now: datetime
    ) -> int:
        bot_id = self._session.bot_id
        again = (files.c.bot_id == bot_id, files.c.key == file)
        await self._session.run(update(files).where(*again).values(sha256=None, size_bytes=None, next_try=None))
        values = {"estate_key": estate_key, "chat_id": chat_id, "person_id": person_id, "language": language}
        whole = {"bot_id": bot_id, **values, "file": file, "name": name, "sent_at": now}
        added = ledger_imports.insert().values(whole).returning(ledger_imports.c.id)
        return int((await self._session.connection.execute(added)).scalar_one())

    async def tables_waiting(self, file: str) -> Sequence[LedgerImport]:
        waiting = select(ledger_imports).where(self._ours, ledger_imports.c.file == file)
        return [_import_of(row) for row in await self._session.all(waiting.order_by(ledger_imports.c.id))]

    async def table_read(self, import_id: int, entries: Sequence[Draft]) -> None:
        rows = [[each.kind.value, each.category, each.cents, each.day.isoformat(), each.words] for each in entries]
        read = update(ledger_imports).where(self._ours, ledger_imports.c.id == import_id)
        await self._session.run(read.values(entries=rows, file=None))

    async def lock_table(self, import_id: int) -> LedgerImport:
        """Raises NotStored."""
        wanted = select(ledger_imports).where(self._ours, ledger_imports.c.id == import_id).with_for_update()
        row = await self._session.first(wanted)
        if row is None:
            raise NotStored(f"import {import_id}")
        return _import_of(row)

    async def forget_table(self, import_id: int) -> None:
        await self._session.run(delete(ledger_imports).where(self._ours, ledger_imports.c.id == import_id))

    async def tables_before(self, moment: datetime, *, unread: bool) -> Sequence[LedgerImport]:
        old = select(ledger_imports).where(self._ours, ledger_imports.c.sent_at <= moment)
        if unread:
            old = old.where(ledger_imports.c.file.is_not(None))
        return [_import_of(row) for row in await self._session.all(old.order_by(ledger_imports.c.id))]

    @property
    def _ours(self) -> ColumnElement[bool]:
        return ledger_imports.c.bot_id == self._session.bot_id


def _import_of(row: Row[Any]) -> LedgerImport:
    entries = None if row.entries is None else tuple(_draft_of(each) for each in row.entries)
    return LedgerImport(
        row.id, row.estate_key, row.chat_id, row.person_id, row.language, row.name, entries, file=row.file
    )


def _draft_of(row: Sequence[Any]) -> Draft:
    kind, category, cents, day, words = row
    return Draft(EntryKind(kind), category, cents, date.fromisoformat(day), words)
