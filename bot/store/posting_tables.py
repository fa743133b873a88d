"""The table of how wishes are shown in their chats."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, Integer, Table, UniqueConstraint

from bot.store.schema import metadata, refers

postings = Table(
    "postings",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True, autoincrement=False),
    refers("chat_id", "chats.id", nullable=False),
    Column("day", Date, nullable=False),  #: the estate's, of filing
    Column("position", Integer, nullable=False),  #: among the chat's public wishes of the day, from 1
    Column("board", Integer),  #: the day's board whose line it is, from 1; NULL: a card of its own
    UniqueConstraint("chat_id", "day", "position"),
    CheckConstraint("position > 0", name="position_positive"),
    CheckConstraint("board IS NULL OR board > 0", name="board_positive"),
)
