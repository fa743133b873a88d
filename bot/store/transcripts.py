"""Lines of text for voice notes: who wrote them, and which notes wait for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, literal_column, select, update

from bot.domain.people import Person
from bot.domain.places import Place
from bot.domain.voices import Transcript
from bot.domain.wishes import ENDED, Visibility, Wish
from bot.store.session import Session
from bot.store.voice_tables import transcripts
from bot.store.wish_tables import wishes
from bot.store.wishes import lies_in, wish_of


class SqlTranscripts:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def of(self, wish_id: int) -> Transcript | None:
        own = select(transcripts).join(wishes, wishes.c.id == transcripts.c.wish_id)
        own = own.where(wishes.c.bot_id == self._session.bot_id, wishes.c.id == wish_id)
        row = await self._session.first(own)
        if row is None:
            return None
        return Transcript(row.wish_id, row.person_id, row.name, row.written_at, row.corrected_at)

    async def add(self, wish_id: int, person: Person, *, now: datetime) -> None:
        values = {"wish_id": wish_id, "person_id": person.id, "name": person.name, "written_at": now}
        await self._session.run(transcripts.insert().values(values))

    async def corrected(self, wish_id: int, *, now: datetime) -> None:
        await self._session.run(update(transcripts).where(transcripts.c.wish_id == wish_id).values(corrected_at=now))

    async def waiting(
        self,
        estate_key: str,
        *,
        committee_too: bool,
        within: Sequence[Place] | None = None,
        after: int = 0,
        limit: int,
    ) -> Sequence[Wish]:
        found = select(wishes).where(*self._waiting(estate_key, committee_too), *lies_in(within), wishes.c.id > after)
        return [wish_of(row) for row in await self._session.all(found.order_by(wishes.c.id).limit(limit))]

    async def count_waiting(
        self, estate_key: str, *, committee_too: bool, within: Sequence[Place] | None = None
    ) -> int:
        these = (*self._waiting(estate_key, committee_too), *lies_in(within))
        found = select(func.count()).select_from(wishes).where(*these)
        return int(await self._session.value(found))

    def _waiting(self, estate_key: str, committee_too: bool) -> tuple[ColumnElement[bool], ...]:
        conditions: tuple[ColumnElement[bool], ...] = (
            wishes.c.bot_id == self._session.bot_id,
            wishes.c.estate_key == estate_key,
            wishes.c.words == literal_column("''"),
            wishes.c.state.not_in(sorted(state.value for state in ENDED)),
        )
        return conditions if committee_too else (*conditions, wishes.c.visibility != Visibility.COMMITTEE.value)
