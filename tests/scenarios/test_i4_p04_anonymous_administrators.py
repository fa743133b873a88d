"""An administrator who remains anonymous: what they say is done once they press [it is me]; nobody learns who."""

from __future__ import annotations

import pytest

from simulator import acts
from simulator.client import Group, Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges

ASKED, ASKED_EN = "我看不出是哪一位", "can’t tell who it was"


async def question(person: Person, group: Group, *, words: str = ASKED) -> Message:
    return await person.sees(words, to=group)


async def by_the_bot(person: Person, group: Group) -> list[str]:
    return [each.text for each in await person.reads(to=group) if each.sender == "邻愿"]


async def test_an_administrators_command_is_done_once_they_show_themselves(open_estate: Open) -> None:
    async with open_estate(bound=False) as town:
        group = town.building3
        await town.secretary.remains_anonymous(in_=group)
        said = await town.secretary.says(f"/bind@{BOT} 3号楼", to=group)
        assert said.sender == "Group"
        asked = await question(town.chen, group)
        assert asked.labels == ["是我"]
        assert asked.reply_to is not None
        assert asked.reply_to.id == said.id
        await town.chen.does_not_see("接到阳光小区", to=group)

        pressed = await town.secretary.presses("是我", to=group)
        assert pressed.toast == "好，知道是您了。"
        bound = await town.chen.sees("接到阳光小区3号楼了", to=group)
        assert bound.reply_to is not None
        assert bound.reply_to.id == said.id
        await town.chen.does_not_see(ASKED, to=group)
        await town.chen.sees("有事说一声", to=group)
        assert not any("李书记" in text for text in (await by_the_bot(town.chen, group))[1:]), "but in its hello"


async def test_a_neighbours_press_does_nothing_and_tells_nobody(town: Estate) -> None:
    group = town.building3
    await town.secretary.remains_anonymous(in_=group)
    await town.secretary.says(f"/language@{BOT} en", to=group)
    asked = await question(town.chen, group)
    pressed = await town.chen.presses("是我", to=group)
    assert pressed.alert == "这是给写那条的管理员按的，您不用管它。"
    assert (await question(town.chen, group)).labels == ["是我"], "it still waits for its writer"
    await town.chen.does_not_see("I speak English here", to=group)
    # who was an administrator and is none any more, is nobody in particular
    await town.secretary.promotes(town.liu, in_=group)
    await town.secretary.demotes(town.liu, in_=group)
    assert "给写那条的管理员" in ((await town.liu.presses("是我", on=asked)).alert or "")
    await town.secretary.presses("是我", on=asked)
    await town.chen.does_not_see(ASKED, to=group)
    await town.chen.says(f"/help@{BOT}", to=group)
    await town.chen.sees("What Wishwell can do", to=group)


async def test_whoever_became_an_administrator_just_now_is_known(town: Estate) -> None:
    group = town.building3
    await town.secretary.remains_anonymous(in_=group)
    await town.secretary.says(f"/menu@{BOT}", to=group)
    await town.liu.presses("是我", to=group)  # the list was read a moment ago
    await town.secretary.promotes(town.liu, in_=group)
    await town.liu.remains_anonymous(in_=group)
    await town.liu.says(f"/menu@{BOT}", to=group)
    before = len([text for text in await by_the_bot(town.chen, group) if text.startswith("有事说一声")])
    await town.liu.presses("是我", to=group)
    after = len([text for text in await by_the_bot(town.chen, group) if text.startswith("有事说一声")])
    assert after == before + 1


