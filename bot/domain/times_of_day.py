"""Times of day as people write them, in Chinese and English. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import time

from bot.domain.places import number
from bot.domain.script import simplified

_N = r"(\d{1,2}|[零〇一二两三四五六七八九十]{1,3})"
_PART = r"(凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|夜里|晚)"
_MINUTES = r"(半|一刻|三刻|整|钟|(?:\d{1,2}|[零〇一二三四五六七八九十]{1,3}))"
_ZH = re.compile(rf"{_PART}?\s*{_N}\s*[点时:](?:\s*{_MINUTES})?\s*分?钟?")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})\s*(am|pm)?")
_EN = re.compile(r"(?:at )?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|o'clock)")
_NAMED = {"中午": time(12), "正午": time(12), "noon": time(12), "midday": time(12), "at noon": time(12)}
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚", "夜里"})
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45, "整": 0, "钟": 0}
#: An hour of these without a word is one after noon: nobody meets in the stairwell at three in the morning.
_AFTER_NOON_BY_ITSELF = range(1, 6)


def parse_time(words: str) -> time | None:
    """The time of day that these words name; None if they name none.

    14:30, 2:30 pm, 2pm, 下午两点半, 早上8点, 晚上七点一刻, 中午, noon. 两点 is 14:00, 2:00 in figures is 2:00.
    """
    said = simplified(unicodedata.normalize("NFKC", words)).lower().strip(" \t\r\n.,!?;。！？，；、~").replace("’", "'")
    said = " ".join(said.replace("a.m", "am").replace("p.m", "pm").split())
    if said in _NAMED:
        return _NAMED[said]
    if hit := _CLOCK.fullmatch(said):
        return _twelve(int(hit[1]), int(hit[2]), hit[3])
    if hit := _EN.fullmatch(said):
        return _twelve(int(hit[1]), int(hit[2] or 0), None if hit[3] == "o'clock" else hit[3], spoken=True)
    if hit := _ZH.fullmatch(said):
        return _chinese(hit[1], hit[2], hit[3])
    return None


def _twelve(hour: int, minute: int, half: str | None, *, spoken: bool = False) -> time | None:
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif spoken and hour in _AFTER_NOON_BY_ITSELF:
        hour += 12
    return _safe(hour, minute)


def _chinese(part: str | None, hours: str, minutes: str | None) -> time | None:
    hour = number(hours)
    minute = 0 if minutes is None else _QUARTERS.get(minutes, number(minutes.lstrip("零〇") or "零"))
    if hour is None or minute is None:
        return None
    if part == "中午":
        hour += 12 if hour < 4 else 0
    elif part in _AFTERNOON:
        hour = hour + 12 if hour < 12 else (12 if part == "下午" else 0)
    elif part is None and hour in _AFTER_NOON_BY_ITSELF:
        hour += 12
    return _safe(hour, minute)


def _safe(hour: int, minute: int) -> time | None:
    try:
        return time(hour, minute)
    except ValueError:
        return None
