"""Which forum topic of a building's group is for what; what stands elsewhere by then is moved or left where it is."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.intakes import IntakeState
from bot.domain.people import Chat, ChatUse, Estate, Purpose
from bot.domain.rights import Act
from bot.domain.topics import NotInATopic, TopicUse, place_for
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import announcing, intakes, standing
from bot.services.boards import BOARD_SLOT
from bot.services.menu import MENU_SLOT, menu_card

Places = dict[TopicUse, int | None]


async def choose(*, actor: Actor, use: TopicUse, topic_id: int | None, uow: UnitOfWork, now: datetime) -> None:
    """From now on it goes to this topic.

    Raises:
        NotInATopic: it is none.
        OnlyInBuildingGroup, NotAllowed, ChatNotBound: see `_estate`.
    """
    estate = _estate(actor)
    if topic_id is None:
        raise NotInATopic
    before = await _places(actor.chat, uow, now)
    await uow.topics.choose(actor.chat.id, use, topic_id)
    await _follow(actor.chat, estate, before=before, uow=uow, now=now)


async def clear(*, actor: Actor, use: TopicUse, uow: UnitOfWork, now: datetime) -> None:
    """From now on it goes where things go for which no topic was chosen. Raises: as `choose`."""
    estate = _estate(actor)
    before = await _places(actor.chat, uow, now)
    await uow.topics.clear(actor.chat.id, use)
    await _follow(actor.chat, estate, before=before, uow=uow, now=now)


async def bound_in(chat: Chat, topic_id: int | None, *, estate: Estate, uow: UnitOfWork, now: datetime) -> None:
    """The group was just tied to the estate, in this topic or in none: a building's cards go there."""
    if chat.purpose is not Purpose.BUILDING:
        await uow.topics.clear(chat.id)
        return
    before = await _places(chat, uow, now)
    if topic_id is None:
        await uow.topics.clear(chat.id, TopicUse.WISHES)
    else:
        await uow.topics.choose(chat.id, TopicUse.WISHES, topic_id)
    after = await _places(chat, uow, now)
    if before[TopicUse.BOARD] != after[TopicUse.BOARD]:
        await _move_boards(chat, estate, uow=uow, now=now)


def _estate(actor: Actor) -> Estate:
    """The estate of the building's group they are in, if they may choose there."""
    if actor.chat.private:
        raise errors.OnlyInGroup
    estate = standing.estate_for(actor, Act.CHOOSE_TOPIC)
    if actor.chat.purpose is not Purpose.BUILDING:
        raise errors.OnlyInBuildingGroup
    return estate


async def _places(chat: Chat, uow: UnitOfWork, now: datetime) -> Places:
    topics = await uow.topics.of(chat.id)
    return {use: place_for(use, topics, now=now) for use in TopicUse}


async def _follow(chat: Chat, estate: Estate, *, before: Places, uow: UnitOfWork, now: datetime) -> None:
    """Today's boards and the pinned card go along; cards stay where people found them."""
    after = await _places(chat, uow, now)
    if before[TopicUse.BOARD] != after[TopicUse.BOARD]:
        await _move_boards(chat, estate, uow=uow, now=now)
    if before[TopicUse.WISHES] != after[TopicUse.WISHES] and await uow.outbox.shown(chat.id, MENU_SLOT):
        await uow.outbox.remove(chat.id, MENU_SLOT)
        if ChatUse.WISHES in chat.says and await intakes.state_of(estate, uow) is not IntakeState.TRIAL:
            await announcing.tell(chat, menu_card(chat), estate=estate, uow=uow)


async def _move_boards(chat: Chat, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """The old message goes, and the board is posted anew; those of other days stay alive where they are."""
    today = estate.local(now).date().isoformat()
    for slot in await uow.outbox.shown(chat.id, f"{BOARD_SLOT}:{today}:"):
        await uow.outbox.remove(chat.id, slot)
        await uow.outbox.close_slot(chat.id, slot)  # what is to be done to the old message is pinned to it
        await uow.outbox.touch(chat.id, slot)
