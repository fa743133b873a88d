"""Where a wish is, finer than its place; and what was said of suggested similar wishes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.domain.places import Place
from bot.domain.whereabouts import whereabouts_of
from bot.store.types import BigKey, UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("wishes", sa.Column("building_said", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("wishes", sa.Column("floor_from", sa.Integer(), nullable=True))
    op.add_column("wishes", sa.Column("floor_to", sa.Integer(), nullable=True))
    op.add_column("wishes", sa.Column("every_floor", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("wishes", sa.Column("flat", sa.Text(), nullable=True))
    op.add_column("wishes", sa.Column("lift", sa.Text(), nullable=True))
    op.add_column("wishes", sa.Column("side", sa.Text(), nullable=True))
    op.add_column("wishes", sa.Column("gate", sa.Text(), nullable=True))
    op.add_column("wishes", sa.Column("garage", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("wishes", sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("0")))
    condition = sa.text("state IN ('open', 'taken', 'promised') AND visibility <> 'committee'")
    op.create_index(
        "ix_wishes_open_public",
        "wishes",
        ["bot_id", "estate_key", "id", "revision"],
        unique=False,
        sqlite_where=condition,
        postgresql_where=condition,
    )
    op.create_table(
        "similar_taps",
        sa.Column("id", BigKey, autoincrement=True, nullable=False),
        sa.Column("wish_id", BigKey, nullable=False),
        sa.Column("person_id", BigKey, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("suggested_words", sa.Text(), nullable=False),
        sa.Column("tapped_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("label IN ('same', 'different')", name=op.f("ck_similar_taps_label_known")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_similar_taps_person_id")),
        sa.ForeignKeyConstraint(["wish_id"], ["wishes.id"], name=op.f("fk_similar_taps_wish_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_similar_taps")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_similar_taps_wish_id"), "similar_taps", ["wish_id"], unique=False)
    op.create_index(op.f("ix_similar_taps_person_id"), "similar_taps", ["person_id"], unique=False)
    read_the_wishes_filed_before()


def read_the_wishes_filed_before() -> None:
    """What the wishes of version 0.1 say of their whereabouts."""
    names = ("id", "words", "building", "unit", "floor", "door")
    finer = ("building_said", "floor_from", "floor_to", "every_floor", "flat", "lift", "side", "gate", "garage")
    wishes = sa.table("wishes", *(sa.column(name) for name in (*names, *finer)))
    connection = op.get_bind()
    for row in connection.execute(sa.select(*(wishes.c[name] for name in names))).all():
        where = whereabouts_of(row.words, Place(row.building, row.unit, row.floor, row.door))
        values = {name: getattr(where, "door" if name == "flat" else name) for name in finer}
        connection.execute(sa.update(wishes).where(wishes.c.id == row.id).values(values))


def downgrade() -> None:
    op.drop_table("similar_taps")
    op.drop_index("ix_wishes_open_public", "wishes")
    for name in ("revision", "garage", "gate", "side", "lift", "flat", "every_floor", "floor_to", "floor_from", "building_said"):
        op.drop_column("wishes", name)
