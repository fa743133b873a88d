"""The time and the place that a report is about, chosen by button or written in words. Pure."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from bot.domain import dates, ledger, places, report_refusals
from bot.domain.script import simplified

RECENT_DAYS = 30
MAX_CHARS = 60  #: of what is read, and of what a refusal quotes
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days on the estate's clocks, both ends among them."""

    first: date
    last: date

    def moments(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """From the first moment of the first day until the first moment that is not in it any more; UTC."""
        since = datetime.combine(self.first, time(), tzinfo=zone)
        until = datetime.combine(self.last + _ONE_DAY, time(), tzinfo=zone)
        return since.astimezone(UTC), until.astimezone(UTC)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def code(self) -> str:
        """For buttons and names of files: 20260301-20260331."""
        return f"{self.first:%Y%m%d}-{self.last:%Y%m%d}"


class Named(StrEnum):
    """Spans with a name, each up to today but the last month's."""

    RECENT = "recent"  #: `RECENT_DAYS` days, today among them
    MONTH = "month"
    LAST_MONTH = "last-month"
    QUARTER = "quarter"
    YEAR = "year"
    EVER = "ever"  #: from the estate's first wish


def span_of(named: Named, *, today: date, beginning: date) -> Span:
    """`beginning`: the day of the estate's first wish; today where there is none."""
    first_of_month = today.replace(day=1)
    match named:
        case Named.RECENT:
            return Span(today - timedelta(days=RECENT_DAYS - 1), today)
        case Named.MONTH:
            return Span(first_of_month, today)
        case Named.LAST_MONTH:
            last = first_of_month - _ONE_DAY
            return Span(last.replace(day=1), last)
        case Named.QUARTER:
            return Span(date(today.year, 3 * ((today.month - 1) // 3) + 1, 1), today)
        case Named.YEAR:
            return Span(date(today.year, 1, 1), today)
        case Named.EVER:
            return Span(min(beginning, today), today)


def of_code(code: str) -> Span | None:
    """The span of `Span.code`; None: it is none."""
    hit = re.fullmatch(r"(\d{8})-(\d{8})", code)
    try:
        ends = [datetime.strptime(each, "%Y%m%d").date() for each in hit.groups()] if hit else []  # noqa: DTZ007
    except ValueError:
        return None
    return Span(*ends) if ends and ends[0] <= ends[1] < date.max else None


# ---- in words -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for. `span` None: nothing was said of the time."""

    span: Span | None
    building: str | None  #: None: the whole estate


_NAMES: dict[Named, tuple[str, ...]] = {
    Named.RECENT: ("最近", "最近30天", "recent", "last 30 days", "the last 30 days"),
    Named.MONTH: ("这个月", "本月", "这月", "this month", "month"),
    Named.LAST_MONTH: ("上个月", "上月", "last month"),
    Named.QUARTER: ("这个季度", "这季度", "本季度", "本季", "季度", "this quarter", "quarter"),
    Named.YEAR: ("今年", "本年", "全年", "this year", "year"),
    Named.EVER: ("一直以来", "一直", "全部", "从头", "开头到现在", "ever", "all", "since the beginning"),
}
_BY_NAME = {name: named for named, names in _NAMES.items() for name in names}
_LAST_YEAR = ("去年", "上年", "last year")
_MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): at for at, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_MONTH_ZH = re.compile(r"(?:((?:19|20)\d\d)年|(今年|去年))?([0-9零一二三四五六七八九十]{1,3})月份?")
_MONTH_EN = re.compile(rf"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?(?:,? ((?:19|20)\d\d))?")
_MONTH_ISO = re.compile(r"((?:19|20)\d\d)-(\d{1,2})")
_QUARTER = re.compile(r"(?:((?:19|20)\d\d)年?|(今年|去年))?\s*(?:第?([一二三四1234])季度?|q([1-4]))")
_BETWEEN = re.compile(r"\s*(?:到|至|~|～|—|–|\.\.+|\bto\b|\buntil\b|\band\b)\s*|\s+-\s+")
_LEADING = re.compile(r"^(?:从|自|from|between|in)\s*")


def read(words: str, *, today: date, beginning: date) -> Wanted:
    """The time and the building that these words name: 上个月, 今年, 2025, 3月, 一季度, 3月1日到3月15日, 3号楼 上个月.

    A day or month without a year is the last such one. What is yet to come is left off.

    Raises:
        ReportNotRead: they name neither.
        ReportDaysAhead: all of it is yet to come.
    """
    said = " ".join(simplified(unicodedata.normalize("NFKC", words)).split())
    if len(said) > MAX_CHARS:
        raise report_refusals.ReportNotRead(words=said[:MAX_CHARS])
    building = places.parse(said).building
    rest = " ".join(places.without_place(said).split()) if building else said
    rest = rest.lower().strip(" ,，。.的")
    if not rest:
        return Wanted(None, building)
    span = _span(rest, today=today, beginning=beginning)
    if span is None:
        raise report_refusals.ReportNotRead(words=said)
    return Wanted(up_to_today(span, today=today), building)


def up_to_today(span: Span, *, today: date) -> Span:
    """Raises ReportDaysAhead: all of it is yet to come."""
    if span.first > today:
        raise report_refusals.ReportDaysAhead
    return Span(span.first, min(span.last, today))


def _span(said: str, *, today: date, beginning: date) -> Span | None:
    if named := _BY_NAME.get(said):
        return span_of(named, today=today, beginning=beginning)
    if said in _LAST_YEAR:
        return _months(today.year - 1, 1, 12)
    if hit := _YEAR.fullmatch(said):
        return _months(int(hit[1]), 1, 12)
    try:
        if span := _month(said, today) or _quarter(said, today):
            return span
    except ValueError:  # the 13th month
        return None
    return _days(said, today)


def _month(said: str, today: date) -> Span | None:
    if hit := _MONTH_ZH.fullmatch(said):
        month = places.number(hit[3])
        year = _year(hit[1], hit[2], today)
    elif hit := _MONTH_EN.fullmatch(said):
        month, year = _MONTHS[hit[1]], _year(hit[2], None, today)
    elif hit := _MONTH_ISO.fullmatch(said):
        month, year = int(hit[2]), int(hit[1])
    else:
        return None
    if month is None:
        return None
    if year is None:
        year = today.year if date(today.year, month, 1) <= today else today.year - 1
    return _months(year, month, month)


def _quarter(said: str, today: date) -> Span | None:
    hit = _QUARTER.fullmatch(said)
    if hit is None:
        return None
    quarter = int(hit[4] or ("一二三四".index(hit[3]) + 1 if hit[3] in "一二三四" else hit[3]))
    year = _year(hit[1], hit[2], today)
    if year is None:
        year = today.year if date(today.year, 3 * quarter - 2, 1) <= today else today.year - 1
    return _months(year, 3 * quarter - 2, 3 * quarter)


def _year(digits: str | None, word: str | None, today: date) -> int | None:
    if digits:
        return int(digits)
    return {"今年": today.year, "去年": today.year - 1}.get(word or "")


def _months(year: int, first: int, last: int) -> Span:
    return Span(date(year, first, 1), dates.end_of_month(date(year, last, 1)))


def _days(said: str, today: date) -> Span | None:
    """One day, or two with something between them."""
    said = _LEADING.sub("", said)
    ends = [part for part in _BETWEEN.split(said) if part]
    if len(ends) == 1 and last_day(said, today=today) is None:
        ends = said.split(" ")
    if len(ends) not in (1, 2):
        return None
    first = last_day(ends[0], today=today)
    if first is None or len(ends) == 1:
        return None if first is None else Span(first, first)
    last = last_day(ends[1], today=today)
    if last is not None and last < first:  # of this year after all: seen from the first one it is yet to come
        last = dates.parse_day(ends[1], today=first)
    return None if last is None else Span(min(first, last), max(first, last))


def last_day(words: str, *, today: date) -> date | None:
    """The day that these words name; one without a year is the last such day. None: they name none."""
    day = dates.parse_day(words, today=today)
    return None if day is None else ledger.last_such(day, words, today=today)
