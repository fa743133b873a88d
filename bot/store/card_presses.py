"""The last press of each counted button by each person: of use for minutes."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Executable, and_, bindparam, delete, select

from bot.domain.presses import CardButton, LastPress, Outcome
from bot.store.beginning_tables import card_presses
from bot.store.session import Session, insert_for
from bot.store.wish_tables import wishes

_KEY = ("wish_id", "person_id", "button")
_LAST = select(card_presses.c.outcome, card_presses.c.pressed_at).where(
    card_presses.c.wish_id == bindparam("wish"),
    card_presses.c.person_id == bindparam("person"),
    card_presses.c.button == bindparam("pressed"),
)


@cache
def put_press(dialect: str) -> Executable:
    insert = insert_for(dialect, card_presses)
    newer = {name: insert.excluded[name] for name in ("outcome", "pressed_at")}
    return insert.on_conflict_do_update(index_elements=_KEY, set_=newer)


class SqlCardPresses:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def last(self, wish_id: int, person_id: int, button: CardButton) -> LastPress | None:
        row = await self._session.first(_LAST, {"wish": wish_id, "person": person_id, "pressed": button.value})
        return LastPress(Outcome(row.outcome), row.pressed_at) if row else None

    async def put(self, wish_id: int, person_id: int, button: CardButton, outcome: Outcome, *, now: datetime) -> None:
        key = {"wish_id": wish_id, "person_id": person_id, "button": button.value}
        shown = {"outcome": outcome.value, "pressed_at": now}
        await self._session.run(put_press(self._session.dialect), {**key, **shown})

    async def any_old(self, *, before: datetime) -> bool:
        old = select(card_presses.c.wish_id).where(self._old(before)).limit(1)
        return await self._session.value(old) is not None

    async def forget_old(self, *, before: datetime) -> int:
        return await self._session.run(delete(card_presses).where(self._old(before)))

    def _old(self, before: datetime) -> ColumnElement[bool]:
        mine = select(wishes.c.id).where(wishes.c.bot_id == self._session.bot_id)
        return and_(card_presses.c.pressed_at < before, card_presses.c.wish_id.in_(mine))
