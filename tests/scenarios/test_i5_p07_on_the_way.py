"""Projects on their way: the staff's message that lives, a milestone that goes, ten photos, and what comes back."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.scenes import starts
from tests.scenarios.works import card, does, in_acceptance, on, progress, the_committee_accepts, under_way, view


async def test_what_the_staff_is_told_of_the_acceptance_counts_along(town: Estate) -> None:
    await in_acceptance(town)
    first = await town.chair.sees("等验收", to=town.staff)
    await town.chen.presses("验收通过", on=await town.chen.sees("请您验收"))
    await the_committee_accepts(town)
    now = await town.chair.sees("等验收", to=town.staff)
    assert now.id == first.id, "the same message, edited"
    assert "请了2人、1人通过" in now.text
    assert "居委会验收：通过" in now.text
    assert now.labels


async def test_a_milestone_ahead_is_removed_and_one_that_was_reached_stays(town: Estate) -> None:
    await under_way(town)
    assert "没有还没到的节点" in await does(town, "去掉节点")
    await does(town, "加节点", "灯具到货", "3月9日")
    await does(town, "加节点", "装好", "3月12日")
    assert "灯具到货" in (await card(town)).text
    await progress(town, "30", milestone="灯具到货")
    shown = await view(town, town.secretary)
    await town.secretary.presses("去掉节点", on=shown)
    asked = await town.secretary.last()
    assert "装好" in asked.labels
    assert "灯具到货" not in asked.labels, "everybody was told of it"
    await town.secretary.presses("装好")
    await town.bot_restarts()
    await town.secretary.presses("对")
    assert "没有节点“装好”了" in (await town.secretary.last()).text
    whole = (await view(town, town.secretary)).text
    assert "装好" not in whole
    assert "✅ 灯具到货" in whole


async def test_ten_photos_go_along_and_the_eleventh_is_told_so(town: Estate) -> None:
    await under_way(town)
    await progress(town, "40", photos=10)
    assert "40%" in (await card(town)).text
    await town.secretary.says("/progress")
    await town.secretary.says("50")
    await town.secretary.says("跳过")
    for _ in range(11):
        await town.secretary.photographs()
    said = "\n".join(each.text for each in await town.secretary.reads())
    assert "10张" in said


async def test_an_acceptor_who_is_forgotten_stays_a_number(town: Estate) -> None:
    await in_acceptance(town)
    await town.chen.presses("验收通过", on=await town.chen.sees("请您验收"))
    await town.chen.says("/forgetme")
    await town.chen.presses("把我忘了")
    await town.chen.presses("是的，忘了我")
    assert "请了2人、1人通过" in (await card(town)).text
    assert "小陈" not in (await view(town, town.secretary)).text


async def test_a_wish_that_comes_back_is_shown_on_the_project_that_is_done(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await in_acceptance(town)
    await the_committee_accepts(town)
    for person in (town.wang, town.chen):
        await person.presses("验收通过", on=await person.sees("请您验收"))
    await on(town)
    await town.world.advances(minutes=3)
    for person in (town.wang, town.chen):
        await person.presses("还没好", on=await person.sees("您看呢，好了没有？"))
    shown = (await card(town)).text
    assert "↩️ 第1件还没好，又退回来了" in shown
    assert "做好了" in shown, "the work is accepted; whether it helped, those affected say"
