"""接龙报名: asked in the group, signed up with one tap, first come first served, and whoever waits moves up."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import presses_twice, starts
from tests.scenarios.signing import DUMPLINGS, asks, card, list_of, opens, ready, rows, taps

# ---- one tap ---------------------------------------------------------------------------------------------------------


async def test_neighbours_sign_up_with_one_tap_and_read_it_on_the_card(town: Estate) -> None:
    await ready(town)
    posted = await asks(town.secretary)
    assert "第1个接龙发到2个群了" in posted.text
    shown = await card(town.wang, town.building3)
    assert "3月7日（周六）14:00" in shown.text
    assert "3号楼门口" in shown.text
    assert "第1个接龙，李书记发起" in shown.text
    assert "已经有0人，还剩3个名额" in shown.text
    assert "报名到3月6日（周五）18:00为止" in shown.text, "the evening before, unless somebody says otherwise"
    assert shown.labels == ["我报名", "不去了"]
    assert await taps(town.wang, "我报名", town.building3) == "报上了，您是第1个。"
    assert await taps(town.emma, "我报名", town.building5) == "报上了，您是第2个。"
    one, other = await card(town.wang, town.building3), await card(town.emma, town.building5)
    assert one.id == shown.id, "the card is edited, not posted again"
    for each in (one, other):
        assert "1. 王阿姨\n2. Emma" in each.text, "one list for both groups"
        assert "已经有2人，还剩1个名额" in each.text
    assert await taps(town.wang, "我报名", town.building3) == "您已经报上了，第1个。"
    assert "好，您不去了" in await taps(town.wang, "不去了", town.building3)
    assert "1. Emma" in (await card(town.wang, town.building3)).text
    assert "您没有报名" in await taps(town.wang, "不去了", town.building3)
    before = [each.id for each in await town.zhao.reads(to=town.building3)]
    await presses_twice(town.zhao, await card(town.zhao, town.building3), "我报名")
    assert (await card(town.zhao, town.building3)).text.count("老赵") == 1, "a nervous thumb signs up once"
    assert [each.id for each in await town.zhao.reads(to=town.building3)] == before, "nothing more is said there"


async def test_who_waits_moves_up_and_is_told_in_private(town: Estate) -> None:
    await ready(town)
    await starts(town.liu, town.building3)
    await asks(town.secretary, places="2")
    await taps(town.wang, "我报名", town.building3)
    await taps(town.chen, "我报名", town.building3)
    assert await taps(town.liu, "我报名", town.building3) == ("名额满了，您排在候补第1个。有空位就轮到您，我告诉您。")
    waits = await taps(town.zhao, "我报名", town.building3)
    assert "候补第2个" in waits
    assert "请看这张卡片" in waits, "who cannot be written to is promised no message"
    shown = await card(town.liu, town.building3)
    assert "名额满了，一共2人" in shown.text
    assert "候补2人" in shown.text
    assert "候补：\n1. 刘敏\n2. 老赵" in shown.text
    said = len(await town.liu.reads(to=town.building3))
    await taps(town.wang, "不去了", town.building3)
    told = await town.liu.sees("有空位了，“端午包粽子”报上了")
    assert "3月7日（周六）14:00" in told.text
    assert told.labels == ["不去了", "看第1个"]
    assert "1. 小陈\n2. 刘敏\n候补：\n1. 老赵" in (await card(town.liu, town.building3)).text
    assert len(await town.liu.reads(to=town.building3)) == said
    # From that message it is given back at once, and taken again by the same message.
    await town.liu.presses("不去了", on=told)
    assert "2. 老赵" in (await card(town.liu, town.building3)).text
    assert len(await town.zhao.reads(to=town.building3)) == said, "who may not be mentioned is not"
    view = await town.liu.last()
    await town.liu.presses("我报名", on=view)
    assert "您在候补，第1个" in (await town.liu.last()).text


async def test_who_cannot_be_written_to_is_mentioned_once_if_they_allowed_it(town: Estate) -> None:
    await ready(town)
    await starts(town.liu, town.building3)
    await town.liu.says("/privacy")
    await town.liu.presses("连到我的账号")
    await asks(town.secretary, places="1")
    await taps(town.wang, "我报名", town.building3)
    await taps(town.liu, "我报名", town.building3)
    await town.liu.blocks()
    await taps(town.wang, "不去了", town.building3)
    line = (await town.wang.reads(to=town.building3))[-1]
    assert line.text == "刘敏，有空位了，“端午包粽子”您报上了。"
    assert line.silent


async def test_children_come_along_and_their_names_are_for_the_organiser_alone(town: Estate) -> None:
    await ready(town)
    await starts(town.liu, town.building3)
    await asks(town.secretary, places="四个名额", 能带几人="2")
    shown = await card(town.liu, town.building3)
    assert shown.labels == ["我报名", "带一人", "不去了"]
    assert await taps(town.liu, "带一人", town.building3) == "报上了，您是第1个，带1人。"
    assert await taps(town.liu, "带一人", town.building3) == "报上了，您是第1个，带2人。"
    assert "每人最多带2人" in await taps(town.liu, "带一人", town.building3)
    await taps(town.wang, "我报名", town.building3)
    assert "名额满了，多带不了。您自己的还在" in await taps(town.wang, "带一人", town.building3)
    assert "1. 刘敏，带2人\n2. 王阿姨" in (await card(town.liu, town.building3)).text
    view = await opens(town.liu)
    assert "您报上了，第1个，带2人" in view.text
    await town.liu.presses("写上孩子的名字", on=view)
    await town.liu.says("小明、小红")
    view = await town.liu.sees("您带的：小明、小红")
    assert "小明" not in (await card(town.liu, town.building3)).text
    assert "小明、小红" in await rows(town, await list_of(town))
    await town.liu.presses("少带一人", on=view)
    assert "1. 刘敏，带1人" in (await card(town.liu, town.building3)).text


async def test_only_how_many_where_names_are_not_to_be_shown(town: Estate) -> None:
    await ready(town)
    await asks(town.secretary, places="1", 写不写名字="只写人数")
    await taps(town.wang, "我报名", town.building3)
    await taps(town.chen, "我报名", town.building3)
    shown = await card(town.wang, town.building3)
    assert "名额满了，一共1人" in shown.text
    assert "候补1人" in shown.text
    assert "王阿姨" not in shown.text
    assert "1. 王阿姨\n候补：\n1. 小陈" in (await opens(town.secretary)).text, "whoever asks knows them"


# ---- the dialog ------------------------------------------------------------------------------------------------------


async def test_bad_input_back_restart_and_no_limit(town: Estate) -> None:
    await ready(town)
    secretary = town.secretary
    await secretary.says("/signup 周末一起拔草")
    await secretary.sees("哪一天")
    await secretary.says("等等看")
    assert "没看懂" in (await secretary.last()).text or "日子" in (await secretary.last()).text
    await secretary.says("今天早上八点")
    await secretary.sees("在哪里")
    await town.bot_restarts()
    await secretary.says("跳过")
    await secretary.says("很多")
    await secretary.sees("“很多”我没看懂")
    await secretary.presses("不限")
    preview = await secretary.sees("这样发到群里，对吗")
    assert "名额：不限" in preview.text
    assert "📍" not in preview.text
    groups = preview.text.partition("发到：")[2]
    assert set(groups.split("、")) == {"3号楼邻居群", "5号楼邻居群"}, "all, unless somebody says otherwise"
    pressed = await secretary.presses("发到群里")
    assert "这个时间已经过了" in (pressed.alert or (await secretary.last()).text), "it is nine in the morning"
    await secretary.presses("改时间")
    await secretary.says("很早")
    await secretary.sees("“很早”我没看懂")
    await secretary.says("八点")
    await secretary.presses("改日子")
    await secretary.presses("明天")
    await secretary.presses("改截止")
    await secretary.says("3月9日")
    await secretary.sees("截止不能在开始以后")
    await secretary.presses("开始的时候")
    assert "报名到开始的时候为止" in (await secretary.last()).text
    await secretary.presses("返回")
    assert "报名到开始的时候为止" not in (await secretary.last()).text
    await secretary.presses("发到哪些群")
    await secretary.presses("5号楼邻居群")
    await secretary.presses("好了")
    await secretary.presses("发到群里")
    await secretary.sees("第1个接龙发到1个群了")
    await town.emma.sees("周末一起拔草", to=town.building5)
    await town.wang.does_not_see("周末一起拔草", to=town.building3)
    gone = await forges(town, town.wang, "attend:1:in", to=town.building3)
    assert "没找到这个接龙" in gone, "it was not asked in this group"


async def test_who_may_ask_and_where(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await town.liu.says("/signup")
    assert "名额" not in (await town.liu.last()).text
    captain = await town.world.person("李姐", id=9004)
    await captain.starts()
    await captain.says("发起接龙")
    for words in ("楼里擦楼梯", "明天", "9:30", "跳过", "不限"):
        await captain.says(words)
    preview = await captain.sees("这样发到群里，对吗")
    assert "发到：3号楼邻居群" in preview.text
    assert "5号楼" not in preview.text, "a captain asks in her building alone"
    await captain.presses("发到群里")
    assert "李姐发起" in (await card(town.wang, town.building3, "楼里擦楼梯")).text
    volunteer = await town.world.person("小周", id=9005)
    await volunteer.starts()
    assert "这要发起的人" in await forges(town, volunteer, "signup-do:1:cancel")
    await town.secretary.starts()
    assert "要名单" in (await opens(town.secretary)).labels, "the committee looks after all of them"


async def test_what_there_is_and_what_is_mine(town: Estate) -> None:
    await ready(town)
    await starts(town.liu, town.building3)
    await town.liu.says("接龙")
    assert "现在没有接龙" in (await town.liu.last()).text
    await asks(town.secretary)
    await asks(town.secretary, what="周日拔草", day="3月8日", places="不限")
    await taps(town.liu, "我报名", town.building3)
    await town.liu.says("/signups")
    listed = await town.liu.last()
    assert "✅ 第1个 · 3月7日（周六）14:00 · 端午包粽子 · 您报上了" in listed.text
    assert "第2个 · 3月8日（周日）14:00 · 周日拔草" in listed.text
    assert listed.labels == ["看第1个", "看第2个"]
    await town.liu.presses("看第2个", on=listed)
    view = await town.liu.last()
    assert view.labels == ["我报名"]
    await town.liu.presses("我报名", on=view)
    assert "您报上了，第1个" in (await town.liu.last()).text
    await town.zhao.says("/signups", to=town.building3)
    in_group = await town.zhao.last(to=town.building3)
    assert "您报上了" not in in_group.text, "whose they are is nobody's to read"
    await town.zhao.presses("看第1个", to=town.building3, on=in_group)
    assert "接龙：端午包粽子" in (await town.zhao.last()).text
    assert "没有第7个接龙" in (await opens(town.liu, 7)).text
    assert DUMPLINGS in (await opens(town.liu)).text


async def test_many_tap_at_once_and_no_place_is_given_twice(town: Estate) -> None:
    await ready(town)
    await asks(town.secretary, places="5")
    neighbours = [await town.world.person(f"邻居{n}") for n in range(12)]
    for each in neighbours:
        await each.joins(town.building3, settle=False)
    await town.world.settle()
    shown = await card(town.wang, town.building3)
    for each in neighbours:
        await each.act("press", chat=shown.chat_id, message=shown.id, label="我报名")
    await town.world.settle()
    await town.world.advances(seconds=60)
    text = (await card(town.wang, town.building3)).text
    assert "名额满了，一共5人" in text
    assert "候补7人" in text
    placed, _, waiting = text.partition("候补：")
    assert sum(f"邻居{n}" in placed for n in range(12)) >= 5
    assert len([line for line in placed.splitlines() if ". 邻居" in line]) == 5
    assert len([line for line in waiting.splitlines() if ". 邻居" in line]) == 7


async def test_in_english(town: Estate) -> None:
    await ready(town)
    await starts(town.emma, town.building5)
    await asks(town.secretary, places="1")
    await town.emma.says("/signups")
    listed = await town.emma.last()
    assert "Sat 7 March, 14:00 · 端午包粽子 · one place left" in listed.text
    await town.emma.presses("Look at 1", on=listed)
    pressed = await town.emma.presses("I’m coming")
    assert pressed.text == "You’re in, no. 1."
