"""Class and levels of wishes, days that were missed, unknown years; categories of one's own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0019"
down_revision = "0018"

_SHIPPED = "'repair', 'cleaning', 'safety', 'parking', 'noise', 'greenery', 'care', 'other'"
_OPEN_PUBLIC = (
    "state IN ('open', 'taken', 'promised', 'later', 'returned')"
    " AND visibility <> 'committee' AND display = 'shown' AND words <> ''"
)


def upgrade() -> None:
    _category("category_known", "category_present", "length(category) > 0")
    op.create_table(
        "triages",
        sa.Column("wish_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("levels", sa.Text(), nullable=False),
        sa.Column("demand_since", UtcDateTime(), nullable=True),
        sa.CheckConstraint("matter IN ('demand', 'talk', 'expression')", name=op.f("ck_triages_matter_known")),
        sa.CheckConstraint("length(levels) > 0", name=op.f("ck_triages_somebody_handles_it")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_triages_wish_id")),
        sa.PrimaryKeyConstraint("wish_id", name=op.f("pk_triages")),
    )
    op.create_table(
        "misses",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("noticed_at", UtcDateTime(), nullable=False),
        sa.Column("up_on", sa.Date(), nullable=True),
        sa.Column("level", sa.Text(), nullable=True),
        sa.Column("went_up_at", UtcDateTime(), nullable=True),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "what IN ('first-answer', 'decision', 'promise', 'returned')", name=op.f("ck_misses_what_known")
        ),
        sa.CheckConstraint("level IN ('committee', 'sub-district', 'above')", name=op.f("ck_misses_level_known")),
        sa.CheckConstraint("(level IS NULL) = (went_up_at IS NULL)", name=op.f("ck_misses_went_up_whole")),
        sa.CheckConstraint("settled OR up_on IS NOT NULL", name=op.f("ck_misses_waits_for_a_day")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_misses_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_misses")),
        sa.UniqueConstraint("wish_id", "due_on", name=op.f("uq_misses_wish_id_due_on")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_misses_up_on",
        "misses",
        ["bot_id", "up_on"],
        sqlite_where=sa.text("NOT settled"),
        postgresql_where=sa.text("NOT settled"),
    )
    op.create_table(
        "unknown_years",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "estate_key", "year", name=op.f("pk_unknown_years")),
    )


def downgrade() -> None:
    op.drop_table("unknown_years")
    op.drop_index("ix_misses_up_on", "misses")
    op.drop_table("misses")
    op.drop_table("triages")
    op.execute(f"UPDATE wishes SET category = 'other' WHERE category NOT IN ({_SHIPPED})")
    _category("category_present", "category_known", f"category IN ({_SHIPPED})")


def _category(gone: str, come: str, condition: str) -> None:
    """SQLite makes the table anew; the index over a condition that it would lose is made anew with it."""
    op.drop_index("ix_wishes_open_public", "wishes")
    with op.batch_alter_table("wishes", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f(f"ck_wishes_{gone}"), type_="check")
        batch.create_check_constraint(op.f(f"ck_wishes_{come}"), condition)
    only = sa.text(_OPEN_PUBLIC)
    columns = ["bot_id", "estate_key", "id", "revision"]
    op.create_index("ix_wishes_open_public", "wishes", columns, sqlite_where=only, postgresql_where=only)
