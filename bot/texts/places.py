"""A place as people write it: 3号楼2单元5楼502室, or Building 3, unit 2, floor 5, 502."""

from __future__ import annotations

from bot.messages import Spot, Term


def spot_terms(spot: Spot) -> tuple[Term, ...]:
    """The texts a place is written with, from the largest part to the smallest; the whole estate if unstated."""
    terms = [
        Term(f"place-{part}", {part: value})
        for part, value in (("building", spot.building), ("unit", spot.unit))
        if value is not None
    ]
    if spot.floor is not None:
        terms.append(_floor(spot.floor))
    if spot.door is not None:
        terms.append(Term("place-door", {"door": spot.door}))
    return tuple(terms) or (Term("place-estate"),)


def _floor(floor: int) -> Term:
    if floor == 0:
        return Term("place-ground-floor")
    if floor < 0:
        return Term("place-basement", {"level": str(-floor)})
    return Term("place-floor", {"floor": str(floor)})
