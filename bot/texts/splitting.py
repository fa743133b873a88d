"""A text too long for one message, divided where sentences end."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from bot.texts.fitting import belongs_to_previous, units

# A tag, an entity, or one character of text.
_PIECE = re.compile(r"<[^>]*>|&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#x[0-9A-Fa-f]+);|.", re.DOTALL)
_TAG_NAME = re.compile(r"<(/?)([A-Za-z0-9-]+)")
_ENDS = frozenset("。！？!?…\n")
_CLOSING = frozenset("”’』」》）)]\"'")


def split(markup: str, most: int) -> list[str]:
    """Parts of Telegram HTML, each at most `most` UTF-16 units long as it is read, `most` being 2 at least.

    As they are read, the parts joined are the whole. Tags open at the end of a part are closed there and opened again
    in the next, so that each part stands alone. A part may be blank where the whole has that many blanks.
    """
    pieces: list[str] = _PIECE.findall(markup)
    parts: list[str] = []
    start = 0
    opened: tuple[str, ...] = ()
    while start < len(pieces):
        end = _end(pieces, start, most)
        before, opened = opened, _opened(opened, pieces[start:end])
        closing = (f"</{_name(tag)}>" for tag in reversed(opened))
        parts.append("".join((*before, *pieces[start:end], *closing)))
        start = end
    return parts


def _end(pieces: Sequence[str], start: int, most: int) -> int:
    """Where the part that begins at `start` ends: behind its last sentence, else its last space, else where it must."""
    used, sentence, space = 0, start, start
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if _is_tag(piece):
            continue
        used += units(html.unescape(piece))
        if used > most:
            end = next((end for end in (sentence, space) if end > start), _whole_character(pieces, start, index))
            return _behind_closing_tags(pieces, end)
        if _ends_sentence(pieces, index):
            sentence = index + 1
        elif piece.isspace():
            space = index + 1
    return len(pieces)


def _ends_sentence(pieces: Sequence[str], index: int) -> bool:
    """A closing quotation mark belongs to its sentence; a full stop ends one only before a space, unlike in 3.5."""
    if index + 1 < len(pieces) and (pieces[index + 1] in _CLOSING or pieces[index + 1] in _ENDS - {"\n"}):
        return False
    last = index
    while last and pieces[last] in _CLOSING:
        last -= 1
    if pieces[last] == ".":
        return index + 1 == len(pieces) or pieces[index + 1].isspace()
    return pieces[last] in _ENDS


def _whole_character(pieces: Sequence[str], start: int, index: int) -> int:
    """Before the character at `index`; never between a character and its marks, unless it is all marks."""
    end = index
    while end > start + 1 and not _is_tag(pieces[end - 1]) and _belongs_to_previous(pieces, end):
        end -= 1
    return end if end > start + 1 or not _belongs_to_previous(pieces, end) else index


def _belongs_to_previous(pieces: Sequence[str], index: int) -> bool:
    both = pieces[index - 1] + pieces[index]
    return len(both) == 2 and belongs_to_previous(both, 1)


def _behind_closing_tags(pieces: Sequence[str], end: int) -> int:
    while end < len(pieces) and pieces[end].startswith("</"):
        end += 1
    return end


def _opened(opened: tuple[str, ...], pieces: Iterable[str]) -> tuple[str, ...]:
    for piece in pieces:
        if piece.startswith("</") and opened:
            opened = opened[:-1]
        elif _is_tag(piece) and not piece.startswith("</"):
            opened = (*opened, piece)
    return opened


def _is_tag(piece: str) -> bool:
    return len(piece) > 1 and piece.startswith("<")


def _name(tag: str) -> str:
    found = _TAG_NAME.match(tag)
    return found[2] if found else ""
