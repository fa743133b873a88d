"""Tables of entries that officers sent, until they are published or put away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from bot.domain.ledger import Draft, EntryKind
from bot.ports.ledger import LedgerImport
from bot.store.files_waiting import FilesWaiting
from bot.store.ledger_tables import ledger_imports
from bot.store.session import Session


class TablesWaiting:
    """The part of `ports.Ledger` that is about these."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting = FilesWaiting(session, ledger_imports, _import_of)

    async def take_table(
        self, *, estate_key: str, chat_id: int, person_id: int, language: str, file: str, name: str, now: datetime
    ) -> int:
        known = {"estate_key": estate_key, "chat_id": chat_id, "person_id": person_id, "language": language}
        return await self._waiting.take(file=file, now=now, name=name, **known)

    async def tables_waiting(self, file: str) -> Sequence[LedgerImport]:
        return await self._waiting.waiting(file)

    async def table_read(self, import_id: int, entries: Sequence[Draft]) -> None:
        rows = [[each.kind.value, each.category, each.cents, each.day.isoformat(), each.words] for each in entries]
        await self._waiting.read(import_id, entries=rows)

    async def lock_table(self, import_id: int) -> LedgerImport:
        """Raises NotStored."""
        return await self._waiting.lock(import_id)

    async def forget_table(self, import_id: int) -> None:
        await self._waiting.forget(import_id)

    async def tables_before(self, moment: datetime, *, unread: bool) -> Sequence[LedgerImport]:
        return await self._waiting.before(moment, unread=unread)


def _import_of(row: Row[Any]) -> LedgerImport:
    entries = None if row.entries is None else tuple(_draft_of(each) for each in row.entries)
    return LedgerImport(
        row.id, row.estate_key, row.chat_id, row.person_id, row.language, row.name, entries, file=row.file
    )


def _draft_of(row: Sequence[Any]) -> Draft:
    kind, category, cents, day, words = row
    return Draft(EntryKind(kind), category, cents, date.fromisoformat(day), words)
