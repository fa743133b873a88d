"""Tables of how an estate begins, whether anybody answers, and what people thought better of."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, Table, Text

from bot.domain.intakes import IntakeState
from bot.domain.onboarding import Step
from bot.domain.people import Purpose
from bot.domain.presses import CardButton, Outcome
from bot.store.places import place_columns
from bot.store.schema import metadata, refers
from bot.store.types import UtcDateTime, one_of

onboardings = Table(
    "onboardings",
    metadata,
    refers("chat_id", "chats.id", primary_key=True),
    Column("step", Text, nullable=False),
    refers("invited_by", "people.id"),
    Column("purpose", Text),
    Column("estate_key", Text),
    *place_columns(),
    Column("page", Integer, nullable=False),
    refers("asked_by", "people.id"),
    Column("asked_at", UtcDateTime),
    Column("refused_at", UtcDateTime),
    one_of("step", Step),
    one_of("purpose", Purpose),
    CheckConstraint("(asked_by IS NULL) = (asked_at IS NULL)", name="asked_whole"),
    CheckConstraint("step <> 'asked' OR asked_by IS NOT NULL", name="asked_by_somebody"),
    CheckConstraint("page >= 0", name="page_positive"),
    Index(None, "asked_by"),
    Index(None, "invited_by"),
)

intakes = Table(
    "intakes",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("estate_key", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("last_act_at", UtcDateTime, nullable=False),
    Column("opened_at", UtcDateTime),
    Column("warned_at", UtcDateTime),
    Column("paused_at", UtcDateTime),
    one_of("state", IntakeState),
    CheckConstraint("(state = 'paused') = (paused_at IS NOT NULL)", name="paused_whole"),
    CheckConstraint("state = 'trial' OR opened_at IS NOT NULL", name="opened_once"),
)

trial_hands = Table(
    "trial_hands",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("estate_key", Text, primary_key=True),
    refers("person_id", "people.id", primary_key=True),
    Column("joined_at", UtcDateTime, nullable=False),
    Column("answered_at", UtcDateTime),
    Index(None, "person_id"),
)

# ---- second thoughts ----------------------------------------------------------------------------------------------

card_presses = Table(  # the last press of each counted button that did something: for taking it back
    "card_presses",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True),
    refers("person_id", "people.id", primary_key=True),
    Column("button", Text, primary_key=True),
    Column("outcome", Text, nullable=False),
    Column("pressed_at", UtcDateTime, nullable=False),
    one_of("button", CardButton),
    one_of("outcome", Outcome),
    Index(None, "person_id"),
)

duplicates = Table(
    "duplicates",
    metadata,
    refers("wish_id", "wishes.id", primary_key=True),  #: the one its author ended
    refers("of_wish_id", "wishes.id", nullable=False),  #: the one that says the same
    Column("since", UtcDateTime, nullable=False),
    CheckConstraint("wish_id <> of_wish_id", name="of_another"),
    Index(None, "of_wish_id"),
)
