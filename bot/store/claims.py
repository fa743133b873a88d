"""Claiming rows of the outbox: first in first out and at most one in flight for each chat.

The one exception: an edit under an `EditPace` (of a card, of a board) lets everything else in its chat go first, and is
not there to be claimed while the chat has had its edits of the minute. One waiting row stands for all that its slot is
to show, so nothing of its own slot is ever overtaken. The edits are counted in the table: true after a restart, and for
all processes together.

All that makes a row `sending` happens under a lock on its chat, which is skipped, never waited for, when somebody else
has it. SQLite has one writer anyway and leaves the locks out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Integer, Row, Select, and_, bindparam, case, func, or_, select, update

from bot.messages import Reply
from bot.ports import BROADCAST_SLOT, EditPace, Parcel, SendState
from bot.store.chats import chat_of
from bot.store.leases import holds
from bot.store.session import Session
from bot.store.tables import chats, messages, slots

_UNFINISHED = [SendState.WAITING.value, SendState.SENDING.value, SendState.UNSURE.value]
# Written out in the statement: a planner that sees parameters there cannot know that the partial index is meant.
PENDING = messages.c.state.in_(bindparam("unfinished", _UNFINISHED, expanding=True, literal_execute=True))
BOT, NOW = bindparam("the_bot", type_=messages.c.bot_id.type), bindparam("the_moment", type_=messages.c.put_at.type)
#: Rows of edits under an `EditPace` that were made less than its minute ago; see `heads_values`.
EDITED_OF_LATE = and_(
    messages.c.bot_id == BOT, messages.c.edited_at > bindparam("edited_since", type_=messages.c.put_at.type)
)
#: 1 of what many are told, see `Parcel.gives_way`: it comes behind all else, wherever else that is to go.
_GIVES_WAY = case((messages.c.slot.startswith(BROADCAST_SLOT, autoescape=True), 1), else_=0)
_IS_DUE = or_(messages.c.not_before.is_(None), messages.c.not_before <= NOW)
ALREADY_SHOWN = "already-shown"
Claimed = tuple[Row[Any], Row[Any] | None]
"""A row of `messages` as it was before, and its slot."""

_decode_reply = msgspec.json.Decoder(Reply).decode


@dataclass(frozen=True, slots=True)
class Lease:
    """Who may send until when; `fence`: see `ports.SenderLease`, None where one process sends anyway."""

    owner: str
    now: datetime
    lasts_s: float
    fence: int | None = None

    @property
    def until(self) -> datetime:
        return self.now + timedelta(seconds=self.lasts_s)


def heads(pace: EditPace | None, *, of_chats: bool = False) -> Select[Any]:
    """(chat_id, id) of the row that is next in each chat that has none in flight; id is NULL if none may go now.

    To be executed with `heads_values`; `of_chats`: of those alone that stand there.
    """
    in_flight = func.sum(case((messages.c.state == SendState.SENDING.value, 1), else_=0))
    if pace is None:
        head = select(messages.c.chat_id, func.min(messages.c.id).label("id"))
    else:
        edit, spent = is_paced_edit(pace), messages.c.chat_id.in_(_chats_at_rest(pace))
        other = func.min(case((~edit, messages.c.id)))
        first = func.coalesce(other, func.min(case((and_(edit, ~spent), messages.c.id))))
        theirs = and_(messages.c.chat_id == slots.c.chat_id, messages.c.slot == slots.c.name)
        head = select(messages.c.chat_id, first.label("id")).select_from(messages.outerjoin(slots, theirs))
    unfinished = head.where(messages.c.bot_id == BOT, PENDING)
    if of_chats:
        unfinished = unfinished.where(messages.c.chat_id.in_(bindparam("chat_ids", expanding=True)))
    return unfinished.group_by(messages.c.chat_id).having(in_flight == 0)


def heads_values(
    bot_id: int, *, now: datetime, pace: EditPace | None, chat_ids: Iterable[int] | None = None
) -> dict[str, Any]:
    """What a statement around `heads` is executed with; `now` is there for what surrounds it as well."""
    values: dict[str, Any] = {"the_bot": bot_id, "the_moment": now}
    if pace is not None:
        values["edited_since"] = now - pace.per
    if chat_ids is not None:
        values["chat_ids"] = sorted(chat_ids)
    return values


def is_paced_edit(pace: EditPace) -> Any:
    """Whether a row of `messages`, with its slot beside it, changes a message that is there already."""
    covered = or_(*(messages.c.slot.startswith(beginning, autoescape=True) for beginning in pace.slots))
    return and_(slots.c.message_id.is_not(None), covered)


def _chats_at_rest(pace: EditPace) -> Select[Any]:
    """Ids of the chats that had their edits."""
    edited = select(messages.c.chat_id).where(EDITED_OF_LATE)
    return edited.group_by(messages.c.chat_id).having(func.count() >= pace.most)


async def claim(
    session: Session,
    lease: Lease,
    *,
    limit: int,
    chat_ids: Iterable[int] | None = None,
    pace: EditPace | None = None,
) -> list[Parcel]:
    """Take the oldest due row of each free chat, oldest rows first; of these chats only, if they are named.

    What many are told comes last: people who talk to the bot do not wait behind it.
    """
    parcels: list[Parcel] = []
    wanted = set(chat_ids) if chat_ids is not None else None
    while len(parcels) < limit:
        rows = await _lock_chats(session, lease, limit=limit - len(parcels), chat_ids=wanted, pace=pace)
        rows_by_chat = {row.id: row for row in rows}
        due = await _due_heads(session, lease.now, rows_by_chat, pace=pace) if rows else []
        taken, stale = await _sort_out(session, due)
        if taken:
            marked = {"state": SendState.SENDING.value, "owner": lease.owner, "lease_until": lease.until}
            ids = [row.id for row, _ in taken]
            await session.run(
                update(messages).where(messages.c.id.in_(ids)).values(**marked, attempts=messages.c.attempts + 1)
            )
        parcels += [_parcel(row, slot, rows_by_chat[row.chat_id]) for row, slot in taken]
        if not stale:
            break
        finished = {"state": SendState.SKIPPED.value, "reason": ALREADY_SHOWN, "finished_at": lease.now}
        await session.run(update(messages).where(messages.c.id.in_([row.id for row in stale])).values(finished))
        wanted = {row.chat_id for row in stale}  # what stood behind them may go now
    return parcels


async def free_expired(session: Session, lease: Lease) -> None:
    """Whoever claimed them died or hangs: they may have been sent. Under a fence, so did all that others hold."""
    unsure = {"state": SendState.UNSURE.value, "owner": None, "lease_until": None, "reason": "lease-expired"}
    sending = and_(messages.c.bot_id == session.bot_id, PENDING, messages.c.state == SendState.SENDING.value)
    lost = messages.c.lease_until <= lease.now
    if lease.fence is not None:
        lost = and_(or_(lost, messages.c.owner != lease.owner), holds(session.bot_id, lease.fence))
    await session.run(update(messages).where(sending, lost).values(unsure))


async def _lock_chats(
    session: Session, lease: Lease, *, limit: int, chat_ids: set[int] | None, pace: EditPace | None
) -> list[Row[Any]]:
    values = heads_values(session.bot_id, now=lease.now, pace=pace, chat_ids=chat_ids)
    free = _free_chats(pace, of_chats=chat_ids is not None, of_bot=session.bot_id if lease.fence is not None else None)
    if lease.fence is not None:
        values["fence"] = lease.fence
    return await session.all(free, {**values, "most": limit})


# Made once and executed with other values each time: they are asked for after every act, and to make one costs more
# than to execute it.
@lru_cache(maxsize=16)
def _free_chats(pace: EditPace | None, *, of_chats: bool, of_bot: int | None) -> Select[Any]:
    """`of_bot`: only while its sender's lease bears the number."""
    head = heads(pace, of_chats=of_chats).subquery()
    free = (
        select(chats)
        .join(head, head.c.chat_id == chats.c.id)
        .join(messages, messages.c.id == head.c.id)
        .where(_IS_DUE)
        .order_by(_GIVES_WAY, messages.c.id)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(of=chats, key_share=True, skip_locked=True)
    )
    return free if of_bot is None else free.where(holds(of_bot, bindparam("fence", type_=BigInteger)))


