"""One wish over ten weeks: filed, doubted, argued through, built, accepted, sent back once, found good, told of."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from simulator.client import Message, Person
from tests.scenarios.deliberating import WORDS, argues, living_message, opens_deliberation, types, writes_minutes
from tests.scenarios.estate import Estate
from tests.scenarios.planned import makes, view
from tests.scenarios.scenes import answers, files, starts
from tests.scenarios.works import card, does, money, on, opens, progress, the_committee_accepts

ZONE = ZoneInfo("Asia/Shanghai")
QUESTIONS = ["好了", "好了一半", "还没好", "不清楚"]


async def until(town: Estate, day: str, hour: int = 9) -> None:
    """Half a day at a time, so that the bot meets what falls due on its way. `day`: "3-8"."""
    month, date = (int(part) for part in day.split("-"))
    moment = datetime(2026, month, date, hour, tzinfo=ZONE)
    while (left := (moment - await town.world.now()).total_seconds()) > 0:
        await town.world.advances(seconds=min(left, 12 * 3600))


async def _in_group(town: Estate, start: str) -> list[str]:
    """What the bot posted to the building's group and begins so, as it reads now."""
    return [each.text for each in await town.liu.reads(to=town.building3) if each.text.startswith(start)]


async def _weeks(town: Estate) -> list[Message]:
    return [each for each in await town.liu.reads(to=town.building3) if each.text.startswith("📰")]


async def _wish(town: Estate) -> Message:
    """Its one card in the group, whatever became of it."""
    read = await town.liu.reads(to=town.building3)
    [shown] = [each for each in read if each.text.startswith("第1件 · ") and f"“{WORDS}”" in each.text]
    return shown


async def _desk(town: Estate) -> Message:
    """Its card in the staff chat."""
    read = await town.secretary.reads(to=town.staff)
    return [each for each in read if each.text.startswith("第1件 · ") and f"“{WORDS}”" in each.text][-1]


async def _presses(town: Estate, person: Person, label: str) -> str:
    """On the group's card; what they are shown."""
    pressed = await person.presses(label, to=town.building3, on=await _wish(town))
    return pressed.alert or pressed.toast or ""


async def _told(person: Person, words: str) -> list[Message]:
    """What the bot said to this person in private."""
    return [each for each in await person.reads() if words in each.text and not each.mine]


async def _filed_and_doubted(town: Estate, doubting: list[Person]) -> None:
    await files(town, town.wang, WORDS)
    await _presses(town, town.chen, "我家也是")
    await _presses(town, town.zhao, "我家也是")
    assert "2家也是" in (await _wish(town)).text
    for each in doubting:
        assert "谁也不知道是您" in await _presses(town, each, "我有不同看法")
    assert "有3位邻居有不同看法，先商议，再定" in (await _wish(town)).text
    await until(town, "3-3")
    foreman = town.foreman
    await foreman.presses("答复", to=town.staff, on=await _desk(town))
    assert "要先商议、写好纪要" in (await foreman.sees("有3位邻居有不同看法", to=town.staff)).text
    offered = (await foreman.last(to=town.staff)).labels
    assert "答应办" not in offered
    assert "这次办不了" not in offered
    await foreman.presses("取消", to=town.staff)


