"""Lengths as Telegram counts them, and politely shortened words."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable

_TAG = re.compile(r"<[^>]*>")
# Characters that reorder or hide what follows: a name holding them could turn a whole message around.
_UNSEEN = re.compile("[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]")
_ZERO_WIDTH_JOINER = "\u200d"


def plain(markup: str) -> str:
    """Telegram HTML as it is read: without tags, entities resolved."""
    return html.unescape(_TAG.sub("", markup))


def units(text: str) -> int:
    """Length in UTF-16 code units, as entities are counted; never less than the number of characters."""
    return len(text.encode("utf-16-le")) // 2


def columns(text: str) -> int:
    """Width on a screen: a Chinese character or an emoji takes two columns."""
    return sum(_columns_of(sign) for sign in text)


def _columns_of(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def clean(words: str) -> str:
    """People's words without control characters and without those that reorder the text around them."""
    return _UNSEEN.sub("", words.replace("\r\n", "\n").replace("\t", " "))


def shorten(words: str, most: int, *, measure: Callable[[str], int] = len) -> str:
    """At most `most` by `measure`, the ellipsis included; a character is never parted from its marks."""
    if measure(words) <= most:
        return words
    end, used = 0, measure("…")
    while end < len(words) and used + measure(words[end]) <= most:
        used += measure(words[end])
        end += 1
    while end and belongs_to_previous(words, end):
        end -= 1
    return words[:end].rstrip() + "…"


def belongs_to_previous(words: str, index: int) -> bool:
    """Whether the sign at `index` is a mark on the one before it: an accent, a skin tone, what a joiner joins."""
    sign = words[index]
    joined = sign == _ZERO_WIDTH_JOINER or words[index - 1] == _ZERO_WIDTH_JOINER
    skin_tone = "\U0001f3fb" <= sign <= "\U0001f3ff"
    return joined or skin_tone or unicodedata.category(sign) in ("Mn", "Me")


def widest_cap(fits: Callable[[int], bool], *, longest: int) -> int | None:
    """The largest cap on every variable with which the whole fits: so the longest is shortened first.

    None if not even one character each would fit. `fits` holds for every cap below one that fits.
    """
    low, high = 0, longest
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low or None
