"""Neighbours who sign up, and whoever asks them to, in many stories."""

from __future__ import annotations

import io
from datetime import datetime
from zoneinfo import ZoneInfo

from openpyxl import load_workbook

from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate

ZONE = ZoneInfo("Asia/Shanghai")
DUMPLINGS = "端午包粽子"


async def ready(town: Estate) -> None:
    """The secretary can be written to."""
    await town.secretary.starts()


async def asks(
    person: Person,
    *,
    what: str = DUMPLINGS,
    day: str = "3月7日",
    at: str = "下午两点",
    where: str = "3号楼门口",
    places: str = "3",
    **changes: str,
) -> Message:
    """A sign-up, in private: what is asked, then these changes by the labels of their buttons, then it is posted;
    what is said at the end."""
    await person.says("/signup")
    for words in (what, day, at, where, places):
        await person.says(words)
    for label, words in changes.items():
        await person.presses(label)
        await person.says(words)
    await person.sees("这样发到群里，对吗")
    await person.presses("发到群里")
    return await person.last()


async def card(person: Person, group: Group, what: str = DUMPLINGS) -> Message:
    """The newest card of it there."""
    found = [each for each in await person.reads(to=group) if f"接龙：{what}" in each.text]
    assert found, [each.text for each in await person.reads(to=group)]
    return found[-1]


async def taps(person: Person, label: str, group: Group, what: str = DUMPLINGS) -> str:
    """On the card; what the toast says."""
    pressed = await person.presses(label, to=group, on=await card(person, group, what))
    return pressed.alert or pressed.toast or ""


async def opens(person: Person, number: int = 1) -> Message:
    """The view in private."""
    await person.says(f"/signups {number}")
    return await person.last()


async def list_of(town: Estate) -> Message:
    """The file that the secretary asks for."""
    await town.secretary.presses("要名单", on=await opens(town.secretary))
    return await town.secretary.last()


async def rows(town: Estate, message: Message) -> str:
    """What stands in its file, a line a row."""
    sheet = load_workbook(io.BytesIO(await town.world.fetches(message.document or ""))).active
    assert sheet is not None
    return "\n".join("|".join("" if cell is None else str(cell) for cell in row) for row in sheet.values)


async def until(town: Estate, *, day: int, hour: int, minute: int = 1) -> None:
    """Of March 2026, on the estate's clocks."""
    moment = datetime(2026, 3, day, hour, minute, tzinfo=ZONE)
    await town.world.advances(seconds=(moment - await town.world.now()).total_seconds())
