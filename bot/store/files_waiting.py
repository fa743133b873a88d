"""Files that officers sent, each kind in a table of its own: read once their bytes are here, then taken or put away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Row, Table, delete, select, update

from bot.store.session import NotStored, Session
from bot.store.tables import files

_Import = TypeVar("_Import")


@dataclass(frozen=True, slots=True)
class FilesWaiting(Generic[_Import]):
    """`table` has `id`, `bot_id`, `estate_key`, `chat_id`, `person_id`, `language`, `file`, `name` and `sent_at`."""

    session: Session
    table: Table
    import_of: Callable[[Row[Any]], _Import]

    async def take(self, *, file: str, now: datetime, **values: Any) -> int:
        """Its id. The same file may be sent again: its bytes are wanted anew."""
        again = (files.c.bot_id == self.session.bot_id, files.c.key == file)
        await self.session.run(update(files).where(*again).values(sha256=None, size_bytes=None, next_try=None))
        whole = {"bot_id": self.session.bot_id, **values, "file": file, "sent_at": now}
        added = self.table.insert().values(whole).returning(self.table.c.id)
        return int((await self.session.connection.execute(added)).scalar_one())

    async def waiting(self, file: str) -> Sequence[_Import]:
        return await self._found(self.table.c.file == file)

    async def read(self, import_id: int, **values: Any) -> None:
        """From now on the file is not needed any more."""
        await self.session.run(update(self.table).where(self._is(import_id)).values(**values, file=None))

    async def lock(self, import_id: int) -> _Import:
        """Raises NotStored."""
        row = await self.session.first(select(self.table).where(self._is(import_id)).with_for_update())
        if row is None:
            raise NotStored(f"{self.table.name} {import_id}")
        return self.import_of(row)

    async def forget(self, import_id: int) -> None:
        await self.session.run(delete(self.table).where(self._is(import_id)))

    async def before(self, moment: datetime, *, unread: bool) -> Sequence[_Import]:
        """Those sent until then: `unread`, whose bytes did not come, or all of them."""
        unread_too = (self.table.c.file.is_not(None),) if unread else ()
        return await self._found(self.table.c.sent_at <= moment, *unread_too)

    async def _found(self, *which: ColumnElement[bool]) -> Sequence[_Import]:
        mine = self.table.c.bot_id == self.session.bot_id
        rows = await self.session.all(select(self.table).where(mine, *which).order_by(self.table.c.id))
        return [self.import_of(row) for row in rows]

    def _is(self, import_id: int) -> ColumnElement[bool]:
        return (self.table.c.bot_id == self.session.bot_id) & (self.table.c.id == import_id)
