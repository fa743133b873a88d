"""Who may claim what; a home needs somebody known; names, doors and numbers pass only from the wisher."""

from __future__ import annotations

from tests.scenarios.claimed import card_of, claims, runs, slow, wanted
from tests.scenarios.conftest import Open
from tests.scenarios.estate import CAPTAIN, ESTATES, Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import answers, files

KNOWN_AT_ONCE: dict[str, object] = {"claims": {"known_after_days": 0}}


# ---- who may --------------------------------------------------------------------------------------------------------


async def test_what_enters_a_home_needs_somebodys_word(town: Estate) -> None:
    await wanted(town, "家里的灯泡够不着，想请人换一下")
    await claims(town, town.chen)
    await town.chen.sees("第1件我先请居委会点个头")
    await town.wang.does_not_see("愿意帮您办")
    word = await town.secretary.sees("小陈想来办", to=town.staff)
    assert "🚪 要进家门" in word.text
    assert word.labels == ["认得，可以", "这回不行"]
    assert "这一步要" in (await town.foreman.presses("认得，可以", to=town.staff, on=word)).text
    await town.secretary.presses("认得，可以", to=town.staff, on=word)
    await town.secretary.sees("李书记说小陈可以", to=town.staff)
    asked = await town.wang.sees("来的是熟悉的邻居，或者居委会担保过的人")
    assert asked.labels == ["好，请他来办", "不用了，谢谢"]
    await town.wang.presses("好，请他来办")
    card = await town.secretary.sees("家里的灯泡够不着", to=town.staff)
    assert "🙋 小陈认领了" in card.text
    assert "🚪 要进家门" in card.text
    # Once somebody vouched for him, he is known.
    await files(town, town.wang, "我家的窗帘挂不上去")
    await town.chen.says("第2件")
    await town.chen.presses("我来认领")
    await town.chen.presses("我自己")
    await town.chen.says("3月12日")
    await town.chen.presses("对")
    await town.wang.sees("帮您办第2件")


async def test_the_building_captain_may_vouch_too_and_nobody_for_themselves(town: Estate) -> None:
    captain = await town.world.person("李姐", id=CAPTAIN)
    await captain.starts()
    await wanted(town, "家里的灯泡够不着，想请人换一下")
    await claims(town, town.chen)
    assert "这一步要" in await forges(town, town.chen, "claim-vouch:1:yes")
    asked = await captain.sees("小陈想来办")
    await captain.presses("这回不行", on=asked)
    await town.chen.sees("没能请到人担保")
    await town.wang.does_not_see("愿意帮您办")
    late = await town.secretary.sees("小陈想来办", to=town.staff)
    assert "这一步已经过去了" in (await town.secretary.presses("认得，可以", to=town.staff, on=late)).text


async def test_the_wisher_may_say_that_it_is_in_their_home(town: Estate) -> None:
    await wanted(town)
    await claims(town, town.chen)
    await town.wang.presses("好，不过要进家门")
    await town.wang.sees("要进家门，我先请居委会看看")
    await town.chen.does_not_see("提的人是")
    await town.secretary.presses("认得，可以", to=town.staff, on=await town.secretary.sees("小陈想来办", to=town.staff))
    await town.chen.sees("提第1件的人说好")
    assert "一位邻居认领了" in (await card_of(town)).text


async def test_neighbours_of_some_weeks_are_known(open_estate: Open) -> None:
    async with open_estate(extra=KNOWN_AT_ONCE) as town:
        await wanted(town, "家里的灯泡够不着，想请人换一下")
        await claims(town, town.chen)
        await town.wang.sees("一位邻居愿意帮您办第1件")
        await town.secretary.does_not_see("小陈想来办", to=town.staff)


async def test_several_neighbours_and_a_firm_that_the_committee_lets_in(town: Estate) -> None:
    await wanted(town)
    await claims(town, town.chen, by="我和几位邻居", named="刘敏、老赵")
    asked = await town.wang.sees("几位邻居愿意帮您办第1件")
    assert "刘敏" not in asked.text
    await town.wang.presses("好，请他来办")
    await town.wang.sees("第1件由小陈（还有刘敏、老赵）来办")
    assert "几位邻居认领了" in (await card_of(town)).text

    await files(town, town.wang, "谁有多余的花盆")
    await town.liu.says("第2件")
    await town.liu.presses("我来认领")
    await town.liu.presses("代表单位")
    await town.liu.says("绿园超市")
    await town.liu.says("3月20日")
    await town.liu.presses("对")
    word = await town.secretary.sees("这家单位没有登记过", to=town.staff)
    assert "绿园超市（刘敏）" in word.text
    await town.secretary.presses("认得，可以", to=town.staff, on=word)
    await town.wang.sees("绿园超市愿意帮您办第2件")
    await town.wang.presses("好，请他来办", on=await town.wang.sees("绿园超市愿意帮您办第2件"))
    assert "绿园超市认领了" in (await card_of(town, "多余的花盆")).text


