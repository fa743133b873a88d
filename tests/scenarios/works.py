"""Projects as the committee runs them, in many stories: opened, moved on, paid for, reported on, accepted."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import files, starts


async def opens(
    town: Estate,
    *,
    name: str = "换走廊的灯",
    wishes: str | None = "1",
    words: str = "三楼走廊的灯坏了",
    where: str = "3号楼",
    end: str = "3月20日",
) -> None:
    """Works, by the secretary, in private."""
    secretary = town.secretary
    await secretary.says("/project")
    await secretary.presses("实事项目")
    await secretary.says(name)
    await secretary.says(wishes or "跳过")
    await secretary.says(where)
    await secretary.says(end)
    preview = await secretary.sees("开这个项目，对吗")
    assert name in preview.text
    assert wishes is None or f"第1件“{words}”" in preview.text
    await secretary.presses("对")


async def view(town: Estate, person: Person, number: int = 1) -> Message:
    await person.says(f"/projects {number}")
    return (await person.reads())[-1]


async def does(town: Estate, label: str, *says: str, number: int = 1) -> str:
    """The secretary presses a button of the project's view, says these things, confirms; what is said at the end."""
    shown = await view(town, town.secretary, number)
    pressed = await town.secretary.presses(label, on=shown)
    if pressed.alert:
        return pressed.alert
    for words in says:
        if words.startswith("#"):
            await town.secretary.presses(words[1:])
        else:
            await town.secretary.says(words)
    await town.secretary.presses("对")
    return (await town.secretary.reads())[-1].text


async def money(town: Estate, side: str, source: str, amount: str, words: str = "跳过") -> str:
    return await does(town, "记钱", f"#{side}", f"#{source}", amount, words)


async def on(town: Estate, words: str = "跳过") -> str:
    """One stage further, as its view offers it."""
    shown = await view(town, town.secretary)
    label = next(each for each in shown.labels if each.startswith("下一步") or each == "完工")
    return await does(town, label, words)


async def card(town: Estate, words: str = "项目1：", person: Person | None = None) -> Message:
    read = await (person or town.liu).reads(to=town.building3)
    return next(each for each in read if words in each.text)


async def progress(
    town: Estate, percent: str, *, milestone: str | None = None, words: str = "跳过", photos: int = 0
) -> None:
    secretary = town.secretary
    await secretary.says("/progress")
    await secretary.says(percent)
    if milestone is not None:
        await secretary.presses(milestone)
    await secretary.says(words)
    for _ in range(photos):
        await secretary.photographs()
    if photos:
        await secretary.presses("好了")
        await secretary.presses("对，照片里没有")
    else:
        await secretary.says("跳过")
        await secretary.presses("对")


async def begun(town: Estate) -> None:
    """Wang filed a wish, Chen has it too, Liu supports it; the secretary opened a project for it."""
    await town.secretary.starts()
    await starts(town.chen, town.building3)
    await starts(town.liu, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await town.liu.presses("支持", to=town.building3)
    await opens(town)


async def approved(town: Estate) -> None:
    await begun(town)
    await money(town, "计划给多少", "政府", "12万")
    await on(town, "师傅看过，能做")
    await on(town)


async def under_way(town: Estate) -> None:
    await approved(town)
    await money(town, "到位了多少", "政府", "5万")
    await on(town)
    await on(town)


async def in_acceptance(town: Estate) -> None:
    await under_way(town)
    await on(town)


async def the_committee_accepts(town: Estate) -> None:
    await town.secretary.presses("我方验收", on=await view(town, town.secretary))
    await town.secretary.presses("验收通过")
    await town.secretary.says("都亮了")
    await town.secretary.photographs()
    await town.secretary.presses("好了")
    await town.secretary.presses("对")
