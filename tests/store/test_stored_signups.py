"""Sign-ups as they are kept: places never given twice however many press at once, told once, forgotten for good."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from bot.domain import signups as rules
from bot.domain.attention import Courtesy
from bot.domain.signups import Event, Roll, Signup, SignupEntry, SignupNews, SignupState
from bot.store.signup_tables import signup_entries, signup_news, signups
from bot.store.unit import session_of
from tests.store.building import Building

ZONE = ZoneInfo("Asia/Shanghai")


async def opened(building: Building, *, places: int | None = 3, guests: int = 2) -> Signup:
    now = building.clock.now()
    event = Event("包粽子", "3号楼门口", now + timedelta(days=5), now + timedelta(days=4), places, guests)
    drafted = Signup(
        *(0, "east", 0, event, ZONE.key, building.li.id, "李", now),
        remind_at=rules.reminder(event, zone=ZONE, courtesy=Courtesy(), now=now),
    )
    async with building.store.units.writing() as uow:
        return await uow.signups.open(rules.scheduled(drafted), [building.chat.id])


async def come(building: Building, signup_id: int, person_id: int | None, *, guests: int = 0) -> Roll:
    async with building.store.units.writing() as uow:
        before = await uow.signups.lock(signup_id)
        by, now = person_id or building.li.id, building.clock.now()
        entry = SignupEntry(0, person_id, by, f"p{person_id}", now, guests=guests, chat_id=building.chat.id)
        return await uow.signups.save(before, rules.sign(before, entry))


async def test_what_is_opened_is_read_back(building: Building) -> None:
    signup = await opened(building)
    again = await opened(building, places=None)
    assert (signup.number, again.number) == (1, 2)
    roll = await come(building, signup.id, building.wang.id, guests=1)
    named = rules.named(roll, roll.entries[0], "小明")
    async with building.store.units.writing() as uow:
        await uow.signups.save(roll, named)
    async with building.store.units.reading() as uow:
        kept = await uow.signups.get(signup.id)
        assert kept == named
        assert kept.signup.taken == 2
        assert await uow.signups.by_number("east", 1) == kept.signup
        assert await uow.signups.by_number("east", 2**40) is None
        assert await uow.signups.by_number("west", 1) is None
        assert [chat.id for chat in await uow.signups.chats_of(signup.id)] == [building.chat.id]
        now = building.clock.now()
        assert [each.id for each in await uow.signups.ahead("east", now=now)] == [signup.id, again.id]
        assert not await uow.signups.ahead("east", now=now + timedelta(days=6))
        assert [each.id for each in await uow.signups.opened_by(building.li.id, "east")] == [again.id, signup.id]
        assert await uow.signups.with_entries_of(building.wang.id) == [signup.id]
        with pytest.raises(LookupError):
            await uow.signups.get(404)


async def test_however_many_press_at_once_no_place_is_given_twice(building: Building) -> None:
    signup = await opened(building, places=7, guests=2)
    people = [await building.person(100 + n, f"n{n}") for n in range(24)]

    async def presses(n: int) -> None:
        await come(building, signup.id, people[n].id, guests=n % 3)
        if n % 5 == 0:  # and some think better of it
            async with building.store.units.writing() as uow:
                before = await uow.signups.lock(signup.id)
                mine = before.of(people[n].id)
                assert mine is not None
                await uow.signups.save(before, rules.leave(before, mine))

    await asyncio.gather(*(presses(n) for n in range(24)), *(presses(n) for n in range(1, 24, 6)))
    async with building.store.units.reading() as uow:
        roll = await uow.signups.get(signup.id)
    assert roll.signup.taken == sum(each.heads for each in roll.placed) <= 7
    free = 7 - roll.signup.taken
    assert all(each.heads > free for each in roll.waiting)
    there = sorted(each.person_id or 0 for each in roll.entries)
    assert there == sorted(people[n].id for n in range(24) if n % 5), "nobody twice, nobody lost"


async def test_the_database_itself_gives_no_place_twice(building: Building) -> None:
    signup = await opened(building, places=1)
    await come(building, signup.id, building.wang.id)
    row = {"bot_id": building.store.bot_id, "signup_id": signup.id, "person_id": building.wang.id}
    row |= {"by_id": building.wang.id, "name": "王", "at": building.clock.now(), "guests": 0}
    row |= {"guest_names": "", "placed": False, "chat_id": None}
    for statement in (update(signups).values(taken=2), signup_entries.insert().values(row)):
        async with building.store.units.writing() as uow:
            with pytest.raises(IntegrityError):
                async with uow.savepoint():
                    await session_of(uow).run(statement)


async def test_who_left_is_told_nothing_and_the_rest_once(building: Building) -> None:
    signup, now = await opened(building, places=None), building.clock.now()
    await come(building, signup.id, building.wang.id)
    roll = await come(building, signup.id, None)
    first, second = roll.entries
    async with building.store.units.writing() as uow:
        for _ in range(2):
            await uow.signups.tell(signup.id, [first.id, second.id], SignupNews.CHANGED, due_at=now)
        await uow.signups.tell(signup.id, [0], SignupNews.LIST, due_at=now + timedelta(hours=1))
        assert await uow.signups.next_due() == now
        await uow.signups.save(roll, rules.leave(roll, first))
    async with building.store.units.writing() as uow:
        assert not await uow.signups.tellings(now - timedelta(seconds=1), limit=9)
        (due,) = await uow.signups.tellings(now, limit=9)
        assert due.entry_id == second.id
        await uow.signups.put_off(due, now + timedelta(hours=2))
        assert not await uow.signups.tellings(now, limit=9)
        assert await uow.signups.told(due)
        assert not await uow.signups.told(due), "another was quicker"
        await uow.signups.untell(signup.id)
        assert await uow.signups.next_due() == signup.next_at


async def test_what_is_due_and_what_is_forgotten(building: Building) -> None:
    signup = await opened(building)
    roll = await come(building, signup.id, building.wang.id)
    assert signup.next_at is not None
    async with building.store.units.writing() as uow:
        assert not await uow.signups.due(signup.next_at - timedelta(seconds=1), limit=9)
        assert await uow.signups.due(signup.next_at, limit=9) == [signup.id]
        closed = rules.scheduled(replace(roll.signup, state=SignupState.CLOSED))
        await uow.signups.save(roll, Roll(closed, roll.entries))
        assert await uow.signups.next_due() == closed.remind_at
        await uow.signups.tell(signup.id, [0], SignupNews.LIST, due_at=building.clock.now())
        await uow.signups.forget(signup.id)
        left = await uow.signups.get(signup.id)
        assert (left.entries, left.signup.organiser, left.signup.taken) == ((), "", 1)
        assert left.signup.is_forgotten
        assert await uow.signups.next_due() is None
        for table in (signup_entries, signup_news):
            assert await session_of(uow).value(select(func.count()).select_from(table)) == 0
        assert not await uow.signups.opened_by(building.li.id, "east")
