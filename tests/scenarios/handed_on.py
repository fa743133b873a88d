"""Neighbours who found, lost or give away something, in many stories."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import starts

ZONE = ZoneInfo("Asia/Shanghai")
KEYS, CHAIR, GLOVE = "一串钥匙", "一张儿童餐椅", "一只灰色的毛线手套"


async def ready(town: Estate, *people: Person) -> None:
    """These live in building 3 and can be written to."""
    for each in people or (town.wang, town.chen, town.liu):
        await starts(each, town.building3)


async def posts(
    person: Person, kind: str, what: str, *, where: str = "跳过", how: str = "发到群里", **changes: str
) -> Message:
    """In private: what is asked, then these changes by the labels of their buttons, then it is posted; what is said."""
    await person.says(f"/{kind}")
    await person.says(what)
    await person.says(where)
    for label, words in changes.items():
        await person.presses(label)
        await person.says(words)
    await person.presses(how)
    return await person.last()


async def card(person: Person, group: Group, what: str) -> Message:
    """The newest card of it there."""
    found = [each for each in await person.reads(to=group) if what in each.text and each.sender == "邻愿"]
    assert found, [each.text for each in await person.reads(to=group)]
    return found[-1]


async def answers(person: Person, group: Group, what: str, label: str, words: str | None = None) -> Message:
    """By the card's link, in private; what is said at the end."""
    await person.presses(label, to=group, on=await card(person, group, what))
    if words is not None:
        await person.says(words)
    return await person.last()


async def opens(person: Person, number: int = 1) -> Message:
    """The view in private."""
    await person.says(f"/things {number}")
    return await person.last()


async def until(town: Estate, *, month: int = 3, day: int, hour: int, minute: int = 1) -> None:
    """Of 2026, on the estate's clocks."""
    moment = datetime(2026, month, day, hour, minute, tzinfo=ZONE)
    await town.world.advances(seconds=(moment - await town.world.now()).total_seconds())
