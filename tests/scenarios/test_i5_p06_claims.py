"""A claim: somebody takes a want on until a day; its wisher says yes first, and says whether it is done."""

from __future__ import annotations

from simulator.client import Person
from tests.scenarios.claimed import STAND, card_of, claimed_in_english, claims, count, days, runs, wanted
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import files, starts

# ---- the whole way --------------------------------------------------------------------------------------------------


async def test_from_i_can_help_to_thanks(town: Estate) -> None:
    await wanted(town)
    await claims(town, town.chen)
    await town.chen.sees("我去问提第1件的人")
    asked = await town.wang.sees("一位邻居愿意帮您办第1件，3月10日（周二）前办好。您愿意吗？")
    assert asked.labels == ["好，请他来办", "好，不过要进家门", "不用了，谢谢"]
    assert "小陈" not in asked.text, "nobody learns who it is before the yes"
    assert "认领" not in (await card_of(town)).text
    await town.secretary.does_not_see("认领", to=town.staff)

    await town.wang.presses("好，请他来办")
    agreed = await town.wang.sees("第1件由小陈来办，3月10日（周二）前办好")
    assert agreed.labels == ["告诉他门牌或电话"]
    told = await town.chen.sees("提第1件的人说好，谢谢您！")
    assert "提的人是王阿姨" in told.text
    assert told.labels == ["办好了", "要晚几天", "办不了，交回去"]
    card = await card_of(town)
    assert "🙋 一位邻居认领了，3月10日（周二）前办好" in card.text
    assert "小陈" not in card.text
    assert "🙋 小陈认领了" in (await town.secretary.sees(STAND, to=town.staff)).text

    await town.chen.presses("办好了")
    await town.chen.sees("我去问提第1件的人，好了没有")
    done = await town.wang.sees("小陈说办好了。您看呢？")
    assert done.labels == ["办好了，谢谢", "还没好"]
    await town.wang.presses("办好了，谢谢", on=done)
    await town.chen.sees("❤️ 王阿姨说第1件办好了，谢谢您！")
    card = await card_of(town)
    assert "✅ 办好了，一位邻居帮的忙" in card.text
    assert "1人道谢" in card.text
    assert card.labels == ["说声谢谢", "有问题"]
    assert "您看好了没有" not in card.text, "its author said so: nobody is asked again"
    assert (await town.liu.presses("说声谢谢", to=town.building3, on=card)).text == "谢意带到了。"
    assert "您谢过了" in (await town.liu.presses("说声谢谢", to=town.building3, on=await card_of(town))).text
    await town.chen.sees("刘敏")
    assert "2人道谢" in (await card_of(town)).text


async def test_helping_a_little_stays_one_press(town: Estate) -> None:
    await wanted(town)
    await town.chen.presses("我来帮", to=town.building3)
    invited = await town.chen.sees("只是搭把手，不用按")
    assert invited.labels == ["我来认领"]
    card = await card_of(town)
    assert card.labels == ["我家也是", "支持", "我来帮", "有问题", "我有不同看法"], "one button on the card, not two"
    assert "1人来帮" in card.text
    await town.wang.does_not_see("愿意帮您办")


async def test_who_never_pressed_start_claims_later_from_the_wish_itself(town: Estate) -> None:
    await files(town, town.wang, STAND)
    await town.zhao.presses("我来帮", to=town.building3)
    await starts(town.zhao, town.building3)
    await town.zhao.says("第1件")
    assert "我来认领" in (await town.zhao.last()).labels
    await town.zhao.presses("我来认领")
    await town.zhao.presses("我自己")
    await town.zhao.says("3月10日")
    await town.zhao.presses("对")
    await town.wang.sees("一位邻居愿意帮您办第1件")


async def test_a_wisher_who_cannot_be_written_to_is_shown_the_way_on_the_card(town: Estate) -> None:
    await wanted(town)
    await town.wang.blocks()
    await claims(town, town.chen)
    card = await card_of(town)
    assert "提的人：有人愿意帮您办，请私下看一眼" in card.text
    assert card.labels[-1] == "是我提的，去私聊看"
    await town.wang.unblocks()
    await town.wang.presses(card.labels[-1], to=town.building3, on=card)
    assert (await town.wang.sees("一位邻居愿意帮您办第1件")).labels[0] == "好，请他来办"
    assert "请私下看一眼" not in (await card_of(town)).text
    await town.chen.starts("claimed-1")
    await town.chen.sees("这一步只有提第1件的人能按")


# ---- no, silence, second thoughts -----------------------------------------------------------------------------------


async def test_no_is_said_kindly_and_nothing_was_shown(town: Estate) -> None:
    await wanted(town)
    await claims(town, town.chen)
    asked = await town.wang.sees("您愿意吗")
    await town.wang.presses("不用了，谢谢", on=asked)
    await town.wang.sees("好，第1件不用他来")
    assert "提的人说这回不用了。谢谢您的心意" in (await town.chen.sees("这回不用了")).text
    assert "认领" not in (await card_of(town)).text
    assert "这一步已经过去了" in await forges(town, town.wang, "claim-wisher:1:yes")
    await town.chen.says("第1件")
    await town.chen.presses("我来认领")  # another day, another offer
    await town.chen.sees("第1件，谁来办？")


async def test_a_silent_wisher_is_reminded_once_and_then_let_be(town: Estate) -> None:
    await wanted(town)
    await claims(town, town.chen, day="3月30日")
    await days(town, 10)
    assert count(await town.wang.reads(), "愿意帮您办第1件") == 2
    assert count(await town.chen.reads(), "提的人一直没回话，就不等了") == 1
    assert "我来帮" in (await card_of(town)).labels


