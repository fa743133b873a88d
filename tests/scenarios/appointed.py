"""Roles as the committee gives them, in many stories: somebody is asked, says yes, and has them taken again."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.estate import Estate


async def gives(
    giver: Person,
    role: str,
    *,
    who: str,
    name: str,
    where: str = "整个小区",
    starts_on: str = "今天",
    ends_on: str = "跳过",
) -> list[Message]:
    """The whole dialog in private; what was said at the end. `who`: a @name, or 发一个链接.

    `where`: typed where it is asked, as it is of roles that can hold in a part of the estate.
    """
    await giver.says(f"/role {who}" if who.startswith("@") else "/role")
    if not who.startswith("@"):
        await giver.presses("请一个人")
    await giver.presses(role)
    asked = (await giver.last()).text
    if "管哪儿" in asked or "住哪栋楼" in asked:
        await giver.says(where)
    if "只管一个单元" in (await giver.last()).text:
        await giver.presses("整栋楼")
    if not who.startswith("@"):
        await giver.presses(who)
    await giver.says(name)
    await giver.says(starts_on)
    await giver.says(ends_on)
    await giver.sees("这样安排对吗")
    seen = len(await giver.reads())
    await giver.presses("对")
    return (await giver.reads())[seen - 1 :]


async def appoints(
    town: Estate,
    holder: Person,
    role: str,
    *,
    name: str,
    where: str = "整个小区",
    starts_on: str = "今天",
    ends_on: str = "跳过",
) -> None:
    """By a link, which they follow, saying yes."""
    await town.secretary.starts()
    days = {"starts_on": starts_on, "ends_on": ends_on}
    await gives(town.secretary, role, who="发一个链接", name=name, where=where, **days)
    await holder.follows(await link_in(town.secretary))
    await holder.presses("我愿意")


async def link_in(giver: Person) -> str:
    """The link of the newest offer, as it is passed on."""
    pressed = await giver.presses("看一看")
    assert pressed.url is not None
    return pressed.url


async def takes(giver: Person, name: str, why: str = "跳过", *, label: str = "拿掉") -> None:
    """From the list, in private."""
    await giver.says("/role")
    listed = (await giver.reads())[-1]
    (number,) = [line.split(".")[0] for line in listed.text.splitlines() if name in line and "." in line[:4]]
    await giver.presses(number, on=listed)
    await giver.presses(label)
    await giver.says(why)
    await giver.presses("对")
