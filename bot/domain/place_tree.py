"""The tree of places: what an estate lies in, its buildings, stairwells, households; grids (网格) beside it. Pure.

What an estate lies in stands in config.yaml, with the estates; what lies in an estate is kept by its committee.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain import place_refusals as refusals
from bot.domain import places
from bot.domain.errors import EmptyWords, TooLong
from bot.domain.places import Place
from bot.domain.script import simplified

MAX_CODE_CHARS = 16
MAX_NAME_CHARS = 30
MOST_PLACES = 10_000  #: of an estate
MOST_GRIDS = 200  #: of an estate
USUAL_HOUSEHOLDS = 300  #: in a grid; from half as many more on it is said that it is large
LARGE_GRID = USUAL_HOUSEHOLDS * 3 // 2

_CODE = re.compile(r"[0-9A-Z\u3400-\u9fff]([0-9A-Z\u3400-\u9fff.]*[0-9A-Z\u3400-\u9fff])?")

_NUMBER = r"(\d+|[A-Z]|[零〇一二两三四五六七八九十百]+)"


class PlaceLevel(StrEnum):
    """From the largest to the smallest; what lies in something is smaller than it."""

    CITY = "city"
    DISTRICT = "district"
    SUB_DISTRICT = "sub-district"
    COMMUNITY = "community"
    ESTATE = "estate"
    BUILDING = "building"
    STAIRWELL = "stairwell"
    HOUSEHOLD = "household"

    @property
    def depth(self) -> int:
        return _DEPTHS[self]

    def holds(self, other: PlaceLevel) -> bool:
        """Whether a place of the other level may lie in one of this."""
        return self.depth < other.depth


_DEPTHS = {level: depth for depth, level in enumerate(PlaceLevel)}
ABOVE = (PlaceLevel.CITY, PlaceLevel.DISTRICT, PlaceLevel.SUB_DISTRICT, PlaceLevel.COMMUNITY)
BELOW = (PlaceLevel.BUILDING, PlaceLevel.STAIRWELL, PlaceLevel.HOUSEHOLD)
#: A number with what people say behind it; a whole name, 玉兰楼, keeps it.
_BARE = {
    PlaceLevel.BUILDING: re.compile(_NUMBER + "(?:号楼|号|栋|幢|座|楼|#|#楼)?"),
    PlaceLevel.STAIRWELL: re.compile(_NUMBER + "(?:号?单元|号?门洞|号?门|号)?"),
    PlaceLevel.HOUSEHOLD: re.compile(r"(\d+[A-Z]?|[A-Z])(?:室|房|户|号房|号)?"),
}

Path = tuple[str, ...]
"""Codes from the building on; empty: the estate itself. Codes differ below one parent, so a path names one place."""


@dataclass(frozen=True, slots=True)
class LevelName:
    """How an installation calls a level. None: as the catalogs do."""

    level: PlaceLevel
    zh: str | None
    en: str | None

    @property
    def text_key(self) -> str:
        return f"place-level-{self.level}"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an estate lies in: names by level, the largest first; and how an installation calls its levels.

    `called`: the words config.yaml has for a level, in any language.
    """

    lies_in: tuple[tuple[PlaceLevel, str], ...] = ()
    called: Mapping[PlaceLevel, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Node:
    """A place in an estate."""

    id: int
    level: PlaceLevel
    path: Path  #: its own code is the last
    name: str = ""  #: beside its number: 玉兰楼
    grid_id: int | None = None  #: of buildings alone
    closed_at: datetime | None = None  #: aware; it is no longer among what one chooses from

    @property
    def code(self) -> str:
        return self.path[-1]

    @property
    def parent(self) -> Path:
        return self.path[:-1]


@dataclass(frozen=True, slots=True)
class Grid:
    """Buildings of an estate that somebody looks after; about 300 households."""

    id: int
    name: str
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """All places of an estate below it, and its grids."""

    nodes: Mapping[Path, Node] = field(default_factory=dict)
    grids: Mapping[int, Grid] = field(default_factory=dict)

    @classmethod
    def of(cls, nodes: Sequence[Node], grids: Sequence[Grid] = ()) -> Tree:
        return cls({node.path: node for node in nodes}, {grid.id: grid for grid in grids})

    def below(self, path: Path) -> list[Node]:
        """What lies directly in it, in the order in which people count."""
        return in_order(node for node in self.nodes.values() if node.parent == path)

    def within(self, path: Path) -> list[Node]:
        """All that lies in it, however deep."""
        return in_order(node for node in self.nodes.values() if len(node.path) > len(path) and is_in(node.path, path))

    @property
    def open_grids(self) -> list[Grid]:
        """Those in use, by name."""
        return sorted((grid for grid in self.grids.values() if grid.closed_at is None), key=lambda grid: grid.name)

    def grid_named(self, name: str) -> Grid | None:
        said = folded(name)
        return next((grid for grid in self.grids.values() if folded(grid.name) == said), None)

    def buildings_of(self, grid_id: int) -> list[Node]:
        return in_order(node for node in self.nodes.values() if node.grid_id == grid_id)

    def households_of(self, grid_id: int) -> int:
        """How many that are open lie in its buildings."""
        codes = {node.code for node in self.nodes.values() if node.grid_id == grid_id}
        return sum(_is_open_household(node) and node.path[0] in codes for node in self.nodes.values())


def _is_open_household(node: Node) -> bool:
    return node.level is PlaceLevel.HOUSEHOLD and node.closed_at is None


def is_in(path: Path, other: Path) -> bool:
    """Whether the place lies in the other, or is it."""
    return path[: len(other)] == other


def in_order(nodes: Iterator[Node] | Sequence[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: order_of(node.path))


def order_of(path: Path) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    """10 comes after 9, and B after A; numbers come first."""
    return tuple(
        tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.findall(r"\d+|\D+", code))
        for code in path
    )


def folded(words: str) -> str:
    """As names are compared: whatever script, width and case."""
    return " ".join(simplified(unicodedata.normalize("NFKC", words)).casefold().split())


def place_of(path: Path, level: PlaceLevel | None) -> Place | None:
    """The spot that the rest of the house knows it as; None: no building's number or letter, as of 玉兰苑."""
    if not path or not re.fullmatch(r"[0-9]{1,3}|[A-Z]", path[0]):
        return None
    if level is PlaceLevel.HOUSEHOLD:
        return Place(building=path[0], unit=path[1] if len(path) > 2 else None, door=path[-1])
    return Place(building=path[0], unit=path[1] if len(path) > 1 else None)


def path_of(place: Place) -> Path:
    """The building, or the stairwell, that a group of theirs belongs to; empty: neither."""
    if place.building is None:
        return ()
    return (place.building,) if place.unit is None else (place.building, place.unit)


# ---- what one may write ---------------------------------------------------------------------------------------------


def read_code(words: str, level: PlaceLevel) -> str:
    """The number alone: 3号楼 is 3, 二单元 is 2, 502室 is 502; a name without a number stays as it is.

    Raises:
        NotAPlaceCode: too long, or with signs that numbers of places do not have.
    """
    said = unicodedata.normalize("NFKC", words).strip()
    plain = re.sub(r"\.0+$", "", "".join(simplified(said).upper().split()))  # a spreadsheet's 3.00
    if bare := _BARE[level].fullmatch(plain):
        plain = _counted(bare[1], level)
    else:
        found = places.parse(said)
        read = {PlaceLevel.BUILDING: found.building, PlaceLevel.STAIRWELL: found.unit, PlaceLevel.HOUSEHOLD: found.door}
        plain = read.get(level) or plain
    if len(plain) > MAX_CODE_CHARS or not _CODE.fullmatch(plain):
        raise refusals.NotAPlaceCode(words=said[:40], most=MAX_CODE_CHARS)
    return plain


def _counted(words: str, level: PlaceLevel) -> str:
    if words.isdecimal():
        return words if level is PlaceLevel.HOUSEHOLD else words.lstrip("0") or "0"
    found = places.number(words)
    return words if found is None else str(found)


def read_name(words: str) -> str:
    """On one line.

    Raises:
        EmptyWords, TooLong
    """
    name = " ".join(words.split())
    if not name:
        raise EmptyWords
    if len(name) > MAX_NAME_CHARS:
        raise TooLong(max_chars=MAX_NAME_CHARS, chars=len(name))
    return name


def says_the_number(name: str, level: PlaceLevel, code: str) -> bool:
    """Whether a name adds nothing: 3号楼 to 3, or 玉兰苑 where that is the number as well."""
    plain = "".join(simplified(unicodedata.normalize("NFKC", name)).upper().split())
    bare = _BARE[level].fullmatch(plain)
    return plain == code or (bare is not None and _counted(bare[1], level) == code)


def written(path: Path) -> str:
    """A path as files have it: 3-2-502."""
    return "-".join(path)


def check_below(level: PlaceLevel, parent: PlaceLevel, *, place: str, of: str) -> None:
    """Whether it may lie there. `place`, `of`: how both are written.

    Raises:
        ParentMissing: a stairwell or household directly in the estate.
        NotDownward: levels only go down.
    """
    if not parent.holds(level):
        raise refusals.NotDownward(place=place, parent=of)
    if parent is PlaceLevel.ESTATE and level is not PlaceLevel.BUILDING:
        raise refusals.ParentMissing


def check_new(tree: Tree, path: Path, level: PlaceLevel) -> None:
    """Let it be put there.

    Raises:
        UnknownParent: there is nothing where it would lie.
        ParentMissing, NotDownward: see `check_below`.
        PlaceTaken: the number is taken.
        TooManyPlaces: the estate is full.
    """
    parent = tree.nodes.get(path[:-1])
    if len(path) > 1 and parent is None:
        raise refusals.UnknownParent(words=written(path[:-1]))
    of = parent.level if parent else PlaceLevel.ESTATE
    check_below(level, of, place=written(path), of=written(path[:-1]))
    if path in tree.nodes:
        raise refusals.PlaceTaken(words=written(path))
    if len(tree.nodes) >= MOST_PLACES:
        raise refusals.TooManyPlaces(most=MOST_PLACES)


def check_name(tree: Tree, path: Path, name: str) -> None:
    """Raises PlaceTaken: another one directly in the same is called so."""
    if name and any(folded(node.name) == folded(name) for node in tree.below(path[:-1]) if node.path != path):
        raise refusals.PlaceTaken(words=name)


def check_removal(tree: Tree, node: Node, *, chats: int, wishes: int, roles: int = 0) -> None:
    """Only what was written by mistake goes for good.

    `chats`: groups tied to it. `wishes`: about it, whatever became of them. `roles`: that hold there.

    Raises:
        PlaceInUse: it can be closed instead.
    """
    if chats or wishes or roles or tree.below(node.path):
        raise refusals.PlaceInUse(place=written(node.path))


def check_grid(tree: Tree, name: str, *, but: int | None = None) -> None:
    """Let a grid be called so; `but`: this one itself.

    Raises:
        GridTaken
    """
    same = tree.grid_named(name)
    if same is not None and same.id != but:
        raise refusals.GridTaken(grid=same.name)


def check_new_grid(tree: Tree, name: str) -> None:
    """Raises TooManyGrids, GridTaken."""
    if len(tree.grids) >= MOST_GRIDS:
        raise refusals.TooManyGrids(most=MOST_GRIDS)
    check_grid(tree, name)


def check_in_grid(node: Node, grid: Grid | None) -> None:
    """Let the place be put into the grid; None: out of the one it is in.

    Raises:
        OnlyBuildingsInGrids, GridIsClosed
    """
    if node.level is not PlaceLevel.BUILDING:
        raise refusals.OnlyBuildingsInGrids
    if grid is not None and grid.closed_at is not None:
        raise refusals.GridIsClosed(grid=grid.name)
