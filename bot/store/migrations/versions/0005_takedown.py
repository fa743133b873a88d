"""Wishes out of sight, withdrawn, added to; reports and what came of them; statements on cards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0005"
down_revision = "0004"

_BODIES = "IN ('committee', 'property', 'owners', 'moderator')"
_OPEN = "state IN ('open', 'taken', 'promised') AND visibility <> 'committee'"
_STATES = "'open', 'taken', 'promised', 'declined', 'answered', 'done'"
_ENDED = "'declined', 'answered', 'done'"
_DISPLAYS = "display IN ('shown', 'checking', 'removed')"


def upgrade() -> None:
    op.drop_index("ix_wishes_open_public", "wishes")
    display = sa.Column("display", sa.Text(), nullable=False, server_default=sa.text("'shown'"))
    changed = {
        "state_known": f"state IN ({_STATES}, 'withdrawn')",
        "ended_without_date": f"state NOT IN ({_ENDED}, 'withdrawn') OR next_date IS NULL",
    }
    _change_wishes(added=display, changed=changed)
    _open_public(f"{_OPEN} AND display = 'shown'")
    _reports()
    _takedowns()
    _statements()
    _additions()
    _withdrawals()


def downgrade() -> None:
    op.drop_table("withdrawals")
    op.drop_table("additions")
    op.drop_table("statements")
    op.drop_table("takedowns")
    op.drop_table("reports")
    op.drop_index("ix_wishes_open_public", "wishes")
    # What was out of sight must not come back into sight by an older program; what was withdrawn counts as answered.
    op.execute("UPDATE wishes SET visibility = 'committee' WHERE display <> 'shown' OR state = 'withdrawn'")
    op.execute("UPDATE wishes SET state = 'answered' WHERE state = 'withdrawn'")
    changed = {
        "state_known": f"state IN ({_STATES})",
        "ended_without_date": f"state NOT IN ({_ENDED}) OR next_date IS NULL",
    }
    _change_wishes(dropped="display", changed=changed)
    _open_public(_OPEN)


def _change_wishes(*, changed: dict[str, str], added: sa.Column[str] | None = None, dropped: str | None = None) -> None:
    with op.batch_alter_table("wishes", table_kwargs={"sqlite_autoincrement": True}) as batch:
        for name in changed:
            batch.drop_constraint(op.f(f"ck_wishes_{name}"), type_="check")
        if added is not None:
            batch.add_column(added)
            batch.create_check_constraint(op.f("ck_wishes_display_known"), _DISPLAYS)
        if dropped:
            batch.drop_constraint(op.f("ck_wishes_display_known"), type_="check")
            batch.drop_column(dropped)
        for name, condition in changed.items():
            batch.create_check_constraint(op.f(f"ck_wishes_{name}"), condition)


def _open_public(condition: str) -> None:
    op.create_index(
        "ix_wishes_open_public",
        "wishes",
        ["bot_id", "estate_key", "id", "revision"],
        unique=False,
        sqlite_where=sa.text(condition),
        postgresql_where=sa.text(condition),
    )


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("reported_at", UtcDateTime(), nullable=True),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("used_at IS NULL OR reported_at IS NOT NULL", name=op.f("ck_reports_used_was_reported")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_reports_person_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_reports_wish_id")),
        sa.PrimaryKeyConstraint("wish_id", "person_id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_person_id"), "reports", ["person_id"], unique=False)


def _takedowns() -> None:
    steps = "step IN ('folded', 'restored', 'removed', 'contested', 'upheld')"
    reasons = "reason IN ('private', 'insult', 'advertising', 'untrue', 'duplicate', 'other')"
    op.create_table(
        "takedowns",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("person_id", BigKey, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.CheckConstraint(steps, name=op.f("ck_takedowns_step_known")),
        sa.CheckConstraint(f"body {_BODIES}", name=op.f("ck_takedowns_body_known")),
        sa.CheckConstraint(reasons, name=op.f("ck_takedowns_reason_known")),
        sa.CheckConstraint(
            "(step = 'removed') = (reason IS NOT NULL)", name=op.f("ck_takedowns_removed_with_reason")
        ),
        sa.CheckConstraint("reason <> 'other' OR length(words) > 0", name=op.f("ck_takedowns_other_in_words")),
        sa.CheckConstraint("step <> 'contested' OR length(words) > 0", name=op.f("ck_takedowns_contested_in_words")),
        sa.CheckConstraint("step = 'folded' OR person_id IS NOT NULL", name=op.f("ck_takedowns_done_by_somebody")),
        sa.CheckConstraint("reports >= 0", name=op.f("ck_takedowns_reports_positive")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_takedowns_person_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_takedowns_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takedowns")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_takedowns_wish_id"), "takedowns", ["wish_id"], unique=False)
    op.create_index(op.f("ix_takedowns_person_id"), "takedowns", ["person_id"], unique=False)


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("speaker_telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("speaker_name", sa.Text(), nullable=False),
        sa.Column("speaker_body", sa.Text(), nullable=False),
        sa.Column("speaker_id", BigKey, nullable=False),
        sa.Column("stated_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(f"speaker_body {_BODIES}", name=op.f("ck_statements_speaker_body_known")),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_statements_words_present")),
        sa.ForeignKeyConstraint(["speaker_id"], ["people.id"], name=op.f("fk_statements_speaker_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_statements_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_statements_wish_id"), "statements", ["wish_id"], unique=False)


def _additions() -> None:
    op.create_table(
        "additions",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=True),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_additions_words_present")),
        sa.ForeignKeyConstraint(
            ["bot_id", "photo"], ["files.bot_id", "files.key"], name=op.f("fk_additions_bot_id_photo")
        ),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_additions_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_additions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_additions_wish_id"), "additions", ["wish_id"], unique=False)


def _withdrawals() -> None:
    op.create_table(
        "withdrawals",
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=False),
        sa.Column("state_before", sa.Text(), nullable=False),
        sa.Column("next_date_before", sa.Date(), nullable=True),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "reason IN ('solved', 'mistake', 'no-more', 'other')", name=op.f("ck_withdrawals_reason_known")
        ),
        sa.CheckConstraint(
            f"state_before IN ({_STATES}, 'withdrawn')", name=op.f("ck_withdrawals_state_before_known")
        ),
        sa.CheckConstraint(
            "reason IS NULL OR reason <> 'other' OR length(words) > 0", name=op.f("ck_withdrawals_other_in_words")
        ),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_withdrawals_wish_id")),
        sa.PrimaryKeyConstraint("wish_id", name=op.f("pk_withdrawals")),
    )
    condition = sa.text("told_at IS NULL")
    op.create_index(
        "ix_withdrawals_untold",
        "withdrawals",
        ["bot_id", "withdrawn_at"],
        unique=False,
        sqlite_where=condition,
        postgresql_where=condition,
    )
