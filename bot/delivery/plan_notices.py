"""Who hears that their wish is on the plan, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.domain.buttons import data
from bot.domain.people import Person
from bot.messages import Arg, Button, Day, Line, Reply, Term
from bot.ports import UnitOfWork

if TYPE_CHECKING:
    from bot.delivery.facts import Facts


async def those_concerned(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Author and followers. Who follows several of the item's wishes hears it of the first alone."""
    item = facts.item
    assert item is not None, "this notice is about an item"
    before: set[int] = set()
    for wish in await uow.items.wishes_of(item.id):
        if wish.is_gone:
            continue
        people = [await uow.people.get(wish.author_id), *(person for person, _ in await uow.followers.of(wish.id))]
        if wish.id == facts.wish.id:
            return [each for each in {each.id: each for each in people}.values() if each.id not in before]
        before |= {each.id for each in people}
    return ()


def words(facts: Facts) -> Reply:
    """Texts: notice-planned, notice-planned-later."""
    item = facts.item
    assert item is not None, "this notice is about an item"
    args: dict[str, Arg] = {"number": str(facts.wish.number), "item": str(item.number), "name": item.name}
    look = ((Button("button-item-look", data("item", item.id)),),)
    if item.plan.day is None:
        return Reply((Line("notice-planned-later", args),), look)
    args |= {"day": Day(item.plan.day), "owner": Term(f"body-{item.plan.owner}")}
    return Reply((Line("notice-planned", args),), look)
