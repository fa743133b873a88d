"""What was kept long enough, and the last steps of forgetting: each question one query, some rows at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, exists, func, or_, select, update

from bot.domain.people import Person, id_of_nobody
from bot.domain.wishes import ENDED, Wish
from bot.store import outbox_cleaning
from bot.store.keeping_tables import forgotten, rounds
from bot.store.people import person_of
from bot.store.person_data import kind_of
from bot.store.personal import traces
from bot.store.session import Session
from bot.store.tables import chats, people
from bot.store.verdict_tables import verdicts
from bot.store.wish_tables import answers, similar_taps, wishes
from bot.store.wishes import wish_of


class SqlRetention:
    def __init__(self, session: Session) -> None:
        self._session = session

    # ---- rounds ---------------------------------------------------------------------------------------------------

    async def is_round_due(self, name: str, now: datetime) -> bool:
        mine = (rounds.c.bot_id == self._session.bot_id, rounds.c.name == name)
        next_at: datetime | None = await self._session.value(select(rounds.c.next_at).where(*mine))
        return next_at is None or next_at <= now

    async def set_next_round(self, name: str, next_at: datetime) -> None:
        values = self._session.insert(rounds).values(bot_id=self._session.bot_id, name=name, next_at=next_at)
        upsert = values.on_conflict_do_update(index_elements=["bot_id", "name"], set_={"next_at": next_at})
        await self._session.run(upsert)

    # ---- what was kept long enough ----------------------------------------------------------------------------------

    async def forget_similar_taps(self, *, before: datetime, limit: int) -> int:
        mine = select(wishes.c.id).where(wishes.c.bot_id == self._session.bot_id)
        old = select(similar_taps.c.id).where(similar_taps.c.tapped_at < before, similar_taps.c.wish_id.in_(mine))
        return await self._session.run(
            delete(similar_taps).where(similar_taps.c.id.in_(old.order_by(similar_taps.c.id).limit(limit)))
        )

    async def ended_with_name(self, *, before: datetime, limit: int) -> Sequence[Wish]:
        """Wishes that ended before and still bear their author's name, oldest first."""
        return await self._ended(wishes.c.author_name != "", before, limit)

    async def ended_with_photo(self, *, before: datetime, stand_in: str, limit: int) -> Sequence[Wish]:
        """Wishes that ended before and still have their author's picture, oldest first."""
        pictured = and_(wishes.c.photo.is_not(None), wishes.c.photo != stand_in)
        return await self._ended(pictured, before, limit)

    async def take_photos_off_verdicts(self, *, before: datetime, limit: int) -> Sequence[tuple[int, str]]:
        last = select(func.max(answers.c.answered_at)).where(answers.c.wish_id == wishes.c.id).scalar_subquery()
        over = (wishes.c.state.in_(sorted(state.value for state in ENDED)), last < before)
        given = select(verdicts).join(wishes, wishes.c.id == verdicts.c.wish_id)
        given = given.where(verdicts.c.bot_id == self._session.bot_id, verdicts.c.photo.is_not(None), *over)
        found = await self._session.all(given.order_by(verdicts.c.asking_id, verdicts.c.person_id).limit(limit))
        for row in found:
            whose = (verdicts.c.asking_id == row.asking_id, verdicts.c.person_id == row.person_id)
            await self._session.run(update(verdicts).where(*whose).values(photo=None))
        return [(row.wish_id, row.photo) for row in found]

    async def take_name_off(self, wish_ids: Collection[int]) -> None:
        mine = (wishes.c.bot_id == self._session.bot_id, wishes.c.id.in_(sorted(wish_ids)))
        await self._session.run(update(wishes).where(*mine).values(author_name=""))

    async def strangers(self, *, seen_before: datetime, but: Collection[int], limit: int) -> Sequence[Person]:
        """People not seen since then who left nothing but traces in passing; `but`: Telegram ids never among them."""
        left_something = [
            exists().where(table.c[trace.by] == people.c.id)
            for table, trace in traces()
            if not trace.passing and table is not people and kind_of(table, trace.by) == "people"
        ]
        unseen = (
            people.c.bot_id == self._session.bot_id,
            people.c.seen_on < seen_before.date(),
            people.c.telegram_id.not_in(sorted(but)),
            ~or_(*left_something),
        )
        rows = await self._session.all(select(people).where(*unseen).order_by(people.c.id).limit(limit))
        return [person_of(row) for row in rows]

    # ---- farewells --------------------------------------------------------------------------------------------------

    async def farewells(self, *, limit: int) -> Sequence[tuple[int, int]]:
        """(person_id, chat_id) of those forgotten whose private chat is still known."""
        mine = select(people.c.id).where(people.c.bot_id == self._session.bot_id)
        open_ = select(forgotten).where(forgotten.c.chat_id.is_not(None), forgotten.c.person_id.in_(mine))
        rows = await self._session.all(open_.order_by(forgotten.c.person_id).limit(limit))
        return [(row.person_id, row.chat_id) for row in rows]

    async def take_leave(self, person_id: int, chat_id: int) -> bool:
        """Forget the private chat too, once the last message has left it. False: not yet.

        Somebody who came back meanwhile uses it as a new person: then it stays as theirs.
        """
        if not await outbox_cleaning.finish(self._session, chat_id):
            return False
        account = select(chats.c.telegram_id).where(chats.c.id == chat_id).scalar_subquery()
        back = and_(people.c.bot_id == self._session.bot_id, people.c.telegram_id == account)
        if await self._session.first(select(people.c.id).where(back)) is None:
            nobody: dict[str, Any] = {
                "telegram_id": id_of_nobody(chat_id),
                "title": "",
                "language": None,
                "present": False,
            }
            await self._session.run(update(chats).where(chats.c.id == chat_id, chats.c.private).values(nobody))
        await self._session.run(update(forgotten).where(forgotten.c.person_id == person_id).values(chat_id=None))
        return True

    # ---- inside -----------------------------------------------------------------------------------------------------

    async def _ended(self, which: ColumnElement[bool], before: datetime, limit: int) -> list[Wish]:
        last = select(func.max(answers.c.answered_at)).where(answers.c.wish_id == wishes.c.id).scalar_subquery()
        ended = wishes.c.state.in_(sorted(state.value for state in ENDED))
        mine = select(wishes).where(wishes.c.bot_id == self._session.bot_id, ended, which, last < before)
        return [wish_of(row) for row in await self._session.all(mine.order_by(wishes.c.id).limit(limit))]
