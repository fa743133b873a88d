"""Where a role holds (范围): in an entire estate, a grid, a building or a stairwell; and what lies in that. Pure.

This is decided here alone. Which grid a building is in is handed in by whoever asks, as it is at that moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.domain.place_tree import Path, is_in, path_of
from bot.domain.places import Place

GridOf = Mapping[str, int]
"""The grid's id by the building's number, of buildings that are in one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A node of an estate's tree of places: a building or stairwell, or a grid beside them; neither: all of it."""

    path: Path = ()
    grid_id: int | None = None  #: only without a path
    grid: str = field(default="", compare=False)  #: its name at this moment

    @property
    def is_entire(self) -> bool:
        return not self.path and self.grid_id is None


ENTIRE = Scope()


def of_place(place: Place) -> Scope:
    """Where something is; without a building it concerns the entire estate."""
    return Scope(path_of(place))


def holds(scope: Scope, node: Scope, grid_of: GridOf) -> bool:
    """Whether the node lies in the scope, or is it. What concerns more than the scope does not lie in it."""
    if scope.is_entire:
        return True
    if scope.grid_id is None:
        return is_in(node.path, scope.path)
    if node.path:
        return grid_of.get(node.path[0]) == scope.grid_id
    return node.grid_id == scope.grid_id


def in_any(scopes: Iterable[Scope], node: Scope, grid_of: GridOf) -> bool:
    return any(holds(scope, node, grid_of) for scope in scopes)


def places_in(scope: Scope, grid_of: GridOf) -> tuple[Place, ...]:
    """The buildings and stairwells it consists of at this moment; of a scope that is not all of the estate."""
    if scope.grid_id is not None:
        return tuple(Place(building=code) for code, grid_id in sorted(grid_of.items()) if grid_id == scope.grid_id)
    building, *unit = scope.path
    return (Place(building=building, unit=unit[0] if unit else None),)