async def _argued_through(town: Estate, sun: Person) -> None:
    foreman = town.foreman
    await opens_deliberation(town, until="3月13日", background="有老人走不动，也有人嫌门口挤。")
    for person in (town.wang, town.chen, town.liu, sun):
        assert await _told(person, "第1件开议事会，议到3月13日（周五）")
    shown = (await _wish(town)).text
    assert "正在商议，到3月13日（周五）" in shown
    # Filed on Monday, argued from Tuesday to Friday of the next week: the eight working days stand still meanwhile.
    assert "等答复，最晚3月24日（周二）" in shown
    await argues(town, town.chen, "赞成", "老人等车要坐一坐")
    await argues(town, town.liu, "反对", "门口本来就挤，婴儿车过不去")
    await until(town, "3-5")
    await town.bot_restarts()
    await argues(town, sun, "反对", "夏天蚊子多，坐不住")
    await foreman.presses("说我方的意见", to=town.staff, on=await foreman.sees("议事会", to=town.staff))
    await foreman.presses("都不是，只说情况", to=town.staff)
    await types(town, foreman, "放花园里不挡消防车")
    await foreman.presses("对", to=town.staff)
    for each in (town.zhao, town.wang):
        await each.presses("4 同意", to=town.building3, on=await living_message(town))
    await town.zhao.presses("逐条表态", to=town.building3, on=await living_message(town))
    await town.zhao.presses("同意")
    assert (await living_message(town)).text.splitlines()[4:] == [
        "👍 赞成的理由 1",
        "1. 老人等车要坐一坐（1人同意）",
        "👎 反对的理由 2",
        "2. 门口本来就挤，婴儿车过不去",
        "3. 夏天蚊子多，坐不住",
        "🏛 各方的意见 1",
        "4. 物业张师傅：放花园里不挡消防车（2人同意）",
    ]

    await until(town, "3-8", 19)
    [week] = await _weeks(town)
    assert week.text.splitlines() == ["📰 3号楼这一周：新提1件，没有办好的", "🌱 新提的", f"第1件 “{WORDS}”"]

    # While neighbours argue nobody is late with an answer, and the group hears of no pause.
    await until(town, "3-14")
    assert "商议完了，等纪要" in (await _wish(town)).text
    assert "时间到了，等纪要" in (await living_message(town)).text
    for words in ("过期的", "没人答复了", "往上报"):
        await town.secretary.does_not_see(words, to=town.staff)
    await town.liu.does_not_see("先不收新的", to=town.building3)

    await until(town, "3-16", 10)
    assert "议完3天了" in (await town.secretary.sees("还没有纪要", to=town.staff)).text
    await writes_minutes(town, "装在花园，四把，四月底前装好。")
    [minutes] = await _in_group(town, "📝 第1件 · 纪要")
    assert "谈拢了\n装在花园，四把，四月底前装好。\n居委会李书记写" in minutes
    shown = (await _wish(town)).text
    assert "商议过了：谈拢了" in shown
    assert "有不同看法，先商议" not in shown
    await until(town, "3-17")
    for person in (town.wang, town.chen, town.liu, town.zhao, sun):
        assert len(await _told(person, "第1件 · 纪要")) == 1


async def _planned(town: Estate) -> None:
    paid = "政府2万，居民3000元"
    said = await makes(town, "1", name="花园添椅子", day="4月24日", owner="居委会", money=paid)
    assert "事项1“花园添椅子”列好了" in said.text
    await town.world.advances(minutes=16)
    [post] = await _in_group(town, "📋 项目单有变化")
    assert "🆕 事项1“花园添椅子”列进来了" in post
    assert "近期办 · 1项" in post
    assert "📋 列进项目单：事项1“花园添椅子”，4月24日" in (await _wish(town)).text
    assert "还没动手" in (await view(town.liu)).text
    for person in (town.wang, town.chen, town.zhao):
        assert len(await _told(person, "第1件列进项目单了：事项1“花园添椅子”，居委会负责，4月24日")) == 1
    await until(town, "3-18")


async def _built(town: Estate) -> None:
    await opens(town, name="花园装椅子", words=WORDS, end="4月24日")
    for person in (town.wang, town.chen, town.zhao):
        assert await _told(person, "有了项目1“花园装椅子”，计划4月24日（周五）完成")
    assert "🏗 项目1“花园装椅子”：刚提出来" in (await _wish(town)).text
    await until(town, "3-19")
    await money(town, "计划给多少", "政府", "2万")
    await money(town, "计划给多少", "居民", "3,000元")
    assert "可行性和花费核过了" in await on(town, "街道看过，花园放得下四把")
    assert "答复了1件心愿" in await on(town)
    await until(town, "3-22", 19)
    assert "📅 居委会李书记：答应4月24日（周五）前办好" in (await _wish(town)).text
    for person in (town.wang, town.chen, town.zhao):
        assert len(await _told(person, "居委会李书记答应4月24日（周五）前办好")) == 1
    assert (await _weeks(town))[-1].text.splitlines()[1:] == ["📅 定了日子", f"第1件 “{WORDS}”，4月24日（周五）前"]

    await until(town, "3-23")
    await money(town, "到位了多少", "政府", "2万")
    assert "钱到位了" in await on(town)
    await does(town, "加节点", "地面做好", "4月8日")
    await does(town, "加节点", "椅子到货", "4月16日")
    assert "正在做" in await on(town)
    assert "正在办" in (await view(town.liu)).text
    await until(town, "4-7")
    await progress(town, "40", milestone="地面做好", words="地面平好了", photos=2)
    assert "正在做，做到40%" in (await card(town)).text
    assert "⏳ 椅子到货，4月16日（周四）" in (await card(town)).text
    await until(town, "4-13")
    await town.bot_restarts()
    await until(town, "4-16")
    await progress(town, "90", milestone="椅子到货", words="四把都装上了", photos=1)
    assert "正在做，做到90%" in (await card(town)).text
    assert "到位20,000元" in (await card(town)).text
    assert await _in_group(town, "🏗 项目1“花园装椅子”到了一个节点") == [
        "🏗 项目1“花园装椅子”到了一个节点：地面做好。\n“地面平好了”",
        "🏗 项目1“花园装椅子”到了一个节点：椅子到货。\n“四把都装上了”",
    ]
    pictures = [each for each in await town.liu.reads(to=town.building3) if each.photo and "📰" not in each.text]
    assert len(pictures) == 3


