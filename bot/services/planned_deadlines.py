"""What falls due of planned broadcasts: each turn becomes a broadcast, or the officers hear why it did not.

The broadcast and the next moment are of one unit of work, under the lock of its row: nothing goes out twice, and a kill
loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import planned_broadcasts as rules
from bot.domain import rights
from bot.domain.people import Estate, language_for
from bot.domain.planned_broadcasts import Due, PlannedBroadcast, PlannedState
from bot.domain.rights import RIGHTS, Act
from bot.messages import Reply
from bot.ports import UnitOfWork
from bot.services import desks, planned_lines, standing
from bot.services.planned_broadcasts import send, show

MOST_AT_ONCE = 20


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.planned_broadcasts.next_due()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Returns how many things were due."""
    met = 0
    for planned_id in await uow.planned_broadcasts.due(now, limit=MOST_AT_ONCE):
        planned = await uow.planned_broadcasts.lock(planned_id)
        # Met by another process, while this one waited for it: nothing is left to do.
        if planned.due_at is None or planned.due_at > now:
            continue
        await _meet(planned, estates, uow=uow, now=now)
        met += 1
    return met


async def _meet(planned: PlannedBroadcast, estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> None:
    estate = estates.get(planned.estate_key)
    if estate is None:  # config.yaml names it no more: nobody is there to be told
        await uow.planned_broadcasts.save(rules.paused(planned))
        return
    due = rules.due_of(planned, estate, now=now)
    if planned.state is PlannedState.PROPOSED:
        await _unagreed(planned, due, estate, uow=uow, now=now)
    elif due.now is not None and not await _may_still(planned, estates, uow):
        await _pause(planned, due, estate, uow=uow)
    else:
        await _send(planned, due, estates, estate, uow=uow, now=now)


async def _send(
    planned: PlannedBroadcast,
    due: Due,
    estates: Mapping[str, Estate],
    estate: Estate,
    *,
    uow: UnitOfWork,
    now: datetime,
) -> None:
    settled = rules.settled(planned, due)
    if due.now is not None and await send(planned, estates, starts_at=now, uow=uow, now=now) is None:
        settled = replace(settled, sent=planned.sent, missed_on=due.now.on)
        await _tell(settled, planned_lines.reached_nobody(settled), estate, uow=uow)
    elif due.missed:
        await _tell(settled, planned_lines.missed(settled, due.missed), estate, uow=uow)
    await _keep(rules.scheduled(settled, estate, now=now), uow)


async def _unagreed(planned: PlannedBroadcast, due: Due, estate: Estate, *, uow: UnitOfWork, now: datetime) -> None:
    """Its moment came, and no second officer had agreed."""
    days = due.missed if due.now is None or due.now.on is None else (*due.missed, due.now.on)
    settled = rules.settled(planned, Due(None, days, due.past))
    kept = await _keep(rules.scheduled(settled, estate, now=now), uow)
    if days:
        await _tell(kept, planned_lines.unagreed(kept), estate, uow=uow)


async def _pause(planned: PlannedBroadcast, due: Due, estate: Estate, *, uow: UnitOfWork) -> None:
    assert due.now is not None
    assert due.now.on is not None
    missed = rules.settled(planned, Due(None, (*due.missed, due.now.on), due.past))
    kept = await _keep(rules.paused(missed), uow)
    await _tell(kept, planned_lines.without_officer(kept), estate, uow=uow)


async def _keep(planned: PlannedBroadcast, uow: UnitOfWork) -> PlannedBroadcast:
    await uow.planned_broadcasts.save(planned)
    await show(planned, uow)
    return planned


async def _may_still(planned: PlannedBroadcast, estates: Mapping[str, Estate], uow: UnitOfWork) -> bool:
    """Whether whoever planned it still speaks for a body, in every estate it is for."""
    person = await uow.people.get(planned.by_id)
    for key in {planned.estate_key, *planned.audience.estate_keys}:
        estate = estates.get(key)
        if estate is None:
            return False
        roles = rights.roles_of(person, estate=estate, resident=False, administers=False)
        if not roles & RIGHTS[Act.RUN_BROADCASTS]:
            return False
    return True


async def _tell(planned: PlannedBroadcast, reply: Reply, estate: Estate, *, uow: UnitOfWork) -> None:
    """In the staff chats; where there is none, in private whoever planned it, if they can be told."""
    if await desks.tell(estate, reply, uow=uow):
        return
    person = await uow.people.get(planned.by_id)
    if await standing.can_be_told(person, uow):
        chat = await uow.chats.private_of(person)
        language = language_for(person=person, chat=chat, estate=estate, default=estate.language)
        await uow.outbox.say(chat.id, reply, language=language)
