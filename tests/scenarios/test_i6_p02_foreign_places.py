"""One bot, many estates: every command and every button is tried by every role against a place that is none of theirs.

Two ways: people of one estate, where they are at home, press buttons with the ids of another's things; and in the chats
of another estate everybody presses and says what belongs to theirs. Nothing is changed, nothing is said of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from handlers.routes import BUTTONS, COMMANDS
from simulator.client import Group, Person
from simulator.model import Query
from tests.scenarios.abroad import WORDS, one_of_everything, seen_from
from tests.scenarios.another_estate import NextDoor, next_door
from tests.scenarios.buttons_tried import BUTTONS_TRIED
from tests.scenarios.estate import BOT, CAPTAIN, VOLUNTEER, WITHOUT_PACE, Estate, estate
from tests.scenarios.forging import forge
from tests.scenarios.rights_tried import COMMANDS_TRIED
from tests.scenarios.scenes import starts

#: Of buttons that the trial of rights presses with an id nobody has: those with the id of something that is there.
OF_SOMETHING: dict[str, str] = {
    **dict.fromkeys(("is-same", "not-same", "reply", "rathernot"), "{question}"),
    "function": "{group}:polls:stop:0",
    "mistake": "{alarm}",
    "match-no": "{open}:{wish_offer}",
    "bc-read": "{broadcast}",
    "quarrel": "{quarrel}",
    "quarrel-do": "{quarrel}:take",
    "quarrel-write": "{quarrel}:view",
    "quarrel-say": "{quarrel}:yes",
    "ledger-import": "{table}:yes",
    "place-import": "{places}:yes",
    "onboard": "bind:building:{estate}:3:",
}
#: Buttons that name nothing of any place: they are about the person, or about the estate whose chat they are in.
OF_NOTHING = frozenset(
    {
        *(
            "queue",
            "several",
            "voices",
            "several-same",
            "jotting",
            "file",
            "list",
            "mine",
            "topic",
            "bind-says",
            "language",
        ),
        *("mention", "mydata", "forget-no", "forget", "forget-yes", "notices", "notices-set", "trial", "here"),
        *("projects", "plan", "plan-file", "promises", "places-file", "ledger", "ledger-file"),
        *(
            "audit",
            "audit-file",
            "my-roles",
            "export",
            "functions",
            "bcasts",
            "calendar",
            "report-see",
            "report-days",
        ),
        *("report-file", "polls", "things", "thing-post"),
        *("services", "service-waiting", "service-review", "phone"),
    }
)
#: What a command says by which it could name something of another estate: everything has these numbers there.
SAID = {
    "things": "1",
    **dict.fromkeys(
        ("broadcasts", "polls", "wish", "ledger", "services", "projects", "item", "project", "progress", "for"), "1"
    ),
    **dict.fromkeys(("find", "wishes"), WORDS[:4]),
    "bind": "{estate} 3号楼",
}
#: Tables that change by being asked anything at all.
_BY_ASKING = frozenset(
    {
        *("inbox", "inbox_keys", "messages", "slots", "outbox", "people", "residents", "chats", "administrators"),
        *("processes", "contacts", "notices", "tellings", "asides", "unsigned", "counters", "attention_days"),
        *("service_openings", "service_uses", "first_asked", "intakes"),
    }
)


AT_ONCE = 12  #: buttons; what a refused press changes is seen as well then, and by which it was is said


def data_of(route: str) -> str:
    return OF_SOMETHING.get(route, BUTTONS_TRIED[route].words)


NAMING = tuple(route for route in BUTTONS if "{" in data_of(route))


def test_every_button_names_something_or_is_known_to_name_nothing() -> None:
    """A new route that carries an id is tried by itself; one that carries none is said to, above."""
    assert set(BUTTONS) - set(NAMING) == OF_NOTHING
    assert not OF_NOTHING & set(NAMING)


# ---- the stage ------------------------------------------------------------------------------------------------------


@dataclass
class Somebody:
    name: str
    person: Person
    to: Group | None  #: where they are; None: in private


def everything(database: Path) -> dict[str, list[Any]]:
    """All that is kept, but for what every question changes."""
    with closing(sqlite3.connect(database)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in tables if name not in _BY_ASKING and not name.startswith(("sqlite_", "alembic"))]
        found = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in kept}
        bound = connection.execute("SELECT id, estate_key, purpose, building, unit, language FROM chats ORDER BY id")
        return {**found, "bound": bound.fetchall()}


def changed(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> list[str]:
    return [name for name in before if before[name] != after[name]]


async def our_people(town: Estate) -> list[tuple[str, Person]]:
    """One of each role."""
    captain, volunteer = await town.world.person("李姐", id=CAPTAIN), await town.world.person("小周", id=VOLUNTEER)
    await town.secretary.promotes(town.zhao, in_=town.building3)
    await town.world.advances(minutes=6)
    await town.secretary.says(f"/help@{BOT}", to=town.building3)  # the bot reads the list of administrators
    return [
        ("outsider", town.outsider),
        ("resident", town.liu),
        ("captain", captain),
        ("volunteer", volunteer),
        ("moderator", town.zhao),
        ("property", town.foreman),
        ("owners", town.chair),
        ("committee", town.secretary),
    ]


async def come(town: Estate, people: Iterable[tuple[str, Person]], to: Group | None) -> list[Somebody]:
    """Everybody is there, and the bot has met them."""
    there = []
    for name, person in people:
        if to is None:
            await person.starts(settle=False)
        else:
            if town.telegram.groups[to.id].member(person.id) is None:
                await person.joins(to, settle=False)
            await person.says(f"/help@{BOT}", to=to, settle=False)
        there.append(Somebody(name, person, to))
    await town.world.settle()
    return there


async def press_all(town: Estate, who: Iterable[Somebody], several: Iterable[str]) -> dict[tuple[str, str], Query]:
    """They all press all of them at once."""
    presses = [(one, data) for data in several for one in who]
    queries = {(one.name, data): forge(town, one.person, data, to=one.to) for one, data in presses}
    await town.world.settle()
    return queries


async def read(who: Somebody) -> list[str]:
    there = await who.person.reads(to=who.to) if who.to else await who.person.reads()
    return [message.text for message in there if message.sender == "邻愿"]


async def tried(town: Estate, who: list[Somebody], ids: dict[str, int], estate_key: str, database: Path) -> None:
    """All buttons that name something, with these ids, by all of them: an answer, no change, no word of it."""
    before = everything(database)
    pressed = [f"{route}:{data_of(route).format(**ids, estate=estate_key)}" for route in NAMING]
    for at in range(0, len(pressed), AT_ONCE):
        several = pressed[at : at + AT_ONCE]
        for (name, data), query in (await press_all(town, who, several)).items():
            assert query.answered, f"{data} by {name}: no answer"
            assert query.text, f"{data} by {name}: nothing was said"
            assert WORDS not in query.text, f"{data} by {name}: {query.text}"
        assert not changed(before, everything(database)), f"{several}: {changed(before, everything(database))}"
    for one in who:
        assert not any(WORDS in text for text in await read(one)), one.name


# ---- people at home, things of another estate -----------------------------------------------------------------------


@pytest.mark.timeout(600)
@pytest.mark.parametrize("place", ["private", "building", "staff"])
async def test_every_button_on_what_is_next_door(sqlite_url: str, tmp_path: Path, place: str) -> None:
    async with estate(sqlite_url, tmp_path, extra=WITHOUT_PACE) as town:
        await town.world.limits(False)
        town.running.stride = timedelta(seconds=1)
        abroad = await next_door(town)
        river = seen_from(town, abroad)
        ids = await one_of_everything(
            river,
            author=abroad.resident,
            neighbour=await town.world.person("河边小吴"),
            estate_key="river",
            path=("1",),
        )
        await starts(town.liu, town.building3)
        groups = {"private": None, "building": town.building3, "staff": town.staff}
        who = await come(town, await our_people(town), groups[place])
        await tried(town, who, ids, "river", _database(sqlite_url))
        await _it_would_be_noticed(town, abroad, ids, _database(sqlite_url))


async def _it_would_be_noticed(town: Estate, abroad: NextDoor, ids: dict[str, int], database: Path) -> None:
    """Whoever may do it there does it with the same ids: the trial above looks at what changes and is said."""
    before = everything(database)
    who = await come(town, [("their resident", abroad.resident), ("their committee", abroad.secretary)], None)
    await press_all(town, who, [f"wish:{ids['open']}", f"place-do:{ids['place']}:close", f"join:{ids['open']}"])
    assert {"place_nodes", "followers"} <= set(changed(before, everything(database)))
    for one in who:
        assert any(WORDS in text for text in await read(one)), one.name


def _database(sqlite_url: str) -> Path:
    return Path(sqlite_url.removeprefix("sqlite+aiosqlite:///"))


# ---- in the chats of another estate ---------------------------------------------------------------------------------


async def abroad_in(town: Estate, abroad: NextDoor, place: str) -> Group:
    """The building's group of the estate next door, or its staff chat."""
    if place == "building":
        return abroad.building
    staff = await town.world.group("河畔工作群", creator=abroad.secretary)
    await abroad.secretary.says(f"/bind@{BOT} staff", to=staff)
    return staff


