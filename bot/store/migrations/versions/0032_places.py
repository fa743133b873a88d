"""The tree of places: what lies in an estate, grids, files that officers sent; buildings of bound groups are in it.

A topic of a forum group may be for votes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.create_table(
        "place_grids",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_grids")),
        sa.UniqueConstraint(
            "bot_id", "estate_key", "name_folded", name=op.f("uq_place_grids_bot_id_estate_key_name_folded")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "place_nodes",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("parent_id", BigKey, nullable=True),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("grid_id", BigKey, nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "level IN ('building', 'stairwell', 'household')", name=op.f("ck_place_nodes_level_known")
        ),
        sa.CheckConstraint(
            "(parent_id IS NULL) = (level = 'building')", name=op.f("ck_place_nodes_buildings_in_the_estate")
        ),
        sa.CheckConstraint(
            "grid_id IS NULL OR level = 'building'", name=op.f("ck_place_nodes_buildings_in_grids")
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["place_nodes.id"], name=op.f("fk_place_nodes_parent_id")),
        sa.ForeignKeyConstraint(["grid_id"], ["place_grids.id"], name=op.f("fk_place_nodes_grid_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_nodes")),
        sa.UniqueConstraint("bot_id", "estate_key", "path", name=op.f("uq_place_nodes_bot_id_estate_key_path")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_place_nodes_parent_id"), "place_nodes", ["parent_id"], unique=False)
    op.create_index(
        "ix_place_nodes_grid_id",
        "place_nodes",
        ["grid_id"],
        unique=False,
        sqlite_where=sa.text("grid_id IS NOT NULL"),
        postgresql_where=sa.text("grid_id IS NOT NULL"),
    )
    op.create_table(
        "place_imports",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=False),
        sa.Column("rows", JsonText(), nullable=True),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.CheckConstraint("(rows IS NULL) = (file IS NOT NULL)", name=op.f("ck_place_imports_file_until_read")),
        sa.ForeignKeyConstraint(
            ["bot_id", "file"], ["files.bot_id", "files.key"], name=op.f("fk_place_imports_bot_id_file")
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_place_imports_chat_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_place_imports_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_imports")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_place_imports_chat_id"), "place_imports", ["chat_id"], unique=False)
    op.create_index(
        "ix_place_imports_file",
        "place_imports",
        ["bot_id", "file"],
        unique=False,
        sqlite_where=sa.text("file IS NOT NULL"),
        postgresql_where=sa.text("file IS NOT NULL"),
    )
    op.create_index(op.f("ix_place_imports_person_id"), "place_imports", ["person_id"], unique=False)
    _uses("'wishes', 'board', 'news', 'votes'")
    _buildings_of_groups()


def _uses(known: str) -> None:
    with op.batch_alter_table("topics") as batch:
        batch.drop_constraint(op.f("ck_topics_use_known"), type_="check")
        batch.create_check_constraint(op.f("ck_topics_use_known"), f"use IN ({known})")


def _buildings_of_groups() -> None:
    """Whatever groups belong to is a place: buildings first, then the stairwells in them."""
    bound = "FROM chats WHERE purpose = 'building' AND estate_key IS NOT NULL AND building IS NOT NULL"
    op.execute(
        "INSERT INTO place_nodes (bot_id, estate_key, parent_id, level, path, name) "
        f"SELECT DISTINCT bot_id, estate_key, CAST(NULL AS BIGINT), 'building', building, '' {bound}"
    )
    op.execute(
        "INSERT INTO place_nodes (bot_id, estate_key, parent_id, level, path, name) "
        "SELECT DISTINCT chats.bot_id, chats.estate_key, place_nodes.id, 'stairwell', building || '-' || unit, '' "
        "FROM chats JOIN place_nodes ON place_nodes.bot_id = chats.bot_id "
        "AND place_nodes.estate_key = chats.estate_key AND place_nodes.path = chats.building "
        "WHERE chats.purpose = 'building' AND chats.unit IS NOT NULL"
    )


def downgrade() -> None:
    op.execute("DELETE FROM topics WHERE use = 'votes'")
    _uses("'wishes', 'board', 'news'")
    op.drop_table("place_imports")
    op.drop_table("place_nodes")
    op.drop_table("place_grids")
