"""What waits to be posted of the plan, what was, what the committee published, and days that were promised."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, exists, func, select

from bot.domain.course import CourseStep, Step
from bot.domain.people import Body, Speaker
from bot.domain.publications import Publication, PublicationKind
from bot.domain.wishes import Wish
from bot.store.course import step_of
from bot.store.course_tables import wish_steps
from bot.store.item_tables import plan_news, plan_posts, plan_publications
from bot.store.session import NotStored, Session
from bot.store.wish_tables import wishes
from bot.store.wishes import wish_of

_GIVES = (Step.PROMISED.value, Step.MOVED.value)


class SqlPlanPosts:
    """Fulfils `ports.PlanPosts`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def changed(self, estate_key: str, *, now: datetime, due_at: datetime) -> None:
        key = {"bot_id": self._session.bot_id, "estate_key": estate_key}
        insert = self._session.insert(plan_news).values(**key, since=now, due_at=due_at)
        # Updated, though to nothing new: so it waits for whoever settles the row, or is waited for, and is never lost.
        kept = insert.on_conflict_do_update(index_elements=list(key), set_={"due_at": plan_news.c.due_at})
        await self._session.run(kept)

    async def news(self, estate_key: str) -> tuple[datetime, datetime] | None:
        row = await self._session.first(select(plan_news).where(*self._of(plan_news, estate_key)))
        return None if row is None else (row.since, row.due_at)

    async def next_due(self) -> datetime | None:
        first = select(func.min(plan_news.c.due_at)).where(plan_news.c.bot_id == self._session.bot_id)
        moment: datetime | None = await self._session.value(first)
        return moment

    async def settle(self, estate_key: str) -> bool:
        return await self._session.run(delete(plan_news).where(*self._of(plan_news, estate_key))) > 0

    async def post(self, estate_key: str, day: date, *, since: datetime) -> bool:
        key = {"bot_id": self._session.bot_id, "estate_key": estate_key, "day": day}
        insert = self._session.insert(plan_posts).values(**key, since=since)
        return bool(await self._session.run(insert.on_conflict_do_nothing(index_elements=list(key))))

    async def window(self, estate_key: str, day: date) -> tuple[datetime, datetime | None] | None:
        mine = self._of(plan_posts, estate_key)
        since: datetime | None = await self._session.value(
            select(plan_posts.c.since).where(*mine, plan_posts.c.day == day)
        )
        if since is None:
            return None
        later = select(func.min(plan_posts.c.since)).where(*mine, plan_posts.c.day > day)
        return since, await self._session.value(later)

    # ---- the year's list and the review ---------------------------------------------------------------------------

    async def publish(
        self,
        estate_key: str,
        kind: PublicationKind,
        period: str,
        *,
        words: str,
        rows: Sequence[tuple[int, str]],
        by: Speaker,
        by_id: int,
        now: datetime,
    ) -> Publication:
        key = {
            "bot_id": self._session.bot_id,
            "estate_key": estate_key,
            "kind": kind.value,
            "period": period,
        }
        said = {
            "words": words,
            "said": [list(row) for row in rows],
            "at": now,
            "by_id": by_id,
            "by_name": by.name,
            "by_body": by.body.value,
        }
        insert = self._session.insert(plan_publications).values(**key, **said)
        upsert = insert.on_conflict_do_update(index_elements=list(key), set_=said)
        await self._session.run(upsert)
        published = await self.published(estate_key, kind, period)
        assert published is not None, "it was put there just now"
        return published

    async def published(self, estate_key: str, kind: PublicationKind, period: str) -> Publication | None:
        mine = self._of(plan_publications, estate_key)
        these = (plan_publications.c.kind == kind.value, plan_publications.c.period == period)
        row = await self._session.first(select(plan_publications).where(*mine, *these))
        return None if row is None else _publication_of(row)

    async def publication(self, publication_id: int) -> Publication:
        """Raises NotStored."""
        mine = plan_publications.c.bot_id == self._session.bot_id
        found = select(plan_publications).where(mine, plan_publications.c.id == publication_id)
        row = await self._session.first(found)
        if row is None:
            raise NotStored(f"publication {publication_id}")
        return _publication_of(row)

    # ---- promises -------------------------------------------------------------------------------------------------

    async def promising(self, estate_key: str, *, since: date) -> Sequence[tuple[Wish, Sequence[CourseStep]]]:
        gives = wish_steps.alias()  # the outer statement may be about all steps of these wishes
        given = exists().where(gives.c.wish_id == wishes.c.id, gives.c.step.in_(_GIVES), gives.c.next_date >= since)
        mine = (wishes.c.bot_id == self._session.bot_id, wishes.c.estate_key == estate_key, given)
        found = [wish_of(row) for row in await self._session.all(select(wishes).where(*mine).order_by(wishes.c.number))]
        taken: dict[int, list[CourseStep]] = {wish.id: [] for wish in found}
        of_them = select(wish_steps).join(wishes, wishes.c.id == wish_steps.c.wish_id).where(*mine)
        for row in await self._session.all(of_them.order_by(wish_steps.c.id)):
            taken[row.wish_id].append(step_of(row))
        return [(wish, taken[wish.id]) for wish in found]

    def _of(self, table: Any, estate_key: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
        return (table.c.bot_id == self._session.bot_id, table.c.estate_key == estate_key)


def _publication_of(row: Row[Any]) -> Publication:
    return Publication(
        id=row.id,
        estate_key=row.estate_key,
        kind=PublicationKind(row.kind),
        period=row.period,
        words=row.words,
        rows=tuple((item_id, words) for item_id, words in row.said),
        at=row.at,
        by=Speaker(0, row.by_name, Body(row.by_body)),
    )
