"""What reports are made of, read in a few statements; the counting is the rule's (`domain/reports.py`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, or_, select, union, union_all

from bot.domain.deliberations import Form
from bot.domain.filed_for import Way
from bot.domain.people import Purpose
from bot.domain.reports import DECIDES, HEARS, Met, Stairwell, VerdictCounts
from bot.domain.triage import Level, Matter, Triage
from bot.domain.verdicts import Finding, Round
from bot.domain.wishes import NO_WORDS, WITH_MEDIATOR
from bot.ports.reports import FiledWish, Reported
from bot.store.attention_tables import held_answers
from bot.store.author_tables import questions
from bot.store.clock_tables import triages
from bot.store.course_tables import wish_steps
from bot.store.deliberation_tables import contribution_taps, contributions, deliberations
from bot.store.for_others_tables import filed_for
from bot.store.session import Session
from bot.store.tables import chats, files, people, residents
from bot.store.takedown_tables import statements
from bot.store.verdict_tables import askings, verdicts
from bot.store.wish_tables import answers, followers, thanks, wishes
from bot.store.wishes import wish_of

_HAS_WORDS = wishes.c.words.not_in((NO_WORDS, WITH_MEDIATOR))


def within(which: Reported, bot_id: int) -> list[ColumnElement[bool]]:
    """The wishes filed there and then."""
    return [*_of_place(which, bot_id), wishes.c.filed_at >= which.since, wishes.c.filed_at < which.until]


def _of_place(which: Reported, bot_id: int) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [wishes.c.bot_id == bot_id, wishes.c.estate_key == which.estate_key]
    if which.building is not None:
        conditions += [wishes.c.building == which.building, _HAS_WORDS]
    return conditions


class SqlReports:
    """Fulfils `ports.Reports`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # ---- what was filed, and what came of it ----------------------------------------------------------------------

    async def filed(self, which: Reported) -> Sequence[FiledWish]:
        conditions = within(which, self._session.bot_id)
        first = _first_moments(conditions).subquery()
        found = (
            select(
                wishes, triages.c.matter, triages.c.levels, triages.c.demand_since, filed_for.c.way,
                first.c.heard_at, first.c.decided_at,
            )
            .outerjoin(triages, triages.c.wish_id == wishes.c.id)
            .outerjoin(filed_for, filed_for.c.wish_id == wishes.c.id)
            .outerjoin(first, first.c.wish_id == wishes.c.id)
            .where(*conditions)
            .order_by(wishes.c.id)
        )  # fmt: skip
        return [
            FiledWish(
                wish_of(row),
                None
                if row.matter is None
                else Triage(Matter(row.matter), frozenset(map(Level, row.levels.split())), row.demand_since),
                None if row.way is None else Way(row.way),
                row.heard_at,
                row.decided_at,
            )
            for row in await self._session.all(found)
        ]

    # ---- verdicts -------------------------------------------------------------------------------------------------

    async def verdicts(self, which: Reported) -> VerdictCounts:
        asked = (
            askings.c.round == Round.FIRST.value,
            askings.c.asked_at >= which.since,
            askings.c.asked_at < which.until,
            *_of_place(which, self._session.bot_id),
        )
        joined = askings.join(wishes, wishes.c.id == askings.c.wish_id)
        wishes_asked = select(func.count(askings.c.wish_id.distinct())).select_from(joined).where(*asked)
        counted = (
            select(verdicts.c.finding, func.count().label("n"))
            .select_from(joined.join(verdicts, verdicts.c.asking_id == askings.c.id))
            .where(*asked)
            .group_by(verdicts.c.finding)
        )
        rows = await self._session.all(counted)
        found = {Finding(row.finding): int(row.n) for row in rows if row.finding is not None}
        return VerdictCounts(
            wishes=int(await self._session.value(wishes_asked)),
            asked=sum(int(row.n) for row in rows),
            found={finding: found[finding] for finding in Finding if finding in found},
        )

    # ---- people ---------------------------------------------------------------------------------------------------

    async def met(self, which: Reported, *, by_role: Mapping[int, str]) -> Sequence[Met]:
        mine = (chats.c.bot_id == self._session.bot_id, chats.c.estate_key == which.estate_key)
        building = () if which.building is None else (chats.c.building == which.building,)
        private = chats.alias()
        told = exists().where(
            private.c.bot_id == people.c.bot_id,
            private.c.telegram_id == people.c.telegram_id,
            private.c.private,
            private.c.present,
        )
        acted = select(_acted(which.estate_key, self._session.bot_id).subquery().c.person_id)
        who = (people.c.id.in_(acted).label("acted"), and_(people.c.started, told).label("can_be_told"))
        found = (
            select(residents.c.chat_id, chats.c.building, residents.c.person_id, *who)
            .join(chats, chats.c.id == residents.c.chat_id)
            .join(people, people.c.id == residents.c.person_id)
            .where(*mine, *building, chats.c.purpose == Purpose.BUILDING.value, residents.c.left_at.is_(None))
            .order_by(residents.c.chat_id, residents.c.person_id)
        )
        met = [
            Met(row.chat_id, row.building, row.person_id, bool(row.acted), bool(row.can_be_told))
            for row in await self._session.all(found)
        ]
        if not by_role:
            return met
        these = select(people.c.id, *who).where(people.c.bot_id == self._session.bot_id, people.c.id.in_(by_role))
        return met + [
            Met(None, by_role[row.id], row.id, bool(row.acted), bool(row.can_be_told))
            for row in await self._session.all(these.order_by(people.c.id))
        ]

    # ---- places ---------------------------------------------------------------------------------------------------

    async def stairwells(self, which: Reported) -> tuple[Sequence[Stairwell], Sequence[Stairwell]]:
        place = select(wishes.c.building, wishes.c.unit).where(
            *_of_place(which, self._session.bot_id), _HAS_WORDS, wishes.c.building.is_not(None)
        )
        of_groups = select(chats.c.building, chats.c.unit).where(
            chats.c.bot_id == self._session.bot_id,
            chats.c.estate_key == which.estate_key,
            chats.c.purpose == Purpose.BUILDING.value,
            chats.c.building.is_not(None),
        )
        if which.building is not None:
            of_groups = of_groups.where(chats.c.building == which.building)
        spoke = place.where(wishes.c.filed_at >= which.since, wishes.c.filed_at < which.until).distinct()
        known = await self._session.all(union(place, of_groups))
        return _stairwells(known), _stairwells(await self._session.all(spoke))

    async def old_pictures(self, before: str, *, limit: int) -> Sequence[str]:
        ours = files.c.key.startswith(before.partition(":")[0] + ":", autoescape=True)
        old = (files.c.bot_id == self._session.bot_id, ours, files.c.key < before)
        rows = await self._session.all(select(files.c.key).where(*old).order_by(files.c.key).limit(limit))
        return [row.key for row in rows]

    async def first_filed(self, estate_key: str) -> datetime | None:
        mine = (wishes.c.bot_id == self._session.bot_id, wishes.c.estate_key == estate_key)
        moment: datetime | None = await self._session.value(select(func.min(wishes.c.filed_at)).where(*mine))
        return moment

    async def buildings(self, estate_key: str) -> Sequence[str]:
        found = select(chats.c.building).where(
            chats.c.bot_id == self._session.bot_id,
            chats.c.estate_key == estate_key,
            chats.c.purpose == Purpose.BUILDING.value,
            chats.c.building.is_not(None),
        )
        return [row.building for row in await self._session.all(found.distinct().order_by(chats.c.building))]


