"""The tables of polls: what was asked, in which groups it stands, who answered what, what came of it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from bot.domain.people import Body
from bot.domain.polls import Due
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import JsonText, UtcDateTime, one_of

polls = Table(
    "polls",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("question", Text, nullable=False),
    Column("options", JsonText, nullable=False),
    Column("several", Boolean, nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("hidden", Boolean, nullable=False),
    Column("until", Date, nullable=False),
    refers("wish_id", "wishes.id"),
    refers("project_id", "projects.id"),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("closes_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    Column("cancelled", Text, nullable=False),  #: why; empty: it was not
    Column("nags", Integer, nullable=False),
    Column("due", Text),
    Column("next_at", UtcDateTime),
    one_of("by_body", Body),
    one_of("due", Due),
    CheckConstraint("(due IS NULL) = (next_at IS NULL)", name="due_whole"),
    CheckConstraint("cancelled = '' OR closed_at IS NOT NULL", name="cancelled_closed"),
    UniqueConstraint("bot_id", "estate_key", "number"),
    Index("ix_polls_next_at", "bot_id", "next_at", **only("next_at IS NOT NULL")),
    Index(None, "wish_id"),
    Index(None, "project_id"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)

poll_statements = Table(
    "poll_statements",
    metadata,
    key(),
    bot(),
    refers("poll_id", "polls.id", nullable=False),
    Column("words", Text, nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("review_on", Date),
    one_of("by_body", Body),
    Index(None, "poll_id"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)

poll_posts = Table(
    "poll_posts",
    metadata,
    key(),
    bot(),
    refers("poll_id", "polls.id", nullable=False),
    refers("chat_id", "chats.id"),  #: NULL: sent twice by a crash, met by its answers alone
    Column("telegram_poll", Text),  #: Telegram's number of it; NULL: not known to have been sent
    Column("message_id", BigInteger),
    Column("says", Text),  #: fingerprint of what was sent
    Column("counts", JsonText, nullable=False),
    Column("voters", Integer, nullable=False),
    Column("final", Boolean, nullable=False),
    Column("refused", Boolean, nullable=False),
    UniqueConstraint("bot_id", "telegram_poll"),
    Index(None, "poll_id"),
    Index(None, "chat_id"),
    Index("ix_poll_posts_says", "bot_id", "says", **only("says IS NOT NULL")),
    sqlite_autoincrement=True,
)

#: What each person chose in each native poll, at last. It may come before that poll's number is kept.
poll_answers = Table(
    "poll_answers",
    metadata,
    key(),
    bot(),
    Column("telegram_poll", Text, nullable=False),
    refers("person_id", "people.id", nullable=False),
    Column("options", JsonText, nullable=False),  #: positions; none: taken back
    Column("chosen", Text, nullable=False),  #: the same as people read it, of the answer that counts
    Column("answered_at", UtcDateTime, nullable=False),
    Column("counts", Boolean, nullable=False),  #: it is this person's one answer to the poll
    UniqueConstraint("bot_id", "telegram_poll", "person_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
