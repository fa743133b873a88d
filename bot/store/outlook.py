"""What delivery has before it, seen in one statement: it is asked for after every act, and whenever nothing happens."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, func, select

from bot.ports import EditPace, Outlook, SendState
from bot.store.attention_tables import tellings
from bot.store.broadcast_tables import broadcasts
from bot.store.claims import BOT, EDITED_OF_LATE, PENDING, heads, heads_values, is_paced_edit
from bot.store.session import Session
from bot.store.tables import messages, notices, slots


async def look_out(
    session: Session, *, now: datetime, pace: EditPace | None, but: Collection[int], sole: str | None = None
) -> Outlook:
    """See `ports.OutboxQueue.outlook`. `sole`: the owner who alone sends by now: what others hold waits for nothing."""
    values = heads_values(session.bot_id, now=now, pace=pace)
    more = {"but": sorted(but)} if sole is None else {"but": sorted(but), "sole": sole}
    seen = await session.first(_outlook(pace, of_sole=sole is not None), {**values, **more})
    assert seen is not None, "it selects no rows, it counts"
    moments = [seen.free_at, seen.lease_ends, seen.left_behind if sole is not None else None]
    if pace is not None and seen.edit is not None:
        moments.append(await _edits_go_on_at(session, pace, values))
    due = min((moment for moment in moments if moment is not None), default=None)
    return Outlook(
        untold=seen.untold is not None, telling_due=seen.telling_due, parcel_due=due, broadcast_due=seen.broadcast_due
    )


# Both statements are made once, see `claims._free_chats`.
@lru_cache(maxsize=16)
def _outlook(pace: EditPace | None, *, of_sole: bool) -> Select[Any]:
    """One row."""
    mine, head = and_(messages.c.bot_id == BOT, PENDING), heads(pace).subquery()
    due_at = case((messages.c.not_before.is_(None), messages.c.put_at), else_=messages.c.not_before)
    free = select(func.min(due_at)).join(head, head.c.id == messages.c.id)
    sending = and_(mine, messages.c.state == SendState.SENDING.value)
    in_flight = select(func.min(messages.c.lease_until)).where(sending)
    left_out = notices.c.id.in_(bindparam("but", expanding=True))
    untold = select(func.min(notices.c.id)).where(notices.c.bot_id == BOT, notices.c.settled_at.is_(None), ~left_out)
    waiting = select(func.min(tellings.c.due_at)).where(tellings.c.bot_id == BOT, tellings.c.told_at.is_(None))
    feeding = select(func.min(broadcasts.c.feed_at)).where(
        broadcasts.c.bot_id == BOT, broadcasts.c.feed_at.is_not(None)
    )
    columns = {"untold": untold, "telling_due": waiting, "free_at": free, "lease_ends": in_flight}
    columns["broadcast_due"] = feeding
    if of_sole:
        others = messages.c.owner != bindparam("sole", type_=messages.c.owner.type)
        columns["left_behind"] = select(func.min(messages.c.put_at)).where(sending, others)
    if pace is not None:
        theirs = and_(messages.c.chat_id == slots.c.chat_id, messages.c.slot == slots.c.name)
        edits = select(func.min(messages.c.id)).select_from(messages.join(slots, theirs))
        columns["edit"] = edits.where(mine, is_paced_edit(pace))
    return select(*(column.scalar_subquery().label(name) for name, column in columns.items()))


async def _edits_go_on_at(session: Session, pace: EditPace, values: Mapping[str, Any]) -> datetime | None:
    """The earliest moment at which an edit that waits for room may go; None: none waits for that."""
    by_chat: dict[int, list[datetime]] = {}
    for row in await session.all(_edits_of_late(pace), values):
        by_chat.setdefault(row.chat_id, []).append(row.edited_at)
    free = (moments[pace.most - 1] + pace.per for moments in by_chat.values() if len(moments) >= pace.most)
    return min(free, default=None)


@lru_cache(maxsize=16)
def _edits_of_late(pace: EditPace) -> Select[Any]:
    """When each was made, of the chats where others wait; the latest first."""
    theirs = and_(messages.c.chat_id == slots.c.chat_id, messages.c.slot == slots.c.name)
    pending = and_(messages.c.bot_id == BOT, PENDING, is_paced_edit(pace))
    waiting = select(messages.c.chat_id).select_from(messages.join(slots, theirs)).where(pending)
    late = select(messages.c.chat_id, messages.c.edited_at).where(EDITED_OF_LATE, messages.c.chat_id.in_(waiting))
    return late.order_by(messages.c.edited_at.desc())
