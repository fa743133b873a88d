"""The days of a planned broadcast: always later, never at night, never twice, the same whenever they are reckoned."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import sending_days
from bot.domain.attention import Courtesy
from bot.domain.sending_days import OnDayOff, Repeat, Rule, turns
from bot.domain.workdays import WeekendsOnly
from bot.settings.workdays import CountryWorkdays

CHINA = CountryWorkdays("CN")
SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
COURTESY = Courtesy()

RULES = st.builds(
    Rule,
    repeat=st.sampled_from(Repeat),
    first=st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    at=st.builds(time, st.integers(0, 23), st.sampled_from((0, 30))),
    on_day_off=st.sampled_from(OnDayOff),
)


def moments(rule: Rule, *, zone: ZoneInfo, emergency: bool = False, most: int = 40) -> list[datetime]:
    walls = (datetime.combine(each.on, rule.at) for each in turns(rule, workdays=CHINA) if each.on is not None)
    return [
        sending_days.moment(wall, zone=zone, courtesy=COURTESY, emergency=emergency) for wall in islice(walls, most)
    ]


@settings(deadline=None)  # the first look at a year reads its days off
@given(RULES, st.sampled_from((SHANGHAI, BERLIN)), st.booleans())
def test_moments_strictly_grow(rule: Rule, zone: ZoneInfo, emergency: bool) -> None:
    assert all(before < after for before, after in pairwise(moments(rule, zone=zone, emergency=emergency)))


@settings(deadline=None)
@given(RULES, st.sampled_from((SHANGHAI, BERLIN)))
def test_what_is_not_urgent_is_never_told_at_night(rule: Rule, zone: ZoneInfo) -> None:
    kept = sending_days.awake(rule, courtesy=COURTESY, emergency=False)
    for moment in moments(kept, zone=zone):
        assert not COURTESY.sleeps_at(moment.astimezone(zone).time())
    assert not COURTESY.sleeps_at(kept.at)


@settings(deadline=None)
@given(RULES)
def test_urgent_ones_stay_where_they_are(rule: Rule) -> None:
    assert sending_days.awake(rule, courtesy=COURTESY, emergency=True) == rule
    for turn, moment in zip(
        (each for each in turns(rule, workdays=CHINA) if each.on), moments(rule, zone=SHANGHAI, emergency=True),
        strict=False,
    ):  # fmt: skip
        assert moment.astimezone(SHANGHAI).replace(tzinfo=None) == datetime.combine(turn.on or date.min, rule.at)


@settings(deadline=None)
@given(RULES)
def test_they_fall_on_the_days_that_the_rule_allows(rule: Rule) -> None:
    for turn in islice(turns(rule, workdays=CHINA), 40):
        if rule.repeat is Repeat.WORKDAYS or (rule.asks_about_days_off and rule.on_day_off is not OnDayOff.SAME):
            assert turn.on is None or CHINA.is_working(turn.on)
        else:
            assert turn.on == turn.day
        if rule.repeat is Repeat.WEEKLY:
            assert turn.day.weekday() == rule.first.weekday()
        if turn.on is not None and rule.on_day_off is OnDayOff.BEFORE:
            assert turn.on <= turn.day


@settings(deadline=None)
@given(RULES, st.integers(0, 30))
def test_reckoned_from_the_middle_they_are_the_same(rule: Rule, behind: int) -> None:
    whole = list(islice(turns(rule, workdays=CHINA), 40))
    if behind < len(whole):
        again = turns(rule, workdays=CHINA, after=whole[behind].day)
        assert list(islice(again, 39 - behind)) == whole[behind + 1 :]


@settings(deadline=None)
@given(RULES, st.integers(0, 400))
def test_none_comes_after_its_last_day(rule: Rule, days: int) -> None:
    until = rule.first + timedelta(days=days)
    ended = Rule(rule.repeat, rule.first, rule.at, until, rule.on_day_off)
    assert all(each.day <= until for each in turns(ended, workdays=WeekendsOnly()))


def days_of(rule: Rule, most: int = 4) -> list[date | None]:
    return [each.on for each in islice(turns(rule, workdays=CHINA), most)]


def test_the_thirty_first_is_the_last_day_of_a_shorter_month_and_comes_back() -> None:
    rule = Rule(Repeat.MONTHLY, date(2026, 1, 31), time(9))
    assert days_of(rule) == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


@pytest.mark.parametrize(
    ("what", "on"),
    [
        (OnDayOff.SAME, date(2026, 10, 1)),
        (OnDayOff.BEFORE, date(2026, 9, 30)),
        (OnDayOff.AFTER, date(2026, 10, 8)),
        (OnDayOff.LEAVE_OUT, None),
    ],
)
def test_the_first_of_october(what: OnDayOff, on: date | None) -> None:
    assert days_of(Rule(Repeat.MONTHLY, date(2026, 10, 1), time(9), on_day_off=what), 1) == [on]


def test_two_that_fall_on_one_day_are_told_once() -> None:
    """Both Mondays lie in the days off around the Chinese New Year."""
    rule = Rule(Repeat.WEEKLY, date(2026, 2, 9), time(9), on_day_off=OnDayOff.AFTER)
    assert days_of(rule) == [date(2026, 2, 9), date(2026, 2, 24), None, date(2026, 3, 2)]


def test_who_chooses_a_saturday_means_saturdays() -> None:
    rule = Rule(Repeat.WEEKLY, date(2026, 3, 7), time(9), on_day_off=OnDayOff.BEFORE)
    assert days_of(rule, 2) == [date(2026, 3, 7), date(2026, 3, 14)]


def test_nine_oclock_stays_nine_oclock_when_clocks_change() -> None:
    rule = Rule(Repeat.WEEKLY, date(2026, 3, 26), time(9))
    before, after = moments(rule, zone=BERLIN, most=2)
    assert (before, after) == (datetime(2026, 3, 26, 8, tzinfo=UTC), datetime(2026, 4, 2, 7, tzinfo=UTC))


def test_an_hour_that_clocks_skip_is_as_much_later() -> None:
    wall = datetime(2026, 3, 29, 2, 30)  # noqa: DTZ001  wall time
    at = sending_days.moment(wall, zone=BERLIN, courtesy=COURTESY, emergency=True)
    assert at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "03:30 on the clocks of that day"


def test_in_the_evening_it_becomes_the_morning_after_and_before_dawn_that_morning() -> None:
    evening = sending_days.awake(Rule(Repeat.WEEKLY, date(2026, 3, 6), time(23)), courtesy=COURTESY, emergency=False)
    assert (evening.first, evening.at) == (date(2026, 3, 7), time(8))
    dawn = sending_days.awake(Rule(Repeat.WEEKLY, date(2026, 3, 6), time(5)), courtesy=COURTESY, emergency=False)
    assert (dawn.first, dawn.at) == (date(2026, 3, 6), time(8))
