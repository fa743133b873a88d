"""Who may see it: what is wiser for the committee alone, photos with people in them, authors who stay unknown."""

from __future__ import annotations

from simulator.client import Group
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.scenes import answers, files, starts

ADVISED = "只给居委会（建议）"


async def wants(town: Estate, words: str) -> None:
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.says(words)


# ---- before sending -----------------------------------------------------------------------------------------------


async def test_a_phone_number_brings_committee_only_to_the_front_and_nothing_is_refused(small_town: Estate) -> None:
    town = small_town
    await wants(town, "走廊灯坏了，找我13800138000")
    preview = await town.wang.sees("这样写对吗")
    assert "🔒 里面提到电话号码，只给居委会看更稳妥。" in preview.text
    assert preview.labels[:4] == [ADVISED, "发到群里", "发，不露姓名", "改"]
    await town.wang.says("走廊灯坏了")  # without the number there is nothing to say
    preview = await town.wang.sees("这样写对吗")
    assert "🔒" not in preview.text
    assert preview.labels[:4] == ["发到群里", "发，不露姓名", "只给居委会", "改"]
    await town.wang.presses("返回")
    await town.wang.presses("发到群里")  # her own choice counts
    assert "13800138000" in (await town.chen.sees("第1件", to=town.building3)).text


async def test_a_childs_matter_goes_to_the_committee_with_the_first_press(small_town: Estate) -> None:
    town = small_town
    await wants(town, "我孙子放学没人接，楼上还天天吵")
    preview = await town.wang.sees("里面提到孩子、邻居家的事")
    assert preview.buttons[0] == [ADVISED]
    await town.wang.says("只给居委会")  # typed as ever
    await town.wang.sees("记好了，第1件")
    await town.secretary.sees("第1件", to=town.staff)
    await town.chen.does_not_see("第1件", to=town.building3)


async def test_in_the_group_the_way_into_private_comes_first_and_it_need_not_become_a_card(small_town: Estate) -> None:
    town = small_town
    await town.wang.says(f"/want@{BOT} 想申请低保，去哪里办", to=town.building3)
    preview = await town.wang.sees("这样写对吗", to=town.building3)
    assert "里面提到家里的难处。这句话群里已经看得到" in preview.text
    assert preview.labels[:4] == ["去私聊，可以不露姓名", ADVISED, "发到群里", "改"]
    await town.wang.presses(ADVISED, to=town.building3)
    await town.wang.sees("记好了，第1件", to=town.building3)
    staff_card = await town.secretary.sees("第1件", to=town.staff)
    assert "只给居委会看" in staff_card.text
    await town.chen.says(f"/wishes@{BOT}", to=town.building3)
    await town.chen.does_not_see("第1件 “", to=town.building3)


async def test_in_english(small_town: Estate) -> None:
    town = small_town
    await starts(town.emma, town.building5)
    await town.emma.says("My neighbour upstairs plays loud music every night, her car is AB12 CDE")
    preview = await town.emma.sees("This mentions a number plate, a neighbour’s conduct")
    assert preview.labels[0] == "Committee only (advised)"
    await town.emma.presses("Committee only")
    await town.emma.sees("Noted: no. 1")


async def test_a_hidden_name_does_not_hide_what_the_words_say_and_that_is_said(small_town: Estate) -> None:
    town = small_town
    await wants(town, "2单元502室门口灯坏了")
    assert "不露姓名的话，2单元502室也不会写在卡片上；但原话里写着" in (await town.wang.sees("这样写对吗")).text
    await town.wang.says("门口灯坏了")
    assert "原话里写着" not in (await town.wang.sees("这样写对吗")).text


# ---- the photo ----------------------------------------------------------------------------------------------------


