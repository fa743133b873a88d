"""Who leaves a building's group, or comes back. What was given and what was wished stands; nobody new is asked."""

from __future__ import annotations

from datetime import datetime

from bot.domain.house import House
from bot.domain.people import Chat, Person, Purpose
from bot.ports import UnitOfWork
from bot.services import claims_under_way, matching


async def left(chat: Chat, telegram_id: int, *, house: House, uow: UnitOfWork, now: datetime) -> None:
    """Somebody left this group, by themselves or not. Whom config.yaml lists belongs to the estate all the same."""
    person, estate = await _resident(chat, telegram_id, uow), house.estates.get(chat.estate_key or "")
    if person is None or estate is None or estate.lists(telegram_id):
        return
    await uow.chats.set_left(chat.id, person.id, at=now)
    if not await uow.chats.has_left(person.id, estate.key):
        return
    await matching.left(person, estate.key, uow=uow, now=now)
    await claims_under_way.left(person, estate.key, uow=uow, now=now)


async def came(chat: Chat, telegram_id: int, *, house: House, uow: UnitOfWork, now: datetime) -> None:
    """Whoever was known from this group is there again; who is new is not known yet, as long as they say nothing."""
    if (person := await _resident(chat, telegram_id, uow)) is not None:
        await uow.chats.set_left(chat.id, person.id, at=None)


async def _resident(chat: Chat, telegram_id: int, uow: UnitOfWork) -> Person | None:
    return await uow.people.known(telegram_id) if chat.purpose is Purpose.BUILDING else None
