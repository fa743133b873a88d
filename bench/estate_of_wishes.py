"""A large estate's open wishes, made up by a seed: common troubles in every building, in both languages."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.similarity.labelled import Filed, pairs

SEED = 20260302
FLOORS = 24

_COMMON = (
    "{floor}楼走廊灯坏了",
    "{floor}楼楼道堆满杂物，走不过去",
    "{floor}楼水管漏水，滴到楼下了",
    "电梯又坏了，停在{floor}楼",
    "{unit}单元单元门关不上",
    "{unit}单元对讲机没反应",
    "{floor}楼有人在楼道抽烟",
    "停水了，{floor}楼一点水都没有",
    "暖气不热，{floor}楼晚上很冷",
    "楼下垃圾桶满了没人清",
    "门口路面有坑，老人差点摔跤",
    "电动车停在{floor}楼楼道充电，太危险",
    "The light on floor {floor} is out",
    "water is leaking on floor {floor}",
    "the lift is stuck at floor {floor} again",
    "The front door of unit {unit} does not close",
    "网络从昨天开始一直掉线",
    "希望花园里加几张长椅",
    "树枝挡住{floor}楼的光，请修剪",
    "{floor}楼装修周末电钻太吵",
)
_TAILS = (
    "",
    "，请尽快看看",
    "，好几天了",
    "，麻烦物业",
    "，晚上看不见",
    ", please help",
    "，孩子害怕",
    "，已经第三次说了",
)


def wishes(count: int, *, buildings: int, seed: int = SEED) -> Iterator[Filed]:
    """`count` wishes spread over the buildings: two thirds common troubles, one third the labelled sentences."""
    chance = random.Random(seed)
    labelled = [side.words for pair in pairs() for side in (pair.first, pair.second)]
    for _ in range(count):
        home = str(chance.randint(1, buildings))
        if chance.random() < 1 / 3:
            yield Filed(chance.choice(labelled), home)
            continue
        common = chance.choice(_COMMON).format(floor=chance.randint(1, FLOORS), unit=chance.randint(1, 4))
        yield Filed(common + chance.choice(_TAILS), home)
