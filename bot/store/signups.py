"""Sign-ups, their lists, and what is still to be told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, func, insert, or_, select, update

from bot.domain.people import Chat, Speaker
from bot.domain.signups import Event, Roll, Signup, SignupEntry, SignupNews, SignupState, SignupStep
from bot.ports.signups import SignupTelling
from bot.store import counters
from bot.store.chats import chat_of
from bot.store.session import NotStored, Session
from bot.store.signup_tables import signup_chats, signup_entries, signup_news, signup_steps, signups
from bot.store.tables import chats


class SqlSignups:
    """Fulfils `ports.Signups`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def open(self, signup: Signup, chat_ids: Sequence[int]) -> Signup:
        number = await counters.next_value(self._session, f"signup:{signup.estate_key}")
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": signup.estate_key,
            "number": number,
            "organiser_id": signup.organiser_id,
            "opened_at": signup.opened_at,
            **_changing(signup),
        }
        added = signups.insert().values(values).returning(signups.c.id)
        signup_id = int((await self._session.connection.execute(added)).scalar_one())
        for chat_id in chat_ids:
            row = {"bot_id": self._session.bot_id, "signup_id": signup_id, "chat_id": chat_id}
            await self._session.run(insert(signup_chats).values(row))
        return replace(signup, id=signup_id, number=number)

    async def get(self, signup_id: int) -> Roll:
        """Raises NotStored."""
        return await self._roll(select(signups), signup_id)

    async def lock(self, signup_id: int) -> Roll:
        """Raises NotStored."""
        return await self._roll(select(signups).with_for_update(), signup_id)

    async def _roll(self, wanted: Select[Any], signup_id: int) -> Roll:
        row = await self._session.first(wanted.where(self._mine, signups.c.id == signup_id))
        if row is None:
            raise NotStored(f"sign-up {signup_id}")
        listed = select(signup_entries).where(signup_entries.c.signup_id == signup_id).order_by(signup_entries.c.id)
        return Roll(_signup_of(row), tuple(_entry_of(each) for each in await self._session.all(listed)))

    async def by_number(self, estate_key: str, number: int) -> Signup | None:
        here = (self._mine, signups.c.estate_key == estate_key, signups.c.number == min(number, 2**31 - 1))
        row = await self._session.first(select(signups).where(*here))
        return None if row is None else _signup_of(row)

    async def ahead(self, estate_key: str, *, now: datetime) -> Sequence[Signup]:
        here = (self._mine, signups.c.estate_key == estate_key, signups.c.starts_at > now)
        found = select(signups).where(*here, signups.c.state != SignupState.CANCELLED.value)
        rows = await self._session.all(found.order_by(signups.c.starts_at, signups.c.id))
        return [_signup_of(row) for row in rows]

    async def opened_by(self, person_id: int, estate_key: str) -> Sequence[Signup]:
        theirs = (self._mine, signups.c.estate_key == estate_key, signups.c.organiser_id == person_id)
        found = select(signups).where(*theirs, signups.c.next_at.is_not(None)).order_by(signups.c.id.desc())
        return [_signup_of(row) for row in await self._session.all(found)]

    async def chats_of(self, signup_id: int) -> Sequence[Chat]:
        posted = select(chats).join(signup_chats, signup_chats.c.chat_id == chats.c.id)
        posted = posted.where(signup_chats.c.bot_id == self._session.bot_id, signup_chats.c.signup_id == signup_id)
        return [chat_of(row) for row in await self._session.all(posted.order_by(chats.c.id))]

    async def with_entries_of(self, person_id: int) -> Sequence[int]:
        theirs = or_(signup_entries.c.person_id == person_id, signup_entries.c.by_id == person_id)
        found = select(signup_entries.c.signup_id).distinct()
        rows = await self._session.all(found.where(signup_entries.c.bot_id == self._session.bot_id, theirs))
        return sorted(row.signup_id for row in rows)

    async def save(self, before: Roll, after: Roll) -> Roll:
        signup_id, old = after.signup.id, {each.id: each for each in before.entries}
        if gone := old.keys() - {each.id for each in after.entries}:
            await self._session.run(delete(signup_entries).where(signup_entries.c.id.in_(sorted(gone))))
            waits = (signup_news.c.signup_id == signup_id, signup_news.c.entry_id.in_(sorted(gone)))
            await self._session.run(delete(signup_news).where(*waits))
        entries = []
        for each in after.entries:
            if each.id == 0:
                each = await self._add(signup_id, each)
            elif each != old[each.id]:
                listed = update(signup_entries).where(signup_entries.c.id == each.id)
                await self._session.run(listed.values(_entry_values(each)))
            entries.append(each)
        if after.signup != before.signup:
            this = (self._mine, signups.c.id == signup_id)
            await self._session.run(update(signups).where(*this).values(_changing(after.signup)))
        return Roll(after.signup, tuple(entries))

    async def _add(self, signup_id: int, entry: SignupEntry) -> SignupEntry:
        values = {
            "bot_id": self._session.bot_id,
            "signup_id": signup_id,
            "person_id": entry.person_id,
            "by_id": entry.by_id,
            "at": entry.at,
            "chat_id": entry.chat_id,
            **_entry_values(entry),
        }
        added = signup_entries.insert().values(values).returning(signup_entries.c.id)
        return replace(entry, id=int((await self._session.connection.execute(added)).scalar_one()))

    async def record(self, signup_id: int, step: SignupStep, *, by: Speaker, now: datetime) -> None:
        row = {"bot_id": self._session.bot_id, "signup_id": signup_id, "step": step.value, "at": now}
        await self._session.run(insert(signup_steps).values(**row, by_name=by.name, by_body=by.body.value))

    async def forget(self, signup_id: int) -> None:
        await self._session.run(delete(signup_news).where(signup_news.c.signup_id == signup_id))
        await self._session.run(delete(signup_entries).where(signup_entries.c.signup_id == signup_id))
        nobody = {"next_at": None, "remind_at": None, "organiser": ""}
        await self._session.run(update(signups).where(self._mine, signups.c.id == signup_id).values(nobody))

    # ---- what falls due -------------------------------------------------------------------------------------------

    async def due(self, now: datetime, *, limit: int) -> Sequence[int]:
        found = select(signups.c.id).where(self._mine, signups.c.next_at <= now)
        rows = await self._session.all(found.order_by(signups.c.next_at, signups.c.id).limit(limit))
        return [row.id for row in rows]

    async def next_due(self) -> datetime | None:
        first = select(func.min(signups.c.next_at)).where(self._mine)
        told = select(func.min(signup_news.c.due_at)).where(signup_news.c.bot_id == self._session.bot_id)
        moments = [await self._session.value(first), await self._session.value(told)]
        return min((moment for moment in moments if moment is not None), default=None)

    async def tell(self, signup_id: int, entry_ids: Sequence[int], news: SignupNews, *, due_at: datetime) -> None:
        for entry_id in entry_ids:
            key = {"signup_id": signup_id, "entry_id": entry_id, "news": news.value}
            waits = self._session.insert(signup_news).values(**key, bot_id=self._session.bot_id, due_at=due_at)
            await self._session.run(waits.on_conflict_do_nothing(index_elements=list(key)))

    async def tellings(self, now: datetime, *, limit: int) -> Sequence[SignupTelling]:
        due = select(signup_news).where(signup_news.c.bot_id == self._session.bot_id, signup_news.c.due_at <= now)
        due = due.order_by(signup_news.c.due_at, signup_news.c.signup_id, signup_news.c.entry_id).limit(limit)
        rows = await self._session.all(due)
        return [SignupTelling(row.signup_id, row.entry_id, SignupNews(row.news), row.due_at) for row in rows]

    async def told(self, telling: SignupTelling) -> bool:
        key = (signup_news.c.signup_id == telling.signup_id, signup_news.c.entry_id == telling.entry_id)
        return bool(await self._session.run(delete(signup_news).where(*key, signup_news.c.news == telling.news.value)))

    async def put_off(self, telling: SignupTelling, due_at: datetime) -> None:
        key = (signup_news.c.signup_id == telling.signup_id, signup_news.c.entry_id == telling.entry_id)
        this = (*key, signup_news.c.news == telling.news.value)
        await self._session.run(update(signup_news).where(*this).values(due_at=due_at))

    async def untell(self, signup_id: int) -> None:
        await self._session.run(delete(signup_news).where(signup_news.c.signup_id == signup_id))

    @property
    def _mine(self) -> ColumnElement[bool]:
        return signups.c.bot_id == self._session.bot_id


