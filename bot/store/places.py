"""A place as four columns, and what is finer than a place as nine more."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Integer, Row, Text, false

from bot.domain.places import Place
from bot.domain.whereabouts import Whereabouts


def place_columns() -> tuple[Column[Any], ...]:
    """See `bot.domain.places.Place`."""
    return (Column("building", Text), Column("unit", Text), Column("floor", Integer), Column("door", Text))


def whereabouts_columns() -> tuple[Column[Any], ...]:
    """What `bot.domain.whereabouts.Whereabouts` knows beyond the place: parsed once, when the wish is filed."""
    return (
        Column("building_said", Boolean, nullable=False, server_default=false()),
        Column("floor_from", Integer),
        Column("floor_to", Integer),
        Column("every_floor", Boolean, nullable=False, server_default=false()),
        Column("flat", Text),  #: as the words say it: 401 of 401水管漏水, which the place does not show
        Column("lift", Text),
        Column("side", Text),
        Column("gate", Text),
        Column("garage", Boolean, nullable=False, server_default=false()),
    )


def place_of(row: Row[Any]) -> Place:
    return Place(building=row.building, unit=row.unit, floor=row.floor, door=row.door)


def columns_of(place: Place) -> dict[str, str | int | None]:
    return {"building": place.building, "unit": place.unit, "floor": place.floor, "door": place.door}


def whereabouts_of(row: Row[Any]) -> Whereabouts:
    return Whereabouts(
        building=row.building,
        building_said=row.building_said,
        unit=row.unit,
        floor_from=row.floor_from,
        floor_to=row.floor_to,
        every_floor=row.every_floor,
        door=row.flat,
        lift=row.lift,
        side=row.side,
        gate=row.gate,
        garage=row.garage,
    )


def finer_columns_of(where: Whereabouts) -> dict[str, str | int | bool | None]:
    """Building and unit are those of the place."""
    return {
        "building_said": where.building_said,
        "floor_from": where.floor_from,
        "floor_to": where.floor_to,
        "every_floor": where.every_floor,
        "flat": where.door,
        "lift": where.lift,
        "side": where.side,
        "gate": where.gate,
        "garage": where.garage,
    }
