"""The list of services: the committee keeps it in the chat, neighbours find what they need and how to get it."""

from __future__ import annotations

from simulator.client import Message
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.listed import adds, ready, services
from tests.scenarios.rights_tried import refuses
from tests.scenarios.scenes import presses_twice


async def test_a_service_is_listed_found_and_read_by_neighbours(town: Estate) -> None:
    await ready(town)
    assert "这里还空着" in (await services(town.liu)).text
    assert "按“加一项服务”" in (await services(town.secretary)).text
    added = await adds(town)
    assert "服务1“代办老年卡”列进清单了" in added.text
    assert added.labels == ["看这项服务", "拿掉"]
    shown = await services(town.liu)
    assert "阳光小区 · 服务清单 · 1项" in shown.text
    assert "1 代办老年卡 · 居委会 · 必须提供" in shown.text
    assert shown.labels == ["1 代办老年卡"]
    await town.liu.presses("1 代办老年卡", on=shown)
    opened = await town.liu.last()
    assert opened.id == shown.id, "the list's own message becomes the service"
    assert "居委会 · 必须提供" in opened.text
    assert "怎么办：带身份证和一张照片" in opened.text
    assert "时间：周一到周五 9:00-17:00" in opened.text
    assert "找谁：2号窗口" in opened.text
    assert "3月2日" in opened.text
    assert opened.labels == ["问一句", "返回清单"]
    await town.liu.presses("返回清单")
    assert "服务清单 · 1项" in (await town.liu.last()).text


async def test_search_by_words_and_by_number(town: Estate) -> None:
    await ready(town)
    await adds(town)
    await adds(town, "电梯维修", provider="物业", apply="打电话", hours="跳过", contact="跳过")
    await adds(town, "借梯子", provider="老张五金店", duty="可以提供", apply="跳过", hours="跳过", contact="跳过")
    assert "2 电梯维修 · 物业" in (found := await services(town.liu, "电梯")).text
    assert "借梯子" not in found.text
    assert found.labels == ["2 电梯维修", "看服务清单"]
    assert "3 借梯子 · 老张五金店 · 可以提供" in (await services(town.liu, "五金店")).text
    assert "2 电梯维修" in (await services(town.liu, "物业")).text
    assert "没找到带“游泳池”的服务" in (await services(town.liu, "游泳池")).text
    assert "最多60个" in (await services(town.liu, "长" * 61)).text
    third = await services(town.liu, "3")
    assert "借梯子（服务3）" in third.text
    assert "怎么办" not in third.text
    assert "没找到带“99”" in (await services(town.liu, "99")).text


async def test_in_the_group_it_is_one_quiet_message(town: Estate) -> None:
    await ready(town)
    await adds(town)
    shown = await services(town.zhao, to=town.building3)
    assert "1 代办老年卡" in shown.text
    assert shown.silent
    await town.zhao.presses("1 代办老年卡", to=town.building3, on=shown)
    opened = await town.zhao.last(to=town.building3)
    assert opened.id == shown.id
    assert "怎么办：带身份证" in opened.text
    secretarys = await services(town.secretary, to=town.building3)
    assert secretarys.labels == ["1 代办老年卡"], "nothing of the committee's where neighbours read along"


async def test_back_cancel_long_words_and_a_restart_in_the_middle(town: Estate) -> None:
    await ready(town)
    secretary = town.secretary
    await secretary.says("/services")
    await secretary.presses("加一项服务")
    await secretary.presses("取消")
    await secretary.says("/services")
    await secretary.presses("加一项服务")
    await secretary.says("很" * 41)
    assert "最多40个" in (await secretary.last()).text
    await secretary.says("量血压")
    await secretary.says("社区卫生站")
    await secretary.presses("返回")
    await secretary.says("街道卫生站")
    await town.bot_restarts()
    await secretary.says("不知道")
    await secretary.sees("必须提供，还是可以提供")
    await secretary.presses("可以提供")
    await secretary.says("直接去，\n不用预约")
    await secretary.presses("跳过")
    await secretary.presses("跳过")
    preview = await secretary.sees("这样列进服务清单，对吗")
    assert "街道卫生站 · 可以提供" in preview.text
    assert "直接去，\n不用预约" in preview.text
    assert "时间：" not in preview.text
    await secretary.presses("改时间")
    await secretary.says("周三上午")
    assert "时间：周三上午" in (await secretary.last()).text
    await secretary.presses("返回")
    assert "时间：" not in (await secretary.last()).text
    await secretary.presses("改时间")
    await secretary.says("周四上午")
    preview = await secretary.last()
    await presses_twice(secretary, preview, "对")
    assert "1项" in (await services(secretary)).text, "two presses list it once"


