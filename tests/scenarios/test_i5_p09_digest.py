"""The week in a building, told once with a chart; and the month's agenda for the staff and the resident moderator."""

from __future__ import annotations

import asyncio
import io
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from simulator.client import Group, Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, WITHOUT_PACE, Estate, estate
from tests.scenarios.scenes import answers, files, starts
from tests.scenarios.test_i3_p07_quiet_group import MATTERS

SUNDAY = datetime(2026, 3, 8, 10, 0, tzinfo=UTC)  #: 18:00 in Shanghai
CARD = 560  #: pixels: the height of a chart without photos


async def comes(town: Estate, moment: datetime) -> None:
    await town.world.control("POST", "clock", {"set": moment.isoformat()})
    await town.world.settle()


async def weeks_told(group: Group, reader: Person, mark: str = "这一周") -> list[Message]:
    said = [each for each in await reader.reads(to=group) if not each.mine]
    return [each for each in said if each.text.startswith("📰") and mark in each.text]


async def picture(town: Estate, message: Message) -> Image.Image:
    assert message.photo
    shown = Image.open(io.BytesIO(await town.world.fetches(message.photo)))
    shown.load()
    return shown


# ---- the week -------------------------------------------------------------------------------------------------------


async def test_a_building_hears_of_its_week_on_sunday_with_a_chart_and_what_was_done(town: Estate) -> None:
    group = town.building3
    for words in MATTERS[:4]:
        await files(town, town.wang, words)
    await files(town, town.liu, "老人没人照应", how="只给居委会")
    await files(town, town.chen, "路灯坏了一盏", how="发，不露姓名")
    await answers(town, town.foreman, "办好了", photo=True, about=MATTERS[0])
    await answers(town, town.foreman, "答应", day="3月20日", about=MATTERS[1])
    await answers(town, town.secretary, "这次办不了", words="没有钱", about=MATTERS[2])
    assert await weeks_told(group, town.chen) == []

    await comes(town, SUNDAY)
    [told] = await weeks_told(group, town.chen)
    assert told.silent
    assert told.text.splitlines() == [
        "📰 3号楼这一周：新提5件，办好1件",
        "✅ 办好了",
        "第1件 “三楼走廊灯坏了”",
        "📅 定了日子",
        "第2件 “电梯里有异味”，3月20日（周五）前",
        "💬 有回音了",
        "第3件 “门口地砖松了”，这次办不了",
        "🌱 新提的",
        "第4件 “快递柜总是满”",
        "第6件 “路灯坏了一盏”",
    ]
    assert "小陈" not in told.text
    assert (await picture(town, told)).height > CARD, "with the photo of what was done"
    assert await weeks_told(town.building5, town.emma) == [], "nothing happened there, nothing is sent"

    assert told.labels == ["全部"]
    assert told.url("全部").endswith("?start=wishes")
    await town.chen.presses("全部", on=told)
    assert "5件" in (await town.chen.last()).text


async def test_it_comes_once_whatever_restarts_and_a_quiet_week_is_not_told(town: Estate) -> None:
    group = town.building3
    await files(town, town.wang, MATTERS[0])
    await answers(town, town.foreman, "只答复", words="下周看看", about=MATTERS[0])
    await town.running.stop()
    await town.world.control("POST", "clock", {"set": "2026-03-09T03:00:00+08:00"})
    await town.running.start()
    await town.world.settle()
    assert await weeks_told(group, town.chen) == [], "it was due when nobody was there; at night nothing is said"
    await town.bot_restarts()
    await comes(town, datetime(2026, 3, 9, 0, 1, tzinfo=UTC))
    assert len(await weeks_told(group, town.chen)) == 1
    await town.bot_restarts()
    await town.world.advances(days=21)
    assert len(await weeks_told(group, town.chen)) == 1, "nothing happened in these weeks"

    await files(town, town.wang, MATTERS[1])
    await town.world.advances(days=7)
    assert len(await weeks_told(group, town.chen)) == 2
    assert "新提1件" in (await weeks_told(group, town.chen))[-1].text


