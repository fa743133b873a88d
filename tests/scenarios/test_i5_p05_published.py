"""Kept, moved and missed promises; the list at the start of the year; the quarterly public review."""

from __future__ import annotations

from simulator.client import Person
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


async def _wants_in_english(town: Estate, *words: str) -> None:
    for each in words:
        menu = await town.emma.sees("Something broken", to=town.building5)
        await town.emma.presses("I want", to=town.building5, on=menu)
        await town.emma.says(each)
        await town.emma.presses("Post")


async def _answers_in_english(town: Estate, who: Person, kind: str, *, about: str, day: str | None = None) -> None:
    """In the staff chat, which reads English."""
    staff = town.staff
    await who.presses("Answer", to=staff, on=await who.sees(about, to=staff))
    await who.presses(kind, to=staff)
    if day is not None:
        await who.says(day, to=staff, reply_to=await who.last(to=staff))
        await who.says("skip", to=staff, reply_to=await who.last(to=staff))
    else:
        await who.says("Replaced", to=staff, reply_to=await who.last(to=staff))
        await who.photographs(to=staff, reply_to=await who.last(to=staff))
        await who.presses("Done", to=staff)
    await who.presses("Yes", to=staff)
    await town.world.advances(minutes=5)


async def test_promises_in_english(english_town: Estate) -> None:
    town = english_town
    await town.secretary.starts()
    await town.secretary.says("/language en")
    await town.emma.presses("I want", to=town.building5)
    await town.emma.presses("Cancel")
    await town.emma.says("/promises")
    assert "four weeks" in (await town.emma.last()).text
    await _wants_in_english(town, "The light on floor 3 is out", "The ramp at the gate is broken", "The bell is broken")
    await _answers_in_english(town, town.foreman, "Promise", day="6 March", about="The light on floor 3")
    await _answers_in_english(town, town.foreman, "Promise", day="6 March", about="The ramp at the gate")
    await _answers_in_english(town, town.secretary, "Promise", day="10 April", about="The bell")
    await _answers_in_english(town, town.foreman, "Done", about="The light on floor 3")
    await town.secretary.says("/promises")
    told = (await town.secretary.last()).text
    assert "(Less than four weeks old: only those who answer see this)" in told
    assert "3 days were promised in a year" in told
    assert "✅ kept 1 · 📅 moved 0 · ⏰ missed 0 · ⏳ still to come 2 · not needed any more 0" in told
    for _ in range(29):
        await town.world.advances(hours=24)
    await town.emma.says("/promises", to=town.building5)
    shown = await town.emma.last(to=town.building5)
    assert "promised days" in shown.text
    assert "✅ kept 1 · 📅 moved 0 · ⏰ missed 1 · ⏳ still to come 1 · not needed any more 0" in shown.text
    assert "property office: ✅ 1 · 📅 0 · ⏰ 1 · ⏳ 0 · not needed 0" in shown.text
    assert "committee: ✅ 0 · 📅 0 · ⏰ 0 · ⏳ 1 · not needed 0" in shown.text
    assert "Kept means reported done by the day, and residents did not say “not yet”." in shown.text
    await town.emma.presses("missed 1", to=town.building5, on=shown)
    listed = await town.emma.last(to=town.building5)
    assert "No. 2 “The ramp at the gate is broken”, Fri 6 March" in listed.text
    assert "Back to the sums" in listed.labels


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


async def test_the_review_in_english(english_town: Estate) -> None:
    town, secretary = english_town, english_town.secretary
    await _wants_in_english(town, "A ramp at the gate", "A lamp at the gate", "A bench in the yard")
    await secretary.starts()
    await secretary.says("/language en")
    for wish, name in (("1", "Ramp at the gate"), ("2", "Lamp at the gate"), ("3", "Bench in the yard")):
        for said in ("/item", wish, name, "within a year", "June 30", "property company", "government 100,000"):
            await secretary.says(said)
        await secretary.presses("Yes")
    await town.world.advances(minutes=16)
    await secretary.says("/plan 2")
    await secretary.presses("Take it off")
    await secretary.says("It comes with the big repair")
    await secretary.presses("Yes")
    await secretary.says("/review")
    asked = (await secretary.last()).text
    assert "Item 1 “Ramp at the gate”: what came of it this quarter? One line. Left: 2." in asked
    await secretary.says("Wrong")
    assert "Item 3 “Bench in the yard”" in (await secretary.last()).text
    await secretary.presses("Back")
    assert "Item 1" in (await secretary.last()).text
    await secretary.says("The stones are bought")
    await town.bot_restarts()
    await secretary.presses("Nothing new")
    assert "A last word on all of it?" in (await secretary.last()).text
    await secretary.says("We go on next quarter")
    preview = await secretary.sees("Post this in every group?")
    assert "Review of 2026, quarter 1" in preview.text
    await secretary.presses("Yes")
    assert "Posted in 3 groups." in (await secretary.last()).text
    post = await town.emma.sees("Review of 2026, quarter 1", to=town.building5)
    assert "“The stones are bought”" in post.text
    assert "Wrong" not in post.text
    assert "“We go on next quarter”" in post.text
    assert "✖️ Taken off this quarter: item 2 “Lamp at the gate”" in post.text
    await secretary.says("/review")
    for label in ("Nothing new", "Nothing new", "Skip", "Yes"):
        await secretary.presses(label)
    assert "It was posted before; the messages in 3 groups are changed." in (await secretary.last()).text
    reviews = [each for each in await town.emma.reads(to=town.building5) if "Review of 2026" in each.text]
    assert len(reviews) == 1
    assert "The stones are bought" not in reviews[0].text
    await town.emma.says("/review")
    assert "This step is for the committee" in (await town.emma.last()).text
