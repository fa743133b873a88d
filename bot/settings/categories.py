"""What wishes are about, in config.yaml's own words: keys, names in both languages, words by which they are guessed."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Annotated, Protocol

from pydantic import AfterValidator, Field

from bot.domain.categories import OwnCategory
from bot.domain.category import CATEGORY_KEY, SHIPPED_CATEGORIES, Category
from bot.settings.group import Group, Text, wrong

MOST = 16  #: fits a phone's screen in rows of two, below the question
_MARKUP = frozenset("{}<>&\n")  #: Fluent's and Telegram's own signs


def _key(value: str) -> str:
    if not CATEGORY_KEY.fullmatch(value) or value in ("any", "gone"):
        raise wrong("must be 1 to 16 small letters, digits and hyphens, beginning with a letter, and not any or gone")
    return value


def _name(value: str) -> str:
    if not value.strip() or len(value) > 20 or _MARKUP & set(value):
        raise wrong("must be 1 to 20 plain characters on one line")
    return value.strip()


def _word(value: str) -> str:
    if not 2 <= len(value.strip()) <= 30:
        raise wrong("must be 2 to 30 characters")
    return value.strip().lower()


Name = Annotated[Text, AfterValidator(_name)]


class Named(Protocol):
    """A line of config.yaml that names something chosen by a button."""

    @property
    def key(self) -> str: ...
    @property
    def zh(self) -> str | None: ...
    @property
    def en(self) -> str | None: ...


def check_lines(lines: Sequence[Named], *, shipped: Container[str]) -> None:
    """Raises what `wrong` makes: too many, one twice, or one without names that does not come along with them."""
    keys = [each.key for each in lines]
    if not 1 <= len(keys) <= MOST:
        raise wrong(f"must list 1 to {MOST} categories")
    if twice := [key for index, key in enumerate(keys) if key in keys[:index]]:
        raise wrong(f"lists {twice[0]} twice")
    for each in lines:
        if each.key not in shipped and not (each.zh and each.en):
            raise wrong(f"must name {each.key} in both languages, under zh and en")


class CategoryLine(Group):
    key: Annotated[Text, AfterValidator(_key)]
    zh: Name | None = None
    en: Name | None = None
    words: tuple[Annotated[Text, AfterValidator(_word)], ...] = ()


def _named_once(value: tuple[CategoryLine, ...] | None) -> tuple[CategoryLine, ...] | None:
    if value is None:
        return None
    check_lines(value, shipped={each.value for each in SHIPPED_CATEGORIES})
    return value


CategoryLines = Annotated[tuple[CategoryLine, ...] | None, Field(), AfterValidator(_named_once)]


def categories_of(written: tuple[CategoryLine, ...] | None) -> tuple[OwnCategory, ...]:
    """As the rules know them, in the order in which they are offered: what fits nowhere is "other", always there."""
    if written is None:
        return tuple(OwnCategory(category) for category in SHIPPED_CATEGORIES)
    own = [OwnCategory(Category(line.key), line.zh, line.en, line.words) for line in written]
    if all(each.category is not Category.OTHER for each in own):
        own.append(OwnCategory(Category.OTHER))
    return tuple(own)


def offered_in(keys: tuple[str, ...] | None, all_of_them: tuple[OwnCategory, ...]) -> tuple[OwnCategory, ...]:
    """Those that one estate offers, in its order; what fits nowhere is offered everywhere. None: all."""
    if keys is None:
        return all_of_them
    by_key = {each.category.value: each for each in all_of_them}
    return tuple(by_key[key] for key in dict.fromkeys((*keys, Category.OTHER.value)))
