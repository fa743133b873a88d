"""The verdict: only those affected say whether it is done, on the card or in private; silence is nobody's yes."""

from __future__ import annotations

from datetime import timedelta

from simulator.client import Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files, starts

FOUR = ["好了", "好了一半", "还没好", "不清楚"]


async def _done(town: Estate) -> None:
    """Wang filed it, Chen and Zhao have it too, Liu supports; Zhao never pressed Start. It is reported done."""
    await starts(town.chen, town.building3)
    await starts(town.liu, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await town.zhao.presses("我家也是", to=town.building3)
    await town.liu.presses("支持", to=town.building3)
    await _reports_done(town)


async def _reports_done(town: Estate) -> None:
    await answers(town, town.foreman, "办好了", words="换成感应的了", photo=True)


async def _card(town: Estate) -> Message:
    read = [each for each in await town.liu.reads(to=town.building3) if "这一周" not in each.text]
    cards = [each for each in read if "三楼走廊的灯坏了" in each.text]
    return cards[-1]


async def _presses(town: Estate, person: Person, label: str) -> str:
    """On the group's card; what they are shown."""
    pressed = await person.presses(label, to=town.building3, on=await _card(town))
    return pressed.alert or pressed.toast or ""


async def _slow(town: Estate) -> None:
    """From now on nobody moves the clock but the story."""
    await town.world.settle()
    town.running.patience = timedelta(seconds=30)


async def _days(town: Estate, days: float) -> None:
    """In strides, so that the bot meets what falls due on its way."""
    for _ in range(int(days * 2)):
        await town.world.advances(hours=12)


# ---- asked ----------------------------------------------------------------------------------------------------------


async def test_those_affected_are_asked_on_the_card_and_in_one_private_message(town: Estate) -> None:
    await _done(town)
    card = await _card(town)
    assert card.labels == [*FOUR, "私下说两句", "说声谢谢", "有问题"]
    assert "您看好了没有？按一下就算" in card.text
    assert "问了3人、通知到2人" in card.text
    assert "回话" not in card.text, "a zero is never shown"
    for person in (town.wang, town.chen):
        (told,) = [each for each in await person.reads() if "第1件办好了" in each.text]
        assert "您看呢，好了没有？" in told.text
        assert told.labels == [*FOUR, "说声谢谢"]
        assert told.photo
    liu = await town.liu.sees("第1件办好了")  # she only supports it
    assert "您看呢" not in liu.text
    assert liu.labels == ["说声谢谢"]


async def test_a_tap_counts_at_once_without_start_and_may_be_changed(town: Estate) -> None:
    await _done(town)
    assert await _presses(town, town.zhao, "好了") == "记下了：好了。改主意了，按别的就行。"
    card = await _card(town)
    assert "问了3人、通知到3人、1人回话、1人说好了" in card.text
    assert "还没好" not in card.text
    assert await _presses(town, town.zhao, "好了") == "第1件已经这样给您记着了。"
    await _presses(town, town.zhao, "不清楚")
    await town.wang.presses("好了一半")
    await town.chen.presses("好了")
    card = await _card(town)
    assert "3人回话、1人说好了、1人说好了一半、1人说不清楚" in card.text
    assert (
        "1人说好了、1人说好了一半、1人说不清楚" in (await town.secretary.sees("三楼走廊的灯坏了", to=town.staff)).text
    )


async def test_nobody_else_counts_and_staff_cannot_answer(town: Estate) -> None:
    await _done(town)
    before = (await _card(town)).text
    assert "只问提的人和“我家也是”的邻居" in await _presses(town, town.liu, "好了")
    await town.foreman.joins(town.building3)
    assert await _presses(town, town.foreman, "好了") == "好没好由住户来说，答复的人不能自己说。"
    assert (await _card(town)).text == before


async def test_an_author_who_speaks_for_a_body_is_not_asked(town: Estate) -> None:
    await files(town, town.secretary, "三楼走廊的灯坏了")
    await _reports_done(town)
    card = await _card(town)
    assert card.labels == ["说声谢谢", "有问题"]
    assert "🔎" not in card.text
    await town.secretary.sees("第1件办好了")
    await town.secretary.does_not_see("您看呢")


async def test_a_wish_for_the_committee_alone_is_asked_about_in_private_alone(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了", how="只给居委会")
    await _reports_done(town)
    await town.wang.presses("还没好")
    await town.liu.does_not_see("三楼走廊的灯坏了", to=town.building3)
    assert "退回来了" in (await town.secretary.sees("退回来了", to=town.staff)).text


# ---- not yet --------------------------------------------------------------------------------------------------------


async def test_not_yet_goes_back_with_a_date_and_everybody_concerned_hears_it(town: Estate) -> None:
    await town.foreman.starts()
    await _done(town)
    await town.wang.presses("还没好")
    back = await town.secretary.sees("退回来了", to=town.staff)
    assert "第1件退回来了，请物业3月5日（周四）前给大家一个准信" in back.text
    assert "问了3人、通知到2人、1人回话、1人说还没好" in back.text
    assert "答复" in back.labels
    card = await _card(town)
    assert "3月5日" in card.text
    assert not set(FOUR) & set(card.labels)
    await town.world.advances(hours=12)
    for person in (town.chen, town.liu, town.foreman):
        assert "退回给物业了" in (await person.sees("大家说还没好")).text
    late = await town.chen.presses("好了", on=await town.chen.sees("您看呢"))
    assert late.alert == "第1件已经退回去办了，办好了再问您。"


async def test_a_mistaken_thumb_sends_nobody_out(town: Estate) -> None:
    await _done(town)
    await _slow(town)
    await town.wang.presses("还没好")
    await town.bot_restarts()
    await town.wang.presses("好了", on=await town.wang.sees("您看呢"))
    await town.world.advances(minutes=10)
    await town.secretary.does_not_see("退回来了", to=town.staff)
    assert "1人说好了" in (await _card(town)).text


async def test_a_neighbours_not_yet_weighs_as_much_as_anothers_fixed(town: Estate) -> None:
    await _done(town)
    await _slow(town)
    await town.wang.presses("好了")
    await town.chen.presses("好了")
    await _presses(town, town.zhao, "还没好")
    await town.world.advances(minutes=10)
    await town.secretary.does_not_see("退回来了", to=town.staff)
    await town.chen.presses("还没好", on=await town.chen.sees("您看呢"))
    await town.world.advances(minutes=10)
    assert "1人说好了、2人说还没好" in (await town.secretary.sees("退回来了", to=town.staff)).text


async def test_staff_see_who_it_is_only_after_their_yes(town: Estate) -> None:
    await _done(town)
    await town.chen.presses("还没好")
    asked = await town.chen.sees("让办的人联系您吗？")
    assert asked.labels == ["可以联系我", "不用联系我", "说两句、发照片"]
    desk = await town.secretary.reads(to=town.staff)
    assert not any("小陈" in each.text for each in desk)
    await town.chen.presses("可以联系我", on=asked)
    told = await town.secretary.sees("愿意让办的人联系", to=town.staff)
    assert f"tg://user?id={town.chen.id}" in told.html
    assert "可以联系：小陈" in (await town.secretary.sees("三楼走廊的灯坏了", to=town.staff)).text
    assert "小陈" not in (await _card(town)).text
    changed = await town.chen.sees("办的人知道是您了")
    assert changed.labels == ["不用联系我", "说两句、发照片"]
    await town.chen.presses("不用联系我", on=changed)
    assert not any("小陈" in each.text for each in await town.secretary.reads(to=town.staff))


async def test_words_and_a_picture_follow_in_private_without_a_name(town: Estate) -> None:
    await _done(town)
    await _slow(town)
    await town.chen.presses("还没好")
    await town.chen.presses("说两句、发照片", on=await town.chen.sees("让办的人联系您吗？"))
    await town.chen.says("取消")
    await town.chen.presses("说两句、发照片", on=await town.chen.sees("让办的人联系您吗？"))
    await town.chen.photographs(caption="晚上还是不亮")
    await town.bot_restarts()
    await town.chen.presses("对")
    await town.chen.sees("告诉他们了，第1件有进展我跟您说。")
    said = await town.secretary.sees("补了一句", to=town.staff)
    assert "说“还没好”的邻居补了一句" in said.text
    assert "晚上还是不亮" in said.text
    assert said.photo
    assert "小陈" not in said.text
    await town.secretary.presses("更多", to=town.staff, on=await town.secretary.sees("三楼走廊的灯坏了", to=town.staff))
    history = (await town.secretary.sees("来龙去脉", to=town.staff)).text
    assert "一位邻居说：还没好。“晚上还是不亮”" in history


async def test_who_never_pressed_start_is_shown_the_way_and_can_say_more_there(town: Estate) -> None:
    await _done(town)
    shown = await _presses(town, town.zhao, "还没好")
    assert "请按卡片上的“私下说两句”" in shown


async def test_the_second_return_is_for_the_committee(town: Estate) -> None:
    await town.secretary.starts()
    await _done(town)
    await town.wang.presses("还没好")
    await town.secretary.does_not_see("安排商议", to=town.staff)
    await _reports_done(town)
    await town.wang.presses("还没好", on=(await town.wang.reads())[-1])
    again = await town.secretary.sees("这是第2次退回", to=town.staff)
    assert "请居委会安排商议，或者往上报一级" in again.text
    assert "第2次退回" in (await town.foreman.sees("三楼走廊的灯坏了", to=town.staff)).text
    assert "不止一次" in (await town.secretary.sees("又退回给物业了")).text


# ---- silence, reopening, the second question ------------------------------------------------------------------------


async def test_silence_is_closed_as_nobody_answered_and_whoever_was_asked_may_reopen(town: Estate) -> None:
    await _done(town)
    await _days(town, 7.5)
    card = await _card(town)
    assert "问了3人、通知到2人，没人回话" in card.text
    assert card.labels == ["又坏了", "说声谢谢", "有问题"]
    assert "说好了" not in card.text
    assert "只问提的人" in await _presses(town, town.liu, "又坏了")
    await _slow(town)
    assert "两分钟后交回去办" in await _presses(town, town.zhao, "又坏了")
    await town.world.advances(seconds=20)
    assert "不算又坏了" in await _presses(town, town.zhao, "又坏了")
    await town.world.advances(minutes=5)
    await town.secretary.does_not_see("退回来了", to=town.staff)
    await _presses(town, town.zhao, "又坏了")
    await town.world.advances(minutes=5)
    assert "1人说又坏了" in (await town.secretary.sees("退回来了", to=town.staff)).text
    assert "又坏了" not in (await _card(town)).labels


async def test_after_thirty_days_it_is_too_late_to_reopen(town: Estate) -> None:
    await _done(town)
    await _days(town, 29)
    assert "又坏了" in (await _card(town)).labels
    await _days(town, 2)
    assert (await _card(town)).labels == ["说声谢谢", "有问题"]


async def test_four_weeks_after_the_first_fixed_they_are_asked_once_more(town: Estate) -> None:
    await _done(town)
    await town.wang.presses("好了")
    await _days(town, 8)
    assert "又坏了" in (await _card(town)).labels
    await _days(town, 21)
    card = await _card(town)
    assert "过了些日子，还好着吗？" in card.text
    assert card.labels[:4] == FOUR
    again = await town.wang.sees("还好着吗？")
    assert again.labels == FOUR
    await town.wang.presses("好了", on=again)
    assert "问了3人、通知到2人、1人回话、1人说好了" in (await _card(town)).text
    await _days(town, 40)
    assert len([each for each in await town.wang.reads() if "还好着吗？" in each.text]) == 1
    assert "🔎 问了3人" in (await _card(town)).text


async def test_who_asked_to_be_forgotten_is_not_asked_again(town: Estate) -> None:
    await _done(town)
    await town.chen.presses("好了")
    await town.chen.says("/forgetme")
    await town.chen.presses("把我忘了")
    await town.chen.presses("是的，忘了我")
    assert "1人说好了" in (await _card(town)).text
    await _days(town, 29)
    assert "问了2人" in (await _card(town)).text


async def test_a_line_of_the_board_has_the_two_plainest_answers_and_no_card(open_estate: Open) -> None:
    async with open_estate(extra={"quiet": {"cards_a_day": 0}}) as town:
        await files(town, town.wang, "三楼走廊的灯坏了")
        await _reports_done(town)
        board = await _card(town)
        assert board.labels == ["1 好了", "1 还没好"]
        assert await _presses(town, town.wang, "1 好了") == "记下了：好了。改主意了，按别的就行。"
        await town.wang.says("/wish 1")
        assert "1人说好了" in (await town.wang.last()).text


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.says("The light on floor 3 is broken")
    await town.emma.presses("Post")
    staff = town.staff
    await town.foreman.presses("Answer", to=staff)
    await town.foreman.presses("Done", to=staff)
    await town.foreman.says("New lamp", to=staff, reply_to=await town.foreman.last(to=staff))
    await town.foreman.photographs(to=staff, reply_to=await town.foreman.last(to=staff))
    await town.foreman.presses("Done", to=staff)
    await town.foreman.presses("Yes", to=staff)
    told = await town.emma.sees("Is it? One press is enough.")
    assert told.labels == ["Yes, fixed", "Partly", "Not yet", "Not sure", "Say thanks"]
    card = (await town.emma.reads(to=town.building5))[-1]
    assert "1 asked, 1 told" in card.text
    pressed = await town.emma.presses("Not yet", on=told)
    assert pressed.toast == "Noted: Not yet. One more thing, in private."
    await town.emma.presses("They may contact me")
    assert "may be contacted" in (await town.secretary.sees("Emma", to=staff)).text
    assert (
        "please tell people where it stands by Thu 5 March"
        in (await town.secretary.sees("has come back", to=staff)).text
    )
