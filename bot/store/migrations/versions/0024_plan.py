"""The plan: items into which wishes merge, what is posted of it, the year's list and the quarterly review."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0024"
down_revision = "0023"

_BODIES = "'committee', 'property', 'owners', 'moderator'"


def upgrade() -> None:
    op.create_table(
        "items",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("funding", JsonText(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("tier IN ('now', 'soon', 'later')", name=op.f("ck_items_tier_known")),
        sa.CheckConstraint(f"owner IN ({_BODIES})", name=op.f("ck_items_owner_known")),
        sa.CheckConstraint(
            "state IN ('planned', 'under-way', 'done', 'dropped')", name=op.f("ck_items_state_known")
        ),
        sa.CheckConstraint("day IS NOT NULL OR tier = 'later'", name=op.f("ck_items_a_day_but_later")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_items")),
        sa.UniqueConstraint("bot_id", "estate_key", "number", name=op.f("uq_items_bot_id_estate_key_number")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "item_wishes",
        sa.Column("item_id", BigKey, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("living", sa.Boolean(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_item_wishes_item_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_item_wishes_wish_id")),
        sa.PrimaryKeyConstraint("item_id", "wish_id", name=op.f("pk_item_wishes")),
    )
    op.create_index(op.f("ix_item_wishes_wish_id"), "item_wishes", ["wish_id"], unique=False)
    op.create_index(
        "uq_item_wishes_living",
        "item_wishes",
        ["wish_id"],
        unique=True,
        sqlite_where=sa.text("living"),
        postgresql_where=sa.text("living"),
    )
    op.create_table(
        "item_steps",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", BigKey, nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_id", BigKey, nullable=True),
        sa.Column("by_name", sa.Text(), nullable=True),
        sa.Column("by_body", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("before", sa.Date(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "move IN ('made', 'changed', 'moved', 'wishes', 'begun', 'back', 'done', 'dropped', 'resumed')",
            name=op.f("ck_item_steps_move_known"),
        ),
        sa.CheckConstraint(f"by_body IN ({_BODIES})", name=op.f("ck_item_steps_by_body_known")),
        sa.CheckConstraint(
            "(by_id IS NULL) = (by_name IS NULL) AND (by_id IS NULL) = (by_body IS NULL)",
            name=op.f("ck_item_steps_by_somebody_whole"),
        ),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_item_steps_by_id")),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_item_steps_item_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_steps")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_item_steps_by_id"), "item_steps", ["by_id"], unique=False)
    op.create_index(op.f("ix_item_steps_item_id"), "item_steps", ["item_id"], unique=False)
    op.create_table(
        "plan_news",
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("bot_id", "estate_key", name=op.f("uq_plan_news_bot_id_estate_key")),
    )
    op.create_table(
        "plan_posts",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_posts")),
        sa.UniqueConstraint("bot_id", "estate_key", "day", name=op.f("uq_plan_posts_bot_id_estate_key_day")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "plan_publications",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said", JsonText(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_id", BigKey, nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('year', 'review')", name=op.f("ck_plan_publications_kind_known")),
        sa.CheckConstraint(f"by_body IN ({_BODIES})", name=op.f("ck_plan_publications_by_body_known")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_plan_publications_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_publications")),
        sa.UniqueConstraint(
            "bot_id",
            "estate_key",
            "kind",
            "period",
            name=op.f("uq_plan_publications_bot_id_estate_key_kind_period"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_plan_publications_by_id"), "plan_publications", ["by_id"], unique=False)


def downgrade() -> None:
    op.drop_table("plan_publications")
    op.drop_table("plan_posts")
    op.drop_table("plan_news")
    op.drop_table("item_steps")
    op.drop_table("item_wishes")
    op.drop_table("items")
