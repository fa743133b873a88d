"""失物招领和闲置 as time goes by: asked about, prolonged, over, forgotten; a bot that was down."""

from __future__ import annotations

from pathlib import Path

from tests.scenarios.estate import QUIET, Estate, estate
from tests.scenarios.forging import forges
from tests.scenarios.handed_on import CHAIR, GLOVE, KEYS, answers, card, opens, posts, ready, until


async def test_it_is_asked_about_two_days_before_prolonged_and_then_comes_to_its_end(town: Estate) -> None:
    await ready(town)
    wang = town.wang
    await posts(wang, "giveaway", CHAIR)
    await answers(town.chen, town.building3, CHAIR, "我想要")
    await until(town, day=14, hour=9, minute=50)
    await wang.does_not_see("送出去了吗")
    await until(town, day=14, hour=10)
    asked = await wang.sees("挂到3月16日（周一）10:00。送出去了吗")
    assert asked.labels == ["还没有，再挂14天", "已经送出去了"]
    await wang.presses("还没有，再挂14天", on=asked)
    assert "再挂到3月28日（周六）10:00" in (await wang.last()).text
    await until(town, day=16, hour=11)
    assert (await card(town.chen, town.building3, CHAIR)).labels == ["我想要"]
    await until(town, day=26, hour=10)
    await wang.sees("挂到3月28日（周六）10:00。送出去了吗")
    await until(town, day=28, hour=10)
    await wang.sees("没有送出去。想再试试，可以重新发一次")
    await town.chen.sees("挂的日子到了，不再等了，就不麻烦您了")
    over = await card(town.chen, town.building3, CHAIR)
    assert over.text.endswith("挂的日子到了，不再等了")
    assert over.labels == []
    assert "已经了结了" in await forges(town, wang, "thing-do:1:prolong")
    assert len([each for each in await wang.reads() if "送出去了吗" in each.text]) == 2


async def test_it_is_prolonged_so_often_and_no_more(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "lost", GLOVE)
    for _ in range(3):
        await forges(town, town.wang, "thing-do:1:prolong")
        assert "再挂到" in (await town.wang.last()).text
    assert "已经延过3回" in await forges(town, town.wang, "thing-do:1:prolong")


async def test_what_was_slept_through_is_met_once_and_what_is_found_may_be_handed_in(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "found", KEYS)
    await answers(town.chen, town.building3, KEYS, "是我的", "红色的")
    await town.running.stop()
    await town.world.advances(days=31, settle=False)
    await town.running.start()
    await town.world.settle()
    told = await town.wang.sees("没等到失主")
    assert "可以交到居委会办公室" in told.text
    assert len([each for each in await town.wang.reads() if f"“{KEYS}”挂" in each.text]) == 1, "not asked about as well"
    await town.chen.sees("就不麻烦您了")
    await town.bot_restarts()
    assert len([each for each in await town.chen.reads() if "就不麻烦您了" in each.text]) == 1


async def test_at_night_nobody_is_told_and_what_is_over_by_the_morning_is_not_told_at_all(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "giveaway", CHAIR)
    await until(town, day=2, hour=23)
    await answers(town.chen, town.building3, CHAIR, "我想要")
    await answers(town.liu, town.building3, CHAIR, "我想要")
    await town.chen.presses("算了，不用了", on=await opens(town.chen))
    await town.wang.does_not_see("想要。")
    await until(town, day=3, hour=8)
    await town.wang.sees("刘敏想要")
    await town.wang.does_not_see("小陈想要")


