"""What a sentence is probably about: kind, category, place. Word lists, no learning; its author may correct it all."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.domain import guess_words, places
from bot.domain.places import Place
from bot.domain.script import simplified
from bot.domain.wishes import Category, Kind


@dataclass(frozen=True, slots=True)
class Guess:
    kind: Kind
    category: Category
    place: Place
    whole_estate: bool  #: it names a spot that belongs to everybody, as the gate: not the author's own building


def _pattern(words: str) -> re.Pattern[str]:
    """Any of the listed words: Chinese ones anywhere, English ones from the beginning of a word."""
    return re.compile("|".join(rf"\b{term}" if re.match("[a-z]", term) else term for term in _terms(words)))


def _terms(words: str) -> list[str]:
    """The alternatives between bars; a bar inside brackets belongs to its term."""
    terms, depth = [""], 0
    for sign in words:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            terms.append("")
        else:
            terms[-1] += sign
    return terms


_OFFER, _SUGGESTION = _pattern(guess_words.OFFER), _pattern(guess_words.SUGGESTION)
_MAYBE_SUGGESTION = _pattern(guess_words.MAYBE_SUGGESTION)
_NEED, _ASKING = _pattern(guess_words.NEED), _pattern(guess_words.ASKING)
_BROKEN, _WHOLE_ESTATE = _pattern(guess_words.BROKEN), _pattern(guess_words.WHOLE_ESTATE)
_CATEGORIES = tuple((category, _pattern(words)) for category, words in guess_words.CATEGORIES)


def guess(words: str) -> Guess:
    """Guess everything from the words alone; what they do not say is OTHER, an unstated place, or a want."""
    said = simplified(unicodedata.normalize("NFKC", words)).lower().replace("’", "'")
    place = places.parse(words)
    return Guess(
        kind=_kind(said),
        category=_category(said),
        place=place,
        whole_estate=not place.is_stated and bool(_WHOLE_ESTATE.search(said)),
    )


def says_broken(said: str) -> bool:
    """Whether something is broken. `said`: simplified, in small letters."""
    return bool(_BROKEN.search(said))


def _kind(said: str) -> Kind:
    """An offer names what its author gives; a proposal is one only if nothing is broken and nobody is in need."""
    if _SUGGESTION.search(said):
        return Kind.SUGGESTION
    if _OFFER.search(said) and not _ASKING.search(said):
        return Kind.OFFER
    if _MAYBE_SUGGESTION.search(said) and not _BROKEN.search(said) and not _NEED.search(said):
        return Kind.SUGGESTION
    return Kind.WANT


_URGENCY = {Category.SAFETY: 3}  #: what may hurt somebody counts half as much again


def _category(said: str) -> Category:
    """The category that has most of the sentence's characters; the one listed earlier where two have as many."""
    best, most = Category.OTHER, 0
    for category, pattern in _CATEGORIES:
        weight = sum(_weight(hit) for hit in {hit.group(0) for hit in pattern.finditer(said)})
        weight *= _URGENCY.get(category, 2)
        if weight > most:
            best, most = category, weight
    return best


def _weight(hit: str) -> int:
    """A Chinese character says about as much as two and a half letters."""
    return 2 * len(hit) if hit.isascii() else 5 * len(hit)
