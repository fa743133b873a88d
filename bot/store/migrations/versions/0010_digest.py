"""News that waits for its moment, how people want to be told, and answers that can still be taken back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "held_answers",
        sa.Column("answer_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answers.id"], name=op.f("fk_held_answers_answer_id")),
        sa.PrimaryKeyConstraint("answer_id", name=op.f("pk_held_answers")),
    )
    op.create_index(op.f("ix_held_answers_bot_id_due_at"), "held_answers", ["bot_id", "due_at"], unique=False)
    op.create_table(
        "tellings",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("notice_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("told_with", BigKey, nullable=True),
        sa.CheckConstraint("(told_at IS NULL) = (told_with IS NULL)", name=op.f("ck_tellings_told_whole")),
        sa.ForeignKeyConstraint(["notice_id"], ["notices.id"], name=op.f("fk_tellings_notice_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_tellings_person_id")),
        sa.ForeignKeyConstraint(["told_with"], ["notices.id"], name=op.f("fk_tellings_told_with")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_tellings_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tellings")),
        sa.UniqueConstraint("notice_id", "person_id", name=op.f("uq_tellings_notice_id_person_id")),
        sqlite_autoincrement=True,
    )
    waiting = sa.text("told_at IS NULL")
    op.create_index(
        "ix_tellings_waiting",
        "tellings",
        ["bot_id", "due_at", "person_id"],
        unique=False,
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
    op.create_index(op.f("ix_tellings_person_id_told_at"), "tellings", ["person_id", "told_at"], unique=False)
    op.create_index(op.f("ix_tellings_told_with"), "tellings", ["told_with"], unique=False)
    op.create_index(op.f("ix_tellings_wish_id"), "tellings", ["wish_id"], unique=False)
    op.create_table(
        "notice_settings",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("wish_id", BigKey, nullable=True),
        sa.Column("setting", sa.Text(), nullable=False),
        sa.Column("chosen_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "setting IN ('at-once', 'daily', 'weekly', 'muted')", name=op.f("ck_notice_settings_setting_known")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_notice_settings_person_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_notice_settings_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice_settings")),
        sa.UniqueConstraint("person_id", "wish_id", name=op.f("uq_notice_settings_person_id_wish_id")),
        sqlite_autoincrement=True,
    )
    for_all = sa.text("wish_id IS NULL")
    op.create_index(
        "uq_notice_settings_for_all",
        "notice_settings",
        ["person_id"],
        unique=True,
        sqlite_where=for_all,
        postgresql_where=for_all,
    )
    op.create_index(op.f("ix_notice_settings_wish_id"), "notice_settings", ["wish_id"], unique=False)


def downgrade() -> None:
    op.drop_table("notice_settings")
    op.drop_table("tellings")
    op.drop_table("held_answers")
