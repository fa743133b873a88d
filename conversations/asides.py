"""Dialogs that concern one person alone: in a group they are said to that person, and can go on in private."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import msgspec

from bot.domain.house import Pace
from bot.domain.people import Chat, Person
from bot.domain.whispers import UNSEEN
from bot.messages import Actor, Button, Line, Reply, Say, Whisper
from bot.ports import DialogState, UnitOfWork
from conversations import engine, prompts
from conversations.dialogs import DIALOGS
from conversations.engine import Dialog
from conversations.outcome import Turn, context_of, context_of_actor

_GIVEN = "_given"
_HERE = {"in_group": False}


def to_one(dialog: Dialog, actor: Actor, says: tuple[Say, ...]) -> tuple[Say, ...]:
    """What the dialog says, marked as said to this one person where others could read it."""
    if actor.chat.private or not dialog.aside:
        return says
    whisper = Whisper(actor.person.telegram_id, actor.person.name, link=prompts.link_on(actor.chat))
    return tuple(msgspec.structs.replace(each, whisper=whisper) if isinstance(each, Reply) else each for each in says)


def turned(dialog: Dialog, actor: Actor, turn: Turn) -> Turn:
    return replace(turn, say=to_one(dialog, actor, turn.say))


async def carry_on(actor: Actor, code: str, *, uow: UnitOfWork, now: datetime, pace: Pace) -> tuple[Say, ...] | None:
    """Go on in private with what the person began in the group of this link code; None: nothing is open there."""
    group = await uow.chats.by_link_code(code)
    state = None if group is None else await uow.dialogs.open(group.id, actor.person.id)
    if group is None or state is None or now >= state.expires_at:
        return None
    dialog = DIALOGS.get(state.dialog)
    if dialog is None or not dialog.aside:
        return None
    await uow.dialogs.close(group.id, actor.person.id)
    state = engine.adopted(dialog, state)
    state = replace(
        state,
        run=await uow.dialogs.next_run(),
        answers={**state.answers, **_HERE, _GIVEN: {**state.answers.get(_GIVEN, {}), **_HERE}},
        pending=None,
        asked_message_id=None,
        language=actor.language,
        idle_at=now + pace.remind_after,
        expires_at=now + pace.expire_after,
        reminded=False,
    )
    state = await engine.looked_up(dialog, state, actor, uow=uow, now=now)
    await uow.dialogs.save(actor.chat.id, actor.person.id, state)
    return (prompts.question(dialog, state, context_of_actor(actor, state, now), fresh=True),)


async def remind(chat: Chat, person: Person, state: DialogState, *, uow: UnitOfWork, now: datetime) -> None:
    """What was written to the bot alone is not repeated for all to see: the reminder leads into the private chat."""
    if (link := prompts.link_on(chat)) is None:
        return
    buttons = ((Button("button-go-on", start=link),),)
    if person.started:
        private = await uow.chats.private_of(person)
        told = Reply((Line("whisper-go-on-from", {"title": chat.title}),), buttons=buttons)
        await uow.outbox.say(private.id, told, language=state.language)
        return
    name = context_of(chat, person, state, now).name
    told = Reply((Line("dialog-for", {"name": name}), Line("whisper-go-on")), buttons=buttons, silent=True)
    await uow.outbox.say(chat.id, told, language=state.language)


def is_unseen(dialog: Dialog, chat: Chat, state: DialogState) -> bool:
    """Nobody else in the group saw what the person wrote last."""
    return dialog.aside and not chat.private and state.asked_message_id == UNSEEN
