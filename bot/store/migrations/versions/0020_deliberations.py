"""Deliberations: what is asked, what was said, how it was tapped; and who sees a wish differently."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0020"
down_revision = "0019"

_BODIES = "IN ('committee', 'property', 'owners', 'moderator')"
_VOICES = "IN ('resident', 'committee', 'property', 'owners', 'developer', 'expert', 'department')"


def _index(name: str, table: str, columns: list[str], *, unique: bool = False, only: str | None = None) -> None:
    where = {} if only is None else {"sqlite_where": sa.text(only), "postgresql_where": sa.text(only)}
    op.create_index(op.f(name), table, columns, unique=unique, **where)


def upgrade() -> None:
    op.create_table(
        "deliberations",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("background", sa.Text(), nullable=False),
        sa.Column("agenda", sa.Text(), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("closes_at", UtcDateTime(), nullable=False),
        sa.Column("opener_id", BigKey, nullable=False),
        sa.Column("opener_name", sa.Text(), nullable=False),
        sa.Column("opener_body", sa.Text(), nullable=False),
        sa.Column("officer_telegram_id", sa.BigInteger(), nullable=True),
        sa.Column("officer_name", sa.Text(), nullable=True),
        sa.Column("officer_voice", sa.Text(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Text(), nullable=False),
        sa.Column("minutes_at", UtcDateTime(), nullable=True),
        sa.Column("minutes_by_id", BigKey, nullable=True),
        sa.Column("minutes_by_name", sa.Text(), nullable=True),
        sa.Column("minutes_by_body", sa.Text(), nullable=True),
        sa.Column("nags", sa.Integer(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("form IN ('council', 'coordination', 'hearing')", name=op.f("ck_deliberations_form_known")),
        sa.CheckConstraint(f"opener_body {_BODIES}", name=op.f("ck_deliberations_opener_body_known")),
        sa.CheckConstraint(f"officer_voice {_VOICES}", name=op.f("ck_deliberations_officer_voice_known")),
        sa.CheckConstraint(
            "outcome IN ('agreed', 'partly', 'not-agreed', 'handed-up')", name=op.f("ck_deliberations_outcome_known")
        ),
        sa.CheckConstraint(f"minutes_by_body {_BODIES}", name=op.f("ck_deliberations_minutes_by_body_known")),
        sa.CheckConstraint(
            "closed_at IS NOT NULL OR next_at IS NOT NULL", name=op.f("ck_deliberations_open_one_ends")
        ),
        sa.CheckConstraint("(outcome IS NULL) = (minutes_at IS NULL)", name=op.f("ck_deliberations_minutes_whole")),
        sa.CheckConstraint(
            "outcome IS NULL OR closed_at IS NOT NULL", name=op.f("ck_deliberations_minutes_after_its_end")
        ),
        sa.CheckConstraint(
            "(form = 'hearing') = (officer_name IS NOT NULL)", name=op.f("ck_deliberations_hearing_has_an_officer")
        ),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_deliberations_wish_id")),
        sa.ForeignKeyConstraint(["opener_id"], ["people.id"], name=op.f("fk_deliberations_opener_id")),
        sa.ForeignKeyConstraint(["minutes_by_id"], ["people.id"], name=op.f("fk_deliberations_minutes_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliberations")),
        sqlite_autoincrement=True,
    )
    _index("uq_deliberations_open", "deliberations", ["wish_id"], unique=True, only="closed_at IS NULL")
    _index("ix_deliberations_wish_id", "deliberations", ["wish_id"])
    _index("ix_deliberations_opener_id", "deliberations", ["opener_id"])
    _index("ix_deliberations_minutes_by_id", "deliberations", ["minutes_by_id"])
    _index("ix_deliberations_next_at", "deliberations", ["bot_id", "next_at"], only="next_at IS NOT NULL")
    op.create_table(
        "contributions",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("deliberation_id", BigKey, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("voice", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("said_at", UtcDateTime(), nullable=False),
        sa.Column("off_by", sa.Text(), nullable=True),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("replied_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "part IN ('argument', 'statement', 'note', 'question')", name=op.f("ck_contributions_part_known")
        ),
        sa.CheckConstraint(f"voice {_VOICES}", name=op.f("ck_contributions_voice_known")),
        sa.CheckConstraint("side IN ('for', 'against', 'neither')", name=op.f("ck_contributions_side_known")),
        sa.CheckConstraint("off_by IN ('author', 'staff')", name=op.f("ck_contributions_off_by_known")),
        sa.ForeignKeyConstraint(
            ["deliberation_id"], ["deliberations.id"], name=op.f("fk_contributions_deliberation_id")
        ),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_contributions_wish_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_contributions_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributions")),
        sa.UniqueConstraint("deliberation_id", "number", name=op.f("uq_contributions_deliberation_id_number")),
        sqlite_autoincrement=True,
    )
    _index("ix_contributions_wish_id", "contributions", ["wish_id"])
    _index("ix_contributions_person_id", "contributions", ["person_id"])
    op.create_table(
        "contribution_photos",
        sa.Column("contribution_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contributions.id"], name=op.f("fk_contribution_photos_contribution_id")
        ),
        sa.ForeignKeyConstraint(
            ["bot_id", "photo"], ["files.bot_id", "files.key"], name=op.f("fk_contribution_photos_bot_id_photo")
        ),
        sa.PrimaryKeyConstraint("contribution_id", "position", name=op.f("pk_contribution_photos")),
    )
    op.create_table(
        "contribution_taps",
        sa.Column("contribution_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("person_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("tap", sa.Text(), nullable=False),
        sa.Column("tapped_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("tap IN ('agree', 'disagree', 'pass')", name=op.f("ck_contribution_taps_tap_known")),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contributions.id"], name=op.f("fk_contribution_taps_contribution_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_contribution_taps_person_id")),
        sa.PrimaryKeyConstraint("contribution_id", "person_id", name=op.f("pk_contribution_taps")),
    )
    _index("ix_contribution_taps_person_id", "contribution_taps", ["person_id"])
    op.create_table(
        "dissents",
        sa.Column("wish_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("person_id", BigKey, autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("needed_from", sa.Integer(), nullable=False),
        sa.Column("pressed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_dissents_wish_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_dissents_person_id")),
        sa.PrimaryKeyConstraint("wish_id", "person_id", name=op.f("pk_dissents")),
    )
    _index("ix_dissents_person_id", "dissents", ["person_id"])


def downgrade() -> None:
    for table in ("dissents", "contribution_taps", "contribution_photos", "contributions", "deliberations"):
        op.drop_table(table)
