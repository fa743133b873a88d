"""The inbox, the outbox and the files as intake and delivery see them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.domain.notices import Notice
from bot.domain.people import Chat
from bot.messages import Reply
from bot.ports.store import UnitOfWork

BROADCAST_SLOT = "bc:"  #: beginning of the names of the slots in which what many are told is shown


@dataclass(frozen=True, slots=True)
class InboxRow:
    update_id: int
    chat_key: int  #: Telegram chat id
    person_key: int  #: Telegram user id, 0 if none
    payload: str  #: the update as Telegram sent it, JSON
    received_at: datetime
    attempts: int
    moves_to: int | None = None  #: the supergroup's id, of the word that a group became one; is not kept with the row


class TakenOver(Exception):
    """Another process has done this meanwhile, because we seemed dead."""


class Inbox(Protocol):
    """Each call is a transaction of its own, except `done`, which belongs to the unit of work of the effects."""

    async def keep(self, rows: Sequence[InboxRow], *, now: datetime) -> int:
        """Store what is new in one transaction, by (bot_id, update_id); returns how many were new."""

    async def lanes(self) -> Sequence[tuple[int, int]]:
        """(chat_key, person_key) of every lane with waiting rows."""

    async def next(self, chat_key: int, person_key: int, *, now: datetime) -> InboxRow | None:
        """The lane's oldest waiting row, its attempt counted (committed before the handler runs)."""

    async def hold(self, uow: UnitOfWork, update_id: int) -> None:
        """Called first in the unit of work of the effects: until it ends the row is nobody else's.

        Raises:
            TakenOver: it is gone already; these effects must not be.
        """

    async def done(self, uow: UnitOfWork, update_id: int) -> None:
        """The row goes in the transaction of its effects; its key stays."""

    async def fail(self, update_id: int, *, error: str, now: datetime) -> None:
        """Tried often enough: kept as failed for 7 days."""

    async def failed(self) -> Sequence[tuple[InboxRow, str]]: ...
    async def retry(self, update_id: int) -> bool: ...
    async def forget_old(self, *, keys_before: datetime, failed_before: datetime) -> None: ...
    async def waiting(self) -> int: ...


class SendState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"  #: claimed under a lease
    SENT = "sent"
    UNSURE = "unsure"  #: may have been sent: the answer never came
    SKIPPED = "skipped"  #: on purpose, with a reason
    FAILED = "failed"  #: refused by Telegram


@dataclass(frozen=True, slots=True)
class EditPace:
    """How often the messages of some slots are edited in one chat, all together: at most `most` times in any `per`.

    Such an edit lets everything else in its chat go first, and stands aside while there is no room for it.
    """

    slots: tuple[str, ...]  #: beginnings of their names, such as "wish:"
    most: int
    per: timedelta = timedelta(minutes=1)

    def covers(self, slot: str | None) -> bool:
        return slot is not None and slot.startswith(self.slots)


@dataclass(frozen=True, slots=True)
class Parcel:
    """One row of the outbox, claimed for sending."""

    id: int
    chat: Chat
    reply: Reply | None  #: None: the slot is composed from the store
    language: str
    slot: str | None
    slot_message_id: int | None  #: of the slot's message if there is one; below 0: an ephemeral one
    revision: int  #: the slot's wanted revision when claimed
    attempts: int
    notice_id: int | None
    person_id: int | None
    last_text_hash: str | None = None  #: of what the slot shows now
    parts_sent: int = 0  #: of a reply that takes several messages
    companions: tuple[int, ...] = ()  #: ids of the messages above the slot's one that belong to it

    @property
    def gives_way(self) -> bool:
        """It is one of many: whoever talks to the bot goes first."""
        return self.slot is not None and self.slot.startswith(BROADCAST_SLOT)


@dataclass(frozen=True, slots=True)
class NoticeRow:
    id: int
    notice: Notice
    put_at: datetime


@dataclass(frozen=True, slots=True)
class Outlook:
    """What delivery has before it."""

    untold: bool  #: a notice is not fanned out yet
    telling_due: datetime | None  #: when the first piece of news that waits for its moment is to be told
    parcel_due: datetime | None  #: when the next row may be claimed; in the past if it waits for nothing but its turn
    broadcast_due: datetime | None = None  #: when the first broadcast has more to put into the outbox


