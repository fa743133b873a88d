"""Every table. What the rules forbid, the constraints forbid too.

Whatever Telegram numbers is unique per bot only, so those keys begin with `bot_id`. Our own ids never repeat.
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

from bot.domain.people import Purpose
from bot.ports import SendState
from bot.store import (
    attention_tables,
    author_tables,
    beginning_tables,
    broadcast_tables,
    bulletin_tables,
    claim_tables,
    clock_tables,
    deliberation_tables,
    desk_tables,
    directory_tables,
    for_others_tables,
    function_tables,
    grant_tables,
    group_tables,
    item_tables,
    keeping_tables,
    ledger_tables,
    place_tables,
    planned_tables,
    poll_tables,
    posting_tables,
    process_tables,
    project_tables,
    quarrel_tables,
    signup_tables,
    takedown_tables,
    thing_tables,
    verdict_tables,
    voice_tables,
    wish_tables,
)
from bot.store.places import place_columns
from bot.store.schema import bot as _bot
from bot.store.schema import key as _key
from bot.store.schema import metadata as metadata
from bot.store.schema import only as _only
from bot.store.schema import refers as _refers
from bot.store.types import JsonText, UtcDateTime, one_of

#: modules of tables of their own; whoever has these has all
FURTHER = (
    attention_tables,
    author_tables,
    beginning_tables,
    clock_tables,
    desk_tables,
    broadcast_tables,
    bulletin_tables,
    deliberation_tables,
    claim_tables,
    directory_tables,
    for_others_tables,
    function_tables,
    grant_tables,
    group_tables,
    item_tables,
    keeping_tables,
    ledger_tables,
    place_tables,
    planned_tables,
    poll_tables,
    posting_tables,
    process_tables,
    project_tables,
    quarrel_tables,
    signup_tables,
    takedown_tables,
    thing_tables,
    verdict_tables,
    voice_tables,
    wish_tables,
)

# ---- who and where ----------------------------------------------------------------------------------------------

chats = Table(
    "chats",
    metadata,
    _key(),
    _bot(),
    Column("telegram_id", BigInteger, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("title", Text, nullable=False),
    Column("estate_key", Text),
    Column("purpose", Text),
    *place_columns(),
    Column("language", Text),
    Column("present", Boolean, nullable=False),
    Column("hears_all", Boolean, nullable=False),
    Column("link_code", Text),
    Column("administrators_read_at", UtcDateTime),
    _refers("grid_id", "place_grids.id"),  #: of a grid's neighbours; their group has no building
    Column("says", Text),  #: what the bot says there unasked, in order of the alphabet; NULL: everything
    UniqueConstraint("bot_id", "telegram_id"),
    UniqueConstraint("bot_id", "link_code"),
    one_of("purpose", Purpose),
    CheckConstraint("(estate_key IS NULL) = (purpose IS NULL)", name="bound_whole"),
    CheckConstraint("purpose IS NULL OR NOT private", name="bound_group"),
    CheckConstraint("grid_id IS NULL OR (purpose = 'building' AND building IS NULL)", name="grid_of_neighbours"),
    CheckConstraint("says IS NULL OR purpose = 'building'", name="says_to_neighbours"),
    Index(None, "bot_id", "estate_key"),
    Index("ix_chats_grid_id", "grid_id", **_only("grid_id IS NOT NULL")),
    sqlite_autoincrement=True,
)

people = Table(
    "people",
    metadata,
    _key(),
    _bot(),
    Column("telegram_id", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("username", Text),
    Column("language", Text),
    Column("client_language", Text),
    Column("started", Boolean, nullable=False),
    Column("may_be_mentioned", Boolean, nullable=False),
    _refers("home_chat_id", "chats.id"),
    Column("seen_on", Date),  #: the day (UTC) of their last update
    UniqueConstraint("bot_id", "telegram_id"),
    Index(None, "bot_id", "seen_on"),
    sqlite_autoincrement=True,
)

residents = Table(
    "residents",
    metadata,
    _refers("chat_id", "chats.id", primary_key=True),
    _refers("person_id", "people.id", primary_key=True),
    Column("met_at", UtcDateTime, nullable=False),
    Column("left_at", UtcDateTime),  #: when they left the group, as far as Telegram tells; NULL: they are there
    Index(None, "person_id"),
)

administrators = Table(
    "administrators",
    metadata,
    _refers("chat_id", "chats.id", primary_key=True),
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Index(None, "telegram_id"),
)

# ---- wishes -----------------------------------------------------------------------------------------------------

files = Table(
    "files",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("key", Text, primary_key=True),  #: Telegram's file_unique_id
    Column("file_id", Text),  #: a cache, valid for this bot
    Column("sha256", Text),
    Column("size_bytes", BigInteger),
    Column("next_try", UtcDateTime),  #: of fetching the bytes; NULL: at once
    Column("length_s", Integer),  #: of a voice note; NULL: a photo
    CheckConstraint("(sha256 IS NULL) = (size_bytes IS NULL)", name="fetched_whole"),
    CheckConstraint("size_bytes IS NULL OR size_bytes >= 0", name="size_bytes_positive"),
    CheckConstraint("length_s IS NULL OR length_s > 0", name="length_s_positive"),
    Index("ix_files_to_fetch", "bot_id", "next_try", **_only("sha256 IS NULL")),
)

# ---- dialogs ----------------------------------------------------------------------------------------------------

dialogs = Table(
    "dialogs",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    _refers("chat_id", "chats.id", primary_key=True),
    _refers("person_id", "people.id", primary_key=True),
    Column("run", BigInteger, nullable=False),
    Column("dialog", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("step", Text, nullable=False),
    Column("answers", JsonText, nullable=False),
    Column("trail", JsonText, nullable=False),
    Column("language", Text, nullable=False),
    Column("idle_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("reminded", Boolean, nullable=False),
    Column("pending", Text),
    Column("asked_message_id", BigInteger),
    UniqueConstraint("bot_id", "run"),
    Index(None, "bot_id", "expires_at"),
)

# ---- inbox ------------------------------------------------------------------------------------------------------

inbox_keys = Table(
    "inbox_keys",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kept_at", UtcDateTime, nullable=False),
    Index(None, "kept_at"),
)

inbox = Table(
    "inbox",
    metadata,
    _key(),  #: the order within a lane: Telegram's own numbers may jump
    _bot(),
    Column("update_id", BigInteger, nullable=False),
    Column("chat_key", BigInteger, nullable=False),
    Column("person_key", BigInteger, nullable=False),
    Column("payload", Text, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("owner", Text),
    Column("lease_until", UtcDateTime),
    Column("failed_at", UtcDateTime),  #: NULL: waiting
    Column("error", Text),
    UniqueConstraint("bot_id", "update_id"),
    CheckConstraint("(failed_at IS NULL) = (error IS NULL)", name="failed_whole"),
    CheckConstraint("(owner IS NULL) = (lease_until IS NULL)", name="leased_whole"),
    Index(None, "bot_id", "chat_key", "person_key", "id"),
    sqlite_autoincrement=True,
)

# ---- outbox -----------------------------------------------------------------------------------------------------

notices = Table(
    "notices",
    metadata,
    _key(),
    _bot(),
    Column("body", Text, nullable=False),  #: a `Notice`, JSON
    Column("put_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),  #: NULL: nobody was told yet
    Index("ix_notices_unsettled", "bot_id", "id", **_only("settled_at IS NULL")),
    sqlite_autoincrement=True,
)

slots = Table(
    "slots",
    metadata,
    _refers("chat_id", "chats.id", primary_key=True),
    Column("name", Text, primary_key=True),
    Column("message_id", BigInteger),  #: of the message that shows the slot; below 0: ephemeral; NULL: to be sent
    Column("content", Text),  #: a `Reply`, JSON; NULL: composed from the store when sent
    Column("language", Text, nullable=False),
    Column("wanted_rev", Integer, nullable=False),
    Column("sent_rev", Integer, nullable=False),
    Column("fresh_rev", Integer, nullable=False),  #: what was claimed before it belongs to an older message
    Column("text_hash", Text),
    Column("companions", JsonText),  #: ids of the messages above that one that belong to it, as an album
    CheckConstraint("sent_rev <= wanted_rev", name="sent_was_wanted"),
)

messages = Table(
    "messages",
    metadata,
    _key(),  #: the order within a chat
    _bot(),
    _refers("chat_id", "chats.id"),
    _refers("notice_id", "notices.id"),
    _refers("person_id", "people.id"),
    Column("slot", Text),
    Column("pinned_rev", Integer),  #: this revision of the slot, whatever it shows by now
    Column("content", Text),  #: a `Reply`, JSON; NULL: what the slot wants when it is claimed
    Column("message_id", BigInteger),  #: the message to edit if pinned; the message sent, once it is
    Column("language", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("parts_sent", Integer, nullable=False),  #: of a reply that takes several messages
    Column("not_before", UtcDateTime),
    Column("reason", Text),
    Column("put_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Column("edited_at", UtcDateTime),  #: a message under an `EditPace` was changed; NULL: nothing was, or another's
    UniqueConstraint("notice_id", "person_id"),
    ForeignKeyConstraint(["chat_id", "slot"], ["slots.chat_id", "slots.name"]),
    one_of("state", SendState),
    CheckConstraint("(notice_id IS NULL) = (person_id IS NULL)", name="addressed_whole"),
    CheckConstraint("chat_id IS NOT NULL OR state = 'skipped'", name="goes_somewhere"),
    CheckConstraint("slot IS NOT NULL OR content IS NOT NULL OR state = 'skipped'", name="says_something"),
    CheckConstraint("(state = 'sending') = (lease_until IS NOT NULL)", name="leased_while_sending"),
    CheckConstraint("(owner IS NULL) = (lease_until IS NULL)", name="leased_whole"),
    CheckConstraint("(state IN ('sent', 'skipped', 'failed')) = (finished_at IS NOT NULL)", name="finished_whole"),
    CheckConstraint("state NOT IN ('skipped', 'failed') OR reason IS NOT NULL", name="reason_kept"),
    CheckConstraint("parts_sent >= 0", name="parts_sent_positive"),
    Index("ix_messages_pending", "bot_id", "chat_id", "id", **_only("state IN ('waiting', 'sending', 'unsure')")),
    Index("uq_messages_in_flight", "chat_id", unique=True, **_only("state = 'sending'")),
    Index(None, "chat_id", "slot"),
    Index(None, "finished_at"),
    Index("ix_messages_edited", "bot_id", "edited_at", **_only("edited_at IS NOT NULL")),
    sqlite_autoincrement=True,
)
