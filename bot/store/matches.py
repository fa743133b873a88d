"""When a want or an offer is looked at, and which pairs were asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, select, update

from bot.domain.matching import Match, MatchAnswer
from bot.store.claim_tables import match_looks, matches
from bot.store.session import Session
from bot.store.wish_tables import wishes


class SqlMatches:
    """Fulfils `ports.Matches`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def look_at(self, wish_id: int, *, at: datetime) -> None:
        row = {"wish_id": wish_id, "bot_id": self._session.bot_id, "next_at": at}
        insert = self._session.insert(match_looks).values(row)
        await self._session.run(insert.on_conflict_do_update(index_elements=["wish_id"], set_={"next_at": at}))

    async def looked(self, wish_id: int) -> bool:
        gone = delete(match_looks).where(match_looks.c.bot_id == self._session.bot_id, match_looks.c.wish_id == wish_id)
        return bool(await self._session.run(gone))

    async def looks_due(self, now: datetime, *, limit: int) -> Sequence[int]:
        due = select(match_looks.c.wish_id).where(match_looks.c.bot_id == self._session.bot_id)
        due = due.where(match_looks.c.next_at <= now).order_by(match_looks.c.next_at, match_looks.c.wish_id)
        return [row.wish_id for row in await self._session.all(due.limit(limit))]

    async def get(self, want_id: int, offer_id: int) -> Match | None:
        row = await self._session.first(select(matches).where(self._pair(want_id, offer_id)))
        return None if row is None else _match_of(row)

    async def add(self, match: Match) -> bool:
        pair = {"want_id": match.want_id, "offer_id": match.offer_id, "offerer_id": match.offerer_id}
        moments = {"asked_at": match.asked_at, "next_at": match.next_at}
        row = {"bot_id": self._session.bot_id, **pair, **moments}
        insert = self._session.insert(matches).values(row)
        return bool(await self._session.run(insert.on_conflict_do_nothing()))

    async def save(self, match: Match) -> None:
        values = {"next_at": match.next_at, "answer": match.answer and match.answer.value}
        await self._session.run(update(matches).where(self._pair(match.want_id, match.offer_id)).values(values))

    async def asked(self, wish_id: int) -> frozenset[int]:
        with_it = (matches.c.want_id == wish_id) | (matches.c.offer_id == wish_id)
        rows = await self._session.all(select(matches.c.want_id, matches.c.offer_id).where(self._mine, with_it))
        return frozenset(key for row in rows for key in (row.want_id, row.offer_id)) - {wish_id}

    async def asked_person_since(self, person_id: int, since: datetime) -> bool:
        theirs = select(matches.c.want_id).where(self._mine, matches.c.offerer_id == person_id)
        lately = matches.c.next_at.is_not(None) | (matches.c.asked_at > since)
        return await self._session.value(theirs.where(lately).limit(1)) is not None

    async def open_of_want(self, want_id: int) -> Match | None:
        row = await self._session.first(
            select(matches).where(self._mine, matches.c.want_id == want_id, matches.c.next_at.is_not(None))
        )
        return None if row is None else _match_of(row)

    async def open_around(self, person_id: int, estate_key: str) -> Sequence[Match]:
        around = select(matches).join(wishes, wishes.c.id == matches.c.want_id)
        around = around.where(self._mine, wishes.c.estate_key == estate_key, matches.c.next_at.is_not(None))
        around = around.where((matches.c.offerer_id == person_id) | (wishes.c.author_id == person_id))
        return [_match_of(row) for row in await self._session.all(around.order_by(matches.c.want_id))]

    async def due(self, now: datetime, *, limit: int) -> Sequence[Match]:
        due = select(matches).where(self._mine, matches.c.next_at <= now).order_by(matches.c.next_at).limit(limit)
        return [_match_of(row) for row in await self._session.all(due)]

    async def next_due(self) -> datetime | None:
        looks = select(func.min(match_looks.c.next_at)).where(match_looks.c.bot_id == self._session.bot_id)
        asked = select(func.min(matches.c.next_at)).where(self._mine, matches.c.next_at.is_not(None))
        moments: list[datetime | None] = [await self._session.value(each) for each in (looks, asked)]
        return min((each for each in moments if each is not None), default=None)

    @property
    def _mine(self) -> ColumnElement[bool]:
        return matches.c.bot_id == self._session.bot_id

    def _pair(self, want_id: int, offer_id: int) -> ColumnElement[bool]:
        return self._mine & (matches.c.want_id == want_id) & (matches.c.offer_id == offer_id)


def _match_of(row: Row[Any]) -> Match:
    return Match(
        want_id=row.want_id,
        offer_id=row.offer_id,
        offerer_id=row.offerer_id,
        asked_at=row.asked_at,
        next_at=row.next_at,
        answer=None if row.answer is None else MatchAnswer(row.answer),
    )
