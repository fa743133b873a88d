"""Where a role holds: never an act outside, inside all that the role allows; grids are asked for at that moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import grant_refusals as refusals
from bot.domain import grants, scope_words, scopes
from bot.domain.grants import Grant, GrantRole, GrantState, Terms
from bot.domain.people import Body, Captain, Estate, Person, Speaker
from bot.domain.place_tree import Grid, Node, PlaceLevel, Tree
from bot.domain.places import Place
from bot.domain.rights import BARRED, IN_PARTS, RIGHTS, Act, Role, roles_at, roles_of, roles_somewhere
from bot.domain.scopes import ENTIRE, GridOf, Scope, holds, of_place, places_in

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
ESTATE = Estate("sunny", "阳光小区", ZoneInfo("Asia/Shanghai"), "zh", 3)
WHO = 7

BUILDINGS = st.sampled_from(["1", "2", "3", "A"])
UNITS = st.sampled_from(["1", "2"])
GRID_IDS = st.sampled_from([1, 2])
GRIDS: st.SearchStrategy[GridOf] = st.dictionaries(BUILDINGS, GRID_IDS)
PLACES = st.builds(
    Place,
    building=st.none() | BUILDINGS,
    unit=st.none() | UNITS,
    floor=st.none() | st.integers(min_value=-1, max_value=9),
    door=st.none() | st.just("502"),
)
PARTS = st.one_of(
    BUILDINGS.map(lambda each: Scope((each,))),
    st.tuples(BUILDINGS, UNITS).map(Scope),
    GRID_IDS.map(lambda each: Scope(grid_id=each)),
)
SCOPES = PARTS | st.just(ENTIRE)
ROLES = st.sampled_from(sorted(grants.SCOPED))


def grant(role: GrantRole, scope: Scope, *, who: int = WHO) -> Grant:
    terms = Terms(role, "小孙", TODAY, None, scope)
    return Grant(5, "sunny", terms, GrantState.ACCEPTED, NOON, 1, "李书记", 70, who, answered_at=NOON)


def held(role: GrantRole, scope: Scope, grid_of: GridOf, *, resident: bool = False) -> tuple[Estate, frozenset[Role]]:
    """The estate, and the roles that count in all of it."""
    estate = grants.merged(ESTATE, [grant(role, scope)], NOON, grid_of)
    return estate, roles_of(Person(1, WHO, "孙强"), estate=estate, resident=resident, administers=False)


def allowed(roles: frozenset[Role]) -> set[Act]:
    return {act for act, may in RIGHTS.items() if roles & may and not roles & BARRED.get(act, frozenset())}


def at(role: GrantRole, scope: Scope, grid_of: GridOf, node: Scope, *, resident: bool = False) -> set[Act]:
    estate, roles = held(role, scope, grid_of, resident=resident)
    return allowed(roles_at(roles, telegram_id=WHO, estate=estate, at=node))


NEIGHBOUR = allowed(frozenset({Role.RESIDENT}))


def lies_in(place: Place, scope: Scope, grid_of: GridOf) -> bool:
    """As one would say it."""
    if scope.grid_id is not None:
        return place.building is not None and grid_of.get(place.building) == scope.grid_id
    building, *unit = scope.path
    return place.building == building and (not unit or place.unit == unit[0])


@given(role=ROLES, scope=PARTS, grid_of=GRIDS, place=PLACES, resident=st.booleans())
def test_a_role_for_a_part_allows_nothing_outside_and_inside_what_it_allows_everywhere(
    role: GrantRole, scope: Scope, grid_of: GridOf, place: Place, resident: bool
) -> None:
    there = at(role, scope, grid_of, of_place(place), resident=resident)
    entire = at(role, ENTIRE, grid_of, of_place(place), resident=resident)
    if lies_in(place, scope, grid_of):
        barred = {act for act, roles in BARRED.items() if role.value in roles}
        assert there == entire | (NEIGHBOUR if "file-wish" in entire or resident else set()) - barred
    else:
        neighbour = resident or Act.FILE_WISH in allowed(frozenset({Role(role.value)}))
        assert there == (NEIGHBOUR if neighbour else allowed(frozenset({Role.OUTSIDER})))


@given(role=ROLES, scope=PARTS, grid_of=GRIDS)
def test_for_what_concerns_all_of_the_estate_it_does_not_count(role: GrantRole, scope: Scope, grid_of: GridOf) -> None:
    for node in (ENTIRE, of_place(Place()), of_place(Place(unit="2", floor=3))):
        assert at(role, scope, grid_of, node) <= NEIGHBOUR


@given(role=ROLES, grid_of=GRIDS, building=BUILDINGS, grid=GRID_IDS, unit=st.none() | UNITS)
def test_a_building_that_is_moved_to_another_grid_takes_what_may_be_done_there_along_at_once(
    role: GrantRole, grid_of: GridOf, building: str, grid: int, unit: str | None
) -> None:
    scope, node = Scope(grid_id=grid), of_place(Place(building=building, unit=unit))
    moved_in, moved_out = {**grid_of, building: grid}, {**grid_of, building: 3 - grid}
    entire = at(role, ENTIRE, {}, node)
    assert entire <= at(role, scope, moved_in, node) | NEIGHBOUR
    assert at(role, scope, moved_in, node) >= entire
    assert at(role, scope, moved_out, node) <= NEIGHBOUR


@given(one=SCOPES, other=SCOPES, third=SCOPES, grid_of=GRIDS)
def test_what_lies_in_something_lies_in_all_that_is_around_it(
    one: Scope, other: Scope, third: Scope, grid_of: GridOf
) -> None:
    assert holds(one, one, grid_of)
    assert holds(ENTIRE, one, grid_of)
    if holds(one, other, grid_of) and holds(other, third, grid_of):
        assert holds(one, third, grid_of)


@given(scope=PARTS, place=PLACES, grid_of=GRIDS)
def test_lists_are_cut_to_the_places_that_a_scope_consists_of(scope: Scope, place: Place, grid_of: GridOf) -> None:
    found = [
        each
        for each in places_in(scope, grid_of)
        if each.building == place.building and each.unit in (None, place.unit)
    ]
    assert bool(found) == holds(scope, of_place(place), grid_of)


@given(role=ROLES, parts=st.lists(PARTS, min_size=1, max_size=3), grid_of=GRIDS, place=PLACES)
def test_who_has_a_role_in_several_parts_has_it_in_each_and_for_all_of_it_everywhere(
    role: GrantRole, parts: list[Scope], grid_of: GridOf, place: Place
) -> None:
    several = grants.merged(ESTATE, [grant(role, scope) for scope in parts], NOON, grid_of)
    assert several.counts(WHO, role, of_place(place)) == scopes.in_any(parts, of_place(place), grid_of)
    beside = grants.merged(ESTATE, [*(grant(role, scope) for scope in parts), grant(role, ENTIRE)], NOON, grid_of)
    assert beside.counts(WHO, role, of_place(place))
    assert beside.counts(WHO, role, ENTIRE)


@given(role=ROLES, scope=PARTS, grid_of=GRIDS)
def test_what_is_offered_somewhere_is_what_the_role_allows(role: GrantRole, scope: Scope, grid_of: GridOf) -> None:
    estate, roles = held(role, scope, grid_of)
    somewhere = roles_somewhere(roles, telegram_id=WHO, estate=estate)
    assert Role(role.value) in somewhere
    assert Role.OUTSIDER not in somewhere
    assert roles_somewhere(roles, telegram_id=WHO + 1, estate=estate) == roles


def test_an_office_speaks_and_reports_done_where_it_holds() -> None:
    estate, _ = held(GrantRole.GRID_WORKER, Scope(grid_id=1), {"3": 1, "5": 2})
    assert estate.spokesman(WHO, Place(building="3")) == Speaker(WHO, "小孙", Body.COMMITTEE)
    assert estate.spokesman(WHO, Place(building="5")) is None
    assert estate.spokesman(WHO) is None
    assert estate.is_staff(WHO, Place(building="3"))
    assert not estate.is_staff(WHO, Place(building="5"))
    assert estate.is_staff_somewhere(WHO)


def test_a_captains_building_of_config_is_a_scope_like_any_other_and_no_grant_changes_it() -> None:
    listed = replace(ESTATE, captains={WHO: Captain(WHO, "李姐", "3"), 8: Captain(8, "张姐")})
    for estate in (listed, grants.merged(listed, [grant(GrantRole.CAPTAIN, Scope(("5",)))], NOON)):
        assert estate.captains_at(Place(building="3", unit="2")) == [listed.captains[WHO], listed.captains[8]]
        assert estate.captains_at(Place(building="5")) == [listed.captains[8]]
        assert estate.captains_at(Place()) == [listed.captains[8]]


# ---- giving ----------------------------------------------------------------------------------------------------------


def test_who_acts_for_a_body_or_for_everybody_has_no_part() -> None:
    assert {role.value for role in grants.SCOPED} == {role.value for role in IN_PARTS}
    for role in GrantRole:
        terms = Terms(role, "王", TODAY, scope=Scope(grid_id=1))
        if role in grants.SCOPED:
            grants.check_terms(terms, today=TODAY)
        else:
            lives = role is GrantRole.RESIDENT  # in a building
            with pytest.raises(refusals.BuildingNeeded if lives else refusals.RoleForAllOfIt):
                grants.check_terms(terms, today=TODAY)


def test_a_role_is_given_once_for_a_place_and_not_within_what_they_have() -> None:
    def check(scope: Scope, *had: Scope) -> None:
        theirs = [grant(GrantRole.GRID_WORKER, each) for each in had]
        grants.check_holder(Terms(GrantRole.GRID_WORKER, "小孙", TODAY, scope=scope), WHO, estate=ESTATE, held=theirs)

    check(Scope(grid_id=2), Scope(grid_id=1))
    check(ENTIRE, Scope(grid_id=1))
    check(Scope(("3",)), Scope(("3", "1")))
    for scope, had in (
        (Scope(("3",)), ENTIRE),
        (Scope(("3", "1")), Scope(("3",))),
        (Scope(grid_id=1), Scope(grid_id=1)),
    ):
        with pytest.raises(refusals.HasThisRole):
            check(scope, had)


TREE = Tree.of(
    [
        Node(1, PlaceLevel.BUILDING, ("3",)),
        Node(2, PlaceLevel.STAIRWELL, ("3", "2")),
        Node(3, PlaceLevel.STAIRWELL, ("3", "1"), closed_at=NOON),
        Node(4, PlaceLevel.BUILDING, ("12",), name="玉兰楼"),
        Node(5, PlaceLevel.BUILDING, ("A",)),
        Node(6, PlaceLevel.BUILDING, ("玉兰苑",)),
        Node(7, PlaceLevel.BUILDING, ("9",), closed_at=NOON),
    ],
    [Grid(1, "网格1"), Grid(2, "第二网格"), Grid(3, "东片"), Grid(4, "西片", closed_at=NOON)],
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("网格2", Scope(grid_id=2)),
        ("第二网格", Scope(grid_id=2)),
        ("grid 2", Scope(grid_id=2)),
        ("Grid no. 1", Scope(grid_id=1)),
        ("一号网格", Scope(grid_id=1)),
        ("東片", Scope(grid_id=3)),
        ("东片网格", Scope(grid_id=3)),
        ("3号楼", Scope(("3",))),
        ("三號樓", Scope(("3",))),
        ("3", Scope(("3",))),
        ("3号楼2单元", Scope(("3", "2"))),
        ("building 3 unit 2", Scope(("3", "2"))),
        ("Building 12", Scope(("12",))),
        ("玉兰楼", Scope(("12",))),
        ("a", Scope(("A",))),
        ("A座", Scope(("A",))),
        ("网格3", None),
        ("西片", None),
        ("9号楼", None),
        ("3号楼1单元", None),
        ("玉兰苑", None),
        ("随便", None),
        ("", None),
    ],
)
def test_a_place_is_read_in_words(words: str, found: Scope | None) -> None:
    assert scope_words.read(words, scope_words.offered(TREE)) == found


@given(words=st.text(max_size=40))
def test_whatever_is_read_is_there(words: str) -> None:
    among = scope_words.offered(TREE)
    found = scope_words.read(words, among)
    assert found is None or (scope_words.is_offered(found, among) and not found.is_entire)


def test_two_grids_of_one_number_are_not_guessed_between() -> None:
    among = scope_words.Offered({1: "网格1", 2: "第1网格"})
    assert scope_words.read("grid 1", among) is None
    assert scope_words.read("第1网格", among) == Scope(grid_id=2)
