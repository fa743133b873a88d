"""Who classed a wish, when, and as what: a step of its course."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"

_BEFORE = (
    "'taken', 'handed-back', 'promised', 'moved', 'parked', 'came-back', 'declined', 'replied', 'done', 'claimed', "
    "'unclaimed', 'fulfilled', 'returned', 'reopened', 'same', 'withdrawn', 'unwithdrawn', 'to-mediator', "
    "'as-quarrel', 'no-quarrel', 'from-mediator', 'unmediated', 'unasked', 'gone', 'carried-over'"
)
_AFTER = _BEFORE.replace("'promised'", "'classed', 'promised'", 1)


def upgrade() -> None:
    with op.batch_alter_table("wish_steps", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("detail", sa.Text()))
        batch.drop_constraint(op.f("ck_wish_steps_step_known"), type_="check")
        batch.create_check_constraint(op.f("ck_wish_steps_step_known"), f"step IN ({_AFTER})")
        batch.create_check_constraint(
            op.f("ck_wish_steps_classed_as_something"), "(step = 'classed') = (detail IS NOT NULL)"
        )


def downgrade() -> None:
    """How a wish is classed stays; who did it is forgotten."""
    op.execute("DELETE FROM wish_steps WHERE step = 'classed'")
    with op.batch_alter_table("wish_steps", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(op.f("ck_wish_steps_classed_as_something"), type_="check")
        batch.drop_constraint(op.f("ck_wish_steps_step_known"), type_="check")
        batch.create_check_constraint(op.f("ck_wish_steps_step_known"), f"step IN ({_BEFORE})")
        batch.drop_column("detail")
