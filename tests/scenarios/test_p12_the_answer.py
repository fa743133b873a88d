"""The answer: taken in hand, promised, refused, answered, done; everyone concerned is told once."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files, starts


async def test_a_wish_reaches_the_staff_chat_and_others_see_who_takes_it(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.secretary.sees("第1件", to=town.staff)
    assert card.labels == ["我来办", "答复", "转给物业", "更多"]
    await town.foreman.presses("我来办", to=town.staff)
    assert "张师傅在办" in (await town.secretary.sees("第1件", to=town.staff)).text
    assert "张师傅在办" in (await town.chen.sees("第1件", to=town.building3)).text
    late = await town.secretary.presses("答复", to=town.staff)  # taking it is no lock: others may still answer
    assert late.alert is None


async def test_a_promise_has_a_date_and_each_follower_hears_it_once_in_private(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await starts(town.liu, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await town.chen.presses("支持", to=town.building3)
    await town.liu.presses("支持", to=town.building3)
    await town.zhao.presses("我家也是", to=town.building3)

    await answers(town, town.foreman, "答应", day="3月20日", words="灯具已经订了")

    for person in (town.wang, town.chen, town.liu):
        told = [message for message in await person.reads() if "第1件有回音" in message.text]
        assert len(told) == 1
        assert "物业张师傅答应3月20日（周五）前办好" in told[0].text
        assert "灯具已经订了" in told[0].text
    card = await town.zhao.sees("第1件", to=town.building3)  # he never pressed Start: he finds it on the card
    assert "物业张师傅：答应3月20日（周五）前办好。灯具已经订了" in card.text


async def test_no_bears_a_reason_and_the_body(town: Estate) -> None:
    await files(town, town.wang, "楼下加一排晾衣架")
    await answers(town, town.secretary, "办不了", words="消防通道不能占，6月再议")
    told = await town.wang.sees("第1件这次办不了")
    assert "消防通道不能占" in told.text
    assert "居委会李书记" in told.text
    card = await town.chen.sees("第1件", to=town.building3)
    assert "这次办不了" in card.text
    assert "等答复" not in card.text


async def test_a_reason_cannot_be_left_out(town: Estate) -> None:
    await files(town, town.wang, "楼下加一排晾衣架")
    await town.secretary.presses("答复", to=town.staff)
    await town.secretary.presses("办不了", to=town.staff)
    await town.secretary.says("跳过", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.wang.does_not_see("办不了")
    assert "这个" in (await town.secretary.last(to=town.staff)).text


async def test_done_brings_the_picture_to_everyone_who_joined_and_thanks_reach_the_worker(town: Estate) -> None:
    await town.foreman.starts()
    await starts(town.chen, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)

    await answers(town, town.foreman, "办好了", words="换成感应的了", photo=True)

    for person in (town.wang, town.chen):
        told = await person.sees("第1件办好了")
        assert told.photo
        assert "说声谢谢" in told.labels
    (card,) = [message for message in await town.zhao.reads(to=town.building3) if "第1件" in message.text]
    assert "物业张师傅：办好了" in card.text
    assert card.photo
    assert "说声谢谢" in card.labels

    thanked = await town.wang.presses("说声谢谢")
    assert thanked.toast == "谢意带到了。"
    await town.zhao.presses("说声谢谢", to=town.building3)
    again = await town.wang.presses("说声谢谢")
    assert "您谢过了" in (again.alert or "")
    await town.world.advances(hours=10)  # one message a day at once: the second thank-you comes in the evening
    thanks = [message.text for message in await town.foreman.reads() if "谢谢您" in message.text]
    assert thanks == ["王阿姨为第1件谢谢您。", "老赵为第1件谢谢您。"]
    assert "2人道谢" in (await town.chen.sees("第1件", to=town.building3)).text


async def test_done_needs_a_photo(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.presses("答复", to=town.staff)
    await town.foreman.presses("办好了", to=town.staff)
    await town.foreman.says("换好了", to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    await town.foreman.says("好了", to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    await town.foreman.does_not_see("这样答复，对吗", to=town.staff)
    await town.wang.does_not_see("办好了")
    await town.foreman.photographs(to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    await town.foreman.presses("好了", to=town.staff)
    await town.foreman.presses("对", to=town.staff)
    await town.wang.sees("第1件办好了")


async def test_a_group_administrator_who_is_not_listed_speaks_as_moderator(town: Estate) -> None:
    helper = await town.world.person("小吴")
    await helper.joins(town.staff)
    await files(town, town.wang, "三楼走廊的灯坏了")
    refused = await helper.presses("答复", to=town.staff)
    assert "这一步要居委会" in (refused.alert or "")
    await town.secretary.promotes(helper, in_=town.staff)
    await town.world.advances(minutes=6)  # the list of administrators is trusted for five minutes
    await answers(town, helper, "答复", words="已经转给物业了")
    assert "群管理小吴" in (await town.wang.sees("第1件有回音")).text


async def test_nobody_is_mentioned_in_the_group_but_an_author_who_allowed_it(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    assert "tg://user" not in (await town.chen.sees("第1件", to=town.building3)).html
    await town.wang.says("/privacy")
    await town.wang.presses("连到我的账号")
    await answers(town, town.foreman, "答应", day="3月20日")
    assert f"tg://user?id={town.wang.id}" in (await town.chen.sees("第1件", to=town.building3)).html


async def test_more_shows_the_history_and_what_is_in_hand_can_be_handed_back(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.liu.presses("我来帮", to=town.building3)
    await town.foreman.presses("我来办", to=town.staff)
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.foreman.presses("更多", to=town.staff)
    history = await town.foreman.sees("来龙去脉", to=town.staff)
    assert "刘敏" in history.text
    assert "答应3月20日" in history.text
    await town.foreman.presses("我办不了，交回", to=town.staff)
    assert "我来办" in (await town.secretary.sees("三楼走廊的灯坏了", to=town.staff)).labels
    not_his = await town.secretary.presses("我来办", to=town.staff)
    assert not_his.toast == "第1件归您办了，别人看得到。"


async def test_the_author_of_a_committee_only_wish_is_told_and_nobody_else(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await files(town, town.wang, "家里老人需要有人陪着去医院", how="只给居委会")
    await answers(town, town.secretary, "答应", day="3月6日", words="周五有志愿者来")
    assert "周五有志愿者来" in (await town.wang.sees("第1件有回音")).text
    await town.chen.does_not_see("志愿者")
    await town.chen.does_not_see("第1件", to=town.building3)


async def test_an_answer_may_be_given_in_private_too(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.starts()
    await town.foreman.says("/wish 1")
    await town.foreman.presses("答复")
    await town.foreman.presses("答复", on=await town.foreman.last())
    await town.foreman.says("本周安排人去看")
    await town.foreman.presses("对")
    assert "本周安排人去看" in (await town.wang.sees("第1件有回音")).text
