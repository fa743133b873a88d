"""The desk: when the list of the morning is due, and what was passed on to which body."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0017"
down_revision = "0016"

_BODIES = "IN ('committee', 'property', 'owners', 'moderator')"


def upgrade() -> None:
    op.create_table(
        "mornings",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.CheckConstraint("since < next_at", name=op.f("ck_mornings_next_later")),
        sa.PrimaryKeyConstraint("bot_id", "estate_key", name=op.f("pk_mornings")),
    )
    op.create_table(
        "referrals",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("by_id", BigKey, nullable=False),
        sa.Column("by_telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.Column("to_body", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("passed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(f"by_body {_BODIES}", name=op.f("ck_referrals_by_body_known")),
        sa.CheckConstraint(f"to_body {_BODIES}", name=op.f("ck_referrals_to_body_known")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_referrals_wish_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_referrals_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_referrals_wish_id"), "referrals", ["wish_id"], unique=False)
    op.create_index(op.f("ix_referrals_by_id"), "referrals", ["by_id"], unique=False)


def downgrade() -> None:
    op.drop_table("referrals")
    op.drop_table("mornings")
