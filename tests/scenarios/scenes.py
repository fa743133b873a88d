"""What happens in many stories, as the people would do it."""

from __future__ import annotations

from datetime import datetime

from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate

TRIES = 400  #: strides of the clock until the bot is back; more than it ever needs


async def files(town: Estate, person: Person, words: str, *, group: Group | None = None, how: str = "发到群里") -> None:
    """By the pinned card's button, in one sentence."""
    await person.presses("我想要", to=group or town.building3)
    await person.says(words)
    await person.presses(how)


async def starts(person: Person, group: Group) -> None:
    """Press Start by way of the pinned card, and look no further."""
    await person.presses("我想要", to=group)
    labels = (await person.last()).labels
    await person.presses("取消" if "取消" in labels else "Cancel")


async def answers(
    town: Estate,
    speaker: Person,
    kind: str,
    *,
    day: str | None = None,
    words: str | None = None,
    photo: bool = False,
    about: str | None = None,
) -> None:
    """The whole answer dialog in the staff chat, on the newest card or the one that holds `about`."""
    staff = town.staff
    card = await speaker.sees(about, to=staff) if about else None
    await speaker.presses("答复", to=staff, on=card)
    await speaker.presses(kind, to=staff)
    if day is not None:
        await speaker.says(day, to=staff, reply_to=await speaker.last(to=staff))
    if words is None:
        await speaker.says("跳过", to=staff, reply_to=await speaker.last(to=staff))
    else:
        await speaker.says(words, to=staff, reply_to=await speaker.last(to=staff))
    if photo:
        await speaker.photographs(to=staff, reply_to=await speaker.last(to=staff))
        await speaker.presses("好了", to=staff)
    await speaker.presses("对", to=staff)


async def presses_twice(person: Person, message: Message, label: str) -> None:
    """A nervous thumb: the second press leaves before the first is answered."""
    for _ in range(2):
        await person.act("press", chat=message.chat_id, message=message.id, label=label)
    await person.world.settle()


async def until(town: Estate, moment: datetime) -> None:
    """The hours go by in strides, so that the bot tries again and again as it would."""
    while await town.world.now() < moment:
        await town.world.advances(seconds=45, settle=False)


async def until_it_polls(town: Estate) -> None:
    """The pause after its last vain poll comes to an end as well."""
    for _ in range(TRIES):
        if (await town.world.control("GET", "idle", query={"wait_s": 0.05}))["polling"]:
            break
        await town.world.advances(seconds=5, settle=False)
    await town.world.settle()
