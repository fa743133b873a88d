"""A broadcast under way: paused, stopped, killed, corrected, withdrawn; read, and who has not; a second officer."""

from __future__ import annotations

import io
from pathlib import Path

from openpyxl import load_workbook

from simulator.client import Message, Person
from tests.scenarios.broadcasting import SLOWLY, WORDS, card, ready, sends, told, writes
from tests.scenarios.estate import Estate, estate
from tests.scenarios.scenes import starts

SECOND: dict[str, object] = {"broadcasts": {"second_officer": "unless-emergency"}}


async def _many(town: Estate, count: int) -> list[Person]:
    """Neighbours of building 5 who pressed Start."""
    await ready(town)
    neighbours = []
    for number in range(count):
        neighbour = await town.world.person(f"邻居{number}")
        await neighbour.joins(town.building5)
        await starts(neighbour, town.building5)
        neighbours.append(neighbour)
    return neighbours


async def _count(people: list[Person]) -> int:
    return sum([len(await told(each)) for each in people])


# ---- pausing and stopping --------------------------------------------------------------------------------------------


async def test_paused_it_stands_still_and_goes_on_where_it_was(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, extra=SLOWLY) as town:
        people = [*await _many(town, 12), town.liu, town.chen, town.emma]
        await writes(town.secretary, where="私聊")
        look = await town.secretary.sees("发给")
        assert "15个人的私聊" in look.text
        await town.secretary.presses("发出去", settle=False)
        await _until_some_have_it(town, people, 3)
        shown = await _card_now(town)
        assert "正在发" in shown.text
        await town.secretary.presses("先停一下", on=shown)
        there = await _count(people)
        assert there < len(people)
        assert "先停着" in (await card(town.secretary)).text
        await town.world.advances(minutes=10)
        assert await _count(people) == there, "however long it stands"
        again = await town.secretary.presses("接着发")
        assert "接着发" in again.text
        await town.world.advances(minutes=2)
        assert await _count(people) == len(people), "each once"
        assert "发完了" in (await card(town.secretary)).text


async def test_stopped_it_reaches_nobody_more_and_what_was_sent_stays(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, extra=SLOWLY) as town:
        people = [*await _many(town, 12), town.liu, town.chen, town.emma]
        await writes(town.secretary, where="私聊")
        await town.secretary.presses("发出去", settle=False)
        await _until_some_have_it(town, people, 3)
        await town.secretary.presses("不再发了", on=await _card_now(town), settle=False)
        while "真的不再发了吗" not in (await town.secretary.reads())[-1].text:
            await _a_second_passes(town)
        assert await _count(people) <= len(people) - 3, "whoever talks to the bot goes first"
        await town.secretary.presses("对，不再发了")
        await town.world.advances(minutes=10)
        there = await _count(people)
        assert 3 <= there < len(people)
        shown = await card(town.secretary)
        assert "停下不发了" in shown.text
        assert f"送到{there}，等着0" in shown.text
        assert f"没发的{len(people) - there}" in shown.text
        assert "先停一下" not in shown.labels


async def test_who_blocks_the_bot_and_a_group_that_throws_it_out_are_counted(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, extra=SLOWLY) as town:
        people = [*await _many(town, 6), town.liu, town.chen, town.emma]
        await writes(town.secretary, where="群里和私聊")
        await town.secretary.presses("发出去", settle=False)
        await _until_some_have_it(town, people, 1)
        last = [each for each in people if not await told(each)][-1]
        await last.blocks()
        await town.world.advances(minutes=2)
        shown = await card(town.secretary)
        assert "送到10，等着0" in shown.text
        assert "没送到1：" in shown.text


async def test_killed_in_the_middle_it_goes_on_after_the_restart(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, extra=SLOWLY) as town:
        people = [*await _many(town, 8), town.liu, town.chen, town.emma]
        await writes(town.secretary, where="私聊")
        await town.secretary.presses("发出去", settle=False)
        await _until_some_have_it(town, people, 2)
        await town.bot_restarts()
        await town.world.advances(minutes=2)
        assert await _count(people) == len(people), "each once"
        assert "发完了" in (await card(town.secretary)).text


async def _until_some_have_it(town: Estate, people: list[Person], some: int) -> None:
    while await _count(people) < some:
        await _a_second_passes(town)


async def _a_second_passes(town: Estate) -> None:
    await town.world.control("POST", "clock", {"advance_s": 1})
    await town.is_heard()


