"""Speaking to an estate's staff chats."""

from __future__ import annotations

from bot.domain.people import Estate, Purpose, language_for
from bot.messages import Reply
from bot.ports import UnitOfWork


async def tell(estate: Estate, reply: Reply, *, uow: UnitOfWork) -> int:
    """Say it in every staff chat of the estate, each in its language; returns in how many."""
    desks = await uow.chats.of_estate(estate.key, Purpose.STAFF)
    for desk in desks:
        language = language_for(person=None, chat=desk, estate=estate, default=estate.language)
        await uow.outbox.say(desk.id, reply, language=language)
    return len(desks)
