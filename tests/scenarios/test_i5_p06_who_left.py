"""Offers and wants of neighbours who have left the group meanwhile: nobody is asked for them, nor shown to them."""

from __future__ import annotations

from tests.scenarios.claimed import claims, count, days, runs, wanted
from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import files

WANT, OFFER, ASKED = "想请人修一下我的旧电脑", "我会修电脑，随时可以找我", "您说过能帮忙"
KNOWN_AT_ONCE: dict[str, object] = {"claims": {"known_after_days": 0}}


async def _offers(town: Estate) -> None:
    await town.chen.presses("我愿做", to=town.building3)
    await town.chen.says(OFFER)
    await town.chen.presses("发到群里")
    await town.world.advances(minutes=3)


async def _wants(town: Estate) -> None:
    await files(town, town.wang, WANT)
    await town.world.advances(minutes=3)


async def test_an_offerer_who_left_is_not_asked_until_they_are_back(town: Estate) -> None:
    await _offers(town)
    await town.chen.leaves(town.building3)
    await _wants(town)
    await days(town, 2)
    await town.chen.does_not_see(ASKED)
    await town.chen.joins(town.building3)
    await files(town, town.liu, "谁能帮我看看电脑，开不了机")
    await town.world.advances(minutes=3)
    assert "开不了机" in (await town.chen.sees(ASKED)).text


async def test_what_somebody_who_left_wanted_is_asked_of_nobody(town: Estate) -> None:
    await _wants(town)
    await town.secretary.removes(town.wang, from_=town.building3)
    await _offers(town)
    await days(town, 2)
    await town.chen.does_not_see(ASKED)


async def test_a_question_ends_when_either_leaves_and_another_neighbour_is_asked(town: Estate) -> None:
    await _wants(town)
    await _offers(town)
    asked = await town.chen.sees(ASKED)
    await town.chen.leaves(town.building3)
    pressed = await town.chen.presses("愿意，我来", on=asked)
    assert "这一问已经过去了" in (pressed.alert or (await town.chen.last()).text)
    await town.wang.does_not_see("愿意帮您办")
    await town.liu.presses("我愿做", to=town.building3)
    await town.liu.says("电脑坏了找我修")
    await town.liu.presses("发到群里")
    await days(town, 2)
    asked = await town.liu.sees(ASKED)
    await town.wang.leaves(town.building3)
    pressed = await town.liu.presses("愿意，我来", on=asked)
    assert "这一问已经过去了" in (pressed.alert or (await town.liu.last()).text)
    await town.wang.does_not_see("愿意帮您办")


async def test_whoever_leaves_while_yes_is_being_said_is_shown_to_nobody(open_estate: Open) -> None:
    async with open_estate(extra=KNOWN_AT_ONCE) as town:
        await _wants(town)
        await _offers(town)
        await town.chen.presses("愿意，我来", on=await town.chen.sees(ASKED))
        await town.chen.presses("我自己")
        await town.wang.leaves(town.building3)
        await town.bot_restarts()
        await town.chen.says("3月10日")
        pressed = await town.chen.presses("对")
        assert "这一问已经过去了" in (pressed.alert or (await town.chen.last()).text)
        await town.wang.does_not_see("愿意帮您办")
        await town.chen.does_not_see("王阿姨")


async def test_a_claim_that_nobody_said_yes_to_ends_with_who_leaves(open_estate: Open) -> None:
    async with open_estate(extra=KNOWN_AT_ONCE) as town:
        await _wants(town)
        await _offers(town)
        await town.chen.presses("愿意，我来", on=await town.chen.sees(ASKED))
        await town.chen.presses("我自己")
        await town.chen.says("3月10日")
        await town.chen.presses("对")
        asked = await town.wang.sees("一位邻居愿意帮您办第1件")
        await town.chen.leaves(town.building3)
        await town.chen.sees("您不在楼里的群了，第1件就先放下")
        await town.wang.sees("愿意帮忙的邻居这回来不了")
        pressed = await town.wang.presses("好，请他来办", on=asked)
        assert "这一步已经过去了" in (pressed.alert or (await town.wang.last()).text)
        assert "小陈" not in " ".join(each.text for each in await town.wang.reads())


