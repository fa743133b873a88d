"""How an installation keeps its list of services: when a question is late, when the list is reviewed, what is much."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DirectoryTerms:
    question_after_days: int = 3  #: working days after which a question nobody answered is in the staff's queue
    review_month: int = 1
    review_day: int = 10  #: of that month, 1 to 28
    much_used_from: int = 12  #: uses in a year: once a month
