"""Words are searched in simplified characters, whichever they were written in: what was folded before is folded anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.domain.script import simplified

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    fold(lambda words: simplified(words.casefold()))


def downgrade() -> None:
    fold(str.casefold)


def fold(folded) -> None:
    wishes = sa.table("wishes", sa.column("id"), sa.column("words"), sa.column("words_folded"))
    connection = op.get_bind()
    for row in connection.execute(sa.select(wishes.c.id, wishes.c.words)).all():
        connection.execute(sa.update(wishes).where(wishes.c.id == row.id).values(words_folded=folded(row.words)))
