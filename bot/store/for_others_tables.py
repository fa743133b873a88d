"""Tables of what is done for a neighbour: a sentence noted for them, a wish filed for them, an answer passed on."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Table,
    Text,
    UniqueConstraint,
)

from bot.domain.filed_for import Filer, Way
from bot.store.schema import bot, key, metadata, refers
from bot.store.types import UtcDateTime, one_of

jots = Table(  # a neighbour's words before that neighbour agreed: these rows live for an hour at most
    "jots",
    metadata,
    key(),
    bot(),
    refers("chat_id", "chats.id", nullable=False),
    Column("message_id", BigInteger, nullable=False),  #: of the neighbour's message
    Column("author_telegram_id", BigInteger, nullable=False),
    Column("author_name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("photo_file_id", Text),
    Column("photo_key", Text),  #: Telegram's file_unique_id; a row of `files` only once the author agrees
    refers("asked_by", "people.id", nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    UniqueConstraint("chat_id", "message_id"),
    CheckConstraint("length(words) > 0 OR photo_key IS NOT NULL", name="something_to_note"),
    CheckConstraint("(photo_file_id IS NULL) = (photo_key IS NULL)", name="photo_whole"),
    Index(None, "bot_id", "expires_at"),
    Index(None, "asked_by"),
    sqlite_autoincrement=True,
)

jot_authors = Table(
    "jot_authors",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("asked_on", Date),  #: the estate's day of the last question
    Column("refused_at", UtcDateTime),  #: NULL: may be asked
    CheckConstraint("asked_on IS NOT NULL OR refused_at IS NOT NULL", name="says_something"),
)

filed_for = Table(
    "filed_for",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True),
    refers("filer_id", "people.id", nullable=False),
    Column("filer_name", Text, nullable=False),
    Column("filer", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("neighbour_name", Text),  #: this and the next for the committee and the filer alone
    Column("neighbour_door", Text),
    bot(),
    Column("slip", Text),
    ForeignKeyConstraint(["bot_id", "slip"], ["files.bot_id", "files.key"]),
    one_of("filer", Filer),
    one_of("way", Way),
    Index(None, "filer_id"),
)

passed_on = Table(
    "passed_on",
    metadata,
    refers("answer_id", "answers.id", primary_key=True),
    refers("person_id", "people.id", nullable=False),
    Column("told_at", UtcDateTime, nullable=False),
    Index(None, "person_id"),
)
