"""Wishes merge into items; the plan is sent to every chat; its files."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.planned import does, makes, plan, posts, two_wishes, view
from tests.scenarios.scenes import answers, files, starts

# ---- making an item ------------------------------------------------------------------------------------------------


async def test_two_wishes_become_one_item_and_everybody_hears_it_once(town: Estate) -> None:
    await two_wishes(town)
    made = await makes(town)
    assert "事项1“换走廊的灯”列好了" in made.text
    assert "15分钟" in made.text
    assert await posts(town.liu, town.building3) == []
    await town.world.advances(minutes=16)
    for person, group in ((town.liu, town.building3), (town.emma, town.building5), (town.secretary, town.staff)):
        (post,) = await posts(person, group)
        assert "🆕 事项1“换走廊的灯”列进来了" in post.text
        assert "近期办 · 1项" in post.text
        assert "6月30日" in post.text
        assert post.labels == ["看项目单"]
    await town.world.advances(hours=12)
    told = [each for each in await town.chen.reads() if "列进项目单了" in each.text]
    assert len(told) == 1
    assert "第1件列进项目单了：事项1“换走廊的灯”，物业负责，6月30日" in told[0].text
    assert [each for each in await town.liu.reads() if "列进项目单了" in each.text]
    shown = await view(town.liu)
    assert "近期办 · 6月30日" in shown.text
    assert "物业负责" in shown.text
    assert "来自第1件、第2件" in shown.text
    assert "要花120,000元" in shown.text
    assert "政府出100,000元" in shown.text
    assert "居民出20,000元" in shown.text
    assert "还没动手" in shown.text
    assert shown.labels == []
    card = await town.liu.sees("三楼走廊的灯坏了", to=town.building3)
    assert "📋 列进项目单：事项1“换走廊的灯”，6月30日" in card.text


async def test_back_cancel_bad_input_and_a_restart_in_the_middle(town: Estate) -> None:
    await two_wishes(town)
    secretary = town.secretary
    await secretary.says("/item")
    await secretary.presses("取消")
    await secretary.says("/item")
    await secretary.says("不知道几号")
    await secretary.sees("里没有心愿的号码")
    await secretary.says("9")
    await secretary.says("换灯")
    await secretary.presses("马上办（45天内）")
    await secretary.says("12月30日")
    await secretary.sees("最远45天")
    await secretary.says("昨天")
    await secretary.presses("返回")
    await secretary.presses("近期办（一年内）")
    await secretary.says("12月30日")
    await town.bot_restarts()
    await secretary.presses("居委会")
    await secretary.says("很多钱")
    await secretary.sees("我读不出谁出多少")
    await secretary.says("12万")
    preview = await secretary.sees("列进项目单，对吗")
    assert "没找到第9件" in preview.text
    assert "还没定谁出" in preview.text
    refused = await secretary.presses("对")
    assert "没找到第9件" in (refused.alert or "")
    for _ in range(6):
        await secretary.presses("返回")
    await secretary.says("1")
    for words in ("保留", "近期办", "保留", "居委会", "保留"):
        await secretary.says(words)
    await secretary.presses("对")
    assert "事项1“换灯”列好了" in (await secretary.last()).text
    assert "已经说完了" in await forges(town, secretary, "d:2:1:confirm:yes")


async def test_it_can_be_taken_back_before_anybody_heard_and_not_after(town: Estate) -> None:
    await two_wishes(town)
    made = await makes(town)
    await town.secretary.presses("撤回", on=made)
    assert "没有人看到" in (await town.secretary.last()).text
    await makes(town)
    assert "拿掉了" in await does(town, "拿掉", "看错了", number=2)
    await town.world.advances(hours=12)
    assert await posts(town.liu, town.building3) == [], "nobody heard of either"
    assert "项目单还空着" in (await plan(town.liu)).text
    made = await makes(town)
    await town.world.advances(minutes=16)
    pressed = await town.secretary.presses("撤回", on=made)
    assert "撤不回来" in (pressed.alert or (await town.secretary.last()).text)


async def test_from_a_staff_card_a_wish_goes_into_a_new_item_or_joins_one(town: Estate) -> None:
    await two_wishes(town)
    secretary = town.secretary
    card = await secretary.sees("三楼走廊的灯坏了", to=town.staff)
    await secretary.presses("更多", to=town.staff, on=card)
    await secretary.presses("列进项目单", to=town.staff)
    for words in ("换走廊的灯", "马上办", "4月1日", "物业", "不花钱"):
        await secretary.says(words, to=town.staff, reply_to=await secretary.last(to=town.staff))
    await secretary.presses("对", to=town.staff)
    assert "列好了" in (await secretary.last(to=town.staff)).text
    card = await secretary.sees("二楼的灯也不亮", to=town.staff)
    await secretary.presses("更多", to=town.staff, on=card)
    await secretary.presses("列进项目单", to=town.staff)
    await secretary.presses("事项1 换走廊的灯", to=town.staff)
    assert "并进事项1" in (await secretary.last(to=town.staff)).text
    await secretary.presses("对", to=town.staff)
    assert "来自第1件、第2件" in (await view(town.liu)).text
    await secretary.presses("更多", to=town.staff, on=card)
    await secretary.presses("列进项目单", to=town.staff)
    assert "事项1" in (await secretary.last(to=town.staff)).text


async def test_a_wish_is_in_one_item_and_joins_and_leaves(town: Estate) -> None:
    await two_wishes(town)
    await makes(town, "1")
    assert (
        "第1件已经在事项1里了" in (await makes(town, "1", name="又一个")).text
        or "第1件已经在事项1里了" in (await town.secretary.last()).text
    )
    await town.secretary.says("/cancel")
    said = await does(town, "改心愿", "1、2")
    assert "改好了" in said
    assert "来自第1件、第2件" in (await view(town.liu)).text
    await does(town, "改心愿", "2")
    assert "来自第2件" in (await view(town.liu)).text
    assert "跟原来一样" in await does(town, "改心愿", "2")
    await town.secretary.says("/cancel")
    await makes(town, "1", name="另一个")
    assert "来自第1件" in (await view(town.liu, 2)).text


async def test_a_wish_for_the_committee_alone_cannot_be_planned(town: Estate) -> None:
    await town.secretary.starts()
    await starts(town.wang, town.building3)
    await files(town, town.wang, "独自在家，想有人来看看", how="只给居委会")
    await makes(town, "1")
    assert "列不进项目单" in (await town.secretary.sees("列进项目单，对吗")).text


# ---- changing ------------------------------------------------------------------------------------------------------


async def test_another_day_is_told_with_its_reason_and_the_day_has_one_post(town: Estate) -> None:
    await two_wishes(town)
    await makes(town)
    await town.world.advances(minutes=16)
    assert "改好了" in await does(town, "改日子", "近期办", "9月30日", "灯具缺货")
    await town.world.advances(minutes=16)
    (post,) = await posts(town.liu, town.building3)
    assert "9月30日" in post.text
    await town.world.advances(hours=24)
    assert "改好了" in await does(town, "改日子", "近期办", "10月31日", "还是缺货")
    await town.world.advances(minutes=16)
    first, second = await posts(town.liu, town.building3)
    assert "列进来了" in first.text
    assert "改到10月31日" in second.text
    assert "还是缺货" in second.text
    shown = await view(town.liu)
    assert "10月31日" in shown.text
    assert "原因：“还是缺货”" in shown.text
    await town.secretary.presses("经过", on=await view(town.secretary))
    told = (await town.secretary.last()).text
    assert "居委会李书记：列进项目单" in told
    assert "6月30日" in told
    assert "灯具缺货" in told


async def test_at_night_nothing_is_posted_and_a_chat_that_was_away_gets_the_newest_alone(town: Estate) -> None:
    await two_wishes(town)
    await town.secretary.removes_bot(town.building5)
    await town.world.advances(hours=14)
    await makes(town, "1")
    await town.world.advances(hours=1)
    assert await posts(town.liu, town.building3) == [], "it is midnight"
    await town.world.advances(hours=9)
    assert len(await posts(town.liu, town.building3)) == 1
    await town.world.advances(hours=24)
    await makes(town, "2", name="换楼梯的灯")
    await town.world.advances(minutes=16)
    assert len(await posts(town.liu, town.building3)) == 2
    await town.secretary.adds_bot(town.building5)
    (post,) = await posts(town.emma, town.building5)
    assert "换楼梯的灯" in post.text
    assert "换走廊的灯" in post.text


async def test_name_owner_and_money_change_and_an_item_is_dropped_and_put_back(town: Estate) -> None:
    await two_wishes(town)
    await makes(town)
    await town.world.advances(minutes=16)
    await does(town, "改名字", "换走廊和楼梯的灯")
    await does(town, "换谁负责", "业委会")
    await does(town, "改钱", "企业 3,000.50元\n社会 5千")
    shown = (await view(town.liu)).text
    assert "换走廊和楼梯的灯" in shown
    assert "业委会负责" in shown
    assert "要花8,000.50元" in shown
    assert "企业出3,000.50元" in shown
    assert "拿掉了" in await does(town, "拿掉", "要等大修")
    await town.world.advances(minutes=16)
    (post,) = await posts(town.liu, town.building3)
    assert "拿掉了：“要等大修”" in post.text
    assert "现在：拿掉了" in (await view(town.liu)).text
    assert "改不了" in await forges(town, town.secretary, "item-do:1:day")
    shown_to_staff = await view(town.secretary)
    await town.secretary.presses("放回项目单", on=shown_to_staff)
    assert "放回项目单了" in (await town.secretary.last()).text
    assert "来自第1件、第2件" in (await view(town.liu)).text
    assert "就在项目单上" in await forges(town, town.secretary, "item-do:1:resume")


async def test_an_item_is_under_way_and_done_as_its_wishes_are(town: Estate) -> None:
    await two_wishes(town)
    await makes(town)
    await town.world.advances(minutes=16)
    card = await town.foreman.sees("三楼走廊的灯坏了", to=town.staff)
    await town.foreman.presses("我来办", to=town.staff, on=card)
    assert "正在办" in (await view(town.liu)).text
    for about in ("三楼走廊的灯坏了", "二楼的灯也不亮"):
        await answers(town, town.foreman, "办好了", words="换好了", photo=True, about=about)
        await town.world.advances(minutes=3)
    assert "现在：办好了" in (await view(town.liu)).text
    await town.world.advances(minutes=16)
    (post,) = await posts(town.liu, town.building3)
    assert "✅ 事项1“换走廊的灯”办好了" in post.text or "列进来了" in post.text


async def test_nobody_else_makes_or_changes_items(town: Estate) -> None:
    await two_wishes(town)
    await makes(town)
    await town.foreman.starts()
    await town.outsider.starts()
    for person in (town.liu, town.foreman):
        for words in ("/item", "/yearlist", "/review"):
            await person.says(words)
            assert "这一步要" in (await person.last()).text
        for data in ("item-do:1:day", "item-do:1:undo", "to-plan:1"):
            assert "这一步要" in await forges(town, person, data)
    await town.outsider.says("/plan")
    assert "事项1" not in (await town.outsider.last()).text
    assert "没找到这个事项" in await forges(town, town.liu, "item:404")
    await town.liu.says("/plan 9")
    assert "没找到事项9" in (await town.liu.last()).text


# ---- the plan and its files ----------------------------------------------------------------------------------------


async def test_the_plan_in_group_and_private_with_pages_and_filters(town: Estate) -> None:
    await town.secretary.starts()
    await starts(town.liu, town.building3)
    empty = await plan(town.liu)
    assert "项目单还空着" in empty.text
    for at in range(1, 11):
        await files(town, town.wang, f"第{at}盏灯坏了，在{at}楼")
        tier, day = (("马上办", "4月1日"), ("近期办", "8月1日"), ("以后争取", "先不定日子"))[at % 3]
        await makes(town, str(at), name=f"换第{at}盏灯", tier=tier, day=day, money="不花钱")
    listed = await plan(town.liu)
    assert "项目单 · 10项" in listed.text
    assert listed.text.index("马上办") < listed.text.index("近期办")
    await town.liu.presses(next(each for each in listed.labels if "下一页" in each), on=listed)
    assert "以后争取" in (await town.liu.last()).text
    await town.liu.presses("马上办", on=await town.liu.last())
    chosen = (await town.liu.last()).text
    assert "换第3盏灯" in chosen
    assert "换第1盏灯" not in chosen
    await town.liu.presses("办好的", on=await town.liu.last())
    assert "这一类还没有" in (await town.liu.last()).text
    in_group = await plan(town.liu, to=town.building3)
    assert "换第3盏灯" in in_group.text


async def test_a_table_and_a_page_to_print_come_on_request_and_nothing_in_them_is_a_formula(town: Estate) -> None:
    await two_wishes(town)
    await makes(town, "1", name="=1+1<b>灯</b>", money="政府10万，居民2万，500")
    listed = await plan(town.liu)
    await town.liu.presses("表格文件", on=listed)
    sheet_message = (await town.liu.reads())[-1]
    assert sheet_message.document is not None
    assert sheet_message.document_name.endswith(".xlsx")
    sheet = load_workbook(io.BytesIO(await town.world.fetches(sheet_message.document))).active
    assert sheet is not None
    assert sheet["B5"].value == "=1+1<b>灯</b>"
    assert sheet["B5"].data_type == "s"
    assert sheet["B5"].quotePrefix
    assert sheet["G5"].value == 120_500
    assert sheet["H6"].value == 100_000
    assert sheet["A4"].value == "事项"
    await town.liu.presses("打印的页面", on=listed)
    page_message = (await town.liu.reads())[-1]
    assert page_message.document is not None
    assert page_message.document_name.endswith(".html")
    page = (await town.world.fetches(page_message.document)).decode()
    assert "=1+1&lt;b&gt;灯&lt;/b&gt;" in page
    assert "<b>灯" not in page
    assert "@page" in page
    assert "120,500元" in page
    in_group = await plan(town.liu, to=town.building3)
    await town.liu.presses("表格文件", to=town.building3, on=in_group)
    assert (await town.liu.reads(to=town.building3))[-1].document is not None


# ---- English -------------------------------------------------------------------------------------------------------


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.says("A ramp at the gate")
    await town.emma.presses("Post")
    secretary = town.secretary
    await secretary.starts()
    await secretary.says("/language en")
    await secretary.says("/item")
    await secretary.says("1")
    await secretary.says("Ramp at the gate")
    await secretary.says("within a year")
    await secretary.says("June 30")
    await secretary.says("property company")
    await secretary.says("government 100,000, residents 20,000.50 yuan")
    await secretary.presses("Yes")
    await town.world.advances(minutes=16)
    post = await town.emma.sees("The plan has changed", to=town.building5)
    assert "Item 1 “Ramp at the gate” is on the plan" in post.text
    await town.emma.says("/plan 1")
    shown = (await town.emma.last()).text
    assert "Costs 120,000.50 yuan" in shown
    assert "government: 100,000 yuan" in shown
    assert "Comes of no. 1" in shown
    await town.emma.says("/plan")
    await town.emma.presses("Page to print", on=await town.emma.last())
    page_message = (await town.emma.reads())[-1]
    assert page_message.document is not None
    page = (await town.world.fetches(page_message.document)).decode()
    assert '<html lang="en">' in page
    assert "Nobody named yet" in page
    await secretary.says("/yearlist")
    await secretary.says("1")
    await secretary.presses("Done")
    await secretary.presses("Skip")
    await secretary.presses("Yes")
    assert "The list for 2026" in (await town.emma.sees("The list for 2026", to=town.building5)).text
    await town.emma.says("/promises")
    assert "four weeks" in (await town.emma.last()).text
