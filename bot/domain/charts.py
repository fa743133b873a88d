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


class Chart(msgspec.Struct, frozen=True):
    """Two bars a week, and photos below them."""

    title: str
    filed: str  #: what the first bar counts
    done: str
    weeks: tuple[Week, ...]
    photos: tuple[Shown, ...] = ()
