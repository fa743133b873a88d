"""Offers are matched to open wants: both are asked in private before either sees the other, and nobody is pestered."""

from __future__ import annotations

from datetime import timedelta

from simulator.client import Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import answers, files, starts

KNOWN_AT_ONCE: dict[str, object] = {"claims": {"known_after_days": 0}}
WANT, OFFER = "想请人修一下我的旧电脑", "我会修电脑，随时可以找我"


async def _offers(town: Estate, person: Person, words: str = OFFER, *, group: object = None) -> None:
    await person.presses("我愿做", to=group or town.building3)  # type: ignore[arg-type]
    await person.says(words)
    await person.presses("发到群里")
    await town.world.advances(minutes=3)  # a slip of the thumb could be mended until now


async def _wants(town: Estate, person: Person, words: str) -> None:
    await files(town, person, words)
    await town.world.advances(minutes=3)


async def _days(town: Estate, days: float) -> None:
    for _ in range(int(days * 2)):
        await town.world.advances(hours=12)


def _count(messages: list[Message], what: str) -> int:
    return sum(what in each.text for each in messages)


ASKED = "您说过能帮忙"


async def test_an_offer_meets_a_want_of_the_building_and_both_say_yes_first(open_estate: Open) -> None:
    async with open_estate(extra=KNOWN_AT_ONCE) as town:
        await _wants(town, town.wang, WANT)
        await _offers(town, town.chen)
        asked = await town.chen.sees(ASKED)
        assert "您楼里有位邻居想要" in asked.text
        assert WANT in asked.text
        assert "王阿姨" not in asked.text
        assert asked.labels[:2] == ["愿意，我来", "这回不了"]
        await town.wang.does_not_see("愿意帮您办")
        await town.chen.presses("愿意，我来", on=asked)
        await town.chen.presses("我自己")
        await town.chen.says("3月10日")
        await town.wang.does_not_see("愿意帮您办")
        await town.chen.presses("对")
        question = await town.wang.sees("一位邻居愿意帮您办第1件，3月10日（周二）前办好")
        assert "小陈" not in question.text
        await town.wang.presses("好，请他来办", on=question)
        assert "提的人是王阿姨" in (await town.chen.sees("提第1件的人说好")).text
        assert "这一问已经过去了" in await forges(town, town.chen, "match-no:1:2")


async def test_a_want_finds_an_offer_that_was_there_before(open_estate: Open) -> None:
    async with open_estate(extra=KNOWN_AT_ONCE) as town:
        await _offers(town, town.chen)
        await _wants(town, town.wang, WANT)
        await town.chen.sees(ASKED)


async def test_no_is_silent_and_that_pair_is_never_asked_about_again(town: Estate) -> None:
    await _wants(town, town.wang, WANT)
    await _offers(town, town.chen)
    await town.chen.presses("这回不了", on=await town.chen.sees(ASKED))
    assert "没关系。我没有告诉别人" in (await town.chen.sees("没关系")).text
    await town.wang.does_not_see("邻居")
    await _days(town, 10)
    assert _count(await town.chen.reads(), ASKED) == 0, "the question was replaced by the answer, and never came again"
    assert "这一问已经过去了" in await forges(town, town.chen, "match-no:1:2")
    assert "这一问已经过去了" in await forges(town, town.chen, "claim:1:2")


async def test_the_building_comes_before_the_estate(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await _offers(town, town.chen, group=town.building5)
    await _offers(town, town.liu)
    await town.world.settle()
    await _wants(town, town.wang, WANT)
    assert "您楼里有位邻居想要" in (await town.liu.sees(ASKED)).text
    await town.chen.does_not_see(ASKED)
    await town.liu.presses("这回不了", on=await town.liu.sees(ASKED))
    await _days(town, 2)
    assert "小区里有位邻居想要" in (await town.chen.sees(ASKED)).text


async def test_one_question_at_a_time_and_one_a_day(town: Estate) -> None:
    await _offers(town, town.chen)
    await _wants(town, town.wang, WANT)
    await _wants(town, town.liu, "谁能帮我看看电脑，开不了机")
    await town.world.settle()
    assert _count(await town.chen.reads(), ASKED) == 1
    await town.chen.presses("这回不了", on=await town.chen.sees(ASKED))
    assert _count(await town.chen.reads(), ASKED) == 0
    await _days(town, 2.5)
    assert "开不了机" in (await town.chen.sees(ASKED)).text


async def test_an_unanswered_question_lapses_and_another_neighbour_is_asked(town: Estate) -> None:
    await _offers(town, town.chen)
    await _wants(town, town.wang, WANT)
    await _offers(town, town.liu, "电脑坏了找我修")
    await town.world.settle()
    await town.chen.sees(ASKED)
    await town.liu.does_not_see(ASKED)
    await _days(town, 10)
    await town.liu.sees(ASKED)
    assert "这一问已经过去了" in await forges(town, town.chen, "match-no:2:1")


async def test_a_want_that_is_answered_or_withdrawn_meanwhile_asks_nobody(town: Estate) -> None:
    await _wants(town, town.wang, WANT)
    await answers(town, town.secretary, "只答复", words="社区有免费维修日")
    await _offers(town, town.chen)
    await _days(town, 2)
    await town.chen.does_not_see(ASKED)
    await _wants(town, town.liu, "谁能帮我看看电脑，开不了机")
    asked = await town.chen.sees(ASKED)
    await town.liu.says("第3件")
    await town.liu.presses("撤回")
    await town.liu.presses("跳过")
    await town.liu.presses("对")
    pressed = await town.chen.presses("愿意，我来", on=asked)
    assert "第3件已经了结了" in pressed.text


async def test_who_wants_no_news_is_not_asked_nor_who_never_pressed_start(town: Estate) -> None:
    await town.zhao.presses("我愿做", to=town.building3)
    await town.zhao.says(OFFER)
    await town.zhao.presses("发到群里")
    await town.zhao.blocks()
    await _offers(town, town.chen)
    await town.chen.says("/notices")
    await town.chen.presses("先别说")
    await _wants(town, town.wang, WANT)
    await _days(town, 3)
    await town.chen.does_not_see(ASKED)


async def test_what_has_nothing_in_common_is_not_matched(town: Estate) -> None:
    await _wants(town, town.wang, "三楼走廊的灯坏了")
    await _wants(town, town.liu, "想要一个放雨伞的架子")
    await _offers(town, town.chen)
    await _days(town, 3)
    await town.chen.does_not_see(ASKED)


async def test_it_is_asked_by_day_and_once_whatever_restarts(town: Estate) -> None:
    await town.world.advances(hours=13)  # 22:00
    await _wants(town, town.wang, WANT)
    await _offers(town, town.chen)
    town.running.patience = timedelta(seconds=30)
    await town.world.advances(minutes=5)
    await town.chen.does_not_see(ASKED)
    await town.bot_restarts()
    await _days(town, 1)
    await town.bot_restarts()
    assert _count(await town.chen.reads(), ASKED) == 1


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.chen.presses("I want", to=town.building5)
    await town.chen.says("Somebody to repair my old computer")
    await town.chen.presses("发到群里")
    menu = await town.emma.sees("Something broken", to=town.building5)
    await town.emma.presses("I can help", to=town.building5, on=menu)
    await town.emma.says("I can repair a computer")
    await town.emma.presses("Post")
    await town.world.advances(minutes=3)
    asked = await town.emma.sees("A neighbour in your building wants:")
    assert asked.labels[:2] == ["Yes, I’ll do it", "Not this time"]
    await town.emma.presses("Not this time", on=asked)
    await town.emma.sees("That’s all right. I told nobody.")
