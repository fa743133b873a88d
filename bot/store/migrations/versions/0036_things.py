"""What neighbours found, lost and give away: what it is, in which groups, who answers, what is still to be told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.create_table('things',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('estate_key', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('where_named', sa.Text(), nullable=False),
    sa.Column('photo', sa.Text(), nullable=True),
    sa.Column('poster_id', BigKey, nullable=False),
    sa.Column('poster', sa.Text(), nullable=False),
    sa.Column('posted_at', UtcDateTime(), nullable=False),
    sa.Column('expires_at', UtcDateTime(), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('ask_at', UtcDateTime(), nullable=True),
    sa.Column('prolonged', sa.Integer(), nullable=False),
    sa.Column('ended_at', UtcDateTime(), nullable=True),
    sa.Column('next_at', UtcDateTime(), nullable=True),
    sa.CheckConstraint("(state = 'open') = (ended_at IS NULL)", name=op.f('ck_things_ended_when_over')),
    sa.CheckConstraint("kind IN ('found', 'lost', 'giveaway')", name=op.f('ck_things_kind_known')),
    sa.CheckConstraint("state IN ('open', 'handed-over', 'withdrawn', 'removed', 'expired')", name=op.f('ck_things_state_known')),
    sa.CheckConstraint('prolonged >= 0', name=op.f('ck_things_prolonged_positive')),
    sa.ForeignKeyConstraint(['bot_id', 'photo'], ['files.bot_id', 'files.key'], name=op.f('fk_things_bot_id_photo')),
    sa.ForeignKeyConstraint(['poster_id'], ['people.id'], name=op.f('fk_things_poster_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_things')),
    sa.UniqueConstraint('bot_id', 'estate_key', 'number', name=op.f('uq_things_bot_id_estate_key_number')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_things_bot_id_next_at'), 'things', ['bot_id', 'next_at'], unique=False)
    op.create_index(op.f('ix_things_poster_id'), 'things', ['poster_id'], unique=False)
    op.create_table('thing_chats',
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('thing_id', BigKey, nullable=False),
    sa.Column('chat_id', BigKey, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('on_board', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['chat_id'], ['chats.id'], name=op.f('fk_thing_chats_chat_id')),
    sa.ForeignKeyConstraint(['thing_id'], ['things.id'], name=op.f('fk_thing_chats_thing_id')),
    sa.PrimaryKeyConstraint('thing_id', 'chat_id', name=op.f('pk_thing_chats'))
    )
    op.create_index(op.f('ix_thing_chats_chat_id_day'), 'thing_chats', ['chat_id', 'day'], unique=False)
    op.create_table('thing_news',
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('thing_id', BigKey, nullable=False),
    sa.Column('response_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('news', sa.Text(), nullable=False),
    sa.Column('due_at', UtcDateTime(), nullable=False),
    sa.CheckConstraint("news IN ('asked', 'left', 'ending', 'expired', 'removed', 'accepted', 'declined', 'over')", name=op.f('ck_thing_news_news_known')),
    sa.ForeignKeyConstraint(['thing_id'], ['things.id'], name=op.f('fk_thing_news_thing_id')),
    sa.PrimaryKeyConstraint('thing_id', 'response_id', 'news', name=op.f('pk_thing_news'))
    )
    op.create_index(op.f('ix_thing_news_bot_id_due_at'), 'thing_news', ['bot_id', 'due_at'], unique=False)
    op.create_table('thing_responses',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('thing_id', BigKey, nullable=False),
    sa.Column('person_id', BigKey, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('standing', sa.Text(), nullable=False),
    sa.Column('contact', sa.Text(), nullable=True),
    sa.CheckConstraint("contact IS NULL OR standing = 'accepted'", name=op.f('ck_thing_responses_contact_of_accepted')),
    sa.CheckConstraint("standing IN ('waiting', 'asked', 'accepted', 'declined', 'left')", name=op.f('ck_thing_responses_standing_known')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_thing_responses_person_id')),
    sa.ForeignKeyConstraint(['thing_id'], ['things.id'], name=op.f('fk_thing_responses_thing_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_thing_responses')),
    sa.UniqueConstraint('thing_id', 'person_id', name=op.f('uq_thing_responses_thing_id_person_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_thing_responses_person_id'), 'thing_responses', ['person_id'], unique=False)


def downgrade() -> None:
    op.drop_table("thing_news")
    op.drop_table("thing_responses")
    op.drop_table("thing_chats")
    op.drop_table("things")
