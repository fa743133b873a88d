"""How the dialogs about places and grids begin, for the walks."""

from __future__ import annotations

from bot.domain.place_tree import Grid, Node, PlaceLevel
from conversations import keep_place

BUILDING = Node(1, PlaceLevel.BUILDING, ("3",), "玉兰楼")
PLACE_DIALOGS = {
    "add-place": keep_place.given_add(None, PlaceLevel.BUILDING),
    "name-place": keep_place.given_name(BUILDING),
    "name-grid": keep_place.given_grid(),
}
INSIDE = keep_place.given_add(BUILDING, PlaceLevel.HOUSEHOLD)
NAMED = keep_place.given_grid(Grid(1, "东片"))
