"""Whether each estate takes new wishes, and who tried it before it did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, select, update

from bot.domain.intakes import Hand, Intake, IntakeState
from bot.domain.people import Person
from bot.store.beginning_tables import intakes, trial_hands
from bot.store.people import person_of
from bot.store.session import Session
from bot.store.tables import people

_ONE = select(intakes).where(intakes.c.bot_id == bindparam("bot"), intakes.c.estate_key == bindparam("key"))
_LOCKED = _ONE.with_for_update()


def _intake_of(row: Row[Any]) -> Intake:
    return Intake(
        estate_key=row.estate_key,
        state=IntakeState(row.state),
        last_act_at=row.last_act_at,
        opened_at=row.opened_at,
        warned_at=row.warned_at,
        paused_at=row.paused_at,
    )


class SqlIntakes:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, estate_key: str) -> Intake | None:
        row = await self._session.first(_ONE, {"bot": self._session.bot_id, "key": estate_key})
        return _intake_of(row) if row else None

    async def lock(self, estate_key: str) -> Intake | None:
        row = await self._session.first(_LOCKED, {"bot": self._session.bot_id, "key": estate_key})
        return _intake_of(row) if row else None

    async def all(self) -> Sequence[Intake]:
        mine = select(intakes).where(intakes.c.bot_id == self._session.bot_id).order_by(intakes.c.estate_key)
        return [_intake_of(row) for row in await self._session.all(mine)]

    async def save(self, intake: Intake) -> None:
        key = {"bot_id": self._session.bot_id, "estate_key": intake.estate_key}
        shown = {
            "state": intake.state.value,
            "last_act_at": intake.last_act_at,
            "opened_at": intake.opened_at,
            "warned_at": intake.warned_at,
            "paused_at": intake.paused_at,
        }
        insert = self._session.insert(intakes).values(**key, **shown)
        await self._session.run(insert.on_conflict_do_update(index_elements=list(key), set_=shown))

    async def join_trial(self, estate_key: str, person_id: int, *, now: datetime) -> None:
        key = {"bot_id": self._session.bot_id, "estate_key": estate_key, "person_id": person_id}
        insert = self._session.insert(trial_hands).values(**key, joined_at=now)
        await self._session.run(insert.on_conflict_do_nothing())

    async def answer_trial(self, estate_key: str, person_id: int, *, now: datetime) -> None:
        await self.join_trial(estate_key, person_id, now=now)
        theirs = and_(
            trial_hands.c.bot_id == self._session.bot_id,
            trial_hands.c.estate_key == estate_key,
            trial_hands.c.person_id == person_id,
            trial_hands.c.answered_at.is_(None),
        )
        await self._session.run(update(trial_hands).where(theirs).values(answered_at=now))

    async def hands(self, estate_key: str) -> Sequence[tuple[Hand, Person]]:
        took_part = (
            select(people, trial_hands.c.joined_at, trial_hands.c.answered_at)
            .join(trial_hands, trial_hands.c.person_id == people.c.id)
            .where(trial_hands.c.bot_id == self._session.bot_id, trial_hands.c.estate_key == estate_key)
            .order_by(trial_hands.c.joined_at, people.c.id)
        )
        return [
            (Hand(row.id, row.telegram_id, row.joined_at, row.answered_at), person_of(row))
            for row in await self._session.all(took_part)
        ]
