"""The report: of one estate, over a time and a place that are chosen; in words, as a picture, as a file."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

from openpyxl import Workbook, load_workbook
from PIL import Image

from simulator.client import Message, Person
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import answers, files, starts
from tests.scenarios.test_i3_p07_quiet_group import MATTERS

HEAD = "阳光小区 · 小结"
SPANS = ["最近30天", "这个月", "上个月", "这个季度", "今年", "开头到现在", "自己定哪几天"]


async def report(town: Estate, words: str = "", *, who: Person | None = None, head: str = HEAD) -> Message:
    """In the staff chat."""
    who = who or town.secretary
    await who.says(f"/report@{BOT} {words}".strip(), to=town.staff)
    return await newest(town, who, head=head)


async def newest(town: Estate, who: Person | None = None, *, head: str = HEAD) -> Message:
    who = who or town.secretary
    return [each for each in await who.reads(to=town.staff) if each.text.startswith(head)][-1]


async def comes(town: Estate, moment: datetime) -> None:
    await town.world.control("POST", "clock", {"set": moment.isoformat()})
    await town.world.settle()


def day(number: int, month: int = 3) -> datetime:
    """Ten in the morning in Shanghai."""
    return datetime(2026, month, number, 2, 0, tzinfo=UTC)


async def a_fortnight(town: Estate) -> None:
    """Six demands in buildings 3 and 5: five answered, one waiting, a promise kept, one missed and one to come."""
    await starts(town.chen, town.building3)
    for words in MATTERS[:4]:
        await files(town, town.wang, words)
    await files(town, town.liu, "3号楼2单元老人没人照应", how="只给居委会")
    await answers(town, town.foreman, "只答复", words="下周看看", about=MATTERS[0])
    await comes(town, day(4))
    await answers(town, town.foreman, "答应", day="3月6日", about=MATTERS[1])
    await answers(town, town.foreman, "答应", day="3月10日", about=MATTERS[2])
    await answers(town, town.secretary, "这次办不了", words="没有钱", about=MATTERS[3])
    await comes(town, day(6))
    await answers(town, town.foreman, "办好了", photo=True, about=MATTERS[1])
    await answers(town, town.secretary, "只答复", words="我们上门看看", about="老人没人照应")
    await files(town, town.emma, "5号楼1单元门禁坏了", group=town.building5, how="Post")
    await comes(town, day(12))


async def picture(town: Estate, told: Message) -> Image.Image:
    assert told.photo
    shown = Image.open(io.BytesIO(await town.world.fetches(told.photo)))
    shown.load()
    return shown


async def tables(town: Estate, told: Message) -> Workbook:
    pressed = await town.secretary.presses("📄 要表格文件", on=told, to=town.staff)
    assert "文件这就来" in (pressed.text or "")
    file = [each for each in await town.secretary.reads(to=town.staff) if each.document][-1]
    assert file.document_name.endswith(".xlsx")
    return load_workbook(io.BytesIO(await town.world.fetches(file.document or "")))


def rows(book: Workbook, sheet: str) -> dict[str, list[object]]:
    """By what stands in front of it."""
    found = [list(row) for row in book[sheet].iter_rows(min_row=5, values_only=True) if any(row)]
    return {str(row[0]): row[1:] for row in found}


# ---- what it says ---------------------------------------------------------------------------------------------------


async def test_it_counts_and_says_what_still_waits(town: Estate) -> None:
    await a_fortnight(town)
    told = await report(town)
    assert told.silent
    assert told.text.splitlines() == [
        HEAD,
        "2月11日（周三）到3月12日（周四） · 全小区",
        "提了6件：我想要6件",
        "没有替邻居提的。",
        "⏱ 头一次答复：5件，一半在2个工作日（2天）以内，九成在4个工作日（4天）以内。",
        "还在等的1件，最久的等了4个工作日（5天）。其中1件已经比那一半等得久。",
        "⏱ 定下来：5件，一半在2个工作日（2天）以内，九成在4个工作日（4天）以内。",
        "还在等的1件，最久的等了4个工作日（5天）。其中1件已经比那一半等得久。",
        "🤝 答应的日子：做到了1个、没做到1个。",
        "🔎 好没好：问了1件、1人，没人回话。",
        "👥 楼群里认得4位邻居，提过、按过的3位，能私下告诉的4位。没说过话、没按过的，机器人认不得。",
        "🔊 知道的2处楼道，处处有人提过。",
    ]
    assert "老人" not in told.text
    shown = [call.params for call in town.telegram.calls if call.method == "sendChatAction"]
    assert [each["action"] for each in shown if int(each["chat_id"]) == town.staff.id] == ["upload_photo"]
    assert told.labels == [*SPANS, "3号楼", "5号楼", "📄 要表格文件"]
    drawn = await picture(town, told)
    assert drawn.width == 1000
    assert drawn.height > 1000, "figures and bars"


async def test_of_a_building_and_of_another_time(town: Estate) -> None:
    await a_fortnight(town)
    told = await report(town)
    pressed = await town.secretary.presses("5号楼", on=told, to=town.staff)
    assert "这就来" in (pressed.text or "")
    of_five = await newest(town)
    assert of_five.text.splitlines()[1:6] == [
        "2月11日（周三）到3月12日（周四） · 5号楼",
        "提了1件：我想要1件",
        "没有替邻居提的。",
        "⏱ 头一次答复：还没有。",
        "还在等的1件，最久的等了4个工作日（5天）。",
    ]
    assert "🤝 这段时间没有答应过哪天。" in of_five.text
    assert of_five.labels == [*SPANS, "全小区", "3号楼", "📄 要表格文件"]
    assert of_five.id != told.id, "the one above stays as it was told"

    await town.secretary.presses("上个月", on=of_five, to=town.staff)
    before = await newest(town)
    assert before.text.splitlines()[1:3] == ["2月1日（周日）到2月28日（周六） · 5号楼", "没有人提过。"]
    assert "🔇 这段时间没人提过的1处：5号楼" in before.text
    assert before.photo
    await town.secretary.presses("全小区", on=before, to=town.staff)
    assert "🔇 这段时间没人提过的2处：3号楼、5号楼" in (await newest(town)).text

    assert "3月1日（周日）到3月12日（周四） · 3号楼" in (await report(town, "3号楼 这个月")).text
    assert "3月2日（周一）到3月4日（周三） · 全小区\n提了5件" in (await report(town, "3月2日到3月4日")).text
    assert "1月1日（周四）到3月12日（周四） · 全小区\n提了6件" in (await report(town, "一季度")).text
    assert "3月2日（周一）到3月12日（周四）" in (await report(town, "全部")).text, "from the first wish on"
    await town.secretary.says(f"/report@{BOT} 随便看看", to=town.staff)
    await town.secretary.sees("没看懂“随便看看”是什么时候、哪栋楼", to=town.staff)
    await town.secretary.says(f"/report@{BOT} 2027", to=town.staff)
    await town.secretary.sees("这几天还没到", to=town.staff)


async def test_days_of_ones_own_with_back_and_a_restart(town: Estate) -> None:
    await a_fortnight(town)
    chair = town.chair
    await chair.starts()
    await chair.says("/report 3号楼")
    await chair.presses("自己定哪几天", on=await chair.sees(HEAD))
    asked = await chair.sees("从哪天开始")
    assert asked.labels[:3] == ["3月1日（周日）", "2月1日（周日）", "1月1日（周四）"]
    await chair.says("以前")
    await chair.sees("没看懂“以前”是哪天")
    await chair.says("下周五")
    await chair.sees("这几天还没到")
    await chair.says("3月4日")
    await chair.sees("从3月4日（周三）开始，到哪天为止")
    await chair.presses("返回")
    await chair.says("3月2日")
    await town.bot_restarts()
    await chair.says("3月1日")
    await chair.sees("最后一天比头一天还早")
    await chair.says("3月3日")
    told = (await chair.reads())[-1]
    assert told.text.splitlines()[1] == "3月2日（周一）到3月3日（周二） · 3号楼"
    assert "提了4件：我想要4件" in told.text
    await chair.presses("自己定哪几天", on=told)
    await chair.presses("取消")
    assert HEAD not in (await chair.last()).text


async def test_few_are_no_percentages(town: Estate) -> None:
    for words in MATTERS[:2]:
        await files(town, town.wang, words)
    await answers(town, town.foreman, "只答复", words="下周看看", about=MATTERS[0])
    await comes(town, day(3))
    await answers(town, town.foreman, "办好了", photo=True, about=MATTERS[1])
    told = await report(town)
    assert "%" not in told.text
    assert "⏱ 头一次答复：2件，最快当天（不到1小时），最慢1个工作日（25小时）。" in told.text
    assert "一半" not in told.text
    await town.wang.presses("好了", on=await town.wang.sees(MATTERS[1], to=town.building3), to=town.building3)
    assert "🔎 好没好：问了1件、1人，1人回话：1人说好了。" in (await report(town)).text


async def test_what_was_withdrawn_before_an_answer_is_said(town: Estate) -> None:
    await files(town, town.wang, MATTERS[0])
    await town.wang.presses("撤回")
    await town.wang.presses("写错了")
    await town.wang.presses("对")
    told = await report(town)
    assert "⏱ 头一次答复：还没有。\n没等到就撤回、撤下的1件。" in told.text
    assert "还在等" not in told.text


# ---- the file -------------------------------------------------------------------------------------------------------


async def test_the_file_has_a_sheet_for_each_table(town: Estate) -> None:
    await a_fortnight(town)
    book = await tables(town, await report(town))
    assert book.sheetnames == [
        *("合计", "提的是什么", "哪一类", "关于什么", "在哪儿"),
        *("答应的日子", "好没好", "邻居", "没人提过的楼道", "替邻居提的"),
    ]
    assert rows(book, "合计")["合计"] == [6, 0, 5, 1, 0, 2, 4, 49, 97, 4, 5, 1, 0, 2, 4, 49, 97, 4]
    where = rows(book, "在哪儿")
    assert {name: where[name][:5] for name in ("3号楼", "5号楼", "没写哪栋楼")} == {
        "3号楼": [4, 0, 4, 0, 0],
        "5号楼": [1, 0, 0, 1, 0],
        "没写哪栋楼": [1, 0, 1, 0, 0],
    }
    assert where["3号楼"][5:9] == [None] * 4, "too few for percentiles"
    assert sum(int(str(row[0])) for row in list(rows(book, "关于什么").values())) == 6
    promised = rows(book, "答应的日子")
    assert promised["物业"][:3] == [1, 0, 1]
    assert promised["合计"][:3] == [1, 0, 1]
    assert rows(book, "好没好")["问了几人"][0] == 1
    assert rows(book, "邻居")["3号楼"] == [3, 2, 3]
    every = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert not [cell for cell in every if "老人" in cell or "王阿姨" in cell], "counted, never named"
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


# ---- who, where, in which language ----------------------------------------------------------------------------------


async def test_it_is_for_the_staff_and_of_their_estate_alone(town: Estate) -> None:
    await a_fortnight(town)
    told = await report(town)
    assert "河畔花园" not in told.text
    await town.chair.starts()
    await starts(town.liu, town.building3)
    await town.liu.says("/report")
    await town.liu.sees("这一步要居委会、物业、业委会或者群管理来做")
    await town.secretary.says(f"/report@{BOT}", to=town.building3)
    await town.secretary.sees("跟我单独说", to=town.building3)
    for forged in (
        *("report-see:month", "report-see:2026:all", "report-see:20260301-20260299:all", "report-see:month:"),
        *("report-see::all", "report-file:x:all", "report-file:20260301-20260302", f"report-see:month:{'3' * 41}"),
        *("report-days", "report-days:3:4"),
    ):
        assert "按钮" in (said := await forges(town, town.chair, forged)), (forged, said)
    assert "还没到" in await forges(town, town.chair, "report-see:20280301-20280302:all")
    for forged in ("report-see:month:all", "report-file:20260301-20260302:all", "report-days:all"):
        assert "这一步要" in await forges(town, town.liu, forged)


async def test_in_english_and_in_traditional_characters(town: Estate) -> None:
    await a_fortnight(town)
    await town.secretary.says(f"/language@{BOT} en", to=town.staff)
    told = await report(town, "this month", head="阳光小区 · report")
    assert told.text.splitlines()[1:] == [
        "Sun 1 March to Thu 12 March · the whole estate",
        "6 filed: 6 I want",
        "None of them for a neighbour.",
        "⏱ First answer: 5, half within 2 working days (2 days), nine of ten within 4 working days (4 days).",
        "1 still waits, the longest for 4 working days (5 days). 1 of these has waited longer than that half already.",
        "⏱ Decision: 5, half within 2 working days (2 days), nine of ten within 4 working days (4 days).",
        "1 still waits, the longest for 4 working days (5 days). 1 of these has waited longer than that half already.",
        "🤝 Promised days: 1 kept, 1 missed.",
        "🔎 Is it fixed? 1 asked about, 1 people asked, nobody answered.",
        "👥 4 neighbours are known in the groups; 3 filed or pressed something, 4 can be told in private. "
        "Who never said or pressed anything is unknown to the bot.",
        "🔊 Something came from each of the 2 stairwells that are known.",
    ]
    assert told.photo
    await town.secretary.says(f"/language@{BOT} zh-Hant", to=town.staff)
    told = await report(town, "上個月", head="阳光小区 · 小結")
    assert "沒有人提過。" in told.text
    assert "整個社區" in told.text or "全社區" in told.text


async def test_pictures_do_not_pile_up(town: Estate) -> None:
    await files(town, town.wang, MATTERS[0])
    for _ in range(3):
        await report(town)
        await town.world.advances(seconds=2)
    store = town.running.apps[0].store
    async with store.units.reading() as uow:
        assert len(await uow.reports.old_pictures("report:999999999999", limit=9)) == 3
    await comes(town, await town.world.now() + timedelta(days=4))
    async with store.units.reading() as uow:
        assert not await uow.reports.old_pictures("report:999999999999", limit=9)
