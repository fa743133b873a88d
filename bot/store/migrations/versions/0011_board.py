"""Boards of the day, wishes topics, and when a card was last changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0011"
down_revision = "0010"

_EDITED = sa.text("edited_at IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("chats") as batch:
        batch.add_column(sa.Column("wishes_topic_id", sa.BigInteger(), nullable=True))
        batch.create_check_constraint(
            op.f("ck_chats_topic_of_building"), "wishes_topic_id IS NULL OR purpose = 'building'"
        )
    op.add_column("messages", sa.Column("edited_at", UtcDateTime(), nullable=True))
    op.create_index(
        "ix_messages_edited",
        "messages",
        ["bot_id", "edited_at"],
        unique=False,
        sqlite_where=_EDITED,
        postgresql_where=_EDITED,
    )
    op.create_table(
        "postings",
        sa.Column("wish_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("board", sa.Integer(), nullable=True),
        sa.CheckConstraint("position > 0", name=op.f("ck_postings_position_positive")),
        sa.CheckConstraint("board IS NULL OR board > 0", name=op.f("ck_postings_board_positive")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_postings_chat_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_postings_wish_id")),
        sa.PrimaryKeyConstraint("wish_id", name=op.f("pk_postings")),
        sa.UniqueConstraint("chat_id", "day", "position", name=op.f("uq_postings_chat_id_day_position")),
    )


def downgrade() -> None:
    op.drop_table("postings")
    op.drop_index("ix_messages_edited", "messages")
    op.drop_column("messages", "edited_at")
    with op.batch_alter_table("chats") as batch:
        batch.drop_constraint(op.f("ck_chats_topic_of_building"), type_="check")
        batch.drop_column("wishes_topic_id")
