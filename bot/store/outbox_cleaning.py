"""The outbox forgets somebody: what was to be told them, what was, and what quotes them elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, and_, delete, false, or_, select, update

from bot.domain.people import Person
from bot.ports import SendState
from bot.store.session import Session
from bot.store.tables import messages, slots

FORGOTTEN = "forgotten"  #: why a message was skipped
_WAITING = (SendState.WAITING.value, SendState.UNSURE.value)
_OVER = (SendState.SENT.value, SendState.SKIPPED.value, SendState.FAILED.value)
_LEAST_CHARS = 2  #: of a name by which a text is recognised


async def clean(session: Session, *, person: Person, private: int | None, words: Iterable[str]) -> None:
    """What waits for them is skipped with a reason, what was sent is no longer kept.

    `words`: of the wishes that go. What is on its way to others is left to itself: they asked for nothing, and it is
    forgotten with all that was sent. What is in flight to the person `finish` takes.
    """
    theirs = or_(messages.c.person_id == person.id, _in_chat(messages.c.chat_id, private))
    quoting = [person.name, person.username or "", str(person.telegram_id), *words]
    await _skip(session, theirs)
    await _delete(session, or_(theirs, _quotes(messages.c.content, quoting)))
    shown = and_(slots.c.sent_rev >= slots.c.wanted_rev, _quotes(slots.c.content, quoting))
    await session.run(update(slots).where(or_(_in_chat(slots.c.chat_id, private), shown)).values(content=None))


async def finish(session: Session, chat_id: int) -> bool:
    """Once nothing is on its way to this private chat any more: leave nothing of what was said in it."""
    here = messages.c.chat_id == chat_id
    unfinished = select(messages.c.id).where(here, messages.c.finished_at.is_(None)).limit(1)
    if await session.first(unfinished) is not None:
        return False
    skipped = messages.c.state == SendState.SKIPPED.value
    await session.run(delete(messages).where(here, ~skipped))
    await session.run(update(messages).where(here).values(chat_id=None, slot=None, content=None, message_id=None))
    await session.run(delete(slots).where(slots.c.chat_id == chat_id))
    return True


async def _skip(session: Session, which: ColumnElement[bool]) -> None:
    waiting = and_(messages.c.bot_id == session.bot_id, messages.c.state.in_(_WAITING), which)
    skipped = {
        "state": SendState.SKIPPED.value,
        "reason": FORGOTTEN,
        "content": None,
        "finished_at": session.clock.now(),
    }
    await session.run(update(messages).where(waiting).values(skipped))


async def _delete(session: Session, which: ColumnElement[bool]) -> None:
    """A row just skipped stays for as long as any: it says that somebody was not told, and why."""
    over = and_(messages.c.bot_id == session.bot_id, messages.c.state.in_(_OVER), which)
    just_skipped = and_(messages.c.state == SendState.SKIPPED.value, messages.c.reason == FORGOTTEN)
    await session.run(delete(messages).where(over, ~just_skipped))


def _in_chat(column: Any, private: int | None) -> ColumnElement[bool]:
    return column == private if private is not None else false()


def _quotes(column: Any, texts: Iterable[str]) -> ColumnElement[bool]:
    """Whether a `Reply`, kept as JSON, holds one of these texts."""
    telling = {each for each in texts if len(each) >= _LEAST_CHARS}
    return or_(false(), *(column.contains(_in_json(each), autoescape=True, escape="\\") for each in sorted(telling)))


def _in_json(words: str) -> str:
    return msgspec.json.encode(words).decode()[1:-1]
