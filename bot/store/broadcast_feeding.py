"""Recipients of broadcasts: who they are, whose turn it is, and what became of what the outbox was given for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, update

from bot.domain.attention import Attention
from bot.domain.broadcasts import Broadcast, BroadcastState
from bot.domain.people import Chat, Purpose
from bot.ports import BROADCAST_SLOT, SendState
from bot.ports.broadcasts import Reached, Recipient
from bot.store.attention_tables import notice_settings
from bot.store.broadcast_tables import broadcast_recipients, broadcasts
from bot.store.chats import chat_of
from bot.store.outbox import MAY_NOT_WRITE
from bot.store.people import person_of
from bot.store.place_tables import place_nodes
from bot.store.session import Session
from bot.store.tables import chats, messages, people, residents

NOT_THERE = "not-in-group"  #: why a group was not told: the bot was thrown out
ALREADY_SHOWN = "already-shown"
_MOST_KEYS = 500  #: of one statement
_PENDING = broadcast_recipients.c.put_rev > broadcast_recipients.c.settled_rev

_last = (
    select(messages.c.chat_id, func.max(messages.c.id).label("id"))
    .join(broadcast_recipients, broadcast_recipients.c.chat_id == messages.c.chat_id)
    .where(broadcast_recipients.c.broadcast_id == bindparam("broadcast"), _PENDING)
    .where(messages.c.slot == bindparam("slot"))
    .group_by(messages.c.chat_id)
    .subquery()
)
_BROADCAST = broadcast_recipients.c.broadcast_id == bindparam("broadcast")
_ON_THE_WAY = (
    select(messages.c.chat_id, messages.c.state, messages.c.reason, messages.c.finished_at)
    .add_columns(broadcast_recipients.c.reason.label("noted"))
    .join(_last, _last.c.id == messages.c.id)
    .join(broadcast_recipients, and_(_BROADCAST, broadcast_recipients.c.chat_id == messages.c.chat_id))
)
_THIS_ONE = and_(_BROADCAST, broadcast_recipients.c.chat_id == bindparam("chat"))
_NOTE = update(broadcast_recipients).where(_THIS_ONE).values(reason=bindparam("why"))
#: `arrived_at`: None if it did not. The first arrival stays, whatever becomes of a correction.
_SETTLE = _NOTE.values(
    settled_rev=broadcast_recipients.c.put_rev,
    outcome=bindparam("became"),
    sent_at=func.coalesce(
        broadcast_recipients.c.sent_at, bindparam("arrived_at", type_=broadcast_recipients.c.sent_at.type)
    ),
)
_NEXT = (
    select(broadcast_recipients.c.chat_id, broadcast_recipients.c.person_id)
    .where(broadcast_recipients.c.broadcast_id == bindparam("broadcast"))
    .where(broadcast_recipients.c.put_rev < bindparam("revision"))
    .order_by(broadcast_recipients.c.put_rev, broadcast_recipients.c.position)
    .limit(bindparam("most"))
)


def slot_of(broadcast_id: int) -> str:
    return f"{BROADCAST_SLOT}{broadcast_id}"


class Feeding:
    def __init__(self, session: Session) -> None:
        self._session = session

    # ---- whom it reaches

    async def people_of(
        self, estate_keys: Sequence[str], buildings: Sequence[str] = (), grid_ids: Sequence[int] = ()
    ) -> Sequence[int]:
        known = select(residents.c.person_id).join(chats, chats.c.id == residents.c.chat_id).distinct()
        known = known.where(*self._building_chats(estate_keys, buildings, grid_ids), residents.c.left_at.is_(None))
        return [row.person_id for row in await self._session.all(known.order_by(residents.c.person_id))]

    async def people_named(self, telegram_ids: Sequence[int]) -> Sequence[int]:
        named = select(people.c.id).where(
            people.c.bot_id == self._session.bot_id, people.c.telegram_id.in_(sorted(set(telegram_ids)))
        )
        return [row.id for row in await self._session.all(named.order_by(people.c.id))]

    async def buildings(self, estate_keys: Sequence[str]) -> Sequence[str]:
        theirs = select(chats.c.building).where(*self._building_chats(estate_keys, ()), chats.c.building.is_not(None))
        rows = await self._session.all(theirs.distinct())
        return sorted((row.building for row in rows), key=lambda name: (len(name), name))

    async def groups_of(
        self, estate_keys: Sequence[str], buildings: Sequence[str] = (), grid_ids: Sequence[int] = ()
    ) -> Sequence[Chat]:
        here = select(chats).where(*self._building_chats(estate_keys, buildings, grid_ids), chats.c.present)
        return [chat_of(row) for row in await self._session.all(here.order_by(chats.c.id))]

    def _building_chats(
        self, estate_keys: Sequence[str], buildings: Sequence[str], grid_ids: Sequence[int] = ()
    ) -> tuple[ColumnElement[bool], ...]:
        """Of a grid: its own group, and those of its buildings."""
        mine = (chats.c.bot_id == self._session.bot_id, chats.c.purpose == Purpose.BUILDING.value)
        of_estates = chats.c.estate_key.in_(list(estate_keys))
        if not buildings and not grid_ids:
            return (*mine, of_estates)
        of_building = chats.c.building.in_(list(buildings))
        if not grid_ids:
            return (*mine, of_estates, of_building)
        lies_in = select(place_nodes.c.path).where(
            place_nodes.c.bot_id == self._session.bot_id,
            place_nodes.c.estate_key == chats.c.estate_key,
            place_nodes.c.grid_id.in_(list(grid_ids)),
        )
        in_grids = or_(chats.c.grid_id.in_(list(grid_ids)), chats.c.building.in_(lies_in))
        return (*mine, of_estates, or_(of_building, in_grids))

    async def reach(self, person_ids: Sequence[int], *, muted_too: bool) -> Reached:
        private = and_(chats.c.telegram_id == people.c.telegram_id, chats.c.bot_id == people.c.bot_id)
        muting = and_(notice_settings.c.person_id == people.c.id, notice_settings.c.wish_id.is_(None))
        standing = (
            select(
                people.c.id, people.c.started, chats.c.id.label("chat_id"), chats.c.present, notice_settings.c.setting
            )
            .select_from(people.outerjoin(chats, private).outerjoin(notice_settings, muting))
            .where(people.c.bot_id == self._session.bot_id)
            .order_by(people.c.id)
        )
        reached: list[tuple[int, int]] = []
        unreached: dict[str, int] = {}
        for some in _in_lots(person_ids):
            for row in await self._session.all(standing.where(people.c.id.in_(some))):
                if reason := _why_not(row, muted_too=muted_too):
                    unreached[reason] = unreached.get(reason, 0) + 1
                else:
                    reached.append((row.id, row.chat_id))
        return Reached((), tuple(reached), unreached)

    # ---- whose turn it is

    async def due(self, now: datetime) -> int | None:
        first = (
            select(broadcasts.c.id)
            .where(self._mine, broadcasts.c.feed_at.is_not(None), broadcasts.c.feed_at <= now)
            .order_by(broadcasts.c.emergency.desc(), broadcasts.c.feed_at, broadcasts.c.id)
            .limit(1)
        )
        broadcast_id: int | None = await self._session.value(first)
        return broadcast_id

    async def settle(self, broadcast: Broadcast) -> tuple[int, int]:
        pending = held = 0
        noted: list[dict[str, Any]] = []
        settled: list[dict[str, Any]] = []
        values = {"broadcast": broadcast.id, "slot": slot_of(broadcast.id)}
        for row in await self._session.all(_ON_THE_WAY, values):
            theirs = {"broadcast": broadcast.id, "chat": row.chat_id}
            if row.finished_at is None:
                pending += 1
                held += row.reason == MAY_NOT_WRITE
                reason = MAY_NOT_WRITE if row.reason == MAY_NOT_WRITE else None
                if row.noted != reason:
                    noted.append({**theirs, "why": reason})
            elif row.state == SendState.SENT.value or row.reason == ALREADY_SHOWN:
                settled.append({**theirs, "became": "sent", "why": None, "arrived_at": row.finished_at})
            else:
                settled.append({**theirs, "became": "failed", "why": row.reason, "arrived_at": None})
        for change, rows in ((_NOTE, noted), (_SETTLE, settled)):
            if rows:
                await self._session.connection.execute(change, rows)
        return pending, held

    async def put(self, broadcast: Broadcast, *, limit: int) -> Sequence[Recipient]:
        turn = {"broadcast": broadcast.id, "revision": broadcast.revision, "most": limit}
        rows = await self._session.all(_NEXT, turn)
        if not rows:
            return []
        chat_ids = [row.chat_id for row in rows]
        here = {row.id: chat_of(row) for row in await self._session.all(select(chats).where(chats.c.id.in_(chat_ids)))}
        who = [row.person_id for row in rows if row.person_id is not None]
        readers = {
            row.id: person_of(row) for row in await self._session.all(select(people).where(people.c.id.in_(who)))
        }
        there = [chat_id for chat_id in chat_ids if here[chat_id].present]
        gone = [chat_id for chat_id in chat_ids if not here[chat_id].present]
        if there:
            await self._session.run(_many(broadcast.id, there).values(put_rev=broadcast.revision))
        if gone:
            past = {"put_rev": broadcast.revision, "settled_rev": broadcast.revision}
            await self._session.run(_many(broadcast.id, gone).values(outcome="failed", reason=NOT_THERE, **past))
        return [Recipient(here[row.chat_id], readers.get(row.person_id)) for row in rows if here[row.chat_id].present]

    async def left(self, broadcast: Broadcast) -> int:
        behind = broadcast_recipients.c.put_rev < broadcast.revision
        counted = select(func.count()).where(broadcast_recipients.c.broadcast_id == broadcast.id, behind)
        return int(await self._session.value(counted))

    async def feed_again(self, broadcast_id: int, *, at: datetime, shown_at: datetime | None = None) -> None:
        values = {"feed_at": at} if shown_at is None else {"feed_at": at, "shown_at": shown_at}
        await self._session.run(update(broadcasts).where(self._is(broadcast_id)).values(values))

    async def look_again(self, broadcast_id: int, *, at: datetime) -> None:
        resting = and_(self._is(broadcast_id), broadcasts.c.feed_at.is_(None))
        await self._session.run(update(broadcasts).where(resting).values(feed_at=at))

    async def all_settled(self, broadcast: Broadcast, *, now: datetime) -> None:
        done: dict[str, Any] = {"feed_at": None}
        if broadcast.state is BroadcastState.SENDING:
            done |= {"state": BroadcastState.DONE.value, "ended_at": now}
        await self._session.run(update(broadcasts).where(self._is(broadcast.id)).values(done))

    async def shown_at(self, broadcast_id: int) -> datetime | None:
        moment: datetime | None = await self._session.value(select(broadcasts.c.shown_at).where(self._is(broadcast_id)))
        return moment

    @property
    def _mine(self) -> ColumnElement[bool]:
        return broadcasts.c.bot_id == self._session.bot_id

    def _is(self, broadcast_id: int) -> ColumnElement[bool]:
        return and_(self._mine, broadcasts.c.id == broadcast_id)


def _why_not(row: Any, *, muted_too: bool) -> str | None:
    """Why this person cannot be told in private; None if they can."""
    if not row.started:
        return "never-started"
    if row.chat_id is None or not row.present:
        return "blocked"
    return "muted" if row.setting == Attention.MUTED.value and not muted_too else None


def _many(broadcast_id: int, chat_ids: Sequence[int]) -> Any:
    which = and_(broadcast_recipients.c.broadcast_id == broadcast_id, broadcast_recipients.c.chat_id.in_(chat_ids))
    return update(broadcast_recipients).where(which)


def _in_lots(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    return (ids[first : first + _MOST_KEYS] for first in range(0, len(ids), _MOST_KEYS))
