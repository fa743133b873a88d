"""Tables of the first look at a wish, of days that were missed, and of years whose days off nobody knows yet."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from bot.domain.clocks import What
from bot.domain.triage import Level, Matter
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import UtcDateTime, one_of

#: A wish without a row is what its words suggest.
triages = Table(
    "triages",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True),
    bot(),
    Column("matter", Text, nullable=False),
    Column("levels", Text, nullable=False),  #: from below to above, with blanks between
    Column("demand_since", UtcDateTime),
    one_of("matter", Matter),
    CheckConstraint("length(levels) > 0", name="somebody_handles_it"),
)

misses = Table(
    "misses",
    metadata,
    key(),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),
    Column("due_on", Date, nullable=False),
    Column("what", Text, nullable=False),
    Column("noticed_at", UtcDateTime, nullable=False),
    Column("up_on", Date),  #: NULL: it goes to nobody further
    Column("level", Text),  #: to which it went
    Column("went_up_at", UtcDateTime),
    Column("settled", Boolean, nullable=False),
    UniqueConstraint("wish_id", "due_on"),
    one_of("what", What),
    one_of("level", Level),
    CheckConstraint("(level IS NULL) = (went_up_at IS NULL)", name="went_up_whole"),
    CheckConstraint("settled OR up_on IS NOT NULL", name="waits_for_a_day"),
    Index("ix_misses_up_on", "bot_id", "up_on", **only("NOT settled")),
    sqlite_autoincrement=True,
)

unknown_years = Table(
    "unknown_years",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("estate_key", Text, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("told_at", UtcDateTime, nullable=False),
)
