"""Where a role is to hold, as the dialog asks it; and dialogs that were begun when captains alone had a building."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.domain import grant_refusals as refusals
from bot.domain.grants import GrantRole
from bot.domain.place_tree import Grid, Node, PlaceLevel, Tree
from bot.domain.scopes import ENTIRE, Scope
from bot.ports import DialogState
from conversations import engine, give_role
from conversations.controls import Control
from conversations.engine import Move
from conversations.give_role import GIVE_ROLE, terms_of
from conversations.questions import Context, Heard

NOW = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
CONTEXT = Context(date(2026, 3, 2), "zh", True, 1, "李书记")
TREE = Tree.of(
    [
        Node(1, PlaceLevel.BUILDING, ("3",), grid_id=1),
        Node(2, PlaceLevel.STAIRWELL, ("3", "1")),
        Node(3, PlaceLevel.STAIRWELL, ("3", "2")),
        Node(4, PlaceLevel.BUILDING, ("5",)),
    ],
    [Grid(1, "网格1")],
)
REST = {"who": "link", "name": "小孙", "starts": "2026-03-02", "ends": None}


def at(role: GrantRole, **answers: Any) -> DialogState:
    given = give_role.given(tuple(GrantRole), tree=TREE)
    known = {**given, "role": role.value, **answers}
    return engine.begin(GIVE_ROLE, known, run=1, language="zh", idle_at=NOW, expires_at=NOW)


def says(state: DialogState, words: str) -> Move:
    return engine.hear(GIVE_ROLE, state, Heard(words), CONTEXT)


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("整个小区", ENTIRE),
        ("网格1", Scope(grid_id=1)),
        ("5号楼", Scope(("5",))),
        ("3号楼2单元", Scope(("3", "2"))),
        ("building 3 unit 1", Scope(("3", "1"))),
    ],
)
def test_it_is_said_at_once(words: str, scope: Scope) -> None:
    move = says(at(GrantRole.VOLUNTEER, **REST), words)
    assert move.refused is None
    assert move.state.step == "confirm"
    assert terms_of(move.state.answers).scope == scope


def test_the_stairwell_is_asked_where_there_is_one_and_anew_for_another_building() -> None:
    state = says(at(GrantRole.CAPTAIN, **REST), "3号楼").state
    assert state.step == "stairwell"
    state = says(state, "2单元").state
    assert terms_of(state.answers).scope == Scope(("3", "2"))
    state = engine.press(GIVE_ROLE, state, "where", CONTEXT).state
    assert state.step == "where"
    state = engine.press(GIVE_ROLE, state, "5", CONTEXT).state
    assert (state.step, terms_of(state.answers).scope) == ("confirm", Scope(("5",)))
    back = engine.press(GIVE_ROLE, state, Control.BACK, CONTEXT).state
    assert terms_of(back.answers).scope == Scope(("3", "2"))


def test_another_role_that_acts_for_a_body_leaves_the_place_behind() -> None:
    state = says(at(GrantRole.GRID_WORKER, **REST), "网格1").state
    state = says(says(state, "改角色").state, "物业").state
    assert terms_of(state.answers).scope == ENTIRE
    refused = says(state, "3号楼")
    assert isinstance(refused.refused, refusals.RoleForAllOfIt)
    assert terms_of(refused.state.answers).scope == ENTIRE


def test_a_place_that_is_not_there_is_answered_with_what_there_is() -> None:
    for words, there in (("9号楼", "both"), ("3号楼7单元", "units"), ("随便", "both")):
        refused = says(at(GrantRole.MEDIATOR, **REST), words).refused
        assert isinstance(refused, refusals.RolePlaceUnknown)
        assert refused.variables["there"] == there, words
    empty = at(GrantRole.MEDIATOR, places={"grids": [], "buildings": []}, **REST)
    refused = says(empty, "3号楼").refused
    assert refused is not None
    assert refused.variables["there"] == "nothing"


def test_what_an_earlier_version_asked_goes_on() -> None:
    """It had the buildings of bound groups, and asked captains for one of them."""
    before = {"allowed": ["captain"], "buildings": ["3", "5"], "role": "captain"}
    answered = replace(at(GrantRole.CAPTAIN), answers={**before, "building": "5"}, version=1, step="who")
    state = engine.adopted(GIVE_ROLE, answered)
    assert state.step == "who"
    assert terms_of({**state.answers, **REST}).scope == Scope(("5",))
    asked = replace(at(GrantRole.CAPTAIN), answers=before, version=1, step="building")
    state = engine.adopted(GIVE_ROLE, asked)
    assert state.step == "where"
    assert terms_of({**says(state, "三号楼").state.answers, **REST}).scope == Scope(("3",))


def test_a_mediator_has_whole_buildings() -> None:
    move = says(at(GrantRole.MEDIATOR, **REST), "3号楼2单元")
    assert isinstance(move.refused, refusals.RoleForWholeBuildings)
    state = says(move.state, "3号楼").state
    assert (state.step, terms_of(state.answers).scope) == ("confirm", Scope(("3",)))
    captain = says(says(at(GrantRole.CAPTAIN, **REST), "3号楼").state, "2单元").state
    became = says(says(captain, "改角色").state, "老娘舅").state
    assert terms_of(became.answers).scope == Scope(("3",))