async def _due_heads(
    session: Session, now: datetime, chat_ids: Iterable[int], *, pace: EditPace | None
) -> list[Row[Any]]:
    """Asked again under the locks: what was seen before them may have been claimed meanwhile."""
    return await session.all(_due_rows(pace), heads_values(session.bot_id, now=now, pace=pace, chat_ids=chat_ids))


@lru_cache(maxsize=16)
def _due_rows(pace: EditPace | None) -> Select[Any]:
    head = heads(pace, of_chats=True).subquery()
    return select(messages).join(head, head.c.id == messages.c.id).where(_IS_DUE).order_by(_GIVES_WAY, messages.c.id)


async def _sort_out(session: Session, due: Sequence[Row[Any]]) -> tuple[list[Claimed], list[Row[Any]]]:
    """(rows to send, rows whose slot shows what is wanted already). Those whose slot is locked are left for later."""
    slotted = [row.id for row in due if row.slot is not None]
    locked: dict[tuple[int, str], Row[Any]] = {}
    if slotted:
        theirs = and_(messages.c.chat_id == slots.c.chat_id, messages.c.slot == slots.c.name)
        wanted = select(slots).join(messages, theirs).where(messages.c.id.in_(slotted))
        free = await session.all(wanted.with_for_update(of=slots, skip_locked=True))
        locked = {(slot.chat_id, slot.name): slot for slot in free}
    taken: list[Claimed] = []
    stale: list[Row[Any]] = []
    for row in due:
        slot = locked.get((row.chat_id, row.slot))
        if row.slot is not None and slot is None:
            continue
        if slot is not None and row.pinned_rev is None and slot.sent_rev >= slot.wanted_rev:
            stale.append(row)
        else:
            taken.append((row, slot))
    return taken, stale


def _parcel(row: Row[Any], slot: Row[Any] | None, chat: Row[Any]) -> Parcel:
    """`row` as it was before it was marked."""
    follows_slot = slot is not None and row.pinned_rev is None
    content = slot.content if slot is not None and follows_slot else row.content
    if slot is None:
        message_id, revision, text_hash, language = None, 0, None, row.language
    elif follows_slot:
        message_id, revision, text_hash, language = slot.message_id, slot.wanted_rev, slot.text_hash, slot.language
    else:
        message_id, revision, text_hash, language = row.message_id, row.pinned_rev, None, row.language
    return Parcel(
        id=row.id,
        chat=chat_of(chat),
        reply=_decode_reply(content) if content is not None else None,
        language=language,
        slot=row.slot,
        slot_message_id=message_id,
        revision=revision,
        attempts=row.attempts + 1,
        notice_id=row.notice_id,
        person_id=row.person_id,
        last_text_hash=text_hash,
        parts_sent=row.parts_sent,
        companions=tuple(slot.companions or ()) if slot is not None and follows_slot else (),
    )
