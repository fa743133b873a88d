"""When each estate's list of the morning is due; which wishes were passed on to whom; what waits at the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, select

from bot.domain.desk import WAITING, Morning
from bot.domain.people import Body, Speaker
from bot.domain.referrals import Referral
from bot.domain.wishes import Display, Wish
from bot.store.desk_tables import mornings, referrals
from bot.store.session import Session
from bot.store.wish_tables import wishes
from bot.store.wishes import wish_of

MOST_WAITING = 2000  #: of an estate; more are looked at once these are answered


class SqlMornings:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def all(self) -> Sequence[Morning]:
        rows = await self._session.all(select(mornings).where(mornings.c.bot_id == self._session.bot_id))
        return [Morning(row.estate_key, row.next_at, row.since) for row in rows]

    async def lock(self, estate_key: str) -> Morning | None:
        theirs = (mornings.c.bot_id == self._session.bot_id, mornings.c.estate_key == estate_key)
        row = await self._session.first(select(mornings).where(*theirs).with_for_update())
        return Morning(row.estate_key, row.next_at, row.since) if row else None

    async def save(self, morning: Morning) -> None:
        key = {"bot_id": self._session.bot_id, "estate_key": morning.estate_key}
        shown = {"next_at": morning.next_at, "since": morning.since}
        insert = self._session.insert(mornings).values(**key, **shown)
        await self._session.run(insert.on_conflict_do_update(index_elements=list(key), set_=shown))

    async def waiting(self, estate_key: str) -> Sequence[Wish]:
        found = select(wishes).where(
            wishes.c.bot_id == self._session.bot_id,
            wishes.c.estate_key == estate_key,
            wishes.c.state.in_(sorted(state.value for state in WAITING)),
            wishes.c.display == Display.SHOWN.value,
        )
        rows = await self._session.all(found.order_by(wishes.c.number).limit(MOST_WAITING))
        return [wish_of(row) for row in rows]


class SqlReferrals:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, *, wish_id: int, by: Speaker, by_id: int, to: Body, words: str, now: datetime) -> Referral:
        values = {
            "bot_id": self._session.bot_id,
            "wish_id": wish_id,
            "by_id": by_id,
            "by_telegram_id": by.telegram_id,
            "by_name": by.name,
            "by_body": by.body.value,
            "to_body": to.value,
            "words": words,
            "passed_at": now,
        }
        added = await self._session.connection.execute(referrals.insert().values(values).returning(referrals))
        return _referral_of(added.one())

    async def of(self, wish_id: int) -> Sequence[Referral]:
        of_it = select(referrals).where(referrals.c.bot_id == self._session.bot_id, referrals.c.wish_id == wish_id)
        return [_referral_of(row) for row in await self._session.all(of_it.order_by(referrals.c.id))]

    async def standing(self, wish_ids: Sequence[int]) -> Mapping[int, Body]:
        if not wish_ids:
            return {}
        mine = (referrals.c.bot_id == self._session.bot_id, referrals.c.wish_id.in_(list(wish_ids)))
        last = select(referrals.c.wish_id, referrals.c.to_body).where(*mine).order_by(referrals.c.id)
        return {row.wish_id: Body(row.to_body) for row in await self._session.all(last)}

    async def times(self, wish_ids: Sequence[int]) -> Mapping[int, int]:
        mine = (referrals.c.bot_id == self._session.bot_id, referrals.c.wish_id.in_(list(wish_ids)))
        counted = select(referrals.c.wish_id, func.count().label("n")).where(*mine).group_by(referrals.c.wish_id)
        return {row.wish_id: int(row.n) for row in await self._session.all(counted)}

    async def take_back(self, referral_id: int) -> bool:
        this = (referrals.c.bot_id == self._session.bot_id, referrals.c.id == referral_id)
        return bool(await self._session.run(delete(referrals).where(*this)))


def _referral_of(row: Row[Any]) -> Referral:
    return Referral(
        id=row.id,
        wish_id=row.wish_id,
        by_id=row.by_id,
        by=Speaker(row.by_telegram_id, row.by_name, Body(row.by_body)),
        to=Body(row.to_body),
        words=row.words,
        at=row.passed_at,
    )
