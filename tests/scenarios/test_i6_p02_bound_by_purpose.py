"""What the bot says in a group: tied to a place for wishes, notices or votes, to a grid, to the estate, or for talk."""

from __future__ import annotations

import pytest

from simulator.client import Group, Message, Person
from tests.scenarios.broadcasting import sends, told
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.placed import adds_building, adds_grid, places
from tests.scenarios.polled import asks, poll_in
from tests.scenarios.scenes import starts

QUESTION = "楼道刷什么颜色？"


async def binds(person: Person, words: str, *, to: Group) -> Message:
    """What is answered; the card with the three buttons may stand below."""
    await person.says(f"/bind@{BOT} {words}", to=to)
    return [each for each in await person.reads(to=to) if not each.text.startswith(("有事说一声", "Something"))][-1]


async def of_the_bot(reader: Person, group: Group) -> list[str]:
    return [each.text for each in await reader.reads(to=group) if each.sender in ("邻愿", "Wishwell")]


async def files(person: Person, words: str) -> Message:
    await person.says(words)
    await person.presses("发到群里")
    return await person.last()


async def test_each_group_hears_what_it_was_tied_for(town: Estate) -> None:
    for neighbour, home in ((town.wang, town.building3), (town.emma, town.building5)):
        await starts(neighbour, home)
    await town.secretary.starts()
    assert "主动发：通知、投票" in (await binds(town.secretary, "3号楼 通知 投票", to=town.building3)).text
    assert "主动发：心愿" in (await binds(town.secretary, "5号楼，心愿", to=town.building5)).text
    before = len(await of_the_bot(town.chen, town.building3))

    await town.emma.says("五号楼门口的灯坏了")
    await town.emma.presses("Post")
    assert len(await told(town.emma, "五号楼门口的灯坏了", to=town.building5)) == 1
    await sends(town.secretary, "明天停水")
    assert await told(town.chen, "明天停水", to=town.building3)
    assert not await told(town.emma, "明天停水", to=town.building5)

    # A poll is offered where votes are heard alone, so there is no choice.
    await asks(town, groups=None)
    assert (await poll_in(town.chen, town.building3)).contains(QUESTION)
    assert not [each for each in await town.emma.reads(to=town.building5) if each.poll is not None]

    # Who lives where no wishes are posted files all the same: neighbours find it, the committee answers.
    await town.wang.says("三楼走廊灯坏了")
    asked = await town.wang.last()
    assert "记下，邻居查得到" in asked.labels
    assert "发到群里" not in asked.labels
    await town.wang.presses("记下，邻居查得到", on=asked)
    assert "群里不单发卡片" in (await town.wang.last()).text
    assert len(await of_the_bot(town.chen, town.building3)) == before + 2, "the notice and the poll"
    await town.chen.says(f"/find@{BOT} 走廊灯", to=town.building3)
    assert "三楼走廊灯坏了" in (await town.chen.last(to=town.building3)).text
    desk = await town.secretary.sees("三楼走廊灯坏了", to=town.staff)
    await town.secretary.presses("我来办", on=desk)
    await town.chen.says(f"/wish@{BOT} 2", to=town.building3)
    assert "李书记" in (await town.chen.last(to=town.building3)).text


