"""Reports: percentiles, waiting times with what still waits, reach, stairwells, and the time they are about."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import report_refusals, report_spans, reports
from bot.domain.filed_for import Way
from bot.domain.people import Body, Estate
from bot.domain.promises import Fate
from bot.domain.report_spans import Named, Span
from bot.domain.reports import FEW, Facts, Filed, Met, Reach, Spread, Stairwell, VerdictCounts, Wait
from bot.domain.tallies import Tally
from bot.domain.triage import Matter
from bot.domain.wishes import Category, Kind

NINE = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  #: a Monday, in Shanghai
ESTATE = Estate("garden", "花园小区", ZoneInfo("Asia/Shanghai"), "zh", 3)
TODAY = date(2026, 3, 12)

hours = st.integers(0, 24 * 40)
values = st.lists(st.integers(0, 500), min_size=1, max_size=60)


def filed(
    began: datetime = NINE,
    *,
    heard: int | None = None,
    decided: int | None = None,
    is_over: bool = False,
    **more: object,
) -> Filed:
    """`heard`, `decided`: hours after it began."""
    wish = Filed(
        Kind.WANT, Matter.DEMAND, Category.REPAIR, "3", None, began,
        None if heard is None else began + timedelta(hours=heard),
        None if decided is None else began + timedelta(hours=decided),
        is_over,
    )  # fmt: skip
    return replace(wish, **more)  # type: ignore[arg-type]


def heard(wishes: list[Filed], *, now: datetime = NINE + timedelta(days=60)) -> Spread:
    return reports.waits(wishes, lambda each: each.heard_at, estate=ESTATE, now=now)


# ---- percentiles ----------------------------------------------------------------------------------------------------


@given(values, st.integers(1, 100))
def test_a_percentile_is_one_of_them_and_the_smallest_that_so_many_do_not_exceed(
    found: list[int], percent: int
) -> None:
    at = reports.percentile(found, percent)
    assert at in found
    assert 100 * sum(each <= at for each in found) >= percent * len(found)
    assert 100 * sum(each < at for each in found) < percent * len(found)
    assert at == reports.percentile(sorted(found, reverse=True), percent)
    assert reports.percentile(found, 100) == max(found)


def test_the_median_by_nearest_rank() -> None:
    assert reports.percentile([4, 1, 3, 2], 50) == 2
    assert reports.percentile([5, 1, 3, 2, 4], 50) == 3
    assert reports.percentile(list(range(1, 11)), 90) == 9
    with pytest.raises(ValueError, match="nothing"):
        reports.percentile([], 50)


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_share_is_never_rounded_to_none_or_all(part: int, others: int) -> None:
    percent = reports.share(part, part + others)
    if part + others < FEW:
        assert percent is None
        return
    assert percent is not None
    assert (percent == 0) == (part == 0)
    assert (percent == 100) == (others == 0)
    assert abs(percent - 100 * part / (part + others)) <= 1


# ---- waiting --------------------------------------------------------------------------------------------------------


def test_working_days_and_hours_from_filing() -> None:
    friday = NINE + timedelta(days=4)
    spread = heard([filed(friday, heard=3), filed(friday, heard=72), filed(NINE, heard=24)])
    assert spread.came == (Wait(0, 3), Wait(1, 72), Wait(1, 24)), "a weekend has no working days"


@given(st.lists(st.tuples(hours, st.none() | hours, st.booleans()), max_size=30), hours)
def test_each_demand_came_waits_or_is_over_and_none_is_hidden(
    wishes: list[tuple[int, int | None, bool]], later: int
) -> None:
    now = NINE + timedelta(hours=24 * 40 + later)
    found = [filed(NINE + timedelta(hours=at), heard=took, is_over=over) for at, took, over in wishes]
    spread = heard(found, now=now)
    assert len(spread.came) == sum(took is not None for _, took, _ in wishes)
    assert len(spread.waiting) == sum(took is None and not over for _, took, over in wishes)
    assert len(spread.came) + len(spread.waiting) + spread.over == len(wishes)
    assert [each.hours for each in spread.came] == [took for _, took, _ in wishes if took is not None]
    assert all(0 <= each.workdays <= each.hours / 24 + 1 for each in (*spread.came, *spread.waiting))
    if spread.is_enough:
        median, ninety = spread.at(50), spread.at(90)
        assert median.workdays <= ninety.workdays
        assert median.hours <= ninety.hours
        assert spread.waiting_beyond_median <= len(spread.waiting)
    else:
        assert spread.waiting_beyond_median == 0
    if spread.waiting:
        assert spread.longest_waiting.hours == max(each.hours for each in spread.waiting)


@given(st.lists(st.tuples(hours, hours), min_size=1, max_size=20))
def test_the_calendar_counts_as_the_estates_clock_does(found: list[tuple[int, int]]) -> None:
    spread = heard([filed(NINE + timedelta(hours=at), heard=took) for at, took in found], now=NINE + timedelta(days=90))
    for (at, took), wait in zip(found, spread.came, strict=True):
        began, ended = (ESTATE.local(NINE + timedelta(hours=n)).date() for n in (at, at + took))
        days = [began + timedelta(days=n) for n in range(1, (ended - began).days + 1)]
        assert wait.workdays == sum(day.weekday() < 5 for day in days)


def test_talk_and_numbers_have_no_clock() -> None:
    assert heard([filed(matter=Matter.TALK), filed(matter=Matter.EXPRESSION), filed(matter=None)]) == Spread()


def test_heard_before_it_became_a_demand_is_no_waiting() -> None:
    became = replace(filed(NINE + timedelta(days=3)), heard_at=NINE)
    assert heard([became]).came == (Wait(0, 0),)


# ---- people and places ----------------------------------------------------------------------------------------------


def test_who_is_known_in_two_groups_counts_once() -> None:
    met = [Met(1, "3", 7, False, True), Met(2, "5", 7, True, False), Met(1, "3", 8, False, False)]
    assert reports.reach(met) == Reach(2, 1, 1)
    assert reports.reach(met[:1]) == Reach(1, 0, 1)


wells = st.lists(
    st.builds(Stairwell, st.sampled_from(["3", "5", "12", "B"]), st.none() | st.sampled_from("123")), max_size=9
)


@given(wells, wells)
def test_silent_are_those_that_nothing_came_from(known: list[Stairwell], spoke: list[Stairwell]) -> None:
    found = reports.silent([*known, *spoke], spoke)
    assert not set(found) & set(spoke)
    assert len(set(found)) == len(found)
    for each in known:
        assert each.unit is None or (each in found) or Stairwell(each.building) in found or each in spoke
    spoken = {each.building for each in spoke}
    assert {each.building for each in found if each.unit is None} == {each.building for each in known} - spoken


def test_silent_in_order() -> None:
    known = [Stairwell("12", "1"), Stairwell("3", "2"), Stairwell("3", "1"), Stairwell("5"), Stairwell("5", "1")]
    assert reports.silent(known, [Stairwell("3", None)]) == (
        Stairwell("3", "1"),
        Stairwell("3", "2"),
        Stairwell("5"),
        Stairwell("12"),
    )


# ---- the whole ------------------------------------------------------------------------------------------------------

some = st.lists(
    st.builds(
        Filed,
        st.sampled_from(Kind),
        st.none() | st.sampled_from(Matter),
        st.none() | st.sampled_from((Category.REPAIR, Category.NOISE, Category("lift"))),
        st.none() | st.sampled_from(("3", "12", "A")),
        st.none() | st.sampled_from(Way),
        hours.map(lambda n: NINE + timedelta(hours=n)),
        st.none() | hours.map(lambda n: NINE + timedelta(hours=n + 960)),
        st.none(),
        st.booleans(),
    ),
    max_size=40,
)


@given(some)
def test_every_wish_is_in_every_cut_once(wishes: list[Filed]) -> None:
    facts = Facts(wishes, Tally(), {}, VerdictCounts(), (), (), ())
    report = reports.report_of(facts, estate=ESTATE, now=NINE + timedelta(days=90))
    for parts in (report.kinds, report.matters, report.categories, report.places):
        assert sum(each.filed for each in parts) == len(wishes)
        assert sum(each.for_others for each in parts) == report.whole.for_others
        assert sum(len(each.heard.came) for each in parts) == len(report.whole.heard.came)
        assert sum(len(each.heard.waiting) for each in parts) == len(report.whole.heard.waiting)
        assert all(each.filed for each in parts)
    assert [each.by for each in report.places] == [
        name for name in ("3", "12", "A", None) if any(wish.building == name for wish in wishes)
    ]


def test_promises_are_counted_by_body_and_only_of_days_within() -> None:
    told = [
        (date(2026, 3, 1), Body.PROPERTY, Fate.KEPT),
        (date(2026, 3, 31), Body.PROPERTY, Fate.MISSED),
        (date(2026, 4, 1), Body.PROPERTY, Fate.KEPT),
        (date(2026, 3, 9), Body.COMMITTEE, Fate.KEPT),
    ]
    counted = reports.promises_within(Span(date(2026, 3, 1), date(2026, 3, 31)), told)
    assert counted == {Body.COMMITTEE: {Fate.KEPT: 1}, Body.PROPERTY: {Fate.KEPT: 1, Fate.MISSED: 1}}


def test_a_report_is_of_one_estate_and_ranks_none() -> None:
    """Whatever it is made of, nothing in it names an estate: there is nothing to rank."""
    names = {
        each.name for kind in (reports.Report, reports.Cut, Facts, Filed, VerdictCounts, Met) for each in fields(kind)
    }
    assert not [name for name in names if "estate" in name]


# ---- the time -------------------------------------------------------------------------------------------------------

days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@given(days, days, st.sampled_from(Named))
def test_a_named_span_ends_by_today(today: date, beginning: date, named: Named) -> None:
    span = report_spans.span_of(named, today=today, beginning=beginning)
    assert span.first <= span.last <= today
    assert report_spans.of_code(span.code) == span
    if named is Named.LAST_MONTH:
        assert (span.last + timedelta(days=1)).day == 1
        assert span.first.day == 1
        assert today - span.last <= timedelta(days=31)
    elif named is not Named.EVER:
        assert span.last == today


@given(days, st.integers(0, 400), st.sampled_from(("Asia/Shanghai", "Europe/Berlin", "America/New_York")))
def test_the_moments_of_a_span_are_whole_days(first: date, length: int, zone: str) -> None:
    where = ZoneInfo(zone)
    since, until = Span(first, first + timedelta(days=length)).moments(where)
    assert since.astimezone(where).date() == first
    assert (until - timedelta(seconds=1)).astimezone(where).date() == first + timedelta(days=length)
    assert until.astimezone(where).date() == first + timedelta(days=length + 1)


@pytest.mark.parametrize(
    ("words", "first", "last", "building"),
    [
        ("上个月", (2026, 2, 1), (2026, 2, 28), None),
        ("上個月", (2026, 2, 1), (2026, 2, 28), None),
        ("本月", (2026, 3, 1), (2026, 3, 12), None),
        ("这个季度", (2026, 1, 1), (2026, 3, 12), None),
        ("去年", (2025, 1, 1), (2025, 12, 31), None),
        ("2025年", (2025, 1, 1), (2025, 12, 31), None),
        ("一季度", (2026, 1, 1), (2026, 3, 12), None),
        ("去年四季度", (2025, 10, 1), (2025, 12, 31), None),
        ("Q2", (2025, 4, 1), (2025, 6, 30), None),
        ("2月", (2026, 2, 1), (2026, 2, 28), None),
        ("5月份", (2025, 5, 1), (2025, 5, 31), None),
        ("十二月", (2025, 12, 1), (2025, 12, 31), None),
        ("2025年3月", (2025, 3, 1), (2025, 3, 31), None),
        ("2025-11", (2025, 11, 1), (2025, 11, 30), None),
        ("March", (2026, 3, 1), (2026, 3, 12), None),
        ("May 2025", (2025, 5, 1), (2025, 5, 31), None),
        ("3月1日到3月10日", (2026, 3, 1), (2026, 3, 10), None),
        ("3月10日到3月1日", (2026, 3, 1), (2026, 3, 10), None),
        ("3月1日 3月10日", (2026, 3, 1), (2026, 3, 10), None),
        ("12月1日至2月10日", (2025, 12, 1), (2026, 2, 10), None),
        ("2026-03-01 2026-03-10", (2026, 3, 1), (2026, 3, 10), None),
        ("2026-03-01 - 2026-03-10", (2026, 3, 1), (2026, 3, 10), None),
        ("from 1 March to 10 March", (2026, 3, 1), (2026, 3, 10), None),
        ("3月1日到3月31日", (2026, 3, 1), (2026, 3, 12), None),
        ("昨天", (2026, 3, 11), (2026, 3, 11), None),
        ("3号楼 上个月", (2026, 2, 1), (2026, 2, 28), "3"),
        ("上个月3号楼", (2026, 2, 1), (2026, 2, 28), "3"),
        ("last month, building 12", (2026, 2, 1), (2026, 2, 28), "12"),
        ("全部", (2025, 11, 5), (2026, 3, 12), None),
    ],
)  # fmt: skip
def test_times_and_places_in_words(
    words: str, first: tuple[int, int, int], last: tuple[int, int, int], building: str | None
) -> None:
    wanted = report_spans.read(words, today=TODAY, beginning=date(2025, 11, 5))
    assert wanted == report_spans.Wanted(Span(date(*first), date(*last)), building)


def test_no_words_and_a_building_alone_name_no_time() -> None:
    assert report_spans.read(" ", today=TODAY, beginning=TODAY) == report_spans.Wanted(None, None)
    assert report_spans.read("5号楼", today=TODAY, beginning=TODAY) == report_spans.Wanted(None, "5")


@pytest.mark.parametrize("words", ["随便", "13月", "0月", "2月30日", "soon", "3月1日到", "到", "x" * 61, "1 2 3 4"])
def test_what_names_no_time_is_refused(words: str) -> None:
    with pytest.raises(report_refusals.ReportNotRead):
        report_spans.read(words, today=TODAY, beginning=TODAY)


@pytest.mark.parametrize("words", ["明天", "2027", "2026年4月", "2026-04-01 2026-04-09"])
def test_what_is_yet_to_come_is_refused(words: str) -> None:
    with pytest.raises(report_refusals.ReportDaysAhead):
        report_spans.read(words, today=TODAY, beginning=TODAY)


@given(st.text(max_size=80))
def test_whatever_is_written_is_read_or_refused(words: str) -> None:
    try:
        wanted = report_spans.read(words, today=TODAY, beginning=TODAY)
    except (report_refusals.ReportNotRead, report_refusals.ReportDaysAhead):
        return
    assert wanted.span is None or wanted.span.first <= wanted.span.last <= TODAY


@pytest.mark.parametrize("code", ["", "20260301", "20260331-20260301", "20260230-20260301", "99991231-99991231", "a-b"])
def test_a_forged_code_is_none(code: str) -> None:
    assert report_spans.of_code(code) is None
