"""The tree of places as stored: one parent, one grid, numbers unique below one parent; what hangs on a place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.people import Purpose
from bot.domain.place_changes import Addition
from bot.domain.place_tree import PlaceLevel
from bot.domain.places import Place
from bot.messages import Document

BUILDING, STAIRWELL, HOUSEHOLD = PlaceLevel.BUILDING, PlaceLevel.STAIRWELL, PlaceLevel.HOUSEHOLD
ADDED = (
    Addition(BUILDING, ("3",), "玉兰楼", "東片"),
    Addition(BUILDING, ("4",)),
    Addition(STAIRWELL, ("3", "2")),
    Addition(HOUSEHOLD, ("3", "2", "502"), closed=True),
)


async def test_a_tree_is_found_as_it_was_put_there(building):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        grid = await uow.place_trees.add_grid("east", "东片")
        await uow.place_trees.add("east", ADDED, now=now)
        await uow.place_trees.add("west", ADDED[1:2], now=now)
        await uow.place_trees.add("east", ADDED, now=now)  # what is there stays
    async with building.store.units.reading() as uow:
        tree = await uow.place_trees.tree("east")
        assert [node.path for node in tree.within(())] == [("3",), ("3", "2"), ("3", "2", "502"), ("4",)]
        three = tree.nodes[("3",)]
        assert (three.name, three.grid_id) == ("玉兰楼", grid.id)
        assert tree.nodes[("3", "2", "502")].closed_at == now
        assert tree.grids == {grid.id: grid}
        assert await uow.place_trees.node(three.id) == ("east", three)
        assert await uow.place_trees.grid(grid.id) == ("east", grid)
        assert list((await uow.place_trees.tree("west")).nodes) == [("4",)]
        with pytest.raises(LookupError):
            await uow.place_trees.node(404)
        with pytest.raises(LookupError):
            await uow.place_trees.grid(404)


async def test_what_changes_and_what_goes(building):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        grid = await uow.place_trees.add_grid("east", "东片")
        await uow.place_trees.add("east", ADDED, now=now)
        four = (await uow.place_trees.tree("east")).nodes[("4",)]
        await uow.place_trees.save(replace(four, name="桂花楼", grid_id=grid.id, closed_at=now))
        await uow.place_trees.save_grid(replace(grid, name="西片", closed_at=now))
        spare = await uow.place_trees.add_grid("east", "东片", closed_at=now)
        await uow.place_trees.remove_grid(spare.id)
        await uow.place_trees.remove((await uow.place_trees.tree("east")).nodes[("3", "2", "502")].id)
    async with building.store.units.reading() as uow:
        tree = await uow.place_trees.tree("east")
        assert tree.nodes[("4",)] == replace(four, name="桂花楼", grid_id=grid.id, closed_at=now)
        assert list(tree.grids.values()) == [replace(grid, name="西片", closed_at=now)]
        assert ("3", "2", "502") not in tree.nodes


async def test_the_database_refuses_what_the_rules_refuse(building):
    async with building.store.units.writing() as uow:
        grid = await uow.place_trees.add_grid("east", "东片")
        await uow.place_trees.add("east", ADDED)
        tree = await uow.place_trees.tree("east")
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.place_trees.add_grid("east", "東片")
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.place_trees.save(replace(tree.nodes[("3", "2")], grid_id=grid.id))
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.place_trees.remove(tree.nodes[("3",)].id)
    with pytest.raises(IntegrityError):
        async with building.store.units.writing() as uow:
            await uow.place_trees.remove_grid(grid.id)
    async with building.store.units.reading() as uow:
        assert await uow.place_trees.tree("east") == tree


async def test_a_group_brings_its_place_and_opens_it_again(building):
    now = building.clock.now()
    async with building.store.units.writing() as uow:
        await uow.place_trees.known("east", ())
        await uow.place_trees.known("east", ("7", "1"))
        seven = (await uow.place_trees.tree("east")).nodes[("7",)]
        await uow.place_trees.save(replace(seven, closed_at=now))
        await uow.place_trees.known("east", ("7",))
    async with building.store.units.reading() as uow:
        tree = await uow.place_trees.tree("east")
        assert {path: node.level for path, node in tree.nodes.items()} == {("7",): BUILDING, ("7", "1"): STAIRWELL}
        assert tree.nodes[("7",)] == seven


async def test_what_hangs_on_a_place(building):
    async with building.store.units.writing() as uow:
        group = await uow.chats.seen(telegram_id=-100777, private=False, title="7号楼1单元")
        place = Place(building="7", unit="1")
        await uow.chats.bind(group.id, estate_key="east", purpose=Purpose.BUILDING, place=place)
    async with building.store.units.reading() as uow:
        counted = [await uow.place_trees.groups_at("east", path) for path in (("7",), ("7", "1"), ("7", "2"), ("8",))]
        assert counted == [1, 1, 0, 0]
        assert await uow.place_trees.groups_at("west", ("7",)) == 0
    wish = await building.wish()
    assert wish.place.building is not None
    async with building.store.units.reading() as uow:
        assert await uow.place_trees.wishes_at("east", (wish.place.building,), BUILDING) == 1
        assert await uow.place_trees.wishes_at("east", (wish.place.building, "404"), HOUSEHOLD) == 0
        assert await uow.place_trees.wishes_at("west", (wish.place.building,), BUILDING) == 0


async def test_five_thousand_households_at_once(building):
    homes = [Addition(HOUSEHOLD, ("3", "2", str(n))) for n in range(1000, 6000)]
    async with building.store.units.writing() as uow:
        await uow.place_trees.add_grid("east", "东片")
        await uow.place_trees.add("east", [*ADDED[:3], *homes])
    async with building.store.units.reading() as uow:
        nodes = (await uow.place_trees.tree("east")).nodes.values()
        assert sum(node.level is HOUSEHOLD for node in nodes) == 5000


async def test_files_wait_until_they_are_read_and_taken_over(building):
    now, li = building.clock.now(), building.li
    async with building.store.units.writing() as uow:
        chat = await uow.chats.private_of(li)
        key = await uow.files.keep(Document("f", "u", "楼.csv"))
        sent = {"chat_id": chat.id, "person_id": li.id, "language": "zh", "file": key, "name": "楼.csv"}
        import_id = await uow.place_trees.take_file(estate_key="east", **sent, now=now)
    async with building.store.units.writing() as uow:
        (waiting,) = await uow.place_trees.files_waiting(key)
        assert (waiting.id, waiting.rows, waiting.file) == (import_id, None, key)
        assert [each.id for each in await uow.place_trees.files_before(now, unread=True)] == [import_id]
        await uow.place_trees.file_read(import_id, [["楼"], ["3"]], shown="x")
        assert not await uow.place_trees.files_waiting(key)
        assert not await uow.place_trees.files_before(now, unread=True)
        read = await uow.place_trees.lock_file(import_id)
        assert (read.rows, read.shown, read.file) == ((("楼",), ("3",)), "x", None)
        await uow.place_trees.forget_file(import_id)
        with pytest.raises(LookupError):
            await uow.place_trees.lock_file(import_id)
