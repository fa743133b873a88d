"""On which days a planned broadcast goes out: once or again and again, and what a day off does to it. Pure.

Kept is wall time of the estate, so that nine o'clock stays nine o'clock when clocks change. Which days come next
follows from the rule alone: two runs over the same days give the same moments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import attention
from bot.domain.attention import Courtesy
from bot.domain.dates import add_months
from bot.domain.workdays import FARTHEST, ONE_DAY, SATURDAY, Workdays

_WEEK = timedelta(days=7)
_LONGEST_OFF = 30  #: days; a search for a working day beyond that is given up: the day stays as it is


class Repeat(StrEnum):
    ONCE = "once"
    DAILY = "daily"
    WORKDAYS = "workdays"
    WEEKLY = "weekly"  #: on the weekday of the first time
    MONTHLY = "monthly"  #: on the day of the month of the first time; the 31st becomes a shorter month's last day


class OnDayOff(StrEnum):
    """What becomes of a weekly or monthly day that is no working day."""

    SAME = "same"
    BEFORE = "before"  #: on the working day before it
    AFTER = "after"
    LEAVE_OUT = "leave-out"


@dataclass(frozen=True, slots=True)
class Rule:
    """When it goes out, on the estate's clocks. `until`: the last day of the rule; None: until it is stopped."""

    repeat: Repeat
    first: date
    at: time
    until: date | None = None
    on_day_off: OnDayOff = OnDayOff.SAME

    @property
    def asks_about_days_off(self) -> bool:
        """Who chooses a Saturday means Saturdays."""
        return asks_about_days_off(self.repeat, self.first)


def asks_about_days_off(repeat: Repeat, first: date) -> bool:
    return repeat is Repeat.MONTHLY or (repeat is Repeat.WEEKLY and first.weekday() < SATURDAY)


@dataclass(frozen=True, slots=True)
class Turn:
    """One time of a rule. `day`: by the rule, which names it. `on`: the day it goes out; None: it does not.

    It does not where a day off leaves it out, or where the turn before goes out on the same working day.
    """

    day: date
    on: date | None


def turns(rule: Rule, *, workdays: Workdays, after: date | None = None) -> Iterator[Turn]:
    """The turns in order, those of `after` and before it left out; at most ten years of them."""
    before: Turn | None = None
    for day in _days(rule, workdays):
        turn = Turn(day, _goes_out(rule, day, workdays))
        # Both may be moved to the same day, around a long holiday: told once.
        doubled = before is not None and turn.on is not None and before.on is not None and turn.on <= before.on
        yielded = replace(turn, on=None) if doubled else turn
        before = turn if not doubled else before
        if after is None or day > after:
            yield yielded


def _days(rule: Rule, workdays: Workdays) -> Iterator[date]:
    """By the rule alone."""
    last = min(rule.until or date.max, rule.first + timedelta(days=FARTHEST))
    at = 0
    while (day := _nth(rule, at)) <= last:
        if rule.repeat is not Repeat.WORKDAYS or workdays.is_working(day):
            yield day
        if rule.repeat is Repeat.ONCE:
            return
        at += 1


def _nth(rule: Rule, at: int) -> date:
    match rule.repeat:
        case Repeat.WEEKLY:
            return rule.first + at * _WEEK
        case Repeat.MONTHLY:
            return add_months(rule.first, at)
    return rule.first + timedelta(days=at)


def _goes_out(rule: Rule, day: date, workdays: Workdays) -> date | None:
    if rule.on_day_off is OnDayOff.SAME or not rule.asks_about_days_off or workdays.is_working(day):
        return day
    if rule.on_day_off is OnDayOff.LEAVE_OUT:
        return None
    step = -ONE_DAY if rule.on_day_off is OnDayOff.BEFORE else ONE_DAY
    found = (day + n * step for n in range(1, _LONGEST_OFF + 1) if workdays.is_working(day + n * step))
    return next(found, day)


def awake(rule: Rule, *, courtesy: Courtesy, emergency: bool) -> Rule:
    """The rule itself; of what is not urgent and chosen for the night, the one of the morning after."""
    if emergency or not courtesy.sleeps_at(rule.at):
        return rule
    evening = courtesy.quiet_from > courtesy.quiet_until and rule.at >= courtesy.quiet_from
    first = rule.first + ONE_DAY if evening else rule.first
    until = None if rule.until is None else max(rule.until, first)
    return replace(rule, at=courtesy.quiet_until, first=first, until=until)


def moment(wall: datetime, *, zone: ZoneInfo, courtesy: Courtesy, emergency: bool) -> datetime:
    """When the estate's clocks show it, in UTC; what is not urgent, never in the quiet hours. `wall`: naive.

    Where clocks skip that time it is as much later as they skip; where they show it twice it is the first one.
    """
    shown = wall.replace(tzinfo=zone).astimezone(UTC)
    return shown if emergency else attention.awake(shown, zone=zone, courtesy=courtesy)
