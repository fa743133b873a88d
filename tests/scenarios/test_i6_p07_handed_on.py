"""失物招领和闲置: found, lost and given away; the owner proves it, and who wants it waits in order."""

from __future__ import annotations

from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.handed_on import CHAIR, GLOVE, KEYS, answers, card, opens, posts, ready

# ---- found ----------------------------------------------------------------------------------------------------------


async def test_keys_are_found_the_owner_tells_what_only_they_know_and_has_them_back(town: Estate) -> None:
    await ready(town)
    wang, chen, liu = town.wang, town.chen, town.liu
    await wang.says("捡到了一串钥匙")
    asked = await wang.last()
    assert "大概在哪儿" in asked.text, "what it is has been said already"
    await wang.says("昨天傍晚，3号楼门口")
    preview = await wang.sees("这样发到群里找失主，对吗")
    assert "捡到：一串钥匙" in preview.text, "the card says already that it was found"
    assert "只有失主才知道的先别写" in preview.text
    assert "发到：3号楼邻居群" in preview.text
    assert "5号楼" not in preview.text, "its own building, unless somebody says otherwise"
    await wang.presses("发到群里")
    posted = await wang.sees("发到1个群了，是第1样东西")
    assert posted.labels == ["看第1样"]
    shown = await card(chen, town.building3, "一串钥匙")
    assert shown.text == "🔎 捡到：一串钥匙\n📍 昨天傍晚，3号楼门口\n第1样东西，王阿姨发的"
    assert shown.labels == ["是我的"]
    assert shown.silent

    said = len(await chen.reads(to=town.building3))
    assert "等着" not in (await answers(liu, town.building3, "一串钥匙", "是我的", "没有挂件")).text
    answered = await answers(chen, town.building3, "一串钥匙", "是我的", "挂着一只红色小熊，在门口丢的")
    assert "我拿去问捡到的人" in answered.text
    assert len(await chen.reads(to=town.building3)) == said, "nobody in the group sees whose it is"
    assert "有2位说是自己的" in (await card(chen, town.building3, "一串钥匙")).text
    assert "小陈" not in (await card(chen, town.building3, "一串钥匙")).text

    wrong = await wang.sees("刘敏说是自己的")
    assert wrong.text.endswith("“没有挂件”")
    await wang.presses("不是", on=wrong)
    await liu.sees("跟您说的对不上")
    right = await wang.sees("小陈说是自己的")
    assert "红色小熊" in right.text
    assert right.labels == ["对，是小陈的", "不是"]
    await wang.presses("对，是小陈的", on=right)
    told = await wang.last()
    assert told.labels == ["告诉小陈在哪儿碰头", "已经还给失主", "小陈这边没成"]
    await chen.sees("就是您的！等对方告诉您在哪儿拿")
    await wang.presses("告诉小陈在哪儿碰头", on=told)
    await wang.says("3号楼门卫室，下午都在")
    await wang.sees("给小陈看了")
    passed = await chen.sees("对方说：3号楼门卫室，下午都在")
    await liu.does_not_see("门卫室")

    await wang.presses("已经还给失主", on=told)
    await wang.presses("是的，了结了")
    await wang.sees("了结了。谢谢您")
    over = await card(liu, town.building3, "一串钥匙")
    assert over.id == shown.id, "the card is edited"
    assert over.text.endswith("✅ 已经还给失主了")
    assert over.labels == []
    assert (await chen.reads())[[each.id for each in await chen.reads()].index(passed.id)].text == (
        "第1样东西：对方留的话收起来了。"
    ), "a door or number is nobody's any more"
    assert "已经了结了" in await forges(town, liu, "thing-answer:1")


async def test_a_card_has_no_name_if_its_poster_wants_none_and_goes_to_all_groups_if_they_want(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "lost", GLOVE, how="不写名字发", 发到哪些群="全小区")
    shown = await card(town.emma, town.building5, GLOVE)
    assert shown.text == f"❓ 丢了：{GLOVE}\n第1样东西"
    assert shown.labels == ["我捡到或看见了"]
    assert "王阿姨" not in (await card(town.chen, town.building3, GLOVE)).text


async def test_somebody_saw_what_was_lost(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "lost", GLOVE, where="今天早上，小花园")
    await answers(town.chen, town.building3, GLOVE, "我捡到或看见了", "小花园的长椅上")
    told = await town.wang.sees("小陈有消息")
    assert "小花园的长椅上" in told.text
    await town.wang.presses("对，就是它", on=told)
    await town.chen.sees("多亏您")
    # It was somebody else's: no number was passed on, and the next may still be right.
    await town.wang.presses("小陈这边没成")
    await town.chen.sees("还是谢谢您留意")
    view = await opens(town.wang)
    assert "还没有人来问" in view.text
    assert view.labels == ["已经找回来了", "收回不挂了"]


# ---- given away -----------------------------------------------------------------------------------------------------


