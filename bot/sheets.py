"""Files that officers sent, read when their bytes have come: tables (CSV, XLSX), and places in YAML as well."""

from __future__ import annotations

import asyncio
import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

import structlog
from openpyxl import load_workbook

from bot.domain import ledger_refusals as refusals
from bot.domain import ledger_rows, place_refusals, place_rows
from bot.domain.errors import Refused
from bot.domain.ledger_rows import Row
from bot.domain.people import Estate
from bot.ports import Clock, UnitsOfWork
from bot.ports.ledger import LedgerImport
from bot.services import ledger_import, place_import, roster
from bot.yaml_rows import rows_of_yaml

MOST_COLUMNS = 60
#: Rows that are looked at: those that may be published, the head, and empty ones between them.
MOST_LOOKED_AT = place_rows.MOST_ROWS + 1000
MOST_UNPACKED = 40 * 1024 * 1024  #: bytes of an XLSX, which is a ZIP: a small one may hold much
_MEGABYTE = 1024 * 1024

log = structlog.get_logger(__name__)


class Sheets:
    """What is done with a file that has come: nothing, unless it is a table somebody waits for."""

    def __init__(
        self, units: UnitsOfWork, estates: Mapping[str, Estate], clock: Clock, *, committed: Callable[[], None]
    ) -> None:
        self._units, self._estates, self._clock, self._committed = units, estates, clock, committed

    async def __call__(self, key: str, content: bytes) -> None:
        async with self._units.reading() as uow:
            tables = await uow.ledger.tables_waiting(key)
            files = await uow.place_trees.files_waiting(key)
        for table in tables:
            await self._table(table, content)
        for file in files:
            rows = await asyncio.to_thread(place_rows_of, file.name, content)
            now = self._clock.now()
            async with self._units.writing() as uow:
                estates = await roster.estates_now(self._estates, uow=uow, now=now)
                await place_import.read(file, rows, estates=estates, uow=uow, now=now)
        if tables or files:
            self._committed()

    async def _table(self, table: LedgerImport, content: bytes) -> None:
        """Of the ledger, unless its head says that it is of places."""
        try:
            rows: list[Row] | Refused = await asyncio.to_thread(rows_of, table.name, content)
        except Refused as refused:
            rows = refused
        now = self._clock.now()
        async with self._units.writing() as uow:
            estates = await roster.estates_now(self._estates, uow=uow, now=now)
            if not isinstance(rows, Refused) and await place_import.taken_as_a_table(
                table, rows, estates=estates, uow=uow, now=now
            ):
                return
            await ledger_import.read(table, rows, estates=estates, uow=uow, now=now)


def place_rows_of(name: str, content: bytes) -> list[Row] | Refused:
    """The cells of a file of places as text, or why it cannot be read."""
    try:
        if name.lower().endswith((".yaml", ".yml")):
            return rows_of_yaml(content)
        return rows_of(name, content)
    except refusals.NotATable:
        return place_refusals.NotPlaces()
    except refusals.TableTooBig:
        return place_refusals.PlacesTooBig(most=place_rows.MAX_BYTES // 1024)
    except refusals.TooManyRows:
        return place_refusals.TooManyPlaceRows(most=place_rows.MOST_ROWS)
    except Refused as refused:
        return refused


def rows_of(name: str, content: bytes) -> list[Row]:
    """The cells of a table as text: days as ISO 8601, sums without separators. XLSX: of the first sheet.

    Raises:
        TableTooBig: see `ledger_rows.MAX_BYTES`.
        TooManyRows: more than are looked at.
        NotATable: it is damaged, or something else.
    """
    if len(content) > ledger_rows.MAX_BYTES:
        raise refusals.TableTooBig(most=ledger_rows.MAX_BYTES // _MEGABYTE)
    if content.startswith(b"PK\x03\x04"):
        return _of_workbook(content)
    if name.lower().endswith(".xlsx"):
        raise refusals.NotATable
    return _of_csv(content)


def _few(rows: Iterable[Iterable[Any]]) -> list[Row]:
    kept: list[Row] = []
    for row in rows:
        if len(kept) >= MOST_LOOKED_AT:
            raise refusals.TooManyRows(most=ledger_rows.MOST_ROWS)
        kept.append([_text(cell) for _, cell in zip(range(MOST_COLUMNS), row, strict=False)])
    return kept


def _of_csv(content: bytes) -> list[Row]:
    text = _decoded(content)
    if "\0" in text:
        raise refusals.NotATable
    first = text.splitlines()[0] if text.strip() else ""
    comma = max((",", ";", "\t", "，"), key=first.count)
    try:
        return _few(csv.reader(io.StringIO(text, newline=""), delimiter=comma))
    except csv.Error:
        raise refusals.NotATable from None


def _decoded(content: bytes) -> str:
    """Excel writes CSV in UTF-16, in UTF-8 with a mark, or on a Chinese Windows in GB 18030."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        codecs: tuple[str, ...] = ("utf-16",)
    else:
        codecs = ("utf-8-sig", "gb18030")
    for codec in codecs:
        try:
            return content.decode(codec)
        except UnicodeDecodeError:
            continue
    raise refusals.NotATable


def _of_workbook(content: bytes) -> list[Row]:
    """What openpyxl raises over a damaged file is of many kinds, none of them documented."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise refusals.TableTooBig(most=ledger_rows.MAX_BYTES // _MEGABYTE)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        try:
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            return _few(sheet.iter_rows(values_only=True))
        finally:
            book.close()
    except Refused:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the file is none it can read
        log.info("table_damaged", reason=type(error).__name__)
        raise refusals.NotATable from None


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return str(cell)
        case datetime():
            return cell.date().isoformat() if cell.time().isoformat() == "00:00:00" else cell.isoformat(" ")
        case date():
            return cell.isoformat()
        case float():
            near = round(cell, 2)
            return f"{near:.2f}" if abs(cell - near) < 1e-6 else repr(cell)
    return str(cell)
