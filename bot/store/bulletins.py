"""What happened in a building's week, what its group was told of it, and what waits for the month's agenda."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, func, select, update

from bot.domain.bulletins import ON_AGENDA, Bulletin, BulletinLine, Happened, Section, Sums
from bot.domain.course import Step
from bot.domain.wishes import AnswerKind, Display, Stance, State, Visibility, Wish
from bot.store.attention_tables import held_answers
from bot.store.bulletin_tables import bulletin_lines, bulletins
from bot.store.course_tables import wish_steps
from bot.store.keeping_tables import rounds
from bot.store.session import Session
from bot.store.tables import chats
from bot.store.wish_tables import answer_photos, answers, followers, wishes
from bot.store.wishes import wish_of

#: What neighbours may see; as `Wish.is_public`.
_PUBLIC = (
    wishes.c.visibility != Visibility.COMMITTEE.value,
    wishes.c.display == Display.SHOWN.value,
    wishes.c.state != State.WITHDRAWN.value,
    wishes.c.words != "",
)
_OUT = ~exists().where(held_answers.c.answer_id == answers.c.id)
#: Where a step leads, and what it is then told as; the others are no news, or lead out of sight.
_SECTION_OF = {
    (Step.DONE, State.DONE): Section.DONE,
    (Step.PROMISED, State.PROMISED): Section.PROMISED,
    (Step.MOVED, State.PROMISED): Section.PROMISED,
    (Step.TAKEN, State.TAKEN): Section.MOVED,
    (Step.PARKED, State.LATER): Section.MOVED,
    (Step.CAME_BACK, State.OPEN): Section.MOVED,
    (Step.CAME_BACK, State.TAKEN): Section.MOVED,
    (Step.DECLINED, State.DECLINED): Section.MOVED,
    (Step.REPLIED, State.ANSWERED): Section.MOVED,
    (Step.RETURNED, State.RETURNED): Section.MOVED,
    (Step.REOPENED, State.RETURNED): Section.MOVED,
}


class SqlBulletins:
    def __init__(self, session: Session) -> None:
        self._session = session

    # ---- when -----------------------------------------------------------------------------------------------------

    async def moments(self) -> Mapping[str, datetime]:
        rows = await self._session.all(select(rounds).where(rounds.c.bot_id == self._session.bot_id))
        return {row.name: row.next_at for row in rows}

    async def set_moment(self, name: str, moment: datetime) -> None:
        insert = self._session.insert(rounds).values(bot_id=self._session.bot_id, name=name, next_at=moment)
        upsert = insert.on_conflict_do_update(index_elements=["bot_id", "name"], set_={"next_at": moment})
        await self._session.run(upsert)

    # ---- what happened --------------------------------------------------------------------------------------------

    async def happened(self, chat_id: int, *, since: datetime, until: datetime) -> Sequence[Happened]:
        filed = select(wishes).where(*self._public_in(chat_id), *_within(wishes.c.filed_at, since, until))
        found = [Happened(wish_of(row), Section.NEW) for row in await self._session.all(filed)]
        taken = (
            select(wishes, wish_steps.c.step, wish_steps.c.next_date.label("due_on"))
            .join(wish_steps, wish_steps.c.wish_id == wishes.c.id)
            .where(*self._public_in(chat_id), *_within(wish_steps.c.at, since, until))
            .order_by(wish_steps.c.id)
        )
        for row in await self._session.all(taken):
            wish = wish_of(row)
            # Where something else became of it since, another week tells that.
            if (section := _SECTION_OF.get((Step(row.step), wish.state))) is not None:
                found.append(Happened(wish, section, row.due_on))
        return found

    async def missed(self, chat_id: int, *, since: date, before: date) -> Sequence[Wish]:
        passed = (wishes.c.next_date >= since, wishes.c.next_date < before)
        rows = await self._session.all(select(wishes).where(*self._promised_in(chat_id), *passed))
        return [wish_of(row) for row in rows]

    async def overdue(self, chat_id: int, *, before: date) -> int:
        passed = select(func.count()).select_from(wishes).where(*self._promised_in(chat_id))
        return int(await self._session.value(passed.where(wishes.c.next_date < before)))

    async def weeks(self, chat_id: int, ends: Sequence[datetime]) -> Sequence[tuple[int, int]]:
        return [await self._week(chat_id, since, until) for since, until in pairwise(ends)]

    async def _week(self, chat_id: int, since: datetime, until: datetime) -> tuple[int, int]:
        filed = select(func.count()).select_from(wishes).where(*self._public_in(chat_id))
        reported = (answers.c.kind == AnswerKind.DONE.value, _OUT)
        done = (
            select(func.count(func.distinct(wishes.c.id)))
            .join(answers, answers.c.wish_id == wishes.c.id)
            .where(*self._public_in(chat_id), wishes.c.state == State.DONE.value, *reported)  # and did not come back
        )
        return (
            int(await self._session.value(filed.where(*_within(wishes.c.filed_at, since, until)))),
            int(await self._session.value(done.where(*_within(answers.c.answered_at, since, until)))),
        )

    async def first_filed(self, chat_id: int) -> datetime | None:
        first = select(wishes.c.filed_at).where(wishes.c.chat_id == chat_id).order_by(wishes.c.id).limit(1)
        moment: datetime | None = await self._session.value(first)
        return moment

    # ---- what was told --------------------------------------------------------------------------------------------

    async def add(
        self, chat_id: int, *, until: datetime, language: str, sums: Sums, lines: Sequence[BulletinLine]
    ) -> Bulletin | None:
        counts = {"filed": sums.filed, "done": sums.done, "left_out": sums.left_out, "overdue": sums.overdue}
        insert = self._session.insert(bulletins).values(chat_id=chat_id, until=until, language=language, **counts)
        added = insert.on_conflict_do_nothing(index_elements=["chat_id", "until"]).returning(bulletins.c.id)
        bulletin_id: int | None = await self._session.value(added)
        if bulletin_id is None:
            return None
        rows = [
            {
                "bulletin_id": bulletin_id,
                "position": position,
                "wish_id": each.wish.id,
                "section": each.section.value,
                "state": each.state,
                "day": each.day,
                "shown": each.shown,
            }
            for position, each in enumerate(lines)
        ]
        await self._session.connection.execute(bulletin_lines.insert(), rows)
        return Bulletin(bulletin_id, chat_id, until, language, sums, tuple(lines))

    async def get(self, bulletin_id: int) -> Bulletin | None:
        mine = select(bulletins).join(chats, chats.c.id == bulletins.c.chat_id)
        mine = mine.where(chats.c.bot_id == self._session.bot_id, bulletins.c.id == bulletin_id)
        row = await self._session.first(mine)
        if row is None:
            return None
        told = select(
            wishes,
            bulletin_lines.c.section,
            bulletin_lines.c.state.label("told_state"),
            bulletin_lines.c.day,
            bulletin_lines.c.shown,
        ).join(bulletin_lines, bulletin_lines.c.wish_id == wishes.c.id)
        told = told.where(bulletin_lines.c.bulletin_id == bulletin_id).order_by(bulletin_lines.c.position)
        lines = tuple(
            BulletinLine(wish_of(each), Section(each.section), each.told_state, each.day, each.shown)
            for each in await self._session.all(told)
        )
        sums = Sums(filed=row.filed, done=row.done, left_out=row.left_out, overdue=row.overdue)
        return Bulletin(row.id, row.chat_id, row.until, row.language, sums, lines)

    async def told_in(self, chat_id: int) -> Sequence[int]:
        mine = select(bulletins.c.id).join(chats, chats.c.id == bulletins.c.chat_id)
        mine = mine.where(chats.c.bot_id == self._session.bot_id, bulletins.c.chat_id == chat_id)
        newest_first = mine.order_by(bulletins.c.until.desc(), bulletins.c.id.desc())
        return [row.id for row in await self._session.all(newest_first)]

    async def outdated_by(self, wish: Wish) -> Sequence[tuple[int, int]]:
        otherwise = and_(bulletin_lines.c.wish_id == wish.id, bulletin_lines.c.shown != wish.is_public)
        found = select(bulletins.c.chat_id, bulletins.c.id)
        found = found.join(bulletin_lines, bulletin_lines.c.bulletin_id == bulletins.c.id).where(otherwise)
        rows = await self._session.all(found.order_by(bulletins.c.chat_id, bulletins.c.id))
        if rows:
            await self._session.run(update(bulletin_lines).where(otherwise).values(shown=wish.is_public))
        return [(row.chat_id, row.id) for row in rows]

    async def done_photos(self, wish_ids: Collection[int], *, until: datetime) -> Mapping[int, str]:
        reported = (
            select(answers.c.wish_id, answer_photos.c.photo)
            .join(answer_photos, answer_photos.c.answer_id == answers.c.id)
            .where(answers.c.wish_id.in_(sorted(wish_ids)), answers.c.kind == AnswerKind.DONE.value, _OUT)
            .where(answers.c.answered_at <= until, answer_photos.c.bot_id == self._session.bot_id)
            .order_by(answers.c.id, answer_photos.c.position.desc())
        )
        return {row.wish_id: row.photo for row in await self._session.all(reported)}

    # ---- the agenda -----------------------------------------------------------------------------------------------

    async def waiting(self, estate_key: str, *, until: datetime) -> Sequence[Wish]:
        states = wishes.c.state.in_(sorted(state.value for state in ON_AGENDA))
        mine = (wishes.c.bot_id == self._session.bot_id, wishes.c.estate_key == estate_key, wishes.c.filed_at <= until)
        rows = await self._session.all(select(wishes).where(*mine, *_PUBLIC, states).order_by(wishes.c.id))
        return [wish_of(row) for row in rows]

    async def supporters(self, wish_ids: Collection[int]) -> Mapping[int, int]:
        behind = followers.c.stance.in_((Stance.JOIN.value, Stance.SUPPORT.value))
        counted = (
            select(followers.c.wish_id, func.count(func.distinct(followers.c.person_id)).label("n"))
            .where(followers.c.wish_id.in_(sorted(wish_ids)), behind)
            .group_by(followers.c.wish_id)
        )
        return {row.wish_id: int(row.n) for row in await self._session.all(counted)}

    # ---- inside ---------------------------------------------------------------------------------------------------

    def _public_in(self, chat_id: int) -> tuple[ColumnElement[bool], ...]:
        return (wishes.c.bot_id == self._session.bot_id, wishes.c.chat_id == chat_id, *_PUBLIC)

    def _promised_in(self, chat_id: int) -> tuple[ColumnElement[bool], ...]:
        return (*self._public_in(chat_id), wishes.c.state == State.PROMISED.value)


def _within(column: Any, since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    return (column > since, column <= until)


async def take_along(session: Session, *, source: int, target: int) -> None:
    """Two chats become one; where both were told of a week, what the target was told stays."""
    twin = bulletins.alias()
    both = exists().where(twin.c.chat_id == target, twin.c.until == bulletins.c.until)
    double = select(bulletins.c.id).where(bulletins.c.chat_id == source, both)
    ids = [row.id for row in await session.all(double)]
    await session.run(delete(bulletin_lines).where(bulletin_lines.c.bulletin_id.in_(ids)))
    await session.run(delete(bulletins).where(bulletins.c.id.in_(ids)))
    await session.run(update(bulletins).where(bulletins.c.chat_id == source).values(chat_id=target))
