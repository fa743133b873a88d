"""The acceptance of a project by committee, owners' committee and residents; then its wishes are reported done."""

from __future__ import annotations

from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import starts
from tests.scenarios.works import card, does, in_acceptance, money, on, opens, the_committee_accepts, view


async def test_done_is_what_committee_and_residents_accepted_and_then_they_are_asked(town: Estate) -> None:
    await in_acceptance(town)
    desk = await town.chair.sees("等验收", to=town.staff)
    assert "住户验收：请了2人" in desk.text
    assert "0人" not in desk.text
    for person in (town.wang, town.chen):
        await person.sees("请您验收")
    await town.liu.does_not_see("请您验收")
    assert "还不能完工" in await on(town)
    await the_committee_accepts(town)
    await town.chen.presses("验收通过", on=await town.chen.sees("请您验收"))
    again = await town.chen.presses("验收通过", on=await town.chen.sees("请您验收"))
    assert "已经这样给您记着了" in (again.alert or again.toast or "")
    await town.wang.presses("有意见", on=await town.wang.sees("请您验收"))
    await town.wang.says("三楼还有一盏不亮")
    await town.bot_restarts()
    await town.wang.presses("对")
    objected = await town.secretary.sees("一位住户有意见", to=town.staff)
    assert "三楼还有一盏不亮" in objected.text
    assert "王阿姨" not in objected.text
    assert "还不能完工" in await on(town)
    shown = await card(town)
    assert "居委会验收：通过" in shown.text
    assert "业委会验收：还没说" in shown.text
    assert "请了2人、1人通过、1人有意见" in shown.text
    stranger = await town.liu.presses("验收通过", to=town.building3, on=shown)
    assert "只问请到的住户" in (stranger.alert or stranger.toast or "")
    await town.wang.presses("验收通过", to=town.building3, on=shown)
    await town.secretary.sees("都验收通过了", to=town.staff)
    assert "做好了" in await on(town)
    await town.world.settle()
    assert "做好了" in (await card(town)).text
    assert "有人先动过了" in await forges(town, town.secretary, "project-do:1:on:acceptance")
    assert "您看呢，好了没有" in (await town.wang.sees("第1件办好了")).text


async def test_the_owners_committee_objects_and_staff_cannot_accept_as_residents(town: Estate) -> None:
    await in_acceptance(town)
    assert "由住户来说" in await forges(town, town.secretary, "project-say:1:accept")
    await town.chair.presses("我方验收", to=town.staff, on=await town.chair.sees("等验收", to=town.staff))
    await town.chair.presses("有意见", to=town.staff)
    await town.chair.says("线没藏好", to=town.staff, reply_to=await town.chair.last(to=town.staff))
    await town.chair.presses("对", to=town.staff)
    assert "业委会钱主任有意见" in (await town.secretary.sees("线没藏好", to=town.staff)).text
    await does(town, "退回一步", "线要藏好")
    assert "正在做" in (await card(town)).text
    assert "不在验收" in await forges(town, town.chen, "project-say:1:accept")


async def test_without_wishes_two_residents_are_named(open_estate: Open) -> None:
    async with open_estate() as town:
        await town.secretary.starts()
        for neighbour in (town.wang, town.chen):
            await starts(neighbour, town.building3)
        await opens(town, wishes=None)
        await money(town, "计划给多少", "社会", "5000")
        for _ in range(2):
            await on(town)
        await money(town, "到位了多少", "社会", "5000")
        for _ in range(3):
            await on(town)
        assert "还没请人" in (await town.chair.sees("等验收", to=town.staff)).text
        secretary = town.secretary
        await secretary.presses("请住户来验收", on=await view(town, secretary))
        await secretary.says("王阿姨")
        assert "至少要请两位" in ((await secretary.presses("对")).alert or "")
        await secretary.presses("返回")
        await secretary.says("王阿姨、没这人")
        assert "我还不认得“没这人”" in ((await secretary.presses("对")).alert or "")
        await secretary.presses("返回")
        await secretary.says("王阿姨、小陈")
        await secretary.presses("对")
        await the_committee_accepts(town)
        shown = await card(town)
        await town.chen.presses("验收通过", to=town.building3, on=shown)
        assert "还不能完工" in await on(town)
        await town.wang.presses("验收通过", to=town.building3, on=await card(town))
        assert "做好了" in await on(town)
