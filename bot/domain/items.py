"""Items of the plan: wishes merged into one thing to do, with tier, day, owner, cost and where the money comes from.

Pure: time is passed in, nothing is stored here. What state an item has follows from its wishes and their projects.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import item_refusals as refusals
from bot.domain import money
from bot.domain.errors import DateInPast, Refused
from bot.domain.people import Body, Speaker
from bot.domain.project_refusals import ReasonNeeded, TooMuchMoney
from bot.domain.projects import Source, Stage
from bot.domain.script import simplified
from bot.domain.wishes import State, Wish

MAX_NAME_CHARS = 60
MAX_WORDS_CHARS = 300
MOST_WISHES = 20
MOST_ITEMS_OFFERED = 24
HELD_FOR = timedelta(minutes=15)  #: before neighbours hear of a change: for second thoughts, and for further changes


class Tier(StrEnum):
    NOW = "now"  #: at once
    SOON = "soon"  #: within a year
    LATER = "later"  #: to be striven for; a day may be named


#: The farthest day of each tier, in calendar days from today.
WITHIN_DAYS = {Tier.NOW: 45, Tier.SOON: 365, Tier.LATER: 730}

#: Whose items there are. A moderator is a neighbour who keeps a group, and undertakes nothing.
OWNERS = (Body.COMMITTEE, Body.PROPERTY, Body.OWNERS)


class ItemState(StrEnum):
    PLANNED = "planned"
    UNDER_WAY = "under-way"
    DONE = "done"
    DROPPED = "dropped"  #: taken off the plan, with a reason


LIVING = frozenset({ItemState.PLANNED, ItemState.UNDER_WAY})


class ItemMove(StrEnum):
    MADE = "made"
    CHANGED = "changed"
    MOVED = "moved"  #: another day, with a public reason
    WISHES = "wishes"  #: others joined it, or were taken away
    BEGUN = "begun"  #: what follows from its wishes
    BACK = "back"  #: likewise: it is not done after all, or not under way any more
    DONE = "done"  #: likewise
    DROPPED = "dropped"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class Funding:
    """Cents by source, and those of which nobody knows yet who gives them. The cost is their sum, never stored."""

    by_source: Mapping[Source, int] = field(default_factory=dict)
    open_cents: int = 0

    @property
    def total(self) -> int:
        return sum(self.by_source.values()) + self.open_cents

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(each for each in Source if self.by_source.get(each))


NOTHING = Funding()


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody says who makes or changes an item."""

    name: str
    tier: Tier
    day: date | None
    owner: Body
    funding: Funding = NOTHING


@dataclass(frozen=True, slots=True)
class Item:
    id: int
    estate_key: str
    number: int  #: counted within the estate from 1
    plan: Plan
    state: ItemState
    made_at: datetime | None = None  #: None: it is being thought of

    @property
    def name(self) -> str:
        return self.plan.name

    @property
    def is_living(self) -> bool:
        return self.state in LIVING

    def is_late(self, today: date) -> bool:
        return self.is_living and self.plan.day is not None and self.plan.day < today


@dataclass(frozen=True, slots=True)
class ItemStep:
    """One line of what happened to it; nothing of it is ever changed."""

    id: int
    item_id: int
    move: ItemMove
    at: datetime
    by: Speaker | None = None  #: None: it followed from its wishes
    words: str = ""
    before: date | None = None  #: the day as it was
    day: date | None = None  #: the day from then on


def check(plan: Plan, *, today: date) -> None:
    """Let the plan of an item pass.

    Raises:
        TierNeedsDay: at once, or soon, without a day.
        DayBeyondTier: farther off than the tier allows.
        DateInPast: that day is over.
    """
    if plan.day is None:
        if plan.tier is not Tier.LATER:
            raise refusals.TierNeedsDay
        return
    check_day(plan.tier, plan.day, today=today)


def check_day(tier: Tier, day: date, *, today: date) -> None:
    """Raises DayBeyondTier, DateInPast."""
    if day < today:
        raise DateInPast(words=day.isoformat())
    if (day - today).days > WITHIN_DAYS[tier]:
        raise refusals.DayBeyondTier(days=WITHIN_DAYS[tier])


def change(item: Item, plan: Plan, *, words: str, today: date) -> Item:
    """Return the item with another plan. An unchanged day may be over; a changed one needs words.

    Raises:
        ItemOver: it is off the plan, or done.
        NothingChanged: the plan is as it was.
        ReasonNeeded: another day without words.
        TierNeedsDay, DayBeyondTier, DateInPast: see `check`.
    """
    if not item.is_living:
        raise refusals.ItemOver(number=str(item.number))
    if plan == item.plan:
        raise refusals.NothingChanged
    if (plan.tier, plan.day) != (item.plan.tier, item.plan.day):
        check(plan, today=today)
    if plan.day != item.plan.day and not words.strip():
        raise ReasonNeeded
    return replace(item, plan=plan)


