"""Through the table of routes: whoever audits reads what the staff reads, and nothing in the database moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.rights import RIGHTS, Act, Role
from handlers.routes import BUTTONS, COMMANDS
from tests.scenarios.buttons_tried import BUTTONS_TRIED
from tests.scenarios.forging import forge
from tests.scenarios.rights_tried import COMMANDS_TRIED, Place, refuses
from tests.scenarios.test_p15_rights import Stage, stage

#: What anybody may, whatever they are: all of it about themselves.
OWN = {act for act in Act if Role.OUTSIDER in RIGHTS[act]}
#: Their own settings, and what they looked at.
OF_THEIR_OWN = ("notice_settings", "FROM people", "FROM dialogs")
#: Buttons of a wish's own reader, which choose how that reader is told.
TELLING = {"notices-wish", "notices-keep"}


def _kept(on: Stage) -> dict[str, object]:
    return {what: rows for what, rows in on.kept().items() if not any(own in what for own in OF_THEIR_OWN)}


def test_every_act_of_a_route_is_a_reading_or_a_changing_one() -> None:
    acts = {route.act for route in (*COMMANDS.values(), *BUTTONS.values())}
    reads = {act for act in acts if act.value.startswith("read-")}
    assert {act for act in acts if Role.AUDITOR in RIGHTS[act]} == reads | (OWN & acts)


@pytest.mark.timeout(600)
async def test_the_auditor_reads_all_and_nothing_moves(sqlite_url: str, tmp_path: Path) -> None:
    async with stage(sqlite_url, tmp_path, Place.PRIVATE) as on:
        (auditor,) = [who for who in on.tryers if who.roles == {Role.AUDITOR}]
        before, read, refused = _kept(on), 0, 0
        for name, route in COMMANDS.items():
            if route.act in OWN:
                continue
            shown = len(await auditor.person.reads())
            await auditor.person.says(f"/{name} {COMMANDS_TRIED[name].words}".strip())
            told = [message.text for message in (await auditor.person.reads())[shown:] if message.sender == "邻愿"]
            assert told, name
            may = Role.AUDITOR in RIGHTS[route.act]
            assert may != any(refuses(text) for text in told), (name, told)
            read, refused = read + may, refused + (not may)
            assert _kept(on) == before, f"/{name}"
        for name, route in BUTTONS.items():
            if route.act in OWN or name in TELLING:
                continue
            ids = {**on.wishes, **on.own[auditor.name]}
            query = forge(on.town, auditor.person, f"{name}:{BUTTONS_TRIED[name].words.format(**ids)}")
            await on.town.world.settle()
            may = Role.AUDITOR in RIGHTS[route.act]
            assert query.answered, name
            if not may:
                assert refuses(query.text or ""), (name, query.text)
            read, refused = read + may, refused + (not may)
            assert _kept(on) == before, name
            if may and BUTTONS_TRIED[name].opens_dialog:  # a report asks for its days
                await auditor.person.says("/cancel")
        assert read > 20
        assert refused > 60