async def test_three_want_it_first_come_first_asked_and_who_steps_back_makes_room(town: Estate) -> None:
    await ready(town)
    await ready(town, town.zhao)
    wang = town.wang
    await posts(wang, "giveaway", CHAIR, where="3号楼，晚上都在")
    assert "您是第一位" in (await answers(town.chen, town.building3, CHAIR, "我想要")).text
    waits = await answers(town.liu, town.building3, CHAIR, "我想要")
    assert waits.text == "前面还有1位，您排第2。轮到了我告诉您。"
    assert waits.labels == ["算了，不用了"]
    await answers(town.zhao, town.building3, CHAIR, "我想要")
    assert "有3位想要" in (await card(town.chen, town.building3, CHAIR)).text
    first = await wang.sees("小陈想要")
    await wang.does_not_see("刘敏想要")
    # Pressed again it is said so, and nothing changes.
    again = await answers(town.liu, town.building3, CHAIR, "我想要")
    assert "您排在第2位" in again.text
    await town.chen.presses("算了，不用了", on=await opens(town.chen))
    await wang.sees("小陈不用")
    second = await wang.sees("刘敏想要")
    assert second.labels == ["给刘敏", "问下一位"]
    late = await wang.presses("给小陈", on=first)
    assert "已经不在等了" in (late.alert or late.toast or (await wang.last()).text)
    await wang.presses("问下一位", on=second)
    await wang.sees("我回刘敏了，接着问下一位")
    await town.liu.sees("这次没给您")
    third = await wang.sees("老赵想要")
    await wang.presses("给老赵", on=third)
    await town.zhao.sees("给您了")
    assert "已经答应老赵" in (await opens(wang)).text
    # Who came back stands at the end, and is told how it ended.
    await answers(town.chen, town.building3, CHAIR, "我想要")
    await wang.presses("已经送出去了", on=await opens(wang))
    await wang.presses("是的，了结了")
    await town.chen.sees("已经送出去了，就不麻烦您了")
    await town.zhao.does_not_see("就不麻烦您了")
    assert (await card(town.chen, town.building3, CHAIR)).text.endswith("✅ 已经送出去了")


async def test_nothing_is_sold_here_and_nothing_is_lost(town: Estate) -> None:
    await ready(town)
    wang = town.wang
    await wang.says("/giveaway")
    await wang.says("儿童餐椅，八成新，50元")
    refused = await wang.last()
    assert "这里只送不卖" in refused.text
    assert "儿童餐椅，八成新，50元" in refused.text, "so that it can be taken up again"
    await wang.says("儿童餐椅，原价300元，八成新，不要钱")
    await wang.says("跳过")
    await wang.presses("改内容", on=await wang.sees("问谁想要，对吗"))
    await wang.says("餐椅便宜转，微信13912345678")
    assert "只送不卖" in (await wang.last()).text
    await wang.says("餐椅，要的打我电话13912345678")
    assert "电话" in (await wang.sees("问谁想要，对吗")).text, "numbers are better not read by everybody"
    await town.bot_restarts()
    await wang.presses("改内容")
    await wang.says("餐椅一把")
    await wang.presses("返回")
    await wang.presses("改内容")
    await wang.says("餐椅两把")
    await wang.presses("发到群里")
    assert "送人：餐椅两把" in (await card(town.chen, town.building3, "餐椅")).text


# ---- who may what ---------------------------------------------------------------------------------------------------


async def test_what_is_ones_own_leads_to_things_too(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "found", KEYS)
    await answers(town.chen, town.building3, KEYS, "是我的", "红色的")
    for person, seen in ((town.wang, KEYS), (town.chen, KEYS)):
        await person.says("/mine")
        mine = await person.last()
        await person.presses("失物和闲置", on=mine)
        listed = await person.last()
        assert "我发的和我应的" in listed.text
        assert seen in listed.text
        assert listed.id != mine.id, "what one had asked for stays where it is"
    await town.liu.says("/mine")
    assert "失物和闲置" not in (await town.liu.last()).labels


async def test_ones_own_a_second_press_and_another_estate(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "found", KEYS)
    await town.wang.presses("是我的", to=town.building3, on=await card(town.wang, town.building3, KEYS))
    assert "还没有人来问" in (await town.wang.last()).text, "whoever posted it sees how it stands"
    assert "这是您自己发的" in await forges(town, town.wang, "thing-answer:1")
    assert "这要发的人自己来" in await forges(town, town.chen, "thing-do:1:handed-yes")
    await answers(town.chen, town.building3, KEYS, "是我的", "红色的")
    again = await answers(town.chen, town.building3, KEYS, "是我的")
    assert "您应了，对方在看" in again.text
    assert "红色的" in again.text
    await town.chen.presses("算了，不用了", on=again)
    assert "已经不在等了" in await forges(town, town.chen, "thing-back:1")
    await town.outsider.starts()
    for pressed in ("thing:1", "thing-answer:1", "thing-do:1:withdraw-yes", "thing-off:1"):
        assert "没找到这样东西" in await forges(town, town.outsider, pressed)
    await town.outsider.says("/things 1")
    assert KEYS not in (await town.outsider.last()).text


