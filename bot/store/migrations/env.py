"""How Alembic runs: on the connection, and inside the transaction, that `bot.store.revisions` brings along."""

from __future__ import annotations

from typing import Any

from alembic import context

from bot.store.tables import metadata

_told = context.config.attributes.get("on_step")


def _step_taken(ctx: Any, step: Any, heads: Any, run_args: Any) -> None:
    """Alembic calls it after each revision, by these names; `step` is its MigrationInfo."""
    if _told is not None:
        _told(step.up_revision_id or "")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
    compare_type=True,
    on_version_apply=_step_taken,
)
with context.begin_transaction():
    context.run_migrations()