async def test_a_listed_organisation_needs_nobodys_word(open_estate: Open) -> None:
    listed = {**ESTATES[0], "organisations": [{"name": "绿园超市", "ids": [9300]}]}
    async with open_estate(extra={"estates": [listed]}) as town:
        shop = await town.world.person("吴老板", id=9300)
        await shop.starts()
        await wanted(town, "家里的灯泡够不着，想请人换一下")
        await shop.says("第1件")
        await shop.presses("我来认领")
        assert (await shop.last()).labels[:3] == ["绿园超市", "我自己", "我和几位邻居"]
        await shop.presses("绿园超市")
        await shop.says("3月10日")
        await shop.presses("对")
        await town.wang.presses("好，请他来办", on=await town.wang.sees("绿园超市愿意帮您办第1件"))
        await town.wang.sees("第1件由绿园超市（吴老板）来办")
        await shop.sees("提第1件的人说好")


async def test_what_cannot_be_claimed_is_refused_clearly(town: Estate) -> None:
    await runs(town)
    await town.liu.says("第1件")
    assert "我来认领" not in (await town.liu.last()).labels
    assert "已经有人想办了" in await forges(town, town.liu, "claim:1")
    assert "您已经认领了" in await forges(town, town.chen, "claim:1")
    await files(town, town.wang, "三楼的灯坏了")
    await answers(town, town.foreman, "答应", day="3月20日")
    assert "已经有人在办，或者定了日子" in await forges(town, town.liu, "claim:2")
    await town.outsider.starts()
    assert "没找到这一件" in await forges(town, town.outsider, "claim-mine:1:done")
    for person in (town.liu, town.outsider):
        await forges(town, person, "claim-mine:1:done")
        await forges(town, person, "claim-wisher:1:fixed")
        await forges(town, person, "claim-contact:1")
    assert "一位邻居认领了" in (await card_of(town)).text
    assert "这一步要" in await forges(town, town.liu, "claim-release:1")


# ---- names, doors, numbers ------------------------------------------------------------------------------------------


async def test_a_nameless_wisher_stays_so_until_they_say_more(town: Estate) -> None:
    await runs(town, how="发，不露姓名")
    told = await town.chen.sees("提第1件的人说好")
    assert "提的人没有留名字" in told.text
    assert "王阿姨" not in told.text
    await town.wang.presses("告诉他门牌或电话")
    asked = await town.wang.sees("门牌或电话，写一句。只发给小陈一个人")
    assert "办完就收走" in asked.text
    await town.wang.says("3号楼502，敲门就行")
    await town.wang.sees("发给小陈了")
    shown = await town.chen.sees("提的人告诉您的：3号楼502，敲门就行")
    for group, reader in ((town.building3, town.liu), (town.staff, town.secretary)):
        await reader.does_not_see("502", to=group)
    await town.chen.presses("办好了", on=told)
    await town.wang.presses("办好了，谢谢", on=await town.wang.sees("您看呢"))
    await town.chen.sees("提的人说第1件办好了，谢谢您")
    gone = [each for each in await town.chen.reads() if each.id == shown.id]
    assert [each.text for each in gone] == ["📇 第1件过去了，门牌和电话我收走了。"]
    await town.chen.does_not_see("502")


async def test_the_door_goes_with_the_claim_however_it_ends(town: Estate) -> None:
    await runs(town)
    await town.wang.presses("告诉他门牌或电话")
    await town.wang.says("13800001234")
    await town.chen.sees("13800001234")
    await town.wang.says("第1件")
    assert "您的门牌或电话，他看得到" in (await town.wang.last()).text
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.chen.does_not_see("13800001234")
    await town.chen.sees("已经有别的办法了，您不用再跑")
    assert "认领" not in (await card_of(town)).text
    assert "这一步已经过去了" in await forges(town, town.wang, "claim-contact:1")


async def test_it_is_withdrawn_in_the_middle_and_comes_back_free(town: Estate) -> None:
    await runs(town)
    await slow(town)
    await town.wang.says("第1件")
    await town.wang.presses("撤回")
    await town.wang.presses("跳过")
    await town.wang.presses("对")
    await town.chen.sees("您不用再跑")
    await town.wang.presses("不撤了，恢复")
    card = await card_of(town)
    assert "认领" not in card.text
    assert "我来帮" in card.labels


async def test_who_asks_to_be_forgotten_lets_it_go(town: Estate) -> None:
    await runs(town)
    await town.chen.says("/forgetme")
    await town.chen.presses("把我忘了")
    await town.chen.presses("是的，忘了我")
    await town.wang.sees("愿意帮忙的邻居这回来不了")
    card = await card_of(town)
    assert "认领" not in card.text
    assert "我来帮" in card.labels, "anybody may claim it now"


async def test_a_wisher_who_is_forgotten_leaves_nothing_open(town: Estate) -> None:
    await runs(town)
    await town.wang.presses("告诉他门牌或电话")
    await town.wang.says("13800001234")
    await town.wang.says("/forgetme")
    await town.wang.presses("把我忘了")
    await town.wang.presses("是的，忘了我")
    await town.chen.sees("您不用再跑")
    await town.chen.does_not_see("13800001234")
    assert "提第1件的人已经不在这里了" in await forges(town, town.liu, "claim:1")