async def test_only_the_first_of_two_administrators_counts(town: Estate) -> None:
    group = town.building3
    await town.secretary.promotes(town.liu, in_=group)
    await town.secretary.remains_anonymous(in_=group)
    await town.secretary.says(f"/menu@{BOT}", to=group)
    asked = await question(town.chen, group)
    cards = len([text for text in await by_the_bot(town.chen, group) if text.startswith("有事说一声")])
    for person in (town.secretary, town.liu, town.secretary):
        await person.act("press", chat=group.id, message=asked.id, label="是我")
    await town.world.settle()
    answers = [query.text for query in town.telegram.queries.values() if query.message.id == asked.id]
    assert sorted(map(str, answers)) == ["好，知道是您了。", "这条已经办过了。", "这条已经办过了。"]
    menus = [text for text in await by_the_bot(town.chen, group) if text.startswith("有事说一声")]
    assert len(menus) == cards + 1
    assert await forges(town, town.secretary, "sign:1", to=group) == "这条已经办过了。"
    assert "那条不算了" in await forges(town, town.secretary, "sign:99", to=group)
    assert "那条不算了" in await forges(town, town.secretary, "sign:1", to=town.building5), "of another group"


async def test_after_ten_minutes_it_counts_for_nothing(town: Estate) -> None:
    group = town.building3
    await town.secretary.remains_anonymous(in_=group)
    await town.secretary.says(f"/menu@{BOT}", to=group)
    asked = await question(town.chen, group)
    await town.world.advances(minutes=9, seconds=50)
    await question(town.chen, group)
    await town.secretary.act("press", chat=group.id, message=asked.id, label="是我")
    await town.world.settle()

    await town.secretary.says(f"/bind@{BOT} 5号楼", to=group)
    await question(town.chen, group)
    await town.world.advances(minutes=10)
    await town.chen.does_not_see(ASKED, to=group)
    assert "那条不算了" in await forges(town, town.secretary, "sign:2", to=group)
    await town.chen.does_not_see("接到阳光小区5号楼了", to=group)
    assert town.running.app is not None
    async with town.running.app.store.units.reading() as uow:
        assert await uow.unsigned.lock(2) is None, "nothing of it is kept"


async def test_a_restart_in_between_loses_nothing(town: Estate) -> None:
    group = town.building3
    await town.secretary.remains_anonymous(in_=group)
    talk = await town.chen.says("电梯又停了", to=group)
    said = await town.secretary.says(f"/jot@{BOT}", to=group, reply_to=talk)
    await question(town.chen, group)
    await town.bot_restarts()
    await town.secretary.presses("是我", to=group)
    asked = await town.chen.sees("这句话要记下来", to=group)
    assert asked.reply_to is not None
    assert asked.reply_to.id == talk.id, "the message it answered is kept with it"
    assert said.sender == "Group"
    await town.chen.presses("记下来", to=group)
    await town.chen.sees("电梯又停了", to=group)


async def test_a_wish_of_theirs_bears_no_name(town: Estate) -> None:
    group = town.building3
    await town.secretary.promotes(town.wang, in_=group)
    await town.wang.remains_anonymous(in_=group)
    await town.wang.says(f"/want@{BOT} 三楼走廊的灯坏了", to=group)
    await town.wang.presses("是我", to=group)
    preview = await town.wang.sees("这样写对吗", to=group)
    assert "发到群里" not in preview.labels
    await town.wang.presses("不露姓名", to=group)
    card = await town.chen.sees("第1件 · 我想要", to=group)
    assert "三楼走廊的灯坏了" in card.text
    assert not any("王阿姨" in text for text in await by_the_bot(town.chen, group))
    await town.wang.starts("mine")
    await town.wang.sees("三楼走廊的灯坏了")


async def test_a_question_of_the_bots_is_answered_as_a_hidden_person_too(town: Estate) -> None:
    group = town.building3
    await town.secretary.promotes(town.wang, in_=group)
    await town.wang.remains_anonymous(in_=group)
    await town.wang.says(f"/want@{BOT}", to=group)
    await town.wang.presses("是我", to=group)
    asked = await town.wang.sees("想要什么", to=group)
    await town.wang.says("三楼走廊的灯坏了", to=group, reply_to=asked)
    await town.secretary.presses("是我", to=group)
    assert town.secretary.last_alert == "这是问别的邻居的，您不用管它。", "the question is not hers"
    await town.wang.presses("是我", to=group)
    await town.wang.presses("不露姓名", to=group)
    card = await town.chen.sees("第1件 · 我想要", to=group)
    before = await by_the_bot(town.chen, group)
    await town.wang.says("谢谢大家", to=group, reply_to=card)
    assert await by_the_bot(town.chen, group) == before, "neighbours' talk"


