"""The runner of dialogs: loads a state, lets the pure engine move it, keeps it, and says what follows.

A dialog's state lives in `uow.dialogs` alone, so a restart at any question loses nothing, and any process can go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from bot.domain.errors import ButtonTooOld, DialogExpired, NothingOpen, NotYourButton, Refused
from bot.domain.people import Chat, Person
from bot.messages import Actor, Command, Line, Press, Reply, Said, Say, Toast
from bot.ports import DialogState, UnitOfWork
from conversations import engine, prompts
from conversations.dialogs import DIALOGS
from conversations.engine import Dialog, End, Move
from conversations.interruption import Pending
from conversations.questions import Context, Heard

IDLE = timedelta(hours=1)  #: without a word, until the one reminder
EXPIRY = timedelta(days=1)  #: without a word, until the dialog is put aside
MOST_PER_TICK = 100

Table = Mapping[str, Dialog]


@dataclass(frozen=True, slots=True)
class Turn:
    """What to say, and what came in the middle and is to be run now that the dialog was left for it."""

    say: tuple[Say, ...]
    run: Pending | None = None


async def open_state(actor: Actor, *, uow: UnitOfWork, now: datetime) -> DialogState | None:
    """The person's dialog in this chat. One whose day is over is closed on the way, even if no tick came yet."""
    state = await uow.dialogs.open(actor.chat.id, actor.person.id)
    if state is None or now < state.expires_at:
        return state
    await uow.dialogs.close(actor.chat.id, actor.person.id)
    return None


async def begin(
    dialog: Dialog,
    actor: Actor,
    *,
    given: Mapping[str, Any],
    uow: UnitOfWork,
    now: datetime,
    message_id: int | None,
) -> tuple[Say, ...]:
    """Open the dialog at its first question, in place of any other this person has in this chat.

    `given`: answers known already, JSON values. `message_id`: the person's own message, None after a press.
    """
    state = engine.begin(
        dialog,
        {**given, "_zone": actor.estate.time_zone.key if actor.estate else "UTC"},
        run=await uow.dialogs.next_run(),
        language=actor.language,
        idle_at=now + IDLE,
        expires_at=now + EXPIRY,
    )
    state = replace(state, asked_message_id=message_id)
    await uow.dialogs.save(actor.chat.id, actor.person.id, state)
    return (prompts.question(dialog, state, _context(actor, state, now), fresh=True),)


async def on_said(said: Said, state: DialogState, *, uow: UnitOfWork, now: datetime, table: Table = DIALOGS) -> Turn:
    """Plain words, a photo, or a photo with a caption, at the current question."""
    dialog = table.get(state.dialog)
    if dialog is None:
        return await _gone(said.actor, uow)
    state = replace(_woken(dialog, state, said.actor, now), asked_message_id=said.message_id)
    photo = None
    if said.photo is not None and engine.takes_photo(dialog, state):
        photo = await uow.files.keep(said.photo)
    heard = Heard(said.words, photo, pictured=said.photo is not None)
    move = engine.hear(dialog, state, heard, _context(said.actor, state, now))
    return await _after(move, dialog, said.actor, uow=uow, now=now, pressed=False)


async def on_press(
    press: Press, state: DialogState | None, *, uow: UnitOfWork, now: datetime, table: Table = DIALOGS
) -> Turn:
    """A press of a dialog's button (route `d`). `state` is that of the person who pressed."""
    actor = press.actor
    if len(press.args) not in (4, 5):
        return Turn((Toast(ButtonTooOld.text_key()),))
    run, version, step, value, *owner = press.args
    if owner and owner[0] != str(actor.person.id):
        return Turn((Toast(NotYourButton.text_key()),))
    if state is None:
        return Turn((Toast("dialog-already-over"),))
    dialog = table.get(state.dialog)
    if dialog is None:
        return await _gone(actor, uow)
    state = _woken(dialog, state, actor, now)
    context = _context(actor, state, now)
    if (run, version, step) != (str(state.run), str(state.version), state.step):
        await uow.dialogs.save(actor.chat.id, actor.person.id, state)
        fresh = prompts.question(dialog, state, context, fresh=True)
        return Turn((Toast(ButtonTooOld.text_key()), fresh))
    move = engine.press(dialog, state, value, context)
    return await _after(move, dialog, actor, uow=uow, now=now, pressed=True)


async def on_command_in_the_middle(
    came: Command | Press, state: DialogState, *, uow: UnitOfWork, now: datetime, table: Table = DIALOGS
) -> Turn:
    """A command, or a button that begins something else, while a dialog is open: ask whether to leave, keep it so long.

    Once the person leaves, the `Turn` of their answer has it in `run`.
    """
    dialog = table.get(state.dialog)
    if dialog is None:
        await uow.dialogs.close(came.actor.chat.id, came.actor.person.id)
        return Turn((), Pending.of(came))
    pending = Pending.of(came)
    state = replace(_woken(dialog, state, came.actor, now), pending=pending.dumps())
    if isinstance(came, Command):
        state = replace(state, asked_message_id=came.message_id)
    await uow.dialogs.save(came.actor.chat.id, came.actor.person.id, state)
    return Turn((prompts.leaving(state, pending.shown, _context(came.actor, state, now)),))


