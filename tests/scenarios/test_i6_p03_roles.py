"""Roles: asked, accepted, begun, ended; taken at once, also in the middle of a dialog."""

from __future__ import annotations

from tests.scenarios.appointed import appoints, gives, link_in, takes
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import files, starts


async def test_a_captain_is_asked_by_name_says_yes_and_files_for_neighbours(town: Estate) -> None:
    mei = await town.world.person("陈梅", username="chenmei")
    await mei.joins(town.building3)
    await starts(mei, town.building3)
    await town.secretary.starts()
    await mei.says("/for")
    await mei.sees("您这边按不了")
    await gives(town.secretary, "楼组长", who="@ChenMei", name="陈姐", where="三号楼")
    await town.secretary.sees("问过陈姐了")
    asked = await mei.sees("李书记想请您做阳光小区的3号楼楼组长")
    assert "管的是：3号楼" in asked.text
    assert "从3月2日（周一）起" in asked.text
    assert "替他们提心愿" in asked.text, "what she may do, before she says yes"
    await mei.says("/for")
    await mei.sees("您这边按不了")
    await mei.presses("我愿意")
    await mei.sees("您是阳光小区的3号楼楼组长了")
    await town.secretary.sees("陈姐答应做3号楼楼组长了")
    await mei.says("/for")
    await mei.sees("先说怎么来的")
    again = await forges(town, mei, "role-yes:1")
    assert "已经用过，或者收回了" in (again or "")


async def test_whoever_the_bot_never_met_comes_by_a_link_that_works_once(town: Estate) -> None:
    await town.secretary.starts()
    said = await gives(town.secretary, "物业", who="发一个链接", name="小孙")
    assert "只能用一次" in said[-2].text
    link = await link_in(town.secretary)
    sun = await town.world.person("孙强")
    await sun.follows(link)
    await sun.sees("想请您做阳光小区的物业")
    await town.outsider.follows(link)  # both have it before them
    await sun.presses("我愿意")
    late = await town.outsider.presses("我愿意")
    assert late.alert is not None
    assert "已经用过" in late.alert
    await files(town, town.wang, "三楼走廊灯坏了")
    await sun.says("/queue")
    await sun.sees("三楼走廊灯坏了")
    await town.outsider.says("/queue")
    await town.outsider.does_not_see("三楼走廊灯坏了")
    await town.chen.follows(link)
    await town.chen.sees("已经用过，或者收回了")


async def test_a_role_taken_in_the_middle_of_a_dialog_stops_there_and_hands_back_what_was_written(town: Estate) -> None:
    sun = await town.world.person("孙强")
    await appoints(town, sun, "物业", name="小孙")
    await files(town, town.wang, "三楼走廊灯坏了")
    await sun.says("/queue")
    await sun.presses("第1件")
    await sun.presses("答复")
    await sun.presses("答应办")
    await sun.says("3月6日")
    await takes(town.secretary, "小孙", "换了班")
    told = await sun.sees("请您先歇一歇，从现在起不用做了")
    assert "原因：换了班" in told.text
    await sun.says("灯泡明天到货")
    stopped = await sun.sees("您的角色结束了，就停在这儿，没有发出去")
    assert "刚才写的：灯泡明天到货" in stopped.text
    await sun.says("/queue")
    await sun.does_not_see("小孙答应")
    await town.wang.says("/wish 1")
    await town.wang.sees("三楼走廊灯坏了")


async def test_a_role_counts_from_its_first_day_to_its_last(town: Estate) -> None:
    await appoints(town, town.liu, "志愿者", name="刘敏", starts_on="3月4日", ends_on="3月5日")
    await town.liu.says("/for")
    await town.liu.does_not_see("先说怎么来的")
    await town.world.advances(days=2)
    await town.liu.says("/for")
    await town.liu.sees("先说怎么来的")
    await town.liu.says("取消")
    await town.world.advances(days=2)
    over = await town.liu.sees("阳光小区的志愿者做满日子了")
    assert "谢谢" in over.text
    seen = len(await town.liu.reads())
    await town.liu.says("/for")
    assert not any("先说怎么来的" in message.text for message in (await town.liu.reads())[seen:])


