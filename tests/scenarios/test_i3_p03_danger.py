"""Danger words: the number to call comes first, the staff chat hears at once, and it can be called off."""

from __future__ import annotations

from pathlib import Path

from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, Estate, estate
from tests.scenarios.scenes import files, starts


async def alarms(town: Estate) -> list[str]:
    return [message.text for message in await town.secretary.reads(to=town.staff) if message.text.startswith("🚨")]


async def test_gas_in_private_brings_the_number_first_and_the_staff_at_once_and_the_wish_goes_on(
    town: Estate,
) -> None:
    await starts(town.wang, town.building3)
    before = len(await town.wang.reads())
    await town.wang.says("五楼楼道里有煤气味，好重")

    first, preview = [message for message in (await town.wang.reads())[before + 1 :] if not message.mine]
    assert "先打 119" in first.text
    assert "开窗" in first.text
    assert "王阿姨" in first.text, "they are told plainly that their name was given"
    assert first.labels == ["是误会"]
    assert not first.silent
    assert "这样写对吗" in preview.text

    alarm = await town.secretary.sees("🚨", to=town.staff)
    assert "着火、煤气、被困" in alarm.text
    assert "3月2日（周一）09:00" in alarm.text
    assert "王阿姨 · 3号楼5楼" in alarm.text
    assert "五楼楼道里有煤气味，好重" in alarm.text
    assert "私聊里说的" in alarm.text
    assert not alarm.silent
    assert f"tg://user?id={town.wang.id}" in alarm.html, "whoever goes can reach her"
    await town.chen.does_not_see("煤气味", to=town.building3)

    await town.bot_restarts()
    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第1件")


async def test_the_same_person_does_not_flood_the_staff_but_gets_the_numbers_each_time(small_town: Estate) -> None:
    town = small_town
    await starts(town.wang, town.building3)
    await town.wang.says("厨房着火了")
    await town.wang.says("着火了快来人")
    assert len(await alarms(town)) == 1
    numbers = [message for message in await town.wang.reads() if "先打 119" in message.text]
    assert len(numbers) == 2
    assert "刚才已经知道了" in numbers[1].text
    await town.wang.says("我妈晕倒了")  # another kind of help
    assert len(await alarms(town)) == 2
    assert "先打 120" in (await town.wang.sees("🚑")).text
    await town.world.advances(minutes=11)
    await town.wang.says("还在着火")
    assert len(await alarms(town)) == 3


async def test_a_misunderstanding_is_called_off_once_and_what_comes_after_counts_again(small_town: Estate) -> None:
    town = small_town
    await starts(town.wang, town.building3)
    await town.wang.says("楼下冒烟了")
    pressed = await town.wang.presses("是误会")
    assert pressed.toast == "好，告诉他们是误会，不用来了。"
    off = await town.secretary.sees("误会，不用去了", to=town.staff)
    assert "王阿姨" in off.text
    assert not off.silent
    assert "是误会" not in (await town.wang.sees("先打 119")).labels
    await town.wang.says("又冒烟了，这回真的着火")
    assert len(await alarms(town)) == 2


async def test_in_a_group_only_who_said_it_calls_it_off(small_town: Estate) -> None:
    town = small_town
    await starts(town.chen, town.building3)
    await town.wang.says(f"/want@{BOT} 电梯口有人晕倒了", to=town.building3)
    first = await town.chen.sees("先打 120", to=town.building3)
    assert first.reply_to is not None
    assert "电梯口有人晕倒了" in first.reply_to.text
    alarm = await town.secretary.sees("🚨", to=town.staff)
    assert "在“3号楼邻居群”里说的" in alarm.text
    assert "王阿姨 · 3号楼" in alarm.text
    refused = await town.chen.presses("是误会", to=town.building3)
    assert "不用您来撤" in (refused.alert or "")
    await town.secretary.does_not_see("误会，不用去了", to=town.staff)
    await town.wang.presses("是误会", to=town.building3)
    await town.secretary.sees("误会，不用去了", to=town.staff)


