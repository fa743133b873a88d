"""The bot comes into a group, is bound to an estate, leaves; the pinned card with its three buttons."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, rights
from bot.domain.house import House
from bot.domain.people import Chat, Purpose
from bot.domain.rights import Act
from bot.messages import BotMoved, Command, Line, Reply, Say, line
from bot.ports import UnitOfWork
from bot.services import cards, chats, standing
from handlers.people import menu_buttons

MENU_SLOT = "menu"


async def on_bind(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """`/bind staff` or `/bind 3号楼`; without words it says what the chat is bound to and how to go on."""
    actor = command.actor
    if actor.chat.private:
        raise errors.OnlyInGroup
    if not command.words.strip():
        return (_binding(actor.chat, house, telegram_id=actor.person.telegram_id),)
    chat, estate, waiting = await chats.bind_chat(actor=actor, words=command.words, estates=house.estates, uow=uow)
    if chat.purpose is Purpose.STAFF:
        return (Reply((line("bound-staff", estate=estate.name), line("bound-staff-waiting", n=waiting))),)
    lines = [line("bound-building", estate=estate.name, place=cards.spot(chat.place))]
    if house.bot_sees_all or not chat.hears_all:
        # Only an administrator may pin; whoever bound the chat can do it by hand.
        lines.append(line("bound-pin-yourself"))
    return (Reply(tuple(lines)), await menu(chat))


def _binding(chat: Chat, house: House, *, telegram_id: int) -> Reply:
    usage = line("bind-usage", id=str(telegram_id))
    estate = house.estates.get(chat.estate_key or "")
    if estate is None:
        return Reply((line("bind-none"), usage))
    if chat.purpose is Purpose.STAFF:
        return Reply((line("bind-staff", estate=estate.name), usage))
    return Reply((line("bind-building", estate=estate.name, place=cards.spot(chat.place)), usage))


async def on_menu(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Post the card with the three buttons again and pin it.

    Raises:
        OnlyInGroup: in a private chat.
        OnlyInBuildingGroup: in a staff chat.
        ChatNotBound, NotAllowed: see `standing.estate_for`.
    """
    actor = command.actor
    if actor.chat.private:
        raise errors.OnlyInGroup
    standing.estate_for(actor, Act.PIN_MENU)
    if actor.chat.purpose is not Purpose.BUILDING:
        raise errors.OnlyInBuildingGroup
    return (await menu(actor.chat),)


async def menu(chat: Chat) -> Reply:
    """The card that is pinned: something broken, wanted, offered, an idea."""
    return Reply(
        (line("menu-card"),), buttons=await menu_buttons(chat), slot=MENU_SLOT, fresh=True, silent=True, pin=True
    )


async def on_bot_moved(moved: BotMoved, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Remember where the bot is and what it hears; say hello once where it was added."""
    actor = moved.actor
    hears_all = moved.administrator or house.bot_sees_all
    await uow.chats.set_present(actor.chat.id, present=moved.present, hears_all=hears_all)
    if actor.chat.private:
        await uow.people.set_started(actor.person.id, moved.present)
        return ()
    if not moved.present or moved.was_present:
        return ()
    hears: Line = line("privacy-hears-all" if hears_all else "privacy-hears-addressed")
    if actor.chat.estate_key in house.estates:
        return (Reply((line("chat-back"), hears)),)
    may_bind = bool(_roles_anywhere(moved, house) & rights.RIGHTS[Act.BIND_CHAT])
    how = line("chat-hello-bind") if may_bind else line("chat-hello-ask", id=str(actor.person.telegram_id))
    return (Reply((line("chat-hello", name=actor.person.name), hears, how)),)


def _roles_anywhere(moved: BotMoved, house: House) -> frozenset[rights.Role]:
    person = moved.actor.person
    every = (rights.roles_of(person, estate=e, resident=False, administers=False) for e in house.estates.values())
    return frozenset().union(*every)
