"""Projects: from a wish to works that residents accept; stages, money, milestones, progress, one living card."""

from __future__ import annotations

from tests.scenarios.archive import project_before
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import files, starts
from tests.scenarios.works import approved, begun, card, does, money, on, opens, progress, under_way, view

# ---- opening --------------------------------------------------------------------------------------------------------


async def test_a_project_is_opened_for_a_wish_and_everybody_concerned_sees_it(town: Estate) -> None:
    await begun(town)
    shown = await card(town)
    assert "换走廊的灯（实事项目）" in shown.text
    assert "来自第1件" in shown.text
    assert "刚提出来" in shown.text
    assert "计划3月20日" in shown.text
    assert shown.labels == ["看这个项目"]
    await town.liu.sees("第1件，有了项目1“换走廊的灯”")
    await town.world.advances(hours=12)
    await town.wang.sees("有了项目1")
    await town.emma.does_not_see("项目1", to=town.building5)


async def test_back_cancel_bad_input_and_a_restart_in_the_middle(town: Estate) -> None:
    secretary = town.secretary
    await secretary.starts()
    await files(town, town.wang, "三楼走廊的灯坏了")
    await secretary.says("/projects")
    assert "还没有项目" in (await secretary.reads())[-1].text
    await secretary.says("/project")
    await secretary.presses("取消")
    await secretary.says("/project")
    await secretary.presses("自助项目（居民自己办）")
    await secretary.says("送餐")
    await secretary.says("不知道几号")
    await secretary.sees("里没有心愿的号码")
    await secretary.says("9")
    await secretary.says("火星")
    await secretary.sees("我不认得是哪栋楼")
    await town.bot_restarts()
    await secretary.says("整个小区")
    await secretary.says("4月30日")
    await secretary.says("独居老人")
    await secretary.says("很多很多")
    await secretary.sees("里要有数和单位")
    await secretary.says("每月送餐120份\n志愿者10名")
    await secretary.says("陈老师")
    await secretary.sees("没找到第9件")
    refused = await secretary.presses("对")
    assert "没找到第9件" in (refused.alert or "")
    for _ in range(6):
        await secretary.presses("返回")
    await secretary.says("1")
    for _ in range(5):
        await secretary.says("保留")
    await secretary.presses("对")
    shown = (await view(town, secretary)).text
    assert "送餐（自助项目）" in shown
    assert "整个小区" in shown
    assert "服务谁：独居老人" in shown
    assert "指标：每月送餐120份、志愿者10名" in shown
    assert "带的人：陈老师" in shown
    assert "自助项目" in (await town.chen.sees("送餐（自助项目）", to=town.building5)).text
    assert "已经说完了" in await forges(town, secretary, "d:1:1:confirm:yes")


async def test_residents_read_and_nobody_else_moves_a_project(town: Estate) -> None:
    await begun(town)
    await town.liu.says("/projects")
    listed = (await town.liu.reads())[-1]
    assert "阳光小区 · 项目 · 1个" in listed.text
    assert "项目1 换走廊的灯 · 刚提出来 · 下一步3月20日" in listed.text
    await town.liu.presses("项目1", on=listed)
    assert (await town.liu.reads())[-1].labels == []
    for person in (town.foreman, town.chair):
        await person.starts()
    for person in (town.liu, town.foreman, town.chair):
        await person.says("/project")
        assert "这一步要" in (await person.reads())[-1].text
        for data in ("project-do:1:on:proposed", "project-do:1:money", "project-do:1:history"):
            assert "这一步要" in await forges(town, person, data)
    assert await forges(town, town.secretary, "project-do:404:money") == "没找到这个项目。"
    assert "不认得" in await forges(town, town.secretary, "project-do:1:nothing")
    await town.outsider.starts()
    await town.outsider.says("/projects")
    assert "项目1" not in (await town.outsider.reads())[-1].text


# ---- stages ---------------------------------------------------------------------------------------------------------


