"""What was told in the groups week by week."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0018"
down_revision = "0017"


def _key() -> sa.BigInteger:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "bulletins",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("chat_id", _key(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("filed", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.Integer(), nullable=False),
        sa.Column("overdue", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "filed >= 0 AND done >= 0 AND left_out >= 0 AND overdue >= 0", name=op.f("ck_bulletins_counts_positive")
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_bulletins_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulletins")),
        sa.UniqueConstraint("chat_id", "until", name=op.f("uq_bulletins_chat_id_until")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "bulletin_lines",
        sa.Column("bulletin_id", _key(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("wish_id", _key(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "section IN ('done', 'missed', 'promised', 'moved', 'new')", name=op.f("ck_bulletin_lines_section_known")
        ),
        sa.ForeignKeyConstraint(["bulletin_id"], ["bulletins.id"], name=op.f("fk_bulletin_lines_bulletin_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_bulletin_lines_wish_id")),
        sa.PrimaryKeyConstraint("bulletin_id", "position", name=op.f("pk_bulletin_lines")),
    )
    op.create_index(op.f("ix_bulletin_lines_wish_id"), "bulletin_lines", ["wish_id"])


def downgrade() -> None:
    op.drop_table("bulletin_lines")
    op.drop_table("bulletins")
