"""What an installation calls its categories and levels of places, as texts; a category named no more still shows."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.categories import OwnCategory
from bot.domain.ledger import LedgerCategory
from bot.domain.place_tree import LevelName
from bot.texts.traditional import traditional

PREFIX = "category-"
PREFIXES = (PREFIX, "ledger-category-")  #: of wishes, and of entries of the ledger
GONE = "category-gone"  #: said of a category that nobody names any more

Categories = Sequence[OwnCategory | LedgerCategory | LevelName]


def is_gone(key: str) -> bool:
    """Whether this is the name of a category: config.yaml may have stopped naming it."""
    return key.startswith(PREFIXES)


def short_key(key: str) -> str:
    """What config.yaml calls, or called, the category of this text."""
    return next((key.removeprefix(prefix) for prefix in PREFIXES if key.startswith(prefix)), key)


def own_names(categories: Categories, language: str) -> str:
    """Their names as a Fluent resource; traditional Chinese is made of the simplified names."""
    named = {each.text_key: each.en if language == "en" else each.zh for each in categories}
    return "\n".join(f'{key} = {{ "{_quoted(name, language)}" }}\n' for key, name in named.items() if name)


def _quoted(name: str, language: str) -> str:
    said = traditional(name) if language == "zh-Hant" else name
    return said.replace("\\", "\\\\").replace('"', '\\"')
