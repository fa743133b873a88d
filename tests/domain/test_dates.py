"""Days as people write them. Today is Wednesday, 11 March 2026, unless said otherwise."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dates import RECENTLY_DAYS, add_months, end_of_month, parse_day

TODAY = date(2026, 3, 11)
DAYS = st.dates(date(2024, 1, 1), date(2099, 12, 31))


def day(month: int, day_of_month: int, year: int = 2026) -> date:
    return date(year, month, day_of_month)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(
            ("今天", day(3, 11)),
            ("明天", day(3, 12)),
            ("后天", day(3, 13)),
            ("後天", day(3, 13)),
            ("大后天", day(3, 14)),
        ),
        *(("昨天", day(3, 10)), ("明天上午", day(3, 12)), ("今晚", day(3, 11))),
        # weekdays: the next one, or of a named week, which begins on Monday
        *(("周五", day(3, 13)), ("星期五", day(3, 13)), ("礼拜天", day(3, 15)), ("週五", day(3, 13)), ("周三", TODAY)),
        *(("本周五", day(3, 13)), ("这周一", day(3, 9)), ("下周五", day(3, 20)), ("下个星期五", day(3, 20))),
        *(("下下周一", day(3, 23)), ("下禮拜三", day(3, 18)), ("周末", day(3, 15))),
        # so long from now
        *(("三天后", day(3, 14)), ("3天後", day(3, 14)), ("过两天", day(3, 13)), ("三天内", day(3, 14))),
        *(("两周后", day(3, 25)), ("一个星期后", day(3, 18)), ("一个月后", day(4, 11)), ("半个月后", day(3, 26))),
        # days of a month
        *(("3月20日", day(3, 20)), ("三月二十号", day(3, 20)), ("3月20號", day(3, 20)), ("３月２０日", day(3, 20))),
        *(
            ("20号", day(3, 20)),
            ("二十号", day(3, 20)),
            ("5号", day(4, 5)),
            ("下个月5号", day(4, 5)),
            ("31日", day(3, 31)),
        ),
        *(("2026年3月20日", day(3, 20)), ("明年1月5日", day(1, 5, 2027)), ("2027年元月", None)),
        *(("月底", day(3, 31)), ("本月底", day(3, 31)), ("下个月底", day(4, 30)), ("4月底", day(4, 30))),
        *(("年底", day(12, 31)), ("明年底", day(12, 31, 2027))),
        # what people put around it
        *(
            ("3月20日前", day(3, 20)),
            ("最晚周五", day(3, 13)),
            ("3月20日（周五）", day(3, 20)),
            ("下周五之前吧", day(3, 20)),
        ),
        *(("3月20日 周五", day(3, 20)), ("明天。", day(3, 12)), ("争取月底前", day(3, 31))),
    ],
)
def test_chinese(words: str, expected: date | None) -> None:
    assert parse_day(words, today=TODAY, month_first=True) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(
            ("today", TODAY),
            ("Tomorrow", day(3, 12)),
            ("the day after tomorrow", day(3, 13)),
            ("yesterday", day(3, 10)),
        ),
        *(("Friday", day(3, 13)), ("fri", day(3, 13)), ("by Friday", day(3, 13)), ("this Sunday", day(3, 15))),
        *(("next Friday", day(3, 20)), ("next mon", day(3, 16)), ("Wednesday", TODAY)),
        *(
            ("in 3 days", day(3, 14)),
            ("in three days", day(3, 14)),
            ("in a week", day(3, 18)),
            ("two weeks", day(3, 25)),
            ("one week", day(3, 18)),
        ),
        *(("within a month", day(4, 11)), ("3 days from now", day(3, 14)), ("a fortnight", day(3, 25))),
        *(("20 March", day(3, 20)), ("20th of March", day(3, 20)), ("March 20", day(3, 20)), ("Mar 20th", day(3, 20))),
        *(("20 March 2027", day(3, 20, 2027)), ("March 20, 2027", day(3, 20, 2027)), ("Sept 3", day(9, 3))),
        *(
            ("Fri 20 March", day(3, 20)),
            ("Friday, March 20th", day(3, 20)),
            ("the 20th", day(3, 20)),
            ("the 5th", day(4, 5)),
        ),
        *(("2026-03-20", day(3, 20)), ("2026/3/20", day(3, 20)), ("2026.3.20", day(3, 20))),
        *(
            ("20/3", day(3, 20)),
            ("20/3/2026", day(3, 20)),
            ("20/3/26", day(3, 20)),
            ("20.3.", day(3, 20)),
            ("3/20", day(3, 20)),
        ),
        *(("end of the month", day(3, 31)), ("by the end of next month", day(4, 30)), ("end of June", day(6, 30))),
        *(("end of the year", day(12, 31)), ("29 February", day(2, 29, 2028))),
    ],
)
def test_english(words: str, expected: date) -> None:
    assert parse_day(words, today=TODAY) == expected


@pytest.mark.parametrize("month_first", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        *("", " ", "?", "不知道", "尽快", "soon", "三天前", "3 days ago", "2月30日", "31/6", "32号", "13月1日", "0号"),
        *("99999", "2026-13-01", "20 Marchember", "周八", "next", "下周", "in -3 days", "1e9 days", "三楼", "第12件"),
        *("0/0", "0000-00-00", "9999-12-32", "不要周五", "not before Friday", "周五还是周六"),
    ],
)
def test_what_names_no_day(words: str, month_first: bool) -> None:
    assert parse_day(words, today=TODAY, month_first=month_first) is None


def test_which_comes_first_is_the_languages_unless_a_number_settles_it() -> None:
    assert parse_day("3/4", today=TODAY) == day(4, 3)
    assert parse_day("4/3", today=TODAY, month_first=True) == day(4, 3)
    assert parse_day("20/3", today=TODAY, month_first=True) == day(3, 20)
    assert parse_day("3/20", today=TODAY) == day(3, 20)


def test_a_day_just_gone_by_is_not_taken_for_next_years() -> None:
    assert parse_day("3月1日", today=TODAY) == day(3, 1)
    assert parse_day("1 March", today=TODAY) == day(3, 1)
    assert parse_day("1月5日", today=date(2026, 12, 20)) == day(1, 5, 2027)
    edge = TODAY - timedelta(days=RECENTLY_DAYS)
    assert parse_day(f"{edge.month}月{edge.day}日", today=TODAY) == edge
    before = edge - timedelta(days=1)
    assert parse_day(f"{before.month}月{before.day}日", today=TODAY) == before.replace(year=2027)


def test_the_31st_waits_for_a_month_that_has_one() -> None:
    assert parse_day("31号", today=date(2026, 4, 2)) == day(5, 31)


@given(DAYS, DAYS)
def test_a_full_date_is_read_back_however_it_is_written(written: date, today: date) -> None:
    name = calendar.month_name[written.month]
    for words in (
        written.isoformat(),
        f"{written.year}年{written.month}月{written.day}日",
        f"{written.day} {name} {written.year}",
        f"{name} {written.day}, {written.year}",
        f"{written.year}/{written.month}/{written.day}",
    ):
        assert parse_day(words, today=today) == written


@given(DAYS, st.integers(-RECENTLY_DAYS + 1, 250))
def test_a_date_without_a_year_is_the_near_one(today: date, ahead: int) -> None:
    meant = today + timedelta(days=ahead)
    if (meant.month, meant.day) == (2, 29):
        return
    assert parse_day(f"{meant.month}月{meant.day}日", today=today) in (meant, _this_year(meant, today))
    assert parse_day(f"{meant.day} {calendar.month_name[meant.month]}", today=today) in (
        meant,
        _this_year(meant, today),
    )


def _this_year(meant: date, today: date) -> date:
    """Around New Year a day just gone by belongs to last year: the coming one is taken."""
    return meant.replace(year=max(meant.year, today.year))


@given(DAYS, st.integers(0, 99))
def test_so_many_days_ahead(today: date, days: int) -> None:
    expected = today + timedelta(days=days)
    assert parse_day(f"{days}天后", today=today) == expected
    assert parse_day(f"in {days} days", today=today) == expected


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_within_the_next_seven_days(today: date, weekday: int) -> None:
    found = parse_day("周" + "一二三四五六日"[weekday], today=today)
    assert found is not None
    assert found == parse_day(calendar.day_name[weekday], today=today)
    assert found.weekday() == weekday
    assert 0 <= (found - today).days < 7
    following = parse_day("下周" + "一二三四五六日"[weekday], today=today)
    assert following is not None
    assert following.weekday() == weekday
    assert following.isocalendar()[:2] == (today + timedelta(days=7)).isocalendar()[:2]


@given(st.text(max_size=40), DAYS, st.booleans())
def test_any_words_are_a_day_or_none(words: str, today: date, month_first: bool) -> None:
    found = parse_day(words, today=today, month_first=month_first)
    assert found is None or isinstance(found, date)


@given(st.text(alphabet="0123456789年月日号周天后下个底/-. 三十endofin", max_size=14), DAYS, st.booleans())
def test_what_looks_like_a_day_is_one_or_none(words: str, today: date, month_first: bool) -> None:
    found = parse_day(words, today=today, month_first=month_first)
    assert found is None or isinstance(found, date)


@given(DAYS, st.integers(0, 36))
def test_months_ahead_end_no_later_than_their_last_day(today: date, months: int) -> None:
    later = add_months(today, months)
    assert (later.year * 12 + later.month) - (today.year * 12 + today.month) == months
    assert later.day == min(today.day, end_of_month(later).day)
