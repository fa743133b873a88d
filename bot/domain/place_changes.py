"""What a file of places would change in the tree, before anything does. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.place_rows import Wanted, WantedGrid
from bot.domain.place_tree import Grid, Node, Path, PlaceLevel, Tree, folded


@dataclass(frozen=True, slots=True)
class Addition:
    level: PlaceLevel
    path: Path
    name: str = ""
    grid: str | None = None  #: its name
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Of a place that is there. None: that stays."""

    node: Node
    name: str | None = None
    grid: str | None = None
    closed: bool | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """`added`: parents before what lies in them. What a file does not name stays as it is."""

    added: tuple[Addition, ...] = ()
    changed: tuple[Change, ...] = ()
    unchanged: int = 0
    new_grids: tuple[WantedGrid, ...] = ()
    changed_grids: tuple[tuple[Grid, bool], ...] = ()  #: closed by then, or not

    @property
    def any(self) -> bool:
        return bool(self.added or self.changed or self.new_grids or self.changed_grids)

    def added_of(self, level: PlaceLevel) -> int:
        return sum(each.level is level for each in self.added)


def changes(places: Sequence[Wanted], grids: Sequence[WantedGrid], *, tree: Tree) -> Changes:
    """What comes of them. The same again comes to nothing."""
    added, changed = [], []
    unchanged = 0
    for wanted in places:
        node = tree.nodes.get(wanted.path)
        if node is None:
            closed = bool(wanted.closed)
            added.append(Addition(wanted.level, wanted.path, wanted.name or "", wanted.grid, closed))
        elif (change := _change(node, wanted, tree)) is not None:
            changed.append(change)
        else:
            unchanged += 1
    new_grids, changed_grids = [], []
    for grid in grids:
        known = tree.grid_named(grid.name)
        if known is None:
            new_grids.append(grid)
        elif grid.closed is not None and grid.closed is not (known.closed_at is not None):
            changed_grids.append((known, grid.closed))
        elif not any(place.grid for place in places):
            unchanged += 1
    return Changes(tuple(added), tuple(changed), unchanged, tuple(new_grids), tuple(changed_grids))


def _change(node: Node, wanted: Wanted, tree: Tree) -> Change | None:
    name = wanted.name if wanted.name is not None and wanted.name != node.name else None
    closed = wanted.closed if wanted.closed is not None and wanted.closed is not (node.closed_at is not None) else None
    grid = wanted.grid
    if grid is not None and node.grid_id is not None and folded(tree.grids[node.grid_id].name) == folded(grid):
        grid = None
    if name is None and closed is None and grid is None:
        return None
    return Change(node, name, grid, closed)