async def test_it_is_laid_down_from_mine_and_the_giver_hears_of_it(town: Estate) -> None:
    await appoints(town, town.liu, "老娘舅", name="刘敏")
    await town.liu.says("/mine")
    await town.liu.presses("我的角色")
    await town.liu.presses("不做老娘舅了")
    await town.liu.sees("不做阳光小区的老娘舅了吗")
    await town.liu.presses("对，不做了")
    await town.liu.sees("谢谢您这些日子的辛苦")
    await town.secretary.sees("刘敏不做老娘舅了")
    again = await forges(town, town.liu, "role-leave:1:yes")
    assert "已经结束了" in (again or "")


async def test_who_stands_in_config_cannot_be_taken_off_and_it_is_said_why(town: Estate) -> None:
    await town.secretary.starts()
    await town.secretary.says("/role")
    listed = (await town.secretary.reads())[-1]
    assert "楼组长 李姐 3号楼 · 写在设置里" in listed.text
    assert "物业 张师傅 · 写在设置里" in listed.text
    (number,) = [line.split(".")[0] for line in listed.text.splitlines() if "张师傅" in line]
    pressed = await town.secretary.presses(number, on=listed)
    assert pressed.alert is not None
    assert "张师傅写在设置文件里，这里拿不掉" in pressed.alert
    await town.foreman.starts()
    await town.foreman.says("/mine")
    await town.foreman.presses("我的角色")
    await town.foreman.sees("写在设置里，不想做了请跟装我的人说")


async def test_a_role_that_ends_by_its_day_stops_the_open_dialog_as_well(town: Estate) -> None:
    await appoints(town, town.liu, "志愿者", name="刘敏", ends_on="今天")
    await town.liu.says("/for")
    await town.liu.sees("先说怎么来的")
    await town.world.advances(hours=16)  # 01:00 of the next day
    await town.liu.says("当面说的")
    await town.liu.sees("您的角色结束了，就停在这儿，没有发出去")
    await town.liu.says("/cancel")
    await town.liu.sees("不用取消")


async def test_by_an_answer_to_somebodys_message_it_is_they_who_are_asked(town: Estate) -> None:
    mei = await town.world.person("陈梅")
    await mei.joins(town.staff)
    await mei.starts()
    said = await mei.says("我可以调解", to=town.staff)
    await town.secretary.says("/role@wishwell_bot", to=town.staff, reply_to=said)
    await town.secretary.presses("老娘舅", to=town.staff)
    for words in ("整个小区", "陈姐", "今天", "跳过"):
        await town.secretary.says(words, to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.sees("问过陈姐了", to=town.staff)
    await mei.presses("我愿意")
    await mei.sees("您是阳光小区的老娘舅了")


async def test_only_the_committee_gives_roles_that_give_roles_and_nobody_else_gives_any(town: Estate) -> None:
    zhou = await town.world.person("周管")
    await appoints(town, zhou, "管理员", name="老周")
    await zhou.says("/role")
    await zhou.presses("请一个人")
    offered = (await zhou.reads())[-1].labels
    assert "志愿者" in offered
    assert "居委会" not in offered
    assert "管理员" not in offered
    await zhou.says("取消")
    await appoints(town, town.liu, "居委会", name="刘主任")
    listed = await forges(town, zhou, "role-do:take:2")
    assert "只有居委会的人能安排" in listed
    await town.foreman.starts()
    await town.foreman.says("/role")
    await town.foreman.sees("您这边按不了")
    await town.liu.says("/role")
    await town.liu.sees("谁在做什么")


async def test_a_restart_in_the_middle_loses_neither_the_offer_nor_the_role(town: Estate) -> None:
    await town.secretary.starts()
    await gives(town.secretary, "志愿者", who="发一个链接", name="刘敏")
    link = await link_in(town.secretary)
    await town.bot_restarts()
    await town.liu.follows(link)
    await town.liu.presses("我愿意")
    await town.bot_restarts()
    await town.liu.says("/for")
    await town.liu.sees("先说怎么来的")