async def _accepted(town: Estate) -> None:
    chair = town.chair
    await until(town, "4-20")
    assert "等验收" in await on(town)
    for person in (town.wang, town.chen, town.zhao):
        assert await _told(person, "请您验收")
        assert not await _told(person, "：等验收。"), "who is asked is told by the question, and by nothing else"
    await town.liu.does_not_see("请您验收")
    assert "还不能完工" in await on(town)
    await the_committee_accepts(town)
    await chair.presses("我方验收", to=town.staff, on=await chair.sees("等验收", to=town.staff))
    await chair.presses("验收通过", to=town.staff)
    await types(town, chair, "椅子稳，不挡路")
    await chair.photographs(to=town.staff, reply_to=await chair.last(to=town.staff))
    await chair.presses("好了", to=town.staff)
    await chair.presses("对", to=town.staff)
    for person in (town.wang, town.chen):
        await person.presses("验收通过", on=await person.sees("请您验收"))
    await until(town, "4-21")
    await town.secretary.sees("都验收通过了，可以完工", to=town.staff)
    await town.zhao.presses("验收通过", to=town.building3, on=await card(town))
    assert (await card(town)).text.splitlines()[-3:] == [
        "居委会验收：通过",
        "业委会验收：通过",
        "住户验收：请了3人、3人通过",
    ]
    assert "做好了" in await on(town)
    await town.world.advances(minutes=5)


async def _sent_back_once(town: Estate) -> None:
    shown = await _wish(town)
    assert "✅ 居委会李书记：办好了" in shown.text
    assert shown.labels[:4] == QUESTIONS
    assert shown.photo
    for person in (town.wang, town.chen, town.zhao):
        assert "您看呢，好了没有" in (await person.sees("第1件办好了")).text
    await until(town, "4-22")
    town.running.patience = timedelta(seconds=30)  # whoever thinks better of it has two minutes
    await town.wang.presses("好了", on=await town.wang.sees("您看呢"))
    await town.zhao.presses("好了", on=await town.zhao.sees("您看呢"))
    await _presses(town, town.chen, "还没好")
    await town.world.advances(minutes=10)
    assert "3人回话、2人说好了、1人说还没好" in (await _wish(town)).text
    await town.secretary.does_not_see("退回来了", to=town.staff)
    await _presses(town, town.zhao, "还没好")
    await town.bot_restarts()
    await town.world.advances(minutes=10)

    # Three working days from Wednesday.
    back = await town.secretary.sees("退回来了", to=town.staff)
    assert "第1件退回来了，请居委会4月27日（周一）前给大家一个准信" in back.text
    assert "1人说好了、2人说还没好" in back.text
    shown = await _wish(town)
    assert "说办好了，邻居说还没好，4月27日（周一）前再给回音" in shown.text
    assert not set(QUESTIONS) & set(shown.labels)
    await until(town, "4-23")
    for person in (town.wang, town.chen, town.zhao):
        assert "最晚4月27日（周一）给准信" in (await person.sees("第1件大家说还没好")).text

    await answers(town, town.foreman, "答应办", day="4月30日", words="有一把不稳，重新固定", about=f"“{WORDS}”")
    await town.world.advances(minutes=5)
    assert "📅 物业张师傅：答应4月30日（周四）前办好。有一把不稳，重新固定" in (await _wish(town)).text
    await until(town, "4-24")
    for person in (town.wang, town.chen, town.zhao):
        assert len(await _told(person, "物业张师傅答应4月30日（周四）前办好")) == 1


