"""The unit of work of a batch of presses: the usual repositories, of which six know beforehand what will be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, bindparam, insert, update

from bot.domain.grants import Grant
from bot.domain.notices import Notice, WishChanged
from bot.domain.people import Chat, Person
from bot.domain.presses import CardButton, LastPress, Outcome
from bot.domain.scopes import GridOf
from bot.domain.wishes import Stance, Wish
from bot.store.batches import BatchTransaction, Moment
from bot.store.card_presses import SqlCardPresses, put_press
from bot.store.chats import SqlChats, put_resident
from bot.store.followers import SqlFollowers
from bot.store.foreseen import Foreseen
from bot.store.grants import SqlGrants
from bot.store.outbox import SqlOutbox, body_of
from bot.store.people import SqlPeople, person_of
from bot.store.session import Insert, Session, insert_for
from bot.store.similar import OpenWishes
from bot.store.tables import notices, people
from bot.store.unit import SqlUnitOfWork
from bot.store.wish_tables import followers
from bot.store.wishes import SqlWishes

_SEEN_AGAIN = (
    update(people)
    .where(people.c.id == bindparam("key"))
    .values({name: bindparam(f"new_{name}") for name in ("name", "username", "client_language", "seen_on")})
)
_AT_HOME = update(people).where(people.c.id == bindparam("key")).values(home_chat_id=bindparam("home"))
_STANDS = insert(followers)
_TOLD = insert(notices)


@cache
def _meet(dialect: str) -> Insert:
    return insert_for(dialect, people).on_conflict_do_nothing(index_elements=["bot_id", "telegram_id"])


class PressUnitOfWork(SqlUnitOfWork):
    """Of all presses of a batch together. `end` writes what is still held; without it nothing of that is written."""

    def __init__(self, connection: Connection, bot_id: int, now: datetime, open_wishes: OpenWishes) -> None:
        self.foreseen = foreseen = Foreseen(connection, bot_id)
        transaction = BatchTransaction(connection, before=foreseen.notice)
        session = Session(transaction, bot_id, Moment(now), writing=True)
        super().__init__(session, open_wishes)
        self.people = _People(session, foreseen, connection)
        self.chats = _Chats(session, foreseen)
        self.wishes = _Wishes(session, foreseen)
        self.followers = _Followers(session, foreseen)
        self.card_presses = _CardPresses(session, foreseen)
        self.outbox = _Outbox(session, foreseen)
        self.grants = _Grants(session, foreseen)

    def savepoint(self) -> AbstractAsyncContextManager[None]:  # type: ignore[override]  # not made by a generator
        return self.foreseen.writes

    def end(self) -> None:
        self.foreseen.writes.make_way()


class _People(SqlPeople):
    def __init__(self, session: Session, foreseen: Foreseen, connection: Connection) -> None:
        super().__init__(session)
        self._foreseen, self._connection = foreseen, connection

    async def seen(self, *, telegram_id: int, name: str, username: str | None, client_language: str | None) -> Person:
        today = self._session.clock.now().date()
        if (known := self._foreseen.people.get(telegram_id)) is None:
            return await self._met(telegram_id, name=name, username=username, client_language=client_language)
        person, seen_on = known
        told = (name, username, client_language)
        if (person.name, person.username, person.client_language) == told and seen_on == today:
            return person
        new = {"new_name": name, "new_username": username, "new_client_language": client_language, "new_seen_on": today}
        self._foreseen.writes.hold(_SEEN_AGAIN, {"key": person.id, **new})
        person = replace(person, name=name, username=username, client_language=client_language)
        self._foreseen.writes.remember(self._foreseen.people, telegram_id, (person, today))
        return person

    async def _met(self, telegram_id: int, **told: str | None) -> Person:
        """Somebody new; or, where all was forgotten or another process was quicker, somebody known after all."""
        today = self._session.clock.now().date()
        row = {"bot_id": self._session.bot_id, "telegram_id": telegram_id, "started": False, "may_be_mentioned": False}
        once = _meet(self._session.dialect).returning(people)
        added = self._connection.execute(once, {**row, **told, "seen_on": today}).first()
        if added is None:
            return await super().seen(telegram_id=telegram_id, **told)  # type: ignore[arg-type]
        person = person_of(added)
        self._foreseen.met(person, today)
        return person

    async def set_home(self, person_id: int, chat_id: int) -> None:
        person = next((each for each, _ in self._foreseen.people.values() if each.id == person_id), None)
        if person is None:
            return await super().set_home(person_id, chat_id)
        self._foreseen.writes.hold(_AT_HOME, {"key": person_id, "home": chat_id})
        _, seen_on = self._foreseen.people[person.telegram_id]
        at_home = (replace(person, home_chat_id=chat_id), seen_on)
        self._foreseen.writes.remember(self._foreseen.people, person.telegram_id, at_home)
        return None


class _Chats(SqlChats):
    def __init__(self, session: Session, foreseen: Foreseen) -> None:
        super().__init__(session)
        self._foreseen = foreseen

    async def seen(self, *, telegram_id: int, private: bool, title: str) -> Chat:
        chat = self._foreseen.chats.get(telegram_id)
        if chat is None or chat.title != title:
            return await super().seen(telegram_id=telegram_id, private=private, title=title)
        return chat

    async def add_resident(self, chat_id: int, person_id: int, *, now: datetime) -> None:
        homes = self._foreseen.homes.get(person_id, ())
        if any(home.id == chat_id for home in homes):
            return None
        chat = next((each for each in self._foreseen.chats.values() if each.id == chat_id), None)
        if person_id not in self._foreseen.homes or chat is None:
            return await super().add_resident(chat_id, person_id, now=now)
        row = {"chat_id": chat_id, "person_id": person_id, "met_at": now}
        self._foreseen.writes.hold(put_resident(self._session.dialect), row)
        self._foreseen.writes.remember(self._foreseen.homes, person_id, (*homes, chat))
        return None

    async def homes_of(self, person_id: int) -> Sequence[Chat]:
        homes = self._foreseen.homes.get(person_id)
        return await super().homes_of(person_id) if homes is None else homes

    async def administered_by(self, telegram_id: int) -> Sequence[Chat]:
        administered = self._foreseen.administered.get(telegram_id)
        return await super().administered_by(telegram_id) if administered is None else administered


class _Grants(SqlGrants):
    """Nobody gives or takes a role by a counted button."""

    def __init__(self, session: Session, foreseen: Foreseen) -> None:
        super().__init__(session)
        self._foreseen = foreseen

    async def accepted(self) -> Sequence[Grant]:
        return self._foreseen.grants

    async def grids_of_buildings(self) -> Mapping[str, GridOf]:
        return self._foreseen.grids


class _Wishes(SqlWishes):
    def __init__(self, session: Session, foreseen: Foreseen) -> None:
        super().__init__(session)
        self._foreseen = foreseen

    async def get(self, wish_id: int) -> Wish:
        return self._foreseen.wishes.get(wish_id) or await super().get(wish_id)

    async def lock(self, wish_id: int) -> Wish:
        return self._foreseen.wishes.get(wish_id) or await super().lock(wish_id)


class _Followers(SqlFollowers):
    def __init__(self, session: Session, foreseen: Foreseen) -> None:
        super().__init__(session)
        self._foreseen = foreseen

    async def stances(self, wish_id: int, person_id: int) -> frozenset[Stance]:
        held = self._foreseen.stances_of(wish_id, person_id)
        return await super().stances(wish_id, person_id) if held is None else held

    async def add(self, wish_id: int, person_id: int, stance: Stance, *, now: datetime) -> bool:
        held = self._foreseen.stances_of(wish_id, person_id)
        if held is None:
            return await super().add(wish_id, person_id, stance, now=now)
        if stance in held:
            return False
        row = {"wish_id": wish_id, "person_id": person_id, "stance": stance.value, "since": now}
        self._foreseen.writes.hold(_STANDS, row)
        self._foreseen.take(wish_id, person_id, held | {stance})
        return True


class _CardPresses(SqlCardPresses):
    def __init__(self, session: Session, foreseen: Foreseen) -> None:
        super().__init__(session)
        self._foreseen = foreseen

    async def last(self, wish_id: int, person_id: int, button: CardButton) -> LastPress | None:
        known, last = self._foreseen.last_press(wish_id, person_id, button)
        return last if known else await super().last(wish_id, person_id, button)

    async def put(self, wish_id: int, person_id: int, button: CardButton, outcome: Outcome, *, now: datetime) -> None:
        key = {"wish_id": wish_id, "person_id": person_id, "button": button.value}
        row = {**key, "outcome": outcome.value, "pressed_at": now}
        self._foreseen.writes.hold(put_press(self._session.dialect), row)
        self._foreseen.pressed(wish_id, person_id, button, LastPress(outcome, now))


class _Outbox(SqlOutbox):
    def __init__(self, session: Session, foreseen: Foreseen) -> None:
        super().__init__(session)
        self._foreseen = foreseen

    async def put(self, notice: Notice) -> None:
        """One transaction changes a card once, however many presses are in it."""
        if not isinstance(notice, WishChanged):
            return await super().put(notice)
        if notice.wish_id not in self._foreseen.announced:
            row = {"bot_id": self._session.bot_id, "body": body_of(notice), "put_at": self._session.clock.now()}
            self._foreseen.writes.hold(_TOLD, row)
            self._foreseen.writes.remember(self._foreseen.announced, notice.wish_id, True)
        return None
