"""Files of places that officers sent, until they are taken over or put away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, select, update

from bot.ports.place_tree import PlaceImport
from bot.store.place_tables import place_imports
from bot.store.session import NotStored, Session
from bot.store.tables import files


class PlaceFilesWaiting:
    """The part of `ports.PlaceTrees` that is about these."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def take_file(
        self, *, estate_key: str, chat_id: int, person_id: int, language: str, file: str, name: str, now: datetime
    ) -> int:
        bot_id = self._session.bot_id
        again = (files.c.bot_id == bot_id, files.c.key == file)
        await self._session.run(update(files).where(*again).values(sha256=None, size_bytes=None, next_try=None))
        values = {"estate_key": estate_key, "chat_id": chat_id, "person_id": person_id, "language": language}
        whole = {"bot_id": bot_id, **values, "file": file, "name": name, "sent_at": now, "shown": ""}
        added = place_imports.insert().values(whole).returning(place_imports.c.id)
        return int((await self._session.connection.execute(added)).scalar_one())

    async def files_waiting(self, file: str) -> Sequence[PlaceImport]:
        waiting = select(place_imports).where(self._ours, place_imports.c.file == file)
        return [_import_of(row) for row in await self._session.all(waiting.order_by(place_imports.c.id))]

    async def file_read(self, import_id: int, rows: Sequence[Sequence[str]], *, shown: str) -> None:
        read = update(place_imports).where(self._ours, place_imports.c.id == import_id)
        await self._session.run(read.values(rows=[list(row) for row in rows], file=None, shown=shown))

    async def lock_file(self, import_id: int) -> PlaceImport:
        """Raises NotStored."""
        wanted = select(place_imports).where(self._ours, place_imports.c.id == import_id).with_for_update()
        row = await self._session.first(wanted)
        if row is None:
            raise NotStored(f"import {import_id}")
        return _import_of(row)

    async def forget_file(self, import_id: int) -> None:
        await self._session.run(delete(place_imports).where(self._ours, place_imports.c.id == import_id))

    async def files_before(self, moment: datetime, *, unread: bool) -> Sequence[PlaceImport]:
        old = select(place_imports).where(self._ours, place_imports.c.sent_at <= moment)
        if unread:
            old = old.where(place_imports.c.file.is_not(None))
        return [_import_of(row) for row in await self._session.all(old.order_by(place_imports.c.id))]

    @property
    def _ours(self) -> ColumnElement[bool]:
        return place_imports.c.bot_id == self._session.bot_id


def _import_of(row: Row[Any]) -> PlaceImport:
    rows = None if row.rows is None else tuple(tuple(cells) for cells in row.rows)
    return PlaceImport(
        row.id, row.estate_key, row.chat_id, row.person_id, row.language, row.name, rows, row.shown, file=row.file
    )
