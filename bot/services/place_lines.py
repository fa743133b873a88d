"""How places look to whoever keeps them: the estate, a place, a grid, what is closed, where a building may go. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import place_tree
from bot.domain.buttons import data
from bot.domain.people import Estate
from bot.domain.place_tree import BELOW, Grid, Node, Path, PlaceLevel, Tree
from bot.messages import Arg, Button, Line, Reply, Spot, Term, Texts, line

PAGE = 8  #: places a page: fits a phone's screen
ESTATE, GRIDS, CLOSED = "n:0", "g:0", "c:0"  #: what `places:` shows, but for its page

Rows = list[tuple[Button, ...]]


def place_arg(path: Path, level: PlaceLevel) -> Arg:
    """3号楼2单元, or Building 3, unit 2; as it is written where it has no building's number."""
    place = place_tree.place_of(path, level)
    if place is None:
        return place_tree.written(path)
    return Spot(place.building, place.unit, None, place.door)


def named(node: Node) -> Line:
    """Its number, and its name if it has one."""
    return line("place-named" if node.name else "place-plain", place=place_arg(node.path, node.level), name=node.name)


def _opens(node: Node) -> tuple[Button, ...]:
    args: dict[str, Arg] = {"place": place_arg(node.path, node.level), "name": node.name}
    return (
        Button("button-place-named" if node.name else "button-place-plain", data("places", "n", node.id, 0), args=args),
    )


def level_arg(level: PlaceLevel) -> Term:
    return Term(f"place-level-{level}")


