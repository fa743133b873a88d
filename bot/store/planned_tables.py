"""The tables of what is going to be told many, and of the templates it is written from."""

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

from bot.domain.broadcasts import Channel, Whom
from bot.domain.people import Body
from bot.domain.planned_broadcasts import PlannedState
from bot.domain.sending_days import OnDayOff, Repeat
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import JsonText, UtcDateTime, one_of

planned_broadcasts = Table(
    "planned_broadcasts",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("words", JsonText, nullable=False),  #: markup by language
    Column("whom", Text, nullable=False),
    Column("estate_keys", JsonText, nullable=False),
    Column("buildings", JsonText, nullable=False),
    Column("grids", JsonText),  #: ids and names, beside the buildings; NULL: none
    Column("of_id", BigInteger),  #: the wish followed, or the broadcast not read
    Column("channel", Text, nullable=False),
    Column("ask_read", Boolean, nullable=False),
    Column("emergency", Boolean, nullable=False),
    Column("repeat", Text, nullable=False),
    Column("first_on", Date, nullable=False),
    Column("at_time", Text, nullable=False),  #: HH:MM on the estate's clocks
    Column("until_on", Date),
    Column("on_day_off", Text, nullable=False),
    Column("state", Text, nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("zone", Text, nullable=False),
    refers("desk_chat_id", "chats.id"),  #: NULL: a private chat of somebody who was forgotten
    Column("desk_language", Text, nullable=False),
    Column("skipped", JsonText, nullable=False),  #: days of the rule
    Column("moved", JsonText, nullable=False),  #: wall time by day of the rule
    Column("past_day", Date),
    Column("due_day", Date),
    Column("due_at", UtcDateTime),
    Column("missed_on", Date),
    Column("sent", Integer, nullable=False),
    Column("confirmed_by", Text, nullable=False),
    Column("ended_at", UtcDateTime),
    one_of("whom", Whom),
    one_of("channel", Channel),
    one_of("repeat", Repeat),
    one_of("on_day_off", OnDayOff),
    one_of("state", PlannedState),
    one_of("by_body", Body),
    CheckConstraint("(due_at IS NULL) = (due_day IS NULL)", name="due_whole"),
    CheckConstraint("(due_at IS NOT NULL) = (state IN ('proposed', 'planned'))", name="due_while_ahead"),
    CheckConstraint("(ended_at IS NOT NULL) = (state IN ('stopped', 'over'))", name="ended_whole"),
    UniqueConstraint("bot_id", "estate_key", "number"),
    Index("ix_planned_broadcasts_due", "bot_id", "due_at", **only("due_at IS NOT NULL")),
    Index(None, "by_id"),
    Index(None, "desk_chat_id"),
    sqlite_autoincrement=True,
)

#: Each time a second officer agreed: what is changed afterwards has to be agreed to anew.
planned_agreements = Table(
    "planned_agreements",
    metadata,
    key(),
    bot(),
    refers("planned_id", "planned_broadcasts.id", nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    one_of("by_body", Body),
    Index(None, "planned_id"),
    sqlite_autoincrement=True,
)

planned_files = Table(
    "planned_files",
    metadata,
    bot(),
    refers("planned_id", "planned_broadcasts.id", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("file", Text, nullable=False),
    Column("name", Text, nullable=False),  #: of a document; empty for a photo
    ForeignKeyConstraint(["bot_id", "file"], ["files.bot_id", "files.key"]),
    Index(None, "bot_id", "file"),
)

broadcast_templates = Table(
    "broadcast_templates",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("words", JsonText, nullable=False),  #: markup by language
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    UniqueConstraint("bot_id", "estate_key", "name"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)
