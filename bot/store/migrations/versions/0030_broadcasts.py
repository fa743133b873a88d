"""Broadcasts, the chats each goes to, its files, and who says that they read it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.add_column("slots", sa.Column("companions", JsonText(), nullable=True))
    op.create_table('broadcasts',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('estate_key', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('words', JsonText(), nullable=False),
    sa.Column('whom', sa.Text(), nullable=False),
    sa.Column('estate_keys', JsonText(), nullable=False),
    sa.Column('buildings', JsonText(), nullable=False),
    sa.Column('of_id', sa.BigInteger(), nullable=True),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('ask_read', sa.Boolean(), nullable=False),
    sa.Column('emergency', sa.Boolean(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('by_id', BigKey, nullable=False),
    sa.Column('by_name', sa.Text(), nullable=False),
    sa.Column('by_body', sa.Text(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('desk_chat_id', BigKey, nullable=True),
    sa.Column('desk_language', sa.Text(), nullable=False),
    sa.Column('starts_at', UtcDateTime(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('retracted', sa.Boolean(), nullable=False),
    sa.Column('corrected_at', UtcDateTime(), nullable=True),
    sa.Column('confirmed_by', sa.Text(), nullable=False),
    sa.Column('ended_at', UtcDateTime(), nullable=True),
    sa.Column('unreached', JsonText(), nullable=False),
    sa.Column('feed_at', UtcDateTime(), nullable=True),
    sa.Column('shown_at', UtcDateTime(), nullable=True),
    sa.CheckConstraint("(ended_at IS NULL) = (state IN ('proposed', 'sending', 'paused'))", name=op.f('ck_broadcasts_ended_whole')),
    sa.CheckConstraint("by_body IN ('committee', 'property', 'owners', 'moderator')", name=op.f('ck_broadcasts_by_body_known')),
    sa.CheckConstraint("channel IN ('groups', 'private', 'both')", name=op.f('ck_broadcasts_channel_known')),
    sa.CheckConstraint("state <> 'sending' OR feed_at IS NOT NULL", name=op.f('ck_broadcasts_fed_while_sending')),
    sa.CheckConstraint("state IN ('proposed', 'sending', 'paused', 'done', 'cancelled', 'declined')", name=op.f('ck_broadcasts_state_known')),
    sa.CheckConstraint("whom IN ('all', 'buildings', 'helpers', 'staff', 'followers', 'unread')", name=op.f('ck_broadcasts_whom_known')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_broadcasts_by_id')),
    sa.ForeignKeyConstraint(['desk_chat_id'], ['chats.id'], name=op.f('fk_broadcasts_desk_chat_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcasts')),
    sa.UniqueConstraint('bot_id', 'estate_key', 'number', name=op.f('uq_broadcasts_bot_id_estate_key_number')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_broadcasts_by_id'), 'broadcasts', ['by_id'], unique=False)
    op.create_index(op.f('ix_broadcasts_desk_chat_id'), 'broadcasts', ['desk_chat_id'], unique=False)
    op.create_index('ix_broadcasts_feed', 'broadcasts', ['bot_id', 'feed_at'], unique=False, sqlite_where=sa.text('feed_at IS NOT NULL'), postgresql_where=sa.text('feed_at IS NOT NULL'))
    op.create_table('broadcast_files',
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('broadcast_id', BigKey, nullable=False),
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('file', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['bot_id', 'file'], ['files.bot_id', 'files.key'], name=op.f('fk_broadcast_files_bot_id_file')),
    sa.ForeignKeyConstraint(['broadcast_id'], ['broadcasts.id'], name=op.f('fk_broadcast_files_broadcast_id')),
    sa.PrimaryKeyConstraint('broadcast_id', 'position', name=op.f('pk_broadcast_files'))
    )
    op.create_index(op.f('ix_broadcast_files_bot_id_file'), 'broadcast_files', ['bot_id', 'file'], unique=False)
    op.create_table('broadcast_reads',
    sa.Column('broadcast_id', BigKey, nullable=False),
    sa.Column('person_id', BigKey, nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['broadcast_id'], ['broadcasts.id'], name=op.f('fk_broadcast_reads_broadcast_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_broadcast_reads_person_id')),
    sa.PrimaryKeyConstraint('broadcast_id', 'person_id', name=op.f('pk_broadcast_reads'))
    )
    op.create_index(op.f('ix_broadcast_reads_person_id'), 'broadcast_reads', ['person_id'], unique=False)
    op.create_table('broadcast_recipients',
    sa.Column('broadcast_id', BigKey, nullable=False),
    sa.Column('chat_id', BigKey, nullable=False),
    sa.Column('person_id', BigKey, nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('put_rev', sa.Integer(), nullable=False),
    sa.Column('settled_rev', sa.Integer(), nullable=False),
    sa.Column('outcome', sa.Text(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('sent_at', UtcDateTime(), nullable=True),
    sa.CheckConstraint("outcome IN ('sent', 'failed', 'dropped')", name=op.f('ck_broadcast_recipients_outcome_known')),
    sa.CheckConstraint('settled_rev <= put_rev', name=op.f('ck_broadcast_recipients_settled_was_put')),
    sa.ForeignKeyConstraint(['broadcast_id'], ['broadcasts.id'], name=op.f('fk_broadcast_recipients_broadcast_id')),
    sa.ForeignKeyConstraint(['chat_id'], ['chats.id'], name=op.f('fk_broadcast_recipients_chat_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_broadcast_recipients_person_id')),
    sa.PrimaryKeyConstraint('broadcast_id', 'chat_id', name=op.f('pk_broadcast_recipients'))
    )
    op.create_index(op.f('ix_broadcast_recipients_broadcast_id_put_rev_position'), 'broadcast_recipients', ['broadcast_id', 'put_rev', 'position'], unique=False)
    op.create_index(op.f('ix_broadcast_recipients_chat_id'), 'broadcast_recipients', ['chat_id'], unique=False)
    op.create_index('ix_broadcast_recipients_pending', 'broadcast_recipients', ['broadcast_id'], unique=False, sqlite_where=sa.text('put_rev > settled_rev'), postgresql_where=sa.text('put_rev > settled_rev'))
    op.create_index(op.f('ix_broadcast_recipients_person_id'), 'broadcast_recipients', ['person_id'], unique=False)


def downgrade() -> None:
    op.drop_table("broadcast_reads")
    op.drop_table("broadcast_recipients")
    op.drop_table("broadcast_files")
    op.drop_table("broadcasts")
    op.drop_column("slots", "companions")
