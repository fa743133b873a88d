"""How the dialogs about roles begin, for the walks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.domain.grants import Grant, GrantRole, GrantState, Terms
from bot.domain.people import Estate, Person
from bot.domain.place_tree import Grid, Node, PlaceLevel, Tree
from conversations import give_role

_ESTATE = Estate("sunny", "阳光小区", ZoneInfo("Asia/Shanghai"), "zh", 3)
_OFFERED = Grant(
    *(1, "sunny", Terms(GrantRole.VOLUNTEER, "刘敏", date(2026, 3, 2)), GrantState.OFFERED),
    *(datetime(2026, 3, 2, tzinfo=UTC), 1, "李书记"),
)
_ROLES = tuple(GrantRole)
_TREE = Tree.of(
    [
        Node(1, PlaceLevel.BUILDING, ("3",), grid_id=1),
        Node(2, PlaceLevel.STAIRWELL, ("3", "1")),
        Node(3, PlaceLevel.BUILDING, ("5",)),
    ],
    [Grid(1, "网格1")],
)
ROLE_DIALOGS = {
    "give-role": give_role.given(_ROLES, tree=_TREE),
    "take-role": give_role.given_taking(_OFFERED, _ESTATE),
}
ASKED_FOR = {
    "a role for whom was quoted": give_role.given(_ROLES, tree=_TREE, person=Person(7, 70, "梅", "chenmei")),
    "a role for a @name": {**give_role.given(_ROLES, tree=Tree()), **give_role.given_name("chenmei")},
}
#: What is typed where words alone would be none.
ROLE_WORDS = {"where": "3号楼", "stairwell": "1单元", "home": "3号楼", "who": "@chenmei"}
