"""Broadcasts as officers send them, in many stories."""

from __future__ import annotations

from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import starts


async def ready(town: Estate) -> None:
    """The secretary in private; Liu and Chen of building 3 and Emma of building 5 pressed Start."""
    await town.secretary.starts()
    for neighbour, home in ((town.liu, town.building3), (town.chen, town.building3), (town.emma, town.building5)):
        await starts(neighbour, home)


async def writes(
    officer: Person, words: str = "明天8点到12点停水", *, whom: str = "全小区", where: str = "群里", to: Group | None = None
) -> Message:
    """Up to the last look, which is returned."""
    await officer.says("/broadcast", **_in(to))
    await officer.says(words, **_in(to))
    await officer.presses(whom, **_in(to))
    await officer.presses(where, **_in(to))
    return await officer.sees("发给", **_in(to))


async def sends(officer: Person, words: str = "明天8点到12点停水", **how: object) -> Message:
    """And out it goes; the card of its progress, once nothing moves any more."""
    await writes(officer, words, **how)  # type: ignore[arg-type]
    await officer.presses("发出去")
    return await card(officer)


async def card(officer: Person, *, to: Group | None = None) -> Message:
    return await officer.sees("则公告", **_in(to))


def _in(to: Group | None) -> dict[str, Group]:
    return {"to": to} if to else {}
