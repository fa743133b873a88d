"""Files by chat: an office asks for its plan, ledger and registers on a phone; the command line writes the same."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from openpyxl import load_workbook

from simulator.client import Message
from tests.scenarios.broadcasting import ready, sends
from tests.scenarios.estate import Estate
from tests.scenarios.ledgered import writes
from tests.scenarios.placed import adds_building


async def _rows(town: Estate, message: Message) -> list[tuple[object, ...]]:
    sheet = load_workbook(io.BytesIO(await town.world.fetches(message.document or ""))).active
    return [tuple(row) for row in sheet.values]


async def test_an_office_takes_its_files_along(town: Estate) -> None:
    await ready(town)
    await town.chair.starts()
    await writes(town.chair, words="=1+1 电梯广告")
    await sends(town.secretary, "=HYPERLINK(0)", where="群里和私聊", asks=True)
    await town.secretary.says("/export")
    menu = await town.secretary.sees("要哪一份")
    assert menu.labels == ["项目单", "公开账本", "公告", "服务清单", "便民电话", "楼和网格", "上个月的小结"]
    files = {}
    for label in menu.labels:
        pressed = await town.secretary.presses(label, on=menu)
        assert "文件这就来" in pressed.text
        files[label] = (await town.secretary.reads())[-1]
        assert files[label].document_name.endswith(".xlsx")
    rows = await _rows(town, files["公告"])
    assert rows[3][:4] == ("号码", "日期", "谁发的", "哪一家")
    assert rows[4][0] == 1
    assert rows[4][2:7] == ("李书记", "居委会", "全小区", "群里和私聊", "=HYPERLINK(0)")
    assert rows[4][7:12] == (5, 5, 0, 0, "发完了")
    assert any("=1+1 电梯广告" in map(str, row) for row in await _rows(town, files["公开账本"]))
    sheet = load_workbook(io.BytesIO(await town.world.fetches(files["公告"].document or ""))).active
    assert sheet.cell(5, 7).data_type == "s", "words, no formula"
    assert sheet.cell(5, 7).quotePrefix


async def test_places_come_as_a_table_that_can_be_sent_back(town: Estate) -> None:
    await ready(town)
    await adds_building(town.secretary, "7号楼")
    await town.secretary.says("/export")
    await town.secretary.presses("楼和网格", on=await town.secretary.sees("要哪一份"))
    file = (await town.secretary.reads())[-1]
    assert "改好可以再发给我" in file.text
    assert ("楼栋", "7", None, None, None, "在用") in await _rows(town, file)
    content = await town.world.fetches(file.document or "")
    await town.secretary.sends_file("楼.xlsx", content, caption="/places")
    assert "都跟现在一样" in (await town.secretary.last()).text


async def test_the_report_is_of_the_last_whole_month_unless_other_days_are_chosen(town: Estate) -> None:
    await ready(town)
    await town.world.control("POST", "clock", {"set": datetime(2026, 4, 20, 2, tzinfo=UTC).isoformat()})
    await town.world.settle()
    await town.foreman.starts()
    await town.foreman.says("/export")
    menu = await town.foreman.sees("要哪一份")
    assert "楼和网格" not in menu.labels, "its tree of places is the committee's"
    await town.foreman.presses("上个月的小结", on=menu)
    file = (await town.foreman.reads())[-1]
    assert file.document_name == "wishwell-report-20260301-20260331.xlsx"
    assert "要看别的日子，发 /report" in file.text
    assert "3月1日（周日）到3月31日（周二） · 全小区" in str((await _rows(town, file))[1][0])


async def test_neighbours_have_no_such_menu_and_groups_of_buildings_neither(town: Estate) -> None:
    await ready(town)
    await town.liu.says("/export")
    assert "要哪一份" not in (await town.liu.reads())[-1].text
    await town.secretary.says("/export", to=town.building3)
    assert "跟我单独说" in (await town.secretary.reads(to=town.building3))[-1].text
    await town.foreman.says("/export", to=town.staff)
    assert "要哪一份" in (await town.foreman.reads(to=town.staff))[-1].text


async def test_in_english(town: Estate) -> None:
    await town.secretary.starts()
    await town.secretary.says("/language")
    await town.secretary.presses("English")
    await town.secretary.says("/export")
    menu = await town.secretary.sees("which one?")
    await town.secretary.presses("Services", on=menu)
    rows = await _rows(town, (await town.secretary.reads())[-1])
    assert rows[3][1] == "Name"
    await town.secretary.presses("Last month’s report", on=menu)
    report = (await town.secretary.reads())[-1]
    assert "For other days: /report" in report.text
    assert report.document_name == "wishwell-report-20260201-20260228.xlsx"
    await town.secretary.presses("Buildings and grids", on=menu)
    assert "Change it and send it back" in (await town.secretary.reads())[-1].text
