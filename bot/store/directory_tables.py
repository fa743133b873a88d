"""The tables of the list of services: services, how often they were used, questions about them; and phone numbers."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from bot.domain.directory import Duty
from bot.domain.people import Body
from bot.domain.service_questions import QuestionState
from bot.store.schema import bot, key, metadata, refers
from bot.store.types import UtcDateTime, one_of

services = Table(
    "services",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("provider_body", Text),  #: NULL: it is `provider_name`
    Column("provider_name", Text, nullable=False),
    Column("duty", Text, nullable=False),
    Column("apply", Text, nullable=False),
    Column("hours", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("listed", Boolean, nullable=False),
    Column("listed_on", Date, nullable=False),
    Column("checked_on", Date, nullable=False),
    refers("by_id", "people.id", nullable=False),  #: who added it, or changed it last
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    one_of("provider_body", Body),
    one_of("duty", Duty),
    one_of("by_body", Body),
    CheckConstraint("provider_body IS NOT NULL OR provider_name <> ''", name="one_provider"),
    UniqueConstraint("bot_id", "estate_key", "number"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)

#: How many people opened a service on a day; who they were is not in it.
service_uses = Table(
    "service_uses",
    metadata,
    refers("service_id", "services.id", primary_key=True),
    Column("day", Date, primary_key=True),
    Column("uses", Integer, nullable=False),
    CheckConstraint("uses > 0", name="used"),
)

#: Who opened it that day, so that nobody counts twice; forgotten within two days.
service_openings = Table(
    "service_openings",
    metadata,
    refers("service_id", "services.id", primary_key=True),
    refers("person_id", "people.id", primary_key=True),
    Column("day", Date, primary_key=True),
    Index(None, "person_id"),
    Index(None, "day"),
)

service_questions = Table(
    "service_questions",
    metadata,
    key(),
    bot(),
    refers("service_id", "services.id", nullable=False),
    Column("estate_key", Text, nullable=False),
    refers("asker_id", "people.id", nullable=False),
    Column("words", Text, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("due_on", Date),
    Column("state", Text, nullable=False),
    Column("answer", Text),
    Column("answered_at", UtcDateTime),
    Column("out_at", UtcDateTime),
    refers("by_id", "people.id"),
    Column("by_name", Text),
    Column("by_body", Text),
    Column("shown", Boolean, nullable=False),
    Column("told", Boolean, nullable=False),
    one_of("state", QuestionState),
    one_of("by_body", Body),
    CheckConstraint(
        "(state = 'open') = (answer IS NULL) AND (answer IS NULL) = (answered_at IS NULL)"
        " AND (answer IS NULL) = (out_at IS NULL) AND (answer IS NULL) = (by_id IS NULL)"
        " AND (answer IS NULL) = (by_name IS NULL) AND (answer IS NULL) = (by_body IS NULL)",
        name="answered_whole",
    ),
    CheckConstraint("state = 'out' OR NOT told", name="told_once_out"),
    Index(None, "service_id"),
    Index(None, "asker_id"),
    Index(None, "by_id"),
    Index(None, "bot_id", "state", "out_at"),
    sqlite_autoincrement=True,
)

phones = Table(
    "phones",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("hours", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("listed", Boolean, nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    one_of("by_body", Body),
    Index(None, "bot_id", "estate_key"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)

#: When each estate's next look through the list is due.
service_reviews = Table(
    "service_reviews",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("estate_key", Text, primary_key=True),
    Column("next_at", UtcDateTime, nullable=False),
)
