"""Places as their committee keeps them, in many stories."""

from __future__ import annotations

from bot.domain.place_tree import Tree
from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate


async def places(person: Person, *, to: Group | None = None) -> Message:
    """What `/places` shows."""
    await person.says("/places", **({"to": to} if to else {}))
    return (await person.reads(to=to) if to else await person.reads())[-1]


async def adds_building(person: Person, words: str) -> Message:
    """What is said at the end."""
    await person.presses("加楼栋", on=await places(person))
    await person.says(words)
    return await person.last()


async def adds_grid(person: Person, name: str) -> Message:
    await person.presses("加网格", on=await opens_grids(person))
    await person.says(name)
    return await person.last()


async def opens_grids(person: Person) -> Message:
    shown = await places(person)
    await person.presses(next(label for label in shown.labels if label.startswith("网格（")), on=shown)
    return await person.last()


async def tree_of(town: Estate, estate_key: str = "sunny") -> Tree:
    """As it is in the database."""
    assert town.running.app is not None
    async with town.running.app.store.units.reading() as uow:
        return await uow.place_trees.tree(estate_key)


async def id_of(town: Estate, *path: str, estate_key: str = "sunny") -> int:
    return (await tree_of(town, estate_key)).nodes[path].id
