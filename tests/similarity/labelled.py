"""The labelled pairs of pairs.txt, and the halves they are split into."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from bot.domain.guess import guess
from bot.domain.places import Place
from bot.domain.similarity import Gist, Lexicon, gist_of
from bot.domain.whereabouts import whereabouts_of
from bot.domain.wishes import Draft, Visibility

PAIRS = Path(__file__).with_name("pairs.txt")
LABELS = frozenset({"same", "ask", "different"})
WHYS = frozenset({"-", "place", "floor", "opposite", "thing", "matter", "kind"})
HOME = "3"  #: the building from whose chat a wish comes unless it says otherwise


@dataclass(frozen=True, slots=True)
class Filed:
    """A sentence, and the building whose chat it was filed from; None: the whole estate's."""

    words: str
    home: str | None

    @classmethod
    def of(cls, text: str) -> Filed:
        if not text.startswith("@"):
            return cls(text, HOME)
        home, _, words = text[1:].partition(" ")
        return cls(words, None if home == "-" else home)

    def draft(self) -> Draft:
        """As the dialog makes it: what the words say, within the chat's building."""
        said = guess(self.words)
        place = said.place if said.whole_estate else said.place.or_else(Place(building=self.home))
        where = whereabouts_of(self.words, place)
        return Draft(said.kind, self.words, place, said.category, Visibility.PUBLIC, where=where)

    def gist(self, lexicon: Lexicon) -> Gist:
        draft = self.draft()
        return gist_of(draft.words, kind=draft.kind, where=draft.where, lexicon=lexicon)


@dataclass(frozen=True, slots=True)
class Pair:
    label: str
    why: str
    unseen: bool
    topic: str
    first: Filed
    second: Filed

    @property
    def belongs_together(self) -> bool:
        return self.label in ("same", "ask")

    @property
    def held_out(self) -> bool:
        """Whether it lies in the half that nothing was tuned on: by a hash of its words, so it never moves."""
        digest = hashlib.sha256(f"{self.first.words}|{self.second.words}".encode()).digest()
        return digest[0] % 2 == 1


def pairs() -> tuple[Pair, ...]:
    found = []
    for number, line in enumerate(PAIRS.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("|")]
        assert len(fields) == 6, f"line {number}: six fields"
        label, why, seen, topic, first, second = fields
        assert label in LABELS, f"line {number}: {label}"
        assert why in WHYS, f"line {number}: {why}"
        assert seen in ("known", "unseen"), f"line {number}: {seen}"
        assert (why == "-") == (label != "different"), f"line {number}: a different pair says why"
        found.append(Pair(label, why, seen == "unseen", topic, Filed.of(first), Filed.of(second)))
    return tuple(found)
