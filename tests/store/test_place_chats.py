"""Where something goes in an estate: the groups of the places it is for, in the topic that is for it."""

from __future__ import annotations

from bot.domain.chat_uses import Addressed, ChatUse
from bot.domain.people import EVERYTHING, Purpose
from bot.domain.place_changes import Addition
from bot.domain.place_tree import PlaceLevel
from bot.domain.places import Place
from bot.domain.topics import TopicUse
from bot.ports import UnitOfWork
from bot.services.place_chats import Target, card_home, chats_for
from tests.store.building import Building


async def bound(uow: UnitOfWork, telegram_id: int, place: Place, *, estate: str = "east") -> int:
    group = await uow.chats.seen(telegram_id=telegram_id, private=False, title="")
    purpose = Purpose.BUILDING if place.building else Purpose.STAFF
    await uow.chats.bind(group.id, estate_key=estate, purpose=purpose, place=place)
    return group.id


def ids(targets: list[Target]) -> list[int]:
    return [target.chat.id for target in targets]


async def test_groups_of_a_grid_a_building_the_estate(building: Building) -> None:
    async with building.store.units.writing() as uow:
        seven = await bound(uow, -701, Place(building="7"))
        eight = await bound(uow, -801, Place(building="8"))
        staff = await bound(uow, -901, Place())
        await bound(uow, -702, Place(building="7"), estate="west")
        grid = await uow.place_trees.add_grid("east", "东片")
        await uow.place_trees.add("east", [Addition(PlaceLevel.BUILDING, ("7",), grid="东片")])

        async def heard(use: ChatUse, addressed: Addressed) -> list[Target]:
            return await chats_for(use, addressed, estate_key="east", uow=uow)

        assert ids(await heard(ChatUse.NOTICES, Addressed(grids=(grid.id,)))) == [seven]
        assert ids(await heard(ChatUse.VOTES, Addressed((("8",),)))) == [eight]
        assert {seven, eight} <= set(ids(await heard(ChatUse.WISHES, Addressed(whole=True))))
        assert staff not in ids(await heard(ChatUse.NOTICES, Addressed(whole=True)))
        assert ids(await heard(ChatUse.STAFF, Addressed()))[-1] == staff
        (target,) = await heard(ChatUse.VOTES, Addressed((("8",),)))
        assert target.topic is TopicUse.VOTES
        await uow.chats.set_present(eight, present=False, hears_all=False)
        assert await heard(ChatUse.VOTES, Addressed((("8",),))) == []


async def test_a_wishs_card_goes_to_the_nearest_group_that_takes_it(building: Building) -> None:
    async with building.store.units.writing() as uow:
        seven = await bound(uow, -701, Place(building="7"))
        eight = await bound(uow, -801, Place(building="8"))
        grid = await uow.place_trees.add_grid("east", "东片")
        await uow.place_trees.add("east", [Addition(PlaceLevel.BUILDING, ("7",), grid="东片")])
        everybody = await uow.chats.seen(telegram_id=-999, private=False, title="")
        of_grid = await uow.chats.bind(
            everybody.id, estate_key="east", purpose=Purpose.BUILDING, place=Place(), grid_id=grid.id
        )
        assert await uow.place_trees.groups_of_grid(grid.id) == 1
        chat = await uow.chats.get(seven)
        assert await card_home(chat, uow=uow) == chat
        await uow.chats.set_says(seven, frozenset({ChatUse.VOTES}))
        chat = await uow.chats.get(seven)
        assert chat.says == {ChatUse.VOTES}
        home = await card_home(chat, uow=uow)
        assert (home.id, home.place) == (of_grid.id, Place(building="7"))
        assert (await card_home(chat, about=Place(building="8"), uow=uow)).id == eight
        await uow.chats.set_says(of_grid.id, frozenset())
        assert await card_home(chat, uow=uow) == chat, "nobody gets a card"
        assert (await uow.chats.get(of_grid.id)).says == frozenset()
        again = await uow.chats.bind(seven, estate_key="east", purpose=Purpose.STAFF, place=Place())
        assert again.says == EVERYTHING
