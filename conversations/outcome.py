"""What follows from a move of the engine: the next question, a refusal, or an end; kept, and said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from bot.domain.errors import Refused
from bot.domain.people import Chat, Person
from bot.domain.whispers import UNSEEN
from bot.messages import Actor, Day, Line, Reply, Say, Toast
from bot.ports import DialogState, UnitOfWork
from conversations import engine, prompts
from conversations.engine import Dialog, End, Move
from conversations.interruption import Pending
from conversations.questions import Context


@dataclass(frozen=True, slots=True)
class Turn:
    """What to say, and what came in the middle and is to be run now that the dialog was left for it."""

    say: tuple[Say, ...]
    run: Pending | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """One event of one person's dialog."""

    dialog: Dialog
    actor: Actor
    before: DialogState  #: as it was when the event came
    uow: UnitOfWork
    now: datetime
    pressed: bool  #: a button was pressed: the prompt is edited in place

    async def follow(self, move: Move) -> Turn:
        """Keep the new state, or end the dialog, and say so."""
        context = context_of_actor(self.actor, move.state, self.now)
        match move.end:
            case End.FINISHED:
                return await self._finish(move)
            case End.CANCELLED:
                await self._close()
                return Turn((closing("dialog-cancelled", context, pressed=self.pressed),))
            case End.LEFT:
                await self._close()
                pending = Pending.loads(move.state.pending) if move.state.pending else None
                return Turn((closing("dialog-left", context, pressed=self.pressed),), pending)
        return await self._stand(move)

    async def _stand(self, move: Move) -> Turn:
        """A question stands: the next one, or the same after a refusal. A refused press leaves its prompt as it is."""
        move = await self._outdating(move)
        state = await engine.looked_up(self.dialog, move.state, self.actor, uow=self.uow, now=self.now)
        move = replace(move, state=state)
        await self.uow.dialogs.save(self.actor.chat.id, self.actor.person.id, move.state)
        if move.refused is not None and self.pressed:
            return Turn((Toast(move.refused.text_key(), dict(move.refused.variables), alert=True),))
        refusal = (Line(move.refused.text_key(), dict(move.refused.variables)),) if move.refused else ()
        context = context_of_actor(self.actor, move.state, self.now)
        fresh = not self.pressed and not move.quiet
        asked = prompts.question(self.dialog, move.state, context, notes=(*refusal, *move.notes), fresh=fresh)
        if self.pressed and asked.slot is None:
            # A message that opens the input field is always new: the one that was pressed loses its buttons.
            # Begun again, nothing is known any more; the message that was pressed goes on saying what it said.
            # Where the same question goes on, its lines are other ones by now.
            goes_on = move.state.step == self.before.step
            known = self.before.answers if goes_on else {**self.before.answers, **move.state.answers}
            answered = prompts.answered(self.dialog, self.before.step, replace(move.state, answers=known), context)
            return Turn((answered, asked))
        return Turn((asked,))

    async def _outdating(self, move: Move) -> Move:
        """Typed words changed the answers at the same question: the prompt above shows the old ones and is stale."""
        if self.pressed or move.quiet or move.state.step != self.before.step:
            return move
        if engine.spoken(move.state.answers) == engine.spoken(self.before.answers):
            return move
        return replace(move, state=replace(move.state, run=await self.uow.dialogs.next_run()))

    async def _finish(self, move: Move) -> Turn:
        """Do what the answers are for, and close the dialog in the same transaction: a second press finds none.

        Refused by the service, the dialog stays as it was, to be mended or cancelled.
        """
        try:
            async with self.uow.savepoint():
                answers = engine.spoken(move.state.answers)
                said = await self.dialog.done(self.actor, answers, uow=self.uow, now=self.now)
        except Refused as refused:
            return await self._stand(Move(move.state, refused=refused))
        await self._close()
        says = (said,) if isinstance(said, Reply | Toast) else said
        return Turn(_in_slot(says, context_of_actor(self.actor, move.state, self.now), pressed=self.pressed))

    async def _close(self) -> None:
        await self.uow.dialogs.close(self.actor.chat.id, self.actor.person.id)


def _in_slot(says: tuple[Say, ...], context: Context, *, pressed: bool) -> tuple[Say, ...]:
    """The first reply takes the prompt's place, so that its buttons go."""
    placed: list[Say] = []
    for each in says:
        if isinstance(each, Reply) and not any(isinstance(before, Reply) for before in placed):
            placed.append(msgspec.structs.replace(each, slot=each.slot or prompts.slot(context), fresh=not pressed))
        else:
            placed.append(each)
    return tuple(placed)


def closing(key: str, context: Context, *, pressed: bool) -> Reply:
    """One closing line without buttons, in the prompt's place."""
    return Reply((Line(key),), slot=prompts.slot(context), fresh=not pressed, silent=not context.private)


def context_of_actor(actor: Actor, state: DialogState, now: datetime) -> Context:
    return context_of(actor.chat, actor.person, state, now)


def written_before(state: DialogState, sent_at: datetime | None, now: datetime) -> date | None:
    """The day on which this was written, if that was not today."""
    day = None if sent_at is None else _day(state, sent_at)
    return day if day is not None and day < _day(state, now) else None


def written_note(day: date | None) -> tuple[Line, ...]:
    """Says so above what follows, as "tomorrow" in it is no longer tomorrow."""
    return () if day is None else (Line("dialog-written-on", {"day": Day(day)}),)


def _day(state: DialogState, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(str(state.answers.get("_zone", "UTC")))).date()


def context_of(chat: Chat, person: Person, state: DialogState, now: datetime) -> Context:
    """What questions may know; the day is that of the estate the dialog began in."""
    return Context(
        today=_day(state, now),
        language=state.language,
        private=chat.private,
        person_id=person.id,
        name=person.name,
        go_on=prompts.link_on(chat) if not chat.private and state.asked_message_id == UNSEEN else None,
    )
