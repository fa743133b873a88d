"""A table of entries as people send it: which column is which, what each row says, and what is wrong with it. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain import dates, ledger, money, wishes
from bot.domain import ledger_refusals as refusals
from bot.domain.errors import EmptyWords, NotADate, Refused
from bot.domain.ledger import Draft, EntryKind, LedgerCategory
from bot.domain.ledger_words import CATEGORY_WORDS, KIND_WORDS
from bot.domain.people import Body
from bot.domain.script import simplified

MOST_ROWS = 200
MAX_BYTES = 2 * 1024 * 1024
ENDINGS = (".csv", ".xlsx")
GIVE_UP_AFTER = timedelta(minutes=10)  #: when the bytes of a file did not come
KEPT_FOR = timedelta(days=1)  #: what nobody publishes

#: By the name of each column, as it stands in the first row of a table; the first is the one that an export has.
COLUMNS: dict[str, tuple[str, ...]] = {
    "day": ("日期", "时间", "date", "day"),
    "kind": ("种类", "类型", "收支", "kind", "type"),
    "category": ("分类", "科目", "类别", "category"),
    "amount": ("金额", "金额(元)", "金额元", "元", "amount", "amount (yuan)", "sum"),
    "words": ("内容", "摘要", "说明", "事由", "words", "description", "what", "text"),
}
NEEDED = ("day", "kind", "category", "words")  #: a table of decisions alone needs no sums
_ISO = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Problem:
    row: int  #: as the table counts it, the head is 1
    refused: Refused


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a table comes to: entries that could be published, in its order, and rows that could not."""

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def read(rows: Sequence[Row], *, body: Body, offered: Sequence[LedgerCategory], today: date) -> Sheet:
    """Read a table whose first row that is not empty names the columns. Empty rows are passed over.

    Raises:
        TableEmpty: there is no row below the head.
        NoTableHead: columns that are needed are missing.
        TooManyRows: more than `MOST_ROWS`.
    """
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell.strip() for cell in row)]
    if not filled:
        raise refusals.TableEmpty
    (_, head), *below = filled
    columns = _columns(head)
    if missing := [name for name in NEEDED if name not in columns]:
        raise refusals.NoTableHead(columns="、".join(COLUMNS[name][0] for name in missing))
    if not below:
        raise refusals.TableEmpty
    if len(below) > MOST_ROWS:
        raise refusals.TooManyRows(most=MOST_ROWS)
    drafts, problems = [], []
    for number, row in below:
        cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
        try:
            draft = _draft(cells, offered=offered, today=today)
            ledger.check(draft, body=body, offered=offered, today=today)
        except Refused as refused:
            problems.append(Problem(number, refused))
        else:
            drafts.append(draft)
    return Sheet(tuple(drafts), tuple(problems))


def _columns(head: Row) -> dict[str, int]:
    """Where each column stands that is known; the first of two with one name."""
    found: dict[str, int] = {}
    for at, cell in enumerate(head):
        for name, names in COLUMNS.items():
            if _folded(cell) in map(_folded, names):
                found.setdefault(name, at)
    return found


def _folded(words: str) -> str:
    return " ".join(simplified(unicodedata.normalize("NFKC", words)).casefold().split())


def _draft(cells: dict[str, str], *, offered: Sequence[LedgerCategory], today: date) -> Draft:
    if not cells["words"]:
        raise EmptyWords
    kind = _kind(cells["kind"])
    amount = cells.get("amount", "")
    cents = money.parse(amount, zero=True) if amount else None
    return Draft(
        kind=kind,
        category=_category(cells["category"], offered),
        cents=cents,
        day=_day(cells["day"], today),
        words=wishes.clean_words(cells["words"], max_chars=ledger.MAX_WORDS_CHARS),
    )


def _kind(words: str) -> EntryKind:
    said = _folded(words)
    for kind, names in KIND_WORDS.items():
        if said == kind.value or said in names:
            return kind
    raise refusals.NotAnEntryKind(words=words[:40])


def _category(words: str, offered: Sequence[LedgerCategory]) -> str:
    category = category_named(words, offered)
    if category is None:
        raise refusals.NotACategory(words=words[:40])
    return category


def category_named(words: str, offered: Sequence[LedgerCategory]) -> str | None:
    """The key of the category that people call so, in any language; None: nobody does."""
    said = _folded(words)
    for each in offered:
        own = [_folded(name) for name in (each.zh, each.en) if name]
        if said in (each.key, *own, *CATEGORY_WORDS.get(each.key, ())):
            return each.key
    return None


def _day(words: str, today: date) -> date:
    """With its year first, or as people write days; without a year the last such day.

    Raises:
        NotADate: it is none.
    """
    said = unicodedata.normalize("NFKC", words).strip()
    try:
        if found := _ISO.fullmatch(said):
            return date(int(found[1]), int(found[2]), int(found[3]))
        day = dates.parse_day(said, today=today, month_first=True)
    except ValueError:
        day = None
    if day is None:
        raise NotADate(words=words[:40])
    return ledger.last_such(day, said, today=today)
