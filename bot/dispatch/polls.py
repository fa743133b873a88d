"""What Telegram tells of native polls: who answered, and how they stand."""

from __future__ import annotations

from datetime import datetime

from bot.dispatch.decode import PollAnsweredSeen, PollStoodSeen, Sender
from bot.dispatch.front import Front
from bot.messages import PollStood
from bot.ports import UnitOfWork


async def tell_of_poll(
    sender: Sender, what: PollAnsweredSeen | PollStoodSeen, front: Front, *, uow: UnitOfWork, now: datetime
) -> None:
    """Pass it on. Whoever answers is known from then on; that they can be written to is not said by it."""
    if isinstance(what, PollStoodSeen):
        stood = PollStood(what.counts, what.voters)
        await front.poll_stood(what.poll_id, stood, is_closed=what.is_closed, says=what.says, uow=uow, now=now)
        return
    if sender.anonymous:
        return
    person = await uow.people.seen(
        telegram_id=sender.telegram_id,
        name=sender.name,
        username=sender.username,
        client_language=sender.client_language,
    )
    await front.poll_answered(what.poll_id, person, what.options, uow=uow, now=now)
