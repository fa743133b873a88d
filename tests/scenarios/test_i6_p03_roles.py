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
    await gives(town.secretary, "楼组长", who="@ChenMei", name="陈姐", building="三号楼")
    await town.secretary.sees("问过陈姐了")
    asked = await mei.sees("李书记想请您做阳光小区的楼组长")
    assert "管的是：3号楼" in asked.text
    assert "从3月2日（周一）起" in asked.text
    assert "替他们提心愿" in asked.text, "what she may do, before she says yes"
    await mei.says("/for")
    await mei.sees("您这边按不了")
    await mei.presses("我愿意")
    await mei.sees("您是阳光小区的楼组长了")
    await town.secretary.sees("陈姐答应做楼组长了")
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
