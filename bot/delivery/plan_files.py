"""Files of the plan, made when they are sent: a table (XLSX) and a page to print (HTML), in the reader's language."""

from __future__ import annotations

import asyncio
import html
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.delivery.contracts import DocumentComposer, Renderer
from bot.domain.people import Chat, Estate
from bot.messages import Attachment, Day, Line, Money, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services.plan_files import COLUMNS, DOCUMENT, MONEY_COLUMNS, Cell, Table, table_of
from bot.texts.fitting import clean, columns, plain

_CENTS = 100  #: in a yuan
_WIDEST, _NARROWEST = 50, 8  #: columns of a sheet, in half-width signs

#: Of the page: black on white on any printer, a row never cut in two, the head again on each sheet.
_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 2em; color: #111; }
h1 { font-size: 1.5em; margin: 0 0 .2em; }
p { margin: 0 0 1em; color: #444; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: .35em .5em; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; }
td.money { text-align: right; white-space: nowrap; overflow-wrap: normal; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
tfoot td { font-weight: bold; }
tfoot { display: table-row-group; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; font-size: 11px; } }
""".strip()


class PlanFiles:
    """Makes files of the plan; of any other name it asks whoever comes next."""

    def __init__(self, renderer: Renderer, estates: Mapping[str, Estate], other: DocumentComposer) -> None:
        self._renderer, self._estates, self._other = renderer, estates, other

    async def __call__(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        if document.partition(":")[0] != DOCUMENT:
            return await self._other(document, chat=chat, uow=uow, now=now)
        estate = self._estates.get(document.split(":", 3)[-1])
        table = await table_of(document, estate=estate, chat=chat, uow=uow, now=now) if estate else None
        if table is None:
            return None
        make = workbook if table.kind == "xlsx" else page
        content = await asyncio.to_thread(make, printed(table, self._renderer))
        day = table.estate.local(table.made_at).date()
        return Attachment(f"wishwell-plan-{day.isoformat()}.{table.kind}", content)


@dataclass(frozen=True, slots=True)
class Printed:
    """A table in a reader's language: each cell as it is, and as it is read. `has_sums`: they are the last row."""

    language: str
    title: str
    made: str
    sheet: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Cell, str], ...], ...]
    has_sums: bool = True
    notes: tuple[str, ...] = ()  #: below the table
    widest: int = _WIDEST  #: of a column


@dataclass(frozen=True, slots=True)
class Reading:
    """Puts cells into words; not in a thread, since days are written by a clock that other threads cannot ask."""

    renderer: Renderer
    language: str

    def words(self, said: Line) -> str:
        return plain(self.renderer.render(Reply((said,)), language=self.language).text)

    def cell(self, cell: Cell) -> str:
        match cell:
            case None:
                return ""
            case Term():
                return self.words(Line(cell.key, dict(cell.args)))
            case Money():
                return self.words(line("plan-file-money", amount=cell))
            case date():
                return self.words(line("plan-file-day", day=Day(cell)))
        return clean(str(cell))

    def row(self, row: Sequence[Cell]) -> tuple[tuple[Cell, str], ...]:
        return tuple((cell, self.cell(cell)) for cell in row)


def printed(table: Table, renderer: Renderer) -> Printed:
    reading = Reading(renderer, table.language)
    words = reading.words
    return Printed(
        language=table.language,
        title=words(line("plan-file-title", estate=table.estate.name)),
        made=words(line("plan-file-made", day=Day(table.estate.local(table.made_at).date()))),
        sheet=words(line("plan-file-sheet"))[:31],
        columns=tuple(words(Line(f"plan-column-{name}")) for name in COLUMNS),
        rows=tuple(reading.row(row) for row in (*table.rows, table.total)),
    )


# ---- a table --------------------------------------------------------------------------------------------------------


def workbook(*tables: Printed) -> bytes:
    """A sheet each. Sums are numbers, days are days; nothing that people wrote is ever a formula."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet), "a new workbook has a sheet"
    for at, table in enumerate(tables):
        _fill(book.create_sheet() if at else first, table)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _fill(sheet: Worksheet, table: Printed) -> None:
    sheet.title = table.sheet
    _put(sheet.cell(1, 1), table.title).font = Font(bold=True, size=14)
    _put(sheet.cell(2, 1), table.made)
    for at, name in enumerate(table.columns, start=1):
        head = _put(sheet.cell(4, at), name)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="EEEEEE")
        head.alignment = Alignment(wrap_text=True, vertical="top")
    for row, cells in enumerate(table.rows, start=5):
        for at, (cell, read) in enumerate(cells, start=1):
            _put_cell(sheet.cell(row, at), cell, read)
    if table.has_sums:
        for at in range(1, len(table.columns) + 1):
            sheet.cell(4 + len(table.rows), at).font = Font(bold=True)
    _fit(sheet, len(table.columns), widest=table.widest)
    for at, note in enumerate(table.notes, start=6 + len(table.rows)):
        _put(sheet.cell(at, 1), note)
    sheet.freeze_panes = "C5" if table.has_sums else "B5"
    sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = "landscape", 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "4:4"


def _put(cell: SheetCell | MergedCell, text: str) -> SheetCell:
    """Words as words: a sign that begins a formula begins none here, also where it is copied from."""
    assert isinstance(cell, SheetCell), "nothing is merged here"
    cell.value = clean(text)
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@", "＝", "＋", "－", "＠"):
        cell.quotePrefix = True
    return cell


def _put_cell(cell: SheetCell | MergedCell, value: Cell, read: str) -> None:
    assert isinstance(cell, SheetCell), "nothing is merged here"
    match value:
        case None:
            return
        case Money():
            cell.value, cell.number_format = value.cents / _CENTS, "#,##0.00"
        case date():
            cell.value, cell.number_format = value, "yyyy-mm-dd"
        case int():
            cell.value = value
        case _:
            _put(cell, read).alignment = Alignment(wrap_text=True, vertical="top")


def _fit(sheet: Worksheet, count: int, *, widest: int) -> None:
    """Columns as wide as what stands in them; a Chinese sign takes two."""
    for at in range(1, count + 1):
        texts = [_shown(sheet.cell(row, at)) for row in range(4, sheet.max_row + 1)]
        needed = max(columns(text) for text in texts) + 2
        sheet.column_dimensions[get_column_letter(at)].width = min(max(needed, _NARROWEST), widest)


def _shown(cell: SheetCell | MergedCell) -> str:
    if isinstance(cell.value, float):
        return f"{cell.value:,.2f}"
    return "" if cell.value is None else str(cell.value)[:10] if isinstance(cell.value, date) else str(cell.value)


# ---- a page to print ------------------------------------------------------------------------------------------------


def page(table: Printed) -> bytes:
    """One file without anything from elsewhere; whatever people wrote is words, never markup."""
    title, made = (html.escape(text) for text in (table.title, table.made))
    head = "".join(f"<th>{html.escape(name)}</th>" for name in table.columns)
    rows = "\n".join(_page_row(cells) for cells in table.rows[:-1])
    return f"""<!DOCTYPE html>
<html lang="{html.escape(table.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{_STYLE}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{made}</p>
<table>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody>
<tfoot>{_page_row(table.rows[-1])}</tfoot>
</table>
</body>
</html>
""".encode()


def _page_row(cells: tuple[tuple[Cell, str], ...]) -> str:
    shown = []
    for name, (_, read) in zip(COLUMNS, cells, strict=True):
        kind = ' class="money"' if name in MONEY_COLUMNS else ""
        shown.append(f"<td{kind}>{html.escape(read)}</td>")
    return f"<tr>{''.join(shown)}</tr>"
