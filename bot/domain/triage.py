"""The committee's first look: of which class a wish is, at which levels it is handled. Suggested by words. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain import guess, triage_words
from bot.domain.clock_refusals import LastLevel
from bot.domain.script import simplified
from bot.domain.wishes import Category, Kind, Wish


class Matter(StrEnum):
    """The class of a wish (三类). Clocks run for demands alone; the rest is left alone."""

    DEMAND = "demand"  #: 民生诉求
    TALK = "talk"  #: 邻里之间
    EXPRESSION = "expression"  #: 自我表达


class Level(StrEnum):
    """Who has to handle it (三级), from below to above; several at once where that helps."""

    COMMITTEE = "committee"
    SUB_DISTRICT = "sub-district"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Triage:
    """`demand_since`: since when it is or was a demand, once a person chose; None: it is what its words suggest."""

    matter: Matter
    levels: frozenset[Level]
    demand_since: datetime | None = None

    @property
    def in_order(self) -> tuple[Level, ...]:
        """From below to above."""
        return tuple(level for level in Level if level in self.levels)

    @property
    def level_up(self) -> Level:
        """One above the highest that handles it; above the highest there is none."""
        order = tuple(Level)
        highest = max(order.index(level) for level in self.levels)
        return order[min(highest + 1, len(order) - 1)]


def suggested(kind: Kind, words: str, category: Category) -> Triage:
    """What words, kind and category suggest. In doubt it is a demand for the committee: nothing is left lying."""
    said = simplified(unicodedata.normalize("NFKC", words)).lower().replace("’", "'")
    return Triage(_matter(kind, said, category), _levels(said))


def of_wish(wish: Wish) -> Triage:
    return suggested(wish.kind, wish.words, wish.category)


def _matter(kind: Kind, said: str, category: Category) -> Matter:
    if kind is Kind.OFFER:
        return Matter.TALK
    if category is Category.SAFETY or guess.says_broken(said):
        return Matter.DEMAND
    if _TALK.search(said):
        return Matter.TALK
    return Matter.EXPRESSION if _EXPRESSION.search(said) else Matter.DEMAND


def _levels(said: str) -> frozenset[Level]:
    further = {level for level, words in _FURTHER if words.search(said)}
    return frozenset({Level.COMMITTEE, *further})


_TALK, _EXPRESSION = re.compile(triage_words.TALK), re.compile(triage_words.EXPRESSION)
_FURTHER = (
    (Level.SUB_DISTRICT, re.compile(triage_words.SUB_DISTRICT)),
    (Level.ABOVE, re.compile(triage_words.ABOVE)),
)


def with_matter(triage: Triage, matter: Matter, *, filed_at: datetime, now: datetime) -> Triage:
    """The same with another class. What was a demand once keeps its clock: to and fro wins nobody a day."""
    if matter is triage.matter:
        return triage
    since = triage.demand_since
    if since is None and Matter.DEMAND in (matter, triage.matter):
        since = now if matter is Matter.DEMAND else filed_at
    return replace(triage, matter=matter, demand_since=since)


def toggled(triage: Triage, level: Level) -> Triage:
    """The same with the level added, or without it.

    Raises:
        LastLevel: somebody has to handle it.
    """
    levels = triage.levels ^ {level}
    if not levels:
        raise LastLevel
    return replace(triage, levels=levels)
