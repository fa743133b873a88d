"""Somebody's words cut to a line."""

from __future__ import annotations

import unicodedata

LINE_COLUMNS = 48  #: of a wish's words: two rows of a phone, number and state included


def shortened(words: str, *, columns: int = LINE_COLUMNS) -> str:
    """On one line, at most `columns` wide; a Chinese character takes two of them."""
    flat = " ".join(words.split())
    if _columns(flat) <= columns:
        return flat
    kept = flat[:columns]
    while _columns(kept) > columns - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _columns(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in words)