async def test_what_is_refused_is_told_to_them_alone(open_estate: Open) -> None:
    async with open_estate(bound=False) as town:
        group = town.building3
        await town.secretary.promotes(town.wang, in_=group)
        await town.wang.remains_anonymous(in_=group)
        await town.wang.says(f"/bind@{BOT} 3号楼", to=group)
        pressed = await town.wang.presses("是我", to=group)
        assert str(town.wang.id) in (pressed.alert or "")
        assert not any(str(town.wang.id) in text for text in await by_the_bot(town.chen, group))
        await question(town.chen, group)
        await town.secretary.presses("是我", to=group)  # it was for who pressed: another may
        await town.chen.sees("接到阳光小区3号楼了", to=group)

        await town.secretary.remains_anonymous(in_=group)
        await town.secretary.says(f"/bind@{BOT} 哪里", to=group)
        assert "没看懂" in ((await town.secretary.presses("是我", to=group)).alert or "")
        await town.chen.does_not_see(ASKED, to=group)
        await town.chen.does_not_see("没看懂", to=group)
        await town.secretary.says(f"/bind@{BOT}", to=group)
        await town.secretary.presses("是我", to=group)
        shown = await town.chen.sees("这个群接的是阳光小区3号楼", to=group)
        assert str(town.secretary.id) not in shown.text


async def test_in_english_too(english_town: Estate) -> None:
    town, group = english_town, english_town.building5
    await town.secretary.remains_anonymous(in_=group)
    await town.secretary.says(f"/menu@{BOT}", to=group)
    asked = await question(town.emma, group, words=ASKED_EN)
    assert asked.labels == ["It is me"]
    assert "within 10 minutes" in asked.text
    assert (await town.emma.presses("It is me", to=group)).alert == "This is for the administrator who wrote it."
    assert (await town.secretary.presses("It is me", to=group)).toast == "Good, now I know it is you."
    assert await forges(town, town.secretary, "sign:1", to=group) == "That has been done already."
    await town.world.advances(minutes=11)
    assert "More than 10 minutes have passed" in await forges(town, town.secretary, "sign:1", to=group)
    await town.secretary.says(f"/frobnicate@{BOT}", to=group)
    await town.emma.sees("I don’t know /frobnicate", to=group)


async def test_danger_words_bring_the_numbers_before_anybody_is_asked(town: Estate) -> None:
    group = town.building3
    await town.secretary.remains_anonymous(in_=group)
    await town.secretary.says(f"/want@{BOT} 三楼着火了", to=group)
    numbers = await town.chen.sees("119", to=group)
    assert numbers.labels == []
    assert numbers.id < (await question(town.chen, group)).id
    await town.foreman.sees("三楼着火了", to=town.staff)


@pytest.mark.parametrize("who", ["a channel", "the linked channel", "an impostor"])
async def test_a_channel_is_nobody(small_town: Estate, who: str) -> None:
    town, telegram = small_town, small_town.telegram
    group, bot = telegram.groups[town.building3.id], next(iter(telegram.bots.values()))
    before = await by_the_bot(town.chen, town.building3)
    real = acts.say(telegram, telegram.people[town.wang.id], group, f"/want@{BOT} 三楼走廊的灯坏了")
    await town.world.settle()
    [update] = [body for _, body in telegram.recorded_updates if body.get("message", {}).get("message_id") == real.id]
    await town.wang.presses("取消", to=town.building3)
    before = await by_the_bot(town.chen, town.building3)
    channel = {"id": -1002000000001, "title": "小区频道", "type": "channel"}
    accounts = {
        "a channel": {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"},
        "the linked channel": {"id": 777000, "is_bot": False, "first_name": "Telegram"},
        "an impostor": {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"},
    }
    behind = {} if who == "an impostor" else {"sender_chat": channel}
    telegram.deliver(bot, "message", {**update["message"], "message_id": 9000, "from": accounts[who], **behind})
    await town.world.settle()
    assert await by_the_bot(town.chen, town.building3) == before
