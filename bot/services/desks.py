"""Speaking to an estate's staff chats."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.people import Chat, Estate, Purpose, language_for
from bot.messages import Reply
from bot.ports import UnitOfWork


async def of(estate: Estate, *, uow: UnitOfWork) -> Sequence[Chat]:
    """Its staff chats that the bot is in."""
    return await uow.chats.of_estate(estate.key, Purpose.STAFF)


async def tell(estate: Estate, reply: Reply, *, uow: UnitOfWork) -> int:
    """Say it in every staff chat of the estate, each in its language; returns in how many."""
    desks = await of(estate, uow=uow)
    for desk in desks:
        language = language_for(person=None, chat=desk, estate=estate, default=estate.language)
        await uow.outbox.say(desk.id, reply, language=language)
    return len(desks)
