"""The data of a button: what goes in comes out, and never more than Telegram carries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.buttons import MAX_BYTES, data

PARTS = st.text(st.characters(blacklist_characters=":", blacklist_categories=["Cs"]), max_size=30)


@settings(deadline=None)
@given(PARTS, st.lists(PARTS | st.integers(), max_size=6))
def test_either_it_comes_back_whole_or_it_is_refused(route: str, args: list[str | int]) -> None:
    parts = [route, *map(str, args)]
    fits = 1 <= len(":".join(parts).encode()) <= MAX_BYTES
    if not fits:
        with pytest.raises(ValueError, match="not a button's data"):
            data(route, *args)
        return
    assert data(route, *args).split(":") == parts


@pytest.mark.parametrize(
    ("words", "fits"), [("a" * 60, True), ("a" * 61, False), ("灯" * 20, True), ("灯" * 21, False)]
)
def test_the_limit_is_of_bytes(words: str, fits: bool) -> None:
    if fits:
        assert len(data("abc", words).encode()) <= 64
    else:
        with pytest.raises(ValueError, match="not a button's data"):
            data("abc", words)


@pytest.mark.parametrize("parts", [("a:b",), ("a", "b:c"), ("",), ("a", 1, ":")])
def test_a_colon_or_nothing_at_all_is_a_bug_of_the_caller(parts: tuple[str | int, ...]) -> None:
    with pytest.raises(ValueError, match="not a button's data"):
        data(*map(str, parts))
