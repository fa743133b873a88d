"""What a committee publishes of its plan: the list at the start of a year, and the public review of a quarter. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.people import Speaker

MAX_FOREWORD_CHARS = 500
MAX_SAID_CHARS = 120  #: of what came of one item


class PublicationKind(StrEnum):
    YEAR = "year"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Publication:
    """`rows`: item id and what is said of it, in the order in which it is shown."""

    id: int
    estate_key: str
    kind: PublicationKind
    period: str  #: 2026, or 2026-1 for its first quarter
    words: str
    rows: tuple[tuple[int, str], ...]
    at: datetime
    by: Speaker

    @property
    def year(self) -> str:
        return self.period.partition("-")[0]

    @property
    def quarter(self) -> str:
        return self.period.partition("-")[2]


def year_of(today: date) -> str:
    """Whose list is made on this day: in December it is the next year's."""
    return str(today.year + (today.month == 12))


def quarter_of(today: date) -> str:
    """Which quarter is reviewed on this day: in its first month it is the one before."""
    quarter = (today.month - 1) // 3 + 1
    if today.month % 3 == 1:
        return f"{today.year - 1}-4" if quarter == 1 else f"{today.year}-{quarter - 1}"
    return f"{today.year}-{quarter}"


def quarter_begins(period: str) -> date:
    year, _, quarter = period.partition("-")
    return date(int(year), (int(quarter) - 1) * 3 + 1, 1)
