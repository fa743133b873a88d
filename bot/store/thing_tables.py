"""The tables of what neighbours found, lost and give away: in which groups, who answers, what is to be told."""

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

from bot.domain.people import Body
from bot.domain.things import Standing, ThingKind, ThingNews, ThingState
from bot.store.schema import bot, key, metadata, refers
from bot.store.types import UtcDateTime, one_of

things = Table(
    "things",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("where_named", Text, nullable=False),  #: empty: not said
    Column("photo", Text),
    refers("poster_id", "people.id", nullable=False),
    Column("poster", Text, nullable=False),
    Column("posted_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("ask_at", UtcDateTime),
    Column("prolonged", Integer, nullable=False),
    Column("ended_at", UtcDateTime),
    Column("next_at", UtcDateTime),
    Column("removed_by_name", Text),  #: who took it down in the name of a body
    Column("removed_by_body", Text),
    one_of("kind", ThingKind),
    one_of("state", ThingState),
    one_of("removed_by_body", Body),
    CheckConstraint("(removed_by_name IS NULL) = (removed_by_body IS NULL)", name="removed_by_somebody_whole"),
    CheckConstraint("(state = 'open') = (ended_at IS NULL)", name="ended_when_over"),
    CheckConstraint("prolonged >= 0", name="prolonged_positive"),
    UniqueConstraint("bot_id", "estate_key", "number"),
    ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"]),
    Index(None, "bot_id", "next_at"),
    Index(None, "poster_id"),
    sqlite_autoincrement=True,
)

thing_chats = Table(
    "thing_chats",
    metadata,
    bot(),
    refers("thing_id", "things.id", primary_key=True),
    refers("chat_id", "chats.id", primary_key=True),
    Column("day", Date, nullable=False),  #: the estate's, of posting
    Column("on_board", Boolean, nullable=False),  #: a line of that day's board, without a card of its own
    Index(None, "chat_id", "day"),
)

thing_responses = Table(
    "thing_responses",
    metadata,
    key(),
    bot(),
    refers("thing_id", "things.id", nullable=False),
    refers("person_id", "people.id", nullable=False),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("place", Integer, nullable=False),  #: in the order of those who answered; anew for who comes again
    Column("standing", Text, nullable=False),
    Column("contact", Text),
    one_of("standing", Standing),
    CheckConstraint("contact IS NULL OR standing = 'accepted'", name="contact_of_accepted"),
    UniqueConstraint("thing_id", "person_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

#: `response_id` refers to nothing: of who is gone by then nothing is told. 0: it is about the thing itself.
thing_news = Table(
    "thing_news",
    metadata,
    bot(),
    refers("thing_id", "things.id", primary_key=True),
    Column("response_id", BigInteger, primary_key=True, autoincrement=False),
    Column("news", Text, primary_key=True),
    Column("due_at", UtcDateTime, nullable=False),
    one_of("news", ThingNews),
    Index(None, "bot_id", "due_at"),
)
