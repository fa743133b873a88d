"""What the inner layers need of the world, as Protocols; `store`, `transport`, `clock` and the fakes fulfil them."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from bot.domain.notices import Notice
from bot.domain.people import Chat, Person, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.wishes import Answer, AnswerKind, Counts, Draft, Kind, Stance, State, Wish
from bot.messages import Photo, Reply

# ---- the store --------------------------------------------------------------------------------------------------


class People(Protocol):
    async def get(self, person_id: int) -> Person: ...

    async def seen(self, *, telegram_id: int, name: str, username: str | None, client_language: str | None) -> Person:
        """The person of this Telegram id, made or refreshed. Idempotent."""

    async def set_language(self, person_id: int, language: str | None) -> None: ...
    async def set_started(self, person_id: int, started: bool) -> None: ...
    async def set_may_be_mentioned(self, person_id: int, allowed: bool) -> None: ...
    async def set_home(self, person_id: int, chat_id: int) -> None: ...


class Chats(Protocol):
    async def get(self, chat_id: int) -> Chat: ...

    async def seen(self, *, telegram_id: int, private: bool, title: str) -> Chat:
        """The chat of this Telegram id, made (with a link code) or refreshed. Idempotent."""

    async def by_link_code(self, code: str) -> Chat | None: ...
    async def of_estate(self, estate_key: str, purpose: Purpose) -> Sequence[Chat]:
        """Present bound groups, oldest first."""

    async def present(self) -> Sequence[Chat]:
        """All groups the bot is in, bound or not."""

    async def private_of(self, person: Person) -> Chat:
        """The person's private chat with the bot; its Telegram id is theirs."""

    async def bind(self, chat_id: int, *, estate_key: str, purpose: Purpose, place: Place) -> Chat: ...
    async def set_language(self, chat_id: int, language: str | None) -> None: ...
    async def set_present(self, chat_id: int, *, present: bool, hears_all: bool) -> None: ...
    async def move(self, chat_id: int, *, telegram_id: int) -> None:
        """The group became a supergroup: same chat, new Telegram id."""

    async def add_resident(self, chat_id: int, person_id: int, *, now: datetime) -> None:
        """The person was met in this chat. Idempotent."""

    async def homes_of(self, person_id: int) -> Sequence[Chat]:
        """Building chats the person is known from, oldest acquaintance first."""

    async def set_administrators(self, chat_id: int, telegram_ids: frozenset[int], *, now: datetime) -> None: ...
    async def administrators_read_at(self, chat_id: int) -> datetime | None: ...
    async def administers(self, telegram_id: int, estate_key: str) -> bool:
        """Whether the person administers a bound, present group of the estate."""


@dataclass(frozen=True, slots=True)
class WishFilter:
    """`states` None: all. `chat_id`: one building's. `author_id`: one person's own, whatever the visibility."""

    states: frozenset[State] | None = None
    kind: Kind | None = None
    chat_id: int | None = None
    author_id: int | None = None
    words: str | None = None  #: contained in the wish's words, letters' case ignored; % and _ are plain characters
    public_only: bool = True


class Wishes(Protocol):
    async def get(self, wish_id: int) -> Wish: ...
    async def lock(self, wish_id: int) -> Wish:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def by_number(self, estate_key: str, number: int) -> Wish | None: ...
    async def add(
        self, draft: Draft, *, estate_key: str, author: Person, chat_id: int, filed_at: datetime, next_date: date | None
    ) -> Wish:
        """Give it the estate's next number."""

    async def save(self, wish: Wish) -> None: ...
    async def find(self, estate_key: str, wanted: WishFilter, *, limit: int, offset: int = 0) -> Sequence[Wish]:
        """Newest first."""

    async def count(self, estate_key: str, wanted: WishFilter) -> int: ...
    async def followed_by(self, person_id: int, *, limit: int, offset: int = 0) -> Sequence[Wish]:
        """Wishes the person filed or follows, in every estate, newest first."""


