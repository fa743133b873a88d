"""Forty wishes of one day, one person, ninety acts at most."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.archive import filed_before
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, WITHOUT_PACE, Estate
from tests.scenarios.scenes import files

LAMPS = tuple(f"{floor}楼走廊的灯坏了" for floor in range(1, 16))
RUBBISH = tuple(f"{floor}楼垃圾没人扫" for floor in range(1, 11))
BENCHES = tuple(f"院子里第{at}把长椅该换了" for at in range(1, 11))
TAPS = tuple(f"{floor}楼水管漏水" for floor in range(1, 6))


async def _writes(person: Person, town: Estate, words: str) -> Message:
    """In reply to what the bot asked last in the staff chat."""
    return await person.says(words, to=town.staff, reply_to=await person.last(to=town.staff))


async def _acts_of(town: Estate, person: Person) -> int:
    """How much this person sent and pressed, as Telegram counts it."""
    came = [update.get("message") or update.get("callback_query") or {} for update in await town.world.updates()]
    return sum(each.get("from", {}).get("id") == person.id for each in came)


async def _choose(town: Estate, words: str) -> None:
    """All in the queue that say this, by their numbers."""
    who = town.secretary
    await who.presses("几件一起答复", to=town.staff, on=await who.sees("要办的 · ", to=town.staff))
    which = await who.sees("一起答复哪几件", to=town.staff)
    rows = [row for row in which.text.splitlines() if words in row]
    numbers = [row.partition("第")[2].partition("件")[0] for row in rows]
    await who.says("、".join(numbers), to=town.staff, reply_to=which)
    await who.presses("好了", to=town.staff)


async def test_forty_wishes_of_a_day_take_one_person_ninety_acts_at_most(open_estate: Open) -> None:
    async with open_estate(extra=WITHOUT_PACE) as town:
        await town.world.limits(False)
        town.world.settle_limit_s = 60.0  # dozens of cards are edited at once
        for words in TAPS:
            await files(town, town.wang, words)
        for author, said in ((town.wang, LAMPS), (town.chen, RUBBISH), (town.liu, BENCHES)):
            await filed_before(town, author, *said)
        who, staff = town.secretary, town.staff
        before = await _acts_of(town, who)

        await who.says(f"/queue@{BOT}", to=staff)
        assert "40件" in (await who.last(to=staff)).text
        for words in TAPS:  # done on the spot: taken, a photo, a look
            card = await who.sees(f"“{words}”\n", to=staff)
            await who.presses("我来办", to=staff, on=card)
            await who.photographs(staff, reply_to=card)
            await who.presses("对，照片里没有", to=staff)

        await _choose(town, "走廊的灯")
        await who.presses("答应办", to=staff)
        await who.presses("明天", to=staff)
        await who.presses("1", to=staff)
        await _writes(who, town, "明天下午")
        await who.presses("对", to=staff)
        await _choose(town, "垃圾")
        await who.presses("只答复", to=staff)
        await who.presses("5", to=staff)
        await who.presses("对", to=staff)

        await town.world.advances(minutes=3)  # what was answered is out, the queue has become short
        await who.says(f"/queue@{BOT}", to=staff)
        await who.presses(f"没人接的 {len(BENCHES)}", to=staff)
        for at in range(len(BENCHES)):  # each with a reason of its own
            number = len(TAPS) + len(LAMPS) + len(RUBBISH) + at + 1
            await _opens(town, number)
            await who.presses("答复", to=staff)
            await who.presses("这次办不了", to=staff)
            await _writes(who, town, f"第{at + 1}把去年刚换过")
            await who.presses("对", to=staff)
        await town.world.advances(minutes=3)

        assert await _acts_of(town, who) - before <= 90
        await town.foreman.says(f"/wishes@{BOT}", to=staff)
        assert "这里还没有" in (await town.foreman.last(to=staff)).text
        await town.liu.starts()
        await town.liu.says("/wish 40")
        assert "第10把去年刚换过" in (await town.liu.last()).text
        await town.wang.says("/wish 20")
        assert "师傅明天下午上门" in (await town.wang.last()).text


async def _opens(town: Estate, number: int) -> None:
    """The card of this number, out of the queue, a page further if it is not on this one."""
    who = town.secretary
    queue = [message for message in await who.reads(to=town.staff) if "阳光小区 · " in message.text][-1]
    while f"第{number}件" not in queue.labels:
        beyond = "下一页 ▶" if "下一页 ▶" in queue.labels else "◀ 上一页"  # the list has become shorter meanwhile
        await who.presses(beyond, to=town.staff, on=queue)
        queue = next(each for each in await who.reads(to=town.staff) if each.id == queue.id)
    await who.presses(f"第{number}件", to=town.staff, on=queue)
