"""Which open wishes a new one resembles: place decides, text only ranks.

gist = gist_of(words, kind=kind, where=whereabouts_of(words, place), lexicon=lexicon)
index.search(gist, limit=3)
"""

from __future__ import annotations

from bot.domain.similarity.gist import Gist, gist_of
from bot.domain.similarity.index import Found, Index
from bot.domain.similarity.judging import Likeness, SimilarTap, Verdict, judge
from bot.domain.similarity.learning import Advice, Proposal, Tap, proposals
from bot.domain.similarity.lexicon import Concept, Lexicon, Scope, Sort
from bot.domain.similarity.placing import Placing, compare

__all__ = [
    "Advice",
    "Concept",
    "Found",
    "Gist",
    "Index",
    "Lexicon",
    "Likeness",
    "Placing",
    "Scope",
    "Proposal",
    "SimilarTap",
    "Sort",
    "Tap",
    "Verdict",
    "compare",
    "gist_of",
    "judge",
    "proposals",
]