class Followers(Protocol):
    async def stances(self, wish_id: int, person_id: int) -> frozenset[Stance]: ...
    async def add(self, wish_id: int, person_id: int, stance: Stance, *, now: datetime) -> bool:
        """False if it was there already: it counts once whatever happens."""

    async def remove(self, wish_id: int, person_id: int, stance: Stance) -> bool: ...
    async def counts(self, wish_id: int) -> Counts: ...
    async def of(self, wish_id: int) -> Sequence[tuple[Person, frozenset[Stance]]]:
        """Everyone who follows, in order of their first stance; the author is not among them."""


class Answers(Protocol):
    async def get(self, answer_id: int) -> Answer: ...
    async def add(
        self,
        *,
        wish_id: int,
        kind: AnswerKind,
        words: str,
        due_on: date | None,
        photos: tuple[str, ...],
        speaker: Speaker,
        speaker_id: int,
        now: datetime,
    ) -> Answer: ...
    async def of(self, wish_id: int) -> Sequence[Answer]:
        """Oldest first."""

    async def last(self, wish_id: int) -> Answer | None: ...
    async def add_thanks(self, answer_id: int, person_id: int, *, now: datetime) -> bool:
        """False if this person thanked for this answer already."""


@dataclass(frozen=True, slots=True)
class DialogState:
    """Where somebody is in a dialog. Kept by (bot, chat, person): one dialog each."""

    run: int  #: numbered by the store, never reused: part of each button's data, so a stale press is known
    dialog: str
    version: int
    step: str
    answers: Mapping[str, Any]  #: JSON values by step name
    trail: tuple[str, ...]  #: steps answered so far, for going back
    language: str
    idle_at: datetime  #: when a reminder is due
    expires_at: datetime
    reminded: bool = False
    pending: str | None = None  #: a command typed in the middle, held until they say whether to leave (JSON)
    asked_message_id: int | None = None  #: of the person's last message, for aiming a ForceReply in groups


class Dialogs(Protocol):
    async def open(self, chat_id: int, person_id: int) -> DialogState | None: ...
    async def next_run(self) -> int: ...
    async def save(self, chat_id: int, person_id: int, state: DialogState) -> None: ...
    async def close(self, chat_id: int, person_id: int) -> None: ...
    async def due(self, now: datetime, *, limit: int) -> Sequence[tuple[int, int, DialogState]]:
        """(chat_id, person_id, state) of dialogs to be reminded (`idle_at`, once) or expired (`expires_at`)."""


class Outbox(Protocol):
    async def put(self, notice: Notice) -> None:
        """Something happened; who hears it is settled by `delivery`, after the commit."""

    async def say(self, chat_id: int, reply: Reply, *, language: str) -> None:
        """Say this in this chat. A reply with a slot edits or sends that slot's message."""

    async def touch(self, chat_id: int, slot: str) -> None:
        """The slot's message is to be composed anew from the store and edited, or sent for the first time."""

    async def close_slot(self, chat_id: int, slot: str) -> None:
        """Forget the slot's message: the next use sends a new one."""


class Files(Protocol):
    async def keep(self, photo: Photo) -> str:
        """Remember a photo by its `unique_id`, return its key; the bytes are fetched soon after. Idempotent."""


class UnitOfWork(Protocol):
    """One transaction. Only `dispatch` and ticks open and commit one; services and handlers just use it."""

    bot_id: int

    @property
    def people(self) -> People: ...
    @property
    def chats(self) -> Chats: ...
    @property
    def wishes(self) -> Wishes: ...
    @property
    def followers(self) -> Followers: ...
    @property
    def answers(self) -> Answers: ...
    @property
    def dialogs(self) -> Dialogs: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def files(self) -> Files: ...

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """What is done inside is undone when it raises."""


