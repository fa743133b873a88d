"""Texts in traditional characters, made of the simplified ones: OpenCC's Taiwan standard, then the words that differ.

`zh-Hant/words.tsv` lists those words: what OpenCC writes, a tab, what people there say. A whole text that is to
be worded differently stands in a file of `zh-Hant`, under its key.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from opencc import OpenCC

WORDS = Path(__file__).parent / "zh-Hant" / "words.tsv"


@cache
def _converter() -> OpenCC:
    return OpenCC("s2tw")


@cache
def words_that_differ(path: Path = WORDS) -> tuple[tuple[str, str], ...]:
    """(as OpenCC writes it, as people say it); longer ones come first, so that they win."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return tuple(sorted(((row[0], row[1]) for row in rows), key=lambda pair: -len(pair[0])))


def traditional(text: str) -> str:
    """A text of the simplified catalog, Fluent's syntax included, which is ASCII and stays as it is."""
    converted: str = _converter().convert(text)
    for written, said in words_that_differ():
        converted = converted.replace(written, said)
    return converted
