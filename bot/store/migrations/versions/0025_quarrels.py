"""Quarrels between neighbours, with a mediator alone; the steps they bring into the course."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0025"
down_revision = "0024"

_OLD_STEPS = (
    "'taken', 'handed-back', 'promised', 'moved', 'parked', 'came-back', 'declined', 'replied', 'done', 'claimed', "
    "'unclaimed', 'fulfilled', 'returned', 'reopened', 'same', 'withdrawn', 'unwithdrawn', 'gone', 'carried-over'"
)
_STEPS = (
    "'taken', 'handed-back', 'promised', 'moved', 'parked', 'came-back', 'declined', 'replied', 'done', 'claimed', "
    "'unclaimed', 'fulfilled', 'returned', 'reopened', 'same', 'withdrawn', 'unwithdrawn', 'to-mediator', "
    "'as-quarrel', 'no-quarrel', 'from-mediator', 'unmediated', 'unasked', 'gone', 'carried-over'"
)
_OLD_MOVERS = "'staff', 'author', 'affected', 'claimer', 'clock'"
_MOVERS = "'staff', 'author', 'affected', 'mediator', 'claimer', 'clock'"
_OURS = "'to-mediator', 'as-quarrel', 'no-quarrel', 'from-mediator', 'unmediated', 'unasked'"


def _key() -> sa.BigInteger:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _known(steps=_STEPS, movers=_MOVERS)
    op.create_table(
        "quarrels",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", _key(), nullable=False),
        sa.Column("author_id", _key(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=True),
        sa.Column("where_named", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("filed_at", UtcDateTime(), nullable=False),
        sa.Column("moved_at", UtcDateTime(), nullable=False),
        sa.Column("mediator_id", _key(), nullable=True),
        sa.Column("mediator_name", sa.Text(), nullable=False),
        sa.Column("time", sa.Text(), nullable=False),
        sa.Column("nudges", sa.Integer(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("phase IN ('asked', 'waiting', 'taken')", name=op.f("ck_quarrels_phase_known")),
        sa.CheckConstraint(
            "outcome IN ('settled', 'not-settled', 'withdrawn', 'declined', 'referred', 'given-back', 'forgotten')",
            name=op.f("ck_quarrels_outcome_known"),
        ),
        sa.CheckConstraint("nudges >= 0", name=op.f("ck_quarrels_nudges_positive")),
        sa.CheckConstraint(
            "outcome IS NOT NULL OR (phase = 'taken') = (mediator_id IS NOT NULL)",
            name=op.f("ck_quarrels_taken_by_somebody"),
        ),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_quarrels_wish_id")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_quarrels_author_id")),
        sa.ForeignKeyConstraint(["mediator_id"], ["people.id"], name=op.f("fk_quarrels_mediator_id")),
        sa.ForeignKeyConstraint(
            ["bot_id", "photo"], ["files.bot_id", "files.key"], name=op.f("fk_quarrels_bot_id_photo")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarrels")),
        sqlite_autoincrement=True,
    )
    _index("uq_quarrels_open", ["wish_id"], "outcome IS NULL", unique=True)
    for column in ("wish_id", "author_id", "mediator_id"):
        op.create_index(op.f(f"ix_quarrels_{column}"), "quarrels", [column])
    op.create_index(op.f("ix_quarrels_bot_id_photo"), "quarrels", ["bot_id", "photo"])
    op.create_index("uq_quarrels_code", "quarrels", ["bot_id", "code"], unique=True)
    _index("ix_quarrels_next_at", ["bot_id", "next_at"], "next_at IS NOT NULL")
    op.create_table(
        "quarrel_sides",
        sa.Column("quarrel_id", _key(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("person_id", _key(), nullable=True),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("at_door", sa.Boolean(), nullable=False),
        sa.Column("agrees", sa.Boolean(), nullable=True),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("time_fits", sa.Boolean(), nullable=True),
        sa.Column("holds", sa.Boolean(), nullable=True),
        sa.CheckConstraint("side IN ('author', 'other')", name=op.f("ck_quarrel_sides_side_known")),
        sa.ForeignKeyConstraint(["quarrel_id"], ["quarrels.id"], name=op.f("fk_quarrel_sides_quarrel_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_quarrel_sides_person_id")),
        sa.PrimaryKeyConstraint("quarrel_id", "side", name=op.f("pk_quarrel_sides")),
    )
    op.create_index(op.f("ix_quarrel_sides_person_id"), "quarrel_sides", ["person_id"])


def downgrade() -> None:
    """What was with a mediator stays out of everybody's sight: nothing of it comes back into a wish."""
    op.drop_table("quarrel_sides")
    op.drop_table("quarrels")
    op.execute("UPDATE wishes SET words = '—' WHERE words = '——'")
    op.execute(f"UPDATE wish_steps SET step = 'carried-over', mover = 'clock' WHERE step IN ({_OURS})")
    _known(steps=_OLD_STEPS, movers=_OLD_MOVERS)


def _known(*, steps: str, movers: str) -> None:
    with op.batch_alter_table("wish_steps", table_kwargs={"sqlite_autoincrement": True}) as batch:
        for name, condition in (("step", f"step IN ({steps})"), ("mover", f"mover IN ({movers})")):
            batch.drop_constraint(op.f(f"ck_wish_steps_{name}_known"), type_="check")
            batch.create_check_constraint(op.f(f"ck_wish_steps_{name}_known"), condition)


def _index(name: str, columns: list[str], condition: str, *, unique: bool = False) -> None:
    only = sa.text(condition)
    op.create_index(name, "quarrels", columns, unique=unique, sqlite_where=only, postgresql_where=only)