async def test_in_a_group_it_goes_on_in_private_and_the_list_has_links(town: Estate) -> None:
    await ready(town)
    await town.zhao.says(f"/found@{BOT} 一把伞", to=town.building3)
    here = await town.zhao.last(to=town.building3)
    assert "私聊" in here.text
    await town.zhao.presses("我捡到东西", to=town.building3, on=here)
    assert "捡到什么了" in (await town.zhao.last()).text
    await town.zhao.says("一把伞")
    await town.zhao.says("跳过")
    await town.zhao.presses("发到群里")
    await posts(town.wang, "giveaway", CHAIR)
    await town.liu.says("闲置")
    listed = await town.liu.last()
    assert listed.text == (f"阳光小区 · 失物招领和闲置\n🎁 第2样 · 送人 · {CHAIR}\n🔎 第1样 · 捡到 · 一把伞")
    await town.liu.presses("送人的", on=listed)
    assert "一把伞" not in (await town.liu.last()).text
    await town.liu.presses("看第2样")
    view = await town.liu.last()
    assert "挂到3月16日（周一）10:00" in view.text
    assert view.labels == ["我想要"]
    await town.liu.presses("我想要", on=view)
    assert "您是第一位" in (await town.liu.last()).text
    await town.liu.says("/things")
    await town.liu.presses("我发的和我应的")
    assert "送人" in (await town.liu.last()).text
    await town.chen.says(f"/things@{BOT}", to=town.building3)
    in_group = await town.chen.last(to=town.building3)
    assert in_group.labels[:2] == ["看第2样", "看第1样"]
    await town.chen.presses("看第1样", to=town.building3, on=in_group)
    assert "捡到：一把伞" in (await town.chen.last()).text


async def test_nothing_is_there_yet(town: Estate) -> None:
    await ready(town)
    await town.liu.says("失物招领")
    assert "现在一样也没有" in (await town.liu.last()).text
    await town.liu.presses("我发的和我应的")
    assert "您还没发过" in (await town.liu.last()).text
    await town.liu.presses("全部")
    assert "没有第7样东西" in (await opens(town.liu, 7)).text
    await town.liu.says("/things")
    await town.liu.presses("我有东西送人")
    assert "送什么？" in (await town.liu.last()).text


async def test_a_moderator_takes_down_what_does_not_belong_there(town: Estate) -> None:
    await ready(town)
    await posts(town.wang, "giveaway", "两瓶白酒")
    await answers(town.chen, town.building3, "两瓶白酒", "我想要")
    await town.secretary.starts()
    view = await opens(town.secretary)
    assert "撤下" in view.labels
    await town.secretary.presses("撤下", on=view)
    await town.secretary.says("酒不在这里送")
    await town.secretary.sees("告诉发的人：“酒不在这里送”")
    await town.secretary.presses("撤下")
    await town.wang.sees("被撤下了。原因：酒不在这里送")
    await town.chen.sees("已经撤下，就不麻烦您了")
    shown = await card(town.chen, town.building3, "两瓶白酒")
    assert shown.text.endswith("已经撤下")
    assert shown.labels == []
    assert "这一步要" in await forges(town, town.chen, "thing-off:1"), "neighbours take nothing down"


async def test_one_person_has_so_many_up(town: Estate) -> None:
    await ready(town)
    for n in range(3):
        await posts(town.wang, "found", f"第{n}把伞")
    await town.wang.says("/found")
    assert "今天您发了3样了" in (await town.wang.last()).text


async def test_in_english(town: Estate) -> None:
    await town.emma.presses("我想要", to=town.building5)
    await town.emma.presses("Cancel")
    await ready(town)
    await town.emma.says("I found a red umbrella")
    assert "Roughly where and when" in (await town.emma.last()).text
    await town.emma.says("skip")
    preview = await town.emma.sees("Shall I post it like this")
    assert "Please leave out what only the owner knows" in preview.text
    await town.emma.presses("Post it")
    await town.emma.sees("It’s in one group, as thing 1")
    await town.chen.says("/things")
    await town.chen.presses("看第1样")
    await town.chen.presses("是我的")
    await town.chen.says("绿色的柄")
    told = await town.emma.sees("says it’s theirs")
    assert told.labels == ["Yes, it’s 小陈’s", "No, it isn’t"]
    await town.emma.presses("Yes, it’s 小陈’s", on=told)
    await town.emma.presses("Tell 小陈 where to meet")
    await town.emma.says("gatehouse")
    await town.chen.sees("对方说：gatehouse")
    await town.emma.presses("It’s back with its owner", on=await opens(town.emma))
    await town.emma.presses("Yes, it’s done")
    await town.emma.sees("is done with. Thank you!")
    await town.emma.says("/giveaway a chair, $20")
    assert "What do you give away?" in (await town.emma.last()).text
    await town.emma.says("a chair, $20")
    assert "Nothing is sold here" in (await town.emma.last()).text
