"""The tables of sign-ups: what for, in which groups, who is on the list, what somebody is still to be told."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Index, Integer, Table, Text, UniqueConstraint

from bot.domain.people import Body
from bot.domain.signups import SignupNews, SignupState, SignupStep
from bot.store.schema import bot, key, metadata, refers
from bot.store.types import UtcDateTime, one_of

signups = Table(
    "signups",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("where_named", Text, nullable=False),  #: empty: not said
    Column("starts_at", UtcDateTime, nullable=False),
    Column("closes_at", UtcDateTime, nullable=False),
    Column("places", Integer),  #: NULL: as many as like
    Column("guests", Integer, nullable=False),
    Column("names", Boolean, nullable=False),
    Column("zone", Text, nullable=False),
    refers("organiser_id", "people.id", nullable=False),
    Column("organiser", Text, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("remind_at", UtcDateTime),
    Column("next_at", UtcDateTime),
    Column("taken", Integer, nullable=False),
    one_of("state", SignupState),
    CheckConstraint("taken >= 0 AND (places IS NULL OR taken <= places)", name="no_place_twice"),
    CheckConstraint("closes_at <= starts_at OR state <> 'open'", name="closes_before"),
    CheckConstraint("state <> 'cancelled' OR reason <> ''", name="cancelled_with_reason"),
    UniqueConstraint("bot_id", "estate_key", "number"),
    Index(None, "bot_id", "next_at"),
    Index(None, "organiser_id"),
    sqlite_autoincrement=True,
)

signup_chats = Table(
    "signup_chats",
    metadata,
    bot(),
    refers("signup_id", "signups.id", primary_key=True),
    refers("chat_id", "chats.id", primary_key=True),
    Index(None, "chat_id"),
)

signup_entries = Table(
    "signup_entries",
    metadata,
    key(),
    bot(),
    refers("signup_id", "signups.id", nullable=False),
    refers("person_id", "people.id"),  #: NULL: somebody without a phone
    refers("by_id", "people.id", nullable=False),
    Column("name", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("guests", Integer, nullable=False),
    Column("guest_names", Text, nullable=False),
    Column("placed", Boolean, nullable=False),
    refers("chat_id", "chats.id"),
    CheckConstraint("guests >= 0", name="guests_positive"),
    UniqueConstraint("signup_id", "person_id"),
    Index(None, "person_id"),
    Index(None, "by_id"),
    Index(None, "chat_id"),
    sqlite_autoincrement=True,
)

#: What was done with one in the name of a body. Who opens one as a neighbour stands with it alone.
signup_steps = Table(
    "signup_steps",
    metadata,
    key(),
    bot(),
    refers("signup_id", "signups.id", nullable=False),
    Column("step", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    one_of("step", SignupStep),
    one_of("by_body", Body),
    Index(None, "signup_id"),
    sqlite_autoincrement=True,
)

#: `entry_id` refers to nothing: whoever is gone from the list by then is told nothing. 0: it is for
#: who opened it; -1: for its groups.
signup_news = Table(
    "signup_news",
    metadata,
    bot(),
    refers("signup_id", "signups.id", primary_key=True),
    Column("entry_id", BigInteger, primary_key=True, autoincrement=False),
    Column("news", Text, primary_key=True),
    Column("due_at", UtcDateTime, nullable=False),
    one_of("news", SignupNews),
    Index(None, "bot_id", "due_at"),
)
