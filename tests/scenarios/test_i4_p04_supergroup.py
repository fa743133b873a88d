"""A basic group becomes a supergroup: the same house under another number, whichever way the bot learns of it."""

from __future__ import annotations

from simulator.client import Group, Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, Estate


async def basic_group(town: Estate) -> Group:
    group = await town.world.group("7号楼邻居群", creator=town.secretary, members=[town.wang, town.chen], basic=True)
    await town.secretary.says(f"/bind@{BOT} 7号楼", to=group)
    await town.wang.sees("接到阳光小区7号楼", to=group)
    return group


async def cards(person: Person, group: Group) -> list[Message]:
    return [message for message in await person.reads(to=group) if message.text.startswith("第")]


async def goes_on(town: Estate, group: Group) -> None:
    """Wang is asked again in the group as it is now, answers, and her wish stands there once."""
    await town.world.advances(seconds=10)
    asked = await town.wang.sees("刚才这件还没说完", to=group)
    assert "王阿姨" in asked.text
    await town.wang.says("三楼走廊的灯坏了", to=group, reply_to=asked)
    await town.wang.presses("发到群里", to=group)
    [card] = await cards(town.chen, group)
    assert "三楼走廊的灯坏了" in card.text
    await town.chen.presses("我家也是", to=group)
    assert "1家也是" in (await cards(town.chen, group))[0].text


async def test_a_dialog_goes_on_in_the_supergroup(town: Estate) -> None:
    group = await basic_group(town)
    await town.wang.says(f"/want@{BOT}", to=group)
    link = (await town.wang.sees("有事说一声", to=group)).url("我想要")
    new = await town.secretary.upgrades(group)
    await goes_on(town, new)
    await town.chen.follows(link)  # links given before still lead home
    await town.chen.says("四楼走廊的灯坏了")
    await town.chen.presses("发到群里")
    assert len(await cards(town.wang, new)) == 2


async def test_a_dialog_goes_on_where_a_refused_message_told_of_the_move(town: Estate) -> None:
    group = await basic_group(town)
    link = (await town.wang.sees("有事说一声", to=group)).url("我想要")
    await town.wang.says(f"/want@{BOT}", to=group)
    await town.chen.starts()
    await town.world.fails("sendMessage", kind="500", times=3, chat=group)  # the answer waits while the group moves
    await town.chen.says(f"/find@{BOT} 长椅", to=group, settle=False)
    await town.is_heard()
    await town.world.fails("getUpdates", kind="502", for_s=120)
    await town.world.fails("webhook", kind="502", for_s=120)
    await town.chen.says("/find 没有", settle=False)  # ends the poll under way: the next ones fail
    new = await town.secretary.upgrades(group, settle=False)
    for _ in range(60):
        await town.world.advances(seconds=5, settle=False)
        if (await town.world.control("GET", "idle", query={"wait_s": 0.05}))["idle"]:
            break
    await town.world.settle()
    refused = [call for call in await town.world.calls("sendMessage") if "upgraded" in call.get("description", "")]
    assert len(refused) == 1, "learned once, by what was refused"
    found = [message for message in await town.chen.reads(to=new) if "没找到带“长椅”" in message.text]
    assert len(found) == 1
    await goes_on(town, new)
    await town.chen.follows(link)
    await town.chen.says("四楼走廊的灯坏了")
    await town.chen.presses("发到群里")
    assert len(await cards(town.wang, new)) == 2


async def test_what_was_said_before_the_move_is_answered_after_it(open_estate: Open) -> None:
    async with open_estate() as town:
        group = await basic_group(town)
        await town.running.stop()
        await town.chen.says(f"/find@{BOT} 长椅", to=group, settle=False)
        await town.wang.says(f"/find@{BOT} 秋千", to=group, settle=False)
        new = await town.secretary.upgrades(group, settle=False)
        await town.wang.says(f"/find@{BOT} 滑梯", to=new, settle=False)
        await town.running.start()
        await town.world.settle()
        for words in ("长椅", "秋千", "滑梯"):
            said = [message for message in await town.chen.reads(to=new) if f"没找到带“{words}”" in message.text]
            assert len(said) == 1, words
        await town.chen.does_not_see("还没接到", to=new)


async def test_a_question_and_news_in_the_middle_find_the_staff_where_they_are_now(town: Estate) -> None:
    desk = await town.world.group("物业值班群", creator=town.secretary, members=[town.foreman], basic=True)
    await town.secretary.says(f"/bind@{BOT} staff", to=desk)
    new = await town.secretary.upgrades(desk)
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.presses("发到群里")
    assert len(await cards(town.foreman, new)) == 1
    await town.foreman.presses("我来办", to=new)
    assert "张师傅" in (await cards(town.foreman, new))[0].text
