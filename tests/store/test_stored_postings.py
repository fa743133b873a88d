"""A place on the day is given out once, and stays."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.daily import LINES_A_BOARD, Posting
from bot.domain.topics import Topic, TopicUse
from bot.domain.wishes import Stance
from bot.store import Database, Store
from bot.store.posting_tables import postings
from bot.store.unit import session_of

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


async def post_wish(store, building, day=MONDAY, most_cards=5) -> Posting:
    wish = await building.wish()
    async with store.units.writing() as uow:
        return await uow.postings.claim(wish, day=day, most_cards=most_cards)


async def test_cards_first_then_lines_then_a_second_board(store, building):
    made = [await post_wish(store, building, most_cards=2) for _ in range(2 + LINES_A_BOARD + 1)]
    assert [each.board for each in made] == [None, None, *[1] * LINES_A_BOARD, 2]
    assert [each.position for each in made] == list(range(1, len(made) + 1))
    assert (await post_wish(store, building, day=TUESDAY, most_cards=2)).board is None
    async with store.units.reading() as uow:
        assert await uow.postings.of(made[5].wish_id) == made[5]
        assert await uow.postings.of(10_000) is None
        lines = await uow.postings.lines(building.chat.id, MONDAY, 1)
        assert [wish.id for wish in lines] == [each.wish_id for each in made[2:-1]]
        assert await uow.postings.lines(building.chat.id, TUESDAY, 1) == []


async def test_many_at_once_get_a_place_each(store, building, database_url, clock):
    second = Store(Database.open(database_url), 4242, clock, owner="second")
    made = await asyncio.gather(*(post_wish((store, second)[n % 2], building) for n in range(12)))
    assert sorted(each.position for each in made) == list(range(1, 13))
    assert sum(each.board is None for each in made) == 5
    await second.close()


async def test_no_place_is_kept_twice(store, building):
    made = await post_wish(store, building)
    other = await building.wish()
    values = {"wish_id": other.id, "chat_id": made.chat_id, "day": made.day, "position": made.position}
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await session_of(uow).run(postings.insert().values(values))


async def test_a_group_that_moved_keeps_its_places_and_its_topics(store, building):
    first = await post_wish(store, building)
    other = await building.group(-100777, "3号楼")
    stray = await building.wish(chat=other)
    async with store.units.writing() as uow:
        await uow.postings.claim(stray, day=MONDAY, most_cards=0)
        await uow.topics.choose(building.chat.id, TopicUse.WISHES, 9)
        await uow.topics.choose(other.id, TopicUse.WISHES, 8)
        await uow.topics.choose(other.id, TopicUse.NEWS, 8)
        await uow.chats.move(building.chat.id, telegram_id=-100777)
        kept = await uow.topics.of(building.chat.id)
        assert kept == {TopicUse.WISHES: Topic(9), TopicUse.NEWS: Topic(8)}, "its own first"
        assert [wish.id for wish in await uow.postings.lines(building.chat.id, MONDAY, 1)] == [stray.id]
        assert await uow.postings.of(first.wish_id) == first


async def test_how_many_joined_is_counted_for_many_wishes_at_once(store, building, clock):
    one, two, none = [await building.wish() for _ in range(3)]
    async with store.units.writing() as uow:
        for wish, person, stance in (
            (one, building.li, Stance.JOIN),
            (one, building.li, Stance.HELP),
            (two, building.li, Stance.JOIN),
            (two, building.wang, Stance.JOIN),
        ):
            await uow.followers.add(wish.id, person.id, stance, now=clock.now())
        assert await uow.followers.joined([one.id, two.id, none.id]) == {one.id: 1, two.id: 2}
        assert await uow.followers.joined([]) == {}
