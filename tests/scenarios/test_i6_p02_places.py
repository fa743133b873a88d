"""Places: the committee looks through buildings, stairwells, households and grids, and changes them by buttons."""

from __future__ import annotations

from bot.domain.place_tree import PlaceLevel
from simulator.client import Message, Person
from tests.scenarios.another_estate import next_door
from tests.scenarios.archive import filed_before
from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.placed import adds_building, adds_grid, id_of, opens_grids, places, tree_of
from tests.scenarios.rights_tried import refuses
from tests.scenarios.scenes import presses_twice, starts


async def test_buildings_of_groups_are_there_by_themselves(town: Estate) -> None:
    await town.secretary.starts()
    shown = await places(town.secretary)
    assert "阳光小区 · 楼和网格" in shown.text
    assert "🏠 2栋楼" in shown.text
    assert shown.labels == ["3号楼", "5号楼", "加楼栋", "网格（0）", "表格文件"]
    await town.secretary.presses("3号楼", on=shown)
    opened = await town.secretary.last()
    assert opened.id == shown.id, "the same message"
    assert "💬 接了1个群" in opened.text
    assert "删掉" not in opened.labels, "a group belongs to it"
    await town.secretary.presses("← 返回")
    assert "2栋楼" in (await town.secretary.last()).text


async def test_a_building_is_added_filled_named_closed_and_used_again(town: Estate) -> None:
    secretary = town.secretary
    await secretary.starts()
    said = await adds_building(secretary, "12号楼")
    assert "加好了" in said.text
    assert said.labels == ["再加一个", "看一看", "改名字", "删掉"]
    await secretary.presses("改名字", on=said)
    await secretary.says("玉兰楼")
    assert "12号楼 · 玉兰楼" in (await secretary.last()).text
    await secretary.presses("看一看")
    await secretary.presses("加单元")
    assert "在12号楼里加" in (await secretary.last()).text
    await secretary.says("二单元")
    await secretary.presses("看一看")
    assert "12号楼2单元" in (await secretary.last()).text
    await secretary.presses("加户")
    await town.bot_restarts()
    await secretary.says("502室")
    said = await secretary.last()
    assert "12号楼2单元502室" in said.text
    await secretary.presses("看一看", on=said)
    opened = await secretary.last()
    assert opened.labels == ["改名字", "停用", "删掉", "← 返回"]
    await secretary.presses("停用", on=opened)
    assert "⏸ 停用了" in (await secretary.last()).text
    shown = await places(secretary)
    assert "停用的（1）" in shown.labels
    assert "3栋楼、1个单元" in shown.text
    assert "户" not in shown.text
    await secretary.presses("停用的（1）", on=shown)
    await secretary.presses("12号楼2单元502室")
    await secretary.presses("重新用")
    assert "3栋楼、1个单元、1户" in (await places(secretary)).text
    await secretary.presses("12号楼 · 玉兰楼")
    await secretary.presses("改名字")
    await secretary.says("桂花楼")
    assert "12号楼 · 桂花楼" in (await secretary.last()).text
    await secretary.presses("看一看")
    await secretary.presses("改名字")
    await secretary.presses("不要名字")
    said = await secretary.last()
    assert "📍 12号楼" in said.text
    assert "桂花楼" not in said.text


async def test_mistakes_are_told_and_lose_nothing(town: Estate) -> None:
    secretary = town.secretary
    await secretary.starts()
    await secretary.presses("加楼栋", on=await places(secretary))
    for words, why in (
        ("3号楼", "“3”已经有了"),
        ("3-2", "“3-2”不像号码"),
        ("长" * 30, "不像号码"),
        ("12/4", "不像号码"),
    ):
        await secretary.says(words)
        assert why in (await secretary.last()).text or why in (await secretary.reads())[-2].text
    await secretary.says("77号楼")
    said = await secretary.last()
    await secretary.presses("删掉", on=said)
    assert "77号楼删掉了" in (await secretary.last()).text
    three = await id_of(town, "3")
    assert "不能删，可以停用" in await forges(town, secretary, f"place-do:{three}:remove")
    assert "没找到这个地方" in await forges(town, secretary, "place-do:404:close")
    for forged in (
        "places:x:0:0",
        "places:n",
        "place-do:0:add:city",
        f"place-do:{three}:add:building",
        "grid-do:1:fly",
    ):
        assert "不认得" in await forges(town, secretary, forged), forged


async def test_what_wishes_are_about_is_closed_not_removed(town: Estate) -> None:
    await town.secretary.starts()
    await filed_before(town, town.wang, "路灯坏了")
    await town.secretary.says("/bind@wishwell_bot 12号楼", to=town.building3)
    three = await id_of(town, "3")
    assert "不能删，可以停用" in await forges(town, town.secretary, f"place-do:{three}:remove")
    await town.secretary.presses("3号楼", on=await places(town.secretary))
    await presses_twice(town.secretary, await town.secretary.last(), "停用")
    assert (await tree_of(town)).nodes[("3",)].closed_at is not None


async def taken(secretary: Person) -> list[Message]:
    await adds_grid(secretary, " 東片 ")
    return await secretary.reads()


