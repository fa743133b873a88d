"""How the dialogs about the plan begin, for the walks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.items import Funding, Item, ItemState, Plan, Tier
from bot.domain.people import Body
from bot.domain.projects import Source
from bot.domain.publications import PublicationKind
from bot.domain.wishes import Wish
from conversations import change_item, make_item, publish_plan

ITEM = Item(
    1,
    "sunny",
    1,
    Plan("换走廊的灯", Tier.SOON, date(2026, 6, 30), Body.PROPERTY, Funding({Source.GOVERNMENT: 100_000}, 500)),
    ItemState.UNDER_WAY,
)
_LATER = replace(ITEM, id=2, number=2, plan=Plan("加装电梯", Tier.LATER, None, Body.COMMITTEE))
PLAN_DIALOGS = {
    "make-item": make_item.given(),
    "change-item": change_item.given(ITEM, what="day"),
    "item-wishes": change_item.given_wishes(ITEM, [1, 3]),
    "drop-item": change_item.given_drop(ITEM),
    "year-list": publish_plan.given(PublicationKind.YEAR, "sunny", "2026", [ITEM, _LATER]),
    "plan-review": publish_plan.given(PublicationKind.REVIEW, "sunny", "2026-1", [ITEM, _LATER]),
}
CHANGES = ("day", "name", "owner", "funding")


def from_card(wish: Wish, *, first: bool = False) -> dict[str, Any]:
    return make_item.given(wish, [] if first else [ITEM])


def change(what: str) -> dict[str, Any]:
    return change_item.given(_LATER, what=what)
