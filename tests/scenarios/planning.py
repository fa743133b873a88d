"""Planned broadcasts as officers plan them, in many stories."""

from __future__ import annotations

from simulator.client import Group, Message, Person
from tests.scenarios.broadcasting import at, told, writes
from tests.scenarios.estate import Estate

BINS = "明天收大件垃圾，请拿到门口"


async def plans(
    officer: Person, *said: str, words: str = BINS, where: str = "群里", to: Group | None = None
) -> Message:
    """Up to the last look, which is returned. `said`: what answers the questions about when."""
    await writes(officer, words, where=where, to=to)
    await officer.presses("什么时候发", **at(to))
    for each in said:
        await officer.says(each, **at(to))
    return await officer.sees("发给", **at(to))


async def planned(officer: Person, *said: str, words: str = BINS, to: Group | None = None) -> Message:
    """And it is settled; its card."""
    await plans(officer, *said, words=words, to=to)
    await officer.presses("定下来", **at(to))
    return await card(officer, to=to)


async def card(officer: Person, *, to: Group | None = None) -> Message:
    return await officer.sees("个预定公告 · ", **at(to))


async def calendar(officer: Person, *, to: Group | None = None) -> Message:
    await officer.says("/calendar", **at(to))
    return (await officer.reads(**at(to)))[-1]


async def times_told(town: Estate, words: str = BINS) -> int:
    """How often building 3 was told."""
    return len(await told(town.liu, words, to=town.building3))


async def days_pass(town: Estate, days: int) -> None:
    """One after the other: the bot is there on each."""
    for _ in range(days):
        await town.world.advances(days=1)
