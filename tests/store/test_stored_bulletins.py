"""What a group was told of its week is kept once, follows what may be seen, and moves along with its group."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.bulletins import BulletinLine, Section, Sums, told_once
from bot.domain.course import CourseStep, Mover, Step
from bot.domain.wishes import Display, Stance, State, Visibility

SUMS = Sums(filed=1, done=0, left_out=0, overdue=0)


async def tell(store, chat, wish, until):
    async with store.units.writing() as uow:
        line = BulletinLine(wish, Section.NEW, wish.state, None, shown=True)
        return await uow.bulletins.add(chat.id, until=until, language="zh", sums=SUMS, lines=[line])


async def test_a_week_is_told_once_in_a_chat(store, building, clock):
    wish = await building.wish()
    told = await tell(store, building.chat, wish, clock.now())
    assert told is not None
    assert await tell(store, building.chat, wish, clock.now()) is None
    assert await tell(store, building.chat, wish, clock.now() + timedelta(days=7)) is not None
    async with store.units.reading() as uow:
        assert await uow.bulletins.get(told.id) == told
        assert await uow.bulletins.get(10_000) is None


async def test_what_goes_out_of_sight_is_named_once_and_again_when_it_comes_back(store, building, clock):
    wish = await building.wish()
    told = await tell(store, building.chat, wish, clock.now())
    for changed in (replace(wish, display=Display.CHECKING), wish):
        async with store.units.writing() as uow:
            await uow.wishes.save(changed)
            assert await uow.bulletins.outdated_by(changed) == [(building.chat.id, told.id)]
            assert await uow.bulletins.outdated_by(changed) == []
        async with store.units.reading() as uow:
            (line,) = (await uow.bulletins.get(told.id)).lines
            assert line.shown == line.wish.is_public == changed.is_public


async def test_what_happened_is_of_that_week_and_that_chat_and_public(store, building, committee, clock):
    began = clock.now() - timedelta(seconds=1)
    filed, promised = await building.wish(), await building.wish("门坏了")
    hidden = await building.wish("老人没人照应")
    other = await building.group(-1005, "5号楼")
    await building.wish("灯坏了", chat=other)
    async with store.units.writing() as uow:
        await uow.wishes.save(replace(hidden, visibility=Visibility.COMMITTEE))
        await uow.wishes.save(replace(promised, state=State.PROMISED, next_date=date(2026, 3, 20)))
        for step, day in ((Step.PROMISED, date(2026, 3, 12)), (Step.MOVED, date(2026, 3, 20))):
            await uow.course.add(
                CourseStep(promised.id, step, State.PROMISED, Mover.STAFF, clock.now(), committee, next_date=day)
            )
        await uow.course.add(CourseStep(filed.id, Step.DECLINED, State.DECLINED, Mover.STAFF, clock.now(), committee))
    async with store.units.reading() as uow:
        found = await uow.bulletins.happened(building.chat.id, since=began, until=clock.now())
        assert sorted((each.wish.id, each.section, each.day) for each in found) == [
            (filed.id, Section.NEW, None),
            (promised.id, Section.NEW, None),
            (promised.id, Section.PROMISED, date(2026, 3, 12)),
            (promised.id, Section.PROMISED, date(2026, 3, 20)),
        ], "what was declined is open again: something else became of it since"
        assert told_once(found)[Section.PROMISED][0].day == date(2026, 3, 20), "the last word counts"
        assert await uow.bulletins.happened(building.chat.id, since=clock.now(), until=clock.now()) == []
        weeks = await uow.bulletins.weeks(building.chat.id, [began - timedelta(days=7), began, clock.now()])
        assert weeks == [(0, 0), (2, 0)]
        march = date(2026, 3, 16)
        missed = await uow.bulletins.missed(building.chat.id, since=march, before=date(2026, 3, 23))
        assert [wish.id for wish in missed] == [promised.id]
        assert await uow.bulletins.missed(building.chat.id, since=date(2026, 3, 21), before=date(2026, 3, 28)) == []
        assert await uow.bulletins.overdue(building.chat.id, before=date(2026, 3, 21)) == 1
        waiting = await uow.bulletins.waiting(filed.estate_key, until=clock.now())
        assert filed.id in [wish.id for wish in waiting]
        assert not {promised.id, hidden.id} & {wish.id for wish in waiting}


async def test_who_stands_behind_a_wish_counts_once(store, building, clock):
    wish = await building.wish()
    async with store.units.writing() as uow:
        for stance in (Stance.JOIN, Stance.SUPPORT):
            await uow.followers.add(wish.id, building.li.id, stance, now=clock.now())
        assert await uow.bulletins.supporters([wish.id]) == {wish.id: 1}


async def test_a_group_that_moved_keeps_what_it_was_told(store, building, clock):
    wish = await building.wish()
    other = await building.group(-100777, "3号楼")
    both = clock.now()
    kept = await tell(store, building.chat, wish, both)
    double = await tell(store, other, wish, both)
    alone = await tell(store, other, wish, both + timedelta(days=7))
    async with store.units.writing() as uow:
        await uow.chats.move(building.chat.id, telegram_id=-100777)
    async with store.units.reading() as uow:
        assert (await uow.bulletins.get(kept.id)).chat_id == building.chat.id
        assert await uow.bulletins.get(double.id) is None
        assert (await uow.bulletins.get(alone.id)).chat_id == building.chat.id
