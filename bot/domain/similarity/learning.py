"""What taps on suggested wishes teach: words for the lexicon, proposed to a steward; nothing is learnt by itself.

A proposal needs several people, so that it says nothing of one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain import whereabouts as places
from bot.domain.places import without_place
from bot.domain.similarity.judging import SimilarTap
from bot.domain.similarity.lexicon import Lexicon, Sort, surface_of

LEAST_PERSONS = 2
_SIGNS = range(2, 5)  #: of a Chinese expression worth proposing
_WORDS = range(1, 3)  #: of an English one
_LEAST_LETTERS = 3
_MOST_MEANINGS = 3  #: a word that may mean more things than that tells a steward nothing


@dataclass(frozen=True, slots=True)
class Tap:
    """What a person said of two sentences: theirs, and the one that was suggested."""

    person: int
    label: SimilarTap
    words: str
    suggested: str


class Advice(StrEnum):
    WORD = "word"  #: `words` is likely another word for one of `concepts`
    AKIN = "akin"  #: the two concepts may be one matter in two mouths
    PART = "part"  #: the two `words` of one concept were said to be different things
    NOT_AKIN = "not-akin"  #: the two concepts count as akin and were said to be different


@dataclass(frozen=True, slots=True)
class Proposal:
    advice: Advice
    words: tuple[str, ...]
    concepts: tuple[str, ...]
    persons: int
    examples: tuple[tuple[str, str], ...]  #: the pairs of sentences it was taken from: people's words


@dataclass(slots=True)
class _Read:
    """A sentence, as far as the lexicon knows it."""

    known: dict[str, set[str]] = field(default_factory=dict)  #: expressions by concept: things and matters
    matters: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)  #: what might be an expression


@dataclass(slots=True)
class _Votes:
    """Who says so, and in which sentences."""

    persons: dict[tuple[str, ...], set[int]] = field(default_factory=dict)
    examples: dict[tuple[str, ...], list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, key: tuple[str, ...], tap: Tap) -> None:
        self.persons.setdefault(key, set()).add(tap.person)
        self.examples.setdefault(key, []).append((tap.words, tap.suggested))

    def enough(self) -> Iterator[tuple[tuple[str, ...], set[int]]]:
        for key, persons in sorted(self.persons.items()):
            if len(persons) >= LEAST_PERSONS:
                yield key, persons


def proposals(taps: Iterable[Tap], lexicon: Lexicon) -> list[Proposal]:
    """What several people's taps suggest to change, most people first. Pure."""
    words, against, akin, part, not_akin = (_Votes() for _ in range(5))
    for tap in taps:
        one, other = _read(tap.words, lexicon), _read(tap.suggested, lexicon)
        same = tap.label is SimilarTap.SAME
        for key in _across(one, other):
            (words if same else against).add(key, tap)
        if same:
            for key in _pairs_of_matters(one, other, lambda pair: pair not in lexicon.akin):
                akin.add(key, tap)
            continue
        for two in _two_words_of_one(one, other):
            part.add(two, tap)
        for key in _pairs_of_matters(one, other, lambda pair: pair in lexicon.akin):
            not_akin.add(key, tap)
    found = [
        *_words(words, against),
        *_of(Advice.AKIN, akin, lambda key: ((), key)),
        *_of(Advice.PART, part, lambda key: (key[1:], key[:1])),
        *_of(Advice.NOT_AKIN, not_akin, lambda key: ((), key)),
    ]
    return sorted(found, key=lambda each: (-each.persons, each.advice, each.words, each.concepts))


def _read(words: str, lexicon: Lexicon) -> _Read:
    text = without_place(places.strip(words))
    surface, at, run = surface_of(text), 0, list[str]()
    read = _Read()
    for piece in lexicon.pieces(text):
        spoken = surface[at : at + len(piece.tokens)]
        at += len(piece.tokens)
        if not piece.meanings and (not run or run[-1].isascii() == spoken[0].isascii()):
            run += spoken
            continue
        read.unknown |= set(_expressions(run))
        run = [] if piece.meanings else list(spoken)
        for meaning in piece.meanings:
            if meaning.sort in (Sort.THING, Sort.MATTER):
                read.known.setdefault(meaning.name, set()).add(_joined(spoken))
            if meaning.sort is Sort.MATTER:
                read.matters.add(meaning.name)
    read.unknown |= set(_expressions(run))
    return read


def _expressions(run: Sequence[str]) -> Iterator[str]:
    """Every stretch of an unknown run that is as long as an expression may be."""
    english = bool(run) and run[0].isascii()
    for length in _WORDS if english else _SIGNS:
        for at in range(len(run) - length + 1):
            expression = _joined(run[at : at + length])
            if not english or len(expression) >= _LEAST_LETTERS:
                yield expression


def _joined(tokens: Sequence[str]) -> str:
    return (" " if tokens and tokens[0].isascii() else "").join(tokens)


def _across(one: _Read, other: _Read) -> Iterator[tuple[str, str]]:
    """(unknown expression of one sentence, concept that only the other knows)."""
    for here, there in ((one, other), (other, one)):
        for expression in here.unknown - there.unknown:
            for concept in set(there.known) - set(here.known):
                yield expression, concept


def _pairs_of_matters(one: _Read, other: _Read, fits: Callable[[frozenset[str]], bool]) -> Iterator[tuple[str, str]]:
    if one.matters & other.matters:
        return
    for first in one.matters:
        for second in other.matters:
            low, high = sorted((first, second))
            if fits(frozenset((low, high))):
                yield low, high


def _two_words_of_one(one: _Read, other: _Read) -> Iterator[tuple[str, str, str]]:
    """(concept, word, other word) where both sentences mean it, in different words."""
    for concept in set(one.known) & set(other.known):
        if not one.known[concept] & other.known[concept]:
            low, high = sorted((min(one.known[concept]), min(other.known[concept])))
            yield concept, low, high


def _words(votes: _Votes, against: _Votes) -> Iterator[Proposal]:
    """Each expression with the concepts most people put it across from, unless as many said it is different."""
    by_word: dict[str, dict[str, frozenset[int]]] = {}
    for (word, concept), persons in votes.enough():
        if len(persons) > len(against.persons.get((word, concept), ())):
            by_word.setdefault(word, {})[concept] = frozenset(persons)
    best = {word: _most(concepts) for word, concepts in by_word.items()}
    for word, (concepts, most) in best.items():
        within = any(word != longer and word in longer and best[longer] == (concepts, most) for longer in best)
        if not within and len(concepts) <= _MOST_MEANINGS:
            examples = tuple(dict.fromkeys(each for concept in concepts for each in votes.examples[word, concept]))
            yield Proposal(Advice.WORD, (word,), concepts, len(most), examples)


def _most(concepts: dict[str, frozenset[int]]) -> tuple[tuple[str, ...], frozenset[int]]:
    most = max(len(persons) for persons in concepts.values())
    chosen = tuple(sorted(name for name, persons in concepts.items() if len(persons) == most))
    return chosen, concepts[chosen[0]]


def _of(
    advice: Advice, votes: _Votes, parted: Callable[[tuple[str, ...]], tuple[tuple[str, ...], tuple[str, ...]]]
) -> Iterator[Proposal]:
    for key, persons in votes.enough():
        words, concepts = parted(key)
        yield Proposal(advice, words, concepts, len(persons), tuple(dict.fromkeys(votes.examples[key])))
