"""The week in a building: when, and what of it, whatever happens and wherever it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.bulletin_times import BulletinTimes, last_due, next_agenda, next_week, week_ends
from bot.domain.bulletins import (
    MOST_OLDEST,
    MOST_SUPPORTED,
    Happened,
    Section,
    on_agenda,
    shares,
    told_once,
)
from bot.domain.places import Place
from bot.domain.wishes import Category, Kind, State, Visibility, Wish

ZONES = ["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Kiritimati"]
zones = st.sampled_from(ZONES).map(ZoneInfo)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
times = st.builds(
    BulletinTimes,
    weekday=st.integers(0, 6),
    at=st.builds(time, st.integers(0, 23), st.sampled_from([0, 30])),
    agenda_day=st.integers(1, 28),
)
FILED = datetime(2026, 3, 2, tzinfo=UTC)


def wish(number: int) -> Wish:
    return Wish(
        id=number,
        estate_key="sunny",
        number=number,
        kind=Kind.WANT,
        words="灯坏了",
        place=Place(),
        category=Category.REPAIR,
        visibility=Visibility.PUBLIC,
        state=State.OPEN,
        author_id=1,
        author_name="王",
        chat_id=1,
        filed_at=FILED + timedelta(hours=number),
        next_date=date(2026, 3, 5),
    )


# ---- when -----------------------------------------------------------------------------------------------------------


@given(times, moments, zones)
def test_the_next_week_is_at_most_a_week_ahead_on_its_day(how: BulletinTimes, after: datetime, zone: ZoneInfo) -> None:
    moment = next_week(how, after=after, zone=zone)
    assert moment is not None
    assert timedelta(0) < moment - after <= timedelta(days=7, hours=2)
    assert moment.astimezone(zone).weekday() == how.weekday


@given(times, moments, zones)
def test_there_is_one_agenda_a_month(how: BulletinTimes, after: datetime, zone: ZoneInfo) -> None:
    first = next_agenda(how, after=after, zone=zone)
    assert first is not None
    second = next_agenda(how, after=first, zone=zone)
    assert second is not None
    days = [moment.astimezone(zone) for moment in (first, second)]
    assert [day.day for day in days] == [how.agenda_day] * 2
    assert (days[1].year * 12 + days[1].month) - (days[0].year * 12 + days[0].month) == 1


@given(times, moments, zones, st.timedeltas(timedelta(0), timedelta(days=60)))
def test_what_was_slept_through_is_let_go(
    how: BulletinTimes, waited_for: datetime, zone: ZoneInfo, slept: timedelta
) -> None:
    def following(moment: datetime) -> datetime:
        after = next_week(how, after=moment, zone=zone)
        assert after is not None
        return after

    waited_for = following(waited_for)
    now = waited_for + slept
    last = last_due(partial(following), waited_for=waited_for, now=now)
    assert waited_for <= last <= now < following(last)


@given(moments, zones, st.integers(1, 10))
def test_weeks_end_at_the_same_time_of_day_and_leave_no_gap(until: datetime, zone: ZoneInfo, weeks: int) -> None:
    ends = week_ends(until, zone=zone, weeks=weeks)
    assert len(ends) == weeks + 1
    assert ends[-1] == until
    for since, upto in pairwise(ends):
        assert timedelta(days=6, hours=22) <= upto - since <= timedelta(days=7, hours=2)


def test_never() -> None:
    never = BulletinTimes(weekday=None, agenda_day=None)
    assert next_week(never, after=FILED, zone=ZoneInfo("UTC")) is None
    assert next_agenda(never, after=FILED, zone=ZoneInfo("UTC")) is None


# ---- what -----------------------------------------------------------------------------------------------------------

happened = st.lists(st.builds(Happened, st.integers(1, 12).map(wish), st.sampled_from(Section)))


@given(happened)
def test_each_wish_is_told_once_under_what_matters_most(events: list[Happened]) -> None:
    told = told_once(events)
    once = [each.wish.id for those in told.values() for each in those]
    assert sorted(once) == sorted({each.wish.id for each in events})
    order = list(Section)
    assert list(told) == [section for section in order if section in told]
    for section, those in told.items():
        assert those
        assert [each.wish.number for each in those] == sorted(each.wish.number for each in those)
        for each in those:
            rivals = [other.section for other in events if other.wish.id == each.wish.id]
            assert order.index(section) == min(map(order.index, rivals))


@given(st.dictionaries(st.sampled_from(Section), st.integers(1, 50)), st.integers(5, 20))
def test_no_section_is_crowded_out_and_no_line_is_wasted(sizes: dict[Section, int], most: int) -> None:
    given_ = shares(sizes, most=most)
    assert sum(given_.values()) == min(most, sum(sizes.values()))
    for section, size in sizes.items():
        assert 1 <= given_[section] <= size
        if given_[section] < size:
            assert all(given_[other] <= given_[section] + 1 for other in sizes)


@given(st.sets(st.integers(1, 40)), st.dictionaries(st.integers(1, 40), st.integers(0, 9)))
def test_an_agenda_names_each_wish_once_the_most_supported_first(numbers: set[int], supporters: dict[int, int]) -> None:
    wishes = [wish(number) for number in numbers]
    first, oldest = on_agenda(wishes, supporters)
    named = [each.id for each, _ in first] + [each.id for each in oldest]
    assert len(set(named)) == len(named)
    assert set(named) <= numbers
    assert len(first) == min(MOST_SUPPORTED, sum(supporters.get(number, 0) > 0 for number in numbers))
    assert len(oldest) == min(MOST_OLDEST, len(numbers) - len(first))
    counts = [n for _, n in first]
    assert counts == sorted(counts, reverse=True)
    assert all(n > 0 for n in counts)
    assert [each.filed_at for each in oldest] == sorted(each.filed_at for each in oldest)
