"""Templates: words an office tells again and again, their blanks asked one by one, in both languages at once."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.broadcasting import ready, told
from tests.scenarios.estate import Estate


async def listed(officer: Person) -> Message:
    await officer.says("/templates")
    return (await officer.reads())[-1]


async def test_one_with_blanks_is_filled_once_for_both_languages(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/broadcast")
    await town.secretary.presses("用范本")
    await town.secretary.presses("开会")
    asked = (await town.secretary.reads())[-1]
    assert "______在___开会，商量___。" in asked.text
    assert "哪天？" in asked.text
    for words in ("周六", "下午2点", "门口 <大厅>"):
        await town.secretary.says(words)
    assert "周六下午2点在门口 <大厅>开会，商量___。" in (await town.secretary.reads())[-1].text
    await town.bot_restarts()
    await town.secretary.says("返回")
    assert "哪里？" in (await town.secretary.reads())[-1].text
    for words in ("大厅", "{种树}"):
        await town.secretary.says(words)
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里和私聊")
    look = await town.secretary.sees("发给")
    assert "周六下午2点在大厅开会，商量{种树}。有空就来坐坐" in look.text
    assert "On 周六 at 下午2点 we meet in 大厅 about {种树}." in look.text
    await town.secretary.presses("发出去")
    assert len(await told(town.liu, "在大厅开会", to=town.building3)) == 1
    await town.emma.sees("we meet in 大厅")


async def test_an_own_one_is_written_used_changed_and_removed(town: Estate) -> None:
    await ready(town)
    shown = await listed(town.secretary)
    assert "阳光小区 · 范本" in shown.text
    assert {"停水", "停电", "电梯保养", "消杀", "开会", "台风"} <= set(shown.labels)
    await town.secretary.presses("新写一个", on=shown)
    await town.secretary.says("擦电梯")
    await town.secretary.says("{哪天}擦电梯，请走___楼梯。")
    await town.secretary.presses("加英文")
    await town.secretary.says("Lift cleaning on {day}.")
    refused = await town.secretary.presses("存下来")
    assert "中文2处，英文1处" in refused.alert
    await town.secretary.presses("加英文")
    await town.secretary.says("Lift cleaning on {day}, please take the ___ stairs.")
    look = await town.secretary.sees("存成范本“擦电梯”")
    assert "用的时候要填2处" in look.text
    await town.secretary.presses("存下来")
    await town.secretary.sees("“擦电梯”存好了")
    await town.secretary.presses("擦电梯", on=await listed(town.secretary))
    one = await town.secretary.sees("李书记存的")
    await town.secretary.presses("用它发公告", on=one)
    for words in ("明天", "西边"):
        await town.secretary.says(words)
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里")
    assert "明天擦电梯，请走西边楼梯。" in (await town.secretary.sees("发给")).text
    await town.secretary.presses("发出去")
    assert len(await told(town.liu, "请走西边楼梯", to=town.building3)) == 1
    await town.secretary.presses("改范本", on=one)
    await town.secretary.presses("改名字")
    await town.secretary.says("电梯保洁")
    await town.secretary.presses("存下来")
    shown = await listed(town.secretary)
    assert "电梯保洁" in shown.labels
    assert "擦电梯" not in shown.labels
    await town.secretary.presses("电梯保洁", on=shown)
    await town.secretary.presses("删掉")
    await town.secretary.presses("不，留着")
    await town.secretary.presses("删掉")
    await town.secretary.presses("对，删掉")
    assert "电梯保洁" not in (await listed(town.secretary)).labels
    gone = await town.secretary.presses("用它发公告", on=one)
    assert "看不到了" in gone.alert


async def test_what_is_told_is_kept_and_one_that_came_along_becomes_the_estates_own(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/broadcast 门口洒水，小心路滑")
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里")
    await town.secretary.presses("存成范本")
    await town.secretary.says("路滑")
    assert "📑 同时存成范本“路滑”" in (await town.secretary.sees("发给")).text
    await town.secretary.presses("发出去")
    assert "路滑" in (await listed(town.secretary)).labels
    await town.secretary.says("/broadcast 又洒水了")
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里")
    await town.secretary.presses("存成范本")
    await town.secretary.says("路滑")
    refused = await town.secretary.presses("发出去")
    assert "已经有一个叫“路滑”的范本了" in refused.alert
    assert await told(town.liu, "又洒水了", to=town.building3) == []
    await town.secretary.says("取消")
    await town.secretary.presses("停水", on=await listed(town.secretary))
    await town.secretary.presses("改范本", on=await town.secretary.sees("我带来的"))
    await town.secretary.presses("改内容")
    await town.secretary.says("{哪天}{几点到几点}停水，{为什么}。")
    await town.secretary.presses("存下来")
    shown = await listed(town.secretary)
    assert shown.labels.count("停水") == 1
    assert "停水 ______停水，___。" in shown.text


async def test_in_english_they_have_english_names(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/language")
    await town.secretary.presses("English")
    shown = await listed(town.secretary)
    assert {"Water off", "Power off", "Lift maintenance", "Typhoon"} <= set(shown.labels)
    await town.secretary.presses("Typhoon", on=shown)
    await town.secretary.presses("Use it")
    for words in ("Sunday", "strong wind", "12345"):
        await town.secretary.says(words)
    await town.secretary.presses("The whole estate")
    await town.secretary.presses("In the groups")
    look = await town.secretary.sees("To: ")
    assert "On Sunday we expect strong wind." in look.text
    await town.liu.says("/templates")
    assert "范本" not in (await town.liu.reads())[-1].text
