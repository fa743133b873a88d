"""A place as four columns, and what is finer than a place as nine more."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from bot.domain.places import Place
from bot.domain.whereabouts import Whereabouts


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
