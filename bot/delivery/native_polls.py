"""A native poll on its way to a group, or on its way to being closed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol, TypeVar

import structlog

from bot.messages import Reply
from bot.ports import Clock, MayNotWrite, Parcel, Rejected, TopicLost, Transport
from bot.ports.polls import PollPosts

log = structlog.get_logger(__name__)

_Result = TypeVar("_Result")


class Paced(Protocol):
    def __call__(self, call: Callable[[], Awaitable[_Result]]) -> Awaitable[_Result]:
        """Make the call when it may be made."""


async def carry_poll(
    parcel: Parcel,
    reply: Reply,
    language: str,
    polls: PollPosts,
    transport: Transport,
    clock: Clock,
    *,
    paced: Paced,
    topic_for: Callable[[], Awaitable[int | None]],
) -> int | None:
    """Send or close it, and keep what came of it; the message's id. None: there is nothing to do any more.

    What Telegram answered is kept before the parcel counts as sent: a poll whose number is kept is never sent again,
    and its answers, which may come before either, find it.

    Raises: what `ports.Transport` raises; but a group that takes no polls is told to the staff, and that is all.
    """
    if reply.poll is not None:
        return await _send(parcel, reply, reply.poll, language, polls, transport, clock, paced, topic_for)
    assert reply.closes_poll is not None, "whoever calls has looked"
    message_id = await polls.to_stop(reply.closes_poll)
    if message_id is None:
        return None
    stood = await paced(lambda: transport.stop_poll(parcel.chat.telegram_id, message_id))
    await polls.was_stopped(reply.closes_poll, stood, now=clock.now())
    return message_id


async def _send(
    parcel: Parcel,
    reply: Reply,
    post_id: int,
    language: str,
    polls: PollPosts,
    transport: Transport,
    clock: Clock,
    paced: Paced,
    topic_for: Callable[[], Awaitable[int | None]],
) -> int | None:
    ready = await polls.to_send(post_id, language=language, now=clock.now())
    if ready is None or isinstance(ready, int):
        return ready
    send = partial(transport.send_poll, parcel.chat.telegram_id, ready, reply, topic_id=await topic_for())
    try:
        message_id, telegram_id = await paced(send)
    except (MayNotWrite, TopicLost):
        raise
    except Rejected as error:
        log.warning("poll_refused", parcel_id=parcel.id, chat_id=parcel.chat.id, reason=error.reason)
        await polls.was_refused(post_id, now=clock.now())
        return None
    await polls.was_sent(post_id, message_id=message_id, telegram_id=telegram_id, now=clock.now())
    return message_id
