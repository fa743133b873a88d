"""The open ledger as the use cases ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.ledger import Draft, Entry, EntryQuestion, Totals
from bot.domain.people import Speaker


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which entries of an estate: all that is None is not asked for."""

    year: int | None = None
    category: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerImport:
    """A table somebody sent. `entries`: what it would publish; None: its bytes are still on the way."""

    id: int
    estate_key: str
    chat_id: int
    person_id: int
    language: str
    name: str  #: of the file
    entries: tuple[Draft, ...] | None
    file: str | None = None  #: key of `files`, until it is read


class Ledger(Protocol):
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
        """Give it the estate's next number. Two that correct the same entry: the database refuses the second."""

    async def get(self, entry_id: int) -> Entry:
        """Raises LookupError."""

    async def by_number(self, estate_key: str, number: int) -> Entry | None: ...
    async def chain(self, entry_id: int) -> Sequence[Entry]:
        """The entry with all that it corrects, and all that corrects it; oldest first."""

    async def count(self, estate_key: str, which: LedgerFilter) -> int:
        """Of those that stand."""

    async def find(
        self,
        estate_key: str,
        which: LedgerFilter,
        *,
        all_versions: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> Sequence[Entry]:
        """Those that stand, the newest day first; `all_versions`: corrected ones as well, by number."""

    async def totals(self, estate_key: str, which: LedgerFilter) -> Totals:
        """Of those that stand."""

    async def years(self, estate_key: str) -> Sequence[int]:
        """In which there are entries that stand, the last one first."""

    async def categories(self, estate_key: str) -> Sequence[str]:
        """In which there are entries that stand, in alphabetical order."""

    # ---- questions

    async def ask(self, entry_id: int, *, asker_id: int, name: str, words: str, now: datetime) -> EntryQuestion: ...
    async def question(self, question_id: int) -> EntryQuestion:
        """Raises LookupError."""

    async def lock_question(self, question_id: int) -> EntryQuestion:
        """As `question`, and nobody else changes it until this unit of work ends."""

    async def answer(self, question_id: int, *, words: str, by: Speaker, by_id: int, now: datetime) -> None: ...
    async def fold(self, question_id: int, *, folded: bool) -> None: ...
    async def questions(self, entry_ids: Sequence[int]) -> Sequence[EntryQuestion]:
        """Of all these entries, oldest first; also those out of sight."""

    async def waiting_of(self, person_id: int, estate_key: str) -> int:
        """How many of theirs wait for an answer."""

    # ---- tables that were sent

    async def take_table(
        self, *, estate_key: str, chat_id: int, person_id: int, language: str, file: str, name: str, now: datetime
    ) -> int:
        """Its id. The same file may be sent again: its bytes are wanted anew."""

    async def tables_waiting(self, file: str) -> Sequence[LedgerImport]: ...
    async def table_read(self, import_id: int, entries: Sequence[Draft]) -> None:
        """From now on the file is not needed any more."""

    async def lock_table(self, import_id: int) -> LedgerImport:
        """Nobody else publishes it until this unit of work ends. Raises LookupError."""

    async def forget_table(self, import_id: int) -> None: ...
    async def tables_before(self, moment: datetime, *, unread: bool) -> Sequence[LedgerImport]:
        """Those sent before then: `unread`, whose bytes did not come, or all of them."""
