"""When somebody is told of news: at once, after the quiet hours, in a digest, or never. Pure: time is passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Attention(StrEnum):
    """How somebody wants to be told of news unasked: chosen for all wishes, or for one."""

    AT_ONCE = "at-once"
    DAILY = "daily"  #: the first of a day at once, the rest together in the evening
    WEEKLY = "weekly"  #: all of it together, once a week
    MUTED = "muted"  #: never sent; it is there to be looked up


DEFAULT = Attention.DAILY


@dataclass(frozen=True, slots=True)
class Courtesy:
    """How an installation treats people's attention. Times of day are the estate's own, on whatever clock it lives."""

    quiet_from: time = time(22)
    quiet_until: time = time(8)  #: the same as `quiet_from`: no quiet hours
    digest_at: time = time(19)  #: outside the quiet hours
    weekly_on: int = 6  #: day of the weekly digest, Monday is 0
    unprompted_a_day: int = 1  #: messages a day that do not wait for the digest
    answer_hold: timedelta = timedelta(minutes=2)  #: while an answer can be taken back; zero: it is out at once

    @property
    def has_quiet_hours(self) -> bool:
        return self.quiet_from != self.quiet_until

    def sleeps_at(self, clock: time) -> bool:
        """Whether this time of day is one of the quiet hours."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= clock < self.quiet_until
        return clock >= self.quiet_from or clock < self.quiet_until


def is_quiet(moment: datetime, *, zone: ZoneInfo, courtesy: Courtesy) -> bool:
    """Whether the estate sleeps."""
    return courtesy.sleeps_at(moment.astimezone(zone).time())


def next_at(at: time, *, after: datetime, zone: ZoneInfo, weekday: int | None = None) -> datetime:
    """The first moment after `after` at which the zone's clocks show `at` (on that weekday), in UTC.

    Where clocks skip that time it is as much later as they skip; where they show it twice it is the first one.
    """
    day = after.astimezone(zone).date()
    while True:
        moment = datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
        if moment > after and weekday in (None, day.weekday()):
            return moment
        day += timedelta(days=1)


def day_began(moment: datetime, *, zone: ZoneInfo) -> datetime:
    """Midnight of the estate's day, in UTC."""
    return datetime.combine(moment.astimezone(zone).date(), time(), tzinfo=zone).astimezone(UTC)


def due(
    attention: Attention, *, urgent: bool, told_today: int, now: datetime, zone: ZoneInfo, courtesy: Courtesy
) -> datetime | None:
    """When news of `now` is told: `now` itself, a later moment, or None for never.

    `urgent`: it waits for an answer, or answers what they did themselves: no digest and no muting, but quiet hours.
    `told_today`: unasked messages they had since `day_began`, urgent ones not counted.
    """
    soonest = awake(now, zone=zone, courtesy=courtesy)
    if urgent or attention is Attention.AT_ONCE:
        return soonest
    match attention:
        case Attention.MUTED:
            return None
        case Attention.WEEKLY:
            weekday = courtesy.weekly_on
            weekly = next_at(courtesy.digest_at, after=now, zone=zone, weekday=weekday)
            return awake(weekly, zone=zone, courtesy=courtesy)
    if soonest == now and told_today < courtesy.unprompted_a_day:
        return now
    evening = next_at(courtesy.digest_at, after=now, zone=zone)
    if not courtesy.has_quiet_hours:
        return evening
    morning = next_at(courtesy.quiet_until, after=now, zone=zone)
    return awake(min(evening, morning), zone=zone, courtesy=courtesy)


def awake(moment: datetime, *, zone: ZoneInfo, courtesy: Courtesy) -> datetime:
    """The moment itself, or the end of the quiet hours it falls into."""
    while is_quiet(moment, zone=zone, courtesy=courtesy):
        moment = next_at(courtesy.quiet_until, after=moment, zone=zone)
    return moment
