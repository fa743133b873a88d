"""Several processes on one database: leases, and the old numbers of groups that moved."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import UtcDateTime

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "leases",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("fence", sa.BigInteger(), nullable=False),
        sa.Column("lease_until", UtcDateTime(), nullable=False),
        sa.CheckConstraint("kind IN ('process', 'sender')", name=op.f("ck_leases_kind_known")),
        sa.PrimaryKeyConstraint("bot_id", "kind", "name", name=op.f("pk_leases")),
    )
    op.create_table(
        "chat_moves",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("old_number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("new_number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "old_number", name=op.f("pk_chat_moves")),
    )


def downgrade() -> None:
    op.drop_table("chat_moves")
    op.drop_table("leases")
