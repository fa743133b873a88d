"""60 days after a group was bound the staff is told what is of use in it; sign-ups and polls can be stopped there."""

from __future__ import annotations

from datetime import timedelta

from simulator.client import Message, Person
from tests.scenarios.broadcasting import sends
from tests.scenarios.claimed import claims, wanted
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.polled import answers, ready
from tests.scenarios.polled import asks as asks_poll
from tests.scenarios.rights_tried import refuses
from tests.scenarios.scenes import files
from tests.scenarios.signing import asks as asks_to_come
from tests.scenarios.signing import taps

HEAD = "哪些用得上"


async def told_of(town: Estate, group: str, *, who: Person | None = None, head: str = HEAD) -> list[Message]:
    """What the staff chat shows of this group."""
    read = await (who or town.secretary).reads(to=town.staff)
    return [each for each in read if each.text.startswith(f"📊 {group}") and head in each.text]


async def passes(town: Estate, days: int) -> None:
    """In strides."""
    for gone in range(0, days, 10):
        await town.world.advances(days=min(10, days - gone))


async def some_use(town: Estate) -> None:
    """In building 3 a wish two neighbours join, and a sign-up; no poll."""
    await ready(town)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await town.liu.presses("支持", to=town.building3)
    await asks_to_come(town.secretary)


async def test_after_sixty_days_the_staff_reads_what_is_used_and_stops_what_is_not(town: Estate) -> None:
    await some_use(town)
    for person in (town.wang, town.chen, town.liu):
        assert "报上了" in await taps(person, "我报名", town.building3)
    await passes(town, 59)
    assert await told_of(town, "3号楼邻居群") == []
    await passes(town, 6)  # the first five days of May are holidays
    (told,) = await told_of(town, "3号楼邻居群")
    assert "最近65天" in told.text
    assert "提心愿：1人提了1件" in told.text
    assert "我家也是、支持：2人按了2次 · 建议留着" in told.text
    assert "小投票：发了0个，0人回答 · 没人用，建议停掉" in told.text
    assert "停掉接龙" not in told.labels
    assert {"停掉小投票", "留着小投票"} <= set(told.labels)
    assert "公告：" not in told.text, "none asked to be read"
    (other,) = await told_of(town, "5号楼邻居群")
    assert "提心愿：0人提了0件 · 没人用\n" in other.text
    assert "把我请出这个群就行" in other.text, "what no button can do is said in words"
    assert "我家也是" not in other.text, "there was nothing to join"

    for neighbour in (town.foreman, town.chair):
        assert refuses((await neighbour.presses("停掉小投票", to=town.staff, on=told)).alert or "")
    pressed = await town.secretary.presses("停掉小投票", to=town.staff, on=told)
    assert "3号楼邻居群：小投票停了" in (pressed.toast or pressed.alert or "")
    (told,) = await told_of(town, "3号楼邻居群")
    assert "小投票：发了0个，0人回答 · 停了" in told.text
    assert "停掉小投票" not in told.labels
    data = f"function:{await chat_id(town, '3号楼邻居群')}:polls:stop:review"
    assert "小投票停了" in await forges(town, town.secretary, data), "a second press: it stays so"
    assert "停了" in (await told_of(town, "3号楼邻居群"))[0].text

    asked = await asks_poll(town, groups=None, until="5月20日")
    assert "发" in asked.text
    assert not [each for each in await town.wang.reads(to=town.building3) if each.poll is not None]
    assert [each for each in await town.emma.reads(to=town.building5) if each.poll is not None]

    (other,) = await told_of(town, "5号楼邻居群")
    await town.secretary.presses("停掉小投票", to=town.staff, on=other)
    await town.secretary.says("/poll")
    assert "楼群都停了小投票" in (await town.secretary.last()).text
    await town.bot_restarts()
    await passes(town, 3)
    assert len(await told_of(town, "3号楼邻居群")) == 1, "told once"


async def test_it_is_counted_who_answered_who_read_and_who_claimed(town: Estate) -> None:
    await ready(town)
    await asks_poll(town, groups=())
    for person in (town.wang, town.chen):
        await answers(person, town.building3, "白")
    await answers(town.emma, town.building5, "米黄")
    await asks_poll(town, groups=(), question="几点浇水？", options=("早上", "晚上"), names="不记名")
    for person in (town.wang, town.chen, town.liu):
        await answers(person, town.building3, "早上", says="几点浇水？")
    await sends(town.secretary, "明天停水", where="群里", asks=True)
    told = await town.liu.sees("明天停水", to=town.building3)
    await town.liu.presses("我看过了", to=town.building3, on=told)
    await wanted(town)
    await claims(town, town.liu)
    await passes(town, 66)
    (told,) = await told_of(town, "3号楼邻居群")
    assert "小投票：发了2个，3人回答 · 建议留着" in told.text
    assert "公告：请大家看的1则，1人说看过了" in told.text
    assert "认领：1人认领了1次" in told.text
    (other,) = await told_of(town, "5号楼邻居群")
    assert "小投票：发了2个，1人回答" in other.text
    assert "公告：请大家看的1则，0人说看过了 · 没人用" in other.text
    await passes(town, 170)
    assert len(await told_of(town, "3号楼邻居群")) == 1
    await passes(town, 30)
    _, again = await told_of(town, "3号楼邻居群")
    assert "最近60天" in again.text
    assert "小投票：发了0个，0人回答 · 没人用，建议停掉" in again.text, "the last sixty days alone"


