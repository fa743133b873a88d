"""What waits for people, how they want it, and answers that can be taken back: as rows, on both databases."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.attention import Attention
from bot.domain.notices import WishAnswered
from bot.domain.wishes import AnswerKind
from bot.messages import Photo
from bot.store import Database, NotStored, Store
from bot.store.unit import session_of
from tests.store.post import words


async def _notice(store: Store, wish_id: int, answer_id: int = 1) -> int:
    async with store.units.writing() as uow:
        await uow.outbox.put(WishAnswered(wish_id, answer_id))
    notice_id = (await store.queue.notices(limit=99))[-1].id
    async with store.units.writing() as uow:
        await store.queue.settle_notice(uow, notice_id)
    return notice_id


@pytest.fixture
async def wish(building):
    return await building.wish()


@pytest.fixture
def waits(store, building, wish, clock):
    """Lets a notice wait for somebody; returns the notice's id."""

    async def wait(hours: float = 0, *, person=None, told: bool = False, urgent: bool = False) -> int:
        notice_id = await _notice(store, wish.id)
        async with store.units.writing() as uow:
            for _ in range(2):  # the same again is a no-op
                await uow.tellings.add(
                    notice_id=notice_id, person_id=(person or building.wang).id, estate_key="east", wish_id=wish.id,
                    urgent=urgent, due_at=clock.now() + timedelta(hours=hours), told=told,
                )  # fmt: skip
        return notice_id

    return wait


async def test_what_waits_is_due_in_its_time_for_each_and_told_once(store, building, waits, clock):
    first, second = await waits(1), await waits(1)
    later = await waits(5)
    others = await waits(3, person=building.li)
    async with store.units.reading() as uow:
        assert await uow.tellings.moments(limit=9) == [
            (building.wang.id, "east", clock.now() + timedelta(hours=1)),
            (building.li.id, "east", clock.now() + timedelta(hours=3)),
        ]
        assert await uow.tellings.take_due(building.wang.id, "east", now=clock.now()) == []
    clock.advance(hours=1)
    async with store.units.writing() as uow:
        due = await uow.tellings.take_due(building.wang.id, "east", now=clock.now())
        assert [each.notice_id for each in due] == [first, second]
        assert due[0].notice == WishAnswered(due[0].wish_id, 1)
        assert await uow.tellings.take_due(building.wang.id, "west", now=clock.now()) == []
        await uow.tellings.told([each.id for each in due], told_with=first, now=clock.now())
    async with store.units.writing() as uow:
        assert await uow.tellings.take_due(building.wang.id, "east", now=clock.now()) == []
        waiting = await uow.tellings.waiting_for(building.wang.id)
        assert [each.notice_id for each in waiting] == [later]
        await uow.tellings.put_off(waiting[0].id, clock.now())
        assert [each.notice_id for each in await uow.tellings.waiting_for(building.li.id)] == [others]
        assert await uow.tellings.waiting_for(building.li.id, wish_id=404) == []
        assert await uow.tellings.moments(limit=1) == [(building.wang.id, "east", clock.now())]


async def test_what_was_told_at_one_moment_is_one_message_and_urgent_ones_do_not_count(store, building, waits, clock):
    began = clock.now()
    await waits(told=True)
    await waits(told=True, urgent=True)
    clock.advance(hours=1)
    ids = [await waits() for _ in range(3)]
    async with store.units.writing() as uow:
        due = await uow.tellings.take_due(building.wang.id, "east", now=clock.now())
        await uow.tellings.told([each.id for each in due], told_with=ids[0], now=clock.now())
    async with store.units.reading() as uow:
        assert await uow.tellings.told_since(building.wang.id, began) == 2
        assert await uow.tellings.told_since(building.wang.id, began + timedelta(minutes=1)) == 1
        assert await uow.tellings.told_since(building.li.id, began) == 0


async def test_two_processes_tell_what_is_due_once(store, building, waits, clock, database_url):
    await waits()
    second = Store(Database.open(database_url), store.bot_id, clock, owner="second")
    private = await building.private(building.wang)

    async def tell(process: Store) -> int:
        async with process.units.writing() as uow:
            due = await uow.tellings.take_due(building.wang.id, "east", now=clock.now())
            for each in due:
                await uow.outbox.say(private.id, words("news"), language="zh")
                await uow.tellings.told([each.id], told_with=each.notice_id, now=clock.now())
            return len(due)

    assert sorted(await asyncio.gather(tell(store), tell(second))) == [0, 1]
    assert await store.queue.waiting() == 1
    await second.close()


