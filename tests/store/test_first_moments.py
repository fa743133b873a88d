"""The one look at all that falls due by itself must never hide what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from bot.domain.people import Contact
from bot.domain.service_questions import QuestionState
from bot.domain.wishes import State
from bot.store.claim_tables import wish_claims
from bot.store.clock_tables import misses
from bot.store.directory_tables import service_questions
from bot.store.keeping_tables import forgotten
from bot.store.project_tables import projects
from bot.store.unit import session_of
from bot.store.wish_tables import wishes
from handlers.deadlines import DEADLINES
from handlers.falling_due import may_be_due
from tests.services.cast import GARDEN, HOUSE
from tests.store.a_row_everywhere import fill
from tests.store.building import Building


async def all_wait_for_something(building: Building) -> None:
    """What `fill` leaves as it is when nothing more is to come of it."""
    now, promised, put_off = building.clock.now(), await building.wish(), await building.wish()
    async with building.store.units.writing() as uow:
        session = session_of(uow)
        await session.run(update(wish_claims).values(next_at=now + timedelta(days=5)))
        await session.run(update(projects).values(late_at=now + timedelta(days=6)))
        held = {"state": QuestionState.HELD.value, "out_at": now + timedelta(days=9), "told": False}
        await session.run(update(service_questions).where(service_questions.c.answer.is_not(None)).values(held))
        await session.run(update(forgotten).values(chat_id=building.chat.id))
        await session.run(update(misses).values(up_on=(now + timedelta(days=40)).date()))
        day = {"next_date": (now + timedelta(days=2)).date()}
        await session.run(update(wishes).where(wishes.c.id == promised.id).values(day))
        later = {"state": State.LATER.value, "next_date": (now + timedelta(days=7)).date()}
        await session.run(update(wishes).where(wishes.c.id == put_off.id).values(later))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Asia/Shanghai", "Etc/GMT+12"])
async def test_what_is_due_may_be_due_at_the_first_look(building: Building, committee, zone: str) -> None:
    """From an hour before all that is in the database to more than a year after it, at all times of the day."""
    await fill(building, committee)
    await all_wait_for_something(building)
    house = replace(HOUSE, estates={"east": replace(GARDEN, key="east", time_zone=ZoneInfo(zone))})
    begin, ever = building.clock.now() - timedelta(hours=1), set()
    async with building.store.units.reading() as uow:
        first, rounds = await uow.first_moments.all(), await uow.first_moments.rounds()
        for moment in (begin + timedelta(hours=5 * each) for each in (*range(40), *range(40, 1600, 40))):
            for deadline in DEADLINES:
                if await deadline.is_due(uow=uow, now=moment, house=house):
                    ever.add(deadline.name)
                    near = may_be_due(deadline, first, rounds, house=house, now=moment)
                    assert near, (deadline.name, moment)
    assert ever >= first.keys() - {"plan-posts"}, "else this would try nothing"


async def test_only_deadlines_have_first_moments(building: Building) -> None:
    async with building.store.units.reading() as uow:
        first = await uow.first_moments.all()
    assert first.keys() <= {each.name for each in DEADLINES}
    assert first.keys() >= {each.name for each in DEADLINES if each.waited_for}
    of_the_group = "function-reviews"  #: it was never begun to count what is used there
    assert not any(first[name] for name in first.keys() - {of_the_group}), "nothing was ever filed here"


async def test_what_comes_round_again_is_looked_at_when_its_round_comes(building: Building, committee) -> None:
    """Begun once, it is left alone until then."""
    coming = [each for each in DEADLINES if each.rounds is not None]
    weekly = replace(GARDEN.bulletin, weekday=0, agenda_day=4)
    garden = replace(GARDEN, key="east", bulletin=weekly, contacts={77: Contact(77, "街道", "street")})
    house = replace(HOUSE, estates={"east": garden})
    now, ever = building.clock.now(), set()
    async with building.store.units.writing() as uow:
        for deadline in coming:
            await deadline.meet(uow=uow, now=now, house=house)
    async with building.store.units.reading() as uow:
        first, rounds = await uow.first_moments.all(), await uow.first_moments.rounds()
        for deadline in coming:
            assert not may_be_due(deadline, first, rounds, house=house, now=now), deadline.name
            for moment in (now + timedelta(hours=7 * each) for each in range(1300)):
                if await deadline.is_due(uow=uow, now=moment, house=house):
                    ever.add(deadline.name)
                    assert may_be_due(deadline, first, rounds, house=house, now=moment), (deadline.name, moment)
    assert ever == {each.name for each in coming}
