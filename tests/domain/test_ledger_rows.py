"""A table of entries: its columns are found by their names, each row is an entry or says what is wrong with it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import ledger, ledger_refusals, ledger_rows
from bot.domain.errors import EmptyWords, NotADate, TooLong
from bot.domain.ledger import SHIPPED_CATEGORIES, Draft, EntryKind, LedgerCategory
from bot.domain.people import Body
from bot.domain.project_refusals import NotMoney

TODAY = date(2026, 3, 2)
HEAD = ["日期", "种类", "分类", "金额", "内容"]
GOOD = ["2026-03-01", "收入", "公共收益", "1200", "电梯广告"]
CELLS = st.text(max_size=12)


def read(*rows, body=Body.OWNERS, offered=SHIPPED_CATEGORIES):
    return ledger_rows.read(rows, body=body, offered=offered, today=TODAY)


def test_columns_stand_in_any_order_and_language_and_others_are_passed_over() -> None:
    sheet = read(
        ["编号", "Description", "AMOUNT (yuan)", "種類", "Category", "日期", "日期"],
        ["7", "电梯广告", "1,200.50", "收入", "Common Income", "2026年3月1日", "x"],
        [],
        ["8", "选新一届", "", "decision", "owners-meeting", "12月30日"],
    )
    assert sheet.problems == ()
    assert sheet.drafts == (
        Draft(EntryKind.INCOME, "common-income", 120_050, date(2026, 3, 1), "电梯广告"),
        Draft(EntryKind.DECISION, "owners-meeting", None, date(2025, 12, 30), "选新一届"),
    )


@pytest.mark.parametrize(
    ("at", "cell", "refusal"),
    [
        (0, "", NotADate),
        (0, "2026-02-30", NotADate),
        (0, "2026-03-03", ledger_refusals.EntryDayAhead),
        (0, "1980-01-01", ledger_refusals.EntryDayTooOld),
        (1, "转移", ledger_refusals.NotAnEntryKind),
        (1, "决定", ledger_refusals.DecisionHasNoAmount),
        (2, "公益金", ledger_refusals.NotACategory),
        (3, "", ledger_refusals.AmountNeeded),
        (3, "-5", NotMoney),
        (3, "1.234", NotMoney),
        (4, " ", EmptyWords),
        (4, "字" * 1001, TooLong),
    ],
)
def test_a_bad_row_is_named_and_the_others_stand(at, cell, refusal) -> None:
    bad = [*GOOD[:at], cell, *GOOD[at + 1 :]]
    sheet = read(HEAD, GOOD, bad, GOOD)
    assert len(sheet.drafts) == 2
    (problem,) = sheet.problems
    assert (problem.row, type(problem.refused)) == (3, refusal)


def test_own_categories_go_by_their_names() -> None:
    own = (LedgerCategory("lift-fund", (Body.OWNERS,), "电梯基金", "Lift fund"),)
    for name in ("电梯基金", "電梯基金", "lift FUND", "lift-fund"):
        sheet = read(HEAD, [*GOOD[:2], name, *GOOD[3:]], offered=own)
        assert [each.category for each in sheet.drafts] == ["lift-fund"]


@pytest.mark.parametrize(
    ("rows", "refusal"),
    [
        ((), ledger_refusals.TableEmpty),
        (([" "], [""]), ledger_refusals.TableEmpty),
        ((HEAD,), ledger_refusals.TableEmpty),
        ((GOOD, GOOD), ledger_refusals.NoTableHead),
        ((HEAD, *([GOOD] * 201)), ledger_refusals.TooManyRows),
    ],
)
def test_what_is_no_table_of_entries(rows, refusal) -> None:
    with pytest.raises(refusal):
        read(*rows)
    assert len(read(HEAD, *([GOOD] * 200)).drafts) == 200


@given(rows=st.lists(st.lists(CELLS, max_size=7), max_size=8))
def test_whatever_stands_in_a_row_it_is_an_entry_or_a_problem(rows) -> None:
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return
    sheet = read(HEAD, *rows)
    assert len(sheet.drafts) + len(sheet.problems) == len(filled)
    for draft in sheet.drafts:
        ledger.check(draft, body=Body.OWNERS, offered=SHIPPED_CATEGORIES, today=TODAY)
