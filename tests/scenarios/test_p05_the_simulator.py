"""The simulator speaks Telegram: all that a whole day says is read by two libraries without anything left over."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files, starts
from tests.simulator.fidelity import judge


async def test_a_whole_day_parses_in_two_libraries_with_an_equal_round_trip(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.photographs(caption="三楼的灯这样了")
    await town.wang.presses("发到群里")
    await town.wang.presses("没有，发")
    await town.chen.presses("我家也是", to=town.building3)
    await town.secretary.promotes(town.world.bot(), in_=town.building3)
    await files(town, town.emma, "The gate is broken", group=town.building5, how="Post")
    await answers(town, town.foreman, "办好了", words="换好了", photo=True)
    await town.chen.blocks()
    await town.chen.unblocks()
    await town.secretary.removes_bot(town.building5)
    updates, replies = judge(town.telegram)
    assert updates > 20
    assert replies > 20


async def test_every_refusal_the_bot_met_names_its_source(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    refused = [call for call in await town.world.calls() if not call["ok"]]
    assert {call["method"] for call in refused} == {"pinChatMessage"}  # it is no administrator
    assert all(call["source"] for call in refused)