async def test_handed_back_without_shame(town: Estate) -> None:
    await runs(town)
    back = await town.chen.sees("提第1件的人说好")
    await town.chen.presses("办不了，交回去", on=back)
    assert "没关系，第1件交回来了" in (await town.chen.last()).text
    assert "愿意帮忙的邻居这回来不了" in (await town.wang.sees("这件又等着")).text
    card = await card_of(town)
    assert "认领" not in card.text
    assert "⏳ 等答复" in card.text
    assert "这一步已经过去了" in await forges(town, town.chen, "claim-mine:1:back")
    await _claims_again(town, town.liu)
    await town.wang.presses("好，请他来办")
    assert "一位邻居认领了" in (await card_of(town)).text


async def _claims_again(town: Estate, who: Person) -> None:
    await who.says("第1件")
    await who.presses("我来认领")
    await who.presses("我自己")
    await who.says("3月12日")
    await who.presses("对")


async def test_the_wisher_may_call_it_off(town: Estate) -> None:
    await runs(town)
    await town.wang.says("第1件")
    mine = await town.wang.last()
    assert "小陈来办，3月10日（周二）前办好" in mine.text
    assert mine.labels[:3] == ["告诉他门牌或电话", "办好了，谢谢", "不用他办了"]
    await town.wang.presses("不用他办了")
    await town.chen.sees("提的人说不用麻烦您了")
    assert "认领" not in (await card_of(town)).text


async def test_not_yet_brings_some_days_more(town: Estate) -> None:
    await runs(town, day="3月3日")
    await town.chen.presses("办好了")
    await town.wang.presses("还没好", on=await town.wang.sees("您看呢"))
    await town.chen.sees("提的人说还没好。3月5日（周四）前再看看，行吗？")
    assert "3月5日（周四）前办好" in (await card_of(town)).text
    await town.chen.presses("办好了", on=await town.chen.sees("再看看，行吗"))
    await town.wang.presses("办好了，谢谢", on=(await town.wang.reads())[-1])
    await town.chen.sees("❤️ 王阿姨说第1件办好了")


# ---- days -----------------------------------------------------------------------------------------------------------


async def test_reminded_once_asked_once_then_the_staff_sees_it(town: Estate) -> None:
    await runs(town)
    await days(town, 30)
    seen = await town.chen.reads()
    assert count(seen, "提醒您一声：第1件您说3月10日（周二）前办好") == 1
    assert count(seen, "忙不过来也没关系") == 1
    staff = await town.secretary.reads(to=town.staff)
    assert count(staff, "问过一次，没有回音") == 1
    stuck = await town.secretary.sees("问过一次，没有回音", to=town.staff)
    await town.secretary.presses("请别人来办", to=town.staff, on=stuck)
    await town.secretary.sees("第1件又等着了，李书记说请别人来办", to=town.staff)
    await town.chen.sees("您不用再记着")
    await town.wang.sees("这件又等着，别人也能来帮")
    assert "认领" not in (await card_of(town)).text


async def test_a_restart_in_the_middle_loses_nothing_and_says_nothing_twice(town: Estate) -> None:
    await wanted(town)
    await town.chen.presses("我来帮", to=town.building3)
    await town.chen.presses("我来认领")
    await town.bot_restarts()
    await town.chen.presses("我自己")
    await town.bot_restarts()
    await town.chen.says("3月10日")
    await town.chen.presses("对")
    await town.bot_restarts()
    await town.wang.presses("好，请他来办")
    await days(town, 7)
    await town.bot_restarts()
    await days(town, 1)
    assert count(await town.chen.reads(), "提醒您一声") == 1
    assert count(await town.wang.reads(), "第1件由小陈来办") == 1


async def test_a_wisher_who_does_not_say_whether_it_is_done_never_counts_as_yes(town: Estate) -> None:
    await runs(town)
    await town.chen.presses("办好了")
    await days(town, 12)
    assert count(await town.wang.reads(), "小陈说办好了。您看呢？") == 2
    assert count(await town.secretary.reads(to=town.staff), "提的人一直没回话，不算办好") == 1
    assert "✅" not in (await card_of(town)).text


async def test_nervous_presses_do_it_once(town: Estate) -> None:
    await wanted(town)
    await claims(town, town.chen)
    asked = await town.wang.sees("您愿意吗")
    for _ in range(2):
        await town.wang.act("press", chat=asked.chat_id, message=asked.id, label="好，请他来办")
    await town.world.settle()
    assert count(await town.chen.reads(), "提第1件的人说好") == 1


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await claimed_in_english(town)
    asked = await town.emma.sees("A neighbour would do no. 1 for you, by Tue 10 March. Would you like that?")
    assert asked.labels == ["Yes, please", "Yes, but it’s in my home", "No, thank you"]
    await town.emma.presses("Yes, please")
    await town.emma.sees("小陈 will do no. 1, by Tue 10 March")
    told = await town.chen.sees("提第1件的人说好")
    assert "提的人是Emma" in told.text
    await town.chen.presses("办好了")
    await town.emma.presses("Done, thank you")
    await town.chen.sees("❤️ Emma说第1件办好了，谢谢您！")
    card = (await town.emma.reads(to=town.building5))[-1]
    assert "✅ Done, thanks to: A neighbour" in card.text


async def test_while_a_neighbour_has_it_no_clock_of_the_staff_runs(town: Estate) -> None:
    await runs(town, "三楼走廊的灯坏了", day="3月5日")
    await days(town, 8)
    card = await town.secretary.sees("小陈认领了", to=town.staff)
    assert "报给街道" not in card.text
    await town.secretary.does_not_see("往上报", to=town.staff)
