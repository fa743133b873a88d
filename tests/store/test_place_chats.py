"""Where something goes in an estate: the groups of the places it is for, in the topic that is for it."""

from __future__ import annotations

from bot.domain.chat_uses import Addressed, ChatUse
from bot.domain.people import Purpose
from bot.domain.place_changes import Addition
from bot.domain.place_tree import PlaceLevel
from bot.domain.places import Place
from bot.domain.topics import TopicUse
from bot.ports import UnitOfWork
from bot.services.place_chats import Target, chats_for
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
