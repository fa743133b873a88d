"""Where something is: parsed from words in Chinese and English, and shown with only as much as the reader may see."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.domain.script import simplified

_CHINESE_DIGITS = {
    sign: value
    for value, signs in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}
_NUMBER = r"(\d{1,3}|[零〇一二两三四五六七八九十百]{1,5})"
_ORDINALS = {
    word: value
    for value, words in enumerate(
        (
            *("ground", "first one", "second two", "third three", "fourth four", "fifth five"),
            *("sixth six", "seventh seven", "eighth eight", "ninth nine", "tenth ten"),
        )
    )
    for word in words.split()
}
_EN_NUMBER = r"(\d{1,3}|" + "|".join(_ORDINALS) + r")"

# A classifier is no name: 修一座亭子, 一栋楼都没水. But 3栋楼下 is downstairs of building 3.
_NOT_A_COUNT = r"(?!楼(?![下上道梯顶门里前后旁]))"
_FLAT_AFTER = (
    r"(?=\s*(?:\d{3,4}(?!\d)|[零〇一二三四五六七八九]{3,4}室|"
    + _NUMBER.replace("(", "(?:", 1)
    + r"\s*(?:单元|單元|楼|层|樓|層)))"
)
#: the last part of 3-2-502; not the year of 20-3-2026, not a price or a count, not of a telephone number
_FLAT_NUMBER = r"(?!20[2-4]\d)\d{3,4}(?![\d-]|\s*(?:块|元|人|户|米|个|次|度|斤|yuan|people|metres))"
_BUILDING = (
    re.compile(_NUMBER + r"\s*(?:号楼|號樓)"),
    re.compile(_NUMBER + r"\s*(?:栋|棟|幢)" + _NOT_A_COUNT),
    re.compile(r"(\d{1,3})\s*(?:座|#楼?)"),
    re.compile(r"(?<![A-Za-z])([A-Za-z])\s*(?:座|栋|棟|幢|号楼|號樓)"),
    re.compile(r"(?<!月)" + _NUMBER + r"\s*[号號]" + _FLAT_AFTER),
    re.compile(r"(?<![\d-])([1-9]\d?)-\d{1,2}-" + _FLAT_NUMBER),
    re.compile(r"(?<![\d-])([1-9]\d?)-" + _FLAT_NUMBER),
    re.compile(
        r"\b(?:building|bldg\.?|block|tower)\s*(?:no\.?\s*|number\s*|#\s*)?" + _EN_NUMBER + r"\b", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:[Bb]uilding|BUILDING|[Bb]lock|BLOCK|[Tt]ower|TOWER)\s+([B-HJ-Z]|A(?=[\s.,;:!?]*$|[.,;:!?]|\s+[a-z]))(?![A-Za-z'’])"
    ),
    re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\s+(?:building|block|tower)\b", re.IGNORECASE),
)
_UNIT = (
    re.compile(_NUMBER + r"\s*(?:单元|單元|门洞|門洞)"),
    re.compile(r"(?<![\d-])[1-9]\d?-(\d{1,2})-" + _FLAT_NUMBER),
    re.compile(r"\b(?:unit|entrance|staircase|stairwell)\s*(?:no\.?\s*)?" + _EN_NUMBER + r"\b", re.IGNORECASE),
)
_BASEMENT = (
    re.compile(r"(?<![A-Za-z0-9])[Bb]([1-5])(?![0-9A-Za-z])"),
    re.compile(r"(?:地下|负|負)\s*([1-5一二三四五])\s*(?:楼|层|樓|層)"),
    re.compile(r"\bbasement\s+(?:level\s+)?([1-5])\b", re.IGNORECASE),
)
_FLOOR = (
    re.compile(r"(?<![0-9零〇一二两三四五六七八九十百])第?" + _NUMBER + r"\s*(?:楼|层|樓|層)(?!栋)"),
    re.compile(r"(?<![A-Za-z0-9])(\d{1,3})\s*/?\s*[Ff](?![A-Za-z0-9])"),
    re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)[\s-]*floor\b", re.IGNORECASE),
    re.compile(r"\b" + _EN_NUMBER + r"[\s-]+floor\b", re.IGNORECASE),
    re.compile(r"\bfloor\s*" + _EN_NUMBER + r"\b", re.IGNORECASE),
)
_DOOR = (
    re.compile(r"(?<!\d)(\d{3,4}|[零〇一二三四五六七八九]{3,4})\s*(?:室|房间)"),
    re.compile(r"(?<!月)[\d一二三四五六七八九十]\s*[号號]\s*(\d{3,4})(?!\d|\s*(?:年|块|元|人|户|个|次|米))"),
    re.compile(r"(?<=单元|單元)\s*(\d{3,4})(?!\d)"),
    re.compile(r"(?<![\d-])[1-9]\d?-(?:\d{1,2}-)?(" + _FLAT_NUMBER + r")"),
    re.compile(r"\b(?:room|flat|apartment|apt\.?)\s*(?:no\.?\s*)?(\d{1,4}[A-Za-z]?)\b", re.IGNORECASE),
)
_LARGEST_UNIT = 99  #: "unit 502" is a flat


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
    """Read 3, 十二, 一百零三, 二〇三 or "third" as an integer; None where it is none, as 三四 (three or four)."""
    if words.isdecimal():
        return int(words)
    if words.lower() in _ORDINALS:
        return _ORDINALS[words.lower()]
    if len(words) > 1 and all(sign in _CHINESE_DIGITS for sign in words):
        return int(_digits(words)) if len(words) > 2 or words[0] in "零〇" else None
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
    return total + digit if words else None


def _digits(words: str) -> str:
    """五零二 -> 502."""
    return "".join(str(_CHINESE_DIGITS.get(sign, sign)) for sign in words)


def _first(patterns: tuple[re.Pattern[str], ...], words: str) -> str | None:
    hits = [hit for pattern in patterns if (hit := pattern.search(words))]
    return min(hits, key=lambda hit: hit.start()).group(1) if hits else None


def _name(words: str | None) -> str | None:
    """A building's or unit's number alone, or its letter: 三 -> 3, b -> B."""
    if words is None:
        return None
    if len(words) == 1 and words.isascii() and words.isalpha():
        return words.upper()
    found = number(words)
    return str(found) if found else None


def without_place(words: str) -> str:
    """The words, each statement of a place in them replaced by a blank; normalized."""
    words = simplified(unicodedata.normalize("NFKC", words))
    for group in (_BASEMENT, _DOOR, _UNIT, _FLOOR, _BUILDING):
        for pattern in group:
            words = pattern.sub(" ", words)
    return words


def parse(words: str) -> Place:
    """Find the place that a sentence states: 3号楼2单元五楼502室, "building 3, third floor", 12号402, B1, 3-2-502.

    3号楼 is a building, and so is 12号 with a flat behind it; 三楼 is a floor.
    """
    words = simplified(unicodedata.normalize("NFKC", words))
    building, unit, floor, door = (_first(group, words) for group in (_BUILDING, _UNIT, _FLOOR, _DOOR))
    basement = _first(_BASEMENT, words)
    level = number(floor) if floor else None
    if basement and (depth := number(basement)) is not None:
        level = -depth
    stairwell, flat = _name(unit), _digits(door) if door else None
    if stairwell and stairwell.isdecimal() and int(stairwell) > _LARGEST_UNIT:
        stairwell, flat = None, flat or stairwell
    return Place(building=_name(building), unit=stairwell, floor=level, door=flat)
