"""The seed's estate finds a bunch of keys and gives a chair away: one proves whose they are, two would like it."""

from __future__ import annotations

from typing import Protocol

from simulator.client import Group, Person

_KEYS, _CHAIR = "一串钥匙，有门禁卡", "儿童餐椅，八成新"


class Estate(Protocol):
    """What of the seed's estate is needed here."""

    @property
    def building3(self) -> Group: ...
    def __getitem__(self, name: str) -> Person: ...


async def handed_on(estate: Estate) -> None:
    """The keys go back to their owner; about the chair its giver is still asked."""
    finder, owner = estate["王阿姨"], estate["陈伟"]
    await _posts(finder, "found", _KEYS, "3号楼门口的长凳上")
    await _answers(estate, "陈伟", _KEYS, "是我的", "挂着一只红色小熊")
    asked = await finder.sees("说是自己的")
    await finder.presses(asked.labels[0], on=asked)
    accepted = await finder.last()
    await finder.presses(accepted.labels[0], on=accepted)
    await finder.says("我在家，3-502，晚饭后都行")
    await owner.sees("晚饭后都行")
    await _posts(estate["孙丽"], "giveaway", _CHAIR, "2单元门口自取")
    for name in ("刘敏", "老赵"):
        await _answers(estate, name, _CHAIR, "我想要", "孩子正好用得上")


async def _posts(person: Person, kind: str, *said: str) -> None:
    await person.says(f"/{kind}")
    for words in said:
        await person.says(words)
    await person.presses("发到群里")


async def _answers(estate: Estate, name: str, what: str, label: str, words: str) -> None:
    """By the link on its card, in private."""
    person = estate[name]
    cards = [each for each in await person.reads(to=estate.building3) if each.contains(what) and label in each.labels]
    await person.presses(label, to=estate.building3, on=cards[-1])
    await person.says(words)
