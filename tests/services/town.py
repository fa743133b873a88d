"""The cast in a real store: for tests of services, handlers and dispatch."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.domain.errors import Refused
from bot.domain.people import Chat
from bot.domain.rights import Role
from bot.domain.wishes import DATED, AnswerKind, Category, Draft, Kind, Stance, Visibility, Wish
from bot.messages import Actor, Photo
from bot.ports import UnitOfWork
from bot.services import answers, filing, following
from bot.store import Database, Store
from bot.store.tables import metadata
from bot.texts.catalog import Catalog
from tests.services.cast import GARDEN, GROUPS, NOON, PEOPLE, PLACE, ROLES, Cast

BOT_ID = 7


@cache
def texts() -> Catalog:
    return Catalog.load(strict=True)


class StoppedClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = NOON

    def now(self) -> datetime:
        return self.moment

    async def sleep_until(self, moment: datetime) -> None:
        self.moment = max(self.moment, moment)


class Town(Cast):
    """The cast in a store. What is done by its own methods is committed."""

    def __init__(self, store: Store, path: Path, clock: StoppedClock) -> None:
        super().__init__()
        self.store, self.clock, self.path = store, clock, path

    @classmethod
    @asynccontextmanager
    async def opened(cls, path: Path) -> AsyncIterator[Town]:
        """On this SQLite file, in which the cast has settled before."""
        clock = StoppedClock()
        town = cls(Store(Database.open(f"sqlite+aiosqlite:///{path}"), BOT_ID, clock), path, clock)
        try:
            async with town.store.units.reading() as uow:
                town.groups = {name: await uow.chats.get(chat.id) for name, chat in GROUPS.items()}
            yield town
        finally:
            await town.store.close()

    @classmethod
    async def settle(cls, path: Path) -> None:
        """Put the cast into this migrated, empty SQLite file."""
        store = Store(Database.open(f"sqlite+aiosqlite:///{path}"), BOT_ID, StoppedClock())
        async with store.units.writing() as uow:
            await settle(uow)
        await store.close()

    async def in_private(self, name: str) -> Actor:
        """As `actor`, in the private chat that the store knows."""
        async with self.store.units.writing() as uow:
            chat = await uow.chats.private_of(self.people[name])
        return self.actor(name, chat)

    async def files(
        self, words: str = "三楼的灯坏了", *, author: str = "wang", visibility: Visibility = Visibility.PUBLIC
    ) -> Wish:
        home = self.chat("building3" if "garden" in ROLES[author] else "riverside")
        draft = Draft(Kind.WANT, words, PLACE, Category.REPAIR, visibility)
        async with self.store.units.writing() as uow:
            return await filing.file_wish(
                actor=self.actor(author, home),
                draft=draft,
                chat_id=home.id,
                uow=uow,
                now=self.clock.now(),
                another=True,
            )

    async def follows(self, name: str, wish: Wish, stance: Stance = Stance.JOIN) -> None:
        async with self.store.units.writing() as uow:
            await following.follow_wish(
                actor=self.actor(name), wish_id=wish.id, stance=stance, uow=uow, now=self.clock.now()
            )

    async def takes(self, name: str, wish: Wish) -> Wish:
        async with self.store.units.writing() as uow:
            return await answers.take_wish(
                actor=self.actor(name, "staff"), wish_id=wish.id, uow=uow, now=self.clock.now()
            )

    async def photo(self, key: str = "photo-1") -> str:
        async with self.store.units.writing() as uow:
            return await uow.files.keep(Photo(f"file-of-{key}", key))

    async def answers(self, name: str, wish: Wish, kind: AnswerKind) -> int:
        """With all that this kind needs; returns the answer's id."""
        photos = (await self.photo(),) if kind is AnswerKind.DONE else ()
        due_on = GARDEN.local(self.clock.now()).date() + timedelta(days=9) if kind in DATED else None
        async with self.store.units.writing() as uow:
            answer = await answers.answer_wish(
                actor=self.actor(name, "staff"), wish_id=wish.id, kind=kind, words="周五来修", due_on=due_on,
                photos=photos, uow=uow, now=self.clock.now(),
            )  # fmt: skip
        return answer.id

    async def wish(self, wish: Wish) -> Wish:
        """As it stands now."""
        async with self.store.units.reading() as uow:
            return await uow.wishes.get(wish.id)

    async def leaves(self, chat: Chat) -> Chat:
        """The bot is thrown out of this chat."""
        async with self.store.units.writing() as uow:
            await uow.chats.set_present(chat.id, present=False, hears_all=False)
        return replace(chat, present=False)

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that is stored, by table."""
        with closing(sqlite3.connect(self.path)) as connection:
            return {
                table.name: connection.execute(f'SELECT * FROM "{table.name}"').fetchall()
                for table in metadata.sorted_tables
            }

    def notices(self) -> list[str]:
        """The notices put so far, as they are stored."""
        with closing(sqlite3.connect(self.path)) as connection:
            return [body for (body,) in connection.execute("SELECT body FROM notices ORDER BY id")]

    @asynccontextmanager
    async def refusing(self, refusal: type[Refused]) -> AsyncIterator[UnitOfWork]:
        """What is done inside is refused with exactly this, and writes nothing, although its unit is committed.

        The refusal can be said in both languages with what it carries.
        """
        before = self.rows()
        async with self.store.units.writing() as uow:
            with pytest.raises(Refused) as refused:
                yield uow
        assert type(refused.value) is refusal
        assert self.rows() == before
        for language in texts().languages:
            assert texts().text(refusal.text_key(), refused.value.variables, language)


async def settle(uow: UnitOfWork) -> None:
    """Put the cast into an empty store."""
    for group in GROUPS.values():
        chat = await uow.chats.seen(telegram_id=group.telegram_id, private=False, title=group.title)
        if group.estate_key is not None and group.purpose is not None:
            chat = await uow.chats.bind(chat.id, estate_key=group.estate_key, purpose=group.purpose, place=group.place)
        assert replace(chat, link_code=None) == group
    await uow.chats.set_administrators(1, frozenset({PEOPLE["qian"].telegram_id}), now=NOON)
    for name, each in PEOPLE.items():
        person = await uow.people.seen(
            telegram_id=each.telegram_id, name=each.name, username=None, client_language=None
        )
        if each.home_chat_id is not None:
            await uow.people.set_home(person.id, each.home_chat_id)
        for estate, home_id in (("garden", 1), ("riverside", 4)):
            if ROLES[name].get(estate) is Role.RESIDENT:
                await uow.chats.add_resident(home_id, person.id, now=NOON)
        assert await uow.people.get(person.id) == each
