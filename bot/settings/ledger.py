"""What entries of the open ledger are about, in config.yaml's own words: keys, names, who publishes in each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from bot.domain.ledger import CATEGORY_KEY, PUBLISHERS, SHIPPED_CATEGORIES, LedgerCategory
from bot.domain.people import Body
from bot.settings.categories import Name, check_lines
from bot.settings.group import Group, Text, wrong

_SHIPPED = frozenset(each.key for each in SHIPPED_CATEGORIES)


def _key(value: str) -> str:
    if not CATEGORY_KEY.fullmatch(value) or value in ("all", "gone"):
        raise wrong("must be 1 to 16 small letters, digits and hyphens, beginning with a letter, and not all or gone")
    return value


def _somebody(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise wrong("must name committee, owners or both")
    return value


class LedgerCategoryLine(Group):
    key: Annotated[Text, AfterValidator(_key)]
    zh: Name | None = None
    en: Name | None = None
    bodies: Annotated[tuple[Literal["committee", "owners"], ...], AfterValidator(_somebody)] = ("committee", "owners")


def _named_once(value: tuple[LedgerCategoryLine, ...] | None) -> tuple[LedgerCategoryLine, ...] | None:
    if value is None:
        return None
    check_lines(value, shipped=_SHIPPED)
    for body in PUBLISHERS:
        if all(body.value not in each.bodies for each in value):
            raise wrong(f"must have a category in which {body.value} can publish")
    return value


class LedgerSettings(Group):
    categories: Annotated[tuple[LedgerCategoryLine, ...] | None, Field(), AfterValidator(_named_once)] = None

    @property
    def offered(self) -> tuple[LedgerCategory, ...]:
        """As the rules know them, in the order in which they are offered. None: those that come along."""
        if self.categories is None:
            return ()
        return tuple(
            LedgerCategory(each.key, tuple(map(Body, each.bodies)), each.zh, each.en) for each in self.categories
        )
