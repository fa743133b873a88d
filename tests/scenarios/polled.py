"""Polls as the committee asks them and neighbours answer, in many stories."""

from __future__ import annotations

from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import starts

COLOUR = "楼道刷什么颜色？"
OPTIONS = ("白", "米黄", "不用刷")


async def ready(town: Estate) -> None:
    """Neighbours and the committee can be written to; 赵 never pressed Start."""
    await town.secretary.starts()
    for person in (town.wang, town.chen, town.liu):
        await starts(person, town.building3)
    await starts(town.emma, town.building5)


async def answers_all(
    person: Person,
    *,
    question: str = COLOUR,
    options: tuple[str, ...] = OPTIONS,
    several: str = "只选一项",
    names: str = "记名",
    shown: str = "答了就看得到",
    groups: tuple[str, ...] | None = None,
    until: str = "3月9日",
    about: str | None = "跳过",
    to: Group | None = None,
) -> Message:
    """Everything up to the last look. `groups`: those to untick; None: there is one, and it is not asked."""
    for words in (question, "\n".join(options), "好了", several, names, shown):
        await person.says(words, to=to)
    if groups is not None:
        for label in groups:
            await person.presses(label, to=to)
        await person.says("好了", to=to)
    await person.says(until, to=to)
    if about is not None:
        await person.says(about, to=to)
    return await person.sees("这样发，对吗？", to=to)


async def asks(town: Estate, **how: object) -> Message:
    """The secretary asks in private, in both buildings unless told otherwise; what is said at the end."""
    await town.secretary.says("/poll")
    await answers_all(town.secretary, **{"groups": (), **how})
    await town.secretary.presses("发到群里")
    return await town.secretary.last()


async def poll_in(person: Person, group: Group, *, says: str = COLOUR) -> Message:
    """The newest native poll that the person sees there."""
    found = [each for each in await person.reads(to=group) if each.poll is not None and each.contains(says)]
    assert found, f"{person.name} sees no poll {says} in {group.title}"
    return found[-1]


async def answers(person: Person, group: Group, *options: str, says: str = COLOUR) -> None:
    await person.votes(await poll_in(person, group, says=says), *options)


async def polls(person: Person, words: str = "", *, to: Group | None = None) -> Message:
    await person.says(f"/polls {words}".strip(), to=to)
    return await person.last(to=to)
