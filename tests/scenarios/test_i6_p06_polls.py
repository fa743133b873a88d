"""Polls: the committee asks the neighbours in their groups, counts what they answer, and says what comes of it."""

from __future__ import annotations

import pytest

from simulator.client import Refused
from tests.scenarios.estate import Estate
from tests.scenarios.polled import COLOUR, OPTIONS, answers, answers_all, poll_in, polls, ready
from tests.scenarios.scenes import presses_twice


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
