"""Offsets and lengths of entities are counted in UTF-16 code units (Bot API, MessageEntity)."""


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return sum(2 if ord(character) > 0xFFFF else 1 for character in text)


def span(text: str, start: int, end: int) -> tuple[int, int]:
    """`(offset, length)` in UTF-16 units of the Python slice `text[start:end]`."""
    return units(text[:start]), units(text[start:end])


def cut(text: str, offset: int, length: int) -> str:
    """The part of a text an entity covers."""
    encoded = text.encode("utf-16-le")
    return encoded[2 * offset : 2 * (offset + length)].decode("utf-16-le")


def on_boundary(text: str, offset: int) -> bool:
    """Whether a UTF-16 offset falls between characters and inside the text."""
    encoded = text.encode("utf-16-le")
    if not 0 <= 2 * offset <= len(encoded):
        return False
    unit = int.from_bytes(encoded[2 * offset : 2 * offset + 2], "little")
    return not 0xDC00 <= unit <= 0xDFFF
