"""What happens in the stories about claims, as the people would do it."""

from __future__ import annotations

from datetime import timedelta

from simulator.client import Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import files, starts

STAND = "想要一个放雨伞的架子"


async def wanted(town: Estate, words: str = STAND, *, how: str = "发到群里") -> None:
    await starts(town.chen, town.building3)
    await starts(town.liu, town.building3)
    await files(town, town.wang, words, how=how)


async def claims(
    town: Estate, who: Person, *, day: str = "3月10日", by: str = "我自己", named: str | None = None
) -> None:
    """By [I can help] on the card, and the invitation that follows in private."""
    await who.presses("我来帮", to=town.building3)
    await who.presses("我来认领", on=await who.sees("要是您愿意把整件事接过去"))
    await who.presses(by)
    if named is not None:
        await who.says(named)
    await who.says(day)
    await who.presses("对")


async def card_of(town: Estate, words: str = STAND) -> Message:
    read = [each for each in await town.liu.reads(to=town.building3) if "这一周" not in each.text]
    return [each for each in read if words in each.text][-1]


async def runs(town: Estate, words: str = STAND, *, day: str = "3月10日", how: str = "发到群里") -> None:
    await wanted(town, words, how=how)
    await claims(town, town.chen, day=day)
    await town.wang.presses("好，请他来办")


async def slow(town: Estate) -> None:
    await town.world.settle()
    town.running.patience = timedelta(seconds=30)


async def days(town: Estate, days: float) -> None:
    """In strides, so that the bot meets what falls due on its way."""
    for _ in range(int(days * 2)):
        await town.world.advances(hours=12)


def count(messages: list[Message], what: str) -> int:
    return sum(what in each.text for each in messages)


async def claimed_in_english(town: Estate) -> None:
    """Emma wants an umbrella stand, and Chen claims it, whose app speaks Chinese; she has not said yes."""
    await town.chen.presses("I want", to=town.building5)
    await town.chen.presses("取消")
    await town.emma.presses("I want", to=town.building5)
    await town.emma.says("An umbrella stand at the gate")
    await town.emma.presses("Post")
    await town.chen.presses("I can help", to=town.building5)
    await town.chen.presses("我来认领")
    await town.chen.presses("我自己")
    await town.chen.says("3月10日")
    await town.chen.presses("对")
