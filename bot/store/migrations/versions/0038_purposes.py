"""What the bot says in a group unasked, and groups of a grid's neighbours, broadcasts to them; who confirmed and ended what; before, all heard everything."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import JsonText, UtcDateTime

revision = "0038"
down_revision = "0037"

GRID = "grid_id IS NULL OR (purpose = 'building' AND building IS NULL)"
BODIES = "'committee', 'property', 'owners', 'moderator'"
ENDED = "(ended_by_name IS NULL) = (ended_by_body IS NULL)"
SAYS = "says IS NULL OR purpose = 'building'"


def upgrade() -> None:
    grid_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("chats", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("grid_id", grid_id, nullable=True))
        batch.add_column(sa.Column("says", sa.Text(), nullable=True))
        batch.create_foreign_key(op.f("fk_chats_grid_id"), "place_grids", ["grid_id"], ["id"])
        batch.create_check_constraint(op.f("ck_chats_grid_of_neighbours"), GRID)
        batch.create_check_constraint(op.f("ck_chats_says_to_neighbours"), SAYS)
    with op.batch_alter_table("broadcasts", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("confirmed_at", UtcDateTime(), nullable=True))
        batch.add_column(sa.Column("confirmed_body", sa.Text(), nullable=True))
        batch.add_column(sa.Column("grids", JsonText(), nullable=True))
        batch.create_check_constraint(op.f("ck_broadcasts_confirmed_body_known"), f"confirmed_body IN ({BODIES})")
    with op.batch_alter_table("deliberations", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("ended_by_name", sa.Text(), nullable=True))
        batch.add_column(sa.Column("ended_by_body", sa.Text(), nullable=True))
        batch.create_check_constraint(op.f("ck_deliberations_ended_by_body_known"), f"ended_by_body IN ({BODIES})")
        batch.create_check_constraint(op.f("ck_deliberations_ended_by_somebody_whole"), ENDED)
    op.create_index(
        "ix_chats_grid_id",
        "chats",
        ["grid_id"],
        unique=False,
        sqlite_where=sa.text("grid_id IS NOT NULL"),
        postgresql_where=sa.text("grid_id IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_chats_grid_id", table_name="chats")
    with op.batch_alter_table("deliberations", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_deliberations_ended_by_somebody_whole"), type_="check")
        batch.drop_constraint(op.f("ck_deliberations_ended_by_body_known"), type_="check")
        batch.drop_column("ended_by_body")
        batch.drop_column("ended_by_name")
    with op.batch_alter_table("broadcasts", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_broadcasts_confirmed_body_known"), type_="check")
        batch.drop_column("grids")
        batch.drop_column("confirmed_body")
        batch.drop_column("confirmed_at")
    with op.batch_alter_table("chats", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_chats_says_to_neighbours"), type_="check")
        batch.drop_constraint(op.f("ck_chats_grid_of_neighbours"), type_="check")
        batch.drop_constraint(op.f("fk_chats_grid_id"), type_="foreignkey")
        batch.drop_column("says")
        batch.drop_column("grid_id")
