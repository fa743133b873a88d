"""A place as four columns."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from bot.domain.places import Place


def place_of(row: Row[Any]) -> Place:
    return Place(building=row.building, unit=row.unit, floor=row.floor, door=row.door)


def columns_of(place: Place) -> dict[str, str | int | None]:
    return {"building": place.building, "unit": place.unit, "floor": place.floor, "door": place.door}
