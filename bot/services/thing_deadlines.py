"""What falls due around things: asking whether they are still there, their end, what people are told, forgetting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.domain import things
from bot.domain.attention import awake, is_quiet
from bot.domain.people import Estate, Person, language_for
from bot.domain.things import TO_POSTER, Affair, Response, ThingDue, ThingNews, ThingState
from bot.messages import Reply
from bot.ports import UnitOfWork
from bot.ports.things import ThingTelling
from bot.services import standing, thing_ends, thing_said
from bot.services.thing_ends import THING

MOST_AT_ONCE = 20
MOST_TOLD_AT_ONCE = 100


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    moment = await uow.things.next_due()
    return moment is not None and moment <= now


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Ask, end, forget; then tell who is to be told. Returns how many things."""
    met = 0
    for thing_id in await uow.things.due(now, limit=MOST_AT_ONCE):
        affair = await uow.things.lock(thing_id)
        # Met by another process, while this one waited for it: nothing is left to do.
        if (what := things.due_of(affair.thing, now=now)) is not None:
            await _meet(affair, what, estates.get(affair.thing.estate_key), uow=uow, now=now)
            met += 1
    for telling in await uow.things.tellings(now, limit=MOST_TOLD_AT_ONCE):
        met += await _tell(telling, estates, uow=uow, now=now)
    return met


async def _meet(affair: Affair, what: ThingDue, estate: Estate | None, *, uow: UnitOfWork, now: datetime) -> None:
    thing = affair.thing
    if what is ThingDue.FORGET:
        await thing_ends.forget_thing(thing, uow=uow)
        return
    if what is ThingDue.EXPIRE:
        news, after = ThingNews.EXPIRED, things.ended(affair, ThingState.EXPIRED, now=now)
    else:
        news, after = ThingNews.ENDING, Affair(things.asked(thing), affair.responses)
    await thing_ends.kept(affair, after, estate=estate, uow=uow, now=now)
    due_at = awake(now, zone=estate.time_zone, courtesy=estate.courtesy) if estate else now
    await uow.things.tell(thing.id, THING, news, due_at=due_at)


async def _tell(telling: ThingTelling, estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Returns 1 if it was told, or needs not be; 0 if it waits for the morning, or another was quicker."""
    affair = await uow.things.get(telling.thing_id)
    estate = estates.get(affair.thing.estate_key)
    if estate is not None and is_quiet(now, zone=estate.time_zone, courtesy=estate.courtesy):
        await uow.things.put_off(telling, awake(now, zone=estate.time_zone, courtesy=estate.courtesy))
        return 0
    if not await uow.things.told(telling):
        return 0
    response = affair.response(telling.response_id)
    if estate is None or not thing_said.still_true(telling.news, affair, response):
        return 1
    said = _said(telling.news, affair, response, estate)
    person = await _hearer(telling.news, affair, response, uow)
    if await standing.can_be_told(person, uow):
        await _say(person, said, estate, uow=uow)
    return 1


async def _hearer(news: ThingNews, affair: Affair, response: Response | None, uow: UnitOfWork) -> Person:
    if news in TO_POSTER or response is None:
        return await uow.people.get(affair.thing.poster_id)
    return await uow.people.get(response.person_id)


def _said(news: ThingNews, affair: Affair, response: Response | None, estate: Estate) -> Reply:
    thing, terms = affair.thing, estate.things
    if response is None:
        if news is ThingNews.ENDING:
            may_prolong = thing.prolonged < terms.most_prolongings
            days = things.days_of(thing.kind, terms)
            return thing_said.ending(thing, zone=estate.time_zone.key, days=days, may_prolong=may_prolong)
        return thing_said.removed(thing) if news is ThingNews.REMOVED else thing_said.expired(thing)
    match news:
        case ThingNews.ASKED:
            return thing_said.asked(affair, response)
        case ThingNews.LEFT:
            return thing_said.left(thing, response)
        case ThingNews.ACCEPTED:
            return thing_said.accepted(thing)
        case ThingNews.DECLINED:
            return thing_said.declined(thing)
    return thing_said.over(thing)


async def _say(person: Person, reply: Reply, estate: Estate, *, uow: UnitOfWork) -> None:
    chat = await uow.chats.private_of(person)
    language = language_for(person=person, chat=chat, estate=estate, default=estate.language)
    await uow.outbox.say(chat.id, reply, language=language)
