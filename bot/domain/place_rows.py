"""A file of places as people send it: a list of households or a tree, row by row; what is wrong with which. Pure.

A list has a column for buildings, and for stairwells, doors and grids as far as they are there. A tree has a level and
a number or a name in each row, and what it lies in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.domain import place_refusals as refusals
from bot.domain import place_tree, places
from bot.domain.errors import EmptyWords, Refused
from bot.domain.place_resolving import Asked, resolve
from bot.domain.place_tree import BELOW, Path, PlaceLevel, Tree, folded, read_code, read_name

MOST_ROWS = 5000
MAX_BYTES = 2 * 1024 * 1024
MAX_YAML_BYTES = 512 * 1024
ENDINGS = (".csv", ".xlsx", ".yaml", ".yml")
GIVE_UP_AFTER = timedelta(minutes=10)  #: when the bytes of a file did not come
KEPT_FOR = timedelta(days=1)  #: what nobody takes over
_HEAD_WITHIN = 10  #: rows: titles stand above

#: By the name of each column; the first is the one that an export has.
COLUMNS: dict[str, tuple[str, ...]] = {
    "level": ("层级", "级别", "类别", "类型", "level", "type"),
    "code": ("编号", "号", "号码", "代号", "code", "number", "no", "no."),
    "name": ("名称", "名字", "名", "name"),
    "parent": ("上级", "属于", "在哪里", "parent", "in", "part of"),
    "grid": ("网格", "所属网格", "grid"),
    "state": ("状态", "state", "status"),
    "building": ("楼", "楼栋", "楼号", "楼栋号", "栋", "building", "block", "tower"),
    "stairwell": ("单元", "单元号", "门洞", "stairwell", "unit", "entrance", "staircase"),
    "door": (
        "室",
        "房号",
        "室号",
        "房间",
        "房间号",
        "门牌",
        "户",
        "户号",
        "door",
        "room",
        "flat",
        "apartment",
        "household",
    ),
}
#: How levels are called in files, beside the words of config.yaml.
LEVEL_WORDS: dict[PlaceLevel, tuple[str, ...]] = {
    PlaceLevel.CITY: ("市", "城市"),
    PlaceLevel.DISTRICT: ("区", "区县", "县"),
    PlaceLevel.SUB_DISTRICT: ("街道", "镇", "镇街", "subdistrict"),
    PlaceLevel.COMMUNITY: ("社区", "村", "居委会"),
    PlaceLevel.ESTATE: ("小区",),
    PlaceLevel.BUILDING: ("楼", "楼栋", "楼房", "栋", "幢", "座", "block", "tower"),
    PlaceLevel.STAIRWELL: ("单元", "门洞", "unit", "entrance", "staircase"),
    PlaceLevel.HOUSEHOLD: ("户", "住户", "室", "房", "房间", "room", "flat", "apartment", "door"),
}
GRID_WORDS = ("网格", "grid")
_STATES = {False: ("在用", "开着", "有", "open", "in use"), True: ("停用", "关了", "关闭", "closed", "not in use")}

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Problem:
    row: int  #: as the file counts it, the first is 1
    refused: Refused


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place as a file has it. None: the file does not say."""

    level: PlaceLevel
    path: Path
    name: str | None = None
    grid: str | None = None
    closed: bool | None = None


