"""What a group uses, and what was stopped in it, as both databases keep and count it."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.chat_functions import Function, FunctionReview, Use
from bot.domain.people import Body
from bot.domain.places import Place
from bot.domain.wishes import Category, Draft, Kind, Visibility

LI = {"name": "李书记", "body": Body.COMMITTEE}


async def test_it_is_counted_within_its_days_and_of_this_group_alone(store, building, clock):
    now, before = clock.now(), clock.now() - timedelta(days=60)
    other = await building.group(-1002, "5号楼")
    filed = {"estate_key": "east", "next_date": None, "author": building.wang}
    draft = Draft(Kind.WANT, "灯坏了", Place(), Category.REPAIR, Visibility.PUBLIC)
    async with store.units.writing() as uow:
        await uow.wishes.add(draft, chat_id=building.chat.id, filed_at=now, **filed)
        await uow.wishes.add(draft, chat_id=building.chat.id, filed_at=now - timedelta(days=1), **filed)
        await uow.wishes.add(draft, chat_id=building.chat.id, filed_at=before, **filed)
        await uow.wishes.add(draft, chat_id=other.id, filed_at=now, **filed)
    async with store.units.reading() as uow:
        found = await uow.functions.uses(building.chat.id, since=before, until=now)
        assert set(found) == set(Function)
        assert found[Function.WISHES] == Use(2, 2, 1)
        assert found[Function.CLAIMS] == found[Function.SUPPORT] == Use(2, 0, 0)
        assert found[Function.POLLS] == found[Function.SIGNUPS] == found[Function.BROADCASTS] == Use(0, 0, 0)


async def test_a_review_is_kept_found_when_due_and_forgotten(store, building, clock):
    now, key = clock.now(), building.chat.estate_key
    review = FunctionReview(
        building.chat.id, key, now, now + timedelta(days=60), None, 0, 9, {Function.POLLS: Use(1, 2, 2)},
        frozenset({Function.POLLS}),
    )  # fmt: skip
    async with store.units.writing() as uow:
        assert [chat.id for chat in await uow.functions.unmet({key})] == [building.chat.id]
        await uow.functions.save(review)
        await uow.functions.save(review)
    async with store.units.writing() as uow:
        assert await uow.functions.unmet({key}) == []
        assert await uow.functions.unmet({"elsewhere"}) == []
        assert await uow.functions.due({key}, now=now) == []
        assert await uow.functions.due({key}, now=review.next_at) == [review]
        assert await uow.functions.due({"elsewhere"}, now=review.next_at) == []
        assert await uow.functions.of(building.chat.id) == review
        await uow.functions.forget(building.chat.id)
    async with store.units.reading() as uow:
        assert [chat.id for chat in await uow.functions.unmet({key})] == [building.chat.id]


async def test_what_was_stopped_stays_so_until_it_is_used_again(store, building, clock):
    async with store.units.writing() as uow:
        for _ in range(2):
            clock.advance(minutes=1)
            await uow.functions.stop(building.chat.id, Function.POLLS, **LI, now=clock.now())
        clock.advance(minutes=1)
        await uow.functions.stop(building.chat.id, Function.SIGNUPS, **LI, now=clock.now())
        clock.advance(minutes=1)
        await uow.functions.use_again(building.chat.id, Function.SIGNUPS, **LI, now=clock.now())
    async with store.units.reading() as uow:
        assert await uow.functions.stopped([building.chat.id, 404]) == {building.chat.id: {Function.POLLS}}
        acts = await uow.grants.staff_acts("east", limit=None)
    told = [(act.kind, act.number, act.name, act.body, act.about) for act in reversed(acts)]
    by = (0, "李书记", Body.COMMITTEE, building.chat.title)
    kinds = ("polls-stopped", "signups-stopped", "signups-used")
    assert told == [(kind, *by) for kind in kinds], "what was so already is done by nobody"
