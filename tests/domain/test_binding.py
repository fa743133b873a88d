"""What `/bind` is given, in both languages: the place, and what the bot says there."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import binding, place_refusals
from bot.domain.binding import Binding, read
from bot.domain.errors import Refused, UnknownPlace
from bot.domain.people import EVERYTHING, ChatUse, Purpose
from bot.domain.place_tree import Grid, Tree
from bot.domain.places import Place

EAST, TWO, THIRD, SHUT = (
    Grid(1, "东片"),
    Grid(2, "网格2"),
    Grid(3, "第三网格"),
    Grid(4, "西片", datetime(2026, 3, 2, tzinfo=UTC)),
)
TREE = Tree.of([], [EAST, TWO, THIRD, SHUT])
WISHES, NOTICES, VOTES = ChatUse.WISHES, ChatUse.NOTICES, ChatUse.VOTES


def neighbours(place: Place | None = None, *uses: ChatUse, grid: Grid | None = None, talk: bool = False) -> Binding:
    return Binding(Purpose.BUILDING, place or Place(), grid, frozenset(uses) if uses or talk else None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("3号楼", neighbours(Place("3"))),
        ("3号楼 通知 投票", neighbours(Place("3"), NOTICES, VOTES)),
        ("投票，通知 3号楼", neighbours(Place("3"), NOTICES, VOTES)),
        ("building 3 notices votes", neighbours(Place("3"), NOTICES, VOTES)),
        ("Building 3, unit 2 talk", neighbours(Place("3", "2"), talk=True)),
        ("3號樓 聊天", neighbours(Place("3"), talk=True)),
        ("全小区", neighbours()),
        ("阳光小区 心愿", neighbours(None, WISHES)),
        ("the whole estate", neighbours()),
        ("网格2 投票", neighbours(None, VOTES, grid=TWO)),
        ("grid 2", neighbours(grid=TWO)),
        ("GRID 3 talk", neighbours(grid=THIRD, talk=True)),
        ("東片", neighbours(grid=EAST)),
        ("3号楼 全部", neighbours(Place("3"), *EVERYTHING)),
        ("staff", Binding(Purpose.STAFF)),
        ("投票", Binding(Purpose.BUILDING, uses=frozenset({VOTES}), names_place=False)),
        ("talk", Binding(Purpose.BUILDING, uses=frozenset(), names_place=False)),
    ],
)
def test_read(words: str, expected: Binding) -> None:
    assert read(words, tree=TREE, estate_name="阳光小区") == expected


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("", UnknownPlace),
        ("通知 河边", UnknownPlace),
        ("3号楼 瞎说", binding.UnknownUse),
        ("building 3 sunny votes", binding.UnknownUse),
        ("聊天 投票", binding.TalkAlone),
        ("staff 投票", binding.StaffAlone),
        ("3号楼 staff", binding.StaffAlone),
        ("staff talk", binding.StaffAlone),
        ("staff please", UnknownPlace),
        ("网格9", binding.UnknownGrid),
        ("grid nine", binding.UnknownGrid),
        ("西片 通知", place_refusals.GridIsClosed),
    ],
)
def test_refused(words: str, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        read(words, tree=TREE, estate_name="阳光小区")


@given(uses=st.permutations([("心愿", WISHES), ("notices", NOTICES), ("投票", VOTES)]), many=st.integers(0, 3))
def test_purposes_are_said_in_any_order_before_or_behind_the_place(uses: list[tuple[str, ChatUse]], many: int) -> None:
    said = [word for word, _ in uses[:many]]
    meant = frozenset(use for _, use in uses[:many]) or None
    for words in (["5号楼", *said], [*said, "5号楼"]):
        assert read(" ".join(words), tree=TREE, estate_name="阳光小区") == Binding(
            Purpose.BUILDING, Place("5"), None, meant
        )


@given(words=st.text(max_size=40))
def test_whatever_is_said_it_is_read_or_refused(words: str) -> None:
    with contextlib.suppress(Refused):
        found = read(words, tree=TREE, estate_name="阳光小区")
        assert found.grid is None or found.place == Place(), "a grid holds whole buildings"
