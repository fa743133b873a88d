"""Days as people write them, in Chinese and English, read against today. Pure."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

from bot.domain.places import number
from bot.domain.script import simplified

#: a bare day or month this recently gone is taken as gone, not as next year's
RECENTLY_DAYS = 60

_MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): at for at, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {name.lower(): at for at, name in enumerate(calendar.day_name)}
_WEEKDAYS |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
_ZH_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 6}
_EN_NUMERALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_EN_COUNTS = {"a": 1, "an": 1} | {word: n for n, word in enumerate(_EN_NUMERALS, start=1)}

_N = r"(\d{1,3}|[零〇一二两三四五六七八九十百]{1,5})"
_EN_N = r"(\d{1,3}|" + "|".join(_EN_COUNTS) + ")"
_MONTH = r"(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_EN_WEEKDAY = r"(" + "|".join(sorted(_WEEKDAYS, key=len, reverse=True)) + r")"

# Words around a day that do not change it: "by Friday", 最晚周五之前, a weekday in brackets after the date.
_LEADING = re.compile(
    r"^(?:(?:最晚|最迟|大概|大约|争取|就|在|到)\s*|(?:by|on|before|until|latest|at the latest|around|about)\s+)"
)
_TRAILING = re.compile(
    r"\s*(?:[(（][^()（）]{0,12}[)）]|之前|以前|前|左右|吧|上午|下午|早上|晚上)$"
    r"|\s+(?:at the latest|latest|morning|afternoon|evening)$"
)
_EN_WEEKDAY_FIRST = re.compile(rf"^{_EN_WEEKDAY}\.?,?\s+(?=\d|[a-z])")
_ZH_WEEKDAY_LAST = re.compile(r"(?<=[日号])\s*,?\s*(?:周|星期|礼拜)[一二三四五六日天]$")

_AGO = re.compile(rf".*{_N}个?(?:天|周|星期|礼拜|月|年)(?:之前|以前|前).*|.*\bago\b.*")

Reader = Callable[["re.Match[str]", date], date | None]


def end_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of a later month; the 31st becomes a shorter month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def parse_day(words: str, *, today: date, month_first: bool = False) -> date | None:
    """The day that these words name, which may be past; None if they name none.

    3月20日, 20/3, 20 March, 2026-03-20, 明天, 后天, 周五, 下周五, 三天后, 月底, next Friday, in 3 days, end of month.
    A weekday is the next one, today included; 下周五 and "next Friday" are in the calendar week after this one, which
    begins on Monday. Without a year it is the next such day, unless that day went by in the last two months: then it
    is meant as gone by. `month_first`: 3/4 is the 4th of March; a number above 12 settles it by itself.
    """
    said = _bare(words)
    if month_first and (slashed := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})", said)):
        first, second = int(slashed[1]), int(slashed[2])
        return _coming(first, second, today) or _coming(second, first, today)
    for pattern, read in () if _AGO.fullmatch(words) else _READERS:
        if hit := pattern.fullmatch(said):
            try:
                return read(hit, today)
            except (ValueError, OverflowError):  # 31 June, or beyond the calendar's end
                return None
    return None


def _bare(words: str) -> str:
    said = simplified(unicodedata.normalize("NFKC", words)).lower().strip(" \t\r\n.,!?;。！？，；、~")
    said = " ".join(said.split())
    for _ in range(3):
        said = _TRAILING.sub("", _LEADING.sub("", said))
    said = _ZH_WEEKDAY_LAST.sub("", said)
    rest = _EN_WEEKDAY_FIRST.sub("", said)
    return rest if any(sign.isdigit() for sign in rest) else said


def _count(words: str) -> int:
    if words in _EN_COUNTS:
        return _EN_COUNTS[words]
    found = number(words)
    if found is None:
        raise ValueError(words)
    return found


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _coming(month: int, day: int, today: date) -> date | None:
    """This year's, or next year's if it went by long ago. The 29th of February waits for its year."""
    this_year = _safe(today.year, month, day)
    if this_year is not None and this_year >= today - timedelta(days=RECENTLY_DAYS):
        return this_year
    return _safe(today.year + 1, month, day) if this_year is not None else _next_leap(month, day, today)


def _next_leap(month: int, day: int, today: date) -> date | None:
    if (month, day) != (2, 29):
        return None
    return next((found for year in range(today.year, today.year + 9) if (found := _safe(year, 2, 29))), None)


def _day_of_month(day: int, today: date) -> date | None:
    """The next such day, today included, in a month that has it."""
    months = (add_months(today.replace(day=1), ahead) for ahead in range(3))
    days = (_safe(month.year, month.month, day) for month in months)
    return next((found for found in days if found and found >= today), None)


def _full_year(words: str) -> int:
    return int(words) if len(words) == 4 else 2000 + int(words)


def _weekday(weekday: int, today: date, *, weeks: int | None) -> date:
    """`weeks` None: the next such day, today included; else of the calendar week that many weeks ahead."""
    if weeks is None:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    return today + timedelta(days=weekday - today.weekday() + 7 * weeks)


def _zh_weekday(hit: re.Match[str], today: date) -> date:
    weeks = {"": None, "本": 0, "这": 0, "这个": 0}.get(hit[1], hit[1].count("下") or 0)
    return _weekday(_ZH_WEEKDAYS[hit[2]], today, weeks=weeks)


def _ahead(count: str, unit: str, today: date) -> date:
    n = _count(count)
    match unit[0]:
        case "天" | "日" | "d":
            return today + timedelta(days=n)
        case "周" | "星" | "礼" | "w":
            return today + timedelta(weeks=n)
        case "年" | "y":
            return add_months(today, 12 * n)
    return add_months(today, n)


def _month_after(hit: re.Match[str], today: date) -> date | None:
    month = add_months(today.replace(day=1), hit[1].count("下"))
    return _safe(month.year, month.month, _count(hit[2]))


_NAMED: dict[str, int] = {
    "昨天": -1, "昨日": -1, "前天": -2, "yesterday": -1,
    "今天": 0, "今日": 0, "今晚": 0, "当天": 0, "today": 0, "tonight": 0, "now": 0,
    "明天": 1, "明日": 1, "明儿": 1, "明晚": 1, "tomorrow": 1, "tmr": 1,
    "后天": 2, "后日": 2, "the day after tomorrow": 2, "day after tomorrow": 2,
    "大后天": 3, "半个月后": 15, "半个月内": 15, "半个月": 15, "in a fortnight": 14, "a fortnight": 14,
}  # fmt: skip

_AFTER = r"(?:之后|以后|后|内|之内|以内)"


def _day_first(hit: re.Match[str]) -> date | None:
    first, second, year = int(hit[1]), int(hit[2]), _full_year(hit[3])
    return _safe(year, second, first) or _safe(year, first, second)


def _end_of(month: int, today: date) -> date | None:
    first = _safe(today.year, month, 1)
    if first is None:
        return None
    last = end_of_month(first)
    return last if last >= today - timedelta(days=RECENTLY_DAYS) else end_of_month(first.replace(year=today.year + 1))


_RULES: tuple[tuple[str, Reader], ...] = (
    ("|".join(_NAMED), lambda hit, today: today + timedelta(days=_NAMED[hit[0]])),
    # written in numbers
    (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", lambda hit, _: date(int(hit[1]), int(hit[2]), int(hit[3]))),
    (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})", lambda hit, _: _day_first(hit)),
    (
        r"(\d{1,2})[/.](\d{1,2})",
        lambda hit, today: _coming(int(hit[2]), int(hit[1]), today) or _coming(int(hit[1]), int(hit[2]), today),
    ),
    # Chinese
    (rf"(\d{{4}})年{_N}月{_N}[日号]?", lambda hit, _: date(int(hit[1]), _count(hit[2]), _count(hit[3]))),
    (
        rf"(今|明|后)年{_N}月{_N}[日号]?",
        lambda hit, today: date(today.year + "今明后".index(hit[1]), _count(hit[2]), _count(hit[3])),
    ),
    (rf"{_N}月{_N}[日号]?", lambda hit, today: _coming(_count(hit[1]), _count(hit[2]), today)),
    (rf"{_N}月(?:底|末)", lambda hit, today: _end_of(_count(hit[1]), today)),
    (rf"(下+)个?月{_N}[日号]?", _month_after),
    (rf"(?:本月|这个月)?{_N}[日号]", lambda hit, today: _day_of_month(_count(hit[1]), today)),
    (r"(本|这|这个|下+|下+个|)(?:周|星期|礼拜)([一二三四五六日天末])", _zh_weekday),
    (rf"(?:再?过)?{_N}个?(天|日|周|星期|礼拜|年){_AFTER}?", lambda hit, today: _ahead(hit[1], hit[2], today)),
    (rf"(?:再?过)?{_N}个(月){_AFTER}?", lambda hit, today: _ahead(hit[1], hit[2], today)),
    (r"(?:本|这个|这)?月(?:底|末)", lambda _, today: end_of_month(today)),
    (r"(下+)个?月(?:底|末)", lambda hit, today: end_of_month(add_months(today.replace(day=1), len(hit[1])))),
    (r"(今|明|)年底", lambda hit, today: date(today.year + (hit[1] == "明"), 12, 31)),
    # English
    (rf"(?:the )?{_DAY} (?:of )?{_MONTH}", lambda hit, today: _coming(_MONTHS[hit[2]], int(hit[1]), today)),
    (rf"{_MONTH} (?:the )?{_DAY}", lambda hit, today: _coming(_MONTHS[hit[1]], int(hit[2]), today)),
    (
        rf"(?:the )?{_DAY} (?:of )?{_MONTH},? (\d{{4}})",
        lambda hit, _: date(int(hit[3]), _MONTHS[hit[2]], int(hit[1])),
    ),
    (rf"{_MONTH} (?:the )?{_DAY},? (\d{{4}})", lambda hit, _: date(int(hit[3]), _MONTHS[hit[1]], int(hit[2]))),
    (r"(?:the )?(\d{1,2})(?:st|nd|rd|th)", lambda hit, today: _day_of_month(int(hit[1]), today)),
    (rf"(?:(?:this|coming) )?{_EN_WEEKDAY}", lambda hit, today: _weekday(_WEEKDAYS[hit[1]], today, weeks=None)),
    (rf"next {_EN_WEEKDAY}", lambda hit, today: _weekday(_WEEKDAYS[hit[1]], today, weeks=1)),
    (
        rf"(?:in |within )?{_EN_N} (day|week|month|year)s?(?: from (?:now|today)| later)?",
        lambda hit, today: _ahead(hit[1], hit[2], today),
    ),
    (r"(?:the )?end of (?:the|this) month|(?:the )?end of month|month[- ]end", lambda _, today: end_of_month(today)),
    (r"(?:the )?end of next month", lambda _, today: end_of_month(add_months(today.replace(day=1), 1))),
    (rf"(?:the )?end of {_MONTH}", lambda hit, today: _end_of(_MONTHS[hit[1]], today)),
    (r"(?:the )?end of (?:the|this) year", lambda _, today: date(today.year, 12, 31)),
)

_READERS = tuple((re.compile(pattern), read) for pattern, read in _RULES)
