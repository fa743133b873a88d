"""The card of phone numbers: one message with all of them, kept by the committee."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain import directory, directory_refusals
from bot.domain.directory import Entry, Phone
from bot.domain.people import Estate, Speaker
from bot.domain.rights import Act
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing
from bot.services.directory import check_estate, estate_to_run
from bot.services.project_standing import speaker_of


async def numbers(*, actor: Actor, listed: bool = True, uow: UnitOfWork) -> tuple[Estate, Sequence[Phone]]:
    """What is on the card, or what was taken off it.

    Raises:
        NotAllowed, OnlyInPrivate: what was taken off is the committee's matter.
        ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.READ_SERVICES) if listed else estate_to_run(actor)
    return estate, await uow.phones.of_estate(estate.key, listed=listed)


async def to_run(*, actor: Actor, phone_id: int, uow: UnitOfWork) -> Phone:
    """The number of a button, for the committee.

    Raises:
        PhoneGone: there is none, or it belongs to an estate the actor has nothing to do with.
        OnlyInPrivate: in a building's group.
        NotAResident, NotAllowed: the role may not.
    """
    try:
        phone = await uow.phones.get(phone_id)
    except LookupError:
        raise directory_refusals.PhoneGone from None
    check_estate(actor, phone.estate_key, Act.RUN_SERVICES, gone=directory_refusals.PhoneGone())
    standing.require_away_from_neighbours(actor)
    return phone


async def _to_change(actor: Actor, phone_id: int, uow: UnitOfWork) -> tuple[Phone, Estate, Speaker]:
    phone = await to_run(actor=actor, phone_id=phone_id, uow=uow)
    estate = standing.estate_of(phone.estate_key, actor)
    return await uow.phones.lock(phone_id), estate, speaker_of(actor, estate)


async def add(*, actor: Actor, entry: Entry, uow: UnitOfWork) -> Phone:
    """Raises TooManyPhones: the card is full; OnlyInPrivate, NotAllowed: see `directory.estate_to_run`."""
    estate = estate_to_run(actor)
    await _check_room(estate, uow)
    return await uow.phones.add(entry, estate_key=estate.key, by=speaker_of(actor, estate), by_id=actor.person.id)


async def _check_room(estate: Estate, uow: UnitOfWork) -> None:
    if len(await uow.phones.of_estate(estate.key)) >= directory.MOST_PHONES:
        raise directory_refusals.TooManyPhones(most=directory.MOST_PHONES)


async def change(*, actor: Actor, phone_id: int, entry: Entry, uow: UnitOfWork) -> Phone:
    """Raises PhoneOff, ListingUnchanged; else as `to_run`."""
    before, _, by = await _to_change(actor, phone_id, uow)
    phone = directory.change_phone(before, entry, by=by)
    await uow.phones.save(phone, by_id=actor.person.id)
    return phone


async def take_off(*, actor: Actor, phone_id: int, uow: UnitOfWork) -> Phone:
    """Raises PhoneOff; else as `to_run`."""
    before, _, by = await _to_change(actor, phone_id, uow)
    phone = directory.take_phone_off(before, by=by)
    await uow.phones.save(phone, by_id=actor.person.id)
    return phone


async def put_back(*, actor: Actor, phone_id: int, uow: UnitOfWork) -> Phone:
    """Raises PhoneListed, TooManyPhones; else as `to_run`."""
    before, estate, by = await _to_change(actor, phone_id, uow)
    phone = directory.put_phone_back(before, by=by)
    await _check_room(estate, uow)
    await uow.phones.save(phone, by_id=actor.person.id)
    return phone
