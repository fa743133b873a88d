"""A group that does not let the bot write: what is to be said there waits, and nobody is bothered meanwhile."""

from __future__ import annotations

from bot.check import Verdict, findings
from simulator.client import Message
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers, files, starts


async def cards(town: Estate) -> list[Message]:
    return [message for message in await town.chen.reads(to=town.building3) if "第1件 · 我想要" in message.text]


async def refused(town: Estate) -> int:
    """Calls that Telegram refused for want of the right."""
    return sum("not enough rights to send" in call.get("description", "") for call in await town.world.calls())


async def test_the_card_shows_the_newest_state_once_the_bot_may_write_again(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.secretary.restricts(town.world.bot(), in_=town.building3)
    await town.chen.says("/wish 1")
    await town.chen.presses("我家也是")
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.world.advances(hours=30)
    assert "答应" not in (await cards(town))[0].text
    assert await refused(town) == 0, "it was told that it may not, so it does not try"
    await town.secretary.restricts(town.world.bot(), in_=town.building3, may_write=True)
    (card,) = await cards(town)
    for words in ("1家也是", "答应3月20日"):
        assert words in card.text


async def test_what_was_not_known_is_found_out_by_one_try_an_hour(town: Estate) -> None:
    """The word of the change lay at Telegram for longer than it keeps it."""
    await starts(town.wang, town.building3)
    await town.running.stop()
    await town.secretary.restricts(town.world.bot(), in_=town.building3, settle=False)
    await town.world.advances(hours=25, settle=False)
    await town.running.start()
    await town.world.settle()
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.presses("发到群里")
    await town.wang.says("楼道里有积水")
    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第2件")
    assert await refused(town) == 1
    for _ in range(3):
        await town.world.advances(minutes=61)
    assert await refused(town) == 4
    await town.running.stop()
    await town.secretary.restricts(town.world.bot(), in_=town.building3, may_write=True, settle=False)
    await town.world.advances(hours=25, settle=False)
    await town.running.start()
    await town.world.settle()
    assert len(await cards(town)) == 1
    assert len([m for m in await town.chen.reads(to=town.building3) if "第2件 · 我想要" in m.text]) == 1
    assert await refused(town) == 4


async def test_a_group_that_lets_it_write_again_unheard_is_taken_up_with_the_first_word_there(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.secretary.restricts(town.world.bot(), in_=town.building3)
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.running.stop()
    await town.secretary.restricts(town.world.bot(), in_=town.building3, may_write=True, settle=False)
    await town.world.advances(hours=25, settle=False)
    await town.running.start()
    await town.world.settle()
    await town.chen.says(f"/find@{BOT} 长椅", to=town.building3)
    await town.chen.sees("没找到带“长椅”", to=town.building3)
    assert "答应3月20日" in (await cards(town))[0].text
    await town.wang.says("楼道里有积水")
    await town.wang.presses("发到群里")
    await town.chen.sees("第2件 · 我想要", to=town.building3)


async def test_words_wait_a_week_and_cards_for_as_long_as_it_takes(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.running.stop()
    for words in ("长椅", "秋千"):
        await town.chen.says(f"/find@{BOT} {words}", to=town.building3, settle=False)
    await town.secretary.restricts(town.world.bot(), in_=town.building3, settle=False)
    await town.running.start()
    await town.world.settle()
    await town.world.advances(days=6)
    assert await refused(town) == 2
    await town.world.advances(days=2)
    await answers(town, town.foreman, "答应", day="3月20日")
    asked = await refused(town)
    assert asked == 3
    await town.world.advances(days=1)
    assert await refused(town) == asked, "nothing is left to try with"
    await town.secretary.restricts(town.world.bot(), in_=town.building3, may_write=True)
    await town.chen.does_not_see("秋千”", to=town.building3)
    (card,) = await cards(town)
    assert "答应3月20日" in card.text


async def test_a_staff_chat_that_was_muted_gets_what_was_filed_meanwhile(town: Estate) -> None:
    await town.secretary.restricts(town.world.bot(), in_=town.staff)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.does_not_see("三楼走廊的灯坏了", to=town.staff)
    await town.secretary.restricts(town.world.bot(), in_=town.staff, may_write=True)
    await town.foreman.sees("三楼走廊的灯坏了", to=town.staff)
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.wang.sees("第1件有回音")


async def test_thrown_out_and_back_the_card_is_true_again(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.secretary.removes_bot(town.building3)
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.secretary.adds_bot(town.building3)
    (card,) = await cards(town)
    assert "答应3月20日" in card.text


async def test_those_who_run_it_are_told_by_the_check(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.secretary.restricts(town.world.bot(), in_=town.building3)
    await town.chen.says(f"/find@{BOT} 长椅", to=town.building3)
    found = {finding.what: finding for finding in await findings(town.running.settings)}
    mute = found[f"chat {town.building3.id}"]
    assert mute.verdict is Verdict.WRONG
    assert "may not write there" in mute.words
    assert "1 message(s) wait" in mute.words
    assert found[f"chat {town.building5.id}"].verdict is Verdict.LOOK  # it may not pin there
    await town.secretary.restricts(town.world.bot(), in_=town.building3, may_write=True)
    found = {finding.what: finding for finding in await findings(town.running.settings)}
    assert found[f"chat {town.building3.id}"].verdict is Verdict.LOOK
    await town.chen.sees("没找到带“长椅”", to=town.building3)
