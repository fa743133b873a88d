"""Times of day as people write them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.times_of_day import parse_time


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("14:30", time(14, 30)),
        ("９：３０", time(9, 30)),
        ("9.30", time(9, 30)),
        ("2:00", time(2)),
        ("下午两点半", time(14, 30)),
        ("下午2点", time(14)),
        ("两点", time(14)),
        ("早上8点", time(8)),
        ("上午十点一刻", time(10, 15)),
        ("晚上七点三刻", time(19, 45)),
        ("晚上十二点", time(0)),
        ("下午12点", time(12)),
        ("中午", time(12)),
        ("中午12点半", time(12, 30)),
        ("中午一点", time(13)),
        ("九點鐘", time(9)),
        ("9点05分", time(9, 5)),
        ("十九点", time(19)),
        ("下午2:30", time(14, 30)),
        ("2pm", time(14)),
        ("2:30 p.m.", time(14, 30)),
        ("at 9 am", time(9)),
        ("12 am", time(0)),
        ("2 o’clock", time(14)),
        ("Noon", time(12)),
    ],
)
def test_it_is_read(words: str, at: time) -> None:
    assert parse_time(words) == at


@pytest.mark.parametrize("words", ["", "25:00", "9:75", "13pm", "二十五点", "明天", "点", "下午", "9", "9点99分"])
def test_what_is_none_is_none(words: str) -> None:
    assert parse_time(words) is None


@given(st.text(max_size=20))
def test_whatever_is_written_breaks_nothing(words: str) -> None:
    parse_time(words)


@given(st.times())
def test_the_clocks_own_way_is_read_back(at: time) -> None:
    assert parse_time(f"{at:%H:%M}") == at.replace(second=0, microsecond=0)
