"""Topics by what they are for; what administrators said who hide, until one of them shows themselves by a press."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0013"
down_revision = "0012"


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
    op.create_table(
        "topics",
        sa.Column("chat_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("use", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("use IN ('wishes', 'board', 'news')", name=op.f("ck_topics_use_known")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_topics_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", "use", name=op.f("pk_topics")),
    )
    op.execute(
        "INSERT INTO topics (chat_id, use, topic_id) "
        "SELECT id, 'wishes', wishes_topic_id FROM chats WHERE wishes_topic_id IS NOT NULL"
    )
    # What waits to be said there; within people's words the quotes are escaped.
    written = {"old": '"in_topic":true', "new": '"topic":"wishes"'}
    for table in ("messages", "slots"):
        replaced = sa.text(f"UPDATE {table} SET content = REPLACE(content, :old, :new) WHERE content IS NOT NULL")
        op.execute(replaced.bindparams(**written))
    with op.batch_alter_table("chats") as batch:
        batch.drop_constraint(op.f("ck_chats_topic_of_building"), type_="check")
        batch.drop_column("wishes_topic_id")


def downgrade() -> None:
    with op.batch_alter_table("chats") as batch:
        batch.add_column(sa.Column("wishes_topic_id", sa.BigInteger(), nullable=True))
        batch.create_check_constraint(
            op.f("ck_chats_topic_of_building"), "wishes_topic_id IS NULL OR purpose = 'building'"
        )
    op.execute(
        "UPDATE chats SET wishes_topic_id = "
        "(SELECT topic_id FROM topics WHERE topics.chat_id = chats.id AND use = 'wishes') WHERE purpose = 'building'"
    )
    op.drop_table("topics")
    op.drop_table("unsigned")
