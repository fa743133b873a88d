"""What is looked up: sign-ups, things taken down, functions of groups, second officers; by name, as it was recorded."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import load_workbook

from simulator.client import Person
from tests.scenarios import broadcasting, handed_on, signing
from tests.scenarios.appointed import appoints
from tests.scenarios.estate import CAPTAIN, Estate, estate
from tests.scenarios.planning import card, plans

SECOND: dict[str, object] = {"broadcasts": {"second_officer": "unless-emergency"}}


async def _acts(reader: Person) -> str:
    await reader.says("/audit")
    await reader.presses("看做了什么")
    return (await reader.reads())[-1].text


async def test_who_opened_changed_and_called_off_a_sign_up(town: Estate) -> None:
    await signing.ready(town)
    await signing.asks(town.secretary)
    view = await signing.opens(town.secretary)
    await town.secretary.presses("改", on=view)
    await town.secretary.presses("改地点")
    await town.secretary.says("活动室")
    await town.secretary.presses("就这样改")
    await town.secretary.presses("取消这个接龙", on=await signing.opens(town.secretary))
    await town.secretary.says("下大雨")
    await town.secretary.presses("取消接龙")
    acts = await _acts(town.secretary)
    for what in ("发起的", "改过", "取消的"):
        assert f"居委会李书记：接龙1，{what}" in acts, what


async def test_a_neighbours_own_sign_up_is_nobodys_to_look_up_until_the_committee_ends_it(town: Estate) -> None:
    captain = await town.world.person("李姐", id=CAPTAIN)
    await captain.joins(town.building3)
    await signing.ready(town)
    await captain.starts()
    await signing.asks(captain)
    assert "接龙1" not in await _acts(town.secretary)
    await town.secretary.presses("取消这个接龙", on=await signing.opens(town.secretary))
    await town.secretary.says("下大雨")
    await town.secretary.presses("取消接龙")
    acts = await _acts(town.secretary)
    assert "居委会李书记：接龙1，取消的" in acts
    assert "接龙1，发起的" not in acts


async def test_who_took_down_what_was_to_be_given_away(town: Estate) -> None:
    await handed_on.ready(town)
    await handed_on.posts(town.wang, "giveaway", "两瓶白酒")
    await appoints(town, town.chen, "居民群管理", name="陈师傅")
    await town.chen.presses("撤下", on=await handed_on.opens(town.chen))
    await town.chen.says("酒不在这里送")
    await town.chen.presses("撤下")
    acts = await _acts(town.secretary)
    assert "群管理陈师傅：失物、闲置第1样，撤下的" in acts
    assert "白酒" not in acts, "what a neighbour wrote is not repeated"


async def test_who_stopped_a_function_in_a_group_and_who_used_it_again(town: Estate) -> None:
    await town.secretary.starts()
    zhou = await town.world.person("周管")
    await appoints(town, zhou, "管理员", name="老周")
    await town.secretary.says("/functions")
    shown = await town.secretary.sees("哪个群用什么")
    await town.secretary.presses("3号楼邻居群：停掉接龙", on=shown)
    await town.secretary.presses("5号楼邻居群：停掉小投票", on=await town.secretary.sees("哪个群用什么"))
    await zhou.says("/functions")
    await zhou.presses("3号楼邻居群：再用接龙", on=await zhou.sees("哪个群用什么"))
    acts = await _acts(zhou)
    assert "居委会李书记：“3号楼邻居群”停用接龙" in acts
    assert "居委会李书记：“5号楼邻居群”停用小投票" in acts
    assert "管理员老周：“3号楼邻居群”重新用接龙" in acts
    await zhou.presses("下载表格")
    file = (await zhou.reads())[-1]
    book = load_workbook(io.BytesIO(await town.world.fetches(file.document or "")))
    rows = ["|".join(str(cell or "") for cell in row) for row in book.worksheets[0].iter_rows(values_only=True)]
    assert any("“3号楼邻居群”重新用接龙|老周|管理员" in row for row in rows), rows


async def test_who_agreed_to_a_planned_broadcast_stays_when_it_is_changed(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, extra=SECOND) as town:
        await broadcasting.ready(town)
        await plans(town.secretary, "每周", "周三 10:00", "照发", "跳过")
        await town.secretary.presses("定下来")
        assert "同意发" not in await _acts(town.secretary)
        await town.foreman.presses("同意", on=await card(town.foreman, to=town.staff), to=town.staff)
        assert "物业张师傅：预定公告1，同意发" in await _acts(town.secretary)
        await town.world.advances(days=2, hours=2)
        acts = await _acts(town.secretary)
        assert "居委会李书记：公告第1则，写的" in acts
        assert acts.count("同意发") == 1, "once, for all that is made of it"


async def test_in_english(town: Estate) -> None:
    await signing.ready(town)
    await signing.asks(town.secretary)
    await appoints(town, town.liu, "管理员", name="刘敏")
    await town.liu.says("/language English")
    await town.liu.says("/functions")
    await town.liu.presses("3号楼邻居群: stop polls", on=(await town.liu.reads())[-1])
    await town.liu.says("/audit")
    await town.liu.presses("Show what was done")
    acts = (await town.liu.reads())[-1].text
    assert "李书记 of the committee: sign-up 1: opened" in acts
    assert "刘敏, administrator: “3号楼邻居群”: stopped polls" in acts
