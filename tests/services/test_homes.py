"""Who lives where, asked once for groups and roles: each person once, the end of one leaves the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain import grants
from bot.domain.grants import Grant, GrantRole, Terms
from bot.domain.people import Estate
from bot.domain.place_changes import Addition
from bot.domain.place_tree import PlaceLevel
from bot.domain.scopes import Scope
from bot.ports import UnitOfWork
from bot.services import homes, leaving, roster
from tests.services.cast import GARDEN, RIVERSIDE
from tests.services.town import Town

ONE = {"garden": GARDEN}


async def lives(town: Town, name: str, building: str, *, uow: UnitOfWork, starts_in: int = 0) -> Grant:
    """They said yes to being a resident of that building."""
    now, person = town.clock.now(), town.people[name]
    starts = GARDEN.local(now).date() + timedelta(days=starts_in)
    terms = Terms(GrantRole.RESIDENT, person.name, starts, None, Scope((building,)))
    by = {"estate_key": "garden", "by_id": town.people["li"].id, "by": "李主任", "now": now}
    offered = await uow.grants.offer(terms, **by, person_id=person.id, link=False)  # type: ignore[arg-type]
    accepted = grants.accept(offered, person_id=person.id, telegram_id=person.telegram_id, now=now)
    await uow.grants.save(accepted)
    return accepted


async def garden(town: Town, uow: UnitOfWork) -> Estate:
    return (await roster.estates_now(ONE, uow=uow, now=town.clock.now()))["garden"]


async def test_who_is_known_from_a_group_and_by_a_role_is_one_person(town: Town) -> None:
    async with town.store.units.writing() as uow:
        known = await homes.people_in([GARDEN], uow=uow)
        assert town.people["wang"].id in known
        await lives(town, "wang", "3", uow=uow)
        await lives(town, "stranger", "5", uow=uow)
        here = await garden(town, uow)
        everybody = await homes.people_in([here, RIVERSIDE], uow=uow)
        assert len(set(everybody)) == len(everybody)
        assert set(await homes.people_in([here], uow=uow)) == {*known, town.people["stranger"].id}
        fifth = await homes.people_in([here], buildings=["5"], uow=uow)
        assert town.people["stranger"].id in fifth
        assert town.people["wang"].id not in fifth
        assert await homes.people_in([RIVERSIDE], buildings=["5"], uow=uow) == []


async def test_a_grid_holds_who_lives_in_its_buildings(town: Town) -> None:
    async with town.store.units.writing() as uow:
        grid = await uow.place_trees.add_grid("garden", "东片")
        await uow.place_trees.add("garden", [Addition(PlaceLevel.BUILDING, ("9",), "", "东片")])
        await lives(town, "stranger", "9", uow=uow)
        here = await garden(town, uow)
        assert await homes.people_in([here], grid_ids=[grid.id], uow=uow) == [town.people["stranger"].id]
        assert await homes.people_in([here], grid_ids=[grid.id + 1], uow=uow) == []


async def test_nobody_has_left_while_a_role_says_that_they_live_here(town: Town) -> None:
    now = town.clock.now()
    async with town.store.units.writing() as uow:
        stranger, wang = town.people["stranger"], town.people["wang"]
        assert not await homes.has_left(stranger.id, GARDEN, uow=uow, now=now), "who never lived here has not left"
        given = await lives(town, "stranger", "5", uow=uow)
        assert not await homes.has_left(stranger.id, await garden(town, uow), uow=uow, now=now)
        today = GARDEN.local(now).date()
        await uow.grants.save(grants.end(given, by_id=3, by="李主任", why="", today=today, now=now))
        assert await homes.has_left(stranger.id, await garden(town, uow), uow=uow, now=now)

        await lives(town, "wang", "5", uow=uow)
        await uow.chats.set_left(town.chat("building3").id, wang.id, at=now)
        here = await garden(town, uow)
        assert not await homes.has_left(wang.id, here, uow=uow, now=now)
        assert await homes.has_left(wang.id, replace(here, residents={}), uow=uow, now=now)


async def test_one_that_is_yet_to_begin_makes_nobody_leave(town: Town) -> None:
    async with town.store.units.writing() as uow:
        await lives(town, "stranger", "5", uow=uow, starts_in=7)
        here = await garden(town, uow)
        assert here.residents == {}
        assert not await homes.has_left(town.people["stranger"].id, here, uow=uow, now=town.clock.now())


async def test_known_since_the_group_or_since_they_said_yes_whichever_was_first(town: Town) -> None:
    async with town.store.units.writing() as uow:
        stranger, wang = town.people["stranger"], town.people["wang"]
        assert await homes.known_since(stranger, GARDEN, uow) is None
        met_at = await homes.known_since(wang, GARDEN, uow)
        town.clock.moment += timedelta(days=3)
        await lives(town, "stranger", "5", uow=uow)
        await lives(town, "wang", "3", uow=uow)
        here = await garden(town, uow)
        assert await homes.known_since(stranger, here, uow) == town.clock.now()
        assert await homes.known_since(wang, here, uow) == met_at


async def test_the_end_of_a_role_concerns_nobody_who_is_in_a_group_or_on_a_list(town: Town) -> None:
    async with town.store.units.writing() as uow:
        await lives(town, "wang", "3", uow=uow)
        await lives(town, "li", "3", uow=uow)
        here = await garden(town, uow)
        for name in ("wang", "li"):
            await leaving.role_ended(town.people[name], here, uow=uow, now=town.clock.now())
        assert not await homes.has_left(
            town.people["wang"].id, replace(here, residents={}), uow=uow, now=town.clock.now()
        )
