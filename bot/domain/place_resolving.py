"""Which place a row of a file means by its parent: one of the file's own rows, or one that is in the tree. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from bot.domain import place_refusals as refusals
from bot.domain.errors import Refused
from bot.domain.place_tree import BELOW, Node, Path, PlaceLevel, Tree, check_below, folded, read_code, written

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Asked:
    """A row: what it is, and what it says it lies in. `parent`: from the largest on; empty: the estate itself."""

    row: int
    level: PlaceLevel
    code: str
    name: str | None
    parent: tuple[str, ...]


def resolve(asked: Sequence[Asked], *, tree: Tree) -> tuple[dict[int, Path], dict[int, Refused]]:
    """By row: the path of each, or why it has none.

    PlacesInACircle: rows that lie in each other. UnknownParent: there is none such, or its row was refused.
    SeveralSuch: more than one. NotDownward, ParentMissing: see `place_tree.check_below`.
    """
    return _Resolving(asked, tree).all()


class _Resolving:
    def __init__(self, asked: Sequence[Asked], tree: Tree) -> None:
        named = [(each.name, each.code) for each in asked if each.level is PlaceLevel.BUILDING]
        named += [(node.name, node.code) for node in tree.nodes.values() if node.level is PlaceLevel.BUILDING]
        codes = {folded(name): code for name, code in named if name}
        asked = [replace(each, parent=tuple(codes.get(folded(part), part) for part in each.parent)) for each in asked]
        self._asked = {each.row: each for each in asked}
        self._rows_by_key: dict[str, list[Asked]] = {}
        for each in asked:
            for key in {each.code, folded(each.name or "")} - {""}:
                self._rows_by_key.setdefault(key, []).append(each)
        self._nodes_by_key: dict[str, list[Node]] = {}
        for node in tree.nodes.values():
            for key in {node.code, folded(node.name)} - {""}:
                self._nodes_by_key.setdefault(key, []).append(node)
        self._paths: dict[int, Path] = {}
        self._refused: dict[int, Refused] = {}

    def all(self) -> tuple[dict[int, Path], dict[int, Refused]]:
        for row in self._asked:
            self._follow(row)
        return self._paths, self._refused

    def _follow(self, row: int) -> None:
        """From a row up to what is known already, then down again: no recursion, as a file may be deep."""
        above: list[int] = []
        at: int | None = row
        while at is not None and at not in self._paths and at not in self._refused:
            if at in above:
                circle = above[above.index(at) :]
                names = "、".join(self._asked[each].name or self._asked[each].code for each in circle[:5])
                for each in circle:
                    self._refused[each] = refusals.PlacesInACircle(places=names)
                break
            above.append(at)
            at = self._step(at)
        for each in reversed(above):
            if each not in self._paths and each not in self._refused:
                self._settle(each)

    def _step(self, row: int) -> int | None:
        """The row that this one lies in; None: the tree has its parent, or it is settled otherwise."""
        try:
            found = self._parent(self._asked[row])
        except Refused as refused:
            self._refused[row] = refused
            return None
        return found.row if isinstance(found, Asked) else None

    def _settle(self, row: int) -> None:
        each = self._asked[row]
        found = self._parent(each)
        if isinstance(found, Asked):
            if found.row not in self._paths:
                self._refused[row] = refusals.UnknownParent(words="-".join(each.parent))
                return
            path, level = self._paths[found.row], found.level
        else:
            path, level = (found.path, found.level) if found else ((), PlaceLevel.ESTATE)
        try:
            check_below(each.level, level, place=each.code, of=written(path))
        except Refused as refused:
            self._refused[row] = refused
        else:
            self._paths[row] = (*path, each.code)

    def _parent(self, each: Asked) -> Asked | Node | None:
        """None: the estate.

        Raises:
            UnknownParent, SeveralSuch
        """
        if not each.parent:
            return None
        words = "-".join(each.parent)[:40]
        rows = [row for row in _called(each.parent[-1], self._rows_by_key) if _fits(row.parent, each.parent[:-1])]
        nodes = [
            node
            for node in _called(each.parent[-1], self._nodes_by_key)
            if _fits(node.parent, each.parent[:-1]) and not any(_says(row, node) for row in rows)
        ]
        found: list[Asked | Node] = [*rows, *nodes]
        found = [other for other in found if other.level.holds(each.level)] or found
        if not found:
            raise refusals.UnknownParent(words=words)
        largest = min(other.level.depth for other in found)  # 3 is building 3 before it is a third stairwell
        found = [other for other in found if other.level.depth == largest]
        if len(found) > 1:
            raise refusals.SeveralSuch(words=words)
        return found[0]


def _says(row: Asked, node: Node) -> bool:
    """Whether the row is about that node of the tree, as far as it says."""
    return (row.level, row.code) == (node.level, node.code) and _fits(node.parent, row.parent)


def _fits(has: Sequence[str], said: Sequence[str]) -> bool:
    """Whether where something lies agrees with what is said of it, as far as it is said."""
    if len(has) < len(said):
        return False
    return all(_keys(one) & _keys(other) for one, other in zip(reversed(has), reversed(said), strict=False))


def _called(words: str, by_key: Mapping[str, list[Kind]]) -> list[Kind]:
    found = {id(other): other for key in _keys(words) for other in by_key.get(key, ())}
    return list(found.values())


@lru_cache(maxsize=4096)
def _keys(words: str) -> frozenset[str]:
    """What a place may be called that somebody calls so: its name, or its number whatever it is."""
    keys = {folded(words)}
    for level in BELOW:
        try:
            keys.add(read_code(words, level))
        except Refused:
            continue
    return frozenset(keys)
