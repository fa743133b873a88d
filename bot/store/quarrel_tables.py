"""The tables of quarrels: what is with a mediator, and what each side says. Nothing of it stands in a wish."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, Table, Text

from bot.domain.quarrels import QuarrelOutcome, QuarrelPhase, Side
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import UtcDateTime, one_of

quarrels = Table(
    "quarrels",
    metadata,
    key(),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),
    refers("author_id", "people.id", nullable=False),
    Column("code", Text, nullable=False),  #: of the other side's link
    Column("words", Text, nullable=False),
    Column("photo", Text),
    Column("where_named", Text, nullable=False),
    Column("before", Text, nullable=False),  #: JSON; "": it was filed as a quarrel
    Column("phase", Text, nullable=False),
    Column("filed_at", UtcDateTime, nullable=False),
    Column("moved_at", UtcDateTime, nullable=False),
    refers("mediator_id", "people.id"),
    Column("mediator_name", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("nudges", Integer, nullable=False),
    Column("next_at", UtcDateTime),  #: when something falls due next; NULL: nothing does any more
    Column("outcome", Text),  #: NULL: it is open
    Column("note", Text, nullable=False),
    ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"]),
    one_of("phase", QuarrelPhase),
    one_of("outcome", QuarrelOutcome),
    CheckConstraint("nudges >= 0", name="nudges_positive"),
    CheckConstraint("outcome IS NOT NULL OR (phase = 'taken') = (mediator_id IS NOT NULL)", name="taken_by_somebody"),
    # A wish is one open quarrel at most.
    Index("uq_quarrels_open", "wish_id", unique=True, **only("outcome IS NULL")),
    Index(None, "wish_id"),
    Index(None, "author_id"),
    Index(None, "mediator_id"),
    Index(None, "bot_id", "photo"),
    Index("uq_quarrels_code", "bot_id", "code", unique=True),
    Index("ix_quarrels_next_at", "bot_id", "next_at", **only("next_at IS NOT NULL")),
    sqlite_autoincrement=True,
)

quarrel_sides = Table(
    "quarrel_sides",
    metadata,
    refers("quarrel_id", "quarrels.id", primary_key=True),
    Column("side", Text, primary_key=True),
    refers("person_id", "people.id"),  #: NULL: not known to the bot
    Column("asked", Boolean, nullable=False),
    Column("at_door", Boolean, nullable=False),
    Column("agrees", Boolean),  #: NULL: they have not said
    Column("view", Text, nullable=False),
    Column("time_fits", Boolean),
    Column("holds", Boolean),
    one_of("side", Side),
    Index(None, "person_id"),
)
