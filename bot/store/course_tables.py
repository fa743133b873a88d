"""The table of the steps that wishes took."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Date, Index, Table, Text

from bot.domain.course import Mover, Step
from bot.domain.people import Body
from bot.domain.wishes import State
from bot.store.schema import key, metadata, refers
from bot.store.types import UtcDateTime, one_of

wish_steps = Table(
    "wish_steps",
    metadata,
    key(),
    refers("wish_id", "wishes.id", nullable=False),
    Column("step", Text, nullable=False),
    Column("state", Text, nullable=False),  #: after it
    Column("mover", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("speaker_telegram_id", BigInteger),  #: NULL: nobody of the staff
    Column("speaker_name", Text),
    Column("speaker_body", Text),
    refers("answer_id", "answers.id"),  #: says why
    Column("next_date", Date),  #: of the wish after it
    Column("detail", Text),  #: what it was classed as
    one_of("step", Step),
    one_of("state", State),
    one_of("mover", Mover),
    one_of("speaker_body", Body),
    CheckConstraint("(mover = 'staff') = (speaker_name IS NOT NULL)", name="staff_named"),
    CheckConstraint(
        "(speaker_name IS NULL) = (speaker_body IS NULL) AND (speaker_name IS NULL) = (speaker_telegram_id IS NULL)",
        name="speaker_whole",
    ),
    CheckConstraint("(step = 'classed') = (detail IS NOT NULL)", name="classed_as_something"),
    Index(None, "wish_id"),
    Index(None, "speaker_telegram_id"),
    sqlite_autoincrement=True,
)
