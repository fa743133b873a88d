"""What a picture of the house's own shows, before it is drawn. Words are in the reader's language already."""

from __future__ import annotations

import msgspec


class Week(msgspec.Struct, frozen=True):
    label: str  #: of its last day
    filed: int
    done: int


class Shown(msgspec.Struct, frozen=True):
    """A photo of what was done. `content`: its bytes as they were sent."""

    label: str
    content: bytes


class Chart(msgspec.Struct, frozen=True, tag="weeks"):
    """Two bars a week, and photos below them."""

    title: str
    filed: str  #: what the first bar counts
    done: str
    weeks: tuple[Week, ...]
    photos: tuple[Shown, ...] = ()


class Figure(msgspec.Struct, frozen=True):
    """One number with what it is."""

    label: str
    value: str


class Bar(msgspec.Struct, frozen=True):
    label: str
    count: int


class Panel(msgspec.Struct, frozen=True):
    """Bars below each other, each with its count."""

    title: str
    bars: tuple[Bar, ...]


class Sheet(msgspec.Struct, frozen=True, tag="sheet"):
    """A few figures, and panels of bars below them."""

    title: str
    about: str
    figures: tuple[Figure, ...]
    panels: tuple[Panel, ...]


Picture = Chart | Sheet
