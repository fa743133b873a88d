"""What a building's group is used for, and what is recommended of each function once it was there for a while. Pure.

Counted is in how many hands something was, never how busy anybody is; and one group is never set beside another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain import office
from bot.domain.people import Estate

FIRST_AFTER = timedelta(days=60)  #: from the binding of a group
AGAIN_AFTER = timedelta(days=180)
COUNTED = timedelta(days=60)  #: the last days before it is told again; the first time, all since the binding
MOST_A_DAY = 3  #: groups told of in one morning; the others wait for the next
#: From so many people of a hundred known neighbours on a function is kept, and in a large group from a few people on,
#: if they are not lost in it.
KEPT_FROM_PERCENT = 10
FEW_PEOPLE, NOT_LOST_FROM_PERCENT = 3, 1


class Function(StrEnum):
    """In the order in which they are told."""

    WISHES = "wishes"
    SUPPORT = "support"  #: same here, support
    CLAIMS = "claims"
    SIGNUPS = "signups"
    POLLS = "polls"
    BROADCASTS = "broadcasts"  #: those that asked to be read


#: What can be stopped in one group alone: nothing new of it is posted there.
SWITCHED = (Function.SIGNUPS, Function.POLLS)
#: What nobody can use where there was none of it: nothing is said of it then.
_NEEDS_ONE = frozenset({Function.SUPPORT, Function.CLAIMS, Function.BROADCASTS})


@dataclass(frozen=True, slots=True)
class Use:
    """`offered`: how often there was something to use; `times`: how often it was used; `persons`: by how many."""

    offered: int
    times: int
    persons: int


class Advice(StrEnum):
    KEEP = "keep"
    TALK = "talk"  #: few use it: ask those it was meant for
    STOP = "stop"  #: nobody does


def advise(use: Use, *, known: int) -> Advice:
    """What is recommended of a function. `known`: neighbours the bot knows of in the group."""
    if use.persons <= 0:
        return Advice.STOP
    percent = 100 * use.persons / max(known, use.persons)
    if percent >= KEPT_FROM_PERCENT or (use.persons >= FEW_PEOPLE and percent >= NOT_LOST_FROM_PERCENT):
        return Advice.KEEP
    return Advice.TALK


@dataclass(frozen=True, slots=True)
class FunctionReview:
    """When a group's functions are looked at, and what was told of them last."""

    chat_id: int
    estate_key: str
    since: datetime  #: when the group was met as one of this estate
    next_at: datetime
    told_at: datetime | None = None
    days: int = 0  #: that were counted
    known: int = 0
    uses: Mapping[Function, Use] = field(default_factory=dict)
    kept: frozenset[Function] = frozenset()  #: somebody pressed that they keep it

    def rows(self) -> list[tuple[Function, Use, Advice]]:
        """What is told, in order."""
        told = ((each, self.uses[each]) for each in Function if each in self.uses)
        return [
            (each, use, advise(use, known=self.known)) for each, use in told if use.offered or each not in _NEEDS_ONE
        ]


def begun(chat_id: int, estate: Estate, *, now: datetime) -> FunctionReview:
    """Of a group that was bound just now."""
    return FunctionReview(chat_id, estate.key, since=now, next_at=office.next_list(now + FIRST_AFTER, estate))


def counted_from(review: FunctionReview, *, now: datetime) -> datetime:
    return review.since if review.told_at is None else now - COUNTED


def told(
    review: FunctionReview, uses: Mapping[Function, Use], *, known: int, estate: Estate, now: datetime
) -> FunctionReview:
    """As told now; whatever somebody decided of an earlier one is decided anew."""
    days = (now - counted_from(review, now=now)).days
    next_at = office.next_list(now + AGAIN_AFTER, estate)
    return replace(review, next_at=next_at, told_at=now, days=days, known=known, uses=dict(uses), kept=frozenset())


def waiting(review: FunctionReview, *, estate: Estate, now: datetime) -> FunctionReview:
    """It cannot be told now: with the next list of the morning."""
    return replace(review, next_at=office.next_list(now, estate))


def split(due: Iterable[FunctionReview]) -> tuple[list[FunctionReview], list[FunctionReview]]:
    """Those told today, the longest waiting first; those that wait for another day."""
    found = sorted(due, key=lambda each: (each.next_at, each.chat_id))
    return found[:MOST_A_DAY], found[MOST_A_DAY:]