async def test_where_the_bot_administers_the_group_it_is_told_twice_and_says_it_once(town: Estate) -> None:
    await town.secretary.promotes(town.world.bot(), in_=town.building3)
    await wanted(town)
    await claims(town, town.chen)
    await town.chen.leaves(town.building3)
    assert any("chat_member" in update for update in await town.world.updates())
    await town.chen.joins(town.building3)
    assert count(await town.chen.reads(), "您不在楼里的群了，第1件就先放下") == 1
    assert count(await town.wang.reads(), "愿意帮忙的邻居这回来不了") == 1
    await town.chen.says("第1件")
    assert "我来认领" in (await town.chen.last()).labels


async def test_a_word_that_was_given_stands(town: Estate) -> None:
    await runs(town)
    told = await town.chen.sees("提第1件的人说好")
    await town.chen.leaves(town.building3)
    await town.chen.does_not_see("您不在楼里的群了")
    await town.chen.presses("办好了", on=told)
    await town.wang.presses("办好了，谢谢", on=await town.wang.sees("小陈说办好了。您看呢？"))
    await town.chen.sees("❤️ 王阿姨说第1件办好了")


async def test_who_left_is_not_known_in_a_home_any_more(open_estate: Open) -> None:
    async with open_estate(extra=KNOWN_AT_ONCE) as town:
        await wanted(town, "家里的灯泡够不着，想请人换一下")
        await town.chen.presses("我来帮", to=town.building3)
        await town.chen.leaves(town.building3)
        await town.chen.presses("我来认领", on=await town.chen.sees("要是您愿意把整件事接过去"))
        await town.chen.presses("我自己")
        await town.chen.says("3月10日")
        await town.chen.presses("对")
        await town.chen.sees("第1件我先请居委会点个头")
        await town.wang.does_not_see("愿意帮您办")


async def test_leaving_one_group_of_two_changes_nothing_and_coming_back_is_enough(town: Estate) -> None:
    await _offers(town)
    await town.chen.says("/wishes", to=town.building5)
    await town.chen.leaves(town.building5)
    await _wants(town)
    await town.chen.sees(ASKED)
    await town.chen.leaves(town.building3)
    await town.chen.joins(town.building3)
    assert "这一问已经过去了" in await forges(town, town.chen, "match-no:1:2")
    await claims(town, town.chen)
    assert count(await town.wang.reads(), "一位邻居愿意帮您办第2件") == 1


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.chen.presses("I want", to=town.building5)
    await town.chen.says("Somebody to repair my old computer")
    await town.chen.presses("发到群里")
    await town.emma.presses(
        "I can help", to=town.building5, on=await town.emma.sees("Something broken", to=town.building5)
    )
    await town.emma.says("I can repair a computer")
    await town.emma.presses("Post")
    await town.world.advances(minutes=3)
    asked = await town.emma.sees("A neighbour in your building wants:")
    await town.chen.leaves(town.building5)
    pressed = await town.emma.presses("Yes, I’ll do it", on=asked)
    assert "That question is over; never mind it." in (pressed.alert or (await town.emma.last()).text)
    await town.chen.joins(town.building5)
    await town.emma.presses("I can help", to=town.building5, on=await town.emma.sees("No. 1", to=town.building5))
    await town.emma.presses("I’ll take it on", on=await town.emma.sees("If you would take all of it on"))
    await town.emma.presses("Just me")
    await town.emma.says("10 March")
    await town.emma.presses("Yes")
    await town.emma.leaves(town.building5)
    await town.emma.sees("You are no longer in the building’s group, so let’s leave no. 1.")
