"""The tables of the open ledger: entries, their documents, questions about them, lists that wait to be published."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
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

from bot.domain.ledger import EntryKind
from bot.domain.people import Body
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import JsonText, UtcDateTime, one_of

ledger_entries = Table(
    "ledger_entries",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("cents", BigInteger),
    Column("day", Date, nullable=False),
    Column("words", Text, nullable=False),
    Column("words_folded", Text, nullable=False),  #: what searching looks at
    Column("at", UtcDateTime, nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    refers("corrects_id", "ledger_entries.id"),  #: in whose place it stands
    refers("root_id", "ledger_entries.id"),  #: the first of its chain; NULL: it is the first
    Column("reason", Text, nullable=False),
    Column("cancels", Boolean, nullable=False),
    one_of("kind", EntryKind),
    one_of("by_body", Body),
    CheckConstraint("(cents IS NULL) = (kind = 'decision')", name="cents_but_for_decisions"),
    CheckConstraint("cents >= 0", name="cents_positive"),
    CheckConstraint(
        "(corrects_id IS NULL) = (root_id IS NULL) AND (corrects_id IS NULL OR reason <> '')", name="corrects_whole"
    ),
    CheckConstraint("corrects_id IS NOT NULL OR NOT cancels", name="cancels_something"),
    UniqueConstraint("bot_id", "estate_key", "number"),
    UniqueConstraint("corrects_id"),  #: a chain never forks
    Index(None, "bot_id", "estate_key", "day"),
    Index(None, "root_id"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)

ledger_files = Table(
    "ledger_files",
    metadata,
    bot(),
    refers("entry_id", "ledger_entries.id", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("file", Text, nullable=False),
    Column("name", Text, nullable=False),  #: of a document; empty for a photo
    ForeignKeyConstraint(["bot_id", "file"], ["files.bot_id", "files.key"]),
    Index(None, "bot_id", "file"),
)

ledger_questions = Table(
    "ledger_questions",
    metadata,
    key(),
    bot(),
    refers("entry_id", "ledger_entries.id", nullable=False),
    refers("asker_id", "people.id", nullable=False),
    Column("name", Text, nullable=False),  #: empty: asked without a name
    Column("words", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_at", UtcDateTime),
    refers("answered_by_id", "people.id"),
    Column("answered_by_name", Text),
    Column("answered_by_body", Text),
    Column("folded", Boolean, nullable=False),
    one_of("answered_by_body", Body),
    CheckConstraint(
        "(answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL) = (answered_by_name IS NULL)"
        " AND (answered_at IS NULL) = (answered_by_body IS NULL) AND (answered_at IS NULL OR answer <> '')",
        name="answered_whole",
    ),
    Index(None, "entry_id"),
    Index(None, "asker_id"),
    Index(None, "answered_by_id"),
    sqlite_autoincrement=True,
)

#: A table that an officer sent: read once its bytes are here, looked at by them, then published or put away.
ledger_imports = Table(
    "ledger_imports",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    refers("chat_id", "chats.id", nullable=False),
    refers("person_id", "people.id", nullable=False),
    Column("language", Text, nullable=False),
    Column("file", Text),  #: NULL: it was read
    Column("name", Text, nullable=False),  #: the file's
    Column("sent_at", UtcDateTime, nullable=False),
    Column("entries", JsonText),  #: what will be published; NULL: it was not read yet
    ForeignKeyConstraint(["bot_id", "file"], ["files.bot_id", "files.key"]),
    CheckConstraint("(entries IS NULL) = (file IS NOT NULL)", name="file_until_read"),
    Index("ix_ledger_imports_file", "bot_id", "file", **only("file IS NOT NULL")),
    Index(None, "chat_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
