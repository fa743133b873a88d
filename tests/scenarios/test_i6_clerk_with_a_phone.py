"""A clerk has nothing but a phone: 300 units, a ledger, a notice to one building, and the month as files."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook, load_workbook

from simulator.client import Message, Person
from tests.scenarios.broadcasting import WORDS, told
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import files, starts
from tests.scenarios.test_i6_p02_places_in_files import UNITS

MONTH = [
    ["日期", "种类", "分类", "金额", "内容"],
    [date(2026, 3, 1), "收入", "公益金", 8000, "街道拨的公益金"],
    ["3月2日", "支出", "活动", "1,250.50", "=元宵节灯笼"],
    ["2月28日", "决定", "居务", None, "五号楼前加两盏路灯"],
    ["3月32日", "支出", "活动", 10, "日子写错的一行"],
]
MONTH_IN_ENGLISH = [
    ["Date", "Kind", "Category", "Amount", "Words"],
    ["2026-03-01", "income", "public-welfare money", 8000, "From the sub-district"],
    ["2026-03-02", "expense", "activities", 1250.5, "Lanterns"],
]


def _xlsx(rows: list[list[object]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if str(cell.value).startswith("=") else cell.data_type
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


async def _file(town: Estate, clerk: Person, message: Message | None = None) -> Workbook:
    """Of the newest message, unless told otherwise."""
    told_last = message or [each for each in await clerk.reads() if each.document][-1]
    assert told_last.document_name.endswith(".xlsx")
    return load_workbook(io.BytesIO(await town.world.fetches(told_last.document or "")))


def _cells(book: Workbook) -> list[object]:
    return [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]


async def test_a_clerk_with_nothing_but_a_phone_runs_the_month(town: Estate) -> None:
    clerk = town.secretary
    await clerk.starts()
    await starts(town.liu, town.building3)
    await starts(town.emma, town.building5)
    await files(town, town.liu, "3号楼走廊的灯坏了")

    await clerk.sends_file("住户.csv", UNITS.encode("gb18030"))
    look = await clerk.sees("“住户.csv”看过了")
    assert "➕ 要加：3栋楼、10个单元、300户、2个网格" in look.text
    await clerk.presses("导入", on=look)
    assert any("加了315个" in each.text for each in await clerk.reads())

    await clerk.sends_file("三月.xlsx", _xlsx(MONTH))
    look = await clerk.sees("“三月.xlsx”")
    assert "可以公开的有3条" in look.text
    assert "表里第5行不行：" in look.text
    assert "“3月32日”" in look.text
    assert "账本里还没有内容" in await _ledger(town.liu), "nothing is public before it is confirmed"
    await clerk.presses("公开这3条", on=look)
    await clerk.sees("公开账本多了3条")
    assert "公开账本 · 3条" in await _ledger(town.liu)
    assert "收入8,000元 · 支出1,250.50元" in await _ledger(town.liu)

    await clerk.says("/broadcast")
    await clerk.says(WORDS)
    await clerk.presses("几栋楼")
    await clerk.presses("3")
    await clerk.presses("好了")
    await clerk.presses("群里和私聊")
    look = await clerk.sees("发给")
    assert "发给：3号楼 · 群里和私聊" in look.text
    await clerk.presses("发出去", on=look)
    assert len(await told(town.liu, to=town.building3)) == 1
    await town.liu.sees(WORDS)
    assert await told(town.emma, to=town.building5) == []
    assert await told(town.emma) == []

    await clerk.says("/export")
    menu = await clerk.sees("要哪一份")
    of_month = {}
    for label in menu.labels:
        await clerk.presses(label, on=menu)
        of_month[label] = _cells(await _file(town, clerk))
    assert WORDS in of_month["公告"]
    assert "3号楼" in of_month["公告"]
    assert "=元宵节灯笼" in of_month["公开账本"]
    book = await _ledger_table(town, clerk)
    (lantern,) = [cell for row in book.active.iter_rows() for cell in row if cell.value == "=元宵节灯笼"]
    assert (lantern.data_type, lantern.quotePrefix) == ("s", True), "words, no formula"

    await clerk.says("/report 这个月")
    await clerk.presses("📄 要表格文件", on=await clerk.sees("阳光小区 · 小结"))
    report = _cells(await _file(town, clerk))
    assert any("3月1日" in str(each) for each in report)
    assert any("我想要" in str(each) for each in report)


async def test_in_english(town: Estate) -> None:
    clerk = town.secretary
    await clerk.starts()
    await clerk.says("/language en")
    await starts(town.emma, town.building5)
    await clerk.sends_file("units.csv", UNITS.encode())
    look = await clerk.sees("I have looked at “units.csv”")
    assert "300 households" in look.text
    await clerk.presses("Take it over", on=look)
    await clerk.sends_file("march.xlsx", _xlsx(MONTH_IN_ENGLISH))
    look = await clerk.sees("“march.xlsx”: 2 entries can be published")
    await clerk.presses("Publish 2 entries", on=look)
    await clerk.sees("2 entries more")
    await clerk.says("/broadcast")
    await clerk.says("No water on Tuesday")
    await clerk.presses("Some buildings")
    await clerk.presses("5")
    await clerk.presses("Done")
    await clerk.presses("In the groups")
    await clerk.presses("Send")
    assert len(await told(town.emma, "No water on Tuesday", to=town.building5)) == 1
    assert await told(town.liu, "No water on Tuesday", to=town.building3) == []
    await clerk.says("/export")
    menu = await clerk.sees("which one?")
    await clerk.presses("Open ledger", on=menu)
    assert "Lanterns" in _cells(await _file(town, clerk))
    await clerk.says("/report this month")
    await clerk.presses("📄 As a file", on=await clerk.sees("阳光小区 · report"))
    assert any("1 March" in str(each) for each in _cells(await _file(town, clerk)))


async def _ledger(person: Person) -> str:
    await person.says("/ledger")
    return (await person.last()).text


async def _ledger_table(town: Estate, clerk: Person) -> Workbook:
    await clerk.says("/ledger")
    await clerk.presses("表格", on=await clerk.last())
    return await _file(town, clerk)
