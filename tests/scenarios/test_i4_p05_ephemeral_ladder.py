"""`telegram.ephemeral`: where one person cannot be spoken to alone nothing is lost, and nothing is given away."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from simulator.client import Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import starts

AUTO: dict[str, object] = {"telegram": {"ephemeral": "auto"}}
WORDS = "三楼走廊的灯坏了"


@pytest.fixture
async def whispering(open_estate: Open) -> AsyncIterator[Estate]:
    async with open_estate(extra=AUTO) as town:
        town.world.act_takes_s = 2
        yield town


async def sent_to_one(town: Estate) -> list[str]:
    """The texts of all the bot has ever sent, or tried to send, to one person in a group."""
    sent = await town.world.calls("sendMessage")
    return [call["params"]["text"] for call in sent if "ephemeral_message_parameters" in call["params"]]


async def is_away_for(town: Estate, seconds: int) -> None:
    """The bot is stopped for so long, with what people did meanwhile waiting for it."""
    await town.world.advances(seconds=seconds, settle=False)
    await town.running.start()
    await town.world.settle()


async def sees_nothing_of_it(town: Estate, *neighbours: Person, words: str = "走廊") -> None:
    for neighbour in neighbours:
        await neighbour.does_not_see(words, to=town.building3)
        await neighbour.does_not_see("这样写对吗", to=town.building3)


# ---- servers ----------------------------------------------------------------------------------------------------


async def test_a_server_that_is_too_old_is_asked_once_in_a_neutral_sentence_and_all_is_as_ever(
    whispering: Estate,
) -> None:
    town = whispering
    await town.world.ephemerals(server="too_old")
    await town.secretary.promotes(town.world.bot(), in_=town.building3)
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    asked = await town.chen.sees("想要什么", to=town.building3)  # for all to see, as with off
    assert not asked.only_me
    assert (await town.wang.sees("想要什么", to=town.building3)).asks_me
    assert not (await town.chen.sees("想要什么", to=town.building3)).asks_me
    assert await sent_to_one(town) == ["请稍等。"]
    await town.chen.does_not_see("请稍等", to=town.building3)  # it was taken away again
    await town.wang.says(WORDS, to=town.building3)
    await town.chen.sees("这样写对吗", to=town.building3)
    await town.wang.presses("发到群里", to=town.building3)
    await town.chen.sees("第1件 · 我想要", to=town.building3)
    await town.chen.says(f"/want@{BOT} 大堂放一张长椅", to=town.building3)
    await town.wang.sees("“大堂放一张长椅”", to=town.building3)
    assert await sent_to_one(town) == ["请稍等。"]


async def test_a_server_that_was_too_old_is_asked_again_after_a_week_and_after_a_restart(whispering: Estate) -> None:
    town = whispering
    await town.world.ephemerals(server="too_old")
    await town.secretary.promotes(town.world.bot(), in_=town.building3)
    await town.wang.says(f"/mine@{BOT}", to=town.building3)
    assert await sent_to_one(town) == []  # nothing to whisper, nothing to ask
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.wang.says(f"/cancel@{BOT}", to=town.building3)
    assert await sent_to_one(town) == ["请稍等。"]
    await town.world.advances(days=8)
    await town.world.ephemerals(server="knows")
    await town.bot_restarts()  # its menus are set anew
    await town.wang.says(f"/want@{BOT} {WORDS}", to=town.building3)
    assert (await town.wang.sees("这样写对吗", to=town.building3)).only_me
    await sees_nothing_of_it(town, town.chen, town.secretary)
    assert (await sent_to_one(town)).count("请稍等。") == 2


async def test_a_server_that_became_older_meanwhile_shows_one_message_and_no_more(whispering: Estate) -> None:
    town = whispering
    await town.secretary.promotes(town.world.bot(), in_=town.building3)
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    assert (await town.wang.sees("想要什么", to=town.building3)).only_me
    await town.world.ephemerals(server="too_old")
    await town.chen.says(f"/want@{BOT}", to=town.building3)
    await town.chen.says("门口的路灯坏了", to=town.building3)
    await town.chen.presses("发到群里", to=town.building3)
    await town.wang.sees("第1件 · 我想要", to=town.building3)
    assert [text[:4] for text in await sent_to_one(town)] == ["请稍等。", "想要什么", "想要什么"]


async def test_with_off_nothing_is_ever_said_so(town: Estate) -> None:
    await town.secretary.promotes(town.world.bot(), in_=town.building3)
    await town.wang.says(f"/want@{BOT} {WORDS}", to=town.building3)
    assert not (await town.chen.sees("这样写对吗", to=town.building3)).only_me
    await town.chen.sees("/want", to=town.building3)
    await town.wang.presses("发到群里", to=town.building3)
    assert await sent_to_one(town) == []
    menus = await town.world.calls("setMyCommands")
    assert menus
    assert not any(command.get("is_ephemeral") for call in menus for command in call["params"]["commands"])


async def test_where_it_is_on_the_filing_commands_are_unseen_in_groups_alone(whispering: Estate) -> None:
    menus = await whispering.world.calls("setMyCommands")
    unseen = {
        (call["params"]["scope"]["type"], command["command"])
        for call in menus
        for command in call["params"]["commands"]
        if command.get("is_ephemeral")
    }
    names = ("want", "willdo", "suggest", "cancel")
    scopes = ("all_group_chats", "all_chat_administrators")
    assert unseen == {(scope, name) for scope in scopes for name in names}


# ---- lost on the way --------------------------------------------------------------------------------------------


async def test_a_question_that_never_arrived_is_had_by_asking_again(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.world.ephemerals(lose=1)
    await town.wang.says(WORDS, to=town.building3)
    await town.wang.does_not_see("这样写对吗", to=town.building3)
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.wang.presses("接着写", to=town.building3)
    assert WORDS in (await town.wang.sees("这样写对吗", to=town.building3)).text
    await town.wang.presses("发到群里", to=town.building3)
    await town.chen.sees("第1件", to=town.building3)


async def test_a_question_that_never_arrived_comes_as_a_reminder_in_private(whispering: Estate) -> None:
    town = whispering
    await starts(town.wang, town.building3)
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.world.ephemerals(lose=1)
    await town.wang.says(WORDS, to=town.building3)
    await town.world.advances(minutes=61)
    reminder = await town.wang.sees("还没说完")
    assert "3号楼邻居群" in reminder.text
    assert WORDS not in reminder.text
    await town.wang.presses("接着写", on=reminder)
    assert WORDS in (await town.wang.sees("这样写对吗")).text
    await sees_nothing_of_it(town, town.chen, town.secretary)
    await town.wang.presses("发到群里")
    assert WORDS in (await town.chen.sees("第1件", to=town.building3)).text
    await town.wang.follows(town.world.bot().link(_payload(reminder.url("接着写"))))
    await town.wang.sees("那件已经办完")  # the old link leads nowhere any more


async def test_who_never_pressed_start_is_reminded_in_the_group_without_a_word_of_theirs(whispering: Estate) -> None:
    town = whispering
    await town.zhao.says(f"/want@{BOT} {WORDS}", to=town.building3)
    assert (await town.zhao.sees("这样写对吗", to=town.building3)).only_me
    await town.world.advances(minutes=61)
    reminder = await town.chen.sees("请到私聊里接着写", to=town.building3)
    assert "老赵" in reminder.text
    assert reminder.silent
    await sees_nothing_of_it(town, town.chen, town.secretary)
    await town.chen.presses("接着写", on=reminder)  # somebody else's: nothing of it is theirs
    await town.chen.does_not_see(WORDS)
    await town.zhao.presses("接着写", on=reminder)
    assert WORDS in (await town.zhao.sees("这样写对吗")).text
    await town.zhao.presses("只给居委会")
    await sees_nothing_of_it(town, town.chen)
    await town.secretary.sees(WORDS, to=town.staff)


async def test_a_lost_receipt_takes_nothing_with_it(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.wang.says(WORDS, to=town.building3)
    await town.world.ephemerals(expire=True, lose=5)
    await town.wang.says(f"/want@{BOT}", to=town.building3)  # the question whether to leave is lost as well
    await town.world.ephemerals(lose=0)
    await town.wang.says("接着写", to=town.building3, plainly=True, openly=True)  # not to the bot: nobody hears it
    await town.wang.says(f"/cancel@{BOT}", to=town.building3)
    assert (await town.wang.sees("好，取消了", to=town.building3)).only_me
    await town.wang.says(f"/want@{BOT} {WORDS}", to=town.building3)
    await town.world.ephemerals(lose=1)
    await town.wang.presses("发到群里", to=town.building3)
    await town.wang.sees("第1件 · 我想要", to=town.building3)


# ---- the time is over -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("started", [True, False])
async def test_after_the_fifteen_seconds_it_goes_on_in_private(whispering: Estate, started: bool) -> None:
    town = whispering
    if started:
        await starts(town.wang, town.building3)
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.running.stop()
    await town.wang.says(WORDS, to=town.building3, settle=False)
    await is_away_for(town, 20)
    await sees_nothing_of_it(town, town.chen, town.secretary)
    if started:
        await town.chen.does_not_see("王阿姨：", to=town.building3)
        link = await town.wang.sees("还没说完")
    else:
        link = await town.chen.sees("请到私聊里接着写", to=town.building3)
        assert link.text.startswith("王阿姨")
    await town.wang.presses("接着写", on=link)
    assert WORDS in (await town.wang.sees("这样写对吗")).text
    await town.wang.presses("发，不露姓名")
    card = await town.chen.sees("第1件", to=town.building3)
    assert "王阿姨" not in card.text


async def test_within_the_fifteen_seconds_a_short_absence_does_no_harm(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.running.stop()
    await town.wang.says(WORDS, to=town.building3, settle=False)
    await is_away_for(town, 10)
    assert (await town.wang.sees("这样写对吗", to=town.building3)).only_me
    await sees_nothing_of_it(town, town.chen)


async def test_an_answer_to_a_press_comes_as_an_alert_when_nothing_else_is_left(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT} {WORDS}", to=town.building3)
    preview = await town.wang.sees("这样写对吗", to=town.building3)
    await town.running.stop()
    query = (await town.wang.act("press", chat=town.building3.id, message=preview.id, label="取消"))["query"]
    await town.world.ephemerals(expire=True)  # what could have been edited is gone
    await is_away_for(town, 20)
    (answer,) = [
        call["params"]
        for call in await town.world.calls("answerCallbackQuery")
        if call["params"]["callback_query_id"] == query
    ]
    assert answer["text"] == "好，取消了，没有发出去。"
    assert answer["show_alert"] == "true"
    await sees_nothing_of_it(town, town.chen, town.secretary)
    await town.chen.does_not_see("取消了", to=town.building3)
    await town.wang.says(f"/cancel@{BOT}", to=town.building3)
    await town.wang.does_not_see("接着写", to=town.building3)


async def test_a_press_that_is_answered_alone_does_not_go_on_spinning(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT} {WORDS}", to=town.building3)
    pressed = await town.wang.presses("取消", to=town.building3)
    assert (pressed.answered, pressed.text) == (True, "")
    assert (await town.wang.sees("好，取消了", to=town.building3)).only_me


# ---- elsewhere --------------------------------------------------------------------------------------------------


async def test_photos_are_asked_for_in_private_and_what_was_written_goes_along(whispering: Estate) -> None:
    town = whispering
    await town.wang.says(f"/want@{BOT} {WORDS}", to=town.building3)
    await town.wang.presses("改", to=town.building3)
    await town.wang.presses("加照片", to=town.building3)
    asked = await town.wang.sees("照片请在私聊里发给我", to=town.building3)
    assert asked.only_me
    await town.wang.presses("接着写", on=asked)
    await town.wang.sees("请发照片")
    await town.wang.photographs()
    preview = await town.wang.sees("这样写对吗")
    assert WORDS in preview.text
    await sees_nothing_of_it(town, town.chen, town.secretary)
    await town.wang.presses("发到群里")
    await town.wang.presses("没有")
    card = await town.chen.sees("第1件", to=town.building3)
    assert card.photo is not None


async def test_what_is_better_told_to_the_committee_alone_takes_its_words_along(whispering: Estate) -> None:
    town = whispering
    words = "302老张家打孩子，请帮帮他"
    await town.wang.says(f"/want@{BOT} {words}", to=town.building3)
    await town.wang.presses("去私聊", to=town.building3)
    assert words in (await town.wang.sees("这样写对吗")).text
    await sees_nothing_of_it(town, town.chen, words="老张")


async def test_a_group_that_becomes_a_supergroup_repeats_nothing_that_one_person_saw(open_estate: Open) -> None:
    async with open_estate(extra=AUTO) as town:
        group = await town.world.group(
            "7号楼邻居群", creator=town.secretary, members=[town.wang, town.chen], basic=True
        )
        await town.secretary.says(f"/bind@{BOT} 7号楼", to=group)
        await town.wang.says(f"/want@{BOT} {WORDS}", to=group)
        assert (await town.wang.sees("这样写对吗", to=group)).only_me
        there = await town.secretary.upgrades(group)
        await town.world.advances(minutes=2)
        for neighbour in (town.chen, town.secretary):
            await neighbour.does_not_see(WORDS, to=there)
            await neighbour.does_not_see("这样写对吗", to=there)
        link = await town.chen.sees("请到私聊里接着写", to=there)
        await town.wang.presses("接着写", on=link)
        assert WORDS in (await town.wang.sees("这样写对吗")).text


async def test_in_english_it_goes_on_in_private_as_well(open_estate: Open) -> None:
    async with open_estate(language="en", extra=AUTO) as town:
        await town.emma.says(f"/want@{BOT}", to=town.building5)
        await town.running.stop()
        await town.emma.says("The lamp on floor 3 is out", to=town.building5, settle=False)
        await is_away_for(town, 20)
        await town.chen.does_not_see("lamp", to=town.building5)
        link = await town.chen.sees("please go on with me in private", to=town.building5)
        await town.emma.presses("Go on", on=link)
        assert "lamp" in (await town.emma.sees("Is this right")).text


def _payload(url: str) -> str:
    return url.partition("?start=")[2]
