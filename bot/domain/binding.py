"""What `/bind` is given: the place a group belongs to, and what the bot says there unasked. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain import grid_words, place_refusals, places
from bot.domain.errors import Refused, UnknownPlace
from bot.domain.people import EVERYTHING, ChatUse, Purpose
from bot.domain.place_tree import Grid, Tree, folded
from bot.domain.places import Place

_STAFF = frozenset({"staff", "工作群", "员工", "居委会"})
_TALK = frozenset({"聊天", "只聊天", "闲聊", "talk", "chat"})
_EVERYTHING = frozenset({"全部", "都要", "everything"})
_USES: dict[str, ChatUse] = {
    **dict.fromkeys(("心愿", "微心愿", "wishes", "wish"), ChatUse.WISHES),
    **dict.fromkeys(("通知", "公告", "notices", "notice", "news"), ChatUse.NOTICES),
    **dict.fromkeys(("投票", "表决", "votes", "vote", "polls", "poll"), ChatUse.VOTES),
}
_WHOLE = frozenset({"全小区", "整个小区", "小区", "estate", "whole estate", "the whole estate", "the estate"})
_BETWEEN = re.compile(r"[\s,，、;；+＋]+")


class UnknownUse(Refused):
    """A word that says nothing of what a group is for. Variable: `words`."""


class UnknownGrid(Refused):
    """The estate has no grid of that name. Variable: `words`."""


class TalkAlone(Refused):
    """A group that is for talk is for nothing else."""


class StaffAlone(Refused):
    """A staff chat gets what is for the staff, whatever the place: nothing can be said beside it."""


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Binding:
    """`place` without a building and no `grid`: the whole estate. `uses`: None where the words name none."""

    purpose: Purpose
    place: Place = NOWHERE
    grid: Grid | None = None
    uses: frozenset[ChatUse] | None = None
    names_place: bool = True  #: False: only what the bot says there


def read(words: str, *, tree: Tree, estate_name: str) -> Binding:
    """Read `3号楼 通知 投票`, `全小区`, `grid 2 talk`, `staff`, or what the bot says there alone: `投票`.

    `tree`: of the estate.

    Raises:
        UnknownUse: after the place, or between purposes, a word that is neither.
        UnknownPlace, UnknownGrid, GridIsClosed
        TalkAlone, StaffAlone: purposes that exclude each other.
    """
    parts = [part for part in _BETWEEN.split(words.strip()) if part]
    purposes = [part for part in parts if folded(part) in (*_STAFF, *_TALK, *_EVERYTHING, *_USES)]
    rest = " ".join(part for part in parts if part not in purposes)
    said = {folded(part) for part in purposes}
    if said & _STAFF:
        return _staff(said, rest, tree, estate_name)
    uses = _uses(said)
    if not rest and uses is not None:
        return Binding(Purpose.BUILDING, uses=uses, names_place=False)
    place, grid = _place(rest, words, tree, estate_name)
    return Binding(Purpose.BUILDING, place, grid, uses)


def _staff(said: set[str], rest: str, tree: Tree, estate_name: str) -> Binding:
    if rest:
        _place(rest, rest, tree, estate_name)
    if rest or said - _STAFF:
        raise StaffAlone
    return Binding(Purpose.STAFF)


def _uses(said: set[str]) -> frozenset[ChatUse] | None:
    if said & _TALK:
        if said - _TALK:
            raise TalkAlone
        return frozenset()
    if said & _EVERYTHING:
        return EVERYTHING
    return frozenset(_USES[each] for each in said) or None


def _place(rest: str, words: str, tree: Tree, estate_name: str) -> tuple[Place, Grid | None]:
    """`words`: all that was said, to be quoted where nothing of it is a place."""
    if folded(rest) in {*_WHOLE, folded(estate_name)}:
        return Place(), None
    if (key := grid_words.named(rest, {grid.id: grid.name for grid in tree.grids.values()})) is not None:
        grid = tree.grids[key]
        if grid.closed_at is not None:
            raise place_refusals.GridIsClosed(grid=grid.name)
        return Place(), grid
    found = places.parse(rest)
    if found.building is None:
        raise UnknownGrid(words=rest[:40]) if grid_words.speaks_of_one(rest) else UnknownPlace(words=words.strip())
    if over := _after_place(rest, found):
        raise UnknownUse(words=over[:40])
    return Place(building=found.building, unit=found.unit), None


def _after_place(rest: str, found: Place) -> str:
    """The first word behind the building, or stairwell, that says nothing of a place; empty: there is none."""
    parts = rest.split(" ")
    for at in range(1, len(parts) + 1):
        sofar = places.parse(" ".join(parts[:at]))
        if (sofar.building, sofar.unit) == (found.building, found.unit):
            return next((part for part in parts[at:] if not places.parse(part).is_stated), "")
    return ""
