"""Voice notes: wishes that were spoken, and who wrote a line for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0007"
down_revision = "0006"

_OPEN = "state IN ('open', 'taken', 'promised') AND visibility <> 'committee' AND display = 'shown'"


def upgrade() -> None:
    with op.batch_alter_table("files") as batch:
        batch.add_column(sa.Column("length_s", sa.Integer(), nullable=True))
        batch.create_check_constraint(op.f("ck_files_length_s_positive"), "length_s IS NULL OR length_s > 0")
    op.drop_index("ix_wishes_open_public", "wishes")
    with op.batch_alter_table("wishes") as batch:
        batch.add_column(sa.Column("voice", sa.Text(), nullable=True))
        batch.add_column(sa.Column("voice_s", sa.Integer(), nullable=True))
        batch.create_foreign_key(op.f("fk_wishes_bot_id_voice"), "files", ["bot_id", "voice"], ["bot_id", "key"])
        batch.drop_constraint(op.f("ck_wishes_words_present"), type_="check")
        batch.create_check_constraint(op.f("ck_wishes_words_present"), "length(words) > 0 OR voice IS NOT NULL")
        batch.create_check_constraint(op.f("ck_wishes_voice_whole"), "(voice IS NULL) = (voice_s IS NULL)")
    _index_open_public(f"{_OPEN} AND words <> ''")
    _index("ix_wishes_without_words", ["bot_id", "estate_key", "id"], "words = ''")
    op.create_table(
        "transcripts",
        sa.Column("wish_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("corrected_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_transcripts_person_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_transcripts_wish_id")),
        sa.PrimaryKeyConstraint("wish_id", name=op.f("pk_transcripts")),
    )
    op.create_index(op.f("ix_transcripts_person_id"), "transcripts", ["person_id"], unique=False)


def downgrade() -> None:
    """A voice note still without words cannot be told in the older tables: it keeps a sign in their place."""
    op.drop_table("transcripts")
    op.drop_index("ix_wishes_without_words", "wishes")
    op.drop_index("ix_wishes_open_public", "wishes")
    # Nobody chose to have this shown: whoever had not been written down stays with the committee.
    op.execute("UPDATE wishes SET words = '…', words_folded = '…', visibility = 'committee' WHERE words = ''")
    with op.batch_alter_table("wishes") as batch:
        batch.drop_constraint(op.f("ck_wishes_voice_whole"), type_="check")
        batch.drop_constraint(op.f("ck_wishes_words_present"), type_="check")
        batch.create_check_constraint(op.f("ck_wishes_words_present"), "length(words) > 0")
        batch.drop_constraint(op.f("fk_wishes_bot_id_voice"), type_="foreignkey")
        batch.drop_column("voice_s")
        batch.drop_column("voice")
    _index_open_public(_OPEN)
    with op.batch_alter_table("files") as batch:
        batch.drop_constraint(op.f("ck_files_length_s_positive"), type_="check")
        batch.drop_column("length_s")


def _index_open_public(condition: str) -> None:
    _index("ix_wishes_open_public", ["bot_id", "estate_key", "id", "revision"], condition)


def _index(name: str, columns: list[str], condition: str) -> None:
    only = sa.text(condition)
    op.create_index(name, "wishes", columns, unique=False, sqlite_where=only, postgresql_where=only)
