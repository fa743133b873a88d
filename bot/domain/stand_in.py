"""The grey picture that takes the place of one that was taken away.

A message with a photo cannot be edited into one without (Bot API, editMessageMedia): so that a picture goes from a card
that a group sees, another has to come.
"""

from __future__ import annotations

import hashlib
import struct
import zlib

KEY = "photo-taken-away"  #: in `files`; no file_unique_id of Telegram's holds a word with hyphens like this
_WIDTH, _HEIGHT, _GREY = 320, 200, 0xD6


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _picture() -> bytes:
    """A PNG of one grey (RFC 2083), the same bytes everywhere: nothing is compressed."""
    head = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 0, 0, 0, 0)
    rows = (b"\x00" + bytes([_GREY]) * _WIDTH) * _HEIGHT
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 0)) + _chunk(b"IEND", b"")


PICTURE = _picture()
SHA256 = hashlib.sha256(PICTURE).hexdigest()
