"""Claims: a later day that was asked for, once, and why; who left a group, and what that ends."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import UtcDateTime

revision = "0027"
down_revision = "0026"

_OUTCOMES = (
    "'confirmed', 'refused', 'unanswered', 'not-vouched', 'handed-back', 'called-off', 'released', 'overtaken'"
)
_ENDED = "outcome IS NULL OR (next_at IS NULL AND contact IS NULL{})"


def upgrade() -> None:
    op.add_column("residents", sa.Column("left_at", UtcDateTime()))
    with op.batch_alter_table("wish_claims", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("due_before", sa.Date()))
        batch.add_column(sa.Column("put_off_because", sa.Text()))
        batch.drop_constraint(op.f("ck_wish_claims_ended_whole"), type_="check")
        batch.create_check_constraint(
            op.f("ck_wish_claims_ended_whole"), _ENDED.format(" AND put_off_because IS NULL")
        )
        batch.create_check_constraint(
            op.f("ck_wish_claims_put_off_to_later"), "due_before IS NULL OR due_before < due_on"
        )
        batch.drop_constraint(op.f("ck_wish_claims_outcome_known"), type_="check")
        batch.create_check_constraint(op.f("ck_wish_claims_outcome_known"), f"outcome IN ({_OUTCOMES}, 'left')")


def downgrade() -> None:
    """The later day stands; which it was before, and why, is forgotten. Who left had no answer."""
    op.execute("UPDATE wish_claims SET outcome = 'unanswered' WHERE outcome = 'left'")
    with op.batch_alter_table("wish_claims", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_wish_claims_put_off_to_later"), type_="check")
        batch.drop_constraint(op.f("ck_wish_claims_ended_whole"), type_="check")
        batch.create_check_constraint(op.f("ck_wish_claims_ended_whole"), _ENDED.format(""))
        batch.drop_column("put_off_because")
        batch.drop_column("due_before")
        batch.drop_constraint(op.f("ck_wish_claims_outcome_known"), type_="check")
        batch.create_check_constraint(op.f("ck_wish_claims_outcome_known"), f"outcome IN ({_OUTCOMES})")
    op.drop_column("residents", "left_at")
