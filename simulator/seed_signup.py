"""The seed's estate signs up for something: neighbours of both buildings, some with a child, and one who waits."""

from __future__ import annotations

from typing import Protocol

from simulator.client import Group, Person

_WHAT = "周末一起包饺子，面和馅都备好了"

_TAPS = (("王阿姨", "我报名"), ("刘敏", "带一人"), ("周建国", "我报名"), ("孙丽", "带一人"), ("老赵", "我报名"))


class Estate(Protocol):
    """What of the seed's estate is needed here."""

    @property
    def building3(self) -> Group: ...
    @property
    def building5(self) -> Group: ...
    def __getitem__(self, name: str) -> Person: ...


async def signed_up(estate: Estate) -> None:
    """The secretary asks in private; the others tap on the card of their group."""
    secretary = estate["李书记"]
    await secretary.says("/signup")
    for words in (_WHAT, "6天后", "下午两点", "3号楼门厅", "6"):
        await secretary.says(words)
    await secretary.presses("能带几人")
    await secretary.presses("最多2人")
    await secretary.presses("发到群里")
    for name, label in _TAPS:
        person = estate[name]
        group = estate.building5 if name == "周建国" else estate.building3
        cards = [each for each in await person.reads(to=group) if each.contains(_WHAT) and label in each.labels]
        await person.presses(label, to=group, on=cards[-1])