async def cancel(actor: Actor, state: DialogState | None, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
    """`/cancel`: always works.

    Raises:
        NothingOpen: there is no dialog.
    """
    if state is None:
        raise NothingOpen
    await uow.dialogs.close(actor.chat.id, actor.person.id)
    return (_last("dialog-cancelled", _context(actor, state, now), pressed=False),)


async def tick(*, uow: UnitOfWork, now: datetime, table: Table = DIALOGS, limit: int = MOST_PER_TICK) -> int:
    """Remind of dialogs idle for an hour, once; put aside those idle for a day. Returns how many were due."""
    due = await uow.dialogs.due(now, limit=limit)
    for chat_id, person_id, state in due:
        chat, person = await uow.chats.get(chat_id), await uow.people.get(person_id)
        dialog = table.get(state.dialog)
        if dialog is None or now >= state.expires_at:
            await _expire(chat, person, state, uow=uow, now=now)
        else:
            await _remind(dialog, chat, person, state, uow=uow, now=now)
    return len(due)


async def _expire(chat: Chat, person: Person, state: DialogState, *, uow: UnitOfWork, now: datetime) -> None:
    """Put it aside. In a group nothing is said: its buttons simply are too old."""
    await uow.dialogs.close(chat.id, person.id)
    if chat.private:
        told = _last(DialogExpired.text_key(), _context_of(chat, person, state, now), pressed=False)
        await uow.outbox.say(chat.id, told, language=state.language)


async def _remind(
    dialog: Dialog, chat: Chat, person: Person, state: DialogState, *, uow: UnitOfWork, now: datetime
) -> None:
    state = replace(engine.adopted(dialog, state), reminded=True)
    await uow.dialogs.save(chat.id, person.id, state)
    context = _context_of(chat, person, state, now)
    reminder = prompts.question(dialog, state, context, notes=(Line("dialog-reminder"),), fresh=True)
    await uow.outbox.say(chat.id, reminder, language=state.language)


async def _after(move: Move, dialog: Dialog, actor: Actor, *, uow: UnitOfWork, now: datetime, pressed: bool) -> Turn:
    """Keep the new state, or end the dialog, and say so."""
    context = _context(actor, move.state, now)
    match move.end:
        case End.FINISHED:
            return await _finish(move, dialog, actor, uow=uow, now=now, pressed=pressed)
        case End.CANCELLED:
            await uow.dialogs.close(actor.chat.id, actor.person.id)
            return Turn((_last("dialog-cancelled", context, pressed=pressed),))
        case End.LEFT:
            await uow.dialogs.close(actor.chat.id, actor.person.id)
            pending = Pending.loads(move.state.pending) if move.state.pending else None
            return Turn((_last("dialog-left", context, pressed=pressed),), pending)
    return await _stand(move, dialog, actor, uow=uow, now=now, pressed=pressed)


async def _stand(move: Move, dialog: Dialog, actor: Actor, *, uow: UnitOfWork, now: datetime, pressed: bool) -> Turn:
    """A question stands: the next one, or the same after a refusal. A refused press leaves its prompt as it is."""
    await uow.dialogs.save(actor.chat.id, actor.person.id, move.state)
    if move.refused is not None and pressed:
        return Turn((Toast(move.refused.text_key(), dict(move.refused.variables), alert=True),))
    refusal = (Line(move.refused.text_key(), dict(move.refused.variables)),) if move.refused else ()
    context = _context(actor, move.state, now)
    fresh = not pressed and not move.quiet
    return Turn((prompts.question(dialog, move.state, context, notes=(*refusal, *move.notes), fresh=fresh),))


async def _finish(move: Move, dialog: Dialog, actor: Actor, *, uow: UnitOfWork, now: datetime, pressed: bool) -> Turn:
    """Do what the answers are for, and close the dialog in the same transaction: a second press finds none.

    Refused by the service, the dialog stays as it was, to be mended or cancelled.
    """
    try:
        async with uow.savepoint():
            said = await dialog.done(actor, engine.spoken(move.state.answers), uow=uow, now=now)
    except Refused as refused:
        return await _stand(Move(move.state, refused=refused), dialog, actor, uow=uow, now=now, pressed=pressed)
    await uow.dialogs.close(actor.chat.id, actor.person.id)
    says = (said,) if isinstance(said, Reply | Toast) else said
    return Turn(_in_slot(says, _context(actor, move.state, now), pressed=pressed))


def _in_slot(says: tuple[Say, ...], context: Context, *, pressed: bool) -> tuple[Say, ...]:
    """The first reply takes the prompt's place, so that its buttons go."""
    placed: list[Say] = []
    for each in says:
        if isinstance(each, Reply) and not any(isinstance(before, Reply) for before in placed):
            placed.append(msgspec.structs.replace(each, slot=each.slot or prompts.slot(context), fresh=not pressed))
        else:
            placed.append(each)
    return tuple(placed)


def _last(key: str, context: Context, *, pressed: bool) -> Reply:
    """One closing line without buttons, in the prompt's place."""
    return Reply((Line(key),), slot=prompts.slot(context), fresh=not pressed, silent=not context.private)


async def _gone(actor: Actor, uow: UnitOfWork) -> Turn:
    """A newer program does not know the dialog any more."""
    await uow.dialogs.close(actor.chat.id, actor.person.id)
    return Turn((Reply((Line(DialogExpired.text_key()),)),))


def _woken(dialog: Dialog, state: DialogState, actor: Actor, now: datetime) -> DialogState:
    """The state of somebody who is here again: no reminder is due for another hour."""
    state = engine.adopted(dialog, state)
    return replace(state, language=actor.language, idle_at=now + IDLE, expires_at=now + EXPIRY, reminded=False)


def _context(actor: Actor, state: DialogState, now: datetime) -> Context:
    return _context_of(actor.chat, actor.person, state, now)


def _context_of(chat: Chat, person: Person, state: DialogState, now: datetime) -> Context:
    zone = ZoneInfo(str(state.answers.get("_zone", "UTC")))
    return Context(
        today=now.astimezone(zone).date(),
        language=state.language,
        private=chat.private,
        person_id=person.id,
        name=person.name,
    )
