"""`/for`: filing for a neighbour who cannot; and "I have told them" of the answer."""

from __future__ import annotations

from datetime import datetime

from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.people import Purpose
from bot.domain.rights import Act
from bot.messages import Actor, Button, Command, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import filed_for, standing
from conversations import file_for, talk

START = "for"  #: the deep-link payload that goes on in private


async def on_for(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Open the dialog, in private or in the staff chat; in a building's group there is only the way to the private one.

    Raises:
        NotAllowed, NotAResident, ChatNotBound: see `standing.estate_for`.
    """
    actor = command.actor
    if actor.chat.purpose is Purpose.BUILDING:
        standing.estate_for(actor, Act.FILE_FOR, somewhere=True)
        onward = (Button("button-open-private", start=START),)
        return (Reply((line("for-in-private"),), buttons=(onward,), silent=True),)
    return await begin(actor, message_id=command.message_id, words=command.words, uow=uow, now=now, house=house)


async def begin(
    actor: Actor, *, message_id: int, words: str = "", uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    """Raises: see `filed_for.estate_to_file_in` and `chats_to_file_in`."""
    estate = filed_for.estate_to_file_in(actor)
    chats, sure = await filed_for.chats_to_file_in(actor, estate, uow=uow)
    given = file_for.given(chats=chats, chat_id=sure, words=words, filer=filed_for.named(actor, estate))
    return await talk.begin(
        file_for.FILE_FOR, actor, given=given, uow=uow, now=now, message_id=message_id, pace=house.pace
    )


async def on_told(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The press is noted once, and for two minutes it can be taken back."""
    answer_id = number(press.args, 0)
    wish, first = await filed_for.tell(actor=press.actor, answer_id=answer_id, uow=uow, now=now)
    wish_number = str(wish.number)
    if not first:
        return (Toast("for-told-before", {"number": wish_number}),)
    back = (Button("button-untold", data("untold", answer_id)),)
    noted = Reply((line("for-told", number=wish_number),), buttons=(back,), slot=_slot(answer_id), silent=True)
    return (Toast("noted"), noted)


async def on_untold(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    answer_id = number(press.args, 0)
    wish, taken_back = await filed_for.take_back(actor=press.actor, answer_id=answer_id, uow=uow, now=now)
    again = (Button("button-told", data("told", answer_id)),)
    open_ = Reply((line("for-untold", number=str(wish.number)),), buttons=(again,), slot=_slot(answer_id), silent=True)
    return (Toast("noted"), open_) if taken_back else (open_,)


def _slot(answer_id: int) -> str:
    return f"told:{answer_id}"
