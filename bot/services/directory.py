"""The list of services: read by neighbours, kept by the committee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import directory, directory_refusals, errors
from bot.domain.directory import Particulars, Service
from bot.domain.people import Estate, Speaker
from bot.domain.rights import RIGHTS, Act, sees_staff_matters
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing
from bot.services.project_standing import speaker_of

PAGE = 8  #: services a page: fits a phone's screen


@dataclass(frozen=True, slots=True)
class Page:
    estate: Estate
    services: Sequence[Service]
    total: int
    number: int  #: from 0
    pages: int  #: at least 1
    listed: bool  #: False: what was taken off


def keeps(actor: Actor, estate_key: str) -> bool:
    """Whether the actor keeps the list here: with the right to it, where no neighbours read along."""
    away = actor.chat.private or sees_staff_matters(actor.chat, estate_key)
    return away and bool(actor.roles_in(estate_key) & RIGHTS[Act.RUN_SERVICES])


def may_run(actor: Actor) -> bool:
    """Whether there is an estate whose lists the actor keeps, here or elsewhere."""
    places = actor.elsewhere.values() if actor.chat.private else ()
    return bool(actor.roles.union(*(foothold.roles for foothold in places)) & RIGHTS[Act.RUN_SERVICES])


def estate_to_run(actor: Actor) -> Estate:
    """The estate whose lists the actor keeps.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        NotAllowed, ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.RUN_SERVICES)
    standing.require_away_from_neighbours(actor)
    return estate


async def page(*, actor: Actor, listed: bool, number: int, uow: UnitOfWork) -> Page:
    """The list, or what was taken off it; a page past the end is the last one.

    Raises:
        NotAllowed, OnlyInPrivate: what was taken off is the committee's matter.
        ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.READ_SERVICES) if listed else estate_to_run(actor)
    return _cut(estate, await uow.services.of_estate(estate.key, listed=listed), number, listed=listed)


async def search(*, actor: Actor, words: str, uow: UnitOfWork) -> Page:
    """The first page of those in which all these words stand. Raises as `page`."""
    estate = standing.estate_allowing(actor, Act.READ_SERVICES)
    return _cut(estate, directory.found(await uow.services.of_estate(estate.key), words), 0, listed=True)


def _cut(estate: Estate, services: Sequence[Service], number: int, *, listed: bool) -> Page:
    pages = max(1, -(-len(services) // PAGE))
    at = max(0, min(number, pages - 1))
    return Page(estate, services[at * PAGE : (at + 1) * PAGE], len(services), at, pages, listed)


async def by_number(*, actor: Actor, number: int, uow: UnitOfWork) -> Service | None:
    """The one of this number, if it is on the list. Raises as `page`."""
    estate = standing.estate_allowing(actor, Act.READ_SERVICES)
    services = await uow.services.of_estate(estate.key)
    return next((service for service in services if service.number == number), None)


async def to_read(*, actor: Actor, service_id: int, act: Act = Act.READ_SERVICES, uow: UnitOfWork) -> Service:
    """The service of a button. One that was taken off is there for those who keep the list.

    Raises:
        ServiceGone: there is none, or it belongs to an estate the actor has nothing to do with.
        ServiceOff: it was taken off.
        NotAResident, NotAllowed: the role may not.
    """
    try:
        service = await uow.services.get(service_id)
    except LookupError:
        raise directory_refusals.ServiceGone from None
    check_estate(actor, service.estate_key, act, gone=directory_refusals.ServiceGone())
    if not service.listed and not keeps(actor, service.estate_key):
        raise directory_refusals.ServiceOff(name=service.name)
    return service


def check_estate(actor: Actor, estate_key: str, act: Act, *, gone: Exception) -> None:
    """Let the actor do this with something of the estate.

    Raises:
        NotAResident, NotAllowed: the role may not, or the bot does not know where they live. And `gone`, if they have
            nothing to do with it here.
    """
    if actor.chat.private and actor.estate is None:
        raise errors.NotAResident  # says how to become one: they may have come by a link
    standing.check_estate(actor, estate_key, act, gone=gone)


async def opened(service: Service, actor: Actor, *, uow: UnitOfWork, now: datetime) -> None:
    """Count that somebody wanted to know: a person once a day, and nobody who keeps the list."""
    if service.listed and not actor.roles_in(service.estate_key) & RIGHTS[Act.RUN_SERVICES]:
        day = standing.estate_of(service.estate_key, actor).local(now).date()
        await uow.services.opened(service.id, actor.person.id, day=day)


# ---- the committee ---------------------------------------------------------------------------------------------------


async def to_run(*, actor: Actor, service_id: int, uow: UnitOfWork) -> Service:
    """Raises OnlyInPrivate: in a building's group; else as `to_read`."""
    service = await to_read(actor=actor, service_id=service_id, act=Act.RUN_SERVICES, uow=uow)
    standing.require_away_from_neighbours(actor)
    return service


