"""What the seed's estate undertakes together: a project for the lift, a council about a seat, a neighbour's claim."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from simulator.client import Group, Message, Person, World

ZONE = ZoneInfo("Asia/Shanghai")
LIFT = "2单元电梯关门的时候有怪声"
SEAT = "5号楼门口想放两张长椅"
BICYCLES = "bicycle rack by the east gate"
PHONE = "想请人教我用手机挂号"


class Estate(Protocol):
    """What of the seed's estate is needed here."""

    @property
    def world(self) -> World: ...
    @property
    def building3(self) -> Group: ...
    @property
    def building5(self) -> Group: ...
    @property
    def staff(self) -> Group: ...
    def __getitem__(self, name: str) -> Person: ...


async def opened(estate: Estate) -> None:
    """The secretary opens a project for the lift; money is planned, and what it needs is looked into and approved."""
    secretary = estate["李书记"]
    card = await secretary.sees(LIFT, to=estate.staff)
    number = re.findall(r"第(\d+)件", card.text)[0]
    await secretary.says("/project")
    await secretary.presses("实事项目")
    for said in ("2单元电梯大修", number, "3号楼", await _day(estate, 40)):
        await secretary.says(said)
    await secretary.presses("对")
    for source, amount in (("政府", "6万"), ("居民", "1.5万")):
        await _does(estate, "记钱", "#计划给多少", f"#{source}", amount, "跳过")
    await _does(estate, "加节点", "配件到货", await _day(estate, 12))
    await _does(estate, "加节点", "调试", await _day(estate, 30))
    await _on(estate, "厂家来看过，换门机就行")


async def approved(estate: Estate) -> None:
    """Approved, which promises the wish; the government's money comes."""
    await _on(estate)
    await _does(estate, "记钱", "#到位了多少", "#政府", "6万", "跳过")
    await _does(estate, "记钱", "#到位了多少", "#居民", "9000", "还差几户")
    await _on(estate)


async def planned(estate: Estate) -> None:
    """The lift goes on the plan, and the bicycle shed, for which nobody has money yet."""
    secretary = estate["李书记"]
    for wish, name, tier, day, owner, money in (
        (LIFT, "2单元电梯大修", "近期办", await _day(estate, 36), "物业", "政府6万，居民1.5万"),
        (BICYCLES, "给自行车搭个棚", "以后争取", "先不定日子", "居委会", "还不知道"),
    ):
        card = await secretary.sees(wish, to=estate.staff)
        await secretary.says("/item")
        for said in (re.findall(r"第(\d+)件", card.text)[0], name, tier, day, owner, money):
            await secretary.says(said)
        await secretary.presses("对")


async def begun(estate: Estate) -> None:
    """Under way; the parts have come."""
    await _on(estate)
    await _reports(estate, "30", "配件到货", "门机到了，先拆旧的")


async def half_done(estate: Estate) -> None:
    await _reports(estate, "65", "没到节点", "门机装好了，还要调速度")


async def argued(estate: Estate) -> None:
    """A council about two seats: where some would sit, others fear noise."""
    wisher, clerk, staff = estate["周建国"], estate["小周"], estate.staff
    await wisher.says(SEAT)
    await wisher.presses("发到群里")
    card = await clerk.sees(SEAT, to=staff)
    await clerk.presses("更多", to=staff, on=card)
    await clerk.presses("发起商议", to=staff)
    await clerk.presses("议事会", to=staff)
    for said in ("长椅放在门口，还是放到花园边上？", "有老人走不动要歇脚，也有人怕晚上聊天吵。", await _day(estate, 9)):
        await clerk.says(said, to=staff, reply_to=await clerk.last(to=staff))
    await clerk.presses("对", to=staff)
    for name, side, words in (
        ("许阿婆", "赞成", "买菜回来能坐一坐"),
        ("许明", "赞成", "等孩子放学也有地方坐"),
        ("郑洁", "反对", "一楼窗户底下晚上会吵"),
    ):
        person = estate[name]
        await person.presses(f"说{side}的理由", on=await _newest(person, "议事会", estate.building5))
        await person.says(words)
        await person.presses("对")


async def claimed(estate: Estate) -> None:
    """A neighbour takes on what another wants, and she says yes."""
    wang, sun = estate["王阿姨"], estate["孙浩"]
    await wang.says(PHONE)
    await wang.presses("发到群里")
    await sun.presses("我来帮", on=await _newest(sun, PHONE, estate.building3))
    await sun.presses("我来认领", on=await sun.sees("要是您愿意把整件事接过去"))
    await sun.presses("我自己")
    await sun.says(await _day(estate, 5))
    await sun.presses("对")
    if "好，请他来办" in (await wang.last()).labels:
        await wang.presses("好，请他来办")


async def _newest(person: Person, words: str, group: Group) -> Message:
    """The newest message with these words that has buttons."""
    return [each for each in await person.reads(to=group) if each.contains(words) and each.labels][-1]


async def _day(estate: Estate, days: int) -> str:
    return ((await estate.world.now()).astimezone(ZONE).date() + timedelta(days=days)).isoformat()


async def _does(estate: Estate, label: str, *says: str) -> None:
    """A button of the project's view, then words and, after #, further buttons; the last look is confirmed."""
    secretary = estate["李书记"]
    await secretary.says("/projects 1")
    await secretary.presses(label, on=await secretary.last())
    for said in says:
        await (secretary.presses(said[1:]) if said.startswith("#") else secretary.says(said))
    await secretary.presses("对")


async def _on(estate: Estate, words: str = "跳过") -> None:
    """One stage further."""
    secretary = estate["李书记"]
    await secretary.says("/projects 1")
    shown = await secretary.last()
    await secretary.presses(next(label for label in shown.labels if label.startswith("下一步")), on=shown)
    await secretary.says(words)
    await secretary.presses("对")


async def _reports(estate: Estate, percent: str, milestone: str, words: str) -> None:
    secretary = estate["李书记"]
    await secretary.says("/progress")
    await secretary.says(percent)
    await secretary.presses(milestone)
    await secretary.says(words)
    await secretary.photographs()
    await secretary.presses("好了")
    await secretary.presses("对，照片里没有")
