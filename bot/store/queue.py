"""The outbox as delivery sees it. How the states follow each other is decided here, and only here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import and_, delete, func, or_, select, update

from bot.domain.notices import Notice
from bot.messages import Reply
from bot.ports import Clock, EditPace, NoticeRow, Outlook, Parcel, SenderLease, SendState, UnitOfWork
from bot.store import chat_moves, topics
from bot.store.attention_tables import tellings
from bot.store.claims import PENDING, Lease, claim, free_expired
from bot.store.database import Database
from bot.store.outbox import MAY_NOT_WRITE, SqlOutbox, enqueue
from bot.store.outlook import look_out
from bot.store.session import NotStored, Session
from bot.store.tables import chats, messages, notices, people, slots
from bot.store.tellings import forget_told
from bot.store.unit import session_of

MESSAGE_LOST, TOPIC_LOST = "message-lost", "topic-lost"
_decode_notice = msgspec.json.Decoder[Notice](Notice).decode
_FREE = {"owner": None, "lease_until": None}


class SqlOutboxQueue:
    def __init__(
        self,
        database: Database,
        bot_id: int,
        clock: Clock,
        *,
        owner: str,
        edit_pace: EditPace | None = None,
        sender: SenderLease | None = None,
    ) -> None:
        self._database, self._bot_id, self._clock, self._owner = database, bot_id, clock, owner
        self._pace, self._sender = edit_pace, sender

    # ---- notices ----

    async def notices(self, *, limit: int) -> Sequence[NoticeRow]:
        unsettled = and_(notices.c.bot_id == self._bot_id, notices.c.settled_at.is_(None))
        async with self._reading() as session:
            rows = await session.all(select(notices).where(unsettled).order_by(notices.c.id).limit(limit))
        return [NoticeRow(id=row.id, notice=_decode_notice(row.body), put_at=row.put_at) for row in rows]

    async def settle_notice(self, uow: UnitOfWork, notice_id: int) -> None:
        """Call it first in the unit: another process with the same notice waits here, and then gives up.

        Raises:
            NotStored: it is settled already, or there is none.
        """
        session = session_of(uow)
        unsettled = and_(notices.c.bot_id == self._bot_id, notices.c.id == notice_id, notices.c.settled_at.is_(None))
        if not await session.run(update(notices).where(unsettled).values(settled_at=session.clock.now())):
            raise NotStored(f"unsettled notice {notice_id}")

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
        session = session_of(uow)
        addressed = select(messages.c.id).where(messages.c.notice_id == notice_id, messages.c.person_id == person_id)
        if await session.first(addressed) is not None:
            return
        await enqueue(
            session,
            chat_id=chat_id,
            reply=reply,
            language=language,
            notice_id=notice_id,
            person_id=person_id,
            not_before=not_before,
        )

    async def skip(self, uow: UnitOfWork, *, notice_id: int, person_id: int, reason: str) -> None:
        session = session_of(uow)
        now = session.clock.now()
        insert = session.insert(messages).values(
            bot_id=self._bot_id,
            notice_id=notice_id,
            person_id=person_id,
            language="",
            state=SendState.SKIPPED.value,
            reason=reason,
            attempts=0,
            parts_sent=0,
            put_at=now,
            finished_at=now,
        )
        await session.run(insert.on_conflict_do_nothing(index_elements=["notice_id", "person_id"]))

    # ---- sending ----

    async def claim(self, *, owner: str, now: datetime, lease_s: float, limit: int) -> Sequence[Parcel]:
        fence = None if self._sender is None else self._sender.fence
        if self._sender is not None and fence is None:
            return []
        lease = Lease(owner, now, lease_s, fence)
        async with self._writing() as session:
            await free_expired(session, lease)
            return await claim(session, lease, limit=limit, pace=self._pace)

    async def take_over(self) -> int:
        """At the start: what a former life of this owner had in flight may have been sent; returns how many rows."""
        mine = and_(messages.c.bot_id == self._bot_id, PENDING, messages.c.owner == self._owner)
        unsure = {"state": SendState.UNSURE.value, "reason": "restarted", **_FREE}
        async with self._writing() as session:
            return await session.run(update(messages).where(mine).values(unsure))

    async def partly_sent(self, parcel: Parcel, *, parts: int) -> None:
        async with self._writing() as session:
            held = and_(messages.c.id == parcel.id, messages.c.attempts == parcel.attempts)
            await session.run(update(messages).where(held).values(parts_sent=parts))

    async def sent(
        self,
        parcel: Parcel,
        *,
        message_id: int | None,
        text_hash: str,
        now: datetime,
        companions: Sequence[int] | None = None,
    ) -> None:
        """It was sent, whoever has the row by now."""
        async with self._writing() as session:
            if not (parcel.chat.present or parcel.chat.private):
                await self._is_there_after_all(session, parcel.chat.id)
            slot = await self._locked_slot(session, parcel)
            done = {
                "state": SendState.SENT.value,
                "message_id": message_id,
                "reason": None,
                "finished_at": now,
                "edited_at": now if self._was_paced_edit(parcel, message_id, text_hash) else None,
                **_FREE,
            }
            await session.run(update(messages).where(messages.c.id == parcel.id).values(done))
            if slot is None or parcel.revision < slot.fresh_rev:
                return
            can_be_edited = message_id is not None and (parcel.reply is None or not parcel.reply.ask)
            shown = {
                "message_id": message_id if can_be_edited else None,
                "text_hash": text_hash if can_be_edited else None,
                "sent_rev": max(slot.sent_rev, parcel.revision),
            }
            if companions is not None:
                shown["companions"] = list(companions) or None
            await session.run(update(slots).where(_is_slot(parcel)).values(shown))

    async def removed(self, parcel: Parcel, *, now: datetime) -> None:
        """As `sent`, whoever has the row by now. A slot that was begun anew meanwhile shows what it shows."""
        done = {"state": SendState.SENT.value, "reason": None, "finished_at": now, **_FREE}
        async with self._writing() as session:
            slot = await self._locked_slot(session, parcel)
            await session.run(update(messages).where(messages.c.id == parcel.id).values(done))
            if slot is None or parcel.revision < slot.fresh_rev:
                return
            shown = {"message_id": None, "text_hash": None, "companions": None}
            shown["sent_rev"] = max(slot.sent_rev, parcel.revision)
            await session.run(update(slots).where(_is_slot(parcel)).values(shown))

    async def again(self, parcel: Parcel, *, not_before: datetime, reason: str) -> None:
        await self._change(parcel, state=SendState.WAITING, not_before=not_before, reason=reason)

    async def unsure(self, parcel: Parcel, *, not_before: datetime) -> None:
        await self._change(parcel, state=SendState.UNSURE, not_before=not_before, reason="no-answer")

    async def failed(self, parcel: Parcel, *, reason: str, now: datetime) -> None:
        await self._change(parcel, state=SendState.FAILED, reason=reason, finished_at=now)

    async def skipped(self, parcel: Parcel, *, reason: str, now: datetime) -> None:
        await self._change(parcel, state=SendState.SKIPPED, reason=reason, finished_at=now)

    async def gone(self, parcel: Parcel, *, reason: str, now: datetime) -> None:
        async with self._writing() as session:
            chat = await session.first(
                update(chats).where(chats.c.id == parcel.chat.id).values(present=False).returning(chats)
            )
            if chat is not None and chat.private:
                owner = and_(people.c.bot_id == self._bot_id, people.c.telegram_id == chat.telegram_id)
                await session.run(update(people).where(owner).values(started=False))
            unfinished = and_(messages.c.chat_id == parcel.chat.id, PENDING)
            skipped = {"state": SendState.SKIPPED.value, "reason": reason, "finished_at": now, **_FREE}
            await session.run(update(messages).where(unfinished).values(skipped))

    async def may_not_write(self, parcel: Parcel, *, not_before: datetime, too_old: datetime, now: datetime) -> None:
        theirs = and_(messages.c.chat_id == slots.c.chat_id, messages.c.slot == slots.c.name)
        composed = select(slots.c.name).where(theirs, slots.c.content.is_(None)).exists()
        old = and_(messages.c.chat_id == parcel.chat.id, PENDING, messages.c.put_at < too_old)
        words = or_(messages.c.content.is_not(None), ~composed)
        skipped = {"state": SendState.SKIPPED.value, "reason": MAY_NOT_WRITE, "finished_at": now, **_FREE}
        async with self._writing() as session:
            await self._change_in(session, parcel, state=SendState.WAITING, not_before=not_before, reason=MAY_NOT_WRITE)
            await session.run(update(messages).where(old, words).values(skipped))

    async def moved(self, parcel: Parcel, *, telegram_id: int) -> None:
        async with self._writing() as session:
            await chat_moves.move(session, parcel.chat.id, telegram_id=telegram_id)
            await self._change_in(session, parcel, state=SendState.WAITING, not_before=None, reason="moved")

    async def lost_topic(self, parcel: Parcel, *, topic_id: int | None, closed: bool, now: datetime) -> None:
        async with self._writing() as session:
            if topic_id is not None:
                await topics.lost(session, parcel.chat.id, topic_id, closed=closed, now=now)
            await self._change_in(session, parcel, state=SendState.WAITING, not_before=None, reason=TOPIC_LOST)

    async def lost_message(self, parcel: Parcel) -> None:
        """Work pinned to a message that is gone has nothing left to do."""
        now = self._clock.now()
        async with self._writing() as session:
            slot = await self._locked_slot(session, parcel)
            is_current = slot is not None and parcel.revision >= slot.fresh_rev
            if not is_current:
                await self._change_in(session, parcel, state=SendState.SKIPPED, reason=MESSAGE_LOST, finished_at=now)
                return
            await session.run(update(slots).where(_is_slot(parcel)).values(message_id=None, text_hash=None))
            await self._change_in(session, parcel, state=SendState.WAITING, not_before=None, reason=MESSAGE_LOST)

    # ---- looking after it ----

    async def waiting(self) -> int:
        unsent = select(func.count()).where(messages.c.bot_id == self._bot_id, PENDING)
        untold = select(func.count()).where(notices.c.bot_id == self._bot_id, notices.c.settled_at.is_(None))
        # In one statement: a notice that is told in between would be counted neither as itself nor as its messages.
        async with self._reading() as session:
            return int(await session.value(select(unsent.scalar_subquery() + untold.scalar_subquery())))

    async def outlook(self, *, but: Collection[int] = ()) -> Outlook:
        """A chat with a message in flight is due when that lease ends.

        A chat where only edits wait that have no room is due when the first of its edits of late is long enough ago.
        """
        sends = self._sender is not None and self._sender.fence is not None
        async with self._reading() as session:
            return await look_out(
                session, now=self._clock.now(), pace=self._pace, but=but, sole=self._owner if sends else None
            )

    async def problems(self) -> Sequence[tuple[int, str, str]]:
        failed = and_(messages.c.bot_id == self._bot_id, messages.c.state == SendState.FAILED.value)
        async with self._reading() as session:
            rows = await session.all(select(messages).where(failed).order_by(messages.c.id))
        return [(row.id, row.state, row.reason) for row in rows]

    async def held_back(self) -> Mapping[int, int]:
        mine = and_(messages.c.bot_id == self._bot_id, PENDING)
        held = select(messages.c.chat_id).where(mine, messages.c.reason == MAY_NOT_WRITE)
        waiting = select(messages.c.chat_id, func.count().label("n")).where(mine, messages.c.chat_id.in_(held))
        async with self._reading() as session:
            rows = await session.all(waiting.group_by(messages.c.chat_id))
        return {row.chat_id: row.n for row in rows}

    async def retry(self, parcel_id: int) -> bool:
        """False: no failed row of this id."""
        failed = and_(messages.c.bot_id == self._bot_id, messages.c.state == SendState.FAILED.value)
        anew = {
            "state": SendState.WAITING.value,
            "attempts": 0,
            "not_before": None,
            "reason": None,
            "finished_at": None,
        }
        async with self._writing() as session:
            return await session.run(update(messages).where(failed, messages.c.id == parcel_id).values(anew)) > 0

    async def forget_old(self, *, before: datetime) -> None:
        told = select(messages.c.id).where(messages.c.notice_id == notices.c.id).exists()
        in_a_digest = or_(tellings.c.notice_id == notices.c.id, tellings.c.told_with == notices.c.id)
        heard = or_(told, select(tellings.c.id).where(in_a_digest).exists())
        old_notices = and_(notices.c.bot_id == self._bot_id, notices.c.settled_at < before, ~heard)
        async with self._writing() as session:
            await forget_told(session, before=before)
            old = and_(messages.c.bot_id == self._bot_id, messages.c.finished_at < before)
            await session.run(delete(messages).where(old))
            await session.run(delete(notices).where(old_notices))

    # ---- inside ----

    def _was_paced_edit(self, parcel: Parcel, message_id: int | None, text_hash: str) -> bool:
        """What looked as wanted already took no call."""
        same_message = parcel.slot_message_id is not None and message_id == parcel.slot_message_id
        is_paced = self._pace is not None and self._pace.covers(parcel.slot)
        return is_paced and same_message and text_hash != parcel.last_text_hash

    async def _is_there_after_all(self, session: Session, chat_id: int) -> None:
        """A group that was taken for lost took a message: the word of its change of mind never came."""
        await session.run(update(chats).where(chats.c.id == chat_id).values(present=True))
        await SqlOutbox(session).catch_up(chat_id)

    async def _change(self, parcel: Parcel, **values: Any) -> None:
        async with self._writing() as session:
            await self._change_in(session, parcel, **values)

    async def _change_in(self, session: Session, parcel: Parcel, *, state: SendState, **values: Any) -> None:
        """Only while this claim holds: its number of attempts tells it from a later one of another process."""
        held = and_(
            messages.c.id == parcel.id,
            messages.c.attempts == parcel.attempts,
            or_(messages.c.state == SendState.SENDING.value, messages.c.state == SendState.UNSURE.value),
        )
        await session.run(update(messages).where(held).values(state=state.value, **_FREE, **values))

    async def _locked_slot(self, session: Session, parcel: Parcel) -> Any:
        if parcel.slot is None:
            return None
        return await session.first(select(slots).where(_is_slot(parcel)).with_for_update())

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[Session]:
        async with self._database.reading() as connection:
            yield Session(connection, self._bot_id, self._clock, writing=False)

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[Session]:
        async with self._database.writing() as connection:
            yield Session(connection, self._bot_id, self._clock, writing=True)


def _is_slot(parcel: Parcel) -> Any:
    return and_(slots.c.chat_id == parcel.chat.id, slots.c.name == parcel.slot)
