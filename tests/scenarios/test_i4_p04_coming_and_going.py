"""In the middle of a dialog and of a queue: the bot is stopped, thrown out, added again; people leave."""

from __future__ import annotations

from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers, files, starts


async def test_who_stops_the_bot_in_the_middle_goes_on_where_they_were(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("三楼走廊的灯坏了")
    await town.wang.blocks()
    await town.world.advances(minutes=61)  # the reminder finds nobody
    await town.wang.unblocks()
    await town.wang.says("四楼走廊的灯坏了")
    assert "四楼" in (await town.wang.sees("这样写对吗")).text
    await town.wang.presses("发到群里")
    assert "四楼" in (await town.chen.sees("第1件", to=town.building3)).text
    await town.wang.sees("记好了，第1件")


async def test_an_answer_on_its_way_to_who_stopped_the_bot_holds_up_nobody(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await town.world.fails("sendMessage", kind="500", times=1, chat=town.wang)
    await town.wang.says("/find 长椅", settle=False)
    await town.is_heard()
    await town.wang.blocks()
    await town.emma.says(f"/find@{BOT} bench", to=town.building5)
    await town.emma.sees("bench", to=town.building5)
    await town.wang.unblocks()
    await town.wang.does_not_see("没找到带“长椅”")
    await town.wang.says("/find 秋千")
    await town.wang.sees("没找到带“秋千”")


async def test_thrown_out_in_the_middle_and_added_again_it_goes_on(town: Estate) -> None:
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    asked = await town.wang.sees("想要什么", to=town.building3)
    await town.secretary.removes_bot(town.building3)
    await town.wang.says("三楼走廊的灯坏了", to=town.building3, reply_to=asked)  # nobody hears it
    await town.secretary.adds_bot(town.building3)
    await town.secretary.sees("我回来了", to=town.building3)
    await town.wang.says("四楼走廊的灯坏了", to=town.building3, reply_to=asked)
    await town.wang.presses("发到群里", to=town.building3)
    cards = [m for m in await town.chen.reads(to=town.building3) if m.text.startswith("第")]
    assert len(cards) == 1
    assert "四楼" in cards[0].text


async def test_who_leaves_the_group_keeps_the_word_given_to_them(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.wang.says("五楼走廊的灯坏了")  # a second one in the middle
    await town.wang.leaves(town.building3)
    await town.wang.presses("发到群里")
    await town.chen.sees("五楼走廊的灯坏了", to=town.building3)
    await answers(town, town.foreman, "答应", day="3月20日", about="三楼走廊的灯坏了")
    await town.wang.sees("第1件有回音")
    await town.chen.sees("答应3月20日", to=town.building3)


async def test_who_leaves_in_the_middle_of_a_dialog_in_the_group_leaves_nothing_behind(town: Estate) -> None:
    await town.wang.says(f"/want@{BOT}", to=town.building3)
    await town.wang.leaves(town.building3)
    await town.chen.presses("我想要", to=town.building3)
    await town.chen.says("四楼走廊的灯坏了")
    await town.chen.presses("发到群里")
    await town.chen.sees("第1件", to=town.building3)
    await town.world.advances(hours=26)
    await town.wang.joins(town.building3)
    await town.wang.says(f"/want@{BOT} 三楼走廊的灯坏了", to=town.building3)
    await town.wang.presses("发到群里", to=town.building3)
    await town.chen.sees("三楼走廊的灯坏了", to=town.building3)


async def test_where_it_may_not_write_it_says_so_in_private_and_comes_back(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    bot = town.world.bot()
    await town.secretary.restricts(bot, in_=town.building3)
    await answers(town, town.foreman, "答应", day="3月20日")
    await town.wang.sees("第1件有回音")  # the others hear of it all the same
    await town.wang.says("楼道里有积水")
    await town.wang.sees("在那里不能说话")
    await town.secretary.restricts(bot, in_=town.building3, may_write=True)
    await town.secretary.sees("我回来了", to=town.building3)
    await town.wang.says("楼道里有积水")
    await town.wang.presses("发到群里")
    await town.chen.sees("楼道里有积水", to=town.building3)
