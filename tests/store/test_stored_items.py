"""Items of the plan as stored: a wish in one at a time, one post a day, published once a period."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.course import CourseStep, Mover, Step
from bot.domain.items import LIVING, Funding, Item, ItemMove, ItemState, Plan, Tier
from bot.domain.people import Body
from bot.domain.projects import Source
from bot.domain.publications import PublicationKind
from bot.domain.wishes import State

PLAN = Plan("换灯", Tier.SOON, date(2026, 6, 30), Body.PROPERTY, Funding({Source.GOVERNMENT: 2**40}, 500))
ALIVE = tuple(LIVING)


@pytest.fixture
async def item(building) -> Item:
    async with building.store.units.writing() as uow:
        return await uow.items.make(PLAN, estate_key="east", now=building.clock.now())


async def test_it_is_found_as_it_was_made_by_tier_and_day(building, item, committee):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        later = await uow.items.make(Plan("电梯", Tier.LATER, None, Body.OWNERS), estate_key="east", now=now)
        soon = replace(PLAN, tier=Tier.NOW, day=date(2026, 3, 9))
        first = await uow.items.make(soon, estate_key="east", now=now)
        other = await uow.items.make(PLAN, estate_key="west", now=now)
        done = replace(first, state=ItemState.DONE)
        step = await uow.items.add_step(
            item.id,
            ItemMove.MOVED,
            by=committee,
            by_id=building.li.id,
            words="缺货",
            before=PLAN.day,
            day=None,
            now=now,
        )
        alone = await uow.items.add_step(item.id, ItemMove.BEGUN, by=None, by_id=None, now=now)
    assert (item.number, later.number, first.number, other.number) == (1, 2, 3, 1)
    async with building.store.units.writing() as uow:
        assert await uow.items.get(item.id) == item
        assert await uow.items.by_number("east", 2) == later
        assert await uow.items.by_number("east", 10**12) is None
        assert [each.number for each in await uow.items.find("east", states=ALIVE)] == [3, 1, 2]
        await uow.items.save(done)
        assert [each.number for each in await uow.items.find("east", states=tuple(ItemState))] == [1, 2, 3]
        assert [each.number for each in await uow.items.find("east", states=ALIVE, tier=Tier.LATER)] == [2]
        assert [each.number for each in await uow.items.find("east", states=ALIVE, limit=1, offset=1)] == [2]
        assert await uow.items.count("east", states=(ItemState.DONE,)) == 1
        assert list(await uow.items.steps(item.id)) == [step, alone]
        assert list(await uow.items.steps_between("east", now, None)) == [step, alone]
        assert list(await uow.items.steps_between("east", now, now)) == []
        with pytest.raises(LookupError):
            await uow.items.get(404)


async def test_a_wish_is_in_one_item_at_a_time_whoever_asks(building, item):
    wish = await building.wish()
    async with building.store.units.writing() as uow:
        second = await uow.items.make(PLAN, estate_key="east", now=building.clock.now())
        await uow.items.put_in(item.id, [wish.id])
        await uow.items.put_in(item.id, [wish.id])
        assert await uow.items.of_wish(wish.id) == item
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.items.put_in(second.id, [wish.id])
    async with building.store.units.writing() as uow:
        await uow.items.take_out(item.id, [wish.id])
        assert await uow.items.of_wish(wish.id) is None
        await uow.items.put_in(second.id, [wish.id])
        assert [each.id for each in await uow.items.wishes_of(second.id)] == [wish.id]
        assert list(await uow.items.wishes_of(item.id)) == []


@pytest.mark.parametrize("seed", range(4))
async def test_however_items_are_made_dropped_and_put_back_no_wish_is_in_two(building, seed):
    chance, now = random.Random(seed), building.clock.now()
    wishes = [await building.wish(f"第{at}件") for at in range(4)]
    async with building.store.units.writing() as uow:
        made = [await uow.items.make(PLAN, estate_key="east", now=now) for _ in range(3)]
        dropped: set[int] = set()
        for _ in range(40):
            each, wish = chance.choice(made), chance.choice(wishes)
            match chance.choice(("put", "take", "drop", "resume")):
                case "put" if each.id not in dropped and await uow.items.of_wish(wish.id) is None:
                    await uow.items.put_in(each.id, [wish.id])
                case "take" if each.id not in dropped:
                    await uow.items.take_out(each.id, [wish.id])
                case "drop" if each.id not in dropped:
                    before = await uow.items.wishes_of(each.id)
                    await uow.items.let_go(each.id)
                    await uow.items.save(replace(each, state=ItemState.DROPPED))
                    dropped.add(each.id)
                    assert list(await uow.items.wishes_of(each.id)) == list(before), "its last ones are still known"
                case "resume" if each.id in dropped:
                    await uow.items.take_up(each.id)
                    await uow.items.save(each)
                    dropped.discard(each.id)
            inside = [wish.id for each in made if each.id not in dropped for wish in await uow.items.wishes_of(each.id)]
            assert len(inside) == len(set(inside))
            for wish in wishes:
                found = await uow.items.of_wish(wish.id)
                assert (found is not None) == (wish.id in inside)


async def test_who_was_told_is_told_once_and_a_mistake_leaves_nothing(building, item, committee):
    wish = await building.wish()
    async with building.store.units.writing() as uow:
        await uow.items.put_in(item.id, [wish.id])
        assert list(await uow.items.untold("east")) == [(item.id, wish.id)]
        assert not await uow.items.is_told(item.id)
        await uow.items.told(item.id, wish.id)
        assert list(await uow.items.untold("east")) == []
        await uow.items.take_out(item.id, [wish.id])
        await uow.items.put_in(item.id, [wish.id])
        assert list(await uow.items.untold("east")) == []
        assert await uow.items.is_told(item.id)
        await uow.items.forget(item.id)
        assert await uow.items.by_number("east", item.number) is None
        assert await uow.items.of_wish(wish.id) is None


async def test_news_wait_for_the_first_moment_and_a_day_has_one_post(building):
    now, later = building.clock.now(), building.clock.now() + timedelta(minutes=5)
    async with building.store.units.writing() as uow:
        posts = uow.plan_posts
        assert await posts.next_due() is None
        await posts.changed("east", now=now, due_at=later)
        await posts.changed("east", now=later, due_at=later + timedelta(hours=1))
        assert await posts.news("east") == (now, later)
        assert await posts.next_due() == later
        assert await posts.settle("east")
        assert not await posts.settle("east")
        assert await posts.post("east", date(2026, 3, 2), since=now)
        assert not await posts.post("east", date(2026, 3, 2), since=later)
        assert await posts.window("east", date(2026, 3, 2)) == (now, None)
        await posts.post("east", date(2026, 3, 5), since=later)
        assert await posts.window("east", date(2026, 3, 2)) == (now, later)
        assert await posts.window("west", date(2026, 3, 2)) is None


async def test_a_period_is_published_once_and_may_be_said_anew(building, item, committee):
    about = {"by": committee, "by_id": building.li.id, "now": building.clock.now()}
    async with building.store.units.writing() as uow:
        posts = uow.plan_posts
        rows = [(item.id, "好")]
        first = await posts.publish("east", PublicationKind.REVIEW, "2026-1", words="", rows=rows, **about)
        again = await posts.publish("east", PublicationKind.REVIEW, "2026-1", words="改", rows=[], **about)
        assert again.id == first.id
        assert (again.words, again.rows) == ("改", ())
        assert first.rows == ((item.id, "好"),)
        assert await posts.publication(first.id) == again
        assert await posts.published("east", PublicationKind.YEAR, "2026") is None


async def test_wishes_promised_from_a_day_on_come_with_all_their_steps(building, committee):
    wish, other = await building.wish(), await building.wish("门坏了")
    async with building.store.units.writing() as uow:
        for kind, state, day in (
            (Step.TAKEN, State.TAKEN, None),
            (Step.PROMISED, State.PROMISED, date(2026, 3, 20)),
        ):
            await uow.course.add(
                CourseStep(wish.id, kind, state, Mover.STAFF, building.clock.now(), committee, next_date=day)
            )
        ((found, steps),) = await uow.plan_posts.promising("east", since=date(2026, 3, 20))
        assert found.id == wish.id != other.id
        assert [step.step for step in steps] == [Step.TAKEN, Step.PROMISED]
        assert await uow.plan_posts.promising("east", since=date(2026, 3, 21)) == []
