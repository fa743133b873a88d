"""Polls: what was asked, in which groups it stands, who answered what, what came of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0033"
down_revision = "0032"

_BODIES = "by_body IN ('committee', 'property', 'owners', 'moderator')"


def upgrade() -> None:
    op.create_table(
        "polls",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("options", JsonText(), nullable=False),
        sa.Column("several", sa.Boolean(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("wish_id", BigKey, nullable=True),
        sa.Column("project_id", BigKey, nullable=True),
        sa.Column("by_id", BigKey, nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("closes_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("cancelled", sa.Text(), nullable=False),
        sa.Column("nags", sa.Integer(), nullable=False),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("next_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("(due IS NULL) = (next_at IS NULL)", name=op.f("ck_polls_due_whole")),
        sa.CheckConstraint("cancelled = '' OR closed_at IS NOT NULL", name=op.f("ck_polls_cancelled_closed")),
        sa.CheckConstraint(_BODIES, name=op.f("ck_polls_by_body_known")),
        sa.CheckConstraint("due IN ('half', 'last', 'close', 'nag', 'review')", name=op.f("ck_polls_due_known")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_polls_by_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_polls_project_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_polls_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_polls")),
        sa.UniqueConstraint("bot_id", "estate_key", "number", name=op.f("uq_polls_bot_id_estate_key_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_polls_by_id"), "polls", ["by_id"], unique=False)
    op.create_index(op.f("ix_polls_project_id"), "polls", ["project_id"], unique=False)
    op.create_index(op.f("ix_polls_wish_id"), "polls", ["wish_id"], unique=False)
    _partial("ix_polls_next_at", "polls", ["bot_id", "next_at"], "next_at IS NOT NULL")
    op.create_table(
        "poll_statements",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("poll_id", BigKey, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("by_id", BigKey, nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.CheckConstraint(_BODIES, name=op.f("ck_poll_statements_by_body_known")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_poll_statements_by_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_poll_statements_poll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_statements")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_poll_statements_by_id"), "poll_statements", ["by_id"], unique=False)
    op.create_index(op.f("ix_poll_statements_poll_id"), "poll_statements", ["poll_id"], unique=False)
    op.create_table(
        "poll_posts",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("poll_id", BigKey, nullable=False),
        sa.Column("chat_id", BigKey, nullable=True),
        sa.Column("telegram_poll", sa.Text(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("says", sa.Text(), nullable=True),
        sa.Column("counts", JsonText(), nullable=False),
        sa.Column("voters", sa.Integer(), nullable=False),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_poll_posts_chat_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["polls.id"], name=op.f("fk_poll_posts_poll_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_posts")),
        sa.UniqueConstraint("bot_id", "telegram_poll", name=op.f("uq_poll_posts_bot_id_telegram_poll")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_poll_posts_chat_id"), "poll_posts", ["chat_id"], unique=False)
    op.create_index(op.f("ix_poll_posts_poll_id"), "poll_posts", ["poll_id"], unique=False)
    _partial("ix_poll_posts_says", "poll_posts", ["bot_id", "says"], "says IS NOT NULL")
    op.create_table(
        "poll_answers",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_poll", sa.Text(), nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("options", JsonText(), nullable=False),
        sa.Column("chosen", sa.Text(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_poll_answers_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll_answers")),
        sa.UniqueConstraint(
            "bot_id", "telegram_poll", "person_id", name=op.f("uq_poll_answers_bot_id_telegram_poll_person_id")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_poll_answers_person_id"), "poll_answers", ["person_id"], unique=False)


def _partial(name: str, table: str, columns: list[str], condition: str) -> None:
    only = sa.text(condition)
    op.create_index(name, table, columns, unique=False, sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    for table in ("poll_answers", "poll_posts", "poll_statements", "polls"):
        op.drop_table(table)
