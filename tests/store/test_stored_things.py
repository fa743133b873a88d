"""Things as they are kept: cards within the day's number, the order of those who answer, told once, forgotten."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.domain import things as rules
from bot.domain.thing_terms import ThingTerms
from bot.domain.things import Affair, Response, Standing, Thing, ThingKind, ThingNews, ThingState
from bot.store.session import NotStored
from bot.store.thing_tables import thing_news, thing_responses
from bot.store.unit import session_of
from tests.store.building import Building

ZONE = ZoneInfo("Asia/Shanghai")


async def posted(
    building: Building, kind: ThingKind = ThingKind.GIVEAWAY, *, most_cards: int | None = None, most_things: int = 2
) -> Thing:
    now = building.clock.now()
    drafted = Thing(0, "east", 0, kind, "餐椅", "3号楼", building.li.id, "李", now, now)
    timed = rules.timed(drafted, since=now, terms=ThingTerms(), zone=ZONE)
    async with building.store.units.writing() as uow:
        room = [(building.chat.id, most_cards)]
        return await uow.things.post(timed, room, most_things=most_things, day=now.date())


async def come(building: Building, thing_id: int, person_id: int) -> Affair:
    async with building.store.units.writing() as uow:
        before = await uow.things.lock(thing_id)
        new = Response(0, person_id, f"p{person_id}", "", building.clock.now())
        return await uow.things.save(before, rules.respond(before, new))


async def test_what_is_posted_is_read_back(building: Building) -> None:
    thing, other = await posted(building), await posted(building, ThingKind.FOUND)
    assert (thing.number, other.number) == (1, 2)
    came = await come(building, thing.id, building.wang.id)
    (mine,) = came.responses
    assert mine.standing is Standing.ASKED
    taken = rules.accept(came, mine)
    async with building.store.units.writing() as uow:
        shown = await uow.things.save(came, rules.passed_on(taken, taken.responses[0], "门卫室"))
    async with building.store.units.reading() as uow:
        assert await uow.things.get(thing.id) == shown
        assert await uow.things.response_of(mine.id) == (thing.id, building.wang.id)
        assert await uow.things.by_number("east", 1) == shown.thing
        assert await uow.things.by_number("east", 2**40) is None
        assert await uow.things.by_number("west", 1) is None
        found, total = await uow.things.open_in("east", kind=None, limit=1, offset=0)
        assert ([each.id for each in found], total) == ([other.id], 2)
        assert (await uow.things.open_in("east", kind=ThingKind.LOST, limit=9, offset=0)) == ([], 0)
        assert [each.id for each in await uow.things.answered_by(building.wang.id, "east")] == [thing.id]
        later = building.clock.now() + timedelta(days=1)
        assert len(await uow.things.of_person(building.li.id, "east", since=later)) == 2, "open ones, whenever posted"
        assert await uow.things.concerning(building.wang.id) == [thing.id]
        (place,) = await uow.things.places_of(thing.id)
        assert (place.chat.id, place.on_board) == (building.chat.id, False)
        with pytest.raises(NotStored):
            await uow.things.get(404)
        with pytest.raises(NotStored):
            await uow.things.response_of(404)


async def test_who_comes_again_stands_at_the_end(building: Building) -> None:
    thing, chen = await posted(building), await building.person(13, "陈")
    await come(building, thing.id, building.wang.id)
    await come(building, thing.id, chen.id)
    async with building.store.units.writing() as uow:
        before = await uow.things.lock(thing.id)
        await uow.things.save(before, rules.leave(before, building.wang.id))
    building.clock.advance(minutes=1)
    again = await come(building, thing.id, building.wang.id)
    async with building.store.units.reading() as uow:
        kept = await uow.things.get(thing.id)
    assert kept == again
    assert [each.person_id for each in kept.queue] == [chen.id, building.wang.id]


async def test_many_answer_at_once_and_one_alone_is_asked_about(building: Building) -> None:
    thing, chen = await posted(building), await building.person(13, "陈")
    people = (building.wang.id, chen.id)
    await asyncio.gather(*(come(building, thing.id, each) for each in people * 3))
    async with building.store.units.reading() as uow:
        kept = await uow.things.get(thing.id)
    assert sorted(each.standing for each in kept.responses) == [Standing.ASKED, Standing.WAITING]


async def test_cards_of_wishes_and_things_share_the_number_of_the_day(building: Building) -> None:
    first = await posted(building, most_cards=3)
    wish = await building.wish()
    day = building.clock.now().date()
    async with building.store.units.writing() as uow:
        posting = await uow.postings.claim(wish, day=day, most_cards=2)
        assert posting.board is None
    more = await building.wish()
    async with building.store.units.writing() as uow:
        assert (await uow.postings.claim(more, day=day, most_cards=2)).board == 1, "a thing took one of two"
    full = await posted(building, most_cards=2)
    share = await posted(building, most_cards=9, most_things=1)
    async with building.store.units.reading() as uow:
        where = [(await uow.things.places_of(each.id))[0].on_board for each in (first, full, share)]
        assert where == [False, True, True]
        assert [each.id for each in await uow.things.on_board(building.chat.id, day)] == [full.id, share.id]


async def test_what_is_due_and_told_once_and_forgotten(building: Building) -> None:
    thing, now = await posted(building), building.clock.now()
    await come(building, thing.id, building.wang.id)
    async with building.store.units.writing() as uow:
        for _ in range(2):
            await uow.things.tell(thing.id, 0, ThingNews.ENDING, due_at=now + timedelta(hours=1))
        assert await uow.things.tellings(now, limit=9) == []
        (telling,) = await uow.things.tellings(now + timedelta(hours=1), limit=9)
        await uow.things.put_off(telling, now + timedelta(hours=2))
        assert await uow.things.next_due() == now + timedelta(hours=2)
        assert await uow.things.told(telling)
        assert not await uow.things.told(telling), "another was quicker"
        assert thing.ask_at is not None
        assert await uow.things.next_due() == thing.ask_at
        assert await uow.things.due(thing.ask_at, limit=9) == [thing.id]
    async with building.store.units.writing() as uow:
        before = await uow.things.lock(thing.id)
        over = await uow.things.save(before, rules.ended(before, ThingState.EXPIRED, now=now))
        await uow.things.tell(thing.id, over.responses[0].id, ThingNews.OVER, due_at=now)
        await uow.things.forget(replace(over.thing, words="", where="", poster="", next_at=None))
    async with building.store.units.reading() as uow:
        kept = await uow.things.get(thing.id)
        assert kept.thing.is_forgotten
        assert kept.responses == ()
        for table in (thing_responses, thing_news):
            assert await session_of(uow).value(select(func.count()).select_from(table)) == 0
        assert await uow.things.next_due() is None
