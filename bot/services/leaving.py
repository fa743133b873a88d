"""Who leaves a building's group, comes back, or lives here by a role no longer. What was given and what was wished
stands; nobody new is asked.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.house import House
from bot.domain.people import Chat, Estate, Person, Purpose
from bot.ports import UnitOfWork
from bot.services import claims_under_way, homes, matching


async def left(chat: Chat, telegram_id: int, *, house: House, uow: UnitOfWork, now: datetime) -> None:
    """Somebody left this group, by themselves or not. Whom config.yaml lists belongs to the estate all the same."""
    person, estate = await _resident(chat, telegram_id, uow), house.estates.get(chat.estate_key or "")
    if person is None or estate is None or estate.lists(telegram_id):
        return
    await uow.chats.set_left(chat.id, person.id, at=now)
    await _looked_after(person, estate, uow=uow, now=now)


async def role_ended(person: Person, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """The role by which they lived here ended; a group that they are in knows them all the same.

    `estate`: as it was when the unit of work began; the role may still count in it.
    """
    others = {who: each for who, each in estate.residents.items() if who != person.telegram_id}
    without = replace(estate, residents=others)
    if not without.lists(person.telegram_id):
        await _looked_after(person, without, uow=uow, now=now)


async def _looked_after(person: Person, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    if await homes.has_left(person.id, estate, uow=uow, now=now):
        await matching.left(person, estate.key, uow=uow, now=now)
        await claims_under_way.left(person, estate.key, uow=uow, now=now)


async def came(chat: Chat, telegram_id: int, *, house: House, uow: UnitOfWork, now: datetime) -> None:
    """Whoever was known from this group is there again; who is new is not known yet, as long as they say nothing."""
    if (person := await _resident(chat, telegram_id, uow)) is not None:
        await uow.chats.set_left(chat.id, person.id, at=None)


async def _resident(chat: Chat, telegram_id: int, uow: UnitOfWork) -> Person | None:
    return await uow.people.known(telegram_id) if chat.purpose is Purpose.BUILDING else None
