"""Two wishes that say the same: staff ask, the author decides; one alone or several at once."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers, files, presses_twice


async def _writes(person: Person, town: Estate, words: str) -> Message:
    """In reply to what the bot asked last in the staff chat."""
    return await person.says(words, to=town.staff, reply_to=await person.last(to=town.staff))


async def _asks_about(town: Estate, words: str) -> Message:
    """The secretary asks the author of the wish with these words about the first of those that are offered."""
    await town.secretary.presses("更多", to=town.staff, on=await town.secretary.sees(words, to=town.staff))
    await town.secretary.presses("跟别的是同一件", to=town.staff)
    return await town.secretary.last(to=town.staff)


async def test_the_author_is_asked_and_only_their_yes_joins_it(town: Estate) -> None:
    await files(town, town.chen, "三楼走廊的灯坏了")
    await files(town, town.wang, "3楼过道一片漆黑，灯都不亮")
    which = await _asks_about(town, "一片漆黑")
    assert "第2件跟哪一件是同一件事？" in which.text
    assert "第1件 “三楼走廊的灯坏了”" in which.text
    await town.secretary.presses("第1件", to=town.staff, on=which)
    look = await town.secretary.last(to=town.staff)
    assert "问提第2件的人：跟第1件“三楼走廊的灯坏了”是同一件事吗？" in look.text
    await town.bot_restarts()
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.sees("问过去了。他说是，才并过去", to=town.staff)

    asked = await town.wang.sees("您提的第2件，跟第1件“三楼走廊的灯坏了”，是同一件事吗？")
    assert asked.labels == ["是同一件", "不是同一件"]
    assert "陈" not in asked.text
    assert "并到" not in (await town.chen.sees("一片漆黑", to=town.building3)).text, "nothing happens before the yes"

    await town.bot_restarts()
    await presses_twice(town.wang, asked, "是同一件")
    assert "第1件" in (await town.wang.last()).text
    told = await town.secretary.sees("第2件，提的人回话了", to=town.staff)
    assert "是，并到第1件了。" in told.text
    assert "第1件" in (await town.chen.sees("第2件", to=town.building3)).text
    assert "1家也是" in (await town.chen.sees("三楼走廊的灯坏了", to=town.building3)).text
    replies = [message for message in await town.secretary.reads(to=town.staff) if "提的人回话了" in message.text]
    assert len(replies) == 1, "a second press says nothing twice"

    await answers(town, town.foreman, "办好了", photo=True, about="三楼走廊的灯坏了")
    await town.world.advances(minutes=3)
    await town.world.advances(hours=12)
    assert [message for message in await town.wang.reads() if "第1件" in message.text and "办好" in message.text]


async def test_a_no_is_kept_and_not_asked_again(town: Estate) -> None:
    await files(town, town.chen, "三楼走廊的灯坏了")
    await files(town, town.wang, "3楼过道一片漆黑，灯都不亮")
    await town.secretary.presses("第1件", to=town.staff, on=await _asks_about(town, "一片漆黑"))
    await town.secretary.presses("对", to=town.staff)

    await town.secretary.presses("更多", to=town.staff, on=await town.secretary.sees("一片漆黑", to=town.staff))
    history = await town.secretary.sees("来龙去脉", to=town.staff)
    assert "居委会李书记问提的人：跟第1件是同一件吗？" in history.text
    assert "还没回" in history.text
    too_soon = await town.secretary.presses("跟别的是同一件", to=town.staff, on=history)
    assert "刚问过" in (too_soon.alert or "")

    asked = await town.wang.sees("是同一件事吗")
    await town.wang.presses("不是同一件", on=asked)
    assert "第2件照旧单独办" in (await town.wang.last()).text
    assert "不是同一件。" in (await town.secretary.sees("第2件，提的人回话了", to=town.staff)).text
    assert "等答复" in (await town.wang.sees("一片漆黑", to=town.building3)).text

    await town.secretary.presses("第1件", to=town.staff, on=await _asks_about(town, "一片漆黑"))
    refused = await town.secretary.presses("对", to=town.staff)
    assert "跟第1件不是同一件，不再问了" in (refused.alert or "")


async def test_several_at_once_the_one_that_stays_is_chosen(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await files(town, town.chen, "楼道里黑，灯不亮")
    await files(town, town.liu, "走廊灯泡该换了")
    await files(town, town.liu, "楼下垃圾没人扫")
    await town.secretary.says(f"/queue@{BOT}", to=town.staff)
    await town.secretary.presses("几件是同一件", to=town.staff)
    await _writes(town.secretary, town, "1、2、3")
    await town.secretary.presses("好了", to=town.staff)
    stays = await town.secretary.last(to=town.staff)
    assert "第1件、第2件、第3件，留哪一件？" in stays.text
    assert "垃圾" not in stays.text
    await _writes(town.secretary, town, "9")
    assert "第1件" in (await town.secretary.last(to=town.staff)).text, "no such wish: asked again"
    await town.secretary.presses("第1件", to=town.staff)
    assert "问提第2件、第3件的2位：跟第1件" in (await town.secretary.last(to=town.staff)).text
    await town.secretary.presses("返回", to=town.staff)
    await _writes(town.secretary, town, "1")
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.sees("问了2位。说是的才并过去", to=town.staff)

    await town.chen.presses("是同一件", on=await town.chen.sees("您提的第2件，跟第1件"))
    await town.liu.presses("不是同一件", on=await town.liu.sees("您提的第3件，跟第1件"))
    replies = [m.text for m in await town.secretary.reads(to=town.staff) if "提的人回话了" in m.text]
    assert [("并到第1件了" in text, "不是同一件" in text) for text in replies] == [(True, False), (False, True)]
    assert not [m for m in await town.wang.reads() if "同一件事吗" in m.text], "whose wish stays is asked nothing"


async def test_who_never_pressed_start_finds_the_question_by_the_card(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.zhao.says(f"/want@{BOT} 三楼走廊太黑，灯不亮", to=town.building3)
    await town.zhao.presses("发到群里", to=town.building3)
    await town.secretary.presses("第1件", to=town.staff, on=await _asks_about(town, "走廊太黑"))
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.sees("我没法私下告诉提第2件的人", to=town.staff)
    card = await town.zhao.sees("走廊太黑", to=town.building3)
    assert "居委会有句话想问提这件的人" in card.text
    await town.wang.presses("是我提的，去私聊看", to=town.building3, on=card)
    assert "您不用管它" in (await town.wang.last()).text
    await town.zhao.presses("是我提的，去私聊看", to=town.building3, on=card)
    asked = await town.zhao.sees("您提的第2件，跟第1件“三楼走廊的灯坏了”，是同一件事吗？")
    await town.zhao.presses("是同一件", on=asked)
    await town.secretary.sees("是，并到第1件了。", to=town.staff)


async def test_what_ended_meanwhile_joins_nothing(town: Estate) -> None:
    await files(town, town.chen, "三楼走廊的灯坏了")
    await files(town, town.wang, "3楼过道一片漆黑，灯都不亮")
    await town.secretary.presses("第1件", to=town.staff, on=await _asks_about(town, "一片漆黑"))
    await town.secretary.presses("对", to=town.staff)
    await answers(town, town.secretary, "这次办不了", words="整栋楼要改造", about="三楼走廊的灯坏了")
    await town.world.advances(minutes=3)
    late = await town.wang.presses("是同一件", on=await town.wang.sees("是同一件事吗"))
    assert "第1件" in (late.alert or "")
    assert "了结" in (late.alert or "")
    assert "等答复" in (await town.wang.sees("一片漆黑", to=town.building3)).text


async def test_there_is_no_other_wish(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.secretary.presses("更多", to=town.staff)
    nothing = await town.secretary.presses("跟别的是同一件", to=town.staff)
    assert "没有别的还在办的心愿" in (nothing.alert or "")


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    for words in ("The light on the third floor is broken", "Third floor hallway light does not work"):
        await town.emma.presses("I want", to=town.building5)
        await town.emma.says(words)
        await town.emma.presses("Post")
    await town.secretary.presses("More", to=town.staff)
    await town.secretary.presses("The same as another", to=town.staff)
    assert "Which wish is no. 2 the same as?" in (await town.secretary.last(to=town.staff)).text
    await town.secretary.presses("No. 1", to=town.staff)
    await town.secretary.presses("Yes", to=town.staff)
    await town.secretary.sees("Asked. It is joined only if they say yes", to=town.staff)
    asked = await town.emma.sees("is your no. 2 the same as no. 1")
    assert asked.labels == ["It’s the same", "It’s different"]
    await town.emma.presses("It’s different", on=asked)
    assert "no. 2 goes on by itself" in (await town.emma.last()).text
    await town.secretary.sees("It’s not the same.", to=town.staff)
