"""The week in a building, told to its group once a week; and when it is told, as the agenda of a month. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.wishes import State, Wish

MOST_LINES = 10  #: of a bulletin: with them it stays a caption of 1024 characters, and one look on a phone
MOST_PICTURES = 3  #: of what was done, below the chart
WEEKS_SHOWN = 8  #: in the chart, the last one being the week that is told
STAFF_ONLY_FOR = timedelta(weeks=4)  #: since a chat's first wish: missed days are not held up to the neighbours yet
MOST_SUPPORTED, MOST_OLDEST = 5, 5  #: on an agenda
ON_AGENDA = frozenset({State.OPEN, State.TAKEN, State.RETURNED})  #: what waits for somebody to decide


class Section(StrEnum):
    """What happened to a wish, in the order in which it is told; a wish is told once, as the first that fits."""

    DONE = "done"
    MISSED = "missed"  #: the promised day passed
    PROMISED = "promised"
    MOVED = "moved"  #: answered otherwise, taken in hand, or back from an end
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened to a wish in a week. `day`: promised, now or before."""

    wish: Wish
    section: Section
    day: date | None = None


@dataclass(frozen=True, slots=True)
class BulletinLine:
    """A line as it was told. `state`: the wish's then. `shown`: its words stand there; else its number alone."""

    wish: Wish
    section: Section
    state: str
    day: date | None
    shown: bool


@dataclass(frozen=True, slots=True)
class Sums:
    """Counts of a week. `left_out`: for want of room. `overdue`: promised for a day before this week, and not done."""

    filed: int
    done: int
    left_out: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Bulletin:
    id: int
    chat_id: int
    until: datetime  #: the end of its week, aware
    language: str  #: of the picture
    sums: Sums
    lines: tuple[BulletinLine, ...]


# ---- what -----------------------------------------------------------------------------------------------------------


def told_once(happened: Iterable[Happened]) -> Mapping[Section, Sequence[Happened]]:
    """Each wish under the first section that fits it, as that happened last; by number, in the sections' order."""
    first: dict[int, Happened] = {}
    order = list(Section)
    for each in happened:
        known = first.get(each.wish.id)
        if known is None or order.index(each.section) <= order.index(known.section):
            first[each.wish.id] = each
    found = sorted(first.values(), key=lambda each: each.wish.number)
    sections = {section: [each for each in found if each.section is section] for section in Section}
    return {section: those for section, those in sections.items() if those}


def shares(sizes: Mapping[Section, int], *, most: int = MOST_LINES) -> Mapping[Section, int]:
    """How many lines each section gets: in turn one each while there is room, so that none is crowded out."""
    given = dict.fromkeys(sizes, 0)
    room = most
    while room and any(given[each] < sizes[each] for each in sizes):
        for each in sizes:
            if room and given[each] < sizes[each]:
                given[each] += 1
                room -= 1
    return given


def on_agenda(
    wishes: Sequence[Wish], supporters: Mapping[int, int]
) -> tuple[tuple[tuple[Wish, int], ...], tuple[Wish, ...]]:
    """The most supported, with how many stand behind each; and of the others the oldest.

    `supporters`: by wish id; who has none is left out.
    """
    backed = [wish for wish in wishes if supporters.get(wish.id, 0) > 0]
    backed.sort(key=lambda wish: (-supporters[wish.id], wish.number))
    first = backed[:MOST_SUPPORTED]
    others = sorted((wish for wish in wishes if wish not in first), key=lambda wish: (wish.filed_at, wish.number))
    return tuple((wish, supporters[wish.id]) for wish in first), tuple(others[:MOST_OLDEST])
