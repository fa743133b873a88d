"""Quarrels: by command, with a picture, from a group; second presses, restarts, forgetting, what is too late."""

from __future__ import annotations

from tests.scenarios.conftest import Open
from tests.scenarios.forging import forges
from tests.scenarios.mediated import (
    MEDIATOR,
    QUARREL,
    SECOND_MEDIATOR,
    lives_at_602,
    mediated,
    nothing_public,
    opened,
    quarrels,
    reads_of,
    taken,
    with_mediators,
)
from tests.scenarios.scenes import files, starts


async def test_by_the_command_with_back_cancel_and_a_restart_in_the_middle(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await starts(town.wang, town.building3)
        await town.wang.says("/mediate")
        await town.wang.sees("邻居之间有什么事")
        await town.wang.photographs()
        await town.wang.says("取消")
        await mediator.does_not_see("等老娘舅来管")
        await town.wang.says("/mediate")
        await town.wang.photographs(caption="他家鞋柜堆在我家门口")
        await town.wang.says("返回")
        await town.wang.says("他家鞋柜堆在我家门口，说了也不搬")
        await town.bot_restarts()
        await town.wang.says("跳过")
        preview = await town.wang.sees("这样交给老娘舅，对吗")
        assert "说了也不搬" in preview.text
        await town.wang.presses("对")
        await town.wang.sees("交给老娘舅了，第1件")
        case = await opened(mediator)
        assert case.photo
        assert "对方：还没问" in case.text
        await mediator.presses("我来管", on=case)
        await mediator.presses("我管不了，换人")
        await mediator.sees("第1件换别的老娘舅来管")
        await nothing_public(town, of=("鞋柜", "老娘舅", "第1件"))


async def test_said_in_the_group_the_way_leads_into_the_private_chat_first(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, _):
        await town.wang.says(f"/want@wishwell_bot {QUARREL}", to=town.building3)
        preview = await town.wang.sees("像是邻居之间的事", to=town.building3)
        assert "到私聊里说" in preview.text
        assert "请老娘舅私下调解" not in preview.labels, "the button would tell the group what it is"
        assert preview.labels[0].startswith("去私聊")


async def test_a_second_press_and_an_old_button_do_nothing(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await files(town, town.wang, QUARREL)
        await forges(town, town.secretary, "quarrel-hand:1", to=town.staff)
        for data in ("quarrel-hand:1", "take:1", "answer:1", "more:1", "refer:1:property", "ask:1", "triage:1"):
            await forges(town, town.secretary, data, to=town.staff)
        for data in ("join:1", "help:1", "report:1", "differ:1"):
            await forges(town, town.liu, data, to=town.building3)
        assert "拖椅子" not in await reads_of(town.secretary, town.staff)
        await nothing_public(town)
        await town.wang.presses("好，谈谈", on=await town.wang.sees("像是邻居之间的事"))
        await mediator.presses("我来管", on=await opened(mediator))
        assert "说过，或者过去了" in await forges(town, town.secretary, "quarrel-undo:1", to=town.staff)
        assert "已经在管了" in await forges(town, mediator, "quarrel-do:1:take")


async def test_what_was_said_in_public_is_not_put_away(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, _):
        await files(town, town.wang, QUARREL)
        await files(town, town.wang, "楼上天天吵架，隔壁也不听")
        await town.secretary.starts()
        await town.secretary.says("/project")
        await town.secretary.presses("实事项目")
        for words in ("隔音", "1", "3号楼", "3月20日"):
            await town.secretary.says(words)
        await town.secretary.presses("对")
        assert "收不起来了" in await forges(town, town.secretary, "quarrel-hand:1", to=town.staff)
        assert "拖椅子" in await reads_of(town.liu, town.building3)


async def test_another_mediator_hears_of_it_and_nobody_mediates_their_own(open_estate: Open) -> None:
    async with open_estate(extra={"estates": [with_mediators(MEDIATOR, SECOND_MEDIATOR)]}) as town:
        first = await town.world.person("徐阿姨", id=MEDIATOR)
        second = await town.world.person("赵伯伯", id=SECOND_MEDIATOR)
        await first.starts()
        await second.joins(town.building3)
        await starts(second, town.building3)
        await starts(town.chen, town.building3)
        await lives_at_602(town, town.chen)
        await second.says(QUARREL)
        await second.presses("请老娘舅私下调解")
        await second.says("3号楼602")
        await second.does_not_see("等老娘舅来管")
        assert "自己的事" in await forges(town, second, "quarrel-do:1:take")
        await taken(town, first)
        await first.presses("问小陈")
        await town.chen.sees("请老娘舅徐阿姨")
        await first.says("/forgetme")
        await first.presses("把我忘了")
        await first.presses("是的，忘了我")
        assert "等老娘舅来管" in await reads_of(town.secretary, town.staff)


async def test_the_other_side_who_is_forgotten_ends_it_without_a_word(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await starts(town.chen, town.building3)
        await lives_at_602(town, town.chen)
        await quarrels(town)
        await taken(town, mediator)
        await mediator.presses("问小陈")
        await town.chen.presses("好，谈谈", on=await town.chen.sees("有位邻居想请"))
        await town.chen.says("/mydata")
        mine = await town.chen.sees("您在调解里说的：1次")
        assert "拖椅子" not in mine.text, "what the other side said is theirs"
        await town.chen.says("/forgetme")
        await town.chen.presses("把我忘了")
        await town.chen.presses("是的，忘了我")
        await town.wang.sees("第2件这回不谈了")


async def test_the_words_go_in_time(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await quarrels(town)
        await taken(town, mediator)
        await mediator.presses("记结果")
        assert "谈成了" not in (await mediator.last()).labels, "nothing is settled with one side"
        await mediator.presses("转给派出所或法院")
        await mediator.says("跳过")
        await mediator.presses("对")
        await town.wang.sees("第1件转给派出所或法院了")
        for _ in range(62):
            await town.world.advances(days=1)
        await town.wang.says("/mydata")
        assert "拖椅子" not in (await town.wang.sees("您请老娘舅调解的：1件")).text
