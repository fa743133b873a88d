"""The two scripts of Chinese: words are compared in simplified characters, whichever they were written in."""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

#: CJK Unified Ideographs and their Extension A, as Unicode numbers its blocks.
_IDEOGRAPHS = (range(0x4E00, 0xA000), range(0x3400, 0x4DC0))


@cache
def _table() -> dict[int, str]:
    """Each traditional character with its simplified one; made once, in a twentieth of a second."""
    converter = OpenCC("t2s")
    signs = "".join(chr(code) for block in _IDEOGRAPHS for code in block)
    # One sign at a time: within a run, the library reads words, and the lengths could differ.
    return {ord(sign): plain for sign, plain in zip(signs, converter.convert(signs), strict=True) if sign != plain}


def simplified(words: str) -> str:
    """The words in simplified characters, sign by sign: positions stay what they were."""
    return words if words.isascii() else words.translate(_table())
