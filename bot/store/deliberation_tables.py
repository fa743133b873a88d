"""Tables of deliberations: what is asked, what was said, how it was tapped; and who sees a wish differently."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from bot.domain.deliberations import Form, Outcome, Part, Side, Tap, Voice
from bot.domain.people import Body
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import UtcDateTime, one_of

deliberations = Table(
    "deliberations",
    metadata,
    key(),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),
    Column("form", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("background", Text, nullable=False),
    Column("agenda", Text, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("until", Date, nullable=False),  #: its last day, on the estate's clocks
    Column("closes_at", UtcDateTime, nullable=False),
    refers("opener_id", "people.id", nullable=False),
    Column("opener_name", Text, nullable=False),
    Column("opener_body", Text, nullable=False),
    Column("officer_telegram_id", BigInteger),  #: of a hearing
    Column("officer_name", Text),
    Column("officer_voice", Text),
    Column("closed_at", UtcDateTime),
    Column("outcome", Text),  #: NULL: there are no minutes (yet)
    Column("minutes", Text, nullable=False),
    Column("minutes_at", UtcDateTime),
    refers("minutes_by_id", "people.id"),
    Column("minutes_by_name", Text),
    Column("minutes_by_body", Text),
    Column("nags", Integer, nullable=False),
    Column("next_at", UtcDateTime),  #: the first moment at which something falls due
    Column("ended_by_name", Text),  #: who closed it before its day; NULL: nobody did
    Column("ended_by_body", Text),
    one_of("form", Form),
    one_of("opener_body", Body),
    one_of("officer_voice", Voice),
    one_of("outcome", Outcome),
    one_of("minutes_by_body", Body),
    one_of("ended_by_body", Body),
    CheckConstraint("closed_at IS NOT NULL OR next_at IS NOT NULL", name="open_one_ends"),
    CheckConstraint("(outcome IS NULL) = (minutes_at IS NULL)", name="minutes_whole"),
    CheckConstraint("(ended_by_name IS NULL) = (ended_by_body IS NULL)", name="ended_by_somebody_whole"),
    CheckConstraint("outcome IS NULL OR closed_at IS NOT NULL", name="minutes_after_its_end"),
    CheckConstraint("(form = 'hearing') = (officer_name IS NOT NULL)", name="hearing_has_an_officer"),
    # A wish has one open deliberation at most.
    Index("uq_deliberations_open", "wish_id", unique=True, **only("closed_at IS NULL")),
    Index("ix_deliberations_wish_id", "wish_id"),
    Index(None, "opener_id"),
    Index(None, "minutes_by_id"),
    Index("ix_deliberations_next_at", "bot_id", "next_at", **only("next_at IS NOT NULL")),
    sqlite_autoincrement=True,
)

contributions = Table(
    "contributions",
    metadata,
    key(),
    bot(),
    refers("deliberation_id", "deliberations.id", nullable=False),
    refers("wish_id", "wishes.id", nullable=False),
    Column("number", Integer, nullable=False),
    refers("person_id", "people.id", nullable=False),
    Column("part", Text, nullable=False),
    Column("voice", Text, nullable=False),
    Column("side", Text),
    Column("name", Text, nullable=False),  #: empty: a resident
    Column("words", Text, nullable=False),
    Column("said_at", UtcDateTime, nullable=False),
    Column("off_by", Text),
    Column("reply", Text, nullable=False),
    Column("replied_at", UtcDateTime),
    UniqueConstraint("deliberation_id", "number"),
    one_of("part", Part),
    one_of("voice", Voice),
    one_of("side", Side),
    CheckConstraint("off_by IN ('author', 'staff')", name="off_by_known"),
    Index(None, "wish_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

contribution_photos = Table(
    "contribution_photos",
    metadata,
    refers("contribution_id", "contributions.id", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),  #: from 0
    bot(),
    Column("photo", Text, nullable=False),
    ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"]),
)

contribution_taps = Table(
    "contribution_taps",
    metadata,
    refers("contribution_id", "contributions.id", primary_key=True),
    refers("person_id", "people.id", primary_key=True),
    bot(),
    Column("tap", Text, nullable=False),
    Column("tapped_at", UtcDateTime, nullable=False),
    one_of("tap", Tap),
    Index(None, "person_id"),
)

dissents = Table(
    "dissents",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True),
    refers("person_id", "people.id", primary_key=True),
    bot(),
    Column("needed_from", Integer, nullable=False),  #: as config.yaml had it then; cards are drawn without it
    Column("pressed_at", UtcDateTime, nullable=False),
    Index(None, "person_id"),
)
