"""What is said to one person inside a group is marked as such, with all that delivery has to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from bot.messages import BotMoved, Incoming, Press, Reply, Toast, Whisper


def aside(reply: Reply, incoming: Incoming, *, ephemeral_id: int | None, since: datetime, allowed: bool) -> Reply:
    """The reply as delivery takes it.

    Marked is what a dialog says to one person, if that is `allowed`, and whatever answers what nobody else saw.
    `ephemeral_id`: of the message they wrote, or pressed a button of, if the bot alone sees it. `since`: when they did.
    """
    actor = incoming.actor
    secret = ephemeral_id is not None
    is_marked = secret or (allowed and reply.whisper is not None)
    if actor.chat.private or isinstance(incoming, BotMoved) or not is_marked or _is_for_all(reply):
        return reply if reply.whisper is None else msgspec.structs.replace(reply, whisper=None)
    base = reply.whisper or Whisper(actor.person.telegram_id, actor.person.name)
    pressed = isinstance(incoming, Press)
    whisper = msgspec.structs.replace(
        base,
        since=since if pressed or secret else None,  # what everybody saw opens no window
        query_id=incoming.query_id if isinstance(incoming, Press) else None,
        written=None if pressed else ephemeral_id,
        secret=secret,
        started=actor.person.started,
    )
    return msgspec.structs.replace(reply, whisper=whisper)


def holding(replies: Sequence[Reply], toast: Toast | None, incoming: Incoming) -> list[Reply]:
    """The replies. The only one keeps the press waiting if it could be its answer: a few words to one person."""
    if not isinstance(incoming, Press) or toast is not None or len(replies) != 1:
        return list(replies)
    (reply,) = replies
    if reply.whisper is None or reply.ask or reply.buttons or reply.photos:
        return [reply]
    return [msgspec.structs.replace(reply, whisper=msgspec.structs.replace(reply.whisper, holds_query=True))]


def _is_for_all(reply: Reply) -> bool:
    return reply.pin or reply.topic is not None or reply.absent or reply.edits is not None
