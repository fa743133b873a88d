"""The open ledger: entries, each of which one other may correct, their documents, and questions about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, exists, extract, func, insert, or_, select, update

from bot.domain.ledger import Draft, Entry, EntryFile, EntryKind, EntryQuestion, Totals
from bot.domain.people import Body, Speaker
from bot.ports.ledger import LedgerFilter
from bot.store import counters
from bot.store.ledger_tables import ledger_entries, ledger_files, ledger_questions
from bot.store.ledger_waiting import TablesWaiting
from bot.store.session import NotStored
from bot.store.wishes import fold

_older = ledger_entries.alias("older")
_newer = ledger_entries.alias("newer")
#: With the numbers of the entries before and behind it.
_ENTRIES = (
    select(ledger_entries, _older.c.number.label("corrects"), _newer.c.number.label("corrected_by"))
    .outerjoin(_older, _older.c.id == ledger_entries.c.corrects_id)
    .outerjoin(_newer, _newer.c.corrects_id == ledger_entries.c.id)
)
_STANDS = ~exists().where(_newer.c.corrects_id == ledger_entries.c.id)


class SqlLedger(TablesWaiting):
    """Fulfils `ports.Ledger`."""

    async def publish(
        self,
        draft: Draft,
        *,
        estate_key: str,
        by: Speaker,
        by_id: int,
        now: datetime,
        corrects: Entry | None = None,
        reason: str = "",
        cancels: bool = False,
    ) -> Entry:
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": estate_key,
            "number": await counters.next_value(self._session, f"ledger:{estate_key}"),
            "kind": draft.kind.value,
            "category": draft.category,
            "cents": draft.cents,
            "day": draft.day,
            "words": draft.words,
            "words_folded": fold(draft.words),
            "at": now,
            "by_id": by_id,
            "by_name": by.name,
            "by_body": by.body.value,
            "corrects_id": corrects and corrects.id,
            "root_id": None if corrects is None else await self._root(corrects.id),
            "reason": reason,
            "cancels": cancels,
        }
        added = ledger_entries.insert().values(values).returning(ledger_entries.c.id)
        entry_id = int((await self._session.connection.execute(added)).scalar_one())
        for position, file in enumerate(draft.files):
            kept = {"bot_id": self._session.bot_id, "entry_id": entry_id, "position": position}
            await self._session.run(insert(ledger_files).values(**kept, file=file.key, name=file.name))
        return await self.get(entry_id)

    async def _root(self, entry_id: int) -> int:
        root = select(func.coalesce(ledger_entries.c.root_id, ledger_entries.c.id))
        return int(await self._session.value(root.where(ledger_entries.c.id == entry_id)))

    async def get(self, entry_id: int) -> Entry:
        """Raises NotStored."""
        found = await self._entries(_ENTRIES.where(self._mine, ledger_entries.c.id == entry_id))
        if not found:
            raise NotStored(f"entry {entry_id}")
        return found[0]

    async def by_number(self, estate_key: str, number: int) -> Entry | None:
        of_it = (self._mine, ledger_entries.c.estate_key == estate_key)
        found = await self._entries(_ENTRIES.where(*of_it, ledger_entries.c.number == min(number, 2**31 - 1)))
        return found[0] if found else None

    async def chain(self, entry_id: int) -> Sequence[Entry]:
        root = await self._root(entry_id)
        of_it = or_(ledger_entries.c.id == root, ledger_entries.c.root_id == root)
        return await self._entries(_ENTRIES.where(self._mine, of_it).order_by(ledger_entries.c.id))

    def _these(self, wanted: Select[Any], estate_key: str, which: LedgerFilter) -> Select[Any]:
        these = wanted.where(self._mine, ledger_entries.c.estate_key == estate_key)
        if which.year is not None:
            first, last = date(which.year, 1, 1), date(which.year, 12, 31)
            these = these.where(ledger_entries.c.day.between(first, last))
        if which.category is not None:
            these = these.where(ledger_entries.c.category == which.category)
        if which.words is not None:
            said = ledger_entries.c.words_folded.contains(fold(which.words), autoescape=True, escape="\\")
            these = these.where(said)
        return these

    async def count(self, estate_key: str, which: LedgerFilter) -> int:
        counted = self._these(select(func.count()).select_from(ledger_entries), estate_key, which)
        return int(await self._session.value(counted.where(_STANDS)))

    async def find(
        self,
        estate_key: str,
        which: LedgerFilter,
        *,
        all_versions: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[Entry]:
        found = self._these(_ENTRIES, estate_key, which)
        if all_versions:
            found = found.order_by(ledger_entries.c.number)
        else:
            found = found.where(_newer.c.id.is_(None))
            found = found.order_by(ledger_entries.c.day.desc(), ledger_entries.c.number.desc())
        if limit is not None:
            found = found.limit(limit).offset(offset)
        return await self._entries(found)

    async def totals(self, estate_key: str, which: LedgerFilter) -> Totals:
        summed = select(ledger_entries.c.kind, func.sum(ledger_entries.c.cents).label("cents"))
        found = self._these(summed, estate_key, which).where(_STANDS).group_by(ledger_entries.c.kind)
        sums = {row.kind: int(row.cents or 0) for row in await self._session.all(found)}
        of = (sums.get(kind.value, 0) for kind in (EntryKind.INCOME, EntryKind.EXPENSE, EntryKind.ASSET))
        return Totals(*of)

    async def years(self, estate_key: str) -> Sequence[int]:
        year = extract("year", ledger_entries.c.day)
        found = self._these(select(year).distinct(), estate_key, LedgerFilter()).where(_STANDS)
        return sorted((int(row[0]) for row in await self._session.all(found)), reverse=True)

    async def categories(self, estate_key: str) -> Sequence[str]:
        found = self._these(select(ledger_entries.c.category).distinct(), estate_key, LedgerFilter()).where(_STANDS)
        return sorted(row.category for row in await self._session.all(found))

    async def _entries(self, statement: Select[Any]) -> list[Entry]:
        rows = await self._session.all(statement)
        files: dict[int, list[EntryFile]] = {row.id: [] for row in rows}
        for ids in _in_parts(list(files)):
            held = select(ledger_files).where(ledger_files.c.entry_id.in_(ids))
            for row in await self._session.all(held.order_by(ledger_files.c.entry_id, ledger_files.c.position)):
                files[row.entry_id].append(EntryFile(row.file, row.name))
        return [_entry_of(row, files[row.id]) for row in rows]

    # ---- questions ------------------------------------------------------------------------------------------------

    async def ask(self, entry_id: int, *, asker_id: int, name: str, words: str, now: datetime) -> EntryQuestion:
        values = {"entry_id": entry_id, "asker_id": asker_id, "name": name, "words": words, "asked_at": now}
        whole = {"bot_id": self._session.bot_id, **values, "answer": "", "folded": False}
        added = ledger_questions.insert().values(whole).returning(ledger_questions)
        return _question_of((await self._session.connection.execute(added)).one())

    async def question(self, question_id: int) -> EntryQuestion:
        """Raises NotStored."""
        return await self._question(select(ledger_questions), question_id)

    async def lock_question(self, question_id: int) -> EntryQuestion:
        """Raises NotStored."""
        return await self._question(select(ledger_questions).with_for_update(), question_id)

    async def _question(self, wanted: Select[Any], question_id: int) -> EntryQuestion:
        row = await self._session.first(wanted.where(*self._asked(question_id)))
        if row is None:
            raise NotStored(f"question {question_id}")
        return _question_of(row)

    def _asked(self, question_id: int) -> tuple[ColumnElement[bool], ...]:
        return (ledger_questions.c.bot_id == self._session.bot_id, ledger_questions.c.id == question_id)

    async def answer(self, question_id: int, *, words: str, by: Speaker, by_id: int, now: datetime) -> None:
        values = {"answer": words, "answered_at": now, "answered_by_id": by_id}
        values |= {"answered_by_name": by.name, "answered_by_body": by.body.value}
        await self._session.run(update(ledger_questions).where(*self._asked(question_id)).values(values))

    async def fold(self, question_id: int, *, folded: bool) -> None:
        await self._session.run(update(ledger_questions).where(*self._asked(question_id)).values(folded=folded))

    async def questions(self, entry_ids: Sequence[int]) -> Sequence[EntryQuestion]:
        mine = (ledger_questions.c.bot_id == self._session.bot_id, ledger_questions.c.entry_id.in_(list(entry_ids)))
        found = select(ledger_questions).where(*mine).order_by(ledger_questions.c.id)
        return [_question_of(row) for row in await self._session.all(found)]

    async def waiting_of(self, person_id: int, estate_key: str) -> int:
        of_them = select(func.count()).select_from(ledger_questions)
        of_them = of_them.join(ledger_entries, ledger_entries.c.id == ledger_questions.c.entry_id)
        waits = (ledger_questions.c.answered_at.is_(None), ~ledger_questions.c.folded)
        here = (self._mine, ledger_entries.c.estate_key == estate_key, ledger_questions.c.asker_id == person_id)
        return int(await self._session.value(of_them.where(*waits, *here)))

    @property
    def _mine(self) -> ColumnElement[bool]:
        return ledger_entries.c.bot_id == self._session.bot_id


_PART = 500  #: ids in one question: SQLite takes 32,766 variables, older ones 999


def _in_parts(ids: list[int]) -> list[list[int]]:
    return [ids[at : at + _PART] for at in range(0, len(ids), _PART)]


def _entry_of(row: Row[Any], files: Sequence[EntryFile]) -> Entry:
    draft = Draft(EntryKind(row.kind), row.category, row.cents, row.day, row.words, tuple(files))
    return Entry(
        id=row.id,
        estate_key=row.estate_key,
        number=row.number,
        draft=draft,
        by=Speaker(0, row.by_name, Body(row.by_body)),
        at=row.at,
        corrects=row.corrects,
        corrected_by=row.corrected_by,
        reason=row.reason,
        cancels=row.cancels,
    )


def _question_of(row: Row[Any]) -> EntryQuestion:
    answered = row.answered_at is not None
    return EntryQuestion(
        id=row.id,
        entry_id=row.entry_id,
        asker_id=row.asker_id,
        name=row.name,
        words=row.words,
        asked_at=row.asked_at,
        answer=row.answer,
        answered_at=row.answered_at,
        answered_by=Speaker(0, row.answered_by_name, Body(row.answered_by_body)) if answered else None,
        folded=row.folded,
    )
