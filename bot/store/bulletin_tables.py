"""Tables of what was told in the groups week by week."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from bot.domain.bulletins import Section
from bot.store.schema import key, metadata, refers
from bot.store.types import UtcDateTime, one_of

bulletins = Table(
    "bulletins",
    metadata,
    key(),
    refers("chat_id", "chats.id", nullable=False),
    Column("until", UtcDateTime, nullable=False),  #: the end of its week
    Column("language", Text, nullable=False),  #: of its picture
    Column("filed", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("left_out", Integer, nullable=False),
    Column("overdue", Integer, nullable=False),
    UniqueConstraint("chat_id", "until"),
    CheckConstraint("filed >= 0 AND done >= 0 AND left_out >= 0 AND overdue >= 0", name="counts_positive"),
    sqlite_autoincrement=True,
)

bulletin_lines = Table(
    "bulletin_lines",
    metadata,
    refers("bulletin_id", "bulletins.id", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),  #: from 0
    refers("wish_id", "wishes.id", nullable=False),
    Column("section", Text, nullable=False),
    Column("state", Text, nullable=False),  #: the wish's, as it was told
    Column("day", Date),
    Column("shown", Boolean, nullable=False),  #: its words stand there now; else its number alone
    one_of("section", Section),
    Index(None, "wish_id"),
)
