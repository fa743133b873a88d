"""What the staff asked the authors of wishes, and what came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update

from bot.domain.people import Body, Speaker
from bot.domain.questions import Question
from bot.store.author_tables import questions
from bot.store.session import NotStored, Session
from bot.store.wish_tables import wishes


class SqlQuestions:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, question_id: int) -> Question:
        """Raises NotStored."""
        return await self._one(select(questions), question_id)

    async def lock(self, question_id: int) -> Question:
        """Raises NotStored. On SQLite nobody else writes anyway."""
        return await self._one(select(questions).with_for_update(), question_id)

    async def add(
        self,
        *,
        wish_id: int,
        asker: Speaker,
        asker_id: int,
        words: str,
        told: bool,
        now: datetime,
        same_as: int | None = None,
    ) -> Question:
        values = {
            "bot_id": self._session.bot_id,
            "wish_id": wish_id,
            "asked_by": asker_id,
            "asker_name": asker.name,
            "asker_body": asker.body.value,
            "words": words,
            "asked_at": now,
            "told": told,
            "same_as": same_as,
        }
        added = await self._session.connection.execute(questions.insert().values(values).returning(questions))
        return _question_of(added.one())

    async def save(self, question: Question) -> None:
        """Raises NotStored."""
        changed = update(questions).where(questions.c.bot_id == self._session.bot_id, questions.c.id == question.id)
        values = {
            "told": question.told,
            "answer": question.answer,
            "photo": question.photo,
            "answered_at": question.answered_at,
            "is_same": question.is_same,
        }
        if not await self._session.run(changed.values(values)):
            raise NotStored(f"question {question.id}")

    async def of(self, wish_id: int) -> Sequence[Question]:
        asked = select(questions).where(questions.c.bot_id == self._session.bot_id, questions.c.wish_id == wish_id)
        return [_question_of(row) for row in await self._session.all(asked.order_by(questions.c.id))]

    async def untold(self, author_id: int) -> Sequence[Question]:
        waiting = (
            select(questions)
            .join(wishes, wishes.c.id == questions.c.wish_id)
            .where(
                questions.c.bot_id == self._session.bot_id,
                wishes.c.author_id == author_id,
                questions.c.told.is_(False),
                questions.c.answered_at.is_(None),
            )
        )
        return [_question_of(row) for row in await self._session.all(waiting.order_by(questions.c.id))]

    async def _one(self, wanted: Any, question_id: int) -> Question:
        row = await self._session.first(
            wanted.where(questions.c.bot_id == self._session.bot_id, questions.c.id == question_id)
        )
        if row is None:
            raise NotStored(f"question {question_id}")
        return _question_of(row)


def _question_of(row: Row[Any]) -> Question:
    return Question(
        id=row.id,
        wish_id=row.wish_id,
        asker_id=row.asked_by,
        asker_name=row.asker_name,
        asker_body=Body(row.asker_body),
        words=row.words,
        asked_at=row.asked_at,
        told=row.told,
        answer=row.answer,
        photo=row.photo,
        answered_at=row.answered_at,
        same_as=row.same_as,
        is_same=row.is_same,
    )
