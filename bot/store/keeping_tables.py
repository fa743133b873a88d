"""The tables of what is gathered, forgotten and thrown away; the others are in `tables`."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Index, Table, Text

from bot.store.schema import metadata, only, refers
from bot.store.types import UtcDateTime

gathered = Table(
    "gathered",
    metadata,
    refers("whole_id", "wishes.id", primary_key=True),  #: of the whole building
    refers("part_id", "wishes.id", primary_key=True),  #: the same fault on one of its floors
    CheckConstraint("whole_id <> part_id", name="two_wishes"),
    Index(None, "part_id"),
)

# ---- forgetting -------------------------------------------------------------------------------------------------

forgotten = Table(
    "forgotten",
    metadata,
    refers("person_id", "people.id", primary_key=True),  #: whose row stands for nobody since
    refers("chat_id", "chats.id"),  #: their private chat, until the last message has left it
    Column("forgotten_at", UtcDateTime, nullable=False),
    Index("ix_forgotten_unfinished", "person_id", **only("chat_id IS NOT NULL")),
)

discarded = Table(
    "discarded",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("sha256", Text, primary_key=True),  #: bytes on disk that nothing refers to any more
)

rounds = Table(
    "rounds",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("next_at", UtcDateTime, nullable=False),  #: when it is looked again for what was kept long enough
)

contacts = Table(
    "contacts",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("met_at", UtcDateTime, nullable=False),  #: when Telegram could bring us something for the last time
    Column("away_since", UtcDateTime),  #: what the groups were told of last
    Column("away_until", UtcDateTime),
    Column("said_at", UtcDateTime),
    Column("several", Boolean, nullable=False),
    CheckConstraint(
        "(said_at IS NULL) = (away_since IS NULL) AND (said_at IS NULL) = (away_until IS NULL)", name="said_whole"
    ),
)

# ---- counting ----------------------------------------------------------------------------------------------------

counters = Table(
    "counters",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),  #: the last number given out
)
