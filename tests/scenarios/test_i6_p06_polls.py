"""Polls: the committee asks the neighbours in their groups, counts what they answer, and says what comes of it."""

from __future__ import annotations

import pytest

from simulator.client import Refused
from tests.scenarios.estate import Estate
from tests.scenarios.polled import COLOUR, OPTIONS, answers, answers_all, asks, poll_in, polls, ready
from tests.scenarios.scenes import presses_twice
from tests.scenarios.works import opens, view


async def test_a_poll_is_asked_answered_closed_and_something_comes_of_it(town: Estate) -> None:
    await ready(town)
    secretary = town.secretary
    await secretary.says("/poll")
    preview = await answers_all(secretary, groups=())
    for words in (COLOUR, *OPTIONS, "记名：", "不是正式表决", "3月9日", "3号楼", "5号楼"):
        assert words in preview.text, words
    await presses_twice(secretary, preview, "发到群里")
    done = await secretary.last()
    assert f"小投票1发出去了：{COLOUR}" in done.text
    for person, group in ((town.wang, town.building3), (town.emma, town.building5)):
        poll = await poll_in(person, group)
        assert poll.options == list(OPTIONS)
        assert poll.protected, "outsiders could answer it where it was passed on"
        assert not poll.poll["is_anonymous"]
        assert poll.poll["question"] == f"{COLOUR}\n（听听意见，不是正式表决；记名）"
        assert "小投票1" in poll.poll["description"]
        assert "这是听听意见，不是正式表决" in poll.poll["description"]
        assert "记名：谁选了什么" in poll.poll["description"]
        assert len([each for each in await person.reads(to=group) if each.poll]) == 1, "two presses post it once"
    await answers(town.wang, town.building3, "白")
    await answers(town.chen, town.building3, "米黄")
    await answers(town.chen, town.building3)
    await answers(town.liu, town.building3, "米黄")
    await answers(town.liu, town.building3, "白")
    await answers(town.emma, town.building5, "米黄")
    listed = await polls(town.wang)
    assert f"🗳 小投票1 · {COLOUR} · " in listed.text
    assert "3人答了" in listed.text
    await town.world.advances(days=7, hours=11)
    for person, group in ((town.wang, town.building3), (town.emma, town.building5)):
        result = await person.sees("小投票1截止了", to=group)
        assert "▇▇▇▇▇▇▇ 白 · 2人 · 67%" in result.text
        assert "▇▇▇ 米黄 · 1人 · 33%" in result.text
        assert "▫️ 不用刷 · 0人" in result.text
        assert "一共3人答了" in result.text
        assert "不是正式表决" in result.text
        assert "看过以后，会在这里说怎么办" in result.text
        assert (await poll_in(person, group)).poll["is_closed"]
    with pytest.raises(Refused, match="closed"):
        await answers(town.wang, town.building3, "不用刷")
    desk = await secretary.sees("请写几句，再定一个回头看的日子", to=town.staff)
    await secretary.presses("说说怎么办", to=town.staff, on=desk)
    for words in ("四月刷成白的。", "4月20日"):
        await secretary.says(words, to=town.staff, reply_to=await secretary.last(to=town.staff))
    await secretary.presses("对", to=town.staff)
    for person, group in ((town.wang, town.building3), (town.emma, town.building5)):
        said = await person.sees("小投票1以后", to=group)
        assert "居委会李书记说怎么办：\n四月刷成白的。" in said.text
        assert "4月20日" in said.text
        assert "会在这里说怎么办" not in (await person.sees("小投票1截止了", to=group)).text
    assert "已经说过怎么办了" in (await secretary.sees("小投票1截止了", to=town.staff)).text
    assert "居委会说：四月刷成白的。" in (await polls(town.wang)).text


