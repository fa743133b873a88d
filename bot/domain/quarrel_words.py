"""Words by which a quarrel between neighbours is suggested, and whose door is named. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from bot.domain.places import Place, parse
from bot.domain.script import simplified

_NEIGHBOUR = re.compile(
    r"楼上|楼下|隔壁|对门|邻居|那家|那户|他家|她家|他们家|上下楼"
    r"|\bneighbou?rs?\b|\b(?:up|down)stairs\b|\bnext door\b|\bflat (?:above|below)\b"
)
_QUARREL = re.compile(
    r"吵架|争吵|吵起来|骂|打人|动手|欺负|闹矛盾|有矛盾|闹翻|纠纷|调解|评评理|讲道理|不讲理|赔偿|赔钱|不肯赔|威胁|故意|报复|占(?:了)?我家|堵(?:了)?我家|堵我"
    r"|说了(?:好几次|多次|几次|很多次)|说过(?:好几次|多次|几次)|(?:半夜|晚上|天天|每天)[^，。]{0,8}(?:吵|闹|响|跳|敲|放音乐|拖)|不听|老娘舅"
    r"|\bquarrel|\bargu(?:e|es|ed|ing|ment)\b|\bshout(?:s|ed|ing)? at\b|\binsult|\bthreaten|\bon purpose\b|\bmediat"
    r"|\bwon't (?:stop|pay|listen)\b|\brefus(?:es|ed) to\b|\btold (?:him|her|them) (?:many|several) times\b|\bbangs?\b"
    r"|\bloud (?:music|party|parties)\b|\bevery night\b"
)


def sounds_like_quarrel(words: str) -> bool:
    """Whether the words speak of a neighbour and of a grievance: a suggestion, no more."""
    said = simplified(unicodedata.normalize("NFKC", words)).lower().replace("’", "'")
    return bool(_NEIGHBOUR.search(said) and _QUARREL.search(said))


_DOOR = re.compile(r"(?<!\d)(\d{3,4})(?!\d)(?!\s*(?:号楼|号|栋|幢|座|弄))")


def door_named(where: str) -> Place:
    """The place of somebody's door as people name it there: 3号楼602 is a door, also without 室."""
    place = parse(where)
    if place.door is None and (found := _DOOR.findall(unicodedata.normalize("NFKC", where))):
        return replace(place, door=found[-1])
    return place