async def test_what_was_told_is_forgotten_with_its_message_and_what_waits_is_kept(store, building, waits, clock):
    old = [await waits(), await waits()]
    weekly = await waits(24 * 30)
    async with store.units.writing() as uow:
        due = await uow.tellings.take_due(building.wang.id, "east", now=clock.now())
        await uow.tellings.told([each.id for each in due], told_with=old[1], now=clock.now())
    clock.advance(days=8)
    await store.queue.forget_old(before=clock.now() - timedelta(days=7))
    async with store.units.reading() as uow:
        kept = await session_of(uow).all(text("SELECT notice_id FROM tellings"))
        notices = await session_of(uow).all(text("SELECT id FROM notices"))
    assert [tuple(row) for row in kept] == [tuple(row) for row in notices] == [(weekly,)]


# ---- settings -----------------------------------------------------------------------------------------------------


async def test_a_setting_for_all_and_settings_for_wishes_stand_beside_each_other(store, building, wish, clock):
    other = await building.wish()
    async with store.units.writing() as uow:
        for setting in (Attention.WEEKLY, Attention.MUTED):
            await uow.attention.choose(building.wang.id, None, setting, now=clock.now())
            await uow.attention.choose(building.wang.id, wish.id, Attention.AT_ONCE, now=clock.now())
        await uow.attention.choose(building.wang.id, other.id, Attention.WEEKLY, now=clock.now())
        await uow.attention.choose(building.li.id, other.id, Attention.DAILY, now=clock.now())
    async with store.units.writing() as uow:
        assert await uow.attention.of(building.wang.id) is Attention.MUTED
        assert await uow.attention.of(building.wang.id, wish.id) is Attention.AT_ONCE
        assert await uow.attention.of(building.li.id) is None
        assert await uow.attention.count_of_wishes(building.wang.id) == 2
        assert await uow.attention.of_wishes(building.wang.id, limit=1) == [(other, Attention.WEEKLY)]
        assert await uow.attention.of_wishes(building.wang.id, limit=9, offset=1) == [(wish, Attention.AT_ONCE)]
        for _ in range(2):
            await uow.attention.forget(building.wang.id, wish.id)
        assert await uow.attention.of(building.wang.id, wish.id) is None
        assert await uow.attention.of(building.wang.id) is Attention.MUTED


# ---- answers that are held ----------------------------------------------------------------------------------------


async def test_a_held_answer_is_seen_by_who_asks_for_held_ones_alone(store, building, wish, committee, clock):
    async with store.units.writing() as uow:
        photo = await uow.files.keep(Photo("f", "u"))
        given = [
            await uow.answers.add(
                wish_id=wish.id, kind=AnswerKind.DONE, words=each, due_on=None, photos=(photo,), speaker=committee,
                speaker_id=building.li.id, now=clock.now(),
            )
            for each in ("a", "b")
        ]  # fmt: skip
        for answer in given:
            await uow.answers.hold(answer.id, due_at=clock.now() + timedelta(minutes=2))
    async with store.units.writing() as uow:
        assert (await uow.answers.of(wish.id), await uow.answers.last(wish.id)) == ([], None)
        assert await uow.answers.held_of(wish.id) == given
        assert await uow.answers.held_due(clock.now(), limit=9) == []
        assert await uow.answers.next_held_due() == clock.advance(minutes=2)
        assert await uow.answers.held_due(clock.now(), limit=1) == given[:1]
        assert await uow.answers.take_back(given[0].id)
        assert not await uow.answers.take_back(given[0].id)
        assert await uow.answers.let_out(given[1].id)
        assert not await uow.answers.let_out(given[1].id)
        assert not await uow.answers.take_back(given[1].id), "it is out"
    async with store.units.reading() as uow:
        assert await uow.answers.of(wish.id) == given[1:]
        assert await uow.answers.next_held_due() is None
        with pytest.raises(NotStored):
            await uow.answers.get(given[0].id)
