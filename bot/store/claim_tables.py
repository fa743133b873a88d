"""The tables of claims: who does what for whom until when, the thanks for it, and which offers were asked about."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, Index, Integer, Table, Text

from bot.domain.claiming import ClaimKind, ClaimOutcome, Phase
from bot.domain.matching import MatchAnswer
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import UtcDateTime, one_of

wish_claims = Table(
    "wish_claims",
    metadata,
    key(),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),
    refers("claimer_id", "people.id", nullable=False),
    Column("kind", Text, nullable=False),
    Column("helpers", Text, nullable=False),
    Column("firm", Text, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("claimed_at", UtcDateTime, nullable=False),
    Column("enters_home", Boolean, nullable=False),
    Column("needs_word", Boolean, nullable=False),
    Column("word_given", Boolean, nullable=False),
    Column("told", Boolean, nullable=False),
    Column("phase", Text, nullable=False),
    Column("phase_at", UtcDateTime, nullable=False),
    Column("nudges", Integer, nullable=False),
    Column("next_at", UtcDateTime),  #: when something falls due next; NULL: nothing does any more
    Column("accepted_at", UtcDateTime),
    Column("contact", Text),  #: door or telephone, while the claim is open and no longer
    Column("outcome", Text),  #: NULL: it is open
    refers("offer_id", "wishes.id"),
    Column("due_before", Date),  #: the day before the claimer asked for a later one
    Column("put_off_because", Text),  #: why, to its wisher alone, while the claim is open and no longer
    one_of("kind", ClaimKind),
    one_of("phase", Phase),
    one_of("outcome", ClaimOutcome),
    CheckConstraint("nudges >= 0", name="nudges_positive"),
    CheckConstraint(
        "outcome IS NULL OR (next_at IS NULL AND contact IS NULL AND put_off_because IS NULL)", name="ended_whole"
    ),
    CheckConstraint("due_before IS NULL OR due_before < due_on", name="put_off_to_later"),
    CheckConstraint("phase NOT IN ('running', 'reported') OR accepted_at IS NOT NULL", name="runs_with_a_yes"),
    # A wish has one open claim at most.
    Index("uq_wish_claims_open", "wish_id", unique=True, **only("outcome IS NULL")),
    Index("ix_wish_claims_wish_id", "wish_id"),
    Index("ix_wish_claims_claimer_id", "claimer_id"),
    Index("ix_wish_claims_offer_id", "offer_id"),
    Index("ix_wish_claims_next_at", "bot_id", "next_at", **only("next_at IS NOT NULL")),
    sqlite_autoincrement=True,
)

claim_thanks = Table(
    "claim_thanks",
    metadata,
    refers("claim_id", "wish_claims.id", primary_key=True),
    refers("person_id", "people.id", primary_key=True),
    Column("thanked_at", UtcDateTime, nullable=False),
    Index(None, "person_id"),
)

match_looks = Table(
    "match_looks",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
    Index("ix_match_looks_next_at", "bot_id", "next_at"),
)

matches = Table(
    "matches",
    metadata,
    refers("want_id", "wishes.id", primary_key=True),
    refers("offer_id", "wishes.id", primary_key=True),
    bot(),
    refers("offerer_id", "people.id", nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("next_at", UtcDateTime),  #: when the question is over; NULL: it is
    Column("answer", Text),  #: NULL: they did not say
    one_of("answer", MatchAnswer),
    # Nobody is asked about two wants at a time, and of no want two people.
    Index("uq_matches_offerer", "offerer_id", unique=True, **only("next_at IS NOT NULL")),
    Index("uq_matches_want", "want_id", unique=True, **only("next_at IS NOT NULL")),
    Index(None, "offer_id"),
    Index("ix_matches_next_at", "bot_id", "next_at", **only("next_at IS NOT NULL")),
)
