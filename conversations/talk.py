"""The runner of dialogs: loads a state, lets the pure engine move it, keeps it, and says what follows.

A dialog's state lives in `uow.dialogs` alone, so a restart at any question loses nothing, and any process can go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from bot.domain.errors import ButtonTooOld, DialogExpired, NothingOpen, NotYourButton, Refused
from bot.domain.grant_refusals import NotForAllOfIt, OutsideYourPlaces, RoleIsOver
from bot.domain.house import Pace
from bot.domain.people import Chat, Person
from bot.domain.rights import RIGHTS, Act
from bot.domain.scopes import of_place
from bot.domain.whispers import UNSEEN
from bot.messages import Actor, Command, Line, Press, Reply, Said, Say, Toast, Voice
from bot.ports import DialogState, UnitOfWork
from bot.services import standing
from conversations import asides, ask_files, engine, prompts, wish_draft
from conversations.dialogs import DIALOGS, LIVES_HERE, NEEDS
from conversations.engine import Dialog
from conversations.interruption import Pending
from conversations.outcome import Scene, Turn, closing, context_of, context_of_actor, written_before, written_note
from conversations.questions import Heard

__all__ = [
    "Turn",
    "awaits_file",
    "begin",
    "cancel",
    "on_command_in_the_middle",
    "on_press",
    "on_said",
    "on_unreadable",
    "open_state",
    "tick",
]

DEFAULT_PACE = Pace()
MOST_PER_TICK = 100

Table = Mapping[str, Dialog]


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
    pace: Pace = DEFAULT_PACE,
    sent_at: datetime | None = None,
) -> tuple[Say, ...]:
    """Open the dialog at its first question, in place of any other this person has in this chat.

    `given`: answers known already, JSON values. `message_id`: the person's own message, None after a press. `sent_at`:
    of the words among `given`.
    """
    state = engine.begin(
        dialog,
        {**given, "_zone": actor.estate.time_zone.key if actor.estate else "UTC"},
        run=await uow.dialogs.next_run(),
        language=actor.language,
        idle_at=now + pace.remind_after,
        expires_at=now + pace.expire_after,
    )
    state = await engine.looked_up(dialog, replace(state, asked_message_id=message_id), actor, uow=uow, now=now)
    await uow.dialogs.save(actor.chat.id, actor.person.id, state)
    notes = written_note(written_before(state, sent_at, now))
    asked = prompts.question(dialog, state, context_of_actor(actor, state, now), notes=notes, fresh=True)
    return asides.to_one(dialog, actor, (asked,))


async def on_said(
    said: Said, state: DialogState, *, uow: UnitOfWork, now: datetime, pace: Pace = DEFAULT_PACE, table: Table = DIALOGS
) -> Turn:
    """Plain words, a photo or a voice note, with or without a caption, at the current question."""
    dialog = table.get(state.dialog)
    if dialog is None:
        return await _gone(said.actor, uow)
    if over := await _role_over(dialog, state, said.actor, uow, now, words=said.words):
        return over
    state = replace(_woken(dialog, state, said.actor, now, pace), asked_message_id=said.message_id)
    photo = None
    if said.photo is not None and engine.takes_photo(dialog, state):
        photo = await uow.files.keep(said.photo)
    voice = await _kept_voice(said.voice, uow) if engine.takes_voice(dialog, state) else None
    document = None
    if said.document is not None and engine.takes_document(dialog, state):
        document = await ask_files.kept(said.document, uow)
    written_on = written_before(state, said.sent_at, now)
    heard = Heard(
        *(said.words, photo),
        pictured=said.photo is not None,
        voice=voice,
        spoken=said.voice is not None,
        document=document,
        written_on=written_on,
        markup=said.markup,
    )
    move = engine.hear(dialog, state, heard, context_of_actor(said.actor, state, now))
    move = replace(move, notes=(*written_note(written_on), *move.notes))
    turn = await Scene(dialog, said.actor, state, uow, now, pressed=False).follow(move)
    return asides.turned(dialog, said.actor, turn)


def awaits_file(state: DialogState, *, table: Table = DIALOGS) -> bool:
    """The question that stands takes files."""
    dialog = table.get(state.dialog)
    return dialog is not None and engine.takes_document(dialog, engine.adopted(dialog, state))


async def _kept_voice(voice: Voice | None, uow: UnitOfWork) -> Mapping[str, Any] | None:
    return None if voice is None else wish_draft.voice_value(voice, key=await uow.files.keep(voice))


async def on_unreadable(
    said: Said,
    state: DialogState,
    why: Refused,
    *,
    uow: UnitOfWork,
    now: datetime,
    pace: Pace = DEFAULT_PACE,
    table: Table = DIALOGS,
) -> Turn:
    """A message of a kind that no question takes: why, and the same question below."""
    dialog = table.get(state.dialog)
    if dialog is None:
        return await _gone(said.actor, uow)
    state = replace(_woken(dialog, state, said.actor, now, pace), asked_message_id=said.message_id)
    turn = await Scene(dialog, said.actor, state, uow, now, pressed=False).follow(engine.Move(state, refused=why))
    return asides.turned(dialog, said.actor, turn)


async def on_press(
    press: Press,
    state: DialogState | None,
    *,
    uow: UnitOfWork,
    now: datetime,
    pace: Pace = DEFAULT_PACE,
    table: Table = DIALOGS,
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
    if over := await _role_over(dialog, state, actor, uow, now):
        return over
    state = _woken(dialog, state, actor, now, pace)
    if press.secret:
        state = replace(state, asked_message_id=UNSEEN)
    context = context_of_actor(actor, state, now)
    if (run, version, step) != (str(state.run), str(state.version), state.step):
        await uow.dialogs.save(actor.chat.id, actor.person.id, state)
        fresh = prompts.question(dialog, state, context, fresh=True)
        return asides.turned(dialog, actor, Turn((Toast(ButtonTooOld.text_key()), fresh)))
    move = engine.press(dialog, state, value, context)
    return asides.turned(dialog, actor, await Scene(dialog, actor, state, uow, now, pressed=True).follow(move))


async def on_command_in_the_middle(
    came: Command | Press,
    state: DialogState,
    *,
    uow: UnitOfWork,
    now: datetime,
    pace: Pace = DEFAULT_PACE,
    table: Table = DIALOGS,
) -> Turn:
    """A command, or a button that begins something else, while a dialog is open: ask whether to leave, keep it so long.

    Once the person leaves, the `Turn` of their answer has it in `run`.
    """
    dialog = table.get(state.dialog)
    if dialog is None:
        await uow.dialogs.close(came.actor.chat.id, came.actor.person.id)
        return Turn((), Pending.of(came))
    pending = Pending.of(came)
    state = replace(_woken(dialog, state, came.actor, now, pace), pending=pending.dumps())
    if isinstance(came, Command):
        state = replace(state, asked_message_id=came.message_id)
    await uow.dialogs.save(came.actor.chat.id, came.actor.person.id, state)
    leaving = prompts.leaving(state, pending.shown, context_of_actor(came.actor, state, now))
    return asides.turned(dialog, came.actor, Turn((leaving,)))


async def cancel(actor: Actor, state: DialogState | None, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
    """`/cancel`: always works.

    Raises:
        NothingOpen: there is no dialog.
    """
    if state is None:
        raise NothingOpen
    await uow.dialogs.close(actor.chat.id, actor.person.id)
    closed = closing("dialog-cancelled", context_of_actor(actor, state, now), pressed=False)
    dialog = DIALOGS.get(state.dialog)
    return (closed,) if dialog is None else asides.to_one(dialog, actor, (closed,))


async def tick(*, uow: UnitOfWork, now: datetime, table: Table = DIALOGS, limit: int = MOST_PER_TICK) -> int:
    """Remind of dialogs that lie idle, once; put aside those whose time is over. Returns how many were due."""
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
        told = closing(DialogExpired.text_key(), context_of(chat, person, state, now), pressed=False)
        await uow.outbox.say(chat.id, told, language=state.language)


async def _remind(
    dialog: Dialog, chat: Chat, person: Person, state: DialogState, *, uow: UnitOfWork, now: datetime
) -> None:
    state = replace(engine.adopted(dialog, state), reminded=True)
    await uow.dialogs.save(chat.id, person.id, state)
    if asides.is_unseen(dialog, chat, state):
        await asides.remind(chat, person, state, uow=uow, now=now)
        return
    context = context_of(chat, person, state, now)
    reminder = prompts.question(dialog, state, context, notes=(Line("dialog-reminder"),), fresh=True)
    reminder = msgspec.structs.replace(reminder, silent=not chat.private)
    await uow.outbox.say(chat.id, reminder, language=state.language)


async def _gone(actor: Actor, uow: UnitOfWork) -> Turn:
    """A newer program does not know the dialog any more."""
    await uow.dialogs.close(actor.chat.id, actor.person.id)
    return Turn((Reply((Line(DialogExpired.text_key()),)),))


async def _role_over(
    dialog: Dialog, state: DialogState, actor: Actor, uow: UnitOfWork, now: datetime, *, words: str = ""
) -> Turn | None:
    """The role that this needs was taken, its last day has passed, or it holds no more where the wish is: it ends here,
    and says what was written so far.

    None: it goes on.
    """
    act = NEEDS.get(dialog.name) or LIVES_HERE.get(dialog.name)
    if act is None:
        return None
    why: Refused | None = None if any(roles & RIGHTS[act] for roles in actor.held) else RoleIsOver()
    why = why or await _elsewhere(act, state, actor, uow)
    if why is None:
        return None
    await uow.dialogs.close(actor.chat.id, actor.person.id)
    answers = engine.spoken(state.answers)
    written = [answers.get(step.name) for step in dialog.steps if step.is_typed(answers)]
    kept = [each for each in (*written, words.strip()) if isinstance(each, str) and each]
    lines = [Line(why.text_key(), dict(why.variables)), *(Line("role-over-written", {"words": each}) for each in kept)]
    slot = prompts.slot(context_of_actor(actor, state, now))
    return asides.turned(dialog, actor, Turn((Reply(tuple(lines), slot=slot, fresh=True),)))


async def _elsewhere(act: Act, state: DialogState, actor: Actor, uow: UnitOfWork) -> Refused | None:
    """Why a role for a part of the estate does not count for this wish: its building may have been moved meanwhile."""
    wish_id = state.answers.get("wish_id")
    if not isinstance(wish_id, int) or not any(each.estate.scopes for each in actor.elsewhere.values()):
        return None
    try:
        wish = await uow.wishes.get(wish_id)
        standing.require(actor, act, wish.estate_key, of_place(wish.place))
    except LookupError:
        return None  # its service says so
    except (OutsideYourPlaces, NotForAllOfIt) as refused:
        return refused
    except Refused:
        return None  # its service says so
    return None


def _woken(dialog: Dialog, state: DialogState, actor: Actor, now: datetime, pace: Pace) -> DialogState:
    """The state of somebody who is here again: the time without a word begins anew."""
    state = engine.adopted(dialog, state)
    return replace(
        state,
        language=actor.language,
        idle_at=now + pace.remind_after,
        expires_at=now + pace.expire_after,
        reminded=False,
    )
