"""What all tables are made of: the metadata with its names for constraints, keys, references, partial indexes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, text

from bot.store.types import BigKey

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def key() -> Column[int]:
    return Column("id", BigKey, primary_key=True, autoincrement=True)


def bot() -> Column[int]:
    return Column("bot_id", BigInteger, nullable=False)


def refers(name: str, target: str, **options: Any) -> Column[int]:
    return Column(name, BigInteger().with_variant(Integer(), "sqlite"), ForeignKey(target), **options)


def only(condition: str) -> dict[str, Any]:
    """An index over the rows that fulfil this alone."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


#: the wishes among which similar ones are looked for; as text, so that the index over them is used
OPEN_PUBLIC = (
    "state IN ('open', 'taken', 'promised', 'later', 'returned')"
    " AND visibility <> 'committee' AND display = 'shown' AND words <> ''"
)
