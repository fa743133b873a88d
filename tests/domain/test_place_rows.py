"""Files of places: lists and trees, what a row lies in, circles; the same file again comes to nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import place_refusals as refusals
from bot.domain import place_rows, place_tree
from bot.domain.place_changes import Changes, changes
from bot.domain.place_rows import MOST_ROWS, Sheet, Words
from bot.domain.place_tree import BELOW, Grid, Node, Path, PlaceLevel, Tree, folded

WORDS = Words(("阳光小区", "sunny"), {PlaceLevel.STAIRWELL: ("梯",)})
TREE_HEAD = ["层级", "编号", "名称", "上级", "网格", "状态"]


def read(*rows: list[str], tree: Tree | None = None) -> Sheet:
    return place_rows.read(rows, tree=tree or Tree(), words=WORDS)


def paths(sheet: Sheet) -> list[Path]:
    return [each.path for each in sheet.places]


def problems(sheet: Sheet) -> dict[int, str]:
    return {each.row: type(each.refused).__name__ for each in sheet.problems}


def applied(tree: Tree, found: Changes) -> Tree:
    """What the store makes of it."""
    grids = dict(tree.grids)
    for new in found.new_grids:
        grids[len(grids) + 1] = Grid(len(grids) + 1, new.name)
    ids = {folded(grid.name): grid.id for grid in grids.values()}
    nodes = dict(tree.nodes)
    for each in found.added:
        assert len(each.path) == 1 or each.path[:-1] in nodes, "parents come first"
        grid = ids[folded(each.grid)] if each.grid else None
        nodes[each.path] = Node(len(nodes) + 1, each.level, each.path, each.name, grid)
    for change in found.changed:
        old = nodes[change.node.path]
        grid = ids[folded(change.grid)] if change.grid else old.grid_id
        name = old.name if change.name is None else change.name
        nodes[old.path] = Node(old.id, old.level, old.path, name, grid)
    return Tree(nodes, grids)


def test_a_list_brings_what_holds_its_households() -> None:
    sheet = read(["Building", "DOOR", "备注"], ["Building 3", "502", "老王"], ["", "", ""], ["3", "503", ""])
    assert paths(sheet) == [("3",), ("3", "502"), ("3", "503")]
    assert sheet.problems == ()


def test_titles_above_the_head_are_passed_over() -> None:
    assert paths(read(["我们小区"], [""], ["楼栋"], ["3"])) == [("3",)]


def test_a_parent_is_named_in_many_ways() -> None:
    rows = [["楼栋", "3", "玉兰楼", "阳光小区"], ["梯", "2", "", "玉兰楼"]]
    ways = ("3-2", "3/2", "3号楼2单元", "玉兰楼-2", "阳光小区-3-2", "3号楼-2单元")
    rows += [["户", f"50{at}", "", way] for at, way in enumerate(ways)]
    sheet = read(TREE_HEAD, *rows)
    assert not sheet.problems
    assert paths(sheet)[2:] == [("3", "2", f"50{at}") for at in range(len(ways))]


def test_a_parent_may_come_later_or_be_in_the_tree() -> None:
    tree = Tree.of([Node(1, PlaceLevel.BUILDING, ("7",))])
    sheet = read(
        TREE_HEAD, ["户", "502", "", "3-2"], ["单元", "2", "", "3"], ["楼", "3"], ["户", "1", "", "7"], tree=tree
    )
    assert not sheet.problems
    assert set(paths(sheet)) == {("3",), ("3", "2"), ("3", "2", "502"), ("7", "1")}


def test_circles_and_what_hangs_on_them() -> None:
    rows = [
        ["楼", "A", "", "B"],
        ["楼", "B", "", "C"],
        ["楼", "C", "", "A"],
        ["单元", "1", "", "A"],
        ["楼", "D", "", "D"],
    ]
    found = problems(read(TREE_HEAD, *rows))
    assert found == {
        **dict.fromkeys((2, 3, 4, 6), "PlacesInACircle"),
        5: "UnknownParent",
    }


def test_several_of_one_name_are_asked_about() -> None:
    rows = [["楼", "3"], ["楼", "4"], ["单元", "1", "", "3"], ["单元", "1", "", "4"], ["户", "9", "", "1"]]
    assert problems(read(TREE_HEAD, *rows)) == {6: "SeveralSuch"}


def test_rows_that_contradict_each_other() -> None:
    sheet = read(
        ["楼", "单元", "室", "网格"], *(["3", "1", "1", "东"], ["3", "1", "1", ""], ["3", "2", "", "西"], ["4"])
    )
    assert problems(sheet) == {3: "SamePlaceTwice", 4: "TwoGrids"}
    tree = Tree.of([Node(1, PlaceLevel.BUILDING, ("3",)), Node(2, PlaceLevel.STAIRWELL, ("3", "1"))])
    assert problems(read(["楼", "室"], ["3", "1"], tree=tree)) == {2: "OtherPlaceLevel"}


@pytest.mark.parametrize(
    ("rows", "refused"),
    [
        ([], refusals.PlacesEmpty),
        ([["", " "]], refusals.PlacesEmpty),
        ([["楼"]], refusals.PlacesEmpty),
        ([["日期", "内容"], ["1", "2"]], refusals.NoPlacesHead),
        ([["层级", "上级"], ["楼房", ""]], refusals.NoPlacesHead),
        ([["楼"], *([["3"]] * (MOST_ROWS + 1))], refusals.TooManyPlaceRows),
    ],
)
def test_files_that_are_none(rows: list[list[str]], refused: type[Exception]) -> None:
    with pytest.raises(refused):
        read(*rows)


CODES = st.sampled_from(["1", "2", "3号楼", "B", "502", "玉兰苑", "", "1-2", "A"])
CELLS = st.tuples(
    st.sampled_from(["楼", "单元", "户", "网格", "社区", "x"]),
    CODES,
    st.sampled_from(["", "", "玉兰楼", "东"]),
    st.sampled_from(["", "1", "2", "B", "A", "1-2", "3号楼2单元", "玉兰楼"]),
    st.sampled_from(["", "东", "西"]),
    st.sampled_from(["", "停用", "拆"]),
)
LISTED = st.tuples(CODES, CODES, CODES, st.sampled_from(["", "东", "西"]))
FILES = st.lists(CELLS, min_size=1, max_size=12).map(lambda rows: [TREE_HEAD, *map(list, rows)])
LISTS = st.lists(LISTED, min_size=1, max_size=12).map(lambda rows: [["楼", "单元", "室", "网格"], *map(list, rows)])


@given(rows=FILES | LISTS)
def test_whatever_a_file_says_it_makes_a_tree_and_sent_again_nothing(rows: list[list[str]]) -> None:
    try:
        sheet = read(*rows)
    except refusals.PlacesEmpty:
        return
    found = changes(sheet.places, sheet.grids, tree=Tree())
    tree = applied(Tree(), found)
    for path, node in tree.nodes.items():
        assert path == node.path
        parent = tree.nodes.get(node.parent)
        assert (parent.level if parent else PlaceLevel.ESTATE).holds(node.level)
        assert (node.level is PlaceLevel.BUILDING) == (len(path) == 1)
        assert node.grid_id is None or node.level is PlaceLevel.BUILDING
        assert node.level in BELOW
    for parent_path in {node.parent for node in tree.nodes.values()}:
        names = [folded(node.name) for node in tree.below(parent_path) if node.name]
        assert len(names) == len(set(names))
    again = read(*rows, tree=tree)
    second = changes(again.places, again.grids, tree=tree)
    assert not second.added
    assert not second.new_grids
    assert not [change for change in second.changed if change.closed is None]


def test_what_the_bot_writes_is_read_as_it_was() -> None:
    nodes = [
        Node(1, PlaceLevel.BUILDING, ("3",), "玉兰楼", 1),
        Node(2, PlaceLevel.STAIRWELL, ("3", "1")),
        Node(3, PlaceLevel.BUILDING, ("1",)),
        Node(4, PlaceLevel.HOUSEHOLD, ("3", "1", "0502")),
        Node(5, PlaceLevel.BUILDING, ("玉兰苑",)),
        Node(6, PlaceLevel.HOUSEHOLD, ("玉兰苑", "1")),
    ]
    tree = Tree.of(nodes, [Grid(1, "东片")])
    rows = [
        [
            node.level.value,
            node.code,
            node.name,
            place_tree.written(node.parent),
            "东片" if node.grid_id else "",
            "在用",
        ]
        for node in tree.within(())
    ]
    sheet = read(TREE_HEAD, ["grid", "", "东片", "", "", "在用"], *rows, tree=tree)
    assert not sheet.problems
    found = changes(sheet.places, sheet.grids, tree=tree)
    assert not found.any
    assert found.unchanged == len(nodes)
    sheet = read(TREE_HEAD, ["grid", "", "东片", "", "", "在用"], *rows)
    assert set(paths(sheet)) == set(tree.nodes)
