"""Where a role is to hold, as people say it: 网格2, 东片, 3号楼, 3号楼2单元, building 3, grid 2. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain import grid_words, places
from bot.domain.place_tree import Node, PlaceLevel, Tree, folded, in_order, place_of
from bot.domain.scopes import Scope
from bot.domain.script import simplified


@dataclass(frozen=True, slots=True)
class Building:
    code: str
    name: str = ""
    units: tuple[str, ...] = ()  #: its stairwells


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from: grids by id with their names, and buildings, in the order in which people count."""

    grids: Mapping[int, str] = field(default_factory=dict)
    buildings: Sequence[Building] = ()

    def building(self, code: str) -> Building | None:
        return next((each for each in self.buildings if each.code == code), None)


def offered(tree: Tree) -> Offered:
    """Of what is in use. Buildings without number or letter are nobody's place: no words lead there."""
    return Offered(
        {grid.id: grid.name for grid in tree.open_grids},
        tuple(
            Building(node.code, node.name, tuple(unit.code for unit in tree.below(node.path) if _is_stairwell(unit)))
            for node in in_order(list(tree.nodes.values()))
            if node.level is PlaceLevel.BUILDING and node.closed_at is None and place_of(node.path, node.level)
        ),
    )


def _is_stairwell(node: Node) -> bool:
    return node.level is PlaceLevel.STAIRWELL and node.closed_at is None


def is_offered(scope: Scope, among: Offered) -> bool:
    if scope.is_entire:
        return True
    if scope.grid_id is not None:
        return scope.grid_id in among.grids
    building = among.building(scope.path[0])
    return building is not None and all(unit in building.units for unit in scope.path[1:])


def read(words: str, among: Offered) -> Scope | None:
    """The grid, building or stairwell that these words name; None: none of those that there are, or more than one."""
    grid_id = grid_words.named(words, among.grids)
    if grid_id is not None:
        return Scope(grid_id=grid_id, grid=among.grids[grid_id])
    if grid_words.speaks_of_one(words):
        return None
    named = [each for each in among.buildings if each.name and folded(each.name) == folded(words)]
    if len(named) == 1:
        return Scope((named[0].code,))
    found = _building(words, among)
    return found if found is not None and is_offered(found, among) else None


def building_named(words: str, among: Offered) -> Building | None:
    """The building that was said, whatever was said of its stairwell."""
    found = _building(words, among)
    return None if found is None else among.building(found.path[0])


def _building(words: str, among: Offered) -> Scope | None:
    found = places.parse(words)
    if found.building is not None:
        return Scope((found.building,) if found.unit is None else (found.building, found.unit))
    alone = simplified(unicodedata.normalize("NFKC", words)).strip().upper()
    if among.building(alone) is not None:
        return Scope((alone,))
    number = places.number(alone)
    return None if number is None else Scope((str(number),))
