"""When somebody is told: whatever happens, wherever they live, whatever their clocks do."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.attention import Attention, Courtesy, day_began, due, is_quiet, next_at

SHANGHAI = ZoneInfo("Asia/Shanghai")
#: Half hours, quarters, summer time at odd hours, a zone that once left out a day, and one 14 hours ahead.
ZONES = [
    *("Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Asia/Tehran"),
    *("Pacific/Apia", "Pacific/Kiritimati", "Australia/Lord_Howe", "Africa/Casablanca", "America/Santiago"),
]
zones = st.sampled_from(ZONES).map(ZoneInfo)
moments = st.datetimes(datetime(2011, 12, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
settings = st.sampled_from(Attention)


@st.composite
def courtesies(draw: st.DrawFn) -> Courtesy:
    quiet_from, quiet_until = draw(times), draw(times)
    made = Courtesy(
        quiet_from, quiet_until, weekly_on=draw(st.integers(0, 6)), unprompted_a_day=draw(st.integers(0, 3))
    )
    digest_at = draw(times.filter(lambda at: not made.sleeps_at(at)))
    return Courtesy(quiet_from, quiet_until, digest_at, made.weekly_on, made.unprompted_a_day)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In March 2026 in Shanghai; the 2nd is a Monday."""
    return datetime(2026, 3, day, hour, minute, tzinfo=SHANGHAI)


def told(
    setting: Attention, now: datetime, *, urgent: bool = False, told_today: int = 0, courtesy: Courtesy | None = None
) -> datetime | None:
    return due(setting, urgent=urgent, told_today=told_today, now=now, zone=SHANGHAI, courtesy=courtesy or Courtesy())


@pytest.mark.parametrize(
    ("setting", "told_today", "now", "moment"),
    [
        (Attention.DAILY, 0, at(2, 9), at(2, 9)),
        (Attention.DAILY, 1, at(2, 9), at(2, 19)),
        (Attention.DAILY, 1, at(2, 19), at(3, 8)),  # this evening's digest has gone
        (Attention.DAILY, 0, at(2, 21, 59), at(2, 21, 59)),
        (Attention.DAILY, 0, at(2, 22), at(3, 8)),
        (Attention.DAILY, 0, at(3, 3), at(3, 8)),
        (Attention.DAILY, 0, at(3, 8), at(3, 8)),
        (Attention.AT_ONCE, 9, at(2, 12), at(2, 12)),
        (Attention.AT_ONCE, 0, at(2, 23), at(3, 8)),
        (Attention.WEEKLY, 0, at(2, 9), at(8, 19)),
        (Attention.WEEKLY, 0, at(8, 18), at(8, 19)),
        (Attention.WEEKLY, 0, at(8, 19), at(15, 19)),
        (Attention.MUTED, 0, at(2, 9), None),
    ],
)
def test_in_shanghai(setting: Attention, told_today: int, now: datetime, moment: datetime | None) -> None:
    assert told(setting, now, told_today=told_today) == moment


@pytest.mark.parametrize("setting", list(Attention))
def test_what_is_urgent_waits_for_the_morning_alone(setting: Attention) -> None:
    assert told(setting, at(2, 9), urgent=True, told_today=5) == at(2, 9)
    assert told(setting, at(2, 22), urgent=True) == at(3, 8)


def test_without_quiet_hours_and_without_a_message_of_the_day() -> None:
    courtesy = Courtesy(quiet_from=time(0), quiet_until=time(0), unprompted_a_day=0)
    assert told(Attention.AT_ONCE, at(3, 3), courtesy=courtesy) == at(3, 3)
    assert told(Attention.DAILY, at(3, 3), courtesy=courtesy) == at(3, 19)


@given(settings, st.booleans(), st.integers(0, 4), moments, zones, courtesies())
@example(Attention.DAILY, False, 1, datetime(2011, 12, 30, 4, tzinfo=UTC), ZoneInfo("Pacific/Apia"), Courtesy())
def test_nothing_is_told_at_night_and_nothing_is_forgotten(
    setting: Attention, urgent: bool, told_today: int, now: datetime, zone: ZoneInfo, courtesy: Courtesy
) -> None:
    moment = due(setting, urgent=urgent, told_today=told_today, now=now, zone=zone, courtesy=courtesy)
    if moment is None:
        assert setting is Attention.MUTED
        assert not urgent
        return
    assert now <= moment <= now + (timedelta(days=9) if setting is Attention.WEEKLY else timedelta(days=2, hours=2))
    assert not is_quiet(moment, zone=zone, courtesy=courtesy)
    if (urgent or setting is Attention.AT_ONCE) and not is_quiet(now, zone=zone, courtesy=courtesy):
        assert moment == now


@given(
    st.lists(st.integers(0, 24 * 60), max_size=40),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    zones,
    courtesies(),
)
def test_a_day_has_its_message_at_once_and_at_most_two_digests(
    gaps_min: list[int], began: datetime, zone: ZoneInfo, courtesy: Courtesy
) -> None:
    """Played through as the store would: what is due at the same moment is one message."""
    now, told_at, waiting = began, set[datetime](), set[datetime]()
    for gap in gaps_min:
        now += timedelta(minutes=gap)
        told_at |= {moment for moment in waiting if moment <= now}
        waiting -= told_at
        today = day_began(now, zone=zone)
        moment = due(
            Attention.DAILY, urgent=False, told_today=sum(each >= today for each in told_at), now=now, zone=zone,
            courtesy=courtesy,
        )  # fmt: skip
        assert moment is not None
        (told_at if moment == now else waiting).add(moment)
    days = Counter(moment.astimezone(zone).date() for moment in told_at | waiting)
    assert all(times <= courtesy.unprompted_a_day + 2 for times in days.values())
    if courtesy == Courtesy():
        assert all(times <= 2 for times in days.values())


@given(times, moments, zones, st.integers(0, 6) | st.none())
def test_the_next_time_of_day_comes_once_a_day(at: time, after: datetime, zone: ZoneInfo, weekday: int | None) -> None:
    first = next_at(at, after=after, zone=zone, weekday=weekday)
    second = next_at(at, after=first, zone=zone, weekday=weekday)
    step = timedelta(days=1 if weekday is None else 7)
    for earlier, later in pairwise((first, second)):
        assert later - earlier <= step * 2 + timedelta(hours=3)
    assert after < first < second
    assert first <= after + step * 2 + timedelta(hours=3)


def test_where_clocks_skip_a_time_it_comes_later_and_where_they_show_it_twice_it_comes_once() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    skipped = next_at(time(2, 30), after=datetime(2026, 3, 28, 12, tzinfo=UTC), zone=berlin)
    assert skipped == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 03:30 on the new clocks
    twice = next_at(time(2, 30), after=datetime(2026, 10, 24, 12, tzinfo=UTC), zone=berlin)
    assert twice == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_at(time(2, 30), after=twice, zone=berlin) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)
