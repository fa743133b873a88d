"""Wishes: numbered within their estate, found by words, locked while they change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, case, exists, false, func, or_, select, update

from bot.domain.deliberations import Form
from bot.domain.people import Person
from bot.domain.places import Place
from bot.domain.script import simplified
from bot.domain.wishes import Category, Display, Draft, Kind, State, Visibility, VoiceNote, Wish
from bot.ports import WishFilter
from bot.store import counters
from bot.store.beginning_tables import duplicates
from bot.store.deliberation_tables import deliberations
from bot.store.for_others_tables import filed_for
from bot.store.places import columns_of, finer_columns_of, place_of, whereabouts_of
from bot.store.session import NotStored, Session
from bot.store.wish_tables import followers, wishes

_BY_ID = select(wishes).where(wishes.c.bot_id == bindparam("bot"), wishes.c.id == bindparam("key"))
_LOCKED = _BY_ID.with_for_update()
_NEWEST_FIRST = wishes.c.id.desc()


def wish_of(row: Row[Any]) -> Wish:
    return Wish(
        id=row.id,
        estate_key=row.estate_key,
        number=row.number,
        kind=Kind(row.kind),
        words=row.words,
        place=place_of(row),
        category=Category(row.category),
        visibility=Visibility(row.visibility),
        state=State(row.state),
        author_id=row.author_id,
        author_name=row.author_name,
        chat_id=row.chat_id,
        filed_at=row.filed_at,
        next_date=row.next_date,
        photo=row.photo,
        taken_by=row.taken_by,
        taken_by_name=row.taken_by_name,
        where=whereabouts_of(row),
        display=Display(row.display),
        voice=None if row.voice is None else VoiceNote(row.voice, row.voice_s),
    )


def fold(words: str) -> str:
    """Words as they are compared: letters' case and the script of Chinese do not count; positions stay."""
    return simplified(words.casefold())


