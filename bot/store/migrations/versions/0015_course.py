"""The steps that wishes take; two more states: put off until a day, and reported done but sent back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0015"
down_revision = "0014"

_OLD_STATES = "'open', 'taken', 'promised', 'declined', 'answered', 'done', 'withdrawn'"
_STATES = "'open', 'taken', 'promised', 'later', 'returned', 'declined', 'answered', 'done', 'withdrawn'"
_SHOWN = "visibility <> 'committee' AND display = 'shown' AND words <> ''"
_STEPS = (
    "'taken', 'handed-back', 'promised', 'moved', 'parked', 'came-back', 'declined', 'replied', 'done', 'returned', "
    "'reopened', 'same', 'withdrawn', 'unwithdrawn', 'gone', 'carried-over'"
)


def upgrade() -> None:
    op.drop_index("ix_wishes_open_public", "wishes")
    _check(
        "wishes",
        {
            "state_known": f"state IN ({_STATES})",
            "promised_with_date": "state NOT IN ('promised', 'later', 'returned') OR next_date IS NOT NULL",
        },
    )
    _check(
        "answers",
        {
            "kind_known": "kind IN ('promise', 'decline', 'reply', 'done', 'later')",
            "promise_with_date": "(kind IN ('promise', 'later')) = (due_on IS NOT NULL)",
            "reason_given": "kind NOT IN ('decline', 'reply', 'later') OR length(words) > 0",
        },
    )
    _check("withdrawals", {"state_before_known": f"state_before IN ({_STATES})"})
    _open_public(f"state IN ('open', 'taken', 'promised', 'later', 'returned') AND {_SHOWN}")
    op.create_table(
        "wish_steps",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("mover", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("speaker_telegram_id", sa.BigInteger(), nullable=True),
        sa.Column("speaker_name", sa.Text(), nullable=True),
        sa.Column("speaker_body", sa.Text(), nullable=True),
        sa.Column("answer_id", BigKey, nullable=True),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.CheckConstraint(f"step IN ({_STEPS})", name=op.f("ck_wish_steps_step_known")),
        sa.CheckConstraint(f"state IN ({_STATES})", name=op.f("ck_wish_steps_state_known")),
        sa.CheckConstraint(
            "mover IN ('staff', 'author', 'affected', 'clock')", name=op.f("ck_wish_steps_mover_known")
        ),
        sa.CheckConstraint(
            "speaker_body IN ('committee', 'property', 'owners', 'moderator')",
            name=op.f("ck_wish_steps_speaker_body_known"),
        ),
        sa.CheckConstraint(
            "(mover = 'staff') = (speaker_name IS NOT NULL)", name=op.f("ck_wish_steps_staff_named")
        ),
        sa.CheckConstraint(
            "(speaker_name IS NULL) = (speaker_body IS NULL) AND (speaker_name IS NULL) = (speaker_telegram_id IS NULL)",
            name=op.f("ck_wish_steps_speaker_whole"),
        ),
        sa.ForeignKeyConstraint(["answer_id"], ["answers.id"], name=op.f("fk_wish_steps_answer_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_wish_steps_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish_steps")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_wish_steps_wish_id"), "wish_steps", ["wish_id"], unique=False)
    op.create_index(
        op.f("ix_wish_steps_speaker_telegram_id"), "wish_steps", ["speaker_telegram_id"], unique=False
    )
    # What came before is not known step by step: how each wish stands is where its course is played from.
    op.execute(
        "INSERT INTO wish_steps (wish_id, step, state, mover, at, next_date) "
        "SELECT id, 'carried-over', state, 'clock', filed_at, next_date FROM wishes WHERE state <> 'open' ORDER BY id"
    )


def downgrade() -> None:
    """What was put off counts as answered, what was sent back as in nobody's hands."""
    op.drop_table("wish_steps")
    op.drop_index("ix_wishes_open_public", "wishes")
    op.execute("UPDATE wishes SET state = 'answered', next_date = NULL WHERE state = 'later'")
    op.execute("UPDATE wishes SET state = 'promised' WHERE state = 'returned'")
    op.execute("UPDATE withdrawals SET state_before = 'open' WHERE state_before IN ('later', 'returned')")
    op.execute("UPDATE answers SET kind = 'reply', due_on = NULL WHERE kind = 'later'")
    _check(
        "wishes",
        {
            "state_known": f"state IN ({_OLD_STATES})",
            "promised_with_date": "state <> 'promised' OR next_date IS NOT NULL",
        },
    )
    _check(
        "answers",
        {
            "kind_known": "kind IN ('promise', 'decline', 'reply', 'done')",
            "promise_with_date": "(kind = 'promise') = (due_on IS NOT NULL)",
            "reason_given": "kind NOT IN ('decline', 'reply') OR length(words) > 0",
        },
    )
    _check("withdrawals", {"state_before_known": f"state_before IN ({_OLD_STATES})"})
    _open_public(f"state IN ('open', 'taken', 'promised') AND {_SHOWN}")


def _check(table: str, conditions: dict[str, str]) -> None:
    options = {} if table == "withdrawals" else {"table_kwargs": {"sqlite_autoincrement": True}}
    with op.batch_alter_table(table, **options) as batch:
        for name in conditions:
            batch.drop_constraint(op.f(f"ck_{table}_{name}"), type_="check")
        for name, condition in conditions.items():
            batch.create_check_constraint(op.f(f"ck_{table}_{name}"), condition)


def _open_public(condition: str) -> None:
    only = sa.text(condition)
    op.create_index(
        "ix_wishes_open_public",
        "wishes",
        ["bot_id", "estate_key", "id", "revision"],
        unique=False,
        sqlite_where=only,
        postgresql_where=only,
    )