async def test_a_public_photo_asks_once_about_faces_and_children(small_town: Estate) -> None:
    town = small_town
    await wants(town, "滑梯坏了")
    await town.wang.photographs()  # added on the preview
    await town.wang.presses("发到群里")
    asked = await town.wang.sees("照片里有没有别人的脸、孩子？")
    assert asked.labels[:4] == ["没有，发", "换张照片", "去掉照片再发", "只给居委会"]
    await town.chen.does_not_see("第1件", to=town.building3)

    await town.wang.presses("返回")
    await town.wang.sees("这样写对吗")
    await town.wang.presses("发，不露姓名")
    await town.wang.presses("换张照片")
    await town.wang.photographs()
    await town.wang.sees("这样写对吗")
    await town.bot_restarts()
    await town.wang.presses("发，不露姓名")
    await town.wang.sees("照片里有没有别人的脸")  # another photo, another question
    await town.wang.says("没有")  # typed: here it is the answer, not "skip"
    await town.wang.sees("记好了，第1件")
    card = await town.chen.sees("第1件", to=town.building3)
    assert card.photo
    assert "一位邻居说的" in card.text


async def test_there_are_faces_so_it_goes_without_the_photo_or_to_the_committee(small_town: Estate) -> None:
    town = small_town
    await wants(town, "滑梯坏了")
    await town.wang.photographs()
    await town.wang.presses("发到群里")
    await town.wang.presses("去掉照片再发")
    await town.wang.sees("记好了，第1件")
    assert not (await town.chen.sees("第1件", to=town.building3)).photo

    await wants(town, "秋千坏了")
    await town.wang.photographs()
    await town.wang.presses("发到群里")
    await town.wang.presses("只给居委会")
    await town.wang.sees("记好了，第2件")
    await town.chen.does_not_see("第2件", to=town.building3)
    assert (await town.secretary.sees("第2件", to=town.staff)).photo

    await wants(town, "跷跷板坏了")
    await town.wang.photographs()
    await town.wang.presses("只给居委会")  # nobody else sees it: nothing is asked
    await town.wang.sees("记好了，第3件")


async def test_the_picture_of_the_mended_lamp_is_asked_about_too(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "走廊灯坏了")
    staff = town.staff
    await town.foreman.presses("答复", to=staff)
    await town.foreman.presses("办好了", to=staff)
    await town.foreman.says("跳过", to=staff, reply_to=await town.foreman.last(to=staff))
    await town.foreman.photographs(to=staff, reply_to=await town.foreman.last(to=staff))
    await town.foreman.presses("好了", to=staff)
    look = await town.foreman.sees("这样答复，对吗", to=staff)
    assert "照片里有没有别人的脸、孩子？" in look.text
    assert look.labels[:2] == ["对，照片里没有", "换张照片"]
    await town.foreman.presses("换张照片", to=staff)
    await town.foreman.sees("请发办好以后的照片", to=staff)
    await town.foreman.photographs(to=staff, reply_to=await town.foreman.last(to=staff))
    await town.foreman.presses("好了", to=staff)
    await town.foreman.presses("对，照片里没有", to=staff)
    await town.wang.sees("第1件办好了")


# ---- an author who stays unknown ----------------------------------------------------------------------------------


async def all_that_others_see(town: Estate) -> str:
    """All texts and buttons that anybody but Ms Wang has before them, in every chat."""
    groups: tuple[Group, ...] = (town.building3, town.building5, town.staff)
    seen = []
    for who in (town.chen, town.liu, town.emma, town.secretary, town.foreman, town.chair):
        there = {group.id for group in groups if town.telegram.groups[group.id].member(who.id) is not None}
        for group in (*(group for group in groups if group.id in there), None):
            seen += [f"{message.text} {message.labels}" for message in await who.reads(to=group)]
    return "\n".join(seen)


