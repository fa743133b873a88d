"""What groups use: when that is looked at and what was told of it; what was stopped in which group."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.create_table('function_reviews',
    sa.Column('chat_id', BigKey, autoincrement=False, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('estate_key', sa.Text(), nullable=False),
    sa.Column('since', UtcDateTime(), nullable=False),
    sa.Column('next_at', UtcDateTime(), nullable=False),
    sa.Column('told_at', UtcDateTime(), nullable=True),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('known', sa.Integer(), nullable=False),
    sa.Column('uses', JsonText(), nullable=False),
    sa.Column('kept', JsonText(), nullable=False),
    sa.ForeignKeyConstraint(['chat_id'], ['chats.id'], name=op.f('fk_function_reviews_chat_id')),
    sa.PrimaryKeyConstraint('chat_id', name=op.f('pk_function_reviews'))
    )
    op.create_index(op.f('ix_function_reviews_bot_id_next_at'), 'function_reviews', ['bot_id', 'next_at'], unique=False)
    op.create_table('stopped_functions',
    sa.Column('chat_id', BigKey, autoincrement=False, nullable=False),
    sa.Column('function', sa.Text(), nullable=False),
    sa.Column('stopped_at', UtcDateTime(), nullable=False),
    sa.CheckConstraint("function IN ('wishes', 'support', 'claims', 'signups', 'polls', 'broadcasts')", name=op.f('ck_stopped_functions_function_known')),
    sa.ForeignKeyConstraint(['chat_id'], ['chats.id'], name=op.f('fk_stopped_functions_chat_id')),
    sa.PrimaryKeyConstraint('chat_id', 'function', name=op.f('pk_stopped_functions'))
    )


def downgrade() -> None:
    op.drop_table('stopped_functions')
    op.drop_table('function_reviews')
