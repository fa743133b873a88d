"""Sentences that wait for their authors' press; wishes filed for a neighbour, and whether the neighbour was told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0006"
down_revision = "0005"

FILERS = "filer IN ('captain', 'volunteer', 'moderator', 'property', 'owners', 'committee')"


def upgrade() -> None:
    op.create_table(
        "jots",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("author_telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("photo_file_id", sa.Text(), nullable=True),
        sa.Column("photo_key", sa.Text(), nullable=True),
        sa.Column("asked_by", BigKey, nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("length(words) > 0 OR photo_key IS NOT NULL", name=op.f("ck_jots_something_to_note")),
        sa.CheckConstraint("(photo_file_id IS NULL) = (photo_key IS NULL)", name=op.f("ck_jots_photo_whole")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_jots_chat_id")),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_jots_asked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jots")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_jots_chat_id_message_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_jots_bot_id_expires_at"), "jots", ["bot_id", "expires_at"], unique=False)
    op.create_index(op.f("ix_jots_asked_by"), "jots", ["asked_by"], unique=False)
    op.create_table(
        "jot_authors",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("refused_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "asked_on IS NOT NULL OR refused_at IS NOT NULL", name=op.f("ck_jot_authors_says_something")
        ),
        sa.PrimaryKeyConstraint("bot_id", "telegram_id", name=op.f("pk_jot_authors")),
    )
    op.create_table(
        "filed_for",
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("filer_id", BigKey, nullable=False),
        sa.Column("filer_name", sa.Text(), nullable=False),
        sa.Column("filer", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("neighbour_name", sa.Text(), nullable=True),
        sa.Column("neighbour_door", sa.Text(), nullable=True),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("slip", sa.Text(), nullable=True),
        sa.CheckConstraint(FILERS, name=op.f("ck_filed_for_filer_known")),
        sa.CheckConstraint("way IN ('visit', 'counter', 'slip')", name=op.f("ck_filed_for_way_known")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_filed_for_wish_id")),
        sa.ForeignKeyConstraint(["filer_id"], ["people.id"], name=op.f("fk_filed_for_filer_id")),
        sa.ForeignKeyConstraint(
            ["bot_id", "slip"], ["files.bot_id", "files.key"], name=op.f("fk_filed_for_bot_id_slip")
        ),
        sa.PrimaryKeyConstraint("wish_id", name=op.f("pk_filed_for")),
    )
    op.create_index(op.f("ix_filed_for_filer_id"), "filed_for", ["filer_id"], unique=False)
    op.create_table(
        "passed_on",
        sa.Column("answer_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answers.id"], name=op.f("fk_passed_on_answer_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_passed_on_person_id")),
        sa.PrimaryKeyConstraint("answer_id", name=op.f("pk_passed_on")),
    )
    op.create_index(op.f("ix_passed_on_person_id"), "passed_on", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("passed_on")
    op.drop_table("filed_for")
    op.drop_table("jot_authors")
    op.drop_table("jots")
