"""What those affected were asked about wishes that were reported done, and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, update

from bot.domain.verdicts import Affected, Asking, Finding, Outcome, Round
from bot.store.session import NotStored, Session
from bot.store.verdict_tables import askings, verdicts


class SqlVerdicts:
    """Fulfils `ports.Verdicts`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, asking_id: int) -> Asking:
        """Raises NotStored."""
        row = await self._session.first(select(askings).where(self._mine, askings.c.id == asking_id))
        if row is None:
            raise NotStored(f"asking {asking_id}")
        return _asking_of(row)

    async def last(self, wish_id: int) -> Asking | None:
        newest = select(askings).where(self._mine, askings.c.wish_id == wish_id).order_by(askings.c.id.desc()).limit(1)
        row = await self._session.first(newest)
        return None if row is None else _asking_of(row)

    async def of(self, wish_id: int) -> Sequence[Asking]:
        mine = select(askings).where(self._mine, askings.c.wish_id == wish_id).order_by(askings.c.id)
        return [_asking_of(row) for row in await self._session.all(mine)]

    async def ask(
        self,
        *,
        wish_id: int,
        answer_id: int,
        round: Round,
        asked_at: datetime,
        closes_at: datetime,
        reopen_until: datetime | None,
        people: Sequence[tuple[int, bool, bool]],
    ) -> Asking:
        moments = {"asked_at": asked_at, "closes_at": closes_at, "reopen_until": reopen_until}
        about = {"bot_id": self._session.bot_id, "wish_id": wish_id}
        asking = Asking(0, wish_id, answer_id, round, asked_at, closes_at, reopen_until)
        values = {**about, "answer_id": answer_id, "round": round.value, **moments, "next_at": asking.next_at}
        added = await self._session.connection.execute(askings.insert().values(values).returning(askings))
        asking = _asking_of(added.one())
        shared = {**about, "asking_id": asking.id, "words": "", "told_how": False}
        rows = [
            {**shared, "person_id": person_id, "is_author": is_author, "reached": reached}
            for person_id, is_author, reached in people
        ]
        await self._session.connection.execute(verdicts.insert(), rows)
        return asking

    async def save(self, asking: Asking) -> None:
        values = {
            "reopen_until": asking.reopen_until,
            "return_at": asking.return_at,
            "again_at": asking.again_at,
            "outcome": asking.outcome and asking.outcome.value,
            "next_at": asking.next_at,
        }
        await self._session.run(update(askings).where(self._mine, askings.c.id == asking.id).values(values))

    async def people(self, asking_id: int) -> Sequence[Affected]:
        asked = select(verdicts).where(verdicts.c.bot_id == self._session.bot_id, verdicts.c.asking_id == asking_id)
        in_order = asked.order_by(verdicts.c.is_author.desc(), verdicts.c.person_id)
        return [_affected_of(row) for row in await self._session.all(in_order)]

    async def affected(self, asking_id: int, person_id: int) -> Affected | None:
        row = await self._session.first(select(verdicts).where(self._row(asking_id, person_id)))
        return None if row is None else _affected_of(row)

    async def save_affected(self, affected: Affected) -> None:
        values = {
            "reached": affected.reached,
            "finding": affected.finding and affected.finding.value,
            "found_at": affected.found_at,
            "broke_at": affected.broke_at,
            "words": affected.words,
            "photo": affected.photo,
            "may_contact": affected.may_contact,
            "told_how": affected.told_how,
        }
        theirs = self._row(affected.asking_id, affected.person_id)
        await self._session.run(update(verdicts).where(theirs).values(values))

    async def due(self, now: datetime, *, limit: int) -> Sequence[Asking]:
        due = select(askings).where(self._mine, askings.c.next_at <= now)
        rows = await self._session.all(due.order_by(askings.c.next_at, askings.c.id).limit(limit))
        return [_asking_of(row) for row in rows]

    async def next_due(self) -> datetime | None:
        moment: datetime | None = await self._session.value(
            select(func.min(askings.c.next_at)).where(self._mine, askings.c.next_at.is_not(None))
        )
        return moment

    @property
    def _mine(self) -> ColumnElement[bool]:
        return askings.c.bot_id == self._session.bot_id

    def _row(self, asking_id: int, person_id: int) -> ColumnElement[bool]:
        mine = verdicts.c.bot_id == self._session.bot_id
        return mine & (verdicts.c.asking_id == asking_id) & (verdicts.c.person_id == person_id)


def _asking_of(row: Row[Any]) -> Asking:
    return Asking(
        id=row.id,
        wish_id=row.wish_id,
        answer_id=row.answer_id,
        round=Round(row.round),
        asked_at=row.asked_at,
        closes_at=row.closes_at,
        reopen_until=row.reopen_until,
        return_at=row.return_at,
        again_at=row.again_at,
        outcome=None if row.outcome is None else Outcome(row.outcome),
    )


def _affected_of(row: Row[Any]) -> Affected:
    return Affected(
        asking_id=row.asking_id,
        person_id=row.person_id,
        is_author=row.is_author,
        reached=row.reached,
        finding=None if row.finding is None else Finding(row.finding),
        found_at=row.found_at,
        broke_at=row.broke_at,
        words=row.words,
        photo=row.photo,
        may_contact=row.may_contact,
        told_how=row.told_how,
    )
