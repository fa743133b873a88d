"""The demo's estate: who lives there, and six weeks that were really lived through the bot."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from bot import demo
from simulator import seed
from simulator.client import World


@pytest.mark.parametrize("hour", [0, 1, 9, 15])
def test_whenever_the_demo_is_started_the_estate_wakes_in_its_morning(hour: int) -> None:
    assert seed.morning(datetime(2026, 3, 2, hour, 59, tzinfo=UTC)) == datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def test_late_in_the_evening_elsewhere_it_is_the_next_day_in_the_estate() -> None:
    assert seed.morning(datetime(2026, 3, 2, 18, 30, tzinfo=UTC)) == datetime(2026, 3, 3, 1, 0, tzinfo=UTC)


@pytest.mark.timeout(600)  # six weeks, by a bot that runs in earnest
async def test_six_weeks_of_life_are_played_and_can_be_looked_at(tmp_path: Path) -> None:
    told = io.StringIO()
    async with (
        demo.playing(port=0, with_seed=True, console=Console(file=told)) as (base_url, bot),
        await World.connect(base_url, settled=bot.quiet) as world,
    ):
        days = told.getvalue().splitlines()
        assert len(days) == seed.DAYS == 34
        assert days[0].endswith(f"大家进群，认识邻愿 (1 of {seed.DAYS})")
        people = {person.name: person for person in await world.people()}
        groups = {group.title: group for group in await world.groups()}
        residents = [name for name in people if name.rpartition(" ")[2][:2] in ("3-", "5-")]
        assert len(residents) == 12
        assert len({name.rpartition(" ")[2] for name in residents}) == 8
        assert {"3号楼邻居群", "5号楼邻居群", "阳光小区工作群"} == set(groups)

        wang = people["王阿姨 3-502"]
        building3 = groups["3号楼邻居群"]
        done = await wang.sees("第1件 · 我想要", to=building3)
        assert "办好了" in done.text
        assert "2人道谢" in done.text
        assert (await wang.sees("第1件办好了")).photo
        secretary = people["李书记 （居委会）"]
        await secretary.sees("买药要走很远", to=groups["阳光小区工作群"])
        lamp = await people["郑洁 5-402"].sees("路灯一闪一闪的”（根据语音写的）", to=groups["5号楼邻居群"])
        assert lamp.voice is None
        notes = [message for message in await secretary.reads(to=groups["阳光小区工作群"]) if message.voice]
        assert [(note.voice_s, note.labels) for note in notes] == [(14, []), (21, ["写成一句话"])]
        for group in ("3号楼邻居群", "5号楼邻居群"):
            for resident in residents:
                person = people[resident]
                if person.name.endswith(group[0]) or person.name.rpartition(" ")[2].startswith(group[0]):
                    await person.does_not_see("买药要走很远", to=groups[group])
        await people["郑洁 5-402"].sees("正在核对", to=groups["5号楼邻居群"])
        plan = next(each for each in await wang.reads(to=building3) if "项目单有变化" in each.text)
        for listed in ("2单元电梯大修", "给自行车搭个棚"):
            assert listed in plan.text
        signed = next(each for each in await wang.reads(to=building3) if "接龙：周末一起包饺子" in each.text)
        assert "名额满了，一共6人" in signed.text
        assert "候补：\n1. 老赵" in signed.text
        await wang.says("/services 1")
        assert "能上门办吗" in (await wang.sees("代办老年卡")).text
        await wang.says("/phone")
        assert "021-5555 0101" in (await wang.last()).text
        giver = people["孙丽 3-201"]
        await giver.says("/things")
        things = await giver.last()
        assert "钥匙" in things.text
        assert "儿童餐椅" in things.text
        await giver.presses("我发的和我应的", on=things)
        assert "钥匙" not in (await giver.last()).text
        board = next(each for each in await wang.reads(to=building3) if "信箱的锁锈住了" in each.text)
        assert "花坛边的砖松了" in board.text
        assert "1家也是" in board.text
        digest = next(each for each in await wang.reads() if "单元门关不严" in each.text)
        assert "闭门器" in digest.text
        assert "玻璃厂排到下周" in digest.text
        weeks = [each for each in await wang.reads(to=building3) if each.text.startswith("📰")]
        assert len(weeks) >= 5
        assert all(each.photo for each in weeks[2:]), "with the chart of the weeks before"
        lift = await wang.sees("🏗 项目1：2单元电梯大修", to=building3)
        assert "65%" in lift.text
        states = ["办好了", "说还没好", "答应", "先记着", "办不了", "等答复"]
        read = [each.text for group in groups.values() for each in await secretary.reads(to=group)]
        everything = "\n".join(read)
        assert [state for state in states if state not in everything] == []
        assert not [call for call in await world.calls() if call.get("error_code") == 429]

        clock = await world.control("GET", "clock")
        assert clock["rate"] == 1
        await people["小马 （外人）"].starts()
        await people["小马 （外人）"].sees("我还不知道您住哪栋楼")
