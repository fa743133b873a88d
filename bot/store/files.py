"""What is known of photos, voice notes and documents: where Telegram has them, and whether their bytes were fetched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, or_, select, update

from bot.domain import stand_in
from bot.messages import Document, Photo, Voice
from bot.ports import Clock, StoredFile
from bot.store.database import Database
from bot.store.keeping_tables import discarded
from bot.store.session import NotStored, Session, insert_into
from bot.store.tables import files


def _file_of(row: Row[Any]) -> StoredFile:
    return StoredFile(
        key=row.key, file_id=row.file_id, sha256=row.sha256, size_bytes=row.size_bytes, length_s=row.length_s
    )


class SqlFiles:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def keep(self, medium: Photo | Voice | Document) -> str:
        newest = {"file_id": medium.file_id}
        whole = {**newest, "length_s": medium.length_s if isinstance(medium, Voice) else None}
        insert = self._session.insert(files).values(bot_id=self._session.bot_id, key=medium.unique_id, **whole)
        await self._session.run(insert.on_conflict_do_update(index_elements=["bot_id", "key"], set_=newest))
        return medium.unique_id

    async def stand_in(self) -> str:
        values = {"bot_id": self._session.bot_id, "key": stand_in.KEY}
        content = {"sha256": stand_in.SHA256, "size_bytes": len(stand_in.PICTURE)}
        insert = self._session.insert(files).values(**values, **content)
        await self._session.run(insert.on_conflict_do_update(index_elements=["bot_id", "key"], set_=content))
        return stand_in.KEY


class SqlFileShelf:
    def __init__(self, database: Database, bot_id: int, clock: Clock) -> None:
        self._database, self._bot_id, self._clock = database, bot_id, clock

    async def get(self, key: str) -> StoredFile | None:
        async with self._database.reading() as connection:
            row = (await connection.execute(select(files).where(self._is(key)))).first()
        return _file_of(row) if row else None

    async def wanted(self, *, now: datetime, limit: int) -> Sequence[StoredFile]:
        """Those never tried come first."""
        oldest_first = (files.c.next_try.asc().nulls_first(), files.c.key)
        async with self._database.reading() as connection:
            rows = await connection.execute(
                select(files).where(self._is_wanted(now)).order_by(*oldest_first).limit(limit)
            )
            return [_file_of(row) for row in rows]

    def _is_wanted(self, now: datetime) -> ColumnElement[bool]:
        to_fetch = and_(files.c.bot_id == self._bot_id, files.c.sha256.is_(None))
        return and_(to_fetch, or_(files.c.next_try.is_(None), files.c.next_try <= now))

    async def has_work(self, *, now: datetime) -> bool:
        fetch = select(files.c.key).where(self._is_wanted(now)).exists()
        throw_away = select(discarded.c.sha256).where(discarded.c.bot_id == self._bot_id).exists()
        async with self._database.reading() as connection:
            return bool((await connection.execute(select(or_(fetch, throw_away)))).scalar())

    async def own(self, key: str, *, sha256: str, size_bytes: int) -> None:
        """Whatever Telegram has under an older picture's file_id is sent no more."""
        bytes_ = {"file_id": None, "sha256": sha256, "size_bytes": size_bytes}
        async with self._database.writing() as connection:
            insert = insert_into(connection, files).values(bot_id=self._bot_id, key=key, **bytes_)
            await connection.execute(insert.on_conflict_do_update(index_elements=["bot_id", "key"], set_=bytes_))

    async def fetched(self, key: str, *, sha256: str, size_bytes: int) -> None:
        """Raises NotStored."""
        await self._set(key, sha256=sha256, size_bytes=size_bytes, next_try=None)

    async def fetch_failed(self, key: str, *, next_try: datetime) -> None:
        """Raises NotStored."""
        await self._set(key, next_try=next_try)

    async def set_file_id(self, key: str, file_id: str) -> None:
        """Raises NotStored."""
        await self._set(key, file_id=file_id)

    async def discarded(self, *, limit: int) -> Sequence[str]:
        mine = select(discarded.c.sha256).where(discarded.c.bot_id == self._bot_id)
        async with self._database.reading() as connection:
            return list((await connection.execute(mine.order_by(discarded.c.sha256).limit(limit))).scalars())

    async def is_used(self, sha256: str) -> bool:
        """By any bot of this database: they may share a folder."""
        async with self._database.reading() as connection:
            return (
                await connection.execute(select(files.c.key).where(files.c.sha256 == sha256).limit(1))
            ).first() is not None

    async def is_off_the_disk(self, sha256: str) -> None:
        async with self._database.writing() as connection:
            await connection.execute(
                delete(discarded).where(discarded.c.bot_id == self._bot_id, discarded.c.sha256 == sha256)
            )

    def _is(self, key: str) -> Any:
        return and_(files.c.bot_id == self._bot_id, files.c.key == key)

    async def _set(self, key: str, **values: Any) -> None:
        async with self._database.writing() as connection:
            changed = await connection.execute(update(files).where(self._is(key)).values(values))
        if not changed.rowcount:
            raise NotStored(f"file {key}")
