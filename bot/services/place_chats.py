"""The groups, and the topics in them, that something is said to: by what it is, and by the places it is for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.chat_uses import TOPIC_OF, Addressed, ChatUse, groups_for
from bot.domain.people import Chat, Purpose
from bot.domain.topics import TopicUse
from bot.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Target:
    """`topic`: of the `Reply` that is said there; delivery finds the group's topic for it, or General."""

    chat: Chat
    topic: TopicUse | None


async def chats_for(use: ChatUse, addressed: Addressed, *, estate_key: str, uow: UnitOfWork) -> list[Target]:
    """Where it goes in this estate, of the groups the bot is in now: buildings' groups serve all but the staff's.

    `addressed`: of places and grids of this estate; of another one's they name nothing here.
    """
    purpose = Purpose.STAFF if use is ChatUse.STAFF else Purpose.BUILDING
    groups = await uow.chats.of_estate(estate_key, purpose)
    tree = await uow.place_trees.tree(estate_key)
    chosen = groups_for(use, addressed, groups=groups, tree=tree)
    return [Target(chat, TOPIC_OF.get(use)) for chat in chosen]
