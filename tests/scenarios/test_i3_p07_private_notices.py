"""A quiet private chat: one message a day at once, the rest in a digest, never at night; and everybody may choose."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, starts

WORDS = ("三楼走廊的灯坏了", "楼下加一排晾衣架", "门禁不灵了", "垃圾没人扫")


async def _wishes_of_chen(town: Estate, *words: str) -> None:
    """Filed by chen, who reads in private; their staff cards are there."""
    await starts(town.chen, town.building3)
    for each in words:
        await town.chen.presses("我想要", to=town.building3)
        await town.chen.says(each)
        await town.chen.presses("发到群里")
        if (await town.chen.last()).labels[:1] == ["发到群里"]:
            await town.chen.presses("发到群里")


async def _told(person: Person, *parts: str) -> list[Message]:
    """What the bot said about any of these."""
    return [message for message in await person.reads() if any(part in message.text for part in parts)]


async def test_one_at_once_the_rest_in_the_evening_and_nothing_is_dropped(town: Estate) -> None:
    await starts(town.liu, town.building3)
    await _wishes_of_chen(town, *WORDS[:3])
    for words in WORDS[:3]:  # who supports is not asked whether it is done, so that all of it is news to them
        await town.liu.presses("支持", on=await town.liu.sees(words, to=town.building3))
    await answers(town, town.foreman, "答应", day="3月20日", words="灯具已经订了", about=WORDS[0])
    first = await town.liu.sees("第1件有回音")
    assert first.labels == ["通知"]

    await answers(town, town.secretary, "这次办不了", words="消防通道不能占", about=WORDS[1])
    await answers(town, town.foreman, "办好了", words="换了新的", photo=True, about=WORDS[2])
    await answers(town, town.foreman, "办好了", words="换成感应的了", photo=True, about=WORDS[0])
    await town.liu.does_not_see("攒下的")
    assert "这次办不了" in (await town.liu.sees(WORDS[1], to=town.building3)).text  # the card knows at once

    await town.bot_restarts()
    await town.world.advances(hours=10)
    digest = await town.liu.sees("攒下的3条消息")
    said = digest.text.splitlines()
    assert said[1] == "· 第2件“楼下加一排晾衣架”：这次办不了，因为消防通道不能占 —— 居委会李书记"
    assert said[2] == "· 第3件“门禁不灵了”：物业张师傅办好了。原话：“换了新的”"
    assert said[3] == "· 第1件“三楼走廊的灯坏了”：物业张师傅办好了。原话：“换成感应的了”"
    assert digest.labels == ["看第3件照片", "为第3件道谢", "看第1件照片", "为第1件道谢", "通知设置"]

    await town.liu.presses("看第1件照片", on=digest)
    picture = await town.liu.last()
    assert picture.photo
    assert "换成感应的了" in picture.text
    assert picture.labels == ["说声谢谢"]
    thanked = await town.liu.presses("为第1件道谢", on=digest)
    assert thanked.toast == "谢意带到了。"

    await town.world.advances(days=3)
    assert len(await _told(town.liu, "攒下的", "有回音")) == 2, "told once, and not again"


async def test_at_night_nothing_comes_unasked_but_who_talks_is_answered(town: Estate) -> None:
    await _wishes_of_chen(town, *WORDS[:2])
    await town.world.advances(hours=14)  # 23:00
    await answers(town, town.foreman, "答应", day="3月20日", about=WORDS[0])
    await answers(town, town.foreman, "只答复", words="下周开会说", about=WORDS[1])
    await town.chen.does_not_see("有回音")
    await town.chen.says("/mine")
    assert "答应了" in (await town.chen.last()).text

    await town.running.stop()
    await town.world.advances(hours=10, settle=False)  # past eight
    await town.running.start()
    await town.world.settle()
    digest = await town.chen.sees("攒下的2条消息")
    assert "答应3月20日（周五）前办好" in digest.text
    assert "下周开会说" in digest.text
    assert len(await _told(town.chen, "攒下的", "有回音")) == 1


async def test_everybody_chooses_for_all_and_for_one(small_town: Estate) -> None:
    town = small_town
    await _wishes_of_chen(town, *WORDS)
    await town.chen.says("别再通知我")
    shown = await town.chen.last()
    assert "现在：每天一次" in shown.text
    assert shown.labels == ["有事就说", "✓ 每天一次", "每周一次", "先别说"]

    await town.chen.presses("先别说")
    muted = await town.chen.last()
    assert muted.id == shown.id
    assert "要我再说，按下面别的就行" in muted.text
    await answers(town, town.foreman, "只答复", words="看过了", about=WORDS[0])
    await town.chen.does_not_see("看过了")
    await town.chen.says("/mine")
    assert "已答复" in (await town.chen.last()).text

    await town.chen.says("/wish 2")
    await town.chen.presses("通知")
    of_one = await town.chen.last()
    assert "第2件有消息怎么告诉您" in of_one.text
    assert "现在：跟别的一样（先别说）" in of_one.text
    await town.chen.presses("有事就说")
    assert (await town.chen.last()).labels == ["✓ 有事就说", "每天一次", "每周一次", "先别说", "跟别的一样", "通知设置"]
    for words in ("看了一眼", "又看了一眼"):
        await answers(town, town.foreman, "只答复", words=words, about=WORDS[1])
        await town.chen.sees(words)

    await town.chen.says("/notices")
    listed = await town.chen.last()
    assert "· 第2件“楼下加一排晾衣架”：有事就说" in listed.text
    await town.chen.presses("第2件")
    await town.chen.presses("跟别的一样")
    await town.chen.presses("通知设置")
    back = await town.chen.last()
    assert back.id == listed.id
    assert "第2件" not in back.text

    await town.chen.presses("每周一次")
    for words, said in zip(WORDS[2:], ("周三来看", "周四来扫"), strict=True):
        await answers(town, town.foreman, "只答复", words=said, about=words)
    await town.world.advances(days=5)
    await town.chen.does_not_see("周三来看")
    await town.world.advances(days=1, hours=10)  # Sunday, past seven in the evening
    weekly = await town.chen.sees("攒下的2条消息")
    assert "周三来看" in weekly.text
    assert "周四来扫" in weekly.text

    await answers(town, town.foreman, "只答复", words="还有一句", about=WORDS[3])
    await town.chen.presses("通知设置", on=weekly)
    await town.chen.presses("有事就说")
    await town.chen.sees("还有一句")  # what waited goes by the new choice
    told = [message for message in await town.chen.reads() if "还有一句" in message.text]
    assert len(told) == 1


async def test_in_a_group_it_sends_people_to_the_private_chat(small_town: Estate) -> None:
    town = small_town
    await town.liu.says("/notices@wishwell_bot", to=town.building3)
    said = await town.liu.last(to=town.building3)
    assert "这个私下定就行" in said.text
    assert said.labels == ["去私聊"]
    await town.liu.presses("去私聊", to=town.building3)
    assert "有消息怎么告诉您" in (await town.liu.last()).text


async def test_who_never_started_or_went_away_costs_nobody_anything(small_town: Estate) -> None:
    town = small_town
    await _wishes_of_chen(town, *WORDS[:2])
    await town.zhao.presses("我家也是", to=town.building3, on=await town.zhao.sees(WORDS[0], to=town.building3))
    for words in WORDS[:2]:
        await answers(town, town.foreman, "只答复", words="看过了", about=words)
    await answers(town, town.foreman, "只答复", words="再看过了", about=WORDS[0])
    await town.chen.blocks()
    await town.world.advances(hours=11)
    await town.chen.unblocks()
    await town.world.advances(days=2)
    await town.chen.does_not_see("攒下的")
    await town.zhao.does_not_see("看过了")


async def test_the_digest_speaks_the_readers_language_and_the_estates_hours_count(open_estate: Open) -> None:
    async with open_estate(time_zone="America/New_York") as town:  # 20:00 there on Sunday as the story begins
        await town.foreman.starts()
        for number, words in enumerate(("The gate squeaks", "No light in the shed", "A bench"), 1):
            await town.emma.presses("我想要", to=town.building5)
            await town.emma.says(words)
            await town.emma.presses("Post")
            await town.foreman.says(f"/wish {number}")
            await town.foreman.presses("答复")
            await town.foreman.presses("只答复", on=await town.foreman.last())
            await town.foreman.says("We will see to it")
            await town.foreman.presses("对")
        first = await town.emma.sees("News on no. 1")  # 20:00 is no night yet
        assert first.labels == []  # it has ended: nothing more is to come of it
        await town.emma.does_not_see("News on no. 2")
        await town.world.advances(hours=11)
        await town.emma.does_not_see("bits of news")  # seven in the morning there
        await town.world.advances(hours=1, minutes=5)
        digest = await town.emma.sees("2 bits of news that waited")
        assert "No. 2 “No light in the shed”: 张师傅 of the property office says: We will see to it" in digest.text
        assert digest.labels == ["Notice settings"]

        await town.emma.says("/notices")
        shown = await town.emma.last()
        assert "Now: Once a day" in shown.text
        assert shown.labels == ["As it happens", "✓ Once a day", "Once a week", "Nothing for now"]
        await town.emma.presses("Nothing for now")
        assert "I’ll keep quiet" in (await town.emma.last()).text
