"""Something is wrong: folded by three or by one who answers, looked at, restored or taken down, contested once."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import answers, files, presses_twice, starts

INSULT = "三楼的老赵家天天半夜拖桌子，没教养"


async def reports(town: Estate, person: Person, label: str = "有问题") -> str:
    """Press, read what the window says, press again; what the second window says."""
    asked = await person.presses(label, to=town.building3)
    assert asked.alert
    await town.world.advances(seconds=5)
    said = await person.presses(label, to=town.building3)
    return said.alert or ""


async def card_of(town: Estate, number: int = 1) -> Message:
    return await town.chen.sees(f"第{number}件", to=town.building3)


async def test_three_neighbours_fold_it_and_nobody_learns_who(town: Estate) -> None:
    """On both databases. Zhao never pressed Start: for him, too, all of it happens in the group."""
    await files(town, town.wang, INSULT)
    third = await town.world.person("孙大姐")
    await third.joins(town.building3)

    asked = await town.zhao.presses("有问题", to=town.building3)
    assert "再按一次" in (asked.alert or "")
    assert "批评不算问题" in (asked.alert or "")
    await presses_twice(town.liu, await card_of(town), "有问题")
    assert INSULT in (await card_of(town)).text, "a nervous thumb reports nothing"

    await town.world.advances(seconds=5)
    counted = await town.zhao.presses("有问题", to=town.building3)
    assert "报给群管理了，不会说是谁" in (counted.alert or "")
    assert "🚩 被1个人报了" in (await town.secretary.sees("第1件", to=town.staff)).text
    assert "满三个人" in (await town.liu.presses("有问题", to=town.building3)).alert  # type: ignore[operator]
    assert INSULT in (await card_of(town)).text, "two are not three"
    await town.bot_restarts()
    folded = await reports(town, third)
    assert folded == "谢谢。第1件先收起来了，正在核对。不会说是谁报的。"

    card = await card_of(town)
    assert card.text == "第1件正在核对"
    assert card.labels == []
    assert len([one for one in await town.chen.reads(to=town.building3) if "第1件" in one.text]) == 1
    told = await town.wang.sees("先收起来请群管理看看")
    assert "不一定是您的错" in told.text
    for message in (*await town.secretary.reads(to=town.staff), *await town.wang.reads()):
        assert not any(name in message.text.replace(INSULT, "") for name in ("老赵", "刘敏", "孙大姐"))

    await _out_of_everybodys_sight(town)
    await town.wang.says("我的")
    await town.wang.sees("正在核对")
    await town.wang.presses("第1件")
    await town.wang.sees(INSULT)


async def _out_of_everybodys_sight(town: Estate) -> None:
    """Lists, search, one by its number, similar wishes, old buttons."""
    await starts(town.chen, town.building3)
    await town.chen.says("/wishes")
    await town.chen.sees("这里还没有")
    await town.chen.says("/find 桌子")
    await town.chen.sees("没找到带“桌子”的")
    await town.chen.says("第1件")
    await town.chen.sees("第1件正在核对，核对好了才能看")
    await town.chen.says(f"/wish@{BOT} 1", to=town.building3)
    await town.chen.sees("第1件正在核对，核对好了才能看", to=town.building3)
    assert "正在核对" in await forges(town, town.chen, "join:1", to=town.building3)
    assert "正在核对" in await forges(town, town.foreman, "answer:1", to=town.staff)
    await town.chen.says(INSULT)
    assert "好像有人说过" not in (await town.chen.sees("这样写对吗")).text
    await town.chen.presses("取消")


async def test_restored_it_is_as_it_was_and_the_same_three_fold_it_no_more(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "物业收了钱不干活，楼道脏得没法走")
    await town.chen.presses("我家也是", to=town.building3)
    for person in (town.chen, town.liu, town.zhao):
        last = await reports(town, person)
    assert "正在核对" in last

    wanted = await town.secretary.sees("第1件要核对", to=town.staff)
    assert "物业收了钱不干活" in wanted.text
    assert "批评不是撤下的理由" in wanted.text
    assert wanted.labels == ["恢复", "撤下"]
    await town.secretary.presses("恢复", to=town.staff, on=wanted)
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.sees("第1件恢复了", to=town.staff)

    card = await card_of(town)
    assert "物业收了钱不干活" in card.text
    assert "1家也是" in card.text
    await town.wang.sees("看过了，没问题，又挂回群里了")
    assert "居委会李书记恢复了" in (await town.foreman.sees("第1件核对过了", to=town.staff)).text
    stale = await forges(town, town.chair, "rule:removed:1", to=town.staff)
    assert stale == "第1件李书记已经定了，不用再按。"

    again = await town.zhao.presses("有问题", to=town.building3)
    assert again.alert == "第1件您报过，群管理看过了，留着。"
    await town.foreman.presses("更多", to=town.staff)
    history = await town.foreman.sees("来龙去脉", to=town.staff)
    assert "🚩 3个人报了，先收起来" in history.text
    assert "居委会李书记恢复了" in history.text
    assert "老赵" not in history.text
    await town.foreman.presses("在卡片上说明", to=town.staff)
    await town.foreman.says(
        "每周一三五扫，3月起加到每天", to=town.staff, reply_to=await town.foreman.last(to=town.staff)
    )
    await town.foreman.presses("对", to=town.staff)
    card = await card_of(town)
    assert "📌 物业张师傅说明：每周一三五扫，3月起加到每天" in card.text
    assert "⏳ 等答复" in card.text, "a statement is no answer"
    await town.wang.sees("第1件，物业张师傅说明：每周一三五扫")


async def test_one_moderator_folds_it_takes_it_down_and_another_decides_the_contest(small_town: Estate) -> None:
    """The photo goes with the words. The author has her say once; who took it down does not decide that."""
    town = small_town
    await town.secretary.promotes(town.zhao, in_=town.building3)
    await town.world.advances(minutes=6)
    await starts(town.zhao, town.building3)
    await town.wang.presses("我想要", to=town.building3)
    await town.wang.photographs(caption="502的小陈欠债不还，电话13800138000")
    await town.wang.presses("发，不露姓名")
    await town.wang.presses("没有，发")
    card = await card_of(town)
    photo = card.photo
    assert photo

    asked = await town.zhao.presses("有问题", to=town.building3)
    assert asked.alert == "再按一次“有问题”，第1件就先收起来，等核对。批评不算问题。"
    await town.world.advances(seconds=5)
    await town.zhao.presses("有问题", to=town.building3)
    card = await card_of(town)
    assert card.text == "第1件正在核对"
    assert card.photo
    assert card.photo != photo, "the picture went, too"

    asked_to_look = await town.zhao.sees("您是群管理，请看一看")
    await town.zhao.presses("看一看", on=asked_to_look)
    desk = await town.zhao.sees("🔎 先收起来了，等核对")
    assert "王阿姨" not in desk.text
    await town.zhao.presses("撤下", on=desk)
    why = await town.zhao.sees("第1件为什么要撤下")
    assert "批评不是撤下的理由" in why.text
    await town.zhao.presses("说到了别人的私事")
    await town.zhao.presses("对")
    await town.zhao.sees("第1件撤下了")
    assert (await card_of(town)).text == "第1件撤下来了。原因：说到了别人的私事"

    told = await town.wang.sees("第1件，群管理撤下来了。原因：说到了别人的私事")
    assert "老赵" not in told.text
    await town.wang.presses("我有话说", on=told)
    await town.wang.says("电话是他自己贴在楼下的")
    await town.wang.presses("对")
    await town.wang.sees("换一位看过，我就告诉您")
    again = await town.wang.presses("我有话说", on=told)
    assert again.alert == "第1件您说过了，有结果就告诉您。"

    refused = await forges(town, town.zhao, "rule:upheld:1")
    assert refused == "第1件要换一位来定：提的人和撤下它的人都不算。"
    wanted = await town.secretary.sees("电话是他自己贴在楼下的", to=town.staff)
    assert "王阿姨" not in wanted.text
    await town.secretary.presses("还是不挂", to=town.staff)
    await town.secretary.says("跳过", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("对", to=town.staff)
    await town.wang.sees("另一位看过了，还是不挂，这就定了")
    assert "李书记已经定了" in await forges(town, town.chair, "rule:restored:1", to=town.staff)
    assert (await card_of(town)).text == "第1件撤下来了。原因：说到了别人的私事"


async def test_a_mistaken_removal_is_put_right_and_two_at_once_are_told_apart(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "门口的共享单车堆成山")
    await reports(town, town.secretary)
    await town.foreman.presses("撤下", to=town.staff)
    await town.foreman.presses("发重了", to=town.staff)
    # The chair is in the same dialog, and quicker.
    wanted = await town.chair.sees("第1件要核对", to=town.staff)
    await town.chair.presses("撤下", to=town.staff, on=wanted)
    await town.chair.presses("广告", to=town.staff)
    await town.chair.presses("对", to=town.staff)
    late = await town.foreman.presses("对", to=town.staff, on=await town.foreman.sees("发重了", to=town.staff))
    assert late.alert == "第1件钱主任已经定了，不用再按。"
    await town.foreman.says(f"/cancel@{BOT}", to=town.staff)

    await town.chair.presses("更多", to=town.staff, on=await town.chair.sees("⛔ 撤下来了", to=town.staff))
    await town.chair.presses("恢复", to=town.staff)
    await town.chair.presses("对", to=town.staff)
    assert "堆成山" in (await card_of(town)).text
    notices = [message.text for message in await town.wang.reads() if "第1件" in message.text]
    assert sum("撤下来了" in text for text in notices) == 1
    assert any("又挂回群里了" in text for text in notices)
    assert "没撤下来" in await forges(town, town.wang, "contest:1")


async def test_a_report_is_taken_back_and_what_one_may_not_is_said(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "二楼垃圾没人扫")
    own = await town.wang.presses("有问题", to=town.building3)
    assert "第1件是您提的" in (own.alert or "")
    await reports(town, town.chen)
    back = await town.chen.presses("有问题", to=town.building3)
    assert back.alert == "第1件您报过了。要收回，就再按一次“有问题”。"
    await town.world.advances(seconds=5)
    back = await town.chen.presses("有问题", to=town.building3)
    assert back.alert == "收回了，第1件不算您报的了。"
    assert "🚩" not in (await town.secretary.sees("第1件", to=town.staff)).text
    await town.liu.presses("有问题", to=town.building3)
    await town.world.advances(minutes=30)
    forgotten = await town.liu.presses("有问题", to=town.building3)
    assert "再按一次" in (forgotten.alert or ""), "a first press of long ago is forgotten"

    await starts(town.chen, town.building3)
    assert "居委会、物业" in await forges(town, town.chen, "rule:removed:1")
    assert "单独说" in await forges(town, town.secretary, "rule:removed:1", to=town.building3)
    await files(town, town.wang, "帮我领血压药", how="只给居委会")
    assert "没找到这一件" in await forges(town, town.chen, "report:2", to=town.building3)
    assert "认得" in await forges(town, town.secretary, "report:2", to=town.staff)
    await answers(town, town.foreman, "只答复", words="今天就扫", about="二楼垃圾")
    assert (await card_of(town)).labels == ["我家也是", "支持", "有问题"]


async def test_in_english(small_town: Estate) -> None:
    town = small_town
    await town.secretary.says(f"/language@{BOT} en", to=town.building5)
    await files(town, town.chen, "Emma sells fake handbags", group=town.building5)
    card = await town.emma.sees("No. 1", to=town.building5)
    assert card.labels == ["Same here", "Support", "I can help", "Something’s wrong", "I see it differently"]
    asked = await town.secretary.presses("Something’s wrong", to=town.building5)
    assert asked.alert == "Tap again to fold no. 1 until somebody has looked at it. Criticism is fine."
    await town.world.advances(seconds=5)
    await town.secretary.presses("Something’s wrong", to=town.building5)
    assert (await town.emma.sees("No. 1", to=town.building5)).text == "No. 1 is being checked"
    await town.secretary.presses("撤下", to=town.staff)
    await town.secretary.presses("别的原因", to=town.staff)
    await town.secretary.says(
        "Please settle this in private", to=town.staff, reply_to=await town.secretary.last(to=town.staff)
    )
    await town.secretary.presses("对", to=town.staff)
    removed = await town.emma.sees("No. 1", to=town.building5)
    assert removed.text == "No. 1 was taken down. Reason: Please settle this in private"
    await town.emma.says(f"/wish@{BOT} 1", to=town.building5)
    await town.emma.sees("No. 1 was taken down.", to=town.building5)
