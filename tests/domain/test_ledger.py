"""The open ledger: what is refused, that a chain of corrections never forks, and that the newest word alone counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import ledger, ledger_refusals
from bot.domain.ledger import (
    SHIPPED_CATEGORIES,
    Draft,
    Entry,
    EntryFile,
    EntryKind,
    EntryQuestion,
    LedgerCategory,
    Totals,
)
from bot.domain.people import Body, Estate, Speaker
from bot.domain.project_refusals import ReasonNeeded, TooMuchMoney

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, tzinfo=UTC)
QIAN = Speaker(1, "钱主任", Body.OWNERS)
WANG = Speaker(2, "王主任", Body.COMMITTEE)
DRAFT = Draft(EntryKind.INCOME, "common-income", 120_000, TODAY, "电梯广告")
ENTRY = Entry(1, "east", 1, DRAFT, QIAN, NOW)
CENTS = st.integers(1, 10**11)
KINDS = st.sampled_from(EntryKind)
OPS = st.lists(
    st.one_of(
        st.tuples(st.just("publish"), KINDS, CENTS),
        st.tuples(st.just("correct"), st.integers(0, 30), KINDS, CENTS),
        st.tuples(st.just("cancel"), st.integers(0, 30)),
    ),
    max_size=30,
)


@pytest.fixture
def estate() -> Estate:
    return Estate("east", "东园", ZoneInfo("Asia/Shanghai"), "zh", 3)


def drafted(kind: EntryKind, cents: int) -> Draft:
    return replace(DRAFT, kind=kind, cents=None if kind is EntryKind.DECISION else cents)


def published(book: list[Entry], draft: Draft, *, old: Entry | None = None, cancels: bool = False) -> None:
    """As the store does it: a further entry, and the old one knows by which it was corrected."""
    number = len(book) + 1
    entry = Entry(number, "east", number, draft, QIAN, NOW, corrects=old and old.number, cancels=cancels)
    if old is not None:
        book[old.number - 1] = replace(old, corrected_by=number)
    book.append(entry)


def newest_of(book: list[Entry], old: Entry) -> Entry:
    while old.corrected_by is not None:
        old = book[old.corrected_by - 1]
    return old


@given(ops=OPS)
def test_totals_are_those_of_the_newest_versions_and_no_chain_forks(ops) -> None:
    book: list[Entry] = []
    refused_for = []
    counts: list[Draft | None] = []  #: of each matter, what is the newest word on it
    matter_of: dict[int, int] = {}
    for what, *details in ops:
        if what == "publish":
            draft = drafted(*details)
            published(book, draft)
            matter_of[len(book)] = len(counts)
            counts.append(draft)
            continue
        if not book:
            continue
        old = book[details[0] % len(book)]
        newest = newest_of(book, old)
        try:
            if what == "cancel":
                draft = ledger.cancelled(old)
                ledger.check_corrects(old, by=QIAN, newest=newest.number)
            else:
                draft = drafted(details[1], details[2])
                ledger.correct(old, draft, by=QIAN, reason="写错了", newest=newest.number)
        except ledger_refusals.AlreadyCorrected as refused:
            refused_for.append((dict(refused.variables), old, newest))
            continue
        except ledger_refusals.SameEntry:
            continue
        assert newest is old
        published(book, draft, old=old, cancels=what == "cancel")
        matter_of[len(book)] = matter_of[old.number]
        counts[matter_of[old.number]] = draft
    for variables, old, newest in refused_for:
        assert newest.number != old.number
        assert variables == {"number": str(old.number), "newest": str(newest.number)}
    corrected = [each.corrects for each in book if each.corrects is not None]
    assert len(corrected) == len(set(corrected)), "each is corrected once at most"
    stand = ledger.newest(book)
    assert [each.draft for each in sorted(stand, key=lambda each: matter_of[each.number])] == counts
    assert all(each.stands for each in stand)
    sums = {kind: sum(each.cents or 0 for each in counts if each.kind is kind) for kind in EntryKind}
    found = ledger.totals(book)
    assert found == Totals(sums[EntryKind.INCOME], sums[EntryKind.EXPENSE], sums[EntryKind.ASSET])
    assert found.balance == sums[EntryKind.INCOME] - sums[EntryKind.EXPENSE]


def test_nothing_makes_nothing() -> None:
    assert ledger.totals(()) == Totals()
    assert Totals().balance == 0


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"category": "repair-funds"}, ledger_refusals.NotACategory),
        ({"category": "welfare"}, ledger_refusals.NotACategory),  # the committee's
        ({"cents": None}, ledger_refusals.AmountNeeded),
        ({"cents": 0}, ledger_refusals.AmountNeeded),
        ({"cents": -1, "kind": EntryKind.ASSET}, ledger_refusals.AmountNeeded),
        ({"kind": EntryKind.DECISION}, ledger_refusals.DecisionHasNoAmount),
        ({"cents": ledger.MOST_CENTS + 1}, TooMuchMoney),
        ({"day": TODAY + timedelta(days=1)}, ledger_refusals.EntryDayAhead),
        ({"day": date(1989, 12, 31)}, ledger_refusals.EntryDayTooOld),
        ({"files": tuple(EntryFile(str(n)) for n in range(11))}, ledger_refusals.TooManyFiles),
    ],
)
def test_what_cannot_be_published(changes, refusal) -> None:
    with pytest.raises(refusal):
        ledger.check(replace(DRAFT, **changes), body=Body.OWNERS, offered=SHIPPED_CATEGORIES, today=TODAY)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"kind": EntryKind.DECISION, "cents": None},
        {"kind": EntryKind.ASSET, "cents": 0},
        {"day": ledger.EARLIEST, "cents": ledger.MOST_CENTS},
        {"category": "other", "files": tuple(EntryFile(str(n)) for n in range(10))},
    ],
)
def test_what_can_be_published(changes) -> None:
    ledger.check(replace(DRAFT, **changes), body=Body.OWNERS, offered=SHIPPED_CATEGORIES, today=TODAY)


def test_a_correction_says_something_else_and_why_in_the_name_of_the_same_body() -> None:
    other = replace(DRAFT, cents=130_000)
    ledger.correct(ENTRY, other, by=QIAN, reason="少写了", newest=1)
    with pytest.raises(ReasonNeeded):
        ledger.correct(ENTRY, other, by=QIAN, reason="  ", newest=1)
    with pytest.raises(ledger_refusals.SameEntry):
        ledger.correct(ENTRY, DRAFT, by=QIAN, reason="没错", newest=1)
    with pytest.raises(ledger_refusals.NotThePublisher) as refused:
        ledger.correct(ENTRY, other, by=WANG, reason="少写了", newest=1)
    assert refused.value.variables == {"body": "owners"}


def test_a_cancelled_entry_counts_for_nothing_and_can_be_put_right_again() -> None:
    nothing = ledger.cancelled(ENTRY)
    assert nothing == replace(DRAFT, cents=0)
    assert ledger.cancelled(replace(ENTRY, draft=drafted(EntryKind.DECISION, 1))).cents is None
    gone = replace(ENTRY, id=2, number=2, draft=nothing, corrects=1, cancels=True)
    assert ledger.totals([replace(ENTRY, corrected_by=2), gone]) == Totals()
    with pytest.raises(ledger_refusals.SameEntry):
        ledger.cancelled(gone)
    ledger.correct(gone, DRAFT, by=QIAN, reason="没有弄错", newest=2)


def test_a_body_publishes_in_its_own_categories_and_config_may_name_others(estate) -> None:
    owners = [each.key for each in ledger.categories_of(estate, Body.OWNERS)]
    assert owners == ["common-income", "repair-fund", "owners-meeting", "other"]
    assert [each.key for each in ledger.categories_of(estate, Body.COMMITTEE)][:2] == ["affairs", "welfare"]
    own = replace(estate, ledger=(LedgerCategory("lift", (Body.OWNERS,), "电梯", "Lift"),))
    assert [each.key for each in ledger.categories_of(own, Body.OWNERS)] == ["lift"]
    assert ledger.categories_of(own, Body.COMMITTEE) == ()


def test_a_question_is_answered_once_by_who_published() -> None:
    asked = EntryQuestion(1, 1, 3, "", "哪家公司？", NOW)
    assert asked.is_open
    ledger.check_answer(asked, ENTRY, by=QIAN)
    with pytest.raises(ledger_refusals.NotThePublisher):
        ledger.check_answer(asked, ENTRY, by=WANG)
    with pytest.raises(ledger_refusals.EntryQuestionAnswered):
        ledger.check_answer(replace(asked, answered_at=NOW, answer="甲公司"), ENTRY, by=QIAN)
    with pytest.raises(ledger_refusals.EntryQuestionFolded):
        ledger.check_answer(replace(asked, folded=True), ENTRY, by=QIAN)
    ledger.check_ask(2)
    with pytest.raises(ledger_refusals.TooManyQuestions):
        ledger.check_ask(3)


@pytest.mark.parametrize(
    ("day", "words", "meant"),
    [
        (date(2026, 12, 30), "12月30日", date(2025, 12, 30)),
        (date(2026, 12, 30), "30 Dec", date(2025, 12, 30)),
        (date(2026, 12, 30), "30/12", date(2025, 12, 30)),
        (date(2026, 12, 30), "2026年12月30日", date(2026, 12, 30)),
        (date(2026, 3, 3), "明天", date(2026, 3, 3)),
        (date(2026, 3, 3), "tomorrow", date(2026, 3, 3)),
        (date(2026, 4, 3), "下个月3号", date(2026, 4, 3)),
        (date(2026, 3, 5), "in 3 days", date(2026, 3, 5)),
        (date(2026, 3, 1), "3月1日", date(2026, 3, 1)),
        (date(2028, 2, 29), "2月29日", date(2028, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_last_such_day(day, words, meant) -> None:
    assert ledger.last_such(day, words, today=TODAY) == meant
