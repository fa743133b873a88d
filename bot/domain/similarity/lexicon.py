"""The words for what a building consists of and what may be the matter with it, in Chinese and English.

The words themselves are data, loaded elsewhere; here is how they are found in a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.script import simplified

MOST_SIGNS = 8  #: of a Chinese one

_TOKEN = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*|[\u3400-\u9fff]")

# isn't, is not, does not, cannot: one negation.
_NEGATED = re.compile(
    r"\b(?:(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s+not|cannot|"
    r"(?:is|are|was|were|do|does|did|has|have|had|could|would|should)n't|can't|won't)\b"
)


class Sort(StrEnum):
    THING = "thing"  #: what it is about
    SPOT = "spot"  #: where it is, said without a number
    MATTER = "matter"  #: what is the matter with it, or what is wanted
    IDLE = "idle"  #: says nothing
    APART = "apart"  #: holds the sign of a thing and means something else: 电影 has nothing to do with 电


class Scope(StrEnum):
    """How much of the place tells two wishes about one thing apart."""

    LOCAL = "local"  #: building, unit, floor, side
    SYSTEM = "system"  #: building, unit and lift: a shared system reaches every floor
    ESTATE = "estate"  #: only what was said: it belongs to everybody


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning with all its words."""

    name: str
    sort: Sort
    words: tuple[str, ...]
    scope: Scope = Scope.LOCAL  #: of a thing


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: an expression of the lexicon, or a token it does not know."""

    tokens: tuple[str, ...]
    meanings: tuple[Concept, ...]  #: empty: unknown


@dataclass(frozen=True)
class Lexicon:
    """All concepts, by their expressions.

    Raises:
        ValueError: a name is used twice, an opposite names nothing, an expression is empty or too long to be found.
    """

    concepts: tuple[Concept, ...]
    akin: frozenset[frozenset[str]] = frozenset()  #: pairs of matters that may well be one
    opposites: frozenset[frozenset[str]] = frozenset()  #: pairs of matters that are never one
    by_tokens: Mapping[tuple[str, ...], tuple[Concept, ...]] = field(init=False)
    scopes: Mapping[str, Scope] = field(init=False)
    near: Mapping[str, frozenset[str]] = field(init=False)  #: by a matter's name, those akin to it
    against: Mapping[str, frozenset[str]] = field(init=False)  #: by a matter's name, those it contradicts

    def __post_init__(self) -> None:
        named = {concept.name: concept for concept in self.concepts}
        if len(named) != len(self.concepts):
            raise ValueError("two concepts bear the same name")
        matters = {name for name, concept in named.items() if concept.sort is Sort.MATTER}
        for pair in self.akin | self.opposites:
            if len(pair) != 2 or not pair <= matters:
                raise ValueError(f"akin or opposite are two matters each: {', '.join(sorted(pair))}")
        things = {concept.name: concept.scope for concept in self.concepts if concept.sort is Sort.THING}
        object.__setattr__(self, "by_tokens", _by_tokens(self.concepts))
        object.__setattr__(self, "scopes", things)
        object.__setattr__(self, "near", {name: _paired_with(name, self.akin) for name in matters})
        object.__setattr__(self, "against", {name: _paired_with(name, self.opposites) for name in matters})

    def pieces(self, words: str) -> Iterator[Piece]:
        """Cut a sentence into the longest known expressions and single unknown tokens."""
        tokens = tokens_of(words)
        at = 0
        while at < len(tokens):
            for length in range(min(MOST_SIGNS, len(tokens) - at), 0, -1):
                meanings = self.by_tokens.get(tuple(tokens[at : at + length]))
                if meanings:
                    known = tuple(each for each in meanings if each.sort is not Sort.APART)
                    yield Piece(tuple(tokens[at : at + length]), known)
                    at += length
                    break
            else:
                yield Piece((tokens[at],), ())
                at += 1


def _paired_with(name: str, pairs: frozenset[frozenset[str]]) -> frozenset[str]:
    return frozenset(other for pair in pairs if name in pair for other in pair - {name})


def tokens_of(words: str) -> list[str]:
    """Chinese characters one by one, English words by their stems: 三楼 lights -> 三 楼 light."""
    return [stem(token) for token in surface_of(words)]


def surface_of(words: str) -> list[str]:
    """The same, token for token, as people write them: 三楼 lights -> 三 楼 lights."""
    folded = simplified(unicodedata.normalize("NFKC", words).casefold().replace("’", "'"))
    return _TOKEN.findall(_NEGATED.sub(" not ", folded))


def stem(token: str) -> str:
    """A word without its commonest endings; short words and words with an apostrophe stay."""
    if not token.isascii() or len(token) <= 3 or not token.isalpha():
        return token.removesuffix("'s")
    for ending, least in (("ing", 4), ("ies", 3), ("es", 4), ("ed", 4), ("s", 3)):
        if token.endswith(ending) and len(token) - len(ending) >= least and not token.endswith("ss"):
            cut = token[: -len(ending)]
            if ending == "ies":
                return cut + "y"
            return cut[:-1] if cut[-1] == cut[-2] and cut[-1] not in "ls" else cut.removesuffix("e")
    return token.removesuffix("e")


def _by_tokens(concepts: Iterable[Concept]) -> dict[tuple[str, ...], tuple[Concept, ...]]:
    found: dict[tuple[str, ...], tuple[Concept, ...]] = {}
    for concept in concepts:
        for expression in concept.words:
            tokens = tuple(tokens_of(expression))
            if not tokens or len(tokens) > MOST_SIGNS:
                raise ValueError(f"{concept.name}: {expression!r} is no expression of 1 to {MOST_SIGNS} words or signs")
            if concept not in found.get(tokens, ()):
                found[tokens] = (*found.get(tokens, ()), concept)
    return {tokens: _telling(meanings) for tokens, meanings in found.items()}


def _telling(meanings: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """An expression that also means something does not count as idle."""
    return tuple(each for each in meanings if each.sort is not Sort.IDLE) or meanings