async def _card_now(town: Estate) -> Message:
    return next(each for each in reversed(await town.secretary.reads()) if "则公告 · " in each.text)


# ---- correcting and withdrawing --------------------------------------------------------------------------------------


async def test_corrected_the_same_messages_change_in_silence(town: Estate) -> None:
    await ready(town)
    await sends(town.secretary, where="群里和私聊")
    (before,) = await told(town.liu)
    await town.secretary.presses("更正", on=await card(town.secretary))
    assert WORDS in (await town.secretary.sees("第1则改成什么")).text
    await town.secretary.says("明天**9点**到12点停水")
    assert "第1则改成这样" in (await town.secretary.sees("不再响")).text
    await town.secretary.presses("对")
    for reader, home in ((town.liu, town.building3), (town.emma, town.building5)):
        (one,) = await told(reader, "9点到12点停水", to=home)
        assert "（更正过）" in one.text
        assert await told(reader, WORDS, to=home) == []
    (after,) = await told(town.liu, "9点到12点停水")
    assert after.id == before.id
    assert "<b>9点</b>" in after.html


async def test_withdrawn_it_is_deleted_and_after_two_days_it_says_so(town: Estate) -> None:
    await ready(town)
    await sends(town.secretary, where="群里和私聊")
    await town.secretary.presses("撤回", on=await card(town.secretary))
    await town.secretary.presses("不，留着")
    assert len(await told(town.liu)) == 1
    await town.secretary.presses("撤回", on=await card(town.secretary))
    assert "真的撤回吗" in (await town.secretary.reads())[-1].text
    await town.secretary.presses("对，撤回")
    assert await told(town.liu) == []
    assert await told(town.emma, to=town.building5) == []
    shown = await card(town.secretary)
    assert "↩️ 撤回了" in shown.text
    assert shown.labels == []
    await sends(town.secretary, "后天停电")
    await town.world.advances(days=2)
    await town.secretary.presses("撤回", on=await card(town.secretary))
    await town.secretary.presses("对，撤回")
    assert await told(town.liu, "后天停电", to=town.building3) == []
    assert "撤回了这条公告" in (await town.liu.sees("撤回了这条公告", to=town.building3)).text


async def test_withdrawn_while_it_goes_out_it_is_nowhere_and_cannot_be_left_half_withdrawn(
    database_url: str, tmp_path: Path
) -> None:
    async with estate(database_url, tmp_path, extra=SLOWLY) as town:
        people = [*await _many(town, 8), town.liu, town.chen, town.emma]
        await writes(town.secretary, where="私聊")
        await town.secretary.presses("发出去", settle=False)
        await _until_some_have_it(town, people, 5)
        await town.secretary.presses("撤回", on=await _card_now(town), settle=False)
        while "真的撤回吗" not in (await town.secretary.reads())[-1].text:
            await _a_second_passes(town)
        await town.secretary.presses("对，撤回", settle=False)
        while "正在撤回" not in (shown := await _card_now(town)).text:
            await _a_second_passes(town)
        assert shown.labels == ["⏸ 先停一下"]
        await town.world.advances(minutes=5)
        assert await _count(people) == 0
        assert "↩️ 撤回了" in (await card(town.secretary)).text
        for each in people:
            assert not [one for one in await each.reads() if "撤回" in one.text], "nobody hears of it who knew nothing"


