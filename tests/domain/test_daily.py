"""What a day allows: cards and boards of a chat, wishes of a person."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.daily import LINES_A_BOARD, DailyLimits, DayFull, beginning_of, board_for, day_full


@given(most=st.integers(0, 10), wishes=st.integers(0, 120))
def test_a_day_of_any_length_has_its_cards_first_and_then_full_boards_one_after_the_other(most, wishes):
    boards: list[int] = []
    cards = 0
    for _ in range(wishes):
        board = board_for(cards=cards, lines=len(boards), most_cards=most)
        if board is None:
            assert not boards, "no card after a line"
            cards += 1
        else:
            boards.append(board)
    assert cards == min(most, wishes)
    assert boards == sorted(boards)
    assert all(boards.count(board) == LINES_A_BOARD for board in set(boards) - {max(boards, default=0)})
    assert max((boards.count(board) for board in boards), default=0) <= LINES_A_BOARD


def test_a_topic_of_its_own_has_room_for_any_number():
    assert board_for(cards=1000, lines=0, most_cards=None) is None


@pytest.mark.parametrize(
    ("public", "alike", "full"),
    [(0, 0, None), (2, 1, None), (2, 2, DayFull.ALIKE), (3, 0, DayFull.PUBLIC), (3, 3, DayFull.PUBLIC)],
)
def test_three_a_day_and_two_alike(public, alike, full):
    assert day_full(public=public, alike=alike, limits=DailyLimits()) is full


def test_a_day_begins_on_the_estates_own_clocks():
    assert beginning_of(date(2026, 3, 3), ZoneInfo("Asia/Shanghai")) == datetime(2026, 3, 2, 16, tzinfo=UTC)
    summer = beginning_of(date(2026, 7, 1), ZoneInfo("Europe/Berlin"))
    assert summer == datetime(2026, 6, 30, 22, tzinfo=UTC)
