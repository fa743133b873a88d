"""The estate next door: a building group of 河畔花园, its secretary and a resident who never met ours."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.client import Group, Person
from tests.scenarios.estate import BOT, FOREIGN_SECRETARY, Estate


@dataclass(frozen=True)
class NextDoor:
    secretary: Person
    resident: Person
    building: Group


async def next_door(town: Estate) -> NextDoor:
    """Made and bound as anybody would do it."""
    world = town.world
    secretary = await world.person("何书记", id=FOREIGN_SECRETARY)
    resident = await world.person("河边小周")
    building = await world.group("河畔1号楼群", creator=secretary, members=[resident])
    await secretary.says(f"/bind@{BOT} 1号楼", to=building)
    await resident.says(f"/help@{BOT}", to=building)
    return NextDoor(secretary, resident, building)
