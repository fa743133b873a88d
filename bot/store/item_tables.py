"""The tables of the plan: items, the wishes that merged into them, what happened to them, and what is posted of it."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Integer, Table, Text, UniqueConstraint

from bot.domain.items import ItemMove, ItemState, Tier
from bot.domain.people import Body
from bot.domain.publications import PublicationKind
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import JsonText, UtcDateTime, one_of

items = Table(
    "items",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("day", Date),
    Column("owner", Text, nullable=False),
    Column("funding", JsonText, nullable=False),  #: cents by source; under "" those of which nobody knows yet
    Column("state", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    one_of("tier", Tier),
    one_of("owner", Body),
    one_of("state", ItemState),
    CheckConstraint("day IS NOT NULL OR tier = 'later'", name="a_day_but_later"),
    UniqueConstraint("bot_id", "estate_key", "number"),
    sqlite_autoincrement=True,
)

item_wishes = Table(
    "item_wishes",
    metadata,
    refers("item_id", "items.id", primary_key=True),
    refers("wish_id", "wishes.id", primary_key=True),
    Column("living", Boolean, nullable=False),  #: False: it was taken away, or the item is off the plan
    Column("told", Boolean, nullable=False),  #: who follows the wish heard of it
    Index("uq_item_wishes_living", "wish_id", unique=True, **only("living")),
    Index(None, "wish_id"),
)

item_steps = Table(
    "item_steps",
    metadata,
    key(),
    bot(),
    refers("item_id", "items.id", nullable=False),
    Column("move", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    refers("by_id", "people.id"),  #: NULL: it followed from its wishes
    Column("by_name", Text),
    Column("by_body", Text),
    Column("words", Text, nullable=False),
    Column("before", Date),
    Column("day", Date),
    one_of("move", ItemMove),
    one_of("by_body", Body),
    CheckConstraint(
        "(by_id IS NULL) = (by_name IS NULL) AND (by_id IS NULL) = (by_body IS NULL)", name="by_somebody_whole"
    ),
    Index(None, "item_id"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)

#: Changes that no post has told yet.
plan_news = Table(
    "plan_news",
    metadata,
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("since", UtcDateTime, nullable=False),  #: the first of them
    Column("due_at", UtcDateTime, nullable=False),
    UniqueConstraint("bot_id", "estate_key"),
)

plan_posts = Table(
    "plan_posts",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("day", Date, nullable=False),  #: of the estate; one post each
    Column("since", UtcDateTime, nullable=False),  #: it tells what changed from then on, until the next one does
    UniqueConstraint("bot_id", "estate_key", "day"),
    sqlite_autoincrement=True,
)

plan_publications = Table(
    "plan_publications",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("said", JsonText, nullable=False),  #: [item id, words] each
    Column("at", UtcDateTime, nullable=False),
    refers("by_id", "people.id", nullable=False),
    Column("by_name", Text, nullable=False),
    Column("by_body", Text, nullable=False),
    one_of("kind", PublicationKind),
    one_of("by_body", Body),
    UniqueConstraint("bot_id", "estate_key", "kind", "period"),
    Index(None, "by_id"),
    sqlite_autoincrement=True,
)
