"""The last contact with Telegram, and the line that was said of the last time without."""

from __future__ import annotations

from sqlalchemy import select

from bot.domain.away import AwayLine, Contact
from bot.store.keeping_tables import contacts
from bot.store.session import Session


class SqlContacts:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of_bot(self) -> Contact | None:
        return await self._read(locked=False)

    async def lock(self) -> Contact | None:
        return await self._read(locked=True)

    async def save(self, contact: Contact) -> None:
        line = contact.line
        kept = {
            "met_at": contact.met_at,
            "away_since": line and line.since,
            "away_until": line and line.until,
            "said_at": line and line.said_at,
            "several": bool(line and line.several),
        }
        insert = self._session.insert(contacts).values(bot_id=self._session.bot_id, **kept)
        await self._session.run(insert.on_conflict_do_update(index_elements=["bot_id"], set_=kept))

    async def _read(self, *, locked: bool) -> Contact | None:
        own = select(contacts).where(contacts.c.bot_id == self._session.bot_id)
        row = await self._session.first(own.with_for_update() if locked else own)
        if row is None:
            return None
        if row.said_at is None:
            return Contact(row.met_at)
        return Contact(row.met_at, AwayLine(row.away_since, row.away_until, row.said_at, row.several))
