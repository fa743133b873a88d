"""Somebody has said it already: told on the preview, joined by one press, or passed over; never an extra step."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files, starts

HINT = "好像有人说过"


async def test_a_neighbour_joins_instead_of_filing_the_same_again(town: Estate) -> None:
    await files(town, town.chen, "三楼走廊灯坏了")
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("3层过道的灯不亮")

    preview = await town.wang.sees(HINT)
    assert "好像有人说过：第1件“三楼走廊灯坏了”。" in preview.text
    assert preview.labels[:4] == ["发到群里", "发，不露姓名", "只给居委会", "改"]
    assert preview.labels[4:6] == ["我家也是", "不是一回事"]

    await town.wang.presses("我家也是")
    await town.wang.sees("第1件也算您一家")
    assert "1家也是" in (await town.chen.sees("第1件", to=town.building3)).text
    await town.chen.does_not_see("第2件", to=town.building3)

    await answers(town, town.secretary, "答应办", day="周五")
    await town.wang.sees("第1件有回音")


async def test_it_is_different_and_is_posted_as_ever(town: Estate) -> None:
    await files(town, town.chen, "三楼走廊灯坏了")
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼过道的灯坏了，是最里面那盏")
    await town.wang.sees(HINT)
    await town.wang.presses("不是一回事")
    preview = await town.wang.sees("这样写对吗")
    assert HINT not in preview.text
    assert "我家也是" not in preview.labels
    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第2件")


async def test_who_does_not_look_posts_with_the_same_one_press(town: Estate) -> None:
    await files(town, town.chen, "电梯又坏了")
    await files(town, town.wang, "3号楼电梯故障，用不了")
    await town.wang.sees("记好了，第2件")


async def test_another_floor_is_told_and_nothing_is_asked(town: Estate) -> None:
    await files(town, town.chen, "三楼走廊灯坏了")
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("五楼走廊灯坏了")
    preview = await town.wang.sees("别的楼层也有人说过：第1件“三楼走廊灯坏了”")
    assert "我家也是" not in preview.labels
    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第2件")


async def test_an_unsaid_floor_is_asked_in_the_line(town: Estate) -> None:
    await files(town, town.chen, "四楼走廊灯坏了")
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("走廊灯不亮")
    assert "是4楼的吗？" in (await town.wang.sees(HINT)).text


async def test_another_buildings_lift_is_not_ours(town: Estate) -> None:
    await files(town, town.emma, "The lift is broken", group=town.building5, how="Post")
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("电梯坏了")
    assert HINT not in (await town.wang.sees("这样写对吗")).text


async def test_what_went_to_the_committee_alone_is_never_told_to_a_neighbour(town: Estate) -> None:
    await files(town, town.chen, "三楼走廊灯坏了", how="只给居委会")
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯不亮")
    assert HINT not in (await town.wang.sees("这样写对吗")).text


async def test_two_languages_are_one_wish(town: Estate) -> None:
    await starts(town.emma, town.building5)
    await files(town, town.chen, "三楼走廊灯坏了", group=town.building5)
    await town.emma.says("The light on the 3rd floor is out")
    preview = await town.emma.sees("Someone may have said it: no. 1")
    assert preview.labels[4:6] == ["Same here", "It’s different"]
    await town.emma.presses("Same here")
    await town.emma.sees("your home is on no. 1 too")


async def test_the_hint_survives_a_restart(town: Estate) -> None:
    await files(town, town.chen, "三楼走廊灯坏了")
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼灯不亮")
    await town.wang.sees(HINT)
    await town.bot_restarts()
    await town.wang.presses("我家也是")
    await town.wang.sees("第1件也算您一家")
