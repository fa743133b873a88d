"""Chats: what they are bound to, who is known from them, who administers them."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Executable, Row, and_, bindparam, delete, insert, or_, select, update

from bot.domain.people import EVERYTHING, Chat, ChatUse, Person, Purpose
from bot.domain.places import Place
from bot.store.chat_moves import move
from bot.store.people import person_of
from bot.store.places import columns_of, place_of
from bot.store.process_tables import chat_moves
from bot.store.session import NotStored, Session, insert_for
from bot.store.tables import administrators, chats, people, residents

_BY_ID = select(chats).where(chats.c.bot_id == bindparam("bot"), chats.c.id == bindparam("key"))
_BY_TELEGRAM_ID = select(chats).where(chats.c.bot_id == bindparam("bot"), chats.c.telegram_id == bindparam("key"))
_BY_OTHER_ID = (
    select(chats)
    .join(
        chat_moves,
        or_(
            and_(chat_moves.c.old_number == bindparam("key"), chat_moves.c.new_number == chats.c.telegram_id),
            and_(chat_moves.c.new_number == bindparam("key"), chat_moves.c.old_number == chats.c.telegram_id),
        ),
    )
    .where(chats.c.bot_id == bindparam("bot"), chat_moves.c.bot_id == bindparam("bot"))
)
_BY_LINK_CODE = select(chats).where(chats.c.bot_id == bindparam("bot"), chats.c.link_code == bindparam("key"))
_HOMES_OF = (
    select(chats)
    .join(residents, residents.c.chat_id == chats.c.id)
    .where(chats.c.bot_id == bindparam("bot"), residents.c.person_id == bindparam("person"))
    .where(chats.c.purpose == Purpose.BUILDING.value)
    .order_by(residents.c.met_at, chats.c.id)
)
_ADMINISTERED_BY = (
    select(chats)
    .join(administrators, administrators.c.chat_id == chats.c.id)
    .where(chats.c.bot_id == bindparam("bot"), chats.c.estate_key.is_not(None), chats.c.present)
    .where(administrators.c.telegram_id == bindparam("key"))
    .order_by(chats.c.id)
)
_LINK_CODE_BYTES = 8  #: 64 bits; as hexadecimal digits it stands in any deep-link payload beside a separator


def chat_of(row: Row[Any]) -> Chat:
    return Chat(
        id=row.id,
        telegram_id=row.telegram_id,
        private=row.private,
        title=row.title,
        estate_key=row.estate_key,
        purpose=Purpose(row.purpose) if row.purpose else None,
        place=place_of(row),
        grid_id=row.grid_id,
        says=EVERYTHING if row.says is None else frozenset(map(ChatUse, row.says.split())),
        language=row.language,
        present=row.present,
        hears_all=row.hears_all,
        link_code=row.link_code,
    )


def _says(says: frozenset[ChatUse]) -> str | None:
    return None if says == EVERYTHING else " ".join(sorted(says))


@cache
def put_resident(dialect: str) -> Executable:
    return insert_for(dialect, residents).on_conflict_do_nothing()


@cache
def _meet_resident(dialect: str) -> Executable:
    """As `put_resident`; whoever had left is there again. The usual case writes nothing."""
    return insert_for(dialect, residents).on_conflict_do_update(
        index_elements=["chat_id", "person_id"], set_={"left_at": None}, where=residents.c.left_at.is_not(None)
    )


class SqlChats:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, chat_id: int) -> Chat:
        """Raises NotStored."""
        return chat_of(await self._row(chat_id))

    async def seen(self, *, telegram_id: int, private: bool, title: str) -> Chat:
        row = await self._session.first(_BY_TELEGRAM_ID, {"bot": self._session.bot_id, "key": telegram_id})
        if row is not None and row.title == title:
            return chat_of(row)  # the usual case writes nothing
        if row is None and not private and (moved := await self._by_other_id(telegram_id)) is not None:
            return chat_of(moved)
        values = self._session.insert(chats).values(
            bot_id=self._session.bot_id,
            telegram_id=telegram_id,
            private=private,
            title=title,
            present=True,
            hears_all=False,
            link_code=None if private else secrets.token_hex(_LINK_CODE_BYTES),
        )
        upsert = values.on_conflict_do_update(index_elements=["bot_id", "telegram_id"], set_={"title": title})
        return chat_of((await self._session.connection.execute(upsert.returning(chats))).one())

    async def is_known(self, telegram_id: int) -> bool:
        key = {"bot": self._session.bot_id, "key": telegram_id}
        known = await self._session.first(_BY_TELEGRAM_ID, key)
        return known is not None or await self._by_other_id(telegram_id) is not None

    async def _by_other_id(self, telegram_id: int) -> Row[Any] | None:
        """The supergroup that the group of this id became; or the group that is about to become one of this id."""
        key = {"bot": self._session.bot_id, "key": telegram_id}
        return await self._session.first(_BY_OTHER_ID, key)

    async def by_link_code(self, code: str) -> Chat | None:
        row = await self._session.first(_BY_LINK_CODE, {"bot": self._session.bot_id, "key": code})
        return chat_of(row) if row else None

    async def of_estate(self, estate_key: str, purpose: Purpose) -> Sequence[Chat]:
        return [chat for chat in await self.bound(estate_key, purpose) if chat.present]

    async def bound(self, estate_key: str, purpose: Purpose) -> Sequence[Chat]:
        bound = (chats.c.estate_key == estate_key, chats.c.purpose == purpose.value)
        rows = await self._session.all(select(chats).where(self._mine, *bound).order_by(chats.c.id))
        return [chat_of(row) for row in rows]

    async def present(self) -> Sequence[Chat]:
        here = (chats.c.present, ~chats.c.private)
        rows = await self._session.all(select(chats).where(self._mine, *here).order_by(chats.c.id))
        return [chat_of(row) for row in rows]

    async def private_of(self, person: Person) -> Chat:
        row = await self._session.first(_BY_TELEGRAM_ID, {"bot": self._session.bot_id, "key": person.telegram_id})
        if row is not None:
            return chat_of(row)
        return await self.seen(telegram_id=person.telegram_id, private=True, title=person.name)

    async def bind(
        self,
        chat_id: int,
        *,
        estate_key: str,
        purpose: Purpose,
        place: Place,
        grid_id: int | None = None,
        says: frozenset[ChatUse] = EVERYTHING,
    ) -> Chat:
        """Raises NotStored; the constraints refuse a private chat, and a grid beside a building."""
        binding = {"estate_key": estate_key, "purpose": purpose.value, "grid_id": grid_id, "says": _says(says)}
        await self._set(chat_id, **binding, **columns_of(place))
        return await self.get(chat_id)

    async def set_says(self, chat_id: int, says: frozenset[ChatUse]) -> None:
        await self._set(chat_id, says=_says(says))

    async def set_language(self, chat_id: int, language: str | None) -> None:
        await self._set(chat_id, language=language)

    async def set_present(self, chat_id: int, *, present: bool, hears_all: bool) -> None:
        await self._set(chat_id, present=present, hears_all=hears_all)

    async def move(self, chat_id: int, *, telegram_id: int) -> None:
        """See `chat_moves.move`. Raises NotStored. Idempotent."""
        await self._row(chat_id)
        await move(self._session, chat_id, telegram_id=telegram_id)

    async def add_resident(self, chat_id: int, person_id: int, *, now: datetime) -> None:
        values = {"chat_id": chat_id, "person_id": person_id, "met_at": now}
        await self._session.run(_meet_resident(self._session.dialect), values)

    async def set_left(self, chat_id: int, person_id: int, *, at: datetime | None) -> None:
        theirs = (residents.c.chat_id == chat_id, residents.c.person_id == person_id)
        await self._session.run(update(residents).where(*theirs).values(left_at=at))

    async def has_left(self, person_id: int, estate_key: str) -> bool:
        homes = select(residents.c.left_at).join(chats, chats.c.id == residents.c.chat_id)
        homes = homes.where(residents.c.person_id == person_id, chats.c.bot_id == self._session.bot_id)
        homes = homes.where(chats.c.estate_key == estate_key, chats.c.purpose == Purpose.BUILDING.value)
        left = [row.left_at is not None for row in await self._session.all(homes)]
        return bool(left) and all(left)

    async def homes_of(self, person_id: int) -> Sequence[Chat]:
        """Also those the bot is not in at the moment: who lives there still lives there."""
        rows = await self._session.all(_HOMES_OF, {"bot": self._session.bot_id, "person": person_id})
        return [chat_of(row) for row in rows]

    async def set_administrators(self, chat_id: int, telegram_ids: frozenset[int], *, now: datetime) -> None:
        # The chat's row first: two readers of the same list must not interleave.
        await self._set(chat_id, administrators_read_at=now)
        await self._session.run(delete(administrators).where(administrators.c.chat_id == chat_id))
        if telegram_ids:
            rows = [{"chat_id": chat_id, "telegram_id": telegram_id} for telegram_id in sorted(telegram_ids)]
            await self._session.connection.execute(insert(administrators), rows)

    async def administrators_read_at(self, chat_id: int) -> datetime | None:
        read_at: datetime | None = (await self._row(chat_id)).administrators_read_at
        return read_at

    async def administers(self, chat_id: int, telegram_id: int) -> bool:
        listed = select(administrators.c.chat_id).where(
            administrators.c.chat_id == chat_id, administrators.c.telegram_id == telegram_id
        )
        return await self._session.value(listed) is not None

    async def administered_by(self, telegram_id: int) -> Sequence[Chat]:
        rows = await self._session.all(_ADMINISTERED_BY, {"bot": self._session.bot_id, "key": telegram_id})
        return [chat_of(row) for row in rows]

    async def administrators_of(self, chat_id: int) -> Sequence[Person]:
        rows = await self._session.all(
            select(people)
            .join(administrators, administrators.c.telegram_id == people.c.telegram_id)
            .where(people.c.bot_id == self._session.bot_id, administrators.c.chat_id == chat_id)
            .order_by(people.c.id)
        )
        return [person_of(row) for row in rows]

    @property
    def _mine(self) -> Any:
        return chats.c.bot_id == self._session.bot_id

    async def _row(self, chat_id: int) -> Row[Any]:
        row = await self._session.first(_BY_ID, {"bot": self._session.bot_id, "key": chat_id})
        if row is None:
            raise NotStored(f"chat {chat_id}")
        return row

    async def _set(self, chat_id: int, **values: Any) -> None:
        if not await self._session.run(update(chats).where(self._mine, chats.c.id == chat_id).values(**values)):
            raise NotStored(f"chat {chat_id}")
