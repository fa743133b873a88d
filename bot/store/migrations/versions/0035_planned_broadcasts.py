"""What is going to be told many, once or again and again; templates with blanks for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.create_table('broadcast_templates',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('estate_key', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('words', JsonText(), nullable=False),
    sa.Column('by_id', BigKey, nullable=False),
    sa.Column('by_name', sa.Text(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_broadcast_templates_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcast_templates')),
    sa.UniqueConstraint('bot_id', 'estate_key', 'name', name=op.f('uq_broadcast_templates_bot_id_estate_key_name')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_broadcast_templates_by_id'), 'broadcast_templates', ['by_id'], unique=False)
    op.create_table('planned_broadcasts',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('estate_key', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('words', JsonText(), nullable=False),
    sa.Column('whom', sa.Text(), nullable=False),
    sa.Column('estate_keys', JsonText(), nullable=False),
    sa.Column('buildings', JsonText(), nullable=False),
    sa.Column('grids', JsonText(), nullable=True),
    sa.Column('of_id', sa.BigInteger(), nullable=True),
    sa.Column('channel', sa.Text(), nullable=False),
    sa.Column('ask_read', sa.Boolean(), nullable=False),
    sa.Column('emergency', sa.Boolean(), nullable=False),
    sa.Column('repeat', sa.Text(), nullable=False),
    sa.Column('first_on', sa.Date(), nullable=False),
    sa.Column('at_time', sa.Text(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('on_day_off', sa.Text(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('by_id', BigKey, nullable=False),
    sa.Column('by_name', sa.Text(), nullable=False),
    sa.Column('by_body', sa.Text(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('zone', sa.Text(), nullable=False),
    sa.Column('desk_chat_id', BigKey, nullable=True),
    sa.Column('desk_language', sa.Text(), nullable=False),
    sa.Column('skipped', JsonText(), nullable=False),
    sa.Column('moved', JsonText(), nullable=False),
    sa.Column('past_day', sa.Date(), nullable=True),
    sa.Column('due_day', sa.Date(), nullable=True),
    sa.Column('due_at', UtcDateTime(), nullable=True),
    sa.Column('missed_on', sa.Date(), nullable=True),
    sa.Column('sent', sa.Integer(), nullable=False),
    sa.Column('confirmed_by', sa.Text(), nullable=False),
    sa.Column('ended_at', UtcDateTime(), nullable=True),
    sa.CheckConstraint("(due_at IS NOT NULL) = (state IN ('proposed', 'planned'))", name=op.f('ck_planned_broadcasts_due_while_ahead')),
    sa.CheckConstraint("(ended_at IS NOT NULL) = (state IN ('stopped', 'over'))", name=op.f('ck_planned_broadcasts_ended_whole')),
    sa.CheckConstraint("by_body IN ('committee', 'property', 'owners', 'moderator')", name=op.f('ck_planned_broadcasts_by_body_known')),
    sa.CheckConstraint("channel IN ('groups', 'private', 'both')", name=op.f('ck_planned_broadcasts_channel_known')),
    sa.CheckConstraint("on_day_off IN ('same', 'before', 'after', 'leave-out')", name=op.f('ck_planned_broadcasts_on_day_off_known')),
    sa.CheckConstraint("repeat IN ('once', 'daily', 'workdays', 'weekly', 'monthly')", name=op.f('ck_planned_broadcasts_repeat_known')),
    sa.CheckConstraint("state IN ('proposed', 'planned', 'paused', 'stopped', 'over')", name=op.f('ck_planned_broadcasts_state_known')),
    sa.CheckConstraint("whom IN ('all', 'buildings', 'helpers', 'staff', 'followers', 'unread')", name=op.f('ck_planned_broadcasts_whom_known')),
    sa.CheckConstraint('(due_at IS NULL) = (due_day IS NULL)', name=op.f('ck_planned_broadcasts_due_whole')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_planned_broadcasts_by_id')),
    sa.ForeignKeyConstraint(['desk_chat_id'], ['chats.id'], name=op.f('fk_planned_broadcasts_desk_chat_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_planned_broadcasts')),
    sa.UniqueConstraint('bot_id', 'estate_key', 'number', name=op.f('uq_planned_broadcasts_bot_id_estate_key_number')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_planned_broadcasts_by_id'), 'planned_broadcasts', ['by_id'], unique=False)
    op.create_index(op.f('ix_planned_broadcasts_desk_chat_id'), 'planned_broadcasts', ['desk_chat_id'], unique=False)
    op.create_index('ix_planned_broadcasts_due', 'planned_broadcasts', ['bot_id', 'due_at'], unique=False, sqlite_where=sa.text('due_at IS NOT NULL'), postgresql_where=sa.text('due_at IS NOT NULL'))
    op.create_table('planned_files',
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('planned_id', BigKey, nullable=False),
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('file', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['bot_id', 'file'], ['files.bot_id', 'files.key'], name=op.f('fk_planned_files_bot_id_file')),
    sa.ForeignKeyConstraint(['planned_id'], ['planned_broadcasts.id'], name=op.f('fk_planned_files_planned_id')),
    sa.PrimaryKeyConstraint('planned_id', 'position', name=op.f('pk_planned_files'))
    )
    op.create_index(op.f('ix_planned_files_bot_id_file'), 'planned_files', ['bot_id', 'file'], unique=False)


def downgrade() -> None:
    for table in ("planned_files", "planned_broadcasts", "broadcast_templates"):
        op.drop_table(table)
