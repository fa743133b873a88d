"""People, by Telegram id and by ours."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, bindparam, func, select, update

from bot.domain.people import Person
from bot.store.session import NotStored, Session
from bot.store.tables import people

_BY_ID = select(people).where(people.c.bot_id == bindparam("bot"), people.c.id == bindparam("key"))
_LOCKED = _BY_ID.with_for_update(key_share=True)  # whoever only refers to the person is not kept waiting
_BY_TELEGRAM_ID = select(people).where(people.c.bot_id == bindparam("bot"), people.c.telegram_id == bindparam("key"))


def person_of(row: Row[Any]) -> Person:
    return Person(
        id=row.id,
        telegram_id=row.telegram_id,
        name=row.name,
        username=row.username,
        language=row.language,
        client_language=row.client_language,
        started=row.started,
        may_be_mentioned=row.may_be_mentioned,
        home_chat_id=row.home_chat_id,
    )


class SqlPeople:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, person_id: int) -> Person:
        """Raises NotStored."""
        row = await self._session.first(_BY_ID, {"bot": self._session.bot_id, "key": person_id})
        if row is None:
            raise NotStored(f"person {person_id}")
        return person_of(row)

    async def lock(self, person_id: int) -> None:
        """On SQLite nobody else writes anyway."""
        await self._session.first(_LOCKED, {"bot": self._session.bot_id, "key": person_id})

    async def seen(self, *, telegram_id: int, name: str, username: str | None, client_language: str | None) -> Person:
        today = self._session.clock.now().date()
        told = {"name": name, "username": username, "client_language": client_language, "seen_on": today}
        row = await self._session.first(_BY_TELEGRAM_ID, {"bot": self._session.bot_id, "key": telegram_id})
        if row is not None and all(getattr(row, column) == value for column, value in told.items()):
            return person_of(row)  # the usual case writes nothing; the first of a day writes the day
        insert = self._session.insert(people).values(
            bot_id=self._session.bot_id, telegram_id=telegram_id, started=False, may_be_mentioned=False, **told
        )
        upsert = insert.on_conflict_do_update(index_elements=["bot_id", "telegram_id"], set_=told).returning(people)
        return person_of((await self._session.connection.execute(upsert)).one())

    async def known(self, telegram_id: int) -> Person | None:
        row = await self._session.first(_BY_TELEGRAM_ID, {"bot": self._session.bot_id, "key": telegram_id})
        return person_of(row) if row else None

    async def by_username(self, username: str) -> Person | None:
        mine = (people.c.bot_id == self._session.bot_id, func.lower(people.c.username) == username.lower())
        row = await self._session.first(select(people).where(*mine).order_by(people.c.seen_on.desc()).limit(1))
        return person_of(row) if row else None

    async def set_language(self, person_id: int, language: str | None) -> None:
        await self._set(person_id, language=language)

    async def set_started(self, person_id: int, started: bool) -> None:
        await self._set(person_id, started=started)

    async def set_may_be_mentioned(self, person_id: int, allowed: bool) -> None:
        await self._set(person_id, may_be_mentioned=allowed)

    async def set_home(self, person_id: int, chat_id: int) -> None:
        await self._set(person_id, home_chat_id=chat_id)

    async def _set(self, person_id: int, **values: Any) -> None:
        mine = people.c.bot_id == self._session.bot_id
        if not await self._session.run(update(people).where(mine, people.c.id == person_id).values(**values)):
            raise NotStored(f"person {person_id}")
