"""Voice notes with the standard library alone: making one of any length, reading how long one is.

There is no microphone in a simulator, and no Opus encoder in the standard library. `voice.ogg` is two seconds of a
synthetic hum, made once (docs/simulator.md says how); a longer or shorter note is its packets, as often as needed, in
an Ogg stream of our own (RFC 3533, RFC 7845).
"""

import functools
import hashlib
import itertools
import struct
from collections.abc import Iterator
from pathlib import Path

RATE = 48_000  #: an Opus stream counts its samples at 48 kHz, whatever was recorded (RFC 7845, section 4)
PACKET_SAMPLES = 960  #: 20 ms, the length of every packet of the sample
PACKETS_A_PAGE = 50
_SAMPLE = Path(__file__).with_name("voice.ogg")
_PAGE = struct.Struct("<4sBBqIIIB")
_BEGINS, _ENDS = 2, 4  #: header flags


def recorded(seconds: int, seed: str) -> bytes:
    """An Ogg Opus file of this length, playable anywhere. Two seeds give two files."""
    head, tags, *sound = _packets(_SAMPLE.read_bytes())
    (skipped,) = struct.unpack_from("<H", head, 10)
    end = skipped + seconds * RATE
    packets = list(itertools.islice(itertools.cycle(sound), -(-end // PACKET_SAMPLES)))
    serial = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4], "big")
    pages = [_page([head], 0, serial, 0, _BEGINS), _page([tags], 0, serial, 1, 0)]
    for at in range(0, len(packets), PACKETS_A_PAGE):
        chunk = packets[at : at + PACKETS_A_PAGE]
        is_last = at + len(chunk) == len(packets)
        position = end if is_last else (at + len(chunk)) * PACKET_SAMPLES
        pages.append(_page(chunk, position, serial, len(pages), _ENDS if is_last else 0))
    return b"".join(pages)


def length_s(content: bytes) -> int | None:
    """Whole seconds of an Ogg Opus file, at least 1; None if it is something else."""
    pages = list(_pages(content))
    if not pages or not pages[0][1].startswith(b"OpusHead") or len(pages[0][1]) < 19:
        return None
    (skipped,) = struct.unpack_from("<H", pages[0][1], 10)
    samples = max(position for position, _, _ in pages) - int(skipped)
    return max(1, round(samples / RATE))


def _pages(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Position, body and lacing of each whole page; it ends where no page begins."""
    at = 0
    while at + _PAGE.size <= len(content):
        mark, _, _, position, _, _, _, segments = _PAGE.unpack_from(content, at)
        lacing = content[at + _PAGE.size : at + _PAGE.size + segments]
        body = at + _PAGE.size + segments
        if mark != b"OggS" or len(lacing) < segments or body + sum(lacing) > len(content):
            return
        yield position, content[body : body + sum(lacing)], lacing
        at = body + sum(lacing)


def _packets(content: bytes) -> list[bytes]:
    packets, begun = [], b""
    for _, body, lacing in _pages(content):
        at = 0
        for size in lacing:
            begun += body[at : at + size]
            at += size
            if size < 255:  # a packet ends with a segment that is not full
                packets.append(begun)
                begun = b""
    return packets


def _page(packets: list[bytes], position: int, serial: int, number: int, flags: int) -> bytes:
    lacing = b"".join(b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets)
    body = lacing + b"".join(packets)
    blank = _PAGE.pack(b"OggS", 0, flags, position, serial, number, 0, len(lacing))
    return _PAGE.pack(b"OggS", 0, flags, position, serial, number, _checksum(blank + body), len(lacing)) + body


@functools.cache
def _table() -> tuple[int, ...]:
    """CRC-32 with the polynomial 0x04c11db7, not reflected (RFC 3533, section 6)."""
    values = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
        values.append(value & 0xFFFFFFFF)
    return tuple(values)


def _checksum(page: bytes) -> int:
    table, value = _table(), 0
    for byte in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ table[(value >> 24) ^ byte]
    return value
