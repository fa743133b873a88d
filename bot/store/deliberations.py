"""Deliberations, what was said in them, how it was tapped; and who sees a wish differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, func, select, update

from bot.domain.deliberations import (
    By,
    Contribution,
    Deliberation,
    Dissents,
    Form,
    Officer,
    Outcome,
    Part,
    Side,
    Tap,
    Taps,
    Voice,
)
from bot.domain.people import Body
from bot.store.deliberation_tables import (
    contribution_photos,
    contribution_taps,
    contributions,
    deliberations,
    dissents,
)
from bot.store.session import NotStored, Session


class SqlDeliberations:
    """Fulfils `ports.Deliberations`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, deliberation_id: int) -> Deliberation:
        """Raises NotStored."""
        row = await self._session.first(select(deliberations).where(self._mine, deliberations.c.id == deliberation_id))
        if row is None:
            raise NotStored(f"deliberation {deliberation_id}")
        return _deliberation_of(row)

    async def of(self, wish_id: int) -> Sequence[Deliberation]:
        theirs = select(deliberations).where(self._mine, deliberations.c.wish_id == wish_id)
        return [_deliberation_of(row) for row in await self._session.all(theirs.order_by(deliberations.c.id))]

    async def add(self, deliberation: Deliberation) -> Deliberation:
        officer = deliberation.officer
        values = {
            "bot_id": self._session.bot_id,
            "wish_id": deliberation.wish_id,
            "form": deliberation.form.value,
            "question": deliberation.question,
            "background": deliberation.background,
            "agenda": deliberation.agenda,
            "opened_at": deliberation.opened_at,
            "until": deliberation.until,
            "closes_at": deliberation.closes_at,
            "opener_id": deliberation.opener_id,
            "opener_name": deliberation.opener.name,
            "opener_body": deliberation.opener.body.value,
            "officer_telegram_id": officer and officer.telegram_id,
            "officer_name": officer and officer.name,
            "officer_voice": officer and officer.voice.value,
            **_changing(deliberation),
        }
        added = await self._session.connection.execute(deliberations.insert().values(values).returning(deliberations))
        return _deliberation_of(added.one())

    async def save(self, deliberation: Deliberation) -> None:
        this = (self._mine, deliberations.c.id == deliberation.id)
        await self._session.run(update(deliberations).where(*this).values(_changing(deliberation)))

    async def due(self, now: datetime, *, limit: int) -> Sequence[Deliberation]:
        due = select(deliberations).where(self._mine, deliberations.c.next_at <= now)
        rows = await self._session.all(due.order_by(deliberations.c.next_at, deliberations.c.id).limit(limit))
        return [_deliberation_of(row) for row in rows]

    async def next_due(self) -> datetime | None:
        moment: datetime | None = await self._session.value(
            select(func.min(deliberations.c.next_at)).where(self._mine, deliberations.c.next_at.is_not(None))
        )
        return moment

    # ---- what was said --------------------------------------------------------------------------------------------

    async def say(self, contribution: Contribution) -> Contribution:
        last = select(func.max(contributions.c.number)).where(
            contributions.c.deliberation_id == contribution.deliberation_id
        )
        values = {
            "bot_id": self._session.bot_id,
            "deliberation_id": contribution.deliberation_id,
            "wish_id": contribution.wish_id,
            "number": int(await self._session.value(last) or 0) + 1,
            "person_id": contribution.person_id,
            "part": contribution.part.value,
            "voice": contribution.voice.value,
            "side": contribution.side and contribution.side.value,
            "name": contribution.name,
            "words": contribution.words,
            "said_at": contribution.said_at,
            "off_by": None,
            "reply": "",
        }
        added = await self._session.connection.execute(contributions.insert().values(values).returning(contributions))
        kept = _contribution_of(added.one(), contribution.photos)
        if kept.photos:
            shared = {"contribution_id": kept.id, "bot_id": self._session.bot_id}
            rows = [{**shared, "position": at, "photo": key} for at, key in enumerate(kept.photos)]
            await self._session.connection.execute(contribution_photos.insert(), rows)
        return kept

    async def contribution(self, contribution_id: int) -> Contribution:
        """Raises NotStored."""
        mine = select(contributions).where(
            contributions.c.bot_id == self._session.bot_id, contributions.c.id == contribution_id
        )
        found = await self._contributions(mine)
        if not found:
            raise NotStored(f"contribution {contribution_id}")
        return found[0]

    async def said_in(self, deliberation_id: int) -> Sequence[Contribution]:
        mine = contributions.c.bot_id == self._session.bot_id
        said = select(contributions).where(mine, contributions.c.deliberation_id == deliberation_id)
        return await self._contributions(said.order_by(contributions.c.number))

    async def heard_from(self, person_id: int) -> Sequence[int]:
        said = select(contributions.c.wish_id).where(
            contributions.c.bot_id == self._session.bot_id, contributions.c.person_id == person_id
        )
        differs = select(dissents.c.wish_id).where(
            dissents.c.bot_id == self._session.bot_id, dissents.c.person_id == person_id
        )
        return sorted({row.wish_id for rows in (said, differs) for row in await self._session.all(rows)})

    async def save_contribution(self, contribution: Contribution) -> None:
        values = {
            "words": contribution.words,
            "off_by": contribution.off_by,
            "reply": contribution.reply,
            "replied_at": contribution.replied_at,
        }
        this = (contributions.c.bot_id == self._session.bot_id, contributions.c.id == contribution.id)
        await self._session.run(update(contributions).where(*this).values(values))

    # ---- how it was tapped ----------------------------------------------------------------------------------------

    async def set_tap(self, contribution_id: int, person_id: int, tap: Tap, *, now: datetime) -> Tap | None:
        key = {"contribution_id": contribution_id, "person_id": person_id}
        theirs = select(contribution_taps.c.tap).where(
            contribution_taps.c.contribution_id == contribution_id, contribution_taps.c.person_id == person_id
        )
        before = await self._session.value(theirs)
        shown = {"tap": tap.value, "tapped_at": now}
        insert = self._session.insert(contribution_taps).values(**key, bot_id=self._session.bot_id, **shown)
        await self._session.run(insert.on_conflict_do_update(index_elements=list(key), set_=shown))
        return None if before is None else Tap(before)

    async def taps_in(self, deliberation_id: int) -> Mapping[int, Taps]:
        counted = (
            self._taps(contribution_taps.c.contribution_id, contribution_taps.c.tap, func.count().label("n"))
            .where(contributions.c.deliberation_id == deliberation_id)
            .group_by(contribution_taps.c.contribution_id, contribution_taps.c.tap)
        )
        taps: dict[int, Taps] = {}
        for row in await self._session.all(counted):
            name = "passed" if row.tap == Tap.PASS else row.tap
            taps[row.contribution_id] = replace(taps.get(row.contribution_id, Taps()), **{name: row.n})
        return taps

    async def taps_of(self, deliberation_id: int, person_id: int) -> Mapping[int, Tap]:
        theirs = self._taps(contribution_taps.c.contribution_id, contribution_taps.c.tap).where(
            contributions.c.deliberation_id == deliberation_id, contribution_taps.c.person_id == person_id
        )
        return {row.contribution_id: Tap(row.tap) for row in await self._session.all(theirs)}

    async def took_side(self, deliberation_id: int) -> Sequence[int]:
        said = select(contributions.c.person_id).where(
            contributions.c.bot_id == self._session.bot_id,
            contributions.c.deliberation_id == deliberation_id,
            contributions.c.off_by.is_(None),
        )
        tapped = self._taps(contribution_taps.c.person_id).where(contributions.c.deliberation_id == deliberation_id)
        return sorted({row.person_id for rows in (said, tapped) for row in await self._session.all(rows)})

    # ---- inside ---------------------------------------------------------------------------------------------------

    def _taps(self, *columns: Any) -> Select[Any]:
        joined = contribution_taps.c.contribution_id == contributions.c.id
        mine = contribution_taps.c.bot_id == self._session.bot_id
        return select(*columns).select_from(contribution_taps).join(contributions, joined).where(mine)

    async def _contributions(self, wanted: Select[Any]) -> list[Contribution]:
        rows = await self._session.all(wanted)
        photos: dict[int, list[str]] = {row.id: [] for row in rows}
        if photos:
            theirs = select(contribution_photos).where(contribution_photos.c.contribution_id.in_(list(photos)))
            for row in await self._session.all(theirs.order_by(contribution_photos.c.position)):
                photos[row.contribution_id].append(row.photo)
        return [_contribution_of(row, tuple(photos[row.id])) for row in rows]

    @property
    def _mine(self) -> ColumnElement[bool]:
        return deliberations.c.bot_id == self._session.bot_id


