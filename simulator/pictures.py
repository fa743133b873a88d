"""Pictures with the standard library alone: reading the size of an image, drawing a plain one."""

import colorsys
import hashlib
import struct
import zlib

_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def dimensions(content: bytes) -> tuple[int, int] | None:
    """`(width, height)` in pixels of a PNG, GIF, JPEG or WebP (VP8X, VP8L, VP8); None if it is none of these."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return struct.unpack(">II", content[16:24])
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        return struct.unpack("<HH", content[6:10])
    if content.startswith(b"\xff\xd8"):
        return _jpeg(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP" and len(content) >= 30:
        return _webp(content)
    return None


def _jpeg(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(content):
        if content[position] != 0xFF:
            return None
        marker = content[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return width, height
        position += 2 + struct.unpack(">H", content[position + 2 : position + 4])[0]
    return None


def _webp(content: bytes) -> tuple[int, int] | None:
    if content[12:16] == b"VP8X":
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    if content[12:16] == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    width, height = struct.unpack("<HH", content[26:30])
    return width & 0x3FFF, height & 0x3FFF


def drawn(seed: str, width: int = 640, height: int = 480) -> bytes:
    """A PNG that looks like a photograph from far away: a sky, a wall with windows; the colours come from the seed."""
    digest = hashlib.sha256(seed.encode()).digest()
    hue = digest[0] / 255
    sky, wall, window, ground = (
        _colour(hue, 0.25, 0.95),
        _colour((hue + 0.45) % 1, 0.30, 0.75),
        _colour((hue + 0.12) % 1, 0.45, 0.98),
        _colour((hue + 0.30) % 1, 0.35, 0.45),
    )
    lit = int.from_bytes(digest[1:5], "big")
    horizon, roof = height * 5 // 6, height // 5
    left, right = width // 5, width * 4 // 5
    rows: dict[tuple[int, bool], bytes] = {}
    lines: list[bytes] = []
    for y in range(height):
        if y >= horizon:
            line = rows.setdefault((-1, False), ground * width)
        elif y < roof:
            line = rows.setdefault((-2, False), sky * width)
        else:
            floor, inside = divmod(y - roof, 48)
            key = (floor, 12 <= inside < 36)
            if key not in rows:
                rows[key] = sky * left + _wall(right - left, floor, key[1], lit, wall, window) + sky * (width - right)
            line = rows[key]
        lines.append(b"\x00" + line)
    return _png(width, height, b"".join(lines))


def _wall(width: int, floor: int, windows: bool, lit: int, wall: bytes, window: bytes) -> bytes:
    if not windows:
        return wall * width
    dark = bytes(channel // 3 for channel in wall)
    pixels = bytearray()
    for x in range(width):
        column, inside = divmod(x, 48)
        shown = window if lit >> ((floor * 7 + column) % 32) & 1 else dark
        pixels += shown if 12 <= inside < 36 else wall
    return bytes(pixels)


def _colour(hue: float, saturation: float, value: float) -> bytes:
    return bytes(round(255 * channel) for channel in colorsys.hsv_to_rgb(hue, saturation, value))


def _png(width: int, height: int, scanlines: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(scanlines, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
