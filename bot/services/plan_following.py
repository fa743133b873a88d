"""What an item of the plan is follows from its wishes and their projects; whoever changes these calls this."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain import items
from bot.domain.items import HELD_FOR, Item, ItemState
from bot.ports import UnitOfWork


async def follow(wish_ids: Iterable[int], *, uow: UnitOfWork, now: datetime) -> None:
    """Bring each item that one of these wishes is in to the state that follows."""
    found: dict[int, Item] = {}
    for wish_id in wish_ids:
        if (item := await uow.items.of_wish(wish_id)) is not None:
            found[item.id] = item
    for item_id in sorted(found):
        await follow_item(await uow.items.lock(item_id), uow=uow, now=now)


async def follow_item(item: Item, *, uow: UnitOfWork, now: datetime) -> Item:
    """The item as it follows, stored where that is something else. `item` is locked."""
    if item.state is ItemState.DROPPED:
        return item
    wishes = await uow.items.wishes_of(item.id)
    stages = [project.stage for wish in wishes for project in await uow.projects.of_wish(wish.id)]
    state = items.follow(wishes, stages)
    move = items.move_to(item.state, state)
    if move is None:
        return item
    item = replace(item, state=state)
    await uow.items.save(item)
    await uow.items.add_step(item.id, move, by=None, by_id=None, now=now)
    await news(item.estate_key, uow=uow, now=now)
    return item


async def news(estate_key: str, *, uow: UnitOfWork, now: datetime) -> None:
    """The plan changed: its post is due a little later, so that what changes next goes along."""
    await uow.plan_posts.changed(estate_key, now=now, due_at=now + HELD_FOR)
