"""Words made comparable, for rules that look for words: width, letters' case, apostrophes, traditional characters."""

from __future__ import annotations

import unicodedata

from bot.domain.script import simplified

_ALIKE = str.maketrans({"’": "'", "‘": "'", "著": "着"})  # 著火 is 着火; 著 alone is both
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0F))


def folded(words: str) -> str:
    """The words with half-width signs, small letters, plain apostrophes and simplified characters."""
    plain = unicodedata.normalize("NFKC", words).translate(_INVISIBLE).casefold()
    return simplified(plain).translate(_ALIKE)