async def test_buttons_change_it_in_any_bound_group(town: Estate) -> None:
    """In the message after binding, and below `/bind`; a second press changes nothing, nor does a restart."""
    await town.secretary.says(f"/bind@{BOT}", to=town.building3)
    shown = await town.secretary.last(to=town.building3)
    assert "这个群接的是阳光小区3号楼" in shown.text
    assert "主动发：心愿、通知、投票" in shown.text
    assert shown.labels == ["✓ 心愿", "✓ 通知", "✓ 投票", "只聊天"]
    neighbour = await town.chen.presses("✓ 投票", on=shown)
    assert neighbour.alert is not None
    assert "要先登记" in neighbour.alert or "名单" in neighbour.alert

    await town.secretary.presses("✓ 投票", on=shown)
    shown = await town.secretary.sees("主动发：心愿、通知。", to=town.building3)
    assert shown.labels == ["✓ 心愿", "✓ 通知", "投票", "只聊天"]
    assert await forges(town, town.secretary, "bind-says:votes:off", to=town.building3) == "改好了。"
    assert "主动发：心愿、通知。" in (await town.secretary.sees("接的是阳光小区3号楼", to=town.building3)).text

    [pinned] = [each for each in await town.chen.reads(to=town.building3) if each.text.startswith("有事说一声")]
    await town.secretary.presses("只聊天", on=shown)
    shown = await town.secretary.sees("我不主动说话，叫我才答", to=town.building3)
    assert shown.labels == ["心愿", "通知", "投票", "✓ 只聊天"]
    assert pinned.id not in [each.id for each in await town.chen.reads(to=town.building3)], "no card to press"
    await town.bot_restarts()
    said = len(await of_the_bot(town.chen, town.building3))
    await town.secretary.starts()
    await sends(town.secretary, "明天停电")
    assert len(await of_the_bot(town.chen, town.building3)) == said
    await town.chen.says(f"/wishes@{BOT}", to=town.building3)
    assert len(await of_the_bot(town.chen, town.building3)) == said + 1, "it answers"

    await town.secretary.presses("心愿", on=shown)
    menus = [each for each in await town.chen.reads(to=town.building3) if each.text.startswith("有事说一声")]
    assert len(menus) == 1, "the card is back"
    for forged in ("bind-says:staff:on", "bind-says:wishes", "bind-says:fly:on", "bind-says:wishes:maybe"):
        assert "不认得" in await forges(town, town.secretary, forged, to=town.building3), forged
    assert "楼里的群" in await forges(town, town.secretary, "bind-says:wishes:on", to=town.staff)


async def test_the_estates_group_gets_cards_where_a_building_only_talks(town: Estate) -> None:
    await starts(town.wang, town.building3)
    everybody = await town.world.group("阳光小区大群", creator=town.secretary, members=[town.wang, town.zhao])
    assert "接到阳光小区（整个小区）" in (await binds(town.secretary, "全小区", to=everybody)).text
    await binds(town.secretary, "聊天", to=town.building3)
    quiet = len(await of_the_bot(town.chen, town.building3))

    # The card goes to the smallest group around that takes it, and says where it is.
    await files(town.wang, "走廊灯坏了")
    card = await town.zhao.sees("走廊灯坏了", to=everybody)
    assert "3号楼" in card.text
    assert len(await of_the_bot(town.chen, town.building3)) == quiet
    await town.zhao.presses("我家也是", on=card)
    assert "1家也是" in (await town.zhao.sees("走廊灯坏了", to=everybody)).text

    # Filed in the estate's group it is asked where; the whole estate is an answer.
    await town.zhao.says(f"/want@{BOT} 信箱坏了", to=everybody)
    asked = await town.zhao.last(to=everybody)
    assert "在哪儿" in asked.text
    await town.zhao.says("五号楼", to=everybody, reply_to=asked)
    assert "5号楼" in (await town.zhao.last(to=everybody)).text
    await town.zhao.presses("发到群里", to=everybody)
    assert "5号楼" in [each for each in await of_the_bot(town.zhao, everybody) if "信箱坏了" in each][-1]

    # Who is known from the estate's group alone is a resident of the estate.
    await town.zhao.starts()
    await town.zhao.says("门铃不响")
    await town.zhao.presses("整个小区")
    await town.zhao.presses("发到群里")
    assert "第3件" in (await town.zhao.last()).text
    assert await told(town.wang, "门铃不响", to=everybody)


