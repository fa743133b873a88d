"""Polls where something goes wrong: the bot away, thrown out, restarted; groups that change; mistakes while asking."""

from __future__ import annotations

from simulator.client import Group
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.polled import COLOUR, answers, answers_all, asks, poll_in, polls, ready
from tests.scenarios.rights_tried import refuses
from tests.scenarios.scenes import files


async def test_a_poll_about_a_wish_stands_on_its_card(town: Estate) -> None:
    await ready(town)
    await files(town, town.wang, "楼道的墙脏了")
    card = await town.secretary.sees("楼道的墙脏了", to=town.staff)
    await town.secretary.presses("更多", to=town.staff, on=card)
    await town.secretary.presses("小投票", to=town.staff)
    for words in (COLOUR, "白\n米黄", "好了", "只选一项", "记名", "答了就看得到", "好了", "3月9日"):
        await town.secretary.says(words, to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    assert "关于第1件“楼道的墙脏了”" in (await town.secretary.last(to=town.staff)).text
    await town.secretary.presses("发到群里", to=town.staff)
    assert "关于第1件" in (await poll_in(town.wang, town.building3)).text
    assert f"🗳 正在问大家：{COLOUR} 小投票1" in (await town.wang.sees("楼道的墙脏了", to=town.building3)).text
    await answers(town.chen, town.building3, "白")
    await town.world.advances(days=7, hours=11)
    shown = [each for each in await town.wang.reads(to=town.building3) if "我家也是" in each.labels]
    assert "🗳 小投票1：1人答了，最多的是白" in shown[-1].text


async def test_a_number_that_is_no_wish_is_said_and_nothing_is_lost(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/poll")
    preview = await answers_all(town.secretary, groups=(), about="第99件")
    assert "没找到第99件" in preview.text
    refused = await town.secretary.presses("发到群里")
    assert refused.alert
    await town.secretary.presses("改关于哪一件")
    await town.secretary.says("楼道")
    await town.secretary.says("跳过")
    await town.secretary.presses("发到群里")
    assert "小投票1发出去了" in (await town.secretary.last()).text


async def test_mistakes_while_asking_are_said_and_undone(town: Estate) -> None:
    await ready(town)
    secretary = town.secretary
    await secretary.says("/poll")
    await secretary.says("问" * 201)
    assert "最多200个" in (await secretary.last()).text
    await secretary.says(COLOUR)
    await secretary.says("白")
    await secretary.says("好了")
    assert "至少要有2个选项" in (await secretary.last()).text
    await secretary.says("白")
    assert "“白”已经有了" in (await secretary.last()).text
    await secretary.says("黄\n" + "选" * 101)
    assert "最多100个" in (await secretary.last()).text
    await secretary.says("黄\n蓝")
    await secretary.presses("去掉最后一项")
    shown = (await secretary.last()).text
    assert "黄" in shown
    assert "蓝" not in shown
    await secretary.says("\n".join(str(at) for at in range(11)))
    assert "最多12个选项" in (await secretary.last()).text
    await town.bot_restarts()
    await secretary.says("好了")
    for words in ("只选一项", "不记名", "答了就看得到"):
        await secretary.says(words)
    await secretary.presses("5号楼邻居群")
    await secretary.says("好了")
    await secretary.says("4月30日")
    assert "29" in (await secretary.last()).text
    await secretary.says("3月9日")
    await secretary.says("跳过")
    preview = await secretary.sees("这样发，对吗？")
    assert "5号楼" not in preview.text
    await secretary.presses("改问题")
    await secretary.says("墙刷什么颜色？")
    assert "墙刷什么颜色？" in (await secretary.last()).text
    await secretary.presses("返回")
    assert COLOUR in (await secretary.last()).text
    await secretary.presses("发到群里")
    assert (await poll_in(town.wang, town.building3)).options == ["白", "黄"]
    assert not any(each.poll for each in await town.emma.reads(to=town.building5))


async def test_too_late_in_the_evening_is_said(town: Estate) -> None:
    await ready(town)
    await town.world.advances(hours=10, minutes=30)
    await town.secretary.says("/poll")
    await answers_all(town.secretary, groups=(), until="今天")
    refused = await town.secretary.presses("发到群里")
    assert refused.alert == "离截止不到一小时，大家来不及看到。请选晚一点的日子。"


async def test_it_closes_at_its_time_although_the_bot_was_down_and_says_so(town: Estate) -> None:
    await ready(town)
    await asks(town)
    await answers(town.wang, town.building3, "白")
    await town.running.stop()
    town.world.autosettle = False
    await answers(town.chen, town.building3, "米黄")
    await town.world.advances(days=7, hours=11, minutes=1)
    assert (await poll_in(town.wang, town.building3)).poll["is_closed"], "Telegram closed it"
    await town.world.advances(hours=3)
    await town.running.start()
    town.world.autosettle = True
    await town.world.settle()
    result = await town.wang.sees("小投票1截止了", to=town.building3)
    assert "那时我不在线，现在才说，对不起" in result.text


async def test_answers_given_while_the_bot_was_away_are_counted_when_it_is_back(town: Estate) -> None:
    await ready(town)
    await asks(town, until="今天")
    await town.running.stop()
    town.world.autosettle = False
    await answers(town.wang, town.building3, "白")
    await answers(town.chen, town.building3, "米黄")
    await town.world.advances(hours=11, minutes=2)
    await town.running.start()
    town.world.autosettle = True
    await town.world.settle()
    result = await town.wang.sees("小投票1截止了", to=town.building3)
    assert "一共2人答了" in result.text
    assert "不在线" not in result.text


async def test_what_telegram_kept_for_no_longer_than_a_day_is_said_to_be_missing(town: Estate) -> None:
    await ready(town)
    await asks(town, until="3月4日")
    await answers(town.liu, town.building3, "米黄")
    await town.running.stop()
    town.world.autosettle = False
    await answers(town.wang, town.building3, "白")
    await answers(town.chen, town.building3, "白")
    await town.world.advances(days=2, hours=11, minutes=2)
    await town.running.start()
    town.world.autosettle = True
    await town.world.settle()
    result = await town.wang.sees("小投票1截止了", to=town.building3)
    assert "一共1人答了" in result.text
    assert "投票里另外还有2份回答没算进来" in result.text


async def test_the_bot_is_thrown_out_of_one_group_in_the_middle(town: Estate) -> None:
    await ready(town)
    await asks(town)
    await answers(town.wang, town.building3, "白")
    await answers(town.emma, town.building5, "米黄")
    await town.secretary.removes_bot(town.building5)
    await town.world.advances(days=7, hours=11, minutes=2)
    result = await town.wang.sees("小投票1截止了", to=town.building3)
    assert "一共2人答了" in result.text, "what was answered there counts"
    assert (await poll_in(town.emma, town.building5)).poll["is_closed"], "Telegram closed it"
    await town.emma.does_not_see("小投票1截止了", to=town.building5)


async def test_a_group_that_takes_no_polls_is_named_to_the_staff_and_the_others_have_it(town: Estate) -> None:
    await ready(town)
    await town.secretary.allows_polls(town.building5, False)
    await asks(town)
    refused = await town.secretary.sees("发不了小投票1", to=town.staff)
    assert "5号楼" in refused.text
    assert "请群管理员" in refused.text
    await answers(town.wang, town.building3, "白")
    await town.emma.says("/wishes@wishwell_bot", to=town.building5)
    await town.world.advances(days=7, hours=11)
    assert "一共1人答了" in (await town.wang.sees("小投票1截止了", to=town.building3)).text
    assert not any(each.contains("截止了") for each in await town.emma.reads(to=town.building5))


async def test_an_administrator_who_hides_asks_once_they_showed_themselves_and_answers_as_nobody(
    town: Estate,
) -> None:
    await ready(town)
    await town.secretary.remains_anonymous(town.staff)
    await town.secretary.says("/poll@wishwell_bot", to=town.staff)
    await town.secretary.presses("是我", to=town.staff)
    await town.secretary.sees("想问大家什么？", to=town.staff)
    await town.secretary.says("取消", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.remains_anonymous(town.staff, False)
    await asks(town)
    await town.secretary.remains_anonymous(town.building3)
    await answers(town.secretary, town.building3, "白")
    assert "0人答了" in (await polls(town.wang)).text, "who answers as the group is no person"


async def test_only_the_committee_asks_and_none_of_it_where_neighbours_read_along(town: Estate) -> None:
    await ready(town)
    await asks(town)
    for person, place in ((town.liu, None), (town.foreman, town.staff), (town.chair, town.staff)):
        await polls(person, to=place)
        for data in ("poll-do:1:cancel", "poll-do:1:voters", "poll-do:1:state", "poll-about:wish:1"):
            assert refuses(await forges(town, person, data, to=place)), (person.name, data)
    await town.liu.says("/poll")
    assert "想问大家什么" not in (await town.liu.last()).text
    await polls(town.secretary, to=town.building3)
    assert refuses(await forges(town, town.secretary, "poll-do:1:voters", to=town.building3))
    assert not (await poll_in(town.wang, town.building3)).poll["is_closed"]


async def test_forgotten_answers_still_count_and_name_nobody(town: Estate) -> None:
    await ready(town)
    await asks(town)
    await answers(town.wang, town.building3, "白")
    await town.wang.says("/mydata")
    assert "您在记名的小投票里答过：1次" in "\n".join(each.text for each in await town.wang.reads())
    await town.wang.says("/forgetme")
    await town.wang.presses("把我忘了")
    await town.wang.presses("是的，忘了我")
    assert "1人答了" in (await polls(town.liu)).text
    opened = await polls(town.secretary, "1")
    await town.secretary.presses("谁选了什么", on=opened)
    named = (await town.secretary.last()).text
    assert "白 · 1人：一位邻居" in named
    assert "王阿姨" not in named


async def test_empty_lists_numbers_that_are_none_and_pages(town: Estate) -> None:
    await ready(town)
    assert "还没有问过" in (await polls(town.wang)).text
    assert "没找到小投票7" in (await polls(town.wang, "7")).text
    assert "没找到小投票" in (await polls(town.wang, "9" * 12)).text
    for at in range(7):
        await asks(town, question=f"第{at}个问题？")
    first = await polls(town.wang)
    assert "第1页，共2页" in first.text
    await town.wang.presses("下一页", on=first)
    assert "第0个问题？" in (await town.wang.last()).text
    shown = await polls(town.zhao, to=town.building3)
    assert shown.silent


async def test_the_poll_is_posted_anew_where_a_group_became_a_supergroup(town: Estate) -> None:
    await ready(town)
    creator = town.secretary
    basic = await town.world.group("7号楼邻居群", creator=creator, members=[town.chen], basic=True)
    await creator.says("/bind@wishwell_bot 7号楼", to=basic)
    await asks(town, groups=())
    await answers(town.chen, basic, "白")
    group: Group = await creator.upgrades(basic)
    again = await poll_in(town.chen, group)
    assert not again.poll["is_closed"]
    assert "答过的不用再答" in (await town.chen.sees("我重新发了一张", to=group)).text
    await answers(creator, group, "米黄")
    assert "2人答了" in (await polls(town.liu)).text
    await answers(town.chen, group, "米黄")
    assert "2人答了" in (await polls(town.liu)).text, "one person has one answer"


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.secretary.starts()
    await town.secretary.says("/language en")
    secretary = town.secretary
    await secretary.says("/poll")
    for words in ("Which colour?", "White\nYellow", "done", "one only", "with names", "shown at once"):
        await secretary.says(words)
    await secretary.says("done")
    await secretary.says("9 March")
    await secretary.says("skip")
    await secretary.sees("Post this?")
    await secretary.presses("Post it")
    poll = await poll_in(town.emma, town.building5, says="Which colour?")
    assert poll.poll["question"] == "Which colour?\n(advice, not a formal vote; with names)"
    await answers(town.emma, town.building5, "White", says="Which colour?")
    await town.world.advances(days=7, hours=11)
    assert "White · 1 · 100%" in (await town.emma.sees("Poll 1 is closed", to=town.building5)).text