async def test_approving_promises_the_wishes_and_what_is_missing_is_said(town: Estate) -> None:
    await begun(town)
    assert "还没记谁计划给多少钱" in await on(town)
    await money(town, "计划给多少", "政府", "12万")
    assert "可行性和花费核过了" in await on(town, "师傅看过，能做")
    said = await on(town)
    assert "定下来了" in said
    assert "答复了1件心愿" in said
    await town.world.settle()
    assert "居委会李书记" in (await card(town, "三楼走廊的灯坏了")).text
    await town.world.advances(hours=12)
    assert "3月20日" in (await town.chen.sees("换走廊的灯")).text
    promised = [each for each in await town.wang.reads() if "3月20日" in each.text]
    assert promised
    assert "还一笔没到位" in await on(town)
    await does(town, "退回一步", "业主有意见，再议")
    shown = await view(town, town.secretary)
    assert "可行性和花费核过了" in shown.text
    assert "原因：“业主有意见，再议”" in shown.text
    await town.secretary.presses("经过", on=shown)
    history = (await town.secretary.reads())[-1].text
    assert "居委会李书记：刚提出来" in history
    assert "“师傅看过，能做”" in history
    assert "“业主有意见，再议”" in history


async def test_an_old_button_and_a_second_press_move_nothing(town: Estate) -> None:
    await approved(town)
    assert "有人先动过了" in await forges(town, town.secretary, "project-do:1:on:proposed")
    assert "走不了" in await forges(town, town.secretary, "project-do:1:resume:approved")
    shown = await view(town, town.secretary)
    await town.secretary.presses("停下", on=shown)
    await town.secretary.says("没人接")
    await town.secretary.presses("对")
    assert "停下了" in (await card(town)).text
    assert "有人先动过了" in await forges(town, town.secretary, "project-do:1:stop:approved")
    await does(town, "接着办", "跳过")
    assert "刚提出来" in (await card(town)).text


async def test_another_end_is_promised_to_the_wishes_with_its_reason(town: Estate) -> None:
    await approved(town)
    await does(town, "改完成的日子", "4月10日", "灯具缺货")
    await town.world.settle()
    assert "4月10日" in (await card(town)).text
    assert "灯具缺货" in (await card(town)).text
    assert "4月10日" in (await card(town, "三楼走廊的灯坏了")).text


async def test_a_planned_end_that_passes_is_told_to_the_staff_once(town: Estate) -> None:
    await under_way(town)
    for _ in range(40):
        await town.world.advances(hours=12)
    late = [each for each in await town.secretary.reads(to=town.staff) if "已经过了" in each.text]
    assert len(late) == 1
    assert "项目1“换走廊的灯”原计划3月20日" in late[0].text
    assert "已经过了" in (await card(town)).text
    await town.bot_restarts()
    await town.world.advances(hours=24)
    late = [each for each in await town.secretary.reads(to=town.staff) if "已经过了" in each.text]
    assert len(late) == 1


# ---- money ----------------------------------------------------------------------------------------------------------


async def test_money_by_source_planned_received_and_corrected(town: Estate) -> None:
    await begun(town)
    secretary = town.secretary
    await money(town, "计划给多少", "政府", "12万")
    await money(town, "计划给多少", "居民", "3,000.50元")
    await money(town, "到位了多少", "政府", "5万")
    await money(town, "到位了多少", "政府", "5000")
    shown = (await view(town, town.liu)).text
    assert "计划123,000.50元，到位55,000元" in shown
    assert "政府：计划120,000元，到位55,000元" in shown
    assert "居民：计划3,000.50元，到位0元" in shown
    await money(town, "到位的记错了，更正", "政府", "50,500", "多记了一笔")
    assert "到位50,500元" in (await card(town)).text
    await secretary.presses("记钱", on=await view(town, secretary))
    await secretary.presses("计划给多少")
    await secretary.presses("企业")
    for nonsense in ("很多", "-5", "3.14159元", "12,34", "1万亿个亿"):
        await secretary.says(nonsense)
        assert "多少钱" in (await secretary.reads())[-1].text or "太大" in (await secretary.reads())[-1].text
    await secretary.presses("取消")
    assert "企业" not in (await view(town, secretary)).text


# ---- progress -------------------------------------------------------------------------------------------------------


