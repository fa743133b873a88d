"""Residents by a role; and what officers did with sign-ups, things, functions of groups and plans, from now on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0039"
down_revision = "0038"

OTHERS = (
    "'captain', 'volunteer', 'grid-worker', 'resident-moderator', 'committee-moderator', 'committee', 'property', "
    "'owners', 'liaison', 'mediator', 'organisation', 'auditor', 'administrator'"
)
BODIES = "'committee', 'property', 'owners', 'moderator'"
FUNCTIONS = "'wishes', 'support', 'claims', 'signups', 'polls', 'broadcasts'"
WHOLE = "(removed_by_name IS NULL) = (removed_by_body IS NULL)"


def upgrade() -> None:
    with op.batch_alter_table("role_grants", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_role_grants_role_known"), type_="check")
        batch.drop_constraint(op.f("ck_role_grants_building_of_captains"), type_="check")
        batch.create_check_constraint(op.f("ck_role_grants_role_known"), f"role IN ({OTHERS}, 'resident')")
        batch.create_check_constraint(
            op.f("ck_role_grants_building_of_whom"), "building IS NULL OR role IN ('captain', 'resident')"
        )
        batch.create_check_constraint(
            op.f("ck_role_grants_residents_live_somewhere"), "role <> 'resident' OR building IS NOT NULL"
        )
    with op.batch_alter_table("things", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("removed_by_name", sa.Text(), nullable=True))
        batch.add_column(sa.Column("removed_by_body", sa.Text(), nullable=True))
        batch.create_check_constraint(op.f("ck_things_removed_by_body_known"), f"removed_by_body IN ({BODIES})")
        batch.create_check_constraint(op.f("ck_things_removed_by_somebody_whole"), WHOLE)
    op.create_table(
        "signup_steps",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("signup_id", BigKey, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.CheckConstraint("step IN ('opened', 'changed', 'cancelled')", name=op.f("ck_signup_steps_step_known")),
        sa.CheckConstraint(f"by_body IN ({BODIES})", name=op.f("ck_signup_steps_by_body_known")),
        sa.ForeignKeyConstraint(["signup_id"], ["signups.id"], name=op.f("fk_signup_steps_signup_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signup_steps")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_signup_steps_signup_id"), "signup_steps", ["signup_id"], unique=False)
    op.create_table(
        "function_switches",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=True),
        sa.CheckConstraint(f"function IN ({FUNCTIONS})", name=op.f("ck_function_switches_function_known")),
        sa.CheckConstraint(f"by_body IN ({BODIES})", name=op.f("ck_function_switches_by_body_known")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_function_switches_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_function_switches")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_function_switches_bot_id_estate_key"), "function_switches", ["bot_id", "estate_key"], unique=False
    )
    op.create_index(op.f("ix_function_switches_chat_id"), "function_switches", ["chat_id"], unique=False)
    op.create_table(
        "planned_agreements",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("planned_id", BigKey, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.CheckConstraint(f"by_body IN ({BODIES})", name=op.f("ck_planned_agreements_by_body_known")),
        sa.ForeignKeyConstraint(
            ["planned_id"], ["planned_broadcasts.id"], name=op.f("fk_planned_agreements_planned_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_agreements")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_planned_agreements_planned_id"), "planned_agreements", ["planned_id"], unique=False)


def downgrade() -> None:
    op.drop_table("planned_agreements")
    op.drop_table("function_switches")
    op.drop_table("signup_steps")
    with op.batch_alter_table("things", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_things_removed_by_somebody_whole"), type_="check")
        batch.drop_constraint(op.f("ck_things_removed_by_body_known"), type_="check")
        batch.drop_column("removed_by_body")
        batch.drop_column("removed_by_name")
    op.execute("DELETE FROM role_grants WHERE role = 'resident'")
    with op.batch_alter_table("role_grants", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_role_grants_residents_live_somewhere"), type_="check")
        batch.drop_constraint(op.f("ck_role_grants_building_of_whom"), type_="check")
        batch.drop_constraint(op.f("ck_role_grants_role_known"), type_="check")
        batch.create_check_constraint(op.f("ck_role_grants_role_known"), f"role IN ({OTHERS})")
        batch.create_check_constraint(
            op.f("ck_role_grants_building_of_captains"), "building IS NULL OR role = 'captain'"
        )
