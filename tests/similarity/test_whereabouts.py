"""What a sentence says of its whereabouts, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import Place
from bot.domain.whereabouts import NOWHERE, Whereabouts, read, strip, whereabouts_of


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("三楼灯坏了", {"floor_from": 3, "floor_to": 3}),
        ("3层的灯", {"floor_from": 3, "floor_to": 3}),
        ("3F light", {"floor_from": 3, "floor_to": 3}),
        ("on the 3rd floor", {"floor_from": 3, "floor_to": 3}),
        ("B1 is flooded", {"floor_from": -1, "floor_to": -1}),
        ("负二层漏水", {"floor_from": -2, "floor_to": -2}),
        ("3-5楼的灯", {"floor_from": 3, "floor_to": 5}),
        ("三到五层没水", {"floor_from": 3, "floor_to": 5}),
        ("3层和4层都没水", {"floor_from": 3, "floor_to": 4}),
        ("floors 3 to 5", {"floor_from": 3, "floor_to": 5}),
        ("the 3rd and 4th floor", {"floor_from": 3, "floor_to": 4}),
        ("每层垃圾桶都满了", {"every_floor": True}),
        ("每一层的灯", {"every_floor": True}),
        ("on every floor", {"every_floor": True}),
        ("整栋楼停电", {"every_floor": True}),
        ("2号电梯坏了", {"lift": "2"}),
        ("电梯2号", {"lift": "2"}),
        ("第二部电梯", {"lift": "2"}),
        ("左边那部电梯坏了", {"lift": "left"}),
        ("lift 2 is stuck", {"lift": "2"}),
        ("lift two is stuck", {"lift": "2"}),
        ("the left elevator", {"lift": "left"}),
        ("三楼东侧", {"floor_from": 3, "floor_to": 3, "side": "east"}),
        ("西边楼道", {"side": "west"}),
        ("north end of the corridor", {"side": "north"}),
        ("on the left", {"side": "left"}),
        ("东门道闸", {"gate": "east"}),
        ("一号门", {"gate": "1"}),
        ("the south gate", {"gate": "south"}),
        ("gate 2", {"gate": "2"}),
        ("地下车库的灯", {"garage": True}),
        ("underground car park", {"garage": True}),
        ("3号楼2单元", {"building": "3", "building_said": True, "unit": "2"}),
        ("3号楼电梯坏了", {"building": "3", "building_said": True}),
        ("502室漏水", {"door": "502", "floor_from": 5, "floor_to": 5}),
        ("401水管漏水", {"door": "401", "floor_from": 4, "floor_to": 4}),
        ("停车费要300元", {}),
        ("垃圾没人收", {}),
    ],
)
def test_read(words: str, parts: dict[str, Any]) -> None:
    assert read(words) == Whereabouts(**parts)


def test_the_chats_building_is_not_said_by_the_author() -> None:
    where = whereabouts_of("三楼灯坏了", Place(building="3", floor=3))
    assert (where.building, where.building_said, where.floors) == ("3", False, (3, 3))


def test_a_chosen_place_overrides_the_words_but_keeps_the_lift() -> None:
    where = whereabouts_of("5楼2号电梯坏了", Place(building="3", floor=7), chosen="7楼东侧")
    assert (where.floors, where.lift, where.side) == ((7, 7), "2", "east")


def test_a_range_has_two_ends_in_order() -> None:
    with pytest.raises(ValueError, match="two ends"):
        Whereabouts(floor_from=3)
    with pytest.raises(ValueError, match="lower end"):
        Whereabouts(floor_from=5, floor_to=3)


@given(st.text(max_size=80))
def test_anything_can_be_read_and_stripped(words: str) -> None:
    where = read(words)
    assert where.floors is None or where.floors[0] <= where.floors[1]
    strip(words)


@given(st.integers(1, 40), st.sampled_from(["{}楼灯坏了", "{}层漏水", "{}F is dark", "floor {} is dark"]))
def test_a_floor_survives_its_sentence(floor: int, sentence: str) -> None:
    assert read(sentence.format(floor)).floors == (floor, floor)


def test_nothing_said_is_nowhere() -> None:
    assert read("谢谢大家") == NOWHERE
