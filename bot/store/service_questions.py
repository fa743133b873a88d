"""What was asked about services, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, update

from bot.domain.people import Body, Speaker
from bot.domain.service_questions import QuestionState, ServiceQuestion
from bot.store.directory_tables import service_questions as questions
from bot.store.session import NotStored, Session


class SqlServiceQuestions:
    """Fulfils `ports.ServiceQuestions`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(
        self, *, service_id: int, estate_key: str, asker_id: int, words: str, due_on: date | None, now: datetime
    ) -> ServiceQuestion:
        values = {
            "bot_id": self._session.bot_id,
            "service_id": service_id,
            "estate_key": estate_key,
            "asker_id": asker_id,
            "words": words,
            "asked_at": now,
            "due_on": due_on,
            "state": QuestionState.OPEN.value,
            "shown": False,
            "told": False,
        }
        added = await self._session.connection.execute(questions.insert().values(values).returning(questions))
        return _question_of(added.one())

    async def get(self, question_id: int) -> ServiceQuestion:
        """Raises NotStored."""
        return await self._one(select(questions).where(self._mine, questions.c.id == question_id), question_id)

    async def lock(self, question_id: int) -> ServiceQuestion:
        """Raises NotStored."""
        this = select(questions).where(self._mine, questions.c.id == question_id)
        return await self._one(this.with_for_update(), question_id)

    async def _one(self, statement: Any, question_id: int) -> ServiceQuestion:
        row = await self._session.first(statement)
        if row is None:
            raise NotStored(f"question {question_id} about a service")
        return _question_of(row)

    async def save(self, question: ServiceQuestion) -> None:
        values = {
            "state": question.state.value,
            "answer": question.answer,
            "answered_at": question.answered_at,
            "out_at": question.out_at,
            "by_id": question.by_id,
            "by_name": question.by and question.by.name,
            "by_body": question.by and question.by.body.value,
            "shown": question.shown,
            "told": question.told,
        }
        await self._session.run(update(questions).where(self._mine, questions.c.id == question.id).values(values))

    async def open_in(self, estate_key: str) -> Sequence[ServiceQuestion]:
        return await self._all(questions.c.estate_key == estate_key, self._is(QuestionState.OPEN))

    async def open_of(self, asker_id: int) -> Sequence[ServiceQuestion]:
        return await self._all(questions.c.asker_id == asker_id, self._is(QuestionState.OPEN))

    async def shown_with(self, service_id: int) -> Sequence[ServiceQuestion]:
        these = (questions.c.service_id == service_id, questions.c.shown, self._is(QuestionState.OUT))
        return list(reversed(await self._all(*these)))

    async def next_out(self) -> datetime | None:
        first = select(func.min(questions.c.out_at)).where(self._mine, self._is(QuestionState.HELD))
        moment: datetime | None = await self._session.value(first)
        return moment

    async def to_let_out(self, now: datetime, *, limit: int) -> Sequence[ServiceQuestion]:
        due = select(questions).where(self._mine, self._is(QuestionState.HELD), questions.c.out_at <= now)
        rows = await self._session.all(due.order_by(questions.c.out_at, questions.c.id).limit(limit).with_for_update())
        return [_question_of(row) for row in rows]

    async def untold(self, asker_id: int) -> Sequence[ServiceQuestion]:
        return await self._all(questions.c.asker_id == asker_id, self._is(QuestionState.OUT), ~questions.c.told)

    async def unseen_of(self, asker_id: int) -> Sequence[ServiceQuestion]:
        return await self._all(questions.c.asker_id == asker_id, ~questions.c.shown)

    async def _all(self, *which: ColumnElement[bool]) -> list[ServiceQuestion]:
        these = select(questions).where(self._mine, *which).order_by(questions.c.id)
        return [_question_of(row) for row in await self._session.all(these)]

    @staticmethod
    def _is(state: QuestionState) -> ColumnElement[bool]:
        return questions.c.state == state.value

    @property
    def _mine(self) -> ColumnElement[bool]:
        return questions.c.bot_id == self._session.bot_id


def _question_of(row: Row[Any]) -> ServiceQuestion:
    return ServiceQuestion(
        id=row.id,
        service_id=row.service_id,
        estate_key=row.estate_key,
        asker_id=row.asker_id,
        words=row.words,
        asked_at=row.asked_at,
        due_on=row.due_on,
        state=QuestionState(row.state),
        answer=row.answer,
        by=None if row.by_name is None else Speaker(0, row.by_name, Body(row.by_body)),
        by_id=row.by_id,
        answered_at=row.answered_at,
        out_at=row.out_at,
        shown=row.shown,
        told=row.told,
    )
