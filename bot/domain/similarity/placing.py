"""Place decides: whether two wishes can be about one spot. Text is never asked here."""

from __future__ import annotations

from enum import StrEnum

from bot.domain.similarity.lexicon import Scope
from bot.domain.whereabouts import Whereabouts


class Placing(StrEnum):
    """Listed from what unites to what parts."""

    AGREES = "agrees"
    OPEN = "open"  #: one of them does not say which floor, lift, unit or side: ask
    OTHER_FLOOR = "other-floor"
    CONTRADICTS = "contradicts"


_LEVEL = frozenset({"left", "right"})  #: seen from where one stands: cannot be held against east and west


def compare(one: Whereabouts, other: Whereabouts, scope: Scope) -> Placing:
    """How two whereabouts stand to each other. Symmetric.

    Stated and different is never the same spot. For a shared system the floor does not matter; for what belongs to
    the whole estate neither do floor and door, and a building only where it was said, not where it is the chat's.
    """
    if _buildings_differ(one, other, scope) or _stated_differ(one, other):
        return Placing.CONTRADICTS
    if scope is not Scope.LOCAL:
        return Placing.OPEN if _which_is_open(one, other, scope) else Placing.AGREES
    if _doors_differ(one, other):
        return Placing.OTHER_FLOOR if _floors_apart(one, other) else Placing.CONTRADICTS
    if _floors_apart(one, other) or _garage_against_floor(one, other):
        return Placing.OTHER_FLOOR
    return Placing.OPEN if _local_is_open(one, other) else Placing.AGREES


def _buildings_differ(one: Whereabouts, other: Whereabouts, scope: Scope) -> bool:
    if one.building is None or other.building is None or one.building == other.building:
        return False
    return scope is not Scope.ESTATE or (one.building_said and other.building_said)


def _stated_differ(one: Whereabouts, other: Whereabouts) -> bool:
    return (
        _differ(one.unit, other.unit)
        or _differ(one.lift, other.lift)
        or _differ(one.gate, other.gate)
        or _sides_differ(one.side, other.side)
    )


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _sides_differ(one: str | None, other: str | None) -> bool:
    """North and east may be one corner in two mouths, but a neighbour who names a side means it."""
    return _differ(one, other) and (one in _LEVEL) == (other in _LEVEL)


def _doors_differ(one: Whereabouts, other: Whereabouts) -> bool:
    return _differ(one.door, other.door)


def _floors_apart(one: Whereabouts, other: Whereabouts) -> bool:
    if one.every_floor or other.every_floor or one.floors is None or other.floors is None:
        return False
    return one.floors[1] < other.floors[0] or other.floors[1] < one.floors[0]


def _garage_against_floor(one: Whereabouts, other: Whereabouts) -> bool:
    return any(
        garage.garage and not floor.garage and floor.floors is not None and floor.floors[1] > 0
        for garage, floor in ((one, other), (other, one))
    )


def _which_is_open(one: Whereabouts, other: Whereabouts, scope: Scope) -> bool:
    """One names the lift or the gate, the other does not; or an estate's thing stands by a building only one names."""
    if (one.lift is None) != (other.lift is None) or (one.gate is None) != (other.gate is None):
        return True
    return scope is Scope.ESTATE and one.building_said != other.building_said


def _local_is_open(one: Whereabouts, other: Whereabouts) -> bool:
    """One says a part that the other leaves open."""
    if one.garage != other.garage:
        return True
    levelled = [where.every_floor or where.floors is not None or where.garage for where in (one, other)]
    silent = levelled[0] != levelled[1]
    for name in ("building", "unit", "side", "gate", "lift"):
        silent = silent or (getattr(one, name) is None) != (getattr(other, name) is None)
    return silent or one.side != other.side
