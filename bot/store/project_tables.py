"""The tables of projects: what they are, what happened to them, their money, milestones, progress and acceptance.

Wishes hang on projects by `project_wishes` alone, so that what comes to stand between them takes its place.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from bot.domain.acceptances import Party, Said
from bot.domain.people import Body
from bot.domain.projects import Move, ProjectKind, Side, Source, Stage
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import JsonText, UtcDateTime, one_of

projects = Table(
    "projects",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("building", Text),  #: NULL: the whole estate
    Column("planned_end", Date, nullable=False),
    Column("serves", Text, nullable=False),
    Column("mentor", Text, nullable=False),
    Column("indicators", JsonText, nullable=False),  #: [number, unit, words] each
    Column("stage", Text, nullable=False),
    Column("percent", Integer, nullable=False),
    Column("round", Integer, nullable=False),
    Column("late_told", Boolean, nullable=False),
    Column("late_at", UtcDateTime),  #: when the staff is told that the planned end has passed; NULL: never again
    one_of("kind", ProjectKind),
    one_of("stage", Stage),
    CheckConstraint("percent BETWEEN 0 AND 100", name="percent_whole"),
    UniqueConstraint("bot_id", "estate_key", "number"),
    Index("ix_projects_late_at", "bot_id", "late_at", **only("late_at IS NOT NULL")),
    sqlite_autoincrement=True,
)

project_wishes = Table(
    "project_wishes",
    metadata,
    refers("project_id", "projects.id", primary_key=True),
    refers("wish_id", "wishes.id", primary_key=True),
    Index(None, "wish_id"),
)

project_steps = Table(
    "project_steps",
    metadata,
    key(),
    bot(),
    refers("project_id", "projects.id", nullable=False),
    Column("move", Text, nullable=False),
    Column("stage_before", Text, nullable=False),
    Column("stage_after", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("day", Date),
    one_of("move", Move),
    one_of("stage_before", Stage),
    one_of("stage_after", Stage),
    one_of("by_body", Body),
    Index(None, "project_id"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)

project_money = Table(
    "project_money",
    metadata,
    key(),
    bot(),
    refers("project_id", "projects.id", nullable=False),
    Column("source", Text, nullable=False),
    Column("side", Text, nullable=False),
    Column("cents", BigInteger, nullable=False),  #: what it adds; corrections may take away
    Column("corrects", Boolean, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    one_of("source", Source),
    one_of("side", Side),
    one_of("by_body", Body),
    Index(None, "project_id"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)

milestones = Table(
    "milestones",
    metadata,
    key(),
    bot(),
    refers("project_id", "projects.id", nullable=False),
    Column("name", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("reached_on", Date),
    UniqueConstraint("project_id", "name"),
    sqlite_autoincrement=True,
)

progress_reports = Table(
    "progress_reports",
    metadata,
    key(),
    bot(),
    refers("project_id", "projects.id", nullable=False),
    Column("percent", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("reason", Text, nullable=False),
    refers("milestone_id", "milestones.id", unique=True),  #: a milestone is reached once
    Column("at", UtcDateTime, nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    one_of("by_body", Body),
    CheckConstraint("percent BETWEEN 0 AND 100", name="percent_whole"),
    Index(None, "project_id"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)

acceptances = Table(
    "acceptances",
    metadata,
    key(),
    bot(),
    refers("project_id", "projects.id", nullable=False),
    Column("round", Integer, nullable=False),
    Column("party", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    refers("person_id", "people.id"),  #: NULL: of a body that there is not
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("ask_at", UtcDateTime),  #: when this resident is told in private; NULL: they were, or nobody has to be
    one_of("party", Party),
    one_of("said", Said),
    CheckConstraint("person_id IS NOT NULL OR said = 'absent'", name="said_by_somebody"),
    CheckConstraint("ask_at IS NULL OR said = 'asked'", name="only_who_is_asked_waits"),
    Index("uq_acceptances_asked", "project_id", "round", "person_id", unique=True, **only("said = 'asked'")),
    Index(None, "project_id"),
    Index(None, "person_id"),
    Index("ix_acceptances_ask_at", "bot_id", "ask_at", **only("ask_at IS NOT NULL")),
    sqlite_autoincrement=True,
)

project_photos = Table(
    "project_photos",
    metadata,
    key(),
    bot(),
    refers("report_id", "progress_reports.id"),
    refers("acceptance_id", "acceptances.id"),
    Column("position", Integer, nullable=False),
    Column("photo", Text, nullable=False),
    ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"]),
    CheckConstraint("(report_id IS NULL) <> (acceptance_id IS NULL)", name="of_one_of_them"),
    Index(None, "report_id"),
    Index(None, "acceptance_id"),
    sqlite_autoincrement=True,
)