async def test_an_anonymous_poll_of_several_groups_is_summed_and_names_nobody(town: Estate) -> None:
    await ready(town)
    await asks(town, names="不记名", several="可以选几项", shown="截止后才看得到")
    poll = await poll_in(town.wang, town.building3)
    assert poll.poll["is_anonymous"]
    assert "（听听意见，不是正式表决；不记名）" in poll.poll["question"]
    await answers(town.wang, town.building3, "白", "米黄")
    await answers(town.zhao, town.building3, "米黄")
    await answers(town.emma, town.building5, "米黄")
    listed = await polls(town.chen)
    assert "之后看结果" in listed.text
    assert "人答了" not in listed.text
    opened = await polls(town.secretary, "1")
    assert "谁选了什么" not in opened.labels
    assert "▇" not in opened.text, "hidden from the staff as well"
    assert "结果到截止以后才看得到" in opened.text
    await town.world.advances(days=7, hours=11)
    result = await town.emma.sees("小投票1截止了", to=town.building5)
    assert "米黄 · 3人 · 100%" in result.text, "both groups together"
    assert "一共3人答了" in result.text
    assert "白 · 1人 · 33%" in (await town.wang.sees("小投票1截止了", to=town.building3)).text


async def test_those_who_have_not_answered_are_reminded_quietly_at_the_midpoint_and_a_day_before(town: Estate) -> None:
    await ready(town)
    await asks(town)
    await answers(town.wang, town.building3, "白")
    await town.world.advances(days=3, hours=17)  # half past two, in the night
    await town.chen.does_not_see("还没听到您的意见")
    await town.world.advances(hours=6)
    reminded = await town.chen.sees("小投票1还没听到您的意见")
    assert reminded.silent
    assert "不想答也没关系" in reminded.text
    stands = await poll_in(town.chen, town.building3)
    assert reminded.url("去群里答") == f"https://t.me/c/{str(town.building3.id)[4:]}/{stands.id}"
    await town.wang.does_not_see("还没听到您的意见")
    await town.zhao.does_not_see("这件还在问", to=town.building3)
    await answers(town.chen, town.building3, "米黄")
    await answers(town.wang, town.building3)
    await town.world.advances(days=2, hours=12)
    for person, times in ((town.wang, 1), (town.chen, 1), (town.liu, 2)):
        heard = [each for each in await person.reads() if each.contains("还没听到您的意见")]
        assert len(heard) == times, person.name
    assert not await town.zhao.reads(), "never pressed Start"


async def test_of_an_anonymous_poll_the_group_is_reminded_with_one_line_and_once_where_it_is_short(
    town: Estate,
) -> None:
    await ready(town)
    await asks(town, names="不记名", until="3月4日")
    await town.world.advances(days=1, hours=6)
    await town.world.advances(days=1, hours=3)
    said = [each for each in await town.wang.reads(to=town.building3) if each.contains("这件还在问")]
    assert len(said) == 1
    assert said[0].silent
    assert said[0].reply_to is not None
    assert said[0].reply_to.poll is not None
    await town.chen.does_not_see("还没听到您的意见")


async def test_who_wants_no_notices_is_not_reminded(town: Estate) -> None:
    await ready(town)
    await town.chen.says("/notices")
    await town.chen.presses("先别说")
    await asks(town)
    await town.world.advances(days=6, hours=12)
    await town.chen.does_not_see("还没听到您的意见")
    await town.liu.sees("还没听到您的意见")


async def test_the_staff_sees_who_answered_a_poll_with_names_and_neighbours_do_not(town: Estate) -> None:
    await ready(town)
    await asks(town)
    await answers(town.wang, town.building3, "白")
    await answers(town.zhao, town.building3, "米黄")
    opened = await polls(town.secretary, "1")
    await town.secretary.presses("谁选了什么", on=opened)
    named = (await town.secretary.last()).text
    assert "白 · 1人：王阿姨" in named
    assert "米黄 · 1人：" in named
    theirs = await polls(town.liu, "1")
    assert theirs.labels == []
    assert "王阿姨" not in theirs.text
    in_group = await polls(town.secretary, "1", to=town.building3)
    assert in_group.labels == [], "nothing of the committee's where neighbours read along"