async def test_what_was_stopped_is_used_again_from_the_list(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/functions")
    shown = await town.secretary.sees("哪个群用什么")
    assert "3号楼邻居群：接龙在用，小投票在用" in shown.text
    await town.secretary.presses("3号楼邻居群：停掉接龙", on=shown)
    shown = await town.secretary.sees("哪个群用什么")
    assert "3号楼邻居群：接龙停了，小投票在用" in shown.text
    await asks_to_come(town.secretary)
    assert not [each for each in await town.wang.reads(to=town.building3) if "接龙：" in each.text]
    assert [each for each in await town.emma.reads(to=town.building5) if "端午包粽子" in each.text]
    await town.secretary.presses("3号楼邻居群：再用接龙", on=await town.secretary.sees("哪个群用什么"))
    assert "接龙在用" in (await town.secretary.sees("哪个群用什么")).text
    await asks_to_come(town.secretary, what="周日大扫除")
    assert [each for each in await town.wang.reads(to=town.building3) if "周日大扫除" in each.text]


async def test_neighbours_and_groups_of_buildings_have_no_such_list(town: Estate) -> None:
    await ready(town)
    await town.liu.says("/functions")
    assert "哪个群用什么" not in (await town.liu.last()).text
    await town.secretary.says(f"/functions@{BOT}", to=town.building3)
    assert "跟我单独说" in (await town.secretary.last(to=town.building3)).text
    data = f"function:{await chat_id(town, '3号楼邻居群')}:polls:stop:0"
    assert refuses(await forges(town, town.liu, data))
    await town.secretary.says("/functions", to=town.staff)
    assert "3号楼邻居群：接龙在用，小投票在用" in (await town.secretary.last(to=town.staff)).text


async def test_a_group_bound_later_has_its_own_day_and_one_that_was_left_has_none(town: Estate) -> None:
    await passes(town, 20)
    late = await town.world.group("8号楼邻居群", creator=town.secretary)
    await town.secretary.says(f"/bind@{BOT} 8号楼", to=late)
    await town.secretary.sees("接到阳光小区8号楼了", to=late)
    await passes(town, 30)
    await town.secretary.removes_bot(town.building5)
    await passes(town, 16)
    assert len(await told_of(town, "3号楼邻居群")) == 1
    assert await told_of(town, "8号楼邻居群") == []
    await passes(town, 20)
    assert len(await told_of(town, "8号楼邻居群")) == 1
    assert await told_of(town, "5号楼邻居群") == [], "the bot was sent away before"
    assert len(await told_of(town, "3号楼邻居群")) == 1


async def test_a_bot_that_was_down_on_the_day_tells_it_afterwards_once_and_by_day(town: Estate) -> None:
    await passes(town, 58)
    await town.running.stop()
    now = await town.world.now()
    await town.world.control("POST", "clock", {"set": (now + timedelta(days=9, hours=14)).isoformat()})  # 23:00 there
    await town.running.start()
    await town.world.settle()
    assert await told_of(town, "3号楼邻居群") == [], "at night nobody is told"
    await town.world.advances(hours=10)
    assert len(await told_of(town, "3号楼邻居群")) == 1
    await town.bot_restarts()
    await passes(town, 2)
    assert len(await told_of(town, "3号楼邻居群")) == 1


async def test_in_english_and_kept_in_spite_of_it(town: Estate) -> None:
    await ready(town)
    await town.secretary.says(f"/language@{BOT} en", to=town.staff)
    await passes(town, 66)
    (told,) = await told_of(town, "3号楼邻居群", head="what is of use")
    assert "Polls: 0 posted, answered by 0 people · nobody uses it: better stop it" in told.text
    assert "Wishes: 0 filed by 0 people" in told.text
    pressed = await town.secretary.presses("Keep polls", to=town.staff, on=told)
    assert "you keep polls" in (pressed.toast or pressed.alert or "")
    (told,) = await told_of(town, "3号楼邻居群", head="what is of use")
    assert "answered by 0 people · you keep it" in told.text
    assert "Stop polls" not in told.labels
    assert "Stop sign-ups" in told.labels
    await town.secretary.presses("Stop sign-ups", to=town.staff, on=told)
    (told,) = await told_of(town, "3号楼邻居群", head="what is of use")
    assert "0 people on the lists · stopped" in told.text
    await town.secretary.presses("Use sign-ups again", to=town.staff, on=told)
    (told,) = await told_of(town, "3号楼邻居群", head="what is of use")
    assert "better stop it" in told.text


async def chat_id(town: Estate, title: str) -> int:
    """Ours."""
    assert town.running.app is not None
    async with town.running.app.store.units.reading() as uow:
        return next(chat.id for chat in await uow.chats.present() if chat.title == title)
