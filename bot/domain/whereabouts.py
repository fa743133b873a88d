"""Where a wish is, finer than its place: ranges of floors, lift, side, gate, garage; for telling wishes apart.

`Place` is what people are shown. `Whereabouts` are what is compared, kept as columns of the wish.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.domain.places import Place, number, parse
from bot.domain.script import simplified

_N = r"(\d{1,2}|[零〇一二两三四五六七八九十]{1,3})"
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)?"
_EN_N = r"(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)"
_TO = r"\s*(?:-|–|—|~|到|至|、|和|跟|and|to)\s*"

_RANGE = (
    re.compile(r"(?<![\d-])第?" + _N + r"\s*(?:楼|层|樓|層)?" + _TO + r"第?" + _N + r"\s*(?:楼|层|樓|層)"),
    re.compile(rf"\bfloors?\s*{_ORDINAL}{_TO}{_ORDINAL}\b", re.IGNORECASE),
    re.compile(rf"\b{_ORDINAL}{_TO}{_ORDINAL}[\s-]*floors?\b", re.IGNORECASE),
    re.compile(rf"(?<![A-Za-z0-9]){_ORDINAL}\s*[Ff]?{_TO}{_ORDINAL}\s*[Ff](?![A-Za-z0-9])"),
)
_EVERY_FLOOR = re.compile(
    r"(?:每一?|各|所有|全部|整栋楼?各)(?:个)?(?:楼层|楼|层|樓|層)(?!上|下)|层层|整栋楼|整幢楼|整个楼|全楼|"
    r"\b(?:every|each|all(?:\s+the)?)\s+(?:single\s+)?(?:floors?|stor(?:e?y|e?ys|ies)|levels?)\b|"
    r"\b(?:the\s+)?whole\s+building\b|\bthroughout\s+the\s+building\b",
    re.IGNORECASE,
)
_LIFT_NAME = r"(?:电梯|升降梯|客梯|货梯|電梯)"
_LIFT = (
    re.compile(_N + rf"\s*(?:号|號|#)\s*(?:{_LIFT_NAME}|梯|机(?=.{{0,2}}电梯))"),
    re.compile(rf"{_LIFT_NAME}\s*(?:第)?{_N}\s*(?:号|號|#)(?!\s*楼)"),
    re.compile(rf"第{_N}(?:部|台|架){_LIFT_NAME}"),
    re.compile(rf"\b(?:lift|elevator)\s*(?:no\.?\s*|number\s*|#\s*)?{_EN_N}\b", re.IGNORECASE),
    re.compile(r"\b(?:no\.?\s*|number\s*|#\s*)(\d{1,2})\s+(?:lift|elevator)\b", re.IGNORECASE),
)
_LIFT_SIDE = re.compile(
    rf"([左右东西南北東])\s*(?:边|侧|面|手边|邊)?的?(?:那部|那台|这部)?\s*{_LIFT_NAME}|"
    r"\b(left|right|east|west|north|south)(?:[\s-]hand)?(?:[\s-]side)?\s+(?:lift|elevator)\b",
    re.IGNORECASE,
)
_GATE = (
    re.compile(r"([东西南北東])\s*(?:大门|门|門|大門)(?!洞)"),
    re.compile(_N + r"\s*(?:号|號)\s*(?:大门|门|門|岗)(?!洞|楼)"),
    re.compile(r"\b(north|south|east|west|front|back|rear|main)(?:ern)?\s+(?:gate|entrance\s+gate)\b", re.IGNORECASE),
    re.compile(r"\bgate\s*(?:no\.?\s*|#\s*)?(\d{1,2}|[A-D])\b", re.IGNORECASE),
    re.compile(r"(正门|后门|侧门)"),
)
_SIDE = (
    re.compile(r"([东西南北左右東])\s*(?:侧|边|面|头|半边|手边|端|邊|側|區|区)(?!街|路|门)"),
    re.compile(
        r"\b(north|south|east|west|left|right)(?:ern)?(?:[\s-]hand)?[\s-]+(?:side|end|wing|part|half)\b", re.IGNORECASE
    ),
    re.compile(r"\bon\s+the\s+(left|right)\b", re.IGNORECASE),
)
_GARAGE = re.compile(
    r"地下车库|地下停车场|地库|车库|停车库|地下車庫|車庫|"
    r"\b(?:underground|basement)\s+(?:car\s*park|parking(?:\s+garage)?|garage)\b|\bgarage\b",
    re.IGNORECASE,
)
_SIDE_NAMES = {
    **dict(zip("东西南北左右東", ("east", "west", "south", "north", "left", "right", "east"), strict=True)),
    **{"正门": "main", "后门": "back", "侧门": "side", "rear": "back", "front": "main"},
}
_EN_NUMBERS = {
    word: value
    for value, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
_HIGHEST_FLOOR = 60
#: a flat's number without 室, as neighbours say it: 401水管漏水; not a price, a count or a year
_BARE_DOOR = (
    re.compile(
        r"(?<![\d.\-A-Za-z])([1-9]\d?(?:0[1-9]|1[0-2]))(?![\d.%\-])"
        r"(?!\s*(?:元|块|人|户|米|个|次|度|斤|年|月|天|路|号|弄|分|点|秒|平|件|名|家|多|毛|公|克|层|楼|岁|条|张|只|位|[A-Za-z]))"
        r"(?=\s*[\u4e00-\u9fff])"
    ),
    re.compile(
        r"\b(?:in|at|of|from|no\.|number)\s+([1-9]\d?0[1-9])\b(?!\s*(?:people|metres|meters|yuan|cars))", re.IGNORECASE
    ),
)
_DOOR_WITH_FLOOR = re.compile(r"(\d{1,2})\d{2}")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The parts of a whereabouts that can be compared. Unstated parts are None or False."""

    building: str | None = None
    building_said: bool = False  #: by the author, in words or in the dialog; not merely the chat's building
    unit: str | None = None
    floor_from: int | None = None  #: below ground is negative: B1 is -1
    floor_to: int | None = None  #: equal to `floor_from` for a single floor
    every_floor: bool = False
    door: str | None = None
    lift: str | None = None  #: its number, or the side it is on: "2", "left"
    side: str | None = None  #: east, west, south, north, left, right
    gate: str | None = None  #: the side it is on, its number, or main, back, side
    garage: bool = False

    def __post_init__(self) -> None:
        if (self.floor_from is None) != (self.floor_to is None):
            raise ValueError("a range of floors has two ends")
        if self.floor_from is not None and self.floor_to is not None and self.floor_from > self.floor_to:
            raise ValueError("a range of floors begins at its lower end")

    @property
    def floors(self) -> tuple[int, int] | None:
        return None if self.floor_from is None or self.floor_to is None else (self.floor_from, self.floor_to)


