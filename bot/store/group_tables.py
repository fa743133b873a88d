"""Tables of what belongs to a group rather than to anybody in it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Index, Table, Text

from bot.domain.topics import TopicUse
from bot.store.schema import bot, key, metadata, refers
from bot.store.types import UtcDateTime, one_of

unsigned = Table(  # what administrators said who hide: these rows live for minutes
    "unsigned",
    metadata,
    key(),
    bot(),
    refers("chat_id", "chats.id", nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("body", Text, nullable=False),  #: what came, JSON; empty once it was carried out
    Column("expires_at", UtcDateTime, nullable=False),
    Column("done", Boolean, nullable=False),
    CheckConstraint("done = (body = '')", name="forgotten_once_done"),
    Index(None, "bot_id", "expires_at"),
    Index(None, "chat_id"),
    sqlite_autoincrement=True,
)

topics = Table(
    "topics",
    metadata,
    refers("chat_id", "chats.id", primary_key=True, autoincrement=False),
    Column("use", Text, primary_key=True),
    Column("topic_id", BigInteger, nullable=False),  #: Telegram's message_thread_id
    Column("closed_at", UtcDateTime),  #: since then Telegram lets the bot write there no more
    one_of("use", TopicUse),
)
