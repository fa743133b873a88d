"""Whether two wishes are one: place and opposites decide, concepts and grams rank."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.similarity.gist import Gist
from bot.domain.similarity.lexicon import Lexicon, Scope
from bot.domain.similarity.placing import Placing, compare
from bot.domain.wishes import Kind

KNOWN_ENOUGH = 0.65  #: score from which a pair about known things is shown
UNKNOWN_ENOUGH = 0.53  #: about things the lexicon does not know; a card too many costs more than one too few
MIXED_ENOUGH = 0.62  #: the lexicon knows the things of one of the two alone
_TELLING = 2  #: grams that unknown words must have to say something


class Verdict(StrEnum):
    SAME = "same"  #: the card
    ASK_PLACE = "ask-place"  #: the card, asking: one of them does not say where
    OTHER_FLOOR = "other-floor"  #: the same fault elsewhere in the building: information, no card
    NONE = "none"

    @property
    def is_card(self) -> bool:
        return self in (Verdict.SAME, Verdict.ASK_PLACE)


class SimilarTap(StrEnum):
    """What somebody said of a suggestion; from these a steward learns words for the lexicon."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score`: 0 to 1, for ranking; 0 where place or opposites forbid."""

    verdict: Verdict
    score: float


UNLIKE = Likeness(Verdict.NONE, 0.0)


def judge(one: Gist, other: Gist, lexicon: Lexicon) -> Likeness:
    """Compare two wishes. Symmetric."""
    placing = compare(one.where, other.where, shared_scope(one, other))
    if placing is Placing.CONTRADICTS or _opposed(one, other, lexicon):
        return UNLIKE
    if (one.kind is Kind.OFFER) != (other.kind is Kind.OFFER):
        return UNLIKE
    score, enough, parted = _alike(one, other, lexicon)
    if parted or score < enough:
        return Likeness(Verdict.NONE, score / 2 if parted else score)
    return Likeness(_VERDICTS[placing], score / 2 if placing is Placing.OTHER_FLOOR else score)


_VERDICTS = {
    Placing.AGREES: Verdict.SAME,
    Placing.OPEN: Verdict.ASK_PLACE,
    Placing.OTHER_FLOOR: Verdict.OTHER_FLOOR,
}


def shared_scope(one: Gist, other: Gist) -> Scope:
    """Where the two do not agree on how much of the place counts, more of it does."""
    return one.scope if one.scope is other.scope else Scope.LOCAL


def _opposed(one: Gist, other: Gist, lexicon: Lexicon) -> bool:
    """One says what the other contradicts, and they have no such word in common."""
    return any(lexicon.against[matter] & other.matters for matter in one.matters - other.matters) or any(
        lexicon.against[matter] & one.matters for matter in other.matters - one.matters
    )


def _alike(one: Gist, other: Gist, lexicon: Lexicon) -> tuple[float, float, bool]:
    """Score, what it must reach, and whether something else than the place parts them."""
    matter = _matters(one, other, lexicon)
    parted = matter == 0.0 or bool(one.spots and other.spots and not one.spots & other.spots)
    text = dice(one.grams, other.grams)
    if one.things and other.things:
        shared = len(one.things & other.things)
        things = shared / len(one.things | other.things)
        return 0.5 * things + 0.3 * matter + 0.2 * text, KNOWN_ENOUGH, parted or not shared
    rest = dice(one.rest, other.rest)
    if one.things or other.things:
        return 0.7 * text + 0.3 * matter * bool(text), MIXED_ENOUGH, parted
    return 0.55 * rest + 0.25 * text + 0.2 * matter * bool(rest), UNKNOWN_ENOUGH, parted or not rest


def _matters(one: Gist, other: Gist, lexicon: Lexicon) -> float:
    """How well what is the matter agrees: 1 the same, 0 two different things."""
    if one.matters & other.matters:
        return 1.0
    if any(lexicon.near[matter] & other.matters for matter in one.matters):
        return 0.8
    if one.matters and other.matters:
        return 0.0
    if one.matters or other.matters:
        return 0.5
    if min(len(one.rest), len(other.rest)) < _TELLING:
        return 0.6
    return 0.6 * min(1.0, 2 * dice(one.rest, other.rest))  # unknown words say what is the matter


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Sørensen and Dice's coefficient: 0 nothing in common, 1 the same."""
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))
