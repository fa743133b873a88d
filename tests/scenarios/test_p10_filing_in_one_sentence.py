"""Filing in one sentence: one preview, nothing else asked, at most three acts after Start."""

from __future__ import annotations

from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import presses_twice


async def test_an_old_neighbour_files_with_one_sentence_and_one_press(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)  # the pinned card: Telegram shows Start, she presses it

    await town.wang.says("三楼走廊的灯坏了")
    preview = await town.wang.sees("这样写对吗")
    assert "“三楼走廊的灯坏了”" in preview.text
    assert "我想要 · 🔧 报修 · 3号楼3楼" in preview.text
    assert preview.labels[:4] == ["发到群里", "发，不露姓名", "只给居委会", "改"]

    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第1件。最晚周四答复您。")
    card = await town.chen.sees("第1件", to=town.building3)
    assert "“三楼走廊的灯坏了”" in card.text
    assert card.silent


async def test_any_sentence_in_private_is_offered_as_a_wish_without_a_command(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.presses("取消")
    await town.wang.says("周末想借个梯子换灯泡")
    await town.wang.sees("这样写对吗")
    await town.wang.presses("发到群里")
    await town.chen.sees("周末想借个梯子换灯泡", to=town.building3)


async def test_plain_words_do_what_commands_do(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("楼下垃圾没人收")
    await town.wang.presses("发到群里")

    await town.wang.says("我的")
    await town.wang.sees("第1件 “楼下垃圾没人收”")
    await town.wang.says("第1件")
    await town.wang.sees("这件是您提的")
    await town.wang.says("帮助")
    await town.wang.sees("有事说一声就行")
    await town.wang.says("我愿意周六帮邻居搬东西")
    assert "我愿做" in (await town.wang.sees("这样写对吗")).text
    await town.wang.says("取消")
    await town.wang.sees("好，取消了，没有发出去")


async def test_plain_english_words_do_what_commands_do(town: Estate) -> None:
    await town.emma.presses("我想要", to=town.building5)
    await town.emma.says("The light on the 3rd floor is out")
    assert "Building 5" in (await town.emma.sees("Is this right?")).text
    await town.emma.presses("Post")
    await town.emma.sees("Noted: no. 1. You'll have an answer by Thursday.".replace("'", "’"))
    await town.emma.says("my wishes")
    await town.emma.sees("The light on the 3rd floor is out")
    await town.emma.says("I suggest a bicycle rack")
    assert "I suggest" in (await town.emma.sees("Is this right?")).text
    await town.emma.says("cancel")
    await town.emma.says("help")
    await town.emma.sees("/wishes")


async def test_in_the_group_the_sentence_may_follow_the_command_and_no_name_is_promised_hidden(town: Estate) -> None:
    await town.chen.says(f"/want@{BOT} 单元门关不上", to=town.building3)
    preview = await town.chen.sees("这样写对吗", to=town.building3)
    assert "发，不露姓名" not in preview.labels
    assert "只给居委会" not in preview.labels
    await town.chen.presses("发到群里", to=town.building3)
    await town.wang.sees("第1件", to=town.building3)


async def test_in_the_group_a_bare_command_is_answered_by_a_question_for_that_person(town: Estate) -> None:
    asked = await town.chen.says(f"/suggest@{BOT}", to=town.building3)
    question = await town.chen.sees("有什么主意", to=town.building3)
    assert question.reply_to is not None
    await town.chen.says("大堂放一张长椅", to=town.building3, reply_to=question)
    await town.chen.sees("这样写对吗", to=town.building3)
    await town.chen.presses("发到群里", to=town.building3)
    assert "我建议" in (await town.wang.sees("大堂放一张长椅", to=town.building3)).text
    del asked


async def test_somebody_elses_preview_cannot_be_pressed(town: Estate) -> None:
    await town.chen.says(f"/want@{BOT} 单元门关不上", to=town.building3)
    pressed = await town.liu.presses("发到群里", to=town.building3)
    assert "别的邻居" in (pressed.toast or pressed.alert or "")
    await town.liu.does_not_see("第1件", to=town.building3)


async def test_without_a_name_the_card_shows_the_building_at_most(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("五楼502门口堆了很多纸箱")
    await town.wang.presses("发，不露姓名")
    card = await town.chen.sees("第1件", to=town.building3)
    assert "王阿姨" not in card.text
    assert "一位邻居说的" in card.text
    place_line = next(row for row in card.text.splitlines() if "3号楼" in row)
    assert "5楼" not in place_line
    desk = await town.secretary.sees("第1件", to=town.staff)
    assert "王阿姨" not in desk.text
    assert "3号楼5楼" in desk.text


async def test_committee_only_leaves_no_trace_in_public(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("家里老人需要有人陪着去医院")
    await town.wang.presses("只给居委会")
    await town.wang.sees("记好了，第1件")
    await town.chen.does_not_see("陪着去医院", to=town.building3)
    desk = await town.secretary.sees("陪着去医院", to=town.staff)
    assert "王阿姨" in desk.text

    await town.chen.presses("我想要", to=town.building3)
    await town.chen.presses("取消")
    await town.chen.says("/find 医院")
    await town.chen.sees("没找到")
    await town.chen.says("/wishes")
    await town.chen.sees("这里还没有")
    await town.chen.says("/wish 1")
    await town.chen.sees("没找到第1件")


async def test_change_asks_one_thing_and_comes_back_to_the_preview(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("走廊灯坏了")
    await town.wang.presses("改")
    await town.wang.presses("地点")
    await town.wang.says("5楼")
    assert "3号楼5楼" in (await town.wang.sees("这样写对吗")).text or "5楼" in (await town.wang.last()).text
    await town.wang.presses("改")
    await town.wang.presses("类型")
    await town.wang.presses("我建议")
    assert "我建议" in (await town.wang.sees("这样写对吗")).text
    await town.wang.says("走廊灯坏了，换个感应灯吧")
    assert "换个感应灯吧" in (await town.wang.sees("这样写对吗")).text
    await town.wang.presses("发到群里")
    await town.chen.sees("走廊灯坏了，换个感应灯吧", to=town.building3)


async def test_a_photo_with_words_files_both_and_the_card_shows_the_picture(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.photographs(caption="三楼的灯这样了")
    await town.wang.presses("发到群里")
    await town.wang.presses("没有，发")
    card = await town.chen.sees("三楼的灯这样了", to=town.building3)
    assert card.photo


async def test_a_photo_alone_is_asked_for_words(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.photographs()
    await town.wang.sees("照片收到了")
    await town.wang.says("楼道墙皮掉了")
    await town.wang.presses("发到群里")
    await town.wang.presses("没有，发")
    assert (await town.chen.sees("楼道墙皮掉了", to=town.building3)).photo


async def test_a_second_press_on_post_files_once(town: Estate) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says("走廊灯坏了")
    preview = await town.wang.sees("这样写对吗")
    await presses_twice(town.wang, preview, "发到群里")
    await town.chen.sees("第1件", to=town.building3)
    await town.chen.does_not_see("第2件", to=town.building3)


async def test_a_stranger_in_private_is_told_the_way_in(town: Estate) -> None:
    await town.outsider.starts()
    await town.outsider.says("我家灯坏了")
    await town.outsider.sees("我还不知道您住哪栋楼")
    await town.outsider.starts(payload="want-0123456789abcdef")
    await town.outsider.sees("这个链接失效了")
