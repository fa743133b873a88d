"""A clock that stands still until moved, and a small building to put into a store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.domain.people import Chat, Person, Purpose
from bot.domain.places import Place
from bot.domain.wishes import Category, Draft, Kind, Visibility, Wish
from bot.store import Store

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  #: in Shanghai


class StoppedClock:
    def __init__(self) -> None:
        self.moment = NOON

    def now(self) -> datetime:
        return self.moment

    def advance(self, **by: float) -> datetime:
        self.moment += timedelta(**by)
        return self.moment

    async def sleep_until(self, moment: datetime) -> None:
        self.moment = max(self.moment, moment)


class Building:
    """Shortcuts that commit, so that a test is about the one thing it asks."""

    def __init__(self, store: Store, clock: StoppedClock) -> None:
        self.store, self.clock = store, clock
        self.chat: Chat
        self.wang: Person
        self.li: Person

    async def open(self) -> None:
        self.chat = await self.group(-1001, "3号楼")
        self.wang = await self.person(11, "王")
        self.li = await self.person(12, "李")

    async def group(self, telegram_id: int, title: str, *, purpose: Purpose | None = Purpose.BUILDING) -> Chat:
        async with self.store.units.writing() as uow:
            chat = await uow.chats.seen(telegram_id=telegram_id, private=False, title=title)
            if purpose is None:
                return chat
            return await uow.chats.bind(chat.id, estate_key="east", purpose=purpose, place=Place(building="3"))

    async def person(self, telegram_id: int, name: str) -> Person:
        async with self.store.units.writing() as uow:
            return await uow.people.seen(telegram_id=telegram_id, name=name, username=None, client_language="zh")

    async def private(self, person: Person) -> Chat:
        async with self.store.units.writing() as uow:
            return await uow.chats.private_of(person)

    async def wish(
        self,
        words: str = "楼道灯坏了",
        *,
        author: Person | None = None,
        kind: Kind = Kind.WANT,
        visibility: Visibility = Visibility.PUBLIC,
        chat: Chat | None = None,
        estate_key: str = "east",
        photo: str | None = None,
    ) -> Wish:
        place = Place(building="3", unit="2", floor=-1, door="002")
        draft = Draft(kind, words, place, Category.REPAIR, visibility, photo)
        async with self.store.units.writing() as uow:
            return await uow.wishes.add(
                draft,
                estate_key=estate_key,
                author=author or self.wang,
                chat_id=(chat or self.chat).id,
                filed_at=self.clock.now(),
                next_date=date(2026, 3, 9),
            )
