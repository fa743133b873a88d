"""The groups, and the topics in them, that something is said to: by what it is, and by the places it is for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.domain.chat_uses import TOPIC_OF, Addressed, ChatUse, groups_for, nearest
from bot.domain.people import Chat, Purpose
from bot.domain.place_tree import path_of
from bot.domain.places import Place
from bot.domain.topics import TopicUse
from bot.messages import Arg, Term
from bot.ports import UnitOfWork
from bot.services.cards import spot


@dataclass(frozen=True, slots=True)
class Target:
    """`topic`: of the `Reply` that is said there; delivery finds the group's topic for it, or General."""

    chat: Chat
    topic: TopicUse | None


async def chats_for(use: ChatUse, addressed: Addressed, *, estate_key: str, uow: UnitOfWork) -> list[Target]:
    """Where it goes in this estate, of the groups the bot is in now: neighbours' groups serve all but the staff's.

    `addressed`: of places and grids of this estate; of another one's they name nothing here.
    """
    purpose = Purpose.STAFF if use is ChatUse.STAFF else Purpose.BUILDING
    groups = await uow.chats.of_estate(estate_key, purpose)
    tree = await uow.place_trees.tree(estate_key)
    chosen = groups_for(use, addressed, groups=groups, tree=tree)
    return [Target(chat, TOPIC_OF.get(use)) for chat in chosen]


async def neighbours(use: ChatUse, *, estate_key: str, uow: UnitOfWork) -> list[Chat]:
    """All neighbours' groups of the estate in which the bot is and says such things, oldest first."""
    return [chat for chat in await uow.chats.of_estate(estate_key, Purpose.BUILDING) if use in chat.says]


async def card_home(chat: Chat, *, about: Place | None = None, uow: UnitOfWork) -> Chat:
    """The group whose card a wish becomes that is filed from this one: itself, if it takes wishes.

    Else the smallest around what it is `about`, then around this group; itself, without a card, where none takes any.
    The group returned stands for the same place as this one, so that what is not said of the place is taken from here.
    """
    if ChatUse.WISHES in chat.says or chat.estate_key is None:
        return chat
    groups = await uow.chats.of_estate(chat.estate_key, Purpose.BUILDING)
    tree = await uow.place_trees.tree(chat.estate_key)
    found: Chat | None = None
    if about is not None and (path := path_of(about)):
        told = groups_for(ChatUse.WISHES, Addressed((path,)), groups=groups, tree=tree)
        found = next((each for each in told if path_of(each.place)), None)
    found = found or nearest(ChatUse.WISHES, chat, groups=groups, tree=tree)
    return chat if found is None else replace(found, place=chat.place)


async def belongs_to(chat: Chat, uow: UnitOfWork) -> Arg:
    """Whose group it is, behind the estate's name: a building or stairwell, a grid, or all of it."""
    if chat.place.building is not None:
        return spot(chat.place)
    if chat.grid_id is None:
        return Term("group-of-estate")
    tree = await uow.place_trees.tree(chat.estate_key or "")
    return Term("group-of-grid", {"grid": tree.grids[chat.grid_id].name})
