"""Saying something in groups that nobody spoke in just now: in the group's own language, whoever caused it."""

from __future__ import annotations

from bot.domain.people import Chat, Estate, Purpose, language_for
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
