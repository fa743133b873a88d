"""Danger words: when somebody may need the fire brigade, the police, an ambulance or a human voice at once. Pure.

Rather a false alarm than a miss; but 着火点, 火锅, 没着火 and last year's fire are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache

from bot.domain import danger_words as shipped
from bot.domain.folding import folded
from bot.domain.people import Estate


class Danger(StrEnum):
    """What kind of help is needed, in the order in which the numbers are told."""

    FIRE = "fire"  #: fire, gas, people shut in
    CRIME = "crime"
    MEDICAL = "medical"
    DESPAIR = "despair"  #: somebody speaks of taking their life


#: mainland China; config.yaml and each estate name their own
NUMBERS: Mapping[Danger, str] = {
    Danger.FIRE: "119",
    Danger.CRIME: "110",
    Danger.MEDICAL: "120",
    Danger.DESPAIR: "12356",
}
WORDS: Mapping[Danger, tuple[str, ...]] = {
    Danger.FIRE: shipped.FIRE_ZH + shipped.FIRE_EN,
    Danger.CRIME: shipped.CRIME_ZH + shipped.CRIME_EN,
    Danger.MEDICAL: shipped.MEDICAL_ZH + shipped.MEDICAL_EN,
    Danger.DESPAIR: shipped.DESPAIR_ZH + shipped.DESPAIR_EN,
}
INNOCENT = shipped.INNOCENT_ZH + shipped.INNOCENT_EN
FLAG_AGAIN_AFTER = timedelta(minutes=10)

_CLAUSE = re.compile(r"[^。!?;,.\n~…、]+")
#: right before the word, and the word is not meant. 有没有, 是不是 and 会不会 ask: that may well be meant.
_DENIED = re.compile(
    r"(?:(?<!有)没(?:有|发生)?|(?<!有)没有(?:再|人|发生)|并未|从未|(?<!是)不是|(?<!会)不会|禁止|严禁|不准|不许|请勿|"
    r"\b(?:no|not|isn't|wasn't|aren't|never|without|nobody(?: is| was)?|no one(?: is| was)?)"
    r"(?: a| any| the| really| been| being)?)\s*$"
)
#: right before the word, and it is to be prevented, or only imagined
_IMAGINED = re.compile(
    r"(?:防止|避免|以防|预防|防范|谨防|防|容易|万一|如果|要是|假如|假使|"
    r"\b(?:prevent(?:s|ing)?|avoid(?:s|ing)?|in case of|in case there is|in case of an?|if there is|if there's|risk of|"
    r"danger of|what if there is))(?: a| an| the| any)?\s*$"
)
_PAST = re.compile(
    r"去年|前年|上个?月|上次|上回|上周|以前|从前|曾经|往年|年前|当年|"
    r"\b(?:last (?:year|month|week|summer|winter|spring|autumn)|(?:years?|months?|weeks?) ago|used to)\b"
)
_AGAIN = re.compile(r"又|现在|正在|今天|刚|此刻|马上|\b(?:again|now|today|just|still)\b")


@dataclass(frozen=True, slots=True)
class Watch:
    """What is listened for, and whom to call. Without anything said, what Wishwell comes with."""

    words: Mapping[Danger, tuple[str, ...]] = field(default_factory=lambda: WORDS)
    innocent: tuple[str, ...] = INNOCENT
    numbers: Mapping[Danger, str] = field(default_factory=lambda: NUMBERS)
    flag_again_after: timedelta = FLAG_AGAIN_AFTER  #: until the same person's next words of a kind are passed on again

    def heard_in(self, words: str) -> tuple[Danger, ...]:
        """The kinds of danger these words speak of, each once, in the order of `Danger`."""
        if not words.strip():
            return ()
        said = _plain(words)
        if innocent := _pattern(self.innocent):
            said = innocent.sub(" # ", said)
        clauses = _CLAUSE.findall(said)
        return tuple(
            danger for danger in Danger if any(_speaks_of(danger, self.words.get(danger, ()), one) for one in clauses)
        )

    def number(self, danger: Danger, estate: Estate | None) -> str:
        """Whom to call: the estate's own number, else the installation's."""
        own = estate.emergency.get(danger) if estate else None
        return own or self.numbers.get(danger) or NUMBERS[danger]


def to_flag(
    heard: Iterable[Danger], *, flagged: Iterable[tuple[Danger, datetime]], now: datetime, again_after: timedelta
) -> tuple[Danger, ...]:
    """Of the kinds just heard, those that the staff was not told of within `again_after` by the same person.

    `flagged`: kind and moment of what was passed on before and not called off.
    """
    fresh = {danger for danger, at in flagged if now - at < again_after}
    return tuple(danger for danger in heard if danger not in fresh)


def _speaks_of(danger: Danger, words: tuple[str, ...], clause: str) -> bool:
    pattern = _pattern(words)
    if pattern is None:
        return False
    long_past = danger is not Danger.DESPAIR and _PAST.search(clause) and not _AGAIN.search(clause)
    for hit in pattern.finditer(clause):
        before = clause[: hit.start()]
        if not long_past and not _DENIED.search(before) and not _IMAGINED.search(before):
            return True
    return False


def _plain(words: str) -> str:
    """Folded, and without the blanks that some put between Chinese characters."""
    return re.sub(r"(?<=[\u4e00-\u9fff])[^\S\n]+(?=[\u4e00-\u9fff])", "", folded(words))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the words: Chinese ones anywhere, English ones as whole words. The first that fits at a place is taken."""
    terms = [_term(_plain(word)) for word in words if word.strip()]
    return re.compile("|".join(terms)) if terms else None


def _term(word: str) -> str:
    if re.search(r"[a-z]", word):
        parts = [re.escape(part) for part in word.split("*")]
        gap = r"(?:[\w'-]+\s+){0,3}"
        joined = gap.join(part.lstrip("\\ ") if index else part for index, part in enumerate(parts))
        return rf"(?<![a-z]){joined}(?![a-z])"
    return r"[^\s#]{0,6}?".join(re.escape(part) for part in word.split("*"))