async def test_sixty_days_after_its_end_nothing_is_left_but_its_number(town: Estate) -> None:
    await ready(town)
    await town.wang.says("/found")
    await town.wang.photographs(caption=KEYS)
    await town.wang.says("3号楼门口")
    await town.wang.presses("照片里没有，不写名字发")
    shown = await card(town.chen, town.building3, KEYS)
    assert shown.photo
    assert "王阿姨" not in shown.text
    await answers(town.chen, town.building3, KEYS, "是我的", "红色小熊")
    await town.wang.presses("收回不挂了", on=await opens(town.wang))
    await town.wang.presses("是的，收回")
    assert (await card(town.chen, town.building3, KEYS)).text.endswith("已经收回")
    await town.world.advances(days=61)
    await town.world.settle()
    there = [each.text for each in await town.chen.reads(to=town.building3)]
    assert not any(KEYS in text or "3号楼门口" in text for text in there)
    assert any("第1样东西：早就了结了，内容已经删掉" in text for text in there)


async def test_whoever_is_forgotten_takes_their_things_and_their_place_along(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "giveaway", CHAIR, where="3号楼，晚上都在")
    await posts(town.liu, "found", KEYS)
    await answers(town.chen, town.building3, CHAIR, "我想要")
    await answers(town.liu, town.building3, CHAIR, "我想要")
    await answers(town.chen, town.building3, KEYS, "是我的", "红色的")
    await town.liu.says("/mydata")
    page = await town.liu.sees("和您有关的都在这里")
    assert "您发的失物招领和闲置：1样" in page.text
    assert "您应过的东西：1样" in page.text
    await town.chen.says("/forgetme")
    await town.chen.presses("把我忘了")
    await town.chen.presses("是的，忘了我")
    await town.wang.sees("刘敏想要")
    await town.wang.does_not_see("小陈不用")
    await town.wang.says("/forgetme")
    await town.wang.presses("把我忘了")
    await town.wang.presses("是的，忘了我")
    await town.liu.sees("第1样东西已经收回，就不麻烦您了")
    there = [each.text for each in await town.liu.reads(to=town.building3)]
    assert not any(CHAIR in text or "王阿姨" in text for text in there)
    assert "还没有人来问" in (await opens(town.liu, 2)).text


async def test_a_group_that_the_bot_was_out_of_sees_it_as_it_stands_when_it_is_back(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "lost", GLOVE, 发到哪些群="全小区")
    await town.secretary.removes_bot(town.building5)
    await town.wang.presses("已经找回来了", on=await opens(town.wang))
    await town.wang.presses("是的，了结了")
    assert (await card(town.emma, town.building5, GLOVE)).labels == ["我捡到或看见了"]
    await town.secretary.adds_bot(town.building5)
    await town.world.advances(minutes=1)
    shown = await card(town.emma, town.building5, GLOVE)
    assert shown.text.endswith("✅ 找回来了")
    assert shown.labels == []


async def test_a_group_gets_two_cards_a_day_and_one_board_for_the_rest(sqlite_url: str, tmp_path: Path) -> None:
    async with estate(sqlite_url, tmp_path, extra=QUIET) as town:
        await ready(town)
        for n in range(3):
            await posts(town.wang, "found", f"第{n}把伞")
        await posts(town.chen, "giveaway", CHAIR)
        await town.world.advances(minutes=2)
        board = await card(town.liu, town.building3, "失物招领和闲置")
        assert board.text == (
            f"📌 3月2日（周一）的失物招领和闲置\n🔎 第3样 · 捡到 · 第2把伞\n🎁 第4样 · 送人 · {CHAIR}"
        )
        assert board.labels == ["看第3样", "看第4样"]
        with_cards = [each for each in await town.liu.reads(to=town.building3) if each.labels == ["是我的"]]
        assert len(with_cards) == 2
        await town.liu.presses("看第4样", to=town.building3, on=board)
        await town.liu.presses("我想要", on=await town.liu.last())
        await town.chen.sees("刘敏想要")
        await town.chen.presses("已经送出去了", on=await opens(town.chen, 4))
        await town.chen.presses("是的，了结了")
        await town.world.advances(minutes=2)
        board = await card(town.liu, town.building3, "失物招领和闲置")
        assert f"第4样 · {CHAIR} · ✅ 已经送出去了" in board.text
        assert board.labels == ["看第3样"]
