"""The last contact with Telegram, and the line that was said of the last time without."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import UtcDateTime

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("met_at", UtcDateTime(), nullable=False),
        sa.Column("away_since", UtcDateTime(), nullable=True),
        sa.Column("away_until", UtcDateTime(), nullable=True),
        sa.Column("said_at", UtcDateTime(), nullable=True),
        sa.Column("several", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "(said_at IS NULL) = (away_since IS NULL) AND (said_at IS NULL) = (away_until IS NULL)",
            name=op.f("ck_contacts_said_whole"),
        ),
        sa.PrimaryKeyConstraint("bot_id", name=op.f("pk_contacts")),
    )


def downgrade() -> None:
    op.drop_table("contacts")
