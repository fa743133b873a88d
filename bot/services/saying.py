"""What the bot says in a neighbours' group unasked: shown with a button for each kind, and changed by them."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data
from bot.domain.intakes import IntakeState
from bot.domain.people import EVERYTHING, Chat, ChatUse, Estate, Purpose
from bot.domain.rights import Act
from bot.messages import Actor, Button, Line, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import announcing, intakes, standing
from bot.services.menu import MENU_SLOT, menu_card

TALK = "talk"  #: in buttons: nothing of all that
ON, OFF = "on", "off"
ORDER = (ChatUse.WISHES, ChatUse.NOTICES, ChatUse.VOTES)


def says_line(chat: Chat) -> Line:
    if not chat.says:
        return line("says-nothing")
    return line("says", uses=Texts(tuple(Term(f"use-{use}") for use in ORDER if use in chat.says)))


def rows(chat: Chat) -> tuple[tuple[Button, ...], ...]:
    """What is said is ticked; a press changes it. Each carries what is wanted, so a second press changes nothing."""
    uses = tuple(_toggle(use, on=use in chat.says) for use in ORDER)
    return (uses, (_toggle(TALK, on=not chat.says),))


def _toggle(use: str, *, on: bool) -> Button:
    if on:
        return Button("button-chosen", data("bind-says", use, OFF), args={"choice": Term(f"use-{use}")})
    return Button(f"use-{use}", data("bind-says", use, ON))


async def choose(*, actor: Actor, use: str, on: bool, uow: UnitOfWork, now: datetime) -> Chat:
    """From now on it says so there, or no more. `use`: of `ORDER`, or `TALK`; talk no more: everything.

    Raises:
        OnlyInGroup, OnlyInBuildingGroup, ChatNotBound
        NotListedYet: they speak for no body of the estate.
    """
    if actor.chat.private:
        raise errors.OnlyInGroup
    estate = standing.estate_for(actor, Act.BIND_CHAT)
    before = actor.chat
    if before.purpose is not Purpose.BUILDING:
        raise errors.OnlyInBuildingGroup
    if use == TALK:
        says = frozenset() if on else EVERYTHING
    else:
        says = before.says | {ChatUse(use)} if on else before.says - {ChatUse(use)}
    if says == before.says:
        return before
    await uow.chats.set_says(before.id, says)
    chat = await uow.chats.get(before.id)
    await _pin(before, chat, estate, uow)
    return chat


async def _pin(before: Chat, chat: Chat, estate: Estate, uow: UnitOfWork) -> None:
    """The card with the three buttons is there as long as wishes are."""
    if ChatUse.WISHES not in chat.says:
        await unpin(chat, uow)
    elif ChatUse.WISHES not in before.says and await intakes.state_of(estate, uow) is not IntakeState.TRIAL:
        await announcing.tell(chat, menu_card(chat), estate=estate, uow=uow)


async def unpin(chat: Chat, uow: UnitOfWork) -> None:
    if await uow.outbox.shown(chat.id, MENU_SLOT):
        await uow.outbox.remove(chat.id, MENU_SLOT)
