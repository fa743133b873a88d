"""The staff asks an author whether their wish is the same as another."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

SAME_WHOLE = "is_same IS NULL OR (same_as IS NOT NULL AND answered_at IS NOT NULL)"


def upgrade() -> None:
    wish_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.add_column(sa.Column("same_as", wish_id))
        table.add_column(sa.Column("is_same", sa.Boolean()))
        table.create_foreign_key(op.f("fk_questions_same_as"), "wishes", ["same_as"], ["id"])
        table.create_check_constraint(op.f("ck_questions_same_whole"), SAME_WHOLE)
        table.create_index(op.f("ix_questions_same_as"), ["same_as"])


def downgrade() -> None:
    with op.batch_alter_table("questions", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_index(op.f("ix_questions_same_as"))
        table.drop_constraint(op.f("ck_questions_same_whole"), type_="check")
        table.drop_constraint(op.f("fk_questions_same_as"), type_="foreignkey")
        table.drop_column("is_same")
        table.drop_column("same_as")
