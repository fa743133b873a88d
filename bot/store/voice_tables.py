"""The tables of voice notes: who wrote them down."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table, Text

from bot.store.schema import metadata, refers
from bot.store.types import UtcDateTime

transcripts = Table(
    "transcripts",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True),
    refers("person_id", "people.id", nullable=False),
    Column("name", Text, nullable=False),
    Column("written_at", UtcDateTime, nullable=False),
    Column("corrected_at", UtcDateTime),  #: when the author put it in words of their own
    Index(None, "person_id"),
)
