"""Residents by a role: who is in no group is put down by the committee, says yes, and is a neighbour like any other."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from simulator.client import Person
from tests.scenarios import signing
from tests.scenarios.appointed import appoints, gives, link_in, takes
from tests.scenarios.broadcasting import card, sends, told, writes
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.placed import adds_building
from tests.scenarios.scenes import files, starts

_NOBODY_KNOWS = "我还不知道您住哪栋楼"


async def _grandmother(town: Estate, *, starts_on: str = "今天", ends_on: str = "跳过") -> Person:
    """She is in no group; the secretary puts her down for building 3, and she says yes."""
    zhou = await town.world.person("周桂英")
    days = {"starts_on": starts_on, "ends_on": ends_on}
    await appoints(town, zhou, "住户", name="周奶奶", where="3号楼", **days)
    return zhou


async def _moves_out(zhou: Person) -> None:
    await zhou.says("/mine")
    await zhou.presses("我的角色")
    await zhou.presses("不住这儿了")
    await zhou.presses("对，不住了")


async def _tells_building(town: Estate, number: str, words: str) -> None:
    await town.secretary.says("/broadcast")
    await town.secretary.says(words)
    for label in ("几栋楼", number, "好了", "私聊", "发出去"):
        await town.secretary.presses(label)


async def test_a_grandmother_in_no_group_is_put_down_files_and_is_told_like_a_neighbour(town: Estate) -> None:
    zhou = await town.world.person("周桂英")
    await zhou.starts()
    await zhou.says("楼道的灯坏了")
    await zhou.sees(_NOBODY_KNOWS)
    await town.secretary.starts()
    said = await gives(town.secretary, "住户", who="发一个链接", name="周奶奶", where="3号楼")
    assert "周奶奶您好，李书记想把您记成阳光小区的住户" in said[-1].text
    await zhou.follows(await link_in(town.secretary))
    asked = await zhou.sees("李书记想把您记成阳光小区的住户")
    assert "住在：3号楼" in asked.text
    assert "从3月2日（周一）起，住到搬走为止" in asked.text
    assert "我会私下发给您" in asked.text, "what it brings, before she says yes"
    await zhou.says("楼道的灯坏了")
    assert _NOBODY_KNOWS in (await zhou.reads())[-1].text, "not before her yes"
    await zhou.presses("我愿意")
    await zhou.sees("您是阳光小区的住户了")
    await town.secretary.sees("周奶奶说是，记成住户了")

    await zhou.says("我想要楼道里一张凳子")
    await zhou.presses("发到群里")
    card = await town.wang.sees("我想要楼道里一张凳子", to=town.building3)
    assert "3号楼" in card.text
    await sends(town.secretary, "明天停水", where="私聊")
    assert len(await told(zhou, "明天停水")) == 1
    await zhou.says("/mine")
    await zhou.sees("我想要楼道里一张凳子")
    await zhou.presses("我的角色")
    mine = (await zhou.reads())[-1].text
    assert "阳光小区 · 住户，称呼“周奶奶”" in mine

    await zhou.presses("不住这儿了")
    await zhou.sees("您不住在阳光小区了吗")
    await zhou.presses("对，不住了")
    await zhou.sees("记下了，您不住在阳光小区了")
    await town.secretary.sees("周奶奶说不住在这儿了")
    await zhou.says("我想要一个花架")
    assert _NOBODY_KNOWS in (await zhou.reads())[-1].text
    await town.wang.does_not_see("花架", to=town.building3)
    await sends(town.secretary, "后天停电", where="私聊")
    assert await told(zhou, "后天停电") == []


async def test_it_says_which_building_and_one_that_there_is_not_is_refused(town: Estate) -> None:
    await town.secretary.starts()
    await town.secretary.says("/role")
    await town.secretary.presses("请一个人")
    await town.secretary.presses("住户")
    asked = await town.secretary.sees("住哪栋楼")
    assert {"3号楼", "5号楼"} <= set(asked.labels)
    assert "跳过" not in asked.labels, "nobody lives in the whole of an estate"
    await town.secretary.says("跳过")
    await town.secretary.says("8号楼")
    assert "没找到“8号楼”。楼有：3, 5" in (await town.secretary.last()).text
    await town.secretary.says("三号楼")
    await town.secretary.presses("发一个链接")
    for words in ("周奶奶", "今天", "跳过"):
        await town.secretary.says(words)
    await town.secretary.presses("改楼", on=await town.secretary.sees("住在：3号楼"))
    await town.secretary.presses("5号楼")
    look = await town.secretary.sees("这样安排对吗")
    assert "住在：5号楼" in look.text
    await town.secretary.presses("对")
    await town.secretary.sees("请把下面这条转给周奶奶")


async def test_only_her_building_is_hers(town: Estate) -> None:
    zhou = await _grandmother(town)
    await starts(town.emma, town.building5)
    await _tells_building(town, "5", "五号楼洗水箱")
    assert await told(zhou, "五号楼洗水箱") == []
    assert len(await told(town.emma, "五号楼洗水箱")) == 1
    await _tells_building(town, "3", "三号楼洗水箱")
    assert len(await told(zhou, "三号楼洗水箱")) == 1


async def test_a_role_that_begins_next_monday_counts_from_then(town: Estate) -> None:
    zhou = await _grandmother(town, starts_on="3月9日", ends_on="3月10日")
    await zhou.says("我想要一个花架")
    assert _NOBODY_KNOWS in (await zhou.reads())[-1].text
    await starts(town.liu, town.building3)
    await sends(town.secretary, "明天停水", where="私聊")
    assert await told(zhou, "明天停水") == []
    await town.world.advances(days=7)
    await zhou.says("我想要一个花架")
    await zhou.presses("发到群里")
    await town.wang.sees("我想要一个花架", to=town.building3)
    await sends(town.secretary, "后天停电", where="私聊")
    assert len(await told(zhou, "后天停电")) == 1
    await town.world.advances(days=2)
    over = await zhou.sees("您做阳光小区住户的日子到了")
    assert "还住在这儿的话" in over.text
    await zhou.says("我想要一张凳子")
    assert _NOBODY_KNOWS in (await zhou.reads())[-1].text


async def test_taken_in_the_middle_of_a_wish_it_stops_there_and_hands_back_what_was_written(town: Estate) -> None:
    zhou = await _grandmother(town)
    await zhou.says("我想要楼道里一张凳子")
    await zhou.sees("这样写对吗")
    await takes(town.secretary, "周奶奶", "搬去女儿家了")
    ended = await zhou.sees("李书记说您不住在阳光小区了")
    assert "原因：搬去女儿家了" in ended.text
    await zhou.presses("发到群里")
    stopped = await zhou.sees("您的角色结束了，就停在这儿，没有发出去")
    assert "刚才写的：我想要楼道里一张凳子" in stopped.text
    await town.wang.does_not_see("凳子", to=town.building3)


async def test_who_is_in_the_group_as_well_counts_once_and_stays_when_the_role_ends(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await appoints(town, town.liu, "住户", name="刘敏", where="3号楼")
    look = await writes(town.secretary, "明天停水", where="私聊")
    assert "1个人" in look.text
    await town.secretary.presses("发出去")
    assert len(await told(town.liu, "明天停水")) == 1
    await _moves_out(town.liu)
    await sends(town.secretary, "后天停电", where="私聊")
    assert len(await told(town.liu, "后天停电")) == 1
    await files(town, town.liu, "三楼走廊灯坏了")
    await town.liu.says("/mine")
    await town.liu.sees("三楼走廊灯坏了")


async def test_who_leaves_the_group_lives_there_by_the_role_alone(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await appoints(town, town.liu, "住户", name="刘敏", where="3号楼")
    await town.liu.leaves(town.building3)
    await sends(town.secretary, "明天停水", where="私聊")
    assert len(await told(town.liu, "明天停水")) == 1
    await _moves_out(town.liu)
    await starts(town.chen, town.building3)
    await sends(town.secretary, "后天停电", where="私聊")
    assert await told(town.liu, "后天停电") == []


async def test_in_the_list_she_stands_with_her_building_and_nobody_answers_for_another(town: Estate) -> None:
    zhou = await _grandmother(town)
    await town.secretary.says("/role")
    listed = (await town.secretary.reads())[-1].text
    assert "住户 周奶奶 3号楼 · 在做" in listed
    refused = await forges(town, zhou, "role-yes:1")
    assert "已经用过，或者收回了" in refused
    await zhou.says("/queue")
    await zhou.sees("您这边按不了")


async def test_in_english(town: Estate) -> None:
    await town.secretary.starts()
    await gives(town.secretary, "住户", who="发一个链接", name="Ruth", where="5号楼")
    ruth = await town.world.person("Ruth", language="en")
    await ruth.follows(await link_in(town.secretary))
    asked = await ruth.sees("李书记 would like to put you down as a resident of 阳光小区")
    assert "Home: Building 5" in asked.text
    assert "for as long as you live here" in asked.text
    await ruth.presses("I’d be glad to")
    await ruth.sees("you are a resident of 阳光小区")
    await ruth.says("I want a bench by the gate")
    await ruth.presses("Post")
    await town.emma.sees("I want a bench by the gate", to=town.building5)
    await ruth.says("/mine")
    await ruth.presses("My roles")
    await ruth.presses("I’ve moved out")
    await ruth.sees("Do you live in 阳光小区 no more?")
    await ruth.presses("Yes, moved out")
    await ruth.sees("you live in 阳光小区 no more")
    await ruth.says("I want a second bench")
    await ruth.sees("I don’t know your building yet")


async def test_she_is_on_the_list_of_who_has_not_read_it_and_reads_it(town: Estate) -> None:
    zhou = await _grandmother(town)
    await sends(town.secretary, "明天停水", where="私聊", asks=True)
    await town.secretary.presses("谁还没看", on=await card(town.secretary))
    file = (await town.secretary.reads())[-1]
    rows = list(load_workbook(io.BytesIO(await town.world.fetches(file.document or ""))).active.values)
    listed = {row[0]: row[1:3] for row in rows[4:-1]}
    assert listed["周桂英"] == ("3", "告诉了")
    pressed = await zhou.presses("我看过了", on=(await told(zhou, "明天停水"))[0])
    assert "记下了" in pressed.text
    await _moves_out(zhou)
    await sends(town.secretary, "后天停电", where="群里", asks=True)
    await town.liu.says("/wishes", to=town.building3)
    await town.secretary.presses("谁还没看", on=await card(town.secretary))
    file = (await town.secretary.reads())[-1]
    rows = list(load_workbook(io.BytesIO(await town.world.fetches(file.document or ""))).active.values)
    assert "周桂英" not in {row[0] for row in rows[4:-1]}


async def test_she_signs_up_in_private_and_not_once_she_has_moved_out(town: Estate) -> None:
    zhou = await _grandmother(town)
    await signing.asks(town.secretary)
    view = await signing.opens(zhou)
    await zhou.presses("我报名", on=view)
    assert "周桂英" in (await signing.card(town.wang, town.building3)).text
    await _moves_out(zhou)
    await zhou.says("/signups")
    assert signing.DUMPLINGS not in (await zhou.reads())[-1].text


async def test_where_the_building_has_no_group_her_wish_goes_to_the_groups_of_the_estate(town: Estate) -> None:
    await town.secretary.starts()
    await adds_building(town.secretary, "9号楼")
    group = await town.world.group("阳光小区大群", creator=town.secretary, members=[town.outsider])
    await town.secretary.says(f"/bind@{BOT} 全小区", to=group)
    zhou = await town.world.person("周桂英")
    await appoints(town, zhou, "住户", name="周奶奶", where="9号楼")
    await zhou.says("我想要9号楼门口一张凳子")
    await zhou.presses("发到群里")
    await town.outsider.sees("我想要9号楼门口一张凳子", to=group)


async def test_she_joins_a_neighbours_wish_in_private_by_a_counted_button(town: Estate) -> None:
    zhou = await _grandmother(town)
    await files(town, town.wang, "三楼走廊灯坏了")
    await zhou.says("/wish 1")
    view = (await zhou.reads())[-1]
    await zhou.presses("我家也是", on=view)
    assert "1家也是" in (await town.wang.sees("三楼走廊灯坏了", to=town.building3)).text
    await _moves_out(zhou)
    refused = await zhou.presses("我家也是", on=view)
    assert "没找到这一件" in (refused.alert or ""), "as for anybody who does not live here"
