"""The one message of each group that asks where it belongs: one row a group."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, func, select

from bot.domain.onboarding import Onboarding, Step
from bot.domain.people import Purpose
from bot.store.beginning_tables import onboardings
from bot.store.places import columns_of, place_of
from bot.store.session import Session
from bot.store.tables import chats


def _onboarding_of(row: Row[Any]) -> Onboarding:
    return Onboarding(
        chat_id=row.chat_id,
        step=Step(row.step),
        invited_by=row.invited_by,
        purpose=Purpose(row.purpose) if row.purpose else None,
        estate_key=row.estate_key,
        place=place_of(row),
        page=row.page,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        refused_at=row.refused_at,
    )


class SqlOnboardings:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, chat_id: int) -> Onboarding | None:
        wanted = (
            select(onboardings)
            .join(chats, chats.c.id == onboardings.c.chat_id)
            .where(chats.c.bot_id == self._session.bot_id, onboardings.c.chat_id == chat_id)
        )
        locked = wanted.with_for_update(of=onboardings) if self._session.writing else wanted
        row = await self._session.first(locked)
        return _onboarding_of(row) if row else None

    async def save(self, onboarding: Onboarding) -> None:
        shown = {
            "step": onboarding.step.value,
            "invited_by": onboarding.invited_by,
            "purpose": onboarding.purpose.value if onboarding.purpose else None,
            "estate_key": onboarding.estate_key,
            **columns_of(onboarding.place),
            "page": onboarding.page,
            "asked_by": onboarding.asked_by,
            "asked_at": onboarding.asked_at,
            "refused_at": onboarding.refused_at,
        }
        insert = self._session.insert(onboardings).values(chat_id=onboarding.chat_id, **shown)
        await self._session.run(insert.on_conflict_do_update(index_elements=["chat_id"], set_=shown))

    async def asked_by(self, person_id: int) -> int:
        waiting = (onboardings.c.asked_by == person_id, onboardings.c.step == Step.ASKED.value)
        return int(await self._session.value(select(func.count()).select_from(onboardings).where(*waiting)))