async def test_a_grids_group_hears_what_is_for_its_buildings(town: Estate) -> None:
    await town.secretary.starts()
    await adds_building(town.secretary, "7号楼")
    await adds_grid(town.secretary, "网格2")
    for building in ("5号楼", "7号楼"):
        await town.secretary.presses(building, on=await places(town.secretary))
        await town.secretary.presses("放进网格")
        await town.secretary.presses("网格2")
    group = await town.world.group("二网格群", creator=town.secretary, members=[town.liu])
    assert "没有叫“网格3”的网格" in (await binds(town.secretary, "网格3", to=group)).text
    assert "接到阳光小区的网格“网格2”" in (await binds(town.secretary, "grid 2 notices wishes", to=group)).text
    await town.secretary.says(f"/bind@{BOT}", to=group)
    assert "的网格“网格2”" in (await town.secretary.last(to=group)).text

    await starts(town.liu, group)
    await files(town.liu, "7号楼电梯坏了")
    assert await told(town.liu, "7号楼电梯坏了", to=group)
    # It holds on to its grid.
    for building in ("5号楼", "7号楼"):
        await town.secretary.presses(building, on=await places(town.secretary))
        await town.secretary.presses("放进网格")
        await town.secretary.presses("不放网格")
    assert "还接着群" in await forges(town, town.secretary, "grid-do:1:remove")


async def test_a_grid_is_chosen_by_a_button_where_the_bot_is_introduced(town: Estate) -> None:
    await town.secretary.starts()
    for grid in ("网格1", "网格2"):
        await adds_grid(town.secretary, grid)
    group = await town.world.group("阳光小区邻居群", creator=town.outsider, members=[town.secretary, town.liu])
    await town.outsider.presses("这是楼里的群", to=group)
    asked = await town.outsider.last(to=group)
    assert {"网格1", "网格2", "整个小区"} <= set(asked.labels)
    assert "还不在名单里" in ((await town.outsider.presses("网格2", to=group)).alert or ""), "that is for who is listed"
    assert "过时" in await forges(town, town.secretary, "onboard:grid-of:sunny:9", to=group)
    await town.secretary.presses("网格2", to=group)
    assert "接到阳光小区的网格“网格2”" in (await town.liu.sees("大家好", to=group)).text
    again = await forges(town, town.secretary, "onboard:grid-of:sunny:2", to=group)
    assert "已经接好了" in again


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("3号楼 瞎说", "没看懂“瞎说”"),
        ("聊天 投票", "只聊天的群"),
        ("staff 投票", "工作群什么都收"),
        ("3号楼 工作群", "工作群什么都收"),
        ("网格9", "没有叫“网格9”的网格"),
        ("河边", "没看懂“河边”"),
    ],
)
async def test_what_is_no_purpose_changes_nothing(town: Estate, words: str, why: str) -> None:
    assert why in (await binds(town.secretary, words, to=town.building3)).text
    await town.secretary.says(f"/bind@{BOT}", to=town.building3)
    shown = await town.secretary.last(to=town.building3)
    assert "阳光小区3号楼" in shown.text
    assert shown.labels == ["✓ 心愿", "✓ 通知", "✓ 投票", "只聊天"]


async def test_in_english_a_group_that_is_tied_by_an_administrator(open_estate: Open) -> None:
    """Onboarding offers the whole estate; the staff says yes; a purpose alone changes what is said there."""
    async with open_estate(language="en") as town:
        everybody = await town.world.group("阳光小区 everybody", creator=town.outsider, members=[town.wang])
        await town.outsider.presses("A building’s group", to=everybody)
        await town.outsider.presses("The whole estate", to=everybody)
        assert "the whole estate?" in (await town.outsider.last(to=everybody)).text
        await town.outsider.presses("Yes, do it", to=everybody)
        await town.secretary.presses("Yes, tie it", to=town.staff)
        bound = await town.wang.sees("the whole estate", to=everybody)
        assert bound.labels == ["✓ Wishes", "✓ Notices", "✓ Votes", "Talk only"]
        said = await binds(town.secretary, "building 3 votes talk", to=town.building3)
        assert "for talk I post no wishes" in said.text
        said = await binds(town.secretary, "notices", to=town.building3)
        assert "What I post in this group by myself: Notices." in said.text
        await town.secretary.says(f"/bind@{BOT}", to=town.building3)
        shown = await town.secretary.last(to=town.building3)
        assert shown.labels == ["Wishes", "✓ Notices", "Votes", "Talk only"]
        await town.secretary.presses("Talk only", on=shown)
        assert "answer when I am asked" in (await town.secretary.sees("for talk", to=town.building3)).text
