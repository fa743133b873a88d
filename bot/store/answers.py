"""What bodies answered, with pictures and thanks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, select

from bot.domain.people import Body, Speaker
from bot.domain.wishes import Answer, AnswerKind
from bot.store.attention_tables import held_answers
from bot.store.session import NotStored, Session
from bot.store.wish_tables import answer_photos, answers, thanks, wishes

_IS_HELD = select(held_answers.c.answer_id).where(held_answers.c.answer_id == answers.c.id).exists()


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
        out = self._stored.where(answers.c.wish_id == wish_id, ~_IS_HELD)
        return await self._answers(out.order_by(answers.c.id))

    async def held_of(self, wish_id: int) -> Sequence[Answer]:
        held = self._stored.where(answers.c.wish_id == wish_id, _IS_HELD)
        return await self._answers(held.order_by(answers.c.id))

    async def last(self, wish_id: int) -> Answer | None:
        out = self._stored.where(answers.c.wish_id == wish_id, ~_IS_HELD)
        newest = out.order_by(answers.c.id.desc()).limit(1)
        found = await self._answers(newest)
        return found[0] if found else None

    async def hold(self, answer_id: int, *, due_at: datetime) -> None:
        values = {"answer_id": answer_id, "bot_id": self._session.bot_id, "due_at": due_at}
        await self._session.run(held_answers.insert().values(values))

    async def held_until(self, answer_id: int) -> datetime | None:
        until: datetime | None = await self._session.value(
            select(held_answers.c.due_at).where(held_answers.c.answer_id == answer_id)
        )
        return until

    async def held_between(self, first: int, last: int, *, speaker_id: int) -> Sequence[Answer]:
        theirs = and_(answers.c.id.between(first, last), answers.c.speaker_id == speaker_id, _IS_HELD)
        return await self._answers(self._stored.where(theirs).order_by(answers.c.id))

    async def held_due(self, now: datetime, *, limit: int) -> Sequence[Answer]:
        due = and_(held_answers.c.bot_id == self._session.bot_id, held_answers.c.due_at <= now)
        wanted = self._stored.join(held_answers, held_answers.c.answer_id == answers.c.id).where(due)
        return await self._answers(wanted.order_by(held_answers.c.due_at, answers.c.id).limit(limit))

    async def next_held_due(self) -> datetime | None:
        first = select(func.min(held_answers.c.due_at)).where(held_answers.c.bot_id == self._session.bot_id)
        moment: datetime | None = await self._session.value(first)
        return moment

    async def let_out(self, answer_id: int) -> bool:
        return await self._session.run(delete(held_answers).where(held_answers.c.answer_id == answer_id)) > 0

    async def take_back(self, answer_id: int) -> bool:
        if not await self.let_out(answer_id):
            return False
        await self._session.run(delete(answer_photos).where(answer_photos.c.answer_id == answer_id))
        return await self._session.run(delete(answers).where(answers.c.id == answer_id)) > 0

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
