"""Saying in the groups that the bot was away: one quiet line, because presses are lost by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import away
from bot.domain.away import AwayLine, Contact
from bot.domain.house import House
from bot.domain.intakes import IntakeState
from bot.domain.people import ChatUse, Estate, Purpose
from bot.domain.topics import TopicUse
from bot.messages import Line, Moment, Reply, line
from bot.ports import UnitOfWork
from bot.services import announcing, intakes

AWAY_SLOT = "away"  #: the line in a group


async def touched(
    *, last: datetime | None, lost_until: datetime | None, house: House, uow: UnitOfWork, now: datetime
) -> bool:
    """In touch with Telegram at this moment; True if the groups are told that the bot was away.

    `last`: the last contact before, as far as this process knows. `lost_until`: until when there was certainly none;
    None: it was never lost.
    """
    kept = await uow.contacts.lock()
    if kept is None:  # the first start ever: there was nothing to be away from
        await uow.contacts.save(Contact(now))
        return False
    since = kept.met_at if last is None else max(kept.met_at, last)
    if lost_until is None or not away.is_away(since, until=lost_until):
        await uow.contacts.save(replace(kept, met_at=now))
        return False
    contact = away.come_back(kept, since=since, now=now)
    await uow.contacts.save(contact)
    if contact.line is not None:
        for estate in house.estates.values():
            await _tell(estate, contact.line, is_new=contact.line.said_at == now, uow=uow)
    return True


async def _tell(estate: Estate, said: AwayLine, *, is_new: bool, uow: UnitOfWork) -> None:
    """Where nothing is taken in at the moment there is nothing to press either."""
    if await intakes.state_of(estate, uow) is not IntakeState.OPEN:
        return
    reply = Reply((_words(said, estate),), slot=AWAY_SLOT, fresh=is_new, silent=True, topic=TopicUse.WISHES)
    await announcing.tell_neighbours(ChatUse.WISHES, reply, estate=estate, uow=uow)
    await announcing.tell_all(Purpose.STAFF, reply, estate=estate, uow=uow)


def _words(said: AwayLine, estate: Estate) -> Line:
    since, until = estate.local(said.since), estate.local(said.until)
    if since.date() == until.date():
        span: dict[str, str | Moment] = {"since": f"{since:%H:%M}", "until": f"{until:%H:%M}"}
    else:
        zone = estate.time_zone.key
        span = {"since": Moment(said.since, zone), "until": Moment(said.until, zone)}
    if said.several:
        return line("away-several", **span)
    return line("away-long" if said.lost_words else "away", **span)
