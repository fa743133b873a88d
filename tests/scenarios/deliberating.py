"""What happens in many stories about deliberations, as the people would do it."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.estate import Estate

WORDS = "门口装几把椅子"
QUESTION = "椅子装在门口还是花园？"


async def more(town: Estate, speaker: Person, label: str) -> None:
    """A button behind [more] on the newest staff card."""
    card = await speaker.sees(WORDS, to=town.staff)
    await speaker.presses("更多", to=town.staff, on=card)
    await speaker.presses(label, to=town.staff, on=await speaker.sees("来龙去脉", to=town.staff))


async def types(town: Estate, speaker: Person, words: str) -> None:
    await speaker.says(words, to=town.staff, reply_to=await speaker.last(to=town.staff))


async def opens_deliberation(
    town: Estate, *, form: str = "议事会", until: str = "3月10日", background: str = "跳过"
) -> None:
    """The secretary, from [more] in the staff chat."""
    await more(town, town.secretary, "发起商议")
    await town.secretary.presses(form, to=town.staff)
    await types(town, town.secretary, QUESTION)
    await types(town, town.secretary, background)
    await types(town, town.secretary, until)
    await town.secretary.presses("对", to=town.staff)


async def living_message(town: Estate, reader: Person | None = None) -> Message:
    """The one message of the deliberation in the group."""
    found = [each for each in await (reader or town.liu).reads(to=town.building3) if "议事会" in each.text]
    assert len(found) == 1
    return found[0]


async def argues(town: Estate, person: Person, side: str, words: str) -> None:
    await person.presses(f"说{side}的理由", to=town.building3, on=await living_message(town, person))
    await person.says(words)
    await person.presses("对")


async def days_pass(town: Estate, days: float) -> None:
    for _ in range(int(days * 2)):
        await town.world.advances(hours=12)


async def writes_minutes(town: Estate, words: str = "装在花园，四把，月底前装好。") -> None:
    await town.secretary.presses("写纪要", to=town.staff)
    await town.secretary.presses("谈拢了", to=town.staff)
    await types(town, town.secretary, words)
    await town.secretary.presses("对", to=town.staff)
