"""The simulator with a large housing estate in it: many groups, and many people who pressed Start.

python -m bench.telegram_of_many PORT GROUPS PEOPLE

Everybody is put into the simulator's world directly: through its doors the bot would first be told of each of them.
From then on it is the simulator as it always is, its flood limits on.
"""

from __future__ import annotations

import asyncio
import sys

from simulator.model import SUPERGROUP_RIGHTS, USUAL_RIGHTS, Bot, Chat, Member, Person
from simulator.server import serve
from simulator.world import FIRST_GROUP_ID, FIRST_PERSON_ID, World

TOKEN, USERNAME = "7000000001:local-telegram-needs-no-secret", "wishwell_bot"
SECRETARY = 2001
#: So many of the people live in building 1, and are those who talk to the bot while it is busy telling everybody.
TALKERS = 60
PER_BUILDING = 7


def telegram_ids_of_people(people: int) -> range:
    return range(FIRST_PERSON_ID, FIRST_PERSON_ID + people)


def telegram_id_of_group(building: int) -> int:
    """Buildings are numbered from 1."""
    return FIRST_GROUP_ID - (building - 1)


def building_of(position: int, groups: int) -> int:
    """Where the person at this position (from 0) lives; some live where there is no group."""
    return 1 if position < TALKERS else 1 + (position // PER_BUILDING) % groups


def populated(groups: int, people: int) -> World:
    world = World(rate=1)
    bot = world.add_bot(token=TOKEN, name="邻愿", username=USERNAME)
    secretary = Person(SECRETARY, "李书记", language="zh-hans")
    _at_home(world, bot, secretary)
    for building in range(1, groups + 1):
        chat = Chat(telegram_id_of_group(building), "supergroup", title=f"{building}号楼")
        chat.members[secretary.id] = Member(secretary, "creator", frozenset(SUPERGROUP_RIGHTS))
        chat.members[bot.id] = Member(bot, "administrator", USUAL_RIGHTS)
        world.groups[chat.id] = chat
    for position, telegram_id in enumerate(telegram_ids_of_people(people)):
        person = Person(telegram_id, f"邻居{position}", language="en" if position % 10 == 9 else "zh-hans")
        _at_home(world, bot, person)
        home = world.groups[telegram_id_of_group(building_of(position, groups))]
        home.members[person.id] = Member(person, "member")
    return world


def _at_home(world: World, bot: Bot, person: Person) -> None:
    world.people[person.id] = person
    world.private_chat(bot, person).started = True


async def main(port: int, groups: int, people: int) -> None:
    async with serve(populated(groups, people), port=port):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*(int(number) for number in sys.argv[1:])))
