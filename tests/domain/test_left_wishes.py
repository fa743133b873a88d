"""What becomes of a wish whose author asked to be forgotten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain import wishes
from bot.domain.places import Place
from bot.domain.whereabouts import Whereabouts
from bot.domain.wishes import State, Visibility, VoiceNote
from tests.domain.test_wishes import OPEN


@pytest.mark.parametrize("followed", [True, False])
@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize("taken_by", [None, 1, 2])
@pytest.mark.parametrize("visibility", list(Visibility))
def test_a_wish_goes_with_its_author_unless_somebody_else_has_a_stake_in_it(followed, answered, taken_by, visibility):
    wish = replace(OPEN, author_id=1, visibility=visibility, taken_by=taken_by)
    goes = wishes.goes_with_author(wish, followed=followed, answered=answered)
    assert goes == (visibility is Visibility.COMMITTEE or not (followed or answered or taken_by == 2))


def test_what_stays_tells_no_door_and_shows_another_picture():
    wish = replace(OPEN, place=Place("3", "2", 5, "502"), where=Whereabouts(building="3", door="502"), photo="hers")
    left = wishes.without_author(wish, photo="grey")
    assert (left.place, left.where.door, left.photo) == (Place("3", "2", 5), None, "grey")
    assert left.words == wish.words
    assert wishes.without_author(replace(wish, photo=None), photo="grey").photo is None


@pytest.mark.parametrize("state", list(State))
def test_what_is_gone_says_nothing_and_waits_for_nobody(state):
    wish = replace(OPEN, state=state, place=Place("3", "2", 5, "502"), taken_by=4, taken_by_name="张师傅")
    left = wishes.gone(wish, photo=None)
    assert left.is_gone
    assert left.has_ended
    assert not left.is_public
    assert (left.number, left.next_date, left.taken_by, left.place) == (wish.number, None, None, Place("3"))


def test_a_voice_goes_with_whoever_spoke():
    spoken = replace(OPEN, voice=VoiceNote("v1", 12))
    assert wishes.without_author(spoken, photo=None).voice is None
    assert wishes.gone(spoken, photo=None).voice is None
