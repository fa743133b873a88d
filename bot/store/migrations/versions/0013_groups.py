"""What administrators said who hide, until one of them shows themselves by a press."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0013"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "unsigned",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.CheckConstraint("done = (body = '')", name=op.f("ck_unsigned_forgotten_once_done")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_unsigned_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unsigned")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_unsigned_bot_id_expires_at"), "unsigned", ["bot_id", "expires_at"], unique=False)
    op.create_index(op.f("ix_unsigned_chat_id"), "unsigned", ["chat_id"], unique=False)


def downgrade() -> None:
    op.drop_table("unsigned")