async def test_a_running_poll_is_cancelled_with_a_reason_in_every_group(town: Estate) -> None:
    await ready(town)
    await asks(town)
    await answers(town.wang, town.building3, "白")
    opened = await polls(town.secretary, "1")
    await town.secretary.presses("不问了", on=opened)
    await town.secretary.says("颜色厂家换了，过些日子再问。")
    await presses_twice(town.secretary, await town.secretary.last(), "对")
    for person, group in ((town.wang, town.building3), (town.emma, town.building5)):
        assert (await poll_in(person, group)).poll["is_closed"]
    said = await town.wang.sees("小投票1不问了", to=town.building3)
    assert "颜色厂家换了，过些日子再问。" in said.text
    assert "已经答的不算数" in said.text
    await town.world.advances(days=30)
    await town.wang.does_not_see("截止了", to=town.building3)
    await town.secretary.does_not_see("还没说怎么办", to=town.staff)
    assert "不问了" in (await polls(town.wang)).text
    again = await town.secretary.presses("不问了", on=opened)
    assert again.alert == "小投票1已经截止，或者不问了。"


async def test_without_a_statement_the_staff_is_reminded_twice_and_the_review_falls_due(town: Estate) -> None:
    await ready(town)
    await asks(town)
    await town.world.advances(days=7, hours=11)
    assert "没有人答" in (await town.wang.sees("小投票1截止了", to=town.building3)).text
    await town.world.advances(days=2, hours=13)
    assert "截止3天了" in (await town.secretary.sees("还没说怎么办", to=town.staff)).text
    await town.world.advances(days=4)
    wanted = await town.secretary.sees("截止7天了", to=town.staff)
    await town.world.advances(days=20)
    said = [each for each in await town.secretary.reads(to=town.staff) if each.contains("还没说怎么办")]
    assert len(said) == 2
    await town.secretary.says("/polls 1")
    await town.secretary.presses("说说怎么办", on=await town.secretary.last())
    for words in ("再问一次邻居。", "5月4日"):
        await town.secretary.says(words)
    await town.secretary.presses("对")
    quicker = await town.secretary.presses("说说怎么办", to=town.staff, on=wanted)
    assert quicker.alert is None, "from then on it is how it went on"
    await town.secretary.says("取消", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.world.advances(days=31)
    due = await town.secretary.sees("到了回头看的日子", to=town.staff)
    assert "再问一次邻居。" in due.text
    await town.secretary.presses("说说后来怎么样", to=town.staff, on=due)
    await town.secretary.says("问过了，刷白的。", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("跳过", to=town.staff)
    await town.secretary.presses("对", to=town.staff)
    later = await town.wang.sees("问过了，刷白的。", to=town.building3)
    assert "后来，居委会李书记说" in later.text
    opened = await polls(town.wang, "1")
    assert "再问一次邻居。" in opened.text
    assert "问过了，刷白的。" in opened.text


async def test_a_project_has_a_poll_and_each_leads_to_the_other(town: Estate) -> None:
    await ready(town)
    await opens(town, wishes=None)
    secretary = town.secretary
    await secretary.presses("小投票", on=await view(town, secretary))
    preview = await answers_all(secretary, groups=(), about=None)
    assert "关于项目1“换走廊的灯”" in preview.text
    await secretary.presses("发到群里", on=preview)
    above = await poll_in(town.liu, town.building3)
    assert "关于项目1“换走廊的灯”" in above.poll["description"]
    await answers(town.liu, town.building3, "白")
    assert "小投票1" in (await view(town, town.liu)).text
    assert "项目1" in (await polls(town.liu, "1")).text
    await town.world.advances(days=7, hours=11)
    await secretary.presses("说说怎么办", to=town.staff, on=await secretary.sees("请写几句", to=town.staff))
    for words in ("照大家说的刷。", "4月20日"):
        await secretary.says(words, to=town.staff, reply_to=await secretary.last(to=town.staff))
    await secretary.presses("对", to=town.staff)
    assert "照大家说的刷" in (await view(town, town.liu)).text, "what came of it stands where the project does"