class OutboxQueue(Protocol):
    """Delivery's side. Each call is a transaction of its own unless it takes a unit of work."""

    async def notices(self, *, limit: int) -> Sequence[NoticeRow]:
        """Facts nobody was told of yet, oldest first."""

    async def outlook(self, *, but: Collection[int] = ()) -> Outlook:
        """At this moment, leaving these notices out."""

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
        """The oldest due row of each chat that has none in flight (expired leases count as free), marked as sending.

        Edits under an `EditPace` come after all else in their chat, and only as often as that allows.
        """

    async def partly_sent(self, parcel: Parcel, *, parts: int) -> None:
        """So many of the reply's messages have arrived: whoever goes on with it begins behind them."""

    async def sent(
        self,
        parcel: Parcel,
        *,
        message_id: int | None,
        text_hash: str,
        now: datetime,
        companions: Sequence[int] | None = None,
    ) -> None:
        """`message_id`: below 0 an ephemeral message's (`domain.whispers`); None: nothing is left to be edited.

        `companions`: ids of the messages above it that belong to it; None: those it had.
        """

    async def removed(self, parcel: Parcel, *, now: datetime) -> None:
        """The message is not there any more: the slot shows nothing."""

    async def again(self, parcel: Parcel, *, not_before: datetime, reason: str) -> None:
        """Back to waiting; the chat's later rows wait behind it."""

    async def unsure(self, parcel: Parcel, *, not_before: datetime) -> None:
        """The answer never came: sent again (at most one duplicate); an edit is simply repeated."""

    async def failed(self, parcel: Parcel, *, reason: str, now: datetime) -> None: ...
    async def skipped(self, parcel: Parcel, *, reason: str, now: datetime) -> None: ...
    async def gone(self, parcel: Parcel, *, reason: str, now: datetime) -> None:
        """The chat cannot be written to: it is marked so, and its waiting rows are skipped with this reason."""

    async def may_not_write(self, parcel: Parcel, *, not_before: datetime, too_old: datetime, now: datetime) -> None:
        """The group lets nobody like us write: back to waiting, with the chat's later rows behind it.

        Words put before `too_old` are skipped; cards and boards stay, to show how things stand by then.
        """

    async def moved(self, parcel: Parcel, *, telegram_id: int) -> None:
        """The group became a supergroup: the chat's id changes and the row waits again, in one transaction."""

    async def lost_topic(self, parcel: Parcel, *, topic_id: int | None, closed: bool, now: datetime) -> None:
        """A topic of the chat takes nothing: closed, that is remembered; gone, it is forgotten. The row waits again."""

    async def lost_message(self, parcel: Parcel) -> None:
        """The slot's message is gone on Telegram's side: the slot sends a new one."""

    async def waiting(self) -> int:
        """Rows not yet sent, and notices not yet told."""

    async def problems(self) -> Sequence[tuple[int, str, str]]:
        """(id, state, reason) of failed rows."""

    async def held_back(self) -> Mapping[int, int]:
        """By chat id, how many rows wait because the bot may not write there."""

    async def retry(self, parcel_id: int) -> bool: ...
    async def forget_old(self, *, before: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class StoredFile:
    key: str  #: Telegram's file_unique_id
    file_id: str | None  #: a cache: valid for this bot only
    sha256: str | None  #: of the bytes, once fetched
    size_bytes: int | None
    length_s: int | None = None  #: of a voice note; None: a photo


class FileShelf(Protocol):
    """Delivery's and the fetcher's side of files; each call a transaction of its own."""

    async def get(self, key: str) -> StoredFile | None: ...
    async def wanted(self, *, now: datetime, limit: int) -> Sequence[StoredFile]:
        """Files whose bytes are still to be fetched and whose next try is due."""

    async def has_work(self, *, now: datetime) -> bool:
        """Whether there are any of these, or any discarded."""

    async def own(self, key: str, *, sha256: str, size_bytes: int) -> None:
        """Remember a picture of the house, whose bytes are kept already. Idempotent."""

    async def fetched(self, key: str, *, sha256: str, size_bytes: int) -> None: ...
    async def fetch_failed(self, key: str, *, next_try: datetime) -> None: ...
    async def set_file_id(self, key: str, file_id: str) -> None: ...
    async def discarded(self, *, limit: int) -> Sequence[str]:
        """Hashes of bytes that were thrown away and may still lie on the disk."""

    async def is_used(self, sha256: str) -> bool:
        """Whether some picture has these bytes after all."""

    async def is_off_the_disk(self, sha256: str) -> None: ...
