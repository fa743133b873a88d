"""The dispatcher over a real store; its front desk does as it is told, and its Telegram knows administrators."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from bot.dispatch import Dispatcher
from bot.domain.errors import Refused
from bot.domain.people import Chat, Person
from bot.intake import Intake
from bot.messages import Command, Incoming, Line, PollStood, Reply, Said, Say, Toast
from bot.ports import InboxRow, Me, UnitOfWork
from tests.intake.fakes import Touched
from tests.services.cast import HOUSE
from tests.services.town import BOT_ID, Town
from tests.store.post import Post

Act = Callable[[Incoming, UnitOfWork], Awaitable[tuple[Say, ...]]]


class ScriptedFront:
    """`dispatch.Front`: answers whatever comes with `act`, and remembers it."""

    def __init__(self) -> None:
        self.came: list[Incoming] = []
        self.asking = {"help", "take"}
        self.act: Act = self._says_nothing
        self.whatever_happens: tuple[Say, ...] = ()
        self.moved: list[tuple[int, tuple[int, ...], bool]] = []
        self.upgraded: list[int] = []
        self.polled: list[tuple[Any, ...]] = []

    async def _says_nothing(self, incoming: Incoming, uow: UnitOfWork) -> tuple[Say, ...]:
        return ()

    def asks_administrators(self, name: str) -> bool:
        return name in self.asking

    async def first_of_all(self, incoming: Incoming, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        return self.whatever_happens

    def knows(self, command: str) -> bool:
        return command in {"want", "help"}

    async def answer(self, incoming: Incoming, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        self.came.append(incoming)
        return await self.act(incoming, uow)

    async def ask_who(self, came: Command | Said, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        return (Reply((Line("who-was-it"),)),)

    async def people_moved(
        self, chat: Chat, telegram_ids: tuple[int, ...], *, left: bool, uow: UnitOfWork, now: datetime
    ) -> None:
        self.moved.append((chat.telegram_id, telegram_ids, left))

    async def group_moved(self, chat: Chat, *, uow: UnitOfWork, now: datetime) -> None:
        self.upgraded.append(chat.telegram_id)

    async def poll_answered(
        self, poll_id: str, person: Person, options: tuple[int, ...], *, uow: UnitOfWork, now: datetime
    ) -> None:
        self.polled.append((poll_id, person.telegram_id, options))

    async def poll_stood(
        self, poll_id: str, stood: PollStood, *, is_closed: bool, says: str, uow: UnitOfWork, now: datetime
    ) -> None:
        self.polled.append((poll_id, stood, is_closed, says))

    async def cannot_read(self, said: Said, why: Refused, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        raise why


class Administrators:
    """`Transport.administrators` alone, by Telegram's chat id."""

    def __init__(self) -> None:
        self.lists: dict[int, frozenset[int]] = {}
        self.asked: list[int] = []
        self.fails: Exception | None = None

    async def administrators(self, telegram_chat_id: int) -> frozenset[int]:
        self.asked.append(telegram_chat_id)
        if self.fails is not None:
            raise self.fails
        return self.lists.get(telegram_chat_id, frozenset())


class Office:
    def __init__(self, town: Town) -> None:
        self.town, self.front, self.telegram = town, ScriptedFront(), Administrators()
        self.post = Post(town.store, town.clock)
        self.answered: list[tuple[str, Toast | None, str]] = []
        self.commits: list[int] = []  #: rows still in the inbox whenever delivery was told of a commit
        self.dispatcher = Dispatcher(
            units=town.store.units,
            inbox=town.store.inbox,
            front=self.front,
            house=HOUSE,
            bot_id=BOT_ID,
            transport=self.telegram,
            clock=town.clock,
            answer_query=lambda *answer: self.answered.append(answer),
            committed=lambda: self.commits.append(len(town.rows()["inbox"])),
        )

    async def keeps(self, *updates: dict[str, Any]) -> None:
        intake = Intake(
            transport=self.telegram,
            inbox=self.town.store.inbox,
            clock=self.town.clock,
            me=Me(BOT_ID, HOUSE.bot_username, "邻愿", sees_all=False),
            poll_timeout_s=1,
            kept=lambda: None,
            touch=Touched(),
        )
        await intake.keep(updates)

    async def next(self) -> InboxRow:
        """The oldest row, claimed as its lane would."""
        lane = (await self.town.store.inbox.lanes())[0]
        row = await self.town.store.inbox.next(*lane, now=self.town.clock.now())
        assert row is not None
        return row

    async def handles(self, update: dict[str, Any]) -> Incoming | None:
        """Keep it, handle it; what came to the front desk, if anything did."""
        before = len(self.front.came)
        await self.keeps(update)
        await self.dispatcher.handle(await self.next())
        return self.front.came[-1] if len(self.front.came) > before else None

    async def said(self) -> list[tuple[int, Reply, str]]:
        """(Telegram chat id, reply, language) of all that waits to be sent; then it is."""
        told = []
        while parcels := await self.post.claim():
            for parcel in parcels:
                assert parcel.reply is not None
                told.append((parcel.chat.telegram_id, parcel.reply, parcel.language))
                await self.post.sent(parcel, message_id=500 + len(told))
        return told

    def count(self, table: str) -> int:
        return len(self.town.rows()[table])


def keys_of(told: list[tuple[int, Reply, str]]) -> list[str]:
    return [line.key for _, reply, _ in told for line in reply.lines]
