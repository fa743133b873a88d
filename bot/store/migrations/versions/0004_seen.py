"""Questions to authors who stay unknown, pauses of filing, alarms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "questions",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("asked_by", BigKey, nullable=False),
        sa.Column("asker_name", sa.Text(), nullable=False),
        sa.Column("asker_body", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", UtcDateTime, nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("photo", sa.Text(), nullable=True),
        sa.Column("answered_at", UtcDateTime, nullable=True),
        sa.CheckConstraint(
            "asker_body IN ('committee', 'property', 'owners', 'moderator')", name=op.f("ck_questions_asker_body_known")
        ),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_questions_words_present")),
        sa.CheckConstraint(
            "answered_at IS NOT NULL OR (answer IS NULL AND photo IS NULL)", name=op.f("ck_questions_answered_whole")
        ),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_questions_wish_id")),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_questions_asked_by")),
        sa.ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"], name=op.f("fk_questions_bot_id_photo")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_questions_wish_id"), "questions", ["wish_id"], unique=False)
    op.create_table(
        "filing_pauses",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("paused_by", BigKey, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("since", UtcDateTime, nullable=False),
        sa.Column("until", UtcDateTime, nullable=False),
        sa.Column("lifted_at", UtcDateTime, nullable=True),
        sa.Column("lifted_by", BigKey, nullable=True),
        sa.CheckConstraint(
            "reason IN ('flood', 'insult', 'exposing', 'advertising')", name=op.f("ck_filing_pauses_reason_known")
        ),
        sa.CheckConstraint("since < until", name=op.f("ck_filing_pauses_until_later")),
        sa.CheckConstraint("(lifted_at IS NULL) = (lifted_by IS NULL)", name=op.f("ck_filing_pauses_lifted_whole")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_filing_pauses_wish_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_filing_pauses_person_id")),
        sa.ForeignKeyConstraint(["paused_by"], ["people.id"], name=op.f("fk_filing_pauses_paused_by")),
        sa.ForeignKeyConstraint(["lifted_by"], ["people.id"], name=op.f("fk_filing_pauses_lifted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filing_pauses")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_filing_pauses_person_id_estate_key"), "filing_pauses", ["person_id", "estate_key"], unique=False
    )
    op.create_index(op.f("ix_filing_pauses_wish_id"), "filing_pauses", ["wish_id"], unique=False)
    op.create_table(
        "alarms",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("dangers", JsonText, nullable=False),
        sa.Column("raised_at", UtcDateTime, nullable=False),
        sa.Column("called_off_at", UtcDateTime, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_alarms_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarms")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_alarms_person_id_raised_at"), "alarms", ["person_id", "raised_at"], unique=False)


def downgrade() -> None:
    op.drop_table("alarms")
    op.drop_table("filing_pauses")
    op.drop_table("questions")
