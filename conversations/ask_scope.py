"""Where a role is to hold: all of the estate, a grid, a building, a stairwell of it; pressed or typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain import grant_refusals as refusals
from bot.domain import scope_words
from bot.domain.errors import NotAChoice
from bot.domain.grants import SCOPED, WHOLE_BUILDINGS, GrantRole
from bot.domain.place_tree import Tree
from bot.domain.scope_words import Building, Offered
from bot.domain.scopes import ENTIRE, Scope
from bot.messages import Line
from bot.services import role_lines
from conversations.controls import Control
from conversations.questions import Answers, Choice, Context, Heard, Heed, Option, in_rows
from conversations.steps import Ask, Choose, Confirm

WHERE, STAIRWELL, HOME, PLACES = "where", "stairwell", "home", "places"
_ALL, _GRID = "all", "grid-"
_MOST_BUTTONS = 60  #: Telegram shows at most 100; what is not among them can be written
_MOST_NAMED = 20  #: in a refusal
_COLUMNS = 3
_COMMA = ", "
_WORDS_OF_ALL = (
    *("整个小区", "整個小區", "全小区", "全小區", "小区", "小區"),
    *("the whole estate", "whole estate", "all", "everywhere"),
)


def given(tree: Tree) -> dict[str, Any]:
    """What there is to choose from, JSON values."""
    among = scope_words.offered(tree)
    grids = [[key, name] for key, name in among.grids.items()]
    return {
        PLACES: {"grids": grids, "buildings": [[each.code, each.name, list(each.units)] for each in among.buildings]}
    }


def _among(answers: Answers) -> Offered:
    """Also of a dialog that was begun when captains alone had a building."""
    known: Mapping[str, Any] = answers.get(PLACES) or {}
    buildings = [Building(code, name, tuple(units)) for code, name, units in known.get("buildings", ())]
    buildings = buildings or [Building(code) for code in answers.get("buildings") or ()]
    return Offered({int(key): str(name) for key, name in known.get("grids", ())}, tuple(buildings))


def can_live_here(answers: Answers) -> bool:
    """Whether the estate has a building."""
    return bool(_among(answers).buildings)


def is_asked(answers: Answers) -> bool:
    role = answers.get("role")
    return role is not None and GrantRole(role) in SCOPED


def _lives_here(answers: Answers) -> bool:
    return answers.get("role") == GrantRole.RESIDENT


def steps(answers: Answers) -> tuple[str, ...]:
    """The questions that are due of this role. A building that an earlier version asked for is an answer, too."""
    if _lives_here(answers):
        return (HOME,)
    if not is_asked(answers) or (WHERE not in answers and answers.get("building")):
        return ()
    building = _among(answers).building(str(answers.get(WHERE)))
    has_units = building is not None and building.units and not _of_whole_buildings(answers)
    return (WHERE, STAIRWELL) if has_units else (WHERE,)


def _of_whole_buildings(answers: Answers) -> bool:
    return answers.get("role") in WHOLE_BUILDINGS


def scope_of(answers: Answers) -> Scope:
    """Where the role is to hold; of a resident, where they live."""
    if _lives_here(answers) and answers.get(HOME):
        return Scope((str(answers[HOME]),))
    if not is_asked(answers):
        return ENTIRE
    where = answers.get(WHERE, answers.get("building"))
    if where in (None, "", _ALL):
        return ENTIRE
    if str(where).startswith(_GRID):
        grid_id = int(str(where).removeprefix(_GRID))
        return Scope(grid_id=grid_id, grid=_among(answers).grids.get(grid_id, ""))
    unit = None if _of_whole_buildings(answers) else answers.get(STAIRWELL)
    return Scope((str(where),) if unit in (None, _ALL) else (str(where), str(unit)))


def _put(answers: Answers, scope: Scope) -> dict[str, Any]:
    """The answers with this place; which stairwell is asked anew, unless it was said.

    Raises RoleForWholeBuildings.
    """
    if len(scope.path) > 1 and _of_whole_buildings(answers):
        raise refusals.RoleForWholeBuildings
    kept = {name: each for name, each in answers.items() if name not in (STAIRWELL, "building")}
    if scope.is_entire:
        return {**kept, WHERE: _ALL}
    if scope.grid_id is not None:
        return {**kept, WHERE: f"{_GRID}{scope.grid_id}"}
    return {**kept, WHERE: scope.path[0], **({STAIRWELL: scope.path[1]} if len(scope.path) > 1 else {})}


def _put_home(answers: Answers, building: str) -> dict[str, Any]:
    return {**answers, HOME: building}


def _read(words: str, among: Offered) -> Scope:
    """Raises RolePlaceUnknown, which names what there is."""
    found = scope_words.read(words, among)
    if found is not None:
        return found
    building = scope_words.building_named(words, among)
    grids = list(among.grids.values())
    kinds = (("units", building), ("both", grids and among.buildings), ("grids", grids), ("buildings", among.buildings))
    raise refusals.RolePlaceUnknown(
        words=words[:40],
        there=next((name for name, any_ in kinds if any_), "nothing"),
        grids=_listed(grids),
        buildings=_listed([each.code for each in among.buildings]),
        building=building.code if building else "",
        units=_listed(building.units if building else ()) or "0",
    )


def _listed(names: Sequence[str]) -> str:
    return _COMMA.join(names[:_MOST_NAMED])


@dataclass(frozen=True, slots=True)
class AskScope(Ask):
    """The place is read with what there is in the estate."""

    def offered(self, answers: Answers, context: Context) -> tuple[Option, ...]:
        among = _among(answers)
        return (
            Option(_ALL, "button-role-everywhere", _WORDS_OF_ALL),
            *(Option(f"{_GRID}{key}", "button-words", (name,), {"words": name}) for key, name in among.grids.items()),
            *(Option(each.code, "button-building", (), {"number": each.code}) for each in among.buildings),
        )[:_MOST_BUTTONS]

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        keep = (Choice(Control.KEEP, "button-keep"),) if self.has(answers) else ()
        first, *others = (Choice.of(option) for option in self.offered(answers, context))
        return ((first,), *in_rows(tuple(others), _COLUMNS), *((keep,) if keep else ()))

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        asked = super(Ask, self).lines(answers, context)
        if not self.has(answers):
            return asked
        return (*asked, Line("dialog-so-far", {"answer": role_lines.scope_term(scope_of(answers))}))

    def put(self, answers: Answers, value: Any) -> dict[str, Any]:
        known = {_ALL: ENTIRE}
        among = _among(answers)
        known |= {f"{_GRID}{key}": Scope(grid_id=key, grid=name) for key, name in among.grids.items()}
        return _put(answers, known.get(str(value)) or _read(str(value), among))


@dataclass(frozen=True, slots=True)
class AskHome(AskScope):
    """The building they live in: nobody lives in a grid or all of an estate."""

    def offered(self, answers: Answers, context: Context) -> tuple[Option, ...]:
        among = _among(answers)
        buildings = (Option(each.code, "button-building", (), {"number": each.code}) for each in among.buildings)
        return tuple(buildings)[:_MOST_BUTTONS]

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        keep = (Choice(Control.KEEP, "button-keep"),) if self.has(answers) else ()
        return (
            *in_rows(tuple(Choice.of(option) for option in self.offered(answers, context)), _COLUMNS),
            *((keep,) if keep else ()),
        )

    def put(self, answers: Answers, value: Any) -> dict[str, Any]:
        """Raises RolePlaceUnknown."""
        among = Offered(buildings=_among(answers).buildings)
        code = str(value) if among.building(str(value)) else _read(str(value), among).path[0]
        return _put_home(answers, code)


@dataclass(frozen=True, slots=True)
class LastLook(Confirm):
    """A place may be said here as well."""

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        """Raises RoleForAllOfIt: a place is said of a role that holds in no part of the estate."""
        try:
            return super(LastLook, self).hear(heard, answers, context)
        except NotAChoice:
            found = None if heard.pictured else scope_words.read(heard.words, _among(answers))
            if found is None:
                raise
        if _lives_here(answers):
            if not found.path:
                raise refusals.BuildingNeeded
            return Heed(_put_home(answers, found.path[0]), stays=True, undoable=True)
        if not is_asked(answers):
            raise refusals.RoleForAllOfIt
        return Heed(_put(answers, found), stays=True, undoable=True)


def _stairwells(answers: Answers, context: Context) -> tuple[Option, ...]:
    building = _among(answers).building(str(answers.get(WHERE)))
    units = building.units if building is not None else ()
    return (
        Option(_ALL, "button-role-all-stairwells", ("整栋", "整棟", "整栋楼", "整棟樓", "the whole building", "all")),
        *(
            Option(unit, "place-unit", (unit, f"{unit}单元", f"{unit}單元", f"unit {unit}"), {"unit": unit})
            for unit in units[:_MOST_BUTTONS]
        ),
    )


ASK_SCOPE = AskScope(WHERE, "role-ask-where", max_chars=40)
ASK_HOME = AskHome(HOME, "role-ask-home", max_chars=40)
ASK_STAIRWELL = Choose(STAIRWELL, "role-ask-stairwell", options=_stairwells, columns=_COLUMNS)
