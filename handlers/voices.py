"""Voice notes: those that wait for a line, one after the other; writing it; and the author's "that's wrong"."""

from __future__ import annotations

from datetime import datetime

from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.messages import Actor, Button, Command, Press, Reply, Say, line
from bot.ports import UnitOfWork
from bot.services import voices
from conversations import write_down
from handlers.beginning import begin

VOICES = "voices"  #: deep-link payload


async def on_voices(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """In private they are played; in a group it is said where."""
    if command.actor.chat.private:
        return await play_next(command.actor, after=0, uow=uow)
    voices.may_listen(command.actor)
    return Reply((line("voices-in-private"),), buttons=((Button("button-open-private", start=VOICES),),))


async def on_next_voice(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await play_next(press.actor, after=number(press.args, 0), uow=uow)


async def play_next(actor: Actor, *, after: int, uow: UnitOfWork) -> Reply:
    """The note itself, to be played here, with nothing of who speaks or where they live."""
    waiting = await voices.next_waiting(actor=actor, after=after, uow=uow)
    if waiting is None or waiting.wish.voice is None:
        return Reply((line("voices-none"),))
    wish, note = waiting.wish, waiting.wish.voice
    rows: tuple[tuple[Button, ...], ...] = ((Button("button-transcribe", data("transcribe", wish.id)),),)
    if waiting.total > 1:
        rows = (*rows, (Button("button-next-voice", data("voices", wish.id)),))
    lines = (
        line("voices-waiting", n=waiting.total),
        line("voice-of", number=str(wish.number), length=note.length),
    )
    return Reply(lines, buttons=rows, voice=note.key)


async def on_transcribe(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await voices.wish_to_transcribe(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    return await begin(write_down.WRITE_DOWN, press.actor, write_down.given(wish), uow=uow, now=now, house=house)


async def on_retell(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await voices.wish_to_retell(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    return await begin(write_down.RETELL, press.actor, write_down.given(wish), uow=uow, now=now, house=house)
