"""Tables of what waits for its moment: answers that can be taken back, news for people; and how they want it."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Table, Text, UniqueConstraint

from bot.domain.attention import Attention
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import UtcDateTime, one_of

held_answers = Table(
    "held_answers",
    metadata,
    refers("answer_id", "answers.id", primary_key=True),  #: given, but not out yet: it can be taken back
    bot(),
    Column("due_at", UtcDateTime, nullable=False),
    Index(None, "bot_id", "due_at"),
)

tellings = Table(
    "tellings",
    metadata,
    key(),
    bot(),
    refers("notice_id", "notices.id", nullable=False),
    refers("person_id", "people.id", nullable=False),
    refers("wish_id", "wishes.id", nullable=False),
    Column("estate_key", Text, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("told_at", UtcDateTime),  #: NULL: it waits
    refers("told_with", "notices.id"),  #: the notice whose message to this person holds it
    UniqueConstraint("notice_id", "person_id"),
    CheckConstraint("(told_at IS NULL) = (told_with IS NULL)", name="told_whole"),
    Index("ix_tellings_waiting", "bot_id", "due_at", "person_id", **only("told_at IS NULL")),
    Index(None, "person_id", "told_at"),
    Index(None, "told_with"),
    Index(None, "wish_id"),
    sqlite_autoincrement=True,
)

notice_settings = Table(
    "notice_settings",
    metadata,
    key(),
    refers("person_id", "people.id", nullable=False),
    refers("wish_id", "wishes.id"),  #: NULL: for all that have no setting of their own
    Column("setting", Text, nullable=False),
    Column("chosen_at", UtcDateTime, nullable=False),
    UniqueConstraint("person_id", "wish_id"),
    one_of("setting", Attention),
    Index("uq_notice_settings_for_all", "person_id", unique=True, **only("wish_id IS NULL")),
    Index(None, "wish_id"),
    sqlite_autoincrement=True,
)
