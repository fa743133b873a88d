"""Who put a wish where; and the categories that one estate offers."""

from __future__ import annotations

from tests.scenarios.conftest import Open
from tests.scenarios.estate import ESTATES, Estate
from tests.scenarios.scenes import files


async def test_who_classed_a_wish_and_when_is_kept(town: Estate) -> None:
    await files(town, town.wang, "有没有人一起唱歌")
    card = await town.secretary.sees("一起唱歌", to=town.staff)
    await town.secretary.presses("更多", to=town.staff, on=card)
    await town.secretary.presses("归归类", to=town.staff)
    sorting = await town.secretary.last(to=town.staff)
    for label in ("要解决的事", "街道以上", "🌳 绿化", "✅ 居委会"):
        await town.secretary.presses(label, to=town.staff, on=sorting)
    await town.secretary.presses("✅ 要解决的事", to=town.staff, on=sorting)  # it is that already
    await town.secretary.presses("更多", to=town.staff, on=card)
    told = (await town.secretary.last(to=town.staff)).text
    for said in ("归到“要解决的事”", "归到“街道以上”", "归到“🌳 绿化”", "从“居委会”里拿掉了"):
        assert told.count(f"🗂 居委会李书记{said}") == 1, told
    assert "3月2日" in told


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.says("The hall light is broken")
    await town.emma.presses("Post")
    card = await town.secretary.sees("No. 1 · I want", to=town.staff)
    await town.secretary.presses("More", to=town.staff, on=card)
    await town.secretary.presses("Sort it", to=town.staff)
    await town.secretary.presses("between neighbours", to=town.staff)
    await town.secretary.presses("More", to=town.staff, on=card)
    assert "put it under “between neighbours”" in (await town.secretary.last(to=town.staff)).text


async def test_an_estate_offers_some_of_the_categories_in_its_own_order(open_estate: Open) -> None:
    estates = [{**ESTATES[0], "categories": ["parking", "repair"]}]
    async with open_estate(extra={"estates": estates}) as town:
        await town.wang.presses("我想要", to=town.building3)
        await town.wang.says("楼下垃圾没人扫")
        assert "💬 其他" in (await town.wang.last()).text, "cleaning is not offered here"
        await town.wang.presses("改")
        await town.wang.presses("分类")
        assert [each for each in (await town.wang.last()).labels if each[-2:] in ("停车", "报修", "其他", "卫生")] == [
            *("🚲 停车", "🔧 报修", "✅ 💬 其他"),
        ]
