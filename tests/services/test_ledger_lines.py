"""The open ledger at its longest still is one message, in both languages; and its buttons keep within 64 bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain import ledger, ledger_refusals, ledger_rows
from bot.domain.buttons import MAX_BYTES
from bot.domain.ledger import Draft, Entry, EntryFile, EntryKind, EntryQuestion, LedgerCategory, Totals
from bot.domain.ledger_rows import Problem, Sheet
from bot.domain.people import Body, Estate, Speaker
from bot.messages import Reply
from bot.ports.ledger import LedgerFilter, LedgerImport
from bot.services import ledger_import, ledger_lines
from bot.services.ledger import PAGE, Page, View
from bot.texts.catalog import Catalog
from bot.texts.renderer import Renderer

AT = datetime(2026, 3, 2, tzinfo=UTC)
LONG = "字" * ledger.MAX_WORDS_CHARS
QIAN = Speaker(1, "钱" * 60, Body.OWNERS)
FILES = tuple(EntryFile(str(n), f"{n}.pdf") for n in range(ledger.MOST_FILES))
DRAFT = Draft(EntryKind.EXPENSE, "repair-fund", ledger.MOST_CENTS - 1, date(2025, 12, 30), LONG, FILES)
ENTRY = Entry(1, "east", 10**8, DRAFT, QIAN, AT, corrects=10**8 - 1, reason="因" * ledger.MAX_REASON_CHARS)
ASKED = EntryQuestion(
    *(1, 1, 1, "王" * 60, "问" * ledger.MAX_QUESTION_CHARS, AT),
    answer="答" * ledger.MAX_ANSWER_CHARS,
    answered_at=AT,
    answered_by=QIAN,
)
ESTATE = Estate("east", "东" * 60, ZoneInfo("Asia/Shanghai"), "zh", 3)
VIEW = View(ENTRY, [ENTRY] * 30, [ASKED] * 50, folded=3)


@pytest.fixture(params=["zh", "zh-Hant", "en"])
def language(request) -> str:
    return str(request.param)


def is_one_message(reply: Reply, language: str) -> None:
    rendered = Renderer(Catalog.load(strict=True), "wishwell_bot").render(reply, language=language)
    assert len(rendered.text) <= 4096
    assert len(rendered.buttons) <= 16
    assert all(len((button.data or "").encode()) <= MAX_BYTES for row in rendered.buttons for button in row)


def page(which: LedgerFilter) -> Page:
    keys = [f"category-{n:07}" for n in range(16)]
    years = list(range(2026, 1996, -1))
    totals = Totals(ledger.MOST_CENTS * 200, ledger.MOST_CENTS * 400, ledger.MOST_CENTS)
    return Page(ESTATE, [ENTRY] * PAGE, which, totals, 3, 9, 70, years, keys)


@pytest.mark.parametrize(
    "which",
    [LedgerFilter(), LedgerFilter(1990, "gone-by-now-0001"), LedgerFilter(words="灯" * 60), LedgerFilter(words="a:b")],
)
def test_a_page_of_the_list(which: LedgerFilter, language: str) -> None:
    for private in (True, False):
        is_one_message(ledger_lines.page_of(page(which), private=private), language)


def test_words_that_no_button_can_bear_have_no_pages_to_turn() -> None:
    assert ledger_lines.list_data(LedgerFilter(words="灯" * 60), 1) is None
    assert ledger_lines.list_data(LedgerFilter(words="a:b"), 1) is None
    assert ledger_lines.list_data(LedgerFilter(2026, "repair-fund", "电梯"), 12) == "ledger:2026:repair-fund:12:电梯"


def test_an_entry_its_history_and_its_questions(language: str) -> None:
    is_one_message(Reply(ledger_lines.view_lines(VIEW, zone="Asia/Shanghai")), language)
    is_one_message(ledger_lines.history(VIEW, zone="Asia/Shanghai"), language)
    for number in (0, 7, 99):
        is_one_message(ledger_lines.questions(VIEW, number), language)
    is_one_message(ledger_lines.asked(ENTRY, ASKED), language)
    is_one_message(ledger_lines.answered(ENTRY, ASKED), language)


def test_what_is_wrong_with_a_table(language: str) -> None:
    wrong = ledger_refusals.NotACategory(words="类" * 40)
    sheet = Sheet((DRAFT,) * ledger_rows.MOST_ROWS, tuple(Problem(n, wrong) for n in range(ledger_rows.MOST_ROWS)))
    table = LedgerImport(10**12, "east", 1, 1, "zh", "表" * 100, None, file="k")
    offered = ledger.categories_of(ESTATE, Body.OWNERS)
    is_one_message(ledger_import.look(table, sheet, again=200, offered=offered), language)
    is_one_message(ledger_import.look(table, replace(sheet, drafts=()), again=0, offered=offered), language)


def test_own_categories_go_by_their_names_and_one_that_is_listed_no_more_by_its_key() -> None:
    own = (LedgerCategory("lift-fund", (Body.OWNERS,), "电梯基金", "Lift {fund}"),)
    catalog = Catalog.load(categories=own, strict=True)
    key = ledger_lines.category("lift-fund").key
    assert [catalog.text(key, {}, each) for each in ("zh", "zh-Hant", "en")] == ["电梯基金", "電梯基金", "Lift {fund}"]
    assert catalog.text(ledger_lines.category("repair-fund").key, {}, "zh") == "维修资金"
    assert "old-fund" in catalog.text(ledger_lines.category("old-fund").key, {}, "zh")
