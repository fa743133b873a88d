"""Tables of what those affected were asked about wishes that were reported done, and what they said."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKeyConstraint, Index, Table, Text

from bot.domain.verdicts import Finding, Outcome, Round
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import UtcDateTime, one_of

askings = Table(
    "askings",
    metadata,
    key(),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),
    refers("answer_id", "answers.id", nullable=False),
    Column("round", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("closes_at", UtcDateTime, nullable=False),
    Column("reopen_until", UtcDateTime),
    Column("return_at", UtcDateTime),
    Column("again_at", UtcDateTime),
    Column("outcome", Text),  #: NULL: it is open
    Column("next_at", UtcDateTime),  #: the first moment at which something falls due; NULL: nothing does any more
    one_of("round", Round),
    one_of("outcome", Outcome),
    CheckConstraint("outcome IS NOT NULL OR next_at IS NOT NULL", name="open_one_ends"),
    Index(None, "answer_id"),
    # A wish has one open question at most.
    Index("uq_askings_open", "wish_id", unique=True, **only("outcome IS NULL")),
    Index("ix_askings_wish_id", "wish_id"),
    Index("ix_askings_next_at", "bot_id", "next_at", **only("next_at IS NOT NULL")),
    sqlite_autoincrement=True,
)

verdicts = Table(
    "verdicts",
    metadata,
    refers("asking_id", "askings.id", primary_key=True),
    refers("person_id", "people.id", primary_key=True),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),
    Column("is_author", Boolean, nullable=False),
    Column("reached", Boolean, nullable=False),
    Column("finding", Text),
    Column("found_at", UtcDateTime),
    Column("broke_at", UtcDateTime),
    Column("words", Text, nullable=False),
    Column("photo", Text),
    Column("may_contact", Boolean),  #: NULL: they did not say
    Column("told_how", Boolean, nullable=False),
    one_of("finding", Finding),
    ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"]),
    CheckConstraint("(finding IS NULL) = (found_at IS NULL)", name="found_at_a_moment"),
    CheckConstraint("finding IS NULL OR reached", name="who_answers_was_reached"),
    Index(None, "person_id"),
    Index(None, "wish_id"),
)
