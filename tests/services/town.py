"""Two estates in a real store, with people of every role: for tests of services, handlers and dispatch."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.errors import Refused
from bot.domain.house import House, Pace
from bot.domain.people import Body, Chat, Estate, Person, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.rights import Role
from bot.domain.wishes import AnswerKind, Category, Draft, Kind, Stance, Visibility, Wish
from bot.messages import Actor, Foothold, Photo
from bot.ports import UnitOfWork
from bot.services import answers, filing, following
from bot.store import Database, Store
from bot.store.tables import metadata
from bot.texts.catalog import Catalog

BOT_ID = 7
NOON = datetime(2026, 3, 11, 4, 0, tzinfo=UTC)  #: a Wednesday, 12:00 in Shanghai
_LI, _ZHOU, _WU, _HE = 502, 504, 505, 602
GARDEN = Estate(
    "garden", "花园小区", ZoneInfo("Asia/Shanghai"), "zh", 3,
    {
        _LI: Speaker(_LI, "李主任", Body.COMMITTEE),
        _ZHOU: Speaker(_ZHOU, "周经理", Body.PROPERTY),
        _WU: Speaker(_WU, "吴先生", Body.OWNERS),
    },
)  # fmt: skip
RIVERSIDE = Estate(
    "riverside", "Riverside", ZoneInfo("Europe/Berlin"), "en", 7, {_HE: Speaker(_HE, "Ms He", Body.COMMITTEE)}
)
ESTATES = {"garden": GARDEN, "riverside": RIVERSIDE}
HOUSE = House("wishwell_bot", False, "zh", ("en", "zh"), ESTATES, Pace())
PLACE = Place("3", "2", 3, "302")

_CHATS = ("building3", "building5", "staff", "riverside", "unbound")  #: in the order of their ids
_NOBODY: Mapping[str, Role] = {}
#: Telegram id, name, role by estate
PEOPLE: Mapping[str, tuple[int, str, Mapping[str, Role]]] = {
    "wang": (501, "王阿姨", {"garden": Role.RESIDENT}),
    "chen": (503, "陈师傅", {"garden": Role.RESIDENT}),
    "li": (_LI, "李", {"garden": Role.COMMITTEE}),
    "zhou": (_ZHOU, "周", {"garden": Role.PROPERTY}),
    "wu": (_WU, "吴", {"garden": Role.OWNERS}),
    "qian": (506, "钱组长", {"garden": Role.MODERATOR}),
    "emma": (601, "Emma", {"riverside": Role.RESIDENT}),
    "he": (_HE, "He", {"riverside": Role.COMMITTEE}),
    "both": (603, "两家", {"garden": Role.RESIDENT, "riverside": Role.RESIDENT}),
    "stranger": (999, "过路人", _NOBODY),
}
STAFF = ("li", "zhou", "wu", "qian")


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


class Town:
    """People, their chats and a store. What is done by its own methods is committed."""

    building3: Chat
    building5: Chat
    staff: Chat
    riverside: Chat
    unbound: Chat

    def __init__(self, store: Store, path: Path, clock: StoppedClock) -> None:
        self.store, self.clock, self.path = store, clock, path
        self.people: dict[str, Person] = {}
        self.texts = texts()

    @classmethod
    @asynccontextmanager
    async def opened(cls, path: Path) -> AsyncIterator[Town]:
        """On this SQLite file, in which somebody has settled before."""
        clock = StoppedClock()
        town = cls(Store(Database.open(f"sqlite+aiosqlite:///{path}"), BOT_ID, clock), path, clock)
        try:
            await town._look_around()
            yield town
        finally:
            await town.store.close()

    @classmethod
    async def settle(cls, path: Path) -> None:
        """Put chats and people into this migrated, empty SQLite file."""
        town = cls(Store(Database.open(f"sqlite+aiosqlite:///{path}"), BOT_ID, StoppedClock()), path, StoppedClock())
        await town._settle()
        await town.store.close()

    async def _look_around(self) -> None:
        async with self.store.units.reading() as uow:
            self.people = {
                name: await uow.people.get(number) for number, name in enumerate(PEOPLE, start=1)
            }
            for number, name in enumerate(_CHATS, start=1):
                setattr(self, name, await uow.chats.get(number))

    async def _settle(self) -> None:
        groups = {
            "building3": (-1003, "3号楼邻里群", "garden", Purpose.BUILDING, Place("3")),
            "building5": (-1005, "5号楼邻里群", "garden", Purpose.BUILDING, Place("5")),
            "staff": (-1009, "居委会工作群", "garden", Purpose.STAFF, Place()),
            "riverside": (-2001, "Riverside 1", "riverside", Purpose.BUILDING, Place("1")),
        }
        async with self.store.units.writing() as uow:
            bound = {}
            for name, (telegram_id, title, estate, purpose, place) in groups.items():
                chat = await uow.chats.seen(telegram_id=telegram_id, private=False, title=title)
                bound[name] = await uow.chats.bind(chat.id, estate_key=estate, purpose=purpose, place=place)
            await uow.chats.seen(telegram_id=-3001, private=False, title="买菜群")
            await uow.chats.set_administrators(bound["building3"].id, frozenset({PEOPLE["qian"][0]}), now=NOON)
            for telegram_id, called, roles in PEOPLE.values():
                person = await uow.people.seen(
                    telegram_id=telegram_id, name=called, username=None, client_language=None
                )
                for estate, home in (("garden", bound["building3"]), ("riverside", bound["riverside"])):
                    if roles.get(estate) is Role.RESIDENT:
                        await uow.chats.add_resident(home.id, person.id, now=NOON)
                        await uow.people.set_home(person.id, person.home_chat_id or home.id)
                        person = await uow.people.get(person.id)

    def actor(self, name: str, where: Chat | None = None) -> Actor:
        """This person in this chat; without one, in private."""
        person, (_, _, roles) = self.people[name], PEOPLE[name]
        chat = where or Chat(9000 + person.id, person.telegram_id, True)
        footholds = {key: Foothold(ESTATES[key], frozenset({role})) for key, role in roles.items()}
        here = ESTATES.get(chat.estate_key or "")
        if chat.private and footholds:
            here = next(iter(footholds.values())).estate
        if here is not None and here.key not in footholds:
            footholds[here.key] = Foothold(here, frozenset({Role.OUTSIDER}))
        roles_here = footholds[here.key].roles if here else frozenset({Role.OUTSIDER})
        return Actor(person, chat, "zh", here, roles_here, footholds)

    async def in_private(self, name: str) -> Actor:
        """As `actor`, in the private chat that the store knows."""
        async with self.store.units.writing() as uow:
            chat = await uow.chats.private_of(self.people[name])
        return self.actor(name, chat)

    async def files(
        self, words: str = "三楼的灯坏了", *, author: str = "wang", visibility: Visibility = Visibility.PUBLIC
    ) -> Wish:
        home = self.riverside if PEOPLE[author][2].get("riverside") else self.building3
        draft = Draft(Kind.WANT, words, PLACE, Category.REPAIR, visibility)
        async with self.store.units.writing() as uow:
            return await filing.file_wish(
                actor=self.actor(author, home), draft=draft, chat_id=home.id, uow=uow, now=self.clock.now()
            )

    async def follows(self, name: str, wish: Wish, stance: Stance = Stance.JOIN) -> None:
        async with self.store.units.writing() as uow:
            await following.follow_wish(
                actor=self.actor(name), wish_id=wish.id, stance=stance, uow=uow, now=self.clock.now()
            )

    async def takes(self, name: str, wish: Wish) -> Wish:
        async with self.store.units.writing() as uow:
            return await answers.take_wish(actor=self.actor(name, self.staff), wish_id=wish.id, uow=uow)

    async def photo(self, key: str = "photo-1") -> str:
        async with self.store.units.writing() as uow:
            return await uow.files.keep(Photo(f"file-of-{key}", key))

    async def answers(self, name: str, wish: Wish, kind: AnswerKind) -> int:
        """With all that this kind needs; returns the answer's id."""
        photos = (await self.photo(),) if kind is AnswerKind.DONE else ()
        due_on = GARDEN.local(self.clock.now()).date() + timedelta(days=9) if kind is AnswerKind.PROMISE else None
        async with self.store.units.writing() as uow:
            answer = await answers.answer_wish(
                actor=self.actor(name, self.staff), wish_id=wish.id, kind=kind, words="周五来修", due_on=due_on,
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
        for language in self.texts.languages:
            assert self.texts.text(refusal.text_key(), refused.value.variables, language)
