"""The office above: one list a working day in private, of what is to be decided, overdue by body, bounced."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.client import Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import ESTATES, WITHOUT_PACE, Estate, estate
from tests.scenarios.scenes import answers, files
from tests.scenarios.test_i5_p02_clocks import HIGHER, LEVELS, UP, with_levels

ROADS = "门口马路上有摊贩占道"  #: of the sub-district, as its words say
LAMP = "三楼走廊的灯坏了"


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    """Of March, in Shanghai."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


async def comes(town: Estate, when: datetime) -> None:
    await town.world.control("POST", "clock", {"set": when.isoformat()})
    await town.world.settle()


async def lists(person: Person) -> list[Message]:
    return [each for each in await person.reads() if each.text.startswith("🏛")]


async def test_what_waits_above_is_told_once_a_working_day(open_estate: Open) -> None:
    async with open_estate(extra=with_levels(trial=False)) as town:
        above = await town.world.person("张科长", id=UP)
        higher = await town.world.person("赵主任", id=HIGHER)
        await above.starts()
        await higher.starts()
        await comes(town, moment(3, 9))
        assert await lists(above) == [], "nothing waits, nothing is sent"
        await files(town, town.wang, ROADS, how="不露姓名")
        await files(town, town.wang, "人行道上的地砖被撬了", how="只给居委会")
        await files(town, town.liu, LAMP)
        await comes(town, moment(4, 8, 31))
        (told,) = await lists(above)
        assert told.text.splitlines() == [
            "🏛 阳光小区，3月4日（周三），报给街道的单子",
            "请您定的2件",
            f"第1件 “{ROADS}”，等答复",
            "第2件（🔧 报修 3号楼），等答复。原话只给居委会看。",
            "一个工作日一张，没有事就不发。细节请问居委会。",
        ]
        assert told.labels == [], "they have no right here"
        assert await lists(higher) == []
        await town.bot_restarts()
        await comes(town, moment(4, 20))
        assert len(await lists(above)) == 1

        await answers(town, town.secretary, "答应", day="3月20日", about="占道")
        await answers(town, town.secretary, "只答复", words="问过了", about="人行道")
        await comes(town, moment(5, 9))
        assert len(await lists(above)) == 1, "it is decided"
        await comes(town, moment(9, 9))
        assert len(await lists(above)) == 1, "it was due on Friday: the staff has a further working day"
        await comes(town, moment(10, 8, 5))
        await comes(town, moment(10, 9))
        told = (await lists(above))[-1]
        assert told.text.splitlines()[1:] == [
            "请您定的1件",
            f"第3件 “{LAMP}”，等答复",
            "过期的1件",
            "没人接：1件，第3件，最早的是3月6日（周五）的",
            "一个工作日一张，没有事就不发。细节请问居委会。",
        ]
        assert (await lists(higher))[-1].text.splitlines()[1:3] == [
            "过期的1件",
            "没人接：1件，第3件，最早的是3月6日（周五）的",
        ]
        await answers(town, town.foreman, "答应", day="3月12日", about=f"“{LAMP}”")
        for day in (11, 13):
            await comes(town, moment(day, 9))
        assert len(await lists(above)) == 2, "it is promised, then missed, and the staff has a day"
        await comes(town, moment(16, 8, 5))
        await comes(town, moment(16, 9))
        told = (await lists(above))[-1]
        assert told.text.splitlines()[1:3] == ["过期的1件", "物业：1件，第3件，最早的是3月12日（周四）的"]
        assert "刘敏" not in told.text


async def test_what_is_passed_around_or_sent_back_bounced(open_estate: Open) -> None:
    async with open_estate(extra=with_levels(trial=False)) as town:
        above = await town.world.person("张科长", id=UP)
        await above.starts()
        await files(town, town.wang, LAMP)
        await answers(town, town.foreman, "办好了", photo=True, about=LAMP)
        await town.world.advances(minutes=3)
        await town.wang.presses("还没好", on=await town.wang.sees("您看呢"))
        await town.world.advances(minutes=20)
        await comes(town, moment(3, 9))
        (told,) = await lists(above)
        assert told.text.splitlines()[1:3] == ["转来转去、退回来的1件", f"第1件 “{LAMP}”，还没好，退回去了"]


async def test_after_days_away_one_list_tells_all(open_estate: Open) -> None:
    async with open_estate(extra=with_levels(trial=False)) as town:
        above = await town.world.person("张科长", id=UP)
        await above.starts()
        await files(town, town.wang, ROADS)
        await town.running.stop()
        await town.world.control("POST", "clock", {"set": moment(6, 3).isoformat()})
        await town.running.start()
        await town.world.settle()
        assert await lists(above) == [], "at night nothing is said"
        await comes(town, moment(6, 8, 1))
        assert len(await lists(above)) == 1, "that of the days before"
        await comes(town, moment(6, 12))
        assert len(await lists(above)) == 2, "and today's"
        await town.running.stop()
        await town.world.control("POST", "clock", {"set": moment(14, 12).isoformat()})
        await town.running.start()
        await town.world.settle()
        assert len(await lists(above)) == 2, "it is Saturday"
        await comes(town, moment(16, 9))
        assert len(await lists(above)) == 3


async def test_in_english_and_to_nobody_who_cannot_be_told(tmp_path: Path, sqlite_url: str) -> None:
    extra = {**with_levels(trial=False), **WITHOUT_PACE}
    async with estate(sqlite_url, tmp_path, language="en", extra=extra) as town:
        above = await town.world.person("Zhang", id=UP, language="en")
        await town.emma.presses("I want", to=town.building5)
        await town.emma.says("The lamps on the street are broken")
        await town.emma.presses("Post")
        await comes(town, moment(3, 9))
        assert await lists(above) == [], "they never pressed Start"
        await above.starts()
        await comes(town, moment(4, 9))
        (told,) = await lists(above)
        assert told.text.splitlines() == [
            "🏛 阳光小区, Wed 4 March: the list for: sub-district",
            "For you to decide: 1",
            "No. 1 “The lamps on the street are broken”, waiting for an answer",
            "One list a working day, none where nothing waits. For details please ask the committee.",
        ]


async def test_two_processes_tell_it_once(postgres_url: str, tmp_path: Path) -> None:
    extra = {"estates": [{**ESTATES[0], **LEVELS}]}
    async with estate(postgres_url, tmp_path, processes=2, webhook=True, extra=extra) as town:
        above = await town.world.person("张科长", id=UP)
        await above.starts()
        await files(town, town.wang, ROADS)
        await town.world.control("POST", "clock", {"set": moment(3, 9).isoformat()})
        await asyncio.gather(*(each.meet_deadlines() for each in town.running.apps))
        await town.world.settle()
        assert len(await lists(above)) == 1
