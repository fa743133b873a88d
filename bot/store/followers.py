"""Who stands how to a wish. Each stance of a person counts once, whatever happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Executable, Row, and_, bindparam, delete, func, select

from bot.domain.people import Person
from bot.domain.wishes import Counts, Stance
from bot.store.people import person_of
from bot.store.session import Session, insert_for
from bot.store.tables import people
from bot.store.wish_tables import answers, followers, thanks, wishes

_STANCES = select(followers.c.stance).where(
    followers.c.wish_id == bindparam("wish"), followers.c.person_id == bindparam("person")
)
_BY_STANCE = (
    select(followers.c.stance, func.count().label("people"))
    .where(followers.c.wish_id == bindparam("wish"))
    .group_by(followers.c.stance)
)
_JOINED = (
    select(followers.c.wish_id, func.count().label("people"))
    .where(followers.c.wish_id.in_(bindparam("these", expanding=True)), followers.c.stance == bindparam("stance"))
    .group_by(followers.c.wish_id)
)
_THANKED = (
    select(func.count(thanks.c.person_id.distinct()))
    .join(answers, answers.c.id == thanks.c.answer_id)
    .where(answers.c.wish_id == bindparam("wish"))
)
_FOLLOWERS = (
    select(people, followers.c.stance)
    .join(followers, followers.c.person_id == people.c.id)
    .join(wishes, wishes.c.id == followers.c.wish_id)
    .where(followers.c.wish_id == bindparam("wish"), people.c.id != wishes.c.author_id)
    .order_by(followers.c.id)
)


@cache
def _add(dialect: str) -> Executable:
    insert = insert_for(dialect, followers)
    once = insert.on_conflict_do_nothing(index_elements=["wish_id", "person_id", "stance"])
    return once.returning(followers.c.id)


class SqlFollowers:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def stances(self, wish_id: int, person_id: int) -> frozenset[Stance]:
        rows = await self._session.all(_STANCES, {"wish": wish_id, "person": person_id})
        return frozenset(Stance(row.stance) for row in rows)

    async def add(self, wish_id: int, person_id: int, stance: Stance, *, now: datetime) -> bool:
        values = {"wish_id": wish_id, "person_id": person_id, "stance": stance.value, "since": now}
        return await self._session.value(_add(self._session.dialect), values) is not None

    async def remove(self, wish_id: int, person_id: int, stance: Stance) -> bool:
        held = and_(
            followers.c.wish_id == wish_id, followers.c.person_id == person_id, followers.c.stance == stance.value
        )
        return await self._session.run(delete(followers).where(held)) > 0

    async def counts(self, wish_id: int) -> Counts:
        counted = {row.stance: row.people for row in await self._session.all(_BY_STANCE, {"wish": wish_id})}
        return Counts(
            joined=counted.get(Stance.JOIN, 0),
            supported=counted.get(Stance.SUPPORT, 0),
            helping=counted.get(Stance.HELP, 0),
            thanked=int(await self._session.value(_THANKED, {"wish": wish_id})),
        )

    async def joined(self, wish_ids: Sequence[int]) -> Mapping[int, int]:
        rows = await self._session.all(_JOINED, {"these": list(wish_ids), "stance": Stance.JOIN.value})
        return {row.wish_id: row.people for row in rows}

    async def of(self, wish_id: int) -> Sequence[tuple[Person, frozenset[Stance]]]:
        held: dict[int, tuple[Row[Any], set[Stance]]] = {}
        for row in await self._session.all(_FOLLOWERS, {"wish": wish_id}):
            held.setdefault(row.id, (row, set()))[1].add(Stance(row.stance))
        return [(person_of(row), frozenset(stances)) for row, stances in held.values()]
