"""Who moderates here; who had which role when; what the staff did; whoever audits reads it all and changes nothing."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from tests.scenarios import broadcasting, deliberating, listed
from tests.scenarios.appointed import appoints, gives, link_in, takes
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files, starts


async def test_moderators_are_named_to_neighbours_once_they_agreed(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await town.liu.says("/moderators")
    await town.liu.sees("还没有请谁做群管理")
    await appoints(town, town.chen, "居民群管理", name="陈师傅")
    await town.liu.says("/moderators")
    shown = (await town.liu.reads())[-1].text
    assert "还有1位，没留名字" in shown
    assert "陈师傅" not in shown
    pressed = await town.chen.presses("名单上写我的名字")
    assert "看得到您的名字" in (pressed.alert or "")
    await town.liu.says("/moderators")
    assert "居民群管理 陈师傅" in (await town.liu.reads())[-1].text
    await town.chen.says("/mine")
    await town.chen.presses("我的角色")
    await town.chen.presses("名单上不写我的名字")
    await town.liu.says("/moderators")
    assert "陈师傅" not in (await town.liu.reads())[-1].text
    await town.outsider.starts()
    await town.outsider.says("/moderators")
    await town.outsider.sees("不知道您住哪栋楼")


async def test_a_moderator_folds_and_restores_and_opens_a_deliberation_but_answers_no_wish(town: Estate) -> None:
    await appoints(town, town.chen, "居民群管理", name="陈师傅")
    await files(town, town.wang, "三楼走廊灯坏了")
    await town.chen.says("/queue")
    await town.chen.presses("第1件")
    card = (await town.chen.reads())[-1]
    refused = await town.chen.presses("答复", on=card)
    assert "您这边按不了" in (refused.alert or "")
    await town.chen.presses("更多", on=card)
    await town.chen.presses("发起商议")
    await town.chen.sees("第1件，怎么商议？")
    await town.chen.says("取消")
    for _ in range(2):
        await town.chen.presses("有问题", to=town.building3)
        await town.world.advances(seconds=3)
    await town.chen.says("/wish 1")
    folded = (await town.chen.reads())[-1]
    await town.chen.presses("恢复", on=folded)
    await town.chen.presses("对")
    await town.liu.sees("三楼走廊灯坏了", to=town.building3)
    assert "等核对" not in (await town.liu.sees("三楼走廊灯坏了", to=town.building3)).text


async def test_the_agenda_of_the_month_goes_to_resident_moderators_as_well(town: Estate) -> None:
    await appoints(town, town.chen, "居民群管理", name="陈师傅")
    await files(town, town.wang, "想要一个晾衣架")
    await town.world.advances(days=32)
    await town.chen.sees("🗂")
    await town.liu.does_not_see("🗂")


async def test_the_audit_shows_who_got_had_and_lost_which_role_and_what_the_staff_did(town: Estate) -> None:
    sun = await town.world.person("孙强")
    await appoints(town, sun, "物业", name="小孙")
    await gives(town.secretary, "志愿者", who="发一个链接", name="刘敏")
    await town.liu.follows(await link_in(town.secretary))
    await town.liu.presses("不了")
    await town.liu.sees("好，不做志愿者")
    await files(town, town.wang, "三楼走廊灯坏了")
    await answers(town, town.foreman, "答应办", day="3月6日")
    await takes(town.secretary, "小孙", "换了班")
    await town.secretary.says("/audit")
    roles = (await town.secretary.reads())[-1]
    lines = [line for line in roles.text.splitlines() if line.startswith("3月")]
    assert [line.split(" ", 2)[-1] for line in lines] == [
        "李书记拿掉了小孙的物业",
        "刘敏不做志愿者",
        "李书记请刘敏做志愿者",
        "小孙答应做物业",
        "李书记请小孙做物业",
    ]
    assert "原因：换了班" in roles.text
    await town.secretary.presses("看做了什么", on=roles)
    acts = (await town.secretary.reads())[-1].text
    assert "物业张师傅：第1件，答应了日子" in acts
    await town.secretary.presses("下载表格")
    sent = await town.secretary.sees("谁有过什么角色，工作人员做了什么。")
    sheet = load_workbook(io.BytesIO(await town.world.fetches(sent.document or ""))).active
    assert sheet is not None
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert [row[2] for row in rows][-1] == f"一共{len(rows) - 1}条"
    assert any(row[2:7] == ["拿掉", "李书记", "物业", "小孙", "换了班"] for row in rows)
    assert any(row[2:5] == ["第1件，答应了日子", "张师傅", "物业"] for row in rows)
    await starts(town.liu, town.building3)
    await town.foreman.starts()
    for person in (town.foreman, town.liu):
        await person.says("/audit")
        await person.sees("您这边按不了")


async def test_an_auditor_reads_all_and_changes_nothing(town: Estate) -> None:
    auditor = await town.world.person("审计")
    await appoints(town, auditor, "监督员", name="周会计")
    await files(town, town.wang, "帮我领血压药", how="只给居委会")
    await auditor.says("/queue")
    await auditor.presses("第1件")
    card = await auditor.sees("帮我领血压药")
    for label in ("我来办", "答复"):
        refused = await auditor.presses(label, on=card)
        assert "您这边按不了" in (refused.alert or ""), label
    await auditor.says("/audit")
    await auditor.sees("周会计答应做监督员")
    await auditor.says("/want 走廊要扫一扫")
    await auditor.sees("不知道您住哪栋楼")


async def test_at_night_nobody_is_woken_and_in_the_morning_they_are_asked(town: Estate) -> None:
    mei = await town.world.person("陈梅", username="chenmei")
    await mei.joins(town.building3)
    await starts(mei, town.building3)
    await town.secretary.starts()
    await town.world.advances(hours=14)  # 23:00
    await gives(town.secretary, "志愿者", who="@chenmei", name="陈姐")
    await town.secretary.sees("明早我问陈姐")
    await mei.does_not_see("想请您做")
    await town.world.advances(hours=9)
    await mei.sees("想请您做阳光小区的志愿者")
    await mei.presses("我愿意")
    await town.secretary.sees("陈姐答应做志愿者了")
    await town.world.advances(hours=15)
    await takes(town.secretary, "陈姐")
    await mei.says("/for")
    await mei.sees("您这边按不了")
    await mei.does_not_see("请您先歇一歇")
    await town.world.advances(hours=9)
    await mei.sees("请您先歇一歇")


async def test_an_offer_taken_back_before_the_morning_is_told_to_nobody(town: Estate) -> None:
    mei = await town.world.person("陈梅", username="chenmei")
    await mei.joins(town.building3)
    await starts(mei, town.building3)
    await town.secretary.starts()
    await town.world.advances(hours=14)
    await gives(town.secretary, "志愿者", who="@chenmei", name="陈姐")
    await takes(town.secretary, "陈姐", label="收回")
    await town.secretary.sees("收回了，不请陈姐做志愿者了")
    await town.world.advances(hours=10)
    await mei.does_not_see("志愿者")


async def test_whoever_is_forgotten_has_no_role_any_more_and_what_they_did_stays(town: Estate) -> None:
    sun = await town.world.person("孙强")
    await appoints(town, sun, "物业", name="小孙")
    await sun.says("/forgetme")
    await sun.presses("把我忘了")
    await sun.presses("是的，忘了我")
    await sun.starts()
    await sun.says("/queue")
    await sun.does_not_see("要办的")
    await town.secretary.says("/role")
    assert "小孙" not in (await town.secretary.reads())[-1].text
    await town.secretary.says("/audit")
    assert "小孙不做物业了" in (await town.secretary.reads())[-1].text


async def test_the_audit_names_who_answered_who_argued_and_who_told(town: Estate) -> None:
    """Questions about services, deliberations opened and ended before their day, broadcasts: each under its name."""
    await listed.ready(town)
    await listed.adds(town)
    await listed.asks(town.liu, "要带什么？")
    await listed.replies(town, town.secretary, "带身份证就行")
    await files(town, town.wang, deliberating.WORDS)
    await deliberating.opens_deliberation(town)
    argued = await town.secretary.sees("议事会", to=town.staff)
    await town.secretary.presses("现在结束", to=town.staff, on=argued)
    await town.secretary.presses("是的，结束", to=town.staff)
    await broadcasting.sends(town.secretary, "明天停水")
    await town.secretary.says("/audit")
    await town.secretary.presses("看做了什么")
    acts = (await town.secretary.reads())[-1].text
    for act in (
        "居委会李书记：公告第1则，写的",
        "居委会李书记：第1件，提前结束议事",
        "居委会李书记：第1件，开了议事",
        "居委会李书记：答复办事第1项的提问",
    ):
        assert act in acts, act