async def test_what_is_taken_out_of_sight_goes_from_it_and_comes_back(town: Estate) -> None:
    group = town.building3
    await files(town, town.wang, MATTERS[0])
    await files(town, town.wang, MATTERS[1])
    await answers(town, town.foreman, "办好了", photo=True, about=MATTERS[0])
    card = await town.secretary.sees("第1件", to=group)
    await comes(town, SUNDAY)
    [told] = await weeks_told(group, town.chen)
    assert MATTERS[0] in told.text
    await town.secretary.presses("有问题", on=card)
    await town.world.advances(seconds=5)
    await town.secretary.presses("有问题", on=card)
    [told] = await weeks_told(group, town.chen)
    assert MATTERS[0] not in told.text
    assert "第1件现在看不到了" in told.text
    assert MATTERS[1] in told.text
    assert (await picture(town, told)).height == CARD, "its photo went too"

    check = await town.secretary.sees("第1件", to=town.staff)
    assert "恢复" in check.labels, check.labels
    await town.secretary.presses("恢复", on=check, to=town.staff)
    await town.secretary.presses("对", to=town.staff)
    [told] = await weeks_told(group, town.chen)
    assert MATTERS[0] in told.text
    assert (await picture(town, told)).height > CARD


async def test_a_missed_day_is_told_from_the_fifth_week_on(town: Estate) -> None:
    group = town.building3
    await files(town, town.wang, MATTERS[0])
    await answers(town, town.foreman, "答应", day="3月10日", about=MATTERS[0])
    await comes(town, datetime(2026, 3, 15, 10, 0, tzinfo=UTC))
    assert not [each for each in await weeks_told(group, town.chen) if "日子过了" in each.text], "for the staff alone"
    await files(town, town.wang, MATTERS[1])
    await answers(town, town.foreman, "答应", day="4月2日", about=MATTERS[1])
    await comes(town, datetime(2026, 4, 5, 10, 0, tzinfo=UTC))
    told = (await weeks_told(group, town.chen))[-1]
    assert told.text.splitlines() == [
        "📰 3号楼这一周：没有新提的，没有办好的",
        "⏰ 日子过了，还没办好",
        "第2件 “电梯里有异味”，原来说4月2日（周四）前",
        "更早答应、到日子还没办好的有1件。",
    ]


async def test_a_long_week_is_shortened_and_fits(tmp_path: Path, sqlite_url: str) -> None:
    async with estate(sqlite_url, tmp_path, language="en", extra=WITHOUT_PACE) as town:
        await town.world.limits(False)
        for number, words in enumerate(MATTERS):
            await town.emma.presses("I want", to=town.building5)
            await town.emma.says(f"{words}, and so it has been for longer than anybody here remembers {number}")
            await town.emma.presses("Post")
        await comes(town, SUNDAY)
        [told] = await weeks_told(town.building5, town.emma, "this week")
        assert told.text.splitlines()[0] == "📰 Building 5 this week: 20 new, nothing done"
        assert told.text.splitlines()[-1] == "10 more: press “All”."
        assert len(told.text.splitlines()) == 13
        assert len(told.text) <= 1024
        assert told.labels == ["All"]
        assert (await picture(town, told)).size == (1000, CARD)


async def test_nobody_is_told_where_config_says_never(open_estate: Open) -> None:
    async with open_estate(extra={"bulletin": {"weekday": None, "agenda_day": None}}) as town:
        await files(town, town.wang, MATTERS[0])
        await town.world.advances(days=40)
        assert await weeks_told(town.building3, town.chen) == []
        await town.foreman.does_not_see("议程", to=town.staff)


async def test_in_traditional_characters_where_the_chat_has_them(small_town: Estate) -> None:
    town = small_town
    await town.secretary.says(f"/language@{BOT} zh-Hant", to=town.building3)
    await files(town, town.chen, MATTERS[0])
    await comes(town, SUNDAY)
    [told] = await weeks_told(town.building3, town.chen, "這一週")
    assert "新提1件" in told.text


async def test_two_processes_tell_it_once(postgres_url: str, tmp_path: Path) -> None:
    async with estate(postgres_url, tmp_path, processes=2, webhook=True) as town:
        await files(town, town.wang, MATTERS[0])
        await town.world.control("POST", "clock", {"set": SUNDAY.isoformat()})
        await asyncio.gather(*(each.meet_deadlines() for each in town.running.apps))
        await town.world.settle()
        assert len(await weeks_told(town.building3, town.chen)) == 1


