"""The list of services and the phone card as the committee keeps them, in many stories."""

from __future__ import annotations

from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import starts


async def ready(town: Estate) -> None:
    """The secretary keeps the list in private; Liu lives in building 3."""
    await town.secretary.starts()
    await starts(town.liu, town.building3)


async def adds(
    town: Estate,
    name: str = "代办老年卡",
    *,
    provider: str = "居委会",
    duty: str = "必须提供",
    apply: str = "带身份证和一张照片",
    hours: str = "周一到周五 9:00-17:00",
    contact: str = "2号窗口",
) -> Message:
    """A service, by the secretary, in private; what is said at the end."""
    secretary = town.secretary
    await secretary.says("/services")
    await secretary.presses("加一项服务")
    for words in (name, provider, duty, apply, hours, contact):
        await secretary.says(words)
    await secretary.sees("这样列进服务清单，对吗")
    await secretary.presses("对")
    return await secretary.last()


async def adds_phone(town: Estate, name: str, phone: str, *, hours: str = "跳过", about: str = "跳过") -> Message:
    """A number on the card, by the secretary, in private; what is said at the end."""
    secretary = town.secretary
    await secretary.says("/phone")
    await secretary.presses("加一个号码")
    for words in (name, phone, hours, about):
        await secretary.says(words)
    await secretary.sees("这样写到便民电话上，对吗")
    await secretary.presses("对")
    return await secretary.last()


async def services(person: Person, words: str = "", *, to: Group | None = None) -> Message:
    await person.says(f"/services {words}".strip(), to=to)
    return await person.last(to=to)


async def asks(person: Person, words: str, *, number: int = 1) -> str:
    """Something about a service, in private; what is said at the end."""
    shown = await services(person, str(number))
    pressed = await person.presses("问一句", on=shown)
    if pressed.alert:
        return pressed.alert
    await person.says(words)
    pressed = await person.presses("对")
    return pressed.alert or (await person.last()).text


async def replies(town: Estate, speaker: Person, words: str, *, how: str = "给大家看") -> Message:
    """To the newest question in the staff chat; what is said there at the end."""
    staff = town.staff
    await speaker.presses("回答", to=staff)
    await speaker.says(words, to=staff, reply_to=await speaker.last(to=staff))
    await speaker.presses(how, to=staff)
    await speaker.presses("对", to=staff)
    return await speaker.sees("答好了", to=staff)