class UnitsOfWork(Protocol):
    """Opens units of work."""

    def writing(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Commits at the end, rolls back when it raises. On SQLite one writer at a time."""

    def reading(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """Never waits for a writer; what it writes is rolled back."""


# ---- inbox ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InboxRow:
    update_id: int
    chat_key: int  #: Telegram chat id
    person_key: int  #: Telegram user id, 0 if none
    payload: str  #: the update as Telegram sent it, JSON
    received_at: datetime
    attempts: int


class Inbox(Protocol):
    """Each call is a transaction of its own, except `done`, which belongs to the unit of work of the effects."""

    async def keep(self, rows: Sequence[InboxRow], *, now: datetime) -> int:
        """Store what is new in one transaction, by (bot_id, update_id); returns how many were new."""

    async def lanes(self) -> Sequence[tuple[int, int]]:
        """(chat_key, person_key) of every lane with waiting rows."""

    async def next(self, chat_key: int, person_key: int, *, now: datetime) -> InboxRow | None:
        """The lane's oldest waiting row, its attempt counted (committed before the handler runs)."""

    async def done(self, uow: UnitOfWork, update_id: int) -> None:
        """The row goes in the transaction of its effects; its key stays."""

    async def fail(self, update_id: int, *, error: str, now: datetime) -> None:
        """Tried often enough: kept as failed for 7 days."""

    async def failed(self) -> Sequence[tuple[InboxRow, str]]: ...
    async def retry(self, update_id: int) -> bool: ...
    async def forget_old(self, *, keys_before: datetime, failed_before: datetime) -> None: ...
    async def waiting(self) -> int: ...


# ---- the outbox as delivery sees it -----------------------------------------------------------------------------


class SendState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"  #: claimed under a lease
    SENT = "sent"
    UNSURE = "unsure"  #: may have been sent: the answer never came
    SKIPPED = "skipped"  #: on purpose, with a reason
    FAILED = "failed"  #: refused by Telegram


@dataclass(frozen=True, slots=True)
class Parcel:
    """One row of the outbox, claimed for sending."""

    id: int
    chat: Chat
    reply: Reply | None  #: None: the slot is composed from the store
    language: str
    slot: str | None
    slot_message_id: int | None  #: of the slot's message if there is one
    revision: int  #: the slot's wanted revision when claimed
    attempts: int
    notice_id: int | None
    person_id: int | None
    last_text_hash: str | None = None  #: of what the slot shows now


@dataclass(frozen=True, slots=True)
class NoticeRow:
    id: int
    notice: Notice
    put_at: datetime


class OutboxQueue(Protocol):
    """Delivery's side. Each call is a transaction of its own unless it takes a unit of work."""

    async def notices(self, *, limit: int) -> Sequence[NoticeRow]:
        """Facts nobody was told of yet, oldest first."""

    async def settle_notice(self, uow: UnitOfWork, notice_id: int) -> None:
        """Its fan-out is in the outbox (same transaction)."""

    async def address(
        self,
        uow: UnitOfWork,
        *,
        notice_id: int,
        person_id: int,
        chat_id: int,
        reply: Reply,
        language: str,
        not_before: datetime | None,
    ) -> None:
        """One private message of a notice; a second one for the same notice and person is a no-op."""

    async def skip(self, uow: UnitOfWork, *, notice_id: int, person_id: int, reason: str) -> None:
        """Not sent, on purpose; the reason is kept."""

    async def claim(self, *, owner: str, now: datetime, lease_s: float, limit: int) -> Sequence[Parcel]:
        """The oldest due row of each chat that has none in flight (expired leases count as free), marked as sending."""

    async def sent(self, parcel: Parcel, *, message_id: int, text_hash: str, now: datetime) -> None: ...
    async def again(self, parcel: Parcel, *, not_before: datetime, reason: str) -> None:
        """Back to waiting; the chat's later rows wait behind it."""

    async def unsure(self, parcel: Parcel, *, not_before: datetime) -> None:
        """The answer never came: sent again (at most one duplicate); an edit is simply repeated."""

    async def failed(self, parcel: Parcel, *, reason: str, now: datetime) -> None: ...
    async def skipped(self, parcel: Parcel, *, reason: str, now: datetime) -> None: ...
    async def gone(self, parcel: Parcel, *, reason: str, now: datetime) -> None:
        """The chat cannot be written to: it is marked so, and its waiting rows are skipped with this reason."""

    async def moved(self, parcel: Parcel, *, telegram_id: int) -> None:
        """The group became a supergroup: the chat's id changes and the row waits again, in one transaction."""

    async def lost_message(self, parcel: Parcel) -> None:
        """The slot's message is gone on Telegram's side: the slot sends a new one."""

    async def waiting(self) -> int:
        """Rows not yet sent, and notices not yet told."""

    async def next_due(self) -> datetime | None:
        """When the earliest waiting row may be sent."""

    async def problems(self) -> Sequence[tuple[int, str, str]]:
        """(id, state, reason) of failed rows."""

    async def retry(self, parcel_id: int) -> bool: ...
    async def forget_old(self, *, before: datetime) -> None: ...


# ---- files ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StoredFile:
    key: str  #: Telegram's file_unique_id
    file_id: str | None  #: a cache: valid for this bot only
    sha256: str | None  #: of the bytes, once fetched
    size_bytes: int | None


class FileShelf(Protocol):
    """Delivery's and the fetcher's side of files; each call a transaction of its own."""

    async def get(self, key: str) -> StoredFile | None: ...
    async def wanted(self, *, now: datetime, limit: int) -> Sequence[StoredFile]:
        """Photos whose bytes are still to be fetched and whose next try is due."""

    async def fetched(self, key: str, *, sha256: str, size_bytes: int) -> None: ...
    async def fetch_failed(self, key: str, *, next_try: datetime) -> None: ...
    async def set_file_id(self, key: str, file_id: str) -> None: ...


# ---- Telegram ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RenderedButton:
    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message in somebody's language. `text` is Telegram HTML, at most 4096 characters (1024 with a photo)."""

    text: str
    buttons: tuple[tuple[RenderedButton, ...], ...] = ()
    placeholder: str | None = None


class Retry(Exception):
    """Telegram asks to wait: 429, 5xx, or no connection. `after_s` seconds; the call had no effect."""

    def __init__(self, after_s: float, *, flood: bool, reason: str) -> None:
        super().__init__(reason)
        self.after_s, self.flood, self.reason = after_s, flood, reason


class Ambiguous(Exception):
    """The answer never came: it may have had its effect."""


class Gone(Exception):
    """403: blocked, kicked, never started; or the chat is unknown."""


class Moved(Exception):
    """The group became a supergroup with this id."""

    def __init__(self, telegram_id: int) -> None:
        super().__init__(telegram_id)
        self.telegram_id = telegram_id


class Rejected(Exception):
    """400: Telegram will never take this. `reason` is its description."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class MessageLost(Rejected):
    """The message to edit or to reply to does not exist any more."""


@dataclass(frozen=True, slots=True)
class Me:
    id: int
    username: str
    name: str
    sees_all: bool  #: privacy mode is off


@dataclass(frozen=True, slots=True)
class BotStanding:
    present: bool
    administrator: bool
    may_pin: bool


class Transport(Protocol):
    """The Bot API. Every call raises Retry, Ambiguous, Gone, Moved or Rejected as it fits."""

    async def me(self) -> Me: ...
    async def updates(self, *, offset: int | None, timeout_s: int) -> Sequence[Mapping[str, Any]]:
        """Long poll; the raw updates."""

    async def send(
        self, telegram_chat_id: int, message: Rendered, reply: Reply, *, photo: str | bytes | None = None
    ) -> int:
        """Send text or one photo (file_id or bytes); flags from `reply`; returns the message id."""

    async def edit(self, telegram_chat_id: int, message_id: int, message: Rendered, *, caption: bool) -> None:
        """Edit text (or caption) and buttons. "Not modified" is success."""

    async def answer(self, query_id: str, text: str | None, *, alert: bool) -> None: ...
    async def pin(self, telegram_chat_id: int, message_id: int) -> None: ...
    async def administrators(self, telegram_chat_id: int) -> frozenset[int]: ...
    async def fetch(self, file_id: str) -> bytes: ...
    async def set_commands(self, commands: Sequence[tuple[str, str]], *, scope: str, language: str | None) -> None:
        """(name, description) for a BotCommandScope type without a chat; `language` None: for every other language."""

    async def set_description(self, text: str, *, language: str | None) -> None:
        """What an empty private chat shows above Start, at most 512 characters."""

    async def standing(self, telegram_chat_id: int) -> BotStanding:
        """What the bot itself may do in a group."""


# ---- time -------------------------------------------------------------------------------------------------------


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Aware, UTC."""

    async def sleep_until(self, moment: datetime) -> None:
        """Return at or after `moment`, also when the clock is moved there."""


class Nursery(Protocol):
    """The only place that starts tasks; it waits for them or cancels them at the end."""

    def start(self, work: Coroutine[Any, Any, None], *, name: str) -> None:
        """Run it beside the others; what it raises is logged."""
