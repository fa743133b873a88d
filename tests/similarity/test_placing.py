"""Place decides: stated and different is never the same spot, whatever the words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.similarity import Placing, Scope, compare
from bot.domain.similarity.gist import gist_of
from bot.domain.similarity.judging import Verdict, judge
from bot.domain.whereabouts import Whereabouts
from bot.domain.wishes import Kind
from bot.texts.concepts import shipped

THREE = Whereabouts(building="3")


def at(**parts: Any) -> Whereabouts:
    return replace(THREE, **parts)


def floor(number: int, to: int | None = None) -> Whereabouts:
    return at(floor_from=number, floor_to=to or number)


@pytest.mark.parametrize(
    ("one", "other", "scope", "expected"),
    [
        (floor(3), floor(3), Scope.LOCAL, Placing.AGREES),
        (floor(3), floor(4), Scope.LOCAL, Placing.OTHER_FLOOR),
        (floor(3), THREE, Scope.LOCAL, Placing.OPEN),
        (THREE, THREE, Scope.LOCAL, Placing.AGREES),
        (floor(3, 5), floor(4), Scope.LOCAL, Placing.AGREES),
        (floor(3, 5), floor(6), Scope.LOCAL, Placing.OTHER_FLOOR),
        (at(every_floor=True), floor(6), Scope.LOCAL, Placing.AGREES),
        (at(garage=True), floor(1), Scope.LOCAL, Placing.OTHER_FLOOR),
        (at(garage=True), floor(-1), Scope.LOCAL, Placing.OPEN),
        (floor(3), floor(9), Scope.SYSTEM, Placing.AGREES),
        (floor(3), THREE, Scope.SYSTEM, Placing.AGREES),
        (at(lift="1"), at(lift="2"), Scope.SYSTEM, Placing.CONTRADICTS),
        (at(lift="1"), THREE, Scope.SYSTEM, Placing.OPEN),
        (at(unit="1"), at(unit="2"), Scope.SYSTEM, Placing.CONTRADICTS),
        (THREE, Whereabouts(building="5"), Scope.SYSTEM, Placing.CONTRADICTS),
        (THREE, Whereabouts(building="5"), Scope.ESTATE, Placing.AGREES),
        (at(building_said=True), Whereabouts(building="5", building_said=True), Scope.ESTATE, Placing.CONTRADICTS),
        (at(building_said=True), Whereabouts(building="5"), Scope.ESTATE, Placing.OPEN),
        (at(gate="east"), at(gate="west"), Scope.ESTATE, Placing.CONTRADICTS),
        (at(gate="east"), THREE, Scope.ESTATE, Placing.OPEN),
        (at(side="east"), at(side="west"), Scope.LOCAL, Placing.CONTRADICTS),
        (at(side="east"), at(side="left"), Scope.LOCAL, Placing.OPEN),
        (at(side="east"), THREE, Scope.LOCAL, Placing.OPEN),
        (replace(floor(4), door="401"), replace(floor(4), door="403"), Scope.LOCAL, Placing.CONTRADICTS),
        (replace(floor(4), door="401"), replace(floor(6), door="601"), Scope.LOCAL, Placing.OTHER_FLOOR),
    ],
)
def test_compare(one: Whereabouts, other: Whereabouts, scope: Scope, expected: Placing) -> None:
    assert compare(one, other, scope) is expected
    assert compare(other, one, scope) is expected


numbers = st.none() | st.sampled_from(["1", "2", "3"])
sides = st.none() | st.sampled_from(["east", "west", "left", "right"])


@st.composite
def anywhere(draw: st.DrawFn) -> Whereabouts:
    low = draw(st.none() | st.integers(-2, 9))
    return Whereabouts(
        building=draw(numbers),
        building_said=draw(st.booleans()),
        unit=draw(numbers),
        floor_from=low,
        floor_to=None if low is None else low + draw(st.integers(0, 3)),
        every_floor=draw(st.booleans()),
        door=draw(numbers),
        lift=draw(numbers),
        side=draw(sides),
        gate=draw(sides),
        garage=draw(st.booleans()),
    )


WORDS = st.lists(
    st.sampled_from(
        ["灯", "坏了", "电梯", "停水", "太冷", "不制冷", "light", "broken", "allow", "forbid", "乒乓球台", "狗"]
    ),
    max_size=5,
).map(" ".join)


@given(anywhere(), anywhere(), st.sampled_from(list(Scope)))
def test_comparing_is_symmetric(one: Whereabouts, other: Whereabouts, scope: Scope) -> None:
    assert compare(one, other, scope) is compare(other, one, scope)


@given(anywhere(), st.sampled_from(list(Scope)))
def test_a_place_agrees_with_itself(one: Whereabouts, scope: Scope) -> None:
    assert compare(one, one, scope) is Placing.AGREES


@given(WORDS, WORDS, anywhere(), anywhere(), st.sampled_from(list(Kind)), st.sampled_from(list(Kind)))
def test_judging_is_symmetric(
    said: str, heard: str, one: Whereabouts, other: Whereabouts, kind: Kind, other_kind: Kind
) -> None:
    lexicon = shipped()
    first = gist_of(said, kind=kind, where=one, lexicon=lexicon)
    second = gist_of(heard, kind=other_kind, where=other, lexicon=lexicon)
    assert judge(first, second, lexicon) == judge(second, first, lexicon)


@given(WORDS, anywhere(), anywhere())
def test_one_sentence_from_two_stated_places_is_never_one_wish(
    words: str, one: Whereabouts, other: Whereabouts
) -> None:
    """The texts are equal, so only the place can tell them apart: and it always does."""
    lexicon = shipped()
    first = gist_of(words, kind=Kind.WANT, where=one, lexicon=lexicon)
    second = gist_of(words, kind=Kind.WANT, where=other, lexicon=lexicon)
    verdict = judge(first, second, lexicon).verdict
    for name in ("unit", "lift", "gate"):
        here, there = getattr(one, name), getattr(other, name)
        if here is not None and there is not None and here != there:
            assert verdict is Verdict.NONE
    if one.building and other.building and one.building != other.building and one.building_said and other.building_said:
        assert verdict is Verdict.NONE