class SqlWishes:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, wish_id: int) -> Wish:
        """Raises NotStored."""
        return await self._one(wish_id, _BY_ID)

    async def lock(self, wish_id: int) -> Wish:
        """Raises NotStored. On SQLite nobody else writes anyway."""
        return await self._one(wish_id, _LOCKED)

    async def by_number(self, estate_key: str, number: int) -> Wish | None:
        row = await self._session.first(select(wishes).where(*self._of(estate_key), wishes.c.number == number))
        return wish_of(row) if row else None

    async def add(
        self, draft: Draft, *, estate_key: str, author: Person, chat_id: int, filed_at: datetime, next_date: date | None
    ) -> Wish:
        number = await counters.next_value(self._session, f"wish:{estate_key}")
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": estate_key,
            "number": number,
            "kind": draft.kind.value,
            "words": draft.words,
            "words_folded": fold(draft.words),
            **columns_of(draft.place),
            **finer_columns_of(draft.where),
            "category": draft.category.value,
            "visibility": draft.visibility.value,
            "state": State.OPEN.value,
            "author_id": author.id,
            "author_name": author.name,
            "chat_id": chat_id,
            "filed_at": filed_at,
            "next_date": next_date,
            "photo": draft.photo,
            "voice": draft.voice and draft.voice.key,
            "voice_s": draft.voice and draft.voice.length_s,
        }
        added = await self._session.connection.execute(wishes.insert().values(values).returning(wishes))
        return wish_of(added.one())

    async def save(self, wish: Wish) -> None:
        """Write what may change after filing; number, estate, author and date of filing stay. Raises NotStored."""
        changed = update(wishes).where(wishes.c.bot_id == self._session.bot_id, wishes.c.id == wish.id)
        values = {
            "kind": wish.kind.value,
            "words": wish.words,
            "words_folded": fold(wish.words),
            **columns_of(wish.place),
            **finer_columns_of(wish.where),
            "category": wish.category.value,
            "visibility": wish.visibility.value,
            "state": wish.state.value,
            "display": wish.display.value,
            "chat_id": wish.chat_id,
            "next_date": wish.next_date,
            "voice": wish.voice.key if wish.voice else None,
            "voice_s": wish.voice.length_s if wish.voice else None,
            "photo": wish.photo,
            "taken_by": wish.taken_by,
            "taken_by_name": wish.taken_by_name,
            "revision": wishes.c.revision + 1,
        }
        if not await self._session.run(changed.values(values)):
            raise NotStored(f"wish {wish.id}")

    async def find(self, estate_key: str, wanted: WishFilter, *, limit: int, offset: int = 0) -> Sequence[Wish]:
        found = select(wishes).where(*self._of(estate_key), *_conditions(wanted))
        rows = await self._session.all(found.order_by(_NEWEST_FIRST).limit(limit).offset(offset))
        return [wish_of(row) for row in rows]

    async def count(self, estate_key: str, wanted: WishFilter) -> int:
        found = select(func.count()).select_from(wishes).where(*self._of(estate_key), *_conditions(wanted))
        return int(await self._session.value(found))

    async def waiting_since(self, estate_key: str) -> datetime | None:
        waits = wishes.c.state.in_((State.OPEN.value, State.TAKEN.value))
        argued = (deliberations.c.wish_id == wishes.c.id, deliberations.c.form != Form.COORDINATION.value)
        is_argued = exists().where(*argued, deliberations.c.closed_at.is_(None))
        over = select(func.max(deliberations.c.closed_at)).where(*argued).scalar_subquery()
        since = case((over > wishes.c.filed_at, over), else_=wishes.c.filed_at)
        oldest = select(func.min(since)).where(*self._of(estate_key), waits, ~is_argued)
        moment: datetime | None = await self._session.value(oldest)
        return moment

    async def any_of(self, estate_key: str) -> bool:
        return await self._session.value(select(wishes.c.id).where(*self._of(estate_key)).limit(1)) is not None

    async def end_as_duplicate(self, wish_id: int, *, of_wish_id: int, now: datetime) -> None:
        values = {"wish_id": wish_id, "of_wish_id": of_wish_id, "since": now}
        await self._session.run(self._session.insert(duplicates).values(values))

    async def duplicate_of(self, wish_id: int) -> Wish | None:
        original = (
            select(wishes)
            .join(duplicates, duplicates.c.of_wish_id == wishes.c.id)
            .where(wishes.c.bot_id == self._session.bot_id, duplicates.c.wish_id == wish_id)
        )
        row = await self._session.first(original)
        return wish_of(row) if row else None

    async def followed_by(self, person_id: int, *, limit: int, offset: int = 0) -> Sequence[Wish]:
        follows = select(followers.c.wish_id).where(followers.c.person_id == person_id)
        concerned = or_(wishes.c.author_id == person_id, wishes.c.id.in_(follows))
        mine = select(wishes).where(wishes.c.bot_id == self._session.bot_id, concerned)
        rows = await self._session.all(mine.order_by(_NEWEST_FIRST).limit(limit).offset(offset))
        return [wish_of(row) for row in rows]

    def _of(self, estate_key: str) -> tuple[ColumnElement[bool], ...]:
        return (wishes.c.bot_id == self._session.bot_id, wishes.c.estate_key == estate_key)

    async def _one(self, wish_id: int, statement: Any) -> Wish:
        row = await self._session.first(statement, {"bot": self._session.bot_id, "key": wish_id})
        if row is None:
            raise NotStored(f"wish {wish_id}")
        return wish_of(row)


def _conditions(wanted: WishFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.states is not None:
        conditions.append(wishes.c.state.in_(sorted(state.value for state in wanted.states)))
    if wanted.kind is not None:
        conditions.append(wishes.c.kind == wanted.kind.value)
    if wanted.chat_id is not None:
        conditions.append(wishes.c.chat_id == wanted.chat_id)
    if wanted.author_id is not None:
        conditions.append(wishes.c.author_id == wanted.author_id)
    elif wanted.public_only:
        conditions.append(wishes.c.visibility != Visibility.COMMITTEE.value)
        conditions.append(wishes.c.display == Display.SHOWN.value)
        conditions.append(wishes.c.state != State.WITHDRAWN.value)
        conditions.append(wishes.c.words != "")  # a voice note without its line is nothing to be seen
    if wanted.posted:
        conditions.append(wishes.c.visibility != Visibility.COMMITTEE.value)
        conditions.append(~exists().where(filed_for.c.wish_id == wishes.c.id))
    if wanted.filed_since is not None:
        conditions.append(wishes.c.filed_at >= wanted.filed_since)
    conditions += lies_in(wanted.within)
    if wanted.words is not None:
        conditions.append(wishes.c.words_folded.contains(fold(wanted.words), autoescape=True, escape="\\"))
    return conditions


def lies_in(within: Sequence[Place] | None) -> tuple[ColumnElement[bool], ...]:
    """In one of these buildings and stairwells; in none of none, and wherever it is if there is nothing to lie in."""
    if within is None:
        return ()
    places = [
        wishes.c.building == place.building
        if place.unit is None
        else (wishes.c.building == place.building) & (wishes.c.unit == place.unit)
        for place in within
    ]
    return (or_(false(), *places),)
