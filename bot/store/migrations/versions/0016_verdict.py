"""What those affected are asked about wishes that were reported done, and what each of them says."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "askings",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("answer_id", BigKey, nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("closes_at", UtcDateTime(), nullable=False),
        sa.Column("reopen_until", UtcDateTime(), nullable=True),
        sa.Column("return_at", UtcDateTime(), nullable=True),
        sa.Column("again_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("next_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("round IN ('first', 'again')", name=op.f("ck_askings_round_known")),
        sa.CheckConstraint(
            "outcome IN ('heard', 'nobody', 'returned', 'overtaken')", name=op.f("ck_askings_outcome_known")
        ),
        sa.CheckConstraint("outcome IS NOT NULL OR next_at IS NOT NULL", name=op.f("ck_askings_open_one_ends")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_askings_wish_id")),
        sa.ForeignKeyConstraint(["answer_id"], ["answers.id"], name=op.f("fk_askings_answer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_askings")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_askings_answer_id"), "askings", ["answer_id"], unique=False)
    op.create_index("ix_askings_wish_id", "askings", ["wish_id"], unique=False)
    open_ = sa.text("outcome IS NULL")
    op.create_index(
        "uq_askings_open", "askings", ["wish_id"], unique=True, sqlite_where=open_, postgresql_where=open_
    )
    waiting = sa.text("next_at IS NOT NULL")
    op.create_index(
        "ix_askings_next_at",
        "askings",
        ["bot_id", "next_at"],
        unique=False,
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
    op.create_table(
        "verdicts",
        sa.Column("asking_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("person_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("is_author", sa.Boolean(), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=True),
        sa.Column("found_at", UtcDateTime(), nullable=True),
        sa.Column("broke_at", UtcDateTime(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=True),
        sa.Column("may_contact", sa.Boolean(), nullable=True),
        sa.Column("told_how", sa.Boolean(), nullable=False),
        sa.CheckConstraint("finding IN ('fixed', 'half', 'not-yet', 'unclear')", name=op.f("ck_verdicts_finding_known")),
        sa.CheckConstraint("(finding IS NULL) = (found_at IS NULL)", name=op.f("ck_verdicts_found_at_a_moment")),
        sa.CheckConstraint("finding IS NULL OR reached", name=op.f("ck_verdicts_who_answers_was_reached")),
        sa.ForeignKeyConstraint(["asking_id"], ["askings.id"], name=op.f("fk_verdicts_asking_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_verdicts_person_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_verdicts_wish_id")),
        sa.ForeignKeyConstraint(
            ["bot_id", "photo"], ["files.bot_id", "files.key"], name=op.f("fk_verdicts_bot_id_photo")
        ),
        sa.PrimaryKeyConstraint("asking_id", "person_id", name=op.f("pk_verdicts")),
    )
    op.create_index(op.f("ix_verdicts_person_id"), "verdicts", ["person_id"], unique=False)
    op.create_index(op.f("ix_verdicts_wish_id"), "verdicts", ["wish_id"], unique=False)


def downgrade() -> None:
    op.drop_table("verdicts")
    op.drop_table("askings")
