"""What neighbours found, lost and give away, who answers, and what is still to be told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, delete, func, insert, or_, select, update

from bot.domain.people import Body, Speaker
from bot.domain.things import (
    Affair,
    Response,
    Standing,
    Thing,
    ThingKind,
    ThingNews,
    ThingState,
    has_card,
)
from bot.ports.things import ThingPlace, ThingTelling
from bot.store import counters
from bot.store.chats import chat_of
from bot.store.posting_tables import postings
from bot.store.session import NotStored, Session
from bot.store.tables import chats
from bot.store.thing_tables import thing_chats, thing_news, thing_responses, things

_IN_IT = (Standing.WAITING.value, Standing.ASKED.value, Standing.ACCEPTED.value)


class SqlThings:
    """Fulfils `ports.Things`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def post(
        self, thing: Thing, most_cards: Sequence[tuple[int, int | None]], *, most_things: int, day: date
    ) -> Thing:
        number = await counters.next_value(self._session, f"thing:{thing.estate_key}")
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": thing.estate_key,
            "number": number,
            "kind": thing.kind.value,
            "poster_id": thing.poster_id,
            "posted_at": thing.posted_at,
            **_changing(thing),
        }
        added = things.insert().values(values).returning(things.c.id)
        thing_id = int((await self._session.connection.execute(added)).scalar_one())
        for chat_id, most in sorted(most_cards, key=lambda each: each[0]):
            on_board = not await self._has_room(chat_id, day, most_cards=most, most_things=most_things)
            row = {"thing_id": thing_id, "chat_id": chat_id, "day": day, "on_board": on_board}
            await self._session.run(insert(thing_chats).values(bot_id=self._session.bot_id, **row))
        return replace(thing, id=thing_id, number=number)

    async def _has_room(self, chat_id: int, day: date, *, most_cards: int | None, most_things: int) -> bool:
        # The lock that wishes take as well: both count the same cards.
        await counters.next_value(self._session, f"posting:{chat_id}")
        wishes = select(func.coalesce(func.sum(case((postings.c.board.is_(None), 1), else_=0)), 0))
        wishes = wishes.where(postings.c.chat_id == chat_id, postings.c.day == day)
        shown = int(await self._session.value(cards_of(chat_id, day)))
        cards = int(await self._session.value(wishes)) + shown
        return has_card(cards=cards, things=shown, most_cards=most_cards, most_things=most_things)

    # ---- looking ---------------------------------------------------------------------------------------------------

    async def get(self, thing_id: int) -> Affair:
        """Raises NotStored."""
        return await self._affair(select(things), thing_id)

    async def lock(self, thing_id: int) -> Affair:
        """Raises NotStored."""
        return await self._affair(select(things).with_for_update(), thing_id)

    async def _affair(self, wanted: Select[Any], thing_id: int) -> Affair:
        row = await self._session.first(wanted.where(self._mine, things.c.id == thing_id))
        if row is None:
            raise NotStored(f"thing {thing_id}")
        answers = select(thing_responses).where(thing_responses.c.thing_id == thing_id)
        rows = await self._session.all(answers.order_by(thing_responses.c.place, thing_responses.c.id))
        return Affair(_thing_of(row), tuple(_response_of(each) for each in rows))

    async def by_number(self, estate_key: str, number: int) -> Thing | None:
        here = (self._mine, things.c.estate_key == estate_key, things.c.number == min(number, 2**31 - 1))
        row = await self._session.first(select(things).where(*here))
        return None if row is None else _thing_of(row)

    async def open_in(
        self, estate_key: str, *, kind: ThingKind | None, limit: int, offset: int
    ) -> tuple[Sequence[Thing], int]:
        which = [self._mine, things.c.estate_key == estate_key, things.c.state == ThingState.OPEN.value]
        if kind is not None:
            which.append(things.c.kind == kind.value)
        total = int(await self._session.value(select(func.count()).select_from(things).where(*which)))
        page = select(things).where(*which).order_by(things.c.id.desc()).limit(limit).offset(offset)
        return [_thing_of(row) for row in await self._session.all(page)], total

    async def of_person(self, person_id: int, estate_key: str, *, since: datetime) -> Sequence[Thing]:
        theirs = (self._mine, things.c.poster_id == person_id, things.c.estate_key == estate_key)
        recent = or_(things.c.state == ThingState.OPEN.value, things.c.posted_at >= since)
        found = select(things).where(*theirs, recent).order_by(things.c.id.desc())
        return [_thing_of(row) for row in await self._session.all(found)]

    async def concerning(self, person_id: int) -> Sequence[int]:
        answered = select(thing_responses.c.thing_id).where(thing_responses.c.person_id == person_id)
        posted = (things.c.poster_id == person_id, things.c.next_at.is_not(None))
        found = select(things.c.id).where(self._mine, or_(things.c.id.in_(answered), and_(*posted)))
        return [row.id for row in await self._session.all(found.order_by(things.c.id))]

    async def answered_by(self, person_id: int, estate_key: str) -> Sequence[Thing]:
        theirs = (thing_responses.c.person_id == person_id, thing_responses.c.standing.in_(_IN_IT))
        answered = select(thing_responses.c.thing_id).where(*theirs)
        here = (self._mine, things.c.estate_key == estate_key, things.c.state == ThingState.OPEN.value)
        found = select(things).where(*here, things.c.id.in_(answered)).order_by(things.c.id.desc())
        return [_thing_of(row) for row in await self._session.all(found)]

    async def response_of(self, response_id: int) -> tuple[int, int]:
        """Raises NotStored."""
        this = (thing_responses.c.bot_id == self._session.bot_id, thing_responses.c.id == response_id)
        row = await self._session.first(select(thing_responses).where(*this))
        if row is None:
            raise NotStored(f"response {response_id}")
        return row.thing_id, row.person_id

    async def places_of(self, thing_id: int) -> Sequence[ThingPlace]:
        posted = select(chats, thing_chats.c.day, thing_chats.c.on_board)
        posted = posted.join(thing_chats, thing_chats.c.chat_id == chats.c.id)
        posted = posted.where(thing_chats.c.bot_id == self._session.bot_id, thing_chats.c.thing_id == thing_id)
        rows = await self._session.all(posted.order_by(chats.c.id))
        return [ThingPlace(chat_of(row), row.day, row.on_board) for row in rows]

    async def on_board(self, chat_id: int, day: date) -> Sequence[Thing]:
        lines = select(things).join(thing_chats, thing_chats.c.thing_id == things.c.id)
        lines = lines.where(self._mine, thing_chats.c.chat_id == chat_id, thing_chats.c.day == day)
        rows = await self._session.all(lines.where(thing_chats.c.on_board).order_by(things.c.id))
        return [_thing_of(row) for row in rows]

    # ---- changing --------------------------------------------------------------------------------------------------

    async def save(self, before: Affair, after: Affair) -> Affair:
        thing_id, old = after.thing.id, {each.id: each for each in before.responses}
        responses = []
        for each in after.responses:
            known = old.get(each.id)
            if each.id == 0:
                each = await self._add(thing_id, each)
            elif each != known:
                values = _response_values(each)
                if known is not None and each.at != known.at:  # they came again
                    values["place"] = await self._next_place(thing_id)
                this = thing_responses.c.id == each.id
                await self._session.run(update(thing_responses).where(this).values(values))
            responses.append(each)
        if after.thing != before.thing:
            await self._save(after.thing)
        return Affair(after.thing, tuple(responses))

    async def _save(self, thing: Thing) -> None:
        this = (self._mine, things.c.id == thing.id)
        await self._session.run(update(things).where(*this).values(_changing(thing)))

    async def _next_place(self, thing_id: int) -> int:
        last = select(func.coalesce(func.max(thing_responses.c.place), 0))
        return int(await self._session.value(last.where(thing_responses.c.thing_id == thing_id))) + 1

    async def _add(self, thing_id: int, response: Response) -> Response:
        values = {
            "bot_id": self._session.bot_id,
            "thing_id": thing_id,
            "person_id": response.person_id,
            "place": await self._next_place(thing_id),
            **_response_values(response),
        }
        added = thing_responses.insert().values(values).returning(thing_responses.c.id)
        return replace(response, id=int((await self._session.connection.execute(added)).scalar_one()))

    async def forget(self, thing: Thing) -> None:
        await self._session.run(delete(thing_news).where(thing_news.c.thing_id == thing.id))
        await self._session.run(delete(thing_responses).where(thing_responses.c.thing_id == thing.id))
        await self._save(thing)

    # ---- what falls due --------------------------------------------------------------------------------------------

    async def due(self, now: datetime, *, limit: int) -> Sequence[int]:
        found = select(things.c.id).where(self._mine, things.c.next_at <= now)
        rows = await self._session.all(found.order_by(things.c.next_at, things.c.id).limit(limit))
        return [row.id for row in rows]

    async def next_due(self) -> datetime | None:
        first = select(func.min(things.c.next_at)).where(self._mine)
        told = select(func.min(thing_news.c.due_at)).where(thing_news.c.bot_id == self._session.bot_id)
        moments = [await self._session.value(first), await self._session.value(told)]
        return min((moment for moment in moments if moment is not None), default=None)

    async def tell(self, thing_id: int, response_id: int, news: ThingNews, *, due_at: datetime) -> None:
        key = {"thing_id": thing_id, "response_id": response_id, "news": news.value}
        waits = self._session.insert(thing_news).values(**key, bot_id=self._session.bot_id, due_at=due_at)
        await self._session.run(waits.on_conflict_do_nothing(index_elements=list(key)))

    async def tellings(self, now: datetime, *, limit: int) -> Sequence[ThingTelling]:
        due = select(thing_news).where(thing_news.c.bot_id == self._session.bot_id, thing_news.c.due_at <= now)
        order = (thing_news.c.due_at, thing_news.c.thing_id, thing_news.c.response_id, thing_news.c.news)
        rows = await self._session.all(due.order_by(*order).limit(limit))
        return [ThingTelling(row.thing_id, row.response_id, ThingNews(row.news), row.due_at) for row in rows]

    async def told(self, telling: ThingTelling) -> bool:
        return bool(await self._session.run(delete(thing_news).where(*_of(telling))))

    async def put_off(self, telling: ThingTelling, due_at: datetime) -> None:
        await self._session.run(update(thing_news).where(*_of(telling)).values(due_at=due_at))

    @property
    def _mine(self) -> ColumnElement[bool]:
        return things.c.bot_id == self._session.bot_id


