"""The tables of broadcasts: what is told, to which chats, how far each has come, and who says that they read it."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from bot.domain.broadcasts import BroadcastState, Channel, Whom
from bot.domain.people import Body
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import JsonText, UtcDateTime, one_of

broadcasts = Table(
    "broadcasts",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("words", JsonText, nullable=False),  #: markup by language
    Column("whom", Text, nullable=False),
    Column("estate_keys", JsonText, nullable=False),
    Column("buildings", JsonText, nullable=False),
    Column("of_id", BigInteger),  #: the wish followed, or the broadcast not read
    Column("channel", Text, nullable=False),
    Column("ask_read", Boolean, nullable=False),
    Column("emergency", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    refers("desk_chat_id", "chats.id"),  #: NULL: a private chat of somebody who was forgotten
    Column("desk_language", Text, nullable=False),  #: of the one officer who reads it there; empty: the chat's
    Column("starts_at", UtcDateTime, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("retracted", Boolean, nullable=False),
    Column("corrected_at", UtcDateTime),
    Column("confirmed_by", Text, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("unreached", JsonText, nullable=False),  #: people by reason
    Column("feed_at", UtcDateTime),  #: when recipients are to be put into the outbox, or looked after there; NULL: none
    Column("shown_at", UtcDateTime),  #: when the card of its progress was last drawn
    Column("confirmed_at", UtcDateTime),
    Column("confirmed_body", Text),
    Column("grids", JsonText),  #: ids and names, beside the buildings; NULL: none
    one_of("whom", Whom),
    one_of("channel", Channel),
    one_of("state", BroadcastState),
    one_of("by_body", Body),
    one_of("confirmed_body", Body),
    CheckConstraint("state <> 'sending' OR feed_at IS NOT NULL", name="fed_while_sending"),
    CheckConstraint("(ended_at IS NULL) = (state IN ('proposed', 'sending', 'paused'))", name="ended_whole"),
    UniqueConstraint("bot_id", "estate_key", "number"),
    Index("ix_broadcasts_feed", "bot_id", "feed_at", **only("feed_at IS NOT NULL")),
    Index(None, "by_id"),
    Index(None, "desk_chat_id"),
    sqlite_autoincrement=True,
)

broadcast_files = Table(
    "broadcast_files",
    metadata,
    bot(),
    refers("broadcast_id", "broadcasts.id", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("file", Text, nullable=False),
    Column("name", Text, nullable=False),  #: of a document; empty for a photo
    ForeignKeyConstraint(["bot_id", "file"], ["files.bot_id", "files.key"]),
    Index(None, "bot_id", "file"),
)

#: A chat that a broadcast goes to. `put_rev` is the revision that the outbox was given last, `settled_rev` the one of
#: which it is known what became; 0 and 0: its turn has not come.
broadcast_recipients = Table(
    "broadcast_recipients",
    metadata,
    refers("broadcast_id", "broadcasts.id", primary_key=True),
    refers("chat_id", "chats.id", primary_key=True),
    refers("person_id", "people.id"),  #: NULL: a group
    Column("position", Integer, nullable=False),
    Column("put_rev", Integer, nullable=False),
    Column("settled_rev", Integer, nullable=False),
    Column("outcome", Text),
    Column("reason", Text),  #: why it failed
    Column("sent_at", UtcDateTime),  #: the first time
    CheckConstraint("outcome IN ('sent', 'failed', 'dropped')", name="outcome_known"),
    CheckConstraint("settled_rev <= put_rev", name="settled_was_put"),
    Index(None, "broadcast_id", "put_rev", "position"),
    Index("ix_broadcast_recipients_pending", "broadcast_id", **only("put_rev > settled_rev")),
    Index(None, "chat_id"),
    Index(None, "person_id"),
)

broadcast_reads = Table(
    "broadcast_reads",
    metadata,
    refers("broadcast_id", "broadcasts.id", primary_key=True),
    refers("person_id", "people.id", primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "person_id"),
)