def _changing(signup: Signup) -> dict[str, Any]:
    event = signup.event
    return {
        "what": event.what,
        "where_named": event.where,
        "starts_at": event.starts_at,
        "closes_at": event.closes_at,
        "places": event.places,
        "guests": event.guests,
        "names": event.names,
        "zone": signup.zone,
        "organiser": signup.organiser,
        "state": signup.state.value,
        "reason": signup.reason,
        "remind_at": signup.remind_at,
        "next_at": signup.next_at,
        "taken": signup.taken,
    }


def _entry_values(entry: SignupEntry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "guests": entry.guests,
        "guest_names": entry.guest_names,
        "placed": entry.placed,
    }


def _signup_of(row: Row[Any]) -> Signup:
    return Signup(
        id=row.id,
        estate_key=row.estate_key,
        number=row.number,
        event=Event(
            what=row.what,
            where=row.where_named,
            starts_at=row.starts_at,
            closes_at=row.closes_at,
            places=row.places,
            guests=row.guests,
            names=row.names,
        ),
        zone=row.zone,
        organiser_id=row.organiser_id,
        organiser=row.organiser,
        opened_at=row.opened_at,
        state=SignupState(row.state),
        reason=row.reason,
        remind_at=row.remind_at,
        next_at=row.next_at,
        taken=row.taken,
    )


def _entry_of(row: Row[Any]) -> SignupEntry:
    return SignupEntry(
        id=row.id,
        person_id=row.person_id,
        by_id=row.by_id,
        name=row.name,
        at=row.at,
        guests=row.guests,
        guest_names=row.guest_names,
        placed=row.placed,
        chat_id=row.chat_id,
    )
