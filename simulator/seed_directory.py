"""The seed's estate writes its list of services and its phone card, and a resident asks about one of them."""

from __future__ import annotations

from typing import Protocol

from simulator.client import Group, Person, World

#: Name, provider, duty, how to apply, hours, contact; as typed or left out.
_SERVICES = (
    ("代办老年卡", "居委会", "必须提供", "带身份证和一张照片", "周一到周五 9:00-17:00", "2号窗口 小周"),
    ("电梯困人救援", "物业", "必须提供", "按电梯里的铃，或者打电话", "全天", "物业值班室"),
    ("借梯子、手推车", "物业", "可以提供", "登记一下，当天还", "8:00-20:00", "门岗"),
    ("量血压", "志愿者孙丽", "可以提供", "跳过", "周六上午", "3号楼门厅"),
)
#: What it is, number, hours, what for.
_PHONES = (
    ("物业值班室", "021-5555 0101", "全天", "电梯、水管、停电"),
    ("居委会", "021-5555 0102", "周一到周五 9:00-17:00", "跳过"),
)


class Estate(Protocol):
    """What of the seed's estate is needed here."""

    @property
    def world(self) -> World: ...
    @property
    def staff(self) -> Group: ...
    def __getitem__(self, name: str) -> Person: ...


async def listed(estate: Estate) -> None:
    """The secretary lists them in private; what Liu Min asks is answered in the staff chat, and shown to everybody."""
    secretary, asker, clerk = estate["李书记"], estate["刘敏"], estate["小周"]
    for service in _SERVICES:
        await secretary.says("/services")
        await secretary.presses("加一项服务")
        for words in service:
            await secretary.says(words)
        await secretary.presses("对")
    for phone in _PHONES:
        await secretary.says("/phone")
        await secretary.presses("加一个号码")
        for words in phone:
            await secretary.says(words)
        await secretary.presses("对")
    await asker.says("/services 老年卡")
    await asker.says("/services 1")
    await asker.presses("问一句")
    await asker.says("我妈走不动，能上门办吗？")
    await asker.presses("对")
    await clerk.presses("回答", to=estate.staff)
    await clerk.says("能，周三上午上门", to=estate.staff, reply_to=await clerk.last(to=estate.staff))
    await clerk.presses("给大家看", to=estate.staff)
    await clerk.presses("对", to=estate.staff)
    await estate.world.advances(minutes=3)
