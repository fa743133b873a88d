"""The ledger as a table for files, and the documents of its entries, before they are put into anybody's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain import ledger
from bot.domain.ledger import Entry, EntryFile, EntryKind
from bot.domain.people import Chat, Estate
from bot.messages import Money, Term
from bot.ports import UnitOfWork
from bot.ports.ledger import LedgerFilter
from bot.services import ledger_lines
from bot.services.plan_files import Cell

TABLE, PAPER = "ledger", "ledger-paper"  #: of the names under which a `Reply` asks for a file
#: Texts: ledger-column-number and so on.
COLUMNS = (
    *("number", "day", "kind", "category", "amount", "words", "income", "expense", "asset", "body", "who", "at"),
    *("corrects", "corrected", "reason", "files"),
)


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """`rows` and `total` by `COLUMNS`. The sums are those of the entries that stand."""

    estate: Estate
    language: str
    made_at: datetime
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...]


def table_document(estate_key: str, language: str, *, year: str, category: str) -> str:
    """The name under which a `Reply` asks for the table. `year`, `category`: "all" for all."""
    return f"{TABLE}:{language}:{year}:{category}:{estate_key}"


def paper_document(entry: Entry, position: int) -> str:
    """The name under which a `Reply` asks for a document of an entry."""
    return f"{PAPER}:{entry.id}:{position}"


def estate_key_of(document: str) -> str:
    """Of the name of a table."""
    return document.split(":", 4)[-1]


async def table_of(document: str, *, estate: Estate, chat: Chat, uow: UnitOfWork, now: datetime) -> LedgerTable | None:
    """What the table of this name holds, as things stand now. None: it is none of this chat's.

    Corrected entries are in it as well: what was said is not unsaid.
    """
    _, language, year, category, _ = document.split(":", 4)
    if not (chat.private or chat.estate_key == estate.key):
        return None
    which = LedgerFilter(int(year) if year.isdecimal() else None, None if category == ledger_lines.ALL else category)
    found = await uow.ledger.find(estate.key, which, all_versions=True)
    rows = tuple(_row(entry, estate) for entry in found)
    totals = ledger.totals([each for each in found if each.stands])
    sums = (Money(totals.income), Money(totals.expense), Money(totals.assets))
    head = (None, None, None, None, None, Term("ledger-column-total"))
    return LedgerTable(estate, language, now, rows, (*head, *sums, *(None for _ in COLUMNS[9:])))


def _row(entry: Entry, estate: Estate) -> tuple[Cell, ...]:
    draft = entry.draft
    counted: dict[EntryKind, Money] = {}
    if entry.stands and draft.cents is not None:
        counted[draft.kind] = Money(draft.cents)
    return (
        entry.number,
        draft.day,
        Term(f"ledger-kind-{draft.kind}"),
        ledger_lines.category(draft.category),
        None if draft.cents is None else Money(draft.cents),
        draft.words,
        *(counted.get(kind) for kind in (EntryKind.INCOME, EntryKind.EXPENSE, EntryKind.ASSET)),
        Term(f"body-{entry.by.body}"),
        entry.by.name,
        estate.local(entry.at).date(),
        entry.corrects,
        entry.corrected_by,
        entry.reason or None,
        len(draft.files) or None,
    )


async def paper_of(document: str, *, chat: Chat, uow: UnitOfWork) -> EntryFile | None:
    """The document of this name; None: there is none, or it is none of this chat's."""
    _, entry_id, position = document.split(":", 2)
    try:
        entry = await uow.ledger.get(int(entry_id))
    except LookupError:
        return None
    if not (chat.private or chat.estate_key == entry.estate_key) or int(position) >= len(entry.draft.files):
        return None
    return entry.draft.files[int(position)]
