"""An old neighbour who never pressed Start: from what she says in the group to the picture of the mended lamp.

What she does is counted by her phone, not by the story: each message she writes and each button she presses.
"""

from __future__ import annotations

from typing import Any

from simulator.client import Person, World
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers

LAMP = "三楼走廊的灯不亮了，晚上上楼看不见"


class Counting(Person):
    """The same person; her phone counts."""

    def __init__(self, world: World, person: Person) -> None:
        super().__init__(world, person.id, person.name)
        self.done: list[str] = []

    async def act(self, name: str, /, **fields: object) -> dict[str, Any]:
        self.done.append(name)
        return await super().act(name, **fields)


async def _mended(town: Estate) -> None:
    """The property company promises it, and mends it two days later."""
    await town.liu.presses("我家也是", to=town.building3, on=await town.liu.sees(LAMP, to=town.building3))
    await answers(town, town.foreman, "答应", day="3月5日", words="灯管周四到")
    await town.world.advances(days=3)
    await answers(town, town.foreman, "办好了", photo=True)


async def test_a_neighbour_has_her_words_noted_and_one_press_does_it(town: Estate) -> None:
    granny = Counting(town.world, town.zhao)
    said = await granny.says(LAMP, to=town.building3)
    granny.done.clear()  # that was talk among neighbours
    await town.liu.says(f"/jot@{BOT}", to=town.building3, reply_to=said)
    asked = await granny.sees("这句话要记下来交给居委会吗", to=town.building3)
    await granny.presses("记下来", on=asked)
    await town.bot_restarts()
    await _mended(town)

    card = await granny.sees("张师傅：办好了", to=town.building3)
    assert card.photo is not None
    assert LAMP in card.text
    assert await granny.is_at_start()
    assert granny.done == ["press"]
    print(f"\nfrom her words to the picture of the mended lamp: {len(granny.done)} act ({', '.join(granny.done)})")  # noqa: T201 - told

    await granny.presses("说声谢谢", on=card)
    assert "1人道谢" in (await town.liu.sees("张师傅：办好了", to=town.building3)).text
    await granny.presses("有问题", on=card)  # the wrong button, once: nothing comes of it
    assert "正在核对" not in (await town.liu.last(to=town.building3)).text


async def test_by_herself_it_takes_a_sentence_and_a_press(small_town: Estate) -> None:
    town = small_town
    granny = Counting(town.world, town.zhao)
    await granny.says(f"/want@{BOT} {LAMP}", to=town.building3)
    await granny.presses("发到群里", to=town.building3)
    assert "最晚周四答复您" in (await granny.sees("记好了，第1件", to=town.building3)).text
    await _mended(town)
    assert (await granny.sees("张师傅：办好了", to=town.building3)).photo
    assert await granny.is_at_start()
    assert granny.done == ["say", "press"]


async def test_in_english_likewise(english_town: Estate) -> None:
    town = english_town
    granny = Counting(town.world, town.zhao)
    said = await granny.says("The light on the third floor is out", to=town.building3)
    granny.done.clear()
    await town.liu.says(f"/jot@{BOT}", to=town.building3, reply_to=said)
    await granny.presses("Note it", to=town.building3)
    staff = town.staff
    await town.foreman.presses("Answer", to=staff)
    await town.foreman.presses("Done", to=staff)
    await town.foreman.says("skip", to=staff, reply_to=await town.foreman.last(to=staff))
    await town.foreman.photographs(to=staff, reply_to=await town.foreman.last(to=staff))
    await town.foreman.presses("Done", to=staff)
    preview = await town.foreman.last(to=staff)
    await town.foreman.presses(preview.labels[0], on=preview)
    card = await granny.sees("✅", to=town.building3)
    assert card.photo is not None
    assert await granny.is_at_start()
    assert granny.done == ["press"]
