"""The list of services, how often they are used, questions about them; and the card of phone numbers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0028"
down_revision = "0027"

_BODIES = "'committee', 'property', 'owners', 'moderator'"


def upgrade() -> None:
    op.create_table(
        "services",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("provider_body", sa.Text(), nullable=True),
        sa.Column("provider_name", sa.Text(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("apply", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("listed_on", sa.Date(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("by_id", BigKey, nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.CheckConstraint(f"provider_body IN ({_BODIES})", name=op.f("ck_services_provider_body_known")),
        sa.CheckConstraint("duty IN ('must', 'may')", name=op.f("ck_services_duty_known")),
        sa.CheckConstraint(f"by_body IN ({_BODIES})", name=op.f("ck_services_by_body_known")),
        sa.CheckConstraint(
            "provider_body IS NOT NULL OR provider_name <> ''", name=op.f("ck_services_one_provider")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_services_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_services")),
        sa.UniqueConstraint("bot_id", "estate_key", "number", name=op.f("uq_services_bot_id_estate_key_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_services_by_id"), "services", ["by_id"], unique=False)
    op.create_table(
        "service_uses",
        sa.Column("service_id", BigKey, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.CheckConstraint("uses > 0", name=op.f("ck_service_uses_used")),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], name=op.f("fk_service_uses_service_id")),
        sa.PrimaryKeyConstraint("service_id", "day", name=op.f("pk_service_uses")),
    )
    op.create_table(
        "service_openings",
        sa.Column("service_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], name=op.f("fk_service_openings_service_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_service_openings_person_id")),
        sa.PrimaryKeyConstraint("service_id", "person_id", "day", name=op.f("pk_service_openings")),
    )
    op.create_index(op.f("ix_service_openings_person_id"), "service_openings", ["person_id"], unique=False)
    op.create_index(op.f("ix_service_openings_day"), "service_openings", ["day"], unique=False)
    op.create_table(
        "service_questions",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("service_id", BigKey, nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("asker_id", BigKey, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("out_at", UtcDateTime(), nullable=True),
        sa.Column("by_id", BigKey, nullable=True),
        sa.Column("by_name", sa.Text(), nullable=True),
        sa.Column("by_body", sa.Text(), nullable=True),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'held', 'out')", name=op.f("ck_service_questions_state_known")),
        sa.CheckConstraint(f"by_body IN ({_BODIES})", name=op.f("ck_service_questions_by_body_known")),
        sa.CheckConstraint(
            "(state = 'open') = (answer IS NULL) AND (answer IS NULL) = (answered_at IS NULL)"
            " AND (answer IS NULL) = (out_at IS NULL) AND (answer IS NULL) = (by_id IS NULL)"
            " AND (answer IS NULL) = (by_name IS NULL) AND (answer IS NULL) = (by_body IS NULL)",
            name=op.f("ck_service_questions_answered_whole"),
        ),
        sa.CheckConstraint("state = 'out' OR NOT told", name=op.f("ck_service_questions_told_once_out")),
        sa.ForeignKeyConstraint(["service_id"], ["services.id"], name=op.f("fk_service_questions_service_id")),
        sa.ForeignKeyConstraint(["asker_id"], ["people.id"], name=op.f("fk_service_questions_asker_id")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_service_questions_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_questions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_service_questions_asker_id"), "service_questions", ["asker_id"], unique=False)
    op.create_index(op.f("ix_service_questions_bot_id_state_out_at"), "service_questions", ["bot_id", "state", "out_at"], unique=False)
    op.create_index(op.f("ix_service_questions_by_id"), "service_questions", ["by_id"], unique=False)
    op.create_index(op.f("ix_service_questions_service_id"), "service_questions", ["service_id"], unique=False)
    op.create_table(
        "phones",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("by_id", BigKey, nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.CheckConstraint(f"by_body IN ({_BODIES})", name=op.f("ck_phones_by_body_known")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_phones_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phones")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_phones_bot_id_estate_key"), "phones", ["bot_id", "estate_key"], unique=False)
    op.create_index(op.f("ix_phones_by_id"), "phones", ["by_id"], unique=False)
    op.create_table(
        "service_reviews",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "estate_key", name=op.f("pk_service_reviews")),
    )


def downgrade() -> None:
    op.drop_table("service_reviews")
    op.drop_table("phones")
    op.drop_table("service_questions")
    op.drop_table("service_openings")
    op.drop_table("service_uses")
    op.drop_table("services")
