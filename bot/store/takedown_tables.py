"""Tables of what is taken out of sight, said on a card beside the answer, or changed by the author after filing."""

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
)

from bot.domain.amendments import WithdrawalReason
from bot.domain.people import Body
from bot.domain.takedowns import Reason, Step
from bot.domain.wishes import State
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import UtcDateTime, one_of

reports = Table(
    "reports",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True),
    refers("person_id", "people.id", primary_key=True),
    Column("asked_at", UtcDateTime),  #: of a first press that waits for its second
    Column("reported_at", UtcDateTime),  #: NULL: it does not count
    Column("used_at", UtcDateTime),  #: somebody has looked
    CheckConstraint("used_at IS NULL OR reported_at IS NOT NULL", name="used_was_reported"),
    Index(None, "person_id"),
)

takedowns = Table(
    "takedowns",
    metadata,
    key(),
    refers("wish_id", "wishes.id", nullable=False),
    Column("step", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    refers("person_id", "people.id"),  #: NULL: folded by the neighbours' reports
    Column("name", Text, nullable=False),  #: of a speaker
    Column("body", Text),
    Column("reason", Text),
    Column("words", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    one_of("step", Step),
    one_of("body", Body),
    one_of("reason", Reason),
    CheckConstraint("(step = 'removed') = (reason IS NOT NULL)", name="removed_with_reason"),
    CheckConstraint("reason <> 'other' OR length(words) > 0", name="other_in_words"),
    CheckConstraint("step <> 'contested' OR length(words) > 0", name="contested_in_words"),
    CheckConstraint("step = 'folded' OR person_id IS NOT NULL", name="done_by_somebody"),
    CheckConstraint("reports >= 0", name="reports_positive"),
    Index(None, "wish_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

statements = Table(
    "statements",
    metadata,
    key(),
    refers("wish_id", "wishes.id", nullable=False),
    Column("words", Text, nullable=False),
    Column("speaker_telegram_id", BigInteger, nullable=False),
    Column("speaker_name", Text, nullable=False),
    Column("speaker_body", Text, nullable=False),
    refers("speaker_id", "people.id", nullable=False),
    Column("stated_at", UtcDateTime, nullable=False),
    one_of("speaker_body", Body),
    CheckConstraint("length(words) > 0", name="words_present"),
    Index(None, "wish_id"),
    sqlite_autoincrement=True,
)

additions = Table(
    "additions",
    metadata,
    key(),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),
    Column("words", Text, nullable=False),
    Column("photo", Text),
    Column("added_at", UtcDateTime, nullable=False),
    ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"]),
    CheckConstraint("length(words) > 0", name="words_present"),
    Index(None, "wish_id"),
    sqlite_autoincrement=True,
)

withdrawals = Table(
    "withdrawals",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True),
    bot(),
    Column("reason", Text),
    Column("words", Text, nullable=False),
    Column("withdrawn_at", UtcDateTime, nullable=False),
    Column("state_before", Text, nullable=False),
    Column("next_date_before", Date),
    Column("told_at", UtcDateTime),  #: NULL: it can still be taken back, and followers know nothing of it
    one_of("reason", WithdrawalReason),
    one_of("state_before", State),
    CheckConstraint("reason IS NULL OR reason <> 'other' OR length(words) > 0", name="other_in_words"),
    Index("ix_withdrawals_untold", "bot_id", "withdrawn_at", **only("told_at IS NULL")),
)
