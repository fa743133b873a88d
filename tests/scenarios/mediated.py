"""What happens in the stories about quarrels, as the people would do it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from simulator.client import Group, Message, Person
from tests.scenarios.estate import ESTATES, Estate
from tests.scenarios.scenes import files, starts

MEDIATOR, SECOND_MEDIATOR = 9400, 9401
QUARREL = "楼上602天天半夜拖椅子，说了好几次都不听"
EVERYWHERE = ("拖椅子", "602", "老娘舅", "调解", "纠纷", "谈成", "小陈")  #: what no group may ever read

Open = Callable[..., AbstractAsyncContextManager[Estate]]


def with_mediators(*ids: int) -> dict[str, object]:
    names = {MEDIATOR: "徐阿姨", SECOND_MEDIATOR: "赵伯伯"}
    return {**ESTATES[0], "mediators": [{"id": each, "name": names[each]} for each in ids]}


@asynccontextmanager
async def mediated(open_estate: Open, *, language: str = "zh") -> AsyncIterator[tuple[Estate, Person]]:
    """The estate with a mediator, who pressed Start; so did two neighbours."""
    async with open_estate(extra={"estates": [with_mediators(MEDIATOR)]}, language=language) as town:
        mediator = await town.world.person("徐阿姨", id=MEDIATOR, language="zh" if language == "zh" else "en")
        await mediator.starts()
        await starts_in(language, town.liu, town.building3)
        yield town, mediator


async def starts_in(language: str, person: Person, group: Group) -> None:
    """By the pinned card, whatever language it is in."""
    await person.presses("我想要" if language == "zh" else "I want", to=group)
    labels = (await person.last()).labels
    await person.presses("取消" if "取消" in labels else "Cancel")


async def lives_at_602(town: Estate, neighbour: Person) -> None:
    """The neighbour filed something for their own door once, under their name."""
    await files(town, neighbour, "3号楼602室水管漏水")


async def quarrels(town: Estate, *, where: str = "3号楼602") -> None:
    """Wang files it as what it is, in private."""
    await starts(town.wang, town.building3)
    await town.wang.says(QUARREL)
    await town.wang.presses("请老娘舅私下调解")
    await town.wang.says(where)
    await town.wang.sees("交给老娘舅了")


async def taken(town: Estate, mediator: Person) -> Message:
    """The mediator opens what waits and takes it; returns the message that shows the case."""
    await mediator.presses("我来管", on=await opened(mediator))
    return await mediator.sees("邻里的事\n")


async def opened(mediator: Person) -> Message:
    told = await mediator.sees("等老娘舅来管")
    await mediator.presses(next(label for label in told.labels if label.startswith("看第")), on=told)
    return await mediator.last()


async def reads_of(person: Person, group: Group) -> str:
    return "\n".join(each.text for each in await person.reads(to=group))


async def nothing_public(town: Estate, *, of: tuple[str, ...] = EVERYWHERE) -> None:
    """Neither building's group, nor the staff chat, reads a word of it, whoever looks."""
    for who, group in ((town.liu, town.building3), (town.emma, town.building5)):
        said = await reads_of(who, group)
        assert not [word for word in of if word in said], said
    desk = await reads_of(town.secretary, town.staff)
    assert "拖椅子" not in desk, desk
