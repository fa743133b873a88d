"""Wishes: numbering, changing, finding."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.places import Place
from bot.domain.whereabouts import NOWHERE
from bot.domain.wishes import Category, Kind, Stance, State, Visibility
from bot.messages import Photo
from bot.ports import WishFilter
from bot.store import NotStored

EVERYTHING = WishFilter(public_only=False)


async def test_a_wish_comes_back_as_it_was_filed(building, store):
    async with store.units.writing() as uow:
        photo = await uow.files.keep(Photo(file_id="f", unique_id="u"))
    wish = await building.wish(
        "  楼道灯 <坏了>\n'二楼' 😀 ", photo=photo, kind=Kind.SUGGESTION, visibility=Visibility.NAMELESS
    )
    async with store.units.reading() as uow:
        assert await uow.wishes.get(wish.id) == wish
        assert await uow.wishes.by_number("east", wish.number) == wish
    assert (wish.number, wish.state, wish.author_name, wish.photo) == (1, State.OPEN, "王", "u")
    assert (wish.place, wish.next_date) == (Place("3", "2", -1, "002"), date(2026, 3, 9))
    assert wish.filed_at == building.clock.now()
    assert wish.filed_at.tzinfo is UTC


async def test_numbers_are_counted_within_each_estate(building):
    numbers = [(await building.wish(estate_key=estate)).number for estate in ("east", "west", "east", "east")]
    assert numbers == [1, 1, 2, 3]


async def test_a_number_is_not_used_up_by_what_was_rolled_back(building, store):
    await building.wish()
    with pytest.raises(IntegrityError):
        await building.wish(photo="never-kept")
    assert (await building.wish()).number == 2


async def test_everyone_files_at_once_and_no_number_is_given_twice(building):
    wishes = await asyncio.gather(*(building.wish() for _ in range(40)))
    assert sorted(wish.number for wish in wishes) == list(range(1, 41))


async def test_a_saved_wish_is_changed_and_keeps_its_number(building, store):
    wish = await building.wish()
    changed = replace(
        wish,
        words="ÜBUNG", kind=Kind.OFFER, category=Category.CARE, visibility=Visibility.COMMITTEE,
        place=Place(), where=NOWHERE, state=State.PROMISED, next_date=date(2026, 4, 1),
        taken_by=building.li.id, taken_by_name="李",
    )  # fmt: skip
    async with store.units.writing() as uow:
        assert await uow.wishes.lock(wish.id) == wish
        await uow.wishes.save(changed)
    async with store.units.reading() as uow:
        assert await uow.wishes.get(wish.id) == changed
        assert await uow.wishes.find("east", replace(EVERYTHING, words="übung"), limit=5) == [changed]
        assert await uow.wishes.find("east", replace(EVERYTHING, words="灯"), limit=5) == []


async def test_unknown_wishes_are_not_found(building, store):
    wish = await building.wish()
    async with store.units.writing() as uow:
        assert await uow.wishes.by_number("east", 99) is None
        assert await uow.wishes.by_number("west", 1) is None
        for call in (uow.wishes.get(404), uow.wishes.lock(404), uow.wishes.save(replace(wish, id=404))):
            with pytest.raises(NotStored):
                await call


@pytest.mark.parametrize(
    "change",
    [
        {"state": State.TAKEN},
        {"taken_by": 1},
        {"state": State.PROMISED, "next_date": None},
        {"state": State.DONE},
        {"words": ""},
        {"photo": "never-kept"},
        {"chat_id": 404},
    ],
    ids=str,
)
async def test_what_the_rules_forbid_the_database_forbids_too(building, store, change):
    wish = await building.wish()
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await uow.wishes.save(replace(wish, **change))


async def test_newest_come_first_and_pages_do_not_overlap(building, store):
    wishes = [await building.wish(f"第{number}件") for number in range(5)]
    async with store.units.reading() as uow:
        pages = [await uow.wishes.find("east", WishFilter(), limit=2, offset=offset) for offset in (0, 2, 4, 6)]
        assert await uow.wishes.count("east", WishFilter()) == 5
    newest = list(reversed(wishes))
    assert pages == [newest[:2], newest[2:4], newest[4:], []]


async def test_filters_narrow_together(building, store):
    other_chat = await building.group(-1003, "4号楼")
    lamp = await building.wish("Lamp broken")
    bench = await building.wish("bench", kind=Kind.OFFER, chat=other_chat, author=building.li)
    secret = await building.wish("lamp stolen", visibility=Visibility.COMMITTEE)
    async with store.units.writing() as uow:
        done = replace(bench, state=State.DONE, next_date=None)
        await uow.wishes.save(done)
    asked = {
        WishFilter(): [done, lamp],
        EVERYTHING: [secret, done, lamp],
        WishFilter(states=frozenset({State.OPEN, State.TAKEN})): [lamp],
        WishFilter(states=frozenset()): [],
        WishFilter(kind=Kind.OFFER): [done],
        WishFilter(chat_id=other_chat.id): [done],
        WishFilter(words="LAMP"): [lamp],
        WishFilter(words="LAMP", public_only=False): [secret, lamp],
        WishFilter(author_id=building.wang.id): [secret, lamp],
        WishFilter(author_id=building.li.id, states=frozenset({State.OPEN})): [],
    }
    async with store.units.reading() as uow:
        for wanted, found in asked.items():
            assert await uow.wishes.find("east", wanted, limit=9) == found
            assert await uow.wishes.count("east", wanted) == len(found)
        assert await uow.wishes.find("west", EVERYTHING, limit=9) == []


@pytest.mark.parametrize(
    ("words", "wanted", "is_found"),
    [
        ("电梯坏了", "梯", True),
        ("ЛИФТ сломан", "лифт", True),
        ("Straße", "STRASSE", True),
        ("100% sure", "0% s", True),
        ("100 sure", "0% s", False),
        ("a_b", "A_B", True),
        ("axb", "a_b", False),
        (r"c:\temp", r"\T", True),
        ("c:temp", r"\t", False),
        ("it's", "'", True),
    ],
)
async def test_words_are_found_as_they_are_written(building, store, words, wanted, is_found):
    wish = await building.wish(words)
    async with store.units.reading() as uow:
        found = await uow.wishes.find("east", WishFilter(words=wanted), limit=9)
    assert found == ([wish] if is_found else [])


async def test_ones_own_and_followed_wishes_newest_first_in_every_estate(building, store, clock):
    followed = await building.wish("a", author=building.li)
    own = await building.wish("b", visibility=Visibility.COMMITTEE, estate_key="west")
    both = await building.wish("c", author=building.li)
    await building.wish("d", author=building.li)
    async with store.units.writing() as uow:
        for stance in (Stance.JOIN, Stance.HELP):
            await uow.followers.add(both.id, building.wang.id, stance, now=clock.now())
        await uow.followers.add(followed.id, building.wang.id, Stance.SUPPORT, now=clock.now())
        assert await uow.wishes.followed_by(building.wang.id, limit=9) == [both, own, followed]
        assert await uow.wishes.followed_by(building.wang.id, limit=1, offset=1) == [own]


async def test_moments_are_utc_whatever_zone_they_came_in(building, store, clock):
    clock.moment = datetime(2026, 3, 2, 12, 30, 15, 123456, tzinfo=timezone(timedelta(hours=8)))
    wish = await building.wish()
    async with store.units.reading() as uow:
        filed_at = (await uow.wishes.get(wish.id)).filed_at
    assert filed_at == clock.moment
    assert filed_at.utcoffset() == timedelta(0)
    clock.moment = datetime(2026, 3, 2, 12, 30)  # noqa: DTZ001 - a naive one is the point
    with pytest.raises(Exception, match="naive"):
        await building.wish()
