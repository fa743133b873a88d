"""A grid is found by what people call it, and by no guess."""

from __future__ import annotations

import pytest

from bot.domain.grid_words import named

NAMES = {1: "网格1", 2: "第二网格", 3: "东片", 4: "Grid No. 4", 5: "西片网格", 6: "网格12"}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("网格1", 1),
        ("网格一", 1),
        ("1号网格", 1),
        ("grid1", 1),
        ("GRID 2", 2),
        ("網格2", 2),
        ("第二个网格", 2),
        ("东片", 3),
        ("东片网格", 3),
        ("网格4", 4),
        ("西片网格", 5),
        ("网格 西片", 5),
        ("第十二网格", 6),
        ("西片", None),
        ("2", None),
        ("网格", None),
        ("网格9", None),
        ("网格1和网格2", None),
        ("3号楼", None),
        ("gridlock 1", None),
    ],
)
def test_which_is_meant(words: str, key: int | None) -> None:
    assert named(words, NAMES) == key


def test_of_two_that_are_called_alike_neither() -> None:
    assert named("网格1", {1: "第一网格", 2: "1号网格"}) is None
