"""What is under way while a group becomes a supergroup.

Messages are counted anew there: an old id names nothing any more, or a stranger's message.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec
from sqlalchemy import Table, and_, case, or_, select, update

from bot.domain.whispers import UNSEEN
from bot.messages import Reply
from bot.store.session import Session
from bot.store.tables import dialogs, inbox, messages, slots


async def ask_again(session: Session, chat_id: int) -> None:
    """Open dialogs are reminded of at once: nobody can answer below a question that stayed in the old group."""
    now = session.clock.now()
    # What nobody else saw stays unseen: it is not repeated in the new group.
    asked = case((dialogs.c.asked_message_id == UNSEEN, UNSEEN), else_=None)
    again = {"asked_message_id": asked, "reminded": False, "idle_at": now}
    waiting = and_(dialogs.c.chat_id == chat_id, dialogs.c.expires_at > now)
    await session.run(update(dialogs).where(waiting).values(again))


async def speak_anew(session: Session, chat_id: int) -> None:
    """What waits to be said names no message of the old group."""
    unfinished = and_(messages.c.chat_id == chat_id, messages.c.finished_at.is_(None))
    await _unhang(session, messages, unfinished)
    await _unhang(session, slots, slots.c.chat_id == chat_id)
    forgotten = {"message_id": None, "text_hash": None}
    await session.run(update(slots).where(slots.c.chat_id == chat_id).values(forgotten))
    await session.run(update(messages).where(unfinished).values(message_id=None))


async def _unhang(session: Session, table: Table, which: Any) -> None:
    key = list(table.primary_key.columns)
    for row in await session.all(select(*key, table.c.content).where(which, table.c.content.is_not(None))):
        reply = msgspec.json.decode(row.content, type=Reply)
        if reply.answers is None and reply.edits is None:
            continue
        free = msgspec.json.encode(msgspec.structs.replace(reply, answers=None, edits=None)).decode()
        this = and_(*(column == getattr(row, column.name) for column in key))
        await session.run(update(table).where(this).values(content=free))


async def readdress(session: Session, *, old: int, new: int) -> None:
    """What was said in the old group and nobody has in hand yet was said in the new one. Telegram's ids of the group.

    A row that is being handled stays in its lane: in another one it would be taken up a second time.
    """
    free = or_(inbox.c.owner.is_(None), inbox.c.lease_until <= session.clock.now())
    theirs = and_(inbox.c.bot_id == session.bot_id, inbox.c.chat_key == old, free)
    for row in await session.all(select(inbox.c.id, inbox.c.payload).where(theirs).with_for_update(skip_locked=True)):
        told = json.loads(row.payload)
        member = told.get("my_chat_member") or told.get("chat_member", {})
        message = told.get("message") or told.get("callback_query", {}).get("message") or member
        if "chat" not in message or "migrate_to_chat_id" in message:
            continue
        message["chat"] = {**message["chat"], "id": new, "type": "supergroup"}
        payload = json.dumps(told, ensure_ascii=False)
        await session.run(update(inbox).where(inbox.c.id == row.id).values(chat_key=new, payload=payload))
