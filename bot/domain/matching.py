"""Whether somebody who offers to do something could do what a neighbour wants. Pure.

What an offer and a want have in common is what they are about; where they are decides only who is asked first, and
what is the matter is no part of it: one says it is broken, the other that they mend it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.similarity import Gist

LOOK_AFTER = timedelta(minutes=2)  #: of filing: a slip of the thumb is mended by then
LOOK_AGAIN_AFTER = timedelta(days=1)  #: after a no, and while who would be asked has a question already
ENOUGH = 0.25  #: of what the shorter of the two says, said by the other
_SAME_THING = 0.5  #: what one thing named by both is worth


class MatchAnswer(StrEnum):
    YES = "yes"  #: they claimed it
    NO = "no"
    NONE = "none"  #: its time went by, or the wish went on


@dataclass(frozen=True, slots=True)
class Match:
    """An offer that a want was found for: its offerer is asked, in private, and nobody else knows."""

    want_id: int
    offer_id: int
    offerer_id: int  #: person id
    asked_at: datetime
    next_at: datetime | None  #: when the question is over
    answer: MatchAnswer | None = None

    @property
    def is_open(self) -> bool:
        return self.next_at is not None


def fit(offer: Gist, want: Gist) -> float:
    """How well they go together, 0 to 1. Symmetric; from `ENOUGH` somebody is asked."""
    things = bool(offer.things & want.things)
    if offer.things and want.things and not things:
        return 0.0
    said = min(len(offer.grams), len(want.grams))
    shared = len(offer.grams & want.grams) / said if said else 0.0
    return min(1.0, _SAME_THING * things + shared)
