"""The wishes, who follows them, what was answered, and the thanks for it."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.domain.people import Body
from bot.domain.similarity import SimilarTap
from bot.domain.wishes import AnswerKind, Display, Kind, Stance, State, Visibility
from bot.store.places import place_columns, whereabouts_columns
from bot.store.schema import OPEN_PUBLIC
from bot.store.schema import bot as _bot
from bot.store.schema import key as _key
from bot.store.schema import metadata as metadata
from bot.store.schema import only as _only
from bot.store.schema import refers as _refers
from bot.store.types import UtcDateTime, one_of

wishes = Table(
    "wishes",
    metadata,
    _key(),
    _bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("words_folded", Text, nullable=False),  #: for searching: without case, in simplified characters
    *place_columns(),
    Column("category", Text, nullable=False),
    Column("visibility", Text, nullable=False),
    Column("state", Text, nullable=False),
    _refers("author_id", "people.id", nullable=False),
    Column("author_name", Text, nullable=False),
    _refers("chat_id", "chats.id", nullable=False),
    Column("filed_at", UtcDateTime, nullable=False),
    Column("next_date", Date),
    Column("photo", Text),
    _refers("taken_by", "people.id"),
    Column("taken_by_name", Text),
    *whereabouts_columns(),
    Column("revision", Integer, nullable=False, server_default=text("0")),  #: counts the changes after filing
    Column("display", Text, nullable=False, server_default=text("'shown'")),
    Column("voice", Text),
    Column("voice_s", Integer),
    UniqueConstraint("bot_id", "estate_key", "number"),
    ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"]),
    ForeignKeyConstraint(["bot_id", "voice"], ["files.bot_id", "files.key"]),
    one_of("kind", Kind),
    one_of("visibility", Visibility),
    one_of("state", State),
    one_of("display", Display),
    CheckConstraint("length(category) > 0", name="category_present"),  # config.yaml may name its own
    CheckConstraint("number > 0", name="number_positive"),
    CheckConstraint("length(words) > 0 OR voice IS NOT NULL", name="words_present"),
    CheckConstraint("(voice IS NULL) = (voice_s IS NULL)", name="voice_whole"),
    CheckConstraint("(taken_by IS NULL) = (taken_by_name IS NULL)", name="taken_whole"),
    CheckConstraint("state <> 'taken' OR taken_by IS NOT NULL", name="taken_by_somebody"),
    CheckConstraint(
        "state NOT IN ('promised', 'later', 'returned') OR next_date IS NOT NULL", name="promised_with_date"
    ),
    CheckConstraint(
        "state NOT IN ('declined', 'answered', 'done', 'withdrawn') OR next_date IS NULL", name="ended_without_date"
    ),
    Index(None, "author_id"),
    Index(None, "chat_id"),
    Index("ix_wishes_open_public", "bot_id", "estate_key", "id", "revision", **_only(OPEN_PUBLIC)),
    Index("ix_wishes_without_words", "bot_id", "estate_key", "id", **_only("words = ''")),
    sqlite_autoincrement=True,
)

followers = Table(
    "followers",
    metadata,
    _key(),
    _refers("wish_id", "wishes.id", nullable=False),
    _refers("person_id", "people.id", nullable=False),
    Column("stance", Text, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    UniqueConstraint("wish_id", "person_id", "stance"),
    one_of("stance", Stance),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

answers = Table(
    "answers",
    metadata,
    _key(),
    _refers("wish_id", "wishes.id", nullable=False),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("due_on", Date),
    Column("speaker_telegram_id", BigInteger, nullable=False),
    Column("speaker_name", Text, nullable=False),
    Column("speaker_body", Text, nullable=False),
    _refers("speaker_id", "people.id", nullable=False),
    Column("answered_at", UtcDateTime, nullable=False),
    one_of("kind", AnswerKind),
    one_of("speaker_body", Body),
    CheckConstraint("(kind IN ('promise', 'later')) = (due_on IS NOT NULL)", name="promise_with_date"),
    CheckConstraint("kind NOT IN ('decline', 'reply', 'later') OR length(words) > 0", name="reason_given"),
    Index(None, "wish_id"),
    sqlite_autoincrement=True,
)

answer_photos = Table(
    "answer_photos",
    metadata,
    _refers("answer_id", "answers.id", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),  #: from 0
    _bot(),
    Column("photo", Text, nullable=False),
    ForeignKeyConstraint(["bot_id", "photo"], ["files.bot_id", "files.key"]),
)

thanks = Table(
    "thanks",
    metadata,
    _refers("answer_id", "answers.id", primary_key=True),
    _refers("person_id", "people.id", primary_key=True),
    Column("thanked_at", UtcDateTime, nullable=False),
)

similar_taps = Table(
    "similar_taps",
    metadata,
    _key(),
    _refers("wish_id", "wishes.id", nullable=False),  #: the one that was suggested
    _refers("person_id", "people.id", nullable=False),
    Column("label", Text, nullable=False),
    Column("words", Text, nullable=False),  #: of the wish being written; it need not have been filed
    Column("suggested_words", Text, nullable=False),
    Column("tapped_at", UtcDateTime, nullable=False),
    one_of("label", SimilarTap),
    Index(None, "wish_id"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)
