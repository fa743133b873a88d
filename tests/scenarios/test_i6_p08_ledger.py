"""The open ledger: written by the bodies, read by everybody, never changed, only corrected."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.ledgered import corrects, entry, ledger, readers, writes
from tests.scenarios.scenes import starts

# ---- writing and reading ---------------------------------------------------------------------------------------------


async def test_what_is_written_everybody_finds_with_its_totals(town: Estate) -> None:
    await readers(town)
    empty = await ledger(town.liu)
    assert "账本里还没有内容" in empty.text
    assert empty.labels == []
    done = await writes(town.chair)
    assert "公开了，第1条" in done.text
    await writes(
        town.chair, kind="支出", amount="3000.50", day="2025年12月30日", words="换电梯钢丝绳", category="维修资金"
    )
    await writes(
        town.secretary, kind="决定", category="居务", amount=None, day="今天", words="小广场晚上九点半以后不放音响"
    )
    await writes(town.secretary, kind="资产", category="活动", amount="0", day="昨天", words="旧乒乓球桌一张")
    shown = await ledger(town.liu)
    assert "阳光小区 · 公开账本 · 4条" in shown.text
    assert "收入12,000元 · 支出3,000.50元 · 结余8,999.50元" in shown.text
    rows = [line for line in shown.text.splitlines() if line.startswith("第")]
    assert [row.split(" · ")[0] for row in rows] == ["第3条", "第4条", "第1条", "第2条"], "the newest day first"
    assert "第1条 · 3月1日（周日） · 收入12,000元 · 公共收益 · 电梯广告第一季度" in rows
    assert rows[-1].startswith("第2条 · 2025年12月30日")
    opened = await town.liu.presses("第1条", on=shown)
    assert not opened.alert
    view = (await town.liu.reads())[-1]
    assert "收入 · 公共收益" in view.text
    assert "金额：12,000元" in view.text
    assert "“电梯广告第一季度”" in view.text
    assert "业委会钱主任公开，3月2日" in view.text
    assert view.labels == ["我想问这一条"]
    assert (await entry(town.chair, 1)).labels == ["我想问这一条", "更正"]
    assert (await entry(town.secretary, 1)).labels == ["我想问这一条"], "another body's"


async def test_it_is_filtered_by_year_category_and_words(town: Estate) -> None:
    await readers(town)
    await writes(town.chair)
    await writes(
        town.chair, kind="支出", amount="3000", day="2025年12月30日", words="换电梯钢丝绳", category="维修资金"
    )
    shown = await ledger(town.liu)
    assert {"✅ 全部年份", "2026年", "2025年", "✅ 全部分类", "公共收益", "维修资金"} <= set(shown.labels)
    await town.liu.presses("2025年", on=shown)
    shown = await town.liu.sees("公开账本")
    assert "2025年" in shown.text
    assert "支出3,000元 · 超支3,000元" in shown.text
    assert "第1条" not in shown.text
    await town.liu.presses("公共收益", on=shown)
    shown = await town.liu.sees("公开账本")
    assert "没有这样的" in shown.text
    await town.liu.presses("全部年份", on=shown)
    shown = await town.liu.sees("公开账本")
    assert "第1条" in shown.text
    assert "第2条" not in shown.text
    assert "分类：公共收益" in shown.text
    found = await ledger(town.liu, "钢丝绳")
    assert "带“钢丝绳”的" in found.text
    assert "第2条" in found.text
    assert "第1条" not in found.text
    assert "第2条" in (await ledger(town.liu, "2025 電梯")).text, "traditional characters too"
    assert "没有这样的" in (await ledger(town.liu, "2026 钢丝绳")).text
    assert "第1条" in (await ledger(town.liu, "2026年")).text
    of_fund = await ledger(town.liu, "2025 维修资金")
    assert "分类：维修资金" in of_fund.text, "a category by its name"
    assert "第2条" in of_fund.text
    assert "账本里没有第9条" in (await ledger(town.liu, "9")).text
    assert "字" in (await ledger(town.liu, "灯" * 61)).text


async def test_a_long_list_has_pages_also_of_what_was_looked_for(town: Estate) -> None:
    await readers(town)
    for number in range(1, 11):
        await writes(town.chair, words=f"广告位{number}", amount=str(number))
    shown = await ledger(town.liu, "广告")
    assert "第1页，共2页" in shown.text
    await town.liu.presses("下一页", on=shown)
    shown = await town.liu.sees("第2页，共2页")
    assert "带“广告”的" in shown.text
    assert "收入55元" in shown.text, "of all of them"
    assert len([line for line in shown.text.splitlines() if line.startswith("第") and "条" in line]) == 2
    await town.liu.presses("上一页", on=shown)
    await town.liu.sees("第1页，共2页")


async def test_in_a_group_it_stays_quiet_and_leads_to_the_private_chat(town: Estate) -> None:
    await readers(town)
    await writes(town.chair)
    before = len(await town.liu.reads(to=town.building3))
    assert len(await town.liu.reads(to=town.building3)) == before, "nothing is posted when something is written"
    shown = await ledger(town.zhao, to=town.building3)
    assert "第1条" in shown.text
    assert "/ledger 1" in shown.text
    assert "第1条" not in shown.labels
    assert shown.silent
    view = await ledger(town.zhao, "1", to=town.building3)
    assert view.labels == ["看单据、提问"]
    await town.zhao.presses("看单据、提问", on=view, to=town.building3)
    opened = (await town.zhao.reads())[-1]
    assert "电梯广告第一季度" in opened.text
    assert opened.labels == ["我想问这一条"]


# ---- writing: bad input, back, restart, twice ------------------------------------------------------------------------


async def test_back_cancel_bad_input_and_a_restart_in_the_middle(town: Estate) -> None:
    await readers(town)
    chair = town.chair
    await chair.says("/entry")
    await chair.presses("取消")
    await chair.says("/entry")
    await chair.says("赚的")
    await chair.presses("收入")
    await chair.presses("公共收益")
    await chair.says("很多")
    await chair.sees("读不出是多少钱")
    await chair.says("0")
    await chair.sees("收入和支出不能是0")
    await chair.says("1200")
    await chair.says("明天")
    await chair.sees("还没到的日子")
    await chair.says("1980年1月1日")
    await chair.sees("最早写到1990年")
    await town.bot_restarts()
    await chair.presses("返回")
    await chair.says("1300")
    await chair.says("12月30日")  # without a year: the last one
    await chair.says("字" * 1001)
    await chair.says("场地费")
    await chair.photographs(caption="收据")
    await chair.presses("好了")
    preview = await chair.sees("名义公开，对吗")
    assert "金额：1,300元" in preview.text
    assert "2025年12月30日" in preview.text
    assert "单据和照片：1份" in preview.text
    assert "谁也改不了" in preview.text
    await chair.presses("改金额")
    await chair.says("1400")
    await chair.presses("改种类")
    await chair.presses("决定")
    preview = await chair.sees("名义公开，对吗")
    assert "金额" not in preview.text
    await chair.presses("返回")
    preview = await chair.sees("名义公开，对吗")
    assert "金额：1,400元" in preview.text
    await chair.presses("对，照片里没有")
    assert "公开了，第1条" in (await chair.last()).text
    assert "收入1,400元" in (await ledger(town.liu)).text


async def test_pressed_twice_it_is_published_once(town: Estate) -> None:
    await readers(town)
    chair = town.chair
    await writes(chair)
    calls = [each for each in await chair.reads() if "公开了" in each.text]
    assert len(calls) == 1
    assert "已经说完了" in await forges(town, chair, "d:1:1:confirm:yes")
    assert "公开账本 · 1条" in (await ledger(town.liu)).text


async def test_who_may_not_write_and_where_it_cannot_be_written(town: Estate) -> None:
    await readers(town)
    for person in (town.liu, town.foreman):
        await person.starts()
        await person.says("/entry")
        assert "这一步要" in (await person.last()).text
    await town.chair.joins(town.building3)
    await town.chair.says("/entry", to=town.building3)
    assert "单独说" in (await town.chair.last(to=town.building3)).text
    await town.secretary.says("/entry", to=town.staff)
    await town.secretary.presses("决定", to=town.staff)
    asked = await town.secretary.last(to=town.staff)
    assert "归在居委会的哪一类" in asked.text
    assert "公共收益" not in asked.labels


# ---- correcting -----------------------------------------------------------------------------------------------------


async def test_a_mistake_is_corrected_by_a_new_entry_and_counts_no_more(town: Estate) -> None:
    await readers(town)
    await writes(town.chair)
    said = await corrects(town.chair, 1, "多写了一个零", 改金额="1200")
    assert "更正好了：第2条，代替第1条" in said
    shown = await ledger(town.liu)
    assert "公开账本 · 1条" in shown.text
    assert "收入1,200元" in shown.text
    assert "第1条 ·" not in shown.text
    old = await entry(town.liu, 1)
    assert "以第2条为准" in old.text
    assert "金额：12,000元" in old.text, "it says what it said"
    assert "更正" not in old.labels
    new = await entry(town.liu, 2)
    assert "更正第1条：“多写了一个零”" in new.text
    await town.liu.presses("更正的经过", on=new)
    history = (await town.liu.reads())[-1]
    assert "收入12,000元" in history.text
    assert "收入1,200元" in history.text
    assert "原因：“多写了一个零”" in history.text
    await town.liu.presses("看最新的", on=old)
    assert "第2条" in (await town.liu.last()).text
    refused = await forges(town, town.chair, "entry-correct:1")
    assert "第1条更正过了，请更正第2条" in refused
    assert "是业委会公开的" in await forges(town, town.secretary, "entry-correct:2")


async def test_two_who_correct_at_once_make_one_chain(town: Estate) -> None:
    await readers(town)
    await writes(town.secretary, kind="收入", category="公益金")
    view = await entry(town.secretary, 1)
    await town.secretary.presses("更正", on=view)
    await town.secretary.says("写错了")
    await town.secretary.presses("改金额")
    await town.secretary.says("5")
    staff_view = await ledger(town.secretary, "1", to=town.staff)
    await town.secretary.presses("更正", on=staff_view, to=town.staff)
    await town.secretary.says("少了", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("改金额", to=town.staff)
    await town.secretary.says("7", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("公开", to=town.staff)
    assert "第2条，代替第1条" in (await town.secretary.last(to=town.staff)).text
    pressed = await town.secretary.presses("公开")
    assert "请更正第2条" in (pressed.alert or "")
    assert "收入7元" in (await ledger(town.liu)).text


async def test_nothing_changed_is_no_correction_and_a_mistaken_entry_is_cancelled(town: Estate) -> None:
    await readers(town)
    await writes(town.chair)
    assert "没有什么可更正" in await corrects(town.chair, 1, "看看")
    await town.chair.presses("整条作废")
    preview = await town.chair.sees("整条作废，对吗")
    assert "原因：“看看”" in preview.text
    await town.chair.presses("对")
    assert "第1条作废了，写在第2条" in (await town.chair.last()).text
    shown = await ledger(town.liu)
    assert "✖️ 第2条" in shown.text
    assert "收入" not in shown.text
    assert "✖️ 这一条作废了，见第2条" in (await entry(town.liu, 1)).text
    assert "第1条作废：“看看”" in (await entry(town.liu, 2)).text
    await town.chair.presses("更正", on=await entry(town.chair, 2))
    await town.chair.says("没有弄错")
    await town.chair.says("12000")
    await town.chair.presses("公开")
    assert "第3条，代替第2条" in (await town.chair.last()).text
    assert "收入12,000元" in (await ledger(town.liu)).text


# ---- documents and the table ----------------------------------------------------------------------------------------


async def test_documents_and_photos_are_there_for_everybody(town: Estate) -> None:
    await readers(town)
    chair = town.chair
    for words in ("/entry", "支出", "维修资金", "860", "3月1日", "换门禁主板"):
        await chair.says(words)
    await chair.sends_file("合同 一.pdf", b"%PDF-1.4 contract", caption="合同")
    await chair.photographs()
    await chair.sends_file("发票.pdf", b"%PDF-1.4 bill")
    await chair.sees("收到3份，最多10份")
    await chair.presses("好了")
    await chair.presses("对，照片里没有")
    await chair.sees("公开了")
    view = await entry(town.liu, 1)
    assert "单据和照片：3份" in view.text
    pressed = await town.liu.presses("看单据（3份）", on=view)
    assert "这就来" in (pressed.text or "")
    told = (await town.liu.reads())[-3:]
    assert [bool(each.photo) for each in told] == [True, False, False]
    contract, bill = told[1], told[2]
    assert (contract.document_name, bill.document_name) == ("合同 一.pdf", "发票.pdf")
    assert await town.world.fetches(contract.document or "") == b"%PDF-1.4 contract"
    assert "第1条的单据" in bill.text


async def test_the_table_has_every_version_and_the_sums_of_those_that_stand(town: Estate) -> None:
    await readers(town)
    await writes(town.chair, words='=HYPERLINK("x")')
    await corrects(town.chair, 1, "+多了", 改金额="1200")
    await writes(town.chair, kind="支出", amount="200", words="灯管", category="维修资金")
    shown = await ledger(town.liu)
    await town.liu.presses("表格文件", on=shown)
    file = (await town.liu.reads())[-1]
    assert file.document_name == "wishwell-ledger-2026-03-02.xlsx"
    sheet = load_workbook(io.BytesIO(await town.world.fetches(file.document or ""))).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    head, first, second, third, total = rows
    assert head[:6] == ["编号", "日期", "种类", "分类", "金额", "内容"]
    assert (first[0], first[4], first[6], first[13]) == (1, 12000, None, 2)
    assert (second[0], second[4], second[6], second[12], second[14]) == (2, 1200, 1200, 1, "+多了")
    assert (third[2], third[3], third[7]) == ("支出", "维修资金", 200)
    assert (total[5], total[6], total[7]) == ("合计", 1200, 200)
    words = sheet.cell(5, 6)
    assert (words.value, words.data_type, words.quotePrefix) == ('=HYPERLINK("x")', "s", True)


# ---- in English, and from elsewhere ---------------------------------------------------------------------------------


async def test_it_reads_well_in_english(town: Estate) -> None:
    await readers(town)
    await starts(town.emma, town.building5)
    await town.chair.says("/language en")
    chair = town.chair
    for words in ("/entry", "expense", "repair fund", "1,200 yuan", "1 March", "New lift rope", "skip"):
        await chair.says(words)
    preview = await chair.sees("Publish this in the name of the owners’ committee?")
    assert "Once it is out nobody can change it" in preview.text
    await chair.presses("Publish")
    assert "Published as no. 1" in (await chair.last()).text
    shown = await ledger(town.emma)
    assert "阳光小区 · open ledger · 1 entry" in shown.text
    assert "Income 0 yuan · expenses 1,200 yuan · short by 1,200 yuan" in shown.text
    assert "No. 1 · Sun 1 March · expense 1,200 yuan · Repair fund · New lift rope" in shown.text
    view = await entry(town.emma, 1)
    assert "Published by 钱主任 for the owners’ committee" in view.text
    assert view.labels == ["Ask about it"]
    await town.emma.presses("Ask about it", on=view)
    await town.emma.says("Which firm?")
    await town.emma.presses("Without my name")
    assert "everybody can read it under no. 1" in (await town.emma.last()).text


async def test_another_estates_entries_cannot_be_opened(town: Estate) -> None:
    await readers(town)
    await writes(town.chair)
    await town.outsider.starts()
    for data in ("entry:1", "entry-see:1:files", "entry-see:1:history", "entry-ask:1", "entry-correct:1", "entry:404"):
        assert "没找到这一条" in await forges(town, town.outsider, data)
    await town.outsider.says("/ledger")
    assert "电梯广告" not in (await town.outsider.last()).text
    assert "收走了" in await forges(town, town.chair, "ledger-import:1:yes")
    assert "不认得" in await forges(town, town.liu, "ledger:x:all:0")
    assert "不认得" in await forges(town, town.liu, "ledger-file:2026:../x")
