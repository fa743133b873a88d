"""Where a sentence says something is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.places import Place, number, parse


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # buildings
        ("3号楼", Place("3")),
        ("三号楼的灯", Place("3")),
        ("3號樓", Place("3")),
        ("３号楼", Place("3")),
        ("我住12幢", Place("12")),
        ("十二栋门口", Place("12")),
        ("3栋楼下", Place("3")),
        ("3#楼电梯", Place("3")),
        ("3# 2单元", Place("3", "2")),
        ("B座大堂", Place("B")),
        ("a栋", Place("A")),
        ("2座", Place("2")),
        ("building 3", Place("3")),
        ("Building Three", Place("3")),
        ("bldg. 7", Place("7")),
        ("behind block 2", Place("2")),
        ("Tower B lobby", Place("B")),
        ("Block A", Place("A")),
        ("the 4th building", Place("4")),
        ("building no. 5", Place("5")),
        # a house number is a building where a flat follows
        ("12号402室", Place("12", door="402")),
        ("12号402", Place("12", door="402")),
        ("12号3楼", Place("12", floor=3)),
        ("3-2-502漏水", Place("3", "2", door="502")),
        ("5-302", Place("5", door="302")),
        # units and floors
        ("3号楼2单元五楼502室", Place("3", "2", 5, "502")),
        ("2单元502", Place(unit="2", door="502")),
        ("二单元", Place(unit="2")),
        ("三楼走廊灯坏了", Place(floor=3)),
        ("十二层", Place(floor=12)),
        ("第三层", Place(floor=3)),
        ("5号楼5楼", Place("5", floor=5)),
        ("3F", Place(floor=3)),
        ("3/F", Place(floor=3)),
        ("二十三楼", Place(floor=23)),
        ("地下二层车库", Place(floor=-2)),
        ("负一楼", Place(floor=-1)),
        ("B1漏水", Place(floor=-1)),
        ("basement 2", Place(floor=-2)),
        ("五零二室", Place(door="502")),
        ("ground floor", Place(floor=0)),
        ("third floor of building three", Place("3", floor=3)),
        ("the 12th floor", Place(floor=12)),
        ("floor 5, flat 12B", Place(floor=5, door="12B")),
        ("unit 2", Place(unit="2")),
        ("unit 502", Place(door="502")),
        ("Building 3, unit 2, floor 5, apt 502", Place("3", "2", 5, "502")),
    ],
)
def test_a_stated_place_is_found(words: str, expected: Place) -> None:
    assert parse(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "",
        "灯坏了",
        "楼上太吵",
        "第12件",
        "3月12号停水",
        "12号停水",
        "2026-03-20",
        "20-3-2026以前",
        "建一座凉亭",
        "我们一栋楼都没热水",
        "这栋楼",
        "138-0013-8000",
        "021-5588",
        "50-100块钱",
        "全楼300户没水",
        "三四楼之间",
        "building a ramp",
        "we are building a shed",
        "the floor is wet",
        "4 chairs",
        "vitamin B12",
        "at 3 pm",
        "楼层牌",
    ],
)
def test_what_names_no_place_is_left_alone(words: str) -> None:
    assert not parse(words).is_stated


@pytest.mark.parametrize(
    ("words", "value"),
    [
        *(("3", 3), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("一百", 100), ("一百零三", 103)),
        *(("两", 2), ("二〇三", 203), ("零五", 5), ("third", 3), ("Two", 2)),
    ],
)
def test_numbers(words: str, value: int) -> None:
    assert number(words) == value


@pytest.mark.parametrize("words", ["", "三四", "楼", "3楼", "eleventy"])
def test_what_is_no_number(words: str) -> None:
    assert number(words) is None


@given(
    st.integers(1, 199),
    st.none() | st.integers(1, 20),
    st.none() | st.integers(1, 60),
    st.none() | st.integers(100, 6999),
)
def test_a_place_written_out_is_read_back(building: int, unit: int | None, floor: int | None, door: int | None) -> None:
    expected = Place(str(building), str(unit) if unit else None, floor, str(door) if door else None)
    chinese = f"{building}号楼" + (f"{unit}单元" if unit else "") + (f"{floor}楼" if floor else "")
    english = f"Building {building}" + (f", unit {unit}" if unit else "") + (f", floor {floor}" if floor else "")
    assert parse(chinese + (f"{door}室" if door else "")) == expected
    assert parse(english + (f", room {door}" if door else "")) == expected


@given(st.text(max_size=60))
def test_any_words_are_read_without_an_error(words: str) -> None:
    place = parse(words)
    assert place.floor is None or -5 <= place.floor <= 999
    assert place.building is None or place.building.isalnum()


class TestFilling:
    def test_what_is_unstated_comes_from_the_chats_building(self) -> None:
        assert Place(floor=3).or_else(Place("3")) == Place("3", floor=3)
        assert Place().or_else(Place("3", "2")) == Place("3", "2")

    def test_another_building_is_not_mixed_in(self) -> None:
        assert Place("5").or_else(Place("3", "2")) == Place("5")

    def test_the_ground_floor_is_a_stated_floor(self) -> None:
        assert Place(floor=0).is_stated
        assert Place(floor=0).or_else(Place("3", floor=7)).floor == 0

    def test_neighbours_of_somebody_nameless_see_the_building_at_most(self) -> None:
        assert Place("3", "2", 5, "502").for_neighbours_of_nameless() == Place("3")
