"""Somebody can be made a resident of a building by a role; before, whoever was in none of its groups was unknown."""

from __future__ import annotations

from alembic import op

revision = "0040"
down_revision = "0038"

OTHERS = (
    "'captain', 'volunteer', 'grid-worker', 'resident-moderator', 'committee-moderator', 'committee', 'property', "
    "'owners', 'liaison', 'mediator', 'organisation', 'auditor', 'administrator'"
)


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


def downgrade() -> None:
    op.execute("DELETE FROM role_grants WHERE role = 'resident'")
    with op.batch_alter_table("role_grants", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_role_grants_residents_live_somewhere"), type_="check")
        batch.drop_constraint(op.f("ck_role_grants_building_of_whom"), type_="check")
        batch.drop_constraint(op.f("ck_role_grants_role_known"), type_="check")
        batch.create_check_constraint(op.f("ck_role_grants_role_known"), f"role IN ({OTHERS})")
        batch.create_check_constraint(
            op.f("ck_role_grants_building_of_captains"), "building IS NULL OR role = 'captain'"
        )
