"""Which grid people mean: by its name, or by its number however it is called: 网格2, 第二网格, grid no. 2. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.domain import places
from bot.domain.place_tree import folded

_GRID = re.compile(r"网格|(?<![a-z])grid(?![a-z])")
#: What may stand around the number: 第二网格, 2号网格, grid no. 2.
_AROUND = re.compile(r"[第号个\s#]|no\.?|number")
_NUMBER = re.compile(r"\d{1,3}|[零〇一二两三四五六七八九十百]{1,5}")


def speaks_of_one(words: str) -> bool:
    """Whether the words say that a grid is meant."""
    return _GRID.search(folded(words)) is not None


def named(words: str, names: Mapping[int, str]) -> int | None:
    """The key of the grid that is meant. `names`: of those there are, by whatever key.

    None: none of them, or more than one. Its whole name always does; less only where they say that it is a grid.
    """
    same = [key for key, name in names.items() if folded(name) == folded(words)]
    if not same and speaks_of_one(words):
        same = [key for key, name in names.items() if _bare(name) == _bare(words) != ""]
    return same[0] if len(same) == 1 else None


def _bare(name: str) -> str:
    """What tells it from the others: its number, or its name without the word."""
    rest = " ".join(_GRID.sub(" ", folded(name)).split())
    digits = _AROUND.sub("", rest)
    return str(places.number(digits)) if _NUMBER.fullmatch(digits) else rest
