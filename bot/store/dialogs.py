"""Open dialogs: one row for each (bot, chat, person)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, or_, select

from bot.ports import DialogState
from bot.store import counters
from bot.store.session import Session
from bot.store.tables import dialogs

_KEY = ("bot_id", "chat_id", "person_id")


class SqlDialogs:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def open(self, chat_id: int, person_id: int) -> DialogState | None:
        """In a writing unit the row is locked: the tick that reminds must not overwrite an answer, nor the reverse."""
        wanted = select(dialogs).where(self._of(chat_id, person_id))
        row = await self._session.first(wanted.with_for_update() if self._session.writing else wanted)
        return _state_of(row) if row else None

    async def next_run(self) -> int:
        return await counters.next_value(self._session, "dialog-run")

    async def save(self, chat_id: int, person_id: int, state: DialogState) -> None:
        values = {
            "run": state.run,
            "dialog": state.dialog,
            "version": state.version,
            "step": state.step,
            "answers": dict(state.answers),
            "trail": list(state.trail),
            "language": state.language,
            "idle_at": state.idle_at,
            "expires_at": state.expires_at,
            "reminded": state.reminded,
            "pending": state.pending,
            "asked_message_id": state.asked_message_id,
        }
        key = {"bot_id": self._session.bot_id, "chat_id": chat_id, "person_id": person_id}
        insert = self._session.insert(dialogs).values(**key, **values)
        await self._session.run(insert.on_conflict_do_update(index_elements=_KEY, set_=values))

    async def close(self, chat_id: int, person_id: int) -> None:
        await self._session.run(delete(dialogs).where(self._of(chat_id, person_id)))

    async def any_open(self, chat_id: int, now: datetime) -> bool:
        here = and_(dialogs.c.bot_id == self._session.bot_id, dialogs.c.chat_id == chat_id, dialogs.c.expires_at > now)
        return await self._session.first(select(dialogs.c.run).where(here).limit(1)) is not None

    async def due(self, now: datetime, *, limit: int) -> Sequence[tuple[int, int, DialogState]]:
        """Rows that another process handles at this moment are left out."""
        is_due = or_(dialogs.c.expires_at <= now, and_(~dialogs.c.reminded, dialogs.c.idle_at <= now))
        mine = select(dialogs).where(dialogs.c.bot_id == self._session.bot_id)
        wanted = mine.where(is_due).order_by(dialogs.c.idle_at, dialogs.c.run).limit(limit)
        rows = await self._session.all(wanted.with_for_update(skip_locked=True) if self._session.writing else wanted)
        return [(row.chat_id, row.person_id, _state_of(row)) for row in rows]

    def _of(self, chat_id: int, person_id: int) -> ColumnElement[bool]:
        mine = dialogs.c.bot_id == self._session.bot_id
        return and_(mine, dialogs.c.chat_id == chat_id, dialogs.c.person_id == person_id)


def _state_of(row: Row[Any]) -> DialogState:
    return DialogState(
        run=row.run,
        dialog=row.dialog,
        version=row.version,
        step=row.step,
        answers=row.answers,
        trail=tuple(row.trail),
        language=row.language,
        idle_at=row.idle_at,
        expires_at=row.expires_at,
        reminded=row.reminded,
        pending=row.pending,
        asked_message_id=row.asked_message_id,
    )
