"""The world around delivery, in memory: a queue, a store of facts, Telegram, a clock that is set by hand."""

from __future__ import annotations

import asyncio
import contextlib
import html
import itertools
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.delivery import Delivery, Limits
from bot.domain.notices import Notice
from bot.domain.people import Body, Chat, Estate, Person, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.wishes import Answer, AnswerKind, Category, Kind, Stance, State, Visibility, Wish
from bot.messages import Reply
from bot.nursery import Nursery
from bot.ports import (
    Me,
    MessageLost,
    NoticeRow,
    Parcel,
    Rejected,
    Rendered,
    RenderedButton,
    SendState,
    StoredFile,
)

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ESTATE = Estate(key="linyuan", name="邻苑", time_zone=ZoneInfo("Asia/Shanghai"), language="zh", answer_within_days=3)


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime = START) -> None:
        self._now = now
        self._sleepers: list[tuple[datetime, asyncio.Event]] = []

    def now(self) -> datetime:
        return self._now

    async def sleep_until(self, moment: datetime) -> None:
        while self._now < moment:
            woken = asyncio.Event()
            self._sleepers.append((moment, woken))
            await woken.wait()

    def advance(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        for moment, woken in self._sleepers:
            if moment <= self._now:
                woken.set()
        self._sleepers = [(moment, woken) for moment, woken in self._sleepers if not woken.is_set()]


@dataclass
class Row:
    """One row of the outbox."""

    id: int
    chat: Chat
    reply: Reply | None
    language: str
    slot: str | None
    state: SendState = SendState.WAITING
    not_before: datetime = START
    leased_until: datetime | None = None
    attempts: int = 0
    reason: str | None = None
    notice_id: int | None = None
    person_id: int | None = None
    message_id: int | None = None


@dataclass
class Slot:
    message_id: int | None = None
    text_hash: str | None = None
    wanted: int = 0


class FakeQueue:
    """`ports.OutboxQueue`, with `say`, `touch` and `put` of `ports.Outbox` beside it."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._ids = itertools.count(1)
        self.rows: list[Row] = []
        self.slots: dict[tuple[int, str], Slot] = {}
        self.untold: list[NoticeRow] = []
        self.skips: list[tuple[int, int, str]] = []
        self.broken = False
        self.claims = 0

    # -- what services do

    def say(self, chat: Chat, reply: Reply, *, language: str = "zh") -> Row:
        row = Row(next(self._ids), chat, reply, language, reply.slot, not_before=self._clock.now())
        if reply.slot:
            self.slots.setdefault((chat.id, reply.slot), Slot()).wanted += 1
        self.rows.append(row)
        return row

    def touch(self, chat: Chat, slot: str) -> Row:
        self.slots.setdefault((chat.id, slot), Slot()).wanted += 1
        for row in self.rows:
            if row.chat.id == chat.id and row.slot == slot and row.state is SendState.WAITING:
                return row
        row = Row(next(self._ids), chat, None, "", slot, not_before=self._clock.now())
        self.rows.append(row)
        return row

    def put(self, notice: Notice) -> int:
        row = NoticeRow(next(self._ids), notice, self._clock.now())
        self.untold.append(row)
        return row.id

    # -- what delivery does

    async def notices(self, *, limit: int) -> Sequence[NoticeRow]:
        return self.untold[:limit]

    async def settle_notice(self, uow: Any, notice_id: int) -> None:
        uow.afterwards.append(lambda: setattr(self, "untold", [row for row in self.untold if row.id != notice_id]))

    async def address(
        self,
        uow: Any,
        *,
        notice_id: int,
        person_id: int,
        chat_id: int,
        reply: Reply,
        language: str,
        not_before: datetime | None,
    ) -> None:
        def add() -> None:
            if any(row.notice_id == notice_id and row.person_id == person_id for row in self.rows):
                return
            row = self.say(uow.store.chats[chat_id], reply, language=language)
            row.notice_id, row.person_id = notice_id, person_id

        uow.afterwards.append(add)

    async def skip(self, uow: Any, *, notice_id: int, person_id: int, reason: str) -> None:
        uow.afterwards.append(lambda: self.skips.append((notice_id, person_id, reason)))

    async def claim(self, *, owner: str, now: datetime, lease_s: float, limit: int) -> Sequence[Parcel]:
        if self.broken:
            raise ConnectionError("the database is away")
        self.claims += 1
        claimed: list[Parcel] = []
        seen: set[int] = set()
        for row in self.rows:
            open_states = (SendState.WAITING, SendState.SENDING, SendState.UNSURE)
            if row.state not in open_states or row.chat.id in seen or len(claimed) >= limit:
                continue
            seen.add(row.chat.id)  # later rows of the chat wait behind this one
            leased = row.state is SendState.SENDING and row.leased_until is not None and row.leased_until > now
            if leased or row.not_before > now:
                continue
            row.state, row.leased_until = SendState.SENDING, now + timedelta(seconds=lease_s)
            row.attempts += 1
            claimed.append(self._parcel(row))
        return claimed

    def _parcel(self, row: Row) -> Parcel:
        slot = self.slots.get((row.chat.id, row.slot)) if row.slot else None
        return Parcel(
            id=row.id,
            chat=row.chat,
            reply=row.reply,
            language=row.language,
            slot=row.slot,
            slot_message_id=slot.message_id if slot else None,
            revision=slot.wanted if slot else 0,
            attempts=row.attempts,
            notice_id=row.notice_id,
            person_id=row.person_id,
            last_text_hash=slot.text_hash if slot else None,
        )

    def row(self, parcel_id: int) -> Row:
        return next(row for row in self.rows if row.id == parcel_id)

    async def sent(self, parcel: Parcel, *, message_id: int, text_hash: str, now: datetime) -> None:
        row = self.row(parcel.id)
        row.state, row.message_id = SendState.SENT, message_id
        if row.slot:
            slot = self.slots[row.chat.id, row.slot]
            slot.message_id, slot.text_hash = message_id, text_hash

    def _holds(self, parcel: Parcel) -> bool:
        """A claim counts until the row is claimed again."""
        row = self.row(parcel.id)
        return row.state is SendState.SENDING and row.attempts == parcel.attempts

    async def again(self, parcel: Parcel, *, not_before: datetime, reason: str) -> None:
        if self._holds(parcel):
            row = self.row(parcel.id)
            row.state, row.not_before, row.reason = SendState.WAITING, not_before, reason

    async def unsure(self, parcel: Parcel, *, not_before: datetime) -> None:
        if self._holds(parcel):
            row = self.row(parcel.id)
            row.state, row.not_before = SendState.UNSURE, not_before

    async def failed(self, parcel: Parcel, *, reason: str, now: datetime) -> None:
        self._finish(parcel, SendState.FAILED, reason)

    async def skipped(self, parcel: Parcel, *, reason: str, now: datetime) -> None:
        self._finish(parcel, SendState.SKIPPED, reason)

    def _finish(self, parcel: Parcel, state: SendState, reason: str) -> None:
        if self._holds(parcel):
            row = self.row(parcel.id)
            row.state, row.reason = state, reason

    async def gone(self, parcel: Parcel, *, reason: str, now: datetime) -> None:
        for row in self.rows:
            if row.chat.id == parcel.chat.id and row.state in (SendState.WAITING, SendState.SENDING):
                row.state, row.reason = SendState.SKIPPED, reason

    async def moved(self, parcel: Parcel, *, telegram_id: int) -> None:
        for row in self.rows:
            if row.chat.id == parcel.chat.id:
                row.chat = replace(row.chat, telegram_id=telegram_id)
        self.row(parcel.id).state = SendState.WAITING

    async def lost_message(self, parcel: Parcel) -> None:
        row = self.row(parcel.id)
        row.state = SendState.WAITING
        assert row.slot is not None
        self.slots[row.chat.id, row.slot] = Slot(wanted=parcel.revision)

    async def waiting(self) -> int:
        return len(self.untold) + sum(row.state in (SendState.WAITING, SendState.UNSURE) for row in self.rows)

    async def next_due(self) -> datetime | None:
        heads: dict[int, datetime] = {}
        for row in self.rows:
            if row.state in (SendState.WAITING, SendState.UNSURE):
                heads.setdefault(row.chat.id, row.not_before)
            elif row.state is SendState.SENDING and row.leased_until is not None:
                heads.setdefault(row.chat.id, row.leased_until)
        return min(heads.values(), default=None)

    async def problems(self) -> Sequence[tuple[int, str, str]]:
        return [(row.id, row.state.value, row.reason or "") for row in self.rows if row.state is SendState.FAILED]

    async def retry(self, parcel_id: int) -> bool:
        row = self.row(parcel_id)
        row.state = SendState.WAITING
        return True

    async def forget_old(self, *, before: datetime) -> None:
        self.rows = [row for row in self.rows if row.state is not SendState.SENT]


@dataclass
class Store:
    """The facts that notices and cards are made of."""

    queue: FakeQueue
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    wishes: dict[int, Wish] = field(default_factory=dict)
    answers: dict[int, Answer] = field(default_factory=dict)
    followers: dict[int, list[tuple[Person, frozenset[Stance]]]] = field(default_factory=dict)
    fails: int = 0  #: so many units of work break when they are to be committed

    @contextlib.asynccontextmanager
    async def writing(self) -> AsyncIterator[FakeUnit]:
        unit = FakeUnit(self)
        yield unit
        if self.fails:
            self.fails -= 1
            raise ConnectionError("the database is away")
        for act in unit.afterwards:
            act()

    @contextlib.asynccontextmanager
    async def reading(self) -> AsyncIterator[FakeUnit]:
        yield FakeUnit(self)

    def building(self, telegram_id: int = -1001, **more: Any) -> Chat:
        return self._chat(telegram_id, Purpose.BUILDING, **more)

    def staff(self, telegram_id: int = -1009, **more: Any) -> Chat:
        return self._chat(telegram_id, Purpose.STAFF, **more)

    def _chat(self, telegram_id: int, purpose: Purpose, *, present: bool = True, language: str | None = None) -> Chat:
        chat = Chat(
            id=len(self.chats) + 1,
            telegram_id=telegram_id,
            private=False,
            estate_key=ESTATE.key,
            purpose=purpose,
            present=present,
            language=language,
        )
        self.chats[chat.id] = chat
        return chat

    def person(self, name: str, *, started: bool = True, blocked: bool = False, language: str | None = None) -> Person:
        telegram_id = 500 + len(self.people)
        person = Person(id=len(self.people) + 1, telegram_id=telegram_id, name=name, started=started, language=language)
        self.people[person.id] = person
        private = Chat(id=len(self.chats) + 1, telegram_id=telegram_id, private=True, present=not blocked)
        self.chats[private.id] = private
        return person

    def private(self, person: Person) -> Chat:
        return next(chat for chat in self.chats.values() if chat.telegram_id == person.telegram_id)

    def wish(self, author: Person, chat: Chat, *, visibility: Visibility = Visibility.PUBLIC) -> Wish:
        wish = Wish(
            id=len(self.wishes) + 1,
            estate_key=ESTATE.key,
            number=len(self.wishes) + 12,
            kind=Kind.WANT,
            words="三楼的灯坏了",
            place=Place(building="3", floor=3),
            category=Category.REPAIR,
            visibility=visibility,
            state=State.OPEN,
            author_id=author.id,
            author_name=author.name,
            chat_id=chat.id,
            filed_at=START,
            next_date=None,
        )
        self.wishes[wish.id] = wish
        self.followers[wish.id] = []
        return wish

    def follow(self, wish: Wish, person: Person, *stances: Stance) -> None:
        self.followers[wish.id].append((person, frozenset(stances)))

    def answer(self, wish: Wish, speaker: Person, kind: AnswerKind, **more: Any) -> Answer:
        answer = Answer(
            id=len(self.answers) + 1,
            wish_id=wish.id,
            kind=kind,
            words=more.get("words", "下周换"),
            due_on=more.get("due_on"),
            photos=more.get("photos", ()),
            speaker=Speaker(speaker.telegram_id, speaker.name, Body.COMMITTEE),
            speaker_id=speaker.id,
            answered_at=START,
        )
        self.answers[answer.id] = answer
        return answer


class _Got:
    """A repository of which delivery only ever gets one by its id."""

    def __init__(self, kept: Mapping[int, Any]) -> None:
        self._kept = kept

    async def get(self, key: int) -> Any:
        return self._kept[key]


class _Chats(_Got):
    def __init__(self, store: Store) -> None:
        super().__init__(store.chats)
        self._store = store

    async def of_estate(self, estate_key: str, purpose: Purpose) -> Sequence[Chat]:
        chats = self._store.chats.values()
        return [chat for chat in chats if (chat.estate_key, chat.purpose, chat.present) == (estate_key, purpose, True)]

    async def private_of(self, person: Person) -> Chat:
        return self._store.private(person)


class _Followers:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def of(self, wish_id: int) -> Sequence[tuple[Person, frozenset[Stance]]]:
        return self._store.followers[wish_id]


class _Touches:
    def __init__(self, unit: FakeUnit) -> None:
        self._unit = unit

    async def touch(self, chat_id: int, slot: str) -> None:
        store = self._unit.store
        self._unit.afterwards.append(lambda: store.queue.touch(store.chats[chat_id], slot))


class FakeUnit:
    """What is done in it happens when it is committed."""

    bot_id = 1

    def __init__(self, store: Store) -> None:
        self.store = store
        self.afterwards: list[Any] = []
        self.people, self.wishes, self.answers = _Got(store.people), _Got(store.wishes), _Got(store.answers)
        self.chats, self.followers, self.outbox = _Chats(store), _Followers(store), _Touches(self)


class FakeShelf:
    """`ports.FileShelf`."""

    def __init__(self) -> None:
        self.files: dict[str, StoredFile] = {}
        self.next_tries: dict[str, datetime] = {}

    def put(self, key: str, *, file_id: str | None = None, sha256: str | None = None) -> None:
        self.files[key] = StoredFile(key, file_id, sha256, None)

    async def get(self, key: str) -> StoredFile | None:
        return self.files.get(key)

    async def wanted(self, *, now: datetime, limit: int) -> Sequence[StoredFile]:
        missing = [file for file in self.files.values() if file.sha256 is None]
        return [file for file in missing if self.next_tries.get(file.key, now) <= now][:limit]

    async def fetched(self, key: str, *, sha256: str, size_bytes: int) -> None:
        self.files[key] = replace(self.files[key], sha256=sha256, size_bytes=size_bytes)

    async def fetch_failed(self, key: str, *, next_try: datetime) -> None:
        self.next_tries[key] = next_try

    async def set_file_id(self, key: str, file_id: str) -> None:
        self.files[key] = replace(self.files[key], file_id=file_id)


@dataclass
class Shown:
    """A message as the chat shows it."""

    chat: int
    id: int
    message: Rendered
    reply: Reply
    photo: str | bytes | None
    at: datetime
    edits: int = 0


class FakeTransport:
    """Telegram, as far as it answers. `fails` are raised by the next calls; `drops` after the act."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._ids = itertools.count(100)
        self.shown: list[Shown] = []
        self.pinned: list[int] = []
        self.calls: list[tuple[str, int, datetime]] = []
        self.fails: list[Exception | None] = []  #: None lets one call pass
        self.drops: list[Exception] = []
        self.pin_fails: Exception | None = None
        self.wrong_file_ids: set[str] = set()
        self.wrong_bytes = False
        self.gate: asyncio.Event | None = None  #: calls wait for it
        self.at_once = self.most_at_once = 0
        self.contents: dict[str, bytes | Exception] = {}

    async def _act(self, name: str, chat: int) -> None:
        self.calls.append((name, chat, self._clock.now()))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(0)  # a call always takes a while
            if self.gate is not None:
                await self.gate.wait()
            if self.fails and (error := self.fails.pop(0)) is not None:
                raise error
        finally:
            self.at_once -= 1

    async def me(self) -> Me:
        return Me(1, "wishwell_bot", "邻愿", sees_all=False)

    async def updates(self, *, offset: int | None, timeout_s: int) -> Sequence[Mapping[str, Any]]:
        return []

    async def send(
        self, telegram_chat_id: int, message: Rendered, reply: Reply, *, photo: str | bytes | None = None
    ) -> int:
        await self._act("photo" if photo else "text", telegram_chat_id)
        if photo in self.wrong_file_ids or (self.wrong_bytes and isinstance(photo, bytes)):
            raise Rejected("Bad Request: wrong file identifier/HTTP URL specified")
        shown = Shown(telegram_chat_id, next(self._ids), message, reply, photo, self._clock.now())
        self.shown.append(shown)
        if self.drops:
            raise self.drops.pop(0)
        return shown.id

    async def edit(self, telegram_chat_id: int, message_id: int, message: Rendered, *, caption: bool) -> None:
        await self._act("edit", telegram_chat_id)
        shown = next((each for each in self.shown if each.id == message_id), None)
        if shown is None or shown.reply.ask or caption != (shown.photo is not None):
            raise MessageLost("Bad Request: message to edit not found")
        shown.message, shown.edits = message, shown.edits + 1
        if self.drops:
            raise self.drops.pop(0)

    async def answer(self, query_id: str, text: str | None, *, alert: bool) -> None:
        """Delivery never answers presses."""

    async def pin(self, telegram_chat_id: int, message_id: int) -> None:
        if self.pin_fails is not None:
            raise self.pin_fails
        self.pinned.append(message_id)

    async def administrators(self, telegram_chat_id: int) -> frozenset[int]:
        return frozenset()

    async def fetch(self, file_id: str) -> bytes:
        content = self.contents[file_id]
        if isinstance(content, Exception):
            raise content
        return content

    def delete(self, message_id: int) -> None:
        self.shown = [each for each in self.shown if each.id != message_id]

    def texts(self, chat: Chat) -> list[str]:
        return [each.message.text for each in self.shown if each.chat == chat.telegram_id]


class PlainRenderer:
    """`zh|key a=1`, lines below each other; fits captions by cutting."""

    def render(self, reply: Reply, *, language: str, caption: bool = False) -> Rendered:
        lines = (
            " ".join([line.key, *(f"{name}={value}" for name, value in line.args.items())]) for line in reply.lines
        )
        text = f"{language}|" + "\n".join(html.escape(line) for line in lines)
        buttons = tuple(tuple(RenderedButton(each.key, data=each.data) for each in row) for row in reply.buttons)
        return Rendered(text[:1024] if caption else text, buttons, reply.placeholder)


class Cards:
    """`Composer`: what each slot shows is set by hand."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | None] = {}
        self.fails: list[Exception] = []

    async def __call__(self, slot: str, *, chat: Chat, uow: Any, now: datetime) -> Reply | None:
        if self.fails:
            raise self.fails.pop(0)
        return self.replies.get(slot)


class Bytes:
    """`PhotoBytes`."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    async def read(self, sha256: str) -> bytes | None:
        return self.contents.get(sha256)


class PostOffice:
    """Delivery running in this world."""

    def __init__(self, nursery: Nursery, *, limits: Limits | None = None, at_once: int = 32) -> None:
        self.clock = FakeClock()
        self.queue = FakeQueue(self.clock)
        self.store = Store(self.queue)
        self.telegram = FakeTransport(self.clock)
        self.cards, self.shelf, self.bytes = Cards(), FakeShelf(), Bytes()
        self.nursery, self._limits, self._at_once = nursery, limits, at_once
        self.delivery = self.begins()

    def begins(self) -> Delivery:
        """A new process."""
        self.delivery = Delivery(
            queue=self.queue,
            units=self.store,
            transport=self.telegram,
            composer=self.cards,
            renderer=PlainRenderer(),
            shelf=self.shelf,
            photos=self.bytes,
            clock=self.clock,
            nursery=self.nursery,
            estates={ESTATE.key: ESTATE},
            default_language="en",
            limits=self._limits or Limits(),
            lease_s=60.0,
            at_once=self._at_once,
        )
        self.nursery.keep(self.delivery.run, name="delivery")
        return self.delivery

    async def settles(self) -> None:
        """Until all that is due has been done."""
        self.delivery.wake()
        for _ in range(20_000):
            await asyncio.sleep(0)
            if await self.delivery.quiet():
                return
        raise AssertionError("delivery never came to rest")

    async def passes(self, seconds: float, *, step_s: float | None = None) -> None:
        """Let time pass, in steps so that what becomes due is done in its turn."""
        left_s = seconds
        while left_s > 0:
            step = min(step_s or seconds, left_s)
            self.clock.advance(step)
            await self.settles()
            left_s -= step


async def until(condition: Any) -> None:
    """Give the other tasks their turns until the condition holds."""
    for _ in range(20_000):
        if condition():
            return
        await asyncio.sleep(0)
    raise AssertionError("it never came to that")
