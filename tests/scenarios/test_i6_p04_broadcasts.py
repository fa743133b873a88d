"""Broadcasts: written in a dialog with a last look, sent to groups and in private, watched on one card."""

from __future__ import annotations

from simulator.client import Message
from tests.scenarios.broadcasting import WORDS, card, ready, sends, told, writes
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, ESTATES, RIVER, SECRETARY, Estate
from tests.scenarios.scenes import files, starts

# ---- writing and sending -------------------------------------------------------------------------------------------


async def test_the_secretary_tells_the_whole_estate_in_its_groups(town: Estate) -> None:
    await ready(town)
    look = await writes(town.secretary)
    assert WORDS in look.text
    assert "居委会公告" in look.text
    assert "Notice from the committee" in look.text, "as who reads English sees it"
    assert "（正文同上）" in look.text
    assert "发给：全小区 · 群里" in look.text
    assert "一共2个群、0个人的私聊" in look.text
    assert "不到一分钟就发完" in look.text
    assert await told(town.liu, to=town.building3) == [], "nothing goes out before it is confirmed"
    await town.secretary.presses("发出去")
    shown = await card(town.secretary)
    assert "第1则公告 · 李书记 · 全小区 · 群里" in shown.text
    assert "▓▓▓▓▓▓▓▓▓▓▓▓ 100%" in shown.text
    assert "送到2，等着0" in shown.text
    assert "✅ 发完了" in shown.text
    assert shown.labels == ["✏️ 更正", "↩️ 撤回", "🖨 贴楼道的一页"]
    for reader, home in ((town.liu, town.building3), (town.emma, town.building5)):
        (one,) = await told(reader, to=home)
        assert one.silent
        assert one.labels == []
    assert await told(town.liu) == []


async def test_both_in_groups_and_in_private_in_each_readers_language(town: Estate) -> None:
    await ready(town)
    look = await writes(town.secretary, where="群里和私聊")
    assert "一共2个群、3个人的私聊" in look.text
    assert "没法私聊告诉的1位：没跟我说过话的1" in look.text, "Zhao never pressed Start"
    await town.secretary.presses("加英文")
    await town.secretary.says("No water tomorrow, 8 to 12")
    look = await town.secretary.sees("发给")
    assert "No water tomorrow, 8 to 12" in look.text
    await town.secretary.presses("发出去")
    assert len(await told(town.liu)) == 1
    english = await town.emma.sees("No water tomorrow")
    assert english.text == "📢 Notice from the committee\nNo water tomorrow, 8 to 12"
    assert WORDS in (await told(town.emma, to=town.building5))[0].text, "in the group its own language"
    shown = await card(town.secretary)
    assert "送到5，等着0" in shown.text
    assert "另有1位没法私聊告诉" in shown.text


