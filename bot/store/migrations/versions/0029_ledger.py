"""The open ledger: entries with their corrections and documents, questions about them, lists that officers sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.store.types import BigKey, JsonText, UtcDateTime

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table('ledger_entries',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('estate_key', sa.Text(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Text(), nullable=False),
    sa.Column('category', sa.Text(), nullable=False),
    sa.Column('cents', sa.BigInteger(), nullable=True),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('words_folded', sa.Text(), nullable=False),
    sa.Column('at', UtcDateTime(), nullable=False),
    sa.Column('by_id', BigKey, nullable=False),
    sa.Column('by_name', sa.Text(), nullable=False),
    sa.Column('by_body', sa.Text(), nullable=False),
    sa.Column('corrects_id', BigKey, nullable=True),
    sa.Column('root_id', BigKey, nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('cancels', sa.Boolean(), nullable=False),
    sa.CheckConstraint("(cents IS NULL) = (kind = 'decision')", name=op.f('ck_ledger_entries_cents_but_for_decisions')),
    sa.CheckConstraint("(corrects_id IS NULL) = (root_id IS NULL) AND (corrects_id IS NULL OR reason <> '')", name=op.f('ck_ledger_entries_corrects_whole')),
    sa.CheckConstraint("by_body IN ('committee', 'property', 'owners', 'moderator')", name=op.f('ck_ledger_entries_by_body_known')),
    sa.CheckConstraint("kind IN ('decision', 'income', 'expense', 'asset')", name=op.f('ck_ledger_entries_kind_known')),
    sa.CheckConstraint('cents >= 0', name=op.f('ck_ledger_entries_cents_positive')),
    sa.CheckConstraint('corrects_id IS NOT NULL OR NOT cancels', name=op.f('ck_ledger_entries_cancels_something')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_ledger_entries_by_id')),
    sa.ForeignKeyConstraint(['corrects_id'], ['ledger_entries.id'], name=op.f('fk_ledger_entries_corrects_id')),
    sa.ForeignKeyConstraint(['root_id'], ['ledger_entries.id'], name=op.f('fk_ledger_entries_root_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ledger_entries')),
    sa.UniqueConstraint('bot_id', 'estate_key', 'number', name=op.f('uq_ledger_entries_bot_id_estate_key_number')),
    sa.UniqueConstraint('corrects_id', name=op.f('uq_ledger_entries_corrects_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_ledger_entries_bot_id_estate_key_day'), 'ledger_entries', ['bot_id', 'estate_key', 'day'], unique=False)
    op.create_index(op.f('ix_ledger_entries_by_id'), 'ledger_entries', ['by_id'], unique=False)
    op.create_index(op.f('ix_ledger_entries_root_id'), 'ledger_entries', ['root_id'], unique=False)
    op.create_table('ledger_imports',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('estate_key', sa.Text(), nullable=False),
    sa.Column('chat_id', BigKey, nullable=False),
    sa.Column('person_id', BigKey, nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('file', sa.Text(), nullable=True),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('sent_at', UtcDateTime(), nullable=False),
    sa.Column('entries', JsonText(), nullable=True),
    sa.CheckConstraint('(entries IS NULL) = (file IS NOT NULL)', name=op.f('ck_ledger_imports_file_until_read')),
    sa.ForeignKeyConstraint(['bot_id', 'file'], ['files.bot_id', 'files.key'], name=op.f('fk_ledger_imports_bot_id_file')),
    sa.ForeignKeyConstraint(['chat_id'], ['chats.id'], name=op.f('fk_ledger_imports_chat_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_ledger_imports_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ledger_imports')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_ledger_imports_chat_id'), 'ledger_imports', ['chat_id'], unique=False)
    op.create_index('ix_ledger_imports_file', 'ledger_imports', ['bot_id', 'file'], unique=False, sqlite_where=sa.text('file IS NOT NULL'), postgresql_where=sa.text('file IS NOT NULL'))
    op.create_index(op.f('ix_ledger_imports_person_id'), 'ledger_imports', ['person_id'], unique=False)
    op.create_table('ledger_files',
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('entry_id', BigKey, nullable=False),
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('file', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['bot_id', 'file'], ['files.bot_id', 'files.key'], name=op.f('fk_ledger_files_bot_id_file')),
    sa.ForeignKeyConstraint(['entry_id'], ['ledger_entries.id'], name=op.f('fk_ledger_files_entry_id')),
    sa.PrimaryKeyConstraint('entry_id', 'position', name=op.f('pk_ledger_files'))
    )
    op.create_index(op.f('ix_ledger_files_bot_id_file'), 'ledger_files', ['bot_id', 'file'], unique=False)
    op.create_table('ledger_questions',
    sa.Column('id', BigKey, autoincrement=True, nullable=False),
    sa.Column('bot_id', sa.BigInteger(), nullable=False),
    sa.Column('entry_id', BigKey, nullable=False),
    sa.Column('asker_id', BigKey, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('asked_at', UtcDateTime(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answered_at', UtcDateTime(), nullable=True),
    sa.Column('answered_by_id', BigKey, nullable=True),
    sa.Column('answered_by_name', sa.Text(), nullable=True),
    sa.Column('answered_by_body', sa.Text(), nullable=True),
    sa.Column('folded', sa.Boolean(), nullable=False),
    sa.CheckConstraint("(answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL) = (answered_by_name IS NULL) AND (answered_at IS NULL) = (answered_by_body IS NULL) AND (answered_at IS NULL OR answer <> '')", name=op.f('ck_ledger_questions_answered_whole')),
    sa.CheckConstraint("answered_by_body IN ('committee', 'property', 'owners', 'moderator')", name=op.f('ck_ledger_questions_answered_by_body_known')),
    sa.ForeignKeyConstraint(['answered_by_id'], ['people.id'], name=op.f('fk_ledger_questions_answered_by_id')),
    sa.ForeignKeyConstraint(['asker_id'], ['people.id'], name=op.f('fk_ledger_questions_asker_id')),
    sa.ForeignKeyConstraint(['entry_id'], ['ledger_entries.id'], name=op.f('fk_ledger_questions_entry_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ledger_questions')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_ledger_questions_answered_by_id'), 'ledger_questions', ['answered_by_id'], unique=False)
    op.create_index(op.f('ix_ledger_questions_asker_id'), 'ledger_questions', ['asker_id'], unique=False)
    op.create_index(op.f('ix_ledger_questions_entry_id'), 'ledger_questions', ['entry_id'], unique=False)


def downgrade() -> None:
    op.drop_table("ledger_questions")
    op.drop_table("ledger_files")
    op.drop_table("ledger_imports")
    op.drop_table("ledger_entries")