@pytest.mark.timeout(600)
@pytest.mark.parametrize("place", ["building", "staff"])
async def test_every_button_and_command_in_the_chats_next_door(sqlite_url: str, tmp_path: Path, place: str) -> None:
    async with estate(sqlite_url, tmp_path, extra=WITHOUT_PACE) as town:
        await town.world.limits(False)
        town.running.stride = timedelta(seconds=1)
        abroad = await next_door(town)
        to = await abroad_in(town, abroad, place)
        ids = await one_of_everything(town, author=town.wang, neighbour=town.chen, estate_key="sunny", path=("3",))
        await starts(town.liu, town.building3)
        people = [*await our_people(town), ("their committee", abroad.secretary), ("their resident", abroad.resident)]
        who = await come(town, people, to)
        await tried(town, who, ids, "sunny", _database(sqlite_url))
        await _commands(town, who, _database(sqlite_url))


async def _commands(town: Estate, who: list[Somebody], database: Path) -> None:
    """What is said there is about that estate: of ours nothing changes, and no word is told."""
    ours = _rows_of_ours(database)
    for command in [name for name in COMMANDS if name != "bind"] + ["bind"]:
        words = SAID.get(command, COMMANDS_TRIED[command].words).format(estate="sunny")
        allowed = who if command != "bind" else [one for one in who if one.name.startswith("their")]
        for one in allowed:
            await one.person.says(f"/{command}@{BOT} {words}".strip(), to=one.to, plainly=True, settle=False)
        await town.world.settle()
        assert not (missing := ours - _rows_of_ours(database)), f"/{command}: {missing}"
        for one in allowed:
            await one.person.says(f"/cancel@{BOT}", to=one.to, plainly=True, settle=False)
        await town.world.settle()
    for one in who:
        assert not any(WORDS in text for text in await read(one)), one.name


def _rows_of_ours(database: Path) -> set[tuple[str, str]]:
    """Every row that is kept of our estate."""
    with closing(sqlite3.connect(database)) as connection:
        found: set[tuple[str, str]] = set()
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            if "estate_key" in columns and table not in _BY_ASKING:
                rows = connection.execute(f"SELECT * FROM {table} WHERE estate_key = 'sunny'")
                found |= {(table, repr(row)) for row in rows}
        return found
