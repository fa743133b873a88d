"""Who lives where: known from a neighbours' group, or made a resident by a role. Whoever needs both asks here.

What groups know stays with their rows. Who lives here by a role is read off the estate, as `roster` gives it for this
moment: whoever is both is found once, and the end of a role takes nothing from who is in a group.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from bot.domain import grants
from bot.domain.chat_uses import home_groups
from bot.domain.grants import GrantState
from bot.domain.people import Chat, Estate, Person, Purpose, Resident
from bot.messages import Actor
from bot.ports import UnitOfWork


async def chats_of(actor: Actor, uow: UnitOfWork) -> list[Chat]:
    """Groups of where the actor lives, also those the bot is not in at the moment; those they are known from first."""
    chats = list(await uow.chats.homes_of(actor.person.id))
    known = {chat.id for chat in chats}
    for foothold in actor.elsewhere.values():
        resident = foothold.estate.residents.get(actor.person.telegram_id)
        if resident is not None:
            around = await _groups_of(resident, foothold.estate, uow)
            chats += [chat for chat in around if chat.id not in known]
    return chats


async def _groups_of(resident: Resident, estate: Estate, uow: UnitOfWork) -> list[Chat]:
    groups = await uow.chats.bound(estate.key, Purpose.BUILDING)
    return home_groups((resident.building,), groups=groups, tree=await uow.place_trees.tree(estate.key))


async def people_in(
    estates: Iterable[Estate], *, buildings: Sequence[str] = (), grid_ids: Sequence[int] = (), uow: UnitOfWork
) -> list[int]:
    """Ids of who lives in these buildings and grids, or, where none are named, anywhere in these estates; each once."""
    here = list(estates)
    found = set(await uow.broadcasts.people_of([estate.key for estate in here], buildings, grid_ids))
    for estate in here:
        within = set(buildings)
        if grid_ids and estate.residents:
            tree = await uow.place_trees.tree(estate.key)
            within |= {node.path[0] for grid_id in grid_ids for node in tree.buildings_of(grid_id)}
        anywhere = not buildings and not grid_ids
        found |= {each.person_id for each in estate.residents.values() if anywhere or each.building in within}
    return sorted(found)


def by_role(estate: Estate, building: str | None = None) -> dict[int, str]:
    """Who lives here by a role, by person's id, with the building: all, or those of one building."""
    theirs = estate.residents.values()
    return {each.person_id: each.building for each in theirs if building in (None, each.building)}


async def has_left(person_id: int, estate: Estate, *, uow: UnitOfWork, now: datetime) -> bool:
    """They lived here and do so no more: no role says so, and they left every group that knew them."""
    if person_id in by_role(estate):
        return False
    homes = await uow.chats.homes_of(person_id)
    if any(home.estate_key == estate.key for home in homes):
        return await uow.chats.has_left(person_id, estate.key)
    today = estate.local(now).date()
    given = await uow.grants.of_person(person_id, GrantState.ACCEPTED, GrantState.ENDED)
    was_home = [each for each in given if each.estate_key == estate.key and grants.resident_of(each) is not None]
    return any(each.terms.starts <= today for each in was_home)


def named(estate: Estate, name: str, buildings: Collection[str]) -> list[int]:
    """Ids of people who live in these buildings by a role that calls them so; no buildings: anywhere in the estate."""
    theirs = estate.residents.values()
    return [each.person_id for each in theirs if each.name == name and (not buildings or each.building in buildings)]


async def known_since(person: Person, estate: Estate, uow: UnitOfWork) -> datetime | None:
    """Since when it is known that they live here. None: it is not known."""
    in_groups = await uow.wish_claims.known_since(person.id, estate.key)
    resident = estate.residents.get(person.telegram_id)
    moments = [in_groups, resident.since if resident is not None else None]
    return min((each for each in moments if each is not None), default=None)
