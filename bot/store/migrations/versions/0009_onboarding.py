"""How groups come to belong to estates, whether wishes are taken, second thoughts, and wishes that say the same."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    _card_presses()
    _duplicates()
    _onboardings()
    _intakes()
    _trial_hands()


def downgrade() -> None:
    for table in ("trial_hands", "intakes", "onboardings", "duplicates", "card_presses"):
        op.drop_table(table)


def _card_presses() -> None:
    op.create_table(
        "card_presses",
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("button", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("pressed_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "button IN ('join', 'support', 'help', 'thanks')", name=op.f("ck_card_presses_button_known")
        ),
        sa.CheckConstraint(
            "outcome IN ('counted', 'taken-back', 'asked')", name=op.f("ck_card_presses_outcome_known")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_card_presses_person_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_card_presses_wish_id")),
        sa.PrimaryKeyConstraint("wish_id", "person_id", "button", name=op.f("pk_card_presses")),
    )
    op.create_index(op.f("ix_card_presses_person_id"), "card_presses", ["person_id"], unique=False)


def _duplicates() -> None:
    op.create_table(
        "duplicates",
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("of_wish_id", BigKey, nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.CheckConstraint("wish_id <> of_wish_id", name=op.f("ck_duplicates_of_another")),
        sa.ForeignKeyConstraint(["of_wish_id"], ["wishes.id"], name=op.f("fk_duplicates_of_wish_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_duplicates_wish_id")),
        sa.PrimaryKeyConstraint("wish_id", name=op.f("pk_duplicates")),
    )
    op.create_index(op.f("ix_duplicates_of_wish_id"), "duplicates", ["of_wish_id"], unique=False)


def _onboardings() -> None:
    steps = "'purpose', 'estate', 'building', 'grid', 'confirm', 'later', 'asked', 'refused', 'bound', 'back'"
    op.create_table(
        "onboardings",
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("invited_by", BigKey, nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("estate_key", sa.Text(), nullable=True),
        sa.Column("building", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("door", sa.Text(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("asked_by", BigKey, nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("refused_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(f"step IN ({steps})", name=op.f("ck_onboardings_step_known")),
        sa.CheckConstraint("purpose IN ('building', 'staff')", name=op.f("ck_onboardings_purpose_known")),
        sa.CheckConstraint(
            "(asked_by IS NULL) = (asked_at IS NULL)", name=op.f("ck_onboardings_asked_whole")
        ),
        sa.CheckConstraint(
            "step <> 'asked' OR asked_by IS NOT NULL", name=op.f("ck_onboardings_asked_by_somebody")
        ),
        sa.CheckConstraint("page >= 0", name=op.f("ck_onboardings_page_positive")),
        sa.ForeignKeyConstraint(["asked_by"], ["people.id"], name=op.f("fk_onboardings_asked_by")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_onboardings_chat_id")),
        sa.ForeignKeyConstraint(["invited_by"], ["people.id"], name=op.f("fk_onboardings_invited_by")),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_onboardings")),
    )
    op.create_index(op.f("ix_onboardings_asked_by"), "onboardings", ["asked_by"], unique=False)
    op.create_index(op.f("ix_onboardings_invited_by"), "onboardings", ["invited_by"], unique=False)


def _intakes() -> None:
    op.create_table(
        "intakes",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("last_act_at", UtcDateTime(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=True),
        sa.Column("warned_at", UtcDateTime(), nullable=True),
        sa.Column("paused_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('trial', 'open', 'paused')", name=op.f("ck_intakes_state_known")),
        sa.CheckConstraint(
            "(state = 'paused') = (paused_at IS NOT NULL)", name=op.f("ck_intakes_paused_whole")
        ),
        sa.CheckConstraint("state = 'trial' OR opened_at IS NOT NULL", name=op.f("ck_intakes_opened_once")),
        sa.PrimaryKeyConstraint("bot_id", "estate_key", name=op.f("pk_intakes")),
    )


def _trial_hands() -> None:
    op.create_table(
        "trial_hands",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_trial_hands_person_id")),
        sa.PrimaryKeyConstraint("bot_id", "estate_key", "person_id", name=op.f("pk_trial_hands")),
    )
    op.create_index(op.f("ix_trial_hands_person_id"), "trial_hands", ["person_id"], unique=False)
