"""Updates between Telegram's confirmation and their effects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, or_, select, update

from bot.ports import InboxRow, TakenOver, UnitOfWork
from bot.store.database import Database
from bot.store.leases import is_of_the_dead
from bot.store.process_tables import chat_moves
from bot.store.session import insert_into
from bot.store.tables import inbox, inbox_keys
from bot.store.unit import session_of

LEASE_S = 60  #: after which another process may try the row of one that died

_oldest = inbox.alias("oldest")
_HEAD_OF_LANE = (
    select(func.min(_oldest.c.id))
    .where(
        _oldest.c.bot_id == bindparam("bot"),
        _oldest.c.chat_key == bindparam("chat"),
        _oldest.c.person_key == bindparam("person"),
        _oldest.c.failed_at.is_(None),
    )
    .scalar_subquery()
)
_head = inbox.alias("head")
_HELD_BY_NOBODY = or_(_head.c.owner.is_(None), _head.c.owner == bindparam("me"), _head.c.lease_until <= bindparam("at"))


def _claiming(free: Any) -> Any:
    # The head is found first and locked then: skipping a locked head must give nothing, never the row behind it.
    free_head = (
        select(_head.c.id)
        .where(_head.c.id == _HEAD_OF_LANE, _head.c.failed_at.is_(None), free)
        .with_for_update(skip_locked=True)
    )
    return (
        update(inbox)
        .where(inbox.c.id.in_(free_head))
        .values(attempts=inbox.c.attempts + 1, owner=bindparam("me"), lease_until=bindparam("until"))
        .returning(inbox)
    )


_CLAIM = _claiming(_HELD_BY_NOBODY)
_CLAIM_AMONG_SEVERAL = _claiming(or_(_HELD_BY_NOBODY, is_of_the_dead(_head.c.bot_id, _head.c.owner)))


def _row_of(row: Row[Any]) -> InboxRow:
    return InboxRow(
        update_id=row.update_id,
        chat_key=row.chat_key,
        person_key=row.person_key,
        payload=row.payload,
        received_at=row.received_at,
        attempts=row.attempts,
    )


class SqlInbox:
    """`owner` names this process: after a restart under the same name its rows are its own again at once."""

    def __init__(self, database: Database, bot_id: int, *, owner: str) -> None:
        self._database, self._bot_id, self._owner = database, bot_id, owner

    async def keep(self, rows: Sequence[InboxRow], *, now: datetime) -> int:
        if not rows:
            return 0
        async with self._database.writing() as connection:
            # Sorted, so that two processes that keep the same updates wait for each other and never crosswise.
            ids = sorted({row.update_id for row in rows})
            keys = [{"bot_id": self._bot_id, "update_id": update_id, "kept_at": now} for update_id in ids]
            insert = insert_into(connection, inbox_keys).values(keys).on_conflict_do_nothing()
            new = set((await connection.execute(insert.returning(inbox_keys.c.update_id))).scalars())
            fresh = {row.update_id: row for row in reversed(rows) if row.update_id in new}
            in_order = [row for row in rows if fresh.get(row.update_id) is row]
            if in_order:
                await connection.execute(inbox.insert(), [self._values(row) for row in in_order])
            # Known from now on: what is said in the supergroup may be handled before the word of the move is.
            moves = [self._move(row) for row in in_order if row.moves_to is not None]
            if moves:
                await connection.execute(insert_into(connection, chat_moves).on_conflict_do_nothing(), moves)
        return len(new)

    def _move(self, row: InboxRow) -> dict[str, Any]:
        return {"bot_id": self._bot_id, "old_number": row.chat_key, "new_number": row.moves_to}

    def _values(self, row: InboxRow) -> dict[str, Any]:
        return {
            "bot_id": self._bot_id,
            "update_id": row.update_id,
            "chat_key": row.chat_key,
            "person_key": row.person_key,
            "payload": row.payload,
            "received_at": row.received_at,
            "attempts": row.attempts,
        }

    async def lanes(self) -> Sequence[tuple[int, int]]:
        """The lane that waits longest comes first."""
        lane = (inbox.c.chat_key, inbox.c.person_key)
        waiting = select(*lane).where(self._waiting).group_by(*lane).order_by(func.min(inbox.c.id))
        async with self._database.reading() as connection:
            return [(row.chat_key, row.person_key) for row in await connection.execute(waiting)]

    async def next(self, chat_key: int, person_key: int, *, now: datetime) -> InboxRow | None:
        """None also while another process works on the lane's oldest row."""
        values = {
            "bot": self._bot_id,
            "chat": chat_key,
            "person": person_key,
            "me": self._owner,
            "at": now,
            "until": now + timedelta(seconds=LEASE_S),
        }
        claiming = _CLAIM if self._database.is_sqlite else _CLAIM_AMONG_SEVERAL
        async with self._database.writing() as connection:
            row = (await connection.execute(claiming, values)).first()
        return _row_of(row) if row else None

    async def hold(self, uow: UnitOfWork, update_id: int) -> None:
        if self._database.is_sqlite:
            return  # one process, and one at a time in it
        row = select(inbox.c.id).where(self._is(update_id)).with_for_update()
        if await session_of(uow).first(row) is None:
            raise TakenOver(f"update {update_id}")

    async def done(self, uow: UnitOfWork, update_id: int) -> None:
        await session_of(uow).run(delete(inbox).where(self._is(update_id)))

    async def fail(self, update_id: int, *, error: str, now: datetime) -> None:
        failed = {"failed_at": now, "error": error, "owner": None, "lease_until": None}
        async with self._database.writing() as connection:
            mine = and_(self._is(update_id), or_(inbox.c.owner.is_(None), inbox.c.owner == self._owner))
            await connection.execute(update(inbox).where(mine).values(failed))

    async def failed(self) -> Sequence[tuple[InboxRow, str]]:
        """Oldest first."""
        failed = and_(inbox.c.bot_id == self._bot_id, inbox.c.failed_at.is_not(None))
        async with self._database.reading() as connection:
            rows = await connection.execute(select(inbox).where(failed).order_by(inbox.c.id))
            return [(_row_of(row), row.error) for row in rows]

    async def retry(self, update_id: int) -> bool:
        """The row waits again, with all its attempts before it. False: no failed row of this id."""
        anew = {"failed_at": None, "error": None, "attempts": 0}
        failed = and_(self._is(update_id), inbox.c.failed_at.is_not(None))
        async with self._database.writing() as connection:
            return (await connection.execute(update(inbox).where(failed).values(anew))).rowcount > 0

    async def forget_old(self, *, keys_before: datetime, failed_before: datetime) -> None:
        """The key of a row that is still here stays as long as the row."""
        its_row = and_(inbox.c.bot_id == inbox_keys.c.bot_id, inbox.c.update_id == inbox_keys.c.update_id)
        still_here = select(inbox.c.id).where(its_row)
        old_keys = and_(inbox_keys.c.bot_id == self._bot_id, inbox_keys.c.kept_at < keys_before, ~still_here.exists())
        async with self._database.writing() as connection:
            old_failures = and_(inbox.c.bot_id == self._bot_id, inbox.c.failed_at < failed_before)
            await connection.execute(delete(inbox).where(old_failures))
            await connection.execute(delete(inbox_keys).where(old_keys))

    async def waiting(self) -> int:
        async with self._database.reading() as connection:
            waiting = select(func.count()).select_from(inbox).where(self._waiting)
            return int((await connection.execute(waiting)).scalar_one())

    @property
    def _waiting(self) -> Any:
        return and_(inbox.c.bot_id == self._bot_id, inbox.c.failed_at.is_(None))

    def _is(self, update_id: int) -> Any:
        return and_(inbox.c.bot_id == self._bot_id, inbox.c.update_id == update_id)
