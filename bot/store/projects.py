"""Projects, the wishes they are linked to, and their steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, delete, func, select, update

from bot.domain.people import Body, Speaker
from bot.domain.projects import OVER, Brief, Indicator, Move, Project, ProjectKind, ProjectStep, Stage
from bot.domain.wishes import Wish
from bot.store import counters
from bot.store.project_tables import project_steps, project_wishes, projects
from bot.store.session import NotStored, Session
from bot.store.wish_tables import wishes
from bot.store.wishes import wish_of


class SqlProjects:
    """Fulfils `ports.Projects`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def open(self, brief: Brief, *, estate_key: str) -> Project:
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": estate_key,
            "number": await counters.next_value(self._session, f"project:{estate_key}"),
            "kind": brief.kind.value,
            "name": brief.name,
            "building": brief.building,
            "planned_end": brief.planned_end,
            "serves": brief.serves,
            "mentor": brief.mentor,
            "indicators": [[each.number, each.unit, each.words] for each in brief.indicators],
            "stage": Stage.PROPOSED.value,
            "percent": 0,
            "round": 0,
            "late_told": False,
        }
        added = await self._session.connection.execute(projects.insert().values(values).returning(projects))
        return _project_of(added.one())

    async def get(self, project_id: int) -> Project:
        """Raises NotStored."""
        return await self._one(select(projects).where(self._mine, projects.c.id == project_id), project_id)

    async def lock(self, project_id: int) -> Project:
        """Raises NotStored."""
        this = select(projects).where(self._mine, projects.c.id == project_id).with_for_update()
        return await self._one(this, project_id)

    async def _one(self, statement: Any, project_id: int) -> Project:
        row = await self._session.first(statement)
        if row is None:
            raise NotStored(f"project {project_id}")
        return _project_of(row)

    async def by_number(self, estate_key: str, number: int) -> Project | None:
        of_it = select(projects).where(
            self._mine, projects.c.estate_key == estate_key, projects.c.number == min(number, 2**31 - 1)
        )
        row = await self._session.first(of_it)
        return None if row is None else _project_of(row)

    async def save(self, project: Project) -> None:
        values = {
            "planned_end": project.brief.planned_end,
            "stage": project.stage.value,
            "percent": project.percent,
            "round": project.round,
            "late_told": project.late_told,
            "late_at": project.late_at,
        }
        await self._session.run(update(projects).where(self._mine, projects.c.id == project.id).values(values))

    async def count(self, estate_key: str) -> int:
        counted = select(func.count()).select_from(projects).where(self._mine, projects.c.estate_key == estate_key)
        return int(await self._session.value(counted))

    async def find(
        self, estate_key: str, *, limit: int, offset: int = 0, stages: Sequence[Stage] = ()
    ) -> Sequence[Project]:
        found = select(projects).where(self._mine, projects.c.estate_key == estate_key)
        if stages:
            found = found.where(projects.c.stage.in_([stage.value for stage in stages]))
        over = case((projects.c.stage.in_(sorted(stage.value for stage in OVER)), 1), else_=0)
        page = found.order_by(over, projects.c.number.desc()).limit(limit).offset(offset)
        return [_project_of(row) for row in await self._session.all(page)]

    async def wishes_of(self, project_id: int) -> Sequence[Wish]:
        linked = select(project_wishes.c.wish_id).where(project_wishes.c.project_id == project_id)
        mine = select(wishes).where(wishes.c.bot_id == self._session.bot_id, wishes.c.id.in_(linked))
        return [wish_of(row) for row in await self._session.all(mine.order_by(wishes.c.number))]

    async def of_wish(self, wish_id: int) -> Sequence[Project]:
        linked = select(project_wishes.c.project_id).where(project_wishes.c.wish_id == wish_id)
        mine = select(projects).where(self._mine, projects.c.id.in_(linked)).order_by(projects.c.id)
        return [_project_of(row) for row in await self._session.all(mine)]

    async def link(self, project_id: int, wish_ids: Sequence[int]) -> None:
        for wish_id in wish_ids:
            insert = self._session.insert(project_wishes).values(project_id=project_id, wish_id=wish_id)
            await self._session.run(insert.on_conflict_do_nothing())

    async def unlink(self, project_id: int, wish_ids: Sequence[int]) -> None:
        these = (project_wishes.c.project_id == project_id, project_wishes.c.wish_id.in_(list(wish_ids)))
        await self._session.run(delete(project_wishes).where(*these))

    # ---- steps ----------------------------------------------------------------------------------------------------

    async def add_step(
        self,
        project: Project,
        move: Move,
        *,
        before: Stage,
        by: Speaker,
        by_id: int,
        words: str,
        day: date | None,
        now: datetime,
    ) -> ProjectStep:
        values = {
            "bot_id": self._session.bot_id,
            "project_id": project.id,
            "move": move.value,
            "stage_before": before.value,
            "stage_after": project.stage.value,
            "at": now,
            "by_id": by_id,
            "by_name": by.name,
            "by_body": by.body.value,
            "words": words,
            "day": day,
        }
        added = await self._session.connection.execute(project_steps.insert().values(values).returning(project_steps))
        return _step_of(added.one())

    async def steps(self, project_id: int) -> Sequence[ProjectStep]:
        mine = project_steps.c.bot_id == self._session.bot_id
        of_it = select(project_steps).where(mine, project_steps.c.project_id == project_id).order_by(project_steps.c.id)
        return [_step_of(row) for row in await self._session.all(of_it)]

    async def step(self, step_id: int) -> ProjectStep:
        """Raises NotStored."""
        mine = project_steps.c.bot_id == self._session.bot_id
        row = await self._session.first(select(project_steps).where(mine, project_steps.c.id == step_id))
        if row is None:
            raise NotStored(f"project step {step_id}")
        return _step_of(row)

    # ---- what falls due -------------------------------------------------------------------------------------------

    async def next_late(self) -> datetime | None:
        moment: datetime | None = await self._session.value(
            select(func.min(projects.c.late_at)).where(self._mine, projects.c.late_at.is_not(None))
        )
        return moment

    async def late(self, now: datetime, *, limit: int) -> Sequence[Project]:
        due = select(projects).where(self._mine, projects.c.late_at <= now)
        rows = await self._session.all(due.order_by(projects.c.late_at, projects.c.id).limit(limit))
        return [_project_of(row) for row in rows]

    @property
    def _mine(self) -> ColumnElement[bool]:
        return projects.c.bot_id == self._session.bot_id


def _project_of(row: Row[Any]) -> Project:
    brief = Brief(
        kind=ProjectKind(row.kind),
        name=row.name,
        building=row.building,
        planned_end=row.planned_end,
        serves=row.serves,
        mentor=row.mentor,
        indicators=tuple(Indicator(number, unit, words) for number, unit, words in row.indicators),
    )
    return Project(
        id=row.id,
        estate_key=row.estate_key,
        number=row.number,
        brief=brief,
        stage=Stage(row.stage),
        percent=row.percent,
        round=row.round,
        late_told=row.late_told,
        late_at=row.late_at,
    )


def _step_of(row: Row[Any]) -> ProjectStep:
    return ProjectStep(
        id=row.id,
        project_id=row.project_id,
        move=Move(row.move),
        before=Stage(row.stage_before),
        after=Stage(row.stage_after),
        at=row.at,
        by=Speaker(0, row.by_name, Body(row.by_body)),
        by_id=row.by_id,
        words=row.words,
        day=row.day,
    )
