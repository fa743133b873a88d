"""The steps that wishes took, oldest first; nothing of them is ever changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, func, select

from bot.domain.course import CourseStep, Mover, Step
from bot.domain.people import Body, Speaker
from bot.domain.wishes import State, Wish
from bot.store.course_tables import wish_steps
from bot.store.session import Session
from bot.store.wish_tables import wishes
from bot.store.wishes import wish_of

_OF = select(wish_steps).where(wish_steps.c.wish_id == bindparam("wish")).order_by(wish_steps.c.id)
_LATER = (
    wishes.c.bot_id == bindparam("bot"),
    wishes.c.estate_key == bindparam("estate"),
    wishes.c.state == State.LATER.value,
)
_DUE = (
    select(wishes)
    .where(*_LATER, wishes.c.next_date <= bindparam("today"))
    .order_by(wishes.c.next_date, wishes.c.id)
    .limit(bindparam("most"))
)
_NEXT = select(func.min(wishes.c.next_date)).where(*_LATER)


class SqlCourse:
    """Fulfils `ports.Course`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, step: CourseStep) -> None:
        speaker = step.speaker
        values = {
            "wish_id": step.wish_id,
            "step": step.step.value,
            "state": step.state.value,
            "mover": step.mover.value,
            "at": step.at,
            "speaker_telegram_id": speaker and speaker.telegram_id,
            "speaker_name": speaker and speaker.name,
            "speaker_body": speaker and speaker.body.value,
            "answer_id": step.answer_id,
            "detail": step.detail or None,
            "next_date": step.next_date,
        }
        await self._session.run(wish_steps.insert().values(values))

    async def of(self, wish_id: int) -> Sequence[CourseStep]:
        return [step_of(row) for row in await self._session.all(_OF, {"wish": wish_id})]

    async def later_due(self, estate_key: str, *, today: date, limit: int) -> Sequence[Wish]:
        values = {"bot": self._session.bot_id, "estate": estate_key, "today": today, "most": limit}
        return [wish_of(row) for row in await self._session.all(_DUE, values)]

    async def next_later(self, estate_key: str) -> date | None:
        row = await self._session.first(_NEXT, {"bot": self._session.bot_id, "estate": estate_key})
        return row[0] if row else None


def step_of(row: Row[Any]) -> CourseStep:
    named = row.speaker_name is not None
    return CourseStep(
        wish_id=row.wish_id,
        step=Step(row.step),
        state=State(row.state),
        mover=Mover(row.mover),
        at=row.at,
        speaker=Speaker(row.speaker_telegram_id, row.speaker_name, Body(row.speaker_body)) if named else None,
        answer_id=row.answer_id,
        detail=row.detail or "",
        next_date=row.next_date,
    )
