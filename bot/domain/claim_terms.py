"""How an installation treats claims, and who claims in the name of an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class ClaimTerms:
    """How long an installation waits for what, and how much it asks of people."""

    answer_within: timedelta = timedelta(days=3)  #: until who was asked is reminded, and once more until it ends
    staff_after_days: int = 3  #: after the claimer was asked about a day that went by
    known_after: timedelta = timedelta(days=30)  #: in a building's group: then a neighbour is known
    farthest_days: int = 60  #: of the day by which it is to be done
    most_at_once: int = 3  #: running claims of one person
    match_within: timedelta = timedelta(days=7)  #: for who is asked whether they would do what a neighbour wants


@dataclass(frozen=True, slots=True)
class Organisation:
    """A firm or organisation of config.yaml; `telegram_id` is one of those who claim in its name."""

    telegram_id: int
    name: str
