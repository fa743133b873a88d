"""Kept, moved and missed promises; the list at the start of the year; the quarterly public review."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.planned import does, makes, two_wishes
from tests.scenarios.scenes import answers, files

# ---- promises ------------------------------------------------------------------------------------------------------


async def test_kept_moved_and_missed_promises_and_the_first_four_weeks(town: Estate) -> None:
    await two_wishes(town)
    await files(town, town.wang, "门口的灯不亮")
    await answers(town, town.foreman, "答应办", day="3月6日", about="三楼走廊的灯坏了")
    await answers(town, town.foreman, "答应办", day="3月6日", about="二楼的灯也不亮")
    await answers(town, town.secretary, "答应办", day="4月10日", about="门口的灯不亮")
    await town.world.advances(minutes=5)
    await answers(town, town.foreman, "办好了", words="换好了", photo=True, about="三楼走廊的灯坏了")
    await town.world.advances(minutes=5)
    await town.liu.says("/promises", to=town.building3)
    assert "满四个星期" in (await town.liu.last(to=town.building3)).text
    await town.liu.says("/promises")
    assert "满四个星期" in (await town.liu.last()).text
    await town.secretary.says("/promises")
    told = (await town.secretary.last()).text
    assert "只有答复的人看得到" in told
    assert "做到1" in told
    assert "还没到2" in told
    for _ in range(29):
        await town.world.advances(hours=24)
    await town.liu.says("/promises", to=town.building3)
    shown = await town.liu.last(to=town.building3)
    assert "一年来答应了3次" in shown.text
    assert "✅ 做到1" in shown.text
    assert "⏰ 没做到1" in shown.text
    assert "物业：✅ 1" in shown.text
    label = next(each for each in shown.labels if each.startswith("没做到"))
    await town.liu.presses(label, to=town.building3, on=shown)
    listed = (await town.liu.last(to=town.building3)).text
    assert "第2件 “二楼的灯也不亮”，3月6日" in listed


# ---- the year's list and the review --------------------------------------------------------------------------------


async def test_the_list_of_the_year_is_chosen_looked_at_and_posted_everywhere(town: Estate) -> None:
    await two_wishes(town)
    await town.secretary.says("/yearlist")
    assert "项目单还空着" in (await town.secretary.last()).text
    await makes(town, "1")
    await makes(town, "2", name="换楼梯的灯", money="5万")
    secretary = town.secretary
    await secretary.says("/yearlist")
    await secretary.presses("全选")
    await secretary.presses("好了")
    await secretary.says("今年先把灯换好")
    preview = await secretary.sees("这样发到各个群，对吗")
    assert "2026年项目单" in preview.text
    assert "一共要花170,000元" in preview.text
    await secretary.presses("对")
    assert "发到了3个群" in (await secretary.last()).text
    for person, group in ((town.liu, town.building3), (town.emma, town.building5), (secretary, town.staff)):
        post = next(each for each in await person.reads(to=group) if "2026年项目单" in each.text)
        assert "“今年先把灯换好”" in post.text
        assert "事项2 换楼梯的灯" in post.text
        assert "居委会李书记" in post.text
    await secretary.says("/yearlist")
    await secretary.says("1")
    await secretary.presses("好了")
    await secretary.presses("跳过")
    await secretary.presses("对")
    assert "那一条改好了" in (await secretary.last()).text
    lists = [each for each in await town.liu.reads(to=town.building3) if "2026年项目单" in each.text]
    assert len(lists) == 1
    assert "换楼梯的灯" not in lists[0].text


async def test_the_review_of_a_quarter_says_what_came_of_each(town: Estate) -> None:
    await two_wishes(town)
    await makes(town, "1")
    await makes(town, "2", name="换楼梯的灯")
    await does(town, "拿掉", "跟大修一起做", number=2)
    await files(town, town.wang, "门口的灯不亮")
    await makes(town, "3", name="换门口的灯", day="9月30日")
    secretary = town.secretary
    await secretary.says("/review")
    assert "事项1“换走廊的灯”，这一季办得怎么样" in (await secretary.last()).text
    await secretary.says("写错了")
    assert "事项3" in (await secretary.last()).text
    await secretary.presses("返回")
    assert "事项1" in (await secretary.last()).text
    await secretary.says("灯已经买好")
    await town.bot_restarts()
    await secretary.presses("没有新的")
    await secretary.says("下一季接着办")
    await secretary.presses("对")
    post = next(each for each in await town.liu.reads(to=town.building3) if "第1季度回头看" in each.text)
    assert "“灯已经买好”" in post.text
    assert "写错了" not in post.text
    assert "“下一季接着办”" in post.text
    assert "这一季拿掉的：事项2“换楼梯的灯”" in post.text
    assert "事项3“换门口的灯”" in post.text