async def _to_change(actor: Actor, service_id: int, uow: UnitOfWork) -> tuple[Service, Estate, Speaker]:
    service = await to_run(actor=actor, service_id=service_id, uow=uow)
    estate = standing.estate_of(service.estate_key, actor)
    return await uow.services.lock(service_id), estate, speaker_of(actor, estate)


async def add(*, actor: Actor, particulars: Particulars, uow: UnitOfWork, now: datetime) -> Service:
    """Put a service on the list.

    Raises:
        TooManyServices: the list is as long as it may be.
        OnlyInPrivate, NotAllowed: see `estate_to_run`.
    """
    estate = estate_to_run(actor)
    await _check_room(estate, uow)
    today = estate.local(now).date()
    by = speaker_of(actor, estate)
    return await uow.services.add(particulars, estate_key=estate.key, today=today, by=by, by_id=actor.person.id)


async def _check_room(estate: Estate, uow: UnitOfWork) -> None:
    if len(await uow.services.of_estate(estate.key)) >= directory.MOST_SERVICES:
        raise directory_refusals.TooManyServices(most=directory.MOST_SERVICES)


async def change(*, actor: Actor, service_id: int, particulars: Particulars, uow: UnitOfWork, now: datetime) -> Service:
    """Raises ServiceOff, ListingUnchanged, ServiceGone, NotAllowed, OnlyInPrivate."""
    before, estate, by = await _to_change(actor, service_id, uow)
    service = directory.change(before, particulars, by=by, today=estate.local(now).date())
    await uow.services.save(service, by_id=actor.person.id)
    return service


async def keep(*, actor: Actor, service_id: int, uow: UnitOfWork, now: datetime) -> Service:
    """It was looked at and is right. Raises ServiceOff, ServiceGone, NotAllowed, OnlyInPrivate."""
    before, estate, by = await _to_change(actor, service_id, uow)
    service = directory.keep(before, by=by, today=estate.local(now).date())
    await uow.services.save(service, by_id=actor.person.id)
    return service


async def take_off(*, actor: Actor, service_id: int, uow: UnitOfWork) -> Service:
    """Off the list; what was asked about it stays. Raises ServiceOff, ServiceGone, NotAllowed, OnlyInPrivate."""
    before, _, by = await _to_change(actor, service_id, uow)
    service = directory.take_off(before, by=by)
    await uow.services.save(service, by_id=actor.person.id)
    return service


async def put_back(*, actor: Actor, service_id: int, uow: UnitOfWork, now: datetime) -> Service:
    """Raises ServiceListed, TooManyServices, ServiceGone, NotAllowed, OnlyInPrivate."""
    before, estate, by = await _to_change(actor, service_id, uow)
    service = directory.put_back(before, by=by, today=estate.local(now).date())
    await _check_room(estate, uow)
    await uow.services.save(service, by_id=actor.person.id)
    return service
