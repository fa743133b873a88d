"""A desk for forty a day: the queue, the list of the morning, ready answers, several at once, photos, passing on."""

from __future__ import annotations

from datetime import timedelta

from simulator.client import Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, WITHOUT_PACE, Estate
from tests.scenarios.scenes import answers, files

READY = ["师傅{哪天}上门，请家里留个人。", "看过了，一切正常。"]


async def _writes(person: Person, town: Estate, words: str) -> Message:
    """In reply to what the bot asked last in the staff chat."""
    return await person.says(words, to=town.staff, reply_to=await person.last(to=town.staff))


# ---- the queue ------------------------------------------------------------------------------------------------------


async def test_the_queue_shows_the_most_urgent_first_and_each_entry_opens_its_card(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await files(town, town.chen, "楼下垃圾没人扫")
    await files(town, town.liu, "家里老人要人陪着看病", how="只给居委会")
    await answers(town, town.foreman, "答应", day="3月4日", about="垃圾没人扫")
    await town.world.advances(minutes=3)

    await town.secretary.says(f"/queue@{BOT}", to=town.staff)
    shown = await town.secretary.last(to=town.staff)
    assert "阳光小区 · 要办的 · 3件" in shown.text
    rows = [row for row in shown.text.splitlines() if "第" in row and "件 “" in row]
    assert ["第2件" in rows[0], "第1件" in rows[1], rows[2].startswith("🔒 第3件")] == [True, True, True]
    assert "答应了" in rows[0] or "3月4日" in rows[0]
    assert {"第1件", "第2件", "第3件", "几件一起答复"} <= set(shown.labels)

    await town.secretary.presses("第1件", to=town.staff, on=shown)
    card = await town.secretary.last(to=town.staff)
    assert "三楼走廊的灯坏了" in card.text
    assert card.labels == ["我来办", "答复", "转给物业", "更多"]


async def test_headings_categories_and_what_is_in_my_hands(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await files(town, town.chen, "楼下垃圾没人扫")
    await town.foreman.presses("我来办", to=town.staff, on=await town.foreman.sees("灯坏了", to=town.staff))
    await town.foreman.says(f"/queue@{BOT}", to=town.staff)
    shown = await town.foreman.sees("要办的", to=town.staff)
    assert "张师傅" in shown.text
    await town.foreman.presses("我手上的 1", to=town.staff, on=shown)
    mine = await town.foreman.sees("我手上的 · 1件", to=town.staff)
    assert mine.id == shown.id
    assert "灯坏了" in mine.text
    assert "垃圾" not in mine.text
    await town.foreman.presses("没人接的 1", to=town.staff, on=mine)
    assert "垃圾没人扫" in (await town.foreman.sees("没人接的 · 1件", to=town.staff)).text
    await town.foreman.presses("要办的 2", to=town.staff, on=mine)
    whole = await town.foreman.sees("要办的 · 2件", to=town.staff)
    category = next(label for label in whole.labels if "保洁" in label)
    await town.foreman.presses(category, to=town.staff, on=whole)
    cleaning = await town.foreman.sees("要办的 · 🧹 保洁 · 1件", to=town.staff)
    assert "垃圾没人扫" in cleaning.text
    await town.foreman.presses("全部分类", to=town.staff, on=cleaning)
    await town.foreman.sees("要办的 · 2件", to=town.staff)


async def test_nothing_waits_and_who_may_not_look(small_town: Estate) -> None:
    town = small_town
    await town.secretary.says(f"/queue@{BOT}", to=town.staff)
    empty = await town.secretary.last(to=town.staff)
    assert "没有要办的" in empty.text
    assert empty.labels == []
    await town.secretary.says(f"/queue@{BOT}", to=town.building3)
    assert "跟我单独说" in (await town.secretary.last(to=town.building3)).text
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.wang.says("/queue")
    assert "要居委会" in (await town.wang.last()).text
    await town.secretary.starts()
    await town.secretary.says("/queue")
    assert "灯坏了" in (await town.secretary.last()).text


async def test_pages_of_a_long_queue(small_town: Estate) -> None:
    town = small_town
    for at in range(10):
        await files(town, town.wang, f"第{at}盏灯坏了")
    await town.secretary.says(f"/queue@{BOT}", to=town.staff)
    first = await town.secretary.last(to=town.staff)
    assert "第1页，共2页" in first.text
    await town.secretary.presses("下一页 ▶", to=town.staff, on=first)
    second = await town.secretary.sees("第2页，共2页", to=town.staff)
    assert second.id == first.id
    assert "第9盏灯" in second.text


# ---- the list of the morning ----------------------------------------------------------------------------------------


async def test_one_list_in_the_morning_whatever_restarts_and_none_where_nothing_waits(town: Estate) -> None:
    await town.world.advances(days=1)  # Tuesday, 09:00: nothing was filed
    assert not [message for message in await town.secretary.reads(to=town.staff) if "☀️" in message.text]

    await files(town, town.wang, "三楼走廊的灯坏了")
    await files(town, town.chen, "楼下垃圾没人扫")
    await answers(town, town.foreman, "答应", day="3月4日", about="灯坏了")
    await town.world.advances(hours=14)
    await town.bot_restarts()
    await town.world.advances(hours=9, minutes=20)  # Wednesday, 08:20
    assert not [message for message in await town.secretary.reads(to=town.staff) if "☀️" in message.text]
    await town.running.stop()
    await town.world.advances(minutes=15, settle=False)
    await town.running.start()
    await town.world.settle()
    await town.bot_restarts()
    await town.world.advances(minutes=30)
    (said,) = [message for message in await town.secretary.reads(to=town.staff) if "☀️" in message.text]
    assert "阳光小区，3月4日（周三）要办的" in said.text
    assert "新来的2件：🔧 报修1、🧹 保洁1" in said.text
    assert "今天到期的1件：第1件" in said.text
    assert "没人接的1件" in said.text
    assert "过期" not in said.text

    await town.secretary.presses("今天到期", to=town.staff, on=said)
    assert "今天到期 · 1件" in (await town.secretary.last(to=town.staff)).text
    assert (await town.secretary.sees("☀️", to=town.staff)).text == said.text

    await town.world.advances(days=1)
    late = [message for message in await town.secretary.reads(to=town.staff) if "☀️" in message.text][-1]
    assert "过期的1件：第1件" in late.text
    assert "新来的" not in late.text


# ---- ready answers --------------------------------------------------------------------------------------------------


async def test_a_ready_answer_asks_for_its_blanks_alone(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.presses("答复", to=town.staff)
    await town.foreman.presses("只答复", to=town.staff)
    asked = await town.foreman.last(to=town.staff)
    assert "师傅___上门，请家里留个人。" in asked.text
    await town.foreman.presses("1", to=town.staff)
    blank = await town.foreman.last(to=town.staff)
    assert "哪天，几点？" in blank.text
    await _writes(town.foreman, town, "周四上午")
    look = await town.foreman.sees("这样答复，对吗", to=town.staff)
    assert "师傅周四上午上门，请家里留个人。" in look.text
    await town.bot_restarts()
    await town.foreman.presses("对", to=town.staff)
    await town.world.advances(minutes=3)
    assert "师傅周四上午上门，请家里留个人。" in (await town.wang.sees("第1件有回音")).text


async def test_two_blanks_back_takes_the_last_one_back_and_ones_own_words_remain_possible(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.starts()
    await town.foreman.says("/wish 1")
    await town.foreman.presses("答复")
    await town.foreman.presses("只答复")
    await town.foreman.presses("4")
    assert "哪家？" in (await town.foreman.last()).text
    await town.foreman.says("街道")
    assert "电话？" in (await town.foreman.last()).text
    await town.foreman.presses("返回")
    assert "哪家？" in (await town.foreman.last()).text
    await town.foreman.presses("返回")
    assert "下面有现成的" in (await town.foreman.last()).text
    await town.foreman.says("下周我们来看")
    assert "下周我们来看" in (await town.foreman.sees("这样答复，对吗")).text
    await town.foreman.presses("取消")
    await town.wang.does_not_see("下周我们来看")


# ---- several at once ------------------------------------------------------------------------------------------------


async def test_several_are_answered_at_once_and_can_be_taken_back_together(open_estate: Open) -> None:
    async with open_estate(extra=WITHOUT_PACE) as town:
        await town.world.limits(False)
        await files(town, town.wang, "三楼走廊的灯坏了")
        await files(town, town.chen, "四楼走廊的灯坏了")
        await files(town, town.liu, "楼下垃圾没人扫")
        town.running.patience = timedelta(seconds=30)
        await town.foreman.says(f"/queue@{BOT}", to=town.staff)
        await town.foreman.presses("几件一起答复", to=town.staff)
        which = await town.foreman.sees("一起答复哪几件", to=town.staff)
        assert "第1件 “三楼走廊的灯坏了” · 🔧 报修" in which.text
        assert (
            await town.secretary.presses("第1件", to=town.staff, on=which)
        ).toast == "这是问别的邻居的，您不用管它。"
        await town.foreman.presses("第1件", to=town.staff, on=which)
        await town.foreman.presses("第2件", to=town.staff, on=which)
        await town.foreman.presses("第3件", to=town.staff, on=which)
        await town.foreman.presses("✅ 第3件", to=town.staff, on=which)
        await town.foreman.presses("好了", to=town.staff, on=which)
        await town.foreman.presses("答应办", to=town.staff)
        await _writes(town.foreman, town, "3月6日")
        await town.bot_restarts()
        await town.foreman.presses("1", to=town.staff)
        await _writes(town.foreman, town, "周五上午")
        look = await town.foreman.sees("都这样答复，对吗", to=town.staff)
        assert "第1件、第2件，一共2件" in look.text
        await town.foreman.presses("对", to=town.staff)
        done = await town.foreman.sees("2件都答复好了", to=town.staff)
        refused = await town.secretary.presses("撤回", to=town.staff, on=done)
        assert refused.alert == "这是张师傅的答复，要张师傅自己撤回。"
        await town.foreman.presses("撤回", to=town.staff, on=done)
        await town.foreman.sees("2件的答复撤回了，邻居没看到：第1件、第2件", to=town.staff)
        await town.world.advances(minutes=5)
        await town.wang.does_not_see("答应3月6日")

        await town.foreman.says(f"/queue@{BOT}", to=town.staff)
        await town.foreman.presses("几件一起答复", to=town.staff)
        await town.foreman.presses("全选", to=town.staff)
        await town.foreman.presses("好了", to=town.staff)
        await town.foreman.presses("只答复", to=town.staff)
        await town.foreman.presses("5", to=town.staff)
        await town.foreman.presses("对", to=town.staff)
        await town.world.advances(minutes=3)
        for person, number in ((town.wang, 1), (town.chen, 2), (town.liu, 3)):
            told = [each for each in await person.reads() if f"第{number}件有回音" in each.text]
            assert len(told) == 1
            assert "看过了，一切正常" in told[0].text


async def test_one_that_was_done_meanwhile_holds_up_none_of_the_others(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    await files(town, town.chen, "楼下垃圾没人扫")
    await town.secretary.says(f"/queue@{BOT}", to=town.staff)
    await town.secretary.presses("几件一起答复", to=town.staff)
    await town.secretary.presses("全选", to=town.staff)
    await town.secretary.presses("好了", to=town.staff)
    await town.secretary.presses("只答复", to=town.staff)
    await answers(town, town.foreman, "办好了", photo=True, about="王阿姨说的")
    await town.world.advances(minutes=3)
    await town.secretary.presses("5", to=town.staff, on=await town.secretary.sees("怎么答复？请写几句", to=town.staff))
    await town.secretary.presses("对", to=town.staff, on=await town.secretary.sees("都这样答复", to=town.staff))
    said = await town.secretary.sees("1件都答复好了", to=town.staff)
    assert "第1件已经了结了" in said.text


# ---- done, by a photo -----------------------------------------------------------------------------------------------


async def test_a_photo_in_reply_to_the_staff_card_reports_it_done(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.foreman.sees("灯坏了", to=town.staff)
    await town.foreman.photographs(to=town.staff, reply_to=card)
    assert "还没人接" in (await town.foreman.last(to=town.staff)).text
    await town.foreman.presses("我来办", to=town.staff, on=card)
    before = len(await town.chair.reads(to=town.staff))
    await town.chair.photographs(to=town.staff, reply_to=card)  # between colleagues: nobody is answered
    assert len(await town.chair.reads(to=town.staff)) == before + 1

    await town.foreman.photographs(town.staff, "换成感应的了", reply_to=card)
    look = await town.foreman.sees("这样答复，对吗", to=town.staff)
    assert "办好了，照片1张" in look.text
    assert "换成感应的了" in look.text
    await town.bot_restarts()
    await town.foreman.photographs(to=town.staff, reply_to=card)
    look = (await town.foreman.reads(to=town.staff))[-1]
    assert "办好了，照片2张" in look.text
    await town.foreman.presses("对，照片里没有", to=town.staff, on=look)
    await town.world.advances(minutes=3)
    done = await town.wang.sees("第1件办好了")
    assert done.photo
    assert "换成感应的了" in done.text


# ---- passing on -----------------------------------------------------------------------------------------------------


async def test_one_press_passes_it_on_to_the_property_company_and_it_can_be_taken_back(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    passed = await town.secretary.presses("转给物业", to=town.staff)
    assert passed.toast == "第1件转给物业了。"
    told = await town.foreman.sees("第1件转给物业了，居委会李书记转的。张师傅，请看一看。", to=town.staff)
    assert {"我来办", "答复", "收回，不转了", "更多"} == set(told.labels)
    card = await town.foreman.sees("三楼走廊的灯坏了", to=town.staff)
    assert "➡️ 居委会李书记转给物业了" in card.text
    assert "等答复" in card.text
    assert "转给物业" not in card.labels
    assert "转给" not in (await town.chen.sees("灯坏了", to=town.building3)).text
    await town.foreman.says(f"/queue@{BOT}", to=town.staff)
    await town.foreman.presses("我手上的 1", to=town.staff)
    assert "灯坏了" in (await town.foreman.sees("我手上的 · 1件", to=town.staff)).text

    not_his = await town.foreman.presses("收回，不转了", to=town.staff, on=told)
    assert not_his.alert == "这是李书记转的，要李书记自己收回。"
    await town.secretary.presses("收回，不转了", to=town.staff, on=told)
    assert "没有转" in (await town.secretary.sees("第1件收回来了", to=town.staff)).text
    assert "转给物业" in (await town.foreman.sees("王阿姨说的", to=town.staff)).labels


async def test_what_was_passed_on_twice_stays_with_the_third(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.secretary.sees("灯坏了", to=town.staff)
    await town.secretary.presses("转给物业", to=town.staff, on=card)
    await town.foreman.presses("更多", to=town.staff, on=card)
    await town.foreman.presses("转给别家", to=town.staff)
    asked = await town.foreman.sees("第1件转给哪家", to=town.staff)
    assert "物业" not in asked.labels
    await town.foreman.presses("业委会", to=town.staff, on=asked)
    await _writes(town.foreman, town, "要动用维修资金")
    await town.foreman.presses("对", to=town.staff)
    await town.foreman.sees("第1件转给业委会了。", to=town.staff)
    told = await town.chair.sees("第1件转给业委会了，物业张师傅转的。钱主任", to=town.staff)
    assert "要动用维修资金" in told.text
    again = await town.chair.presses("更多", to=town.staff, on=told)
    assert again.alert is None
    history = await town.chair.sees("来龙去脉", to=town.staff)
    assert "物业张师傅转给业委会了：要动用维修资金" in history.text
    stays = await town.chair.presses("转给别家", to=town.staff, on=history)
    assert stays.alert == "第1件转过两次了，就留在业委会，由他们办到底。"


async def test_no_is_one_press_away_behind_more(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "楼下加一排晾衣架")
    await town.secretary.presses("更多", to=town.staff)
    await town.secretary.presses("这次办不了", to=town.staff)
    assert "为什么这次办不了" in (await town.secretary.last(to=town.staff)).text
    await _writes(town.secretary, town, "消防通道不能占")
    await town.secretary.presses("对", to=town.staff)
    await town.world.advances(minutes=3)
    assert "消防通道不能占" in (await town.wang.sees("第1件这次办不了")).text


# ---- in English -----------------------------------------------------------------------------------------------------


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    for words in ("The light on the third floor is broken", "The gate squeaks"):
        await town.emma.presses("I want", to=town.building5)
        await town.emma.says(words)
        await town.emma.presses("Post")
    assert (await town.secretary.last(to=town.staff)).labels == [
        *("I take it", "Answer", "To the property office"),
        "More",
    ]
    toast = await town.secretary.presses("To the property office", to=town.staff)
    assert toast.toast == "No. 2 is with the property office now."
    told = "No. 2 is with the property office now; the committee 李书记 passed it on. 张师傅, please have a look."
    await town.foreman.sees(told, to=town.staff)
    await town.secretary.says(f"/queue@{BOT}", to=town.staff)
    queue = await town.secretary.sees("· Waiting · 2", to=town.staff)
    assert "No. 2 “The gate squeaks” · " in queue.text
    await town.secretary.presses("Answer several", to=town.staff)
    await town.secretary.presses("All", to=town.staff)
    await town.secretary.presses("Done", to=town.staff)
    await town.secretary.presses("Just answer", to=town.staff)
    assert "Somebody comes ___; please be at home." in (await town.secretary.last(to=town.staff)).text
    await town.secretary.presses("1", to=town.staff)
    assert "which day, what time?" in (await town.secretary.last(to=town.staff)).text
    await _writes(town.secretary, town, "on Friday")
    await town.secretary.presses("Yes", to=town.staff)
    await town.secretary.sees("2 are answered. Those who follow hear it in 2 minutes", to=town.staff)
    await town.world.advances(minutes=3)
    assert "Somebody comes on Friday; please be at home." in (await town.emma.sees("News on no. 1")).text

    await town.emma.presses("I want", to=town.building5)
    await town.emma.says("The lawn is dry")
    await town.emma.presses("Post")
    await town.world.advances(days=1)
    said = await town.secretary.sees("what waits on", to=town.staff)
    assert "New: 3" not in said.text
    assert "Nobody’s yet: 1" in said.text


async def test_a_morning_that_was_slept_through_is_told_with_the_next_and_nobody_is_woken(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.running.stop()
    await town.world.advances(hours=38, settle=False)  # Tuesday, 23:00
    await town.running.start()
    await town.world.settle()
    assert not [message for message in await town.secretary.reads(to=town.staff) if "☀️" in message.text]
    await town.world.advances(hours=10)
    (said,) = [message for message in await town.secretary.reads(to=town.staff) if "☀️" in message.text]
    assert "3月4日（周三）" in said.text
    assert "新来的1件：🔧 报修1" in said.text
