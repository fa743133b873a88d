"""A promised day is moved once, before it passes, for a reason all can read; a new promise begins anew."""

from __future__ import annotations

from datetime import timedelta

from tests.scenarios.estate import Estate
from tests.scenarios.moved_days import more, moves
from tests.scenarios.scenes import answers, files, starts


async def test_a_day_is_moved_once_before_it_passes_with_a_reason_all_can_read(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await starts(town.chen, town.building3)
    await town.chen.presses("我家也是", to=town.building3)
    assert "改期" not in (await more(town.foreman, town, "灯坏了")).labels
    await answers(town, town.foreman, "答应", day="3月6日", about="灯坏了")
    await town.world.advances(minutes=3)
    await town.world.advances(days=1)
    await moves(town.foreman, town, about="灯坏了", day="3月12日", why="配件还没到")
    await town.bot_restarts()
    await town.world.advances(minutes=3)
    card = await town.chen.sees("灯坏了", to=town.building3)
    assert "答应3月12日" in card.text
    assert "配件还没到" in card.text
    assert "改期了：原来说3月6日" in card.text
    await town.world.advances(hours=12)
    for who in (town.wang, town.chen):
        assert "改期了" in (await who.sees("配件还没到")).text

    again = await town.foreman.presses("改期", to=town.staff, on=await more(town.foreman, town, "灯坏了"))
    assert "改过一次" in (again.alert or (await town.foreman.last(to=town.staff)).text)
    await answers(town, town.foreman, "答应", day="3月20日", words="还是没到", about="灯坏了")
    refused = await town.foreman.presses("对", to=town.staff)
    assert "改过一次" in (refused.alert or (await town.foreman.last(to=town.staff)).text)
    await town.foreman.presses("取消", to=town.staff)
    assert "3月12日" in (await town.chen.sees("灯坏了", to=town.building3)).text


async def test_a_day_that_passed_is_not_moved_and_a_move_can_be_taken_back(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await answers(town, town.foreman, "答应", day="3月4日", about="灯坏了")
    await town.world.advances(minutes=3)
    town.running.patience = timedelta(seconds=30)
    await moves(town.foreman, town, about="灯坏了", day="3月9日", why="下雨")
    await town.foreman.presses("撤回", to=town.staff)
    await town.world.advances(minutes=5)
    assert "3月4日" in (await town.chen.sees("灯坏了", to=town.building3)).text
    await town.world.advances(days=3)
    late = await town.foreman.presses("改期", to=town.staff, on=await more(town.foreman, town, "灯坏了"))
    assert "已经过了" in (late.alert or (await town.foreman.last(to=town.staff)).text)


async def test_what_was_sent_back_is_promised_anew_and_that_day_may_be_moved_once(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await answers(town, town.foreman, "答应", day="3月6日", about="灯坏了")
    await town.world.advances(minutes=3)
    await moves(town.foreman, town, about="灯坏了", day="3月12日", why="配件还没到")
    await town.world.advances(minutes=3)
    await answers(town, town.foreman, "办好了", words="换了灯管", photo=True, about="灯坏了")
    await town.world.advances(minutes=3)
    await town.wang.presses("还没好", on=await town.wang.sees("您看呢"))
    await town.world.advances(minutes=30)
    await town.secretary.sees("退回来了", to=town.staff)
    await answers(town, town.foreman, "答应", day="3月9日", about="灯坏了")
    await town.world.advances(minutes=3)
    await moves(town.foreman, town, about="灯坏了", day="3月16日", why="还要换线路")
    await town.world.advances(minutes=3)
    card = await town.chen.sees("灯坏了", to=town.building3)
    assert "答应3月16日" in card.text
    assert "改期了：原来说3月9日" in card.text
    again = await town.foreman.presses("改期", to=town.staff, on=await more(town.foreman, town, "灯坏了"))
    assert "改过一次" in (again.alert or (await town.foreman.last(to=town.staff)).text)
