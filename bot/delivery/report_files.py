"""A report as a file (XLSX), a sheet for each of its tables, made when it is sent."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime

from bot.delivery.contracts import DocumentComposer, Renderer
from bot.delivery.plan_files import Printed, Reading, workbook
from bot.domain.people import Chat, Estate
from bot.messages import Attachment, Day, Line, Spot, line
from bot.ports import UnitOfWork
from bot.services import report_lines
from bot.services.report_files import DOCUMENT, Cell, ReportTables, Sheet, estate_key_of, tables_of

_WIDEST = 22  #: of a column, in half-width signs: heads say much above short numbers
_LONGEST_SHEET = 31  #: characters of a sheet's name, as spreadsheets take it


class ReportFiles:
    """Makes files of reports; of any other name it asks whoever comes next."""

    def __init__(self, renderer: Renderer, estates: Mapping[str, Estate], other: DocumentComposer) -> None:
        self._renderer, self._estates, self._other = renderer, estates, other

    async def __call__(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        if document.partition(":")[0] != DOCUMENT:
            return await self._other(document, chat=chat, uow=uow, now=now)
        estate = self._estates.get(estate_key_of(document))
        tables = await tables_of(document, estate=estate, chat=chat, uow=uow, now=now) if estate else None
        if tables is None:
            return None
        content = await asyncio.to_thread(workbook, *printed(tables, self._renderer))
        return Attachment(f"wishwell-report-{tables.reading.span.code}.xlsx", content)


def printed(tables: ReportTables, renderer: Renderer) -> list[Printed]:
    reading = Reading(renderer, tables.language)
    told = tables.reading
    title = reading.words(line("report-picture-title", estate=told.estate.name))
    made = Day(told.estate.local(tables.made_at).date())
    about = reading.words(report_lines.about(told.span, told.building))
    below = f"{about} · {reading.words(line('plan-file-made', day=made))}"
    return [_sheet(sheet, reading, title, below) for sheet in tables.sheets]


def _sheet(sheet: Sheet, reading: Reading, title: str, below: str) -> Printed:
    def cell(value: Cell) -> str:
        return reading.words(line("report-label", what=value)) if isinstance(value, Spot) else reading.cell(value)

    return Printed(
        language=reading.language,
        title=title,
        made=below,
        sheet=reading.words(Line(f"report-sheet-{sheet.name}"))[:_LONGEST_SHEET],
        columns=tuple(reading.words(Line(f"report-column-{name}")) for name in sheet.columns),
        rows=tuple(tuple((_plain(value), cell(value)) for value in row) for row in sheet.rows),
        has_sums=False,
        widest=_WIDEST,
        notes=tuple(reading.words(note) for note in sheet.notes),
    )


def _plain(value: Cell) -> int | str | None:
    """Numbers stay numbers; whatever else is put into words."""
    return value if value is None or isinstance(value, int) else ""
