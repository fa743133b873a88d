"""Many entries at once: a table sent by an officer is looked at first, then published, once."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook, load_workbook

from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.ledgered import ledger, readers, writes

HEAD = "日期,种类,分类,金额,内容\n"
ROWS = (
    "2026-03-01,收入,公共收益,1200,电梯广告",
    '2026/2/3,支出,维修资金,"3,000.50",换钢丝绳',
    "2月1日,决定,业主大会,,选新一届",
)
GOOD = HEAD + "\n".join(ROWS)


async def test_a_table_is_looked_at_and_published_once(town: Estate) -> None:
    await readers(town)
    await town.chair.sends_file("三月.csv", GOOD.encode("utf-8-sig"))
    look = await town.chair.sees("可以公开的有3条")
    assert "还什么都没公开" in look.text
    assert "· 3月1日（周日） · 收入1,200元 · 公共收益 · 电梯广告" in look.text
    assert "收入1,200元 · 支出3,000.50元 · 超支1,800.50元" in look.text
    assert "账本里还没有内容" in (await ledger(town.liu)).text
    await town.bot_restarts()
    await town.chair.presses("公开这3条", on=look)
    done = await town.chair.sees("公开账本多了3条")
    assert "第1条到第3条" in done.text
    shown = await ledger(town.liu)
    assert "公开账本 · 3条" in shown.text
    assert "支出3,000.50元" in shown.text
    assert "收走了" in await forges(town, town.chair, "ledger-import:1:yes")
    assert "公开账本 · 3条" in (await ledger(town.liu)).text
    await town.chair.sends_file("三月.csv", GOOD.encode("utf-8-sig"))
    look = await town.chair.sees("可以公开的有3条")
    assert "有3条跟账本里已有的一样" in look.text
    await town.chair.presses("先不公开", on=look)
    await town.chair.sees("这张表没有公开")
    assert "收走了" in await forges(town, town.chair, "ledger-import:2:yes")
    assert "公开账本 · 3条" in (await ledger(town.liu)).text


async def test_bad_rows_are_named_with_their_number_and_reason(town: Estate) -> None:
    await readers(town)
    rows = (
        "2026-03-01,收入,公共收益,1200,好的一行",
        "2026-03-09,收入,公共收益,1200,还没到",
        "2026-03-01,赚的,公共收益,1200,种类不对",
        "",
        "2026-03-01,收入,公益金,1200,别家的分类",
        "2026-03-01,收入,公共收益,很多,金额不对",
        "2026-03-01,收入,公共收益,,没写金额",
        "2026-03-01,决定,业主大会,5,决定带了金额",
        "不知道,收入,公共收益,5,日子不对",
        "2026-03-01,收入,公共收益,5,",
    )
    await town.chair.sends_file("三月.csv", (HEAD + "\n".join(rows)).encode("gb18030"))
    look = await town.chair.sees("可以公开的有1条")
    for row, why in (
        *((3, "还没到的日子"), (4, "“赚的”不是收入"), (6, "没有“公益金”这一类"), (7, "“很多”我读不出是多少钱")),
        *((8, "收入、支出、资产都要写金额"), (9, "决定不写金额"), (10, ""), (11, "")),
    ):
        assert f"表里第{row}行不行：\n{why}" in look.text, row
    assert "表里第2行" not in look.text
    assert "表里第5行" not in look.text, "an empty one"
    assert "您可以公开的分类：公共收益、维修资金、业主大会、其他。" in look.text
    assert "不行的8行会略过" in look.text
    await town.chair.presses("公开这1条", on=look)
    await town.chair.sees("多了1条：第1条")
    await town.chair.sends_file("坏的.csv", (HEAD + rows[1]).encode())
    look = await town.chair.sees("可以公开的有0条")
    assert "改好再发来就行" in look.text
    assert look.labels == []


async def test_files_that_are_no_tables_get_a_clear_answer(town: Estate) -> None:
    await readers(town)
    chair = town.chair
    for name, content, why in (
        ("一.csv", b"\xff\xfe\x00", "我读不出这个文件"),
        ("二.xlsx", b"PK\x03\x04 broken", "我读不出这个文件"),
        ("三.xlsx", GOOD.encode(), "我读不出这个文件"),
        ("四.csv", "日期,内容\n2026-03-01,广告\n".encode(), "还缺：种类、分类"),
        ("五.csv", HEAD.encode(), "表里没有内容"),
        ("六.csv", b" ", "表里没有内容"),
        ("七.csv", (HEAD + "2026-03-01,收入,公共收益,1,灯\n" * 201).encode(), "一次最多200行"),
    ):
        await chair.sends_file(name, content)
        said = (await chair.last()).text
        assert why in said, name
        assert f"“{name}”用不了" in said
    assert "账本里还没有内容" in (await ledger(town.liu)).text


async def test_an_xlsx_from_a_spreadsheet_and_the_ledgers_own_table(town: Estate) -> None:
    await readers(town)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "Kind", "Category", "Amount", "Words"])
    sheet.append([date(2026, 3, 1), "Income", "Common income", 1200.5, "Lift advertisement"])
    sheet.append(["2026-02-03", "expense", "repair fund", 3000, "=1+1"])
    kept = io.BytesIO()
    book.save(kept)
    await town.chair.says("/language en")
    await town.chair.sends_file("march.xlsx", kept.getvalue())
    look = await town.chair.sees("“march.xlsx”: 1 entry can be published")
    assert "Row 3 of the table cannot be used" in look.text, "a formula without a value says nothing"
    await town.chair.presses("Publish 1 entry", on=look)
    await town.chair.sees("1 entry more: no. 1")
    shown = await ledger(town.chair)
    await town.chair.presses("Table", on=shown)
    file = (await town.chair.reads())[-1]
    content = await town.world.fetches(file.document or "")
    own = load_workbook(io.BytesIO(content))
    assert own.active is not None
    own.active.delete_rows(1, 3)  # the title above the head
    own.active.delete_rows(own.active.max_row)  # the sums
    again = io.BytesIO()
    own.save(again)
    await town.chair.sends_file("again.xlsx", again.getvalue())
    look = await town.chair.sees("“again.xlsx”: 1 entry can be published")
    assert "says what an entry of the ledger says already" in look.text


async def test_who_sends_a_table_and_where(town: Estate) -> None:
    await readers(town)
    await town.liu.sends_file("三月.csv", GOOD.encode())
    assert "可以公开" not in (await town.liu.last()).text
    assert "看不懂" in (await town.liu.last()).text, "as with any other file"
    await town.liu.sends_file("三月.csv", GOOD.encode(), caption="三楼走廊的灯坏了")
    assert "这样写对吗" in (await town.liu.sees("这样写对吗")).text
    await town.liu.says("/cancel")
    await town.chair.sends_file("三月.csv", GOOD.encode(), to=town.staff, caption="/entry@wishwell_bot")
    look = await town.chair.sees("可以公开的有3条", to=town.staff)
    refused = await town.secretary.presses("公开这3条", on=look, to=town.staff)
    assert "收走了" in (refused.alert or ""), "somebody else's"
    await town.chair.presses("公开这3条", on=look, to=town.staff)
    await town.chair.sees("多了3条", to=town.staff)
    await town.chair.sends_file("合同.pdf", b"%PDF", caption="/entry")
    assert "我读不出这个文件" in (await town.chair.last()).text
    await town.chair.sends_file("合同.pdf", b"%PDF")
    assert "看不懂" in (await town.chair.last()).text


async def test_a_table_that_does_not_arrive_is_said_so_and_one_nobody_publishes_is_forgotten(town: Estate) -> None:
    await readers(town)
    await town.world.fails("getFile", "500", times=30)
    await town.chair.sends_file("三月.csv", GOOD.encode())
    await town.chair.sees("收到“三月.csv”，我看一看")
    await town.world.advances(minutes=11)
    assert "一直没有拿到，请再发一次" in (await town.chair.last()).text
    await town.world.forgets_faults()
    await town.chair.sends_file("三月.csv", GOOD.encode())
    look = await town.chair.sees("可以公开的有3条")
    await town.world.advances(hours=25)
    refused = await town.chair.presses("公开这3条", on=look)
    assert "收走了" in (refused.alert or "")
    await writes(town.chair)
    assert "公开账本 · 1条" in (await ledger(town.liu)).text


async def test_whom_to_call_comes_first_also_beside_a_file(town: Estate) -> None:
    await readers(town)
    for words in ("/entry", "收入", "公共收益", "5", "今天", "场地费"):
        await town.chair.says(words)
    await town.chair.sends_file("单据.pdf", b"%PDF", caption="三楼着火了")
    assert await town.chair.sees("119")
    await town.chair.sees("收到1份，最多10份")
    await town.chair.presses("好了")
    await town.chair.presses("公开")
    await town.chair.sees("公开了，第1条")
