"""The tap lane's rows: a batch is one transaction, each tap of it counted once, a bad one undone alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache

import structlog
from sqlalchemy import Connection, Executable, bindparam, delete, select

from bot.domain.similarity import Lexicon
from bot.ports import CountedTap, Judge, TapAnswer, Written
from bot.store.batches import run_through
from bot.store.database import Database
from bot.store.press_work import PressUnitOfWork
from bot.store.session import Session, insert_for
from bot.store.similar import OpenWishes
from bot.store.tables import inbox, inbox_keys

_log = structlog.get_logger(__name__)

_WAITING = (
    select(inbox.c.chat_key, inbox.c.person_key)
    .where(inbox.c.bot_id == bindparam("bot"), inbox.c.failed_at.is_(None))
    .where(inbox.c.chat_key.in_(bindparam("chats", expanding=True)))
    .where(inbox.c.person_key.in_(bindparam("senders", expanding=True)))
    .distinct()
)


@cache
def _keep_keys(dialect: str) -> Executable:
    return insert_for(dialect, inbox_keys).on_conflict_do_nothing().returning(inbox_keys.c.update_id)


class SqlTapWriter:
    """Fulfils `ports.TapWriter`."""

    def __init__(self, database: Database, bot_id: int, *, lexicon: Lexicon | None = None) -> None:
        self._database, self._bot_id = database, bot_id
        self._open_wishes = OpenWishes(lexicon)

    async def write(self, taps: Sequence[CountedTap], judge: Judge, *, now: datetime) -> Written:
        """See `ports.TapWriter`. A batch that fails as a whole (a deadlock between processes) is tried tap by tap."""
        try:
            return await self._batch(taps, judge, now)
        except Exception as error:  # noqa: BLE001 - whatever it was, the inbox takes what cannot be judged here
            if len(taps) == 1:
                _log.warning("tap_left", update_id=taps[0].update_id, exc_info=error)
                return Written((), taps)
            _log.warning("taps_alone", n=len(taps), reason=type(error).__name__)
        alone = [await self.write([tap], judge, now=now) for tap in taps]
        return Written(
            [answer for written in alone for answer in written.answers],
            [tap for written in alone for tap in written.left],
            [tap for written in alone for tap in written.known],
        )

    async def _batch(self, taps: Sequence[CountedTap], judge: Judge, now: datetime) -> Written:
        return await self._database.batch(lambda connection: run_through(self._count(connection, taps, judge, now)))

    async def _count(self, connection: Connection, taps: Sequence[CountedTap], judge: Judge, now: datetime) -> Written:
        uow = PressUnitOfWork(connection, self._bot_id, now, self._open_wishes)
        busy = await self._busy(uow.session, taps)
        first = _once_each(tap for tap in taps if tap.lane not in busy)
        new = await self._new(uow.session, first, now)
        fresh = [tap for tap in first if tap.update_id in new]
        uow.foreseen.look_up(fresh)
        answers: list[TapAnswer] = []
        left = [tap for tap in taps if tap.lane in busy]
        # By card, so that two processes lock the same wishes in the same order; a person's taps on one keep theirs.
        for tap in sorted(fresh, key=lambda tap: tap.data.partition(":")[2]):
            try:
                async with uow.savepoint():
                    answers.append(await judge(tap, uow, now))
            except Exception as error:  # noqa: BLE001 - the boundary: one bad tap must not undo the others
                _log.warning("tap_left", update_id=tap.update_id, exc_info=error)
                left.append(tap)
        await self._forget_keys(uow.session, [tap.update_id for tap in left if tap.lane not in busy])
        uow.end()
        return Written(answers, left, [tap for tap in first if tap.update_id not in new])

    async def _busy(self, session: Session, taps: Sequence[CountedTap]) -> set[tuple[int, int]]:
        """Lanes in which an older update waits."""
        lanes = {tap.lane for tap in taps}
        chats, senders = ({lane[side] for lane in lanes} for side in (0, 1))
        values = {"bot": self._bot_id, "chats": sorted(chats), "senders": sorted(senders)}
        return lanes & {(row.chat_key, row.person_key) for row in await session.all(_WAITING, values)}

    async def _new(self, session: Session, taps: Sequence[CountedTap], now: datetime) -> frozenset[int]:
        """The update ids never seen before; from now on they are known by their keys."""
        if not taps:
            return frozenset()
        keys = [{"bot_id": self._bot_id, "update_id": tap.update_id, "kept_at": now} for tap in taps]
        kept = await session.connection.execute(_keep_keys(session.dialect), keys)
        return frozenset(kept.scalars())

    async def _forget_keys(self, session: Session, update_ids: Sequence[int]) -> None:
        if update_ids:
            mine = (inbox_keys.c.bot_id == self._bot_id, inbox_keys.c.update_id.in_(update_ids))
            await session.run(delete(inbox_keys).where(*mine))


def _once_each(taps: Iterable[CountedTap]) -> list[CountedTap]:
    first: dict[int, CountedTap] = {}
    for tap in taps:
        first.setdefault(tap.update_id, tap)
    return [first[update_id] for update_id in sorted(first)]
