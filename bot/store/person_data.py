"""What is stored of one person, found and forgotten as `personal.DECLARED` says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import (
    Boolean,
    ColumnElement,
    Row,
    Table,
    and_,
    delete,
    false,
    func,
    literal_column,
    or_,
    select,
    text,
    update,
)

from bot.domain.people import Person, id_of_nobody
from bot.domain.personal import Entry, Section
from bot.domain.wishes import ENDED, Wish
from bot.store import outbox_cleaning
from bot.store.keeping_tables import discarded, forgotten
from bot.store.personal import traces
from bot.store.personal_kinds import Blank, Delete, Trace
from bot.store.session import Session
from bot.store.tables import chats, dialogs, files, metadata, people
from bot.store.wish_tables import followers, wishes
from bot.store.wishes import wish_of

MOST_QUOTED = 200  #: sentences of theirs that are looked for in what was sent to others
MOST_ENTRIES = 5000  #: of one section; nobody has so many
_NOT_TOLD = frozenset({"bot_id", "link_code", "owner", "lease_until", "text_hash", "words_folded", "revision", "code"})
"""Columns that say nothing of a person; a link code lets strangers in."""


class SqlPersonData:
    def __init__(self, session: Session) -> None:
        self._session = session

    # ---- looking --------------------------------------------------------------------------------------------------

    async def sections(self, person: Person) -> Sequence[Section]:
        """All that leads to the person, in the order of the declaration; sections without a row are left out."""
        private = await self._private_chat(person)
        found: list[Section] = []
        for table, trace in traces():
            if trace.section is None:
                continue
            rows = await self._session.all(
                self._numbered(table).where(self.leads_to(table, trace, person, private, ())).limit(MOST_ENTRIES)
            )
            if rows:
                found.append(Section(trace.section, [_entry(table, trace, row) for row in rows]))
        return found

    async def count(self, person: Person, section: str) -> int:
        """How many rows /mydata would show under this section."""
        private = await self._private_chat(person)
        (table, trace), *_ = [each for each in traces() if each[1].section == section]
        counted = select(func.count()).select_from(table).where(self.leads_to(table, trace, person, private, ()))
        return int(await self._session.value(counted))

    async def filed_by(self, person_id: int) -> Sequence[Wish]:
        """Oldest first."""
        return await self._wishes(wishes.c.author_id == person_id)

    async def open_followed_by(self, person_id: int) -> Sequence[Wish]:
        theirs = select(followers.c.wish_id).where(followers.c.person_id == person_id)
        open_ = wishes.c.state.not_in(sorted(state.value for state in ENDED))
        return await self._wishes(and_(open_, wishes.c.id.in_(theirs)))

    async def in_hand_of(self, person_id: int) -> Sequence[Wish]:
        return await self._wishes(wishes.c.taken_by == person_id)

    # ---- forgetting -----------------------------------------------------------------------------------------------

    async def forget(self, person: Person, *, gone: Sequence[Wish], photos: Collection[str], now: datetime) -> None:
        """Do what is declared to every row. The wishes themselves were changed before; `gone`: as they were then.

        `photos`: keys of pictures of theirs that may go if nothing refers to them any more.
        """
        private = await self._private_chat(person)
        going = [each.id for each in gone]
        words, pictures = await self._what_goes(person, private, going)
        drafts = await self._photos_of_dialogs(person.id)
        words += [each.words for each in gone]
        await outbox_cleaning.clean(self._session, person=person, private=private, words=words[:MOST_QUOTED])
        await self._do_as_declared(person, private, going)
        await self._blank(person)
        values = {"person_id": person.id, "chat_id": private, "forgotten_at": now}
        await self._session.run(self._session.insert(forgotten).values(values).on_conflict_do_nothing())
        await self.discard_photos({*photos, *drafts, *pictures})

    async def _do_as_declared(self, person: Person, private: int | None, going: Sequence[int]) -> None:
        ranks = {table.name: rank for rank, table in enumerate(metadata.sorted_tables)}
        # Rows that refer to others first, so that nothing is left dangling.
        for table, trace in sorted(traces(), key=lambda each: -ranks[each[0].name]):
            rows = self.leads_to(table, trace, person, private, going)
            match trace.then:
                case Delete():
                    await self._session.run(delete(table).where(rows))
                case Blank(values):
                    await self._session.run(update(table).where(rows).values(values))

    async def _what_goes(self, person: Person, private: int | None, going: Sequence[int]) -> tuple[list[str], set[str]]:
        """Words and pictures in rows that are about to be deleted or blanked."""
        words: list[str] = []
        pictures: set[str] = set()
        held = {(table.name, column) for table, column in _references_to_files()}
        for table, trace in traces():
            columns = [name for name in (column.name for column in table.c) if _goes(trace, name)]
            telling = [name for name in columns if name == trace.words or (table.name, name) in held]
            if not telling:
                continue
            rows = self.leads_to(table, trace, person, private, going)
            for row in await self._session.all(select(*(table.c[name] for name in telling)).where(rows)):
                values = row._asdict()
                words += [values[name] for name in telling if name == trace.words and values[name]]
                pictures |= {values[name] for name in telling if (table.name, name) in held and values[name]}
        return words, pictures

    async def _blank(self, person: Person) -> None:
        nobody = {
            "telegram_id": id_of_nobody(person.id),
            "name": "",
            "username": None,
            "language": None,
            "client_language": None,
            "started": False,
            "may_be_mentioned": False,
            "home_chat_id": None,
            "seen_on": None,
        }
        await self._session.run(update(people).where(people.c.id == person.id).values(nobody))

    async def discard_photos(self, keys: Collection[str]) -> int:
        """Forget those of these pictures that nothing refers to; their bytes are taken off the disk soon after."""
        if not keys:
            return 0
        held = [
            select(text("1")).where(table.c.bot_id == files.c.bot_id, table.c[column] == files.c.key).exists()
            for table, column in _references_to_files()
        ]
        free = and_(files.c.bot_id == self._session.bot_id, files.c.key.in_(sorted(keys)), ~or_(false(), *held))
        going = [row for row in await self._session.all(select(files).where(free)) if not await self._drafted(row.key)]
        for row in going:
            if row.sha256 is not None:
                values = self._session.insert(discarded).values(bot_id=self._session.bot_id, sha256=row.sha256)
                await self._session.run(values.on_conflict_do_nothing())
        await self._session.run(delete(files).where(free, files.c.key.in_([row.key for row in going])))
        return len(going)

    # ---- inside ---------------------------------------------------------------------------------------------------

    async def _wishes(self, which: ColumnElement[bool]) -> list[Wish]:
        mine = select(wishes).where(wishes.c.bot_id == self._session.bot_id, which).order_by(wishes.c.id)
        return [wish_of(row) for row in await self._session.all(mine)]

    async def _private_chat(self, person: Person) -> int | None:
        theirs = (chats.c.bot_id == self._session.bot_id, chats.c.private, chats.c.telegram_id == person.telegram_id)
        key: int | None = await self._session.value(select(chats.c.id).where(*theirs))
        return key

    async def _photos_of_dialogs(self, person_id: int) -> set[str]:
        mine = (dialogs.c.bot_id == self._session.bot_id, dialogs.c.person_id == person_id)
        rows = await self._session.all(select(dialogs.c.answers).where(*mine))
        return {word for row in rows for word in _strings(row.answers)}

    async def _drafted(self, key: str) -> bool:
        """Whether somebody's open dialog holds the picture."""
        quoted = msgspec.json.encode(key).decode()
        holding = text("answers LIKE :quoted").bindparams(quoted=f"%{quoted}%")
        rows = await self._session.all(
            select(dialogs.c.answers).where(dialogs.c.bot_id == self._session.bot_id, holding)
        )
        return any(key in _strings(row.answers) for row in rows)

    def leads_to(
        self, table: Table, trace: Trace, person: Person, private: int | None, gone: Sequence[int]
    ) -> ColumnElement[bool]:
        """The condition for the rows of a trace; none without the kind of id it asks for."""
        column = table.c[trace.by]
        conditions: list[ColumnElement[bool]] = []
        match kind_of(table, trace.by):
            case "people":
                conditions.append(column == person.id)
            case "wishes":
                filed = select(wishes.c.id).where(wishes.c.author_id == person.id)
                conditions.append(column.in_(filed if trace.of_any_wish else gone))
            case "chats":
                conditions.append(column == private if private is not None else false())
            case "telegram":
                conditions.append(column == person.telegram_id)
                if "bot_id" not in table.c:
                    conditions.append(self._of_this_bot(table))
        if "bot_id" in table.c:
            conditions.append(table.c.bot_id == self._session.bot_id)
        if trace.where is not None:
            conditions.append(literal_column(trace.where, Boolean))
        return and_(*conditions)

    def _of_this_bot(self, table: Table) -> ColumnElement[bool]:
        """By a row it refers to: Telegram's ids are the same for all bots of a database."""
        for key in table.foreign_keys:
            if "bot_id" in key.column.table.c:
                owner = key.column.table
                return key.parent.in_(select(key.column).where(owner.c.bot_id == self._session.bot_id))
        raise ValueError(f"{table.name} belongs to no bot")

    def _numbered(self, table: Table) -> Any:
        """The rows, with the number of the wish each is about."""
        if table is wishes:
            return select(table, table.c.number.label("about")).order_by(table.c.id)
        if "wish_id" in table.c:
            number = select(wishes.c.number).where(wishes.c.id == table.c.wish_id).scalar_subquery()
            return select(table, number.label("about")).order_by(*table.primary_key.columns)
        return select(table).order_by(*table.primary_key.columns)


