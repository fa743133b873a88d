"""Roles that people give each other: offered, accepted or declined, ended, with who told whom of it when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, UtcDateTime

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.create_table('role_grants',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('estate_key', sa.Text(), nullable=False),
    sa.Column('building', sa.Text(), nullable=True),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('starts', sa.Date(), nullable=False),
    sa.Column('ends', sa.Date(), nullable=True),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('code', sa.Text(), nullable=True),
    sa.Column('person_id', BigKey, nullable=True),
    sa.Column('offered_at', UtcDateTime(), nullable=False),
    sa.Column('offered_by_id', BigKey, nullable=False),
    sa.Column('offered_by', sa.Text(), nullable=False),
    sa.Column('answered_at', UtcDateTime(), nullable=True),
    sa.Column('ended_at', UtcDateTime(), nullable=True),
    sa.Column('ended_by_id', BigKey, nullable=True),
    sa.Column('ended_by', sa.Text(), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('shown', sa.Boolean(), nullable=False),
    sa.Column('tell_holder_at', UtcDateTime(), nullable=True),
    sa.Column('tell_giver_at', UtcDateTime(), nullable=True),
    sa.CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name=op.f('ck_role_grants_ended_at_a_moment')),
    sa.CheckConstraint("building IS NULL OR role = 'captain'", name=op.f('ck_role_grants_building_of_captains')),
    sa.CheckConstraint("role IN ('captain', 'volunteer', 'grid-worker', 'resident-moderator', 'committee-moderator', 'committee', 'property', 'owners', 'liaison', 'mediator', 'organisation', 'auditor', 'administrator')", name=op.f('ck_role_grants_role_known')),
    sa.CheckConstraint("state IN ('offered', 'accepted', 'declined', 'ended')", name=op.f('ck_role_grants_state_known')),
    sa.CheckConstraint("state NOT IN ('accepted', 'declined') OR answered_at IS NOT NULL", name=op.f('ck_role_grants_answered')),
    sa.CheckConstraint('(ended_at IS NULL) = (ended_by_id IS NULL)', name=op.f('ck_role_grants_ended_by_somebody')),
    sa.CheckConstraint('answered_at IS NULL OR (person_id IS NOT NULL AND code IS NULL)', name=op.f('ck_role_grants_answered_by_somebody')),
    sa.CheckConstraint('ends IS NULL OR ends >= starts', name=op.f('ck_role_grants_days_in_order')),
    sa.ForeignKeyConstraint(['ended_by_id'], ['people.id'], name=op.f('fk_role_grants_ended_by_id')),
    sa.ForeignKeyConstraint(['offered_by_id'], ['people.id'], name=op.f('fk_role_grants_offered_by_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_role_grants_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_role_grants')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_role_grants_accepted', 'role_grants', ['bot_id'], unique=False, sqlite_where=sa.text("state = 'accepted'"), postgresql_where=sa.text("state = 'accepted'"))
    op.create_index(op.f('ix_role_grants_bot_id_estate_key'), 'role_grants', ['bot_id', 'estate_key'], unique=False)
    op.create_index('ix_role_grants_code', 'role_grants', ['bot_id', 'code'], unique=True, sqlite_where=sa.text('code IS NOT NULL'), postgresql_where=sa.text('code IS NOT NULL'))
    op.create_index(op.f('ix_role_grants_ended_by_id'), 'role_grants', ['ended_by_id'], unique=False)
    op.create_index(op.f('ix_role_grants_offered_by_id'), 'role_grants', ['offered_by_id'], unique=False)
    op.create_index(op.f('ix_role_grants_person_id'), 'role_grants', ['person_id'], unique=False)
    op.create_index('ix_role_grants_tell_giver_at', 'role_grants', ['bot_id', 'tell_giver_at'], unique=False, sqlite_where=sa.text('tell_giver_at IS NOT NULL'), postgresql_where=sa.text('tell_giver_at IS NOT NULL'))
    op.create_index('ix_role_grants_tell_holder_at', 'role_grants', ['bot_id', 'tell_holder_at'], unique=False, sqlite_where=sa.text('tell_holder_at IS NOT NULL'), postgresql_where=sa.text('tell_holder_at IS NOT NULL'))


def downgrade() -> None:
    op.drop_table("role_grants")
