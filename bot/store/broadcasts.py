"""Broadcasts: what is told, how far each of their recipients has come, and who read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, func, insert, or_, select, update

from bot.domain.broadcasts import Audience, Broadcast, BroadcastState, Channel, Content, Progress, Whom
from bot.domain.ledger import EntryFile
from bot.domain.people import Body, Person, Speaker
from bot.ports.broadcasts import Reached
from bot.store import counters
from bot.store.broadcast_feeding import Feeding
from bot.store.broadcast_tables import broadcast_files, broadcast_reads, broadcast_recipients, broadcasts
from bot.store.outbox import MAY_NOT_WRITE
from bot.store.people import person_of
from bot.store.session import NotStored
from bot.store.tables import people

_MOST_ROWS = 500  #: of one statement
_UNDER_WAY = (BroadcastState.PROPOSED, BroadcastState.SENDING, BroadcastState.PAUSED)
_CHANGING = (
    "revision",
    "retracted",
    "corrected_at",
    "confirmed_by",
    "confirmed_at",
    "confirmed_body",
    "ended_at",
    "starts_at",
)


class SqlBroadcasts(Feeding):
    """Fulfils `ports.Broadcasts`."""

    async def add(
        self,
        content: Content,
        audience: Audience,
        *,
        estate_key: str,
        channel: Channel,
        ask_read: bool,
        emergency: bool,
        state: BroadcastState,
        by: Speaker,
        by_id: int,
        desk_chat_id: int | None,
        desk_language: str = "",
        confirmed_by: str = "",
        starts_at: datetime,
        reached: Reached,
        now: datetime,
    ) -> Broadcast:
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": estate_key,
            "number": await counters.next_value(self._session, f"broadcast:{estate_key}"),
            "words": dict(content.words),
            **audience_values(audience),
            "channel": channel.value,
            "ask_read": ask_read,
            "emergency": emergency,
            "state": state.value,
            "by_id": by_id,
            "by_name": by.name,
            "by_body": by.body.value,
            "at": now,
            "desk_chat_id": desk_chat_id,
            "desk_language": desk_language,
            "starts_at": starts_at,
            "revision": 1,
            "retracted": False,
            "confirmed_by": confirmed_by,
            "ended_at": None if state in _UNDER_WAY else now,
            "unreached": dict(reached.unreached),
            "feed_at": starts_at if state is BroadcastState.SENDING else None,
        }
        added = insert(broadcasts).values(values).returning(broadcasts.c.id)
        broadcast_id = int((await self._session.connection.execute(added)).scalar_one())
        for position, file in enumerate(content.files):
            kept = {"bot_id": self._session.bot_id, "broadcast_id": broadcast_id, "position": position}
            await self._session.run(insert(broadcast_files).values(**kept, file=file.key, name=file.name))
        await self._enlist(broadcast_id, reached)
        return await self.get(broadcast_id)

    async def _enlist(self, broadcast_id: int, reached: Reached) -> None:
        groups: list[tuple[int | None, int]] = [(None, chat.id) for chat in reached.groups]
        fresh = {"broadcast_id": broadcast_id, "put_rev": 0, "settled_rev": 0}
        rows = [
            {**fresh, "position": position, "person_id": person_id, "chat_id": chat_id}
            for position, (person_id, chat_id) in enumerate([*groups, *reached.people])
        ]
        for first in range(0, len(rows), _MOST_ROWS):
            await self._session.connection.execute(insert(broadcast_recipients), rows[first : first + _MOST_ROWS])

    async def get(self, broadcast_id: int) -> Broadcast:
        """Raises NotStored."""
        return await self._one(select(broadcasts).where(self._is(broadcast_id)), broadcast_id)

    async def lock(self, broadcast_id: int) -> Broadcast:
        return await self._one(select(broadcasts).where(self._is(broadcast_id)).with_for_update(), broadcast_id)

    async def _one(self, statement: Select[Any], broadcast_id: int) -> Broadcast:
        row = await self._session.first(statement)
        if row is None:
            raise NotStored(f"broadcast {broadcast_id}")
        return await self._broadcast(row)

    async def by_number(self, estate_key: str, number: int) -> Broadcast | None:
        which = (self._mine, broadcasts.c.estate_key == estate_key, broadcasts.c.number == min(number, 2**31 - 1))
        row = await self._session.first(select(broadcasts).where(*which))
        return None if row is None else await self._broadcast(row)

    async def find(self, estate_key: str, *, limit: int, offset: int = 0) -> Sequence[Broadcast]:
        theirs = select(broadcasts).where(self._mine, broadcasts.c.estate_key == estate_key)
        rows = await self._session.all(theirs.order_by(broadcasts.c.id.desc()).limit(limit).offset(offset))
        return [await self._broadcast(row) for row in rows]

    async def waiting(self, estate_key: str, *, now: datetime) -> Sequence[Broadcast]:
        begins = and_(broadcasts.c.state == BroadcastState.SENDING.value, broadcasts.c.starts_at > now)
        waits = or_(broadcasts.c.state == BroadcastState.PROPOSED.value, begins)
        theirs = select(broadcasts).where(self._mine, broadcasts.c.estate_key == estate_key, waits)
        return [await self._broadcast(row) for row in await self._session.all(theirs.order_by(broadcasts.c.id))]

    async def count(self, estate_key: str) -> int:
        theirs = select(func.count()).select_from(broadcasts).where(self._mine, broadcasts.c.estate_key == estate_key)
        return int(await self._session.value(theirs))

    async def save(self, broadcast: Broadcast, *, feed_at: datetime | None = None) -> None:
        values: dict[str, Any] = {name: getattr(broadcast, name) for name in _CHANGING}
        values |= {"state": broadcast.state.value, "words": dict(broadcast.content.words)}
        values |= {"feed_at": feed_at}
        await self._session.run(update(broadcasts).where(self._is(broadcast.id)).values(values))
        # Whoever was told before it failed still has the message: it is tried again to correct or retract it there.
        untold = and_(broadcast_recipients.c.outcome == "failed", broadcast_recipients.c.sent_at.is_(None))
        out_of_it = and_(of(broadcast.id), or_(untold, broadcast_recipients.c.outcome == "dropped"))
        past = {"put_rev": broadcast.revision, "settled_rev": broadcast.revision}
        await self._session.run(update(broadcast_recipients).where(out_of_it).values(past))

    async def drop_waiting(self, broadcast: Broadcast) -> int:
        waiting = and_(of(broadcast.id), broadcast_recipients.c.put_rev == 0)
        dropped = {"outcome": "dropped", "put_rev": broadcast.revision, "settled_rev": broadcast.revision}
        count = await self._session.run(update(broadcast_recipients).where(waiting).values(dropped))
        # Of a correction: where the older words stand, they stay; what is on its way there is still looked after.
        put, settled, newest = broadcast_recipients.c.put_rev, broadcast_recipients.c.settled_rev, broadcast.revision
        stays = {"put_rev": newest, "settled_rev": case((settled == put, newest), else_=settled)}
        await self._session.run(update(broadcast_recipients).where(of(broadcast.id), put < newest).values(stays))
        return count

    async def progress(self, broadcast: Broadcast) -> Progress:
        open_ = or_(
            broadcast_recipients.c.put_rev < broadcast.revision,
            broadcast_recipients.c.settled_rev < broadcast_recipients.c.put_rev,
        )
        by = (broadcast_recipients.c.outcome, broadcast_recipients.c.reason, open_)
        counted = select(*by[:2], open_.label("open"), func.count().label("n")).where(of(broadcast.id)).group_by(*by)
        total = sent = waiting = held = dropped = 0
        failed: dict[str, int] = {}
        for row in await self._session.all(counted):
            total += row.n
            if row.open:
                waiting += row.n
                held += row.n if row.reason == MAY_NOT_WRITE else 0
            elif row.outcome == "failed":
                failed[row.reason or ""] = failed.get(row.reason or "", 0) + row.n
            elif row.outcome == "dropped":
                dropped += row.n
            else:
                sent += row.n
        reads = select(func.count()).where(broadcast_reads.c.broadcast_id == broadcast.id)
        read = int(await self._session.value(reads))
        return Progress(total, sent=sent, waiting=waiting, held=held, failed=failed, dropped=dropped, read=read)

    async def sent_at(self, broadcast_id: int, chat_id: int) -> datetime | None:
        one = select(broadcast_recipients.c.sent_at).where(of(broadcast_id), broadcast_recipients.c.chat_id == chat_id)
        moment: datetime | None = await self._session.value(one)
        return moment

    async def in_chat(self, broadcast_id: int, chat_id: int) -> bool:
        one = select(broadcast_recipients.c.position)
        one = one.where(of(broadcast_id), broadcast_recipients.c.chat_id == chat_id)
        return await self._session.value(one) is not None

    # ---- reading

    async def read(self, broadcast_id: int, person_id: int, *, now: datetime) -> bool:
        said = self._session.insert(broadcast_reads).values(broadcast_id=broadcast_id, person_id=person_id, at=now)
        return await self._session.run(said.on_conflict_do_nothing()) > 0

    async def unread(self, broadcast_id: int, person_ids: Sequence[int]) -> Sequence[Person]:
        said = select(broadcast_reads.c.person_id).where(broadcast_reads.c.broadcast_id == broadcast_id)
        read = {row.person_id for row in await self._session.all(said)}
        left = [person_id for person_id in person_ids if person_id not in read]
        found: list[Person] = []
        for first in range(0, len(left), _MOST_ROWS):
            some = people.c.id.in_(left[first : first + _MOST_ROWS])
            mine = people.c.bot_id == self._session.bot_id
            found += [person_of(row) for row in await self._session.all(select(people).where(mine, some))]
        return sorted(found, key=lambda person: (person.name, person.id))

    # ---- inside

    async def _broadcast(self, row: Row[Any]) -> Broadcast:
        kept = select(broadcast_files).where(broadcast_files.c.broadcast_id == row.id)
        files = await self._session.all(kept.order_by(broadcast_files.c.position))
        return Broadcast(
            id=row.id,
            estate_key=row.estate_key,
            number=row.number,
            content=Content(row.words, tuple(EntryFile(each.file, each.name) for each in files)),
            audience=audience_of(row),
            channel=Channel(row.channel),
            ask_read=row.ask_read,
            emergency=row.emergency,
            state=BroadcastState(row.state),
            by=Speaker(0, row.by_name, Body(row.by_body)),
            by_id=row.by_id,
            at=row.at,
            desk_chat_id=row.desk_chat_id,
            desk_language=row.desk_language,
            starts_at=row.starts_at,
            revision=row.revision,
            retracted=row.retracted,
            corrected_at=row.corrected_at,
            confirmed_by=row.confirmed_by,
            confirmed_at=row.confirmed_at,
            confirmed_body=None if row.confirmed_body is None else Body(row.confirmed_body),
            ended_at=row.ended_at,
            unreached=row.unreached,
        )


def of(broadcast_id: int) -> ColumnElement[bool]:
    return broadcast_recipients.c.broadcast_id == broadcast_id


def audience_of(row: Row[Any]) -> Audience:
    """Of a broadcast's row, or of a planned one's."""
    return Audience(
        Whom(row.whom),
        tuple(row.estate_keys),
        tuple(row.buildings),
        tuple((int(grid_id), str(name)) for grid_id, name in row.grids or ()),
        row.of_id,
    )


def audience_values(audience: Audience) -> dict[str, Any]:
    """The columns that `audience_of` reads."""
    return {
        "whom": audience.whom.value,
        "estate_keys": list(audience.estate_keys),
        "buildings": list(audience.buildings),
        "grids": [list(grid) for grid in audience.grids] or None,
        "of_id": audience.of_id,
    }
