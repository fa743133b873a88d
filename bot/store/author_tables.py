"""The tables between staff and an author who stays unknown, and those of danger words."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKeyConstraint, Index, Table, Text

from bot.domain.pauses import Reason
from bot.domain.people import Body
from bot.store.schema import bot, key, metadata, refers
from bot.store.types import JsonText, UtcDateTime, one_of

questions = Table(
    "questions",
    metadata,
    key(),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),
    refers("asked_by", "people.id", nullable=False),
    Column("asker_name", Text, nullable=False),
    Column("asker_body", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("told", Boolean, nullable=False),  #: the author has it in private
    Column("answer", Text),
    Column("photo", Text),
    Column("answered_at", UtcDateTime),  #: without answer and photo: would rather not say
    refers("same_as", "wishes.id"),  #: which it may be the same as: that is the question
    Column("is_same", Boolean),
    ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"]),
    one_of("asker_body", Body),
    CheckConstraint("length(words) > 0", name="words_present"),
    CheckConstraint("answered_at IS NOT NULL OR (answer IS NULL AND photo IS NULL)", name="answered_whole"),
    CheckConstraint("is_same IS NULL OR (same_as IS NOT NULL AND answered_at IS NOT NULL)", name="same_whole"),
    Index(None, "wish_id"),
    Index(None, "same_as"),
    sqlite_autoincrement=True,
)

filing_pauses = Table(
    "filing_pauses",
    metadata,
    key(),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),  #: the one it was made from
    refers("person_id", "people.id", nullable=False),
    Column("estate_key", Text, nullable=False),
    refers("paused_by", "people.id", nullable=False),
    Column("reason", Text, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False),
    Column("lifted_at", UtcDateTime),
    refers("lifted_by", "people.id"),
    one_of("reason", Reason),
    CheckConstraint("since < until", name="until_later"),
    CheckConstraint("(lifted_at IS NULL) = (lifted_by IS NULL)", name="lifted_whole"),
    Index(None, "person_id", "estate_key"),
    Index(None, "wish_id"),
    sqlite_autoincrement=True,
)

alarms = Table(
    "alarms",
    metadata,
    key(),
    bot(),
    refers("person_id", "people.id", nullable=False),
    Column("estate_key", Text, nullable=False),
    Column("dangers", JsonText, nullable=False),  #: kinds; the words are in the staff chat alone
    Column("raised_at", UtcDateTime, nullable=False),
    Column("called_off_at", UtcDateTime),
    Index(None, "person_id", "raised_at"),
    sqlite_autoincrement=True,
)
