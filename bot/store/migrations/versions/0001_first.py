"""Every table of version 0.1."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "chats",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("building", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("door", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("hears_all", sa.Boolean(), nullable=False),
        sa.Column("link_code", sa.Text(), nullable=True),
        sa.Column("administrators_read_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("purpose IN ('building', 'staff')", name=op.f("ck_chats_purpose_known")),
        sa.CheckConstraint("(estate_key IS NULL) = (purpose IS NULL)", name=op.f("ck_chats_bound_whole")),
        sa.CheckConstraint("purpose IS NULL OR NOT private", name=op.f("ck_chats_bound_group")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
        sa.UniqueConstraint("bot_id", "link_code", name=op.f("uq_chats_bot_id_link_code")),
        sa.UniqueConstraint("bot_id", "telegram_id", name=op.f("uq_chats_bot_id_telegram_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_chats_bot_id_estate_key"), "chats", ["bot_id", "estate_key"], unique=False)
    op.create_table(
        "counters",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "name", name=op.f("pk_counters")),
    )
    op.create_table(
        "files",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("size_bytes", sa.BigInteger(), nullable=True),
        sa.Column("next_try", UtcDateTime(), nullable=True),
        sa.CheckConstraint("(sha256 IS NULL) = (size_bytes IS NULL)", name=op.f("ck_files_fetched_whole")),
        sa.CheckConstraint("size_bytes IS NULL OR size_bytes >= 0", name=op.f("ck_files_size_bytes_positive")),
        sa.PrimaryKeyConstraint("bot_id", "key", name=op.f("pk_files")),
    )
    op.create_index(
        "ix_files_to_fetch",
        "files",
        ["bot_id", "next_try"],
        unique=False,
        sqlite_where=sa.text("sha256 IS NULL"),
        postgresql_where=sa.text("sha256 IS NULL"),
    )
    op.create_table(
        "inbox",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_key", sa.BigInteger(), nullable=False),
        sa.Column("person_key", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("failed_at", UtcDateTime(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("(failed_at IS NULL) = (error IS NULL)", name=op.f("ck_inbox_failed_whole")),
        sa.CheckConstraint("(owner IS NULL) = (lease_until IS NULL)", name=op.f("ck_inbox_leased_whole")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("bot_id", "update_id", name=op.f("uq_inbox_bot_id_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_inbox_bot_id_chat_key_person_key_id"),
        "inbox",
        ["bot_id", "chat_key", "person_key", "id"],
        unique=False,
    )
    op.create_table(
        "inbox_keys",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kept_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "update_id", name=op.f("pk_inbox_keys")),
    )
    op.create_index(op.f("ix_inbox_keys_kept_at"), "inbox_keys", ["kept_at"], unique=False)
    op.create_table(
        "notices",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("put_at", UtcDateTime(), nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_notices_unsettled",
        "notices",
        ["bot_id", "id"],
        unique=False,
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_table(
        "administrators",
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_administrators_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", "telegram_id", name=op.f("pk_administrators")),
    )
    op.create_index(op.f("ix_administrators_telegram_id"), "administrators", ["telegram_id"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("username", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("client_language", sa.Text(), nullable=True),
        sa.Column("started", sa.Boolean(), nullable=False),
        sa.Column("may_be_mentioned", sa.Boolean(), nullable=False),
        sa.Column("home_chat_id", BigKey, nullable=True),
        sa.ForeignKeyConstraint(["home_chat_id"], ["chats.id"], name=op.f("fk_people_home_chat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("bot_id", "telegram_id", name=op.f("uq_people_bot_id_telegram_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "slots",
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("wanted_rev", sa.Integer(), nullable=False),
        sa.Column("sent_rev", sa.Integer(), nullable=False),
        sa.Column("fresh_rev", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=True),
        sa.CheckConstraint("sent_rev <= wanted_rev", name=op.f("ck_slots_sent_was_wanted")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_slots_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", "name", name=op.f("pk_slots")),
    )
    op.create_table(
        "dialogs",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("run", sa.BigInteger(), nullable=False),
        sa.Column("dialog", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("answers", JsonText(), nullable=False),
        sa.Column("trail", JsonText(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("idle_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.Column("pending", sa.Text(), nullable=True),
        sa.Column("asked_message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_dialogs_chat_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_dialogs_person_id")),
        sa.PrimaryKeyConstraint("bot_id", "chat_id", "person_id", name=op.f("pk_dialogs")),
        sa.UniqueConstraint("bot_id", "run", name=op.f("uq_dialogs_bot_id_run")),
    )
    op.create_index(op.f("ix_dialogs_bot_id_expires_at"), "dialogs", ["bot_id", "expires_at"], unique=False)
    op.create_table(
        "messages",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", BigKey, nullable=True),
        sa.Column("notice_id", BigKey, nullable=True),
        sa.Column("person_id", BigKey, nullable=True),
        sa.Column("slot", sa.Text(), nullable=True),
        sa.Column("pinned_rev", sa.Integer(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("lease_until", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("parts_sent", sa.Integer(), nullable=False),
        sa.Column("not_before", UtcDateTime(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("put_at", UtcDateTime(), nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(state = 'sending') = (lease_until IS NOT NULL)", name=op.f("ck_messages_leased_while_sending")
        ),
        sa.CheckConstraint(
            "(state IN ('sent', 'skipped', 'failed')) = (finished_at IS NOT NULL)",
            name=op.f("ck_messages_finished_whole"),
        ),
        sa.CheckConstraint("chat_id IS NOT NULL OR state = 'skipped'", name=op.f("ck_messages_goes_somewhere")),
        sa.CheckConstraint(
            "slot IS NOT NULL OR content IS NOT NULL OR state = 'skipped'", name=op.f("ck_messages_says_something")
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'sending', 'sent', 'unsure', 'skipped', 'failed')",
            name=op.f("ck_messages_state_known"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('skipped', 'failed') OR reason IS NOT NULL", name=op.f("ck_messages_reason_kept")
        ),
        sa.CheckConstraint("(notice_id IS NULL) = (person_id IS NULL)", name=op.f("ck_messages_addressed_whole")),
        sa.CheckConstraint("parts_sent >= 0", name=op.f("ck_messages_parts_sent_positive")),
        sa.CheckConstraint("(owner IS NULL) = (lease_until IS NULL)", name=op.f("ck_messages_leased_whole")),
        sa.ForeignKeyConstraint(
            ["chat_id", "slot"], ["slots.chat_id", "slots.name"], name=op.f("fk_messages_chat_id_slot")
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_messages_chat_id")),
        sa.ForeignKeyConstraint(["notice_id"], ["notices.id"], name=op.f("fk_messages_notice_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_messages_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sa.UniqueConstraint("notice_id", "person_id", name=op.f("uq_messages_notice_id_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_messages_chat_id_slot"), "messages", ["chat_id", "slot"], unique=False)
    op.create_index(op.f("ix_messages_finished_at"), "messages", ["finished_at"], unique=False)
    op.create_index(
        "ix_messages_pending",
        "messages",
        ["bot_id", "chat_id", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
        postgresql_where=sa.text("state IN ('waiting', 'sending', 'unsure')"),
    )
    op.create_index(
        "uq_messages_in_flight",
        "messages",
        ["chat_id"],
        unique=True,
        sqlite_where=sa.text("state = 'sending'"),
        postgresql_where=sa.text("state = 'sending'"),
    )
    op.create_table(
        "residents",
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("met_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_residents_chat_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_residents_person_id")),
        sa.PrimaryKeyConstraint("chat_id", "person_id", name=op.f("pk_residents")),
    )
    op.create_index(op.f("ix_residents_person_id"), "residents", ["person_id"], unique=False)
    op.create_table(
        "wishes",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("estate_key", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("words_folded", sa.Text(), nullable=False),
        sa.Column("building", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("door", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("visibility", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("author_id", BigKey, nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("chat_id", BigKey, nullable=False),
        sa.Column("filed_at", UtcDateTime(), nullable=False),
        sa.Column("next_date", sa.Date(), nullable=True),
        sa.Column("photo", sa.Text(), nullable=True),
        sa.Column("taken_by", BigKey, nullable=True),
        sa.Column("taken_by_name", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "category IN ('repair', 'cleaning', 'safety', 'parking', 'noise', 'greenery', 'care', 'other')",
            name=op.f("ck_wishes_category_known"),
        ),
        sa.CheckConstraint("kind IN ('want', 'offer', 'suggestion')", name=op.f("ck_wishes_kind_known")),
        sa.CheckConstraint("state <> 'promised' OR next_date IS NOT NULL", name=op.f("ck_wishes_promised_with_date")),
        sa.CheckConstraint("state <> 'taken' OR taken_by IS NOT NULL", name=op.f("ck_wishes_taken_by_somebody")),
        sa.CheckConstraint(
            "state IN ('open', 'taken', 'promised', 'declined', 'answered', 'done')", name=op.f("ck_wishes_state_known")
        ),
        sa.CheckConstraint(
            "state NOT IN ('declined', 'answered', 'done') OR next_date IS NULL",
            name=op.f("ck_wishes_ended_without_date"),
        ),
        sa.CheckConstraint(
            "visibility IN ('public', 'nameless', 'committee')", name=op.f("ck_wishes_visibility_known")
        ),
        sa.CheckConstraint("(taken_by IS NULL) = (taken_by_name IS NULL)", name=op.f("ck_wishes_taken_whole")),
        sa.CheckConstraint("length(words) > 0", name=op.f("ck_wishes_words_present")),
        sa.CheckConstraint("number > 0", name=op.f("ck_wishes_number_positive")),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name=op.f("fk_wishes_author_id")),
        sa.ForeignKeyConstraint(
            ["bot_id", "photo"], ["files.bot_id", "files.key"], name=op.f("fk_wishes_bot_id_photo")
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_wishes_chat_id")),
        sa.ForeignKeyConstraint(["taken_by"], ["people.id"], name=op.f("fk_wishes_taken_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wishes")),
        sa.UniqueConstraint("bot_id", "estate_key", "number", name=op.f("uq_wishes_bot_id_estate_key_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_wishes_author_id"), "wishes", ["author_id"], unique=False)
    op.create_index(op.f("ix_wishes_chat_id"), "wishes", ["chat_id"], unique=False)
    op.create_table(
        "answers",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("speaker_telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("speaker_name", sa.Text(), nullable=False),
        sa.Column("speaker_body", sa.Text(), nullable=False),
        sa.Column("speaker_id", BigKey, nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("(kind = 'promise') = (due_on IS NOT NULL)", name=op.f("ck_answers_promise_with_date")),
        sa.CheckConstraint("kind IN ('promise', 'decline', 'reply', 'done')", name=op.f("ck_answers_kind_known")),
        sa.CheckConstraint(
            "kind NOT IN ('decline', 'reply') OR length(words) > 0", name=op.f("ck_answers_reason_given")
        ),
        sa.CheckConstraint(
            "speaker_body IN ('committee', 'property', 'owners', 'moderator')",
            name=op.f("ck_answers_speaker_body_known"),
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["people.id"], name=op.f("fk_answers_speaker_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_answers_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answers")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_answers_wish_id"), "answers", ["wish_id"], unique=False)
    op.create_table(
        "followers",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.CheckConstraint("stance IN ('join', 'support', 'help')", name=op.f("ck_followers_stance_known")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_followers_person_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_followers_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_followers")),
        sa.UniqueConstraint("wish_id", "person_id", "stance", name=op.f("uq_followers_wish_id_person_id_stance")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_followers_person_id"), "followers", ["person_id"], unique=False)
    op.create_table(
        "answer_photos",
        sa.Column("answer_id", BigKey, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answers.id"], name=op.f("fk_answer_photos_answer_id")),
        sa.ForeignKeyConstraint(
            ["bot_id", "photo"], ["files.bot_id", "files.key"], name=op.f("fk_answer_photos_bot_id_photo")
        ),
        sa.PrimaryKeyConstraint("answer_id", "position", name=op.f("pk_answer_photos")),
    )
    op.create_table(
        "thanks",
        sa.Column("answer_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("thanked_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answers.id"], name=op.f("fk_thanks_answer_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_thanks_person_id")),
        sa.PrimaryKeyConstraint("answer_id", "person_id", name=op.f("pk_thanks")),
    )


def downgrade() -> None:
    op.drop_table("thanks")
    op.drop_table("answer_photos")
    op.drop_table("followers")
    op.drop_table("answers")
    op.drop_table("wishes")
    op.drop_table("residents")
    op.drop_table("messages")
    op.drop_table("dialogs")
    op.drop_table("slots")
    op.drop_table("people")
    op.drop_table("administrators")
    op.drop_table("notices")
    op.drop_table("inbox_keys")
    op.drop_table("inbox")
    op.drop_table("files")
    op.drop_table("counters")
    op.drop_table("chats")