async def _opens(town: Estate) -> Message:
    return await services(town.secretary, "1")


async def test_it_is_changed_taken_off_and_put_back(town: Estate) -> None:
    await ready(town)
    await adds(town)
    secretary = town.secretary
    opened = await _opens(town)
    assert "上次是居委会李书记写的" in opened.text
    assert opened.labels == ["改", "拿掉", "返回清单"]
    await secretary.presses("改", on=opened)
    same = await secretary.presses("对")
    assert same.alert == "跟原来一样，什么都没改。"
    await secretary.presses("改谁来办")
    await secretary.says("街道办事大厅")
    await secretary.presses("对")
    assert "服务1“代办老年卡”改好了" in (await secretary.last()).text
    old = await services(town.liu)
    assert "街道办事大厅" in old.text
    await secretary.presses("拿掉", on=await _opens(town))
    await secretary.sees("从清单上拿掉，对吗")
    await secretary.presses("对")
    off = await secretary.last()
    assert "服务1“代办老年卡”拿掉了" in off.text
    assert (await town.liu.presses("1 代办老年卡", on=old)).alert == "“代办老年卡”从服务清单上拿掉了。"
    assert "这里还空着" in (await services(town.liu)).text
    listed = await services(secretary)
    await secretary.presses("拿掉的1项", on=listed)
    assert "代办老年卡" in (await secretary.last()).text
    await secretary.presses("放回", on=off)
    assert "放回清单了" in (await secretary.last()).text
    twice = await secretary.presses("放回", on=off)
    assert twice.alert == "“代办老年卡”就在服务清单上。"
    assert "代办老年卡" in (await services(town.liu)).text


async def test_only_the_committee_keeps_it(town: Estate) -> None:
    await ready(town)
    await adds(town)
    for person, place in ((town.liu, None), (town.foreman, town.staff), (town.chair, town.staff)):
        await services(person, to=place)
        for data in (
            "service-do:0:add",
            "service-do:1:change",
            "service-do:1:off",
            "service-review:0",
            "services:off:0",
        ):
            assert refuses(await forges(town, person, data, to=place)), (person, data)
    assert "1项" in (await services(town.liu)).text
    assert refuses(await forges(town, town.secretary, "service-do:1:off", to=town.building3))


async def test_many_services_are_turned_in_pages(town: Estate) -> None:
    await ready(town)
    for number in range(1, 11):
        await adds(town, f"服务甲{number}", apply="跳过", hours="跳过", contact="跳过")
    first = await services(town.liu)
    assert "第1页，共2页" in first.text
    assert "8 服务甲8" in first.text
    assert "服务甲9" not in first.text
    await town.liu.presses("下一页", on=first)
    second = await town.liu.last()
    assert second.id == first.id
    assert "10 服务甲10" in second.text
    assert "还有2项没列出来" in (await services(town.liu, "服务甲")).text


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.presses("Cancel")
    await town.secretary.starts()
    await town.secretary.says("/language en")
    secretary = town.secretary
    await secretary.says("/services")
    await secretary.presses("Add a service")
    for words in ("Senior card", "property", "must", "Bring your ID", "skip", "Counter 2"):
        await secretary.says(words)
    await secretary.sees("Put this on the list of services?")
    await secretary.presses("Yes")
    assert "Service 1 “Senior card” is on the list" in (await secretary.last()).text
    shown = await services(town.emma)
    assert "1 service" in shown.text
    assert "must be provided" in shown.text
    await town.emma.presses("1 Senior card", on=shown)
    opened = await town.emma.last()
    assert "How: Bring your ID" in opened.text
    assert "Contact: Counter 2" in opened.text
    assert "Hours" not in opened.text
    assert "No service with “pool”" in (await services(town.emma, "pool")).text
