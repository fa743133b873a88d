"""Claims of wishes, and the thanks for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, update

from bot.domain.claiming import Claim, ClaimKind, ClaimOutcome, Phase
from bot.domain.people import Purpose
from bot.store.claim_tables import claim_thanks, wish_claims
from bot.store.session import NotStored, Session
from bot.store.tables import chats, residents
from bot.store.wish_tables import wishes


class SqlWishClaims:
    """Fulfils `ports.WishClaims`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, claim_id: int) -> Claim:
        """Raises NotStored."""
        row = await self._session.first(select(wish_claims).where(self._mine, wish_claims.c.id == claim_id))
        if row is None:
            raise NotStored(f"claim {claim_id}")
        return _claim_of(row)

    async def add(self, claim: Claim) -> Claim:
        values = {"bot_id": self._session.bot_id, **_values(claim), **_fixed(claim)}
        added = await self._session.connection.execute(wish_claims.insert().values(values).returning(wish_claims))
        return _claim_of(added.one())

    async def save(self, claim: Claim) -> None:
        theirs = self._mine & (wish_claims.c.id == claim.id)
        await self._session.run(update(wish_claims).where(theirs).values(_values(claim)))

    async def open_of(self, wish_id: int) -> Claim | None:
        is_open = wish_claims.c.outcome.is_(None)
        row = await self._session.first(
            select(wish_claims).where(self._mine, wish_claims.c.wish_id == wish_id, is_open)
        )
        return None if row is None else _claim_of(row)

    async def last(self, wish_id: int) -> Claim | None:
        newest = select(wish_claims).where(self._mine, wish_claims.c.wish_id == wish_id)
        row = await self._session.first(newest.order_by(wish_claims.c.id.desc()).limit(1))
        return None if row is None else _claim_of(row)

    async def open_by(self, person_id: int) -> Sequence[Claim]:
        theirs = self._mine & (wish_claims.c.claimer_id == person_id) & wish_claims.c.outcome.is_(None)
        return [_claim_of(row) for row in await self._session.all(select(wish_claims).where(theirs))]

    async def open_on_wishes_of(self, author_id: int) -> Sequence[Claim]:
        theirs = select(wish_claims).join(wishes, wishes.c.id == wish_claims.c.wish_id)
        theirs = theirs.where(self._mine, wishes.c.author_id == author_id, wish_claims.c.outcome.is_(None))
        return [_claim_of(row) for row in await self._session.all(theirs)]

    async def known_since(self, person_id: int, estate_key: str) -> datetime | None:
        met = select(func.min(residents.c.met_at)).join(chats, chats.c.id == residents.c.chat_id)
        in_estate = (chats.c.estate_key == estate_key, chats.c.purpose == Purpose.BUILDING.value)
        there = (residents.c.person_id == person_id, residents.c.left_at.is_(None))
        moment: datetime | None = await self._session.value(met.where(*there, *in_estate))
        return moment

    async def was_vouched_for(self, person_id: int, estate_key: str) -> bool:
        theirs = select(wish_claims.c.id).join(wishes, wishes.c.id == wish_claims.c.wish_id)
        given = (wish_claims.c.word_given, wish_claims.c.needs_word, wish_claims.c.kind != ClaimKind.FIRM.value)
        theirs = theirs.where(self._mine, wish_claims.c.claimer_id == person_id, wishes.c.estate_key == estate_key)
        return await self._session.value(theirs.where(*given).limit(1)) is not None

    async def due(self, now: datetime, *, limit: int) -> Sequence[Claim]:
        due = select(wish_claims).where(self._mine, wish_claims.c.next_at <= now)
        rows = await self._session.all(due.order_by(wish_claims.c.next_at, wish_claims.c.id).limit(limit))
        return [_claim_of(row) for row in rows]

    async def next_due(self) -> datetime | None:
        moment: datetime | None = await self._session.value(
            select(func.min(wish_claims.c.next_at)).where(self._mine, wish_claims.c.next_at.is_not(None))
        )
        return moment

    async def thank(self, claim_id: int, person_id: int, *, now: datetime) -> bool:
        row = {"claim_id": claim_id, "person_id": person_id, "thanked_at": now}
        insert = self._session.insert(claim_thanks).values(row)
        return bool(await self._session.run(insert.on_conflict_do_nothing(index_elements=["claim_id", "person_id"])))

    async def thanked(self, claim_id: int) -> int:
        count = select(func.count()).select_from(claim_thanks).where(claim_thanks.c.claim_id == claim_id)
        return int(await self._session.value(count))

    @property
    def _mine(self) -> ColumnElement[bool]:
        return wish_claims.c.bot_id == self._session.bot_id


def _fixed(claim: Claim) -> dict[str, Any]:
    """What a claim is made with."""
    return {
        "wish_id": claim.wish_id,
        "claimer_id": claim.claimer_id,
        "kind": claim.kind.value,
        "helpers": claim.helpers,
        "firm": claim.firm,
        "claimed_at": claim.claimed_at,
        "offer_id": claim.offer_id,
    }


def _values(claim: Claim) -> dict[str, Any]:
    """What may change."""
    return {
        "due_on": claim.due_on,
        "enters_home": claim.enters_home,
        "needs_word": claim.needs_word,
        "word_given": claim.word_given,
        "told": claim.told,
        "phase": claim.phase.value,
        "phase_at": claim.phase_at,
        "nudges": claim.nudges,
        "next_at": claim.next_at,
        "accepted_at": claim.accepted_at,
        "contact": claim.contact,
        "outcome": claim.outcome and claim.outcome.value,
        "due_before": claim.due_before,
        "put_off_because": claim.put_off_because,
    }


def _claim_of(row: Row[Any]) -> Claim:
    return Claim(
        id=row.id,
        wish_id=row.wish_id,
        claimer_id=row.claimer_id,
        kind=ClaimKind(row.kind),
        helpers=row.helpers,
        firm=row.firm,
        due_on=row.due_on,
        claimed_at=row.claimed_at,
        enters_home=row.enters_home,
        needs_word=row.needs_word,
        word_given=row.word_given,
        told=row.told,
        phase=Phase(row.phase),
        phase_at=row.phase_at,
        nudges=row.nudges,
        next_at=row.next_at,
        accepted_at=row.accepted_at,
        contact=row.contact,
        outcome=None if row.outcome is None else ClaimOutcome(row.outcome),
        offer_id=row.offer_id,
        due_before=row.due_before,
        put_off_because=row.put_off_because,
    )
