"""The tables of the tree of places: what lies in an estate, its grids, files that wait to be taken over."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Table, Text, UniqueConstraint

from bot.domain.place_tree import BELOW
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import JsonText, UtcDateTime

place_grids = Table(
    "place_grids",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False),  #: see `place_tree.folded`
    Column("closed_at", UtcDateTime),
    UniqueConstraint("bot_id", "estate_key", "name_folded"),
    sqlite_autoincrement=True,
)

place_nodes = Table(
    "place_nodes",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    refers("parent_id", "place_nodes.id"),  #: NULL: it lies in the estate directly
    Column("level", Text, nullable=False),
    Column("path", Text, nullable=False),  #: its own number behind those it lies in, with hyphens: see `place_tree`
    Column("name", Text, nullable=False),  #: beside the number; mostly empty
    refers("grid_id", "place_grids.id"),
    Column("closed_at", UtcDateTime),
    CheckConstraint(f"level IN ({', '.join(repr(level.value) for level in BELOW)})", name="level_known"),
    CheckConstraint("(parent_id IS NULL) = (level = 'building')", name="buildings_in_the_estate"),
    CheckConstraint("grid_id IS NULL OR level = 'building'", name="buildings_in_grids"),
    UniqueConstraint("bot_id", "estate_key", "path"),
    Index(None, "parent_id"),
    Index("ix_place_nodes_grid_id", "grid_id", **only("grid_id IS NOT NULL")),
    sqlite_autoincrement=True,
)

#: A file that an officer sent: read once its bytes are here, looked at by them, then taken over or put away.
place_imports = Table(
    "place_imports",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    refers("chat_id", "chats.id", nullable=False),
    refers("person_id", "people.id", nullable=False),
    Column("language", Text, nullable=False),
    Column("file", Text),  #: NULL: it was read
    Column("name", Text, nullable=False),  #: the file's
    Column("sent_at", UtcDateTime, nullable=False),
    Column("rows", JsonText),  #: its cells; NULL: it was not read yet
    Column("shown", Text, nullable=False),  #: what it was said to change, as `place_import.mark_of` has it
    ForeignKeyConstraint(["bot_id", "file"], ["files.bot_id", "files.key"]),
    CheckConstraint("(rows IS NULL) = (file IS NOT NULL)", name="file_until_read"),
    Index("ix_place_imports_file", "bot_id", "file", **only("file IS NOT NULL")),
    Index(None, "chat_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
