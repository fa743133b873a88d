"""Broadcasts as officers send them, in many stories."""

from __future__ import annotations

from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import starts

WORDS = "明天8点到12点停水"
#: Slow enough to be watched: one message a second to all chats together.
SLOWLY: dict[str, object] = {"delivery": {"messages_per_s": 1}}


async def ready(town: Estate) -> None:
    """The secretary in private; Liu and Chen of building 3 and Emma of building 5 pressed Start; Zhao is known."""
    await town.secretary.starts()
    for neighbour, home in ((town.liu, town.building3), (town.chen, town.building3), (town.emma, town.building5)):
        await starts(neighbour, home)
    await town.zhao.says("/wishes", to=town.building3)


async def writes(
    officer: Person, words: str = WORDS, *, whom: str = "全小区", where: str | None = "群里", to: Group | None = None
) -> Message:
    """Up to the last look, which is returned."""
    await officer.says("/broadcast", **at(to))
    await officer.says(words, **at(to))
    await officer.presses(whom, **at(to))
    if where is not None:
        await officer.presses(where, **at(to))
    return await officer.sees("发给", **at(to))


async def sends(
    officer: Person,
    words: str = WORDS,
    *,
    whom: str = "全小区",
    where: str | None = "群里",
    to: Group | None = None,
    asks: bool = False,
) -> Message:
    """And out it goes; the card of its progress, once nothing moves any more."""
    await writes(officer, words, whom=whom, where=where, to=to)
    if asks:
        await officer.presses("要大家说看过了", **at(to))
    await officer.presses("发出去", **at(to))
    return await card(officer, to=to)


async def card(officer: Person, *, to: Group | None = None) -> Message:
    return await officer.sees("则公告 · ", **at(to))


async def told(reader: Person, words: str = WORDS, *, to: Group | None = None) -> list[Message]:
    """The messages that say this."""
    return [each for each in await reader.reads(**at(to)) if words in each.text]


def at(to: Group | None) -> dict[str, Group]:
    return {"to": to} if to else {}
