"""The outbox in memory."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.notices import Notice
from bot.domain.people import Chat
from bot.domain.topics import Topic, TopicUse
from bot.messages import Reply
from bot.ports import (
    NoticeRow,
    Outlook,
    Parcel,
    SendState,
)
from tests.delivery.fake_clock import START, FakeClock


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
    put_at: datetime = START
    leased_until: datetime | None = None
    attempts: int = 0
    reason: str | None = None
    notice_id: int | None = None
    person_id: int | None = None
    message_id: int | None = None
    parts_sent: int = 0


@dataclass
class Slot:
    message_id: int | None = None
    text_hash: str | None = None
    wanted: int = 0
    companions: tuple[int, ...] = ()


class FakeQueue:
    """`ports.OutboxQueue`, with `say`, `touch` and `put` of `ports.Outbox` beside it."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self._ids = itertools.count(1)
        self.rows: list[Row] = []
        self.topics: dict[int, dict[TopicUse, Topic]] = {}  #: by chat id
        self.slots: dict[tuple[int, str], Slot] = {}
        self.untold: list[NoticeRow] = []
        self.put_once: list[NoticeRow] = []  #: all there ever were
        self.skips: list[tuple[int, int, str]] = []
        self.telling_due: Callable[[], datetime | None] = lambda: None
        self.broken = False
        self.claims = 0

    # -- what services do

    def say(self, chat: Chat, reply: Reply, *, language: str = "zh") -> Row:
        now = self._clock.now()
        row = Row(next(self._ids), chat, reply, language, reply.slot, not_before=now, put_at=now)
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
        self.put_once.append(row)
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
            parts_sent=row.parts_sent,
            companions=slot.companions if slot else (),
        )

    def row(self, parcel_id: int) -> Row:
        return next(row for row in self.rows if row.id == parcel_id)

    async def partly_sent(self, parcel: Parcel, *, parts: int) -> None:
        self.row(parcel.id).parts_sent = parts

    async def sent(
        self,
        parcel: Parcel,
        *,
        message_id: int | None,
        text_hash: str,
        now: datetime,
        companions: Sequence[int] | None = None,
    ) -> None:
        row = self.row(parcel.id)
        row.state, row.message_id = SendState.SENT, message_id
        if row.slot:
            slot = self.slots[row.chat.id, row.slot]
            slot.message_id, slot.text_hash = message_id, text_hash
            slot.companions = slot.companions if companions is None else tuple(companions)

    async def removed(self, parcel: Parcel, *, now: datetime) -> None:
        self.row(parcel.id).state = SendState.SENT
        if parcel.slot:
            slot = self.slots[parcel.chat.id, parcel.slot]
            slot.message_id = slot.text_hash = None

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

    async def may_not_write(self, parcel: Parcel, *, not_before: datetime, too_old: datetime, now: datetime) -> None:
        await self.again(parcel, not_before=not_before, reason="may-not-write")
        for row in self.rows:
            if row.chat.id == parcel.chat.id and row.state is SendState.WAITING and row.put_at < too_old:
                row.state = SendState.SKIPPED

    async def held_back(self) -> dict[int, int]:
        chats = [row.chat.id for row in self.rows if row.state is SendState.WAITING and row.reason == "may-not-write"]
        return {chat_id: chats.count(chat_id) for chat_id in chats}

    async def moved(self, parcel: Parcel, *, telegram_id: int) -> None:
        for row in self.rows:
            if row.chat.id == parcel.chat.id:
                row.chat = replace(row.chat, telegram_id=telegram_id)
        self.row(parcel.id).state = SendState.WAITING

    async def lost_topic(self, parcel: Parcel, *, topic_id: int | None, closed: bool, now: datetime) -> None:
        chosen = self.topics.get(parcel.chat.id, {})
        for use, topic in list(chosen.items()):
            if topic.id == topic_id and closed:
                chosen[use] = replace(topic, closed_at=now)
            elif topic.id == topic_id:
                del chosen[use]
        self.row(parcel.id).state = SendState.WAITING

    async def lost_message(self, parcel: Parcel) -> None:
        row = self.row(parcel.id)
        row.state = SendState.WAITING
        assert row.slot is not None
        self.slots[row.chat.id, row.slot] = Slot(wanted=parcel.revision)

    async def waiting(self) -> int:
        return len(self.untold) + sum(row.state in (SendState.WAITING, SendState.UNSURE) for row in self.rows)

    async def outlook(self, *, but: Collection[int] = ()) -> Outlook:
        return Outlook(
            untold=any(row.id not in but for row in self.untold),
            telling_due=self.telling_due(),
            parcel_due=self._parcel_due(),
        )

    def _parcel_due(self) -> datetime | None:
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