def _stairwells(rows: Sequence[Any]) -> list[Stairwell]:
    return [Stairwell(row.building, row.unit) for row in rows]


def _first_moments(conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    """By wish, as `reports.first_moments` has it. What can still be taken back is no answer yet."""
    mine = select(wishes.c.id).where(*conditions).scalar_subquery()

    def when(column: Any, wish_id: Any, decides: Any, *more: ColumnElement[bool]) -> Select[Any]:
        return select(wish_id.label("wish_id"), column.label("at"), decides.label("decides")).where(
            wish_id.in_(mine), *more
        )

    decides = wish_steps.c.step.in_(sorted(step.value for step in DECIDES))
    heard = wish_steps.c.step.in_(sorted(step.value for step in HEARS))
    held = exists().where(held_answers.c.answer_id == answers.c.id)
    moments = union_all(
        when(wish_steps.c.at, wish_steps.c.wish_id, case((decides, 1), else_=0), or_(decides, heard)),
        when(answers.c.answered_at, answers.c.wish_id, literal(1), ~held),
        when(statements.c.stated_at, statements.c.wish_id, literal(0)),
        when(questions.c.asked_at, questions.c.wish_id, literal(0)),
        when(
            deliberations.c.opened_at,
            deliberations.c.wish_id,
            literal(0),
            deliberations.c.form != Form.COORDINATION.value,
        ),
    ).subquery()
    return select(
        moments.c.wish_id,
        func.min(moments.c["at"]).label("heard_at"),
        func.min(case((moments.c.decides == 1, moments.c["at"]))).label("decided_at"),
    ).group_by(moments.c.wish_id)


def _acted(estate_key: str, bot_id: int) -> Any:
    """Who ever filed, joined or pressed something in the estate. Seeing it differently is nobody's to count."""
    mine = (wishes.c.bot_id == bot_id, wishes.c.estate_key == estate_key)
    thanked = answers.join(thanks, thanks.c.answer_id == answers.c.id)
    tapped = contributions.join(contribution_taps, contribution_taps.c.contribution_id == contributions.c.id)
    return union(
        select(wishes.c.author_id.label("person_id")).where(*mine),
        _of_wishes(followers, followers.c.person_id, followers.c.wish_id).where(*mine),
        _of_wishes(verdicts, verdicts.c.person_id, verdicts.c.wish_id).where(*mine, verdicts.c.finding.is_not(None)),
        _of_wishes(contributions, contributions.c.person_id, contributions.c.wish_id).where(*mine),
        _of_wishes(tapped, contribution_taps.c.person_id, contributions.c.wish_id).where(*mine),
        _of_wishes(thanked, thanks.c.person_id, answers.c.wish_id).where(*mine),
    )


def _of_wishes(source: Any, person_id: Any, wish_id: Any) -> Select[Any]:
    return select(person_id.label("person_id")).select_from(source.join(wishes, wishes.c.id == wish_id))
