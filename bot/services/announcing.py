"""Saying something in groups that nobody spoke in just now: in the group's own language, whoever caused it."""

from __future__ import annotations

from bot.domain.people import Chat, ChatUse, Estate, Purpose, language_for
from bot.messages import Reply
from bot.ports import UnitOfWork


def language_of(chat: Chat, estate: Estate) -> str:
    return language_for(person=None, chat=chat, estate=estate, default=estate.language)


async def tell(chat: Chat, reply: Reply, *, estate: Estate, uow: UnitOfWork) -> None:
    await uow.outbox.say(chat.id, reply, language=language_of(chat, estate))


async def tell_all(purpose: Purpose, reply: Reply, *, estate: Estate, uow: UnitOfWork) -> None:
    """In each of the estate's groups of this purpose that the bot is in."""
    for chat in await uow.chats.of_estate(estate.key, purpose):
        await tell(chat, reply, estate=estate, uow=uow)


async def tell_neighbours(use: ChatUse, reply: Reply, *, estate: Estate, uow: UnitOfWork) -> None:
    """In each neighbours' group of the estate that the bot is in and says such things in."""
    for chat in await uow.chats.of_estate(estate.key, Purpose.BUILDING):
        if use in chat.says:
            await tell(chat, reply, estate=estate, uow=uow)


async def draw(chat: Chat, slot: str, *, use: ChatUse, uow: UnitOfWork) -> None:
    """Draw it now, or once the bot can write there again; where such things are not said, only what is there."""
    if use in chat.says or slot in await uow.outbox.shown(chat.id, slot):
        await (uow.outbox.touch if chat.present else uow.outbox.outdate)(chat.id, slot)