@dataclass(frozen=True, slots=True)
class Cut:
    """A page out of many. `number` from 0."""

    number: int
    pages: int
    start: int

    @classmethod
    def of(cls, total: int, number: int) -> Cut:
        pages = max(1, -(-total // PAGE))
        at = max(0, min(number, pages - 1))
        return cls(at, pages, at * PAGE)

    def lines(self) -> list[Line]:
        return [line("list-page", page=str(self.number + 1), pages=str(self.pages))] if self.pages > 1 else []

    def turns(self, what: str) -> Rows:
        row = []
        if self.number > 0:
            row.append(Button("button-page-back", f"places:{what}:{self.number - 1}"))
        if self.number + 1 < self.pages:
            row.append(Button("button-page-on", f"places:{what}:{self.number + 1}"))
        return [tuple(row)] if row else []


def counts(tree: Tree, path: Path) -> list[Line]:
    """How many buildings, stairwells and households that are in use lie in it; nothing where there are none."""
    inside = [node for node in tree.within(path) if node.closed_at is None]
    numbers = [(level, sum(node.level is level for node in inside)) for level in BELOW]
    parts = tuple(Term(f"place-count-{level}", {"n": n}) for level, n in numbers if n)
    return [line("places-counted", counts=Texts(parts))] if parts else []


def estate_view(estate: Estate, tree: Tree, *, page: int, edits: int | None) -> Reply:
    open_ones = [node for node in tree.below(()) if node.closed_at is None]
    cut = Cut.of(len(open_ones), page)
    lines = [line("places-head", estate=estate.name)]
    if estate.surroundings.lies_in:
        lines.append(line("places-lies-in", places=Texts(tuple(name for _, name in estate.surroundings.lies_in))))
    lines += counts(tree, ())
    if not open_ones:
        lines.append(line("places-empty"))
    lines += cut.lines()
    rows: Rows = [_opens(node) for node in open_ones[cut.start : cut.start + PAGE]]
    rows += cut.turns(ESTATE)
    grids = Button("button-grids", f"places:{GRIDS}:0", args={"n": len(_in_use(tree))})
    rows.append((_add_button(0, PlaceLevel.BUILDING), grids))
    last = [Button("button-places-file", data("places-file"))] if tree.nodes else []
    if closed := _closed(tree):
        last.append(Button("button-places-closed", f"places:{CLOSED}:0", args={"n": len(closed)}))
    if last:
        rows.append(tuple(last))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def _in_use(tree: Tree) -> list[Grid]:
    return [grid for grid in tree.grids.values() if grid.closed_at is None]


def _closed(tree: Tree) -> list[Node]:
    return place_tree.in_order(node for node in tree.nodes.values() if node.closed_at is not None)


def _add_button(parent_id: int, level: PlaceLevel) -> Button:
    return Button("button-place-add", data("place-do", parent_id, "add", level), args={"level": level_arg(level)})


def node_view(tree: Tree, node: Node, *, groups: int, page: int, edits: int | None) -> Reply:
    """`groups`: tied to it or to something in it."""
    below = [child for child in tree.below(node.path) if child.closed_at is None]
    cut = Cut.of(len(below), page)
    lines = [
        line(
            "place-head-named" if node.name else "place-head-plain",
            place=place_arg(node.path, node.level),
            name=node.name,
        )
    ]
    if node.closed_at is not None:
        lines.append(line("place-is-closed"))
    if node.grid_id is not None:
        lines.append(line("place-in-grid", grid=tree.grids[node.grid_id].name))
    lines += counts(tree, node.path)
    if groups:
        lines.append(line("place-groups", n=groups))
    lines += cut.lines()
    rows: Rows = [_opens(child) for child in below[cut.start : cut.start + PAGE]]
    rows += cut.turns(f"n:{node.id}")
    if node.closed_at is None:
        adds = tuple(_add_button(node.id, level) for level in BELOW if node.level.holds(level))
        rows += [adds] if adds else []
        keep = [Button("button-place-name", data("place-do", node.id, "name"))]
        if node.level is PlaceLevel.BUILDING and tree.grids:
            keep.append(Button("button-place-grid", data("places", "p", node.id, 0)))
        rows.append((*keep, Button("button-place-close", data("place-do", node.id, "close"))))
    else:
        rows.append((Button("button-place-open", data("place-do", node.id, "open")),))
    if not tree.below(node.path) and not groups:
        rows.append((Button("button-place-remove", data("place-do", node.id, "remove")),))
    parent = tree.nodes.get(node.parent)
    rows.append((Button("button-places-back", data("places", "n", parent.id if parent else 0, 0)),))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def closed_view(estate: Estate, tree: Tree, *, page: int, edits: int | None) -> Reply:
    closed = _closed(tree)
    cut = Cut.of(len(closed), page)
    lines = [line("places-closed-head", estate=estate.name, n=len(closed)), *cut.lines()]
    rows: Rows = [_opens(node) for node in closed[cut.start : cut.start + PAGE]]
    rows += cut.turns(CLOSED)
    rows.append((Button("button-places-back", f"places:{ESTATE}:0"),))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def _by_name(grids: Sequence[Grid]) -> list[Grid]:
    return sorted(grids, key=lambda grid: (grid.closed_at is not None, place_tree.order_of((grid.name,))))


def grids_view(estate: Estate, tree: Tree, *, page: int, edits: int | None) -> Reply:
    grids = _by_name(list(tree.grids.values()))
    cut = Cut.of(len(grids), page)
    lines = [line("grids-head", estate=estate.name, n=len(_in_use(tree)))]
    rows: Rows = []
    for grid in grids[cut.start : cut.start + PAGE]:
        lines.append(_grid_row(tree, grid))
        rows.append((Button("button-grid", data("places", "k", grid.id, 0), args={"grid": grid.name}),))
    if not grids:
        lines.append(line("grids-empty"))
    lines += cut.lines()
    rows += cut.turns(GRIDS)
    rows.append((Button("button-grid-add", data("grid-do", 0, "add")),))
    rows.append((Button("button-places-back", f"places:{ESTATE}:0"),))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def _grid_row(tree: Tree, grid: Grid) -> Line:
    args = {"buildings": len(tree.buildings_of(grid.id)), "households": tree.households_of(grid.id)}
    key = "grid-row" if grid.closed_at is None else "grid-row-closed"
    return line(key, grid=grid.name, **args)


def grid_view(tree: Tree, grid: Grid, *, page: int, edits: int | None) -> Reply:
    buildings = tree.buildings_of(grid.id)
    cut = Cut.of(len(buildings), page)
    lines = [line("grid-head", grid=grid.name)]
    if grid.closed_at is not None:
        lines.append(line("place-is-closed"))
    lines.append(_grid_row(tree, grid))
    if tree.households_of(grid.id) > place_tree.LARGE_GRID:
        lines.append(line("grid-large", n=place_tree.USUAL_HOUSEHOLDS))
    if not buildings:
        lines.append(line("grid-empty"))
    lines += cut.lines()
    rows: Rows = [_opens(node) for node in buildings[cut.start : cut.start + PAGE]]
    rows += cut.turns(f"k:{grid.id}")
    if grid.closed_at is None:
        rows.append(
            (
                Button("button-place-name", data("grid-do", grid.id, "name")),
                Button("button-place-close", data("grid-do", grid.id, "close")),
            )
        )
    else:
        rows.append((Button("button-place-open", data("grid-do", grid.id, "open")),))
    if not buildings:
        rows.append((Button("button-place-remove", data("grid-do", grid.id, "remove")),))
    rows.append((Button("button-places-back", f"places:{GRIDS}:0"),))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def pick_grid(tree: Tree, node: Node, *, page: int, edits: int | None) -> Reply:
    """Into which grid a building goes."""
    grids = _by_name(_in_use(tree))
    cut = Cut.of(len(grids), page)
    lines = [line("place-ask-grid", place=place_arg(node.path, node.level))]
    if node.grid_id is not None:
        lines.append(line("place-in-grid", grid=tree.grids[node.grid_id].name))
    lines += cut.lines()
    rows: Rows = [
        (Button("button-grid", data("place-do", node.id, "grid", grid.id), args={"grid": grid.name}),)
        for grid in grids[cut.start : cut.start + PAGE]
        if grid.id != node.grid_id
    ]
    rows += cut.turns(f"p:{node.id}")
    if node.grid_id is not None:
        rows.append((Button("button-place-no-grid", data("place-do", node.id, "grid", 0)),))
    rows.append((Button("button-places-back", data("places", "n", node.id, 0)),))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)
