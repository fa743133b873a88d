"""How staff look behind a card and move a promised day, in the stories about clocks."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.estate import Estate


async def more(person: Person, town: Estate, about: str) -> Message:
    """The history behind [more] of the staff card that says so."""
    card = await person.sees(about, to=town.staff)
    await person.presses("更多", to=town.staff, on=card)
    return await person.last(to=town.staff)


async def says(person: Person, town: Estate, words: str) -> None:
    await person.says(words, to=town.staff, reply_to=await person.last(to=town.staff))


async def moves(person: Person, town: Estate, *, about: str, day: str, why: str) -> None:
    await person.presses("改期", to=town.staff, on=await more(person, town, about))
    await says(person, town, day)
    await says(person, town, why)
    await person.presses("对", to=town.staff)