def cards_of(chat_id: Any, day: Any) -> Select[Any]:
    """How many things have a card of their own in this chat, of that day."""
    here = (thing_chats.c.chat_id == chat_id, thing_chats.c.day == day, thing_chats.c.on_board.is_(False))
    return select(func.count()).select_from(thing_chats).where(*here)


def _of(telling: ThingTelling) -> tuple[ColumnElement[bool], ...]:
    return (
        thing_news.c.thing_id == telling.thing_id,
        thing_news.c.response_id == telling.response_id,
        thing_news.c.news == telling.news.value,
    )


def _changing(thing: Thing) -> dict[str, Any]:
    return {
        "words": thing.words,
        "where_named": thing.where,
        "photo": thing.photo,
        "poster": thing.poster,
        "expires_at": thing.expires_at,
        "state": thing.state.value,
        "reason": thing.reason,
        "ask_at": thing.ask_at,
        "prolonged": thing.prolonged,
        "ended_at": thing.ended_at,
        "next_at": thing.next_at,
        "removed_by_name": None if thing.removed_by is None else thing.removed_by.name,
        "removed_by_body": None if thing.removed_by is None else thing.removed_by.body.value,
    }


def _response_values(response: Response) -> dict[str, Any]:
    return {
        "name": response.name,
        "words": response.words,
        "at": response.at,
        "standing": response.standing.value,
        "contact": response.contact,
    }


def _thing_of(row: Row[Any]) -> Thing:
    return Thing(
        id=row.id,
        estate_key=row.estate_key,
        number=row.number,
        kind=ThingKind(row.kind),
        words=row.words,
        where=row.where_named,
        poster_id=row.poster_id,
        poster=row.poster,
        posted_at=row.posted_at,
        expires_at=row.expires_at,
        photo=row.photo,
        state=ThingState(row.state),
        reason=row.reason,
        ask_at=row.ask_at,
        prolonged=row.prolonged,
        ended_at=row.ended_at,
        next_at=row.next_at,
        removed_by=Speaker(0, row.removed_by_name, Body(row.removed_by_body)) if row.removed_by_body else None,
    )


def _response_of(row: Row[Any]) -> Response:
    return Response(
        id=row.id,
        person_id=row.person_id,
        name=row.name,
        words=row.words,
        at=row.at,
        standing=Standing(row.standing),
        contact=row.contact,
    )
