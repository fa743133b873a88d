"""The counts of the report, all made by the database."""

from __future__ import annotations

from sqlalchemy import func, select

from bot.domain.filed_for import Way
from bot.domain.tallies import Tally
from bot.domain.wishes import Kind
from bot.ports.reports import Reported
from bot.store.for_others_tables import filed_for, passed_on
from bot.store.reports import within as filed_within
from bot.store.session import Session
from bot.store.wish_tables import answers, wishes


class SqlTallies:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, which: Reported) -> Tally:
        within = filed_within(which, self._session.bot_id)
        by_kind = select(wishes.c.kind, func.count().label("n")).where(*within).group_by(wishes.c.kind)
        for_others = filed_for.join(wishes, wishes.c.id == filed_for.c.wish_id)
        by_way = select(filed_for.c.way, func.count().label("n")).select_from(for_others).where(*within)
        told_of = for_others.join(answers, answers.c.wish_id == wishes.c.id).outerjoin(
            passed_on, passed_on.c.answer_id == answers.c.id
        )
        telling = select(func.count(answers.c.id).label("answers"), func.count(passed_on.c.answer_id).label("told"))
        told = await self._session.first(telling.select_from(told_of).where(*within))
        assert told is not None, "a count is always one row"
        return Tally(
            filed={Kind(row.kind): row.n for row in await self._session.all(by_kind)},
            for_others={Way(row.way): row.n for row in await self._session.all(by_way.group_by(filed_for.c.way))},
            answers=told.answers,
            told=told.told,
        )
