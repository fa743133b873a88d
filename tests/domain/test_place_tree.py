"""The tree of places: levels go downward, numbers are unique below one parent, what is used is not removed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import place_refusals as refusals
from bot.domain import place_tree
from bot.domain.place_tree import BELOW, Grid, Node, PlaceLevel, Tree, read_code
from bot.domain.places import Place

NOW = datetime(2026, 3, 2, tzinfo=UTC)
THREE = Node(1, PlaceLevel.BUILDING, ("3",), "玉兰楼", grid_id=1)
TREE = Tree.of(
    [
        THREE,
        Node(2, PlaceLevel.STAIRWELL, ("3", "2")),
        Node(3, PlaceLevel.HOUSEHOLD, ("3", "2", "502")),
        Node(4, PlaceLevel.HOUSEHOLD, ("3", "2", "503"), closed_at=NOW),
        Node(5, PlaceLevel.BUILDING, ("10",)),
        Node(6, PlaceLevel.BUILDING, ("B",)),
    ],
    [Grid(1, "东片"), Grid(2, "西片", NOW)],
)


@pytest.mark.parametrize(
    ("words", "level", "code"),
    [
        *(
            (words, PlaceLevel.BUILDING, "3")
            for words in ("3", "03", "3.0", "3.00", "3号楼", "三号楼", "三", "3 栋", "3#")
        ),
        *((words, PlaceLevel.BUILDING, "B") for words in ("b", "B座", "Block B")),
        *((words, PlaceLevel.BUILDING, "12") for words in ("12", "十二", "Building 12", "12號樓")),
        ("玉兰苑", PlaceLevel.BUILDING, "玉兰苑"),
        *((words, PlaceLevel.STAIRWELL, "2") for words in ("2", "二单元", "2單元", "Unit 2", "2号门")),
        *((words, PlaceLevel.HOUSEHOLD, "502") for words in ("502", "502室", "502.0", "3-502", "Room 502")),
        ("0502", PlaceLevel.HOUSEHOLD, "0502"),
        ("502A", PlaceLevel.HOUSEHOLD, "502A"),
    ],
)
def test_numbers_are_read_as_people_write_them(words: str, level: PlaceLevel, code: str) -> None:
    assert read_code(words, level) == code


@pytest.mark.parametrize("words", ["", " ", "3-2", "a/b", "长" * 17, "🏠", "-"])
def test_what_cannot_be_a_number(words: str) -> None:
    with pytest.raises(refusals.NotAPlaceCode):
        read_code(words, PlaceLevel.BUILDING)


@given(words=st.text(max_size=20), level=st.sampled_from(BELOW))
def test_a_number_read_again_is_the_same(words: str, level: PlaceLevel) -> None:
    """Or it is refused: the bot's own file can always be sent back."""
    try:
        code = read_code(words, level)
    except refusals.NotAPlaceCode:
        return
    assert read_code(code, level) == code
    assert "-" not in code


def test_levels_only_go_down() -> None:
    for upper in PlaceLevel:
        for lower in PlaceLevel:
            assert upper.holds(lower) is (list(PlaceLevel).index(upper) < list(PlaceLevel).index(lower))
    with pytest.raises(refusals.NotDownward):
        place_tree.check_new(TREE, ("3", "2", "502", "1"), PlaceLevel.STAIRWELL)
    with pytest.raises(refusals.NotDownward):
        place_tree.check_new(TREE, ("3", "9"), PlaceLevel.BUILDING)
    with pytest.raises(refusals.ParentMissing):
        place_tree.check_new(TREE, ("502",), PlaceLevel.HOUSEHOLD)
    with pytest.raises(refusals.UnknownParent):
        place_tree.check_new(TREE, ("4", "1"), PlaceLevel.STAIRWELL)
    with pytest.raises(refusals.PlaceTaken):
        place_tree.check_new(TREE, ("3", "2"), PlaceLevel.HOUSEHOLD)
    place_tree.check_new(TREE, ("3", "502"), PlaceLevel.HOUSEHOLD)
    full = Tree({(str(n),): THREE for n in range(place_tree.MOST_PLACES)})
    with pytest.raises(refusals.TooManyPlaces):
        place_tree.check_new(full, ("B",), PlaceLevel.BUILDING)


def test_names_differ_below_one_parent() -> None:
    with pytest.raises(refusals.PlaceTaken):
        place_tree.check_name(TREE, ("10",), "玉蘭樓")
    place_tree.check_name(TREE, ("3",), "玉兰楼")
    place_tree.check_name(TREE, ("3", "2"), "玉兰楼")
    place_tree.check_name(TREE, ("10",), "")


def test_ten_comes_after_nine_and_letters_last() -> None:
    assert [node.code for node in TREE.below(())] == ["3", "10", "B"]
    assert [node.path for node in TREE.within(("3",))] == [("3", "2"), ("3", "2", "502"), ("3", "2", "503")]


def test_only_what_nothing_hangs_on_is_removed() -> None:
    place_tree.check_removal(TREE, TREE.nodes[("10",)], chats=0, wishes=0)
    for node, chats, wishes in (((("10",)), 1, 0), ((("10",)), 0, 1), ((("3",)), 0, 0)):
        with pytest.raises(refusals.PlaceInUse):
            place_tree.check_removal(TREE, TREE.nodes[node], chats=chats, wishes=wishes)


def test_a_grid_holds_open_households_of_whole_buildings() -> None:
    assert TREE.households_of(1) == 1
    assert TREE.households_of(2) == 0
    assert TREE.buildings_of(1) == [THREE]
    with pytest.raises(refusals.OnlyBuildingsInGrids):
        place_tree.check_in_grid(TREE.nodes[("3", "2")], TREE.grids[1])
    with pytest.raises(refusals.GridIsClosed):
        place_tree.check_in_grid(THREE, TREE.grids[2])
    place_tree.check_in_grid(THREE, None)
    with pytest.raises(refusals.GridTaken):
        place_tree.check_new_grid(TREE, " 東片")
    place_tree.check_grid(TREE, "东 片")
    place_tree.check_grid(TREE, "东片", but=1)


def test_the_rest_of_the_house_knows_it_by_its_numbers() -> None:
    assert place_tree.place_of(("3", "2", "502"), PlaceLevel.HOUSEHOLD) == Place("3", "2", None, "502")
    assert place_tree.place_of(("3", "502"), PlaceLevel.HOUSEHOLD) == Place("3", None, None, "502")
    assert place_tree.place_of(("B", "2"), PlaceLevel.STAIRWELL) == Place("B", "2")
    assert place_tree.place_of(("玉兰苑",), PlaceLevel.BUILDING) is None
    for place in (Place(), Place("3"), Place("3", "2")):
        path = place_tree.path_of(place)
        assert not path or place_tree.place_of(path, BELOW[len(path) - 1]) == place
