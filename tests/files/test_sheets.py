"""Tables as they come: CSV of every make, XLSX, and what is neither."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from bot import sheets
from bot.domain import ledger_refusals, ledger_rows


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("comma", [",", ";", "\t"])
def test_a_csv_is_read_whoever_wrote_it(codec: str, comma: str) -> None:
    text = comma.join(("日期", "内容")) + "\r\n" + comma.join(("3月1日", '"灯，管\n""亮"""')) + "\r\n"
    assert sheets.rows_of("三月.csv", text.encode(codec)) == [["日期", "内容"], ["3月1日", '灯，管\n"亮"']]


def test_a_workbooks_cells_are_text_days_and_sums() -> None:
    content = workbook(
        ["日期", 7, 1200.5, 0.1 + 0.2, 1.005, True, None, date(2026, 3, 1), datetime(2026, 3, 1, 12, 30), "=1+1"],  # noqa: DTZ001 - sheets know no zones
    )
    (row,) = sheets.rows_of("x.xlsx", content)
    assert row[:9] == ["日期", "7", "1200.50", "0.30", "1.005", "True", "", "2026-03-01", "2026-03-01 12:30:00"]
    assert row[9] == "", "a formula whose value nobody computed"
    assert sheets.rows_of("x.csv", content) == [row], "whatever it is called"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.xlsx", b"date,words"),
        ("x.xlsx", b"PK\x03\x04"),
        ("x.xlsx", b""),
        ("x.csv", b"a\x00b"),
        ("x.csv", b"\xff\xfea"),
        ("x.csv", b"\x89PNG\r\n\x1a\n\x00"),
        ("x.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)),  # an XLS of long ago
    ],
)
def test_what_is_no_table(name: str, content: bytes) -> None:
    with pytest.raises(ledger_refusals.NotATable):
        sheets.rows_of(name, content)


def test_a_zip_that_is_no_workbook_and_one_that_unpacks_to_too_much() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", "x")
    with pytest.raises(ledger_refusals.NotATable):
        sheets.rows_of("x.xlsx", kept.getvalue())
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", bytes(sheets.MOST_UNPACKED + 1))
    with pytest.raises(ledger_refusals.TableTooBig):
        sheets.rows_of("x.xlsx", kept.getvalue())


def test_tables_that_are_too_big_or_too_long() -> None:
    with pytest.raises(ledger_refusals.TableTooBig):
        sheets.rows_of("x.csv", bytes(ledger_rows.MAX_BYTES + 1))
    with pytest.raises(ledger_refusals.TooManyRows):
        sheets.rows_of("x.csv", b"a,b\n" * (sheets.MOST_LOOKED_AT + 1))
    wide = ",".join("a" * 100) + "\n"
    assert [len(row) for row in sheets.rows_of("x.csv", wide.encode())] == [sheets.MOST_COLUMNS]
