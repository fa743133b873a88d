"""The tables of the desk: when the list of the morning is due, and what was passed on to which body."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Table, Text

from bot.domain.people import Body
from bot.store.schema import bot, key, metadata, refers
from bot.store.types import UtcDateTime, one_of

mornings = Table(
    "mornings",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("estate_key", Text, primary_key=True),
    Column("next_at", UtcDateTime, nullable=False),
    Column("since", UtcDateTime, nullable=False),  #: of the list before, or of the first look
    CheckConstraint("since < next_at", name="next_later"),
)

referrals = Table(
    "referrals",
    metadata,
    key(),
    bot(),
    refers("wish_id", "wishes.id", nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_telegram_id", BigInteger, nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    Column("to_body", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("passed_at", UtcDateTime, nullable=False),
    one_of("by_body", Body),
    one_of("to_body", Body),
    Index(None, "wish_id"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)
