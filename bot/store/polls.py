"""Polls as stored: what was asked, when something falls due, what came of it. `poll_answers` has posts and answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select, update

from bot.domain.people import Body, Speaker
from bot.domain.polls import Draft, Due, Poll, Statement
from bot.store import counters
from bot.store.poll_answers import PostsAndAnswers
from bot.store.poll_tables import poll_statements, polls
from bot.store.session import NotStored

_MOST = 2**31 - 1  #: no poll has a greater number


class SqlPolls(PostsAndAnswers):
    """Fulfils `ports.Polls`."""

    async def open(
        self, draft: Draft, *, estate_key: str, by: Speaker, by_id: int, now: datetime, closes_at: datetime
    ) -> Poll:
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": estate_key,
            "number": await counters.next_value(self._session, f"poll:{estate_key}"),
            "question": draft.question,
            "options": list(draft.options),
            "several": draft.several,
            "anonymous": draft.anonymous,
            "hidden": draft.hidden,
            "until": draft.until,
            "wish_id": draft.wish_id,
            "project_id": draft.project_id,
            "by_id": by_id,
            "by_name": by.name,
            "by_body": by.body.value,
            "opened_at": now,
            "closes_at": closes_at,
            "cancelled": "",
            "nags": 0,
        }
        added = await self._session.connection.execute(polls.insert().values(values).returning(polls))
        return _poll_of(added.one())

    async def get(self, poll_id: int) -> Poll:
        """Raises NotStored."""
        return await self._one(select(polls), poll_id)

    async def lock(self, poll_id: int) -> Poll:
        """Raises NotStored."""
        return await self._one(select(polls).with_for_update(), poll_id)

    async def _one(self, wanted: Select[Any], poll_id: int) -> Poll:
        row = await self._session.first(wanted.where(self._mine, polls.c.id == poll_id))
        if row is None:
            raise NotStored(f"poll {poll_id}")
        return _poll_of(row)

    async def by_number(self, estate_key: str, number: int) -> Poll | None:
        here = (self._mine, polls.c.estate_key == estate_key, polls.c.number == min(number, _MOST))
        row = await self._session.first(select(polls).where(*here))
        return _poll_of(row) if row else None

    async def save(self, poll: Poll) -> None:
        values = {
            "closed_at": poll.closed_at,
            "cancelled": poll.cancelled,
            "nags": poll.nags,
            "due": poll.due and poll.due.value,
            "next_at": poll.next_at,
        }
        await self._session.run(update(polls).where(self._mine, polls.c.id == poll.id).values(values))

    async def count(self, estate_key: str) -> int:
        here = (self._mine, polls.c.estate_key == estate_key)
        return int(await self._session.value(select(func.count()).select_from(polls).where(*here)))

    async def find(self, estate_key: str, *, limit: int, offset: int = 0) -> Sequence[Poll]:
        found = select(polls).where(self._mine, polls.c.estate_key == estate_key)
        found = found.order_by(polls.c.closed_at.is_not(None), polls.c.number.desc())
        return [_poll_of(row) for row in await self._session.all(found.limit(limit).offset(offset))]

    async def of_wish(self, wish_id: int) -> Sequence[Poll]:
        return await self._of(polls.c.wish_id == wish_id)

    async def of_project(self, project_id: int) -> Sequence[Poll]:
        return await self._of(polls.c.project_id == project_id)

    async def _of(self, which: ColumnElement[bool]) -> Sequence[Poll]:
        found = select(polls).where(self._mine, which).order_by(polls.c.id)
        return [_poll_of(row) for row in await self._session.all(found)]

    async def due(self, now: datetime, *, limit: int) -> Sequence[Poll]:
        due = select(polls).where(self._mine, polls.c.next_at <= now)
        rows = await self._session.all(due.order_by(polls.c.next_at, polls.c.id).limit(limit))
        return [_poll_of(row) for row in rows]

    async def next_due(self) -> datetime | None:
        moment: datetime | None = await self._session.value(
            select(func.min(polls.c.next_at)).where(self._mine, polls.c.next_at.is_not(None))
        )
        return moment

    # ---- what comes of it -----------------------------------------------------------------------------------------

    async def state(
        self, poll_id: int, *, words: str, by: Speaker, by_id: int, now: datetime, review_on: date | None
    ) -> Statement:
        values = {"poll_id": poll_id, "words": words, "by_id": by_id, "at": now, "review_on": review_on}
        values |= {"bot_id": self._session.bot_id, "by_name": by.name, "by_body": by.body.value}
        insert = poll_statements.insert().values(values).returning(poll_statements)
        return _statement_of((await self._session.connection.execute(insert)).one())

    async def statements(self, poll_id: int) -> Sequence[Statement]:
        mine = (poll_statements.c.bot_id == self._session.bot_id, poll_statements.c.poll_id == poll_id)
        rows = await self._session.all(select(poll_statements).where(*mine).order_by(poll_statements.c.id))
        return [_statement_of(row) for row in rows]

    @property
    def _mine(self) -> ColumnElement[bool]:
        return polls.c.bot_id == self._session.bot_id


def _poll_of(row: Row[Any]) -> Poll:
    draft = Draft(
        question=row.question,
        options=tuple(row.options),
        several=row.several,
        anonymous=row.anonymous,
        hidden=row.hidden,
        until=row.until,
        wish_id=row.wish_id,
        project_id=row.project_id,
    )
    return Poll(
        id=row.id,
        estate_key=row.estate_key,
        number=row.number,
        draft=draft,
        by=Speaker(0, row.by_name, Body(row.by_body)),
        by_id=row.by_id,
        opened_at=row.opened_at,
        closes_at=row.closes_at,
        closed_at=row.closed_at,
        cancelled=row.cancelled,
        nags=row.nags,
        due=None if row.due is None else Due(row.due),
        next_at=row.next_at,
    )


def _statement_of(row: Row[Any]) -> Statement:
    by = Speaker(0, row.by_name, Body(row.by_body))
    return Statement(row.id, row.poll_id, row.words, by, row.at, row.review_on)
