"""What was kept long enough goes by itself, some at a time; the rest stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import stand_in
from bot.domain.house import House, Retention
from bot.domain.similarity import SimilarTap
from bot.domain.wishes import AnswerKind, Stance
from bot.services import retention
from tests.services.cast import HOUSE
from tests.services.town import Town

YEAR = timedelta(days=365)
FOR_GOOD = Retention(None, None, None, None)


def keeping(**lengths: timedelta) -> House:
    return replace(HOUSE, retention=replace(FOR_GOOD, **lengths))


async def goes_round(town: Town, house: House) -> int:
    async with town.store.units.writing() as uow:
        return await retention.go_round(uow=uow, now=town.clock.now(), house=house)


@pytest.fixture
async def tapped(town: Town) -> Town:
    wish = await town.files()
    async with town.store.units.writing() as uow:
        await uow.similar.tapped(
            wish_id=wish.id, person_id=town.people["chen"].id, label=SimilarTap.SAME, words="灯", now=town.clock.now()
        )
    return town


async def test_old_taps_go_and_new_ones_stay(tapped):
    house = keeping(similar_taps=YEAR)
    tapped.clock.moment += timedelta(days=364)
    assert await goes_round(tapped, house) == 0
    tapped.clock.moment += timedelta(days=2)
    assert await goes_round(tapped, house) == 1
    assert tapped.rows()["similar_taps"] == []


async def test_nothing_goes_where_all_is_kept_for_good(tapped):
    tapped.clock.moment += 20 * YEAR
    before = tapped.rows() | {"rounds": []}
    assert await goes_round(tapped, keeping()) == 0
    assert tapped.rows() | {"rounds": []} == before


async def test_a_name_goes_from_a_wish_that_ended_long_ago_and_its_card_is_drawn_anew(town):
    ended, open_ = await town.files("灯坏了"), await town.files("门坏了")
    await town.answers("li", ended, AnswerKind.DONE)
    await town.answers("li", open_, AnswerKind.PROMISE)
    town.clock.moment += 2 * YEAR
    assert await goes_round(town, keeping(names_of_ended_wishes=YEAR)) == 1
    assert (await town.wish(ended)).author_name == ""
    assert (await town.wish(open_)).author_name == "王阿姨"
    assert town.notices()[-1] == f'{{"type":"wish-changed","wish_id":{ended.id}}}'
    assert await goes_round(town, keeping(names_of_ended_wishes=YEAR)) == 0


async def test_a_picture_gives_way_to_the_grey_one_and_its_bytes_go(town):
    photo = await town.photo("hers")
    await town.store.shelf.fetched(photo, sha256="a" * 64, size_bytes=1)
    wish = await town.files()
    async with town.store.units.writing() as uow:
        await uow.wishes.save(replace(wish, photo=photo))
    wish = await town.wish(wish)
    await town.answers("li", wish, AnswerKind.DECLINE)
    town.clock.moment += 2 * YEAR
    assert await goes_round(town, keeping(photos_of_ended_wishes=YEAR)) == 1
    assert (await town.wish(wish)).photo == stand_in.KEY
    assert await town.store.shelf.get(photo) is None
    assert await town.store.shelf.discarded(limit=9) == ["a" * 64]
    assert await goes_round(town, keeping(photos_of_ended_wishes=YEAR)) == 0


async def test_strangers_go_and_whoever_left_something_or_is_listed_stays(town):
    wish = await town.files(author="wang")
    await town.follows("chen", wish, Stance.SUPPORT)
    town.clock.moment += 2 * YEAR
    async with town.store.units.writing() as uow:
        await uow.people.seen(
            telegram_id=town.people["qian"].telegram_id, name="钱组长", username=None, client_language=None
        )
    assert await goes_round(town, keeping(strangers=YEAR)) == 3
    async with town.store.units.reading() as uow:
        forgotten = {name for name, each in town.people.items() if (await uow.people.get(each.id)).is_forgotten}
    assert forgotten == {"emma", "both", "stranger"}


async def test_a_round_comes_once_a_day_and_at_once_while_there_is_more(town):
    async def is_due() -> bool:
        async with town.store.units.reading() as uow:
            return await retention.is_round_due(uow=uow, now=town.clock.now())

    assert await is_due()
    await goes_round(town, keeping(strangers=YEAR))
    assert not await is_due()
    town.clock.moment += retention.EVERY
    assert await is_due()
    async with town.store.units.writing() as uow:
        for number in range(retention.MOST_CARDS + 1):
            await uow.people.seen(telegram_id=70000 + number, name="路人", username=None, client_language=None)
    town.clock.moment += 2 * YEAR
    assert await goes_round(town, keeping(strangers=YEAR)) == retention.MOST_CARDS
    assert not await is_due()
    town.clock.moment += retention.SOON
    assert await is_due()
    assert await goes_round(town, keeping(strangers=YEAR)) < retention.MOST_CARDS
