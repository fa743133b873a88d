"""The table of roles that people gave each other."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Index, Table, Text

from bot.domain.grants import SCOPED, GrantRole, GrantState
from bot.store.schema import bot, key, metadata, only, refers
from bot.store.types import UtcDateTime, one_of

_IN_PARTS = ", ".join(f"'{role.value}'" for role in GrantRole if role in SCOPED or role is GrantRole.RESIDENT)

role_grants = Table(
    "role_grants",
    metadata,
    key(),
    bot(),
    Column("estate_key", Text, nullable=False),
    Column("building", Text),  #: where it holds; NULL, and no grid: in all of the estate
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),  #: under which they speak
    Column("starts", Date, nullable=False),
    Column("ends", Date),
    Column("state", Text, nullable=False),
    Column("code", Text),  #: of its link, until that was answered
    refers("person_id", "people.id"),  #: NULL: nobody followed the link
    Column("offered_at", UtcDateTime, nullable=False),
    refers("offered_by_id", "people.id", nullable=False),
    Column("offered_by", Text, nullable=False),
    Column("answered_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    refers("ended_by_id", "people.id"),
    Column("ended_by", Text, nullable=False),
    Column("why", Text, nullable=False),  #: it was ended
    Column("shown", Boolean, nullable=False),  #: of a moderator: their name may be read by the neighbours
    Column("tell_holder_at", UtcDateTime),  #: how it stands is told to them then
    Column("tell_giver_at", UtcDateTime),  #: and what came of it to whoever offered it
    Column("unit", Text),  #: where it holds: a stairwell of the building
    refers("grid_id", "place_grids.id"),  #: or a grid
    one_of("role", GrantRole),
    one_of("state", GrantState),
    CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name="ended_at_a_moment"),
    CheckConstraint("(ended_at IS NULL) = (ended_by_id IS NULL)", name="ended_by_somebody"),
    CheckConstraint("state NOT IN ('accepted', 'declined') OR answered_at IS NOT NULL", name="answered"),
    CheckConstraint("answered_at IS NULL OR (person_id IS NOT NULL AND code IS NULL)", name="answered_by_somebody"),
    CheckConstraint(f"(building IS NULL AND grid_id IS NULL) OR role IN ({_IN_PARTS})", name="scope_of_some"),
    CheckConstraint("unit IS NULL OR building IS NOT NULL", name="unit_of_a_building"),
    CheckConstraint("building IS NULL OR grid_id IS NULL", name="scope_one_node"),
    CheckConstraint("role <> 'resident' OR building IS NOT NULL", name="residents_live_somewhere"),
    CheckConstraint("ends IS NULL OR ends >= starts", name="days_in_order"),
    Index("ix_role_grants_code", "bot_id", "code", unique=True, **only("code IS NOT NULL")),
    Index("ix_role_grants_accepted", "bot_id", **only("state = 'accepted'")),
    Index(None, "bot_id", "estate_key"),
    Index("ix_role_grants_grid_id", "grid_id", **only("grid_id IS NOT NULL")),
    Index(None, "person_id"),
    Index(None, "offered_by_id"),
    Index(None, "ended_by_id"),
    Index("ix_role_grants_tell_holder_at", "bot_id", "tell_holder_at", **only("tell_holder_at IS NOT NULL")),
    Index("ix_role_grants_tell_giver_at", "bot_id", "tell_giver_at", **only("tell_giver_at IS NOT NULL")),
    sqlite_autoincrement=True,
)
