"""Once a year: which services are much used, rarely, or by nobody; and which have been looked at since. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from bot.domain.directory import Service
from bot.domain.people import Estate

NEW_FOR_DAYS = 90  #: on the list for less, and a year's count says little


class Use(StrEnum):
    """How much a service was used, in the order in which the review tells it: what nobody uses comes first."""

    NEVER = "never"
    RARELY = "rarely"
    MUCH = "much"


@dataclass(frozen=True, slots=True)
class Reviewed:
    service: Service
    uses: int  #: in the year before
    use: Use
    is_new: bool  #: on the list for less than `NEW_FOR_DAYS`
    is_done: bool  #: somebody looked at it in the year of the review


def use_of(uses: int, *, much_from: int) -> Use:
    """Never is never; much is from `much_from` on, which is at least 1."""
    if uses <= 0:
        return Use.NEVER
    return Use.MUCH if uses >= much_from else Use.RARELY


def review(services: Iterable[Service], uses: Mapping[int, int], *, much_from: int, today: date) -> Sequence[Reviewed]:
    """Every service once: what nobody uses first, the least used before the more used. `uses`: by service id."""
    rows = [
        Reviewed(
            service=service,
            uses=uses.get(service.id, 0),
            use=use_of(uses.get(service.id, 0), much_from=much_from),
            is_new=(today - service.listed_on).days < NEW_FOR_DAYS,
            is_done=service.checked_on.year >= today.year,
        )
        for service in services
    ]
    order = list(Use)
    return sorted(rows, key=lambda row: (order.index(row.use), row.uses, row.service.number))


def counts(rows: Iterable[Reviewed]) -> dict[Use, int]:
    """How many there are of each kind; each kind is named."""
    counted = dict.fromkeys(Use, 0)
    for row in rows:
        counted[row.use] += 1
    return counted


def since(today: date) -> date:
    """The first day of the year that ends today."""
    try:
        return today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        return today.replace(year=today.year - 1, day=28)


def next_review(now: datetime, estate: Estate) -> datetime:
    """The first moment after `now` at which a review is due: on its day of the year, with the list of the morning."""
    terms, year = estate.directory, estate.local(now).year
    days = (date(each, terms.review_month, terms.review_day) for each in (year, year + 1))
    moments = (datetime.combine(day, estate.list_at, tzinfo=estate.time_zone).astimezone(UTC) for day in days)
    return next(moment for moment in moments if moment > now)