NOWHERE = Whereabouts()  #: nothing is said


def read(words: str) -> Whereabouts:
    """Everything about the whereabouts that a sentence says, in Chinese or English."""
    words = simplified(unicodedata.normalize("NFKC", words))
    place = parse(words)
    if place.door is None and (door := _first(_BARE_DOOR, words)):
        place = replace(place, door=door)
    lift = _lift(words)
    gate = _named(_first(_GATE, words))
    without_gate = _cut(_GATE, _cut((_LIFT_SIDE,), words))
    floors = _range(words)
    every = bool(_EVERY_FLOOR.search(words))
    said = Whereabouts(
        lift=lift,
        gate=gate,
        side=_named(_first(_SIDE, without_gate)),
        garage=bool(_GARAGE.search(words)),
        every_floor=every,
        building_said=place.building is not None,
    )
    if floors is not None:
        said = replace(said, floor_from=floors[0], floor_to=floors[1])
    elif every:
        place = replace(place, floor=None)
    return within(said, place)


def within(where: Whereabouts, place: Place) -> Whereabouts:
    """Fill what is left open from the wish's place: what its author chose, and the building of the chat.

    A door tells its floor where nothing else does: 502 is on the fifth.
    """
    floors = where.floors
    if floors is None and not where.every_floor:
        floor = place.floor if place.floor is not None else _floor_of_door(where.door or place.door)
        floors = None if floor is None else (floor, floor)
    return replace(
        where,
        building=place.building or where.building,
        unit=place.unit or where.unit,
        door=place.door or where.door,
        floor_from=floors[0] if floors else None,
        floor_to=floors[1] if floors else None,
    )


def whereabouts_of(words: str, place: Place, *, chosen: str | None = None) -> Whereabouts:
    """Where a wish is: its words say the finer parts, its place the rest.

    `chosen`: what the author set the place to in the dialog, "" for a button; it overrides what the words say.
    """
    said = read(words)
    if chosen is None:
        return within(said, place)
    typed = read(chosen)
    kept = replace(
        typed,
        lift=typed.lift or said.lift,
        side=typed.side or said.side,
        gate=typed.gate or said.gate,
        garage=typed.garage or said.garage,
    )
    return within(kept, place)


def strip(words: str) -> str:
    """The words without what says a range, a lift's number, a side or a gate; normalized."""
    for group in (_RANGE, (_EVERY_FLOOR,), _LIFT, (_LIFT_SIDE,), _GATE, _SIDE, _BARE_DOOR):
        words = _cut(group, words)
    return words


def _first(patterns: tuple[re.Pattern[str], ...], words: str) -> str | None:
    hits = [hit for pattern in patterns if (hit := pattern.search(words))]
    if not hits:
        return None
    hit = min(hits, key=lambda each: each.start())
    return next(group for group in hit.groups() if group)


def _cut(patterns: tuple[re.Pattern[str], ...], words: str) -> str:
    """Each hit gives way to a blank; what it is said of (电梯, gate) stays."""
    for pattern in patterns:
        words = pattern.sub(_what_it_is_said_of, words)
    return words


def _what_it_is_said_of(hit: re.Match[str]) -> str:
    for thing in ("电梯", "電梯", "elevator", "lift", "gate", "大门", "门"):
        if thing in hit.group(0).lower():
            return f" {thing} "
    return " "


def _lift(words: str) -> str | None:
    if side := _first((_LIFT_SIDE,), words):
        return _named(side)
    return _named(_first(_LIFT, words))


def _named(words: str | None) -> str | None:
    """East, 2, B: one name for each thing, however it was written."""
    if words is None:
        return None
    low = words.lower()
    if low in _SIDE_NAMES:
        return _SIDE_NAMES[low]
    if low in _EN_NUMBERS:
        return str(_EN_NUMBERS[low])
    value = number(low)
    return low if value is None else str(value)


def _range(words: str) -> tuple[int, int] | None:
    for pattern in _RANGE:
        if hit := pattern.search(words):
            low, high = (number(each) for each in hit.groups())
            if low is not None and high is not None and 0 < low < high <= _HIGHEST_FLOOR:
                return low, high
    return None


def _floor_of_door(door: str | None) -> int | None:
    """502 -> 5, 1203 -> 12; None where the door is no such number, as 002."""
    hit = _DOOR_WITH_FLOOR.fullmatch(door or "")
    return int(hit.group(1)) or None if hit else None
