"""Sign-ups: what for, in which groups, who is on the list, what somebody is still to be told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.create_table('signups',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('estate_key', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('where_named', sa.Text(), nullable=False),
    sa.Column('starts_at', UtcDateTime(), nullable=False),
    sa.Column('closes_at', UtcDateTime(), nullable=False),
    sa.Column('places', sa.Integer(), nullable=True),
    sa.Column('guests', sa.Integer(), nullable=False),
    sa.Column('names', sa.Boolean(), nullable=False),
    sa.Column('zone', sa.Text(), nullable=False),
    sa.Column('organiser_id', BigKey, nullable=False),
    sa.Column('organiser', sa.Text(), nullable=False),
    sa.Column('opened_at', UtcDateTime(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('remind_at', UtcDateTime(), nullable=True),
    sa.Column('next_at', UtcDateTime(), nullable=True),
    sa.Column('taken', sa.Integer(), nullable=False),
    sa.CheckConstraint("state <> 'cancelled' OR reason <> ''", name=op.f('ck_signups_cancelled_with_reason')),
    sa.CheckConstraint("closes_at <= starts_at OR state <> 'open'", name=op.f('ck_signups_closes_before')),
    sa.CheckConstraint("state IN ('open', 'closed', 'cancelled')", name=op.f('ck_signups_state_known')),
    sa.CheckConstraint('taken >= 0 AND (places IS NULL OR taken <= places)', name=op.f('ck_signups_no_place_twice')),
    sa.ForeignKeyConstraint(['organiser_id'], ['people.id'], name=op.f('fk_signups_organiser_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signups')),
    sa.UniqueConstraint('bot_id', 'estate_key', 'number', name=op.f('uq_signups_bot_id_estate_key_number')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_signups_bot_id_next_at'), 'signups', ['bot_id', 'next_at'], unique=False)
    op.create_index(op.f('ix_signups_organiser_id'), 'signups', ['organiser_id'], unique=False)
    op.create_table('signup_chats',
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('signup_id', BigKey, nullable=False),
    sa.Column('chat_id', BigKey, nullable=False),
    sa.ForeignKeyConstraint(['chat_id'], ['chats.id'], name=op.f('fk_signup_chats_chat_id')),
    sa.ForeignKeyConstraint(['signup_id'], ['signups.id'], name=op.f('fk_signup_chats_signup_id')),
    sa.PrimaryKeyConstraint('signup_id', 'chat_id', name=op.f('pk_signup_chats'))
    )
    op.create_index(op.f('ix_signup_chats_chat_id'), 'signup_chats', ['chat_id'], unique=False)
    op.create_table('signup_entries',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('signup_id', BigKey, nullable=False),
    sa.Column('person_id', BigKey, nullable=True),
    sa.Column('by_id', BigKey, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('guests', sa.Integer(), nullable=False),
    sa.Column('guest_names', sa.Text(), nullable=False),
    sa.Column('placed', sa.Boolean(), nullable=False),
    sa.Column('chat_id', BigKey, nullable=True),
    sa.CheckConstraint('guests >= 0', name=op.f('ck_signup_entries_guests_positive')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_signup_entries_by_id')),
    sa.ForeignKeyConstraint(['chat_id'], ['chats.id'], name=op.f('fk_signup_entries_chat_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_signup_entries_person_id')),
    sa.ForeignKeyConstraint(['signup_id'], ['signups.id'], name=op.f('fk_signup_entries_signup_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signup_entries')),
    sa.UniqueConstraint('signup_id', 'person_id', name=op.f('uq_signup_entries_signup_id_person_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_signup_entries_by_id'), 'signup_entries', ['by_id'], unique=False)
    op.create_index(op.f('ix_signup_entries_chat_id'), 'signup_entries', ['chat_id'], unique=False)
    op.create_index(op.f('ix_signup_entries_person_id'), 'signup_entries', ['person_id'], unique=False)
    op.create_table('signup_news',
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('signup_id', BigKey, nullable=False),
    sa.Column('entry_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('news', sa.Text(), nullable=False),
    sa.Column('due_at', UtcDateTime(), nullable=False),
    sa.CheckConstraint("news IN ('moved-up', 'changed', 'cancelled', 'reminder', 'list', 'left')", name=op.f('ck_signup_news_news_known')),
    sa.ForeignKeyConstraint(['signup_id'], ['signups.id'], name=op.f('fk_signup_news_signup_id')),
    sa.PrimaryKeyConstraint('signup_id', 'entry_id', 'news', name=op.f('pk_signup_news'))
    )
    op.create_index(op.f('ix_signup_news_bot_id_due_at'), 'signup_news', ['bot_id', 'due_at'], unique=False)


def downgrade() -> None:
    op.drop_table("signup_news")
    op.drop_table("signup_entries")
    op.drop_table("signup_chats")
    op.drop_table("signups")