@dataclass(frozen=True, slots=True)
class WantedGrid:
    name: str
    closed: bool | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file comes to: parents before what lies in them; and rows that cannot be used."""

    places: tuple[Wanted, ...] = ()
    grids: tuple[WantedGrid, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Words:
    """How this estate and its levels are called."""

    estate: tuple[str, ...] = ()  #: its name and key
    called: Mapping[PlaceLevel, Sequence[str]] = field(default_factory=dict)

    def level(self, words: str) -> PlaceLevel | None:
        """None: a grid. Raises NotAPlaceLevel."""
        said = folded(words)
        for level in PlaceLevel:
            own = self.called.get(level, ())
            if said in (level.value, level.value.replace("-", " "), *LEVEL_WORDS[level], *map(folded, own)):
                return level
        if said in GRID_WORDS:
            return None
        raise refusals.NotAPlaceLevel(words=words[:40])

    def is_estate(self, words: str) -> bool:
        return folded(words) in ("", "小区", "estate", *map(folded, self.estate))


def head_of(rows: Sequence[Row]) -> tuple[int, dict[str, int]] | None:
    """Where the row stands that names the columns, and where each of them is; None: these are no places."""
    for at, row in enumerate(rows[:_HEAD_WITHIN]):
        columns = _columns(row)
        if "building" in columns or ("level" in columns and ("code" in columns or "name" in columns)):
            return at, columns
    return None


def _columns(head: Row) -> dict[str, int]:
    """Where each column stands that is known; the first of two with one name."""
    found: dict[str, int] = {}
    for at, cell in enumerate(head):
        said = folded(cell)
        for name, names in COLUMNS.items():
            if said in names:
                found.setdefault(name, at)
    return found


def read(rows: Sequence[Row], *, tree: Tree, words: Words) -> Sheet:
    """Read a file of places, as the tree stands. Empty rows are passed over, and so is all above the head.

    Raises:
        PlacesEmpty: there is no row below the head.
        NoPlacesHead: nothing names the columns.
        TooManyPlaceRows: more than `MOST_ROWS`.
    """
    if not any(cell.strip() for row in rows for cell in row):
        raise refusals.PlacesEmpty
    head = head_of(rows)
    if head is None:
        raise refusals.NoPlacesHead
    at, columns = head
    below = [(number, row) for number, row in enumerate(rows[at + 1 :], start=at + 2) if any(map(str.strip, row))]
    if not below:
        raise refusals.PlacesEmpty
    if len(below) > MOST_ROWS:
        raise refusals.TooManyPlaceRows(most=MOST_ROWS)
    named = [(number, _cells(row, columns)) for number, row in below]
    book = _Book(tree)
    if "building" in columns:
        _take_list(book, named)
    else:
        _take_tree(book, named, words)
    return book.sheet()


def _cells(row: Row, columns: Mapping[str, int]) -> dict[str, str]:
    return {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}


class _Book:
    """What the rows come to, and by which row."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.places: dict[Path, Wanted] = {}
        self.grids: dict[str, WantedGrid] = {}
        self.problems: list[Problem] = []
        self._stated: dict[Path, int] = {}
        self._added = 0
        self._grids = {folded(grid.name): grid for grid in tree.grids.values()}
        self._names: dict[tuple[Path, str], Path] = {}
        for node in tree.nodes.values():
            if node.name:
                self._names[(node.parent, folded(node.name))] = node.path

    def want(self, row: int, wanted: Wanted, *, implied: bool = False) -> None:
        """Raises SamePlaceTwice, OtherPlaceLevel, PlaceTaken, TwoGrids, TooManyPlaces."""
        path = wanted.path
        stands, before = self.tree.nodes.get(path), self.places.get(path)
        if (level := (before or stands)) is not None and level.level is not wanted.level:
            raise refusals.OtherPlaceLevel(place=place_tree.written(path))
        if not implied and (first := self._stated.get(path)) is not None:
            raise refusals.SamePlaceTwice(row=first)
        if wanted.name:
            key = (path[:-1], folded(wanted.name))
            if self._names.get(key, path) != path:
                raise refusals.PlaceTaken(words=wanted.name)
            self._names[key] = path
        if before is not None:
            if wanted.grid and before.grid and folded(wanted.grid) != folded(before.grid):
                raise refusals.TwoGrids(place=place_tree.written(path), grid=before.grid)
            wanted = replace(
                wanted,
                name=wanted.name if wanted.name is not None else before.name,
                grid=wanted.grid or before.grid,
                closed=wanted.closed if wanted.closed is not None else before.closed,
            )
        elif stands is None:
            if self._added + len(self.tree.nodes) >= place_tree.MOST_PLACES:
                raise refusals.TooManyPlaces(most=place_tree.MOST_PLACES)
            self._added += 1
        self.places[path] = wanted
        if not implied:
            self._stated[path] = row
        if wanted.grid:
            self.want_grid(WantedGrid(wanted.grid))

    def want_grid(self, grid: WantedGrid) -> None:
        """Raises TooManyGrids."""
        key = folded(grid.name)
        before = self.grids.get(key)
        known = self._grids.get(key)
        if before is None and known is None and len(self._grids) + len(self.grids) >= place_tree.MOST_GRIDS:
            raise refusals.TooManyGrids(most=place_tree.MOST_GRIDS)
        closed = grid.closed if grid.closed is not None or before is None else before.closed
        self.grids[key] = WantedGrid(known.name if known else before.name if before else grid.name, closed)

    def sheet(self) -> Sheet:
        places = sorted(self.places.values(), key=lambda each: (len(each.path), place_tree.order_of(each.path)))
        problems = sorted(self.problems, key=lambda each: each.row)
        return Sheet(tuple(places), tuple(self.grids.values()), tuple(problems))