def drop(item: Item, *, words: str) -> Item:
    """Raises ItemOver, ReasonNeeded."""
    if not item.is_living:
        raise refusals.ItemOver(number=str(item.number))
    if not words.strip():
        raise ReasonNeeded
    return replace(item, state=ItemState.DROPPED)


def follow(wishes: Sequence[Wish], stages: Iterable[Stage]) -> ItemState:
    """The state that its wishes, and the stages of their projects, give an item that is on the plan.

    Done is done once every wish that still stands is. Those withdrawn, or whose author is gone, hold nothing up; an
    item of which no wish stands any more is for the staff to end.
    """
    stand = [wish for wish in wishes if wish.state is not State.WITHDRAWN and not wish.is_gone]
    if stand and all(wish.state is State.DONE for wish in stand):
        return ItemState.DONE
    begun = {State.TAKEN, State.RETURNED, State.DONE}
    if any(wish.state in begun for wish in stand) or any(stage in _BEGUN for stage in stages):
        return ItemState.UNDER_WAY
    return ItemState.PLANNED


_BEGUN = frozenset({Stage.UNDER_WAY, Stage.ACCEPTANCE, Stage.DONE})


def move_to(before: ItemState, after: ItemState) -> ItemMove | None:
    """What it is called when an item gets from one state to the other by what its wishes did."""
    if before is after:
        return None
    if after is ItemState.DONE:
        return ItemMove.DONE
    return ItemMove.BEGUN if before is ItemState.PLANNED else ItemMove.BACK


def by_tier(items: Iterable[Item]) -> dict[Tier, list[Item]]:
    """In the order of the plan: what has no day comes last."""
    ordered = sorted(items, key=lambda each: (each.plan.day or date.max, each.number))
    return {tier: [each for each in ordered if each.plan.tier is tier] for tier in Tier}


# ---- money as people write it ---------------------------------------------------------------------------------------

_SOURCE_WORDS = {
    "政府": Source.GOVERNMENT,
    "财政": Source.GOVERNMENT,
    "government": Source.GOVERNMENT,
    "企业": Source.ENTERPRISE,
    "公司": Source.ENTERPRISE,
    "enterprises": Source.ENTERPRISE,
    "enterprise": Source.ENTERPRISE,
    "business": Source.ENTERPRISE,
    "社会": Source.SOCIETY,
    "捐款": Source.SOCIETY,
    "society": Source.SOCIETY,
    "donations": Source.SOCIETY,
    "居民": Source.RESIDENTS,
    "业主": Source.RESIDENTS,
    "residents": Source.RESIDENTS,
    "resident": Source.RESIDENTS,
}
_NAMED = "|".join(sorted(_SOURCE_WORDS, key=len, reverse=True))
_PART = re.compile(rf"\s*(?P<source>{_NAMED})\s*(?:出|给|：|:)?\s*(?P<sum>.+?)\s*", re.IGNORECASE | re.DOTALL)
#: Between parts: any comma but the one inside 3,000, and a new line.
_BETWEEN = re.compile(r"[，、；;\n]+|,(?!\d{3})|(?:\s+and\s+)|\+")


def read_funding(words: str) -> Funding:
    """政府10万，居民2万; 12万 alone: nobody knows yet who gives it. A source named twice is added up.

    Raises:
        NotFunding: a part is neither a sum nor a source with its sum.
        TooMuchMoney: see `money.parse`.
    """
    # Before normalizing, which would make ，500 a part of the number before it.
    plain = simplified(unicodedata.normalize("NFKC", words.replace("，", "\n")))
    by_source: dict[Source, int] = {}
    open_cents = 0
    parts = [part for part in _BETWEEN.split(plain) if part and part.strip()]
    if not parts:
        raise refusals.NotFunding(words=words[:40])
    for part in parts:
        named = _PART.fullmatch(part)
        try:
            cents = money.parse(named["sum"] if named else part, zero=True)
        except TooMuchMoney:
            raise
        except Refused:
            raise refusals.NotFunding(words=words[:40]) from None
        if named is None:
            open_cents += cents
        else:
            source = _SOURCE_WORDS[named["source"].lower()]
            by_source[source] = by_source.get(source, 0) + cents
    funding = Funding({source: cents for source, cents in by_source.items() if cents}, open_cents)
    if funding.total > money.MOST_CENTS:
        raise TooMuchMoney
    return funding
