"""How people know what the bot says to them: by its own texts, in either language."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from bot.texts.catalog import Catalog
from simulator.model import Message

CATALOG = Catalog.load(strict=True)
_NUMBER = "7070707"
_TAGS = re.compile(r"<[^>]+>")


@cache
def label(key: str) -> frozenset[str]:
    """A button's label in every language."""
    return frozenset(CATALOG.text(key, {}, language) for language in CATALOG.languages)


@cache
def beginning(key: str) -> frozenset[str]:
    """A label up to its first variable."""
    variables = {"day": _NUMBER}
    return frozenset(CATALOG.text(key, variables, each).partition(_NUMBER)[0] for each in CATALOG.languages)


def text(key: str, **variables: Any) -> frozenset[str]:
    """A text in every language, without markup."""
    return frozenset(_TAGS.sub("", CATALOG.text(key, variables, each)) for each in CATALOG.languages)


@cache
def numbered(key: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of a text that names a wish's number, up to that number."""
    found = []
    for language in CATALOG.languages:
        shown = _TAGS.sub("", CATALOG.text(key, {"number": _NUMBER, "day": "", "kind": ""}, language))
        found.append(re.compile(re.escape(shown.partition(_NUMBER)[0]) + r"(\d+)"))
    return tuple(found)


def number_in(key: str, body: str) -> int | None:
    for pattern in numbered(key):
        if hit := pattern.search(body):
            return int(hit.group(1))
    return None


@cache
def quoting(key: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of a text up to the words it quotes, whatever it counts."""
    found = set()
    for language in CATALOG.languages:
        for n in (1, 2):
            shown = CATALOG.text(key, {"words": _NUMBER, "n": n}, language).partition(_NUMBER)[0]
            found.add(re.escape(shown).replace("2", r"\d+"))
    return tuple(re.compile(pattern) for pattern in sorted(found))


@cache
def opening(key: str) -> frozenset[str]:
    """A text's first line, without what varies."""
    texts = (CATALOG.text(key, {"command": _NUMBER}, each) for each in CATALOG.languages)
    return frozenset(text.splitlines()[0].partition(_NUMBER)[0] for text in texts)


def says(message: Message, key: str, **variables: Any) -> bool:
    return any(each in message.body for each in text(key, **variables))


def data_of(message: Message, labels: frozenset[str], *, begins: bool = False) -> str | None:
    """What the button with one of these labels sends."""
    for row in message.keyboard or ():
        for button in row:
            fits = any(button["text"].startswith(each) for each in labels) if begins else button["text"] in labels
            if fits and "callback_data" in button:
                return str(button["callback_data"])
    return None
