"""What bodies answered, with pictures and thanks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, select

from bot.domain.people import Body, Speaker
from bot.domain.wishes import Answer, AnswerKind
from bot.store.session import NotStored, Session
from bot.store.tables import answer_photos, answers, thanks, wishes


class SqlAnswers:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, answer_id: int) -> Answer:
        """Raises NotStored."""
        found = await self._answers(self._stored.where(answers.c.id == answer_id))
        if not found:
            raise NotStored(f"answer {answer_id}")
        return found[0]

    async def add(
        self,
        *,
        wish_id: int,
        kind: AnswerKind,
        words: str,
        due_on: date | None,
        photos: tuple[str, ...],
        speaker: Speaker,
        speaker_id: int,
        now: datetime,
    ) -> Answer:
        values = {
            "wish_id": wish_id,
            "kind": kind.value,
            "words": words,
            "due_on": due_on,
            "speaker_telegram_id": speaker.telegram_id,
            "speaker_name": speaker.name,
            "speaker_body": speaker.body.value,
            "speaker_id": speaker_id,
            "answered_at": now,
        }
        row = (await self._session.connection.execute(answers.insert().values(values).returning(answers))).one()
        if photos:
            shared = {"answer_id": row.id, "bot_id": self._session.bot_id}
            rows = [{**shared, "position": position, "photo": key} for position, key in enumerate(photos)]
            await self._session.connection.execute(answer_photos.insert(), rows)
        return _answer_of(row, photos)

    async def of(self, wish_id: int) -> Sequence[Answer]:
        return await self._answers(self._stored.where(answers.c.wish_id == wish_id).order_by(answers.c.id))

    async def last(self, wish_id: int) -> Answer | None:
        newest = self._stored.where(answers.c.wish_id == wish_id).order_by(answers.c.id.desc()).limit(1)
        found = await self._answers(newest)
        return found[0] if found else None

    async def add_thanks(self, answer_id: int, person_id: int, *, now: datetime) -> bool:
        values = self._session.insert(thanks).values(answer_id=answer_id, person_id=person_id, thanked_at=now)
        added = values.on_conflict_do_nothing(index_elements=["answer_id", "person_id"]).returning(thanks.c.person_id)
        return await self._session.value(added) is not None

    async def has_thanked(self, answer_id: int, person_id: int) -> bool:
        thanked = select(thanks.c.answer_id).where(_thanks_of(answer_id, person_id))
        return await self._session.value(thanked) is not None

    async def remove_thanks(self, answer_id: int, person_id: int) -> bool:
        return await self._session.run(delete(thanks).where(_thanks_of(answer_id, person_id))) > 0

    @property
    def _stored(self) -> Select[Any]:
        return (
            select(answers)
            .join(wishes, wishes.c.id == answers.c.wish_id)
            .where(wishes.c.bot_id == self._session.bot_id)
        )

    async def _answers(self, wanted: Select[Any]) -> list[Answer]:
        rows = await self._session.all(wanted)
        ids = [row.id for row in rows]
        photos: dict[int, list[str]] = {answer_id: [] for answer_id in ids}
        if ids:
            in_order = (
                select(answer_photos).where(answer_photos.c.answer_id.in_(ids)).order_by(answer_photos.c.position)
            )
            for row in await self._session.all(in_order):
                photos[row.answer_id].append(row.photo)
        return [_answer_of(row, tuple(photos[row.id])) for row in rows]


def _thanks_of(answer_id: int, person_id: int) -> ColumnElement[bool]:
    return and_(thanks.c.answer_id == answer_id, thanks.c.person_id == person_id)


def _answer_of(row: Row[Any], photos: tuple[str, ...]) -> Answer:
    return Answer(
        id=row.id,
        wish_id=row.wish_id,
        kind=AnswerKind(row.kind),
        words=row.words,
        due_on=row.due_on,
        photos=photos,
        speaker=Speaker(telegram_id=row.speaker_telegram_id, name=row.speaker_name, body=Body(row.speaker_body)),
        speaker_id=row.speaker_id,
        answered_at=row.answered_at,
    )
