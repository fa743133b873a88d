"""The plan as the committee makes it, in many stories: items of wishes, changed, dropped, and what neighbours see."""

from __future__ import annotations

from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import files, starts


async def two_wishes(town: Estate) -> None:
    """Wang and Liu each filed one, Chen has Wang's too."""
    await town.secretary.starts()
    for person in (town.chen, town.liu):
        await starts(person, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await files(town, town.liu, "二楼的灯也不亮")


async def makes(
    town: Estate,
    wishes: str = "1、2",
    *,
    name: str = "换走廊的灯",
    tier: str = "近期办",
    day: str = "6月30日",
    owner: str = "物业",
    money: str = "政府10万，居民2万",
) -> Message:
    """An item, by the secretary, in private; what is said at the end."""
    secretary = town.secretary
    await secretary.says("/item")
    await secretary.says(wishes)
    await secretary.says(name)
    await secretary.says(tier)
    await secretary.says(day)
    await secretary.says(owner)
    await secretary.says(money)
    await secretary.sees("列进项目单，对吗")
    await secretary.presses("对")
    return (await secretary.reads())[-1]


async def view(person: Person, number: int = 1) -> Message:
    await person.says(f"/plan {number}")
    return (await person.reads())[-1]


async def plan(person: Person, *, to: Group | None = None) -> Message:
    await person.says("/plan", **({"to": to} if to else {}))
    return (await person.reads(to=to) if to else await person.reads())[-1]


async def does(town: Estate, label: str, *says: str, number: int = 1) -> str:
    """The secretary presses a button of the item's view, says these things, confirms; what is said at the end."""
    shown = await view(town.secretary, number)
    pressed = await town.secretary.presses(label, on=shown)
    if pressed.alert:
        return pressed.alert
    for words in says:
        await town.secretary.says(words)
    pressed = await town.secretary.presses("对")
    return pressed.alert or (await town.secretary.reads())[-1].text


async def posts(person: Person, group: Group) -> list[Message]:
    return [each for each in await person.reads(to=group) if "项目单有变化" in each.text]
