"""What is recorded of projects: money, milestones, progress, acceptance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Row, Table, and_, delete, func, or_, select, update

from bot.domain.acceptances import Party, Said, Say
from bot.domain.people import Body, Person, Speaker
from bot.domain.projects import Milestone, Money, Report, Side, Source
from bot.store.people import person_of
from bot.store.project_tables import acceptances, milestones, progress_reports, project_money, project_photos
from bot.store.session import Session
from bot.store.tables import people, residents


class SqlProjectRecords:
    """Fulfils `ports.ProjectRecords`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # ---- money ----------------------------------------------------------------------------------------------------

    async def money(self, project_id: int) -> Money:
        at = (project_money.c.source, project_money.c.side)
        summed = select(*at, func.sum(project_money.c.cents).label("cents"))
        rows = await self._session.all(summed.where(*self._of(project_money, project_id)).group_by(*at))
        return Money({(Source(row.source), Side(row.side)): int(row.cents) for row in rows})

    async def add_money(
        self,
        project_id: int,
        *,
        source: Source,
        side: Side,
        cents: int,
        corrects: bool,
        words: str,
        by: Speaker,
        by_id: int,
        now: datetime,
    ) -> None:
        values = {"source": source.value, "side": side.value, "cents": cents, "corrects": corrects, "words": words}
        await self._add(project_money, project_id, **values, at=now, **_by(by, by_id))

    # ---- milestones -----------------------------------------------------------------------------------------------

    async def milestones(self, project_id: int) -> Sequence[Milestone]:
        of_it = select(milestones).where(*self._of(milestones, project_id)).order_by(milestones.c.day, milestones.c.id)
        return [
            Milestone(row.id, row.project_id, row.name, row.day, row.reached_on)
            for row in await self._session.all(of_it)
        ]

    async def put_milestone(self, project_id: int, *, name: str, day: date) -> None:
        values = {"bot_id": self._session.bot_id, "project_id": project_id, "name": name, "day": day}
        insert = self._session.insert(milestones).values(values)
        await self._session.run(insert.on_conflict_do_update(index_elements=["project_id", "name"], set_={"day": day}))

    async def drop_milestone(self, milestone_id: int) -> bool:
        open_ = (milestones.c.id == milestone_id, milestones.c.reached_on.is_(None))
        mine = milestones.c.bot_id == self._session.bot_id
        return bool(await self._session.run(delete(milestones).where(mine, *open_)))

    async def reach(self, milestone_id: int, *, on: date) -> bool:
        open_ = (milestones.c.id == milestone_id, milestones.c.reached_on.is_(None))
        mine = milestones.c.bot_id == self._session.bot_id
        return bool(await self._session.run(update(milestones).where(mine, *open_).values(reached_on=on)))

    # ---- progress -------------------------------------------------------------------------------------------------

    async def add_report(
        self,
        project_id: int,
        *,
        percent: int,
        words: str,
        reason: str,
        milestone_id: int | None,
        photos: Sequence[str],
        by: Speaker,
        by_id: int,
        now: datetime,
    ) -> None:
        values = {"percent": percent, "words": words, "reason": reason, "milestone_id": milestone_id}
        report_id = await self._add(progress_reports, project_id, **values, at=now, **_by(by, by_id))
        await self._add_photos(photos, report_id=report_id)

    async def last_report(self, project_id: int) -> Report | None:
        of_it = select(progress_reports).where(*self._of(progress_reports, project_id))
        row = await self._session.first(of_it.order_by(progress_reports.c.id.desc()).limit(1))
        if row is None:
            return None
        photos = await self._photos(project_photos.c.report_id, [row.id])
        return Report(
            id=row.id,
            project_id=row.project_id,
            percent=row.percent,
            words=row.words,
            reason=row.reason,
            milestone_id=row.milestone_id,
            photos=photos.get(row.id, ()),
            at=row.at,
            by=Speaker(0, row.by_name, Body(row.by_body)),
        )

    # ---- acceptance -----------------------------------------------------------------------------------------------

    async def says(self, project_id: int, round_: int) -> Sequence[Say]:
        of_it = select(acceptances).where(*self._of(acceptances, project_id), acceptances.c.round == round_)
        rows = await self._session.all(of_it.order_by(acceptances.c.id))
        photos = await self._photos(project_photos.c.acceptance_id, [row.id for row in rows])
        return [_say_of(row, photos.get(row.id, ())) for row in rows]

    async def add_say(
        self,
        project_id: int,
        round_: int,
        *,
        party: Party,
        said: Said,
        person_id: int | None,
        name: str = "",
        words: str = "",
        photos: Sequence[str] = (),
        ask_at: datetime | None = None,
        now: datetime,
    ) -> None:
        say_id = await self._add(
            acceptances,
            project_id,
            round=round_,
            party=party.value,
            said=said.value,
            at=now,
            person_id=person_id,
            name=name,
            words=words,
            ask_at=ask_at,
        )
        await self._add_photos(photos, acceptance_id=say_id)

    async def next_ask(self) -> datetime | None:
        mine = acceptances.c.bot_id == self._session.bot_id
        moment: datetime | None = await self._session.value(
            select(func.min(acceptances.c.ask_at)).where(mine, acceptances.c.ask_at.is_not(None))
        )
        return moment

    async def asks_due(self, now: datetime, *, limit: int) -> Sequence[Say]:
        due = select(acceptances).where(acceptances.c.bot_id == self._session.bot_id, acceptances.c.ask_at <= now)
        rows = await self._session.all(due.order_by(acceptances.c.ask_at, acceptances.c.id).limit(limit))
        return [_say_of(row, ()) for row in rows]

    async def asked(self, say_id: int) -> bool:
        this = (acceptances.c.id == say_id, acceptances.c.ask_at.is_not(None))
        return bool(await self._session.run(update(acceptances).where(*this).values(ask_at=None)))

    async def residents_named(
        self, chat_ids: Sequence[int], name: str, *, also: Sequence[int] = ()
    ) -> Sequence[Person]:
        there = select(residents.c.person_id).where(residents.c.chat_id.in_(list(chat_ids)))
        called_so = or_(and_(people.c.id.in_(there), people.c.name == name), people.c.id.in_(list(also)))
        named = select(people).where(people.c.bot_id == self._session.bot_id, called_so)
        return [person_of(row) for row in await self._session.all(named.order_by(people.c.id).limit(2))]

    # ---- all of them ----------------------------------------------------------------------------------------------

    def _of(self, table: Table, project_id: int) -> tuple[Any, ...]:
        return (table.c.bot_id == self._session.bot_id, table.c.project_id == project_id)

    async def _add(self, table: Table, project_id: int, **values: Any) -> int:
        insert = table.insert().values(bot_id=self._session.bot_id, project_id=project_id, **values)
        return int(await self._session.value(insert.returning(table.c.id)))

    async def _add_photos(
        self, photos: Sequence[str], *, report_id: int | None = None, acceptance_id: int | None = None
    ) -> None:
        owner = {"bot_id": self._session.bot_id, "report_id": report_id, "acceptance_id": acceptance_id}
        rows = [{**owner, "position": at, "photo": photo} for at, photo in enumerate(photos)]
        if rows:
            await self._session.connection.execute(project_photos.insert(), rows)

    async def _photos(self, owner: Column[Any], ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
        if not ids:
            return {}
        found = select(owner.label("owner"), project_photos.c.photo).where(owner.in_(list(ids)))
        by_owner: dict[int, tuple[str, ...]] = defaultdict(tuple)
        for row in await self._session.all(found.order_by(project_photos.c.position)):
            by_owner[row.owner] += (row.photo,)
        return by_owner


def _by(by: Speaker, by_id: int) -> dict[str, Any]:
    return {"by_id": by_id, "by_name": by.name, "by_body": by.body.value}


def _say_of(row: Row[Any], photos: tuple[str, ...]) -> Say:
    return Say(
        id=row.id,
        project_id=row.project_id,
        round=row.round,
        party=Party(row.party),
        said=Said(row.said),
        at=row.at,
        person_id=row.person_id,
        name=row.name,
        words=row.words,
        photos=photos,
    )
