"""Projects: what comes of wishes, with their stages, money, milestones, progress and acceptance."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "projects",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("building", sa.Text(), nullable=True),
        sa.Column("planned_end", sa.Date(), nullable=False),
        sa.Column("serves", sa.Text(), nullable=False),
        sa.Column("mentor", sa.Text(), nullable=False),
        sa.Column("indicators", JsonText(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("late_told", sa.Boolean(), nullable=False),
        sa.Column("late_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('works', 'self-service')", name=op.f("ck_projects_kind_known")),
        sa.CheckConstraint(
            "stage IN ('proposed', 'costed', 'approved', 'funded', 'under-way', 'acceptance', 'done', 'stopped')",
            name=op.f("ck_projects_stage_known"),
        ),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_projects_percent_whole")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projects")),
        sa.UniqueConstraint("bot_id", "estate_key", "number", name=op.f("uq_projects_bot_id_estate_key_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_projects_late_at",
        "projects",
        ["bot_id", "late_at"],
        unique=False,
        sqlite_where=sa.text("late_at IS NOT NULL"),
        postgresql_where=sa.text("late_at IS NOT NULL"),
    )
    op.create_table(
        "milestones",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("project_id", BigKey, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_milestones_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestones")),
        sa.UniqueConstraint("project_id", "name", name=op.f("uq_milestones_project_id_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "acceptances",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("project_id", BigKey, nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("party", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("person_id", BigKey, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("ask_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("ask_at IS NULL OR said = 'asked'", name=op.f("ck_acceptances_only_who_is_asked_waits")),
        sa.CheckConstraint("party IN ('committee', 'owners', 'resident')", name=op.f("ck_acceptances_party_known")),
        sa.CheckConstraint("person_id IS NOT NULL OR said = 'absent'", name=op.f("ck_acceptances_said_by_somebody")),
        sa.CheckConstraint(
            "said IN ('asked', 'absent', 'accepted', 'objected')", name=op.f("ck_acceptances_said_known")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_acceptances_person_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_acceptances_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acceptances")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_acceptances_ask_at",
        "acceptances",
        ["bot_id", "ask_at"],
        unique=False,
        sqlite_where=sa.text("ask_at IS NOT NULL"),
        postgresql_where=sa.text("ask_at IS NOT NULL"),
    )
    op.create_index(op.f("ix_acceptances_person_id"), "acceptances", ["person_id"], unique=False)
    op.create_index(op.f("ix_acceptances_project_id"), "acceptances", ["project_id"], unique=False)
    op.create_index(
        "uq_acceptances_asked",
        "acceptances",
        ["project_id", "round", "person_id"],
        unique=True,
        sqlite_where=sa.text("said = 'asked'"),
        postgresql_where=sa.text("said = 'asked'"),
    )
    op.create_table(
        "progress_reports",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("project_id", BigKey, nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("milestone_id", BigKey, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_id", BigKey, nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "by_body IN ('committee', 'property', 'owners', 'moderator')",
            name=op.f("ck_progress_reports_by_body_known"),
        ),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_progress_reports_percent_whole")),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_progress_reports_by_id")),
        sa.ForeignKeyConstraint(["milestone_id"], ["milestones.id"], name=op.f("fk_progress_reports_milestone_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_progress_reports_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_reports")),
        sa.UniqueConstraint("milestone_id", name=op.f("uq_progress_reports_milestone_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_progress_reports_by_id"), "progress_reports", ["by_id"], unique=False)
    op.create_index(op.f("ix_progress_reports_project_id"), "progress_reports", ["project_id"], unique=False)
    op.create_table(
        "project_money",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("project_id", BigKey, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("corrects", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_id", BigKey, nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "by_body IN ('committee', 'property', 'owners', 'moderator')", name=op.f("ck_project_money_by_body_known")
        ),
        sa.CheckConstraint("side IN ('planned', 'received')", name=op.f("ck_project_money_side_known")),
        sa.CheckConstraint(
            "source IN ('government', 'enterprise', 'society', 'residents')", name=op.f("ck_project_money_source_known")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_project_money_by_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_project_money_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_money")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_project_money_by_id"), "project_money", ["by_id"], unique=False)
    op.create_index(op.f("ix_project_money_project_id"), "project_money", ["project_id"], unique=False)
    op.create_table(
        "project_steps",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("project_id", BigKey, nullable=False),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("stage_before", sa.Text(), nullable=False),
        sa.Column("stage_after", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_id", BigKey, nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_body", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "by_body IN ('committee', 'property', 'owners', 'moderator')", name=op.f("ck_project_steps_by_body_known")
        ),
        sa.CheckConstraint(
            "move IN ('opened', 'on', 'back', 'stopped', 'resumed', 'rescheduled')",
            name=op.f("ck_project_steps_move_known"),
        ),
        sa.CheckConstraint(
            "stage_after IN ('proposed', 'costed', 'approved', 'funded', 'under-way', 'acceptance', 'done', 'stopped')",
            name=op.f("ck_project_steps_stage_after_known"),
        ),
        sa.CheckConstraint(
            "stage_before IN ('proposed', 'costed', 'approved', 'funded', 'under-way', 'acceptance', 'done', 'stopped')",
            name=op.f("ck_project_steps_stage_before_known"),
        ),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_project_steps_by_id")),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_project_steps_project_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_steps")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_project_steps_by_id"), "project_steps", ["by_id"], unique=False)
    op.create_index(op.f("ix_project_steps_project_id"), "project_steps", ["project_id"], unique=False)
    op.create_table(
        "project_photos",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("report_id", BigKey, nullable=True),
        sa.Column("acceptance_id", BigKey, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(report_id IS NULL) <> (acceptance_id IS NULL)", name=op.f("ck_project_photos_of_one_of_them")
        ),
        sa.ForeignKeyConstraint(["acceptance_id"], ["acceptances.id"], name=op.f("fk_project_photos_acceptance_id")),
        sa.ForeignKeyConstraint(
            ["bot_id", "photo"], ["files.bot_id", "files.key"], name=op.f("fk_project_photos_bot_id_photo")
        ),
        sa.ForeignKeyConstraint(["report_id"], ["progress_reports.id"], name=op.f("fk_project_photos_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_photos")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_project_photos_acceptance_id"), "project_photos", ["acceptance_id"], unique=False)
    op.create_index(op.f("ix_project_photos_report_id"), "project_photos", ["report_id"], unique=False)
    op.create_table(
        "project_wishes",
        sa.Column("project_id", BigKey, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["projects.id"], name=op.f("fk_project_wishes_project_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_project_wishes_wish_id")),
        sa.PrimaryKeyConstraint("project_id", "wish_id", name=op.f("pk_project_wishes")),
    )
    op.create_index(op.f("ix_project_wishes_wish_id"), "project_wishes", ["wish_id"], unique=False)


def downgrade() -> None:
    op.drop_table("project_wishes")
    op.drop_table("project_photos")
    op.drop_table("project_steps")
    op.drop_table("project_money")
    op.drop_table("progress_reports")
    op.drop_table("acceptances")
    op.drop_table("milestones")
    op.drop_table("projects")
