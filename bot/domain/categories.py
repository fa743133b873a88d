"""The categories of an installation: which are offered, what they are called, by which words they are guessed. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.category import SHIPPED_CATEGORIES, Category
from bot.domain.guess import guess
from bot.domain.people import Estate
from bot.domain.script import simplified


@dataclass(frozen=True, slots=True)
class OwnCategory:
    """A category that is offered. A name that is None is the one that comes along."""

    category: Category
    zh: str | None = None
    en: str | None = None
    words: tuple[str, ...] = ()  #: in small letters

    @property
    def text_key(self) -> str:
        return f"category-{self.category.value}"


SHIPPED = tuple(OwnCategory(category) for category in SHIPPED_CATEGORIES)


def of(estate: Estate | None) -> tuple[OwnCategory, ...]:
    """Those an estate offers."""
    return (estate.categories if estate else ()) or SHIPPED


def guessed(words: str, offered: Sequence[OwnCategory]) -> Category:
    """By the words config.yaml names, the longest first; else as guessed anyway. What is not offered is "other"."""
    said = simplified(unicodedata.normalize("NFKC", words)).lower()
    hits = [(len(word), -at, each) for at, each in enumerate(offered) for word in each.words if word in said]
    if hits:
        return max(hits, key=lambda hit: hit[:2])[2].category
    return kept(guess(words).category, offered)


def kept(category: Category, offered: Sequence[OwnCategory]) -> Category:
    """The category if it is offered, else "other"."""
    return category if any(each.category is category for each in offered) else Category.OTHER
