"""What in somebody's words is better seen by the committee alone: numbers that lead to people, and private matters.

It only suggests. Numbers are found by exact patterns, with their check digits where they have any; the rest by words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.domain import places
from bot.domain import screening_words as listed
from bot.domain.folding import folded


class Concern(StrEnum):
    """Why the committee alone would be the better reader, in the order in which it is said."""

    PHONE = "phone"
    IDENTITY = "identity"
    PLATE = "plate"
    NAMED = "named"  #: a person named together with a door
    HARDSHIP = "hardship"
    VIOLENCE = "violence"
    ILLNESS = "illness"
    CHILD = "child"
    CONDUCT = "conduct"  #: a neighbour's


_CHINESE_DIGITS = str.maketrans("零〇○一幺二三四五六七八九", "0001123456789")
_SPOKEN = re.compile(r"[零〇○一幺二三四五六七八九]{7,}")
_GAP = r"[ \t./·-]?"

_PHONES = (
    re.compile(rf"(?<!\d)(?:\+?86{_GAP})?1[3-9]\d(?:{_GAP}\d){{8}}(?!\d)"),
    re.compile(rf"(?<![\d-])\(?0\d{{2,3}}\)?{_GAP}[2-9]\d{{2,3}}{_GAP}\d{{4}}(?!\d)"),
    re.compile(r"(?<!\d)0\d{4}[ -]\d{3}[ -]?\d{3}(?!\d)"),
    re.compile(rf"(?<!\d)09\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\d)"),  # Taiwan
    re.compile(rf"(?<!\d)(?:\+|00)[1-9]\d{{0,2}}(?:{_GAP}\(?\d{{1,4}}\)?){{2,6}}(?!\d)"),
    re.compile(
        r"(?:电话|手机|座机|号码|微信|致电|打给|联系我|\b(?:tel|phone|mobile|call|ring|text|whatsapp|wechat)\b)[^\d\n]{0,12}"
        r"\d(?:[ -]?\d){6,11}(?!\d)"
    ),
)
_FEWEST_DIGITS_ABROAD = 8

_PRC_ID = re.compile(r"(?<![0-9a-z])\d{6}[ -]?(?:1[89]|20)\d{2}[ -]?\d{4}[ -]?\d{3}[ -]?[\dx](?![0-9a-z])")
_PRC_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_OLD_PRC_ID = re.compile(r"(?<!\d)[1-6]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)")
_TAIWAN_ID = re.compile(r"(?<![0-9a-z])[a-z][1289]\d{8}(?![0-9a-z])")
_HONG_KONG_ID = re.compile(r"(?<![0-9a-z])([a-z]{1,2})(\d{6}) ?\(?([\da])\)?(?![0-9a-z])")
_NAMED_ID = re.compile(
    r"(?:身份证|证件|护照|回乡证|居住证|社保|\b(?:passport|identity card|id card|id number|id no)\b)[^\d\n]{0,16}"
    r"[a-z]{0,2}\d(?:[ -]?\d){6,16}[ -]?[\dx]?"
)

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领港澳台军警"
_PLATES = (
    re.compile(
        rf"[{_PROVINCES}]\s?[a-hj-np-z]\s?[·•.\- ]?\s?(?=[a-hj-np-z0-9 -]{{0,4}}\d)"
        r"(?:[a-hj-np-z0-9][ -]?){4}[a-hj-np-z0-9挂学警港澳][a-hj-np-z0-9]?(?![a-z0-9])"
    ),
    re.compile(
        r"(?:车牌|车号|牌照|号牌|尾号|\b(?:licen[cs]e plate|number plate|plate|registration|reg)\b)[^\da-z\n]{0,6}"
        r"(?:number |no\.? |is )?(?=[a-z -]{0,6}\d)[a-z0-9]{1,4}[ -]?[a-z0-9]{2,6}"
    ),
)
_LATIN_PLATES = (
    re.compile(r"(?<![a-z0-9])[a-z]{2}\d{2} ?[a-z]{3}(?![a-z0-9])"),  # AB12 CDE
    re.compile(r"(?<![a-z0-9])[a-zäöü]{1,3}-[a-z]{1,2} ?\d{1,4}(?![a-z0-9])"),  # B-AB 1234
    re.compile(r"(?<![a-z0-9])(?:[a-z]{3}-?\d{4}|\d{4}-[a-z]{2}|[a-z]{2} ?\d{4})(?![a-z0-9])"),
)
_VEHICLE = re.compile(listed.VEHICLE)

_SURNAME = f"[{listed.SURNAMES}]"
_PERSON = re.compile(
    rf"{_SURNAME}(?:{listed.TITLES})|(?<![\u4e00-\u9fff])[{listed.NICKNAMED}]{_SURNAME}(?![路道街店房屋门楼])|"
    rf"[的家里住个位是,找][{listed.NICKNAMED}]{_SURNAME}(?![路道街店房屋门楼])|"
    rf"(?:{listed.CALLED})\s?{_SURNAME}[\u4e00-\u9fff]{{1,2}}|{_SURNAME}[\u4e00-\u9fff]{{2}}(?=想|要|家|住|说|总|天天)|(?:{listed.TITLES})|"
    r"\b(?:mr|mrs|ms|miss|mister|dr|madam|auntie|uncle|aunt|granny)\b\.? ?[a-z]+|"
    r"\b(?:old|elderly|young) (?:lady|man|woman|gentleman|couple)\b"
)
#: 402的王先生: a flat for people, though not for `places`
_DOOR = re.compile(r"(?:住在?|家在)\s?[1-9]\d{2,3}(?!\d)|(?<![\d.])[1-9]\d{2,3}(?:的|那)")
_WORDS: tuple[tuple[Concern, re.Pattern[str], re.Pattern[str] | None], ...] = (
    (Concern.HARDSHIP, re.compile(listed.HARDSHIP), None),
    (Concern.VIOLENCE, re.compile(listed.VIOLENCE), None),
    (Concern.ILLNESS, re.compile(listed.ILLNESS), re.compile(listed.NO_ILLNESS)),
    (Concern.CHILD, re.compile(listed.CHILD), re.compile(listed.NO_CHILD)),
    (Concern.CONDUCT, re.compile(listed.CONDUCT), None),
)


def screen(words: str) -> frozenset[Concern]:
    """What in these words is better seen by the committee alone; empty for most of what people say."""
    return frozenset(_concerns(words))


def in_order(concerns: frozenset[Concern]) -> tuple[Concern, ...]:
    return tuple(concern for concern in Concern if concern in concerns)


def _concerns(words: str) -> Iterator[Concern]:
    said = folded(words)
    digits = _SPOKEN.sub(lambda run: run[0].translate(_CHINESE_DIGITS), said)
    without_ids, has_id = _identity(digits)
    if has_id:
        yield Concern.IDENTITY
    if _is_phone(without_ids):
        yield Concern.PHONE
    if _is_plate(digits):
        yield Concern.PLATE
    if _PERSON.search(said) and (_DOOR.search(said) or places.parse(words).door is not None):
        yield Concern.NAMED
    for concern, pattern, unless in _WORDS:
        left = unless.sub(" ", said) if unless and concern is Concern.CHILD else said
        if pattern.search(left) and not (concern is Concern.ILLNESS and unless and unless.search(said)):
            yield concern


def _identity(said: str) -> tuple[str, bool]:
    """The words without the identity numbers in them, and whether there were any."""
    left, found = said, False
    for pattern, check in (
        (_PRC_ID, _prc_checks),
        (_OLD_PRC_ID, _always),
        (_TAIWAN_ID, _taiwan_checks),
        (_HONG_KONG_ID, _hong_kong_checks),
        (_NAMED_ID, _always),
    ):
        for hit in pattern.finditer(left):
            if check(hit[0]):
                found = True
                left = left.replace(hit[0], " ")
    return left, found


def _always(number: str) -> bool:
    return bool(number)


def _prc_checks(number: str) -> bool:
    """GB 11643: weights modulo 11."""
    signs = [sign for sign in number if sign not in " -"]
    total = sum(weight * int(sign) for weight, sign in zip(_PRC_WEIGHTS, signs, strict=False))
    return "10x98765432"[total % 11] == signs[-1]


def _taiwan_checks(number: str) -> bool:
    """The letter stands for two digits; weights 1 9 8 7 6 5 4 3 2 1 1, modulo 10."""
    letter = "abcdefghjklmnpqrstuvxywzio".index(number[0]) + 10
    digits = [letter // 10, letter % 10, *map(int, number[1:])]
    return (
        sum(weight * digit for weight, digit in zip((1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1), digits, strict=True)) % 10 == 0
    )


def _hong_kong_checks(number: str) -> bool:
    """Letters count 10 to 35, a missing first one 36; weights 9 to 2 and 1 for the check digit, modulo 11."""
    signs = [sign for sign in number if sign.isalnum()]
    values = [int(sign, 36) for sign in signs]
    values = [36, *values] if len(values) == 8 else values
    return sum(weight * value for weight, value in zip((9, 8, 7, 6, 5, 4, 3, 2, 1), values, strict=True)) % 11 == 0


def _is_phone(said: str) -> bool:
    for pattern in _PHONES:
        for hit in pattern.finditer(said):
            if sum(sign.isdecimal() for sign in hit[0]) >= _FEWEST_DIGITS_ABROAD - 1:
                return True
    return False


def _is_plate(said: str) -> bool:
    if any(pattern.search(said) for pattern in _PLATES):
        return True
    return bool(_VEHICLE.search(said)) and any(pattern.search(said) for pattern in _LATIN_PLATES)
