"""What an administrator says who hides: kept for minutes, and done as whoever presses [it is me] and administers the
group. Nothing keeps who that was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import msgspec

from bot.domain import unsigned as rules
from bot.domain.buttons import data
from bot.domain.unsigned import AdministratorsUnknown, NotTheAdministrator, Unsigned, UnsignedDone, UnsignedOver
from bot.messages import Actor, Button, Command, Photo, Quoted, Reply, Said, Voice, line
from bot.ports import UnitOfWork

MOST_PER_TICK = 100
_MINUTES = int(rules.CONFIRM_WITHIN.total_seconds()) // 60


class _Kept(msgspec.Struct, frozen=True):
    """A command, or plain words (then `name` is None), without whoever said it."""

    name: str | None
    words: str
    message_id: int
    photo: Photo | None = None
    about: Quoted | None = None
    voice: Voice | None = None
    topic_id: int | None = None
    answers: int | None = None


_encode, _decode = msgspec.json.Encoder().encode, msgspec.json.Decoder(_Kept).decode


def slot(unsigned_id: int) -> str:
    """Of the question that hangs on what was said."""
    return f"unsigned:{unsigned_id}"


async def ask(came: Command | Said, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Keep what came, and the question who it was."""
    waiting = await uow.unsigned.add(
        chat_id=came.actor.chat.id,
        message_id=came.message_id,
        body=_encode(_kept(came)).decode(),
        expires_at=now + rules.CONFIRM_WITHIN,
    )
    return Reply(
        (line("unsigned-ask", minutes=_MINUTES),),
        buttons=((Button("button-unsigned", data(rules.ROUTE, waiting.id)),),),
        slot=slot(waiting.id),
        answers=came.message_id,
        silent=True,
    )


def _kept(came: Command | Said) -> _Kept:
    if isinstance(came, Said):
        return _Kept(None, came.words, came.message_id, came.photo, None, came.voice, came.topic_id, came.answers)
    return _Kept(came.name, came.words, came.message_id, came.photo, came.about, came.voice, came.topic_id)


def came(waiting: Unsigned, actor: Actor) -> Command | Said:
    """What was said, as said by this person, whom nothing public may name."""
    kept, hidden = _decode(waiting.body), replace(actor, hidden=True)
    if kept.name is None:
        return Said(hidden, kept.words, kept.message_id, kept.photo, kept.answers, kept.voice, kept.topic_id)
    return Command(hidden, kept.name, kept.words, kept.message_id, kept.photo, kept.about, kept.voice, kept.topic_id)


async def signed(*, actor: Actor, unsigned_id: int, uow: UnitOfWork, now: datetime) -> Unsigned:
    """What waits, locked, if this person administers the group and it is neither done nor over.

    Raises:
        UnsignedOver: its time is over, or there is none of this number in this chat.
        AdministratorsUnknown: the list of administrators is too old to go by.
        NotTheAdministrator: somebody else pressed.
        UnsignedDone: another press was first.
    """
    waiting = await uow.unsigned.lock(unsigned_id)
    if waiting is None or waiting.chat_id != actor.chat.id:
        raise UnsignedOver(minutes=_MINUTES)
    read_at = await uow.chats.administrators_read_at(actor.chat.id)
    if read_at is None or now - read_at > rules.ADMINISTRATORS_AT_MOST:
        raise AdministratorsUnknown
    if not await uow.chats.administers(actor.chat.id, actor.person.telegram_id):
        raise NotTheAdministrator
    if waiting.done:
        raise UnsignedDone
    if waiting.is_over(now):
        raise UnsignedOver(minutes=_MINUTES)
    return waiting


async def settle(waiting: Unsigned, *, uow: UnitOfWork) -> None:
    """It was carried out, or refused for good: the question goes, and nothing is kept of the words."""
    await uow.unsigned.done(waiting.id)
    await uow.outbox.remove(waiting.chat_id, slot(waiting.id))


async def any_over(*, uow: UnitOfWork, now: datetime) -> bool:
    return bool(await uow.unsigned.due(now, limit=1))


async def forget_those_over(*, uow: UnitOfWork, now: datetime) -> int:
    """Their time is over: words and questions go. Returns how many."""
    due = await uow.unsigned.due(now, limit=MOST_PER_TICK)
    for waiting in due:
        if not waiting.done:
            await uow.outbox.remove(waiting.chat_id, slot(waiting.id))
        await uow.unsigned.drop(waiting.id)
    return len(due)
