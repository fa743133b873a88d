"""Files of places that officers sent, until they are taken over or put away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from bot.ports.place_tree import PlaceImport
from bot.store.files_waiting import FilesWaiting
from bot.store.place_tables import place_imports
from bot.store.session import Session


class PlaceFilesWaiting:
    """The part of `ports.PlaceTrees` that is about these."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting = FilesWaiting(session, place_imports, _import_of)

    async def take_file(
        self, *, estate_key: str, chat_id: int, person_id: int, language: str, file: str, name: str, now: datetime
    ) -> int:
        known = {"estate_key": estate_key, "chat_id": chat_id, "person_id": person_id, "language": language}
        return await self._waiting.take(file=file, now=now, name=name, shown="", **known)

    async def files_waiting(self, file: str) -> Sequence[PlaceImport]:
        return await self._waiting.waiting(file)

    async def file_read(self, import_id: int, rows: Sequence[Sequence[str]], *, shown: str) -> None:
        await self._waiting.read(import_id, rows=[list(row) for row in rows], shown=shown)

    async def lock_file(self, import_id: int) -> PlaceImport:
        """Raises NotStored."""
        return await self._waiting.lock(import_id)

    async def forget_file(self, import_id: int) -> None:
        await self._waiting.forget(import_id)

    async def files_before(self, moment: datetime, *, unread: bool) -> Sequence[PlaceImport]:
        return await self._waiting.before(moment, unread=unread)


def _import_of(row: Row[Any]) -> PlaceImport:
    rows = None if row.rows is None else tuple(tuple(cells) for cells in row.rows)
    return PlaceImport(
        row.id, row.estate_key, row.chat_id, row.person_id, row.language, row.name, rows, row.shown, file=row.file
    )