async def test_a_building_belongs_to_one_grid(town: Estate) -> None:
    secretary = town.secretary
    await secretary.starts()
    assert "还没有网格" in (await opens_grids(secretary)).text
    assert "网格“东片”加好了" in (await adds_grid(secretary, "东片")).text
    await adds_grid(secretary, "西片")
    assert "已经有网格“东片”了" in "".join(each.text for each in (await taken(secretary))[-2:])
    await secretary.says("/cancel")
    for grid in ("东片", "西片"):
        await secretary.presses("3号楼", on=await places(secretary))
        await secretary.presses("放进网格")
        await secretary.presses(grid)
        assert f"网格：{grid}" in (await secretary.last()).text
    assert "放回原来的" in (await secretary.last()).labels
    shown = await opens_grids(secretary)
    assert "· 东片：0栋楼，0户" in shown.text
    assert "· 西片：1栋楼，0户" in shown.text
    await secretary.presses("3号楼", on=await places(secretary))
    await secretary.presses("放进网格")
    await secretary.presses("不放网格")
    assert "网格：" not in (await secretary.last()).text
    await secretary.presses("放回原来的")
    assert "网格：西片" in (await secretary.last()).text
    shown = await opens_grids(secretary)
    await secretary.presses("西片", on=shown)
    assert (await secretary.last()).labels == ["3号楼", "改名字", "停用", "← 返回"]
    await secretary.presses("改名字")
    await secretary.says("西边")
    await secretary.presses("看一看")
    await secretary.presses("停用")
    assert "西边（停用）" in (await opens_grids(secretary)).text
    east = next(grid.id for grid in (await tree_of(town)).grids.values() if grid.name == "东片")
    west = next(grid.id for grid in (await tree_of(town)).grids.values() if grid.name == "西边")
    assert "停用了，先重新用它" in await forges(town, secretary, f"place-do:{await id_of(town, '5')}:grid:{west}")
    assert "里还有楼" in await forges(town, secretary, f"grid-do:{west}:remove")
    await forges(town, secretary, f"grid-do:{east}:remove")
    assert [grid.name for grid in (await tree_of(town)).grids.values()] == ["西边"]


async def test_many_buildings_are_a_page_at_a_time(town: Estate) -> None:
    await town.secretary.starts()
    for number in range(6, 14):
        await adds_building(town.secretary, str(number))
    shown = await places(town.secretary)
    assert "🏠 10栋楼" in shown.text
    assert shown.labels[:8] == ["3号楼", "5号楼", *(f"{number}号楼" for number in range(6, 12))]
    await town.secretary.presses("下一页", on=shown)
    assert (await town.secretary.last()).labels[:2] == ["12号楼", "13号楼"]


async def test_a_new_group_opens_its_building_again(town: Estate) -> None:
    await town.secretary.starts()
    twelve = await adds_building(town.secretary, "12号楼")
    await town.secretary.presses("看一看", on=twelve)
    await town.secretary.presses("停用")
    group = await town.world.group("12号楼群", creator=town.secretary)
    await town.secretary.says("/bind@wishwell_bot 12号楼2单元", to=group)
    tree = await tree_of(town)
    assert tree.nodes[("12",)].closed_at is None
    assert tree.nodes[("12", "2")].level is PlaceLevel.STAIRWELL


async def test_only_the_committee_and_not_among_neighbours(town: Estate) -> None:
    await starts(town.liu, town.building3)
    for person in (town.foreman, town.chair):
        await person.starts()
    for person in (town.liu, town.foreman, town.chair):
        assert refuses((await places(person)).text)
    await town.secretary.says("/places@wishwell_bot", to=town.building3)
    assert "跟我单独说" in (await town.secretary.reads(to=town.building3))[-1].text
    await town.secretary.says("/places@wishwell_bot", to=town.staff)
    assert "楼和网格" in (await town.secretary.reads(to=town.staff))[-1].text
    abroad = await next_door(town)
    await abroad.secretary.starts()
    shown = await places(abroad.secretary)
    assert "河畔花园 · 楼和网格" in shown.text
    assert shown.labels[0] == "1号楼"
    ours = await id_of(town, "3")
    for data in (f"places:n:{ours}:0", f"place-do:{ours}:close", f"place-do:{ours}:add:household"):
        assert "没找到这个地方" in await forges(town, abroad.secretary, data)
    assert "没找到这个网格" in await forges(town, abroad.secretary, "grid-do:1:close")


async def test_what_the_estate_lies_in_and_own_names_of_levels(open_estate: Open) -> None:
    own: dict[str, object] = {
        "places": {"levels": {"building": {"zh": "组团"}, "stairwell": {"zh": "梯", "en": "Stair"}}}
    }
    async with open_estate(extra=own) as town:
        await town.secretary.starts()
        shown = await places(town.secretary)
        assert "加组团" in shown.labels
        await town.secretary.presses("3号楼", on=shown)
        assert "加梯" in (await town.secretary.last()).labels
        await town.secretary.sends_file("梯.csv", "层级,编号,上级\n梯,2,3号楼\n".encode(), caption="/places")
        await town.secretary.presses("导入")
        assert ("3", "2") in (await tree_of(town)).nodes
