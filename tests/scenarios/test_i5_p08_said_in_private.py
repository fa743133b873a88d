"""[a word in private] below a verdict: the way there without Start, a picture, and how long that picture is kept."""

from __future__ import annotations

import json
from typing import Any

from tests.scenarios.claimed import slow
from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files


async def _done(town: Estate) -> None:
    """Three neighbours have it too; Zhao never pressed Start. It is reported done."""
    await files(town, town.wang, "三楼走廊的灯坏了")
    for person in (town.chen, town.liu, town.zhao):
        await person.presses("我家也是", to=town.building3)
    await answers(town, town.foreman, "办好了", words="换成感应的了", photo=True)
    await town.world.advances(minutes=3)
    await slow(town)  # a "not yet" may be thought better of for some minutes: they do not pass by themselves


async def _says_more(town: Estate) -> None:
    card = await town.zhao.sees("三楼走廊的灯坏了", to=town.building3)
    assert "私下说两句" in (await town.zhao.presses("还没好", to=town.building3, on=card)).text
    card = await town.zhao.sees("三楼走廊的灯坏了", to=town.building3)
    await town.zhao.follows(card.url("私下说两句"))
    asked = await town.zhao.sees("让办的人联系您吗？")
    await town.zhao.presses("说两句、发照片", on=asked)
    await town.zhao.photographs(caption="晚上还是不亮")
    await town.zhao.presses("对")
    await town.zhao.sees("告诉他们了")


async def test_who_never_pressed_start_goes_by_the_card_and_says_more(town: Estate) -> None:
    await _done(town)
    await _says_more(town)
    said = await town.secretary.sees("补了一句", to=town.staff)
    assert said.photo
    assert "晚上还是不亮" in said.text
    assert "赵" not in said.text


async def test_a_picture_added_to_a_verdict_goes_with_those_of_wishes_that_ended(open_estate: Open) -> None:
    async with open_estate(extra={"retention": {"photos_of_ended_wishes_days": 60}}) as town:
        await _done(town)
        await _says_more(town)
        await town.world.advances(minutes=30)  # it goes back to the body
        await answers(town, town.foreman, "办好了", words="又换了一只", photo=True)
        for _ in range(30):
            await town.world.advances(days=1)
        assert await _pictures(town) == 1
        for _ in range(45):
            await town.world.advances(days=1)
        assert await _pictures(town) == 0


async def _pictures(town: Estate) -> int:
    """Of verdicts, as the person who gave them is shown that they are kept."""
    await town.zhao.says("/mydata")
    shown = await town.zhao.sees("全部都在这个文件里")
    assert shown.document is not None
    found: dict[str, Any] = json.loads(await town.world.fetches(shown.document))
    return sum(each["photo"] is not None for each in found["verdicts"])
