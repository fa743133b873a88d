"""The bot comes into a group, is bound to an estate, leaves; the pinned card with its three buttons."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import errors
from bot.domain.house import House
from bot.domain.intakes import IntakeState
from bot.domain.people import EVERYTHING, ChatUse, Purpose
from bot.domain.rights import Act
from bot.messages import Actor, BotMoved, Command, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import chats, intakes, onboarding, onboarding_message, saying, standing, trial
from bot.services.menu import menu_card
from bot.services.place_chats import belongs_to
from handlers import topics


async def on_bind(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """`/bind staff` or `/bind 3号楼`; without words it says what the chat is bound to and how to go on.

    In a forum topic of a building's group it then asks what that topic is for.
    """
    actor = command.actor
    if actor.chat.private:
        raise errors.OnlyInGroup
    if not command.words.strip():
        await trial.show_again(actor=actor, uow=uow)
        shown = await topics.overview(actor, topic_id=command.topic_id, uow=uow, now=now, house=house)
        if shown is not None:
            return (shown,)
        return (await _binding(actor, uow=uow, house=house),)
    chat, estate, waiting = await chats.bind_chat(
        actor=actor, words=command.words, estates=house.estates, uow=uow, now=now, topic_id=command.topic_id
    )
    await onboarding.bound_by_command(chat=chat, house=house, uow=uow)
    next_lines = await trial.next_lines(estate, chat.purpose or Purpose.BUILDING, uow)
    place = await belongs_to(chat, uow)
    if chat.purpose is Purpose.STAFF:
        waits = next_lines or (line("bound-staff-waiting", n=waiting),)
        return (Reply((line("bound-staff", estate=estate.name), *waits)),)
    said = () if chat.says == EVERYTHING else (saying.says_line(chat),)
    lines = [line("bound-building", estate=estate.name, place=place), *said]
    topic = (line("bound-topic"),) if command.topic_id is not None else ()
    if next_lines:
        first = line("bound-building-first", estate=estate.name, place=place)
        return (Reply((first, *said, *topic, *next_lines)),)
    lines += topic
    if ChatUse.WISHES not in chat.says:
        return (Reply(tuple(lines)),)
    if house.bot_sees_all or not chat.hears_all:
        # Only an administrator may pin; whoever bound the chat can do it by hand.
        lines.append(line("bound-pin-yourself"))
    return (Reply(tuple(lines)), menu_card(chat))


async def _binding(actor: Actor, *, uow: UnitOfWork, house: House, edits: int | None = None) -> Reply:
    """What the group is tied to, and how to go on; whoever hides here is not told their id."""
    chat, who = actor.chat, None if actor.hidden else str(actor.person.telegram_id)
    usage = (line("bind-usage"), *((line("bind-usage-id", id=who),) if who else ()))
    estate = house.estates.get(chat.estate_key or "")
    if estate is None:
        return Reply((line("bind-none"), *usage))
    if chat.purpose is Purpose.STAFF:
        return Reply((line("bind-staff", estate=estate.name), *usage))
    tied = line("bind-building", estate=estate.name, place=await belongs_to(chat, uow))
    return Reply((tied, saying.says_line(chat), *usage), buttons=saying.rows(chat), edits=edits)


async def on_bind_says(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """`bind-says:<use>:on`, `…:off`: what the bot says in this group unasked. The message shows it at once."""
    match press.args:
        case (use, (saying.ON | saying.OFF) as wanted) if use in (*saying.ORDER, saying.TALK):
            chat = await saying.choose(actor=press.actor, use=use, on=wanted == saying.ON, uow=uow, now=now)
        case _:
            raise errors.UnknownButton
    toast = Toast("says-changed")
    if press.message_id is None:
        return (toast,)
    if await uow.outbox.slot_showing(chat.id, press.message_id) == onboarding_message.SLOT:
        await onboarding.bound_by_command(chat=chat, house=house, uow=uow)
        return (toast,)
    actor = replace(press.actor, chat=chat)
    shown = await topics.overview(
        actor, topic_id=press.topic_id, uow=uow, now=now, house=house, edits=press.message_id, asked=False
    )
    return (toast, shown or await _binding(actor, uow=uow, house=house, edits=press.message_id))


async def on_menu(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Post the card with the three buttons again and pin it.

    Raises:
        OnlyInGroup: in a private chat.
        OnlyInBuildingGroup: in a staff chat.
        ChatNotBound, NotAllowed: see `standing.estate_for`.
        IntakeNotOpen: its buttons would lead nowhere yet.
    """
    actor = command.actor
    if actor.chat.private:
        raise errors.OnlyInGroup
    estate = standing.estate_for(actor, Act.PIN_MENU)
    if actor.chat.purpose is not Purpose.BUILDING:
        raise errors.OnlyInBuildingGroup
    if await intakes.state_of(estate, uow) is IntakeState.TRIAL:
        raise errors.IntakeNotOpen(estate=estate.name)
    return (menu_card(actor.chat),)


async def on_bot_moved(moved: BotMoved, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Remember where the bot is and what it hears; one message where it was added, which stays true afterwards."""
    actor = moved.actor
    hears_all = moved.administrator or house.bot_sees_all
    await uow.chats.set_present(actor.chat.id, present=moved.present, hears_all=hears_all)
    if moved.present:
        await uow.topics.opened(actor.chat.id)  # an administrator writes where others may not
    if actor.chat.private:
        await uow.people.set_started(actor.person.id, moved.present)
    elif moved.present:
        if moved.was_present:
            await onboarding.hearing_changed(chat_id=actor.chat.id, house=house, uow=uow)
        else:
            await onboarding.bot_added(actor=actor, house=house, uow=uow)
        await uow.outbox.catch_up(actor.chat.id)
    return ()
