"""Where something is: parsed from words in Chinese and English, and shown with only as much as the reader may see."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_CHINESE_DIGITS = {
    sign: value for value, signs in enumerate("零〇 一 二两 三 四 五 六 七 八 九".split()) for sign in signs
}
_NUMBER = r"(\d{1,3}|[零〇一二两三四五六七八九十百]{1,5})"
_ORDINALS = {
    word: value
    for value, words in enumerate(
        ("ground", "first one", "second two", "third three", "fourth four", "fifth five")
        + ("sixth six", "seventh seven", "eighth eight", "ninth nine", "tenth ten")
    )
    for word in words.split()
}
_EN_NUMBER = r"(\d{1,3}|" + "|".join(_ORDINALS) + r")"

_BUILDING = (
    re.compile(_NUMBER + r"\s*(?:号楼|號樓|栋|棟|幢|座)"),
    re.compile(r"\b(?:building|bldg\.?|block|tower)\s*(?:no\.?\s*)?" + _EN_NUMBER + r"\b", re.IGNORECASE),
)
_UNIT = (
    re.compile(_NUMBER + r"\s*(?:单元|單元|门洞|門洞)"),
    re.compile(r"\b(?:unit|entrance|staircase)\s*" + _EN_NUMBER + r"\b", re.IGNORECASE),
)
_BASEMENT = (
    re.compile(r"(?<![A-Za-z0-9])[Bb]([1-5])(?![0-9])"),
    re.compile(r"(?:地下|负)\s*([1-5一二三四五])\s*(?:楼|层|樓|層)"),
)
_FLOOR = (
    re.compile(r"(?<!号)(?<!號)第?" + _NUMBER + r"\s*(?:楼|层|樓|層)(?!栋)"),
    re.compile(r"(?<![A-Za-z0-9])(\d{1,3})\s*[Ff](?![A-Za-z0-9])"),
    re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)[\s-]*floor\b", re.IGNORECASE),
    re.compile(r"\b" + _EN_NUMBER + r"[\s-]+floor\b", re.IGNORECASE),
    re.compile(r"\bfloor\s*" + _EN_NUMBER + r"\b", re.IGNORECASE),
)
_DOOR = (
    re.compile(r"(?<!\d)(\d{3,4})\s*(?:室|房间|户)"),
    re.compile(r"\b(?:room|flat|apartment|apt\.?)\s*(\d{1,4}[A-Za-z]?)\b", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in an estate. Unstated parts are None."""

    building: str | None = None  #: the number alone: "3" is Building 3
    unit: str | None = None  #: stairwell of the building, the number alone
    floor: int | None = None  #: 0 is the ground floor where people count so; below ground is negative: B1 is -1
    door: str | None = None  #: "302"

    @property
    def is_stated(self) -> bool:
        return any(part is not None for part in (self.building, self.unit, self.floor, self.door))

    def for_neighbours_of_nameless(self) -> Place:
        """The building at most: without a name, neighbours see no floor and no door."""
        return Place(building=self.building)

    def or_else(self, other: Place) -> Place:
        """Fill what is unstated here from `other`, as long as both are the same building."""
        if self.building and other.building and self.building != other.building:
            return self
        return replace(
            self,
            building=self.building or other.building,
            unit=self.unit or other.unit,
            floor=self.floor if self.floor is not None else other.floor,
            door=self.door or other.door,
        )


def number(words: str) -> int | None:
    """Read 3, 十二, 一百零三 or "third" as an integer; None where it is none."""
    if words.isdecimal():
        return int(words)
    if words.lower() in _ORDINALS:
        return _ORDINALS[words.lower()]
    total, digit = 0, 0
    for sign in words:
        if sign == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        elif sign in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[sign]
        else:
            return None
    return total + digit


def _first(patterns: tuple[re.Pattern[str], ...], words: str) -> str | None:
    hits = [hit for pattern in patterns if (hit := pattern.search(words))]
    return min(hits, key=lambda hit: hit.start()).group(1) if hits else None


def parse(words: str) -> Place:
    """Find the place that a sentence states: 3号楼2单元五楼502室, "building 3, third floor", B1.

    3号楼 is a building, 三楼 a floor.
    """
    building, unit, floor, door = (_first(group, words) for group in (_BUILDING, _UNIT, _FLOOR, _DOOR))
    basement = _first(_BASEMENT, words)
    building_number = number(building) if building else None
    unit_number = number(unit) if unit else None
    level = number(floor) if floor else None
    if basement and (depth := number(basement)) is not None:
        level = -depth
    return Place(
        building=str(building_number) if building_number is not None else None,
        unit=str(unit_number) if unit_number is not None else None,
        floor=level,
        door=door,
    )
