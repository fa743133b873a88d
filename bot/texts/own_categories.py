"""What categories of an installation's own are called, as texts; and one that is configured no more still shows."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.categories import OwnCategory
from bot.texts.traditional import traditional

PREFIX = "category-"
GONE = "category-gone"  #: said of a category that nobody names any more

Categories = Sequence[OwnCategory]


def is_gone(key: str) -> bool:
    """Whether this is the name of a category: config.yaml may have stopped naming it."""
    return key.startswith(PREFIX)


def own_names(categories: Categories, language: str) -> str:
    """Their names as a Fluent resource; traditional Chinese is made of the simplified names."""
    named = {each.category.value: each.en if language == "en" else each.zh for each in categories}
    return "\n".join(f'{PREFIX}{key} = {{ "{_quoted(name, language)}" }}\n' for key, name in named.items() if name)


def _quoted(name: str, language: str) -> str:
    said = traditional(name) if language == "zh-Hant" else name
    return said.replace("\\", "\\\\").replace('"', '\\"')