def _name(cells: Mapping[str, str], level: PlaceLevel, code: str) -> str | None:
    """None: it says no more than the number does."""
    if not cells.get("name"):
        return None
    name = read_name(cells["name"])
    return None if place_tree.says_the_number(name, level, code) else name


def _closed(cells: Mapping[str, str]) -> bool | None:
    """Raises NotAPlaceState."""
    said = folded(cells.get("state", ""))
    if not said:
        return None
    for closed, names in _STATES.items():
        if said in names:
            return closed
    raise refusals.NotAPlaceState(words=cells["state"][:40])


# ---- a list ---------------------------------------------------------------------------------------------------------


def _take_list(book: _Book, named: Sequence[tuple[int, Mapping[str, str]]]) -> None:
    for row, cells in named:
        try:
            _take_listed(book, row, cells)
        except Refused as refused:
            book.problems.append(Problem(row, refused))


def _take_listed(book: _Book, row: int, cells: Mapping[str, str]) -> None:
    """A building with what is said of a stairwell and a door in it; what holds them comes along.

    Raises:
        EmptyWords: no building. And whatever `_Book.want` raises.
    """
    if not cells["building"]:
        raise EmptyWords
    path: Path = ()
    steps: list[tuple[PlaceLevel, Path]] = []
    for level, column in zip(BELOW, ("building", "stairwell", "door"), strict=True):
        if cells.get(column):
            path = (*path, read_code(cells[column], level))
            steps.append((level, path))
    level, path = steps[-1]
    name, closed = _name(cells, level, path[-1]), _closed(cells)
    grid = read_name(cells["grid"]) if cells.get("grid") else None
    wanted = [Wanted(level, path, grid=grid if level is PlaceLevel.BUILDING else None) for level, path in steps]
    for each in wanted[:-1]:
        book.want(row, each, implied=True)
    book.want(row, replace(wanted[-1], name=name, closed=closed))


# ---- a tree ---------------------------------------------------------------------------------------------------------


def _take_tree(book: _Book, named: Sequence[tuple[int, Mapping[str, str]]], words: Words) -> None:
    asked: list[Asked] = []
    told: dict[int, tuple[Asked, Mapping[str, str]]] = {}
    for row, cells in named:
        try:
            each = _asked(book, row, cells, words)
        except Refused as refused:
            book.problems.append(Problem(row, refused))
            continue
        if each is not None:
            asked.append(each)
            told[row] = (each, cells)
    paths, refused_rows = resolve(asked, tree=book.tree)
    book.problems += [Problem(row, refused) for row, refused in refused_rows.items()]
    for row in sorted(paths, key=lambda row: (len(paths[row]), row)):
        each, cells = told[row]
        try:
            grid = read_name(cells["grid"]) if cells.get("grid") else None
            if grid is not None and each.level is not PlaceLevel.BUILDING:
                raise refusals.OnlyBuildingsInGrids
            book.want(row, Wanted(each.level, paths[row], _name(cells, each.level, each.code), grid, _closed(cells)))
        except Refused as refused:
            book.problems.append(Problem(row, refused))


def _asked(book: _Book, row: int, cells: Mapping[str, str], words: Words) -> Asked | None:
    """None: it was a grid, which is taken at once.

    Raises:
        NotAPlaceLevel, AboveTheEstate, NotAPlaceCode, EmptyWords, TooLong, NotAPlaceState
    """
    level = words.level(cells["level"])
    code, name = cells.get("code", ""), cells.get("name", "")
    if level is None:
        book.want_grid(WantedGrid(read_name(name or code), _closed(cells)))
        return None
    if level not in BELOW:
        raise refusals.AboveTheEstate(words=cells["level"][:40])
    if not (code or name):
        raise EmptyWords
    own = read_code(code or name, level)
    return Asked(row, level, own, _name(cells, level, own), _segments(cells.get("parent", ""), words))


def _segments(parent: str, words: Words) -> tuple[str, ...]:
    """What it says it lies in: 3-2, 3号楼/2单元, 3号楼2单元, also behind the estate; empty: the estate itself."""
    if words.is_estate(parent):
        return ()
    parts = tuple(part.strip() for part in re.split(r"[-/\\>—－]+", parent) if part.strip())
    if len(parts) == 1 and (found := places.parse(parent)).building and found.unit:
        return (found.building, found.unit)
    return parts[1:] if len(parts) > 1 and words.is_estate(parts[0]) else parts
