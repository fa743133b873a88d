"""Similar wishes come from the database as it is now: open, public, of this estate; and whereabouts survive it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.places import Place
from bot.domain.similarity import SimilarTap, Verdict
from bot.domain.whereabouts import Whereabouts, whereabouts_of
from bot.domain.wishes import Category, Draft, Kind, State, Visibility
from bot.store import migrate
from bot.store.revisions import downgrade
from bot.store.unit import session_of
from bot.store.wish_tables import similar_taps


async def filed(building, words, *, visibility=Visibility.PUBLIC, estate_key="east"):
    place = Place(building="3", floor=3)
    draft = Draft(Kind.WANT, words, place, Category.REPAIR, visibility, where=whereabouts_of(words, place))
    async with building.store.units.writing() as uow:
        return await uow.wishes.add(
            draft, estate_key=estate_key, author=building.wang, chat_id=building.chat.id,
            filed_at=building.clock.now(), next_date=None,
        )  # fmt: skip


async def nearest(uow, words="三层过道的灯不亮", limit=5):
    where = whereabouts_of(words, Place(building="3", floor=3))
    return await uow.similar.nearest("east", words=words, kind=Kind.WANT, where=where, limit=limit)


async def found(building, words="三层过道的灯不亮"):
    async with building.store.units.reading() as uow:
        return [wish.words for wish, likeness in await nearest(uow, words) if likeness.verdict is not Verdict.NONE]


async def test_the_likest_comes_first(building):
    await filed(building, "三楼水管漏水")
    await filed(building, "三楼走廊灯坏了")
    assert await found(building) == ["三楼走廊灯坏了"]
    assert await found(building, "三楼水管一直滴水") == ["三楼水管漏水"]


async def test_committee_only_wishes_and_other_estates_are_never_found(building):
    await filed(building, "三楼走廊灯坏了", visibility=Visibility.COMMITTEE)
    await filed(building, "三楼走廊灯坏了", estate_key="west")
    assert await found(building) == []
    await filed(building, "三楼走廊灯坏了", visibility=Visibility.NAMELESS)
    assert await found(building) == ["三楼走廊灯坏了"]


async def test_a_wish_that_ended_is_found_no_more_and_one_taken_up_again_is(building):
    wish = await filed(building, "三楼走廊灯坏了")
    assert await found(building) == ["三楼走廊灯坏了"]
    async with building.store.units.writing() as uow:
        await uow.wishes.save(replace(wish, state=State.DECLINED))
    assert await found(building) == []
    async with building.store.units.writing() as uow:
        await uow.wishes.save(replace(wish, state=State.OPEN))
    assert await found(building) == ["三楼走廊灯坏了"]


async def test_changed_words_are_compared_as_they_are_now(building):
    wish = await filed(building, "三楼走廊灯坏了")
    assert await found(building) == ["三楼走廊灯坏了"]
    async with building.store.units.writing() as uow:
        await uow.wishes.save(replace(wish, words="三楼垃圾没人收，堆满了"))
    assert await found(building) == []
    assert await found(building, "三层垃圾堆成山没人清") == ["三楼垃圾没人收，堆满了"]


async def test_what_was_rolled_back_is_not_found(building):
    async with building.store.units.writing() as uow:
        with pytest.raises(Undone):
            await _files_finds_and_fails(building, uow)
    assert await found(building) == []


class Undone(Exception):
    pass


async def _files_finds_and_fails(building, uow):
    draft = Draft(Kind.WANT, "三楼走廊灯坏了", Place(building="3", floor=3), Category.REPAIR, Visibility.PUBLIC)
    async with uow.savepoint():
        await uow.wishes.add(
            draft, estate_key="east", author=building.wang, chat_id=building.chat.id,
            filed_at=building.clock.now(), next_date=None,
        )  # fmt: skip
        assert len(await nearest(uow)) == 1
        raise Undone


async def test_many_open_wishes_are_read_and_searched_in_a_thread(building):
    async with building.store.units.writing() as uow:
        for number in range(600):
            words = f"{number % 30 + 4}楼走廊灯坏了"
            place = Place(building="3", floor=number % 30 + 4)
            await uow.wishes.add(
                Draft(Kind.WANT, words, place, Category.REPAIR, Visibility.PUBLIC, where=whereabouts_of(words, place)),
                estate_key="east", author=building.wang, chat_id=building.chat.id,
                filed_at=building.clock.now(), next_date=None,
            )  # fmt: skip
    await filed(building, "三楼走廊灯坏了")
    async with building.store.units.reading() as uow:
        (wish, likeness), *_ = await nearest(uow)
    assert (wish.words, likeness.verdict) == ("三楼走廊灯坏了", Verdict.SAME)


async def test_whereabouts_survive(building):
    where = Whereabouts(
        building="3", building_said=True, unit="2", floor_from=3, floor_to=5, every_floor=True, door="401",
        lift="left", side="east", gate="2", garage=True,
    )  # fmt: skip
    wish = await building.wish()
    assert wish.where == Whereabouts(building="3", unit="2")
    async with building.store.units.writing() as uow:
        await uow.wishes.save(replace(wish, where=where))
    async with building.store.units.reading() as uow:
        assert (await uow.wishes.get(wish.id)).where == where


async def test_wishes_filed_before_are_read_when_the_database_is_brought_up_to_date(building, database_url):
    wish = await filed(building, "3-5楼东侧的灯不亮，2号电梯旁边")
    await building.store.close()
    await downgrade(database_url, "0001")
    await migrate(database_url)
    async with building.store.units.reading() as uow:
        where = (await uow.wishes.get(wish.id)).where
    assert where == wish.where
    assert (where.floors, where.side, where.lift) == ((3, 5), "east", "2")


async def test_what_was_said_of_a_suggestion_is_kept_with_both_sentences(building):
    wish = await filed(building, "三楼走廊灯坏了")
    async with building.store.units.writing() as uow:
        await uow.similar.tapped(
            wish_id=wish.id, person_id=building.li.id, label=SimilarTap.DIFFERENT, words="三楼灯太亮",
            now=building.clock.now(),
        )  # fmt: skip
    async with building.store.units.reading() as uow:
        (row,) = await session_of(uow).all(similar_taps.select())
    assert (row.wish_id, row.person_id, row.label) == (wish.id, building.li.id, "different")
    assert (row.words, row.suggested_words) == ("三楼灯太亮", "三楼走廊灯坏了")
