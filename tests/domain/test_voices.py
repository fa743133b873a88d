"""A voice note and its line: who may write it, what it says, and that what the author chose stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import errors, voices
from bot.domain.errors import Refused
from bot.domain.places import Place
from bot.domain.voices import MAX_BYTES, MAX_LINE_CHARS
from bot.domain.wishes import ENDED, MAX_CHARS, Category, Kind, State, Visibility, VoiceNote, Wish
from tests.services.wishes_made import made

HOME = Place(building="3")
NOTE = VoiceNote("note", 12)
AUTHOR = made().author_id


def spoken(**changed: object) -> Wish:
    filed = replace(made(), words="", place=HOME, kind=Kind.WANT, category=Category.OTHER, voice=NOTE)
    return replace(filed, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(("seconds", "shown"), [(1, "0:01"), (59, "0:59"), (60, "1:00"), (754, "12:34")])
def test_a_length_is_written_as_on_every_phone(seconds: int, shown: str) -> None:
    assert VoiceNote("x", seconds).length == shown


@pytest.mark.parametrize("visibility", Visibility)
def test_nothing_is_public_before_it_has_words(visibility: Visibility) -> None:
    wish = spoken(visibility=visibility)
    assert wish.waits_for_words
    assert not wish.is_public
    told = voices.transcribe(wish, "灯坏了", home=HOME)
    assert told.is_public == (visibility is not Visibility.COMMITTEE)


def test_a_line_says_what_a_sentence_would_have_said() -> None:
    told = voices.transcribe(spoken(), " 三楼走廊\n 灯坏了 ", home=HOME)
    assert told.words == "三楼走廊 灯坏了"
    assert (told.category, told.place, told.where.floors) == (Category.REPAIR, Place("3", floor=3), (3, 3))
    offered = voices.transcribe(spoken(), "我周六可以帮邻居量血压", home=HOME)
    assert offered.kind is Kind.OFFER
    assert voices.transcribe(spoken(), "5号楼门禁刷不开", home=HOME).place == Place("5")


def test_what_the_author_chose_stays() -> None:
    chosen = spoken(kind=Kind.SUGGESTION, category=Category.NOISE, place=Place("3", "2"))
    told = voices.transcribe(chosen, "5号楼三楼灯坏了", home=HOME)
    assert (told.kind, told.category, told.place) == (Kind.SUGGESTION, Category.NOISE, Place("3", "2"))


def test_what_a_wrong_line_said_goes_with_it() -> None:
    told = voices.transcribe(spoken(), "三楼走廊灯坏了", home=HOME)
    retold = voices.retell(told, "四楼太吵", author_id=AUTHOR, home=HOME)
    assert (retold.words, retold.place, retold.category) == ("四楼太吵", Place("3", floor=4), Category.NOISE)
    assert retold.where.floors == (4, 4)


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_told_twice_is_as_told_the_second_way_alone(first: str, second: str) -> None:
    wish = spoken()
    try:
        once = voices.retell(wish, second, author_id=AUTHOR, home=HOME)
        twice = voices.retell(voices.transcribe(wish, first, home=HOME), second, author_id=AUTHOR, home=HOME)
    except errors.EmptyWords:
        return
    assert twice == once


@pytest.mark.parametrize(
    ("wish", "line", "refusal"),
    [
        (made(), "灯", errors.NoVoiceHere),
        (spoken(words="先写的"), "灯", errors.AlreadyWritten),
        (spoken(), " \n", errors.EmptyWords),
        (spoken(), "灯" * (MAX_LINE_CHARS + 1), errors.TooLong),
    ],
)
def test_a_line_is_refused(wish: Wish, line: str, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        voices.transcribe(wish, line, home=HOME)


@pytest.mark.parametrize("state", State)
def test_a_line_may_come_late_but_an_ended_wish_is_not_retold(state: State) -> None:
    told = voices.transcribe(spoken(state=state), "灯坏了", home=HOME)
    assert told.state is state
    if state in ENDED:
        with pytest.raises(errors.WishClosed):
            voices.retell(told, "灯不亮", author_id=AUTHOR, home=HOME)
    else:
        assert voices.retell(told, "灯不亮", author_id=AUTHOR, home=HOME).words == "灯不亮"


@pytest.mark.parametrize(
    ("wish", "author", "words", "refusal"),
    [
        (spoken(words="灯"), AUTHOR + 1, "灯", errors.WishGone),
        (made(), AUTHOR, "灯", errors.NoVoiceHere),
        (spoken(words="灯"), AUTHOR, "", errors.EmptyWords),
        (spoken(words="灯"), AUTHOR, "灯" * (MAX_CHARS + 1), errors.TooLong),
    ],
)
def test_a_retelling_is_refused(wish: Wish, author: int, words: str, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        voices.retell(wish, words, author_id=author, home=HOME)


def test_a_note_has_its_limits() -> None:
    voices.check(length_s=300, size_bytes=None, longest_s=300)
    voices.check(length_s=1, size_bytes=MAX_BYTES, longest_s=300)
    for length_s, size_bytes in ((301, None), (1, MAX_BYTES + 1)):
        with pytest.raises(errors.VoiceTooLong) as refused:
            voices.check(length_s=length_s, size_bytes=size_bytes, longest_s=300)
        assert refused.value.variables == {"minutes": 5}