async def _found_good(town: Estate) -> None:
    await until(town, "4-29")
    await answers(town, town.foreman, "办好了", words="四把都固定好了", photo=True, about=f"“{WORDS}”")
    await town.world.advances(minutes=5)
    await until(town, "4-30")
    for person in (town.wang, town.chen, town.zhao):
        told = (await _told(person, "您看呢，好了没有"))[-1]
        assert "谢谢您开口，也谢谢物业张师傅。原话：“四把都固定好了”" in told.text
        assert told.photo
        await person.presses("好了", on=told)
    await town.wang.presses("说声谢谢", on=(await _told(town.wang, "您看呢，好了没有"))[-1])
    await _presses(town, town.liu, "说声谢谢")
    shown = (await _wish(town)).text
    assert "问了3人、通知到3人、3人回话、3人说好了" in shown
    assert "还没好" not in shown
    assert "2人道谢" in shown
    await until(town, "5-3", 19)
    before = (await _weeks(town))[-2].text.splitlines()  # it came back in that week: it is not told as done
    assert before == ["📰 3号楼这一周：没有新提的，没有办好的", "📅 定了日子", f"第1件 “{WORDS}”，4月30日（周四）前"]
    week = (await _weeks(town))[-1]
    assert week.photo
    assert week.text.splitlines() == [
        "📰 3号楼这一周：没有新提的，办好1件",
        "✅ 办好了",
        f"第1件 “{WORDS}”",
    ]


#: What came of it, in order: what the staff sees behind [more].
HISTORY = [
    "🗣 居委会李书记发起议事会，议到3月13日（周五）：“椅子装在门口还是花园？”",
    "📝 居委会李书记写了纪要：谈拢了",
    "🏗 项目1“花园装椅子”：刚提出来",
    "🏗 项目1“花园装椅子”：可行性和花费核过了",
    "📅 居委会李书记：答应4月24日（周五）前办好。花园装椅子",
    "🏗 项目1“花园装椅子”：定下来了",
    "🏗 项目1“花园装椅子”：钱到位了",
    "🏗 项目1“花园装椅子”：正在做",
    "🏗 项目1“花园装椅子”：等验收",
    "✅ 居委会李书记：办好了。花园装椅子",
    "🏗 项目1“花园装椅子”：做好了",
    "🔎 一位邻居说：好了",
    "🔎 一位邻居说：还没好",
    "🔎 一位邻居说：还没好",
    "↩️ 邻居说还没好，退回去办。",
    "📅 物业张师傅：答应4月30日（周四）前办好。有一把不稳，重新固定",
    "✅ 物业张师傅：办好了。四把都固定好了",
    "🔎 一位邻居说：好了",
    "🔎 一位邻居说：好了",
    "🔎 一位邻居说：好了",
]


async def test_a_wish_over_ten_weeks(town: Estate) -> None:
    sun, zhou = await town.world.person("孙大爷"), await town.world.person("周老师")
    for each in (sun, zhou):
        await each.joins(town.building3)
    for each in (town.secretary, town.foreman, town.chair):
        await each.starts()
    for each in (town.chen, town.liu, sun):
        await starts(each, town.building3)

    await _filed_and_doubted(town, [town.liu, sun, zhou])
    await _argued_through(town, sun)
    await _planned(town)
    await _built(town)
    await _accepted(town)
    await _sent_back_once(town)
    await _found_good(town)

    await until(town, "5-11")
    await town.secretary.presses("更多", to=town.staff, on=await _desk(town))
    history = (await town.secretary.last(to=town.staff)).text.splitlines()
    assert history[:2] == ["第1件的来龙去脉", "3月2日（周一）09:00 提的"]
    told = [each for each in history if each[0] in "🗣📝🏗📅✅🔎↩"]
    assert told == HISTORY
    # The group stayed quiet: a card, the argument and its minutes, the project and two milestones, four weeks told,
    # and the plan: listed, begun, done, sent back, done.
    said = [each for each in await town.liu.reads(to=town.building3) if each.sender == "邻愿" and each.text]
    assert len(said[3:]) == 15
    assert len(await _in_group(town, "📋 项目单有变化")) == 5