async def test_progress_edits_one_card_and_a_milestone_is_posted_once_with_photos(town: Estate) -> None:
    await under_way(town)
    await does(town, "加节点", "灯具到货", "3月9日")
    assert "灯具到货" in (await card(town)).text
    before = len(await town.liu.reads(to=town.building3))
    await progress(town, "40", milestone="没到节点", words="装好两层")
    shown = await card(town)
    assert "做到40%" in shown.text
    assert "“装好两层”" in shown.text
    assert len(await town.liu.reads(to=town.building3)) == before, "the card is edited, nothing else is said"
    await progress(town, "60%", milestone="灯具到货", words="都到了", photos=3)
    posts = [each for each in await town.liu.reads(to=town.building3) if "到了一个节点" in each.text]
    assert len(posts) == 1
    assert "灯具到货" in posts[0].text
    assert "✅ 灯具到货" in (await view(town, town.liu)).text
    secretary = town.secretary
    await secretary.says("/progress")
    await secretary.says("50")
    await secretary.sees("为什么少了")
    await secretary.says("返工")
    await secretary.says("跳过")
    await secretary.says("跳过")
    await secretary.presses("对")
    shown = await card(town)
    assert "做到50%" in shown.text
    assert "少了的原因：“返工”" in shown.text
    await secretary.says("/progress")
    await secretary.says("一半多")
    await secretary.sees("不是0到100的数")
    await secretary.says("取消")


# ---- wishes that come later, groups, pages -------------------------------------------------------------------------


async def test_wishes_are_linked_later_and_promised_and_their_cards_name_the_project(town: Estate) -> None:
    await approved(town)
    await files(town, town.liu, "二楼的灯也坏了")
    await does(town, "改心愿", "1、2")
    await town.world.settle()
    assert "来自第1件、第2件" in (await card(town)).text
    second = (await card(town, "二楼的灯也坏了")).text
    assert "项目1“换走廊的灯”：定下来了" in second
    assert "3月20日" in second
    await does(town, "改心愿", "2")
    assert "来自第2件" in (await card(town)).text
    assert "项目1" not in (await card(town, "三楼走廊的灯坏了")).text


async def test_a_wish_for_the_committee_alone_is_on_no_card(town: Estate) -> None:
    await town.secretary.starts()
    await starts(town.liu, town.building3)
    await files(town, town.wang, "独自在家，想有人来看看", how="只给居委会")
    await opens(town, wishes=None)
    await does(town, "改心愿", "1")
    assert "来自" not in (await card(town)).text
    assert "来自第1件" in (await view(town, town.secretary)).text
    assert "来自" not in (await view(town, town.liu)).text


async def test_the_card_waits_for_a_group_that_the_bot_is_not_in(town: Estate) -> None:
    await begun(town)
    await town.secretary.removes_bot(town.building3)
    await money(town, "计划给多少", "政府", "12万")
    assert "120,000元" in (await view(town, town.secretary)).text
    await town.secretary.adds_bot(town.building3)
    assert "120,000元" in [each for each in await town.liu.reads(to=town.building3) if "项目1：" in each.text][-1].text


async def test_projects_are_listed_in_pages(town: Estate) -> None:
    await starts(town.liu, town.building3)
    for _ in range(9):
        await project_before(town)
    await town.liu.says("/projects")
    listed = (await town.liu.reads())[-1]
    assert "项目 · 9个" in listed.text
    assert "项目9" in listed.text
    assert "项目1 " not in listed.text
    label = next(each for each in listed.labels if "下一页" in each)
    await town.liu.presses(label, on=listed)
    assert "项目1 " in (await town.liu.reads())[-1].text


# ---- English --------------------------------------------------------------------------------------------------------


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.presses("Cancel")
    secretary = town.secretary
    await secretary.starts()
    await secretary.says("/language en")
    await secretary.says("/project")
    await secretary.presses("Building works")
    await secretary.says("Ramp at the gate")
    await secretary.presses("Skip")
    await secretary.says("building 5")
    await secretary.says("March 20")
    await secretary.presses("Yes")
    await secretary.says("/project 1")
    await secretary.presses("Note money", on=await secretary.last())
    await secretary.presses("How much is planned")
    await secretary.presses("enterprises")
    await secretary.says("3,000.50 yuan")
    await secretary.presses("Skip")
    await secretary.presses("Yes")
    await town.emma.says("/projects 1")
    shown = (await town.emma.reads())[-1].text
    assert "Ramp at the gate (building works)" in shown
    assert "enterprises: planned 3,000.50 yuan, received 0 yuan" in shown
    assert "Planned to be done by" in shown
    assert "Building 5" in (await town.emma.sees("Ramp at the gate", to=town.building5)).text