async def test_nobody_reads_the_name_of_a_nameless_wish_anywhere_from_filing_to_thanks(small_town: Estate) -> None:
    town = small_town
    await starts(town.chen, town.building3)
    for speaker in (town.foreman, town.secretary):
        await speaker.starts()
    await wants(town, "楼道灯坏了")
    await town.wang.presses("改")
    await town.wang.presses("地点")
    await town.wang.says("3号楼2单元5楼502室")
    await town.wang.presses("发，不露姓名")
    await town.wang.sees("记好了，第1件")
    await town.chen.presses("我来帮", to=town.building3)

    # The committee asks: it learns the answer, not who gives it.
    await town.secretary.presses("更多", to=town.staff)
    await town.secretary.presses("问提的人", to=town.staff)
    await town.secretary.says("是哪一盏灯？", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.sees("问过去了", to=town.staff)
    again = await town.foreman.presses("问提的人", to=town.staff)
    assert "刚问过" in (again.alert or "")
    asked = await town.wang.sees("居委会李书记想问您一句")
    assert "是哪一盏灯？" in asked.text
    assert asked.labels == ["回一句", "不想答"]
    await town.bot_restarts()
    await town.wang.presses("回一句")
    await town.wang.photographs()
    await town.wang.says("电梯口那盏")
    await town.wang.presses("对")
    await town.wang.sees("回过去了")
    answered = await town.secretary.sees("第1件，提的人回话了", to=town.staff)
    assert "电梯口那盏" in answered.text
    assert answered.photo
    late = await town.wang.presses("不想答", on=asked)
    assert "您回过了" in (late.alert or "")

    # Answered, done, thanked.
    await answers(town, town.foreman, "答应", day="3月20日", about="第1件 ·")
    await answers(town, town.foreman, "办好了", photo=True, about="第1件 ·")
    await town.world.advances(hours=11)  # the second news of the day waits for the evening
    await town.wang.presses("谢谢" if "说声谢谢" in (await town.wang.last()).labels else "为第1件道谢")
    await town.world.advances(hours=24)
    await town.foreman.sees("一位邻居为第1件谢谢您")
    await town.secretary.presses("更多", to=town.staff)
    history = await town.secretary.sees("来龙去脉", to=town.staff)
    assert "回话：电梯口那盏" in history.text
    for looked in ("/wish 1", "/wishes", "/find 灯"):
        await town.secretary.says(looked)
        await town.chen.says(looked)
        await town.chen.says(looked.replace(" ", f"@{BOT} ", 1) if " " in looked else f"{looked}@{BOT}",
                             to=town.building3)  # fmt: skip

    seen = await all_that_others_see(town)
    assert "第1件" in seen
    assert "王阿姨" not in seen
    places = ((town.chen, None), (town.chen, town.building3), (town.liu, town.building3))
    neighbours = "\n".join([message.text for who, where in places for message in await who.reads(to=where)])
    assert "3号楼" in neighbours
    for finer in ("2单元", "5楼", "502"):
        assert finer not in neighbours
    assert "2单元5楼502室" in (await town.secretary.sees("第1件 ·", to=town.staff)).text


async def test_an_author_who_never_pressed_start_is_asked_by_the_card(small_town: Estate) -> None:
    town = small_town
    await town.zhao.says(f"/want@{BOT} 一楼大厅想放几把椅子", to=town.building3)
    await town.zhao.presses("发到群里", to=town.building3)
    await town.foreman.presses("更多", to=town.staff)
    await town.foreman.presses("问提的人", to=town.staff)
    await town.foreman.says("放几把够？", to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    await town.foreman.presses("对", to=town.staff)
    await town.foreman.sees("没法私下告诉提第1件的人", to=town.staff)

    card = await town.zhao.sees("第1件", to=town.building3)
    assert "物业有句话想问提这件的人" in card.text
    assert "放几把够" not in card.text, "what is asked is for the author alone"
    await town.chen.presses("是我提的", to=town.building3)
    await town.chen.sees("这句是问提这件的人的，您不用管它。")
    await town.zhao.presses("是我提的", to=town.building3)
    await town.zhao.sees("放几把够？")
    assert "想问" not in (await town.chen.sees("第1件", to=town.building3)).text
    await town.zhao.says("不想答")
    await town.zhao.sees("不想答没关系")
    await town.foreman.sees("他不想答", to=town.staff)


async def test_a_question_that_found_nobody_waits_for_start_and_for_second_thoughts(small_town: Estate) -> None:
    town = small_town
    await starts(town.emma, town.building5)
    await town.emma.says("The bench is broken")
    await town.emma.presses("Committee only")
    await town.emma.blocks()
    await town.secretary.presses("更多", to=town.staff)
    await town.secretary.presses("问提的人", to=town.staff)
    await town.secretary.says("哪一张？", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.sees("群里也不能说", to=town.staff)
    await town.emma.unblocks()
    await town.emma.starts()
    asked = await town.emma.sees("李书记 of the committee asks about your no. 1: 哪一张？")
    assert asked.labels == ["Answer", "I’d rather not"], "the same as whoever is asked at once gets"
    await town.emma.presses("I’d rather not", on=asked)
    await town.emma.sees("That’s all right")
    await town.secretary.sees("他不想答", to=town.staff)
    await town.emma.presses("Answer")  # second thoughts
    await town.emma.says("The one at the gate")
    await town.emma.presses("Yes")
    await town.secretary.sees("回话：The one at the gate", to=town.staff)


async def test_filing_is_paused_and_lifted_without_learning_whose(small_town: Estate) -> None:
    town = small_town
    await starts(town.chen, town.building3)
    await files(town, town.wang, "物业的人都是骗子", how="发，不露姓名")
    await files(town, town.wang, "一楼大厅想放几把椅子")
    by_property = await town.foreman.sees("第1件 ·", to=town.staff)
    await town.secretary.presses("更多", to=town.staff, on=by_property)
    not_theirs = await town.foreman.presses("暂停此人提心愿", to=town.staff)
    assert "这一步要居委会" in (not_theirs.alert or "")
    await town.secretary.presses("暂停此人提心愿", to=town.staff)
    await town.secretary.presses("骂人、伤人的话", to=town.staff)
    await town.secretary.sees("停七天", to=town.staff)
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.sees("3月10日（周二）起他又能提了", to=town.staff)

    told = await town.wang.sees("您先歇几天")
    assert "3月10日（周二）起再提新的心愿" in told.text
    assert "骂人、伤人的话" in told.text
    await town.wang.says("电梯口也想放一把")
    await town.wang.sees("3月10日起又可以提")
    await town.wang.says("/suggest 电梯口放一把")
    assert "3月10日起" in (await town.wang.last()).text
    await town.wang.presses("我想要", to=town.building3)
    assert "3月10日起" in (await town.wang.last()).text
    await town.wang.says(f"/want@{BOT} 电梯口放一把", to=town.building3)
    in_group = await town.wang.sees("跟我单独说", to=town.building3)  # the neighbours need not know
    assert "3月10日" not in in_group.text
    await town.wang.says("楼道着火了")  # what is dangerous is heard from everybody
    await town.wang.sees("先打 119")
    await town.chen.does_not_see("第3件", to=town.building3)

    # On another wish of the same author nothing shows: it would tell who the nameless one is.
    other = await town.secretary.sees("一楼大厅", to=town.staff)
    await town.secretary.presses("更多", to=town.staff, on=other)
    assert "不能提新的" not in (await town.secretary.sees("来龙去脉", to=town.staff)).text
    await town.secretary.presses("更多", to=town.staff, on=by_property)
    history = await town.secretary.sees("来龙去脉", to=town.staff)
    assert "⏸ 提的人现在不能提新的，3月10日（周二）起恢复" in history.text
    assert "恢复此人提心愿" in history.labels
    assert "王阿姨" not in history.text

    await town.foreman.presses("恢复此人提心愿", to=town.staff)
    await town.foreman.sees("提第1件的人又能提心愿了", to=town.staff)
    await town.wang.sees("您又可以提心愿了")
    twice = await town.foreman.presses("恢复此人提心愿", to=town.staff)
    assert "没有停着" in (twice.alert or "")
    await town.wang.says("电梯口放一把椅子")
    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第3件")


async def test_a_pause_that_comes_while_a_preview_stands_holds_and_ends_by_itself(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "一楼大厅想放几把椅子")
    await wants(town, "二楼也想放")
    await town.secretary.presses("更多", to=town.staff)
    await town.secretary.presses("暂停此人提心愿", to=town.staff)
    await town.secretary.presses("提得太多太密", to=town.staff)
    await town.secretary.presses("对", to=town.staff)
    refused = await town.wang.presses("发到群里")
    assert "3月10日起" in (refused.alert or "")
    await town.wang.says("/cancel")
    await town.world.advances(days=6, hours=14)
    await answers(town, town.secretary, "只答复", words="看看放得下放不下", about="第1件 ·")
    await town.wang.says("二楼也想放")
    await town.wang.sees("3月10日起又可以提")
    await town.world.advances(days=1, hours=1)
    await town.wang.says("二楼还是想放")
    await town.wang.presses("发到群里")
    await town.wang.sees("记好了，第2件")