async def test_to_one_building_alone(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/broadcast")
    await town.secretary.says(WORDS)
    await town.secretary.presses("几栋楼")
    await town.secretary.presses("5")
    await town.secretary.presses("好了")
    await town.secretary.presses("群里和私聊")
    look = await town.secretary.sees("发给")
    assert "发给：5号楼 · 群里和私聊" in look.text
    assert "一共1个群、1个人的私聊" in look.text
    await town.secretary.presses("发出去")
    assert len(await told(town.emma, to=town.building5)) == 1
    await town.emma.sees(WORDS)
    assert await told(town.liu, to=town.building3) == []
    assert await told(town.liu) == []


async def test_to_the_staff_and_to_who_follows_a_wish_in_private_alone(town: Estate) -> None:
    await ready(town)
    await town.foreman.starts()
    await files(town, town.liu, "想要一张长椅")
    await town.chen.presses("我家也是", on=await town.chen.sees("长椅", to=town.building3), to=town.building3)
    look = await writes(town.secretary, "下午开会", whom="工作人员", where=None)
    assert "发给：工作人员 · 私聊" in look.text
    assert "一共0个群、2个人的私聊" in look.text
    await town.secretary.presses("发出去")
    assert len(await told(town.foreman, "下午开会")) == 1
    await town.secretary.says("/broadcast 长椅下周到")
    await town.secretary.presses("关心一件心愿的人")
    await town.secretary.says("第99件")
    assert "没有找到第99件" in (await town.secretary.sees("发给")).text
    pressed = await town.secretary.presses("发出去")
    assert "99" in pressed.alert, "nothing is sent, nothing is lost"
    await town.secretary.presses("改发给谁")
    await town.secretary.presses("关心一件心愿的人")
    await town.secretary.says("1")
    look = await town.secretary.sees("关心第1件心愿的人")
    assert "2个人的私聊" in look.text
    await town.secretary.presses("发出去")
    for reader in (town.liu, town.chen):
        assert len(await told(reader, "长椅下周到")) == 1
    assert await told(town.emma, "长椅下周到") == []


async def test_formatting_stays_and_signs_of_markup_are_words(town: Estate) -> None:
    await ready(town)
    look = await writes(town.secretary, "**停水** <b>不是粗</b> & 见 https://example.org/a")
    assert "<b>停水</b> &lt;b&gt;不是粗&lt;/b&gt; &amp; 见" in look.html
    await town.secretary.presses("发出去")
    (one,) = await told(town.liu, "停水", to=town.building3)
    assert one.html.endswith("<b>停水</b> &lt;b&gt;不是粗&lt;/b&gt; &amp; 见 https://example.org/a")


async def test_an_album_goes_out_as_one_and_is_deleted_as_one(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/broadcast")
    for number, caption in enumerate(("长椅到了", None, None)):
        await town.secretary.photographs(caption=caption, album="a")
        assert f"收到{number + 1}个" in (await town.secretary.sees("要告诉大家什么")).text
    await town.secretary.presses("好了")
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里")
    look = await town.secretary.sees("发给")
    assert "照片3张" in look.text
    before = len(await town.liu.reads(to=town.building3))
    await town.secretary.presses("发出去")
    new = (await town.liu.reads(to=town.building3))[before:]
    assert [bool(each.photo) for each in new] == [True, True, True, False]
    assert len({each.body.get("media_group_id") for each in new[:3]}) == 1
    assert "长椅到了" in new[3].text
    await town.secretary.presses("撤回", on=await card(town.secretary))
    await town.secretary.presses("对，撤回")
    assert len(await town.liu.reads(to=town.building3)) == before, "all four are gone"


async def test_a_photo_or_a_file_goes_with_the_words_and_both_are_refused(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/broadcast")
    await town.secretary.sends_file("停水通知.pdf", b"%PDF-1.4", caption="通知在这里")
    await town.secretary.photographs()
    refused = (await town.secretary.reads())[-1]
    assert "不能又有照片又有文件" in refused.text
    assert "收到1个" in refused.text
    await town.secretary.presses("好了")
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里")
    assert "📎 停水通知.pdf" in (await town.secretary.sees("发给")).text
    await town.secretary.presses("发出去")
    (one,) = await told(town.emma, "通知在这里", to=town.building5)
    assert one.document_name == "停水通知.pdf"
    await town.secretary.says("/broadcast")
    await town.secretary.photographs(caption="新长椅")
    await town.secretary.presses("好了")
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里")
    await town.secretary.presses("发出去")
    (one,) = await told(town.emma, "新长椅", to=town.building5)
    assert one.photo


async def test_what_is_too_long_is_refused_and_nothing_is_lost(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/broadcast")
    await town.secretary.says("长" * 3501)
    assert "最多3500个字，现在3501个" in (await town.secretary.reads())[-1].text
    await town.secretary.photographs(caption="照" * 901)
    assert "最多900个字，现在901个" in (await town.secretary.reads())[-1].text
    await town.secretary.says("短一点")
    await town.secretary.presses("全小区")
    await town.secretary.presses("群里")
    assert "短一点" in (await town.secretary.sees("发给")).text


# ---- day and night, with and without ---------------------------------------------------------------------------------


async def test_at_night_it_waits_for_the_morning_unless_it_is_urgent(town: Estate) -> None:
    await ready(town)
    await town.world.advances(hours=14)  # 23:00
    look = await writes(town.secretary)
    assert "天亮了再发" in look.text
    await town.secretary.presses("发出去")
    await town.secretary.sees("天亮了就发")
    assert await told(town.liu, to=town.building3) == []
    await writes(town.secretary, "煤气漏了，马上下楼")
    await town.secretary.presses("标成紧急")
    assert "紧急的马上发，会响" in (await town.secretary.sees("发给")).text
    await town.secretary.presses("发出去")
    (alarm,) = [each for each in await town.liu.reads(to=town.building3) if "马上下楼" in each.text]
    assert "🚨 居委会紧急通知" in alarm.text
    assert not alarm.silent
    await town.world.advances(hours=9)
    assert len(await told(town.liu, to=town.building3)) == 1, "at eight in the morning"


async def test_who_wants_no_notices_is_told_in_private_only_what_is_urgent(town: Estate) -> None:
    await ready(town)
    await town.chen.says("/notices")
    await town.chen.presses("先别说")
    look = await writes(town.secretary, where="私聊")
    assert "不要通知的1" in look.text
    await town.secretary.presses("发出去")
    assert await told(town.chen) == []
    await writes(town.secretary, "台风今晚到", where="私聊")
    await town.secretary.presses("标成紧急")
    await town.secretary.presses("发出去")
    await town.chen.sees("台风今晚到")


async def test_it_reaches_nobody_and_says_so(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await town.secretary.starts()
    look = await writes(town.secretary, whom="楼组长和志愿者", where=None)
    assert "一个人也收不到" in look.text
    pressed = await town.secretary.presses("发出去")
    assert "一个人也收不到" in pressed.alert


async def test_a_group_that_threw_the_bot_out_is_said_on_the_card(town: Estate) -> None:
    await ready(town)
    await writes(town.secretary)
    await town.secretary.removes_bot(town.building5)
    await town.secretary.presses("发出去")
    shown = await card(town.secretary)
    assert "送到1，等着0" in shown.text


async def test_cancel_back_and_another_command_in_the_middle(town: Estate) -> None:
    await ready(town)
    await writes(town.secretary)
    await town.secretary.presses("改发到哪儿")
    await town.secretary.presses("私聊")
    assert "3个人的私聊" in (await town.secretary.sees("发给")).text
    await town.secretary.says("返回")
    assert "2个群" in (await town.secretary.sees("发给")).text
    await town.secretary.says("/cancel")
    assert await told(town.liu, to=town.building3) == []
    assert "还没有发过公告" in (await _list(town)).text


async def _list(town: Estate) -> Message:
    await town.secretary.says("/broadcasts")
    return (await town.secretary.reads())[-1]


async def test_the_list_opens_each_and_a_number_finds_one(town: Estate) -> None:
    await ready(town)
    await sends(town.secretary)
    await sends(town.secretary, "后天停电")
    shown = await _list(town)
    rows = [row for row in shown.text.splitlines() if row.startswith("第")]
    assert rows[0].startswith("第2则 · 3月2日")
    assert "送到2，共2 · “后天停电”" in rows[0]
    await town.secretary.presses("第1则", on=shown)
    assert WORDS in (await town.secretary.reads())[-1].text
    await town.secretary.says("/broadcasts 2")
    assert "后天停电" in (await town.secretary.reads())[-1].text
    await town.secretary.says("/broadcasts 9")
    assert "没有第9则公告" in (await town.secretary.reads())[-1].text


async def test_in_a_buildings_group_nobody_writes_one_and_neighbours_nowhere(town: Estate) -> None:
    await ready(town)
    await town.secretary.says("/broadcast", to=town.building3)
    assert "跟我单独说" in (await town.secretary.reads(to=town.building3))[-1].text
    await town.liu.says("/broadcast")
    assert "要告诉大家什么" not in (await town.liu.reads())[-1].text
    await sends(town.foreman, "电梯检修", to=town.staff)
    (one,) = await told(town.liu, "电梯检修", to=town.building3)
    assert "物业公告" in one.text


# ---- an office of several estates ----------------------------------------------------------------------------------


async def test_an_office_of_two_estates_tells_both_or_one_of_them(open_estate: Open) -> None:
    both = {**RIVER, "trial": False, "bodies": {"committee": [{"id": SECRETARY, "name": "李书记"}]}}
    async with open_estate(bound=False, extra={"estates": [*ESTATES, both]}) as town:
        for group, what in ((town.building3, "3号楼"), (town.building5, "5号楼"), (town.staff, "staff")):
            await town.secretary.says(f"/bind@{BOT} sunny {what}", to=group)
        await ready(town)
        resident = await town.world.person("河边小周")
        river = await town.world.group("河畔1号楼群", creator=town.secretary, members=[resident])
        await town.secretary.says(f"/bind@{BOT} river 1号楼", to=river)
        await resident.says(f"/help@{BOT}", to=river)
        await resident.starts()

        look = await writes(town.secretary, "两边都停水", whom="所有小区", where="群里和私聊")
        assert "一共3个群、4个人的私聊" in look.text
        await town.secretary.presses("发出去", on=look)
        for reader, home in ((town.liu, town.building3), (town.emma, town.building5), (resident, river)):
            assert len(await told(reader, "两边都停水", to=home)) == 1
            assert len(await told(reader, "两边都停水")) == 1

        await town.secretary.says(f"/broadcast@{BOT}", to=river)
        assert await told(resident, "公告要说什么", to=river) == []
        look = await writes(town.secretary, "晚上停电", whom="河畔花园")
        assert "发给：河畔花园：全小区 · 群里" in look.text, "where they had last to do"
        assert "一共1个群" in look.text
        await town.secretary.presses("改发给谁", on=look)
        await town.secretary.presses("几个小区")
        await town.secretary.presses("阳光小区")
        await town.secretary.presses("好了")
        look = await town.secretary.sees("发给：阳光小区 · 群里")
        assert "一共2个群" in look.text
        await town.secretary.presses("发出去", on=look)
        assert "1个小区" in (await card(town.secretary)).text
        assert len(await told(town.liu, "晚上停电", to=town.building3)) == 1
        assert await told(resident, "晚上停电", to=river) == []

        await town.chair.starts()
        await town.chair.says("/broadcast 只给我们")
        assert "所有小区" not in (await town.chair.last()).labels, "speaks for one estate alone"
