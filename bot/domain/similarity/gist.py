"""What a wish comes to when it is compared: its concepts, its unknown words, its place."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain import whereabouts as places
from bot.domain.places import without_place
from bot.domain.similarity.lexicon import Lexicon, Scope, Sort
from bot.domain.whereabouts import Whereabouts
from bot.domain.wishes import Kind


@dataclass(frozen=True, slots=True)
class Gist:
    """Made once for each wish. Grams are pairs of neighbouring Chinese characters, and English stems."""

    kind: Kind
    where: Whereabouts
    scope: Scope  #: how much of the place counts
    things: frozenset[str]
    spots: frozenset[str]
    matters: frozenset[str]
    grams: frozenset[str]  #: of all that says something, known or not
    rest: frozenset[str]  #: of what the lexicon does not know


def gist_of(words: str, *, kind: Kind, where: Whereabouts, lexicon: Lexicon) -> Gist:
    """Read the words once. What they say of the place counts through `where` alone."""
    found: dict[Sort, set[str]] = {sort: set() for sort in Sort}
    telling = _Run()
    unknown = _Run()
    for piece in lexicon.pieces(without_place(places.strip(words))):
        for meaning in piece.meanings:
            found[meaning.sort].add(meaning.name)
        if piece.meanings and piece.meanings[0].sort is Sort.IDLE:
            telling.end()
            unknown.end()
            continue
        telling.add(piece.tokens)
        if piece.meanings:
            unknown.end()
        else:
            unknown.add(piece.tokens)
    things = frozenset(found[Sort.THING] or found[Sort.SPOT])  # 楼梯没人扫 is about the stairs
    return Gist(
        kind=kind,
        where=where,
        scope=_widest(things, lexicon),
        things=things,
        spots=frozenset(found[Sort.SPOT]),
        matters=frozenset(found[Sort.MATTER]),
        grams=telling.grams(),
        rest=unknown.grams(),
    )


def _widest(things: frozenset[str], lexicon: Lexicon) -> Scope:
    """A light in the lift is the lift's, whatever the floor; one at the gate is the estate's."""
    scopes = {lexicon.scopes.get(thing, Scope.LOCAL) for thing in things}
    return next((scope for scope in (Scope.SYSTEM, Scope.ESTATE) if scope in scopes), Scope.LOCAL)


class _Run:
    """Collects grams over stretches that belong together."""

    def __init__(self) -> None:
        self._grams: set[str] = set()
        self._signs = ""

    def add(self, tokens: tuple[str, ...]) -> None:
        for token in tokens:
            if token[0].isascii():
                self.end()
                self._grams.add(token)
            else:
                self._signs += token

    def end(self) -> None:
        if len(self._signs) == 1:
            self._grams.add(self._signs)
        self._grams.update(self._signs[at : at + 2] for at in range(len(self._signs) - 1))
        self._signs = ""

    def grams(self) -> frozenset[str]:
        self.end()
        return frozenset(self._grams)
