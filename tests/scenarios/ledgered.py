"""The open ledger as its publishers keep it, in many stories: entries written, corrected, read and asked about."""

from __future__ import annotations

from simulator.client import Group, Message, Person
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import starts


async def readers(town: Estate) -> None:
    """The committee, the owners' committee, and Liu of building 3, each in private."""
    for officer in (town.secretary, town.chair):
        await officer.starts()
    await starts(town.liu, town.building3)


async def writes(
    person: Person,
    *,
    kind: str = "收入",
    category: str = "公共收益",
    amount: str | None = "1.2万",
    day: str = "3月1日",
    words: str = "电梯广告第一季度",
) -> Message:
    """An entry without documents, in private; what is said at the end."""
    await person.says("/entry")
    await person.says(kind)
    await person.says(category)
    if amount is not None:
        await person.says(amount)
    await person.says(day)
    await person.says(words)
    await person.says("跳过")
    await person.sees("名义公开，对吗")
    await person.presses("公开")
    return (await person.reads())[-1]


async def corrects(person: Person, number: int, reason: str, **changes: str) -> str:
    """Change these in turn, each by its button's label, and publish; what is said at the end."""
    shown = await entry(person, number)
    pressed = await person.presses("更正", on=shown)
    if pressed.alert:
        return pressed.alert
    await person.says(reason)
    for label, words in changes.items():
        await person.presses(label)
        await person.says(words)
    pressed = await person.presses("公开")
    return pressed.alert or (await person.reads())[-1].text


async def ledger(person: Person, words: str = "", *, to: Group | None = None) -> Message:
    """What the list shows."""
    said = f"/ledger {words}".strip()
    await person.says(said, **({"to": to} if to else {}))
    return (await person.reads(to=to) if to else await person.reads())[-1]


async def entry(person: Person, number: int) -> Message:
    return await ledger(person, str(number))


async def asks(person: Person, number: int, words: str, how: str = "不露姓名") -> str:
    """What is said at the end."""
    shown = await entry(person, number)
    pressed = await person.presses("我想问这一条", on=shown)
    if pressed.alert:
        return pressed.alert
    await person.says(words)
    await person.presses(how)
    return (await person.reads())[-1].text
