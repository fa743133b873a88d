"""Quarrels between neighbours: privately to a mediator, both sides asked, nothing public."""

from __future__ import annotations

from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.mediated import (
    QUARREL,
    lives_at_602,
    mediated,
    nothing_public,
    opened,
    quarrels,
    reads_of,
    starts_in,
    taken,
)
from tests.scenarios.scenes import files, starts

# ---- the whole way --------------------------------------------------------------------------------------------------


async def test_from_the_first_word_to_whether_it_holds(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await starts(town.chen, town.building3)
        await lives_at_602(town, town.chen)
        await starts(town.wang, town.building3)
        await town.wang.says(QUARREL)
        preview = await town.wang.last()
        assert "像是邻居之间的事" in preview.text
        assert preview.labels[0] == "请老娘舅私下调解"
        await town.wang.presses("请老娘舅私下调解")
        await town.wang.says("3号楼602")
        filed = await town.wang.sees("交给老娘舅了，第2件")
        assert "群里什么都没有" in filed.text
        assert "🤝 第2件是邻里的事，等老娘舅来管。" in await reads_of(town.secretary, town.staff)
        await nothing_public(town, of=("拖椅子", "老娘舅", "调解", "第2件"))

        told = await mediator.sees("有一件邻里的事（第2件）等老娘舅来管")
        assert "拖椅子" not in told.text, "notices are kept longer than words"
        case = await opened(mediator)
        assert QUARREL in case.text
        assert "对方：3号楼602" in case.text
        assert case.labels == ["我来管"]
        await mediator.presses("我来管", on=case)
        case = await mediator.sees("对方：还没问")
        assert case.labels[0] == "问小陈"
        assert "老娘舅在管" in await reads_of(town.secretary, town.staff)

        await mediator.presses("问小陈", on=case)
        asked = await town.chen.sees("有位邻居想请老娘舅徐阿姨帮着说说")
        assert not [word for word in ("王阿姨", "拖椅子", "3号楼", "602", "第2件") if word in asked.text], asked.text
        assert asked.labels == ["好，谈谈", "不谈了，谢谢"]
        await town.chen.presses("好，谈谈", on=asked)
        both = await town.wang.sees("两边都愿意谈")
        assert "小陈" not in both.text
        await town.chen.sees("两边都愿意谈")

        await town.wang.presses("写给老娘舅", on=both)
        await town.wang.says("就想晚上能睡觉")
        await town.wang.presses("对")
        await mediator.presses("看第2件", on=await mediator.sees("第2件有新的话"))
        assert "就想晚上能睡觉" in (await mediator.last()).text
        await town.chen.does_not_see("睡觉")

        await mediator.presses("约时间")
        await mediator.says("周六下午3点，居委会")
        await mediator.presses("对")
        await town.wang.presses("行", on=await town.wang.sees("老娘舅问：周六下午3点"))
        await town.chen.presses("换个时间", on=await town.chen.sees("老娘舅问：周六下午3点"))
        await mediator.presses("看第2件", on=await mediator.sees("第2件有新的话"))
        assert "对方：这个时间不行" in (await mediator.last()).text
        await mediator.presses("约时间")
        await mediator.says("周日上午10点，居委会")
        await mediator.presses("对")
        await town.wang.presses("行", on=await town.wang.sees("老娘舅问：周日上午10点"))
        await town.chen.presses("行", on=await town.chen.sees("老娘舅问：周日上午10点"))
        await town.chen.sees("说好了：周日上午10点，居委会")
        await town.wang.sees("说好了：周日上午10点，居委会")

        await mediator.says("/mediate")
        await mediator.presses("看第2件")
        await mediator.presses("记结果")
        await mediator.presses("谈成了")
        await mediator.says("晚上十点以后不拖椅子")
        await mediator.presses("对")
        for side in (town.wang, town.chen):
            over = await side.sees("第2件谈成了")
            assert "老娘舅徐阿姨说：“晚上十点以后不拖椅子”" in over.text
        assert "过去了" in await reads_of(town.secretary, town.staff)

        await town.world.advances(days=15)
        await town.wang.presses("还好", on=await town.wang.sees("上回谈好的事，现在还好吗"))
        await town.chen.presses("又闹起来了", on=await town.chen.sees("上回谈好的事，现在还好吗"))
        await mediator.presses("看第2件", on=await mediator.sees("第2件有新的话"))
        assert "对方：说又闹起来了" in (await mediator.last()).text
        await nothing_public(town, of=("拖椅子", "老娘舅", "调解", "第2件", "谈成"))


async def test_in_english(open_estate: Open) -> None:
    async with mediated(open_estate, language="en") as (town, mediator):
        await starts_in("en", town.emma, town.building5)
        await town.emma.says("The neighbours upstairs play loud music every night")
        assert (await town.emma.last()).labels[0] == "Ask a mediator, in private"
        await town.emma.presses("Ask a mediator, in private")
        await town.emma.says("building 5, 402")
        await town.emma.sees("It is with the mediator now: no. 1")
        await mediator.presses("Look at no. 1", on=await mediator.sees("waits for a mediator"))
        await mediator.presses("I take it")
        await mediator.presses("Asked at the door: yes")
        await town.emma.sees("Both sides are willing to talk")
        await mediator.presses("Record the result")
        await mediator.presses("Settled")
        await mediator.says("skip")
        await mediator.presses("Yes")
        await town.emma.sees("No. 1 is settled")
        assert "music" not in await reads_of(town.emma, town.building5)
        assert "music" not in await reads_of(town.secretary, town.staff)


# ---- the staff sees that it is one ----------------------------------------------------------------------------------


async def hands_over(town: Estate) -> None:
    await town.secretary.presses("更多", to=town.staff, on=await town.secretary.sees("拖椅子", to=town.staff))
    await town.secretary.presses("邻里纠纷 → 老娘舅", to=town.staff)


async def test_what_stood_in_the_group_is_quietly_folded(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await files(town, town.wang, QUARREL)
        assert "拖椅子" in await reads_of(town.liu, town.building3)
        await town.liu.presses("我家也是", to=town.building3)
        await hands_over(town)
        await nothing_public(town)
        assert "第1件不在这里了" in await reads_of(town.liu, town.building3)
        asked = await town.wang.sees("您提的第1件像是邻居之间的事")
        assert asked.labels == ["好，谈谈", "不用，交给居委会"]
        await mediator.does_not_see("等老娘舅来管")
        await town.wang.presses("好，谈谈", on=asked)
        await mediator.sees("等老娘舅来管")
        await nothing_public(town)
        await town.secretary.starts()
        for who in (town.liu, town.secretary):
            await who.says("/find 拖椅子")
            assert "椅子天天" not in (await who.last()).text
            await who.says("第1件")
            assert "拖椅子" not in (await who.last()).text


async def test_a_mistake_of_the_staff_is_put_right_as_if_nothing_had_been(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await files(town, town.wang, QUARREL)
        await hands_over(town)
        card = await town.secretary.sees("正在问提的人要不要老娘舅", to=town.staff)
        await town.secretary.presses("不是纠纷，放回去", to=town.staff, on=card)
        assert "拖椅子" in await reads_of(town.liu, town.building3)
        assert "拖椅子" in await reads_of(town.secretary, town.staff)
        late = await town.wang.presses("好，谈谈", on=await town.wang.sees("像是邻居之间的事"))
        assert "说过，或者过去了" in (late.text or "")
        await mediator.does_not_see("等老娘舅来管")


async def test_an_author_who_wants_no_mediator_has_it_with_the_committee(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await files(town, town.wang, QUARREL)
        await hands_over(town)
        await town.wang.presses("不用，交给居委会", on=await town.wang.sees("像是邻居之间的事"))
        await town.wang.sees("第1件交给居委会，只有居委会看得到")
        assert "拖椅子" not in await reads_of(town.liu, town.building3)
        assert "拖椅子" in await reads_of(town.secretary, town.staff)
        await mediator.does_not_see("等老娘舅来管")


async def test_an_author_who_says_nothing_has_it_with_the_committee_after_a_week(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await files(town, town.wang, QUARREL)
        await hands_over(town)
        await town.world.advances(days=8)
        await town.wang.sees("第1件交给居委会了，只有居委会看得到")
        assert "拖椅子" in await reads_of(town.secretary, town.staff)
        assert "拖椅子" not in await reads_of(town.liu, town.building3)
        await mediator.does_not_see("等老娘舅来管")


# ---- the other side -------------------------------------------------------------------------------------------------


async def test_the_other_side_may_decline_and_nobody_is_blamed(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await starts(town.chen, town.building3)
        await lives_at_602(town, town.chen)
        await quarrels(town)
        await taken(town, mediator)
        await mediator.presses("问小陈")
        asked = await town.chen.sees("有位邻居想请老娘舅")
        await town.chen.presses("不谈了，谢谢", on=asked)
        await town.chen.sees("好，那就不谈。没关系的。")
        told = await town.wang.sees("第2件这回不谈了。没关系的。")
        assert "小陈" not in told.text
        await mediator.sees("这回不谈了")
        assert "说过，或者过去了" in await forges(town, town.chen, "quarrel-say:1:yes")
        await nothing_public(town, of=("拖椅子", "老娘舅", "第2件", "不谈"))


async def test_a_neighbour_unknown_to_the_bot_is_asked_at_the_door(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await quarrels(town)
        case = await taken(town, mediator)
        assert not [label for label in case.labels if label.startswith("问")]
        await mediator.presses("当面问过：愿意", on=case)
        await town.wang.sees("两边都愿意谈")
        await mediator.presses("约时间", on=await mediator.sees("对方：愿意谈"))
        await mediator.says("周六下午3点，居委会")
        await mediator.presses("对")
        await town.wang.presses("行", on=await town.wang.sees("老娘舅问"))
        await town.wang.sees("说好了：周六下午3点，居委会")


async def test_the_other_side_comes_by_the_link_that_the_mediator_passes_on(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await quarrels(town, where="楼上那家")
        case = await taken(town, mediator)
        await mediator.presses("给对方的按钮", on=case)
        link = await mediator.sees("里面没写是谁")
        stranger = await town.world.person("楼上的小马")
        await stranger.follows(link.url("我听听"))
        asked = await stranger.sees("有位邻居想请老娘舅徐阿姨")
        assert "王阿姨" not in asked.text
        await stranger.presses("好，谈谈", on=asked)
        await town.wang.sees("两边都愿意谈")
        await town.liu.follows(link.url("我听听"))
        assert "没找到这件事" in (await town.liu.last()).text, "somebody is that side already"


# ---- rights, ends, reminders ----------------------------------------------------------------------------------------


SECRET = ("quarrel:1", "quarrel-do:1:take", "quarrel-do:1:link", "quarrel-say:1:yes", "quarrel-write:1:end")


async def test_nobody_but_its_mediator_and_its_sides_opens_it(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await quarrels(town)
        await taken(town, mediator)
        for who in (town.liu, town.secretary, town.foreman, town.outsider):
            await who.starts()
            for data in SECRET:
                assert "没找到这件事" in await forges(town, who, data), data
        assert "要等两边都愿意谈" in await forges(town, mediator, "quarrel-write:1:time")
        for data in ("quarrel-do:1", "quarrel-do:1:dance", "quarrel-do:1:ask:99999", "quarrel-say:1:dance"):
            assert await forges(town, mediator, data), data


async def test_a_mediator_is_reminded_once(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await quarrels(town)
        await taken(town, mediator)
        await town.world.advances(days=4)
        await mediator.sees("第1件好几天没动静了")
        await town.world.advances(days=10)
        assert sum("好几天没动静" in each.text for each in await mediator.reads()) == 1


async def test_its_author_lets_it_be(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await quarrels(town)
        await taken(town, mediator)
        await town.wang.says("/mediate")
        await town.wang.presses("看第1件")
        await town.wang.presses("算了，不谈了")
        await town.wang.sees("好，这件不谈了")
        await mediator.sees("第1件不谈了，就到这里")
        await mediator.says("/mediate")
        await mediator.sees("现在没有邻里的事等着您")


async def test_it_is_no_quarrel_and_goes_to_the_committee_alone(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await quarrels(town)
        case = await taken(town, mediator)
        await mediator.presses("不是纠纷，交居委会", on=case)
        await town.wang.sees("第1件交给居委会了，只有居委会看得到")
        assert "拖椅子" in await reads_of(town.secretary, town.staff)
        await nothing_public_in_groups(town)


async def nothing_public_in_groups(town: Estate) -> None:
    assert "拖椅子" not in await reads_of(town.liu, town.building3)
    assert "拖椅子" not in await reads_of(town.emma, town.building5)


async def test_forgetting_takes_every_word_along(open_estate: Open) -> None:
    async with mediated(open_estate) as (town, mediator):
        await quarrels(town)
        await taken(town, mediator)
        await town.wang.says("/mydata")
        await town.wang.sees("您请老娘舅调解的：1件")
        await town.wang.says("/forgetme")
        await town.wang.presses("把我忘了")
        await town.wang.presses("是的，忘了我")
        await mediator.sees("第1件这回不谈了")
        await mediator.says("/mediate")
        await mediator.sees("现在没有邻里的事等着您")
        await nothing_public(town, of=("拖椅子", "老娘舅"))


async def test_where_there_is_no_mediator_nothing_of_it_is_offered(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await town.wang.says(QUARREL)
    assert "请老娘舅私下调解" not in (await town.wang.last()).labels
    await town.wang.presses("取消")
    await town.wang.says("/mediate")
    assert "这里还没有老娘舅" in (await town.wang.last()).text
