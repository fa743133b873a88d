"""Roles for a grid, a building or a stairwell; before, captains and residents alone had a building."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"

IN_PARTS = "'captain', 'volunteer', 'grid-worker', 'resident-moderator', 'committee-moderator', 'mediator', 'resident'"
OF_SOME = f"(building IS NULL AND grid_id IS NULL) OR role IN ({IN_PARTS})"
UNIT = "unit IS NULL OR building IS NOT NULL"
ONE_NODE = "building IS NULL OR grid_id IS NULL"
OF_WHOM = "building IS NULL OR role IN ('captain', 'resident')"
GRIDS = {"sqlite_where": sa.text("grid_id IS NOT NULL"), "postgresql_where": sa.text("grid_id IS NOT NULL")}


def upgrade() -> None:
    grid_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("role_grants", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("unit", sa.Text(), nullable=True))
        batch.add_column(sa.Column("grid_id", grid_id, nullable=True))
        batch.create_foreign_key(op.f("fk_role_grants_grid_id"), "place_grids", ["grid_id"], ["id"])
        batch.drop_constraint(op.f("ck_role_grants_building_of_whom"), type_="check")
        batch.create_check_constraint(op.f("ck_role_grants_scope_of_some"), OF_SOME)
        batch.create_check_constraint(op.f("ck_role_grants_unit_of_a_building"), UNIT)
        batch.create_check_constraint(op.f("ck_role_grants_scope_one_node"), ONE_NODE)
    op.create_index("ix_role_grants_grid_id", "role_grants", ["grid_id"], unique=False, **GRIDS)


def downgrade() -> None:
    """What the version before cannot say goes: a role for a part must not become one for all of the estate."""
    op.execute(
        "DELETE FROM role_grants WHERE grid_id IS NOT NULL OR unit IS NOT NULL"
        " OR (building IS NOT NULL AND role NOT IN ('captain', 'resident'))"
    )
    op.drop_index("ix_role_grants_grid_id", table_name="role_grants")
    with op.batch_alter_table("role_grants", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_role_grants_scope_one_node"), type_="check")
        batch.drop_constraint(op.f("ck_role_grants_unit_of_a_building"), type_="check")
        batch.drop_constraint(op.f("ck_role_grants_scope_of_some"), type_="check")
        batch.drop_constraint(op.f("fk_role_grants_grid_id"), type_="foreignkey")
        batch.create_check_constraint(op.f("ck_role_grants_building_of_whom"), OF_WHOM)
        batch.drop_column("grid_id")
        batch.drop_column("unit")
