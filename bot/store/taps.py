"""The tap lane's rows: a batch is one transaction, each tap of it counted once, a bad one undone alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import structlog
from sqlalchemy import Connection, delete, select, tuple_

from bot.domain.similarity import Lexicon
from bot.ports import CountedTap, Judge, TapAnswer, Written
from bot.store.batches import BatchTransaction, Moment, run_through
from bot.store.database import Database
from bot.store.session import Session
from bot.store.similar import OpenWishes
from bot.store.tables import inbox, inbox_keys
from bot.store.unit import SqlUnitOfWork

_log = structlog.get_logger(__name__)


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
        )

    async def _batch(self, taps: Sequence[CountedTap], judge: Judge, now: datetime) -> Written:
        return await self._database.batch(lambda connection: run_through(self._count(connection, taps, judge, now)))

    async def _count(self, connection: Connection, taps: Sequence[CountedTap], judge: Judge, now: datetime) -> Written:
        session = Session(BatchTransaction(connection), self._bot_id, Moment(now), writing=True)
        uow = SqlUnitOfWork(session, self._open_wishes)
        busy = await self._busy(session, taps)
        fresh = await self._new(session, [tap for tap in taps if tap.lane not in busy], now)
        answers: list[TapAnswer] = []
        left = [tap for tap in taps if tap.lane in busy]
        # By card, so that two processes lock the same wishes in the same order; a person's taps on one keep theirs.
        for tap in sorted(fresh, key=lambda tap: tap.data.partition(":")[2]):
            try:
                answers.append(await judge(tap, uow, now))
            except Exception as error:  # noqa: BLE001 - the boundary: one bad tap must not undo the others
                _log.warning("tap_left", update_id=tap.update_id, exc_info=error)
                left.append(tap)
        await self._forget_keys(session, [tap.update_id for tap in left if tap.lane not in busy])
        return Written(answers, left)

    async def _busy(self, session: Session, taps: Sequence[CountedTap]) -> set[tuple[int, int]]:
        """Lanes in which an older update waits."""
        lane = (inbox.c.chat_key, inbox.c.person_key)
        lanes = sorted({tap.lane for tap in taps})
        waiting = select(*lane).where(
            inbox.c.bot_id == self._bot_id, inbox.c.failed_at.is_(None), tuple_(*lane).in_(lanes)
        )
        return {(row.chat_key, row.person_key) for row in await session.all(waiting.distinct())}

    async def _new(self, session: Session, taps: Sequence[CountedTap], now: datetime) -> list[CountedTap]:
        """Those never seen before, each once; from now on they are known by their keys."""
        first: dict[int, CountedTap] = {}
        for tap in taps:
            first.setdefault(tap.update_id, tap)
        if not first:
            return []
        keys = [{"bot_id": self._bot_id, "update_id": key, "kept_at": now} for key in sorted(first)]
        kept = session.insert(inbox_keys).values(keys).on_conflict_do_nothing().returning(inbox_keys.c.update_id)
        new = {row.update_id for row in await session.all(kept)}
        return [tap for key, tap in first.items() if key in new]

    async def _forget_keys(self, session: Session, update_ids: Sequence[int]) -> None:
        if update_ids:
            mine = (inbox_keys.c.bot_id == self._bot_id, inbox_keys.c.update_id.in_(update_ids))
            await session.run(delete(inbox_keys).where(*mine))
