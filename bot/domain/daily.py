"""How much of a day is shown in the groups: what a person may post, and which wishes get a card of their own. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

LINES_A_BOARD = 20  #: a board of so many lines is full: each still has its button, and a phone shows it in two screens


@dataclass(frozen=True, slots=True)
class DailyLimits:
    """Counted by the estate's days."""

    cards_a_day: int = 5  #: wishes of a building chat that get a card of their own; 0: all are lines of a board
    public_wishes_a_day: int = 3  #: of one person; further ones go to the committee only
    alike_wishes_a_day: int = 2  #: likewise, of those that say the same


class DayFull(StrEnum):
    """Why a person's next wish of the day goes to the committee only."""

    PUBLIC = "public"
    ALIKE = "alike"


def day_full(*, public: int, alike: int, limits: DailyLimits) -> DayFull | None:
    """`public`: what the person posted today; `alike`: how many of these say the same as the next one."""
    if public >= limits.public_wishes_a_day:
        return DayFull.PUBLIC
    return DayFull.ALIKE if alike >= limits.alike_wishes_a_day else None


@dataclass(frozen=True, slots=True)
class Posting:
    """How a public wish is shown in its building chat, settled when it is filed. A wish without one has a card."""

    wish_id: int
    chat_id: int
    day: date  #: the estate's, of filing
    position: int  #: among the chat's public wishes of the day, from 1
    board: int | None  #: the day's board whose line it is, from 1; None: it has a card of its own


def board_for(*, cards: int, lines: int, most_cards: int | None) -> int | None:
    """The board that the next wish goes to; None: it gets a card.

    `cards`, `lines`: what the chat has of that day already. `most_cards`: None where there is room for any number.
    """
    if most_cards is None or cards < most_cards:
        return None
    return lines // LINES_A_BOARD + 1


def beginning_of(day: date, zone: ZoneInfo) -> datetime:
    """The moment at which the day begins on these clocks, in UTC."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)
