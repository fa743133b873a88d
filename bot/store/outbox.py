"""Putting into the outbox, in the transaction of the cause: notices, messages said once, and slots.

A slot's revision grows with each wish to show something else; one waiting row stands for all of them. What a row was
claimed with (`Parcel.revision`) tells, when it is sent, whether the slot has moved on since. Locks are taken in one
order everywhere: chat, then slot, then message.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import bindparam, select, update

from bot.domain.notices import Notice, WishChanged
from bot.messages import Reply, absence
from bot.ports import SendState
from bot.store.session import Session
from bot.store.tables import messages, notices, slots

MAY_NOT_WRITE = "may-not-write"  #: why a row waits, or was not said any more
_to_json = msgspec.json.Encoder()

_WAITING_FOR_SLOT = (
    select(messages.c.id)
    .where(
        messages.c.chat_id == bindparam("chat"),
        messages.c.slot == bindparam("name"),
        messages.c.state == SendState.WAITING.value,
        messages.c.pinned_rev.is_(None),
    )
    .limit(1)
)
_SLOT = select(slots).where(slots.c.chat_id == bindparam("chat"), slots.c.name == bindparam("name")).with_for_update()

_SAID = (
    select(messages.c.content)
    .where(messages.c.chat_id == bindparam("chat"), messages.c.message_id == bindparam("message"))
    .where(messages.c.slot.is_(None), messages.c.state == SendState.SENT.value)
    .order_by(messages.c.id.desc())
    .limit(1)
)
_SHOWING = select(slots.c.name).where(slots.c.chat_id == bindparam("chat"), slots.c.message_id == bindparam("message"))


class SqlOutbox:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def put(self, notice: Notice) -> None:
        if isinstance(notice, WishChanged):
            if notice.wish_id in self._session.changed_wishes:
                return  # one transaction changes a card once, however many presses are in it
            self._session.changed_wishes.add(notice.wish_id)
        values = {"bot_id": self._session.bot_id, "body": body_of(notice), "put_at": self._session.clock.now()}
        await self._session.run(notices.insert().values(values))

    async def say(self, chat_id: int, reply: Reply, *, language: str) -> None:
        await enqueue(self._session, chat_id=chat_id, reply=reply, language=language)

    async def touch(self, chat_id: int, slot: str, *, language: str = "") -> None:
        await _want(self._session, chat_id, slot, content=None, language=language)
        await _insert_for_slot_once(self._session, chat_id, slot, language=language)

    async def outdate(self, chat_id: int, slot: str) -> None:
        await _want(self._session, chat_id, slot, content=None, language="")

    async def catch_up(self, chat_id: int) -> None:
        held = update(messages).where(
            messages.c.chat_id == chat_id,
            messages.c.state == SendState.WAITING.value,
            messages.c.reason == MAY_NOT_WRITE,
        )
        if await self._session.run(held.values(not_before=None, reason=None)):
            self._session.spoken_to.add(chat_id)
        composed = (slots.c.chat_id == chat_id, slots.c.content.is_(None), slots.c.sent_rev < slots.c.wanted_rev)
        for row in await self._session.all(select(slots.c.name).where(*composed).order_by(slots.c.name)):
            await _insert_for_slot_once(self._session, chat_id, row.name, language="")

    async def remove(self, chat_id: int, slot: str) -> None:
        if await self._session.first(_SLOT, {"chat": chat_id, "name": slot}) is not None:
            await self.say(chat_id, msgspec.structs.replace(absence(), slot=slot), language="")

    async def slot_showing(self, chat_id: int, message_id: int) -> str | None:
        name: str | None = await self._session.value(_SHOWING, {"chat": chat_id, "message": message_id})
        return name

    async def said_in(self, chat_id: int, message_id: int) -> Reply | None:
        content = await self._session.value(_SAID, {"chat": chat_id, "message": message_id})
        return None if content is None else msgspec.json.decode(content, type=Reply)

    async def shown(self, chat_id: int, beginning: str) -> Sequence[str]:
        these = (slots.c.name.startswith(beginning, autoescape=True), slots.c.message_id.is_not(None))
        rows = await self._session.all(select(slots.c.name).where(slots.c.chat_id == chat_id, *these))
        return sorted(row.name for row in rows)

    async def close_slot(self, chat_id: int, slot: str) -> None:
        await _start_anew(self._session, chat_id, slot)


async def enqueue(
    session: Session,
    *,
    chat_id: int,
    reply: Reply,
    language: str,
    notice_id: int | None = None,
    person_id: int | None = None,
    not_before: datetime | None = None,
) -> None:
    """Queue a reply. Addressed to a person for a notice, it has a row of its own even if its slot has one waiting."""
    addressed = {"notice_id": notice_id, "person_id": person_id, "not_before": not_before}
    if reply.slot is None:
        await _insert(session, chat_id, content=body_of(reply), language=language, **addressed)
        return
    if reply.fresh or reply.ask:  # a ForceReply cannot be edited into being, nor afterwards
        await _start_anew(session, chat_id, reply.slot)
    await _want(session, chat_id, reply.slot, content=body_of(reply), language=language)
    if notice_id is None:
        await _insert_for_slot_once(session, chat_id, reply.slot, language=language)
    else:
        await _insert(session, chat_id, slot=reply.slot, language=language, **addressed)


async def _want(session: Session, chat_id: int, slot: str, *, content: str | None, language: str) -> None:
    """The slot is to show something else. The lock on its row keeps it until this unit of work ends."""
    shown = {"content": content, "language": language}
    first = session.insert(slots).values(chat_id=chat_id, name=slot, wanted_rev=1, sent_rev=0, fresh_rev=0, **shown)
    again = {**shown, "wanted_rev": slots.c.wanted_rev + 1}
    await session.run(first.on_conflict_do_update(index_elements=["chat_id", "name"], set_=again))


async def _start_anew(session: Session, chat_id: int, slot: str) -> None:
    """The slot's next message is a new one.

    What is still to be done to the old message is pinned to it: a prompt that is to show the given answer shows it,
    although the next prompt follows in the same slot.
    """
    key = {"chat": chat_id, "name": slot}
    row = await session.first(_SLOT, key)
    if row is None:
        return
    pending = update(messages).where(
        messages.c.chat_id == chat_id,
        messages.c.slot == slot,
        messages.c.pinned_rev.is_(None),
        messages.c.finished_at.is_(None),
    )
    pinned = {"pinned_rev": row.wanted_rev, "content": row.content, "message_id": row.message_id}
    await session.run(pending.values(pinned))
    anew = {
        "message_id": None,
        "text_hash": None,
        "companions": None,
        "wanted_rev": row.wanted_rev + 1,
        "fresh_rev": row.wanted_rev + 1,
    }
    await session.run(update(slots).where(slots.c.chat_id == chat_id, slots.c.name == slot).values(anew))


async def _insert_for_slot_once(session: Session, chat_id: int, slot: str, *, language: str) -> None:
    if await session.first(_WAITING_FOR_SLOT, {"chat": chat_id, "name": slot}) is None:
        await _insert(session, chat_id, slot=slot, language=language)


async def _insert(session: Session, chat_id: int, **values: Any) -> None:
    row = {
        "bot_id": session.bot_id,
        "chat_id": chat_id,
        "state": SendState.WAITING.value,
        "attempts": 0,
        "parts_sent": 0,
        "put_at": session.clock.now(),
    }
    insert = session.insert(messages).values(**row, **values)
    await session.run(insert.on_conflict_do_nothing(index_elements=["notice_id", "person_id"]))
    session.spoken_to.add(chat_id)


def body_of(struct: Notice | Reply) -> str:
    return _to_json.encode(struct).decode()
