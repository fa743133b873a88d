"""Claims: who does what for whom until when; which offers were asked about; the steps they bring into the course."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0021"
down_revision = "0020"

_OLD_STEPS = (
    "'taken', 'handed-back', 'promised', 'moved', 'parked', 'came-back', 'declined', 'replied', 'done', 'returned', "
    "'reopened', 'same', 'withdrawn', 'unwithdrawn', 'gone', 'carried-over'"
)
_STEPS = (
    "'taken', 'handed-back', 'promised', 'moved', 'parked', 'came-back', 'declined', 'replied', 'done', 'claimed', "
    "'unclaimed', 'fulfilled', 'returned', 'reopened', 'same', 'withdrawn', 'unwithdrawn', 'gone', 'carried-over'"
)
_OLD_MOVERS = "'staff', 'author', 'affected', 'clock'"
_MOVERS = "'staff', 'author', 'affected', 'claimer', 'clock'"


def _key() -> sa.BigInteger:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _known(steps=_STEPS, movers=_MOVERS)
    op.create_table(
        "wish_claims",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("wish_id", _key(), nullable=False),
        sa.Column("claimer_id", _key(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("helpers", sa.Text(), nullable=False),
        sa.Column("firm", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("claimed_at", UtcDateTime(), nullable=False),
        sa.Column("enters_home", sa.Boolean(), nullable=False),
        sa.Column("needs_word", sa.Boolean(), nullable=False),
        sa.Column("word_given", sa.Boolean(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("phase_at", UtcDateTime(), nullable=False),
        sa.Column("nudges", sa.Integer(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=True),
        sa.Column("accepted_at", UtcDateTime(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("offer_id", _key(), nullable=True),
        sa.CheckConstraint("kind IN ('resident', 'group', 'firm')", name=op.f("ck_wish_claims_kind_known")),
        sa.CheckConstraint(
            "phase IN ('vouching', 'asked', 'running', 'reported')", name=op.f("ck_wish_claims_phase_known")
        ),
        sa.CheckConstraint(
            "outcome IN ('confirmed', 'refused', 'unanswered', 'not-vouched', 'handed-back', 'called-off', 'released', "
            "'overtaken')",
            name=op.f("ck_wish_claims_outcome_known"),
        ),
        sa.CheckConstraint("nudges >= 0", name=op.f("ck_wish_claims_nudges_positive")),
        sa.CheckConstraint(
            "outcome IS NULL OR (next_at IS NULL AND contact IS NULL)", name=op.f("ck_wish_claims_ended_whole")
        ),
        sa.CheckConstraint(
            "phase NOT IN ('running', 'reported') OR accepted_at IS NOT NULL",
            name=op.f("ck_wish_claims_runs_with_a_yes"),
        ),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_wish_claims_wish_id")),
        sa.ForeignKeyConstraint(["claimer_id"], ["people.id"], name=op.f("fk_wish_claims_claimer_id")),
        sa.ForeignKeyConstraint(["offer_id"], ["wishes.id"], name=op.f("fk_wish_claims_offer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish_claims")),
        sqlite_autoincrement=True,
    )
    _index("uq_wish_claims_open", "wish_claims", ["wish_id"], "outcome IS NULL", unique=True)
    op.create_index("ix_wish_claims_wish_id", "wish_claims", ["wish_id"])
    op.create_index("ix_wish_claims_claimer_id", "wish_claims", ["claimer_id"])
    op.create_index("ix_wish_claims_offer_id", "wish_claims", ["offer_id"])
    _index("ix_wish_claims_next_at", "wish_claims", ["bot_id", "next_at"], "next_at IS NOT NULL")
    op.create_table(
        "claim_thanks",
        sa.Column("claim_id", _key(), nullable=False),
        sa.Column("person_id", _key(), nullable=False),
        sa.Column("thanked_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["wish_claims.id"], name=op.f("fk_claim_thanks_claim_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_claim_thanks_person_id")),
        sa.PrimaryKeyConstraint("claim_id", "person_id", name=op.f("pk_claim_thanks")),
    )
    op.create_index(op.f("ix_claim_thanks_person_id"), "claim_thanks", ["person_id"])
    op.create_table(
        "match_looks",
        sa.Column("wish_id", _key(), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_match_looks_wish_id")),
        sa.PrimaryKeyConstraint("wish_id", name=op.f("pk_match_looks")),
    )
    op.create_index("ix_match_looks_next_at", "match_looks", ["bot_id", "next_at"])
    op.create_table(
        "matches",
        sa.Column("want_id", _key(), nullable=False),
        sa.Column("offer_id", _key(), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("offerer_id", _key(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.CheckConstraint("answer IN ('yes', 'no', 'none')", name=op.f("ck_matches_answer_known")),
        sa.ForeignKeyConstraint(["want_id"], ["wishes.id"], name=op.f("fk_matches_want_id")),
        sa.ForeignKeyConstraint(["offer_id"], ["wishes.id"], name=op.f("fk_matches_offer_id")),
        sa.ForeignKeyConstraint(["offerer_id"], ["people.id"], name=op.f("fk_matches_offerer_id")),
        sa.PrimaryKeyConstraint("want_id", "offer_id", name=op.f("pk_matches")),
    )
    _index("uq_matches_offerer", "matches", ["offerer_id"], "next_at IS NOT NULL", unique=True)
    _index("uq_matches_want", "matches", ["want_id"], "next_at IS NOT NULL", unique=True)
    op.create_index(op.f("ix_matches_offer_id"), "matches", ["offer_id"])
    _index("ix_matches_next_at", "matches", ["bot_id", "next_at"], "next_at IS NOT NULL")


def downgrade() -> None:
    """What was claimed is open again, as if nobody had; that it once was is no step any more."""
    for table in ("matches", "match_looks", "claim_thanks"):
        op.drop_table(table)
    op.execute(
        "UPDATE wishes SET state = 'open', taken_by = NULL, taken_by_name = NULL WHERE state = 'taken' AND EXISTS "
        "(SELECT 1 FROM wish_claims WHERE wish_claims.wish_id = wishes.id AND outcome IS NULL "
        "AND wish_claims.claimer_id = wishes.taken_by AND phase IN ('running', 'reported'))"
    )
    op.drop_table("wish_claims")
    op.execute(
        "UPDATE wish_steps SET step = 'carried-over', mover = 'clock' "
        "WHERE step IN ('claimed', 'unclaimed', 'fulfilled')"
    )
    _known(steps=_OLD_STEPS, movers=_OLD_MOVERS)


def _known(*, steps: str, movers: str) -> None:
    with op.batch_alter_table("wish_steps", table_kwargs={"sqlite_autoincrement": True}) as batch:
        for name, condition in (("step", f"step IN ({steps})"), ("mover", f"mover IN ({movers})")):
            batch.drop_constraint(op.f(f"ck_wish_steps_{name}_known"), type_="check")
            batch.create_check_constraint(op.f(f"ck_wish_steps_{name}_known"), condition)


def _index(name: str, table: str, columns: list[str], condition: str, *, unique: bool = False) -> None:
    only = sa.text(condition)
    op.create_index(name, table, columns, unique=unique, sqlite_where=only, postgresql_where=only)