# ---- the agenda -----------------------------------------------------------------------------------------------------


async def test_the_agenda_is_the_most_supported_and_the_oldest_by_its_day(town: Estate) -> None:
    moderator = town.wang
    await starts(moderator, town.building3)
    await town.secretary.promotes(moderator, in_=town.building3)
    await town.world.advances(minutes=6)
    await town.secretary.says(f"/menu@{BOT}", to=town.building3)  # by which the bot learns of it
    for words in MATTERS[:8]:
        await files(town, town.chen, words)
    for person in (town.wang, town.liu, town.zhao):
        await person.presses("支持", on=await person.sees("第6件", to=town.building3))
    await town.wang.presses("我家也是", on=await town.wang.sees("第3件", to=town.building3))
    await answers(town, town.foreman, "办好了", photo=True, about=MATTERS[0])
    await files(town, town.liu, "老人没人照应", how="只给居委会")

    await comes(town, datetime(2026, 3, 25, 10, 0, tzinfo=UTC))
    agenda = await town.foreman.sees("议程", to=town.staff)
    assert agenda.text.splitlines() == [
        "🗂 阳光小区这个月的议程，3月25日（周三）18:00之前提的都算在内",
        "支持最多的",
        f"第6件 “{MATTERS[5]}”，3家支持",
        f"第3件 “{MATTERS[2]}”，1家支持",
        "等得最久的",
        f"第2件 “{MATTERS[1]}”，3月2日（周一）提的",
        f"第4件 “{MATTERS[3]}”，3月2日（周一）提的",
        f"第5件 “{MATTERS[4]}”，3月2日（周一）提的",
        f"第7件 “{MATTERS[6]}”，3月2日（周一）提的",
        f"第8件 “{MATTERS[7]}”，3月2日（周一）提的",
        "之后提的，下次4月25日（周六）再排。细看哪一件，发 /wish 加号码。",
    ]
    private = await moderator.sees("议程")
    assert private.text == agenda.text
    await moderator.presses(private.labels[0], on=private)
    assert MATTERS[5] in (await moderator.last()).text
    for person in (town.chen, town.liu):
        await person.does_not_see("议程")
    await town.chen.does_not_see("议程", to=town.building3)

    await town.secretary.presses("我们在，继续收", to=town.staff)
    await files(town, town.liu, MATTERS[9])
    await town.bot_restarts()
    await town.world.advances(days=3)
    told = [each for each in await town.foreman.reads(to=town.staff) if "议程" in each.text]
    assert len(told) == 1, "it is settled: once a month"


async def test_nothing_waits_so_there_is_no_agenda(town: Estate) -> None:
    await files(town, town.wang, MATTERS[0])
    await answers(town, town.foreman, "办好了", photo=True, about=MATTERS[0])
    await comes(town, datetime(2026, 3, 25, 10, 0, tzinfo=UTC))
    await town.foreman.does_not_see("议程", to=town.staff)


async def test_the_agenda_in_english(tmp_path: Path, sqlite_url: str) -> None:
    async with estate(sqlite_url, tmp_path, language="en", extra=WITHOUT_PACE) as town:
        for words in ("The gate squeaks", "More bicycle stands, please"):
            await town.emma.presses("I want", to=town.building5)
            await town.emma.says(words)
            await town.emma.presses("Post")
        await town.chen.presses("Same here", on=await town.chen.sees("The gate squeaks", to=town.building5))
        await comes(town, datetime(2026, 3, 25, 10, 0, tzinfo=UTC))
        agenda = await town.foreman.sees("agenda", to=town.staff)
        assert agenda.text.splitlines() == [
            "🗂 This month’s agenda of 阳光小区: what was filed by Wed 25 March, 18:00",
            "Most supported",
            "No. 1 “The gate squeaks”, 1 home stands behind it",
            "Waiting longest",
            "No. 2 “More bicycle stands, please”, filed Mon 2 March",
            "What is filed later comes next time (Sat 25 April). To see one, send /wish and its number.",
        ]
