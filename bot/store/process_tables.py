"""The tables by which several processes share one bot; the others are in `tables`."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import BigInteger, Column, Table, Text

from bot.store.schema import metadata
from bot.store.types import UtcDateTime, one_of


class LeaseKind(StrEnum):
    PROCESS = "process"  #: of this name, at work
    SENDER = "sender"  #: the one that sends; its name is empty


leases = Table(
    "leases",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),  #: which start of which process
    Column("fence", BigInteger, nullable=False),  #: grows with each new holder
    Column("lease_until", UtcDateTime, nullable=False),  #: by the clock of the database
    one_of("kind", LeaseKind),
)

chat_moves = Table(
    "chat_moves",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("old_number", BigInteger, primary_key=True, autoincrement=False),
    Column("new_number", BigInteger, nullable=False),  #: of the supergroup that the group became
)
