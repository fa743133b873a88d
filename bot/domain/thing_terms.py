"""How long an installation keeps what is found, lost and given away on its cards, and how much one person may post."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThingTerms:
    """Days are whole ones, on the estate's clocks."""

    found_days: int = 30
    lost_days: int = 30
    giveaway_days: int = 14
    ask_days_before: int = 2  #: the end: whether it is still there
    most_prolongings: int = 3  #: of one thing
    most_open: int = 5  #: of one person at a time
    most_a_day: int = 3  #: of one person
    cards_a_day: int = 2  #: of a group, within those that wishes have; further ones are lines of a board