async def test_a_file_and_a_photo_are_corrected_too(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/broadcast")
    await town.secretary.sends_file("通知.pdf", b"%PDF-1.4", caption="见附件")
    await town.secretary.presses("好了")
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里")
    await town.secretary.presses("发出去")
    await town.secretary.presses("更正", on=await card(town.secretary))
    await town.secretary.says("见附件第二页")
    await town.secretary.presses("对")
    (one,) = await told(town.liu, "见附件第二页", to=town.building3)
    assert one.document_name == "通知.pdf"


# ---- reading ---------------------------------------------------------------------------------------------------------


async def test_readings_are_counted_and_who_has_not_is_listed_and_reminded(town: Estate) -> None:
    await ready(town)
    shown = await sends(town.secretary, where="群里和私聊", asks=True)
    assert "还没有人说看过了" in shown.text
    pressed = await town.liu.presses("我看过了", on=(await told(town.liu))[0])
    assert "记下了" in pressed.text
    again = await town.liu.presses("我看过了", on=(await told(town.liu))[0])
    assert "已经记过了" in again.text
    await town.zhao.presses("我看过了", on=(await told(town.zhao, to=town.building3))[0], to=town.building3)
    shown = await card(town.secretary)
    assert "2位说看过了" in shown.text, "on the same card, within half a minute"
    await town.secretary.presses("谁还没看", on=shown)
    file = (await town.secretary.reads())[-1]
    assert file.document_name == "wishwell-notice-1-unread.xlsx"
    rows = list(load_workbook(io.BytesIO(await town.world.fetches(file.document or ""))).active.values)
    listed = {row[0]: row[1:3] for row in rows[4:-1]}
    assert listed["小陈"] == ("3", "告诉了")
    assert listed["Emma"] == ("5", "告诉了")
    assert "刘" not in "".join(str(name) for name in listed)
    await town.secretary.presses("再提醒没看的", on=shown)
    look = await town.secretary.sees("还没说看过第1则的人")
    assert WORDS in look.text
    await town.secretary.presses("发出去")
    assert len(await told(town.chen)) == 2
    assert len(await told(town.liu)) == 1, "who has read it is left in peace"


async def test_the_page_for_the_lobby_leads_to_the_same_words(town: Estate) -> None:
    await ready(town)
    await sends(town.secretary, "**停水** <明天>", asks=True)
    await town.secretary.presses("贴楼道的一页", on=await card(town.secretary))
    file = (await town.secretary.reads())[-1]
    assert file.document_name == "wishwell-notice-1.html"
    page = (await town.world.fetches(file.document or "")).decode()
    assert "停水 &lt;明天&gt;" in page
    assert "居委会公告" in page
    assert "<svg" in page
    assert "://" not in page.replace("http://www.w3.org/2000/svg", ""), "nothing from elsewhere"
    assert town.running.app is not None
    async with town.running.app.store.units.reading() as uow:
        code = (await uow.broadcasts.groups_of(["sunny"]))[0].link_code
    stranger = await town.world.person("路过的")
    await stranger.starts(f"notice-1-{code}")
    (one,) = await told(stranger, "停水")
    assert one.labels == ["👌 我看过了"]
    assert "记下了" in (await stranger.presses("我看过了", on=one)).text
    await stranger.starts("notice-1-0000")
    assert "停水" not in (await stranger.reads())[-1].text


# ---- a second officer ------------------------------------------------------------------------------------------------


async def test_a_second_officer_agrees_or_does_not(database_url: str, tmp_path: Path) -> None:
    async with estate(database_url, tmp_path, extra=SECOND) as town:
        await ready(town)
        await writes(town.secretary)
        await town.secretary.presses("发出去")
        await town.secretary.sees("要请工作群里另一位同意了才发")
        assert await told(town.liu, to=town.building3) == []
        shown = await town.foreman.sees("则公告 · ", to=town.staff)
        assert "要请另一位过目" in shown.text
        assert WORDS in shown.text
        own = await town.secretary.presses("同意，发", on=shown, to=town.staff)
        assert "写的人自己不算" in (own.alert or "")
        await town.foreman.presses("同意，发", on=shown, to=town.staff)
        assert len(await told(town.liu, to=town.building3)) == 1
        assert "发完了" in (await town.foreman.sees("则公告 · ", to=town.staff)).text
        await writes(town.secretary, "后天停电")
        await town.secretary.presses("发出去")
        await town.foreman.presses("不发", to=town.staff)
        assert "没有同意" in (await town.foreman.sees("第2则公告", to=town.staff)).text
        assert await told(town.liu, "后天停电", to=town.building3) == []
        await writes(town.secretary, "煤气漏了")
        await town.secretary.presses("标成紧急")
        await town.secretary.presses("发出去")
        assert any("煤气漏了" in each.text for each in await town.liu.reads(to=town.building3)), "no time for that"


# ---- in English ------------------------------------------------------------------------------------------------------


async def test_an_english_speaking_officer_writes_one_too(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/language")
    await town.secretary.presses("English")
    await town.secretary.says("/broadcast")
    assert "What is everybody to be told?" in (await town.secretary.reads())[-1].text
    await town.secretary.says("No water tomorrow")
    await town.secretary.presses("The whole estate")
    await town.secretary.presses("Both")
    look = await town.secretary.sees("To: ")
    assert "2 groups and 3 people in private" in look.text
    assert "1 never spoke to me" in look.text
    await town.secretary.presses("Send it")
    shown = await town.secretary.sees("· the whole estate ·")
    assert "5 delivered, 0 waiting" in shown.text
    assert "All sent" in shown.text
    assert (await town.liu.sees("No water tomorrow")).text.startswith("📢 居委会公告")