async def test_an_answer_to_a_card_is_neighbours_talk_but_not_when_somebody_is_in_danger(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "一楼大厅想放几把椅子")
    card = await town.chen.sees("一楼大厅", to=town.building3)
    await town.chen.says("先别管椅子，楼道着火了！", to=town.building3, reply_to=card)
    await town.liu.sees("先打 119", to=town.building3)
    assert len(await alarms(town)) == 1
    await town.chen.says("吃火锅去，着火点在哪不重要", to=town.building3, reply_to=card)
    assert len(await alarms(town)) == 1


async def test_somebody_in_despair_is_spoken_to_warmly_and_the_staff_is_asked_to_be_gentle(small_town: Estate) -> None:
    town = small_town
    await starts(town.liu, town.building3)
    await town.liu.says("我不想活了")
    first = await town.liu.sees("12356")
    assert "您不用一个人扛着" in first.text
    assert "120" in first.text
    alarm = await town.secretary.sees("🚨", to=town.staff)
    assert "别在群里说是谁" in alarm.text


async def test_words_inside_a_dialog_and_a_refused_command_count_too(small_town: Estate) -> None:
    town = small_town
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("灯坏了")
    await town.wang.presses("改")
    await town.wang.presses("地点")
    await town.wang.says("3号楼，有人被打，快来")
    await town.wang.sees("先打 110")
    assert len(await alarms(town)) == 1

    await town.outsider.starts()
    await town.outsider.says("你们小区着火了")  # belongs to no estate: nobody can be told, and that is said
    told = await town.outsider.sees("先打 119")
    assert "请您自己马上打电话" in told.text
    await town.outsider.sees("我还不知道您住哪栋楼")
    assert len(await alarms(town)) == 1


async def test_without_a_staff_chat_the_person_is_told_to_call(open_estate: Open) -> None:
    async with open_estate(bound=False) as town:
        await town.secretary.says(f"/bind@{BOT} 3号楼", to=town.building3)
        await starts(town.wang, town.building3)
        await town.wang.says("煤气漏了")
        told = await town.wang.sees("先打 119")
        assert "这里没有人能替您去" in told.text
        assert told.labels == []


async def test_what_the_staff_says_among_themselves_is_no_alarm(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "一楼大厅想放几把椅子")
    card = await town.secretary.sees("一楼大厅", to=town.staff)
    await town.foreman.says("5号楼着火了，我过去", to=town.staff, reply_to=card)
    await town.secretary.sees("先打 119", to=town.staff)
    assert await alarms(town) == []


async def test_another_country_has_other_numbers_and_english_is_spoken_to_the_english(
    sqlite_url: str, tmp_path: Path
) -> None:
    extra: dict[str, object] = {"danger": {"fire": {"number": "999"}, "despair": {"number": "+44 116 123"}}}
    async with estate(sqlite_url, tmp_path, extra=extra) as town:
        await starts(town.emma, town.building5)
        await town.emma.says("I can smell gas on the stairs")
        first = await town.emma.sees("first call 999")
        assert first.labels == ["A misunderstanding"]
        assert "your name (Emma)" in first.text
        await town.emma.sees("Is this right?")
        alarm = await town.secretary.sees("🚨", to=town.staff)
        assert "I can smell gas on the stairs" in alarm.text
        assert "Emma · 5号楼" in alarm.text
        await town.emma.says("Honestly, I want to die")
        await town.emma.sees("+44 116 123")
        await town.emma.presses("A misunderstanding")
        await town.emma.sees("a misunderstanding")


async def test_start_says_that_neither_money_nor_codes_are_asked_for(small_town: Estate) -> None:
    town = small_town
    await town.chen.starts()
    await town.chen.sees("我不收钱，也不问验证码")
    await town.emma.starts()
    await town.emma.sees("I never ask for money or codes")
