"""One wish for the whole building: what it may name, and who is told."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.places import Place
from bot.domain.whereabouts import whereabouts_of
from bot.domain.wishes import Category, Draft, Kind, State, Visibility
from bot.services import cards, filing, similar
from bot.services.similar import OTHER_FLOORS
from tests.services.town import Town


async def files(town: Town, author: str, words: str, *, where: str = "building3", visibility=Visibility.PUBLIC):
    home = town.chat(where)
    place = Place(building=home.place.building)
    draft = Draft(Kind.WANT, words, place, Category.REPAIR, visibility, where=whereabouts_of(words, place))
    async with town.store.units.writing() as uow:
        return await filing.file_wish(
            actor=town.actor(author, home), draft=draft, chat_id=home.id, uow=uow, now=town.clock.now()
        )


async def looks(town: Town, words: str, *, place: Place | None = None):
    home = town.chat("building3")
    where = whereabouts_of(words, place or Place(building="3"))
    async with town.store.units.reading() as uow:
        return await similar.look_for(
            actor=town.actor("wang", home),
            words=words,
            kind=Kind.WANT,
            where=where,
            chat_id=home.id,
            passed_over=(),
            uow=uow,
        )


async def gathers(town: Town, whole, parts, *, actor: str = "wang"):
    async with town.store.units.writing() as uow:
        return await similar.gather(
            actor=town.actor(actor, "building3"), whole=whole, part_ids=[part.id for part in parts], uow=uow
        )


async def test_two_other_floors_of_the_building_are_enough_and_each_counts_once(town):
    third = await files(town, "chen", "三楼走廊灯坏了")
    assert (await looks(town, "五楼走廊灯坏了")).floors == ()
    await files(town, "both", "三楼过道灯不亮")
    assert (await looks(town, "五楼走廊灯坏了")).floors == ()
    fourth = await files(town, "chen", "四楼走廊灯坏了")
    floors = (await looks(town, "五楼走廊灯坏了")).floors
    assert len(floors) == OTHER_FLOORS
    assert {wish.where.floors for wish in floors} == {third.where.floors, fourth.where.floors}


async def test_another_building_or_another_fault_is_no_floor_of_this_one(town):
    await files(town, "chen", "三楼走廊灯坏了")
    await files(town, "chen", "四楼走廊灯坏了", where="building5")
    await files(town, "chen", "六楼窗户关不上")
    assert (await looks(town, "五楼走廊灯坏了")).floors == ()


async def test_where_somebody_said_the_same_floor_they_are_shown_and_no_building(town):
    for floor in "三四五":
        await files(town, "chen", f"{floor}楼走廊灯坏了")
    hint = await looks(town, "五楼走廊灯坏了")
    assert hint.verdict.is_card
    assert hint.floors == ()


async def test_what_it_names_is_public_open_of_this_building_and_a_neighbours(town):
    whole = await files(town, "wang", "整栋楼的灯都坏了")
    good = await files(town, "chen", "三楼走廊灯坏了")
    ended = await files(town, "chen", "四楼走廊灯坏了")
    secret = await files(town, "chen", "六楼走廊灯坏了", visibility=Visibility.COMMITTEE)
    other = await files(town, "chen", "七楼走廊灯坏了", where="building5")
    own = await files(town, "wang", "八楼走廊灯坏了")
    async with town.store.units.writing() as uow:
        await uow.wishes.save(replace(ended, state=State.DECLINED, next_date=None))
    assert await gathers(town, whole, [good, ended, secret, other, own, replace(good, id=9999)]) == [good]
    assert town.notices()[-1] == f'{{"type":"wish-gathered","wish_id":{whole.id}}}'
    async with town.store.units.reading() as uow:
        card = cards.wish_card(whole, await cards.standing_of(whole, uow))
    assert "card-gathers" in [line.key for line in card.lines]


async def test_one_for_the_committee_names_none_and_tells_nobody(town):
    part = await files(town, "chen", "三楼走廊灯坏了")
    whole = await files(town, "wang", "整栋楼的灯都坏了", visibility=Visibility.COMMITTEE)
    before = town.notices()
    assert await gathers(town, whole, [part]) == ()
    assert town.notices() == before
    assert town.rows()["gathered"] == []


async def test_a_part_that_went_to_the_committee_later_is_named_no_more(town):
    part = await files(town, "chen", "三楼走廊灯坏了")
    whole = await files(town, "wang", "整栋楼的灯都坏了")
    await gathers(town, whole, [part])
    async with town.store.units.writing() as uow:
        await uow.wishes.save(replace(part, visibility=Visibility.COMMITTEE))
    async with town.store.units.reading() as uow:
        assert await uow.gathered.parts_of(whole.id) == []
