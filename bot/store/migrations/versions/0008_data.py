"""Forgetting people, what is kept and for how long, and wishes of a whole building."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("people", sa.Column("seen_on", sa.Date(), nullable=True))
    op.create_index(op.f("ix_people_bot_id_seen_on"), "people", ["bot_id", "seen_on"], unique=False)
    op.execute("UPDATE people SET seen_on = CURRENT_DATE")
    op.create_table(
        "gathered",
        sa.Column("whole_id", BigKey, nullable=False),
        sa.Column("part_id", BigKey, nullable=False),
        sa.CheckConstraint("whole_id <> part_id", name=op.f("ck_gathered_two_wishes")),
        sa.ForeignKeyConstraint(["part_id"], ["wishes.id"], name=op.f("fk_gathered_part_id")),
        sa.ForeignKeyConstraint(["whole_id"], ["wishes.id"], name=op.f("fk_gathered_whole_id")),
        sa.PrimaryKeyConstraint("whole_id", "part_id", name=op.f("pk_gathered")),
    )
    op.create_index(op.f("ix_gathered_part_id"), "gathered", ["part_id"], unique=False)
    op.create_table(
        "forgotten",
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("chat_id", BigKey, nullable=True),
        sa.Column("forgotten_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_forgotten_chat_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_forgotten_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_forgotten")),
    )
    condition = sa.text("chat_id IS NOT NULL")
    op.create_index(
        "ix_forgotten_unfinished",
        "forgotten",
        ["person_id"],
        unique=False,
        sqlite_where=condition,
        postgresql_where=condition,
    )
    op.create_table(
        "discarded",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "sha256", name=op.f("pk_discarded")),
    )
    op.create_table(
        "rounds",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "name", name=op.f("pk_rounds")),
    )


def downgrade() -> None:
    for table in ("rounds", "discarded", "forgotten", "gathered"):
        op.drop_table(table)
    op.drop_index("ix_people_bot_id_seen_on", "people")
    op.drop_column("people", "seen_on")
