"""A notice for a grid: its buildings' groups, its own, and who is known from them; beside single buildings."""

from __future__ import annotations

from simulator.client import Person
from tests.scenarios.broadcasting import ready, told
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.placed import adds_building, adds_grid, places


async def grids_of_two(town: Estate) -> None:
    """东片 holds 3号楼 and 7号楼, of which no group is; 西片 holds nothing."""
    await adds_building(town.secretary, "7号楼")
    for name in ("东片", "西片"):
        await adds_grid(town.secretary, name)
    for building in ("3号楼", "7号楼"):
        await town.secretary.presses(building, on=await places(town.secretary))
        await town.secretary.presses("放进网格")
        await town.secretary.presses("东片")


async def test_a_notice_goes_to_a_grid(town: Estate) -> None:
    await ready(town)
    await grids_of_two(town)
    group = await town.world.group("东片邻居群", creator=town.secretary, members=[town.outsider])
    await town.secretary.says(f"/bind@{BOT} 东片", to=group)
    await town.outsider.says(f"/wishes@{BOT}", to=group)

    await town.secretary.says("/broadcast")
    await town.secretary.says("明天停水")
    await town.secretary.presses("几栋楼")
    asked = await town.secretary.last()
    assert asked.labels[:3] == ["东片（3、7号楼）", "3", "5"], "an empty grid is not offered"
    await town.secretary.presses("东片", on=asked)
    await town.bot_restarts()
    await town.secretary.presses("好了")
    await town.secretary.presses("群里")
    look = await town.secretary.sees("发给")
    assert "东片" in look.text
    assert "2个群" in look.text
    await town.secretary.presses("发出去")
    assert await told(town.chen, "明天停水", to=town.building3)
    assert await told(town.outsider, "明天停水", to=group)
    assert not await told(town.emma, "明天停水", to=town.building5)
    card = await town.secretary.sees("则公告 · ")
    assert "东片" in card.text

    # In private: those of its buildings and of its own group, as they are known; named, and beside a building.
    await town.outsider.starts()
    await town.secretary.says("/broadcast")
    await town.secretary.says("明天停电")
    await town.secretary.presses("几栋楼")
    await town.secretary.says("东片，5号楼")
    await town.secretary.presses("好了")
    await town.secretary.presses("私聊")
    look = await town.secretary.sees("明天停电")
    assert "东片、5号楼" in look.text
    await town.secretary.presses("发出去")
    for neighbour in (town.chen, town.outsider, town.emma):
        assert await told(neighbour, "明天停电"), neighbour.name


async def test_a_building_that_moves_to_another_grid_takes_its_neighbours_along(town: Estate) -> None:
    """In English, by a file; the second notice goes where the buildings are by then."""
    await ready(town)
    secretary = town.secretary
    await secretary.says("/language")
    await secretary.presses("English")
    await takes_over(secretary, "building,grid\nBuilding 3,East\nBuilding 5,West\n")
    await to_the_west(secretary, "Water off", grids=["East (building 3)", "West (building 5)"])
    assert await told(town.emma, "Water off", to=town.building5)
    assert not await told(town.chen, "Water off", to=town.building3)
    await takes_over(secretary, "building,grid\nBuilding 3,West\nBuilding 5,East\n")
    await to_the_west(secretary, "Power off", grids=["East (building 5)", "West (building 3)"])
    assert await told(town.chen, "Power off", to=town.building3)
    assert not await told(town.emma, "Power off", to=town.building5)


async def takes_over(secretary: Person, table: str) -> None:
    await secretary.sends_file("grids.csv", table.encode(), caption="/places")
    await secretary.presses("Take it over")


async def to_the_west(secretary: Person, words: str, *, grids: list[str]) -> None:
    await secretary.says("/broadcast")
    await secretary.says(words)
    await secretary.presses("Some buildings")
    assert (await secretary.last()).labels[:2] == grids
    await secretary.says("West")
    for label in ("Done", "In the groups", "Send it"):
        await secretary.presses(label)