def _goes(trace: Trace, column: str) -> bool:
    return isinstance(trace.then, Delete) or (isinstance(trace.then, Blank) and column in trace.then.values)


def kind_of(table: Table, column: str) -> str:
    """What a trace's column holds: ids of `people`, `wishes`, `chats`, or of Telegram.

    Raises:
        ValueError: none of these.
    """
    named = table.c[column]
    if column == "id" and table.name in ("people", "wishes", "chats"):
        return table.name
    for key in named.foreign_keys:
        target = key.target_fullname
        if target in ("people.id", "wishes.id", "chats.id"):
            return target.partition(".")[0]
    if column.endswith(("telegram_id", "person_key")):
        return "telegram"
    raise ValueError(f"{table.name}.{column} leads to nobody")


def _references_to_files() -> Iterator[tuple[Table, str]]:
    """Every column by which a row holds on to a picture."""
    for table in metadata.sorted_tables:
        for constraint in table.foreign_key_constraints:
            for element in constraint.elements:
                if element.target_fullname == "files.key":
                    yield table, element.parent.name


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _entry(table: Table, trace: Trace, row: Row[Any]) -> Entry:
    values = {column.name: _told(table, column.name, getattr(row, column.name)) for column in table.c}
    at = getattr(row, trace.at) if trace.at else None
    about = getattr(row, "about", None)
    return Entry(
        values={name: value for name, value in values.items() if name not in _NOT_TOLD},
        number=str(about) if about is not None else None,
        words=getattr(row, trace.words) if trace.words else None,
        at=at if isinstance(at, datetime) else None,
    )


def _told(table: Table, column: str, value: Any) -> Any:
    """The value as JSON; what is kept as JSON in text comes as what it is."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    holds_json = (table.name, column) in _JSON_IN_TEXT and isinstance(value, str)
    return msgspec.json.decode(value) if holds_json else value


_JSON_IN_TEXT = {("inbox", "payload"), ("messages", "content"), ("dialogs", "pending")}
