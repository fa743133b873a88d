"""An estate's open wishes, ready to be searched: by concept and gram, the place asked before the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

from bot.domain.similarity.gist import Gist
from bot.domain.similarity.judging import UNLIKE, Likeness, Verdict, judge, shared_scope
from bot.domain.similarity.lexicon import Lexicon
from bot.domain.similarity.placing import Placing, compare

LOOKED_AT = 60  #: candidates compared in full
_THING, _GRAM = 6, 1  #: what sharing one weighs in the first, rough look
_MOST_COMMON = 0.2  #: a gram that more of the wishes share tells nothing


@dataclass(frozen=True, slots=True)
class Found:
    key: int
    likeness: Likeness


class Index:
    """Kept in memory: about 3 kB a wish. Not for two writers at a time; searching beside an `add` is safe."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._gists: dict[int, Gist] = {}
        self._postings: dict[str, dict[int, None]] = {}

    def __len__(self) -> int:
        return len(self._gists)

    def __contains__(self, key: int) -> bool:
        return key in self._gists

    def keys(self) -> frozenset[int]:
        return frozenset(self._gists)

    def add(self, key: int, gist: Gist) -> None:
        """Take the wish in, in place of what was known under this key."""
        self.remove(key)
        self._gists[key] = gist
        for term, _ in _terms(gist):
            self._postings.setdefault(term, {})[key] = None

    def remove(self, key: int) -> None:
        """Forget it; one that is not there is forgotten already."""
        gist = self._gists.pop(key, None)
        if gist is None:
            return
        for term, _ in _terms(gist):
            held = self._postings.get(term, {})
            held.pop(key, None)
            if not held:
                self._postings.pop(term, None)

    def search(self, probe: Gist, *, limit: int) -> list[Found]:
        """The likest first; none that its place forbids. What is merely ranked has the verdict NONE."""
        possible = self._possible(probe)
        nearest = nlargest(LOOKED_AT, possible, key=lambda key: (possible[key], -key))
        found = [Found(key, self._judged(probe, key)) for key in nearest]
        found = [each for each in found if each.likeness.score > 0]
        found.sort(key=lambda each: (-_RANK[each.likeness.verdict], -each.likeness.score, each.key))
        return found[:limit]

    def _judged(self, probe: Gist, key: int) -> Likeness:
        gist = self._gists.get(key)  # it may have been removed meanwhile
        return UNLIKE if gist is None else judge(probe, gist, self._lexicon)

    def sharing(self, probe: Gist, *, limit: int) -> list[int]:
        """Keys of what shares a thing or a telling gram with this, wherever it is; what shares most comes first."""
        rough = self._possible(probe)
        return nlargest(limit, rough, key=lambda key: (rough[key][1], -key))

    def _possible(self, probe: Gist) -> dict[int, tuple[bool, int]]:
        """What shares a thing or a telling gram and is not elsewhere, with a rough weight: the place comes first."""
        weights: dict[int, int] = {}
        most = max(50, int(len(self._gists) * _MOST_COMMON))
        for term, weight in _terms(probe):
            held = self._postings.get(term, {})
            if len(held) > most and weight == _GRAM:
                continue
            for key in list(held):
                weights[key] = weights.get(key, 0) + weight
        return {key: rough for key, weight in weights.items() if (rough := self._rough(probe, key, weight))}

    def _rough(self, probe: Gist, key: int, weight: int) -> tuple[bool, int] | None:
        """Whether it may be on the spot, and how much it shares; None where its place forbids it."""
        gist = self._gists.get(key)
        if gist is None:
            return None
        placing = compare(probe.where, gist.where, shared_scope(probe, gist))
        return None if placing is Placing.CONTRADICTS else (placing is not Placing.OTHER_FLOOR, weight)


_RANK = {Verdict.SAME: 2, Verdict.ASK_PLACE: 2, Verdict.OTHER_FLOOR: 1, Verdict.NONE: 0}


def _terms(gist: Gist) -> Iterator[tuple[str, int]]:
    """What the wish is filed under, each with its weight."""
    for thing in gist.things:
        yield f"thing:{thing}", _THING
    for gram in gist.grams:
        yield gram, _GRAM
