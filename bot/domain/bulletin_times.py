"""When the week in a building and the month's agenda are told, on the estate's own clocks. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.attention import Courtesy, is_quiet, next_at


@dataclass(frozen=True, slots=True)
class BulletinTimes:
    """When an installation tells them, on the estate's own clocks."""

    weekday: int | None = 6  #: Monday is 0; None: never
    at: time = time(18)
    agenda_day: int | None = 25  #: of the month, 1 to 28; None: never


def next_week(times: BulletinTimes, *, after: datetime, zone: ZoneInfo) -> datetime | None:
    """When the next bulletin is due; None: never."""
    return None if times.weekday is None else next_at(times.at, after=after, zone=zone, weekday=times.weekday)


def next_agenda(times: BulletinTimes, *, after: datetime, zone: ZoneInfo) -> datetime | None:
    """When the next month's agenda is settled; None: never."""
    if times.agenda_day is None:
        return None
    moment = next_at(times.at, after=after, zone=zone)
    while moment.astimezone(zone).day != times.agenda_day:
        moment = next_at(times.at, after=moment, zone=zone)
    return moment


def is_due(moment: datetime | None, *, now: datetime, zone: ZoneInfo, courtesy: Courtesy) -> bool:
    """`moment` None: an estate seen for the first time, which is merely given one. Nothing is said in the night."""
    return moment is None or (moment <= now and not is_quiet(now, zone=zone, courtesy=courtesy))


def last_due(following: Callable[[datetime], datetime], *, waited_for: datetime, now: datetime) -> datetime:
    """The latest moment up to now, from the one that was waited for: what was slept through is let go."""
    moment = waited_for
    while (later := following(moment)) <= now:
        moment = later
    return moment


def week_ends(until: datetime, *, zone: ZoneInfo, weeks: int) -> tuple[datetime, ...]:
    """`weeks` + 1 moments, the last of them `until`, each a week after the one before on the zone's clocks."""
    local = until.astimezone(zone)
    days = [local.date() - timedelta(weeks=back) for back in range(weeks, 0, -1)]
    return (*(datetime.combine(day, local.time(), tzinfo=zone).astimezone(UTC) for day in days), until)
