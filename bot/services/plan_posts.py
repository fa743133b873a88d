"""The plan is sent to every chat when it changes: one post a day at most, edited in silence while the day lasts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.domain.notices import WishPlanned
from bot.domain.people import Chat, ChatUse, Estate, Purpose
from bot.ports import UnitOfWork
from bot.services import announcing, plan_lines
from bot.services.plan_lines import slot_of


def _asleep(estate: Estate, now: datetime) -> bool:
    return estate.courtesy.sleeps_at(estate.local(now).time())


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    first = await uow.plan_posts.next_due()
    if first is None or first > now:
        return False
    return any([await _is_due(estate, uow=uow, now=now) for estate in estates.values()])


async def _is_due(estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    if _asleep(estate, now):
        return False
    waiting = await uow.plan_posts.news(estate.key)
    return waiting is not None and waiting[1] <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Post what changed, or edit the post of this day; tell those whose wishes came in. Returns how many estates."""
    met = 0
    for estate in estates.values():
        if not await _is_due(estate, uow=uow, now=now):
            continue
        waiting = await uow.plan_posts.news(estate.key)
        if waiting is None or not await uow.plan_posts.settle(estate.key):
            continue  # another process was quicker
        await _tell(estate, since=waiting[0], uow=uow, now=now)
        met += 1
    return met


async def _tell(estate: Estate, *, since: datetime, uow: UnitOfWork, now: datetime) -> None:
    today = estate.local(now).date()
    if not await plan_lines.news_between(estate.key, since, None, uow) and not await _is_posted(estate, today, uow):
        return  # all of it was taken back or dropped: nobody has to hear
    await uow.plan_posts.post(estate.key, today, since=since)
    await show_everywhere(estate, slot_of(today), uow=uow)
    for item_id, wish_id in await uow.items.untold(estate.key):
        await uow.items.told(item_id, wish_id)
        await uow.outbox.put(WishPlanned(wish_id, item_id))


async def _is_posted(estate: Estate, day: date, uow: UnitOfWork) -> bool:
    return await uow.plan_posts.window(estate.key, day) is not None


async def chats_of(estate: Estate, uow: UnitOfWork) -> Sequence[Chat]:
    """Every chat of the estate, also those that cannot be written to."""
    buildings = await uow.chats.bound(estate.key, Purpose.BUILDING)
    return [*buildings, *await uow.chats.bound(estate.key, Purpose.STAFF)]


async def show_everywhere(estate: Estate, slot: str, *, uow: UnitOfWork) -> int:
    """Draw the slot in every chat of the estate, now or once it can be written to; returns in how many."""
    chats = await chats_of(estate, uow)
    for chat in chats:
        await announcing.draw(chat, slot, use=ChatUse.NOTICES, uow=uow)
    return sum(ChatUse.NOTICES in chat.says for chat in chats)
