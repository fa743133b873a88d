"""Tables of what groups use: when that is looked at and what was told of it, and what was stopped in which group."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from bot.domain.chat_functions import Function
from bot.domain.people import Body
from bot.store.schema import bot, key, metadata, refers
from bot.store.types import JsonText, UtcDateTime, one_of

function_reviews = Table(
    "function_reviews",
    metadata,
    refers("chat_id", "chats.id", primary_key=True, autoincrement=False),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
    Column("told_at", UtcDateTime),
    Column("days", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("uses", JsonText, nullable=False),  #: by function: offered, times, persons
    Column("kept", JsonText, nullable=False),  #: functions
    Index(None, "bot_id", "next_at"),
)

stopped_functions = Table(
    "stopped_functions",
    metadata,
    refers("chat_id", "chats.id", primary_key=True, autoincrement=False),
    Column("function", Text, primary_key=True),
    Column("stopped_at", UtcDateTime, nullable=False),
    one_of("function", Function),
)

#: Each time a function was stopped in a group, or used there again: `stopped_functions` is how it stands.
function_switches = Table(
    "function_switches",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    refers("chat_id", "chats.id", nullable=False),
    Column("function", Text, nullable=False),
    Column("stopped", Boolean, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text),  #: NULL: an administrator, who speaks for none
    one_of("function", Function),
    one_of("by_body", Body),
    Index(None, "bot_id", "estate_key"),
    Index(None, "chat_id"),
    sqlite_autoincrement=True,
)