class SqlDissents:
    """Fulfils `ports.Dissents`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def toggle(self, wish_id: int, person_id: int, *, needed_from: int, now: datetime) -> bool:
        theirs = (dissents.c.wish_id == wish_id, dissents.c.person_id == person_id)
        if await self._session.run(delete(dissents).where(*theirs)):
            return False
        key = {"wish_id": wish_id, "person_id": person_id}
        insert = self._session.insert(dissents).values(
            **key, bot_id=self._session.bot_id, needed_from=needed_from, pressed_at=now
        )
        await self._session.run(insert.on_conflict_do_nothing(index_elements=list(key)))
        return True

    async def on(self, wish_id: int) -> Dissents:
        newest_first = select(dissents.c.needed_from).where(*self._of(wish_id)).order_by(dissents.c.pressed_at.desc())
        rows = await self._session.all(newest_first)
        return Dissents(len(rows), rows[0].needed_from) if rows else Dissents()

    async def of(self, wish_id: int) -> Sequence[int]:
        found = select(dissents.c.person_id).where(*self._of(wish_id)).order_by(dissents.c.person_id)
        return [row.person_id for row in await self._session.all(found)]

    def _of(self, wish_id: int) -> tuple[ColumnElement[bool], ...]:
        return (dissents.c.bot_id == self._session.bot_id, dissents.c.wish_id == wish_id)


def _changing(deliberation: Deliberation) -> dict[str, Any]:
    by, ended_by = deliberation.minutes_by, deliberation.ended_by
    return {
        "closed_at": deliberation.closed_at,
        "ended_by_name": ended_by and ended_by.name,
        "ended_by_body": ended_by and ended_by.body.value,
        "outcome": deliberation.outcome and deliberation.outcome.value,
        "minutes": deliberation.minutes,
        "minutes_at": deliberation.minutes_at,
        "minutes_by_id": deliberation.minutes_by_id,
        "minutes_by_name": by and by.name,
        "minutes_by_body": by and by.body.value,
        "nags": deliberation.nags,
        "next_at": deliberation.next_at,
    }


def _deliberation_of(row: Row[Any]) -> Deliberation:
    officer = None
    if row.officer_name is not None:
        officer = Officer(row.officer_telegram_id or 0, row.officer_name, Voice(row.officer_voice))
    return Deliberation(
        id=row.id,
        wish_id=row.wish_id,
        form=Form(row.form),
        question=row.question,
        background=row.background,
        agenda=row.agenda,
        opened_at=row.opened_at,
        until=row.until,
        closes_at=row.closes_at,
        opener_id=row.opener_id,
        opener=By(row.opener_name, Body(row.opener_body)),
        officer=officer,
        closed_at=row.closed_at,
        ended_by=None if row.ended_by_name is None else By(row.ended_by_name, Body(row.ended_by_body)),
        outcome=None if row.outcome is None else Outcome(row.outcome),
        minutes=row.minutes,
        minutes_at=row.minutes_at,
        minutes_by_id=row.minutes_by_id,
        minutes_by=None if row.minutes_by_name is None else By(row.minutes_by_name, Body(row.minutes_by_body)),
        nags=row.nags,
        next_at=row.next_at,
    )


def _contribution_of(row: Row[Any], photos: tuple[str, ...]) -> Contribution:
    return Contribution(
        id=row.id,
        deliberation_id=row.deliberation_id,
        wish_id=row.wish_id,
        number=row.number,
        person_id=row.person_id,
        part=Part(row.part),
        voice=Voice(row.voice),
        side=None if row.side is None else Side(row.side),
        name=row.name,
        words=row.words,
        photos=photos,
        said_at=row.said_at,
        off_by=row.off_by,
        reply=row.reply,
        replied_at=row.replied_at,
    )
