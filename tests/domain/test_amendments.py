"""Changing, adding, withdrawing: until when, and what is read anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import amendments, errors
from bot.domain.amendments import EDITABLE_FOR, MOST_ADDITIONS, UNDOABLE_FOR, Withdrawal
from bot.domain.places import Place
from bot.domain.wishes import ENDED, Category, Display, State, Wish
from tests.services.wishes_made import WISH, made

CHAT = Place("3")
SAID = replace(WISH, words="三楼走廊的灯坏了", place=Place("3", floor=3), category=Category.REPAIR)


def edited(wish: Wish, words: str, *, place: Place | None = None, said: str = "", after_s: int = 60) -> Wish:
    return amendments.edited(
        wish, words=words, place=place, said=said, photo=wish.photo, chat_place=CHAT, followed=False,
        now=wish.filed_at + timedelta(seconds=after_s),
    )  # fmt: skip


@settings(deadline=None)
@given(st.sampled_from(State), st.sampled_from(Display), st.booleans(), st.integers(0, 900))
def test_a_wish_is_changed_before_anybody_relies_on_it(
    state: State, display: Display, followed: bool, after_s: int
) -> None:
    wish = made(state=state, display=display)
    may = amendments.may_edit(wish, followed=followed, now=wish.filed_at + timedelta(seconds=after_s))
    fresh = after_s < EDITABLE_FOR.total_seconds() == 300
    assert may == (state is State.OPEN and display is Display.SHOWN and not followed and fresh)


def test_what_was_guessed_is_guessed_anew() -> None:
    after = edited(SAID, "五楼的垃圾没人扫")
    assert (after.category, after.place.floor, after.where.floor_from) == (Category.CLEANING, 5, 5)
    assert (after.number, after.author_id, after.filed_at, after.kind) == (12, 1, SAID.filed_at, SAID.kind)


def test_what_was_chosen_stays() -> None:
    chosen = replace(SAID, category=Category.SAFETY, place=Place("3", "2", 7))
    after = edited(chosen, "五楼的垃圾没人扫")
    assert (after.category, after.place) == (Category.SAFETY, Place("3", "2", 7))
    assert after.where.floor_from == 7, "the chosen floor, not the one of the words"


def test_a_place_chosen_now_lies_in_the_chats_building_unless_it_is_the_estates() -> None:
    assert edited(SAID, SAID.words, place=Place(floor=6), said="6楼").place == Place("3", floor=6)
    assert edited(SAID, SAID.words, place=Place()).place == Place()


def test_too_late_nothing_and_too_much_are_refused() -> None:
    with pytest.raises(errors.EditingOver):
        edited(SAID, "别的", after_s=300)
    with pytest.raises(errors.EmptyWords):
        edited(SAID, "  ")
    with pytest.raises(errors.TooLong):
        edited(SAID, "灯" * 1001)


def test_additions_are_few_and_for_what_is_in_sight() -> None:
    amendments.check_addition(made(state=State.DECLINED), additions=MOST_ADDITIONS - 1)
    with pytest.raises(errors.TooManyAdditions):
        amendments.check_addition(made(), additions=MOST_ADDITIONS)
    with pytest.raises(errors.WishBeingChecked):
        amendments.check_addition(made(display=Display.CHECKING), additions=0)
    with pytest.raises(errors.WishClosed):
        amendments.check_addition(made(state=State.WITHDRAWN), additions=0)


@settings(deadline=None)
@given(st.sampled_from(State), st.integers(0, 600))
def test_a_withdrawal_is_undone_whole_or_not_at_all(state: State, after_s: int) -> None:
    wish = made(state=state)
    if state in ENDED:
        with pytest.raises(errors.WishClosed):
            amendments.withdraw(wish)
        return
    withdrawn = amendments.withdraw(wish)
    assert (withdrawn.state, withdrawn.next_date, withdrawn.has_ended) == (State.WITHDRAWN, None, True)
    kept = Withdrawal(wish.id, None, "", wish.filed_at, wish.state, wish.next_date)
    now = wish.filed_at + timedelta(seconds=after_s)
    if after_s >= UNDOABLE_FOR.total_seconds():
        with pytest.raises(errors.UndoTooLate):
            amendments.take_back_withdrawal(withdrawn, kept, now=now)
    else:
        assert amendments.take_back_withdrawal(withdrawn, kept, now=now) == wish
    with pytest.raises(errors.UndoTooLate):
        amendments.take_back_withdrawal(wish, None, now=now)


def test_what_is_taken_down_is_not_withdrawn_but_what_is_checked_may_be() -> None:
    with pytest.raises(errors.WishTakenDown):
        amendments.withdraw(made(display=Display.REMOVED))
    assert amendments.withdraw(made(display=Display.CHECKING)).state is State.WITHDRAWN
