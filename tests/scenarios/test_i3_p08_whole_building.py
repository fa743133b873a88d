"""From three floors on, one wish for the whole building is offered; nothing is merged, nobody's support is moved."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files, starts

OFFER = "改成整栋楼的一件"


async def two_floors(town: Estate) -> None:
    await files(town, town.chen, "三楼走廊灯坏了")
    await files(town, town.liu, "四楼走廊灯坏了")


async def test_three_floors_become_one_wish_of_the_building_and_each_goes_on(town: Estate) -> None:
    await two_floors(town)
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("五楼走廊灯坏了")
    preview = await town.wang.sees("别的楼层也有人说过：第1件、第2件")
    assert preview.labels[:5] == ["发到群里", "发，不露姓名", "只给居委会", "改", OFFER]

    await town.wang.presses(OFFER)
    preview = await town.wang.sees("🏢 整栋楼的一件，和第1件、第2件是一样的事")
    assert "报修 · 3号楼\n" in preview.text
    assert OFFER not in preview.labels
    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第3件")

    card = await town.chen.sees("第3件", to=town.building3)
    assert "和第1件、第2件是一样的事" in card.text
    assert "5楼" not in card.text
    assert "和第1件、第2件" in (await town.secretary.sees("第3件", to=town.staff)).text
    for part in ("第1件", "第2件"):
        assert "家也是" not in (await town.wang.sees(part, to=town.building3)).text

    told = await town.chen.sees("提了整栋楼的一件：第3件")
    assert "一点没动" in told.text
    await town.liu.sees("提了整栋楼的一件：第3件")
    await town.chen.presses("我家也是", on=told)
    assert "1家也是" in (await town.wang.sees("第3件", to=town.building3)).text

    # The building's answer is the building's; a floor's is the floor's.
    await answers(town, town.foreman, "答应办", day="周五", about="五楼走廊灯坏了")
    await town.world.advances(hours=10)  # the second news of her day: it waits for the evening
    await town.chen.sees("第3件有回音")
    await town.liu.does_not_see("第3件有回音")

    # Whoever comes after is shown the building's.
    await starts(town.zhao, town.building3)
    await town.zhao.says("六楼走廊的灯坏了")
    await town.zhao.sees("好像有人说过：第3件")


async def test_who_does_not_want_it_posts_their_floor_with_the_same_one_press(small_town: Estate) -> None:
    town = small_town
    await two_floors(town)
    await files(town, town.wang, "五楼走廊灯坏了")
    assert "5楼" in (await town.chen.sees("第3件", to=town.building3)).text
    await town.chen.does_not_see("整栋楼的一件")


async def test_it_can_be_taken_back_on_the_preview_and_another_place_ends_it(small_town: Estate) -> None:
    town = small_town
    await two_floors(town)
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("五楼走廊灯坏了")
    await town.wang.presses(OFFER)
    await town.wang.presses("返回")
    assert "3号楼5楼" in (await town.wang.sees("这样写对吗")).text
    await town.wang.presses(OFFER)
    await town.wang.presses("改")
    await town.wang.presses("地点")
    await town.wang.says("3号楼7楼")
    preview = await town.wang.sees("这样写对吗")
    assert "7楼" in preview.text
    assert "🏢" not in preview.text
    await town.wang.presses("发到群里")
    assert "一样的事" not in (await town.chen.sees("第3件", to=town.building3)).text
    await town.chen.does_not_see("整栋楼的一件")


async def test_without_a_name_and_for_the_committee_alone(small_town: Estate) -> None:
    town = small_town
    await two_floors(town)
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("五楼走廊灯坏了")
    await town.wang.presses(OFFER)
    await town.wang.presses("只给居委会")
    await town.chen.does_not_see("整栋楼的一件")
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("六楼走廊灯坏了")
    await town.wang.presses(OFFER)
    await town.wang.presses("发，不露姓名")
    card = await town.chen.sees("第4件", to=town.building3)
    assert "一位邻居说的" in card.text
    assert "王阿姨" not in (await town.chen.sees("提了整栋楼的一件：第4件")).text


async def test_one_other_floor_is_no_building(small_town: Estate) -> None:
    town = small_town
    await files(town, town.chen, "三楼走廊灯坏了")
    await files(town, town.liu, "三楼过道的灯不亮，换个灯泡吧")
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("五楼走廊灯坏了")
    assert OFFER not in (await town.wang.sees("别的楼层也有人说过")).labels


async def test_the_offer_survives_a_restart_and_speaks_english(town: Estate) -> None:
    await starts(town.emma, town.building5)
    await files(town, town.chen, "三楼走廊灯坏了", group=town.building5)
    await town.liu.joins(town.building5)
    await files(town, town.liu, "四楼走廊灯坏了", group=town.building5)
    await town.emma.says("The hallway light on the 5th floor is broken")
    preview = await town.emma.sees("Other floors said it too: no. 1, no. 2")
    assert "Make it the whole building’s" in preview.labels
    await town.bot_restarts()
    await town.emma.presses("Make it the whole building’s")
    await town.emma.sees("For the whole building, the same as no. 1, no. 2")
    await town.emma.presses("Post")
    assert "和第1件、第2件是一样的事" in (await town.chen.sees("第3件", to=town.building5)).text
