"""Roles that people gave each other; and what was done in the name of bodies, from wherever it is kept."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, select, update

from bot.domain.grants import Grant, GrantRole, GrantState, Terms
from bot.domain.people import Body
from bot.domain.scopes import GridOf, Scope
from bot.domain.staff_acts import StaffActKind
from bot.ports.grants import LetterDue, StaffAct
from bot.store.grant_tables import role_grants as grants
from bot.store.place_tables import place_grids, place_nodes
from bot.store.session import NotStored, Session
from bot.store.staff_acts import acts_in
from bot.store.tables import people

_CODE_BYTES = 12
_ALL = (
    select(grants, people.c.telegram_id, place_grids.c.name.label("grid_name"))
    .outerjoin(people, people.c.id == grants.c.person_id)
    .outerjoin(place_grids, place_grids.c.id == grants.c.grid_id)
)
#: Asked in every unit of work: built once.
ACCEPTED = _ALL.where(grants.c.bot_id == bindparam("bot"), grants.c.state == GrantState.ACCEPTED.value).order_by(
    grants.c.id
)
GRIDS_OF_BUILDINGS = select(place_nodes.c.estate_key, place_nodes.c.path, place_nodes.c.grid_id).where(
    place_nodes.c.bot_id == bindparam("bot"), place_nodes.c.grid_id.is_not(None)
)


class SqlGrants:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._accepted: list[Grant] | None = None

    async def accepted(self) -> Sequence[Grant]:
        if self._accepted is None:
            rows = await self._session.all(ACCEPTED, {"bot": self._session.bot_id})
            self._accepted = [grant_of(row) for row in rows]
        return self._accepted

    async def grids_of_buildings(self) -> Mapping[str, GridOf]:
        return by_estate(await self._session.all(GRIDS_OF_BUILDINGS, {"bot": self._session.bot_id}))

    async def offer(
        self,
        terms: Terms,
        *,
        estate_key: str,
        by_id: int,
        by: str,
        person_id: int | None,
        link: bool,
        now: datetime,
    ) -> Grant:
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": estate_key,
            "building": terms.scope.path[0] if terms.scope.path else None,
            "unit": terms.scope.path[1] if len(terms.scope.path) > 1 else None,
            "grid_id": terms.scope.grid_id,
            "role": terms.role.value,
            "name": terms.name,
            "starts": terms.starts,
            "ends": terms.ends,
            "state": GrantState.OFFERED.value,
            "code": secrets.token_hex(_CODE_BYTES) if link else None,
            "person_id": person_id,
            "offered_at": now,
            "offered_by_id": by_id,
            "offered_by": by,
            "ended_by": "",
            "why": "",
            "shown": False,
        }
        added = await self._session.connection.execute(grants.insert().values(values).returning(grants.c.id))
        return await self.get(added.scalar_one())

    async def get(self, grant_id: int) -> Grant:
        """Raises NotStored."""
        return await self._one(self._these(grants.c.id == grant_id), f"grant {grant_id}")

    async def lock(self, grant_id: int) -> Grant:
        """Raises NotStored."""
        mine = (grants.c.bot_id == self._session.bot_id, grants.c.id == grant_id)
        await self._session.first(select(grants.c.id).where(*mine).with_for_update())
        return await self.get(grant_id)

    async def by_code(self, code: str) -> Grant | None:
        found = await self._session.first(self._these(grants.c.code == code))
        return grant_of(found) if found else None

    async def save(self, grant: Grant) -> None:
        values = {
            "state": grant.state.value,
            "code": grant.code,
            "person_id": grant.person_id,
            "answered_at": grant.answered_at,
            "ended_at": grant.ended_at,
            "ended_by_id": grant.ended_by_id,
            "ended_by": grant.ended_by,
            "why": grant.why,
            "shown": grant.shown,
        }
        await self._update(grant.id, **values)
        self._accepted = None

    async def tell(self, grant_id: int, *, holder_at: datetime | None = None, giver_at: datetime | None = None) -> None:
        await self._update(grant_id, tell_holder_at=holder_at, tell_giver_at=giver_at)

    async def _update(self, grant_id: int, **values: Any) -> None:
        mine = (grants.c.bot_id == self._session.bot_id, grants.c.id == grant_id)
        if not await self._session.run(update(grants).where(*mine).values(**values)):
            raise NotStored(f"grant {grant_id}")

    async def told(self, letter: LetterDue) -> None:
        column = "tell_giver_at" if letter.to_giver else "tell_holder_at"
        await self._update(letter.grant.id, **{column: None})

    async def letters(self, now: datetime, *, limit: int) -> Sequence[LetterDue]:
        found = []
        for column, to_giver in ((grants.c.tell_holder_at, False), (grants.c.tell_giver_at, True)):
            due = self._these(column <= now).order_by(column, grants.c.id).limit(limit)
            found += [LetterDue(grant_of(row), to_giver) for row in await self._session.all(due)]
        return found[:limit]

    async def next_letter(self) -> datetime | None:
        first = []
        for column in (grants.c.tell_holder_at, grants.c.tell_giver_at):
            mine = (grants.c.bot_id == self._session.bot_id, column.is_not(None))
            first.append(await self._session.value(select(func.min(column)).where(*mine)))
        return min((moment for moment in first if moment is not None), default=None)

    async def of_estate(self, estate_key: str, *states: GrantState) -> Sequence[Grant]:
        return await self._list(grants.c.estate_key == estate_key, *states)

    async def of_person(self, person_id: int, *states: GrantState) -> Sequence[Grant]:
        return await self._list(grants.c.person_id == person_id, *states)

    async def _list(self, condition: ColumnElement[bool], *states: GrantState) -> list[Grant]:
        in_these = [grants.c.state.in_([state.value for state in states])] if states else []
        found = self._these(condition, *in_these).order_by(grants.c.id.desc())
        return [grant_of(row) for row in await self._session.all(found)]

    def _these(self, *conditions: ColumnElement[bool]) -> Select[Any]:
        return _ALL.where(grants.c.bot_id == self._session.bot_id, *conditions)

    async def _one(self, wanted: Select[Any], what: str) -> Grant:
        row = await self._session.first(wanted)
        if row is None:
            raise NotStored(what)
        return grant_of(row)

    # ---- what the staff did -------------------------------------------------------------------------------------

    async def staff_acts(self, estate_key: str, *, limit: int | None, offset: int = 0) -> Sequence[StaffAct]:
        acts = acts_in(estate_key, bot_id=self._session.bot_id).subquery()
        newest = select(acts).order_by(acts.c.at.desc(), acts.c.source, acts.c.id.desc()).limit(limit).offset(offset)
        return [
            StaffAct(
                row.at, StaffActKind(row.kind), row.number, row.name, Body(row.body) if row.body else None, row.about
            )
            for row in await self._session.all(newest)
        ]

    async def count_staff_acts(self, estate_key: str) -> int:
        return int(
            await self._session.value(
                select(func.count()).select_from(acts_in(estate_key, bot_id=self._session.bot_id).subquery())
            )
        )


def grant_of(row: Row[Any]) -> Grant:
    return Grant(
        id=row.id,
        estate_key=row.estate_key,
        terms=Terms(GrantRole(row.role), row.name, row.starts, row.ends, _scope_of(row)),
        state=GrantState(row.state),
        offered_at=row.offered_at,
        offered_by_id=row.offered_by_id,
        offered_by=row.offered_by,
        person_id=row.person_id,
        telegram_id=row.telegram_id,
        code=row.code,
        answered_at=row.answered_at,
        ended_at=row.ended_at,
        ended_by_id=row.ended_by_id,
        ended_by=row.ended_by,
        why=row.why,
        untold=row.tell_holder_at is not None,
        shown=row.shown,
    )


def _scope_of(row: Row[Any]) -> Scope:
    path = tuple(code for code in (row.building, row.unit) if code is not None)
    return Scope(path, row.grid_id, row.grid_name or "")


def by_estate(rows: Iterable[Row[Any]]) -> dict[str, GridOf]:
    """Of `GRIDS_OF_BUILDINGS`."""
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row.estate_key, {})[row.path] = row.grid_id
    return dict(found)
